"""Roles as moves read them, out of the stores: what `moves`, `path` and a report begin with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from itertools import groupby

from careercli.app.gap import DEFAULT_LEVEL, rename_to_current_ids
from careercli.app.lookup import resolve_key, resolve_skill
from careercli.core.gap import level_for, levels_asked
from careercli.core.moves import (
    Move,
    MoveRole,
    SkillDemand,
    Start,
    Vocabulary,
    element_demands,
    judge_move,
    requirement_demands,
    sorted_moves,
    start_from_role,
    within_families,
)
from careercli.core.pay import on_basis
from careercli.core.role_filters import projected_growth
from careercli.core.sources import with_distinct_sources
from careercli.errors import UnknownNameError, UsageError
from careercli.files import profile
from careercli.model.basics import Pay, RoleRequirements, RoleRow, Seniority, Source, is_occupation
from careercli.model.move_inputs import RATING_UNIT, UNKNOWN_LIKENESS, Calibration, OccupationTraits
from careercli.output.stdout import say_err
from careercli.store.reader import Store
from careercli.text import normalize_name


class MoveSearch:
    """The roles that moves are looked for among, at a level; each is read when it is asked for."""

    def __init__(
        self, store: Store, level: Seniority, *, occupations: bool, guides: bool = True
    ) -> None:
        self.store = store
        self.level = level
        self._skills = store.rated_skills()
        self._names = store.occupation_names() if occupations else {}
        self._rows: dict[str, RoleRow] = {}
        self._needs: dict[str, RoleRequirements] = {}
        self._standings: dict[str, MoveRole] = {}
        self.usual: dict[Vocabulary, Calibration] = {}
        if within_groups := store.calibration():
            self.usual["onet"] = within_groups
        among = None if guides else store.exact_guides.values() if occupations else ()
        self._rows = {row.key: row for row in store.rows(among)}
        self._needs = {needed.key: needed for needed in store.requirements()}
        nearest = {f"{row.nearest.code}.00" for row in self._rows.values() if row.nearest}
        self._traits = store.traits(None if occupations else nearest)
        self.keys = [*self._rows, *self._names]
        if guides:
            described = map(self.standing, self._rows)
            asks = ((one.family, one.asks.get("guide", ())) for one in described)
            self.usual["guide"] = within_families(asks)

    def standing(self, key: str) -> MoveRole:
        """One role, whether or not moves are looked for among its like."""
        if key not in self._standings:
            read = self._official if is_occupation(key) else self._guide
            self._standings[key] = read(key)
        return self._standings[key]

    def row(self, key: str) -> RoleRow:
        """A role as a row, with the provenance of its figures."""
        return self.rows([key])[key]

    def rows(self, keys: Collection[str]) -> dict[str, RoleRow]:
        """Roles as rows, by key, their sources under distinct ids."""
        if missing := set(keys) - self._rows.keys():
            self._rows |= {row.key: row for row in self.store.rows(missing)}
        rows, _ = with_distinct_sources(self._rows[key] for key in keys)
        return {row.key: row for row in rows}

    def moves(self, start: Start) -> Iterator[Move]:
        """The move to each role, the most alike first; each is judged when it is asked for."""
        code = start.role.code if start.role else ""
        alike = self.store.likeness(code) if code else {}

        def likeness(key: str) -> int | None:
            there = key.removeprefix("soc:") if is_occupation(key) else self.standing(key).code
            return alike.get(there)

        others = [(likeness(key), key) for key in self.keys if not self.is_same(start, key)]
        others.sort(key=lambda one: UNKNOWN_LIKENESS if one[0] is None else one[0], reverse=True)
        for near, some in groupby(others, key=lambda one: one[0]):
            ends = (self.standing(key) for _, key in some)
            yield from sorted_moves(self.judge(start, one, near) for one in ends)

    def others(self, start: Start) -> int:
        """How many roles there are to go to."""
        return sum(not self.is_same(start, key) for key in self.keys)

    def judge(self, start: Start, to: MoveRole, likeness: int | None = None) -> Move:
        """The move to one role."""
        return judge_move(start, to, self.usual, likeness)

    def is_same(self, start: Start, key: str) -> bool:
        """Whether a role is the one that somebody starts from, under whichever name."""
        here = start.role
        if here is None or here.key == key:
            return here is not None
        if is_occupation(key):
            return here.match == "exact" and key == f"soc:{here.code}"
        there = self.standing(key)
        return here.is_occupation and there.match == "exact" and there.code == here.code

    def _guide(self, key: str) -> MoveRole:
        row = self.row(key)
        nearest, levels = row.nearest, on_basis(row.pay, "levels")
        near = nearest is not None and nearest.match != "broader"  # else it is not the job's pay
        own = on_basis(row.pay, "percentiles")
        series = own or (nearest.pay if nearest and near else None)
        pay, open_ended = _amounts(levels, series)
        growth = projected_growth(row)
        code = f"{nearest.code}.00" if nearest else ""
        trait = self._traits.get(code, OccupationTraits(code))
        asks: dict[Vocabulary, tuple[SkillDemand, ...]] = {}
        if needed := self._asked(self._needs.get(row.key)):
            asks["guide"] = needed
        if near and (rated := element_demands(list(self._skills), trait.levels)):
            asks["onet"] = rated
        return MoveRole(
            row.key,
            row.slug,
            row.title,
            code,
            nearest.match if nearest else "",
            row.family or "",
            trait.zone,
            pay,
            open_ended,
            nearest.code if nearest and not own else row.key,
            growth.value if growth else None,
            (nearest.education if nearest and near else None) or "",
            asks,
        )

    def _asked(self, needs: RoleRequirements | None) -> tuple[SkillDemand, ...]:
        if needs is None:
            return ()
        level = level_for(self.level, levels_asked(needs.requirements))
        return requirement_demands(needs.requirements, level) if level else ()

    def _official(self, key: str) -> MoveRole:
        code = key.removeprefix("soc:")
        slug, title = self._names.get(key) or self.row(key)[1:3]
        trait = self._traits.get(code, OccupationTraits(code))
        rated = element_demands(list(self._skills), trait.levels)
        return MoveRole(
            key,
            slug,
            title,
            code,
            "exact",
            "",
            trait.zone,
            {} if trait.pay is None else {"survey": trait.pay},
            frozenset({"survey"} if trait.at_least else ()),
            trait.counted,
            trait.growth,
            trait.entry,
            {"onet": rated} if rated else {},
        )

    def labels(self, skills: Sequence[str]) -> dict[str, str]:
        """Skill or element id -> its name."""
        others = [one for one in skills if one not in self._skills]
        return {**self.store.labels(others), **self._skills}

    def skill(self, name: str, start: Start) -> tuple[str, Vocabulary]:
        """The skill that a person means, and whose: O*NET's where only those are compared.

        Raises UnknownNameError.
        """
        if start.held.get("guide") or not self._skills:
            return resolve_skill(self.store, name), "guide"
        folded = {normalize_name(word): one for one, word in self._skills.items()}
        rated = folded.get(normalize_name(name)) or (name if name in self._skills else None)
        if rated is None:
            raise UnknownNameError(
                f"Moves from here are compared by O*NET's skills, and \u201c{name}\u201d is none.",
                list(self._skills.values()),
            )
        return rated, "onet"


def _amounts(levels: Pay | None, survey: Pay | None) -> tuple[dict[str, float], frozenset[str]]:
    """Basis -> dollars a year, and the bases published as this much or more."""
    amounts: dict[str, float] = {}
    open_ended: set[str] = set()
    if levels and levels.unit == "USD/year":
        amounts = {str(point): amount for point, amount in levels.points.items()}
        open_ended = {str(point) for point in levels.at_least}
    if survey and survey.unit == "USD/year" and "p50" in survey.points:
        amounts["survey"] = survey.points["p50"]
        if "p50" in survey.at_least:
            open_ended.add("survey")
    return amounts, frozenset(open_ended)


def starting(
    store: Store, words: Sequence[str] | None, level: Seniority | None, profile_name: str | None
) -> tuple[str | None, Seniority, profile.Profile | None]:
    """The key of the role to start from, the level, and whose skills they are.

    A role that is named stands for itself; else it is the present role of the profile, with the
    person's own marks. Raises UsageError where there is neither a role nor a mark.
    """
    if words:
        return resolve_key(store, " ".join(words)), level or DEFAULT_LEVEL, None
    person = profile.read_chosen(profile_name, tell=say_err)
    current, key = person.current, present_role(store, person)
    skilled = bool(person.marks or person.onet_levels)
    if current and key is None:
        say_err(f"Your present role, {current.role}, is no role here: from your skills alone.")
    if key is None and not skilled:
        raise UsageError(
            "Where from? The profile names no role that is here, and no skills.",
            hint="careercli moves ROLE, or careercli profile set job=ROLE first.",
        )
    return key, level or (current and current.level) or DEFAULT_LEVEL, person


def present_role(store: Store, person: profile.Profile) -> str | None:
    """The key of a person's present role; None where there is none, or it is no role here."""
    with suppress(UnknownNameError):
        return store.resolve(person.current.role) if person.current else None
    return None


def start_of(ground: MoveSearch, key: str | None, person: profile.Profile | None) -> Start:
    """Where somebody is: a role as it asks, and on top of it the person's own marks."""
    role = ground.standing(key) if key else None
    start = (
        start_from_role(role, ground.level) if role else Start(None, {}, frozenset(), ground.level)
    )
    if person is None:
        return start
    held: dict[Vocabulary, dict[str, int]] = {name: {**some} for name, some in start.held.items()}
    marks = rename_to_current_ids(ground.store, person.marks)
    own = {skill: mark.level for skill, mark in marks.items() if mark.level is not None}
    if own and not (role and role.is_occupation):
        held["guide"] = held.get("guide", {}) | own
    if person.onet_levels:
        rated = {one: RATING_UNIT * level for one, level in person.onet_levels.items()}
        held["onet"] = held.get("onet", {}) | rated
    known = start.known - {"guide"}  # O*NET rates all of its skills for a role
    own_pay = person.current.pay if person.current else None
    return start._replace(held=held, known=known, own=True, own_pay=own_pay)


def onet_source(store: Store) -> Source:
    """The source of job zones and likeness."""
    return store.official_source("onet")
