"""The wage survey (OEWS) of any year and any area, as workbook, zip or CSV, read as a stream.

Takes detailed occupations over all industries, and all occupations together. `*` and `**` are
suppressed by the survey and are named as that; `#` is at least the year's top code, and is kept as
that. Neither is ever 0. Codes that a spreadsheet changed are restored if the title leaves no doubt;
otherwise the file is refused, with the rows.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property, partial
from itertools import islice
from typing import Any, NamedTuple

from careercli.errors import DataError, Problem
from careercli.model.occupation import Dataset
from careercli.official.dataset import Area, OccupationRecord, ParsedDataset, ReportProgress
from careercli.official.files import Member, refuse_web_page
from careercli.official.recognize import SURVEY, elsewhere
from careercli.official.tables import (
    Table,
    folded,
    is_workbook,
    number,
    sheets,
    text_table,
    writes_commas,
)
from careercli.text import excerpt

NAME = "oews"
NEWEST = "2025"
"""The year that is downloaded if none is named."""
BY_HAND = (
    "Download the national, state or metropolitan file from "
    "https://www.bls.gov/oes/tables.htm with a browser, then: careercli sources add FILE"
)
LICENCE = "public domain"
ALL = "00-0000"
"""The code of all occupations together."""
GROUPS = {
    "oews": "national",
    "oews-states": "states and territories",
    "oews-metros": "metropolitan areas",
}


class AreaType(NamedTuple):
    """A type of area in the survey.

    dataset: the data set it belongs to
    kind: what it is called in `data/official/oews/areas.csv`
    digits: how long its code is; a spreadsheet drops the zeros before it
    """

    dataset: str
    kind: str
    digits: int


TYPES = {
    "1": AreaType("oews", "", 0),
    "2": AreaType("oews-states", "state", 2),
    "3": AreaType("oews-states", "territory", 2),
    "4": AreaType("oews-metros", "metropolitan", 5),
    "6": AreaType("oews-metros", "nonmetropolitan", 7),
}
"""AREA_TYPE -> what it is."""

COMBINED = {
    "13-1020": ("13-1021", "13-1022", "13-1023"),
    "13-2020": ("13-2022", "13-2023"),
    "21-1018": ("21-1011", "21-1014"),
    "25-2052": ("25-2055", "25-2056"),
    "25-9045": ("25-9042", "25-9043", "25-9049"),
    "29-2010": ("29-2011", "29-2012"),
    "31-1120": ("31-1121", "31-1122"),
    "39-7010": ("39-7011", "39-7012"),
    "47-4090": ("47-4091", "47-4099"),
    "51-2028": ("51-2022", "51-2023"),
    "51-2090": ("51-2092", "51-2099"),
    "53-1047": ("53-1042", "53-1043", "53-1044", "53-1049"),
} | {
    "11-2030": ("11-2032", "11-2033"),
    "11-3010": ("11-3012", "11-3013"),
    "11-9198": ("11-9072", "11-9179", "11-9199"),
    "13-1198": ("13-1082", "13-1199"),
    "13-2098": ("13-2051", "13-2054", "13-2099"),
    "15-1245": ("15-1242", "15-1243"),
    "15-1256": ("15-1252", "15-1253"),
    "15-1257": ("15-1254", "15-1255"),
    "15-2098": ("15-2051", "15-2099"),
    "17-3098": ("17-3028", "17-3029"),
    "19-3031": ("19-3033", "19-3034"),
    "19-4010": ("19-4012", "19-4013"),
    "19-4045": ("19-4043", "19-4044"),
    "25-3097": ("25-3041", "25-3099"),
    "27-2090": ("27-2091", "27-2099"),
    "27-4098": ("27-4015", "27-4099"),
    "29-1228": (
        *("29-1212", "29-1213", "29-1214", "29-1217", "29-1222", "29-1224", "29-1229", "29-1241"),
    ),
    "29-1248": ("29-1242", "29-1243", "29-1249"),
    "29-1298": ("29-1291", "29-1299"),
    "29-2040": ("29-2042", "29-2043"),
    "29-2098": ("29-2036", "29-2072", "29-2099"),
    "29-9098": ("29-9021", "29-9093", "29-9099"),
    "33-1090": ("33-1091", "33-1099"),
    "33-9098": ("33-9094", "33-9099"),
    "39-1098": ("39-1014", "39-1022"),
    "39-9098": ("39-4012", "39-9099"),
    "47-5097": ("47-5023", "47-5032"),
    "47-5098": ("47-5049", "47-5099"),
    "53-3058": ("53-3051", "53-3053", "53-3054"),
    "53-6098": ("53-6032", "53-6099"),
}
"""Occupations that the survey publishes together -> what they are made of.

