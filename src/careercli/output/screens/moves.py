"""Moves on the screen: grouped by pay, the nearest first, with the reasons if they are asked for;
and those that one skill more opens."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from careercli.core.figures import signed_percent, usd
from careercli.core.moves import (
    COUNTRY,
    KEEPS,
    STEPS_UP,
    ZONES_APART,
    Move,
    MoveRole,
    UnlockedMoves,
)
from careercli.core.neighbors import LIKENESS_FLOOR, Group, Link, Neighbor
from careercli.core.pay import pay_figure
from careercli.output.footnotes import cite, cite_source
from careercli.output.page import (
    Aligned,
    Block,
    Column,
    Commands,
    Entry,
    Facts,
    Heading,
    Inline,
    Page,
    Paragraph,
    Part,
    Table,
    Title,
    cited,
    data,
    is_approximate,
    parts,
    quiet,
)
from careercli.output.screens.blocks import shown_figure
from careercli.output.screens.entry_words import every_part, short_label
from careercli.output.screens.move_words import (
    SIGNS,
    MovesView,
    amount,
    borrows_figures,
    borrows_zone,
    growth_cell,
    pay_cell,
    pay_change,
    start_pay,
    start_words,
    takes_words,
)
from careercli.output.screens.wording import (
    ROUGH,
    alternatives,
    first_of,
    format_past_threshold,
    pluralize,
    typed_name,
)
from careercli.text import collapse_spaces, in_a_row, join_and

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
NEAREST, SUMS = "●●● most alike", "--why shows each sum"
ORDER = "Nearest first, by a sum of likeness (●●● most), jobs and known ways"
UNRATED = (
    "O*NET doesn't rate {title}, so its family and what the Handbook calls similar decide, by size."
)
WIDENED: dict[Group, str] = {
    "less": "that ask for no less and pay up to a quarter less",
    "school": "that take up to two years of study",
}
"""What follows if few near roles pay as much."""
OWN_PAY_UNKNOWN = (
    "Your own pay isn't known, so these are ordered by pay too: careercli profile set pay=AMOUNT."
)
OPEN = (
    "Open ({passing:,} of {of:,} near roles now) is what keeps three quarters of your pay, isn't "
    "projected to shrink, and takes what you have."
)
NOT_THERE = "The survey publishes no pay of {title} in {place}"
NONE_THERE = "\u2013: the survey publishes no pay of these in {place}"
NOTHING = "No role is near enough to be called a move."
MAX_MISSING = 6
METHOD = (
    f"""Near is what O*NET, the Handbook or a guide calls related, the supervisors of the present
    work, and whatever is at least {LIKENESS_FLOOR:g} standard deviations more alike than the mean
    of all pairs: nineteen of twenty related occupations are. Order: likeness, the logarithm of
    employment and links, each in standard deviations.""",
    """Left out: more than one job zone up, experience in work that isn't yours, jobs that lose a
    fifth in ten years, and work for the same pay that needs no more and grows no more.""",
    """Skills: the sum of weight × min(your level / level asked, 1), over the sum of weights; a role
    asks with weight 3 (must), 2 (should) or 1 (nice), an occupation with O*NET's importance less 1.
    It is directed: what you have beyond the role does not count. After Nesta's Mapping Career
    Causeways (2020), with skills matched by name; the threshold is found as there, on these
    roles.""",
    """✓ you have it, ◐ it can be had, ? not known, which is never a pass. Education, experience and
    training: typical at entry, Bureau of Labor Statistics.""",
)


class UnlockView(NamedTuple):
    """What one more skill opens: `shown` with that skill, `unlocked` all of them; `passing` moves
    pass without it."""

    shown: MovesView
    unlocked: UnlockedMoves
    label: str
    passing: int


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
        blocks += _why(view)
    if following := tuple(_next(view, why=why)):
        blocks.append(Commands(following))
    return tuple(blocks)


def _aside(view: MovesView) -> Inline:
    role = view.start.role
    if role is None:
        return "by interests and skills" if view.interests and view.rated else ""
    basis = next((move.basis for move in view.moves if move.basis), "")
    if not basis and view.start.own_pay:
        return f"your own {usd(view.start.own_pay)}"
    return start_pay(view, basis) if basis else ""


def with_page(view: UnlockView) -> Page:
    """`moves --with`: the moves that the skill would open, or the first of them."""
    moves, more, label = view.shown, view.unlocked, view.label
    opened, shown = len(more.moves), len(moves.neighbors)
    blocks: list[Block] = [Title(f"Moves {start_words(moves)}", f"with {label}")]
    if not more.gain:
        blocks.append(Paragraph(f"No role near asks for more {label} than you have."))
    elif not opened:
        blocks.append(Paragraph(f"{label} opens no near role that isn't open to you already."))
    else:
        roles = pluralize(opened, "more near role")
        rest = f"; {shown} of them:" if shown < opened else ":"
        blocks.append(Paragraph((f"{label} opens ", data(roles), f" to you{rest}")))
    if more.gain:
        blocks.append(Paragraph(quiet(OPEN.format(passing=view.passing, of=moves.of))))
    if shown:
        blocks += moves_blocks(moves)
    return tuple(blocks)


def moves_blocks(view: MovesView, *, on_paper: bool = False) -> Iterator[Block]:
    """The moves by group, lines for the other groups, and the legend.

    on_paper: whether its reader can't ask for more
    """
    role = view.start.role
    if role and view.unrated:
        yield Paragraph(UNRATED.format(title=role.short))
    tables = tuple(_tables(view))
    yield Aligned(tables) if tables else Paragraph(NOTHING)
    if view.widened:
        follow = " or ".join(words for group, words in WIDENED.items() if group in view.widened)
        yield Paragraph(f"Few near roles pay as much, so the nearest {follow} are listed too.")
    yield from map(Paragraph, _pay_unknown(view, on_paper=on_paper))
    if role and (own := view.rows[role.key].projected_growth) and own.value < 0:
        words = f"Jobs in your line of work are projected to shrink: {signed_percent(own.value)}."
        yield Paragraph(cited(words, cite(own, view.rows[role.key].sources)))
    yield from map(Paragraph, _lines(view, on_paper=on_paper))
    if view.goal:
        yield Paragraph(view.goal)
    expired = [
        f"{short_label(view.credentials[name].label)} ({until})"
        for name, until in view.start.brings.expired.items()
        if name in view.credentials
    ]
    if expired:
        yield Paragraph(f"Expired, so to be renewed first: {in_a_row(expired)}.")
    if written_out := "; ".join(_abbreviations(view)):
        yield Paragraph(quiet(f"{written_out}."))
    onet = cite_source(view.onet)
    near = any(is_approximate(cell) for table in tables for row in table.rows for cell in row)
    order = NEAREST if view.chosen_order else ORDER
    legend = [order] if _shows_likeness(view) else []
    legend += [f"--all has {view.cut:,} more"] if view.cut and not on_paper else []
    legend += [] if on_paper else [SUMS]
    legend += [ROUGH] if near else []
    if legend:
        yield Paragraph(cited(quiet(f"{'. '.join(legend)}."), onet))


def _abbreviations(view: MovesView) -> Iterator[str]:
    """The credentials that the rows name by an abbreviation, each written out once."""
    told: set[str] = set()
    for neighbor in view.neighbors:
        words = takes_words(neighbor, view.credentials)
        for part in neighbor.move.entry.missing("credential"):
            label = view.credentials[part.name].label if part.name else ""
            short = short_label(label)
            if short not in told and label.endswith(f"({short})") and short in words:
                told.add(short)
                yield f"{short}: {label.removesuffix(f' ({short})')}"


def _pay_unknown(view: MovesView, *, on_paper: bool) -> Iterator[str]:
    """Whose pay isn't known, and which options have it."""
    start, wider = view.start, "" if on_paper else f"; {view.wider} may have it"
    if start.role and not (start.own_pay or start.pay.keys() - {COUNTRY}):
        there = bool(view.place) and COUNTRY in start.role.pay
        words = NOT_THERE.format(title=start.role.short, place=view.place)
        yield f"{words}{wider}." if there else OWN_PAY_UNKNOWN
    elif view.place and any(_lacks_pay(move.to) for move in view.moves):
        yield f"{NONE_THERE.format(place=view.place)}{wider}."


