"""Which roles, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from careercli.model.basics import Figure, RoleRow, RoleSummary, is_occupation

if TYPE_CHECKING:
    from careercli.model.role import Role

Listed = TypeVar("Listed", RoleRow, RoleSummary)
REMOTE = frozenset({"remote-friendly", "fully remote"})


def projected_growth(row: RoleRow) -> Figure | None:
    """The official projection of its nearest occupation, else the publisher's figure.

    The projection comes first because it has one source, period and method for all roles.
    """
    return (row.nearest.growth if row.nearest else None) or row.growth


def at_least(
    amount_of: Callable[[RoleSummary], float | None], least: float
) -> Callable[[RoleSummary], bool]:
    """Whether a role's amount reaches the least; one that is not known does not."""
    return lambda brief: (amount := amount_of(brief)) is not None and amount >= least


def interested(letters: str) -> Callable[[RoleSummary], bool]:
    """Whether all letters are among a role's interest high-points."""
    return lambda brief: set(letters) <= set(brief.interests)


def most_first(
    roles: Iterable[Listed], amount_of: Callable[[Listed], float | None]
) -> list[Listed]:
    """Roles by an amount, the highest first; unknown ones last."""

    def order(role: Listed) -> tuple[bool, float, str]:
        amount = amount_of(role)
        return amount is None, -(amount or 0), role.title.casefold()

    return sorted(roles, key=order)


def soc_of(role: RoleRow | Role) -> tuple[str, str]:
    """The official occupation that a role is, or is nearest to: code and match; "" where none.

    The finer ones of O*NET, such as 15-1299.08, are part of a broader occupation.
    """
    if role.nearest:
        return role.nearest.code, role.nearest.match
    if not is_occupation(role.key):
        return "", ""
    code = role.key.removeprefix("soc:")
    return code[:7], "exact" if code.endswith(".00") else "broader"
