"""Tables in the shapes that official files have: tabs, commas, semicolons, workbooks.

Columns are found by name, whatever their order, their case and the punctuation around them. Rows
are read one at a time; a line that is cut short is a problem with its place, never a guess.
"""

import codecs
import csv
import io
import re
import zipfile
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import chain, islice
from operator import itemgetter
from typing import NamedTuple

from careercli.errors import DataError
from careercli.official.files import MAX_MEMBER, Member, is_packed, refuse_long_directory
from careercli.official.workbook import MAX_COLUMNS, MAX_ROWS, Workbook, WorkbookError
from careercli.text import excerpt

MAX_LINE = 2_000_000
"""Characters of a line of text."""
SAMPLE = 2_000
"""Rows that are looked at to tell how numbers are written."""
AGAIN = "Download the file again; nothing was changed."
ABSENT = ("", "\u2014", "-")
"""How a cell for a number says that it has nothing."""
POINT = re.compile(r"-?\$?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?|-?\$?\.\d+")
COMMA = re.compile(r"-?\$?(\d+|\d{1,3}([.\u00a0 ]\d{3})+)(,\d*)?|-?\$?,\d+")
"""A number with a decimal point, or comma, and the digits before it perhaps in groups of three."""
MAX_DIGITS = 18
"""Characters of a number."""


def folded(name: object) -> str:
    """A file's or column's name with case, spacing and punctuation aside: `O*NET-SOC Code`,
    `onet_soc_code` and `ONETSOC CODE` are one."""
    return re.sub(r"[^a-z0-9]", "", str(name).casefold())


class Table:
    """Rows under named columns, to be read once.

    file: its file's name, for problems
    columns: folded name -> place
    length: the number of rows that were read so far
    """

    def __init__(self, file: str, header: Iterable[object], rows: Iterable[Sequence[str]]) -> None:
        self.file = file
        self.columns: dict[str, int] = {}
        for place, name in enumerate(header):
            self.columns.setdefault(folded(name), place)
        self.length = 0
        self._rows = rows

    def select(self, *names: str) -> Iterator[tuple[str, ...]]:
        """The cells under the named columns, row by row; "" for a column that isn't there.

        Empty rows are left out. Raises DataError for a row that ends before the last of them.
        """
        places = [self.columns.get(name) for name in names]
        lacking = None in places
        pick = itemgetter(*(-1 if place is None else place for place in places))
        try:
            for number, cells in enumerate(self._rows, 1):
                if cells:
                    self.length = number
                    yield pick((*cells, "")) if lacking else pick(cells)
        except IndexError:
            raise self.problem("has fewer columns than the header", "") from None

    def problem(self, rule: str, found: str) -> DataError:
        """A problem of the row that was read last, to raise."""
        return DataError.of(self.file, f"line {self.length + 1}", rule, found, AGAIN)


@contextmanager
def text_table(
    member: Member, *, max_rows: int = MAX_ROWS, max_text: int = MAX_MEMBER
) -> Iterator[Table]:
    """A table of text, while its file is open: columns separated by tabs as shipped, or by commas
    or semicolons as spreadsheets save them.

    Tables with tabs have no quoting, so a quotation mark is one; only a cell that is whole between
    quotation marks with those inside doubled was saved again, and loses them. `max_text` is in
    characters. Raises DataError, also while rows are read.
    """
    with closing(text_rows(member, max_rows=max_rows, max_text=max_text)) as rows:
        yield Table(member.name, next(rows, []), rows)


def text_rows(
    member: Member, *, max_rows: int = MAX_ROWS, max_text: int = MAX_MEMBER
) -> Generator[list[str], None, None]:
    """The rows of a table of text; an empty line is a row without cells. Raises DataError."""
    head = member.head()
    is_wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding, errors = ("utf-16", "replace") if is_wide else ("utf-8-sig", WINDOWS)
    with io.TextIOWrapper(member.stream(), encoding, errors, newline="") as file:
        lines = _lines(member, file, max_rows, max_text)
        header = next(lines, "")
        if "\t" in header:
            for line in chain((header,), lines):
                text = line.rstrip("\r\n")
                cells = text.split("\t") if text else []
                yield [_unquoted(cell) for cell in cells] if '"' in text else cells
            return
        delimiter = ";" if header.count(";") > header.count(",") else ","
        rows = csv.reader(chain((header,), lines), delimiter=delimiter)
        try:
            for row in rows:
                if len(row) > MAX_COLUMNS:
                    rule = f"must have at most {MAX_COLUMNS} columns"
                    raise _too_large(member, rows.line_num, rule, f"{len(row):,}")
                yield row
        except csv.Error as error:
            raise DataError.of(
                member.name, f"line {rows.line_num}", "isn't CSV", str(error), AGAIN
            ) from None


