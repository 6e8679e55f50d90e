"""How long the steps of a way take together, where every part has a source."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli.core.entry import CERTIFICATE, Entry, EntryPart
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
        found = _times(step.move.entry, credentials)
        if found is None:
            return None
        times += found
    if not times:
        return None
    spans = [_span(time) for time in times]
    if None in spans:
        return None
    known = [span for span in spans if span]
    sources = dict.fromkeys(time.source for time in times if time.source)
    return TimeToGoal(
        round(sum(least for least, _ in known), 1),
        round(sum(most for _, most in known), 1),
        tuple(sources),
    )


def _times(takes: Entry, credentials: Mapping[str, Credential]) -> list[CredentialFigure] | None:
    """The times of what one step still takes; None if one has no source."""
    parts = takes.missing("credential", "apprenticeship")
    figures = [(part, _figure(part, credentials)) for part in parts]
    if takes.missing("experience") or takes.state == "unknown":
        return None
    if any(figure is None or not figure.source for _, figure in figures):
        return None
    known = [(part, figure) for part, figure in figures if figure]
    served = any(part.kind == "apprenticeship" for part, _ in known)
    schooled = any(figure.study for part, figure in known if part.kind == "credential")
    study = takes.study
    if study and (study.name == CERTIFICATE or not schooled):
        return None
    if served:  # a license at its end has the time of the apprenticeship
        known = [one for one in known if one[0].kind == "apprenticeship" or not one[1].study]
    return [figure for _, figure in known]


def _figure(part: EntryPart, credentials: Mapping[str, Credential]) -> CredentialFigure | None:
    return credentials[part.name].time if part.name in credentials else None


def _span(time: CredentialFigure) -> tuple[float, float] | None:
    unit = MONTHS.get(time.unit or "")
    if unit is None:
        return None
    least = time.start if time.value is None else time.value
    most = time.end if time.value is None else time.value
    if least is None and most is None:
        return None
    return (least or 0.0) * unit, (most or least or 0.0) * unit
