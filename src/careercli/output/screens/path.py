"""A path on the screen: what to hold, to learn and to expect at each step."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.core.entry import (
    DIPLOMA,
    Entry,
    EntryKind,
    EntryPart,
    bridge_before,
    is_trade_teacher,
    own_optional,
)
from careercli.core.figures import signed_percent, usd
from careercli.core.moves import COUNTRY, Move, MoveRole, Start, is_odd_there
from careercli.core.paths import PathStep, Route, Stone
from careercli.model.basics import PROFICIENCIES, RoleRow, Source
from careercli.model.move_inputs import Preparation
from careercli.model.portrait import Bridge, Credential
from careercli.output.footnotes import cite
from careercli.output.page import (
    Block,
    Bullets,
    Heading,
    Inline,
    Legend,
    Page,
    Paragraph,
    Part,
    Timeline,
    TimelineStep,
    Title,
    cited,
    is_approximate,
    parts,
    quiet,
)
from careercli.output.screens.blocks import commands
from careercli.output.screens.entry_words import (
    Studied,
    entry_lines,
    first_come_first,
    may_do_with_less,
    optional_words,
    part_words,
    time_words,
)
from careercli.output.screens.move_words import pay_cell, pay_change
from careercli.output.screens.wording import (
    ROUGH,
    alternatives,
    counted_words,
    is_leftover,
    leftover_words,
    typed_name,
)
from careercli.text import join_and

MAX_TO_LEARN = 4
FIRST_TO_LEARN = 2
"""Skills that are named in the sentence about a way."""
MAX_OPTIONAL = 3
NAMED: tuple[EntryKind, ...] = ("education", "credential", "apprenticeship", "experience")
"""What stands in a headline if it is still to be had."""
NOT_SAID = "what it takes isn't known"
NO_GROWTH = "neither grow nor shrink"


class RouteView(NamedTuple):
    """A way between two roles.

    direct: the move without stepping stones
    rows: key -> role, with the provenance of its figures
    labels: skill or element id -> name
    credentials: id -> credential
    ways: key -> the usual way in, in our words
    onet: the source of job zones
    place: whose pay it is; empty for the country
    needs: O*NET-SOC code -> what the occupation asks for by O*NET's survey
    programs: O*NET-SOC code of a step -> programs that are new on it
    studied: key of a step that takes another degree -> fields that lead to it
    whole: the occupation in which the goal is counted, if it is only a part of that
    """

    start: Start
    direct: Move
    way: Route
    rows: Mapping[str, RoleRow]
    labels: Mapping[str, str]
    credentials: Mapping[str, Credential]
    ways: Mapping[str, str]
    onet: Source
    place: str = ""
    needs: Mapping[str, Preparation] = {}  # never changed
    programs: Mapping[str, Sequence[str]] = {}  # never changed
    studied: Mapping[str, Studied] = {}  # never changed
    whole: str = ""


def path_page(view: RouteView) -> Page:
    """`path FROM TO`."""
    goal = view.direct.to
    begin = view.start.role.short if view.start.role else "School"
    title = f"{begin} to {goal.short}"
    aside = f"{in_short(view)}; pay in {view.place}" if view.place else in_short(view)
    blocks: list[Block] = [Title(title, aside)]
    steps = [_step(step, number, view) for number, step in enumerate(view.way.steps, start=1)]
    own = view.start.own_pay
    here: Inline = ""
    if role := view.start.role:
        is_known = view.start.pay or not role.pay
        here = (
            _pay(role, view.direct.basis, view) if is_known else quiet("apprentice's pay not known")
        )
    now = TimelineStep("now", begin, f"your own {usd(own)}" if own else here)
    blocks.append(Timeline((now, *steps)))
    if view.whole:
        blocks.append(Paragraph(counted_words(goal.short, view.whole)))
    if view.way.open:
        blocks.append(Paragraph(OPEN_TRADE if is_trade_teacher(goal.code) else OPEN))
    if is_leftover(goal.title):
        blocks.append(Paragraph(leftover_words(goal.short)))
    if view.way.alternatives:
        other = tuple(_other_way(stone, view) for stone in view.way.alternatives)
        blocks += [Heading("Other ways"), Bullets(other)]
    if any(is_approximate(step.aside) for step in (now, *steps)):
        blocks.append(Legend(ROUGH))
    if view.direct.entry.study and view.direct.entry.school:
        blocks.append(Paragraph(quiet(SCHOOL)))
    first = (f"careercli show {typed_name(view.way.steps[0].move.to)}", "what it is like")
    return (
        *blocks,
        commands(first, (f"careercli plan {typed_name(goal)}", "what to do, step by step")),
    )


OPEN = (
    "The goal asks for experience in related work, and no work was found that gives it at this pay."
)
OPEN_TRADE = "The goal asks for years in the trade that one teaches, and this work isn't one."
SCHOOL = "Years of study without a source are full-time and our figure."


def in_short(view: RouteView) -> str:
    """`directly, with a bachelor's degree and a Registered nurse license`."""
    stones = [step.move.to.short for step in view.way.steps[:-1]]
    words = f"by way of {join_and(stones)}" if stones else "directly"
    entry = view.way.steps[-1].move.entry
    if view.way.degree:
        return f"{words}, or directly with {join_and(_named(view.way.degree.entry, view))}"
    step = view.way.steps[-1]
    typical = step.move.entry.schooling if _may_do_with_less(step, view) else None
    named = _named_on_the_way(view)
    if view.way.open and named:
        return f"not directly: it takes {join_and(named)}"
    if typical:
        degree = part_words(typical, view.credentials)
        named = [name for name in named if name != degree]
        words = f"{words}, with {join_and(named)}" if named else words
        return f"{words}; {degree} is typical, but most require less"
    if named:
        return f"{words}, with {join_and(named)}"
    if entry.state == "unknown":
        unknown = {part.kind for part in entry.parts if part.state == "unknown"}
        if unknown <= {"credential"}:
            return f"{words}; which credentials are asked for isn't known"
        told = step.move.to.key in view.ways
        return f"{words}; {'only its way in says what it takes' if told else NOT_SAID}"
    if step.move.skills.state != "pass" and step.learn:
        learn = [alternatives(ask.any_of, view.labels) for ask, _ in step.learn[:FIRST_TO_LEARN]]
        return f"{words}, after learning {join_and(learn)}"
    return words


def _may_do_with_less(step: PathStep, view: RouteView) -> bool:
    """Whether the degree that is typical on a step isn't what most of those asked require."""
    takes, less = step.move.entry, _less_required(step.move, view)
    return may_do_with_less(takes, view.credentials, less)


