"""Pay on the screen: the amount first, then its place on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from careercli.core.figures import KIND_WORDS, figure_words, usd
from careercli.core.names import names_in_table
from careercli.core.pay import (
    PAY_LEVELS,
    PERCENTILE_FOR,
    PayLevel,
    RankedPay,
    hourly_of,
    on_basis,
    release_status,
    self_employed,
    survey_median,
    survey_of,
)
from careercli.model.basics import Figure, NearestOccupation, Pay, PayPoint, RoleRow, Source
from careercli.model.role import Role
from careercli.output.footnotes import cite, cite_source
from careercli.output.page import (
    Approx,
    Block,
    Cite,
    Column,
    Commands,
    Heading,
    Inline,
    Legend,
    Page,
    Paragraph,
    Part,
    Range,
    Scale,
    ScaleRow,
    Table,
    Title,
    cited,
    data,
    parts,
    quiet,
)
from careercli.output.screens.wording import (
    NOT_PUBLISHED,
    POINT_WORDS,
    money_range,
    sentence,
)

if TYPE_CHECKING:
    from careercli.model.occupation import AreaPay
    from careercli.model.role import Role

MATCH_WORDS = {
    "exact": "The occupation is this job.",
    "close": "The job is most of this occupation.",
    "broader": "A broader group than this job: context, not its pay.",
}


def role_pay(role: Role, level: PayLevel | None) -> Page:
    """`salary ROLE`."""
    unit = "an hour" if _only_by_hour(role) else "a year"
    blocks: list[Block] = [
        Title(role.name or role.title, f"pay {unit}, US dollars, before tax; employees only")
        if role.occupation
        else Title(role.title, f"pay {unit}, US dollars, before tax")
    ]
    if level:
        blocks += level_blocks(role, level)
    blocks += pay_blocks(role, marked=level)
    return tuple(blocks)


def _only_by_hour(role: Role) -> bool:
    """Whether the survey publishes pay by the hour alone."""
    return bool(role.bare_occupation and role.bare_occupation.hourly and not role.pay)


def level_blocks(role: Role, level: PayLevel) -> list[Block]:
    """The figure asked for, before everything else."""
    tiers = [tier.title for tier in role.tiers if tier.level == level]
    who = f"{POINT_WORDS[level].capitalize()}" + (f" ({' / '.join(tiers)})" if tiers else "")
    series = on_basis(role.pay, "levels")
    figure = series.figure(level) if series else None
    if figure:
        pay = (f"{who}: ", data(figure_words(figure)))
        return [Paragraph(cited(pay, cite(figure, role.sources)))]
    return [Paragraph(f"{who}: {NOT_PUBLISHED}.")]


def pay_blocks(role: Role, marked: PayLevel | None = None) -> list[Block]:
    """Every series of a role, and its nearest occupation's, on one scale.

    The survey goes first if that occupation is exactly the job.
    """
    hourly = hourly_of(role)
    if hourly and _only_by_hour(role):
        return [*hourly_blocks(hourly, role.sources), *_self_employed_blocks(role)]
    every = [*role.pay, *([role.nearest.pay] if role.nearest and role.nearest.pay else [])]
    if not every:
        return [Paragraph(_no_pay(role))]
    high = max(amount for series in every for amount in series.points.values())
    blocks: list[Block] = []
    nearest = role.nearest
    of_occupation: list[Block] = []
    if nearest and nearest.pay:
        of_occupation = _nearest_blocks(nearest, nearest.pay, high, role.sources)
    if nearest and nearest.match == "exact":
        blocks, of_occupation = of_occupation, []
    for series in role.pay:
        by_level = series.basis == "levels"
        aside = cited(f"{basis_words(series)}, {series.place}", cite_series(series, role.sources))
        blocks.append(Heading("Pay by level" if by_level else "Pay", aside))
        rows = _level_rows(series, marked) if by_level else percentile_rows(series)
        blocks.append(Scale(tuple(rows), 0, high))
    blocks += of_occupation
    if hourly:
        blocks.append(_by_hour_too(hourly, role.sources))
    return [*blocks, *_self_employed_blocks(role)]


def _no_pay(role: Role) -> str:
    """Why there is no pay to show."""
    if role.bare_occupation is None:
        return "No pay figures are published for this role."
    if role.bare_occupation.survey:
        return "The wage survey suppresses the pay of this occupation in this release."
    return "This occupation isn't in this release of the wage survey."


def _by_hour_too(pay: Pay, sources: Mapping[str, Source]) -> Paragraph:
    figures = [
        (words, figure)
        for words, point in (("10th", "p10"), ("median", "p50"), ("90th", "p90"))
        if (figure := pay.figure(point))  # type: ignore[arg-type]  # a point
    ]
    words: list[Part] = ["By the hour: "]
    for place, (name, figure) in enumerate(figures):
        words += [", " if place else "", f"{name} ", data(figure_words(figure))]
    return Paragraph(cited(tuple(words), cite_series(pay, sources)))


def _self_employed_blocks(role: Role) -> Iterator[Block]:
    if share := self_employed(role):
        yield Paragraph(self_employed_words(share, role.sources))


def self_employed_words(share: Figure, sources: Mapping[str, Source]) -> Inline:
    """The share of people whom the survey's pay leaves out."""
    words = (data(f"{share.value:.0f} %"), " work for themselves. This is not their pay.")
    return cited(words, cite(share, sources))


