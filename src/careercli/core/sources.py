"""The sources of several roles together, each under an id of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from careercli.model.basics import RoleRow, Source

if TYPE_CHECKING:
    from careercli.model.role import Role

AnyRole = TypeVar("AnyRole", bound="Role | RoleRow")


def with_distinct_sources(roles: Iterable[AnyRole]) -> tuple[list[AnyRole], dict[str, Source]]:
    """The roles, and all their sources by id.

    Guides by different authors may give different sources one id. The later ones then get the
    role's slug before the id, in the sources and wherever the role cites them.
    """
    distinct: list[AnyRole] = []
    sources: dict[str, Source] = {}
    for role in roles:
        ids = {
            name: f"{role.slug}:{name}"
            for name, source in role.sources.items()
            if sources.get(name, source) != source
        }
        distinct.append(_renamed(role, ids) if ids else role)
        sources |= distinct[-1].sources
    return distinct, sources


def _renamed(part: Any, ids: Mapping[str, str]) -> Any:
    """A part of a role that cites sources under other ids."""
    if isinstance(part, dict):
        return {ids.get(key, key): _renamed(value, ids) for key, value in part.items()}
    if not isinstance(part, tuple):
        return part
    if not hasattr(part, "_fields"):
        return tuple(_renamed(value, ids) for value in part)
    values = {name: _renamed(value, ids) for name, value in zip(part._fields, part, strict=True)}
    if "source" in values:
        values["source"] = ids.get(values["source"], values["source"])
    return type(part)(**values)
