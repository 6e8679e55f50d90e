"""Tables in the shapes that official files have: tabs, commas, workbooks.

Columns are found by name, whatever their order, their case and the marks around them; a line
that is cut short is a problem with its place, never a guess.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import isfinite
from operator import itemgetter
from typing import Any, NamedTuple

from careercli.errors import DataError, Problem
from careercli.text import decode

MAX_SHEET = 1_500_000_000
"""Bytes of XML in one sheet; all areas and occupations together have about 600 million."""
MAX_STRINGS = 150_000_000
"""Bytes of XML of a workbook's shared strings, which are held in memory."""


def folded(name: object) -> str:
    """A file's or column's name with case, spacing and marks aside: `O*NET-SOC Code`,
    `onet_soc_code` and `ONETSOC CODE` are one."""
    return re.sub(r"[^a-z0-9]", "", str(name).casefold())


class Table(NamedTuple):
    """Rows under named columns.

    file: its file's name, for problems
    columns: folded name -> place
    rows: the cells of each row; of text where it comes from text
    length: how many rows there are, where it is known before they are read
    """

    file: str
    columns: dict[str, int]
    rows: Iterable[Sequence[Any]]
    length: int = 0

    def select(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """The cells under the named columns, row by row; "" for a column that is not there.

        Raises DataError at a row that ends before the last of them.
        """
        places = [self.columns.get(name) for name in names]
        if None in places:
            rows: Iterable[Sequence[Any]] = (("", *cells) for cells in self.rows)
            pick = itemgetter(*(0 if place is None else place + 1 for place in places))
        else:
            rows, pick = self.rows, itemgetter(*(place or 0 for place in places))
        number = 1
        try:
            for number, cells in enumerate(rows, 2):  # noqa: B007  # for the problem
                yield pick(cells)
        except IndexError:
            raise self.problem(number, "has fewer columns than the header", "") from None

    def problem(self, line: int, rule: str, found: str) -> DataError:
        """A problem of this table, to raise."""
        hint = "Download the file again; nothing was changed."
        return DataError(self.file, [Problem(f"line {line}", rule, found, hint)])


def text_table(file: str, raw: bytes) -> Table:
    """A table of text: columns separated by tabs as shipped, or by commas as spreadsheets do.

    Tables with tabs have no quoting, so that a quotation mark is one; only a cell that stands
    whole between quotation marks with those inside doubled was saved again, and loses them.
    """
    text = decode(raw).replace("\r\n", "\n")
    head = text[: text.find("\n")] if "\n" in text else text
    if "\t" not in head:
        header, *rows = csv_rows(file, text) or [[]]
        return Table(file, _places(header), rows, len(rows))
    lines = text.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    header = [_unquoted(cell) for cell in head.split("\t")]
    if '"' not in text:
        return Table(
            file, _places(header), (line.split("\t") for line in lines[1:]), len(lines) - 1
        )
    return Table(file, _places(header), _maybe_quoted(lines[1:]), len(lines) - 1)


def csv_rows(file: str, text: str) -> list[list[str]]:
    """The rows of comma-separated text, but for empty ones. Raises DataError."""
    try:
        return [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    except csv.Error as error:
        raise DataError(file, [Problem("", "is not CSV", str(error), "")]) from None


def _maybe_quoted(lines: Iterable[str]) -> Iterator[list[str]]:
    for line in lines:
        cells = line.split("\t")
        yield [_unquoted(cell) for cell in cells] if '"' in line else cells


def _unquoted(cell: str) -> str:
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        inner = cell[1:-1].replace('""', "\0")
        if '"' not in inner:
            return inner.replace("\0", '"')
    return cell


def _places(header: Iterable[object]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        places.setdefault(folded(name), place)
    return places


class Sheet(NamedTuple):
    """A sheet of a workbook, read as it is gone through; no row is narrower than one above."""

    title: str
    rows: Iterator[tuple[Any, ...]]


def sheets(file: str, raw: bytes) -> Iterator[Sheet]:
    """The sheets of a workbook. Raises DataError where it is none, or not a harmless one."""
    import warnings

    import openpyxl

    with _refusing(file), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that do not matter here
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for info in archive.infolist():
                limit = MAX_STRINGS if "sharedstrings" in info.filename.casefold() else MAX_SHEET
                if info.file_size > limit:
                    found = f"{info.filename}: {info.file_size:,} bytes announced"
                    raise DataError(file, [Problem("", "must not be so large", found, "")])
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        yield Sheet(sheet.title, _rows(file, sheet))


def _rows(file: str, sheet: Any) -> Iterator[tuple[Any, ...]]:
    import warnings

    with _refusing(file), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        width = 0
        for row in sheet.iter_rows(values_only=True):  # rows end with their last filled cell
            width = max(width, len(row))
            yield row if len(row) == width else (*row, *(None,) * (width - len(row)))


@contextmanager
def _refusing(file: str) -> Iterator[None]:
    """Makes a DataError of whatever a workbook does to its reader."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException

    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        ParseError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
        EOFError,
    ) as error:
        hostile = isinstance(error, DefusedXmlException)
        if hostile or isinstance(error.__context__, DefusedXmlException):  # openpyxl wraps it
            raise DataError(file, [Problem("", "must not define entities", "", "")]) from None
        problem = Problem("", "is not a whole workbook", str(error)[:80], "Download it again.")
        raise DataError(file, [problem]) from None


def is_workbook(raw: bytes) -> bool:
    return raw.startswith(b"PK")


def number(cell: object) -> float | None:
    """A number as numbers stand in official tables; None where none is published."""
    if isinstance(cell, int | float):
        return float(cell)
    text = str(cell or "").strip().replace(",", "").replace("$", "")
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None
