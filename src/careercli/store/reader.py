"""The stores, read as one.

`bundled.db` is built with the package and read-only; `user.db` in the data folder holds guides
that were added, `official.db` occupations, made of what was imported. What the user added comes
first, and replaces a bundled guide of the same slug; no guide hides its occupation.
"""

from __future__ import annotations

import json
import re
import sqlite3
import weakref
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING, Any

from careercli.errors import UnknownNameError
from careercli.model.basics import (
    Figure,
    Hit,
    NearestOccupation,
    Pay,
    Requirement,
    RoleRequirements,
    RoleRow,
    RoleSummary,
    Skill,
    SkillLabel,
    Source,
    is_occupation,
)
from careercli.model.codec import build
from careercli.store.open import bundled_database, official_database, user_database
from careercli.store.vocabulary import unknown_skill
from careercli.text import normalize_name, normalize_skill

if TYPE_CHECKING:
    from careercli.model.move_inputs import Calibration, OccupationTraits
    from careercli.model.occupation import AreaPay, Dataset, Element
    from careercli.model.role import Role

SOC_CODE = r"\d\d-\d{4}(\.\d\d)?"
"""A SOC code, or an O*NET-SOC code."""
MAX_VALUES = 500
"""Values in one query; SQLite's limit is 999 in old builds."""
GUIDES = "(key < 'soc:' OR key >= 'soc;')"
"""Keys that are not of occupations, as a condition that an index answers."""
GUIDES_SOC = "2018"
"""The year of the classification that guides' codes are of."""
MAX_CANDIDATES = 12
"""Candidates that are shown."""
OCCUPATION_ONLY = ("tasks", "software", "ratings", "interests", "education", "zone", "related")
"""Parts of an occupation that a guide does not stand beside."""


HIGHLIGHT = "\u2039"
"""Stands around the words found, until it is known where they stand."""
BODY_RANK = "bm25(1.7, 1.0, 1.0)"
"""How skills, text and all titles together tell that a role is meant."""
ALIKE_LETTERS = 5
"""Letters by which words begin alike: "automation" and "automated"."""
FAINT_SHARE = 0.12
"""A hit with less than this share of the best one's score is noise beside it."""


