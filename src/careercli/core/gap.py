"""The gap: a person's marks against what a role asks, and a readiness that adds up."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from careercli.model.basics import SENIORITIES, Need, Requirement, Seniority

TermState = Literal["met", "below", "missing", "unrated"]

WEIGHT: dict[Need, int] = {"must": 3, "should": 2, "nice": 1}
UNIT = 12
"""Points for each unit of weight: divisible by every expected level, so points are whole."""


class SkillRating(NamedTuple):
    """What a person's profile says of a skill.

    level: 1 to 4; 0 where the person has none of it; None where it is only claimed (a résumé
        names it without a level)
    evidence: what shows it
    """

    level: int | None
    evidence: str = ""


class Term(NamedTuple):
    """One requirement against the marks.

    expected: the level asked for, 1 to 4
    skill: the skill that was counted; of several it is the one marked highest
    level: its mark, 0 where there is none
    state: met, below, missing (marked as none) or unrated
    points: 12 x weight x min(level, expected) / expected
    full: 12 x weight
    distance: weight x (expected - level), at least 0: what the gap is ordered by
    claimed: a résumé names it, no level yet
    evidence: what shows it
    adjacent: skills near to it that the person has; they never count as it
    """

    requirement: Requirement
    expected: int
    skill: str
    level: int
    state: TermState
    points: int
    full: int
    claimed: bool = False
    evidence: str = ""
    adjacent: tuple[str, ...] = ()

    @property
    def distance(self) -> int:
        return WEIGHT[self.requirement.need] * max(self.expected - self.level, 0)


class Gap(NamedTuple):
    """All requirements of a role at a level, in the guide's order."""

    level: Seniority
    terms: tuple[Term, ...]

    @property
    def points(self) -> int:
        return sum(term.points for term in self.terms)

    @property
    def full(self) -> int:
        return sum(term.full for term in self.terms)

    @property
    def rated(self) -> int:
        return sum(term.state != "unrated" for term in self.terms)

    @property
    def claimed(self) -> int:
        return sum(term.claimed for term in self.terms)

    @property
    def readiness(self) -> int | None:
        """Percent, rounded down so that 100 means all; None where nothing is rated or asked."""
        return 100 * self.points // self.full if self.rated else None

    @property
    def ceiling(self) -> int | None:
        """The readiness there would be if everything unrated were met."""
        if not self.rated:
            return None
        unrated = sum(term.full for term in self.terms if term.state == "unrated")
        return 100 * (self.points + unrated) // self.full


class RoleGap(NamedTuple):
    """A role's name and the gap to it."""

    key: str
    slug: str
    title: str
    gap: Gap


def gap(
    requirements: Iterable[Requirement],
    level: Seniority,
    marks: Mapping[str, SkillRating],
    near: Mapping[str, Sequence[str]],
) -> Gap:
    """A person's marks against a role's requirements at a level.

    Readiness R = sum of w min(u/L, 1) / sum of w, over every requirement that asks for
    something at this level, unrated ones as u = 0 (w: must 3, should 2, nice 1; u the mark,
    L the level expected). It is counted in whole points, 12 w min(u, L) / L, so that the terms
    add up. Formula: a coverage of weighted requirements as in Nesta's Mapping Career Causeways
    (asymmetric overlap), with levels in place of similarities.

    `near` gives the neighbours of a skill. Raising a mark never lowers R.
    """
    terms = tuple(
        _term(one, one.expected[level], marks, near)
        for one in requirements
        if level in one.expected
    )
    return Gap(level, terms)


def _term(
    requirement: Requirement,
    expected: int,
    marks: Mapping[str, SkillRating],
    near: Mapping[str, Sequence[str]],
) -> Term:
    full = UNIT * WEIGHT[requirement.need]
    if not near and marks.keys().isdisjoint(requirement.any_of):
        return Term(requirement, expected, requirement.any_of[0], 0, "unrated", 0, full)
    known = {skill: marks[skill] for skill in requirement.any_of if skill in marks}
    rated = {skill: mark.level for skill, mark in known.items() if mark.level is not None}
    if not rated:
        adjacent = _adjacent(requirement, marks, near)
        first = next(iter(known), requirement.any_of[0])
        return Term(requirement, expected, first, 0, "unrated", 0, full, bool(known), "", adjacent)
    best = max(rated, key=lambda skill: rated[skill])
    level = rated[best]
    state: TermState = "met" if level >= expected else "below"
    if not level:
        state = "missing" if len(rated) == len(requirement.any_of) else "unrated"
    return Term(
        requirement,
        expected,
        best,
        level,
        state,
        points=full * min(level, expected) // expected,
        full=full,
        claimed=not level and len(rated) < len(known),
        evidence=known[best].evidence,
        adjacent=() if level else _adjacent(requirement, marks, near),
    )


def _adjacent(
    requirement: Requirement, marks: Mapping[str, SkillRating], near: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """Skills near to the required ones that the person has."""
    others = (
        other
        for skill in requirement.any_of
        for other in near.get(skill, ())
        if other in marks and marks[other].level and other not in requirement.any_of
    )
    return tuple(dict.fromkeys(others))


def by_distance(terms: Iterable[Term]) -> list[Term]:
    """The widest gap first: need times distance, then the guide's order."""
    return sorted(terms, key=lambda term: -term.distance)


class NextSkill(NamedTuple):
    """Raising one skill by one level: `gain` in points of readiness."""

    term: Term
    gain: int


def next_skills(found: Gap, *, count: int = 3) -> list[NextSkill]:
    """The single steps of one level that raise R most; ties are kept whole.

    At least `count` where there are as many, and every further step that ties with the last.
    """
    steps = [
        NextSkill(term, term.full // term.expected)
        for term in found.terms
        if term.level < term.expected
    ]
    steps.sort(key=lambda step: (-step.gain, -step.term.distance))
    if len(steps) <= count:
        return steps
    return [step for step in steps if step.gain >= steps[count - 1].gain]


def all_one_level(marks: Mapping[str, SkillRating]) -> bool:
    """Whether six or more skills are marked and all at one level, which tells little."""
    levels = [mark.level for mark in marks.values() if mark.level is not None]
    return len(levels) >= 6 and len(set(levels)) == 1


def level_for(wanted: Seniority, asked: Iterable[Seniority]) -> Seniority | None:
    """The wanted level where the role has it, else the nearest below, else the lowest above."""
    there = [level for level in SENIORITIES if level in set(asked)]
    below = [level for level in there if SENIORITIES.index(level) <= SENIORITIES.index(wanted)]
    if below:
        return below[-1]
    return there[0] if there else None


def levels_asked(requirements: Iterable[Requirement]) -> set[Seniority]:
    """The levels at which a role asks for anything."""
    return {level for one in requirements for level in one.expected}