def _lacks_pay(role: MoveRole) -> bool:
    """Whether a role has pay in the country only."""
    return COUNTRY in role.pay and "survey" not in role.pay


def _shows_likeness(view: MovesView) -> bool:
    """Whether any row has something in the column that says how alike it is."""
    return any(neighbor.dots for neighbor in view.neighbors)


def _tables(view: MovesView) -> Iterator[Table]:
    alike = _shows_likeness(view)
    for group, title in GROUPS.items():
        members = [neighbor for neighbor in view.neighbors if neighbor.group == group]
        rows = tuple(_row(member, view)[: None if alike else -1] for member in members)
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
        takes_words(neighbor, view.credentials),
        pay_cell(move.to, row, move.basis) or "–",
        data(change) if change else "",
        growth_cell(move.to, row) or "–",
        DOTS[neighbor.dots],
    )


def _lines(view: MovesView, *, on_paper: bool) -> Iterator[str]:
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
        option = ": --pays less" if group == "less" and not on_paper else ""
        yield f"{words}: {in_a_row(named)}{option}"


def _brief(move: Move, group: Group) -> str:
    """A role in a line, with what its pay changes by if that is to the point."""
    change = "" if group in ("twin", "unpaid") else pay_change(move)
    return f"{move.to.short} {change}".rstrip()


