"""Pay over many roles: each basis ranked by itself, because percentiles are not seniority."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from careercli.errors import UsageError
from careercli.model.basics import (
    HOURS_A_YEAR,
    Figure,
    Pay,
    PayLevel,
    PayPoint,
    Percentile,
    RoleRow,
)
from careercli.text import excerpt

if TYPE_CHECKING:
    from careercli.model.datasets import AreaPay
    from careercli.model.role import Role

PAY_LEVELS: tuple[PayLevel, ...] = get_args(PayLevel)

PERCENTILE_FOR: dict[PayLevel, PayPoint] = {
    "entry": "p25",
    "mid": "p50",
    "senior": "p75",
    "top": "p90",
}
"""The percentile looked at beside a level; a convention of ours, and shown as the percentile."""


ReleaseStatus = Literal["released", "suppressed", "not in this release"]
MANY_SELF_EMPLOYED = 10
"""Percent of self-employed people from which on their share is told beside the pay."""


class RankedPay(NamedTuple):
    """A role and a pay figure of it; `figure` is None if none is published."""

    row: RoleRow
    figure: Figure | None


def on_basis(series: Iterable[Pay], basis: str) -> Pay | None:
    """The first series on a basis."""
    return next((pay for pay in series if pay.basis == basis), None)


def percentiles_of(role: RoleRow | Role) -> Pay | None:
    """The survey's percentiles: the role's own, else its nearest occupation's."""
    return on_basis(role.pay, "percentiles") or (role.nearest.pay if role.nearest else None)


def by_level(rows: Iterable[RoleRow], level: PayLevel) -> list[RankedPay]:
    """Roles with a published estimate by level, best paid first; unpublished ones last."""
    levels = ((row, on_basis(row.pay, "levels")) for row in rows)
    return _ranked(RankedPay(row, pay.figure(level)) for row, pay in levels if pay)


def by_percentile(rows: Iterable[RoleRow], level: PayLevel) -> list[RankedPay]:
    """Roles without a published estimate by level, by the survey's percentile beside that level.

    Best paid first. Uses the role's own percentiles, else its nearest occupation's.
    """
    point = PERCENTILE_FOR.get(level)
    if point is None:
        return []
    series = ((row, percentiles_of(row)) for row in rows if not on_basis(row.pay, "levels"))
    return _ranked(RankedPay(row, pay.figure(point)) for row, pay in series if pay)


def _ranked(paid: Iterable[RankedPay]) -> list[RankedPay]:
    return sorted(paid, key=lambda pay: (-(pay.figure.value if pay.figure else 0), pay.row.title))


def survey_median(row: RoleRow) -> Figure | None:
    """The survey's median by the year, by which roles are ranked and compared.

    The role's own, else its nearest occupation's; no publisher's estimate stands in for it.
    """
    series = percentiles_of(row)
    return series.figure("p50") if series and series.unit == "USD/year" else None


def estimate(row: RoleRow | Role) -> Figure | None:
    """The middle of what publishers estimate by level; it stands beside the survey's median."""
    levels = (pay for pay in row.pay if pay.basis == "levels")
    middles = (pay.figure("median") or pay.figure("mid") for pay in levels)
    return next(filter(None, middles), None)


def survey_of(role: Role) -> Pay | None:
    """The survey's percentiles for the country: the role's own, else its nearest occupation's."""
    if role.bare_occupation:
        return on_basis(role.pay, "percentiles") or role.bare_occupation.hourly
    return role.nearest.pay if role.nearest else None


def hourly_of(role: Role) -> Pay | None:
    """The survey's pay by the hour of an occupation, or of a guide that is exactly one."""
    return role.occupation.hourly if role.occupation else None


MANAGEMENT = "11-"
"""How the SOC codes of management occupations begin."""
SALARIED_ENTRY = ("Bachelor's degree", "Master's degree", "Doctoral or professional degree")


def is_paid_by_hour(role: Role) -> bool:
    """Whether pay by the hour comes before pay by the year.

    The survey doesn't say how people are paid. A convention of ours: by the hour, if only that is
    published, or if the typical entry by the projections is below a bachelor's degree and the
    occupation isn't one of management.
    """
    occupation = role.occupation
    if occupation is None or occupation.hourly is None or "p50" not in occupation.hourly.points:
        return False
    if percentiles_of(role) is None:
        return True
    entry, manages = occupation.entry, occupation.code.startswith(MANAGEMENT)
    return bool(entry) and entry not in SALARIED_ENTRY and not manages


def self_employed(role: Role) -> Figure | None:
    """The share of self-employed people, whom the survey's pay leaves out, if it is large."""
    share = role.occupation.self_employed if role.occupation else None
    return share if share and share.value >= MANY_SELF_EMPLOYED else None


class TypedPay(NamedTuple):
    """A person's pay in dollars, a year or an hour."""

    amount: float
    unit: Literal["USD/year", "USD/hour"]


