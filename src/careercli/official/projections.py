"""The Employment Projections of any cycle: the tables of occupations, or the web page's export.

The tables' numbers, the height of their headers and their wording change from cycle to cycle, so
the header is whatever is above the first code, and columns are known by their words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
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

NAME = "projections"
BY_HAND = (
    "Download the occupational projections from "
    "https://www.bls.gov/emp/tables.htm with a browser, then: careercli sources add FILE"
)
LICENCE = "public domain"
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


class Columns(NamedTuple):
    """The places of the columns; -1 for one that isn't there."""

    code: int
    title: int
    kind: int
    growth: int
    openings: int
    self_employed: int
    exit_rate: int
    transfer_rate: int
    separation_rate: int
    education: int
    experience: int
    training: int


MAIN = ("title", "growth", "openings", "education")
RATES = ("exit_rate", "transfer_rate")
"""Columns by which a table is known as the main one, and as the one of separations."""
PERCENTS = ("growth", "self_employed", *RATES, "separation_rate")
WORDS = ("education", "experience", "training")
SAID_NONE = ("", "\u2014", "-", "N/A")


class _ProjectionTable(NamedTuple):
    """A table with a code in each row, and the words above it, column by column."""

    name: str
    header: list[str]
    columns: Columns
    rows: Iterator[Sequence[str]]
    comma: bool

    def has(self, names: Iterable[str]) -> bool:
        return all(getattr(self.columns, name) >= 0 for name in names)


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
        refuse_web_page(member, BY_HAND)
        for title, rows, comma in _tables(member):
            seen.append(title)
            if not (table := _table(title, rows, comma=comma)):
                continue
            if not main and table.has(MAIN):
                tell(f"{member.name}, {title}")
                main, header = _records(member.name, table), table.header
            elif not rates and table.has(RATES):
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
        name=NAME,
        title=f"Employment Projections {years}".strip(),
        release=years,
        date=period[1] if period else "",
        rows=len(parts),
        occupations=len(parts.keys() - {ALL}),
        file=place,
        imported="",
        licence=LICENCE,
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
    columns = _columns(header, first)
    return columns and _ProjectionTable(name, header, columns, chain((first,), rows), comma)


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


def _columns(header: list[str], first: Sequence[str]) -> Columns | None:
    """The place of each column; None for a table without codes."""
    said = [re.sub(r"[\[(]\d[\])]", "", words).casefold() for words in header]

    def place(fits: Callable[[str], bool]) -> int:
        return next((index for index, words in enumerate(said) if fits(words)), -1)

    codes = [i for i, cell in enumerate(first) if CODE.fullmatch(cell.strip())]
    if not codes:
        return None
    return Columns(
        code=codes[0],
        title=place(lambda words: "title" in words),
        kind=place(lambda words: "occupation type" in words),
        growth=place(lambda words: "change" in words and "percent" in words),
        openings=place(lambda words: "openings" in words),
        self_employed=place(lambda words: "self" in words and "percent" in words),
        exit_rate=place(lambda words: "exit" in words and " rate" in words),
        transfer_rate=place(lambda words: "transfer" in words and " rate" in words),
        separation_rate=place(lambda words: "total" in words and "separations rate" in words),
        education=place(lambda words: "education" in words and "entry" in words),
        experience=place(lambda words: "experience" in words and "related" in words),
        training=place(lambda words: "training" in words),
    )


def _records(file: str, table: _ProjectionTable) -> dict[str, dict[str, Any]]:
    """What the line items of a table say, and its total, by code. Raises DataError."""
    columns, width = table.columns, len(table.header)
    records: dict[str, dict[str, Any]] = {}
    for cells in table.rows:
        row = [*cells, *[""] * (width - len(cells))]
        found = CODE.fullmatch(row[columns.code].strip())
        if not found:
            continue
        code = found[1]
        kind = row[columns.kind].strip().casefold() if columns.kind >= 0 else LINE_ITEM
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


def _whole(row: Sequence[str], columns: Columns, *, comma: bool) -> dict[str, Any]:
    """What a row says of an occupation. Raises ValueError for a cell that must be a number."""
    title = re.split(r"\s{2,}\*", row[columns.title].strip())[0].strip()
    whole: dict[str, Any] = {"title": title}
    for name in PERCENTS:
        place = getattr(columns, name)
        if place >= 0 and (percent := number(row[place], comma=comma)) is not None:
            whole[name] = percent
    openings = number(row[columns.openings], comma=comma) if columns.openings >= 0 else None
    if openings is not None:
        whole["openings"] = round(openings * 1000)
    for name in WORDS:
        place = getattr(columns, name)
        words = row[place].strip() if place >= 0 else ""
        if words not in SAID_NONE:
            whole[name] = words
    return whole
