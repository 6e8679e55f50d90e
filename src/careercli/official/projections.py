"""The Employment Projections of any cycle: the tables of occupations, or the web page's export.

The tables' numbers, the height of their headers and their wording change from cycle to cycle, so
the header is whatever is above the first code, and columns are known by their words.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import chain, islice
from typing import Any, NamedTuple

from careercli.errors import DataError, Problem
from careercli.model.datasets import Dataset
from careercli.official.dataset import ParsedDataset, ReportProgress
from careercli.official.files import Member, refuse_web_page
from careercli.official.recognize import PROJECTIONS, elsewhere
from careercli.official.survey_codes import (
    ALL,
    codes_by_title,
    is_like_code,
    restored,
    restored_note,
)
from careercli.official.survey_rows import NAMED_ROWS, refused_rows
from careercli.official.tables import (
    is_workbook,
    named_rows,
    number,
    writes_commas,
)
from careercli.text import excerpt

BY_HAND = (
    "Download the occupational projections from "
    "https://www.bls.gov/emp/tables.htm with a browser, then: careercli sources add FILE"
)
MAX_LINES = 10_000
"""Rows of a table; a cycle has about 1,100 with a code."""
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
    first_line: int
    comma: bool


def address(release: str) -> str:  # noqa: ARG001  # the site has one address for every cycle
    """Where the newest projections are downloaded."""
    return "https://www.bls.gov/emp/ind-occ-matrix/occupation.xlsx"


def read(
    place: str,
    found: Sequence[Member],
    wanted_release: str,
    tell: ReportProgress,
    titles: Mapping[str, str] | None = None,
) -> ParsedDataset:
    """The tables of occupational projections in the files.

    `titles` are titles of occupations -> their codes, to restore codes that a spreadsheet changed.
    Raises DataError.
    """
    main: dict[str, dict[str, Any]] = {}
    rates: dict[str, dict[str, Any]] = {}
    header: list[str] = []
    count = 0
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
                main, count = _records(member.name, table, titles or {})
                header = table.header
            elif not rates and table.columns.keys() >= RATES:
                tell(f"{member.name}, {title}")
                rates, _ = _records(member.name, table, titles or {})
            if main and rates:
                break
    if not main:
        rule = "has no table of occupational projections"
        where = "change in percent, openings, typical education"
        hint = elsewhere(found, PROJECTIONS) or BY_HAND
        raise DataError.of(place, where, rule, ", ".join(seen[:12]), hint)
    for code in main.keys() & rates.keys():
        main[code] |= {name: rates[code][name] for name in PERCENTS if name in rates[code]}
    return ParsedDataset(_dataset(place, wanted_release, header, main.keys(), count), main)


def _dataset(
    place: str, release: str, header: Iterable[str], codes: Collection[str], restored_codes: int
) -> Dataset:
    period = next((years for cell in header if (years := PERIOD.search(cell))), None)
    if period:
        release = f"{period[1]}\u2013{period[2]}"
    return Dataset(
        name="projections",
        title=f"Employment Projections {release}".strip(),
        release=release,
        date=period[1] if period else "",
        rows=len(codes),
        occupations=len({*codes} - {ALL}),
        file=place,
        imported="",
        licence="public domain",
        attribution="U.S. Bureau of Labor Statistics",
        notes=(restored_note(restored_codes),) if restored_codes else (),
        soc="2010" if period and int(period[1]) < FIRST_OF_SOC_2018 else "2018",
    )


def _tables(member: Member) -> Iterator[tuple[str, Iterator[list[str]], bool]]:
    """The tables in a file: name, rows, and whether numbers have a decimal comma."""
    with named_rows(member) as tables:
        for table in tables:
            with closing(table.rows()) as rows:
                comma = not is_workbook(member) and writes_commas(rows)
            with closing(table.rows()) as rows:
                yield table.title, rows, comma


def _table(name: str, rows: Iterator[Sequence[str]], *, comma: bool) -> _ProjectionTable | None:
    """The table under a header; None if no row near the beginning has a code."""
    header, first, line = _header(rows)
    if not header:
        return None
    columns = {"code": _code_places(first)[0]}
    for place, words in enumerate(header):
        said = re.sub(r"[\[(]\d[\])]", "", words).casefold()
        for name, needed in COLUMNS.items():
            if all(word in said for word in needed):
                columns.setdefault(name, place)
    return _ProjectionTable(name, header, columns, chain((first,), rows), line, comma)


def _header(rows: Iterator[Sequence[str]]) -> tuple[list[str], Sequence[str], int]:
    """The header's words column by column, the first row that has a code, and its number."""
    above: list[Sequence[str]] = []
    for row in islice(rows, MAX_HEADER):
        if _code_places(row):
            break
        above.append(row)
    else:
        return [], (), 0
    lines = [line for line in above if sum(cell != "" for cell in line) > 1]
    words = [""] * max(map(len, (row, *lines)))
    for index, line in enumerate(lines):
        is_last = index == len(lines) - 1
        carried = ""
        for place, cell in enumerate((*line, *[""] * (len(words) - len(line)))):
            text = " ".join(cell.split())
            carried = text or carried
            words[place] = f"{words[place]} {text if is_last else carried}".strip()
    return words, row, len(above) + 1


