"""`plan` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from careercli.core.gap import Gap
from careercli.core.plan import PlanStep, sourced_hours

Labels = Mapping[str, str]


def plan_data(found: Gap, steps: Sequence[PlanStep], labels: Labels) -> dict[str, Any]:
    """`plan` as JSON."""
    return {
        "level": found.level,
        "steps": [
            {
                "skill": step.skill,
                "label": labels[step.skill],
                "from": step.start or None,
                "to": step.end,
                "need": step.term.requirement.need if step.term else None,
                "state": step.term.state if step.term else "missing",
                "after": list(step.after),
                "hours": step.hours._asdict() if step.hours else None,
            }
            for step in steps
        ],
        "sourced_hours": sourced_hours(steps),
        "steps_without_hours": sum(step.hours is None for step in steps),
    }


def plan_rows(steps: Sequence[PlanStep], labels: Labels) -> list[list[object]]:
    """`plan` as CSV."""
    table: list[list[object]] = [["step", "skill", "label", "from", "to", "need", "after", "hours"]]
    for number, step in enumerate(steps, start=1):
        need = step.term.requirement.need if step.term else ""
        hours = step.hours.value if step.hours else ""
        after = " | ".join(step.after)
        table.append(
            [number, step.skill, labels[step.skill], step.start, step.end, need, after, hours]
        )
    return table
