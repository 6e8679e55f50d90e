"""The Employment Projections of any cycle: the tables of occupations, or the web page's export.

The tables' numbers, the height of their headers and their wording change from cycle to cycle, so
the header is whatever is above the first code, and columns are known by their words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, islice
from typing import Any, NamedTuple

from careercli.errors import DataError, Problem
from careercli.model.occupation import Dataset
from careercli.official.dataset import ParsedDataset, ReportProgress
from careercli.official.files import Member, refuse_web_page
from careercli.official.recognize import PROJECTIONS, elsewhere
from careercli.official.tables import (
    is_workbook,
    number,
    sheets,
    text_rows,
    writes_commas,
)
from careercli.text import excerpt

BY_HAND = (
    "Download the occupational projections from "
    "https://www.bls.gov/emp/tables.htm with a browser, then: careercli sources add FILE"
)
ALL = "00-0000"
"""The code of all occupations together."""
MAX_OCCUPATIONS = 5_000
"""Codes of a table; a cycle has about 1,100."""
CODE = re.compile(r'(?:=")?(\d\d-\d{4})"?')
PERIOD = re.compile(r"(20\d\d)\s*[-\u2013]\s*(?:20)?(\d\d)\b")
MAX_HEADER = 8
FIRST_OF_SOC_2018 = 2019
LINE_ITEM = "line item"
"""The type of a row for one occupation, not a group."""


COLUMNS = {
    "title": ("title",),
    "kind": ("occupation type",),
    "growth": ("change", "percent"),
    "openings": ("openings",),
    "self_employed": ("self", "percent"),
    "exit_rate": ("exit", " rate"),
    "transfer_rate": ("transfer", " rate"),
    "separation_rate": ("total", "separations rate"),
    "education": ("education", "entry"),
    "experience": ("experience", "related"),
    "training": ("training",),
}
"""What is read -> words that are all in its column's header."""
MAIN = {"title", "growth", "openings", "education"}
RATES = {"exit_rate", "transfer_rate"}
"""Columns by which a table is known as the main one, and as the one of separations."""
PERCENTS = ("growth", "self_employed", "exit_rate", "transfer_rate", "separation_rate")
WORDS = ("education", "experience", "training")
SAID_NONE = ("", "\u2014", "-", "N/A")


class _ProjectionTable(NamedTuple):
    """A table with a code in each row, and the words above it, column by column.

    columns: `code` and those of COLUMNS that are there -> their places
    comma: whether numbers have a decimal comma
    """

    name: str
    header: list[str]
    columns: dict[str, int]
    rows: Iterator[Sequence[str]]
    comma: bool


def address(release: str) -> str:  # noqa: ARG001  # the site has one address for every cycle
    """Where the newest projections are downloaded."""
    return "https://www.bls.gov/emp/ind-occ-matrix/occupation.xlsx"


def read(
    place: str, found: Sequence[Member], wanted_release: str, tell: ReportProgress
) -> ParsedDataset:
    """The tables of occupational projections in the files. Raises DataError."""
    main: dict[str, dict[str, Any]] = {}
    rates: dict[str, dict[str, Any]] = {}
    header: list[str] = []
    seen = []
    for member in found:
        if not member.name.casefold().endswith((".xlsx", ".csv")):
            continue
        refuse_web_page(member.name, member.head(), BY_HAND)
        for title, rows, comma in _tables(member):
            seen.append(title)
            if not (table := _table(title, rows, comma=comma)):
                continue
            if not main and table.columns.keys() >= MAIN:
                tell(f"{member.name}, {title}")
                main, header = _records(member.name, table), table.header
            elif not rates and table.columns.keys() >= RATES:
                tell(f"{member.name}, {title}")
                rates = _records(member.name, table)
            if main and rates:
                break
    if not main:
        rule = "has no table of occupational projections"
        where = "change in percent, openings, typical education"
        hint = elsewhere(found, PROJECTIONS) or BY_HAND
        raise DataError(place, [Problem(where, rule, ", ".join(seen[:12]), hint)])
    for code in main.keys() & rates.keys():
        main[code] |= {name: rates[code][name] for name in PERCENTS if name in rates[code]}
    return _data_set(place, wanted_release, header, main)