def cite_series(series: Pay, sources: Mapping[str, Source]) -> Cite:
    """The citation of a whole series of pay."""
    source = sources[series.source]
    return cite_source(source, series.kind, date=series.date, note=series.note)


def basis_words(series: Pay) -> str:
    """What sort of figures a series holds."""
    return KIND_WORDS[series.kind].lower() if series.kind else ""


def _level_rows(series: Pay, marked: PayLevel | None) -> list[ScaleRow]:
    rows = []
    points = series.points
    if "low" in points and "high" in points:
        span = (points["low"], points["high"])
        rows.append(ScaleRow("range", data(money_range(*span)), span=span))
    if "median" in points:
        rows.append(ScaleRow("median", data(usd(points["median"])), at=(points["median"],)))
    for level in PAY_LEVELS:
        label = POINT_WORDS[level] + (" ◂" if level == marked else "")
        if level not in points:
            if level != "top":
                rows.append(ScaleRow(label, quiet(NOT_PUBLISHED)))
            continue
        amount: Inline = data(("from " if level == "top" else "") + usd(points[level]))
        rows.append(ScaleRow(label, amount, at=(points[level],)))
    return rows


def percentile_rows(series: Pay) -> list[ScaleRow]:
    """A row for each percentile, published or not."""
    rows = []
    for point, label in PERCENTILES:
        if figure := series.figure(point):
            rows.append(ScaleRow(label, data(figure_words(figure)), at=(figure.value,)))
        else:
            rows.append(ScaleRow(label, quiet("suppressed")))
    return rows


PERCENTILES: tuple[tuple[PayPoint, str], ...] = (
    ("p10", "10th"),
    ("p25", "25th"),
    ("p50", "median"),
    ("p75", "75th"),
    ("p90", "90th"),
)


def percentile_range(series: Pay) -> Range | None:
    """A series' percentiles on an axis of their own; None if fewer than two are published."""
    known = [point for point, _ in PERCENTILES if point in series.points]
    if len(known) < 2:
        return None
    figures = [figure_words(figure) for point in known if (figure := series.figure(point))]
    labels = dict(PERCENTILES)
    words = (f"{labels[point]} {words}" for point, words in zip(known, figures, strict=True))
    return on_axis(series, amounts_of(series))._replace(
        words=", ".join(words), ends=(figures[0], figures[-1])
    )


def amounts_of(series: Pay) -> tuple[float, float]:
    """The least and the most of a series' percentiles."""
    amounts = [series.points[point] for point, _ in PERCENTILES if point in series.points]
    return min(amounts), max(amounts)


def on_axis(series: Pay, axis: tuple[float, float]) -> Range:
    """A series' percentiles on an axis."""
    points = tuple(series.points.get(point) for point, _ in PERCENTILES)
    return Range(points, axis, "", open="p90" in series.at_least)


