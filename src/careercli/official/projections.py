"""The Employment Projections of any cycle: the table of occupations, or the web page's export.

The table's number, its header's height and its wording change from cycle to cycle, so the
header is whatever stands above the first code, and columns are known by their words.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from careercli.errors import DataError, Problem
from careercli.model.occupation import Dataset
from careercli.official import onet
from careercli.official.dataset import OccupationRecord, ParsedDataset, ReportProgress
from careercli.official.files import Member, data_of
from careercli.official.tables import csv_rows, is_workbook, number, sheets
from careercli.text import decode

NAME = "projections"
WANTED = (
    "Download the occupational projections from "
    "https://www.bls.gov/emp/tables.htm with a browser, then: careercli import projections FILE"
)
BY_HAND = f"The site refuses scripts. {WANTED}"
LICENCE = "public domain"
ALL = "00-0000"
"""The code of all occupations together."""
CODE = re.compile(r'(?:=")?(\d\d-\d{4})"?')
PERIOD = re.compile(r"(20\d\d)\s*[-\u2013]\s*(?:20)?(\d\d)\b")
MAX_HEADER = 8
FIRST_OF_SOC_2018 = 2019


class Columns(NamedTuple):
    """Where the columns stand; -1 where there is none."""

    code: int
    title: int
    kind: int
    growth: int
    openings: int
    education: int
    experience: int
    training: int


def address(release: str) -> str:  # noqa: ARG001  # the site has one address for every cycle
    """Where the newest projections are downloaded."""
    return "https://www.bls.gov/emp/ind-occ-matrix/occupation.xlsx"


def read(
    place: str, found: Sequence[Member], wanted_release: str, tell: ReportProgress
) -> list[ParsedDataset]:
    """The table of occupational projections in the files. Raises DataError."""
    seen = []
    for member in found:
        if not member.name.casefold().endswith((".xlsx", ".csv")):
            continue
        raw = data_of(member, BY_HAND)
        for title, rows in _tables(member.name, raw):
            seen.append(title)
            if reading := _reading(rows, place, wanted_release):
                tell(f"{member.name}, {title}")
                return [reading]
    rule = "has no table of occupational projections"
    where = "change in percent, openings, typical education"
    hint = onet.elsewhere(found) or WANTED
    raise DataError(place, [Problem(where, rule, ", ".join(seen[:12]), hint)])


def _tables(file: str, raw: bytes) -> Iterator[tuple[str, Iterator[Sequence[Any]]]]:
    if is_workbook(raw):
        for sheet in sheets(file, raw):
            yield sheet.title, sheet.rows
    else:
        yield file, iter(csv_rows(file, decode(raw)))


def _reading(rows: Iterator[Sequence[Any]], place: str, release: str) -> ParsedDataset | None:
    header, first = _header(rows)
    columns = _columns(header, first)
    if columns is None:
        return None
    period = next((found for cell in header if (found := PERIOD.search(cell))), None)
    years = f"{period[1]}\u2013{period[2]}" if period else release
    parts = list(_parts((first, *rows), columns))
    title = f"Employment Projections {years}".strip()
    dataset = Dataset(
        name=NAME,
        title=title,
        release=years,
        date=period[1] if period else "",
        rows=len(parts),
        occupations=sum(part.code != ALL for part in parts),
        file=place,
        imported="",
        licence=LICENCE,
        attribution="U.S. Bureau of Labor Statistics",
        soc="2010" if period and int(period[1]) < FIRST_OF_SOC_2018 else "2018",
    )
    return ParsedDataset(dataset, parts)


def _header(rows: Iterator[Sequence[Any]]) -> tuple[list[str], Sequence[Any]]:
    """The header's words column by column, and the first row that has a code."""
    above: list[Sequence[Any]] = []
    for row in islice(rows, MAX_HEADER):
        if any(CODE.fullmatch(str(cell).strip()) for cell in row if cell):
            break
        above.append(row)
    else:
        return [], ()
    lines = [line for line in above if sum(cell not in (None, "") for cell in line) > 1]
    words = [""] * len(row)
    for index, line in enumerate(lines):
        carried = ""
        for place, cell in enumerate(line[: len(words)]):
            text = "" if cell is None else " ".join(str(cell).split())
            carried = text or carried
            stands = carried if index < len(lines) - 1 else text
            words[place] = f"{words[place]} {stands}".strip()
    return words, row


def _columns(header: list[str], first: Sequence[Any]) -> Columns | None:
    """Where everything stands; None where this is another table."""
    said = [re.sub(r"[\[(]\d[\])]", "", words).casefold() for words in header]

    def place(fits: Callable[[str], bool]) -> int:
        return next((index for index, words in enumerate(said) if fits(words)), -1)

    codes = [i for i, cell in enumerate(first) if cell and CODE.fullmatch(str(cell).strip())]
    if not codes:
        return None
    columns = Columns(
        code=codes[0],
        title=place(lambda words: "title" in words),
        kind=place(lambda words: "occupation type" in words),
        growth=place(lambda words: "change" in words and "percent" in words),
        openings=place(lambda words: "openings" in words),
        education=place(lambda words: "education" in words and "entry" in words),
        experience=place(lambda words: "experience" in words and "related" in words),
        training=place(lambda words: "training" in words),
    )
    needed = (columns.title, columns.growth, columns.openings, columns.education)
    return None if -1 in needed else columns


def _parts(rows: Iterable[Sequence[Any]], columns: Columns) -> Iterator[OccupationRecord]:
    for row in rows:
        if len(row) <= max(columns):
            continue
        found = CODE.fullmatch(str(row[columns.code] or "").strip())
        if not found:
            continue
        code = found[1]
        kind = str(row[columns.kind]).strip().casefold() if columns.kind >= 0 else "line item"
        if kind != "line item" and code != ALL:
            continue
        title = re.split(r"\s{2,}\*", str(row[columns.title]).strip())[0].strip()
        whole: dict[str, Any] = {"title": title}
        if (growth := number(row[columns.growth])) is not None:
            whole["growth"] = growth
        if (openings := number(row[columns.openings])) is not None:
            whole["openings"] = round(openings * 1000)
        for name in ("education", "experience", "training"):
            place = getattr(columns, name)
            words = str(row[place] or "").strip() if place >= 0 else ""
            if words not in ("", "\u2014", "-", "N/A"):
                whole[name] = words
        yield OccupationRecord(code, whole)
