"""What is read out of official files: rows, data sets, and what they say of each occupation.

`files`, `tables` and `workbook` read archives, text and workbooks with care; one module a source
knows its layouts. Nothing here writes: `careercli.official.store` makes the store.
"""

from collections.abc import Callable, Generator, Mapping
from typing import Any, NamedTuple

from careercli.model.codec import to_json_data
from careercli.model.datasets import Dataset, Element
from careercli.store.schema import ELEMENT, IMPORT_RECORD, Table
from careercli.store.writer import as_json

ReportProgress = Callable[[str], None]
"""Called with what is being read."""
Row = tuple[Table, tuple[Any, ...]]
"""A row of a store, and the table that it belongs to."""
Rows = Generator[Row, None, list[Dataset]]
"""The rows that files hold, as they are read, and in the end the data sets that they make up.

Nothing is held in memory that can go to the store: a survey of all areas has 200,000 rows.
"""


class ParsedDataset(NamedTuple):
    """A data set about the country's occupations.

    parts: code -> what it says of an occupation, as JSON has it
    elements: O*NET's own skills, with what their levels look like
    """

    dataset: Dataset
    parts: Mapping[str, Mapping[str, Any]]
    elements: tuple[Element, ...] = ()

    def rows(self) -> Rows:
        """It as the rows of a store."""
        name = self.dataset.name
        for code, part in self.parts.items():
            yield IMPORT_RECORD, (name, code, as_json(part))
        for element in self.elements:
            yield ELEMENT, (name, element.id, as_json(to_json_data(element)))
        return [self.dataset]
