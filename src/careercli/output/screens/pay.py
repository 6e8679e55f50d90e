"""Pay on the screen: the amount first, then its place on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from careercli.core.figures import KIND_WORDS, figure_words, pay_words, usd
from careercli.core.names import names_in_table
from careercli.core.pay import (
    PAY_LEVELS,
    PERCENTILE_FOR,
    PERCENTILES,
    PayLevel,
    RankedPay,
    TypedPay,
    hourly_of,
    is_paid_by_hour,
    on_basis,
    self_employed,
    standing,
    survey_median,
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
    Facts,
    Heading,
    Inline,
    Legend,
    Page,
    Paragraph,
    Picture,
    Range,
    Scale,
    ScaleRow,
    Span,
    Style,
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
    typed_name,
)

if TYPE_CHECKING:
    from careercli.model.role import Role

COUNTRY = "U.S."
NATION = "US"
"""The place of pay that is of the country."""
MATCH_WORDS = {
    "exact": "The occupation is this job.",
    "close": "The job is most of this occupation.",
    "broader": "A broader group than this job: context, not its pay.",
}


def role_pay(
    role: Role, level: PayLevel | None, pay: TypedPay | None = None, *, place: str = ""
) -> Page:
    """`salary ROLE`.

    pay: a person's, to say where it stands
    place: whose survey pay it is; empty for the country
    """
    only = "; employees only" if role.occupation else ""
    aside = f"US dollars, before tax{only}"
    blocks: list[Block] = [Title(role.name or role.title, aside)]
    if pay:
        stands = (f"{place or COUNTRY}: ", *parts(stands_words(series_in(role, pay.unit), pay)))
        blocks.append(Facts(((typed_words(pay), stands),)))
    if level:
        blocks += level_blocks(role, level)
    blocks += pay_blocks(role, marked=level)
    if place:
        command = f"careercli salary {typed_name(role)} -a {typed_place(place)}"
        blocks.append(Commands(((command, "beside the U.S."),)))
    return tuple(blocks)


def typed_place(title: str) -> str:
    """How an area is typed."""
    return title.casefold() if title.isalpha() else f'"{title}"'


def typed_words(pay: TypedPay) -> str:
    """$29.00 an hour."""
    per = "an hour" if pay.unit == "USD/hour" else "a year"
    return f"{pay_words(pay.amount, pay.unit)} {per}"


def series_in(role: Role, unit: str) -> Pay | None:
    """The survey's pay of a role in the country, by the hour or by the year."""
    if unit == "USD/hour":
        return hourly_of(role)
    beside = role.nearest.pay if role.nearest else None
    series = on_basis(role.pay, "percentiles") or beside
    return series if series and series.unit == unit else None


def stands_words(series: Pay | None, pay: TypedPay) -> Inline:
    """Between which percentiles a pay stands, and how far from the median."""
    if series is None or not series.points.keys() & set(PERCENTILES):
        by = "hour" if pay.unit == "USD/hour" else "year"
        return quiet(f"no pay by the {by} is published to compare with")
    words = _between_words(*standing(series, pay.amount))
    median = series.points.get("p50")
    if median is None or pay.amount == median:
        return words
    change = round(100 * (pay.amount / median - 1))
    side: tuple[str, Style] = ("above", "better") if pay.amount > median else ("below", "worse")
    return (f"{words}, ", Span(f"{abs(change)} % {side[0]}", side[1]), " the median")


def _between_words(below: PayPoint | None, above: PayPoint | None) -> str:
    if below == above and below:
        return f"at the {PERCENTILE_LABELS[below]}"
    if below and above:
        return f"between the {PERCENTILE_LABELS[below]} and the {PERCENTILE_LABELS[above]}"
    if below:
        return f"above the {PERCENTILE_LABELS[below]}"
    return f"below the {PERCENTILE_LABELS[above]}" if above else "not comparable"


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
    """Every series of a role, and its nearest occupation's.

    The survey goes first if that occupation is exactly the job.
    """
    hourly = hourly_of(role)
    if hourly and _only_by_hour(role):
        return [*_only_hourly_blocks(hourly, role.sources), *_self_employed_blocks(role)]
    by_hour = [hourly] if hourly and is_paid_by_hour(role) else []
    by_hour_too = [hourly] if hourly and not by_hour else []
    every = [*role.pay, *([role.nearest.pay] if role.nearest and role.nearest.pay else [])]
    if not every:
        return [Paragraph(no_pay(role))]
    blocks: list[Block] = []
    nearest = role.nearest
    of_occupation: list[Block] = []
    if nearest and nearest.pay:
        of_occupation = _nearest_blocks(
            nearest, (*by_hour, nearest.pay, *by_hour_too), role.sources
        )
    if nearest and nearest.match == "exact":
        blocks, of_occupation = of_occupation, []
    for series in role.pay:
        if blocks and series.basis == "percentiles":
            continue
        by_level = series.basis == "levels"
        aside = cited(f"{basis_words(series)}, {series.place}", cite_series(series, role.sources))
        blocks.append(Heading("Pay by level" if by_level else "Pay", aside))
        if by_level:
            blocks.append(_levels(series, marked))
        else:
            blocks += percentile_blocks(*by_hour, series, *by_hour_too)
    blocks += of_occupation
    return [*blocks, *_self_employed_blocks(role)]


def no_pay(role: Role) -> str:
    """Why there is no pay to show."""
    if role.occupation is None:
        return "No pay figures are published for this role."
    if role.occupation.survey:
        return "The wage survey suppresses the pay of this occupation in this release."
    return "This occupation isn't in this release of the wage survey."


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


