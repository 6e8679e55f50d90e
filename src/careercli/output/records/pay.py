"""`salary` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from careercli.core.pay import (
    PAY_LEVELS,
    PERCENTILE_FOR,
    Standing,
    at_prices,
    by_level,
    by_percentile,
    release_status,
    standing,
    survey_of,
)
from careercli.model.basics import PayLevel, PayPoint, RoleRow, is_occupation
from careercli.output.records.fields import Answer, Field, Get, Rows, Table, column, inside, nested
from careercli.output.records.lists import ROW, RoleList, listed
from careercli.output.records.parts import (
    FIGURE,
    NAMED,
    NAMED_COLUMNS,
    OCCUPATION,
    PAY_KEY,
    SERIES,
    SHORT_NAME,
    SOC_COLUMNS,
    SOC_KEY,
    SOURCE,
    SOURCES,
    UNIT_NAMES,
    OfficialMatch,
    Series,
    level_pay,
    series_of,
    soc_of,
)

if TYPE_CHECKING:
    from careercli.core.pay import RankedPay
    from careercli.model.basics import Pay
    from careercli.model.datasets import AreaPay
    from careercli.model.role import Role
    from careercli.output.screens.areas import AreasView


class RankingView(NamedTuple):
    """Roles by pay at a level, and those without levels by a percentile; best paid first.

    limit: how many of each; None for all
    """

    roles: RoleList
    level: PayLevel
    limit: int | None = None

    @property
    def levels(self) -> Sequence[RankedPay]:
        return by_level(self.roles.rows, self.level)[: self.limit]

    @property
    def percentiles(self) -> Sequence[RankedPay]:
        return by_percentile(self.roles.rows, self.level)[: self.limit]


class Point(NamedTuple):
    """A point of a pay series; `amount` is None if it is not published."""

    role: Role | RoleRow
    series: Series
    name: str
    amount: float | None

    @property
    def at_least(self) -> bool:
        return self.name in self.series.pay.at_least


def _points(role: Role | RoleRow, level: PayLevel | None = None) -> Iterator[Point]:
    """Every point of a role's pay, with levels that are not published; or the one asked for."""
    for series in series_of(role):
        points: Mapping[str, float] = dict(series.pay.points.items())
        levels = PAY_LEVELS if series.pay.basis == "levels" else ()
        names = dict.fromkeys((*points, *levels))
        if level:
            names = dict.fromkeys((level,) if series.occupation is None else ())
        for name in names:
            yield Point(role, series, name, points.get(name))


def _amount(unit: str) -> Get:
    return lambda point, _: point.amount if point.series.pay.unit == unit else None


def _soc(point: Point, _: Any) -> OfficialMatch | None:
    """The occupation that a series is of; None if it's a guide's own."""
    official = point.series.occupation or is_occupation(point.role.key)
    return soc_of(point.role) if official else None


POINT = (
    column("slug", "the role's slug", "role.slug"),
    column("title", "its title", "role.title"),
    column("basis", "levels or percentiles", "series.pay.basis"),
    column("point", "the level or percentile", "name"),
    column("usd_a_year", "dollars a year", _amount("USD/year")),
    column(
        "usd_an_hour", "dollars an hour, when pay is published by the hour", _amount("USD/hour")
    ),
    column("at_least", "whether it is published as this much or more"),
    column("kind", "what sort of figure it is", "series.kind"),
    column("source", "the source's id", "series.pay.source"),
    column("place", "the country or area", "series.pay.place"),
    *inside(_soc, *SOC_COLUMNS),
)
_KEYS = (Field("role", "the role", of=Table(*NAMED, SHORT_NAME, SOC_KEY, PAY_KEY)), SOURCES)
ROLE_PAY = Answer.of("salary ROLE", *_KEYS, Rows(lambda view, _: _points(view.role), *POINT))


ROLE_LEVEL_PAY = Answer.of(
    "salary ROLE --level LEVEL",
    Field("level", "the level asked for"),
    Field(
        "figure",
        "pay at that level; null when it isn't published",
        lambda view, _: level_pay(view.role, view.level),
        of=FIGURE,
    ),
    *_KEYS,
    Rows(lambda view, _: _points(view.role, view.level), *POINT),
)
ALL_PAY = listed("salary", "the roles, the best paid first", ROW)._replace(
    rows=[Rows(lambda view, _: (point for row in view.rows for point in _points(row)), *POINT)]
)


RANKED = Table(
    *inside("row", *NAMED, SHORT_NAME),
    Field("figure", "its pay; null when that isn't published", of=FIGURE),
)


def _ranking(basis: str, ranking: str) -> Rows:
    """The rows of one of the two rankings."""
    return Rows(
        ranking,
        column("basis", "levels or percentiles, each ranked by itself", lambda *_: basis),
        *inside("row", *NAMED_COLUMNS),
        *inside(
            "figure",
            column("point", "the level or percentile", "label"),
            column("usd_a_year", "dollars a year", "value"),
            column("kind", "what sort of figure it is"),
            column("source", "the source's id"),
        ),
        number="rank",
    )


