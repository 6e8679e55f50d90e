"""Official files, as people download them, into what they say of each occupation.

`files`, `tables` and `workbook` read archives, text and workbooks with care; one module a source
knows its layouts. Nothing here writes: `careercli.official.store` makes the store.
"""

from collections.abc import Callable, Generator, Iterable
from typing import Any, NamedTuple, Protocol

from careercli.model.occupation import Dataset, Element
from careercli.store.schema import Table

ReportProgress = Callable[[str], None]
"""Called with what is being read."""


class Area(NamedTuple):
    """An area of the wage survey.

    code: two digits for a state or territory, five for a metropolitan area, seven for a
        nonmetropolitan one, the first two of which are its state's; as the file has it if the file
        doesn't say what the area is
    title: its name
    kind: state, territory, metropolitan or nonmetropolitan; empty if the file doesn't say
    state: the postal abbreviation of its first state; empty if the file doesn't say
    """

    code: str
    title: str
    kind: str = ""
    state: str = ""


class Part(Protocol):
    """What a data set says of one occupation."""

    @property
    def code(self) -> str:
        """Its code in that data set."""

    @property
    def whole(self) -> dict[str, Any]:
        """All of it, as JSON would have it."""

    @property
    def area(self) -> str:
        """The name of the state or metropolitan area it holds for; empty for the country."""


class OccupationRecord(NamedTuple):
    """A `Part` of a data set about the country."""

    code: str
    whole: dict[str, Any]
    area: str = ""


class ParsedDataset(NamedTuple):
    """A data set as it is read, ready to be stored.

    dataset: what is known of it before its parts; a source that streams doesn't know its counts
    parts: what it says of each occupation; may be read from the file as they are gone through
    elements: O*NET's own skills, with what their levels look like
    lacks: what a release has and these files don't, if that is most of it
    completed: the data set with its counts and notes, once all parts were gone through; None if
        `dataset` has them
    """

    dataset: Dataset
    parts: Iterable[Part]
    elements: tuple[Element, ...] = ()
    lacks: tuple[str, ...] = ()
    completed: Callable[[], Dataset] | None = None


Row = tuple[Table, tuple[Any, ...]]
"""A row of a store, and the table that it belongs to."""

Rows = Generator[Row, None, list[Dataset]]
"""The rows that files hold, as they are read, and in the end the data sets that they make up.

Nothing is held in memory that can go to the store: a survey of all areas has 200,000 rows.
"""