The first twelve are published so to this day, and by the projections too; the others only for May
2019 and 2020, while the survey changed over to the classification of 2018.
"""

POINTS = {"pct10": "p10", "pct25": "p25", "median": "p50", "pct75": "p75", "pct90": "p90"} | {
    "mean": "mean"
}
UNITS = {"a": ("pay", "year"), "h": ("hourly", "hour")}
"""The letter before a column of pay -> the key of its figures, and their unit."""
FIGURES = {
    "totemp": "employment",
    "empprse": "employment_rse",
    "jobs1000": "jobs_per_1000",
    "locquotient": "location_quotient",
    "meanprse": "mean_rse",
}
"""Columns beside pay -> their keys."""
AMOUNTS = (*FIGURES, *(f"{letter}{column}" for letter in UNITS for column in POINTS))
ALL_OWNERS = ("", "1235")
STATE_DIGITS = 2
SUPPRESSED = ("*", "**")
HIDDEN, TOP = "*", "#"
"""How a suppressed figure, and one at or above the top code, are told apart from a number."""
REMEMBERED = 100_000
"""Different cells that are remembered; most figures occur many times."""
LEVELS = ("detailed", "total")
TOP_CODES = {2022: (115.0, 239_200.0), 0: (100.0, 208_000.0)}
"""From a year on: the hourly and yearly wage at which `#` begins; a workbook's own note wins."""
FIRST_OF_SOC_2018 = 2019
PROGRESS_ROWS = 5_000
"""Rows between two reports of progress; all metropolitan areas have 187,000."""
NOTE_ROWS = 200
"""Rows of a workbook's notes that are looked at; the survey's have about 60."""
MAX_NOTES = 1_000
"""Rows of a table that have neither a code nor figures."""
NAMED_ROWS = 50
"""Rows that are named if they can't be read."""
MAX_UNREAD = 1_000
"""Rows that can't be read, after which no more are looked for."""
CODE = re.compile(r"\d\d-\d{4}")
UNDASHED = re.compile(r"(?:=\")?(\d\d)[-. \u2010-\u2015\u2212]?(\d{4})(?:\.0)?\"?")
"""A code whose hyphen was lost or replaced."""
MONTH = "11"
"""The one major group that a spreadsheet takes for a month: 11-2021 becomes Nov-21."""
DATES = (
    re.compile(r"(?i)(?:1[-. ])?(?:nov\w*|11)[-./ ]+(?P<year>\d\d|\d{4})"),
    re.compile(r"(?P<year>\d{4})-11-0?1(?:[ T]00:00(?::00)?)?"),
    re.compile(r"(?:11[/.]0?1|0?1[/.]11)[/.](?P<year>\d\d|\d{4})"),
)
MAJOR_GROUPS = frozenset(f"{group}" for group in range(11, 56, 2))
NATIONAL = ("", "99", "us", "u.s.")


def address(release: str) -> str:
    """Where a year's national survey is downloaded."""
    return f"https://www.bls.gov/oes/special-requests/oesm{(release or NEWEST)[-2:]}nat.zip"


