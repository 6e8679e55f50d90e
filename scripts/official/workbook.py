"""Workbooks (.xlsx) read as a stream over zipfile and expat, row by row, within fixed limits.

What is read is an original file of a publisher, but nobody vouches for that: a row's own number
is ignored, so that a far row costs nothing; a far column, a document type (and with it every
entity) and an oversized cell or part are refused.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from posixpath import join, normpath
from typing import Any
from xml.parsers import expat

MAX_COLUMNS = 200
MAX_CELL = 32_767
"""Characters of one cell, as Excel itself limits them."""
MAX_SHEET = 256 * 2**20
"""Bytes of XML in one part, counted while it is unpacked."""
MAX_STRINGS = 24 * 2**20
"""Bytes of XML in the part with the shared strings, which are held in memory."""
MAX_INDEX = 9
"""Digits of a shared string's number."""
MAX_TAG = 2**20
"""Bytes of one tag with its attributes; expat reads an unfinished one again with every block."""
BLOCK = 2**16
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
PLAIN_DIGITS = 15
"""Digits of a number that a spreadsheet shows; the file may hold 17."""

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


class WorkbookError(ValueError):
    """The file is not a whole workbook, or is one that is refused."""


def sheet_names(book: zipfile.ZipFile) -> list[str]:
    """The names of the sheets, in the workbook's order. Raises WorkbookError."""
    return list(_sheets(book))


def rows(book: zipfile.ZipFile, sheet: str) -> Iterator[list[str]]:
    """The rows of a sheet that stand in the file, each as wide as its last cell.

    A cell is its text; a number as a spreadsheet shows it, at most 15 digits; a truth value TRUE
    or FALSE; an empty cell "". Rows that the file leaves out are not made up. Raises
    WorkbookError at whatever is refused, also after the first rows were given.
    """
    places = _sheets(book)
    if sheet not in places:
        raise WorkbookError(f"has no sheet {sheet!r}")
    strings = _shared_strings(book)
    reader = _Rows(strings)
    for _ in _parse(book, places[sheet], MAX_SHEET, reader.start, reader.end, reader.text):
        yield from reader.ready
        reader.ready.clear()


def _sheets(book: zipfile.ZipFile) -> dict[str, str]:
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
            ids[attributes.get("name", "")] = attributes.get(RELATION, "")

    _read(book, "xl/_rels/workbook.xml.rels", relation)
    _read(book, "xl/workbook.xml", sheet)
    return {name: targets[id_] for name, id_ in ids.items() if id_ in targets}


def _shared_strings(book: zipfile.ZipFile) -> list[str]:
    part = "xl/sharedStrings.xml"
    if part not in book.namelist():
        return []
    strings: list[str] = []
    cell = _Text()

    def start(name: str, _: dict[str, str]) -> None:
        if name == "si":
            cell.clear()
        cell.start(name)

    def end(name: str) -> None:
        cell.end(name)
        if name == "si":
            strings.append(cell.value())

    for _ in _parse(book, part, MAX_STRINGS, start, end, cell.add):
        pass
    return strings


class _Text:
    """The text of a cell: what stands in its `t` and `v` elements, but not in its phonetic runs."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.inside = False
        self.phonetic = False

    def clear(self) -> None:
        self.parts.clear()
        self.length = 0

    def start(self, name: str) -> None:
        if name == "rPh":
            self.phonetic = True
        elif name in ("t", "v"):
            self.inside = not self.phonetic

    def end(self, name: str) -> None:
        if name == "rPh":
            self.phonetic = False
        elif name in ("t", "v"):
            self.inside = False

    def add(self, text: str) -> None:
        if self.inside:
            self.length += len(text)
            if self.length > MAX_CELL:
                raise WorkbookError(f"has a cell of more than {MAX_CELL:,} characters")
            self.parts.append(text)

    def value(self) -> str:
        return "".join(self.parts)


class _Rows:
    """Makes rows out of a sheet's XML; those that are complete wait in `ready`."""

    def __init__(self, strings: list[str]) -> None:
        self.strings = strings
        self.ready: list[list[str]] = []
        self.row: list[str] = []
        self.column = 0
        self.kind = ""
        self.cell = _Text()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self.kind = attributes.get("t", "n")
            if reference := attributes.get("r"):
                self.column = _column(reference)
            if self.column >= MAX_COLUMNS:
                raise WorkbookError(f"has more than {MAX_COLUMNS} columns")
            self.cell.clear()
        elif name == "row":
            self.row, self.column = [], 0
        else:
            self.cell.start(name)

    def end(self, name: str) -> None:
        if name == "c":
            if self.cell.length:
                self.row.extend([""] * (self.column + 1 - len(self.row)))
                self.row[self.column] = self._value(self.cell.value())
            self.column += 1
        elif name == "row":
            self.ready.append(self.row)
        else:
            self.cell.end(name)

    def text(self, text: str) -> None:
        self.cell.add(text)

    def _value(self, text: str) -> str:
        if self.kind == "s":
            if not text.isdecimal() or len(text) > MAX_INDEX or int(text) >= len(self.strings):
                raise WorkbookError(f"names a shared string {text[:20]!r} that it does not have")
            return self.strings[int(text)]
        if self.kind == "b":
            return "TRUE" if text == "1" else "FALSE"
        if self.kind == "n" and (len(text) > PLAIN_DIGITS or "E" in text or "e" in text):
            try:
                return f"{float(text):.{PLAIN_DIGITS}g}"
            except ValueError:
                raise WorkbookError(f"has a number {text[:20]!r} that is none") from None
        return text


def _column(reference: str) -> int:
    """The place of a cell such as AB12, from 0; at once too large for more than three letters."""
    column = 0
    for letter in reference[:4]:
        if not "A" <= letter <= "Z":
            break
        column = 26 * column + ord(letter) - ord("A") + 1
    return column - 1 if column else MAX_COLUMNS


def _read(book: zipfile.ZipFile, part: str, start: Start) -> None:
    for _ in _parse(book, part, MAX_STRINGS, start, lambda _: None, lambda _: None):
        pass


def _parse(
    book: zipfile.ZipFile, part: str, limit: int, start: Start, end: End, text: End
) -> Iterator[None]:
    """Sends a part of the archive through expat, and stops after each block for the caller."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    # Elements are known by their names alone: the two editions of the standard differ in theirs.
    parser.StartElementHandler = lambda name, found: start(name.rpartition(" ")[2], found)
    parser.EndElementHandler = lambda name: end(name.rpartition(" ")[2])
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    size = 0
    try:
        with book.open(part) as file:
            while block := file.read(BLOCK):
                size += len(block)
                if size > limit:
                    raise WorkbookError(f"{part}: must be at most {limit:,} bytes")
                parser.Parse(block, False)
                if size - parser.CurrentByteIndex > MAX_TAG:
                    raise WorkbookError(f"{part}: has a tag of more than {MAX_TAG:,} bytes")
                yield
        parser.Parse(b"", True)
        yield
    except (
        expat.ExpatError,
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        EOFError,
        OSError,
        RuntimeError,  # encrypted, or packed in a way that is not known
    ) as error:
        raise WorkbookError(f"{part}: is not whole: {str(error)[:80]}") from None


def _refuse_doctype(*_: Any) -> None:
    raise WorkbookError("must not have a document type")
