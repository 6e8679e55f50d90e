"""What the parts of a role's page are written from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from careercli.model.basics import RoleRow, Source
    from careercli.model.occupation import Exposure
    from careercli.model.role import Role
    from careercli.output.page import Block
    from careercli.output.screens.wording import Labels

Writer: TypeAlias = "Callable[[SectionContext], Iterator[Block]]"
"""What writes a part; nothing if the role doesn't have it."""


class SectionContext(NamedTuple):
    """What a part is written from.

    labels: skill id -> label
    exposures: how far studies find the role's occupation exposed to AI
    studies: the sources of those, by the name of the study
    near: the nearest roles
    guides: those whose nearest occupation the role is
    """

    role: Role
    labels: Labels
    exposures: Sequence[Exposure] = ()
    studies: Mapping[str, Source] = {}  # never changed
    near: Sequence[RoleRow] = ()
    guides: Sequence[RoleRow] = ()
