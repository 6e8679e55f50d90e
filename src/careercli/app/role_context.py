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
    return SectionContext(role, labels, exposures, studies, _near(store, role))


def _near(store: Store, role: Role) -> list[RoleRow]:
    """The nearest roles: those that O*NET relates, else those that a guide names."""
    if role.occupation and role.occupation.related:
        keys = [f"soc:{related.code}" for related in role.occupation.related]
    else:
        keys = [f"guide:{related.slug}" for related in role.related if related.slug]
    rows = {row.key: row for row in store.rows(keys[:NEAR])} if keys else {}
    return [rows[key] for key in keys if key in rows]
