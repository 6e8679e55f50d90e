"""Roles, read from the stores: lists of them, and each one whole."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from careercli.model.basics import NearestOccupation, RoleRow, RoleSummary, Source, is_occupation
from careercli.model.codec import build
from careercli.store.role_names import GUIDES, NameReader
from careercli.store.schema import INTEREST_PROFILE
from careercli.store.store_chain import MAX_VALUES, placeholders, rows_in
from careercli.text import normalize_name

if TYPE_CHECKING:
    from careercli.core.interests import Scores
    from careercli.model.role import Role
    from careercli.model.skills import RoleRequirements


class RoleReader(NameReader):
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
        sql = "SELECT soc_code, figures, list_sources FROM role WHERE key IN ({})"
        stored = list(rows_in(self._occupations, sql, keys))
        sources = _stored_sources(self._occupations, {text_id for *_, text_id in stored})
        return {
            code: (build(NearestOccupation, json.loads(figures)), sources[text_id])
            for code, figures, text_id in stored
        }

    def guide_occupations(self) -> dict[str, tuple[str, str]]:
        """Key of a guide -> SOC code of its occupation, and how near that is."""
        sql = f"SELECT key, soc_code, match FROM role WHERE {GUIDES}"  # noqa: S608
        return {key: (code, match) for key, code, match in self.query_roles(sql)}

    def entry_education(self) -> dict[str, str]:
        """Key -> the education that a role asks for at entry, in the projections' words."""
        from careercli.core.entry import asked_education

        studied = dict(self.query("SELECT code, degree FROM schooling"))
        sql = "SELECT code, zone, entry FROM trait WHERE entry != ''"
        entries = {
            f"soc:{code}": asked_education(code, zone, typical, studied.get(code, ""))
            for code, zone, typical in self._occupations.execute(sql)
        }
        for key, (code, match) in self.guide_occupations().items():
            if match in ("exact", "close") and (entry := entries.get(f"soc:{code}.00")):
                entries[key] = entry
        return entries

    def usual_education(self, key: str) -> str:
        """The usual entry education that a guide tells in a few words; empty if it tells none."""
        sql = "SELECT key, json_extract(record, '$.education.usual') FROM role WHERE key = ?"
        return next((usual or "" for _, usual in self.query_roles(sql, key)), "")

    def interest_profiles(self) -> dict[str, tuple[Scores, bool]]:
        """Key -> the six interests of O*NET in the order R I A S E C, 1 to 7, and whether they
        are only those of a near occupation. An occupation that a guide is has no entry."""
        from array import array

        known = {
            code: tuple(score / 100 for score in array("H", scores))
            for code, scores in self._occupations.execute(INTEREST_PROFILE.select())
        }
        exact = self.exact_guides
        profiles = {
            f"soc:{code}": (scores, False)
            for code, scores in known.items()
            if f"soc:{code}" not in exact
        }
        for key, (code, match) in self.guide_occupations().items():
            if scores := known.get(f"{code}.00"):
                profiles.setdefault(key, (scores, match != "exact"))
        return profiles

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

    def count_occupations(self) -> int:
        """How many occupations there are that no guide stands for."""
        exact = self.exact_guides
        sql = f"SELECT count(*) FROM role WHERE key NOT IN ({placeholders(exact)})"  # noqa: S608
        ((count,),) = self._occupations.execute(sql, tuple(exact))
        return int(count)

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
                else:
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

    def rows(
        self, keys: Collection[str] | None = None, *, occupations: bool = False
    ) -> list[RoleRow]:
        """The guides as rows, with `occupations` those too, or the roles with these keys.

        Ordered by title. An occupation that a guide is exactly has a row only if it is named.
        """
        rows: dict[str, RoleRow] = {}
        sql, values = "SELECT key, list_row, list_sources FROM role", list(keys or ())
        if keys is None and not occupations:
            sql += f" WHERE {GUIDES}"
        elif 0 < len(values) <= MAX_VALUES:
            sql += f" WHERE key IN ({placeholders(values)})"
        else:
            values = []
        hidden = self.exact_guides if keys is None else {}
        for database in self._databases:
            origin = "yours" if database is self._user else ""
            stored = [
                role
                for role in database.execute(sql, values)
                if role[0] not in hidden and (keys is None or role[0] in keys)
            ]
            sources = _stored_sources(database, {text_id for *_, text_id in stored})
            fields = json.loads(f"[{','.join(row for _, row, _ in stored)}]")  # at once: quicker
            for (key, _, text_id), row in zip(stored, fields, strict=True):
                if key not in rows:
                    row |= {"sources": {}, "origin": origin}
                    rows[key] = build(RoleRow, row)._replace(sources=sources[text_id])
                else:
                    rows[key] = rows[key]._replace(origin="yours, in place of ours")
        return sorted(
            self._rows_with_figures(list(rows.values())), key=lambda row: row.title.casefold()
        )

    def rows_in_order(self, keys: Iterable[str]) -> dict[str, RoleRow]:
        """Key -> row, of those of these roles that there are, in their order."""
        wanted = list(dict.fromkeys(keys))
        rows = {row.key: row for row in self.rows(wanted)} if wanted else {}
        return {key: rows[key] for key in wanted if key in rows}

    def _rows_with_figures(self, rows: list[RoleRow]) -> Iterator[RoleRow]:
        """Rows, those of guides with the official figures of their nearest occupations."""
        official = self._official_figures({row.nearest.code for row in rows if row.nearest})
        for row in rows:
            if row.nearest and (known := official.get(row.nearest.code)):
                nearest = known[0]._replace(match=row.nearest.match)
                figures = (nearest.pay, nearest.employment, nearest.growth)
                cited = {figure.source for figure in figures if figure}
                added = {name: source for name, source in known[1].items() if name in cited}
                row = row._replace(nearest=nearest, sources={**added, **row.sources})
            yield row

    def with_skill(self, skill: str) -> set[str]:
        """Keys of the roles that name a skill."""
        rows = self.query_roles("SELECT key FROM role_skill WHERE skill = ?", skill)
        return {key for (key,) in rows}

    def described(self) -> frozenset[str]:
        """Keys of the roles that have requirements."""
        rows = self.query_roles(f"SELECT key FROM role WHERE {GUIDES} AND requirements != '[]'")  # noqa: S608
        return frozenset(key for (key,) in rows)

    def codes_of(self, keys: Collection[str]) -> dict[str, str]:
        """Key -> six-digit SOC code of a role, or of the nearest occupation of a guide."""
        sql = f"SELECT key, soc_code FROM role WHERE key IN ({placeholders(keys)})"  # noqa: S608
        return {key: code for key, code in self.query_roles(sql, *keys) if code}

    def naming_most(self, skills: Collection[str], count: int) -> list[str]:
        """The keys of the roles that name most of these skills, at most `count`."""
        sql = f"SELECT key FROM role_skill WHERE skill IN ({placeholders(skills)})"  # noqa: S608
        named = Counter(key for (key,) in self.query_roles(sql, *skills))
        return [key for key, _ in named.most_common(count)]

    def requirements(self, keys: Collection[str] | None = None) -> list[RoleRequirements]:
        """The requirements of every role that has any, or of those with these keys, by title."""
        from careercli.model.skills import Requirement, RoleRequirements

        roles = []
        which = GUIDES if keys is None else f"key IN ({placeholders(keys)})"
        sql = (
            "SELECT key, slug, title, requirements FROM role"  # noqa: S608
            f" WHERE {which} AND requirements != '[]'"
        )
        for key, slug, title, stored in self.query_roles(sql, *(keys or ())):
            requirements = build(tuple[Requirement, ...], json.loads(stored))
            roles.append(RoleRequirements(key, slug, title, requirements))
        return sorted(roles, key=lambda role: role.title.casefold())

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
            return [other["slug"] for other in related if other.get("slug")]
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
            "SELECT folded, length(roles) - length(replace(roles, ' ', '')) + 1 FROM software"
            " WHERE folded IN ({})"
        )
        return {folded[name]: count for name, count in rows_in(self._occupations, sql, folded)}

    def family(self, family_id: str | None) -> str:
        """A family's title; its id if it has none."""
        return self.families().get(family_id or "", family_id or "")

    def families(self) -> dict[str, str]:
        """Family id -> title."""
        return dict(self.query("SELECT id, title FROM family"))


