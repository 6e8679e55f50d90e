"""The moves from a role to others: four verdicts, each with its number and its threshold.

The tests are those of Nesta's Mapping Career Causeways (Kanders and others, 2020): skills that
carry over, job zones at most one apart, earnings of at least 0.75. A step up in pay, 1.10, and the
outlook are those of the Federal Reserve's Occupational Mobility Explorer (DeMaria, Fee and Wardrip,
2020). `core.entry` works out what a role takes. No verdict stands for another, and what isn't known
is unknown, never a pass.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby, permutations
from math import fsum, sqrt
from operator import itemgetter
from typing import Literal, NamedTuple

from careercli.core.entry import (
    MANY_WITHOUT_DIPLOMA,
    Asked,
    Entry,
    EntryState,
    Held,
    Kinship,
    entry,
    is_trade_teacher,
)
from careercli.core.gap import WEIGHT
from careercli.model.basics import Seniority, is_occupation, major_group
from careercli.model.move_inputs import LIKENESS_UNIT, Calibration
from careercli.model.portrait import AskedIds
from careercli.model.skills import Requirement

VerdictState = Literal["pass", "fail", "unknown"]
KEEPS = 0.75
STEPS_UP = 1.10
ZONES_APART = 1
SHRINKS_BELOW = 0.0
"""Projected change in percent. The Explorer lets jobs "decline only marginally"; this is stricter,
because it gives no figure for that."""
COUNTRY = "country"
"""The basis of the country's survey median, where `survey` is that of a place."""
ODD = 1.5
"""How many times as far above, or below, the country's a role may pay in a place as the present one
does."""
HIGHEST = 10**6
"""A level above all that anybody asks for."""


class SkillDemand(NamedTuple):
    """What a role asks for: one of some skills, with a weight and at a level.

    Of a guide: need 3 to 1, level 1 to 4. Of an occupation: O*NET importance less 1, and O*NET
    level, both in hundredths.
    """

    any_of: tuple[str, ...]
    weight: int
    level: int


class Coverage(NamedTuple):
    """How much of what a role asks for somebody has, from 0 to 1.

    low: if everything unknown is missing; high: if it is all there
    """

    low: float
    high: float


Vocabulary = Literal["guide", "onet"]
VOCABULARIES: tuple[Vocabulary, ...] = ("guide", "onet")
"""Whose skills are compared: the first of these that both sides have."""
Demands = Callable[[], tuple[SkillDemand, ...]]
"""What a role asks for, worked out when it is looked at."""


class MoveRole(NamedTuple):
    """What moves read of a role.

    code: the O*NET-SOC code whose job zone and likeness it has; empty without one
    match: how near that occupation is; `exact` if the role is that occupation
    zone: job zone, 1 to 5
    pay: `survey` and levels -> dollars a year; levels are publishers' estimates; `country` where
        the survey's is of a place
    at_least: those of them that are published as this much or more
    counted: the code under which the survey counts it; roles of one code have one figure
    growth: projected change in percent
    entry: the education typical at entry, one of `core.entry.EDUCATION`
    no_diploma: percent of those asked by O*NET who say that no diploma is required
    asks: vocabulary -> what it asks for at the level looked at; a guide has also O*NET's of its
        nearest occupation, if that is the job or most of it
    experience, training: typical at entry, in the words of the projections
    employment: people in it, shared out among occupations that are counted as one
    asked: credentials that it asks for
    name: a short singular name
    """

    key: str
    slug: str
    title: str
    code: str = ""
    match: str = ""
    zone: int | None = None
    pay: Mapping[str, float] = {}  # never changed
    at_least: frozenset[str] = frozenset()
    counted: str = ""
    growth: float | None = None
    entry: str = ""
    no_diploma: float | None = None
    asks: Mapping[Vocabulary, Demands] = {}
    experience: str = ""
    training: str = ""
    employment: float | None = None
    asked: AskedIds = AskedIds()
    name: str = ""

    @property
    def short(self) -> str:
        """What it is called in a list."""
        return self.name or self.title

    @property
    def is_occupation(self) -> bool:
        return is_occupation(self.key)

    @property
    def major_group(self) -> str:
        """The major group of its code; empty without one."""
        return major_group(self.code)


