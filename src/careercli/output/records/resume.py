"""`resume` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from careercli.files.resume import ResumeSkills

Labels = Mapping[str, str]


def import_data(found: ResumeSkills, known: Collection[str], labels: Labels) -> dict[str, Any]:
    """`profile import` as JSON."""
    return {
        "proposals": [
            one._asdict() | {"label": labels[one.skill], "kept": one.skill in known}
            for one in found.proposals
        ],
        "onet_levels": [
            {"id": one, **entry, "kept": one in known} for one, entry in found.onet_levels.items()
        ],
        "unrecognised": [{"where": where, "text": text} for where, text in found.unknown],
    }


def import_rows(found: ResumeSkills, known: Collection[str], labels: Labels) -> list[list[object]]:
    """`profile import` as CSV."""
    table: list[list[object]] = [
        ["skill", "label", "level", "where", "written", "evidence", "kept"]
    ]
    table += [
        [
            one.skill,
            labels[one.skill],
            one.level or "",
            one.where,
            one.words,
            one.evidence,
            one.skill in known,
        ]
        for one in found.proposals
    ]
    for element, entry in found.onet_levels.items():
        name, level, evidence = entry.get("name", ""), entry["level"], entry.get("evidence", "")
        table.append([element, name, level, "onet_levels", "", evidence, element in known])
    return table
