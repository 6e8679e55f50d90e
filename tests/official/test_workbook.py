"""Workbooks: what is in them row by row, and each way in which a hostile one is refused."""

import zipfile
from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest

from careercli.errors import DataError
from careercli.official import workbook
from careercli.official.files import members
from careercli.official.tables import named_rows
from tests.support import official
from tests.support.official import packed_workbook, sheet_of
from tests.support.running import Run


def rows(path: Path) -> dict[str, list[list[str]]]:
    with members(path, "By hand.") as (member,), named_rows(member) as found:
        return {sheet.title: list(sheet.rows()) for sheet in found}


def one_sheet(path: Path, xml: str | bytes, strings: str = "") -> Path:
    raw = sheet_of(xml) if isinstance(xml, str) else xml
    return packed_workbook(path / "national_M2025_dl.xlsx", {"a": raw}, strings.encode())


def test_sheets_and_their_cells_are_read_in_order(tmp_path: Path) -> None:
    path = official.workbook(
        tmp_path / "a.xlsx", {"First & last": [("Code", None, 1.5), (), ("x", "<y>")], "b": [(7,)]}
    )
    assert rows(path) == {"First & last": [["Code", "", "1.5"], [], ["x", "<y>"]], "b": [["7"]]}


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A1"><v>26.129999999999999</v></c>', "26.13"),
        ('<c r="A1"><v>1.2E5</v></c>', "120000"),
        ('<c r="A1" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="str"><f>A2&amp;"c"</f><v>abc</v></c>', "abc"),
        ('<c r="A1" t="s"><v>1</v></c>', "two parts"),
        ("<c><v>5</v></c>", "5"),
    ],
)
def test_a_cell_is_what_a_spreadsheet_shows(tmp_path: Path, cell: str, text: str) -> None:
    strings = (
        "<sst><si><t>one</t></si>"
        "<si><r><t>two </t></r><r><t>parts</t></r><rPh><t>zwei</t></rPh></si></sst>"
    )
    path = one_sheet(tmp_path, f"<row>{cell}</row>", strings)
    assert rows(path) == {"a": [[text]]}


def test_rows_without_cells_may_be_as_far_as_numbers_go(tmp_path: Path) -> None:
    path = one_sheet(tmp_path, '<row r="9"><c><v>1</v></c></row><row r="1048576"/>')
    assert rows(path) == {"a": [["1"], []]}


