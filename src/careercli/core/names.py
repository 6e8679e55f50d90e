"""What roles are called in tables and lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Protocol


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