def _data_set(
    place: str, release: str, header: Iterable[str], parts: dict[str, dict[str, Any]]
) -> ParsedDataset:
    period = next((found for cell in header if (found := PERIOD.search(cell))), None)
    years = f"{period[1]}\u2013{period[2]}" if period else release
    dataset = Dataset(
        name="projections",
        title=f"Employment Projections {years}".strip(),
        release=years,
        date=period[1] if period else "",
        rows=len(parts),
        occupations=len(parts.keys() - {ALL}),
        file=place,
        imported="",
        licence="public domain",
        attribution="U.S. Bureau of Labor Statistics",
        soc="2010" if period and int(period[1]) < FIRST_OF_SOC_2018 else "2018",
    )
    return ParsedDataset(dataset, parts)


def _tables(member: Member) -> Iterator[tuple[str, Iterator[list[str]], bool]]:
    """The tables in a file: name, rows, and whether numbers have a decimal comma."""
    if is_workbook(member):
        with sheets(member) as found:
            for sheet in found:
                with closing(sheet.rows()) as rows:
                    yield sheet.title, rows, False
        return
    with closing(text_rows(member)) as rows:
        comma = writes_commas(rows)
    with closing(text_rows(member)) as rows:
        yield member.name, rows, comma


def _table(name: str, rows: Iterator[Sequence[str]], *, comma: bool) -> _ProjectionTable | None:
    """The table under a header; None if no row near the beginning has a code."""
    header, first = _header(rows)
    code = next((place for place, cell in enumerate(first) if CODE.fullmatch(cell.strip())), None)
    if code is None:
        return None
    columns = {"code": code}
    for place, words in enumerate(header):
        said = re.sub(r"[\[(]\d[\])]", "", words).casefold()
        for name, needed in COLUMNS.items():
            if all(word in said for word in needed):
                columns.setdefault(name, place)
    return _ProjectionTable(name, header, columns, chain((first,), rows), comma)


def _header(rows: Iterator[Sequence[str]]) -> tuple[list[str], Sequence[str]]:
    """The header's words column by column, and the first row that has a code."""
    above: list[Sequence[str]] = []
    for row in islice(rows, MAX_HEADER):
        if any(CODE.fullmatch(cell.strip()) for cell in row):
            break
        above.append(row)
    else:
        return [], ()
    lines = [line for line in above if sum(cell != "" for cell in line) > 1]
    words = [""] * max(map(len, (row, *lines)))
    for index, line in enumerate(lines):
        is_last = index == len(lines) - 1
        carried = ""
        for place, cell in enumerate((*line, *[""] * (len(words) - len(line)))):
            text = " ".join(cell.split())
            carried = text or carried
            words[place] = f"{words[place]} {text if is_last else carried}".strip()
    return words, row


def _records(file: str, table: _ProjectionTable) -> dict[str, dict[str, Any]]:
    """What the line items of a table say, and its total, by code. Raises DataError."""
    columns, width = table.columns, len(table.header)
    records: dict[str, dict[str, Any]] = {}
    for cells in table.rows:
        row = [*cells, *[""] * (width - len(cells))]
        match = CODE.fullmatch(row[columns["code"]].strip())
        if not match:
            continue
        code = match[1]
        kind = row[columns["kind"]].strip().casefold() if "kind" in columns else LINE_ITEM
        if kind != LINE_ITEM and code != ALL:
            continue
        try:
            records[code] = _whole(row, columns, comma=table.comma)
        except ValueError as error:
            rule, hint = "must have numbers", "Download the file again; nothing was changed."
            where = f"{table.name}, {code}"
            raise DataError(file, [Problem(where, rule, excerpt(str(error)), hint)]) from None
        if len(records) > MAX_OCCUPATIONS:
            rule = f"must have at most {MAX_OCCUPATIONS:,} occupations"
            raise DataError(file, [Problem(table.name, rule, "more", "Is this the right file?")])
    return records


def _whole(row: Sequence[str], columns: dict[str, int], *, comma: bool) -> dict[str, Any]:
    """What a row says of an occupation. Raises ValueError for a cell that must be a number."""
    cells = {name: row[place].strip() for name, place in columns.items()}
    whole: dict[str, Any] = {"title": re.split(r"\s{2,}\*", cells.get("title", ""))[0].strip()}
    for name in PERCENTS:
        if (percent := number(cells.get(name, ""), comma=comma)) is not None:
            whole[name] = percent
    if (openings := number(cells.get("openings", ""), comma=comma)) is not None:
        whole["openings"] = round(openings * 1000)
    return whole | {name: cells[name] for name in WORDS if cells.get(name, "") not in SAID_NONE}