def _code_places(row: Sequence[str]) -> list[int]:
    """Where a row has codes; else where it has what a spreadsheet may have made of them."""
    cells = [cell.strip() for cell in row]
    codes = [place for place, cell in enumerate(cells) if CODE.fullmatch(cell)]
    return codes or [place for place, cell in enumerate(cells) if is_like_code(cell)]


def _records(
    file: str, table: _ProjectionTable, titles: Mapping[str, str]
) -> tuple[dict[str, dict[str, Any]], int]:
    """What the line items of a table say, and its total, by code; how many codes were restored.

    Raises DataError, once all rows were seen.
    """
    width = len(table.header)
    lines = [_cells(row, table.columns, width) for row in islice(table.rows, MAX_LINES)]
    if len(lines) == MAX_LINES:
        rule = f"must have fewer than {MAX_LINES:,} rows"
        raise DataError.of(file, table.name, rule, "more", "Is this the right file?")
    intact = (
        (cells["title"], match[1]) for cells in lines if (match := CODE.fullmatch(cells["code"]))
    )
    codes = codes_by_title(chain(titles.items(), intact))
    records: dict[str, dict[str, Any]] = {}
    problems = []
    count = 0
    for line, cells in enumerate(lines, table.first_line):
        if not _is_taken(cells):
            continue
        try:
            code, whole = _record(cells, codes, comma=table.comma)
            if records.setdefault(code, whole) != whole:
                raise ValueError("must not have other figures than an earlier row", code)
        except ValueError as error:
            rule, wrong = error.args
            where = f"{table.name}, line {line}"
            problems.append(Problem(where, rule, f"{wrong} for {cells['title']}", ""))
        else:
            count += not CODE.fullmatch(cells["code"])
    if problems:
        raise refused_rows(file, problems[:NAMED_ROWS], len(problems))
    return records, count


def _is_taken(cells: dict[str, str]) -> bool:
    """Whether a row is of one occupation, or of all together: no group, and not only a note."""
    is_item = cells.get("kind", LINE_ITEM).casefold() == LINE_ITEM
    if match := CODE.fullmatch(cells["code"]):
        return is_item or match[1] == ALL
    return is_item and any(cells.get(name) for name in (*PERCENTS, "openings"))


def _record(
    cells: dict[str, str], codes: Mapping[str, str], *, comma: bool
) -> tuple[str, dict[str, Any]]:
    """The code of a row and what it says. Raises ValueError of a rule and what was there."""
    match = CODE.fullmatch(cells["code"])
    code = match[1] if match else restored(cells["code"], cells["title"], codes)
    if not code:
        raise ValueError("must have an occupation code such as 11-2021", excerpt(cells["code"]))
    try:
        return code, _whole(cells, comma=comma)
    except ValueError as error:
        raise ValueError("must have numbers", f"{excerpt(str(error))} in {code}") from None


def _cells(row: Sequence[str], columns: dict[str, int], width: int) -> dict[str, str]:
    """What a row has under each column that is read; in the title no examples of titles."""
    padded = [*row, *[""] * (width - len(row))]
    cells = {name: padded[place].strip() for name, place in columns.items()}
    return cells | {"title": re.split(r"\s{2,}\*", cells.get("title", ""))[0].strip()}


def _whole(cells: dict[str, str], *, comma: bool) -> dict[str, Any]:
    """What a row says of an occupation. Raises ValueError for a cell that must be a number."""
    whole: dict[str, Any] = {"title": cells["title"]}
    for name in PERCENTS:
        if (percent := number(cells.get(name, ""), comma=comma)) is not None:
            whole[name] = percent
    if (openings := number(cells.get("openings", ""), comma=comma)) is not None:
        whole["openings"] = round(openings * 1000)
    return whole | {name: cells[name] for name in WORDS if cells.get(name, "") not in SAID_NONE}
