"""Pay on the screen: the amount first, then its place on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from careercli.core.figures import KIND_WORDS, figure_words, pay_words, usd
from careercli.core.pay import (
    PAY_LEVELS,
    PERCENTILE_FOR,
    PERCENTILES,
    RankedPay,
    TypedPay,
    hourly_of,
    is_paid_by_hour,
    on_basis,
    percentiles_of,
    self_employed,
    standing,
    survey_median,
)
from careercli.model.basics import NearestOccupation, Pay, PayLevel, RoleRow, Source
from careercli.output.footnotes import cite, cite_source
from careercli.output.page import (
    Block,
    Cite,
    Column,
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
    Table,
    Title,
    cited,
    data,
    parts,
    quiet,
)
from careercli.output.screens.blocks import cited_figure, commands, shown_figure
from careercli.output.screens.wording import (
    ROUGH,
    money_range,
    names_in_table,
    shown_name,
    typed_name,
)

if TYPE_CHECKING:
    from careercli.model.role import Role

NOT_PUBLISHED = "not published"
POINT_WORDS = {level: level for level in PAY_LEVELS} | {
    "top": "top 10 %",
    "p25": "25th percentile",
    "p50": "50th percentile (median)",
    "p75": "75th percentile",
    "p90": "90th percentile",
}
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
    blocks: list[Block] = [Title(shown_name(role), f"US dollars, before tax{only}")]
    if pay:
        stands = (f"{place or COUNTRY}: ", *parts(stands_words(series_in(role, pay.unit), pay)))
        blocks.append(Facts(((typed_words(pay), stands),)))
    if level:
        blocks.append(_level_block(role, level))
    blocks += pay_blocks(role, marked=level)
    blocks += (Paragraph(f"{words}.") for words in larger_group(role))
    if any(series.rough for series in role.pay):
        blocks.append(Legend(ROUGH))
    if place:
        command = f"careercli salary {typed_name(role)} -a {typed_place(place)}"
        blocks.append(commands((command, "beside the U.S.")))
    return tuple(blocks)


def typed_place(title: str) -> str:
    """How an area is typed."""
    return title.casefold() if title.isalpha() else f'"{title}"'


def typed_words(pay: TypedPay) -> str:
    """$29.00 an hour."""
    return f"{pay_words(pay.amount, pay.unit)} {PER[pay.unit]}"


PER = {"USD/hour": "an hour", "USD/year": "a year"}


def series_in(role: Role, unit: str) -> Pay | None:
    """The survey's pay of a role in the country, by the hour or by the year."""
    if unit == "USD/hour":
        return hourly_of(role)
    series = percentiles_of(role)
    return series if series and series.unit == unit else None


def stands_words(series: Pay | None, pay: TypedPay) -> Inline:
    """Between which percentiles a pay stands, and how far from the median."""
    if series is None or not series.points.keys() & set(PERCENTILES):
        by = pay.unit.removeprefix("USD/")
        return quiet(f"no pay by the {by} is published to compare with")
    words = between_words(*standing(series, pay.amount)) or "not comparable"
    median = series.points.get("p50")
    if median is None or pay.amount == median:
        return words
    change = round(100 * (pay.amount / median - 1))
    above = pay.amount > median
    side = Span(f"{abs(change)} % {'above' if above else 'below'}", "better" if above else "worse")
    return (f"{words}, ", side, " the median")


def between_words(below: str | None, above: str | None, unit: str = "") -> str:
    """Between which percentiles pay is; empty if it is above or below none.

    unit: what the last percentile named is called, unless it is the median
    """
    low, high = (PERCENTILE_LABELS[point] if point else "" for point in (below, above))
    last = high or low
    named = f"the {last}" if last == "median" else f"the {last}{unit}"
    if low and high:
        first = f"{low} percentile" if last == "median" else low
        return f"at {named}" if low == high else f"between the {first} and {named}"
    return f"below {named}" if high else f"above {named}" if low else ""


def _level_block(role: Role, level: PayLevel) -> Block:
    """The figure asked for, before everything else."""
    tiers = [tier.title for tier in role.tiers if tier.level == level]
    who = POINT_WORDS[level].capitalize() + (f" ({' / '.join(tiers)})" if tiers else "")
    series = on_basis(role.pay, "levels")
    if series and (figure := series.figure(level)):
        return Paragraph((f"{who}: ", *parts(cited_figure(figure, role.sources))))
    return Paragraph(f"{who}: {NOT_PUBLISHED}.")


def pay_blocks(role: Role, marked: PayLevel | None = None) -> list[Block]:
    """Every series of a role, and its nearest occupation's.

    The survey goes first if that occupation is exactly the job.
    """
    hourly, nearest = hourly_of(role), role.nearest
    if role.bare_occupation and hourly and not role.pay:
        aside = cited(f"survey, {hourly.place}", cite_series(hourly, role.sources))
        heading, why = Heading("Pay by the hour", aside), Paragraph(quiet(NO_YEARLY))
        return [heading, *percentile_blocks(hourly), why, *self_employed_blocks(role)]
    if not (role.pay or (nearest and nearest.pay)):
        return [Paragraph(no_pay(role))]
    by_hour = [hourly] if hourly else []
    before, after = (by_hour, []) if is_paid_by_hour(role) else ([], by_hour)
    blocks: list[Block] = []
    of_occupation: list[Block] = []
    if nearest and nearest.pay:
        of_occupation = _nearest_blocks(nearest, (*before, nearest.pay, *after), role.sources)
    if nearest and nearest.match == "exact":
        blocks, of_occupation = of_occupation, []
    for series in role.pay:
        aside = cited(f"{basis_words(series)}, {series.place}", cite_series(series, role.sources))
        if series.basis == "levels":
            blocks += [Heading("Pay by level", aside), _levels(series, marked)]
        elif not blocks:
            blocks += [Heading("Pay", aside), *percentile_blocks(*before, series, *after)]
    return [*blocks, *of_occupation, *self_employed_blocks(role)]