class Start(NamedTuple):
    """Where somebody is.

    role: the present role; None if only skills are known
    held: vocabulary -> skill -> level
    known: vocabularies in which a skill that is not held is missing, as it is of a role; in the
        others it is unknown, as it is of a person who has not rated it
    level: the level at which pay and skills are compared
    pay: basis -> dollars a year that others are compared with
    at_least: those of them that are published as this much or more
    own: whether the skills are a person's own, on top of the role's
    own_pay: one's own pay in dollars a year, if it was given; it goes before the role's
    brings: education, credentials and years
    """

    role: MoveRole | None
    held: Mapping[Vocabulary, Mapping[str, int]]
    known: frozenset[Vocabulary]
    level: Seniority
    pay: Mapping[str, float] = {}
    at_least: frozenset[str] = frozenset()
    own: bool = False
    own_pay: float | None = None
    brings: Held = Held()


class Verdict(NamedTuple):
    """One test: what came of it, its number, and its threshold; None if there is none."""

    state: VerdictState
    number: float | None = None
    threshold: float | None = None


class Move(NamedTuple):
    """A move to a role, by four verdicts that stand for themselves.

    vocabulary: in whose skills the two are compared; empty if they share none. If a guide's
        own and O*NET's both can be, the one in which more carries over: other words for the same
        work are no gap
    skills: share of what it asks for that carries over; `ceiling` if everything unknown is there
    preparation: job zones apart, negative if it takes less; passes within one of each other
        where `entry` is had
    entry: what it takes
    pay: its pay as a multiple of the present one, `basis` saying which pay: a level's, or `survey`
    outlook: its projected change in percent
    likeness: how alike the occupations are, in standard deviations above the mean of all pairs;
        moves are ordered by it
    """

    to: MoveRole
    vocabulary: Vocabulary | Literal[""]
    skills: Verdict
    ceiling: float | None
    preparation: Verdict
    entry: Entry
    pay: Verdict
    basis: str
    outlook: Verdict
    likeness: float | None

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """The four by name."""
        return {
            "skills": self.skills,
            "preparation": self.preparation,
            "pay": self.pay,
            "outlook": self.outlook,
        }

    @property
    def passes(self) -> bool:
        """Whether all four pass."""
        return all(verdict.state == "pass" for verdict in self.verdicts.values())


def requirement_demands(
    requirements: Iterable[Requirement], level: Seniority
) -> tuple[SkillDemand, ...]:
    """What a guide asks for at a level."""
    return tuple(
        SkillDemand(requirement.any_of, WEIGHT[requirement.need], requirement.expected[level])
        for requirement in requirements
        if level in requirement.expected
    )


def element_demands(elements: Sequence[str], packed: bytes) -> tuple[SkillDemand, ...]:
    """What an occupation asks for; skills that it does not need are left out.

    packed: weight and level of each element, as an array of type h in bytes
    """
    levels = memoryview(packed).cast("h")
    rated = zip(elements, levels[::2], levels[1::2], strict=False)
    return tuple(
        SkillDemand((element,), weight, level)
        for element, weight, level in rated
        if weight and level
    )


def skills_of(asks: Iterable[SkillDemand]) -> dict[str, int]:
    """The levels of a person who meets all that a role asks for. Of skills that can stand in for
    each other all are counted: the person has one, and the others are near."""
    held: dict[str, int] = {}
    for ask in asks:
        for skill in ask.any_of:
            held[skill] = max(ask.level, held.get(skill, 0))
    return held


def coverage(asks: Iterable[SkillDemand], held: Mapping[str, int], *, known: bool) -> Coverage:
    """S(i to j) = sum of w min(u/L, 1) / sum of w, over what j asks for.

    w its weight, L its level, u the level held. It is directed: what i has beyond j does not count.
    Formula: the asymmetric overlap of Nesta's Mapping Career Causeways, with exact skills and
    levels in place of graded matches. Raising or adding a skill never lowers it.
    """
    low = high = full = 0.0
    for any_of, weight, level in asks:
        full += weight
        best = -1
        for skill in any_of:
            if (have := held.get(skill, -1)) > best:
                best = have
        if best >= level:
            low += weight
            high += weight
        elif best > 0:
            share = weight * best / level
            low += share
            high += share
        elif best < 0 and not known:
            high += weight
    return Coverage(low / full, high / full) if full else Coverage(0.0, 0.0)


