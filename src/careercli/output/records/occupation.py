"""What official data say of a role beyond pay and outlook, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercli.model.basics import RoleRow
from careercli.model.occupation import Occupation
from careercli.output.records.fields import Field, Shape

if TYPE_CHECKING:
    from careercli.model.role import Role


def _occupation(role: Role | RoleRow) -> Occupation | None:
    """What official data say beyond pay and outlook, of the role or of its nearest occupation."""
    if not isinstance(role, RoleRow) and role.occupation:
        return role.occupation
    nearest = role.nearest
    if nearest:
        return Occupation(
            nearest.code, high_points=nearest.interests or "", entry=nearest.education
        )
    return None


OCCUPATION_PART = Shape(Occupation, frozenset({"hourly", "employment", "all_growth", "openings"}))
OCCUPATION_KEY = Field(
    "occupation",
    "what else official data say of it, or of its nearest occupation",
    lambda role, _: _occupation(role),
    of=OCCUPATION_PART,
    optional=True,
)
