"""`profile` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from careercli.files.profile import Profile
from careercli.output.screens.profile import _value, _what

Labels = Mapping[str, str]


def profile_data(person: Profile, labels: Labels) -> dict[str, Any]:
    """`profile` as JSON."""
    return {
        "file": str(person.path),
        "target": person.target._asdict() if person.target else None,
        "current": person.current._asdict() if person.current else None,
        "interests": person.interests or None,
        "marks": {
            skill: {"label": labels[skill], **_plain(entry)}
            for skill, entry in person.entries.items()
        },
        "onet_levels": {element: _plain(entry) for element, entry in person.onet_entries.items()},
    }


def _plain(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry with TOML's dates as text."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in entry.items()
    }


def profile_rows(person: Profile, labels: Labels) -> list[list[object]]:
    """`profile` as CSV."""
    table: list[list[object]] = [["skill", "label", "level", "evidence", "date", "from"]]
    onet = {element: entry.get("name", "") for element, entry in person.onet_entries.items()}
    for skill, entry in (person.entries | person.onet_entries).items():
        plain = _plain(entry)
        table.append(
            [
                skill,
                onet[skill] if skill in onet else labels[skill],
                plain["level"],
                plain.get("evidence", ""),
                plain.get("date", ""),
                plain.get("from", ""),
            ]
        )
    return table


def log_rows(history: Sequence[Mapping[str, Any]], labels: Labels) -> list[list[object]]:
    """`profile log` as CSV."""
    table: list[list[object]] = [["at", "what", "before", "after"]]
    for change in history:
        before, after = _value(change, "before"), _value(change, "after")
        table.append([str(change.get("at", "")), _what(change, labels), before, after])
    return table