def within_families(roles: Iterable[tuple[str, tuple[SkillDemand, ...]]]) -> Calibration:
    """What coverage is usual from one role to another of its family, over all such pairs.

    `roles` are families and what is asked for. Method of Nesta's Mapping Career Causeways.
    """
    by_family = itemgetter(0)
    families = sorted((role for role in roles if role[0] and role[1]), key=by_family)
    shares: list[float] = []
    count = 0
    for _, group in groupby(families, key=by_family):
        members = [(asks, skills_of(asks)) for _, asks in group]
        if len(members) > 1:
            count += len(members)
            for (_, held), (asks, _) in permutations(members, 2):
                shares.append(coverage(asks, held, known=True).low)
    if not shares:
        return Calibration(0.0, 0.0, 0, 0)
    mean = fsum(shares) / len(shares)
    deviation = sqrt(fsum((share - mean) ** 2 for share in shares) / len(shares))
    return Calibration(mean, deviation, count, len(shares))


def start_from_role(role: MoveRole, level: Seniority) -> Start:
    """The start of a person who meets all that a role asks for."""
    held = {vocabulary: skills_of(asks()) for vocabulary, asks in role.asks.items()}
    return Start(
        role, held, frozenset(held), level, role.pay, role.at_least, brings=brought_from(role)
    )


def brought_from(role: MoveRole) -> Held:
    """What a person in a role brings: the education and the credentials that it asks for."""
    asked = frozenset(
        credential.id for credential in role.asked.ids if credential.level != "sometimes"
    )
    return Held(role.entry, asked, from_job=asked)


Calibrations = Mapping[Vocabulary, Calibration]
"""What coverage is usual within families, in each vocabulary."""


def judge_move(
    start: Start,
    to: MoveRole,
    usual: Calibrations | None,
    likeness: float | None,
    kinship: Kinship = Kinship(),  # noqa: B008  # never changed
) -> Move:
    """The move from a start to a role.

    usual: None to leave the skills unknown; `compare_skills` tells them
    likeness: of the two occupations, in hundredths
    kinship: what the present work counts for there
    """
    pay, basis = _pay(start, to)
    teaches = is_trade_teacher(to.code)
    asked = Asked(
        to.entry,
        to.experience,
        to.training,
        to.asked.ids,
        to.asked.all_known,
        teaches,
        needs_diploma=(to.no_diploma or 0) < MANY_WITHOUT_DIPLOMA,
        schooling=to.asked.schooling,
    )
    takes = entry(start.brings, asked, kinship)
    move = Move(
        to,
        "",
        Verdict("unknown"),
        None,
        _preparation(start.role, to, takes.state),
        takes,
        pay,
        basis,
        _at_least(to.growth, SHRINKS_BELOW),
        None if likeness is None else likeness / LIKENESS_UNIT,
    )
    return move if usual is None else compare_skills(move, start, usual)


def compare_skills(move: Move, start: Start, usual: Calibrations) -> Move:
    """The move with its test of skills."""
    return _in_vocabulary(move, start, usual, _shared(start, move.to, usual))


def _in_vocabulary(
    move: Move, start: Start, usual: Calibrations, vocabulary: Vocabulary | Literal[""]
) -> Move:
    """The move with its test of skills, by those of one vocabulary."""
    if not vocabulary:
        return move._replace(vocabulary="", skills=Verdict("unknown"), ceiling=None)
    covered, threshold = _covered(start, move.to, vocabulary), _threshold(usual, vocabulary)
    state: VerdictState = "unknown"
    if threshold is not None:
        if covered.low >= threshold:
            state = "pass"
        elif covered.high < threshold:
            state = "fail"
    skills = Verdict(state, covered.low, threshold)
    return move._replace(vocabulary=vocabulary, skills=skills, ceiling=covered.high)


def _shared(start: Start, to: MoveRole, usual: Calibrations) -> Vocabulary | Literal[""]:
    """The vocabulary in which more carries over, measured against what is usual in it."""
    both = [
        vocabulary
        for vocabulary in VOCABULARIES
        if start.held.get(vocabulary) and vocabulary in to.asks and to.asks[vocabulary]()
    ]
    if len(both) < len(VOCABULARIES):
        return both[0] if both else ""

    def ahead(vocabulary: Vocabulary) -> float:
        return _covered(start, to, vocabulary).low - (_threshold(usual, vocabulary) or 0.0)

    return max(both, key=ahead)