def group_title(group: str) -> str:
    """A larger group without its code: Natural sciences managers."""
    code, _, title = group.partition(" ")
    return title if code[:1].isdigit() else group


def larger_group(role: Role, before: str = "Counted in ") -> Iterator[str]:
    """The larger group whose figures a role has, if it has no others."""
    if role.occupation and role.occupation.counted_in:
        yield f"{before}{role.occupation.counted_in}: pay, jobs and outlook are of all of it"


def no_pay(role: Role) -> str:
    """Why there is no pay to show."""
    if role.occupation is None:
        return "No pay figures are published for this role."
    if role.occupation.survey:
        return "The wage survey suppresses the pay of this occupation in this release."
    return "This occupation isn't in this release of the wage survey."


def self_employed_blocks(role: Role) -> Iterator[Paragraph]:
    """The share of people whom the survey's pay leaves out, if it is large."""
    if share := self_employed(role):
        words = (data(f"{share.value:.0f} %"), " work for themselves. This is not their pay.")
        yield Paragraph(cited(words, cite(share, role.sources)))


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
    median = points.get("median")
    at = at or ((median,) if median is not None else ())
    rows = [ScaleRow("range", data(money_range(*span)), at=at, span=span)]
    if median is not None:
        rows.append(ScaleRow("median", data(usd(median))))
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
    columns = (Column(label, "right") for label in PERCENTILE_LABELS.values())
    rows: list[tuple[Inline, ...]] = []
    for series in every:
        figures = map(series.figure, PERCENTILES)
        cells = (shown_figure(f) if f else quiet("suppressed") for f in figures)
        rows.append((PER[series.unit], *cells))
    yield Table((Column(""), *columns), tuple(rows))
    drawn = next((series for series in every if series.unit == "USD/year"), every[0])
    if line := percentile_range(drawn):
        yield Picture(line)


_LABELS = ("10th", "25th", "median", "75th", "90th")
PERCENTILE_LABELS: dict[str, str] = dict(zip(PERCENTILES, _LABELS, strict=True))


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
    whose = f"{MATCH_WORDS[nearest.match]} {NOT_STEPS}"
    heading = Heading("Nearest occupation", aside)
    return [heading, *percentile_blocks(*every), Paragraph(quiet(whose))]


NO_YEARLY = "No yearly pay is published: few of them work a whole year."
NOT_STEPS = "Percentiles are of everyone in it; they are not steps of a career."


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
        blocks.append(commands((command, "official occupations too")))
    return tuple(blocks)


def _ranking(ranked: list[RankedPay], high: float, names: Mapping[str, str]) -> Block:
    rows = []
    for paid in ranked:
        row, figure = paid.row, paid.figure
        if figure is None:
            rows.append(ScaleRow(names[row.key], quiet(NOT_PUBLISHED)))
        else:
            label = names[row.key] + (nearness(row) if figure.kind == "survey" else "")
            rows.append(ScaleRow(label, cited_figure(figure, row.sources), at=(figure.value,)))
    return Scale(tuple(rows), 0, high)


def nearness(role: Role | RoleRow) -> str:
    """ " (broader)" if the nearest occupation is not the job itself."""
    nearest = role.nearest
    return f" ({nearest.match})" if nearest and nearest.match != "exact" else ""


ESTIMATED: tuple[PayLevel, ...] = ("entry", "mid", "senior", "top")


def pay_table(rows: list[RoleRow], *, everything: bool, by_pay: bool, place: str) -> Page:
    """`salary`: roles in order, the survey's median first, publishers' estimates beside it."""
    names = names_in_table(rows)
    where = f" in {place}" if place else ""
    order = "; highest survey median first" if by_pay else ""
    columns = [Column("Role", wide=True), Column("median", "right")]
    body: list[tuple[Inline, ...]] = [(names[row.key], median_cell(row)) for row in rows]
    legend = ROUGH
    if any(on_basis(row.pay, "levels") for row in rows):
        estimated = (Column(level, "right", spare=level == "top") for level in ESTIMATED)
        columns += (*estimated, Column(""))
        body = [(*cells, *_estimate_cells(row)) for cells, row in zip(body, rows, strict=True)]
        legend += "; entry to top: a publisher's"
    following = [
        ("careercli salary ROLE", "one role, drawn on one scale"),
        ("careercli salary --level senior", "all roles at one level"),
    ]
    if not everything:
        following.append(("careercli salary --all", "official occupations too"))
    title = Title(f"Pay a year{where}", f"US dollars, before tax{order}")
    return (title, Table(tuple(columns), tuple(body)), Legend(legend), commands(*following))


def median_cell(row: RoleRow) -> Inline:
    figure = survey_median(row)
    if figure:
        near = bool(nearness(row)) and not on_basis(row.pay, "percentiles")
        return cited(shown_figure(figure, near=near), cite(figure, row.sources))
    if row.hourly and (figure := row.hourly.figure("p50")):
        return cited((shown_figure(figure), " an hour"), cite(figure, row.sources))
    return quiet("–")


def _estimate_cells(row: RoleRow) -> Iterator[Inline]:
    series = on_basis(row.pay, "levels")
    for level in ESTIMATED:
        figure = series.figure(level) if series else None
        yield data(usd(figure.value)) if figure else quiet("–")
    yield cite_series(series, row.sources) if series else ""
