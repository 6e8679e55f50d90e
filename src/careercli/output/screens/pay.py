"""Pay on the screen: the amount first, then its place on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from careercli.core.figures import KIND_WORDS, figure_words, usd
from careercli.core.pay import PAY_LEVELS, PERCENTILE_FOR, PayLevel, RankedPay, on_basis, survey_of
from careercli.core.role_filters import highest_first, typical_pay
from careercli.model.basics import Figure, NearestOccupation, Pay, PayPoint, RoleRow, Source
from careercli.model.occupation import Occupation
from careercli.model.role import Role
from careercli.output.footnotes import Footnotes
from careercli.output.page import (
    Block,
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
    data,
    quiet,
    spans,
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
    footnotes = Footnotes(role.sources)
    by_hour = role.occupation is not None and role.occupation.hourly is not None
    unit = "an hour" if by_hour else "a year"
    blocks: list[Block] = [Title(role.title, f"pay {unit}, US dollars, before tax")]
    if level:
        blocks += level_blocks(role, level, footnotes)
    if role.occupation and role.occupation.hourly:
        blocks += hourly_blocks(role.occupation, footnotes)
    else:
        blocks += pay_blocks(role, footnotes, marked=level)
    return (*blocks, *footnotes.notes())


def level_blocks(role: Role, level: PayLevel, footnotes: Footnotes) -> list[Block]:
    """The figure asked for, before everything else."""
    tiers = [tier.title for tier in role.tiers if tier.level == level]
    who = f"{POINT_WORDS[level].capitalize()}" + (f" ({' / '.join(tiers)})" if tiers else "")
    series = on_basis(role.pay, "levels")
    figure = series.figure(level) if series else None
    if figure:
        return [Paragraph((f"{who}: ", data(figure_words(figure)), f" {footnotes.figure(figure)}"))]
    return [Paragraph(f"{who}: {NOT_PUBLISHED}.")]


def pay_blocks(role: Role, footnotes: Footnotes, marked: PayLevel | None = None) -> list[Block]:
    """Every series of a role, and its nearest occupation's, on one scale."""
    series = [*role.pay, *([role.nearest.pay] if role.nearest and role.nearest.pay else [])]
    if not series:
        return [Paragraph("No pay figures are published for this role.")]
    high = max(amount for one in series for amount in one.points.values())
    blocks: list[Block] = []
    for one in role.pay:
        mark = footnotes.cite(one.source, one.kind, date=one.date, note=one.note)
        aside = f"{basis_words(one)}, {one.place} {mark}"
        blocks += [Heading("Pay by level" if one.basis == "levels" else "Pay", aside)]
        rows = _level_rows(one, marked) if one.basis == "levels" else percentile_rows(one)
        blocks.append(Scale(tuple(rows), 0, high))
    if role.nearest and role.nearest.pay:
        blocks += _nearest_blocks(role.nearest, role.nearest.pay, high, footnotes)
    return blocks


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
    nearest: NearestOccupation, pay: Pay, high: float, footnotes: Footnotes
) -> list[Block]:
    mark = footnotes.cite(pay.source, pay.kind, date=pay.date)
    return [
        Heading("Nearest occupation", f"{nearest.title}, {nearest.code}, {nearest.match} {mark}"),
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
    footnotes = Footnotes()
    high = max((one.figure.value for one in (*levels, *percentiles) if one.figure), default=0)
    blocks: list[Block] = [Title(f"Pay at level {level}", "US dollars a year, before tax")]
    if levels:
        blocks.append(Heading("By level", "as publishers estimate it"))
        blocks.append(_ranking(levels, footnotes, high))
    if percentiles:
        percentile = POINT_WORDS[PERCENTILE_FOR[level]]
        aside = "the others' nearest occupations; a share of people, not a level"
        blocks.append(Heading(f"By survey, {percentile}", aside))
        blocks.append(_ranking(percentiles, footnotes, high))
    elif level not in PERCENTILE_FOR:
        blocks.append(Paragraph(quiet(f"No survey percentile stands beside level {level}.")))
    return (*blocks, *footnotes.notes())


def _ranking(paid: list[RankedPay], footnotes: Footnotes, high: float) -> Block:
    rows = []
    for one in paid:
        value: Inline = quiet(NOT_PUBLISHED)
        if one.figure:
            mark = footnotes.of(one.row.sources).figure(one.figure)
            value = (data(figure_words(one.figure)), f" {mark}")
        survey = one.figure is not None and one.figure.kind == "survey"
        label = f"{one.row.title}{nearness(one.row)}" if survey else one.row.title
        at = (one.figure.value,) if one.figure else ()
        rows.append(ScaleRow(label, value, at=at))
    return Scale(tuple(rows), 0, high)


def nearness(row: RoleRow) -> str:
    """ " (broader)" where the nearest occupation is not the job itself."""
    nearest = row.nearest
    return f" ({nearest.match})" if nearest and nearest.match != "exact" else ""


def pay_table(rows: list[RoleRow]) -> Page:
    """`salary`: roles with levels, then the others by their nearest occupation's median."""
    footnotes = Footnotes()
    with_levels = [row for row in rows if on_basis(row.pay, "levels")]
    others = highest_first((row for row in rows if row not in with_levels), typical_pay)
    levels: tuple[PayLevel, ...] = ("entry", "mid", "senior", "top")
    body: list[tuple[Inline, ...]] = []
    for row in with_levels:
        series = on_basis(row.pay, "levels")
        if series:
            figures = [series.figure(level) for level in levels]
            cells = [data(usd(one.value)) if one else quiet("–") for one in figures]
            mark = footnotes.of(row.sources).cite(series.source, series.kind, note=series.note)
            body.append((row.title, *cells, mark))
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
                mark = footnotes.of(row.sources).figure(figure)
                value = (data(usd(figure.value)), f" {mark}")
            rest.append((f"{row.title}{nearness(row)}", value))
        blocks.append(Heading("By survey", "median of the nearest occupation, of everyone in it"))
        blocks.append(Table((Column("Role", wide=True), Column("median", "right")), tuple(rest)))
    commands = (
        ("careercli salary ROLE", "one role, drawn on one scale"),
        ("careercli salary --level senior", "all roles at one level"),
    )
    return (*blocks, Commands(commands), *footnotes.notes())


def area_page(found: Sequence[tuple[Role, list[AreaPay]]], sources: Mapping[str, Source]) -> Page:
    """`salary ROLE --area`: medians by area, the country's drawn through."""
    every = {**sources, **{name: one for role, _ in found for name, one in role.sources.items()}}
    footnotes = Footnotes(every)
    single = len(found) == 1
    title = found[0][0].title if single else "Pay by area"
    blocks: list[Block] = [Title(title, "survey medians, before tax; best paid first")]
    for role, areas in found:
        nearest = role.nearest
        if not single:
            blocks.append(Heading(role.title))
        if nearest and not role.occupation:
            whose = f"Of {nearest.title}, {nearest.code}. {MATCH_WORDS[nearest.match]}"
            blocks.append(Paragraph(quiet(whose)))
        blocks += _area_scale(role, areas, every, footnotes)
    return (*blocks, *footnotes.notes())


def _area_scale(
    role: Role, areas: list[AreaPay], sources: Mapping[str, Source], footnotes: Footnotes
) -> list[Block]:
    country = survey_of(role)
    national = country.figure("p50") if country else None
    figures = [one.pay.figure("p50") if one.pay else None for one in areas]
    amounts = [one.value for one in (*figures, national) if one]
    if not any(one.pay or one.employment for one in areas):
        return [Paragraph(f"What was imported of these areas says nothing of {role.title}.")]
    if not amounts:
        return [Paragraph(f"No pay is published for {role.title} there.")]
    rows = [
        ScaleRow(area.area, _marked(figure, footnotes), at=(figure.value,) if figure else ())
        for area, figure in zip(areas, figures, strict=True)
    ]
    blocks: list[Block] = [Scale(tuple(rows), 0, max(amounts), _value(national))]
    if national:
        median = spans(_marked(national, footnotes))
        line = "a line through the charts, where they are drawn"
        blocks.append(Paragraph((f"The country's median ({line}): ", *median)))
        dates = {sources[one.source].date for one in (*figures, national) if one}
        if len(dates) > 1:
            blocks.append(Paragraph("These are not of the same year, so compare with care."))
    return blocks


def _marked(figure: Figure | None, footnotes: Footnotes) -> Inline:
    if figure is None:
        return quiet(NOT_PUBLISHED)
    return (data(figure_words(figure)), f" {footnotes.figure(figure)}")


def _value(figure: Figure | None) -> float | None:
    return figure.value if figure else None


def hourly_blocks(found: Occupation, footnotes: Footnotes) -> Iterator[Block]:
    """Pay by the hour, for occupations that seldom work a whole year."""
    if pay := found.hourly:
        mark = footnotes.cite(pay.source, pay.kind, date=pay.date, note=pay.note)
        yield Heading("Pay by the hour", f"survey, {pay.place} {mark}")
        amounts = list(pay.points.values())
        yield Scale(tuple(percentile_rows(pay)), 0, max(amounts))
        yield Paragraph(quiet("No yearly pay is published: few of them work a whole year."))
