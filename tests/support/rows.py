"""The rows of a store that a reader of files hands on."""

from collections.abc import Iterable

from careercli.model.occupation import Dataset
from careercli.official.dataset import ParsedDataset, Row
from careercli.official.rows import rows_of


def drain(readings: Iterable[ParsedDataset]) -> tuple[list[Row], list[Dataset]]:
    """Every row of data sets, and what is known of them in the end."""
    rows, every = rows_of(readings), []
    while True:
        try:
            every.append(next(rows))
        except StopIteration as end:
            return every, end.value
