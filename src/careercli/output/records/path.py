"""`path` as JSON and CSV."""

from __future__ import annotations

from typing import Any

from careercli.core.paths import PathStep, may_be_taken
from careercli.model.codec import to_json_data
from careercli.output.records.moves import usual_data, verdict_data
from careercli.output.records.role import names
from careercli.output.screens.move_words import pay_figure
from careercli.output.screens.path import RouteView

Data = dict[str, Any]


def path_data(route: RouteView) -> Data:
    """`path` as JSON."""
    return {
        "from": names(route.here),
        "to": names(route.direct.to),
        "level": route.start.level,
        "calibrations": usual_data(route.usual),
        "direct": verdict_data(route.direct),
        "directly": may_be_taken(route.direct),
        "without": route.way.without or None if route.way else None,
        "steps": [_step_data(step, route) for step in route.way.steps] if route.way else None,
        "sources": {"onet": to_json_data(route.onet)},
    }


def _step_data(step: PathStep, route: RouteView) -> Data:
    one, row = step.move, route.rows[step.move.to.key]
    pay = pay_figure(row, one.basis) if one.basis else None
    return {
        "to": names(one.to),
        "verdicts": verdict_data(one),
        "credential": one.credential or None,
        "pay": to_json_data(pay),
        "learn": [
            {"any_of": list(asked.any_of), "level": asked.level, "have": have}
            for asked, have in step.learn
        ],
        "sources": {pay.source: to_json_data(row.sources[pay.source])} if pay else {},
    }


def path_rows(route: RouteView) -> list[list[object]]:
    """`path` as CSV: a row for each skill to learn, or for a step without any."""
    table: list[list[object]] = [["step", "slug", "title", "pay_ratio", "skill", "have", "level"]]
    for number, step in enumerate(route.way.steps if route.way else (), start=1):
        one = step.move
        ratio = "" if one.pay.number is None else round(one.pay.number, 4)
        lead = [number, one.to.slug, one.to.title, ratio]
        learn = [["/".join(asked.any_of), have, asked.level] for asked, have in step.learn]
        table += [[*lead, *cells] for cells in learn or [["", "", ""]]]
    return table
