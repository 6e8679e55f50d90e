"""The way from one role to another: a timeline of steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from careercli.core.figures import figure_words
from careercli.core.moves import KEEPS, ZONES_APART, Calibrations, Move, MoveRole, Start
from careercli.core.paths import MAX_STONES, PathStep, Route, may_be_taken
from careercli.core.pay import pay_figure
from careercli.model.basics import RoleRow, Source
from careercli.output.footnotes import Footnotes
from careercli.output.page import (
    Block,
    Bullets,
    Commands,
    Heading,
    Inline,
    Page,
    Paragraph,
    Rung,
    Timeline,
    Title,
    data,
    quiet,
    spans,
)
from careercli.output.screens.moves import (
    EDUCATION_UNKNOWN,
    SIGNS,
    about_words,
    borrowed,
    credential_words,
    onet_source_footnote,
    outlook_words,
    pay_unknown,
    percent,
    ratio_words,
    skill_words,
    typed,
)
from careercli.output.screens.wording import join_and

Data = dict[str, Any]
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
    footnotes = Footnotes()
    goal, here = route.direct.to, route.here
    blocks: list[Block] = [Title(f"{here.title} to {goal.title}", _in_short(route))]
    if route.way:
        if route.way.without:
            blocks.append(Paragraph(_shortfall(route.way)))
        rungs = [_first(route, footnotes)]
        rungs += [_rung(step, route, footnotes) for step in route.way.steps]
        blocks.append(Timeline(tuple(rungs)))
    if not may_be_taken(route.direct):
        blocks.append(Heading("Why not directly"))
        blocks.append(Bullets(tuple(_obstacles(route))))
    if route.way is None and route.direct.vocabulary:
        blocks.append(Paragraph(NO_WAY))
    if route.direct.vocabulary:
        mark = onet_source_footnote(route.onet, footnotes)
        blocks.append(Paragraph((quiet(_conditions(route)), f" {mark}")))
    if route.direct.vocabulary == "onet":
        blocks.append(Paragraph(quiet(GENERAL)))
    blocks.append(Commands(tuple(_next(route))))
    return (*blocks, *footnotes.notes())


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


def _first(route: RouteView, footnotes: Footnotes) -> Rung:
    basis = route.way.steps[0].move.basis if route.way else ""
    return Rung("now", route.here.title, _paid(route.here, basis, route, footnotes))


def _rung(step: PathStep, route: RouteView, footnotes: Footnotes) -> Rung:
    one = step.move
    number = route.way.steps.index(step) + 1 if route.way else 1
    outlook = spans(outlook_words(one, route.rows, footnotes))
    text: list[Inline] = [
        (f"{_carried(one)} of its skills are there, {_zone(one)}, outlook ", *outlook)
    ]
    learn = [skill_words(asked, have, route.labels, one.vocabulary) for asked, have in step.learn]
    items: list[Inline] = [*learn[:MAX_TO_LEARN]]
    if len(learn) > MAX_TO_LEARN:
        items.append(quiet(f"and {len(learn) - MAX_TO_LEARN} more"))
    text.append("To learn or raise:" if learn else "Nothing to learn is named.")
    pay = _step_pay(one, route, footnotes)
    return Rung(f"step {number}", one.to.title, pay, tuple(text), tuple(items))


def _carried(one: Move) -> str:
    return f"{percent(one.skills.number or 0.0, one.skills.threshold)} %"


def _zone(one: Move) -> str:
    if one.to.zone is None or one.preparation.number is None:
        return "job zone not known"
    zone = f"job zone {borrowed(one.to)}{one.to.zone}"
    words = zone if one.preparation.number else f"the same {zone}"
    if one.preparation.state == "fail":
        return f"{words} ✗"
    return f"{words} with {credential_words(one)} ?" if one.credential else words


def _paid(role: MoveRole, basis: str, route: RouteView, footnotes: Footnotes) -> Inline:
    row = route.rows[role.key]
    figure = pay_figure(row, basis) if basis else None
    if figure is None:
        return ""
    about = about_words(role) if basis == "survey" else ""
    return (data(f"{about}{figure_words(figure)}"), f" {footnotes.of(row.sources).figure(figure)}")


def _step_pay(one: Move, route: RouteView, footnotes: Footnotes) -> Inline:
    if one.pay.number is None:
        return quiet("pay not known")
    paid = spans(_paid(one.to, one.basis, route, footnotes))
    sign = " ✗" if one.pay.state == "fail" else ""
    return (*paid, quiet(f"  {ratio_words(one.pay.number)} of now{sign}"))


def _obstacles(route: RouteView) -> Iterator[Inline]:
    """The tests that the direct move does not pass."""
    one, here = route.direct, route.here
    if one.skills.state != "pass":
        words = "the two name no skills in common words, so it cannot be said"
        if one.vocabulary:
            words = f"{_carried(one)} of its skills carry over"
            if one.skills.threshold is not None:
                words += f", where {100 * one.skills.threshold:.0f} % are needed"
        yield f"{SIGNS[one.skills.state]} skills: {words}"
    if one.preparation.state != "pass":
        words = "a job zone is not known"
        if one.preparation.number is not None:
            zones = [f"{borrowed(role)}{role.zone}" for role in (here, one.to)]
            words = f"from job zone {zones[0]} to {zones[1]}"
            if one.credential:
                words += f", and {credential_words(one)} is typical at entry"
            elif one.education_unknown:
                words += f", and {EDUCATION_UNKNOWN}"
        yield f"{SIGNS[one.preparation.state]} preparation: {words}"
    if one.pay.state != "pass":
        words = pay_unknown(one, route.start)
        if one.pay.number is not None:
            words = f"it pays {ratio_words(one.pay.number)} of the present"
        yield f"{SIGNS[one.pay.state]} pay: {words}"


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