def _levels(series: Pay, marked: PayLevel | None) -> Scale:
    """The levels of an estimate in figures, and on one line from the lowest to the highest."""
    points = series.points
    span = (min(points.values()), max(points.values()))
    at = tuple(points[level] for level in PAY_LEVELS if level in points)
    at = at or tuple(points[point] for point in ("median",) if point in points)
    rows = [ScaleRow("range", data(money_range(*span)), at=at, span=span)]
    if "median" in points:
        rows.append(ScaleRow("median", data(usd(points["median"]))))
    for level in PAY_LEVELS:
        label = POINT_WORDS[level] + (" ◂" if level == marked else "")
        if level in points:
            amount = ("from " if level == "top" else "") + usd(points[level])
            rows.append(ScaleRow(label, data(amount)))
        elif level != "top":
            rows.append(ScaleRow(label, quiet(NOT_PUBLISHED)))
    return Scale(tuple(rows), *span)


def percentile_blocks(*every: Pay) -> Iterator[Block]:
    """The percentiles of pay in figures, each unit in a row, and the yearly or only one drawn."""
    columns = (
        Column(""),
        *(Column(label, "right") for label in PERCENTILE_LABELS.values()),
    )
    rows = [
        (
            "an hour" if series.unit == "USD/hour" else "a year",
            *(_published(series.figure(point)) for point in PERCENTILES),
        )
        for series in every
    ]
    yield Table(columns, tuple(rows))
    drawn = next((series for series in every if series.unit == "USD/year"), every[0])
    if line := percentile_range(drawn):
        yield Picture(line)


def _published(figure: Figure | None) -> Inline:
    return data(figure_words(figure)) if figure else quiet("suppressed")


PERCENTILE_LABELS: dict[PayPoint, str] = {
    "p10": "10th",
    "p25": "25th",
    "p50": "median",
    "p75": "75th",
    "p90": "90th",
}


def percentile_range(series: Pay) -> Range | None:
    """A series' percentiles on an axis of their own; None if fewer than two are published."""
    known = [point for point in PERCENTILES if point in series.points]
    if len(known) < 2:
        return None
    figures = [figure_words(figure) for point in known if (figure := series.figure(point))]
    labels = [PERCENTILE_LABELS[point] for point in known]
    words = ", ".join(map(" ".join, zip(labels, figures, strict=True)))
    amounts = [series.points[point] for point in known]
    drawn = on_axis(series, (min(amounts), max(amounts)))
    return drawn._replace(words=words, ends=(figures[0], figures[-1]))


def on_axis(series: Pay, axis: tuple[float, float]) -> Range:
    """A series' percentiles on an axis."""
    points = tuple(series.points.get(point) for point in PERCENTILES)
    return Range(points, axis, "", open="p90" in series.at_least)


def _nearest_blocks(
    nearest: NearestOccupation, every: Sequence[Pay], sources: Mapping[str, Source]
) -> list[Block]:
    source = cite_source(sources[every[0].source], every[0].kind, date=every[0].date)
    where = "" if every[0].place == NATION else f", {every[0].place}"
    if nearest.match == "exact":
        aside = cited(f"survey, {every[0].place}: {nearest.title}, {nearest.code}", source)
        return [Heading("Pay", aside), *percentile_blocks(*every)]
    aside = cited(f"{nearest.title}, {nearest.code}, {nearest.match}{where}", source)
    return [
        Heading("Nearest occupation", aside),
        *percentile_blocks(*every),
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
        rows.append(ScaleRow(label, _cited_figure(figure, row.sources), at=at))
    return Scale(tuple(rows), 0, high)


def _cited_figure(figure: Figure | None, sources: Mapping[str, Source]) -> Inline:
    if figure is None:
        return quiet(NOT_PUBLISHED)
    return cited(data(figure_words(figure)), cite(figure, sources))


def nearness(row: RoleRow) -> str:
    """ " (broader)" where the nearest occupation is not the job itself."""
    nearest = row.nearest
    return f" ({nearest.match})" if nearest and nearest.match != "exact" else ""


ESTIMATED: tuple[PayLevel, ...] = ("entry", "mid", "senior", "top")


def pay_table(rows: list[RoleRow], *, everything: bool, by_pay: bool, place: str) -> Page:
    """`salary`: roles in order, the survey's median first, publishers' estimates beside it."""
    names = names_in_table(rows)
    where = f" in {place}" if place else ""
    order = "; highest survey median first" if by_pay else ""
    columns = (
        Column("Role", wide=True),
        Column("median", "right"),
        *(Column(level, "right", spare=level == "top") for level in ESTIMATED),
        Column(""),
    )
    body = tuple((names[row.key], median_cell(row), *_estimate_cells(row)) for row in rows)
    legend = "~ of the nearest occupation, not quite this job; entry to top: a publisher's"
    commands = [
        ("careercli salary ROLE", "one role, drawn on one scale"),
        ("careercli salary --level senior", "all roles at one level"),
    ]
    if not everything:
        commands.append(("careercli salary --all", "official occupations too"))
    return (
        Title(f"Pay a year{where}", f"US dollars, before tax{order}"),
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


def _only_hourly_blocks(pay: Pay, sources: Mapping[str, Source]) -> Iterator[Block]:
    """Pay by the hour, for occupations that seldom work a whole year."""
    yield Heading("Pay by the hour", cited(f"survey, {pay.place}", cite_series(pay, sources)))
    yield from percentile_blocks(pay)
    yield Paragraph(quiet("No yearly pay is published: few of them work a whole year."))
