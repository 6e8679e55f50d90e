"""The wage survey (OEWS) of any year and any area, as workbook, zip or CSV, read as a stream.

Takes detailed occupations over all industries, and all occupations together. `*` and `**` are
suppressed by the survey and are named as that; `#` is at least the year's top code, and is kept as
that. Neither is ever 0. Codes that a spreadsheet changed are restored if the title leaves no doubt;
otherwise the file is refused, with the rows.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from itertools import islice

from careercli.errors import DataError
from careercli.model.datasets import Area, Dataset
from careercli.official.dataset import ReportProgress, Rows
from careercli.official.files import Member, refuse_web_page
from careercli.official.recognize import SURVEY, elsewhere
from careercli.official.survey_codes import ALL, restored_note
from careercli.official.survey_rows import BY_HAND as BY_HAND
from careercli.official.survey_rows import COUNTRY, SurveyRecord, WageTable
from careercli.official.tables import Table, is_workbook, named_rows, text_table
from careercli.store.schema import AREA, AREA_PAY, IMPORT_RECORD
from careercli.store.wages import area_id, code_id
from careercli.store.writer import as_json

NEWEST = "2025"
"""The year that is downloaded if none is named."""
GROUPS = {
    "oews": "national",
    "oews-states": "states and territories",
    "oews-metros": "metropolitan and nonmetropolitan areas",
}
TOP_CODES = {2022: (115.0, 239_200.0), 0: (100.0, 208_000.0)}
"""From a year on: the hourly and yearly wage at which `#` begins; a workbook's own note wins."""
FIRST_OF_SOC_2018 = 2019
PROGRESS_ROWS = 5_000
"""Rows between two reports of progress; all metropolitan areas have 187,000."""
NOTE_ROWS = 200
"""Rows of a workbook's notes that are looked at; the survey's have about 60."""


def address(release: str) -> str:
    """Where a year's national survey is downloaded."""
    return f"https://www.bls.gov/oes/special-requests/oesm{(release or NEWEST)[-2:]}nat.zip"


def read(
    place: str,
    found: Sequence[Member],
    wanted_release: str,
    tell: ReportProgress,
    titles: Mapping[str, str] | None = None,
) -> Rows:
    """The rows of the data sets in the files: national, states, metropolitan areas.

    `titles` are titles of occupations in the survey -> their codes, to restore codes that a
    spreadsheet changed. Raises DataError, also while rows are read.
    """
    tables = []
    for file, notes, opened in _tables(found):
        year = _year(notes, file, wanted_release)
        tables.append(WageTable(file, year, _top_codes(notes, year), opened, titles or {}))
    if not tables:
        names = ", ".join(member.name for member in found[:6])
        hint = elsewhere(found, SURVEY) or BY_HAND
        rule = "has no table of wages by occupation"
        raise DataError.of(place, "OCC_CODE, A_MEDIAN", rule, names, hint)
    if not any(_records(tables, tell)):
        raise DataError.of(place, "OCC_CODE", "has no row for a detailed occupation", "", BY_HAND)
    return _rows(place, tables, tell)


def _tables(
    found: Iterable[Member],
) -> Iterator[tuple[str, str, Callable[[], AbstractContextManager[Table]]]]:
    """The tables of wages: name of the file, the notes in it, and what opens the table."""
    for member in found:
        if not member.name.casefold().endswith((".xlsx", ".csv", ".txt")):
            continue
        refuse_web_page(member.name, member.head(), BY_HAND)
        if not is_workbook(member):
            with text_table(member) as table:
                is_wages = _is_wages(table)
            if is_wages:
                yield member.name, "", partial(text_table, member)
            continue
        with named_rows(member) as book:
            notes = "\n".join(
                row[0]
                for sheet in book
                if "description" in sheet.title.casefold()
                for row in islice(sheet.rows(), NOTE_ROWS)
                if row
            )
            titles = [sheet.title for sheet in book if _is_wages(sheet.table(member.name))]
        for title in titles:
            yield member.name, notes, partial(_sheet_table, member, title)


