"""The gap on O*NET's own scale: a person's levels of its skills against an occupation's."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from careercli.core.gap import TermState
from careercli.model.occupation import Rating

UNIT = 10_000
"""Points of a skill of the highest importance: hundredths of a percent of it."""
LOWEST, HIGHEST = 1, 5
"""O*NET's scale of importance."""


class OnetTerm(NamedTuple):
    """One of O*NET's skills against the level that a person has of it.

    rating: what O*NET says of it for the occupation
    needed: O*NET's level for the occupation, more than 0, to 7
    level: the person's level, 0 to 7; None where it is not rated
    points: full x min(level, needed) / needed, rounded down; 0 where it is not rated
    full: 10,000 x (importance - 1) / (5 - 1)
    """

    rating: Rating
    needed: float
    level: int | None
    points: int
    full: int

    @property
    def state(self) -> TermState:
        if self.level is None:
            return "unrated"
        if self.level >= self.needed:
            return "met"
        return "below" if self.level else "missing"

    @property
    def uncertain(self) -> bool:
        """Whether O*NET recommends not to rely on the importance or the level."""
        return self.rating.uncertain or self.rating.level_uncertain

    @property
    def lacking(self) -> int:
        """The points that it would add if it were met."""
        return self.full - self.points


class OnetGap(NamedTuple):
    """The skills that count, most important first, and those that do not.

    left_out: skills that O*NET says are not relevant to the occupation, or gives no importance
        or no level
    """

    terms: tuple[OnetTerm, ...]
    left_out: tuple[Rating, ...]

    @property
    def points(self) -> int:
        return sum(term.points for term in self.terms)

    @property
    def full(self) -> int:
        return sum(term.full for term in self.terms)

    @property
    def rated(self) -> int:
        return sum(term.level is not None for term in self.terms)

    @property
    def readiness(self) -> int | None:
        """Percent, rounded down so that 100 means all; None where nothing is rated."""
        return 100 * self.points // self.full if self.rated else None

    @property
    def ceiling(self) -> int | None:
        """The readiness there would be if everything unrated were met."""
        if not self.rated:
            return None
        unrated = sum(term.full for term in self.terms if term.level is None)
        return 100 * (self.points + unrated) // self.full


def onet_gap(ratings: Iterable[Rating], levels: Mapping[str, int]) -> OnetGap:
    """A person's levels of O*NET's skills, by element id, against an occupation's.

    R = sum of S min(u/L, 1) / sum of S, over the skills with L and S above 0, unrated ones as
    u = 0: u the person's level and L the occupation's, both from 0 to 7; S = (I - 1) / (5 - 1)
    the importance I as O*NET standardises it. Counted in whole points, each term rounded down,
    so that they add up; raising a level never lowers R. Formula: the weighted coverage of
    Nesta's Mapping Career Causeways, with levels in place of similarities.
    """
    terms: list[OnetTerm] = []
    left_out: list[Rating] = []
    for rating in ratings:
        full = round(UNIT * (rating.value - LOWEST) / (HIGHEST - LOWEST))
        if rating.level and full > 0:
            level = levels.get(rating.id)
            points = _points(level or 0, rating.level, full)
            terms.append(OnetTerm(rating, rating.level, level, points, full))
        else:
            left_out.append(rating)
    terms.sort(key=lambda term: -term.full)
    return OnetGap(tuple(terms), tuple(left_out))


def _points(level: int, needed: float, full: int) -> int:
    if level >= needed:
        return full
    return min(100 * full * level // round(100 * needed), full)  # O*NET's levels have two decimals


class NextOnetSkill(NamedTuple):
    """Raising one skill by one level: `gain` in points."""

    term: OnetTerm
    gain: int


def next_onet_skills(found: OnetGap, *, count: int = 3) -> list[NextOnetSkill]:
    """The single steps of one level, of skills that are rated, that raise R most."""
    steps = [
        NextOnetSkill(term, _points(term.level + 1, term.needed, term.full) - term.points)
        for term in found.terms
        if term.level is not None and term.level < term.needed
    ]
    return sorted(steps, key=lambda step: -step.gain)[:count]