def read(
    place: str,
    found: Sequence[Member],
    wanted_release: str,
    tell: ReportProgress,
    titles: Mapping[str, str] | None = None,
) -> Iterator[ParsedDataset]:
    """The data sets in the files: national, states, metropolitan areas.

    Each is read as its parts are gone through; going through them before the next is asked for
    saves one reading. `titles` are titles of occupations in the survey -> their codes, to restore
    codes that a spreadsheet changed. Raises DataError, also while parts are read.
    """
    tables = list(_tables(found, wanted_release))
    if not tables:
        names = ", ".join(member.name for member in found[:6])
        hint = elsewhere(found, SURVEY) or BY_HAND
        rule = "has no table of wages by occupation"
        raise DataError(place, [Problem("OCC_CODE, A_MEDIAN", rule, names, hint)])
    survey = _Survey(place, tables, tell, titles or {})
    for name, _ in survey.records():
        return survey.datasets(name)
    problem = Problem("OCC_CODE", "has no row for a detailed occupation", "", BY_HAND)
    raise DataError(place, [problem])


class _WageTable(NamedTuple):
    """A table of wages, and how to open it.

    top: `a` and `h` -> the wage at which `#` begins; empty if that isn't known
    """

    file: str
    year: str
    top: dict[str, float]
    open: Callable[[], AbstractContextManager[Table]]


def _tables(found: Iterable[Member], wanted_release: str) -> Iterator[_WageTable]:
    for member in found:
        if not member.name.casefold().endswith((".xlsx", ".csv", ".txt")):
            continue
        refuse_web_page(member, BY_HAND)
        if is_workbook(member):
            yield from _sheet_tables(member, wanted_release)
            continue
        with text_table(member) as table:
            is_wages = _is_wages(table)
        if is_wages:
            year = _year("", member.name, wanted_release)
            yield _WageTable(member.name, year, _top_codes("", year), partial(text_table, member))


def _sheet_tables(member: Member, wanted_release: str) -> Iterator[_WageTable]:
    with sheets(member) as book:
        notes = "\n".join(
            row[0]
            for sheet in book
            if "description" in sheet.title.casefold()
            for row in islice(sheet.rows(), NOTE_ROWS)
            if row
        )
        titles = [sheet.title for sheet in book if _is_wages(sheet.table(member.name))]
    year = _year(notes, member.name, wanted_release)
    for title in titles:
        opened = partial(_sheet_table, member, title)
        yield _WageTable(member.name, year, _top_codes(notes, year), opened)


@contextmanager
def _sheet_table(member: Member, title: str) -> Iterator[Table]:
    with sheets(member) as book:
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


class _Survey:
    """The wage tables of a download, gone through once for each data set in them."""

    def __init__(
        self,
        place: str,
        tables: Sequence[_WageTable],
        tell: ReportProgress,
        titles: Mapping[str, str],
    ) -> None:
        self.place = place
        self.tables = tables
        self.tell = tell
        self.titles = titles
        self.years: dict[str, str] = {}
        """Data set -> the year of its rows, for every data set that was seen."""
        self.restored = 0
        """Codes that a spreadsheet had changed; known with the rows."""
        self.is_known = False
        """Whether all rows were seen once, and with them all data sets."""

    def datasets(self, first: str) -> Iterator[ParsedDataset]:
        waiting = [first]
        for name in waiting:  # grows while it is gone through
            parts = _Parts(self, name)
            yield ParsedDataset(parts.dataset(), parts, completed=parts.dataset)
            if not self.is_known:
                for _ in self.records():
                    pass
            waiting += [other for other in self.years if other not in waiting]

    def records(self) -> Iterator[tuple[str, OccupationRecord]]:
        """The rows of every table, each with the name of its data set. Raises DataError."""
        restored = 0
        for table in self.tables:
            self.tell(table.file)
            reader = _TableReader(table, self.titles)
            for name, record in reader.records():
                if self.years.setdefault(name, table.year) != table.year:
                    years = f"{self.years[name]} and {table.year}"
                    problem = Problem("", "must be of one year", years, "Import them one by one.")
                    raise DataError(self.place, [problem])
                yield name, record
            restored += reader.restored
        self.restored, self.is_known = restored, True


