"""How long the steps of a way take together, where every part has a source."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli.core.entry import CERTIFICATE, Entry, EntryPart, before_study
from careercli.core.paths import PathStep
from careercli.model.portrait import Credential, CredentialFigure

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