@contextmanager
def _sheet_table(member: Member, title: str) -> Iterator[Table]:
    with named_rows(member) as book:
        yield next(sheet for sheet in book if sheet.title == title).table(member.name)


def _year(notes: str, file: str, wanted_release: str) -> str:
    """The year of a table; empty if neither the notes nor the file's name have it."""
    if wanted_release:
        return wanted_release
    if named := re.search(r"20[12]\d", f"{notes} {file}"):
        return named[0]
    short = re.search(r"oesm(\d\d)", file.casefold())  # as in oesm24nat
    return f"20{short[1]}" if short else ""


def _is_wages(table: Table) -> bool:
    return {"occcode", "amedian"} <= table.columns.keys()


def _top_codes(notes: str, year: str) -> dict[str, float]:
    """`h` and `a` -> the wage at which `#` begins; empty if that isn't known."""
    said = re.search(r"#\s*=.*?\$([\d.,]+) per hour or \$([\d.,]+) per year", notes)
    if said:
        return {
            unit: float(amount.replace(",", "").rstrip("."))
            for unit, amount in zip("ha", said.groups(), strict=True)
        }
    if not year.isdecimal():
        return {}
    hour, annual = next(codes for first, codes in TOP_CODES.items() if int(year) >= first)
    return {"h": hour, "a": annual}


class _Counts:
    """What was read of a data set: rows, codes of occupations, names of areas in the country."""

    def __init__(self, year: str) -> None:
        self.year = year
        self.rows = 0
        self.codes: set[str] = set()
        self.areas: set[str] = set()


def _records(
    tables: Iterable[WageTable], tell: ReportProgress
) -> Iterator[tuple[str, SurveyRecord]]:
    """Each row of every table, with the table's year. Raises DataError."""
    seen: dict[str, dict[str, int]] = {}
    for table in tables:
        tell(table.file)
        for record in table.records(seen):
            yield table.year, record


def _rows(place: str, tables: Sequence[WageTable], tell: ReportProgress) -> Rows:
    """Pay in columns; an area once, and the title of an occupation once for the country."""
    data_sets: dict[str, _Counts] = {}
    areas: dict[Area, int] = {}
    codes: dict[str, int] = {}
    for year, (name, area, code, title, figures) in _records(tables, tell):
        counts = data_sets.get(name)
        if counts is None:
            counts = data_sets[name] = _Counts(year)
        if counts.year != year:
            years = f"{counts.year} and {year}"
            raise DataError.of(place, "", "must be of one year", years, "Import them one by one.")
        counts.rows += 1
        if counts.rows % PROGRESS_ROWS == 0:
            tell(f"{place}: {counts.rows:,} rows")
        place_id = areas.get(area)
        if place_id is None:
            place_id = areas[area] = area_id(area.code)
            yield AREA, (name, place_id, *area)
        if code not in codes:
            codes[code] = code_id(code)
        counts.codes.add(code)
        if area is COUNTRY:
            yield IMPORT_RECORD, (name, code, as_json({"title": title}))
        else:
            counts.areas.add(area.title)
        yield AREA_PAY, (codes[code], place_id, *figures)
    restored = sum(table.restored for table in tables)
    return [_dataset(name, counts, place, restored) for name, counts in data_sets.items()]


def _dataset(name: str, counts: _Counts, file: str, restored: int) -> Dataset:
    year, areas = counts.year, len(counts.areas)
    scope = f"{areas} {GROUPS[name]}" if areas else GROUPS[name]
    notes = [] if year else ["The files don't say which year they are of; --release YEAR does."]
    if restored:
        notes.append(restored_note(restored))
    when = f", May {year}" if year else ""
    return Dataset(
        name=name,
        title=f"Occupational Employment and Wage Statistics{when}, {scope}",
        release=year,
        date=f"{year}-05" if year else "",
        rows=counts.rows,
        occupations=len(counts.codes - {ALL}),
        file=file,
        imported="",
        licence="public domain",
        attribution="U.S. Bureau of Labor Statistics",
        notes=tuple(notes),
        soc="2010" if year.isdecimal() and int(year) < FIRST_OF_SOC_2018 else "2018",
    )
