"""Roles, read from the stores: what a person calls one, lists of them, and each one whole."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from careercli.errors import UnknownNameError
from careercli.model.basics import (
    Figure,
    NearestOccupation,
    Pay,
    Requirement,
    RoleRequirements,
    RoleRow,
    RoleSummary,
    Source,
    is_occupation,
)
from careercli.model.codec import build
from careercli.store.chain import MAX_VALUES, StoreChain, placeholders
from careercli.text import normalize_name

if TYPE_CHECKING:
    from careercli.model.role import Role

SOC_CODE = r"\d\d-\d{4}(\.\d\d)?"
"""A SOC code, or an O*NET-SOC code."""
GUIDES = "(key < 'soc:' OR key >= 'soc;')"
"""Keys that are not of occupations, as a condition that an index answers."""
GUIDES_SOC = "2018"
"""The year of the classification that guides' codes are of."""
MAX_CANDIDATES = 12
"""Candidates that are shown."""
OCCUPATION_ONLY = ("tasks", "software", "ratings", "interests", "education", "zone", "related")
"""Parts of an occupation that a guide does not stand beside."""


class RoleReader(StoreChain):
    """Guides and occupations."""

    def get(self, key: str) -> Role:
        """The whole role stored under a key from `resolve` or `rows`.

        What was imported of a guide's nearest occupation stands in place of what is bundled, where
        that is not newer.
        """
        from careercli.model.role import Role

        for (record,) in self._query("SELECT record FROM role WHERE key = ?", key):
            role = build(Role, json.loads(record))
            if role.soc and not is_occupation(key):
                occupation = self._official_figures(role.soc.code)
                return self._with_figures(role, occupation) if occupation else role
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
            return self._with_soc_code(name.strip())
        folded = normalize_name(name)
        if not folded:
            raise UnknownNameError("A role's name is needed.", [], hint="See `careercli list`.")
        for kind in ("slug", "title", "other title"):
            slugs = self._named("folded = ?", (kind,), folded)
            if slugs:
                break
        else:
            condition = "folded >= ? AND folded < ?"
            slugs = self._named(condition, ("slug", "title"), folded, f"{folded}\U0010ffff")
        guides = {key: slug for key, slug in slugs.items() if not is_occupation(key)}
        slugs = guides or slugs
        if len(slugs) == 1:
            return next(iter(slugs))
        if slugs:
            raise _ambiguous(name, sorted(slugs.values()))
        raise UnknownNameError(
            f"There is no role \u201c{name}\u201d.",
            self._close_names(folded),
            hint="`careercli list` shows every role.",
        )

    def _with_soc_code(self, code: str) -> str:
        """The key of the occupation with a code of six or eight digits."""
        whole = code if "." in code else f"{code}.00"
        rows = list(self._query("SELECT key FROM role WHERE key = ?", f"soc:{whole}"))
        if not rows and "." not in code:  # only parts of it are occupations of their own
            rows = list(self._query("SELECT key FROM role WHERE key GLOB ?", f"soc:{code}.*"))
        keys = [str(key) for (key,) in rows]
        if len(keys) == 1:
            return keys[0]
        if keys:
            raise UnknownNameError(
                f"There are {len(keys)} occupations under {code}.",
                [key.removeprefix("soc:") for key in keys],
                hint="Give one of these.",
                ambiguous=True,
            )
        hint = "`careercli import onet` brings every occupation of the country."
        if any(self._query("SELECT 1 FROM dataset WHERE name = 'onet'")):
            hint = "`careercli list --all` shows every occupation."
        raise UnknownNameError(f"There is no occupation {code} here.", [], hint=hint)

    def _named(self, condition: str, kinds: tuple[str, ...], *values: str) -> dict[str, str]:
        """Key -> slug of the roles with a name of these kinds that meets the condition."""
        rows = self._query_roles(
            f"SELECT key, slug FROM name JOIN role USING (key) WHERE {condition}"  # noqa: S608
            f" AND kind IN ({placeholders(kinds)})",
            *values,
            *kinds,
        )
        return dict(rows)

    def _close_names(self, folded: str) -> list[str]:
        """The slugs of the roles whose names are written most like this one."""
        from difflib import get_close_matches

        slugs: dict[str, str] = dict(
            self._query(
                "SELECT DISTINCT folded, slug FROM name JOIN role USING (key)"
                " WHERE kind != 'other title' OR key NOT GLOB 'soc:*'"
            )
        )
        close = get_close_matches(folded, slugs, n=8, cutoff=0.6)
        return list(dict.fromkeys(slugs[name] for name in close))[:3]

    def slugs(self) -> list[tuple[str, str]]:
        """Slug and title of every role, for completion."""
        rows = self._query_roles("SELECT key, slug, title FROM role")
        return sorted({slug: title for _, slug, title in rows}.items())

    def occupation_names(self) -> dict[str, tuple[str, str]]:
        """Key -> slug and title, of every occupation."""
        rows = self._query("SELECT key, slug, title FROM role WHERE key GLOB 'soc:*'")
        return {key: (slug, title) for key, slug, title in rows}

    def summaries(self, *, occupations: bool = False) -> list[RoleSummary]:
        """Every guide in a line, ordered by title; with `occupations`, those too."""
        summaries: dict[str, RoleSummary] = {}
        only = "" if occupations else f" WHERE {GUIDES}"
        for database in self._databases:
            footnotes = dict(database.execute("SELECT id, text FROM footnote_text")) | {0: ""}
            origin = "yours" if database is self._user else ""
            sql = f"SELECT key, slug, title, summary FROM role{only}"  # noqa: S608
            rows = database.execute(sql).fetchall()
            stored = json.loads(f"[{','.join(row[3] for row in rows)}]")  # at once: it is quicker
            for (key, slug, title, _), fields in zip(rows, stored, strict=True):
                if key not in summaries:
                    *figures, pay, growth, source = fields
                    cited = (footnotes[pay], footnotes[growth], footnotes[source])
                    summaries[key] = RoleSummary(*(key, slug, title, *figures, *cited, origin))
                elif summaries[key].origin == "yours":
                    summaries[key] = summaries[key]._replace(origin="yours, in place of ours")
        return sorted(summaries.values(), key=lambda summary: summary.title.casefold())

    def rows(
        self, keys: Collection[str] | None = None, *, occupations: bool = False
    ) -> list[RoleRow]:
        """The guides as rows, with `occupations` those too, or the roles with these keys.

        Ordered by title.
        """
        rows: dict[str, RoleRow] = {}
        sql, values = "SELECT key, list_row FROM role", list(keys or ())
        if keys is None and not occupations:
            sql += f" WHERE {GUIDES}"
        elif 0 < len(values) <= MAX_VALUES:
            sql += f" WHERE key IN ({placeholders(values)})"
        else:
            values = []
        for database in self._databases:
            theirs = database is self._user
            for key, stored in database.execute(sql, values):
                if keys is None or key in keys:
                    if key not in rows:
                        row = build(RoleRow, json.loads(stored))
                        rows[key] = row._replace(origin="yours") if theirs else row
                    elif rows[key].origin == "yours":
                        rows[key] = rows[key]._replace(origin="yours, in place of ours")
        return sorted(
            self._rows_with_figures(list(rows.values())), key=lambda row: row.title.casefold()
        )

    def _rows_with_figures(self, rows: list[RoleRow]) -> Iterator[RoleRow]:
        """Guides' rows with the imported figures of their nearest occupations."""
        keys = [*{f"soc:{row.nearest.code}.00" for row in rows if row.nearest}]
        sql = f"SELECT key, list_row FROM role WHERE key IN ({placeholders(keys)})"  # noqa: S608
        official = {key: build(RoleRow, json.loads(row)) for key, row in self._query(sql, *keys)}
        sql = (
            "SELECT 'soc:' || code, entry FROM trait"  # noqa: S608
            f" WHERE code IN ({placeholders(keys)}) AND entry != ''"
        )
        education = dict(self._query(sql, *(key.removeprefix("soc:") for key in keys)))
        for row in rows:
            nearest = row.nearest
            key = f"soc:{nearest.code}.00" if nearest else ""
            occupation = official.get(key)
            if nearest and occupation:
                before, sources = nearest, {**occupation.sources, **row.sources}
                nearest = nearest._replace(title=occupation.title)
                if occupation.pay and self._is_newer(occupation.pay[0], before.pay, sources):
                    nearest = nearest._replace(pay=occupation.pay[0])
                if occupation.growth and self._is_newer(occupation.growth, before.growth, sources):
                    nearest = nearest._replace(
                        growth=occupation.growth,
                        all_growth=None,
                        openings=None,
                        education=education.get(key),
                    )
                sources = _with_cited(row.sources, occupation, nearest)
                row = row._replace(nearest=nearest, sources=sources)
            yield row

    def _with_figures(self, guide: Role, official: Role) -> Role:
        """A guide with the imported figures of its nearest occupation, where there are any."""
        occupation, soc, outlook = official.occupation, guide.soc, official.outlook
        if not (occupation and soc):
            return guide
        before = guide.nearest or NearestOccupation(soc.code, official.title, soc.match)
        nearest, sources = before, {**official.sources, **guide.sources}
        if official.pay and self._is_newer(official.pay[0], before.pay, sources):
            nearest = nearest._replace(pay=official.pay[0], employment=occupation.employment)
        if outlook and outlook.growth and self._is_newer(outlook.growth, before.growth, sources):
            nearest = nearest._replace(
                growth=outlook.growth,
                all_growth=occupation.all_growth or before.all_growth,
                openings=occupation.openings,
                education=occupation.entry,
            )
        if nearest == before:
            return guide
        return guide._replace(
            nearest=nearest, sources=_with_cited(guide.sources, official, nearest)
        )

    def _is_newer(
        self, new: Pay | Figure, old: Pay | Figure | None, sources: Mapping[str, Source]
    ) -> bool:
        """Whether an imported figure may stand beside a guide in place of a bundled one.

        It may if it is of the classification that guides use and not older.
        """
        if new.source not in self._classified_alike:
            return False
        if old is None:
            return True
        after, before = (figure.date or sources[figure.source].date or "" for figure in (new, old))
        return after[: len(before)] >= before[: len(after)]

    @cached_property
    def _classified_alike(self) -> frozenset[str]:
        """Sources of what was imported by the classification that guides use."""
        sets = [json.loads(record) for (record,) in self._query("SELECT record FROM dataset")]
        return frozenset(
            dataset["id"] for dataset in sets if dataset.get("soc", GUIDES_SOC) == GUIDES_SOC
        )

    def _official_figures(self, code: str) -> Role | None:
        """The imported occupation with a six-digit code, without what O*NET says of it."""
        from careercli.model.role import Role

        for (record,) in self._query("SELECT record FROM role WHERE key = ?", f"soc:{code}.00"):
            role = json.loads(record)
            for part in OCCUPATION_ONLY:
                role["occupation"].pop(part, None)
            return build(Role, role)
        return None

    def with_skill(self, skill: str) -> set[str]:
        """Keys of the roles that name a skill."""
        rows = self._query_roles("SELECT key FROM role_skill WHERE skill = ?", skill)
        return {key for (key,) in rows}

    def requirements(self) -> list[RoleRequirements]:
        """The requirements of every role that has any, ordered by title."""
        roles = []
        sql = "SELECT key, slug, title, requirements FROM role WHERE requirements != '[]'"
        for key, slug, title, stored in self._query_roles(sql):
            requirements = tuple(
                Requirement(tuple(required["any_of"]), required["need"], required["expected"])
                for required in json.loads(stored)
            )
            roles.append(RoleRequirements(key, slug, title, requirements))
        return sorted(roles, key=lambda role: role.title.casefold())

    def family(self, family_id: str | None) -> str:
        """A family's title; its id if it has none."""
        for (title,) in self._query("SELECT title FROM family WHERE id = ?", family_id or ""):
            return str(title)
        return family_id or ""

    def families(self) -> dict[str, str]:
        """Family id -> title."""
        return dict(self._query("SELECT id, title FROM family"))


def _ambiguous(name: str, slugs: list[str]) -> UnknownNameError:
    rest = len(slugs) - MAX_CANDIDATES
    more = f" {rest} more begin so." if rest > 0 else ""
    return UnknownNameError(
        f"\u201c{name}\u201d fits {len(slugs)} roles.",
        slugs[:MAX_CANDIDATES],
        hint=f"Give one of these.{more}",
        ambiguous=True,
    )


def _with_cited(
    sources: dict[str, Source], official: Role | RoleRow, nearest: NearestOccupation
) -> dict[str, Source]:
    """A guide's sources, with those of the imported figures that it now has."""
    cited = {figure.source for figure in (nearest.pay, nearest.growth) if figure}
    added = {name: source for name, source in official.sources.items() if name in cited}
    return {**added, **sources}