def _stored_sources(
    database: sqlite3.Connection, text_ids: Collection[int]
) -> dict[int, dict[str, Source]]:
    """Id of a text -> the sources in it, by their ids."""
    sql = "SELECT id, text FROM shared_text WHERE id IN ({})"
    return {
        text_id: {name: build(Source, told) for name, told in json.loads(text).items()}
        for text_id, text in list(rows_in(database, sql, text_ids))
    }


def _stored_summaries(
    database: sqlite3.Connection, condition: str, *values: str
) -> Iterator[tuple[RoleSummary, str, str]]:
    """The summaries in a store, each with the code of its occupation and how near that is."""
    footnotes = dict(database.execute("SELECT id, text FROM shared_text")) | {0: ""}
    sql = f"SELECT key, slug, title, name, soc_code, match, summary FROM role {condition}"  # noqa: S608
    rows = database.execute(sql, values).fetchall()
    stored = json.loads(f"[{','.join(row[-1] for row in rows)}]")  # at once: it is quicker
    for (key, slug, title, name, code, match, _), fields in zip(rows, stored, strict=True):
        *figures, pay, growth, estimate, source = fields
        cited = (footnotes[note] for note in (pay, growth, estimate, source))
        yield RoleSummary(*(key, slug, title, *figures, *cited, "", name)), code, match


def _with_occupation(guide: RoleSummary, official: RoleSummary, match: str) -> RoleSummary:
    """A guide in a line with the figures of its occupation, rough if that isn't exactly the job.

    The survey's median is the guide's own if it has one, unless the occupation is exactly the
    job; the official projection goes before the publisher's.
    """
    near = match != "exact"
    if official.pay is not None and (match == "exact" or guide.pay is None):
        guide = guide._replace(
            pay=official.pay,
            pay_words=official.pay_words,
            pay_is_rough=near or official.pay_is_rough,
            pay_note=official.pay_note,
        )
    if official.growth is not None:
        guide = guide._replace(
            growth=official.growth,
            growth_words=official.growth_words,
            growth_is_rough=near or official.growth_is_rough,
            growth_note=official.growth_note,
        )
    return guide._replace(interests=guide.interests or official.interests)
