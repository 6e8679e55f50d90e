"""Roles as moves read them, out of the stores: what `moves`, `path` and a report begin with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from itertools import groupby

from careercli import profile
from careercli.build import build
from careercli.commands.gaps import DEFAULT_LEVEL, known_marks
from careercli.commands.marking import the_skill
from careercli.commands.roles import the_key
from careercli.core.gap import level_for, levels_asked
from careercli.core.listing import projected_growth
from careercli.core.moves import (
    Asked,
    Move,
    Standing,
    Start,
    asked,
    held_in,
    move,
    ordered,
    requirements_asked,
    within_families,
)
from careercli.core.pay import on_basis
from careercli.errors import UnknownNameError, UsageError
from careercli.model import UNKNOWN, Calibration, Level, Needs, Row, Source, Trait
from careercli.output import narrate
from careercli.store import Store, is_occupation
from careercli.text import fold_name

ONET_UNIT = 100
"""O*NET's levels stand in hundredths in a store, and whole in a profile."""


class Ground:
    """The roles that moves are looked for among, at a level; each is read when it is asked for."""

    def __init__(
        self, store: Store, level: Level, *, occupations: bool, guides: bool = True
    ) -> None:
        self.store = store
        self.level = level
        self._traits = store.traits()
        self._elements = store.rated_skills()
        self._names = store.titles() if occupations else {}
        self._rows: dict[str, Row] = {}
        self._needs: dict[str, Needs] = {}
        self._standings: dict[str, Standing] = {}
        self.calibrations: dict[str, Calibration | None] = {"onet": store.calibration()}
        self.keys = list(self._names)
        if guides:
            self._rows = {row.key: row for row in store.rows()}
            self._needs = {one.key: one for one in store.needs()}
            self.keys = [*self._rows, *self.keys]
            described = map(self.standing, self._rows)
            self.calibrations["guide"] = within_families((o.family, o.asks) for o in described)

    def standing(self, key: str) -> Standing:
        """One role, whether or not moves are looked for among its like."""
        if key not in self._standings:
            kind = self._occupation if is_occupation(key) else self._guide
            self._standings[key] = kind(key)
        return self._standings[key]

    def row(self, key: str) -> Row:
        """A role as a row, with the provenance of its figures."""
        return self.rows([key])[key]

    def rows(self, keys: Collection[str]) -> dict[str, Row]:
        """Roles as rows, by key."""
        if missing := set(keys) - self._rows.keys():
            self._rows |= {row.key: row for row in self.store.rows(missing)}
        return {key: self._rows[key] for key in keys}

    def moves(self, start: Start) -> Iterator[Move]:
        """The move to each role, the most alike first; each is judged when it is asked for."""
        code = start.role.code if start.role else ""
        alike = self.store.likeness(code) if code else {}

        def likeness(key: str) -> int | None:
            there = key.removeprefix("soc:") if is_occupation(key) else self.standing(key).code
            return alike.get(there)

        others = [(likeness(key), key) for key in self.keys if not _is(start, key)]
        others.sort(key=lambda one: UNKNOWN if one[0] is None else one[0], reverse=True)
        for near, some in groupby(others, key=lambda one: one[0]):
            ends = (self.standing(key) for _, key in some)
            yield from ordered(self.judge(start, one, near) for one in ends)

    def judge(self, start: Start, to: Standing, likeness: int | None = None) -> Move:
        """The move to one role."""
        return move(start, to, self.calibrations.get(to.vocabulary), likeness)

    def _guide(self, key: str) -> Standing:
        row = self.row(key)
        levels = on_basis(row.pay, "levels")
        survey = on_basis(row.pay, "percentiles") or (row.nearest.pay if row.nearest else None)
        pay = {str(point): amount for point, amount in levels.points.items()} if levels else {}
        if survey and survey.unit == "USD/year" and "p50" in survey.points:
            pay["survey"] = survey.points["p50"]
        growth = projected_growth(row)
        code = f"{row.nearest.code}.00" if row.nearest else ""
        trait = self._traits.get(code)
        asks = self._asked(self._needs.get(row.key))
        return Standing(
            row.key,
            row.slug,
            row.title,
            code,
            row.nearest.match if row.nearest else "",
            row.family or "",
            trait.zone if trait else None,
            pay,
            growth.value if growth else None,
            asks,
            "guide" if asks else "",
        )

    def _asked(self, needs: Needs | None) -> tuple[Asked, ...]:
        if needs is None:
            return ()
        level = level_for(self.level, levels_asked(needs.requirements))
        return requirements_asked(needs.requirements, level) if level else ()

    def _occupation(self, key: str) -> Standing:
        code = key.removeprefix("soc:")
        slug, title = self._names.get(key) or self.row(key)[1:3]
        trait = self._traits.get(code) or Trait(code, None, None, None)
        asks = asked(list(self._elements), trait.levels)
        return Standing(
            key,
            slug,
            title,
            code,
            "exact",
            "",
            trait.zone,
            {} if trait.pay is None else {"survey": trait.pay},
            trait.growth,
            asks,
            "onet" if asks else "",
        )

    def labels(self, skills: Sequence[str]) -> dict[str, str]:
        """Skill or element id -> its name."""
        others = [one for one in skills if one not in self._elements]
        return {**self.store.labels(others), **self._elements}

    def skill(self, name: str, vocabulary: str) -> str:
        """The skill that a person means; O*NET's where moves are between occupations."""
        if vocabulary != "onet":
            return the_skill(self.store, name)
        folded = {fold_name(word): one for one, word in self._elements.items()}
        folded |= {one.casefold(): one for one in self._elements}
        found = folded.get(fold_name(name)) or folded.get(name.casefold())
        if found is None:
            raise UnknownNameError(
                f"O*NET has no skill \u201c{name}\u201d.", list(self._elements.values())
            )
        return found