def _nearest_blocks(
    nearest: NearestOccupation, pay: Pay, high: float, sources: Mapping[str, Source]
) -> list[Block]:
    source = cite_source(sources[pay.source], pay.kind, date=pay.date)
    aside = cited(f"{nearest.title}, {nearest.code}, {nearest.match}", source)
    return [
        Heading("Nearest occupation", aside),
        Scale(tuple(percentile_rows(pay)), 0, high),
        Paragraph(
            quiet(
                f"{MATCH_WORDS[nearest.match]} Percentiles are of everyone in it; they "
                "are not steps of a career."
            )
        ),
    ]


def all_pay(
    levels: list[RankedPay], percentiles: list[RankedPay], level: PayLevel, *, everything: bool
) -> Page:
    """`salary --level LEVEL`: two blocks on one scale from zero, each ranked by itself."""
    high = max((paid.figure.value for paid in (*levels, *percentiles) if paid.figure), default=0)
    names = names_in_table(paid.row for paid in (*levels, *percentiles))
    blocks: list[Block] = [Title(f"Pay at level {level}", "US dollars a year, before tax")]
    if levels:
        blocks.append(Heading("By level", "as publishers estimate it"))
        blocks.append(_ranking(levels, high, names))
    if percentiles:
        percentile = POINT_WORDS[PERCENTILE_FOR[level]]
        aside = "the others' nearest occupations; a share of people, not a level"
        blocks.append(Heading(f"By survey, {percentile}", aside))
        blocks.append(_ranking(percentiles, high, names))
    elif level not in PERCENTILE_FOR:
        blocks.append(Paragraph(quiet(f"No survey percentile stands beside level {level}.")))
    if not everything:
        command = f"careercli salary --level {level} --all"
        blocks.append(Commands(((command, "official occupations too"),)))
    return tuple(blocks)


def _ranking(ranked: list[RankedPay], high: float, names: Mapping[str, str]) -> Block:
    rows = []
    for paid in ranked:
        row, figure = paid.row, paid.figure
        survey = figure is not None and figure.kind == "survey"
        label = f"{names[row.key]}{nearness(row)}" if survey else names[row.key]
        at = (figure.value,) if figure else ()
        rows.append(ScaleRow(label, _figure_words(figure, row.sources), at=at))
    return Scale(tuple(rows), 0, high)


def nearness(row: RoleRow) -> str:
    """ " (broader)" where the nearest occupation is not the job itself."""
    nearest = row.nearest
    return f" ({nearest.match})" if nearest and nearest.match != "exact" else ""


ESTIMATED: tuple[PayLevel, ...] = ("entry", "mid", "senior", "top")


def pay_table(rows: list[RoleRow], *, everything: bool) -> Page:
    """`salary`: roles in order, the survey's median first, publishers' estimates beside it."""
    names = names_in_table(rows)
    columns = (
        Column("Role", wide=True),
        Column("median", "right"),
        *(Column(level, "right", spare=level == "top") for level in ESTIMATED),
        Column(""),
    )
    body = tuple((names[row.key], median_cell(row), *_estimate_cells(row)) for row in rows)
    legend = (
        "Median: survey, ~ of the nearest occupation. Entry to top: a publisher\u2019s estimate"
    )
    commands = [
        ("careercli salary ROLE", "one role, drawn on one scale"),
        ("careercli salary --level senior", "all roles at one level"),
    ]
    if not everything:
        commands.append(("careercli salary --all", "official occupations too"))
    return (
        Title("Pay a year", "US dollars, before tax; highest survey median first"),
        Table(columns, body),
        Legend(legend),
        Commands(tuple(commands)),
    )


def median_cell(row: RoleRow) -> Inline:
    figure = survey_median(row)
    if figure:
        words = usd(figure.value) + (" or more" if figure.at_least else "")
        near = nearness(row) and not on_basis(row.pay, "percentiles")
        return cited(Approx(words, "data") if near else data(words), cite(figure, row.sources))
    if row.hourly and (figure := row.hourly.figure("p50")):
        return cited((data(figure_words(figure)), " an hour"), cite(figure, row.sources))
    return quiet("–")


