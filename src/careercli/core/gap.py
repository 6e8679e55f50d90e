"""The gap: ratings against the skills and software of a role, and a readiness that adds up.

A guide asks for skills at a proficiency from 1 to 4 by seniority; O*NET asks for its own skills at
a level from 0 to 7, for the whole occupation. Both become asks, so one gap measures either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from typing import TYPE_CHECKING, Literal, NamedTuple

from careercli.model.basics import NEEDS, SENIORITIES, Need, Seniority
from careercli.model.skills import Requirement, SkillRating

if TYPE_CHECKING:
    from careercli.core.credentials import CredentialTerm
    from careercli.model.occupation import Rating, Software
    from careercli.model.role import Role, Tier

TermState = Literal["met", "below", "missing", "unrated"]
Knowing = Literal["known", "claimed", "none", "unrated"]
UNRATED = SkillRating(None)
UNKNOWN_FIRST: tuple[Knowing, ...] = ("none", "unrated", "claimed", "known")

WEIGHT: dict[Need, int] = {"must": 3, "should": 2, "nice": 1}
"""How much each need of a guide weighs."""
UNIT = 12
"""Points for each unit of a guide's weight: divisible by every proficiency, so points are whole."""
ONET_UNIT = 10_000
"""Points of an O*NET skill of the highest importance: hundredths of a percent of it."""
LOWEST, HIGHEST = 1, 5
"""O*NET's scale of importance."""


class Ask(NamedTuple):
    """One thing that a role asks for.

    any_of: ids of skills that can stand in for each other; the best one counts
    expected: the level asked for, more than 0: a proficiency to 4, or a level of O*NET's to 7
    weight: must 3, should 2, nice 1; of an O*NET skill (importance - 1) / (5 - 1), at most 1
    full: the points it adds when it's met
    need: how much a guide says the role needs it
    rating: what O*NET says of it for the occupation
    """

    any_of: tuple[str, ...]
    expected: float
    weight: float
    full: int
    need: Need | None = None
    rating: Rating | None = None

    @property
    def is_uncertain(self) -> bool:
        """Whether O*NET recommends not to rely on its rating."""
        return bool(self.rating and (self.rating.uncertain or self.rating.level_uncertain))


class Term(NamedTuple):
    """One ask against the ratings.

    skill: the skill that was counted; of several, the one rated highest
    level: its rating, 0 for none; None if it isn't rated
    points: full x min(level, expected) / expected, rounded down
    state: how far the level meets what is expected
    claimed: a résumé names it, without a level
    evidence: what shows the level
    adjacent: skills near it that the person has; they never count as it
    from_job: the level is the one that the present job asks for
    """

    ask: Ask
    skill: str
    level: int | None
    points: int
    state: TermState
    claimed: bool = False
    evidence: str = ""
    adjacent: tuple[str, ...] = ()
    from_job: bool = False

    @property
    def distance(self) -> float:
        """Weight x (expected - level), at least 0: what the gap is ordered by."""
        return self.ask.weight * max(self.ask.expected - (self.level or 0), 0)


class Gap(NamedTuple):
    """Everything that a role asks for, in the guide's order or by importance.

    seniority: the one it's measured at; None on O*NET's scale, which has none
    left_out: skills that O*NET says aren't relevant, or gives no importance or no level
    """

    seniority: Seniority | None
    terms: tuple[Term, ...]
    left_out: tuple[Rating, ...] = ()

    @property
    def points(self) -> int:
        return sum(term.points for term in self.terms)

    @property
    def full(self) -> int:
        return sum(term.ask.full for term in self.terms)

    @property
    def rated(self) -> int:
        return sum(term.level is not None for term in self.terms)

    @property
    def claimed(self) -> int:
        return sum(term.claimed for term in self.terms)

    @property
    def readiness(self) -> int | None:
        """Percent, rounded down so that 100 means all; None if nothing is rated or asked for."""
        return 100 * self.points // self.full if self.rated else None

    @property
    def job_percent(self) -> int:
        """How much of the readiness rests on the present job, rounded down."""
        points = sum(term.points for term in self.terms if term.from_job)
        return 100 * points // self.full if self.full else 0

    @property
    def ceiling(self) -> int | None:
        """The readiness if everything unrated were met."""
        if not self.rated:
            return None
        unrated = sum(term.ask.full for term in self.terms if term.level is None)
        return 100 * (self.points + unrated) // self.full


class Program(NamedTuple):
    """A program that an occupation works with, and whether a person knows it.

    skill: the vocabulary's id for it
    level: the person's rating, 1 to 4; 0 for none, or if it isn't rated
    """

    software: Software
    skill: str
    state: Knowing
    level: int


class SoftwareGap(NamedTuple):
    """The software in demand, what isn't known first, and the names that the vocabulary doesn't
    have."""

    programs: tuple[Program, ...]
    unmatched: tuple[str, ...]

    @property
    def known(self) -> int:
        return sum(program.state == "known" for program in self.programs)

    @property
    def rated(self) -> int:
        return sum(program.state in ("known", "none") for program in self.programs)


