"""`match` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from careercli.core.match import NamedSkill, RoleMatch

Labels = Mapping[str, str]


def match_data(
    named: Sequence[NamedSkill],
    near: Sequence[RoleMatch],
    unknown: Sequence[str],
    labels: Labels,
    words: int,
) -> dict[str, Any]:
    """`match` as JSON."""
    return {
        "words": words,
        "skills": [
            {
                "id": one.skill,
                "label": labels[one.skill],
                "written": one.words,
                "standing": one.standing,
                "level": one.level or None,
            }
            for one in named
        ],
        "nearest_roles": [
            {
                "slug": one.needs.slug,
                "title": one.needs.title,
                "named_weight": one.named,
                "full_weight": one.full,
                "percent": one.percent,
            }
            for one in near
        ],
        "unrecognised": list(unknown),
    }


def match_rows(named: Sequence[NamedSkill], labels: Labels) -> list[list[object]]:
    """`match` as CSV."""
    table: list[list[object]] = [["skill", "label", "written", "standing", "level"]]
    table += [
        [one.skill, labels[one.skill], one.words, one.standing, one.level or ""] for one in named
    ]
    return table