def _estimate_cells(row: RoleRow) -> Iterator[Inline]:
    series = on_basis(row.pay, "levels")
    for level in ESTIMATED:
        figure = series.figure(level) if series else None
        yield data(usd(figure.value)) if figure else quiet("–")
    yield cite_series(series, row.sources) if series else ""


def area_page(paid: Sequence[tuple[Role, list[AreaPay]]], sources: Mapping[str, Source]) -> Page:
    """`salary ROLE --area`: medians by area, the country's drawn through."""
    every = dict(sources)
    for role, _ in paid:
        every |= role.sources
    single = len(paid) == 1
    names = names_in_table(role for role, _ in paid)
    title = names[paid[0][0].key] if single else "Pay by area"
    several = any(len(areas) > 1 for _, areas in paid)
    order = "; best paid first" if several else ""
    blocks: list[Block] = [Title(title, f"survey medians, before tax{order}")]
    for role, areas in paid:
        nearest = role.nearest
        if not single:
            blocks.append(Heading(names[role.key]))
        if nearest and not role.bare_occupation:
            whose = f"Of {nearest.title}, {nearest.code}. {MATCH_WORDS[nearest.match]}"
            blocks.append(Paragraph(quiet(whose)))
        blocks += _area_scale(role, areas, every)
        blocks += _self_employed_blocks(role)
    return tuple(blocks)


UNRELEASED = {
    "suppressed": "suppressed: the survey has the occupation there and releases no wage.",
    "not in this release": "not in this release: the survey has no figures for the occupation"
    " there, because none or too few were counted.",
}


def _area_scale(role: Role, areas: list[AreaPay], sources: Mapping[str, Source]) -> list[Block]:
    country = survey_of(role)
    national = country.figure("p50") if country else None
    if country is None:
        return [Paragraph(_no_pay(role))]
    series = [area.hourly if country.unit == "USD/hour" else area.pay for area in areas]
    figures = [pay.figure("p50") if pay and pay.unit == country.unit else None for pay in series]
    amounts = [figure.value for figure in (*figures, national) if figure]
    rows = [
        ScaleRow(
            area.area,
            _figure_words(figure, sources) if figure else quiet(_why_none(area)),
            at=(figure.value,) if figure else (),
        )
        for area, figure in zip(areas, figures, strict=True)
    ]
    through = national.value if national else None
    blocks: list[Block] = [Scale(tuple(rows), 0, max(amounts, default=0), through)]
    missing = {_why_none(area) for area, figure in zip(areas, figures, strict=True) if not figure}
    if legend := " ".join(words for status, words in UNRELEASED.items() if status in missing):
        blocks.append(Paragraph(quiet(sentence(legend))))
    if national:
        median = parts(_figure_words(national, sources))
        unit = " an hour" if country.unit == "USD/hour" else " a year"
        blocks.append(Paragraph((f"U.S. median{unit}: ", *median)))
        dates = {sources[figure.source].date for figure in (*figures, national) if figure}
        if len(dates) > 1:
            blocks.append(Paragraph("These figures are from different years; compare with care."))
    return blocks


def _why_none(area: AreaPay) -> str:
    """Why an area has no median in the country's unit."""
    status = release_status(area)
    return "suppressed" if status == "released" else status


def _figure_words(figure: Figure | None, sources: Mapping[str, Source]) -> Inline:
    if figure is None:
        return quiet(NOT_PUBLISHED)
    return cited(data(figure_words(figure)), cite(figure, sources))


def hourly_blocks(pay: Pay, sources: Mapping[str, Source]) -> Iterator[Block]:
    """Pay by the hour, for occupations that seldom work a whole year."""
    yield Heading("Pay by the hour", cited(f"survey, {pay.place}", cite_series(pay, sources)))
    yield Scale(tuple(percentile_rows(pay)), 0, max(pay.points.values()))
    yield Paragraph(quiet("No yearly pay is published: few of them work a whole year."))
