"""The way from one role to another: a timeline of steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from careercli.core.figures import figure_words
from careercli.core.moves import KEEPS, ZONES_APART, Calibrations, Move, MoveRole, Start
from careercli.core.paths import MAX_STONES, PathStep, Route, may_be_taken
from careercli.core.pay import pay_figure
from careercli.model.basics import RoleRow, Source
from careercli.output.footnotes import cite, cite_source
from careercli.output.page import (
    Block,
    Bullets,
    Commands,
    Heading,
    Inline,
    Page,
    Paragraph,
    Part,
    Timeline,
    TimelineStep,
    Title,
    cited,
    parts,
    quiet,
)
from careercli.output.screens.move_words import (
    EDUCATION_UNKNOWN,
    SIGNS,
    amount,
    borrows_figures,
    credential_words,
    outlook_words,
    pay_unknown,
    percent,
    ratio_words,
    role_zone,
    skill_words,
    typed,
)
from careercli.output.screens.wording import join_and

MAX_TO_LEARN = 8


class RouteView(NamedTuple):
    """What was found between two roles.

    here: the role it begins at
    direct: the move without stepping stones
    way: the best way; None where none passes
    rows: key -> role, with the provenance of its figures
    labels: skill or element id -> name
    usual: vocabulary -> what coverage of its skills is usual within a family
    onet: the source of job zones
    """

    start: Start
    here: MoveRole
    direct: Move
    way: Route | None
    rows: Mapping[str, RoleRow]
    labels: Mapping[str, str]
    usual: Calibrations
    onet: Source


def path_page(route: RouteView) -> Page:
    """`path FROM TO`."""
    goal, here = route.direct.to, route.here
    blocks: list[Block] = [Title(f"{here.title} to {goal.title}", _in_short(route))]
    if route.way:
        if route.way.without:
            blocks.append(Paragraph(_shortfall(route.way)))
        steps = (_step(step, number, route) for number, step in enumerate(route.way.steps, start=1))
        blocks.append(Timeline((_first(route, route.way), *steps)))
    if not may_be_taken(route.direct):
        blocks.append(Heading("Why not directly"))
        blocks.append(Bullets(tuple(_obstacles(route))))
    if route.way is None and route.direct.vocabulary:
        blocks.append(Paragraph(NO_WAY))
    if route.direct.vocabulary:
        blocks.append(Paragraph(cited(quiet(_conditions(route)), cite_source(route.onet))))
    if route.direct.vocabulary == "onet":
        blocks.append(Paragraph(quiet(GENERAL)))
    blocks.append(Commands(tuple(_next(route))))
    return tuple(blocks)


NO_WAY = (
    f"Over at most {MAX_STONES} stepping stones none was found either on which skills carry over "
    "at each step, among the roles most like the two."
)
WITHOUT = {"credential": "a credential", "pay": "pay", "preparation": "preparation"}
"""What a way may do without, in a headline."""
GENERAL = (
    "Compared by O*NET's general skills: trade knowledge, licences and degrees are not among them."
)


def _in_short(route: RouteView) -> str:
    goal = route.direct.to
    at = "" if route.here.is_occupation and goal.is_occupation else f"level {route.start.level}, "
    if not route.direct.vocabulary:
        return f"{at}not known"
    if route.way is None:
        return f"{at}no way found"
    stones = [step.move.to.title for step in route.way.steps[:-1]]
    words = f"by way of {join_and(stones)}" if stones else "directly"
    if without := route.way.without:
        return f"{at}{words}, but for {WITHOUT[without]}"
    general = route.direct.vocabulary == "onet" and not stones
    return f"{at}{words}{', as far as general skills tell' if general else ''}"


def _first(route: RouteView, way: Route) -> TimelineStep:
    return TimelineStep("now", route.here.title, _paid(route.here, way.steps[0].move.basis, route))


def _step(step: PathStep, number: int, route: RouteView) -> TimelineStep:
    move = step.move
    carried = f"{_carried(move)} of its skills are there, "
    outlook = parts(outlook_words(move, route.rows))
    learn = [skill_words(asked, have, route.labels, move.vocabulary) for asked, have in step.learn]
    items: list[Inline] = [*learn[:MAX_TO_LEARN]]
    if len(learn) > MAX_TO_LEARN:
        items.append(quiet(f"and {len(learn) - MAX_TO_LEARN} more"))
    return TimelineStep(
        f"step {number}",
        move.to.title,
        _step_pay(move, route),
        (
            (carried, *_zone(move), ", outlook ", *outlook),
            "To learn or raise:" if learn else "Nothing to learn is named.",
        ),
        tuple(items),
    )


def _carried(move: Move) -> str:
    return f"{percent(move.skills.number or 0.0, move.skills.threshold)} %"


def _zone(move: Move) -> tuple[Part, ...]:
    if move.to.zone is None or move.preparation.number is None:
        return ("job zone not known",)
    same = "" if move.preparation.number else "the same "
    zone = (f"{same}job zone ", role_zone(move.to))
    if move.preparation.state == "fail":
        return (*zone, " ✗")
    return (*zone, f" with {credential_words(move)} ?") if move.credential else zone


def _paid(role: MoveRole, basis: str, route: RouteView) -> Inline:
    row = route.rows[role.key]
    figure = pay_figure(row, basis) if basis else None
    if figure is None:
        return ""
    near = basis == "survey" and borrows_figures(role)
    pay = amount(figure_words(figure), near=near, style="data")
    return cited(pay, cite(figure, row.sources))


def _step_pay(move: Move, route: RouteView) -> Inline:
    if move.pay.number is None:
        return quiet("pay not known")
    paid = parts(_paid(move.to, move.basis, route))
    sign = " ✗" if move.pay.state == "fail" else ""
    return (*paid, quiet(f"  {ratio_words(move.pay.number)} of now{sign}"))


def _obstacles(route: RouteView) -> Iterator[Inline]:
    """The tests that the direct move does not pass."""
    move, here = route.direct, route.here
    if move.skills.state != "pass":
        reason = "the two name no skills in common words, so it cannot be said"
        if move.vocabulary:
            reason = f"{_carried(move)} of its skills carry over"
            if move.skills.threshold is not None:
                reason += f", where {100 * move.skills.threshold:.0f} % are needed"
        yield f"{SIGNS[move.skills.state]} skills: {reason}"
    if move.preparation.state != "pass":
        zones: tuple[Part, ...] = ("a job zone is not known",)
        if move.preparation.number is not None:
            zones = ("from job zone ", role_zone(here), " to ", role_zone(move.to))
            if move.credential:
                zones += (f", and {credential_words(move)} is typical at entry",)
            elif move.education_unknown:
                zones += (f", and {EDUCATION_UNKNOWN}",)
        yield (f"{SIGNS[move.preparation.state]} preparation: ", *zones)
    if move.pay.state != "pass":
        reason = pay_unknown(move, route.start)
        if move.pay.number is not None:
            reason = f"it pays {ratio_words(move.pay.number)} of the present"
        yield f"{SIGNS[move.pay.state]} pay: {reason}"


def _shortfall(way: Route) -> str:
    """Where a way does not pass, and by how much."""
    moves = [step.move for step in way.steps]
    if way.without == "credential":
        asked = [f"{credential_words(one)} for {one.to.title}" for one in moves if one.credential]
        if not asked:
            return f"{EDUCATION_UNKNOWN[:1].upper()}{EDUCATION_UNKNOWN[1:]}."
        return (
            f"Work alone does not lead there: typical at entry is {join_and(asked)}, and whether "
            "you "
            "have it is not known."
        )
    failing = [one.to.title for one in moves if one.verdicts[way.without].state != "pass"]
    return (
        "No way was found that passes every test. "
        f"On this one {way.without} does not, on the step to {join_and(failing)}."
    )


def _conditions(route: RouteView) -> str:
    least = route.direct.skills.threshold
    skills = f"at least {100 * least:.0f} % of the skills there" if least is not None else "skills"
    return (
        f"A step: {skills}, job zones at most {ZONES_APART} apart, at least {KEEPS:.2f} of the pay "
        "now. What is learnt on one step counts on the next."
    )


def _next(route: RouteView) -> Iterator[tuple[str, str]]:
    step = route.way.steps[0].move.to if route.way else route.direct.to
    yield f"careercli show {typed(step)}", "what it is like"
    yield f"careercli moves {typed(route.here)}", "where else it leads"
