"""Official files, as people download them, into what they say of each occupation.

`files` and `tables` read archives, text and workbooks with care; one module a source knows its
layouts. Nothing here writes: `careercli.official.store` makes the store.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from careercli.model.occupation import Dataset, Element

ReportProgress = Callable[[str], None]
"""Told what is being read, as it is read."""


class OccupationRecord(NamedTuple):
    """What a data set says of one occupation.

    code: its code in that data set
    whole: as JSON would have it
    area: the state or metropolitan area it holds for; empty for the country
    """

    code: str
    whole: dict[str, Any]
    area: str = ""


class ParsedDataset(NamedTuple):
    """A data set as it was read, ready to be stored.

    elements: O*NET's own skills, with what their levels look like
    """

    dataset: Dataset
    parts: list[OccupationRecord]
    elements: tuple[Element, ...] = ()
