"""A path on the screen: what to hold, to learn and to expect at each step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from careercli.core.entry import EntryPart
from careercli.core.figures import figure_words, signed_percent
from careercli.core.moves import Move, MoveRole, Start
from careercli.core.paths import PathStep, Route, Stone
from careercli.core.pay import pay_figure
from careercli.core.role_filters import projected_growth
from careercli.model.basics import RoleRow, Source
from careercli.output.footnotes import cite
from careercli.output.page import (
    Block,
    Bullets,
    Commands,
    Heading,
    Inline,
    Page,
    Paragraph,
    Timeline,
    TimelineStep,
    Title,
    cited,
    parts,
    quiet,
)
from careercli.output.screens.entry_words import (
    EDUCATION_WORDS,
    part_words,
    time_words,
)
from careercli.output.screens.move_words import (
    amount,
    borrows_figures,
    demand_label,
    skill_words,
    typed,
)
from careercli.output.screens.wording import join_and, pluralize

if TYPE_CHECKING:
    from careercli.model.portrait import Credential

MAX_TO_LEARN = 4
FIRST_TO_LEARN = 2
"""Skills that are named in the sentence about a way."""
MAX_OPTIONAL = 3


class RouteView(NamedTuple):
    """A way between two roles.

    here: the role it begins at
    direct: the move without stepping stones
    rows: key -> role, with the provenance of its figures
    labels: skill or element id -> name
    credentials: id -> credential
    ways: key -> the usual way in, in our words
    onet: the source of job zones
    place: whose pay it is; empty for the country
    """

    start: Start
    here: MoveRole
    direct: Move
    way: Route
    rows: Mapping[str, RoleRow]
    labels: Mapping[str, str]
    credentials: Mapping[str, Credential]
    ways: Mapping[str, str]
    onet: Source
    place: str = ""


def path_page(view: RouteView) -> Page:
    """`path FROM TO`."""
    goal = view.direct.to
    title = f"{view.here.short} to {goal.short}"
    aside = f"{in_short(view)}; pay in {view.place}" if view.place else in_short(view)
    blocks: list[Block] = [Title(title, aside)]
    steps = (_step(step, number, view) for number, step in enumerate(view.way.steps, start=1))
    now = TimelineStep("now", view.here.short, _pay(view.here, view.direct.basis, view))
    blocks.append(Timeline((now, *steps)))
    if view.way.open:
        blocks.append(Paragraph(OPEN))
    if view.way.alternatives:
        other = [_other_way(stone, view) for stone in view.way.alternatives]
        blocks += [Heading("Other ways"), Bullets(tuple(other))]
    if any(part.kind == "education" and part.years for part in view.direct.entry.parts):
        blocks.append(Paragraph(quiet(SCHOOL)))
    first = view.way.steps[0].move.to
    commands = (
        (f"careercli show {typed(first)}", "what it is like"),
        (f"careercli plan {typed(goal)}", "what to do, step by step"),
    )
    return (*blocks, Commands(commands))


OPEN = (
    "The goal asks for experience in related work, and no work was found that gives it at this pay."
)
SCHOOL = "Years of school are full-time study after high school, our figure."


def in_short(view: RouteView) -> str:
    """`directly, with a bachelor's degree and a Registered nurse license`."""
    stones = [step.move.to.short for step in view.way.steps[:-1]]
    words = f"by way of {join_and(stones)}" if stones else "directly"
    entry = view.way.steps[-1].move.entry
    named = [
        part_name(part, view)
        for part in entry.missing("education", "apprenticeship", "credential", "experience")
    ]
    if named:
        return f"{words}, with {join_and(named)}"
    step = view.way.steps[-1]
    if entry.state == "unknown":
        return f"{words}; what it takes isn't known"
    if step.move.skills.state != "pass" and step.learn:
        learn = [demand_label(asked, view.labels) for asked, _ in step.learn[:FIRST_TO_LEARN]]
        return f"{words}, after learning {join_and(learn)}"
    return words


def part_name(part: EntryPart, view: RouteView) -> str:
    """A thing that a role takes, without how long it takes."""
    if part.kind in ("credential", "apprenticeship") and part.name:
        return view.credentials[part.name].label
    return part_words(part, view.credentials)


def _step(step: PathStep, number: int, view: RouteView) -> TimelineStep:
    move = step.move
    items: list[Inline] = [*_takes(move, view)]
    if way_in := view.ways.get(move.to.key):
        items.append((f"Way in: {way_in}", quiet(" (ours)")))
    learn = [skill_words(asked, have, view.labels, move.vocabulary) for asked, have in step.learn]
    if learn:
        more = len(learn) - MAX_TO_LEARN
        words = "; ".join(learn[:MAX_TO_LEARN])
        items.append(f"Learn: {words}{f'; {more} more' if more > 0 else ''}")
    aside = (*parts(_pay(move.to, move.basis, view)), *parts(_change(move)))
    growth = _growth(move, view)
    text = (growth,) if growth else ()
    return TimelineStep(str(number), move.to.short, aside, text, tuple(items))


def _takes(move: Move, view: RouteView) -> Iterator[Inline]:
    for part in move.entry.parts:
        if part.state == "obtainable" and part.kind == "education":
            years = f", about {pluralize(part.years, 'year')} of study" if part.years else ""
            yield f"Study: {EDUCATION_WORDS[part.name]}{years}"
        elif part.kind in ("credential", "apprenticeship") and part.name:
            yield _credential(part, view)
        elif part.kind == "credential":
            yield "Credentials: not known"
        elif part.state == "obtainable" and part.kind == "experience":
            yield f"Experience: {part_words(part, view.credentials)}"
        elif part.state == "obtainable":
            yield f"Trained: {part_words(part, view.credentials)}"
    if optional := optional_credentials(move, view):
        yield f"Some ask for: {join_and(optional)}"


def optional_credentials(move: Move, view: RouteView) -> list[str]:
    """The first credentials that only some employers or states ask for."""
    asked = [one.id for one in move.to.asked or () if one.level == "sometimes"]
    return [view.credentials[one].label for one in asked[:MAX_OPTIONAL]]


def _credential(part: EntryPart, view: RouteView) -> Inline:
    credential = view.credentials[part.name]
    if part.state == "have":
        return f"Hold: {credential.label} ✓"
    usual = ", usually asked for" if part.level == "usually" else ""
    time = time_words(credential)
    words = f"Get: {credential.label}{f', {time}' if time else ''}{usual}"
    return (words, quiet(f". {credential.way}")) if credential.way else words


def _other_way(stone: Stone, view: RouteView) -> Inline:
    takes = stone.first.entry.missing("education", "credential", "apprenticeship")
    named = [part_name(part, view) for part in takes]
    words = f"by way of {stone.first.to.short}"
    return f"{words}: {join_and(named)} first" if named else words


def _pay(role: MoveRole, basis: str, view: RouteView) -> Inline:
    row = view.rows[role.key]
    figure = pay_figure(row, basis or "survey")
    if figure is None:
        return quiet("pay not known")
    near = basis == "survey" and borrows_figures(role)
    return cited(amount(figure_words(figure), near=near, style="data"), cite(figure, row.sources))


def _change(move: Move) -> Inline:
    ratio = move.pay.number
    if ratio is None:
        return ""
    return quiet(f"  {signed_percent(round(100 * (ratio - 1)))}")


def _growth(move: Move, view: RouteView) -> Inline:
    row = view.rows[move.to.key]
    figure = projected_growth(row)
    if figure is None:
        return ""
    verb = "grow" if figure.value >= 0 else "shrink"
    return cited(f"Jobs {verb}: {signed_percent(figure.value)}", cite(figure, row.sources))