def _threshold(usual: Calibrations, vocabulary: Vocabulary) -> float | None:
    calibration = usual.get(vocabulary)
    return calibration.threshold if calibration else None


def _covered(start: Start, to: MoveRole, vocabulary: Vocabulary) -> Coverage:
    known = vocabulary in start.known
    return coverage(to.asks[vocabulary](), start.held[vocabulary], known=known)


def _preparation(here: MoveRole | None, to: MoveRole, takes: EntryState) -> Verdict:
    """A move passes within one job zone if the person has all that the role takes: a zone doesn't
    show whether it takes a degree or a license."""
    if here is None or here.zone is None or to.zone is None:
        return Verdict("unknown", None, ZONES_APART)
    apart = to.zone - here.zone
    if abs(apart) > ZONES_APART or takes == "obtainable":
        return Verdict("fail", apart, ZONES_APART)
    return Verdict("pass" if takes == "have" else "unknown", apart, ZONES_APART)


def is_odd_there(here: MoveRole | None, to: MoveRole) -> bool:
    """Whether pay in a place is so far from the country's that it reflects a few employers there,
    or a part of a larger group."""
    paid, present = to.pay, here.pay if here else {}
    if not (COUNTRY in paid and COUNTRY in present and "survey" in paid and "survey" in present):
        return False
    there = paid["survey"] / paid[COUNTRY]
    beside = there / (present["survey"] / present[COUNTRY])
    return min(there, beside) > ODD or max(there, beside) < 1 / ODD


def _pay(start: Start, to: MoveRole) -> tuple[Verdict, str]:
    """Two amounts of one basis: the level's if both have it, else the survey's medians.

    Of an amount that is published as this much or more only one side is certain.
    """
    for basis in (start.level, "survey"):
        before = start.own_pay or start.pay.get(basis)
        if before is None or basis not in to.pay or _is_one_figure(start, to, basis):
            continue
        if basis == "survey" and is_odd_there(start.role, to):
            continue
        verdict = _at_least(to.pay[basis] / before, KEEPS)
        certain = {"pass", "fail"}
        if basis in start.at_least and not start.own_pay:
            certain -= {"pass"}
        if basis in to.at_least:
            certain -= {"fail"}
        return (verdict if verdict.state in certain else verdict._replace(state="unknown")), basis
    return Verdict("unknown", None, KEEPS), ""


def _is_one_figure(start: Start, to: MoveRole, basis: str) -> bool:
    """Whether the survey counts both roles as one, which says nothing of a step between them."""
    here = start.role
    if basis != "survey" or start.own_pay or here is None or here.key == to.key:
        return False
    return here.counted == to.counted


def _at_least(number: float | None, threshold: float) -> Verdict:
    if number is None:
        return Verdict("unknown", None, threshold)
    return Verdict("pass" if number >= threshold else "fail", number, threshold)


class UnlockedMoves(NamedTuple):
    """What one more skill would do: the moves that would then pass all four tests, and the mean
    gain in coverage over all roles that were looked at."""

    skill: str
    vocabulary: Vocabulary
    moves: tuple[Move, ...]
    gain: float


def with_skill(start: Start, skill: str, vocabulary: Vocabulary, level: int = HIGHEST) -> Start:
    """The start with one skill more, at a level, or as high as any role asks for it."""
    held = start.held.get(vocabulary, {})
    more = {**held, skill: max(level, held.get(skill, 0))}
    return start._replace(held={**start.held, vocabulary: more})


def unlocked_moves(
    start: Start,
    skill: str,
    vocabulary: Vocabulary,
    moves: Sequence[Move],
    usual: Calibrations,
    level: int = HIGHEST,
) -> UnlockedMoves:
    """What one more skill would open among moves that do not pass yet.

    Method: the upskilling test of Nesta's Mapping Career Causeways. It never closes one.
    """
    more = with_skill(start, skill, vocabulary, level)
    gain, opens = 0.0, []
    for move in moves:
        if move.vocabulary == vocabulary and any(
            skill in asked.any_of for asked in move.to.asks[vocabulary]()
        ):
            after = _in_vocabulary(move, more, usual, vocabulary)
            gain += (after.skills.number or 0) - (move.skills.number or 0)
            if after.passes and not move.passes:
                opens.append(after)
    return UnlockedMoves(skill, vocabulary, tuple(opens), gain / len(moves) if moves else 0.0)
