"""Workbooks (.xlsx) read as a stream over zipfile and expat, row by row, within fixed limits.

Nobody vouches for a download. Rows are counted, so one that is far below the others costs nothing,
but it isn't a part of the table and is refused. So are a far column, a document type (and with it
every entity), and an oversized cell, tag, part or number of rows.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import product
from posixpath import join, normpath
from string import ascii_uppercase, digits
from xml.parsers import expat

MAX_COLUMNS = 199
MAX_ROWS = 1_048_576
"""Rows of one sheet, as Excel itself limits them."""
MAX_GAP = 10_000
"""Rows without cells before a row that has some; official tables have none."""
MAX_CELL = 32_767
"""Characters of one cell, as Excel itself limits them."""
MAX_SHEET = 256 * 2**20
"""Bytes of XML in one part, counted while it is unpacked."""
MAX_UNPACKED = 2 * MAX_SHEET
"""Bytes of XML of all parts that are read of a workbook together."""
MAX_STRINGS = 24 * 2**20
"""Bytes of XML in the part with the shared strings, which are held in memory."""
MAX_STRING_COUNT = 400_000
"""Shared strings; the survey of all metropolitan areas has about 2,000."""
MAX_SHEETS = 100
MAX_INDEX = 9
"""Digits of a shared string's number."""
MAX_TAG = 2**20
"""Bytes of one tag with its attributes; expat reads an unfinished one again with every block."""
MAX_NAMES = 1_000
"""Different names of elements and attributes in one part; expat keeps each of them."""
MAX_DEPTH = 32
"""Elements inside one another."""
BLOCK = 2**16
RELATION = ":id"
"""How the attribute ends by which a sheet names its part."""
PLAIN_DIGITS = 15
"""Digits of a number that a spreadsheet shows; the file may hold 17."""
COLUMNS = {
    "".join(letters): place
    for place, letters in enumerate(
        (*product(ascii_uppercase), *product(ascii_uppercase, repeat=2))
    )
    if place < MAX_COLUMNS
}
"""The letters of a column -> its place, from 0."""

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


class WorkbookError(ValueError):
    """The file isn't a whole workbook, or is refused.

    where: the part of the archive; empty for the workbook as a whole
    rule: what must be true
    found: what was there instead
    """

    def __init__(self, where: str, rule: str, found: str = "") -> None:
        super().__init__(f"{where}: {rule} ({found})")
        self.where, self.rule, self.found = where, rule, found