def _next(view: MovesView, *, why: bool) -> Iterator[tuple[str, str]]:
    start = view.start
    here = f" {typed_name(start.role)}" if start.role and not start.own else ""
    if view.neighbors:
        first = view.neighbors[0].move.to
        if start.role:
            yield f"careercli path{here} {typed_name(first)}", f"the way to {first.short}"
        else:
            yield f"careercli plan {typed_name(first)}", f"what {first.short} takes"
    if view.farther:
        yield view.farther, "those farther off"
    if view.elsewhere:
        yield "careercli interests", "what you like, for work of another kind"
        yield view.elsewhere, "all that pays as much"
    if not why:
        yield f"careercli moves{here} --why", "the reasons"


def _why(view: MovesView) -> Iterator[Block]:
    """An entry for each move, and how moves are found."""
    yield Heading("Why")
    for neighbor in view.neighbors:
        yield Entry(neighbor.move.to.title, (Facts(tuple(_reasons(neighbor, view))),))
    for text in METHOD:
        yield Paragraph(quiet(collapse_spaces(text)))


def _reasons(neighbor: Neighbor, view: MovesView) -> Iterator[tuple[str, Inline]]:
    move, here, brings = neighbor.move, view.start.role, view.start.brings
    takes = (f"{sign} {words}" for sign, words in every_part(move.entry, view.credentials, brings))
    yield "takes", "; ".join(takes)
    for part in move.entry.missing("credential", "apprenticeship"):
        if part.name and (way := view.credentials[part.name].way):
            yield "", quiet(way)
    needs = view.needs.get(move.to.code)
    if needs and (less := needs.below(move.to.entry)) is not None:
        yield "school", f"{less:.0f} % of those asked by O*NET say that less is required"
    if way_in := view.ways.get(move.to.key):
        yield "way in", (way_in, quiet(" (ours)"))
    yield "skills", _skills_reason(move, view)
    if here and here.zone is not None and move.to.zone is not None:
        sign = SIGNS["pass" if abs(move.to.zone - here.zone) <= ZONES_APART else "fail"]
        yield "zone", (f"{sign} job zone ", _zone(here), " to ", _zone(move.to))
    yield "pay", _pay_reason(move, view)
    growth = growth_cell(move.to, view.rows[move.to.key], "data")
    sign = SIGNS[move.outlook.state]
    yield "outlook", (f"{sign} ", *parts(growth)) if growth else "? no projection is known"
    if needs and needs.separation is not None:
        yield "leaving", f"{needs.separation:g} % leave it each year, for other work or none"
    if move.likeness is not None and here:
        yield "likeness", _likeness_words(move, here, view.lacks)
    links = join_and([LINK_WORDS[link] for link in neighbor.near.links])
    yield "near", f"{links}; order {neighbor.near.strength:.1f}".removeprefix("; ")