class TargetGap(NamedTuple):
    """A role and how far a person is from it.

    gap: None if O*NET rates none of the occupation's skills
    labels: of every skill that the gap names
    software: what the person knows of an occupation's software; None for a guide
    credentials: what the role asks for, held or not; it's in no sum
    """

    role: Role
    gap: Gap | None
    labels: Mapping[str, str]
    software: SoftwareGap | None = None
    credentials: tuple[CredentialTerm, ...] = ()

    @property
    def steps(self) -> list[NextSkill]:
        return next_skills(self.gap) if self.gap else []


class RoleGap(NamedTuple):
    """A role's names and the gap to it."""

    key: str
    slug: str
    title: str
    gap: Gap
    name: str = ""


def gap(
    requirements: Iterable[Requirement],
    seniority: Seniority,
    ratings: Mapping[str, SkillRating],
    near: Mapping[str, Sequence[str]],
) -> Gap:
    """A person's ratings against a guide's requirements at a seniority.

    Readiness R = sum of w min(u/L, 1) / sum of w, over every ask, unrated ones as u = 0 (w: must
    3, should 2, nice 1; u the rating, L the proficiency expected). It's counted in whole points,
    12 w min(u, L) / L, so that the terms add up. Formula: a coverage of weighted requirements as
    in Nesta's Mapping Career Causeways (asymmetric overlap), with levels in place of similarities.

    `near` gives the neighbors of a skill. Raising a rating never lowers R.
    """
    terms = []
    for requirement in requirements:
        if expected := requirement.expected.get(seniority):
            weight = WEIGHT[requirement.need]
            ask = Ask(requirement.any_of, expected, weight, UNIT * weight, requirement.need)
            terms.append(_term(ask, ratings, near))
    return Gap(seniority, tuple(terms))


def level_for(wanted: Seniority, asked: Iterable[Seniority]) -> Seniority | None:
    """The wanted seniority if the role has it, else the nearest below, else the lowest above."""
    present = [level for level in SENIORITIES if level in set(asked)]
    below = [level for level in present if SENIORITIES.index(level) <= SENIORITIES.index(wanted)]
    if below:
        return below[-1]
    return present[0] if present else None


def levels_asked(requirements: Iterable[Requirement]) -> set[Seniority]:
    """The seniorities at which a role asks for anything."""
    return {level for requirement in requirements for level in requirement.expected}


def level_reached(tiers: Sequence[Tier], years: float | None) -> Seniority:
    """The level that years in a job reach: mid once its entry tiers usually end, else entry.

    Years alone make nobody senior. Without known years, of the person or of a tier, it is entry.
    """
    ends = [
        tier.years.end if tier.years and tier.years.end is not None else inf
        for tier in tiers
        if tier.level == "entry"
    ]
    return "mid" if years is not None and ends and years >= max(ends) else "entry"


def job_ratings(
    requirements: Iterable[Requirement], seniority: Seniority, ratings: Mapping[str, SkillRating]
) -> dict[str, SkillRating]:
    """The ratings that a job stands for, by skill id: what its guide asks for at a seniority, but
    for what would only be nice, which many in the job don't have.

    A requirement of which the person has rated any skill is left to that. What is only claimed has
    no level of its own, so it gets the job's.
    """
    rated = {skill for skill, rating in ratings.items() if rating.level is not None}
    return {
        skill: ratings.get(skill, UNRATED)._replace(level=int(level), from_job=True)
        for requirement in requirements
        if requirement.need != "nice"
        and (level := requirement.expected.get(seniority))
        and rated.isdisjoint(requirement.any_of)
        for skill in requirement.any_of
    }


def onet_gap(onet_ratings: Iterable[Rating], ratings: Mapping[str, SkillRating]) -> Gap:
    """A person's ratings of O*NET's skills, by element id, against an occupation's.

    R as in `gap`, over the skills with L and w above 0: L the occupation's level and u the
    person's, both from 0 to 7; w = (I - 1) / (5 - 1) the importance I as O*NET standardizes it.
    Each term is rounded down to whole points, so that they add up.
    """
    terms, left_out = [], []
    for rating in onet_ratings:
        weight = (rating.value - LOWEST) / (HIGHEST - LOWEST)
        full = round(ONET_UNIT * weight)
        if rating.level and full > 0:
            ask = Ask((rating.id,), rating.level, weight, full, rating=rating)
            terms.append(_term(ask, ratings, {}))
        else:
            left_out.append(rating)
    terms.sort(key=lambda term: -term.ask.full)
    return Gap(None, tuple(terms), tuple(left_out))