class Workbook:
    """A workbook in an archive that stays open while its rows are read.

    sheets: the names of its sheets, in order

    Raises WorkbookError for whatever is refused.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = MAX_UNPACKED
        self._parts = self._sheet_parts()
        self.sheets = tuple(self._parts)

    def rows(self, sheet: str) -> Iterator[list[str]]:
        """The rows of a sheet that are in the file, each as wide as its last filled cell.

        A cell is its text; a number as a spreadsheet shows it, with at most 15 digits; a truth
        value TRUE or FALSE; an empty cell "". Rows that the file leaves out aren't made up.
        Raises WorkbookError, also after the first rows.
        """
        part = self._parts[sheet]
        reader = _RowReader(part, self._strings)
        for _ in self._parse(part, MAX_SHEET, reader.start, reader.end, reader.text):
            yield from reader.ready
            reader.ready.clear()

    def _sheet_parts(self) -> dict[str, str]:
        """The name of each sheet -> the part of the archive that holds it."""
        targets: dict[str, str] = {}
        ids: dict[str, str] = {}

        def relation(name: str, attributes: dict[str, str]) -> None:
            if name == "Relationship":
                target = attributes.get("Target", "")
                within = target[1:] if target.startswith("/") else join("xl", target)
                targets[attributes.get("Id", "")] = normpath(within)

        def sheet(name: str, attributes: dict[str, str]) -> None:
            if name == "sheet":
                id_ = (value for key, value in attributes.items() if key.endswith(RELATION))
                ids[attributes.get("name", "")] = next(id_, "")
                if len(ids) > MAX_SHEETS:
                    raise WorkbookError("xl/workbook.xml", f"must have at most {MAX_SHEETS} sheets")

        self._read("xl/_rels/workbook.xml.rels", relation)
        self._read("xl/workbook.xml", sheet)
        return {name: targets[id_] for name, id_ in ids.items() if id_ in targets}

    @cached_property
    def _strings(self) -> list[str]:
        part = "xl/sharedStrings.xml"
        reader = _StringReader(part)
        if part in self._archive.namelist():
            self._read(part, reader.start, reader.end, reader.text)
        return reader.strings

    def _read(
        self, part: str, start: Start, end: End = lambda _: None, text: End = lambda _: None
    ) -> None:
        starts, ends = _local_names(part, start, end)
        for _ in self._parse(part, MAX_STRINGS, starts, ends, text):
            pass

    def _parse(self, part: str, limit: int, start: Start, end: End, text: End) -> Iterator[None]:
        """Sends a part of the archive through expat, and stops after each block for the caller."""
        parser = expat.ParserCreate()
        names = parser.intern
        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = lambda *_: _refuse_doctype(part)
        size = 0
        try:
            with self._archive.open(part) as file:
                while block := file.read(BLOCK):
                    size += len(block)
                    if size > limit:
                        raise WorkbookError(part, f"must be at most {limit:,} bytes", "more")
                    self._left -= len(block)
                    if self._left < 0:
                        rule = f"must have at most {MAX_UNPACKED:,} bytes in all its parts"
                        raise WorkbookError("", rule, "more")
                    parser.Parse(block, False)
                    if size - parser.CurrentByteIndex > MAX_TAG:
                        rule = f"must have no tag of more than {MAX_TAG:,} bytes"
                        raise WorkbookError(part, rule, f"one at byte {parser.CurrentByteIndex:,}")
                    if len(names) > MAX_NAMES:
                        rule = f"must use at most {MAX_NAMES:,} names of elements and attributes"
                        raise WorkbookError(part, rule, "more")
                    yield
            parser.Parse(b"", True)
            yield
        except WorkbookError:
            raise
        except (
            expat.ExpatError,
            zipfile.BadZipFile,
            zlib.error,
            LookupError,  # a part that isn't there, an encoding that isn't known
            ValueError,
            EOFError,
            OSError,
            RuntimeError,  # encrypted, or packed in a way that isn't known
        ) as error:
            raise WorkbookError(part, "isn't a whole workbook", str(error)[:80]) from None


def _local_names(part: str, start: Start, end: End) -> tuple[Start, End]:
    """The handlers with names of elements without a prefix, and with a limit on depth."""
    local: dict[str, str] = {}
    depth = 0

    def starts(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise WorkbookError(part, f"must be at most {MAX_DEPTH} elements deep", "more")
        if name not in local:
            local[name] = name.rpartition(":")[2]
        start(local[name], attributes)

    def ends(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(local[name])

    return starts, ends


class _StringReader:
    """Gathers the shared strings: what is in their `t` elements, but not in phonetic runs."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.strings: list[str] = []
        self.content = ""
        self.inside = self.is_phonetic = False

    def start(self, name: str, _: dict[str, str]) -> None:
        if name == "si":
            self.content = ""
        elif name == "rPh":
            self.is_phonetic = True
        elif name in ("t", "v"):
            self.inside = not self.is_phonetic

    def end(self, name: str) -> None:
        if name == "si":
            self.strings.append(self.content)
            if len(self.strings) > MAX_STRING_COUNT:
                rule = f"must have at most {MAX_STRING_COUNT:,} shared strings"
                raise WorkbookError(self.part, rule, "more")
        elif name == "rPh":
            self.is_phonetic = False
        elif name in ("t", "v"):
            self.inside = False

    def text(self, text: str) -> None:
        if self.inside:
            self.content += text
            if len(self.content) > MAX_CELL:
                raise _too_long(self.part, text)


