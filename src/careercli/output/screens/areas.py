"""Survey pay by area, each place's percentiles on one axis, with what the figures rest on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.core.figures import figure_words
from careercli.core.pay import (
    PERCENTILES,
    THIN_JOBS,
    THIN_MEAN,
    TypedPay,
    at_prices,
    has_equal_upper,
    is_thin,
    release_status,
    survey_of,
)
from careercli.model.basics import Figure, Pay, Source
from careercli.model.datasets import AreaPay, PriceParity, is_state
from careercli.model.role import Role
from careercli.output.footnotes import cite_source
from careercli.output.page import (
    Aligned,
    Approx,
    Block,
    Column,
    Facts,
    Heading,
    Inline,
    Legend,
    Page,
    Paragraph,
    Table,
    Title,
    cited,
    parts,
    quiet,
)
from careercli.output.screens.blocks import cited_figure, commands
from careercli.output.screens.pay import (
    COUNTRY,
    MATCH_WORDS,
    PERCENTILE_LABELS,
    larger_group,
    no_pay,
    on_axis,
    self_employed_blocks,
    series_in,
    stands_words,
    typed_place,
    typed_words,
)
from careercli.output.screens.wording import names_in_table, typed_name
from careercli.text import join_and

FEW = 3
"""Places up to which the percentiles stand below in figures too."""
UNRELEASED = {
    "suppressed": "suppressed: counted there, but no wage is released",
    "not in this release": "not in this release: none or too few were counted there",
}


class AreasView(NamedTuple):
    """The survey's pay of roles, each in areas.

    countries: key of a role -> the same of the country, with its standard errors
    sources: the sources of the figures
    prices: code of an area -> its price index
    at_us_prices: whether pay is divided by that
    pay: a person's, to say where it stands
    """

    roles: Sequence[tuple[Role, Sequence[AreaPay]]]
    countries: Mapping[str, AreaPay | None]
    sources: Mapping[str, Source]
    prices: Mapping[str, PriceParity]
    at_us_prices: bool = False
    pay: TypedPay | None = None

    @property
    def all_sources(self) -> dict[str, Source]:
        """Those of the data sets, and of the roles."""
        every = dict(self.sources)
        for role, _ in self.roles:
            every |= role.sources
        return every


class Place(NamedTuple):
    """A line of the table: pay in the unit of the table, at U.S. prices if those are asked for."""

    name: str
    pay: Pay | None
    area: AreaPay
    prices: PriceParity | None = None

    @property
    def median(self) -> Figure | None:
        return self.pay.figure("p50") if self.pay else None


def area_page(view: AreasView) -> Page:
    """`salary ROLE --area`: a line for the country and for each area."""
    single = len(view.roles) == 1
    names = names_in_table(role for role, _ in view.roles)
    countries = [survey_of(role) for role, _ in view.roles]
    hourly = all(country and country.unit == "USD/hour" for country in countries)
    unit = "hourly" if hourly else "yearly"
    where = ", at U.S. prices" if view.at_us_prices else ""
    name = names[view.roles[0][0].key] if single else "Pay by area"
    blocks: list[Block] = [Title(name, f"{unit} pay, employees only{where}")]
    for role, areas in view.roles:
        nearest = role.nearest
        if not single:
            blocks.append(Heading(names[role.key]))
        if nearest and nearest.match != "exact":
            whose = f"Of {nearest.title}, {nearest.code}. {MATCH_WORDS[nearest.match]}"
            blocks.append(Paragraph(quiet(whose)))
        blocks += (Paragraph(f"{words}.") for words in larger_group(role))
        blocks += _role_blocks(view, role, areas)
    blocks += [Paragraph(words) for words in _explained(view)]
    if legend := "; ".join(_legend(view)):
        blocks.append(Legend(legend))
    indexed = [area for area in view.roles[0][1] if area.code in view.prices]
    if not view.at_us_prices and 0 < len(indexed) <= FEW:
        blocks.append(commands(_at_us_prices(view, indexed)))
    return tuple(blocks)


def _role_blocks(view: AreasView, role: Role, areas: Sequence[AreaPay]) -> Iterator[Block]:
    country = survey_of(role)
    if country is None:
        yield Paragraph(no_pay(role))
        return
    nation = Place(COUNTRY, country, view.countries.get(role.key) or AreaPay(COUNTRY))
    places = [_place(view, area, country) for area in areas]
    groups = [places]
    if view.at_us_prices:  # indices of states and of areas are not made to be compared
        states = [place for place in places if is_state(place.area.code)]
        others = [place for place in places if not is_state(place.area.code)]
        groups = [group for group in (states, others) if group]
    series = [place.pay for place in (nation, *places) if place.pay]
    amounts = [pay.points[point] for pay in series for point in PERCENTILES if point in pay.points]
    axis = (min(amounts), max(amounts)) if amounts else (0.0, 0.0)
    yield Aligned(
        tuple(_table(view, (nation, *sorted(group, key=_rank)), axis) for group in groups)
    )
    if len(places) <= FEW:
        yield _figures((nation, *places))
    if view.pay:
        yield Facts(tuple(_stands(view.pay, role, areas)))
    yield from self_employed_blocks(role)
    if len({view.all_sources[pay.source].date for pay in series}) > 1:
        yield Paragraph("These figures are from different years; compare with care.")


def _place(view: AreasView, area: AreaPay, country: Pay) -> Place:
    """An area's pay; of a larger group if the country's is."""
    pay, prices = _pay_in(area, country.unit), view.prices.get(area.code)
    if pay and country.rough:
        pay = pay._replace(rough=True)
    if pay and view.at_us_prices:
        pay = at_prices(pay, prices.prices) if prices else None
    return Place(area.area, pay, area, prices)


def _pay_in(area: AreaPay, unit: str) -> Pay | None:
    """An area's pay by the hour or by the year."""
    pay = area.hourly if unit == "USD/hour" else area.pay
    return pay if pay and pay.unit == unit else None