def _is(start: Start, key: str) -> bool:
    return start.role is not None and start.role.key == key


def starting(
    store: Store, words: Sequence[str] | None, level: Level | None, profile_name: str | None
) -> tuple[str | None, Level, profile.Profile | None]:
    """The key of the role to start from, the level, and whose skills they are.

    A role that is named stands for itself; else it is the present role of the profile, with the
    person's own marks. Raises UsageError where there is neither a role nor a mark.
    """
    if words:
        return the_key(store, " ".join(words)), level or DEFAULT_LEVEL, None
    person = profile.read_chosen(profile_name, tell=narrate)
    current, key = person.current, present_role(store, person)
    if key is None and not person.marks:
        raise UsageError(
            "Where from? The profile names no present role, and no skills.",
            hint="careercli moves ROLE, or careercli profile current ROLE first.",
        )
    return key, level or (current and current.level) or DEFAULT_LEVEL, person


def present_role(store: Store, person: profile.Profile) -> str | None:
    """The key of a person's present role; None where there is none, or it is no role here."""
    with suppress(UnknownNameError):
        return store.resolve(person.current.role) if person.current else None
    return None


def start_of(ground: Ground, key: str | None, person: profile.Profile | None) -> Start:
    """Where somebody is: a role as it asks, and on top of it the person's own marks."""
    role = ground.standing(key) if key else None
    vocabulary = role.vocabulary if role else "guide"
    held = held_in(role.asks) if role else {}
    if person is None:
        return Start(role, held, True, vocabulary, ground.level)
    pay = person.current.pay if person.current else None
    if vocabulary == "onet":  # the role rates all of O*NET's skills, so that none is unknown
        held |= {one: ONET_UNIT * level for one, level in person.onet_levels.items()}
        return Start(role, held, True, vocabulary, ground.level, pay)
    marks = known_marks(ground.store, person.marks)
    held |= {skill: mark.level for skill, mark in marks.items() if mark.level is not None}
    return Start(role, held, False, "guide", ground.level, pay)


def onet_source(store: Store) -> Source:
    """The source of job zones and likeness: O*NET as it was imported, else as it is bundled."""
    bundled = store.nearest_sources()["onet"]
    return store.imported_source("onet") or build(Source, bundled)
