"""Pay on the screen: the amount first, then its place on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from careercli.core.figures import KIND_WORDS, figure_words, usd
from careercli.core.pay import PAY_LEVELS, PERCENTILE_FOR, PayLevel, RankedPay, on_basis, survey_of
from careercli.core.role_filters import highest_first, typical_pay
from careercli.model.basics import Figure, NearestOccupation, Pay, PayPoint, RoleRow, Source
from careercli.model.role import Role
from careercli.output.footnotes import cite, cite_source
from careercli.output.page import (
    Block,
    Cite,
    Column,
    Commands,
    Heading,
    Inline,
    Page,
    Paragraph,
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
    by_hour = role.bare_occupation is not None and role.bare_occupation.hourly is not None
    unit = "an hour" if by_hour else "a year"
    blocks: list[Block] = [Title(role.title, f"pay {unit}, US dollars, before tax")]
    if level:
        blocks += level_blocks(role, level)
    if role.bare_occupation and role.bare_occupation.hourly:
        blocks += hourly_blocks(role.bare_occupation.hourly, role.sources)
    else:
        blocks += pay_blocks(role, marked=level)
    return tuple(blocks)


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
    """Every series of a role, and its nearest occupation's, on one scale."""
    every = [*role.pay, *([role.nearest.pay] if role.nearest and role.nearest.pay else [])]
    if not every:
        return [Paragraph("No pay figures are published for this role.")]
    high = max(amount for series in every for amount in series.points.values())
    blocks: list[Block] = []
    for series in role.pay:
        by_level = series.basis == "levels"
        aside = cited(f"{basis_words(series)}, {series.place}", cite_series(series, role.sources))
        blocks.append(Heading("Pay by level" if by_level else "Pay", aside))
        rows = _level_rows(series, marked) if by_level else percentile_rows(series)
        blocks.append(Scale(tuple(rows), 0, high))
    if role.nearest and role.nearest.pay:
        blocks += _nearest_blocks(role.nearest, role.nearest.pay, high, role.sources)
    return blocks


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
    order: tuple[tuple[PayPoint, str], ...] = (
        ("p10", "10th"),
        ("p25", "25th"),
        ("p50", "median"),
        ("p75", "75th"),
        ("p90", "90th"),
    )
    for point, label in order:
        if figure := series.figure(point):
            rows.append(ScaleRow(label, data(figure_words(figure)), at=(figure.value,)))
        else:
            rows.append(ScaleRow(label, quiet(NOT_PUBLISHED)))
    return rows


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


def all_pay(levels: list[RankedPay], percentiles: list[RankedPay], level: PayLevel) -> Page:
    """`salary --level LEVEL`: two blocks on one scale from zero, each ranked by itself."""
    high = max((paid.figure.value for paid in (*levels, *percentiles) if paid.figure), default=0)
    blocks: list[Block] = [Title(f"Pay at level {level}", "US dollars a year, before tax")]
    if levels:
        blocks.append(Heading("By level", "as publishers estimate it"))
        blocks.append(_ranking(levels, high))
    if percentiles:
        percentile = POINT_WORDS[PERCENTILE_FOR[level]]
        aside = "the others' nearest occupations; a share of people, not a level"
        blocks.append(Heading(f"By survey, {percentile}", aside))
        blocks.append(_ranking(percentiles, high))
    elif level not in PERCENTILE_FOR:
        blocks.append(Paragraph(quiet(f"No survey percentile stands beside level {level}.")))
    return tuple(blocks)


def _ranking(ranked: list[RankedPay], high: float) -> Block:
    rows = []
    for paid in ranked:
        row, figure = paid.row, paid.figure
        survey = figure is not None and figure.kind == "survey"
        label = f"{row.title}{nearness(row)}" if survey else row.title
        at = (figure.value,) if figure else ()
        rows.append(ScaleRow(label, _figure_words(figure, row.sources), at=at))
    return Scale(tuple(rows), 0, high)


def nearness(row: RoleRow) -> str:
    """ " (broader)" where the nearest occupation is not the job itself."""
    nearest = row.nearest
    return f" ({nearest.match})" if nearest and nearest.match != "exact" else ""