RANKING = Answer.of(
    "salary --level LEVEL",
    Field("level", "the level asked for"),
    Field("by_level", "roles with published levels, the best paid first", "levels", of=RANKED),
    Field(
        "percentile",
        "the percentile beside that level; null when there is none",
        lambda view, _: PERCENTILE_FOR.get(view.level),
    ),
    nested(
        "by_percentile",
        "roles without published levels, by that percentile of the survey",
        "percentiles",
        *RANKED.fields,
        OCCUPATION._replace(get="row.nearest"),
    ),
    Field("sources", "the sources of figures, by id", "roles.sources", of=SOURCE),
    _ranking("levels", "levels"),
    _ranking("percentiles", "percentiles"),
)


def _area_pay(area: AreaPay, _: Any) -> list[Series]:
    """By the year and by the hour, whichever the survey publishes."""
    return [Series(pay, pay.kind or "survey") for pay in _by_unit(area).values()]


def _by_unit(area: AreaPay) -> dict[str, Pay]:
    return {pay.unit: pay for pay in (area.pay, area.hourly) if pay}


def _paid_by(unit: str) -> Get:
    return lambda pair, _: _by_unit(pair[1]).get(unit)


class RoleAreas(NamedTuple):
    """A role, its pay in areas, and all that was asked for."""

    role: Role
    areas: Sequence[AreaPay]
    view: AreasView


def _country_pay(asked: RoleAreas, _: Any) -> list[Series]:
    """The survey's pay of a role, or of its nearest occupation."""
    survey = survey_of(asked.role)
    return [series for series in series_of(asked.role) if series.pay is survey]


POINTS: tuple[PayPoint, ...] = ("p10", "p25", "p50", "p75", "p90", "mean")


def _areas(view: AreasView, _: Any) -> Iterator[tuple[Role, AreaPay]]:
    """The country and each area, with the role."""
    from careercli.model.datasets import AreaPay

    for role, areas in view.roles:
        known = view.countries.get(role.key) or AreaPay("")
        yield role, known._replace(area="US", pay=survey_of(role))
        yield from ((role, area) for area in areas)


def _at(point: PayPoint) -> Get:
    return lambda pay, _: pay.points.get(point)


ERRORS = (
    Field("mean_error", "relative standard error of the mean pay, in percent"),
    Field("employment_error", "relative standard error of the jobs, in percent"),
)


def _at_us_prices(area: AreaPay, asked: RoleAreas) -> list[Series] | None:
    view = asked.view
    prices = view.prices.get(area.code)
    if not (view.at_us_prices and prices):
        return None
    return [Series(at_prices(pay, prices.prices), kind) for pay, kind, _ in _area_pay(area, asked)]


def _stands(area: AreaPay, asked: RoleAreas) -> Standing | None:
    view = asked.view
    series = area.hourly if view.pay and view.pay.unit == "USD/hour" else area.pay
    if view.pay is None or series is None or series.unit != view.pay.unit:
        return None
    return standing(series, view.pay.amount)


AREA_PAY = Answer.of(
    "salary ROLE --area AREA",
    nested(
        "roles",
        "the roles",
        lambda view, _: [RoleAreas(role, areas, view) for role, areas in view.roles],
        *inside("role", *NAMED, SHORT_NAME),
        Field("pay", "the survey's pay in the country", _country_pay, of=SERIES),
        nested(
            "areas",
            "the areas, the best paid first",
            lambda asked, _: list(asked.areas),
            Field("area", "its name"),
            Field(
                "status",
                "released; suppressed by the survey; or not in this release",
                lambda area, _: release_status(area),
            ),
            Field("pay", "the survey's pay there", _area_pay, of=SERIES),
            Field("employment", "jobs counted, or null", of=FIGURE),
            *ERRORS,
            nested(
                "prices",
                "its price index, United States = 100; null if there is none",
                lambda area, asked: asked.view.prices.get(area.code),
                Field("prices", "the index"),
                Field("title", "the area it is of"),
                Field("year", "the year it is of"),
                Field("source", "the source's id"),
            ),
            Field(
                "pay_at_us_prices",
                "pay divided by that index, if it was asked for",
                _at_us_prices,
                of=SERIES,
                optional=True,
            ),
            nested(
                "stands",
                "the percentiles below and above the pay asked about",
                _stands,
                Field("below", "the highest published percentile that isn't above it, or null"),
                Field("above", "the lowest published percentile that isn't below it, or null"),
                optional=True,
            ),
        ),
    ),
    Field("sources", "the sources of figures, by id", "all_sources", of=SOURCE),
    Rows(
        _areas,
        column("slug", "the role's slug", lambda pair, _: pair[0].slug),
        column("area", "US, or the area's name", lambda pair, _: pair[1].area),
        *(
            each
            for unit, name in UNIT_NAMES.items()
            for each in inside(
                _paid_by(unit),
                *(column(f"{point}_{name}", f"pay: {point}", _at(point)) for point in POINTS),
            )
        ),
        *inside(
            lambda pair, _: pair[1].pay,
            column("at_least", "points published as this much or more", "at_least"),
            column("source", "the source's id", "source"),
        ),
        *inside(lambda pair, _: pair[1].employment, column("employment", "jobs counted", "value")),
        *inside(
            lambda pair, _: pair[1],
            *(column(f"{error.name}_percent", error.meaning, error.name) for error in ERRORS),
        ),
    ),
)