class _Parts:
    """What one data set of a survey says of each occupation: each time anew from its tables."""

    def __init__(self, survey: _Survey, name: str) -> None:
        self._survey = survey
        self._name = name
        self._rows = 0
        self._codes: set[str] = set()
        self._areas: set[str] = set()

    def __iter__(self) -> Iterator[OccupationRecord]:
        self._rows = 0
        self._codes.clear()
        self._areas.clear()
        for name, record in self._survey.records():
            if name != self._name:
                continue
            self._rows += 1
            self._codes.add(record.code)
            self._areas.add(record.area)
            if self._rows % PROGRESS_ROWS == 0:
                self._survey.tell(f"{self._survey.place}: {self._rows:,} rows")
            yield record

    def dataset(self) -> Dataset:
        """The data set; its counts, and the number of areas in its title, once all was read."""
        year = self._survey.years[self._name]
        areas = len(self._areas - {""})
        scope = f"{areas} {GROUPS[self._name]}" if areas else GROUPS[self._name]
        notes = []
        if not year:
            notes.append("The files don't say which year they are of; --release YEAR does.")
        if restored := self._survey.restored:
            notes.append(
                f"A spreadsheet had changed {restored:,} codes; they were restored, and agree with "
                "the titles."
            )
        when = f", May {year}" if year else ""
        return Dataset(
            name=self._name,
            title=f"Occupational Employment and Wage Statistics{when}, {scope}",
            release=year,
            date=f"{year}-05" if year else "",
            rows=self._rows,
            occupations=len(self._codes - {ALL}),
            file=self._survey.place,
            imported="",
            licence=LICENCE,
            attribution="U.S. Bureau of Labor Statistics",
            notes=tuple(notes),
            soc="2010" if year.isdecimal() and int(year) < FIRST_OF_SOC_2018 else "2018",
        )


class _Cells(dict[str, float | str | None]):
    """The figure in a cell: a number, HIDDEN, TOP, or None if the cell has nothing.

    Looking one up raises ValueError for anything else, and for a number below 0.
    """

    def __init__(self, *, comma: bool) -> None:
        super().__init__()
        self._comma = comma

    def __missing__(self, cell: str) -> float | str | None:
        text = cell.strip()
        value = HIDDEN if text in SUPPRESSED else TOP if text == TOP else self._number(text)
        if len(self) < REMEMBERED:
            self[cell] = value
        return value

    def _number(self, text: str) -> float | None:
        value = number(text, comma=self._comma)
        if value is not None and value < 0:
            raise ValueError(text)
        return value


class _UnreadableError(Exception):
    """A row can't be read.

    rule: what must be true of it
    found: what it has
    """

    def __init__(self, rule: str, found: str) -> None:
        super().__init__(rule, found)
        self.rule, self.found = rule, found