def pay_table(rows: list[RoleRow]) -> Page:
    """`salary`: roles with levels, then the others by their nearest occupation's median."""
    with_levels = [row for row in rows if on_basis(row.pay, "levels")]
    others = highest_first((row for row in rows if row not in with_levels), typical_pay)
    levels: tuple[PayLevel, ...] = ("entry", "mid", "senior", "top")
    body: list[tuple[Inline, ...]] = []
    for row in with_levels:
        series = on_basis(row.pay, "levels")
        if series:
            figures = [series.figure(level) for level in levels]
            cells = [data(usd(figure.value)) if figure else quiet("–") for figure in figures]
            source = cite_source(row.sources[series.source], series.kind, note=series.note)
            body.append((row.title, *cells, source))
    columns = (
        Column("Role", wide=True),
        *(Column(level, "right") for level in levels),
        Column(""),
    )
    blocks: list[Block] = [Title("Pay a year", "US dollars, before tax; best paid first")]
    if body:
        blocks += [Heading("By level", "as publishers estimate it"), Table(columns, tuple(body))]
    if others:
        rest = []
        for row in others:
            figure = typical_pay(row)
            value: Inline = quiet(NOT_PUBLISHED)
            if figure:
                value = cited(data(usd(figure.value)), cite(figure, row.sources))
            rest.append((f"{row.title}{nearness(row)}", value))
        blocks.append(Heading("By survey", "median of the nearest occupation, of everyone in it"))
        blocks.append(Table((Column("Role", wide=True), Column("median", "right")), tuple(rest)))
    commands = (
        ("careercli salary ROLE", "one role, drawn on one scale"),
        ("careercli salary --level senior", "all roles at one level"),
    )
    return (*blocks, Commands(commands))


def area_page(paid: Sequence[tuple[Role, list[AreaPay]]], sources: Mapping[str, Source]) -> Page:
    """`salary ROLE --area`: medians by area, the country's drawn through."""
    every = dict(sources)
    for role, _ in paid:
        every |= role.sources
    single = len(paid) == 1
    title = paid[0][0].title if single else "Pay by area"
    blocks: list[Block] = [Title(title, "survey medians, before tax; best paid first")]
    for role, areas in paid:
        nearest = role.nearest
        if not single:
            blocks.append(Heading(role.title))
        if nearest and not role.bare_occupation:
            whose = f"Of {nearest.title}, {nearest.code}. {MATCH_WORDS[nearest.match]}"
            blocks.append(Paragraph(quiet(whose)))
        blocks += _area_scale(role, areas, every)
    return tuple(blocks)


def _area_scale(role: Role, areas: list[AreaPay], sources: Mapping[str, Source]) -> list[Block]:
    country = survey_of(role)
    national = country.figure("p50") if country else None
    figures = [area.pay.figure("p50") if area.pay else None for area in areas]
    amounts = [figure.value for figure in (*figures, national) if figure]
    if not any(area.pay or area.employment for area in areas):
        return [Paragraph(f"What was imported of these areas says nothing of {role.title}.")]
    if not amounts:
        return [Paragraph(f"No pay is published for {role.title} there.")]
    rows = [
        ScaleRow(area.area, _figure_words(figure, sources), at=(figure.value,) if figure else ())
        for area, figure in zip(areas, figures, strict=True)
    ]
    through = national.value if national else None
    blocks: list[Block] = [Scale(tuple(rows), 0, max(amounts), through)]
    if national:
        median = parts(_figure_words(national, sources))
        line = "a line through the charts, where they are drawn"
        blocks.append(Paragraph((f"The country's median ({line}): ", *median)))
        dates = {sources[figure.source].date for figure in (*figures, national) if figure}
        if len(dates) > 1:
            blocks.append(Paragraph("These are not of the same year, so compare with care."))
    return blocks


def _figure_words(figure: Figure | None, sources: Mapping[str, Source]) -> Inline:
    if figure is None:
        return quiet(NOT_PUBLISHED)
    return cited(data(figure_words(figure)), cite(figure, sources))


def hourly_blocks(pay: Pay, sources: Mapping[str, Source]) -> Iterator[Block]:
    """Pay by the hour, for occupations that seldom work a whole year."""
    yield Heading("Pay by the hour", cited(f"survey, {pay.place}", cite_series(pay, sources)))
    yield Scale(tuple(percentile_rows(pay)), 0, max(pay.points.values()))
    yield Paragraph(quiet("No yearly pay is published: few of them work a whole year."))
