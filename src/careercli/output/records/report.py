"""`report` as JSON and CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careercli.files.profile import Profile
from careercli.output.records.moves import moves_data
from careercli.output.records.plan import plan_data
from careercli.output.records.role import gap_data, occupation_gap_data, role_data
from careercli.output.screens.move_words import MovesView

if TYPE_CHECKING:
    pass
from careercli.output.screens.report import TargetReport


def report_data(
    person: Profile, name: str, towards: TargetReport | None, moves: MovesView | None
) -> dict[str, Any]:
    """`report` as JSON."""
    value: dict[str, Any] = {
        "profile": name or None,
        "target": person.target._asdict() if person.target else None,
        "current": person.current._asdict() if person.current else None,
        "interests": person.interests or None,
        "role": None,
        "gap": None,
        "moves": moves_data(moves) if moves else None,
    }
    if towards is None:
        return value
    role = role_data(towards.role, {}, "", ["pay", "outlook"])
    value["role"] = {key: role[key] for key in role if key not in ("skills", "family_title")}
    if towards.software:
        value["gap"] = _without(
            occupation_gap_data(towards.role, towards.skills, towards.software), "role", "sources"
        )
    elif towards.gap:
        value["gap"] = gap_data(towards.gap, towards.steps, towards.labels)
        value["steps"] = plan_data(towards.gap, towards.plan, towards.labels)["steps"]
    return value


def _without(table: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in keys}