def _rank(place: Place) -> tuple[bool, bool, float]:
    """The best paid first, then those too unsure to rank, then those without a median."""
    median = place.median
    return (median is None, is_thin(place.area), -median.value if median else 0.0)


def _table(view: AreasView, places: Sequence[Place], axis: tuple[float, float]) -> Table:
    indexed = view.at_us_prices
    columns = (
        Column("Place", wide=True),
        Column("median", "right"),
        Column("10th ├──━━●━━──┤ 90th", is_range=True),
        *([Column("prices", "right")] if indexed else []),
        Column("jobs", "right", spare=True),
        Column("std. error", "right", spare=True),
    )
    rows = []
    for place in places:
        prices = (_prices(view, place),) if indexed else ()
        figure = place.median
        median = cited_figure(figure, view.all_sources) if figure else quiet("–")
        pay = (median, _range(view, place, axis))
        rows.append((place.name, *pay, *prices, _jobs(place), _error(place)))
    return Table(columns, tuple(rows))


def _why_none(view: AreasView, place: Place) -> str:
    """Why a place has no median: the survey's reason, or that there is no price index."""
    status = release_status(place.area)
    if status == "released":
        return "no price index" if view.at_us_prices and not place.prices else "suppressed"
    return status


def _range(view: AreasView, place: Place, axis: tuple[float, float]) -> Inline:
    pay = place.pay
    if pay is None:
        return quiet(_why_none(view, place))
    if len(pay.points.keys() & set(PERCENTILES)) < 2:
        return ""
    figures = ((PERCENTILE_LABELS[point], pay.figure(point)) for point in PERCENTILES)
    words = ", ".join(f"{label} {figure_words(figure)}" for label, figure in figures if figure)
    return on_axis(pay, axis)._replace(words=words)


def _prices(view: AreasView, place: Place) -> Inline:
    if place.prices is None:
        return "100.0" if place.name == COUNTRY else ""
    source = cite_source(view.all_sources[place.prices.source])
    return cited(f"{place.prices.prices:.1f}", source)


def _jobs(place: Place) -> Inline:
    if place.area.employment is None:
        return quiet("–")
    words = figure_words(place.area.employment)
    return Approx(words) if _are_unsure_jobs(place.area) else words


def _error(place: Place) -> Inline:
    error = place.area.mean_error
    equal = " !" if place.pay and has_equal_upper(place.pay) else ""
    if error is None:
        return equal.strip()
    return f"±{error:.{int(error < 1)}f} %{equal}"


def _figures(places: Sequence[Place]) -> Table:
    """The five percentiles of a few places in figures."""
    columns = (Column(PERCENTILE_LABELS[point], "right") for point in PERCENTILES)
    rows = []
    for place in places:
        if place.pay:
            figures = map(place.pay.figure, PERCENTILES)
            words = (figure_words(figure) if figure else "–" for figure in figures)
            rows.append((place.name, *words))
    return Table((Column("", wide=True), *columns), tuple(rows))


def _stands(pay: TypedPay, role: Role, areas: Sequence[AreaPay]) -> Iterator[tuple[str, Inline]]:
    """Where a person's pay stands in the country and in each area; at the prices there."""
    country = stands_words(series_in(role, pay.unit), pay)
    yield typed_words(pay), (f"{COUNTRY}: ", *parts(country))
    for area in areas:
        yield "", (f"{area.area}: ", *parts(stands_words(_pay_in(area, pay.unit), pay)))


def _explained(view: AreasView) -> Iterator[str]:
    """What has to be known of the rows to read them."""
    missing = {release_status(area) for _, areas in view.roles for area in areas}
    yield from (words for status, words in UNRELEASED.items() if status in missing)
    if view.at_us_prices:
        years = sorted({(not is_state(code), price.year) for code, price in view.prices.items()})
        dated = join_and([f"{'areas' if is_area else 'states'} {year}" for is_area, year in years])
        yield f"Divided by BEA's regional price parities, {dated} (U.S. = 100)."


def _legend(view: AreasView) -> Iterator[str]:
    """What the signs mean that stand on the page, in one line of 80 columns."""
    areas = [area for _, areas in view.roles for area in areas]
    if any(area.mean_error is not None for area in areas):
        yield "error: that of the mean"
    if any(is_thin(area) or _are_unsure_jobs(area) for area in areas):
        yield f"~ above {THIN_MEAN} %, of jobs {THIN_JOBS} %"
    if any(has_equal_upper(pay) for area in areas if (pay := area.pay or area.hourly)):
        yield "! equal points: noise"


def _at_us_prices(view: AreasView, areas: Sequence[AreaPay]) -> tuple[str, str]:
    """The command that divides by prices, and the indices by which it would."""
    typed_roles = " ".join(typed_name(role) for role, _ in view.roles)
    typed = " ".join(f"-a {typed_place(area.area)}" for area in areas)
    prices = [
        f"{area.area.partition(',')[0].partition('-')[0]} {view.prices[area.code].prices:.1f}"
        for area in areas
    ]
    return (
        f"careercli salary {typed_roles} {typed} --at-us-prices",
        f"BEA prices: {', '.join(prices)}",
    )


def _are_unsure_jobs(area: AreaPay) -> bool:
    """Whether too few answered for an area's jobs."""
    return area.employment_error is not None and area.employment_error > THIN_JOBS