class Store:
    """Roles and skills, read from every store there is."""

    def __init__(self, *, user: bool = True) -> None:
        with ExitStack() as opened:

            def keep(database: sqlite3.Connection | None) -> sqlite3.Connection | None:
                if database:
                    opened.callback(database.close)
                return database

            self._user = keep(user_database()) if user else None
            found = (self._user, keep(bundled_database()), keep(official_database()))
            weakref.finalize(self, opened.pop_all().close)
        self._databases = [database for database in found if database]
        keys = self._user.execute("SELECT key FROM role") if self._user else ()
        self._own = frozenset(key for (key,) in keys)

    def _ask(self, sql: str, *values: str) -> Iterator[Any]:
        for database in self._databases:
            yield from database.execute(sql, values)

    def _unhidden(self, sql: str, *values: str) -> Iterator[Any]:
        """Rows that begin with a role's key, without those of guides that the user replaced."""
        for database in self._databases:
            hidden = self._own if database is not self._user else ()
            yield from (row for row in database.execute(sql, values) if row[0] not in hidden)

    # -- roles ---------------------------------------------------------------------------

    def get(self, key: str) -> Role:
        """The whole role stored under a key from `resolve` or `rows`.

        What was imported of a guide's nearest occupation stands in place of what is bundled, where
        that is not newer.
        """
        from careercli.model.role import Role

        for (whole,) in self._ask("SELECT whole FROM role WHERE key = ?", key):
            role = build(Role, json.loads(whole))
            if role.soc and not is_occupation(key) and (found := self._figures(role.soc.code)):
                return self._with_figures(role, found)
            return role
        raise KeyError(key)

    def role(self, name: str) -> Role:
        """The role that a person means by `name`; raises UnknownNameError."""
        return self.get(self.resolve(name))

    def resolve(self, name: str) -> str:
        """The key of the role that a person means by `name`.

        In this order: an occupation's code, a slug, a title, another title, an unambiguous
        beginning of a slug or title; at each step a guide goes before an occupation. Raises
        UnknownNameError, with the candidates or the nearest names.
        """
        if name.strip()[:1].isdigit() and re.fullmatch(SOC_CODE, name.strip()):
            return self._coded(name.strip())
        folded = normalize_name(name)
        if not folded:
            raise UnknownNameError("A role's name is needed.", [], hint="See `careercli list`.")
        for kind in ("slug", "title", "other title"):
            found = self._named("folded = ?", (kind,), folded)
            if found:
                break
        else:
            condition = "folded >= ? AND folded < ?"
            found = self._named(condition, ("slug", "title"), folded, f"{folded}\U0010ffff")
        guides = {key: slug for key, slug in found.items() if not is_occupation(key)}
        found = guides or found
        if len(found) == 1:
            return next(iter(found))
        if found:
            slugs = sorted(found.values())
            more = (
                f" {len(slugs) - MAX_CANDIDATES} more begin so."
                if len(slugs) > MAX_CANDIDATES
                else ""
            )
            raise UnknownNameError(
                f"\u201c{name}\u201d fits {len(found)} roles.",
                slugs[:MAX_CANDIDATES],
                hint=f"Give one of these.{more}",
                ambiguous=True,
            )
        raise UnknownNameError(
            f"There is no role \u201c{name}\u201d.",
            self._nearest(folded),
            hint="`careercli list` shows every role.",
        )

    def _coded(self, code: str) -> str:
        """The key of the occupation with a code of six or eight digits."""
        whole = code if "." in code else f"{code}.00"
        found = list(self._ask("SELECT key FROM role WHERE key = ?", f"soc:{whole}"))
        if not found and "." not in code:  # only parts of it are occupations of their own
            found = list(self._ask("SELECT key FROM role WHERE key GLOB ?", f"soc:{code}.*"))
        if len(found) == 1:
            return str(found[0][0])
        if found:
            raise UnknownNameError(
                f"There are {len(found)} occupations under {code}.",
                [key.removeprefix("soc:") for (key,) in found],
                hint="Give one of these.",
                ambiguous=True,
            )
        hint = "`careercli import onet` brings every occupation of the country."
        if any(True for _ in self._ask("SELECT 1 FROM dataset WHERE name = 'onet'")):
            hint = "`careercli list --all` shows every occupation."
        raise UnknownNameError(f"There is no occupation {code} here.", [], hint=hint)

    def _named(self, condition: str, kinds: tuple[str, ...], *values: str) -> dict[str, str]:
        marks = ", ".join("?" * len(kinds))
        rows = self._unhidden(
            f"SELECT key, slug FROM name JOIN role USING (key) WHERE {condition}"  # noqa: S608
            f" AND kind IN ({marks})",
            *values,
            *kinds,
        )
        return dict(rows)

    def _nearest(self, folded: str) -> list[str]:
        from difflib import get_close_matches

        slugs: dict[str, str] = dict(
            self._ask(
                "SELECT DISTINCT folded, slug FROM name JOIN role USING (key)"
                " WHERE kind != 'other title' OR key NOT GLOB 'soc:*'"
            )
        )
        close = get_close_matches(folded, slugs, n=8, cutoff=0.6)
        return list(dict.fromkeys(slugs[name] for name in close))[:3]

    def slugs(self) -> list[tuple[str, str]]:
        """Slug and title of every role, for completion."""
        rows = self._unhidden("SELECT key, slug, title FROM role")
        return sorted({slug: title for _, slug, title in rows}.items())

    def summaries(self, *, occupations: bool = False) -> list[RoleSummary]:
        """Every guide in a line, ordered by title; with `occupations`, those too."""
        found: dict[str, RoleSummary] = {}
        only = "" if occupations else f" WHERE {GUIDES}"
        for database in self._databases:
            notes = dict(database.execute("SELECT id, text FROM note")) | {0: ""}
            origin = "yours" if database is self._user else ""
            sql = f"SELECT key, slug, title, brief FROM role{only}"  # noqa: S608
            rows = database.execute(sql).fetchall()
            briefs = json.loads(f"[{','.join(row[3] for row in rows)}]")  # at once: it is quicker
            for (key, slug, title, _), brief in zip(rows, briefs, strict=True):
                if key not in found:
                    *first, pay, growth, named = brief
                    cited = (notes[pay], notes[growth], notes[named])
                    found[key] = RoleSummary(*(key, slug, title, *first, *cited, origin))
                elif found[key].origin == "yours":
                    found[key] = found[key]._replace(origin="yours, in place of ours")
        return sorted(found.values(), key=lambda brief: brief.title.casefold())

    def rows(
        self, keys: Collection[str] | None = None, *, occupations: bool = False
    ) -> list[RoleRow]:
        """The guides as rows, with `occupations` those too, or the roles with these keys.

        Ordered by title.
        """
        found: dict[str, RoleRow] = {}
        sql, some = "SELECT key, row FROM role", list(keys or ())
        if keys is None and not occupations:
            sql += f" WHERE {GUIDES}"
        elif 0 < len(some) <= MAX_VALUES:
            sql += f" WHERE key IN ({', '.join('?' * len(some))})"
        else:
            some = []
        for database in self._databases:
            theirs = database is self._user
            for key, row in database.execute(sql, some):
                if keys is None or key in keys:
                    if key not in found:
                        built = build(RoleRow, json.loads(row))
                        found[key] = built._replace(origin="yours") if theirs else built
                    elif found[key].origin == "yours":
                        found[key] = found[key]._replace(origin="yours, in place of ours")
        rows = self._beside(list(found.values()))
        return sorted(rows, key=lambda row: row.title.casefold())

    def _beside(self, rows: list[RoleRow]) -> Iterator[RoleRow]:
        """Guides' rows with the imported figures of their nearest occupations."""
        keys = {f"soc:{row.nearest.code}.00" for row in rows if row.nearest}
        marks = ", ".join("?" * len(keys))
        sql = f"SELECT key, row FROM role WHERE key IN ({marks})"  # noqa: S608
        official = {key: build(RoleRow, json.loads(row)) for key, row in self._ask(sql, *keys)}
        sql = f"SELECT 'soc:' || code, entry FROM trait WHERE code IN ({marks}) AND entry != ''"  # noqa: S608
        education = dict(self._ask(sql, *(key.removeprefix("soc:") for key in keys)))
        for row in rows:
            nearest = row.nearest
            key = f"soc:{nearest.code}.00" if nearest else ""
            found = official.get(key)
            if nearest and found:
                before, sources = nearest, {**found.sources, **row.sources}
                nearest = nearest._replace(title=found.title)
                if found.pay and self._stands(found.pay[0], before.pay, sources):
                    nearest = nearest._replace(pay=found.pay[0])
                if found.growth and self._stands(found.growth, before.growth, sources):
                    nearest = nearest._replace(
                        growth=found.growth,
                        all_growth=None,
                        openings=None,
                        education=education.get(key),
                    )
                row = row._replace(
                    nearest=nearest, sources=_with_cited(row.sources, found, nearest)
                )
            yield row

    def _with_figures(self, guide: Role, found: Role) -> Role:
        """A guide with the imported figures of its nearest occupation, where there are any."""
        occupation, soc, outlook = found.occupation, guide.soc, found.outlook
        if not (occupation and soc):
            return guide
        before = guide.nearest or NearestOccupation(soc.code, found.title, soc.match)
        nearest, sources = before, {**found.sources, **guide.sources}
        if found.pay and self._stands(found.pay[0], before.pay, sources):
            nearest = nearest._replace(pay=found.pay[0], employment=occupation.employment)
        if outlook and outlook.growth and self._stands(outlook.growth, before.growth, sources):
            nearest = nearest._replace(
                growth=outlook.growth,
                all_growth=occupation.all_growth or before.all_growth,
                openings=occupation.openings,
                education=occupation.entry,
            )
        if nearest == before:
            return guide
        return guide._replace(nearest=nearest, sources=_with_cited(guide.sources, found, nearest))

    def _stands(
        self, new: Pay | Figure, old: Pay | Figure | None, sources: Mapping[str, Source]
    ) -> bool:
        """Whether an imported figure may stand beside a guide in place of a bundled one.

        It may where it is of the classification that guides use and not older.
        """
        if new.source not in self._classified_alike:
            return False
        if old is None:
            return True
        after, before = (one.date or sources[one.source].date or "" for one in (new, old))
        return after[: len(before)] >= before[: len(after)]

    @cached_property
    def _classified_alike(self) -> frozenset[str]:
        """Sources of what was imported by the classification that guides use."""
        sets = [json.loads(whole) for (whole,) in self._ask("SELECT whole FROM dataset")]
        return frozenset(one["id"] for one in sets if one.get("soc", GUIDES_SOC) == GUIDES_SOC)

    def with_skill(self, skill: str) -> set[str]:
        """Keys of the roles that name a skill."""
        rows = self._unhidden("SELECT key FROM role_skill WHERE skill = ?", skill)
        return {key for (key,) in rows}

    def search(self, words: str, *, limit: int = 10) -> list[Hit]:
        """Roles that the words lead to, best first, each with the place where they hit.

        Titles and other titles count most, then skills and tools, then text. A word that no
        title, skill or text has is replaced by the nearest word of a title, if one is near. A code
        finds its occupation, and guides beside it.
        """
        if coded := self.with_code(words)[:limit]:
            kinds = ("nearest occupation", "code")
            places = {key: (kinds[is_occupation(key)], words) for key in coded}
        else:
            tokens = self._tokens(words)
            best, titles = self._ranked(tokens)
            places = {key: titles.get(key) or self._place(key, tokens) for key in best[:limit]}
        rows = {row.key: row for row in self.rows(places)} if places else {}
        return [Hit(rows[key], kind, shown) for key, (kind, shown) in places.items()]

    def found(self, words: str) -> list[str]:
        """The keys of the roles that `search` finds, best first, and as many as there are."""
        return self.with_code(words) or self._ranked(self._tokens(words))[0]

    def with_code(self, words: str) -> list[str]:
        """The occupations with a code, and the guides whose nearest occupation has it."""
        code = words.strip()
        if not re.fullmatch(SOC_CODE, code):
            return []
        six = code[:7]
        sql = "SELECT key FROM role WHERE key GLOB ? OR (key NOT GLOB 'soc:*' AND row LIKE ?)"
        found = self._unhidden(sql, f"soc:{code}*", f'%"nearest":{{"code":"{six}"%')
        return sorted({key for (key,) in found}, key=lambda key: (not is_occupation(key), key))

    def _tokens(self, words: str) -> list[str]:
        return [self._correct_spelling(token) for token in normalize_name(words).split()]

    def _ranked(self, tokens: Sequence[str]) -> tuple[list[str], dict[str, tuple[str, str]]]:
        """Keys, best first, and the kind and words of the name that was hit, where it was one."""
        scores: dict[str, float] = {}
        titles: dict[str, tuple[str, str]] = {}
        if not tokens:
            return [], titles
        for key, hits in self._title_hits(tokens).items():
            hits.sort(reverse=True)
            _, kind, shown = hits[0]
            titles[key] = kind, shown
            scores[key] = hits[0][0] + sum(score for score, *_ in hits[1:6]) / 10
        for key, score in self._body_hits(tokens):
            scores[key] = scores.get(key, 0) + score
        floor = max(scores.values(), default=0) * FAINT_SHARE
        there = [key for key, score in scores.items() if score >= floor]
        return sorted(there, key=lambda key: -scores[key]), titles

    def _correct_spelling(self, token: str) -> str:
        query = f'"{token}"*'
        for table in ("title", "body"):
            sql = f"SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT 1"  # noqa: S608
            if any(self._ask(sql, query)):
                return token
        from difflib import get_close_matches

        known = self.title_words.get(token[0], ())
        return next(iter(get_close_matches(token, known, n=1, cutoff=0.8)), token)

    @cached_property
    def title_words(self) -> dict[str, set[str]]:
        """Every word of every name, by its first letter."""
        words = {word for (name,) in self._ask("SELECT folded FROM name") for word in name.split()}
        found: dict[str, set[str]] = {}
        for word in words:
            found.setdefault(word[0], set()).add(word)
        return found

    def _title_hits(self, tokens: Sequence[str]) -> dict[str, list[tuple[float, str, str]]]:
        """Key -> score, kind and words of its names that share words with the query.

        A name scores by how much of the query it covers and how little else it has, each word by
        its rarity (inverse document frequency), one that only begins alike by a part of it, and
        more where both end with the same word: that one says what the job is.
        """
        query = " OR ".join(f'"{token}"*' if token.isalnum() else f'"{token}"' for token in tokens)
        rows = self._unhidden(
            "SELECT name.key, name.kind, name.shown, name.folded, title.rank"
            " FROM title JOIN name ON name.id = title.rowid"
            " WHERE title MATCH ? AND kind != 'slug' ORDER BY title.rank LIMIT 400",
            query,
        )
        rarity, usual = self._rarity(tokens)
        whole, end = sum(rarity.values()), _stem(tokens[-1])
        known, begin = (
            set(rarity),
            {word[:ALIKE_LETTERS]: word for word in rarity if len(word) >= ALIKE_LETTERS},
        )
        found: dict[str, list[tuple[float, str, str]]] = {}
        for key, kind, shown, folded, rank in rows:
            words = [_stem(word) for word in folded.split()]
            there = set(words)
            others = there - known
            common = sum([rarity[word] for word in there & known])
            for start in {word[:ALIKE_LETTERS] for word in others} & begin.keys():
                common += 0.7 * rarity[begin[start]] * (begin[start] not in there)
            more = usual * len(others)
            alike = common / whole * (common / (common + more)) ** 0.7 if common else 0.0
            score = 9 * alike - rank / 10
            score += 0.5 * (kind != "other title") + 0.4 * (words[-1] == end)
            if not is_occupation(key):  # it has fewer names, and more to read
                score += 7 * alike
            found.setdefault(key, []).append((score, kind, shown))
        return found

    def _rarity(self, tokens: Sequence[str]) -> tuple[dict[str, float], float]:
        """The rarity of each word among all names, and that of a word of middling rarity."""
        from math import log

        names = sum(count or 0 for (count,) in self._ask("SELECT max(id) FROM name"))
        sql = "SELECT count(*) FROM title WHERE title MATCH ?"
        rarity = {}
        for token in tokens:
            times = sum(count for (count,) in self._ask(sql, f'"{token}"'))
            rarity[_stem(token)] = log(1 + names / (1 + times))
        return rarity, log(1 + names) / 2

    def _body_hits(self, tokens: Sequence[str]) -> Iterator[tuple[str, float]]:
        """Key and score of the roles whose skills, text and titles, taken together, have the words.

        Words that stand in different titles of a role tell of it too, where no one title has all.
        """
        rows = self._unhidden(
            "SELECT role.key, body.rank FROM body JOIN role ON role.id = body.rowid"
            " WHERE body MATCH ? AND rank MATCH ? ORDER BY rank LIMIT 50",
            " OR ".join(f'"{token}"' for token in tokens),
            BODY_RANK,
        )
        for key, rank in rows:
            yield key, -rank if is_occupation(key) else -rank / 3  # a guide's prose has many words

    def _place(self, key: str, tokens: Sequence[str]) -> tuple[str, str]:
        """Where in a role's skills or text the words stand, with the words around them."""
        rows = self._ask(
            "SELECT snippet(body, 0, ?, ?, '…', 6), snippet(body, 1, ?, ?, '…', 12),"
            " snippet(body, 2, ?, ?, '…', 6) FROM body"
            " WHERE body MATCH ? AND rowid = (SELECT id FROM role WHERE key = ?)",
            *(HIGHLIGHT,) * 6,
            " OR ".join(f'"{token}"' for token in tokens),
            key,
        )
        for skills, text, titles in rows:
            places = (("skills", skills), ("text", text), ("other title", titles))
            kind, words = next(
                ((kind, words) for kind, words in places if HIGHLIGHT in words), places[1]
            )
            return kind, words.replace(HIGHLIGHT, "")
        return "text", ""

    def needs(self) -> list[RoleRequirements]:
        """The requirements of every role that has any, ordered by title."""
        found = []
        sql = "SELECT key, slug, title, needs FROM role WHERE needs != '[]'"
        for key, slug, title, needs in self._unhidden(sql):
            requirements = tuple(
                Requirement(tuple(one["any_of"]), one["need"], one["expected"])
                for one in json.loads(needs)
            )
            found.append(RoleRequirements(key, slug, title, requirements))
        return sorted(found, key=lambda one: one.title.casefold())

    def nearest_figures(self, code: str) -> dict[str, Any] | None:
        """The bundled official figures of an occupation, as a guide's `nearest`."""
        for (whole,) in self._ask("SELECT whole FROM nearest WHERE code = ?", code):
            return dict(json.loads(whole))
        return None

    def nearest_sources(self) -> dict[str, Any]:
        """The sources of the bundled official figures, by id."""
        rows = self._ask("SELECT id, whole FROM nearest_source")
        return {source_id: json.loads(whole) for source_id, whole in rows}

    def family(self, family_id: str | None) -> str:
        """A family's title; its id where it has none."""
        for (title,) in self._ask("SELECT title FROM family WHERE id = ?", family_id or ""):
            return str(title)
        return family_id or ""

    def families(self) -> dict[str, str]:
        """Family id -> title."""
        return dict(self._ask("SELECT id, title FROM family"))

    # -- imported data -------------------------------------------------------------------

    def imported(self) -> bool:
        """Whether any official data set was imported."""
        return any(self._ask("SELECT 1 FROM dataset LIMIT 1"))

    def datasets(self) -> list[Dataset]:
        """The data sets that were imported."""
        from careercli.model.occupation import Dataset

        rows = self._ask("SELECT whole FROM dataset ORDER BY rowid")
        return [build(Dataset, json.loads(whole)) for (whole,) in rows]

    def imported_source(self, name: str) -> Source | None:
        """The source of an imported data set's figures; None where it was not imported."""
        for (whole,) in self._ask("SELECT whole FROM dataset WHERE name = ?", name):
            return build(Source, json.loads(whole)["source"])
        return None

    def elements(self) -> dict[str, Element]:
        """O*NET's own skills, by element id; none before O*NET is imported."""
        from careercli.model.occupation import Element

        rows = self._ask("SELECT id, whole FROM element")
        return {element: build(Element, json.loads(whole)) for element, whole in rows}

    def _figures(self, code: str) -> Role | None:
        """The imported occupation with a six-digit code, without what O*NET says of it."""
        from careercli.model.role import Role

        for (whole,) in self._ask("SELECT whole FROM role WHERE key = ?", f"soc:{code}.00"):
            data = json.loads(whole)
            for part in OCCUPATION_ONLY:
                data["occupation"].pop(part, None)
            return build(Role, data)
        return None

    def traits(self) -> dict[str, OccupationTraits]:
        """O*NET-SOC code -> what moves read of the occupation.

        Of occupations that were not imported there is what is bundled: the job zone.
        """
        from array import array

        from careercli.model.move_inputs import OccupationTraits

        found: dict[str, OccupationTraits] = {}
        for database in self._databases:
            for *said, levels in database.execute("SELECT * FROM trait"):
                trait = OccupationTraits._make((*said, array("h", levels)))
                if trait.zone is None and trait.code in found:
                    trait = trait._replace(zone=found[trait.code].zone)
                found[trait.code] = trait
        return found

    def rated_skills(self) -> dict[str, str]:
        """O*NET element id -> name of the skills, in the order of `Trait.levels`."""
        return dict(self._ask("SELECT id, name FROM rated_skill ORDER BY place"))

    def ratings_imported(self) -> bool:
        """Whether O*NET's skill ratings of any occupation were imported."""
        return any(self._ask("SELECT 1 FROM rated_skill LIMIT 1"))

    def likeness(self, code: str) -> dict[str, int]:
        """O*NET-SOC code -> how like it an occupation is, in hundredths; see `core.similarity`.

        Worked out of what was imported, else what is bundled; empty where it is not known.
        """
        from array import array

        from careercli.model.move_inputs import UNKNOWN_LIKENESS

        for database in reversed(self._databases):
            for (row,) in database.execute("SELECT row FROM likeness WHERE code = ?", (code,)):
                codes = database.execute("SELECT code FROM likeness ORDER BY place")
                values = zip(codes, array("h", row), strict=True)
                return {one: value for (one,), value in values if value != UNKNOWN_LIKENESS}
        return {}

    def lacking(self) -> dict[str, tuple[str, ...]]:
        """O*NET-SOC code -> the facets of similarity that the occupation lacks, where any."""
        for database in reversed(self._databases):
            if found := list(database.execute("SELECT code, lacks FROM likeness")):
                return {code: tuple(lacks.split()) for code, lacks in found if lacks}
        return {}

    def calibration(self) -> Calibration | None:
        """What coverage of O*NET's skills is usual within a major group; None before an import."""
        from careercli.model.move_inputs import Calibration

        for row in self._ask("SELECT mean, deviation, roles, pairs FROM calibration"):
            return Calibration(*row)
        return None

    def titles(self) -> dict[str, tuple[str, str]]:
        """Key -> slug and title, of every occupation."""
        rows = self._ask("SELECT key, slug, title FROM role WHERE key GLOB 'soc:*'")
        return {key: (slug, title) for key, slug, title in rows}

    def area_pay(self, code: str) -> list[AreaPay]:
        """What the survey says of an occupation in each area, by the area's name."""
        from careercli.model.occupation import AreaPay

        ids = {one.name: one.id for one in self.datasets()}
        found = []
        sql = "SELECT dataset, area, whole FROM area_pay WHERE code = ? ORDER BY area"
        for dataset, area, whole in self._ask(sql, code):
            said, source = json.loads(whole), ids[dataset]
            unit = "USD/year" if "pay" in said else "USD/hour"
            pay, jobs = said.get("pay") or said.get("hourly"), said.get("employment")
            series = {"basis": "percentiles", "source": source, "kind": "survey", "unit": unit}
            series["place"] = area
            found.append(
                AreaPay(
                    area,
                    build(Pay, {**series, **pay}) if pay else None,
                    Figure(jobs, "jobs", source, "survey") if jobs else None,
                )
            )
        return found

    def areas(self) -> list[str]:
        """The names of the areas that were imported."""
        return [area for (area,) in self._ask("SELECT DISTINCT area FROM area_pay ORDER BY area")]

    # -- skills --------------------------------------------------------------------------

    def skills(self, ids: Iterable[str]) -> dict[str, Skill]:
        """The skills with these ids; one that no vocabulary has gets its id as label."""
        wanted = list(dict.fromkeys(ids))
        found = {
            skill_id: build(Skill, json.loads(whole))
            for skill_id, whole in self._skill_columns("whole", wanted)
        }
        return {skill_id: found.get(skill_id) or unknown_skill(skill_id) for skill_id in wanted}

    def kinds(self, ids: Iterable[str]) -> dict[str, SkillLabel]:
        """Skill id -> label and kind, without the rest."""
        wanted = list(dict.fromkeys(ids))
        rows = self._skill_columns("label, kind", wanted)
        found = {skill_id: SkillLabel(label, kind) for skill_id, label, kind in rows}
        unknown = (SkillLabel(*unknown_skill(skill_id)[:2]) for skill_id in wanted)
        return {one: found.get(one) or other for one, other in zip(wanted, unknown, strict=True)}

    def labels(self, ids: Iterable[str]) -> dict[str, str]:
        """Skill id -> label."""
        return {skill_id: skill.label for skill_id, skill in self.kinds(ids).items()}

    def near(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Skill id -> ids of the skills near to it."""
        rows = self._skill_columns("near", list(ids))
        return {skill_id: tuple(json.loads(near)) for skill_id, near in rows}

    def _skill_columns(self, columns: str, ids: Sequence[str]) -> Iterator[Any]:
        for start in range(0, len(ids), MAX_VALUES):
            some = ids[start : start + MAX_VALUES]
            marks = ", ".join("?" * len(some))
            yield from self._ask(f"SELECT id, {columns} FROM skill WHERE id IN ({marks})", *some)  # noqa: S608

    def skill_ids(self) -> list[str]:
        """Every skill id, for completion."""
        return sorted(row[0] for row in self._ask("SELECT id FROM skill"))

    def skill(self, name: str) -> str | None:
        """The id of the skill that is written `name` under any of its names; None if unknown."""
        for (skill_id,) in self._ask(
            "SELECT id FROM skill_name WHERE folded = ?", normalize_skill(name)
        ):
            return str(skill_id)
        return None

    def current_ids(self, ids: Iterable[str]) -> dict[str, str]:
        """Old id -> today's id, for ids that a newer vocabulary renamed."""
        wanted = list(ids)
        known = {skill_id for skill_id, _ in self._skill_columns("kind", wanted)}
        return {old: new for old in wanted if old not in known and (new := self.skill(old))}

    def skill_names(self, *sorts: str) -> dict[str, str]:
        """Folded name -> skill id, of the sorts of `skill_names` that are asked for, or of all."""
        rows = self._ask("SELECT folded, id, kind FROM skill_name")
        return {folded: skill_id for folded, skill_id, kind in rows if not sorts or kind in sorts}

    def ratings(self, skill_kind: str) -> list[str]:
        """The four sentences by which people rate themselves in skills of a kind."""
        for (sentences,) in self._ask("SELECT sentences FROM rating WHERE kind = ?", skill_kind):
            return list(json.loads(sentences))
        return []


def _stem(word: str) -> str:
    """A word without its plural, so that "nurses" and "nurse" are one."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _with_cited(
    sources: dict[str, Source], found: Role | RoleRow, nearest: NearestOccupation
) -> dict[str, Source]:
    """A guide's sources, with those of the imported figures that it now has."""
    cited = {one.source for one in (nearest.pay, nearest.growth) if one}
    return {**{name: one for name, one in found.sources.items() if name in cited}, **sources}
