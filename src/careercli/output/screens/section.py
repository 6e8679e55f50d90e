"""What a section of a role's page is written from."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from careercli.model.role import Role
from careercli.output.page import Block

Labels = Mapping[str, str]


class SectionContext(NamedTuple):
    """What a section is written from."""

    role: Role
    labels: Labels


class Section(NamedTuple):
    """A part of the guide: `write` yields nothing if the role does not have it."""

    name: str
    write: Callable[[SectionContext], Iterator[Block]]