def _less_required(move: Move, view: RouteView) -> float | None:
    """Percent of those asked who say that less schooling is required; None if it isn't known."""
    needs = view.needs.get(move.to.code)
    return needs.below(move.to.entry) if needs else None


def _named_on_the_way(view: RouteView) -> list[str]:
    """What all steps take; of several degrees, and of years in the work, the last."""
    takes = [step.move.entry for step in view.way.steps]
    studies = [entry.schooling for entry in takes if entry.schooling]
    years = [part for entry in takes[:-1] for part in entry.missing("experience")]
    years = years if takes[-1].missing("experience") else []
    lesser = {part_name(part, view) for part in (*studies[:-1], *years)}
    last = _named(takes[-1], view)
    first = (part for entry in takes[:-1] for part in _named(entry, view) if part not in lesser)
    return list(dict.fromkeys((*first, *last)))


def _named(entry: Entry, view: RouteView, *, timed: bool = False) -> list[str]:
    """What is still to be had, in the order in which people get it.

    timed: whether credentials say how long they take, if no study is named that ends in them
    """
    school = entry.schooling
    routed = entry.bridge and entry.bridge.whole  # to the license, which is named
    told = school and school.name != DIPLOMA and not routed  # most have a diploma
    untold = None if told else school
    bridge = entry.bridge if not bridge_before(entry, view.credentials) else None
    named = [
        part
        for part in first_come_first(entry, view.credentials)
        if part != untold and (part == school or part in entry.missing(*NAMED))
    ]
    timed = timed and school not in named
    return [part_name(part, view, bridge) + (_time(part, view) if timed else "") for part in named]


