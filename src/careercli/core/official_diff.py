"""A guide's official figures beside the workbook that they are said to come from."""

from collections.abc import Iterator, Mapping
from typing import Any

from careercli.errors import Problem

FIGURES = ("employment", "growth", "openings")


def differences(
    nearest: Mapping[str, Any] | None, own: Mapping[str, float], there: Mapping[str, Any], what: str
) -> Iterator[Problem]:
    """Where figures differ from what a workbook says of an occupation.

    `nearest` are the official figures that the guide is shown with, `own` the survey percentiles
    that the guide itself holds, `there` what the workbook has, `what` its name. A figure that one
    side has and the other suppresses is a difference too.
    """
    wages: Mapping[str, float] = there.get("pay", {}).get("points", {})
    if "pay" in there or "employment" in there:
        compiled = (nearest or {}).get("pay", {}).get("points", {})
        for point in sorted(wages.keys() | compiled.keys()):
            ours, theirs = compiled.get(point), wages.get(point)
            yield from _compared(f"nearest.pay.{point}", ours, theirs, what)
        for point, amount in own.items():
            yield from _compared(f"pay.points.{point}", amount, wages.get(point), what)
    for name in FIGURES:
        if name in there:
            figure = (nearest or {}).get(name)
            value = figure["value"] if figure else None
            yield from _compared(f"nearest.{name}", value, there[name], what)
    if "education" in there:
        education = (nearest or {}).get("education")
        yield from _compared("nearest.education", education, there["education"], what)


def _compared(where: str, ours: object, theirs: object, what: str) -> Iterator[Problem]:
    if (ours or None) != (theirs or None):
        found = "not published" if ours is None else str(ours)
        hint = f"{what} has {'nothing' if theirs is None else theirs}."
        yield Problem(where, "must be the workbook's figure", found, hint)
