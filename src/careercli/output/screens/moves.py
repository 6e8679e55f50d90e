"""Moves on the screen: grouped by pay, the nearest first; and those that one skill more opens."""

from collections.abc import Iterator

from careercli.core.figures import signed_percent, usd
from careercli.core.listing import projected_growth
from careercli.core.moves import COUNTRY, Move, UnlockedMoves
from careercli.core.neighbors import Group, Neighbor
from careercli.output.footnotes import cite, cite_source
from careercli.output.page import (
    Aligned,
    Block,
    Column,
    Commands,
    Inline,
    Page,
    Paragraph,
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
    growth_cell,
    pay_cell,
    pay_change,
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
    "twin": "Much the same work",
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
    if following := tuple(_next(view, why=why)):
        blocks.append(Commands(following))
    return tuple(blocks)


def _aside(view: MovesView) -> Inline:
    role = view.start.role
    if role is None:
        return "by interests and skills" if view.interests and view.rated else ""
    basis = next((move.basis for move in view.moves if move.basis), "")
    return start_pay(view, basis) if basis else ""


def with_page(view: MovesView, label: str, more: UnlockedMoves, passing: int) -> Page:
    """`moves --with`: the moves that the skill would open; `view` has some or all of them.

    passing: how many pass without it
    """
    now = f"{passing} of {view.of:,} near roles pass every test now; with {label} "
    opened, shown = len(more.moves), len(view.moves)
    blocks: list[Block] = [Title(f"Moves {start_words(view)}", f"with {label}")]
    if not more.gain:
        blocks.append(Paragraph(f"No role near asks for more {label} than you have."))
    elif not opened:
        blocks.append(Paragraph(f"{now}no other would."))
    else:
        rest = f" more would; {shown} of them:" if shown < opened else " more would:"
        blocks.append(Paragraph((now, data(str(opened)), rest)))
    if view.moves:
        blocks += moves_blocks(view)
    if more.gain:
        gain = f"It adds {100 * more.gain:.1f} % of the skills asked for, on average over all."
        blocks.append(Paragraph(quiet(gain)))
    return tuple(blocks)


def moves_blocks(view: MovesView) -> Iterator[Block]:
    """The moves by group, lines for the other groups, and the legend."""
    role = view.start.role
    if role and view.unrated:
        yield Paragraph(UNRATED.format(title=role.short))
    tables = tuple(_tables(view))
    yield Aligned(tables) if tables else Paragraph(NOTHING)
    if view.widened:
        yield Paragraph(WIDENED)
    if role and not (view.start.own_pay or view.start.pay):
        there = bool(view.place) and COUNTRY in role.pay
        unknown = NOT_THERE.format(title=role.short, place=view.place)
        yield Paragraph(unknown if there else OWN_PAY_UNKNOWN)
    if role and (own := projected_growth(view.rows[role.key])) and own.value < 0:
        words = f"Jobs in your line of work are projected to shrink: {signed_percent(own.value)}."
        yield Paragraph(cited(words, cite(own, view.rows[role.key].sources)))
    yield from map(Paragraph, _lines(view))
    expired = [
        f"{short_label(view.credentials[name].label)} ({until})"
        for name, until in view.start.brings.expired.items()
        if name in view.credentials
    ]
    if expired:
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


def _row(neighbor: Neighbor, view: MovesView) -> tuple[Inline, ...]:
    move = neighbor.move
    row, change = view.rows[move.to.key], pay_change(move)
    return (
        move.to.short,
        cell_words(move.entry, view.credentials),
        pay_cell(move.to, row, move.basis, lambda figure: usd(figure.value)) or "–",
        data(change) if change else "",
        growth_cell(move.to, row) or "–",
        DOTS[neighbor.dots],
    )


def _lines(view: MovesView) -> Iterator[str]:
    """A line for each group that has no table of its own."""
    for group, words in ASIDE.items():
        if group == "unpaid" and view.place:
            words = f"No pay published in {view.place}, or none comparable"
        others = view.aside.get(group, ())
        if not others:
            continue
        if group == "less" and any(neighbor.group == "less" for neighbor in view.neighbors):
            words = "Others pay less"
        named = [_brief(neighbor.move, group) for neighbor in others[:NAMED]]
        if more := len(others) - len(named):
            named.append(f"{more} more")
        yield f"{words}: {', '.join(named)}{': --pays less' if group == 'less' else ''}"


def _brief(move: Move, group: Group) -> str:
    """A role in a line, with what its pay changes by where that is to the point."""
    change = "" if group in ("twin", "unpaid") else pay_change(move)
    return f"{move.to.short} {change}".rstrip()


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