class _TableReader:
    """Goes through a table of wages once.

    restored: the number of codes that a spreadsheet had changed, in the rows so far
    """

    def __init__(self, table: _WageTable, titles: Mapping[str, str]) -> None:
        self.restored = 0
        self._table = table
        self._known_titles = titles
        self._notes = 0
        self._areas: dict[tuple[str, str, str, str], tuple[str, str, Area | None]] = {}

    def records(self) -> Iterator[tuple[str, OccupationRecord]]:
        """Each occupation of each area, with the name of its data set.

        Raises DataError once all rows were seen, if some of them couldn't be read.
        """
        problems: list[Problem] = []
        unread = 0
        with self._table.open() as table:
            cells = _Cells(comma=self._writes_commas)
            for row in table.select(*_columns(table)):
                try:
                    if found := self._record(row, cells):
                        yield found
                except _UnreadableError as error:
                    unread += 1
                    if unread <= NAMED_ROWS:
                        where = f"line {table.length + 1}"
                        problems.append(Problem(where, error.rule, error.found, ""))
                    elif unread > MAX_UNREAD:
                        break
        if problems:
            raise _refused(table.file, problems, unread)

    def _record(self, row: Sequence[str], cells: _Cells) -> tuple[str, OccupationRecord] | None:
        code, title, level, industry, owner, place, place_title, kind, state, *figures = row
        if level and level not in LEVELS and level.strip().casefold() not in LEVELS:
            return None
        if industry != "cross-industry" and folded(industry) not in ("", "crossindustry"):
            return None
        if owner not in ALL_OWNERS and owner.split(".")[0] not in ALL_OWNERS:
            return None
        if not CODE.fullmatch(code):
            code = code.strip()
            if not CODE.fullmatch(code):
                if not any(figures):
                    self._count_note()
                    return None
                code = self._restored(code, title)
        if not level and not self._is_detailed(code):
            return None
        *amounts, annual, hourly = figures
        only = _only_unit(annual, hourly) if annual or hourly else ""
        try:
            whole = _whole(title.strip(), [cells[cell] for cell in amounts], self._table.top, only)
        except ValueError as error:
            rule = "must have figures that are numbers of at least 0, or *, ** or #"
            raise _UnreadableError(rule, f"{code} {title.strip()}: {excerpt(str(error))}") from None
        key = (place, place_title, kind, state)
        area = self._areas.get(key)
        if area is None:
            area = self._areas[key] = _area(*key)
        return area[0], OccupationRecord(code, whole, area[1], area[2])

    def _count_note(self) -> None:
        """Counts a row that is only a note. Raises DataError if there are too many."""
        self._notes += 1
        if self._notes > MAX_NOTES:
            rule = "must have an occupation code in each row"
            problem = Problem("OCC_CODE", rule, f"{self._notes:,} rows without", BY_HAND)
            raise DataError(self._table.file, [problem])

    @cached_property
    def _writes_commas(self) -> bool:
        with self._table.open() as table:
            return writes_commas(table.select(*AMOUNTS))

    @cached_property
    def _codes(self) -> set[str]:
        """Every code of the table, for one that doesn't say which are detailed occupations."""
        with self._table.open() as table:
            return {code.strip() for code, _ in table.select("occcode", "occtitle")}

    def _is_detailed(self, code: str) -> bool:
        """Whether a code is a detailed occupation, in a table that doesn't say so.

        Broad groups end in 0, and so do some occupations that are published together, in years in
        which their parts aren't.
        """
        if code == ALL or not code.endswith("0"):
            return True
        return code in COMBINED and self._codes.isdisjoint(COMBINED[code])

    @cached_property
    def _titles(self) -> dict[str, str]:
        """Folded title -> code, by the edition and by the intact rows of the table itself.

        A title that two codes have is left out.
        """
        codes: dict[str, set[str]] = {}
        for title, code in self._known_titles.items():
            codes.setdefault(folded(title), set()).add(code)
        with self._table.open() as table:
            level = _level_column(table)
            for code, title, group in table.select("occcode", "occtitle", level):
                if CODE.fullmatch(code) and (not group or group.strip().casefold() in LEVELS):
                    codes.setdefault(folded(title), set()).add(code)
        return {title: found.pop() for title, found in codes.items() if len(found) == 1}

    def _restored(self, cell: str, title: str) -> str:
        """The code that a spreadsheet changed. Raises _UnreadableError if that isn't certain."""
        by_title = self._titles.get(folded(title), "")
        if undashed := UNDASHED.fullmatch(cell):
            code = "-".join(undashed.groups())
            if code[:2] in (*MAJOR_GROUPS, "00") and by_title in ("", code):
                self.restored += 1
                return code
        for date in DATES:
            found = date.fullmatch(cell)
            if found and by_title.startswith(MONTH) and by_title.endswith(found["year"]):
                self.restored += 1
                return by_title
        rule = "must have an occupation code such as 11-2021"
        raise _UnreadableError(rule, f"{excerpt(cell)} for {excerpt(title)}")


