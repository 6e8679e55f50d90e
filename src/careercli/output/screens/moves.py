"""Moves on the screen: grouped by pay, the nearest first."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.core.figures import signed_percent, usd
from careercli.core.moves import COUNTRY
from careercli.core.neighbors import Group, Neighbor
from careercli.core.pay import pay_figure
from careercli.core.role_filters import projected_growth
from careercli.output.footnotes import cite, cite_source
from careercli.output.page import (
    Aligned,
    Block,
    Column,
    Commands,
    Inline,
    Page,
    Paragraph,
    Part,
    Table,
    Title,
    cited,
    data,
    is_approximate,
    quiet,
)
from careercli.output.screens.entry_words import cell_words, short_label
from careercli.output.screens.move_words import (
    MovesView,
    amount,
    borrows_figures,
    start_pay,
    start_words,
    typed,
)

GROUPS: dict[Group, str] = {
    "more": "Pays more",
    "same": "About the same",
    "less": "Pays less",
    "unpaid": "Near",
    "apprenticeship": "With an apprenticeship",
    "school": "With a degree",
    "suits": "Suits you",
}
ASIDE: dict[Group, str] = {
    "apprenticeship": "With an apprenticeship",
    "school": "With a degree or longer study",
    "twin": "The same work elsewhere",
    "unpaid": "Pay not comparable",
    "less": "Pays less",
}
NAMED = 3
"""Roles that a line names."""
DOTS = ("–", "●○○", "●●○", "●●●")
NEAREST, SUMS = "●●● nearest", "--why shows each sum"
ABOUT_FIGURES = "~ of the nearest official occupation, which is not exactly the job"
UNRATED = (
    "O*NET doesn't rate {title}, so its family and what the Handbook calls similar decide, by size."
)
WIDENED = (
    "Few roles near pay as much, so those that take a degree or pay up to a quarter less are "
    "listed too."
)
OWN_PAY_UNKNOWN = (
    "Your own pay isn't known, so these are ordered by pay too: careercli profile set pay=AMOUNT."
)
NOT_THERE = "The survey publishes no pay of {title} in {place}; --area us has the country's."
NOTHING = "No role is near enough to be called a move."


def moves_page(view: MovesView, *, why: bool) -> Page:
    """`moves`."""
    start = view.start
    words = start_words(view)
    title = f"{words[:1].upper()}{words[1:]}"
    if start.role is None:
        title = f"What suits {view.interests}" if view.interests else "What uses your skills"
    blocks: list[Block] = [Title(title, _aside(view))]
    blocks += moves_blocks(view)
    if why:
        from careercli.output.screens.move_reasons import reasons

        blocks += reasons(view)
    if commands := tuple(_next(view, why=why)):
        blocks.append(Commands(commands))
    return tuple(blocks)


def _aside(view: MovesView) -> Inline:
    role = view.start.role
    if role is None:
        return "by interests and skills" if view.interests and view.rated else ""
    basis = next((move.basis for move in view.moves if move.basis), "")
    return start_pay(view, basis) if basis else ""


def moves_blocks(view: MovesView) -> Iterator[Block]:
    """The moves by group, lines for the other groups, and the legend."""
    role = view.start.role
    if view.unrated and role:
        yield Paragraph(UNRATED.format(title=role.short))
    tables = tuple(_tables(view))
    if tables:
        yield Aligned(tables)
    else:
        yield Paragraph(NOTHING)
    if view.widened:
        yield Paragraph(WIDENED)
    if role and not (view.start.own_pay or view.start.pay):
        there = bool(view.place) and COUNTRY in role.pay
        unknown = NOT_THERE.format(title=role.short, place=view.place)
        yield Paragraph(unknown if there else OWN_PAY_UNKNOWN)
    if role and (own := projected_growth(view.rows[role.key])) and own.value < 0:
        words = f"Jobs in your own work shrink: {signed_percent(own.value)}."
        yield Paragraph(cited(words, cite(own, view.rows[role.key].sources)))
    for line in _lines(view):
        yield Paragraph(line)
    if expired := tuple(_expired(view)):
        yield Paragraph(f"Expired, so to be renewed first: {', '.join(expired)}.")
    near = any(is_approximate(cell) for table in tables for row in table.rows for cell in row)
    legend = [NEAREST] if _shows_likeness(view) else []
    legend += [SUMS, ABOUT_FIGURES] if near else [SUMS]
    yield Paragraph(cited(quiet(f"{'. '.join(legend)}."), cite_source(view.onet)))


def _shows_likeness(view: MovesView) -> bool:
    """Whether any row has something in the column that says how alike it is."""
    return any(neighbor.dots for neighbor in view.neighbors)


def _tables(view: MovesView) -> Iterator[Table]:
    alike = _shows_likeness(view)
    for group, title in GROUPS.items():
        members = [neighbor for neighbor in view.neighbors if neighbor.group == group]
        rows = tuple(_row(one, view)[: None if alike else -1] for one in members)
        if rows:
            columns = (
                Column(title, wide=True),
                Column("what it takes", wide=True),
                Column("pay", "right"),
                Column("", "right"),
                Column("jobs", "right", spare=True),
                *([Column("alike", "right", spare=True)] if alike else []),
            )
            yield Table(columns, rows)


def _row(one: Neighbor, view: MovesView) -> tuple[Inline, ...]:
    row, move = view.rows[one.move.to.key], one.move
    figure = pay_figure(row, move.basis or "survey")
    near = move.basis == "survey" and borrows_figures(move.to)
    pay: Inline = "–"
    if figure:
        words = amount(usd(figure.value), near=near, style="data")
        pay = cited(words, cite(figure, row.sources))
    growth = projected_growth(row)
    jobs: Inline = "–"
    if growth:
        near = growth.kind == "projection" and borrows_figures(move.to)
        words = amount(signed_percent(growth.value), near=near)
        jobs = cited(words, cite(growth, row.sources))
    return (
        move.to.short,
        cell_words(move.entry, view.credentials),
        pay,
        change_words(one),
        jobs,
        DOTS[one.dots],
    )


def change_words(one: Neighbor) -> Inline:
    """Its pay against the present one, in whole percent."""
    ratio = one.move.pay.number
    return "" if ratio is None else data(signed_percent(round(100 * (ratio - 1))))


def _expired(view: MovesView) -> Iterator[str]:
    """Credentials of one's own that have expired and that a role shown asks for."""
    for one, until in view.start.brings.expired.items():
        if one in view.credentials:
            yield f"{short_label(view.credentials[one].label)} ({until})"