def _term(ask: Ask, ratings: Mapping[str, SkillRating], near: Mapping[str, Sequence[str]]) -> Term:
    if not near and ratings.keys().isdisjoint(ask.any_of):
        return Term(ask, ask.any_of[0], None, 0, "unrated")
    known = {skill: ratings[skill] for skill in ask.any_of if skill in ratings}
    rated = {skill: rating.level for skill, rating in known.items() if rating.level is not None}
    if not rated:
        first = next(iter(known), ask.any_of[0])
        return Term(
            ask,
            first,
            None,
            0,
            "unrated",
            claimed=bool(known),
            adjacent=_adjacent(ask, ratings, near),
        )
    best = max(rated, key=lambda skill: rated[skill])
    level = rated[best]
    is_open = not level and len(rated) < len(ask.any_of)
    return Term(
        ask,
        best,
        None if is_open else level,
        _points(ask, level),
        "unrated" if is_open else _state(level, ask.expected),
        claimed=not level and len(rated) < len(known),
        evidence=known[best].evidence,
        adjacent=() if level else _adjacent(ask, ratings, near),
        from_job=known[best].from_job,
    )


def _state(level: int, expected: float) -> TermState:
    if level >= expected:
        return "met"
    return "below" if level else "missing"


def _points(ask: Ask, level: int) -> int:
    if level >= ask.expected:
        return ask.full
    return min(100 * ask.full * level // round(100 * ask.expected), ask.full)  # two decimals


def _adjacent(
    ask: Ask, ratings: Mapping[str, SkillRating], near: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """Skills near those asked for that the person has."""
    others = (
        other
        for skill in ask.any_of
        for other in near.get(skill, ())
        if other in ratings and ratings[other].level and other not in ask.any_of
    )
    return tuple(dict.fromkeys(others))


def by_distance(terms: Iterable[Term]) -> list[Term]:
    """The widest gap first: weight times distance, then the role's own order."""
    return sorted(terms, key=lambda term: -term.distance)


class NextSkill(NamedTuple):
    """Raising one skill by one level: `gain` in points of readiness."""

    term: Term
    gain: int


def next_skills(gap: Gap, *, count: int = 3) -> list[NextSkill]:
    """The single steps of one level that raise R most, of musts first; ties are kept whole.

    At least `count` if there are as many, and every further step that ties with the last. Of
    O*NET's skills, which are the same for every occupation, only those that are rated. A skill that
    is claimed is had, at a level that isn't known, so no step of it is.
    """
    steps = [
        NextSkill(term, _points(term.ask, (term.level or 0) + 1) - term.points)
        for term in gap.terms
        if (term.level or 0) < term.ask.expected
        and not term.claimed
        and (term.level is not None or term.ask.rating is None)
    ]
    steps.sort(key=lambda step: (*_rank(step), -step.term.distance))
    if len(steps) <= count:
        return steps
    return [step for step in steps if _rank(step) <= _rank(steps[count - 1])]


def _rank(step: NextSkill) -> tuple[int, int]:
    """How early a step comes: what a guide says the role must have, then what it adds."""
    need = step.term.ask.need
    return NEEDS.index(need) if need else 0, -step.gain


def all_one_level(ratings: Mapping[str, SkillRating]) -> bool:
    """Whether six or more skills are rated and all at one level, which tells little."""
    levels = [rating.level for rating in ratings.values() if rating.level is not None]
    return len(levels) >= 6 and len(set(levels)) == 1


def software_gap(
    software: Iterable[Software], ids: Mapping[str, str], ratings: Mapping[str, SkillRating]
) -> SoftwareGap:
    """What a person knows of an occupation's software.

    Counts what is in demand for the occupation: what postings for any occupation name, such as an
    operating system for a barber, is nothing to learn for it.
    `ids` are the vocabulary's ids by program. Official data give no level for software, so any
    level counts as knowing it. Programs that are one skill are counted once.
    """
    counted = [program for program in software if program.in_demand]
    programs: dict[str, Program] = {}
    for program in counted:
        if skill := ids.get(program.name):
            programs.setdefault(skill, _program(program, skill, ratings.get(skill)))
    in_order = sorted(programs.values(), key=lambda program: UNKNOWN_FIRST.index(program.state))
    unmatched = tuple(program.name for program in counted if program.name not in ids)
    return SoftwareGap(tuple(in_order), unmatched)


def _program(software: Software, skill: str, rating: SkillRating | None) -> Program:
    if rating is None:
        return Program(software, skill, "unrated", 0)
    if rating.level is None:
        return Program(software, skill, "claimed", 0)
    return Program(software, skill, "known" if rating.level else "none", rating.level)


def spellings(name: str) -> Iterator[str]:
    """A program's name as O*NET writes it, and without what O*NET adds to it.

    "Tableau software" is Tableau, and "Structured query language SQL" has its own abbreviation
    at its end: an abbreviation counts only if it's made of the words before it.
    """
    yield name
    plain = name.removesuffix(" software")
    yield plain
    *phrase, last = plain.split() or [""]
    initials = "".join(word[0] for word in phrase).upper()
    if len(phrase) > 1 and last.isupper() and last == initials:
        yield " ".join(phrase)
        yield last
