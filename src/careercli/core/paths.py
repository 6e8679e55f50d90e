"""The way from one role to another over at most two stepping stones.

As the Federal Reserve's Occupational Mobility Explorer builds paths of up to three roles. A step
may be taken where skills, preparation and pay pass the tests of `core.moves`; what was learnt on
one step counts on the next.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from careercli.core.moves import (
    VOCABULARIES,
    Move,
    MoveRole,
    SkillDemand,
    Start,
    Vocabulary,
    skills_of,
)

NEEDED = ("skills", "preparation", "pay")
"""The tests that a step has to pass; the outlook is shown."""
MAX_STONES = 2

Judge = Callable[[Start, MoveRole], Move]
"""The move from a start to a role."""


class PathStep(NamedTuple):
    """One step of a way.

    learn: what the role asks for beyond what is held by then, with the level held
    """

    move: Move
    start: Start
    learn: tuple[tuple[SkillDemand, int], ...]


class Route(NamedTuple):
    """Steps from a start to the goal.

    without: the test that not every step passes, or `credential`, where one is typical at entry
        that nobody gets by working, or may be; empty where all pass
    """

    steps: tuple[PathStep, ...]
    without: str = ""

    @property
    def hardest(self) -> float:
        """The smallest share of skills that carries over on any step."""
        return min(step.move.skills.number or 0.0 for step in self.steps)


def may_be_taken(one: Move, without: str = "") -> bool:
    """Whether a move passes the tests that a step needs, but for one, or but for a credential
    that somebody may not have."""
    excused = {without}
    if without == "credential" and one.education_unknown:
        excused = {"preparation"}
    return all(one.verdicts[name].state == "pass" for name in NEEDED if name not in excused)


def after(start: Start, role: MoveRole) -> Start:
    """Where one is after a move: in the role, with its skills beside one's own.

    Pay is still compared with that at the start: three steps down a quarter are no way to keep it.
    """
    held: dict[Vocabulary, dict[str, int]] = {}
    for vocabulary in VOCABULARIES:
        both = dict(start.held.get(vocabulary, {}))
        for skill, level in skills_of(role.asks.get(vocabulary, ())).items():
            both[skill] = max(level, both.get(skill, 0))
        held[vocabulary] = both
    return start._replace(role=role, held=held)


def best_route(
    start: Start, goal: MoveRole, between: Iterable[MoveRole], judge: Judge, without: str = ""
) -> Route | None:
    """The way with the fewest stepping stones; of those, the easiest.

    None where no way over at most two of the roles in `between` passes at each step, but for the
    test `without`.
    """

    def taken(one: Move) -> bool:
        return may_be_taken(one, without)

    if taken(direct := judge(start, goal)):
        return Route((_step(start, direct),), without)
    stones = [one for one in between if one.key != goal.key]
    first = [
        (_step(start, one), after(start, one.to))
        for one in (judge(start, stone) for stone in stones)
        if taken(one)
    ]
    short = [
        Route((step, _step(there, last)), without)
        for step, there in first
        if taken(last := judge(there, goal))
    ]
    if short:
        return _easiest(short)
    return _easiest(
        Route((step, _step(there, second), _step(beyond, last)), without)
        for step, there in first
        for stone in stones
        if stone.key != step.move.to.key and taken(second := judge(there, stone))
        if taken(last := judge(beyond := after(there, stone), goal))
    )


RELAXED = ("", "credential", "pay", "preparation")
"""Which test to do without where no way passes all, in this order."""


def nearest_route(
    start: Start, goal: MoveRole, between: list[MoveRole], judge: Judge
) -> Route | None:
    """The best way, or, where there is none, the best one that does without one test."""
    ways = (best_route(start, goal, between, judge, without) for without in RELAXED)
    return next((way for way in ways if way), None)


def _easiest(ways: Iterable[Route]) -> Route | None:
    """Whose stones ask for fewest credentials; of those, with the easiest hardest step."""

    def ease(way: Route) -> tuple[float, ...]:
        asked = sum(bool(step.move.credential) for step in way.steps[:-1])
        return (-asked, way.hardest, sum(step.move.skills.number or 0.0 for step in way.steps))

    return max(ways, key=ease, default=None)


def _step(start: Start, move: Move) -> PathStep:
    return PathStep(move, start, tuple(lacking(move, start)))


def lacking(move: Move, start: Start) -> list[tuple[SkillDemand, int]]:
    """What a role asks for beyond what is held, with the level held; what weighs most first."""
    if not move.vocabulary:
        return []
    mine, asks = start.held[move.vocabulary], move.to.asks[move.vocabulary]
    held = [(one, max(mine.get(skill, 0) for skill in one.any_of)) for one in asks]
    below = [(one, have) for one, have in held if have < one.level]
    return sorted(below, key=lambda pair: -pair[0].weight * (1 - pair[1] / pair[0].level))
