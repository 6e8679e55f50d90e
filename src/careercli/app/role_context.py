"""All that a role's page is written from, read from the stores."""

from collections.abc import Mapping

from careercli.model.basics import RoleRow
from careercli.model.role import Role
from careercli.output.screens.section import SectionContext
from careercli.store.reader import Store

NEAR = 3
"""Roles that are looked up as near."""


def role_context(store: Store, role: Role, labels: Mapping[str, str]) -> SectionContext:
    """A role with what studies and neighbors say beside it.

    labels: skill id -> label, of the skills that the role names
    """
    exposures = store.exposures(role.occupation.code) if role.occupation else []
    studies = {exposure.study: store.official_source(exposure.study) for exposure in exposures}
    return SectionContext(
        role, labels, exposures, studies, _near(store, role), _guides(store, role)
    )


def _near(store: Store, role: Role) -> list[RoleRow]:
    """The nearest roles: those that O*NET relates, else those that a guide names."""
    if role.occupation and role.occupation.related:
        keys = [f"soc:{related.code}" for related in role.occupation.related]
    else:
        keys = [f"guide:{related.slug}" for related in role.related if related.slug]
    rows = {row.key: row for row in store.rows(keys[:NEAR])} if keys else {}
    return [rows[key] for key in keys if key in rows]


def _guides(store: Store, role: Role) -> list[RoleRow]:
    """The guides whose nearest occupation an occupation is, though they aren't exactly it."""
    if not role.occupation:
        return []
    code, part = role.occupation.code[:7], role.occupation.code[7:]
    if part not in ("", ".00"):
        return []
    near = {
        key: match
        for key, (soc, match) in store.guide_occupations().items()
        if soc == code and match != "exact"
    }
    rows = store.rows(near.keys()) if near else []
    return sorted(rows, key=lambda row: (near[row.key] != "close", row.title))
