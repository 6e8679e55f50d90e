"""Several roles side by side."""

from collections.abc import Sequence
from typing import NamedTuple

IMPORTANT = 3.0
"""The O*NET importance that its scale calls important; less is not shown as a skill of a job."""


class SharedSkills(NamedTuple):
    """Skills that some of the roles have and the others have not.

    roles: the places of those roles among all
    """

    roles: tuple[int, ...]
    skills: tuple[str, ...]


def shared_skills(roles: Sequence[Sequence[str]]) -> list[SharedSkills]:
    """The skills of several roles, grouped by which of them have each.

    Those of most roles first; within a group in the order in which a role names them.
    """
    having: dict[str, tuple[int, ...]] = {}
    for place, skills in enumerate(roles):
        for skill in dict.fromkeys(skills):
            having[skill] = (*having.get(skill, ()), place)
    groups: dict[tuple[int, ...], list[str]] = {}
    for skill, places in having.items():
        groups.setdefault(places, []).append(skill)
    return [
        SharedSkills(places, tuple(groups[places]))
        for places in sorted(groups, key=lambda places: (-len(places), places))
    ]
