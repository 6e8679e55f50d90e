"""The way from one role to another, directly or by way of other work, and how long it takes.

A credential, a degree or an apprenticeship is a step of its own and is preferred to a detour. A
stepping stone is looked for only if the goal asks for experience that the present work doesn't
give, or if nothing that has a name leads there.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from careercli.core.entry import CERTIFICATE, SOME_EXPERIENCE, Entry, EntryPart, before_study
from careercli.core.moves import ZONES_APART, Move, SkillDemand, Start
from careercli.core.neighbors import EMPLOYMENT_MEAN, SPREAD, is_next_license, strength
from careercli.model.portrait import Credential, CredentialFigure

MOST_LOSS = 0.75
"""A stone pays at least this share of the step before: who loses more doesn't take it."""
MOST_OVER = 1.10
"""A stone pays at most this multiple of the goal: who earns more there stays there, unless the goal
asks for its license."""
TENTH = 0.10
LITTLE_LOSS = 0.90
"""The same if a direct way exists: a detour that costs more than a tenth isn't named."""
ALTERNATIVES = 2
OFTEN_WITHOUT = 33.0
"""Share in percent of those in an occupation who have less schooling than is typical at entry: from
a third on, rising from one's own trade is a way of its own."""
LONG_SCHOOL = 2
"""From so many years of study on, work on the way that asks for less of it is told of."""


class Stone(NamedTuple):
    """Work that may come between start and goal, and how it relates to both.

    first: the move to it; last: the move from it to the goal
    to_goal, to_start: likeness in hundredths; None if it isn't known
    ladder: whether it supervises the present work
    counted: whether years in the present work count as those that it asks for
    gives: whether years in it count as those that the goal asks for
    licensed: whether it is the work of a license that the goal asks for
    credited: whether a program to the goal, or the goal's license, builds on what it asks for
    named: whether the goal's way in says that it comes first
    """

    first: Move
    last: Move
    to_goal: int | None
    to_start: int | None
    ladder: bool = False
    counted: bool = False
    gives: bool = False
    licensed: bool = False
    credited: bool = False
    named: bool = False

    @property
    def school(self) -> int:
        """Years of study for it; of the next license in one's own line of work, a bridge's."""
        return 0 if is_next_license(self.first) else self.first.entry.school


class PathStep(NamedTuple):
    """One step of a way.

    learn: what can be learned by name of what its guide asks for beyond what is held by then, with
        the level held
    """

    move: Move
    start: Start
    learn: tuple[tuple[SkillDemand, int], ...]


class Route(NamedTuple):
    """Steps from a start to the goal, and stones of other ways.

    open: the goal asks for something for which no way was found
    degree: the direct move with a degree, which these steps replace; None if they don't
    """

    steps: tuple[PathStep, ...]
    alternatives: tuple[Stone, ...] = ()
    open: bool = False
    degree: Move | None = None


def needs_stone(direct: Move, *, related: bool) -> bool:
    """Whether the goal asks for something that only other work gives."""
    if direct.entry.missing("experience"):
        return not related
    named = direct.entry.missing("education", "credential", "apprenticeship")
    apart = direct.preparation.number
    return not named and not related and apart is not None and apart > ZONES_APART


def stones(direct: Move, candidates: Iterable[Stone], here_to_goal: int | None) -> list[Stone]:
    """The candidates that may come between start and goal, the best first.

    here_to_goal: how alike start and goal are
    """
    fit = [stone for stone in candidates if _may_lie_between(direct, stone, here_to_goal)]
    giving = [stone for stone in fit if stone.licensed]
    giving = giving or [stone for stone in fit if stone.named]
    giving = giving or [stone for stone in fit if stone.gives]
    if direct.entry.missing("experience"):
        school = direct.entry.school if direct.to.experience == SOME_EXPERIENCE else 0
        fit = [stone for stone in giving if stone.school < school] or giving
    return sorted(fit, key=lambda stone: (-_ease(stone), stone.first.to.title.casefold()))


def _may_lie_between(direct: Move, stone: Stone, here_to_goal: int | None) -> bool:
    pay, after = stone.first.pay.number, stone.last.pay.number
    over = after is not None and after < 1 / MOST_OVER and not stone.licensed
    if (pay is None and not stone.named) or (pay or MOST_LOSS) < MOST_LOSS or over:
        return False
    nearer = stone.to_goal is not None and stone.to_goal > (here_to_goal or 0)
    if not (nearer or stone.named):
        return False
    if stone.first.entry.missing("experience") and not stone.counted:
        return False
    apart = stone.first.preparation.number
    if apart is not None and apart > ZONES_APART and not stone.first.entry.missing("education"):
        return False
    return stone.first.entry.school <= direct.entry.school