def _time(part: EntryPart, view: RouteView) -> str:
    """How long a credential takes, in brackets; empty if that isn't known."""
    credential = view.credentials.get(part.name)
    words = time_words(credential) if credential else ""
    return f" ({words})" if words else ""


def part_name(part: EntryPart, view: RouteView, bridge: Bridge | None = None) -> str:
    """A thing that a role takes, without how long it takes."""
    if bridge and part.kind == "education":
        return f"{bridge.name} or {part_words(part, view.credentials)}"
    if part.kind in ("credential", "apprenticeship") and part.name and not part.anew:
        return view.credentials[part.name].label
    return part_words(part, view.credentials)


def _step(step: PathStep, number: int, view: RouteView) -> TimelineStep:
    move = step.move
    items: list[Inline] = [*_takes(step, view)]
    if way_in := view.ways.get(move.to.key):
        items.append((f"Way in: {way_in}", quiet(" (ours)")))
    learn = [
        f"{alternatives(ask.any_of, view.labels)} to {ask.level} {PROFICIENCIES[ask.level]}"
        for ask, _ in step.learn
    ] or list(view.programs.get(move.to.code, ()))
    if learn:
        more = len(learn) - MAX_TO_LEARN
        words = "; ".join(learn[:MAX_TO_LEARN])
        items.append(f"Learn: {words}{f'; {more} more' if more > 0 else ''}")
    aside = parts(_pay(move.to, move.basis, view))
    if change := pay_change(move):
        aside += (quiet(f"  {change}"),)
    elif is_odd_there(step.start.role, move.to):
        aside += (quiet(f"  not compared: the country's is {usd(move.to.pay[COUNTRY])}"),)
    if view.whole and move.to.key == view.direct.to.key:
        aside += (quiet(f", all of {view.whole}"),)
    text = tuple(_growth(move, view))
    return TimelineStep(str(number), move.to.short, aside, text, tuple(items))


def _takes(step: PathStep, view: RouteView) -> Iterator[Inline]:
    move, takes, credentials = step.move, step.move.entry, view.credentials
    less, studied = _less_required(move, view), view.studied.get(move.to.key, Studied())
    for part in first_come_first(takes, credentials):
        yield from entry_lines(part, takes, credentials, step.start.brings, less, studied=studied)
    here = view.start.role.asked.ids if view.start.role else ()
    asked = own_optional(move.to.code, move.to.asked.ids, credentials, step.start.brings, here)
    if asked:
        yield optional_words(asked[:MAX_OPTIONAL], credentials, step.start.brings)


def _other_way(stone: Stone, view: RouteView) -> Inline:
    """Work on the way: its pay, what it takes, and what is left to do for the goal from there."""
    first, last = stone.first, stone.last.entry
    pay = parts(_pay(first.to, first.basis, view))
    change = pay_change(first)
    words: list[Part] = [f"by way of {first.to.short} (", *pay, f"  {change})" if change else ")"]
    if named := _named(first.entry, view, timed=True):
        words.append(f", with {join_and(named)}")
    if last.bridge and not last.bridge.whole and last.study:
        words.append(f"; then {last.bridge.name}, which builds on that")
        words.append(quiet(" (Occupational Outlook Handbook). Ask schools how long it takes."))
    elif left := _named(last, view):
        words.append(f"; then {join_and(left)}")
    return tuple(words)


def _pay(role: MoveRole, basis: str, view: RouteView) -> Inline:
    return pay_cell(role, view.rows[role.key], basis) or quiet("pay not known")


def _growth(move: Move, view: RouteView) -> Iterator[Inline]:
    row = view.rows[move.to.key]
    if figure := row.projected_growth:
        verb = "grow" if figure.value > 0 else "shrink"
        change = f"{verb}: {signed_percent(figure.value)}" if figure.value else NO_GROWTH
        yield cited(f"Jobs {change}", cite(figure, row.sources))
