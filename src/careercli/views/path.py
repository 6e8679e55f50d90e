"""The way from one role to another: a timeline of steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from careercli.core.moves import ZONES_APART, Move, Standing, Start
from careercli.core.paths import MOST_STONES, Step, Way, may_be_taken
from careercli.model import Calibration, Row, Source
from careercli.page import (
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
)
from careercli.provenance import Footnotes, cited
from careercli.views.moves import (
    SIGNS,
    about_words,
    figure_data,
    outlook_words,
    pay_figure,
    percent,
    skill_words,
    threshold_data,
    typed,
    verdict_data,
)
from careercli.views.words import figure_words, listed

Data = dict[str, Any]
LEARN_SHOWN = 8


class Route(NamedTuple):
    """What was found between two roles.

    direct: the move without stepping stones
    way: the best way; None where none passes
    rows: key -> role, with the provenance of its figures
    labels: skill or element id -> name
    calibration: what coverage of skills is usual within a family
    onet: the source of job zones
    """

    start: Start
    direct: Move
    way: Way | None
    rows: Mapping[str, Row]
    labels: Mapping[str, str]
    calibration: Calibration | None
    onet: Source


def path_page(route: Route) -> Page:
    """`path FROM TO`."""
    footnotes = Footnotes()
    goal, here = route.direct.to, route.start.role
    title = here.title if here else ""
    blocks: list[Block] = [Title(f"{title} to {goal.title}", _in_short(route))]
    if route.way:
        rungs = [_first(route, footnotes)] if here else []
        rungs += [_rung(step, route, footnotes) for step in route.way.steps]
        blocks.append(Timeline(tuple(rungs)))
    if not may_be_taken(route.direct):
        blocks.append(Heading("Why not directly"))
        blocks.append(Bullets(tuple(_obstacles(route, footnotes))))
    if route.way is None:
        blocks.append(Paragraph(_no_way()))
    elif route.way.without:
        blocks.insert(1, Paragraph(_shortfall(route.way)))
    blocks.append(Paragraph(quiet(_conditions(route))))
    blocks.append(Commands(tuple(_next(route))))
    return (*blocks, *footnotes.notes())


def _in_short(route: Route) -> str:
    at = "" if route.direct.to.vocabulary == "onet" else f"level {route.start.level}, "
    if route.way is None:
        return f"{at}no way found"
    stones = [step.move.to.title for step in route.way.steps[:-1]]
    return f"{at}by way of {listed(stones)}" if stones else f"{at}directly"


def _first(route: Route, footnotes: Footnotes) -> Rung:
    here = route.start.role
    if here is None:
        raise ValueError("a path begins at a role")
    basis = route.way.steps[0].move.basis if route.way else ""
    return Rung("now", here.title, _paid(here, basis, route, footnotes))


def _rung(step: Step, route: Route, footnotes: Footnotes) -> Rung:
    one = step.move
    number = route.way.steps.index(step) + 1 if route.way else 1
    carried = f"{percent(one.skills.number)} % of its skills are there"
    text: list[Inline] = [
        (f"{carried}, {_zone(one)}, outlook ", *_spans(outlook_words(one, route.rows, footnotes)))
    ]
    learn = [
        skill_words(asked, have, route.labels, one.to.vocabulary) for asked, have in step.learn
    ]
    items: list[Inline] = [*learn[:LEARN_SHOWN]]
    if more := len(learn) - LEARN_SHOWN:
        items += [quiet(f"and {more} more")] if more > 0 else []
    if learn:
        text.append("To learn or raise:")
    return Rung(
        f"step {number}", one.to.title, _step_pay(one, route, footnotes), tuple(text), tuple(items)
    )


def _zone(one: Move) -> str:
    if one.preparation.number is None:
        return "job zone not known"
    words = "the same job zone" if not one.preparation.number else f"job zone {one.to.zone}"
    return f"{words} ✗" if one.preparation.state == "fail" else words


def _spans(inline: Inline) -> tuple[Any, ...]:
    return inline if isinstance(inline, tuple) and not hasattr(inline, "style") else (inline,)


def _paid(role: Standing, basis: str, route: Route, footnotes: Footnotes) -> Inline:
    row = route.rows[role.key]
    figure = pay_figure(row, basis) if basis else None
    if figure is None:
        return ""
    about = about_words(role) if basis == "survey" else ""
    return (data(f"{about}{figure_words(figure)}"), f" {footnotes.of(row.sources).figure(figure)}")


def _step_pay(one: Move, route: Route, footnotes: Footnotes) -> Inline:
    paid = _paid(one.to, one.basis, route, footnotes)
    if one.pay.number is None:
        return quiet("pay not known")
    sign = " ✗" if one.pay.state == "fail" else ""
    return (*_spans(paid), quiet(f"  ×{one.pay.number:.2f}{sign}"))


def _obstacles(route: Route, footnotes: Footnotes) -> Iterator[Inline]:
    """The tests that the direct move does not pass."""
    one, here = route.direct, route.start.role
    if one.skills.state != "pass":
        words = "the two name no skills in common words, so it cannot be said"
        if one.skills.number is not None:
            least = route.calibration.threshold if route.calibration else None
            needed = f", where {100 * least:.0f} % are needed" if least is not None else ""
            words = f"{percent(one.skills.number)} % of its skills carry over{needed}"
        yield f"{SIGNS[one.skills.state]} skills: {words}"
    if one.preparation.state != "pass":
        words = "a job zone is not known"
        if one.preparation.number is not None and here:
            mark = footnotes.mark(cited(route.onet, None))
            words = f"from job zone {here.zone} to {one.to.zone} {mark}"
        yield f"{SIGNS[one.preparation.state]} preparation: {words}"
    if one.pay.state != "pass":
        words = "no pay of one kind is known of both"
        if one.pay.number is not None:
            words = f"it pays ×{one.pay.number:.2f} of the present"
        yield f"{SIGNS[one.pay.state]} pay: {words}"


def _no_way() -> str:
    return (
        f"Over at most {MOST_STONES} stepping stones there is no way either on which skills carry "
        "over at each step."
    )


def _shortfall(way: Way) -> str:
    """Where a way does not pass, and by how much."""
    failing = [step.move for step in way.steps if step.move.verdicts[way.without].state != "pass"]
    where = listed([one.to.title for one in failing])
    return f"No way passes every test. On this one {way.without} does not, on the step to {where}."


def _conditions(route: Route) -> str:
    least = route.calibration.threshold if route.calibration else None
    skills = f"at least {100 * least:.0f} % of the skills there" if least is not None else "skills"
    return (
        f"A step: {skills}, job zones at most {ZONES_APART} apart, at least 0.75 of the pay. What "
        "is learnt on one step counts on the next."
    )


def _next(route: Route) -> Iterator[tuple[str, str]]:
    here = route.start.role
    step = route.way.steps[0].move.to if route.way else route.direct.to
    yield f"careercli show {typed(step)}", "what it is like"
    if here:
        yield f"careercli moves {typed(here)}", "where else it leads"


# -- for scripts -------------------------------------------------------------------------------


def path_data(route: Route) -> Data:
    """`path` as JSON."""
    here = route.start.role
    return {
        "from": {"key": here.key, "slug": here.slug, "title": here.title} if here else None,
        "to": _names(route.direct.to),
        "level": route.start.level,
        "thresholds": threshold_data(route.calibration),
        "direct": verdict_data(route.direct),
        "directly": may_be_taken(route.direct),
        "without": route.way.without or None if route.way else None,
        "steps": [_step_data(step, route) for step in route.way.steps] if route.way else None,
    }


def _names(role: Standing) -> Data:
    return {"key": role.key, "slug": role.slug, "title": role.title}


def _step_data(step: Step, route: Route) -> Data:
    one, row = step.move, route.rows[step.move.to.key]
    pay = pay_figure(row, one.basis) if one.basis else None
    return {
        "to": _names(one.to),
        "verdicts": verdict_data(one),
        "pay": figure_data(pay),
        "learn": [
            {"any_of": list(asked.any_of), "level": asked.level, "have": have}
            for asked, have in step.learn
        ],
        "sources": {pay.source: row.sources[pay.source]._asdict()} if pay else {},
    }


def path_rows(route: Route) -> list[list[object]]:
    """`path` as CSV: a row for each skill to learn, or for a step without any."""
    table: list[list[object]] = [["step", "slug", "title", "pay_ratio", "skill", "have", "level"]]
    for number, step in enumerate(route.way.steps if route.way else (), start=1):
        one = step.move
        ratio = "" if one.pay.number is None else round(one.pay.number, 4)
        lead = [number, one.to.slug, one.to.title, ratio]
        learn = [["/".join(asked.any_of), have, asked.level] for asked, have in step.learn]
        table += [[*lead, *cells] for cells in learn or [["", "", ""]]]
    return table
