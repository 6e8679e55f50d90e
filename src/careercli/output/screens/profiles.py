"""The profiles of a folder."""

from collections.abc import Sequence
from typing import NamedTuple

from careercli.output.page import Column, Page, Table, Title, quiet
from careercli.output.screens.wording import pluralize


class ProfileLine(NamedTuple):
    """A profile in a line.

    changed: the day of its last change
    problem: why it can't be read
    """

    name: str
    target: str = ""
    level: str = ""
    changed: str = ""
    problem: str = ""


def profiles_page(lines: Sequence[ProfileLine], folder: str) -> Page:
    """`profile list`."""
    rows = tuple(
        (
            line.name,
            line.problem or line.target or quiet("no target yet"),
            line.level or quiet("–"),
            quiet(line.changed or "–"),
        )
        for line in lines
    )
    columns = (Column("Profile"), Column("target", wide=True), Column("level"), Column("changed"))
    return (Title(pluralize(len(lines), "profile"), folder), Table(columns, rows))