def _lines(member: Member, file: io.TextIOWrapper, max_rows: int, max_text: int) -> Iterator[str]:
    length = 0
    for number, line in enumerate(iter(lambda: file.readline(MAX_LINE + 1), ""), 1):
        length += len(line)
        if number > max_rows:
            raise _too_large(member, number, f"must have at most {max_rows:,} lines", "more")
        if len(line) > MAX_LINE:
            rule = f"must have at most {MAX_LINE:,} characters"
            raise _too_large(member, number, rule, excerpt(line[:100]))
        if length > max_text:
            rule = f"must end within {max_text:,} characters"
            raise _too_large(member, number, rule, "more")
        yield line


def _too_large(member: Member, number: int, rule: str, found: str) -> DataError:
    return DataError.of(member.name, f"line {number}", rule, found, AGAIN)


WINDOWS = "careercli-windows"
"""Reads the bytes of a text that isn't UTF-8 as Windows' own encoding."""


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error(WINDOWS, _as_windows)


def _unquoted(cell: str) -> str:
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        inner = cell[1:-1].replace('""', "\0")
        if '"' not in inner:
            return inner.replace("\0", '"')
    return cell


class NamedRows(NamedTuple):
    """The rows of a sheet of a workbook, or of a file of text, under its name.

    title: that name
    rows: reads them from the start; each row as `Workbook.rows` or `text_rows` has it
    """

    title: str
    rows: Callable[[], Generator[list[str], None, None]]

    def table(self, file: str) -> Table:
        """These rows as a table under the first of them; no row is narrower than that."""
        rows = self.rows()
        header = next(rows, [])
        width = len(header)
        wide = (cells and [*cells, *[""] * (width - len(cells))] for cells in rows)
        return Table(file, header, wide)


@contextmanager
def named_rows(member: Member) -> Iterator[list[NamedRows]]:
    """The rows of each sheet of a workbook, or of a file of text, while its file is open.

    Raises DataError, also while rows are read, for what isn't a whole workbook or is refused.
    """
    name = member.name
    if not is_workbook(member):
        yield [NamedRows(name, partial(text_rows, member))]
        return

    def rows(book: Workbook, title: str) -> Generator[list[str], None, None]:
        with _refusing(name):
            yield from book.rows(title)

    with member.file() as file:
        refuse_long_directory(name, file)
        with _refusing(name):
            archive = zipfile.ZipFile(file)
        with archive:
            with _refusing(name):
                book = Workbook(archive)
            yield [NamedRows(title, partial(rows, book, title)) for title in book.sheets]


@contextmanager
def _refusing(file: str) -> Iterator[None]:
    """Makes a DataError of what a workbook is refused for."""
    try:
        yield
    except WorkbookError as error:
        raise DataError.of(file, error.where, error.rule, error.found, AGAIN) from None
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise DataError.of(file, "", "isn't a whole workbook", str(error)[:80], AGAIN) from None


def is_workbook(member: Member) -> bool:
    return is_packed(member.head())


def number(cell: str, *, comma: bool = False) -> float | None:
    """The number in a cell; None if it has nothing. Raises ValueError for anything else.

    `comma` says that a comma is before the decimals, as spreadsheets save them in many countries.
    """
    text = cell.strip()
    if text in ABSENT:
        return None
    if len(text) > MAX_DIGITS or not (COMMA if comma else POINT).fullmatch(text):
        raise ValueError(text)
    text = text.replace("$", "")
    if comma:
        text = re.sub(r"[.\u00a0 ]", "", text).replace(",", ".")
    return float(text.replace(",", ""))


def writes_commas(rows: Iterable[Iterable[str]]) -> bool:
    """Whether the numbers in the first rows have a decimal comma.

    Only what can't be read the other way counts. "45,070" says nothing: it has a comma between
    thousands, or three decimals. If both ways occur the file isn't read with commas, so that the
    cells that have them are refused.
    """
    commas = points = 0
    for row in islice(rows, SAMPLE):
        for text in row:
            cell = text.strip() if "," in text or "." in text else ""
            if cell and len(cell) <= MAX_DIGITS:
                is_point, is_comma = POINT.fullmatch(cell), COMMA.fullmatch(cell)
                commas += bool(is_comma and not is_point)
                points += bool(is_point and not is_comma)
    return commas > 0 and points == 0