def _level_column(table: Table) -> str:
    return "ogroup" if "ogroup" in table.columns else "occgroup"


def _columns(table: Table) -> Iterator[str]:
    """The columns that are read, whether the table has them or not."""
    yield from ("occcode", "occtitle", _level_column(table), "igroup", "owncode", "area")
    titles = ("areatitle", "areaname", "state")
    yield next((name for name in titles if name in table.columns), "areatitle")
    yield from ("areatype", "primstate", *AMOUNTS, "annual", "hourly")


def _area(place: str, title: str, kind: str, state: str) -> tuple[str, str, Area | None]:
    """The data set of an area, its name, and what is known of it."""
    place = place.strip().removesuffix(".0")
    title = title.strip()
    found = TYPES.get(kind.strip().split(".")[0])
    if (place or title).casefold() in NATIONAL or (found and not found.kind):
        return NAME, "", None
    if found:
        area = Area(place.zfill(found.digits), title or place, found.kind, state.strip())
        return found.dataset, area.title, area
    dataset = "oews-metros" if len(place) > STATE_DIGITS else "oews-states"
    return dataset, title or place, Area(place, title or place, state=state.strip())


def _only_unit(annual: str, hourly: str) -> str:
    """The unit of pay if the survey publishes one only, by its columns ANNUAL and HOURLY."""
    return "hour" if folded(hourly) == "true" else "year" if folded(annual) == "true" else ""


def _whole(
    title: str, figures: Sequence[float | str | None], top: Mapping[str, float], only: str
) -> dict[str, Any]:
    """What a row says of an occupation; `only` is the one unit its pay is published in."""
    whole: dict[str, Any] = {"title": title}
    hidden = []
    for key, figure in zip(FIGURES.values(), figures, strict=False):
        if figure == HIDDEN:
            hidden.append(key)
        elif isinstance(figure, float) and (figure or key != "employment"):
            whole[key] = figure
    if only:
        whole["unit"] = only
    start = len(FIGURES)
    for letter, (key, unit) in UNITS.items():
        amounts = figures[start : start + len(POINTS)]
        start += len(POINTS)
        points, at_least, lost = _points(amounts, top.get(letter))
        if points:
            whole[key] = {"points": points} | ({"at_least": at_least} if at_least else {})
        if only in ("", unit):
            hidden += [key] if len(lost) == len(POINTS) else [f"{key}.{point}" for point in lost]
    if hidden:
        whole["suppressed"] = hidden
    return whole


def _points(
    amounts: Sequence[float | str | None], top: float | None
) -> tuple[dict[str, float], list[str], list[str]]:
    """Percentiles and mean, those that are only a lower bound, and those that are suppressed."""
    points: dict[str, float] = {}
    at_least: list[str] = []
    hidden: list[str] = []
    for point, amount in zip(POINTS.values(), amounts, strict=True):
        if isinstance(amount, float):
            if amount:
                points[point] = amount
        elif amount == HIDDEN:
            hidden.append(point)
        elif amount == TOP and top is not None:
            points[point] = top
            at_least.append(point)
    return points, at_least, hidden


def _refused(file: str, problems: list[Problem], count: int) -> DataError:
    """That rows of a file can't be read, with what to do about it."""
    hint = "Download the file again, and import it as it is; nothing was changed."
    if count > len(problems):
        problems.append(Problem(f"{count - len(problems):,} more rows", problems[-1].rule, "", ""))
    problems[-1] = problems[-1]._replace(hint=hint)
    return DataError(file, problems)