def _lines(view: MovesView) -> Iterator[Inline]:
    """A line for each group that has no table of its own."""
    for group, words in ASIDE.items():
        if group == "unpaid" and view.place:
            words = f"No pay published in {view.place}, or none comparable"
        others = view.aside.get(group, ())
        if not others:
            continue
        if group == "less" and any(neighbor.group == "less" for neighbor in view.neighbors):
            words = "Others pay less"
        named = others[:NAMED]
        told: list[Part] = [f"{words}: "]
        told.append(", ".join(_brief(one, group) for one in named))
        more = len(others) - len(named)
        if more:
            told.append(f", {more} more")
        if group == "less":
            told.append(": --pays less")
        yield tuple(told)


def _brief(one: Neighbor, group: Group) -> str:
    name = one.move.to.short
    if group in ("twin", "unpaid") or one.move.pay.number is None:
        return name
    return f"{name} {_percent(one)}"


def _percent(one: Neighbor) -> str:
    return signed_percent(round(100 * ((one.move.pay.number or 0) - 1)))


def _next(view: MovesView, *, why: bool) -> Iterator[tuple[str, str]]:
    start = view.start
    here = f" {typed(start.role)}" if start.role and not start.own else ""
    if view.neighbors:
        first = view.neighbors[0].move.to
        if start.role:
            yield f"careercli path{here} {typed(first)}", f"the way to {first.short}"
        else:
            yield f"careercli plan {typed(first)}", f"what {first.short} takes"
    if not why:
        yield f"careercli moves{here} --why", "the reasons"