def yearly(pay: TypedPay) -> float:
    """Pay in dollars a year, of full time if it is by the hour."""
    return pay.amount * HOURS_A_YEAR if pay.unit == "USD/hour" else pay.amount


def parse_pay(text: str) -> TypedPay:
    """Pay as people type it: 61000, 61k, $61,000, 29/h, $29.50/hour, 2900/month.

    Raises UsageError, also for an amount without a unit that could be either.
    """
    shown = excerpt(text)
    found = re.fullmatch(TYPED_PAY, text.strip().casefold().replace(",", "").replace(" ", ""))
    if found is None:
        raise UsageError(f"\u201c{shown}\u201d isn't an amount of pay.", hint=PAY_HINT)
    amount = float(found["amount"]) * (1000 if found["thousand"] else 1)
    per = found["unit"] or ""
    hourly = per.startswith("h")
    if not per and amount < LEAST_SURE:
        period, ways = "month", f"{amount:g}/month"
        if amount < LEAST_YEARLY:
            period, ways = "hour", f"{amount:g}/h, {amount:g}k"
        raise UsageError(
            f"\u201c{shown}\u201d could be pay by the {period} or by the year.",
            hint=f"Give {ways} or {amount:g}/year.",
        )
    if per.startswith("m"):
        amount *= MONTHS
    if not 0 < amount <= (MOST_HOURLY if hourly else MOST_YEARLY):
        raise UsageError(f"\u201c{shown}\u201d isn't a possible amount of pay.", hint=PAY_HINT)
    return TypedPay(amount, "USD/hour" if hourly else "USD/year")


TYPED_PAY = (
    r"\$?(?P<amount>\d{1,9}(\.\d{1,2})?)(?P<thousand>k)?"
    r"(?:/|an?|per)?(?P<unit>hour|hr|h|month|mo|year|yr|y)?"
)
PAY_HINT = "For example, 61000, 61k or 29/h."
LEAST_YEARLY, LEAST_SURE, MOST_YEARLY, MOST_HOURLY = 1000, 10_000, 100_000_000, 100_000
"""Dollars: below the first an amount without a unit could be by the hour, below the second by the
month."""
MONTHS = 12
THIN_MEAN, THIN_JOBS = 10, 30
"""Relative standard errors, in percent, above which pay or jobs are too unsure to lean on."""
PERCENTILES: tuple[Percentile, ...] = get_args(Percentile)


def is_thin(area: AreaPay) -> bool:
    """Whether too few answered for an area's pay: by the standard error of its mean."""
    return area.mean_error is not None and area.mean_error > THIN_MEAN


def has_equal_upper(pay: Pay) -> bool:
    """Whether the 75th or 90th percentile equals the one below it, as where few answered.

    Percentiles that are published as this much or more say nothing of that.
    """
    upper = [pay.points.get(point) for point in PERCENTILES[2:] if point not in pay.at_least]
    return any(lower is not None and lower == higher for lower, higher in pairwise(upper))


def at_prices(pay: Pay, prices: float) -> Pay:
    """Pay divided by a price index, United States = 100, to the dollar or the cent."""
    digits = 2 if pay.unit == "USD/hour" else 0
    points = {point: round(100 * amount / prices, digits) for point, amount in pay.points.items()}
    return pay._replace(points=points)


class Standing(NamedTuple):
    """The published percentiles between which an amount stands; the same twice, if at one.

    None below the lowest, and above the highest.
    """

    below: PayPoint | None
    above: PayPoint | None


def standing(pay: Pay, amount: float) -> Standing:
    """Where an amount stands among the percentiles of pay in its unit."""
    known = [(pay.points[point], point) for point in PERCENTILES if point in pay.points]
    for value, point in known:
        if value == amount:
            return Standing(point, point)
    below = [point for value, point in known if value < amount]
    above = [point for value, point in known if value > amount]
    return Standing(below[-1] if below else None, above[0] if above else None)


def release_status(area: AreaPay) -> ReleaseStatus:
    """Whether the survey releases pay for an occupation in an area, and if not, why."""
    if area.pay or area.hourly:
        return "released"
    return "suppressed" if area.code else "not in this release"


def by_area(areas: Iterable[AreaPay]) -> list[AreaPay]:
    """Areas with the best paid first, by the median; thin ones after them, those without last."""

    def order(area: AreaPay) -> tuple[bool, bool, float]:
        median = area.pay.points.get("p50", 0.0) if area.pay else 0.0
        return not median, is_thin(area), -median

    return sorted(areas, key=order)


def pay_figure(row: RoleRow, basis: str) -> Figure | None:
    """A role's pay on the basis of a move's verdict: at a level, or the survey's median."""
    if basis == "survey":
        return survey_median(row)
    levels = on_basis(row.pay, "levels")
    return levels.figure(basis) if levels else None  # type: ignore[arg-type]  # a level