def _ease(stone: Stone) -> float:
    """Likeness to both ends and size in standard deviations, less one for a year of school and for
    a tenth of the pay that is lost; a step up in the present work counts as one more, like a link.
    """
    jobs = stone.first.to.employment
    size = strength(None, (), 0, jobs) if jobs else -EMPLOYMENT_MEAN / SPREAD
    alike = ((stone.to_goal or 0) + (stone.to_start or 0)) / 100 / SPREAD
    pay = stone.first.pay.number
    lost = 0.0 if pay is None else max(0.0, 1 - pay) / TENTH
    return alike + size + stone.ladder - stone.school - lost


def paid_ways(direct: Move, found: Sequence[Stone]) -> list[Stone]:
    """Paid work on the way to a goal that takes long study, which counts toward it, asks for less
    of it and costs little pay."""
    if direct.entry.school < LONG_SCHOOL:
        return []
    return [
        stone
        for stone in found
        if _counts(direct, stone)
        and stone.first.entry.school < direct.entry.school
        and (stone.first.pay.number or 0) >= LITTLE_LOSS
    ][:ALTERNATIVES]


def _counts(direct: Move, stone: Stone) -> bool:
    """Whether work counts toward the goal: its license is built on, or it gives experience that the
    goal asks for."""
    gives = stone.gives or stone.licensed
    return stone.credited or (gives and bool(direct.entry.missing("experience")))


def by_ladder(direct: Move, found: Sequence[Stone], without: float | None) -> Stone | None:
    """The supervisor of the present work who leads to the goal without its degree.

    Only if no license asks for the degree and a third or more of those in the goal have less.
    without: that share in percent; None if it isn't known
    """
    takes = direct.entry
    if takes.school < LONG_SCHOOL or takes.needs_license or (without or 0) < OFTEN_WITHOUT:
        return None
    return next((stone for stone in found if stone.ladder), None)


def lacking(move: Move, start: Start) -> list[tuple[SkillDemand, int]]:
    """What a role asks for beyond what is held, with the level held; what weighs most first."""
    if not move.vocabulary:
        return []
    return beyond(move.to.asks[move.vocabulary](), start.held[move.vocabulary])


def beyond(asks: Iterable[SkillDemand], mine: Mapping[str, int]) -> list[tuple[SkillDemand, int]]:
    """What is asked for beyond what is held, with the level held; what weighs most first."""
    held = [(ask, max(mine.get(skill, 0) for skill in ask.any_of)) for ask in asks]
    below = [(ask, have) for ask, have in held if have < ask.level]
    return sorted(below, key=lambda pair: -pair[0].weight * (1 - pair[1] / pair[0].level))


MONTHS = {"weeks": 12 / 52, "months": 1.0, "years": 12.0}
"""Units of time that pass whoever studies -> months; hours depend on hours a week."""


class TimeToGoal(NamedTuple):
    """The least and the most months, and the sources they are from."""

    least_months: float
    most_months: float
    sources: tuple[str, ...]


def time_to_goal(
    steps: Sequence[PathStep], credentials: Mapping[str, Credential]
) -> TimeToGoal | None:
    """The sourced times of all steps, a license's schooling counted once.

    None if something is still to be had whose time has no source: a degree that no license stands
    for, a credential without a time, years of experience.
    """
    times: list[CredentialFigure] = []
    for step in steps:
        of_step = _times(step.move.entry, credentials)
        if of_step is None:
            return None
        times += of_step
    spans = [span for time in times if (span := _months(time))]
    if not spans or len(spans) < len(times):
        return None
    sources = dict.fromkeys(time.source for time in times if time.source)
    return TimeToGoal(
        round(sum(least for least, _ in spans), 1),
        round(sum(most for _, most in spans), 1),
        tuple(sources),
    )


def _times(takes: Entry, credentials: Mapping[str, Credential]) -> list[CredentialFigure] | None:
    """The times of what one step still takes; None if one has no source."""
    if takes.missing("experience") or takes.state == "unknown":
        return None
    timed: list[tuple[EntryPart, CredentialFigure]] = []
    for part in takes.missing("credential", "apprenticeship"):
        time = credentials[part.name].time if part.name in credentials else None
        if time is None or not time.source:
            return None
        timed.append((part, time))
    served = any(part.kind == "apprenticeship" for part, _ in timed)
    schooled = any(
        time.study and not before_study(part, takes, credentials)
        for part, time in timed
        if part.kind == "credential"
    )
    study = takes.study
    if study and (study.name == CERTIFICATE or not schooled):
        return None
    if served:  # a license at its end has the time of the apprenticeship
        return [time for part, time in timed if part.kind == "apprenticeship" or not time.study]
    return [time for _, time in timed]


def _months(time: CredentialFigure) -> tuple[float, float] | None:
    unit, span = MONTHS.get(time.unit or ""), time.span
    return (span[0] * unit, span[1] * unit) if unit and span else None