class _RowReader:
    """Makes rows out of a sheet's XML; those that are complete wait in `ready`.

    Each of a sheet's millions of cells takes five calls. So names are compared whole, with the
    prefix of the root, and whatever is rare is elsewhere.
    """

    __slots__ = (
        *("cell", "column", "content", "depth", "inside", "is_phonetic", "kind", "line"),
        *("last", "number", "part", "ready", "row", "rows", "strings", "value"),
    )

    def __init__(self, part: str, strings: list[str]) -> None:
        self.part = part
        self.strings = strings
        self.ready: list[list[str]] = []
        self.cell = self.value = self.line = ""
        """The names of the elements for a cell, its value and a row."""
        self.row: list[str] | None = None
        self.number = ""
        """What the row that is open says of its place in the sheet."""
        self.rows = self.depth = self.column = self.last = 0
        self.kind: str | None = None
        """The type of the cell that is open."""
        self.inside = self.is_phonetic = False
        self.content = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == self.value and not self.inside:
            self.inside = True
        elif name == self.cell and self.kind is None:
            self.kind = attributes.get("t", "n")
            self.content = ""
            if reference := attributes.get("r"):
                place = COLUMNS.get(reference.rstrip(digits), MAX_COLUMNS)
                if place < self.column:
                    rule = "must have the cells of a row in order"
                    raise WorkbookError(self.part, rule, f"a cell {reference[:20]}")
                self.column = place
            if self.column >= MAX_COLUMNS:
                rule = f"must have at most {MAX_COLUMNS} columns"
                found = f"a cell {reference[:20]}" if reference else "more"
                raise WorkbookError(self.part, rule, found)
        else:
            self.start_other(name, attributes)

    def start_other(self, name: str, attributes: dict[str, str]) -> None:
        if name == self.line and self.row is None:
            self.row, self.column = [], 0
            self.number = attributes.get("r", "")
            self.rows += 1
            if self.rows > MAX_ROWS:
                raise WorkbookError(self.part, f"must have at most {MAX_ROWS:,} rows", "more")
            return
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise WorkbookError(self.part, f"must be at most {MAX_DEPTH} elements deep", "more")
        prefix, colon, local = name.rpartition(":")
        if self.depth == 1:
            root = prefix + colon
            self.cell, self.value, self.line = f"{root}c", f"{root}v", f"{root}row"
        elif local == "rPh":
            self.is_phonetic = True
        elif local == "t":
            self.inside = not self.is_phonetic

    def end(self, name: str) -> None:
        if name == self.value:
            self.inside = False
        elif name == self.cell:
            row = self.row
            if self.content and row is not None:
                if self.column == len(row):
                    row.append(self.text_of_cell())
                else:
                    row.extend([""] * (self.column + 1 - len(row)))
                    row[self.column] = self.text_of_cell()
            self.column += 1
            self.kind = None
        else:
            self.end_other(name)

    def end_other(self, name: str) -> None:
        if name == self.line:
            if self.row is not None:
                self.end_row(self.row)
            self.row = None
            return
        self.depth -= 1
        local = name.rpartition(":")[2]
        if local == "rPh":
            self.is_phonetic = False
        elif local == "t":
            self.inside = False

    def end_row(self, row: list[str]) -> None:
        """Keeps a row. Raises WorkbookError for one that is far below the one before it."""
        if row:
            number = self.number
            is_plain = number.isdecimal() and len(number) <= PLAIN_DIGITS
            place = int(number) if is_plain else self.last + 1
            if place > self.last + MAX_GAP or len(number) > PLAIN_DIGITS:
                rule = f"must have no row more than {MAX_GAP:,} rows below the one before it"
                raise WorkbookError(self.part, rule, f"row {number[:20]}")
            self.last = place
        self.ready.append(row)

    def text(self, text: str) -> None:
        if self.inside:
            self.content += text
            if len(self.content) > MAX_CELL:
                raise _too_long(self.part, self.content)

    def text_of_cell(self) -> str:
        content, kind = self.content, self.kind
        if kind == "n":
            if content.isdecimal() and len(content) <= PLAIN_DIGITS:
                return content
            return self.plain(content)
        if kind == "s":
            if content.isdecimal() and len(content) <= MAX_INDEX:
                index = int(content)
                if index < len(self.strings):
                    return self.strings[index]
            rule = "must name shared strings that the workbook has"
            raise WorkbookError(self.part, rule, content[:20])
        if kind == "b":
            return "TRUE" if content == "1" else "FALSE"
        return content

    def plain(self, content: str) -> str:
        """A number without an exponent, and without digits that only tell how it was stored."""
        if len(content) <= PLAIN_DIGITS and "E" not in content and "e" not in content:
            return content
        try:
            return f"{float(content):.{PLAIN_DIGITS}g}"
        except ValueError:
            raise WorkbookError(self.part, "must have numbers", content[:20]) from None


def _too_long(part: str, content: str) -> WorkbookError:
    rule = f"must have no cell of more than {MAX_CELL:,} characters"
    return WorkbookError(part, rule, f"{content[:20]}...")


def _refuse_doctype(part: str) -> None:
    raise WorkbookError(part, "must not have a document type", "a DOCTYPE")
