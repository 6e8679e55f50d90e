"""Why each move is judged as it is: `moves --why`."""

from collections.abc import Iterator, Mapping

from careercli.core.figures import figure_words
from careercli.core.moves import KEEPS, STEPS_UP, ZONES_APART, Move, MoveRole
from careercli.core.neighbors import LIKENESS_FLOOR, Link, Neighbor
from careercli.core.paths import lacking
from careercli.core.pay import pay_figure
from careercli.output.footnotes import cite
from careercli.output.page import (
    Block,
    Entry,
    Facts,
    Heading,
    Inline,
    Paragraph,
    Part,
    cited,
    data,
    parts,
    quiet,
)
from careercli.output.screens.entry_words import every_part
from careercli.output.screens.move_words import (
    SIGNS,
    MovesView,
    amount,
    borrows_figures,
    borrows_zone,
    growth_cell,
    start_pay,
)
from careercli.output.screens.wording import alternatives, first_of, format_past_threshold, join_and

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


def reasons(view: MovesView) -> Iterator[Block]:
    """An entry for each move, and how moves are found."""
    yield Heading("Why")
    for neighbor in view.neighbors:
        yield Entry(neighbor.move.to.title, (Facts(tuple(_reasons(neighbor, view))),))
    for text in METHOD:
        yield Paragraph(quiet(" ".join(text.split())))


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
    "guide": "the guide names it",
    "license": "it asks for a license of yours",
    "related": "related in O*NET",
    "similar": "similar in the Handbook",
    "beyond": "the step after a supervisor of the present work",
}


def _skills_reason(move: Move, view: MovesView) -> Inline:
    """The share of the skills asked for, a range if not all are rated, and which are missing."""
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
    there = cited(f": {figure_words(figure)}", cite(figure, row.sources)) if figure else ": "
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
