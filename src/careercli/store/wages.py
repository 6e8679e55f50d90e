"""The wage survey's figures as a store holds them: integers, in columns of their own.

Pay by the year is in dollars and pay by the hour in cents, relative standard errors are in tenths
of a percent, jobs per 1,000 in thousandths and location quotients in hundredths, as published.
"""

import zlib
from typing import NamedTuple

from careercli.model.basics import PayPoint

WAGE_POINTS: tuple[PayPoint, ...] = ("mean", "p10", "p25", "p50", "p75", "p90")
CENTS, TENTHS, HUNDREDTHS, THOUSANDTHS = 100, 10, 100, 1000
NATION = 99
"""The id of the United States among areas."""


class WageRow(NamedTuple):
    """What the survey publishes of an occupation in an area; None for what it doesn't.

    code, area: see `code_id` and `area_id`
    at_least: a bit for each of WAGE_POINTS that is published as this much or more
    """

    code: int
    area: int
    employment: int | None = None
    employment_error: int | None = None
    jobs_per_1000: int | None = None
    location_quotient: int | None = None
    mean_error: int | None = None
    at_least: int = 0
    year_mean: int | None = None
    year_p10: int | None = None
    year_p25: int | None = None
    year_p50: int | None = None
    year_p75: int | None = None
    year_p90: int | None = None
    hour_mean: int | None = None
    hour_p10: int | None = None
    hour_p25: int | None = None
    hour_p50: int | None = None
    hour_p75: int | None = None
    hour_p90: int | None = None

    @property
    def by_year(self) -> dict[PayPoint, float]:
        """The published points of pay in dollars a year."""
        return _points(self[YEAR:HOUR], 1)

    @property
    def by_hour(self) -> dict[PayPoint, float]:
        """The published points of pay in dollars an hour."""
        return _points(self[HOUR:], CENTS)

    @property
    def open_points(self) -> tuple[PayPoint, ...]:
        """The points that are published as this much or more."""
        bits = enumerate(WAGE_POINTS) if self.at_least else ()
        return tuple(point for bit, point in bits if self.at_least >> bit & 1)


YEAR, HOUR = WageRow._fields.index("year_mean"), WageRow._fields.index("hour_mean")


def _points(amounts: tuple[int | None, ...], unit: int) -> dict[PayPoint, float]:
    return {
        point: amount / unit
        for point, amount in zip(WAGE_POINTS, amounts, strict=True)
        if amount is not None
    }


def code_id(code: str) -> int:
    """A SOC code as an integer: 29-1141 is 291141."""
    return int(code.replace("-", ""))


def code_text(code: int) -> str:
    """The SOC code of an integer from `code_id`."""
    return f"{code // 10_000:02}-{code % 10_000:04}"


def area_id(code: str) -> int:
    """An area's code as an integer; codes of two, five and seven digits stay apart.

    A code of another kind, as old files have, gets a number below zero.
    """
    return int(code) if code.isdecimal() else -zlib.crc32(code.encode())