def test_elements_may_have_a_prefix(tmp_path: Path) -> None:
    xml = (
        '<x:worksheet xmlns:x="any"><x:sheetData><x:row><x:c r="B1"><x:v>1</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    assert rows(one_sheet(tmp_path, xml.encode())) == {"a": [["", "1"]]}


FAR = '<row r="1"><c r="A1"><v>1</v></c><c r="{}"><v>2</v></c></row>'
ENTITIES = b"""<?xml version="1.0"?>
<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]>
<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&y;</t></is></c></row></sheetData>
</worksheet>"""
OUTSIDE = ENTITIES.replace(b'"xxxxxxxxxx"', b'SYSTEM "file:///etc/passwd"')
HOSTILE = {
    "far column": (sheet_of(FAR.format("XFD1048576")), "at most 199 columns"),
    "200th column": (sheet_of(FAR.format("GR1")), "at most 199 columns"),
    "far row": (
        sheet_of('<row r="1"/><row r="1048576"><c><v>1</v></c></row>'),
        "no row more than 10,000 rows below the one before it",
    ),
    "columns that don't end": (
        sheet_of(f"<row>{'<c><v>1</v></c>' * 300}</row>"),
        "at most 199 columns",
    ),
    "one cell again and again": (
        sheet_of('<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
        "the cells of a row in order",
    ),
    "entities": (ENTITIES, "must not have a document type"),
    "entities from outside": (OUTSIDE, "must not have a document type"),
    "giant cell": (
        sheet_of(f'<row><c t="inlineStr"><is><t>{"a" * 40_000}</t></is></c></row>'),
        "no cell of more than 32,767 characters",
    ),
    "giant tag": (
        sheet_of(f'<row x="{"a" * 3_000_000}"><c><v>1</v></c></row>'),
        "no tag of more than",
    ),
    "deep": (sheet_of("<a>" * 100_000), "at most 32 elements deep"),
    "deep in cells": (sheet_of("<row><c>" * 100_000), "at most 32 elements deep"),
    "deep in values": (sheet_of("<row><c>" + "<v>" * 100_000), "at most 32 elements deep"),
    "a new name each time": (
        sheet_of("".join(f"<a{n}/>" for n in range(50_000))),
        "at most 1,000 names",
    ),
    "a new attribute each time": (
        sheet_of("".join(f'<row a{n}=""/>' for n in range(50_000))),
        "at most 1,000 names",
    ),
    "a string that isn't there": (
        sheet_of('<row><c r="A1" t="s"><v>7</v></c></row>'),
        "shared strings that the workbook has",
    ),
    "a number that isn't one": (sheet_of("<row><c><v>1e</v></c></row>"), "must have numbers"),
    "cut short": (b"<worksheet><sheetData><row>", "isn't a whole workbook"),
    "an unknown encoding": (b'<?xml version="1.0" encoding="x"?><a/>', "isn't a whole workbook"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_with_its_place(run: Run, tmp_path: Path, name: str) -> None:
    xml, rule = HOSTILE[name]
    path = one_sheet(tmp_path, xml)
    result = run("sources", "add", "--yes", "--kind=oews", str(path))
    assert (result.code, result.out) == (1, "")
    assert rule in result.err
    assert "xl/worksheets/sheet1.xml" in result.err
    assert "Download the file again; nothing was changed." in result.err
    assert rule in run("sources", "add", str(path)).err  # also if it isn't known what it is


def written(path: Path, part: str, blocks: Iterator[bytes]) -> Path:
    """A workbook with a large part, which is never whole in memory."""
    one_sheet(path, "")
    target = path / "large_M2025.xlsx"
    with (
        zipfile.ZipFile(path / "national_M2025_dl.xlsx") as plain,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
    ):
        for name in plain.namelist():
            if name != part:
                archive.writestr(name, plain.read(name))
        with archive.open(part, "w", force_zip64=True) as file:
            for block in blocks:
                file.write(block)
    return target


SHEET = "xl/worksheets/sheet1.xml"
START = b"<worksheet><sheetData>"


@pytest.mark.parametrize(
    ("part", "blocks", "rule"),
    [
        (SHEET, chain([START], repeat(b"<row/>" * 100_000, 20)), "at most 1,048,576 rows"),
        (SHEET, chain([START], repeat(b" " * 10_000_000, 30)), "at most 268,435,456 bytes"),
        (
            "xl/sharedStrings.xml",
            chain([b"<sst>"], repeat(b"<si/>" * 100_000, 5)),
            "at most 400,000 shared strings",
        ),
        (
            "xl/sharedStrings.xml",
            chain([b"<sst>"], repeat(b" " * 10_000_000, 3)),
            "at most 25,165,824 bytes",
        ),
    ],
)
def test_a_part_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, part: str, blocks: Iterator[bytes], rule: str
) -> None:
    path = written(tmp_path, part, blocks)
    assert path.stat().st_size < 3_000_000
    with pytest.raises(DataError, match=rule):
        rows(path)


def test_too_many_sheets_are_refused(tmp_path: Path) -> None:
    many = {f"sheet {number}": sheet_of("") for number in range(workbook.MAX_SHEETS + 1)}
    with pytest.raises(DataError, match="at most 100 sheets"):
        rows(packed_workbook(tmp_path / "a.xlsx", many))


def test_a_guide_is_checked_against_no_hostile_workbook(run: Run, tmp_path: Path) -> None:
    guide = tmp_path / "guide.toml"
    guide.write_text("slug = 1\n")
    path = one_sheet(tmp_path, ENTITIES)
    result = run("guide", "check", str(guide), "--against", str(path))
    assert result.code == 1
    assert "must not have a document type" in result.err
