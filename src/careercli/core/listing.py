"""What a list of roles has: names, an order, projected growth, official codes and sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from careercli.model.basics import Figure, RoleRow, RoleSummary, Source, code_of

if TYPE_CHECKING:
    from careercli.model.role import Role

Listed = TypeVar("Listed", RoleRow, RoleSummary)
AnyRole = TypeVar("AnyRole", bound="Role | RoleRow")


class Named(Protocol):
    """A role with its names; `name` is a short singular one of ours, "" for a guide."""

    @property
    def key(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def name(self) -> str: ...


def names_in_table(roles: Iterable[Named]) -> dict[str, str]:
    """Key -> short name, or title if there is none or two of the roles would be called the same."""
    named = {role.key: role for role in roles}
    shared = Counter((role.name or role.title).casefold() for role in named.values())
    return {
        key: role.name if role.name and shared[role.name.casefold()] == 1 else role.title
        for key, role in named.items()
    }


def most_first(
    roles: Iterable[Listed], amount_of: Callable[[Listed], float | None]
) -> list[Listed]:
    """Roles by an amount, the highest first; unknown ones last."""

    def order(role: Listed) -> tuple[bool, float, str]:
        amount = amount_of(role)
        return amount is None, -(amount or 0), role.title.casefold()

    return sorted(roles, key=order)


def projected_growth(row: RoleRow) -> Figure | None:
    """The official projection of its nearest occupation, else the publisher's figure.

    The projection comes first because it has one source, period and method for all roles.
    """
    return (row.nearest.growth if row.nearest else None) or row.growth


def soc_of(role: RoleRow | Role) -> tuple[str, str]:
    """The official occupation that a role is, or is nearest to: code and match; "" where none.

    The finer ones of O*NET, such as 15-1299.08, are part of a broader occupation.
    """
    if role.nearest:
        return role.nearest.code, role.nearest.match
    if code := code_of(role.key):
        return code[:7], "exact" if code.endswith(".00") else "broader"
    return "", ""


def with_distinct_sources(roles: Iterable[AnyRole]) -> tuple[list[AnyRole], dict[str, Source]]:
    """The roles, and all their sources by id.

    Guides of different hands may call different sources by one id; the later ones then have the
    role's slug before it, in the sources and wherever the role cites them.
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