LINK_WORDS: dict[Link, str] = {
    "ladder": "supervises the present work",
    "leads": "people come there from the present work",
    "guide": "the guide names it",
    "license": "it asks for a license of yours",
    "related": "related in O*NET",
    "similar": "similar in the Handbook",
    "beyond": "the step after a supervisor of the present work",
}


def _skills_reason(move: Move, view: MovesView) -> Inline:
    """The share of the skills asked for, a range if not all are rated, and which are missing."""
    from careercli.core.paths import lacking

    if not move.vocabulary:
        return "? the two sides name no skills in common words"
    verb = "rated higher there" if move.vocabulary == "onet" else "to learn or raise"
    names = [alternatives(demand.any_of, view.labels) for demand, _ in lacking(move, view.start)]
    missing = f"; {verb}: {first_of(names, MAX_MISSING)}" if names else "; nothing is missing"
    sign, low, high = SIGNS[move.skills.state], move.skills.number, move.ceiling
    if low is None or high is None:
        return (sign, missing)
    share = _percent(low, move.skills.threshold)
    if high > low:
        share += f"–{_percent(high, move.skills.threshold)}"
    near = move.vocabulary == "onet" and not move.to.is_occupation
    return (f"{sign} ", amount(f"{share} %", near=near, style="data"), missing)


def _percent(share: float, threshold: float | None) -> str:
    """A share in percent: 100 means all, and no number looks on the wrong side of a threshold."""
    limits = [100.0] if threshold is None else [100.0, 100 * threshold]
    return format_past_threshold(100 * share, limits, 0)


def _zone(role: MoveRole) -> Part:
    return amount(f"{role.zone}", near=borrows_zone(role))


def _pay_reason(move: Move, view: MovesView) -> Inline:
    if move.pay.number is None:
        here = view.start.role
        if here and here.counted and here.counted == move.to.counted:
            return "? the survey counts both in one figure"
        return "? no two figures of one kind are known"
    row = view.rows[move.to.key]
    figure = pay_figure(row, move.basis)
    ratio = data(f"×{format_past_threshold(move.pay.number, (KEEPS, STEPS_UP), 2)}")
    there: Inline = ": "
    if figure:
        there = cited((": ", shown_figure(figure)), cite(figure, row.sources))
    against = (" against ", *start_pay(view, move.basis))
    return (f"{SIGNS[move.pay.state]} ", ratio, *parts(there), *against)


def _likeness_words(move: Move, here: MoveRole, lacks: Mapping[str, tuple[str, ...]]) -> str:
    if here.code == move.to.code:
        return "both have the same nearest occupation"
    near = borrows_figures(move.to) or borrows_figures(here)
    codes = f" ({here.code}, {move.to.code})" if near else ""
    missing = dict.fromkeys((*lacks.get(here.code, ()), *lacks.get(move.to.code, ())))
    without = f", without {join_and(list(missing))}" if missing else ""
    number = f"{move.likeness:+.1f}".replace("-", "−")
    return f"{number} standard deviations above the mean of all pairs{codes}{without}"
