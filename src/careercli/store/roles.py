"""Roles, read from the stores: what a person calls one, lists of them, and each one whole."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from careercli.errors import UnknownNameError
from careercli.model.basics import (
    NearestOccupation,
    Requirement,
    RoleRequirements,
    RoleRow,
    RoleSummary,
    Source,
    is_occupation,
)
from careercli.model.codec import build
from careercli.store.chain import MAX_VALUES, placeholders
from careercli.store.portraits import PortraitReader
from careercli.store.wages import NATION, code_id
from careercli.text import normalize_name

if TYPE_CHECKING:
    from careercli.core.interests import Scores
    from careercli.model.role import Role

SOC_CODE = r"\d\d-\d{4}(\.\d\d)?"
"""A SOC code, or an O*NET-SOC code."""
GUIDES = "(key < 'soc:' OR key >= 'soc;')"
"""Keys that are not of occupations, as a condition that an index answers."""
OWN_NAMES = ("title", "name")
"""Kinds of names that a role has alone: its title, and its short name."""
EVERYDAY_NAMES = ("everyday name",)
"""The kind of our own names for what people say of a job in speech."""
OTHER_NAMES = ("other title", "reported title")
"""Kinds of names that several roles may go by; people who do the job reported the second."""
LONGEST_NAME = 300
"""Characters of a typed name that are looked at; the longest title has 150."""
REPORTED = 3
"""How much more somebody counts who works where people said that they are called so."""
MAX_CANDIDATES = 12
"""Candidates that are shown."""


class Meaning(NamedTuple):
    """The role that a name means.

    is_exact: whether it is its code, slug, title or short name, and not only another title or a
    beginning
    """

    key: str
    is_exact: bool


class RoleReader(PortraitReader):
    """Guides and occupations."""

    def get(self, key: str) -> Role:
        """The whole role stored under a key from `resolve` or `rows`.

        A guide has the official figures of its nearest occupation beside it; one that is exactly
        that occupation has all that is official of it.
        """
        role = self._stored(key)
        if role is None:
            raise KeyError(key)
        if not role.soc or is_occupation(key):
            return role
        code, match = role.soc.code, role.soc.match
        if known := self._official_figures([code]).get(code):
            nearest, sources = known
            nearest = nearest._replace(match=match)
            role = role._replace(nearest=nearest, sources={**sources, **role.sources})
        if match == "exact" and (official := self._stored(f"soc:{code}.00")):
            role = role._replace(occupation=official.occupation)
        return role

    def _stored(self, key: str) -> Role | None:
        from careercli.model.role import Role

        for (record,) in self.query("SELECT record FROM role WHERE key = ?", key):
            return build(Role, json.loads(record))
        return None

    def nearest(self, code: str) -> NearestOccupation | None:
        """The official figures of the occupation with a six-digit code."""
        known = self._official_figures([code]).get(code)
        return known[0] if known else None

    def _official_figures(
        self, codes: Collection[str]
    ) -> dict[str, tuple[NearestOccupation, dict[str, Source]]]:
        """Six-digit code -> the official figures of the occupation, and their sources."""
        keys = [f"soc:{code}.00" for code in codes]
        sql = f"SELECT soc_code, figures FROM role WHERE key IN ({placeholders(keys)})"  # noqa: S608
        known = {}
        for code, stored in self._occupations.execute(sql, keys):
            figures = json.loads(stored)
            sources = {name: build(Source, told) for name, told in figures["sources"].items()}
            known[code] = build(NearestOccupation, figures["nearest"]), sources
        return known

    @cached_property
    def exact_guides(self) -> dict[str, str]:
        """Key of an occupation -> key of the guide that is exactly that job, and stands for it."""
        sql = f"SELECT key, soc_code FROM role WHERE match = 'exact' AND {GUIDES}"  # noqa: S608
        return {f"soc:{code}.00": key for key, code in self.query_roles(sql)}

    def guide_occupations(self) -> dict[str, tuple[str, str]]:
        """Key of a guide -> SOC code of its occupation, and how near that is."""
        sql = f"SELECT key, soc_code, match FROM role WHERE {GUIDES}"  # noqa: S608
        return {key: (code, match) for key, code, match in self.query_roles(sql)}

    def entry_education(self) -> dict[str, str]:
        """Key -> the education that is typical at entry, in the projections' words."""
        sql = "SELECT code, entry FROM trait WHERE entry != ''"
        entries = {f"soc:{code}": entry for code, entry in self._occupations.execute(sql)}
        sql = f"SELECT key, soc_code FROM role WHERE match IN ('exact', 'close') AND {GUIDES}"  # noqa: S608
        for key, code in self.query_roles(sql):
            if entry := entries.get(f"soc:{code}.00"):
                entries[key] = entry
        return entries

    def interest_profiles(self) -> dict[str, tuple[Scores, bool]]:
        """Key -> the six interests of O*NET in the order R I A S E C, 1 to 7, and whether they
        are only those of a near occupation. An occupation that a guide is has no entry."""
        from array import array

        known = {
            code: tuple(score / 100 for score in array("H", scores))
            for code, scores in self._occupations.execute("SELECT * FROM interest_profile")
        }
        sql = f"SELECT key, soc_code, match FROM role WHERE {GUIDES}"  # noqa: S608
        exact = self.exact_guides
        profiles = {
            f"soc:{code}": (scores, False)
            for code, scores in known.items()
            if f"soc:{code}" not in exact
        }
        for key, code, match in self.query_roles(sql):
            if scores := known.get(f"{code}.00"):
                profiles.setdefault(key, (scores, match != "exact"))
        return profiles

    def role(self, name: str) -> Role:
        """The role that a person means by `name`; raises UnknownNameError."""
        return self.get(self.resolve(name))

    def resolve(self, name: str) -> str:
        """The key of the role that a person means by `name`; see `meaning`."""
        return self.meaning(name).key

    def meaning(self, name: str) -> Meaning:
        """The role that a person means by `name`, and by what it is known.

        In this order: an occupation's code, a slug, a title or short name, another title, an
        unambiguous beginning of a slug, title or short name; at each step a guide goes before an
        occupation, and the guide that is exactly an occupation answers to its names too. Raises
        UnknownNameError, with the candidates or the nearest names.
        """
        if name.strip()[:1].isdigit() and re.fullmatch(SOC_CODE, name.strip()):
            return Meaning(self._with_soc_code(name.strip()), is_exact=True)
        folded = normalize_name(name[:LONGEST_NAME])
        if not folded:
            raise UnknownNameError(
                "A role's name is needed.", [], hint="See `careercli list --all`."
            )
        slugs, kinds = self._whole(folded)
        if not slugs:
            kinds, condition = ("slug", *OWN_NAMES), "folded >= ? AND folded < ?"
            slugs = self._guides_first(self._named(condition, kinds, folded, f"{folded}\U0010ffff"))
            folded = ""
        if len(slugs) == 1:
            is_exact = folded != "" and kinds not in (EVERYDAY_NAMES, OTHER_NAMES)
            return Meaning(next(iter(slugs)), is_exact)
        if slugs:
            reported = self._named("folded = ?", OTHER_NAMES[1:], folded)
            raise self._ambiguous(
                name,
                slugs,
                self._with_exact_guides(reported),
                whole=folded != "" and kinds == OTHER_NAMES,
            )
        raise UnknownNameError(
            f"There is no role \u201c{name}\u201d.",
            self._close_names(normalize_name(name[:LONGEST_NAME])),
            hint="`careercli list --all` shows every role.",
        )

    def called(self, name: str) -> dict[str, float]:
        """Key -> share of the people, of the roles of that very name, at little cost.

        The shares are 0 if it isn't known how many work in each.
        """
        folded = normalize_name(name)
        slugs = self._whole(folded)[0] if folded else {}
        if len(slugs) < 2:
            return dict.fromkeys(slugs, 1.0)
        jobs = self.jobs(slugs)
        return {key: jobs.get(key, 0) / max(1, sum(jobs.values())) for key in slugs}

    def _whole(self, folded: str) -> tuple[dict[str, str], tuple[str, ...]]:
        """Key -> slug of the roles with that very name, and the kinds of that name."""
        steps: tuple[tuple[str, ...], ...] = (
            ("slug",),
            OWN_NAMES,
            EVERYDAY_NAMES,
            OTHER_NAMES,
        )
        for kinds in steps:
            if slugs := self._named("folded = ?", kinds, folded):
                return self._guides_first(slugs), kinds
        return {}, ()

    def _guides_first(self, slugs: dict[str, str]) -> dict[str, str]:
        """The guides among roles; without one the roles, guides in the place of occupations."""
        guides = {key: slug for key, slug in slugs.items() if not is_occupation(key)}
        return guides or self._with_exact_guides(slugs)

    def _ambiguous(
        self, name: str, slugs: dict[str, str], reported: Collection[str], *, whole: bool
    ) -> UnknownNameError:
        """What a name leads to that is one of several roles, those with most jobs first.

        reported: keys of the roles whose people said that they are called so
        whole: whether all of them go by this very name; then the one that most of their people
        work in is what is usually meant, if those who said so count REPORTED times, and of a name
        of several words those whose role's own name has the last of them, such as a sous chef's
        """
        jobs = self.jobs(slugs)
        people = {key: jobs.get(key, 0) for key in slugs}
        if whole:
            *said, kind = normalize_name(name).split()
            for key, (_, title, short) in self.names_of(slugs).items():
                own = normalize_name(f"{title} {short}").split()
                people[key] *= REPORTED ** ((key in reported) + bool(said and kind in own))
        ranked = sorted(slugs, key=lambda key: (-people[key], slugs[key]))
        rest = len(slugs) - MAX_CANDIDATES
        more = f" {rest} more begin so." if rest > 0 else ""
        return UnknownNameError(
            f"\u201c{name}\u201d fits {len(slugs)} roles.",
            [slugs[key] for key in ranked[:MAX_CANDIDATES]],
            hint=f"Give one of these.{more}",
            ambiguous=True,
            jobs=[jobs.get(key, 0) for key in ranked[:MAX_CANDIDATES]],
            dominant=whole
            and jobs.keys() == slugs.keys()
            and 2 * people[ranked[0]] >= sum(people.values()),
        )

    def jobs(self, keys: Iterable[str]) -> dict[str, int]:
        """Key -> how many people the wage survey counts in a role; not there if that isn't known.

        Of occupations that it counts together the first has all of them, the others 0.
        """
        exact = {guide: key for key, guide in self.exact_guides.items()}
        codes = {key: exact.get(key, key).removeprefix("soc:") for key in keys}
        sql = f"SELECT code, counted FROM trait WHERE code IN ({placeholders(codes)})"  # noqa: S608
        counted = dict(self._occupations.execute(sql, [*codes.values()]))
        survey = self._joined_survey
        known: dict[str, int] = {}
        for key in sorted(codes, key=lambda key: codes[key]):
            group = counted.get(codes[key], "")[:7]
            together = any(counted.get(codes[other], "")[:7] == group for other in known)
            sql = "SELECT employment FROM area_pay WHERE code = ? AND area = ?"
            for (count,) in survey.execute(sql, (code_id(group), NATION)) if group else ():
                if count:
                    known[key] = 0 if together else count
        return known

    @cached_property
    def _joined_survey(self) -> sqlite3.Connection:
        """The store of the survey that occupations have their figures from.

        One that was added is joined only if its codes are of their classification.
        """
        survey = self._holder("oews")
        if survey is self._edition:
            return survey
        from careercli.model.occupation import Dataset

        sql = "SELECT record FROM dataset WHERE name = ?"
        classifications = {
            build(Dataset, json.loads(record)).soc
            for name in ("onet", "oews")
            for (record,) in self._holder(name).execute(sql, (name,))
        }
        return self._edition if len(classifications) > 1 else survey

    def _with_soc_code(self, code: str) -> str:
        """The key of the occupation with a code of six or eight digits."""
        whole = code if "." in code else f"{code}.00"
        rows = list(self.query("SELECT key FROM role WHERE key = ?", f"soc:{whole}"))
        if not rows and "." not in code:  # only parts of it are occupations of their own
            rows = list(self.query("SELECT key FROM role WHERE key GLOB ?", f"soc:{code}.*"))
        keys = [str(key) for (key,) in rows]
        if len(keys) == 1:
            return self.exact_guides.get(keys[0], keys[0])
        if keys:
            raise UnknownNameError(
                f"There are {len(keys)} occupations under {code}.",
                [key.removeprefix("soc:") for key in keys],
                hint="Give one of these.",
                ambiguous=True,
            )
        hint = "`careercli list --all` shows every occupation."
        raise UnknownNameError(f"There is no occupation {code} here.", [], hint=hint)

    def _named(self, condition: str, kinds: tuple[str, ...], *values: str) -> dict[str, str]:
        """Key -> slug of the roles with a name of these kinds that meets the condition."""
        rows = self.query_roles(
            f"SELECT key, slug FROM name JOIN role USING (key) WHERE {condition}"  # noqa: S608
            f" AND kind IN ({placeholders(kinds)})",
            *values,
            *kinds,
        )
        return dict(rows)

    def _with_exact_guides(self, slugs: dict[str, str]) -> dict[str, str]:
        """Occupations' keys and slugs, with the guide that stands for one in its place."""
        guides = ((self.exact_guides.get(key, key), slug) for key, slug in slugs.items())
        return {
            key: slug if is_occupation(key) else key.removeprefix("guide:") for key, slug in guides
        }

    def _close_names(self, folded: str) -> list[str]:
        """The slugs of the roles whose names are written most like this one."""
        from difflib import get_close_matches

        slugs: dict[str, str] = dict(
            self.query(
                "SELECT DISTINCT folded, slug FROM name JOIN role USING (key)"
                " WHERE kind NOT GLOB '* title' OR key NOT GLOB 'soc:*'"
            )
        )
        close = get_close_matches(folded, slugs, n=8, cutoff=0.6)
        return list(dict.fromkeys(slugs[name] for name in close))[:3]

    def slugs(self) -> list[tuple[str, str]]:
        """Slug and title of every role, for completion."""
        rows = self.query_roles("SELECT key, slug, title FROM role")
        exact = self.exact_guides
        return sorted({slug: title for key, slug, title in rows if key not in exact}.items())

    def occupation_names(self) -> dict[str, tuple[str, str]]:
        """Key -> slug and title, of every occupation that no guide stands for."""
        rows = self._occupations.execute("SELECT key, slug, title FROM role")
        exact = self.exact_guides
        return {key: (slug, title) for key, slug, title in rows if key not in exact}

    def summaries(self, *, occupations: bool = False) -> list[RoleSummary]:
        """Every guide in a line, ordered by title; with `occupations`, those too.

        An occupation that a guide is exactly has no line of its own.
        """
        summaries: dict[str, RoleSummary] = {}
        nearest: dict[str, tuple[str, str]] = {}
        for database in self._databases[:-1]:
            origin = "yours" if database is self._user else ""
            for summary, code, match in _stored_summaries(database, f"WHERE {GUIDES}"):
                if summary.key not in summaries:
                    summaries[summary.key] = summary._replace(origin=origin)
                    nearest[summary.key] = (f"soc:{code}.00", match)
                elif summaries[summary.key].origin == "yours":
                    replaced = summaries[summary.key]._replace(origin="yours, in place of ours")
                    summaries[summary.key] = replaced
        codes = sorted({code for code, _ in nearest.values()})
        only = "" if occupations else f"WHERE key IN ({placeholders(codes)})"
        stored = _stored_summaries(self._occupations, only, *(() if occupations else codes))
        official = {summary.key: summary for summary, *_ in stored}
        for key, (code, match) in nearest.items():
            if code in official:
                summaries[key] = _with_occupation(summaries[key], official[code], match)
        if occupations:
            exact = self.exact_guides
            summaries |= {key: line for key, line in official.items() if key not in exact}
        return sorted(summaries.values(), key=lambda summary: summary.title.casefold())

    def occupation_count(self) -> int:
        """How many occupations there are that no guide stands for."""
        ((count,),) = self._occupations.execute("SELECT count(*) FROM role")
        stand_ins = list(self.exact_guides)
        sql = f"SELECT count(*) FROM role WHERE key IN ({placeholders(stand_ins)})"  # noqa: S608
        ((hidden,),) = self._occupations.execute(sql, stand_ins)
        return int(count - hidden)

    def rows(
        self, keys: Collection[str] | None = None, *, occupations: bool = False
    ) -> list[RoleRow]:
        """The guides as rows, with `occupations` those too, or the roles with these keys.

        Ordered by title. An occupation that a guide is exactly has a row only if it is named.
        """
        rows: dict[str, RoleRow] = {}
        sql, values = "SELECT key, list_row FROM role", list(keys or ())
        if keys is None and not occupations:
            sql += f" WHERE {GUIDES}"
        elif 0 < len(values) <= MAX_VALUES:
            sql += f" WHERE key IN ({placeholders(values)})"
        else:
            values = []
        hidden = self.exact_guides if keys is None else {}
        for database in self._databases:
            theirs = database is self._user
            for key, stored in database.execute(sql, values):
                if key not in hidden and (keys is None or key in keys):
                    if key not in rows:
                        row = build(RoleRow, json.loads(stored))
                        rows[key] = row._replace(origin="yours") if theirs else row
                    elif rows[key].origin == "yours":
                        rows[key] = rows[key]._replace(origin="yours, in place of ours")
        return sorted(
            self._rows_with_figures(list(rows.values())), key=lambda row: row.title.casefold()
        )

    def _rows_with_figures(self, rows: list[RoleRow]) -> Iterator[RoleRow]:
        """Rows, those of guides with the official figures of their nearest occupations."""
        official = self._official_figures({row.nearest.code for row in rows if row.nearest})
        for row in rows:
            if row.nearest and (known := official.get(row.nearest.code)):
                nearest = known[0]._replace(match=row.nearest.match)
                sources = _with_cited(row.sources, known[1], nearest)
                row = row._replace(nearest=nearest, sources=sources)
            yield row

    def with_skill(self, skill: str) -> set[str]:
        """Keys of the roles that name a skill."""
        rows = self.query_roles("SELECT key FROM role_skill WHERE skill = ?", skill)
        return {key for (key,) in rows}

    def described(self) -> frozenset[str]:
        """Keys of the roles that have requirements."""
        rows = self.query_roles(f"SELECT key FROM role WHERE {GUIDES} AND requirements != '[]'")  # noqa: S608
        return frozenset(key for (key,) in rows)

    def naming_most(self, skills: Collection[str], count: int) -> list[str]:
        """The keys of the roles that name most of these skills, at most `count`."""
        sql = f"SELECT key FROM role_skill WHERE skill IN ({placeholders(skills)})"  # noqa: S608
        named = Counter(key for (key,) in self.query_roles(sql, *skills))
        return [key for key, _ in named.most_common(count)]

    def requirements(self, keys: Collection[str] | None = None) -> list[RoleRequirements]:
        """The requirements of every role that has any, or of those with these keys, by title."""
        roles = []
        which = GUIDES if keys is None else f"key IN ({placeholders(keys)})"
        sql = (
            "SELECT key, slug, title, requirements FROM role"  # noqa: S608
            f" WHERE {which} AND requirements != '[]'"
        )
        for key, slug, title, stored in self.query_roles(sql, *(keys or ())):
            requirements = tuple(
                Requirement(tuple(required["any_of"]), required["need"], required["expected"])
                for required in json.loads(stored)
            )
            roles.append(RoleRequirements(key, slug, title, requirements))
        return sorted(roles, key=lambda role: role.title.casefold())

    def names_of(self, keys: Collection[str]) -> dict[str, tuple[str, str, str]]:
        """Key -> slug, title and short singular name of occupations, the last empty without one."""
        found: dict[str, tuple[str, str, str]] = {}
        wanted = list(keys)
        for start in range(0, len(wanted), MAX_VALUES):
            batch = wanted[start : start + MAX_VALUES]
            sql = f"SELECT key, slug, title FROM role WHERE key IN ({placeholders(batch)})"  # noqa: S608
            roles = self._occupations.execute(sql, batch).fetchall()
            codes = [key.removeprefix("soc:") for key in batch]
            sql = f"SELECT code, name FROM occupation_name WHERE code IN ({placeholders(codes)})"  # noqa: S608
            names = dict(self._edition.execute(sql, codes))
            for key, slug, title in roles:
                found[key] = (slug, title, names.get(key.removeprefix("soc:"), ""))
        return found

    def titles_in(self, group: str, beginning: str) -> dict[str, str]:
        """O*NET-SOC code -> title, of the occupations of a major group that begin so."""
        sql = "SELECT key, title FROM role WHERE key >= ? AND key < ? AND title LIKE ?"
        values = (f"soc:{group}-", f"soc:{group}.", f"{beginning}%")
        rows = self._occupations.execute(sql, values)
        return {key.removeprefix("soc:"): title for key, title in rows}

    def related_slugs(self, key: str) -> list[str]:
        """The slugs of the roles that a guide names as related."""
        for (record,) in self.query("SELECT record FROM role WHERE key = ?", key):
            related = json.loads(record).get("related", ())
            return [one["slug"] for one in related if one.get("slug")]
        return []

    def working_with(self, software: str) -> set[str]:
        """Keys of the occupations that work with a program."""
        sql = "SELECT roles FROM software WHERE folded = ?"
        rows = self._occupations.execute(sql, (normalize_name(software),))
        return {key.removesuffix("!") for (keys,) in rows for key in keys.split()}

    def users_of(self, programs: Collection[str]) -> dict[str, int]:
        """Program -> how many occupations work with it."""
        folded = {normalize_name(name): name for name in programs}
        sql = (
            "SELECT folded, length(roles) - length(replace(roles, ' ', '')) + 1 FROM software"  # noqa: S608
            f" WHERE folded IN ({placeholders(folded)})"
        )
        return {folded[name]: count for name, count in self._occupations.execute(sql, [*folded])}

    def family(self, family_id: str | None) -> str:
        """A family's title; its id if it has none."""
        for (title,) in self.query("SELECT title FROM family WHERE id = ?", family_id or ""):
            return str(title)
        return family_id or ""

    def families(self) -> dict[str, str]:
        """Family id -> title."""
        return dict(self.query("SELECT id, title FROM family"))


def _stored_summaries(
    database: sqlite3.Connection, condition: str, *values: str
) -> Iterator[tuple[RoleSummary, str, str]]:
    """The summaries in a store, each with the code of its occupation and how near that is."""
    footnotes = dict(database.execute("SELECT id, text FROM footnote_text")) | {0: ""}
    sql = f"SELECT key, slug, title, name, soc_code, match, summary FROM role {condition}"  # noqa: S608
    rows = database.execute(sql, values).fetchall()
    stored = json.loads(f"[{','.join(row[-1] for row in rows)}]")  # at once: it is quicker
    for (key, slug, title, name, code, match, _), fields in zip(rows, stored, strict=True):
        *figures, pay, growth, estimate, source = fields
        cited = (footnotes[note] for note in (pay, growth, estimate, source))
        yield RoleSummary(*(key, slug, title, *figures, *cited, "", name)), code, match


def _with_occupation(guide: RoleSummary, official: RoleSummary, match: str) -> RoleSummary:
    """A guide in a line with the figures of its occupation, marked `~` if that isn't the job.

    The survey's median is the guide's own where it has one, unless the occupation is exactly the
    job; the official projection goes before the publisher's.
    """
    about = "" if match == "exact" else "~"
    if official.pay is not None and (match == "exact" or guide.pay is None):
        words, note = about + official.pay_words, official.pay_note
        guide = guide._replace(pay=official.pay, pay_words=words, pay_note=note)
    if official.growth is not None:
        words, note = about + official.growth_words, official.growth_note
        guide = guide._replace(growth=official.growth, growth_words=words, growth_note=note)
    return guide._replace(interests=guide.interests or official.interests)


def _with_cited(
    sources: dict[str, Source], official: dict[str, Source], nearest: NearestOccupation
) -> dict[str, Source]:
    """A guide's sources, with those of the official figures that it now has."""
    cited = {part.source for part in (nearest.pay, nearest.employment, nearest.growth) if part}
    added = {name: source for name, source in official.items() if name in cited}
    return {**added, **sources}
