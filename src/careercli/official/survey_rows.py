"""The rows of a wage table: each occupation of each area, with the figures that a store holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from typing import Any, NamedTuple, cast

from careercli.errors import DataError, Problem
from careercli.official.dataset import Area
from careercli.official.survey_codes import ALL, CODE, COMBINED, restored
from careercli.official.tables import Table, folded, number, writes_commas
from careercli.store.wages import CENTS, HUNDREDTHS, TENTHS, THOUSANDTHS, WAGE_POINTS
from careercli.text import excerpt

NAME = "oews"
BY_HAND = (
    "Download the national, state or metropolitan file from "
    "https://www.bls.gov/oes/tables.htm with a browser, then: careercli sources add FILE"
)


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

FIGURES = {
    "totemp": ("employment", 1),
    "empprse": ("employment_rse", TENTHS),
    "jobs1000": ("jobs_per_1000", THOUSANDTHS),
    "locquotient": ("location_quotient", HUNDREDTHS),
    "meanprse": ("mean_rse", TENTHS),
}
"""Columns beside pay -> their keys, and by what their numbers are multiplied in the store."""
UNITS = {"a": ("pay", "year", 1), "h": ("hourly", "hour", CENTS)}
"""The letter before a column of pay -> the key of its figures, their unit, and the same."""
POINTS = ("mean", "pct10", "pct25", "median", "pct75", "pct90")
"""The columns of pay, in the order of WAGE_POINTS."""
AMOUNTS = (*FIGURES, *(f"{letter}{column}" for letter in UNITS for column in POINTS))
SCALES = (
    *(scale for _, scale in FIGURES.values()),
    *(scale for *_, scale in UNITS.values() for _ in POINTS),
)
AT_LEAST = len(FIGURES)
"""The place of the bits for figures that are this much or more, in a record's figures."""
LEVELS = ("detailed", "total")
ALL_OWNERS = ("", "1235")
STATE_DIGITS = 2
SUPPRESSED = ("*", "**")
HIDDEN, TOP = "*", "#"
"""How a suppressed figure, and one at or above the top code, are told apart from a number."""
REMEMBERED = 100_000
"""Different cells that are remembered; most figures occur many times."""
MAX_NOTES = 1_000
"""Rows of a table that have neither a code nor figures."""
NAMED_ROWS = 50
"""Rows that are named if they can't be read."""
MAX_UNREAD = 1_000
"""Rows that can't be read, after which no more are looked for."""
NATIONAL = ("", "99", "us", "u.s.")


class WageTable(NamedTuple):
    """A table of wages, and how to open it.

    top: `a` and `h` -> the wage at which `#` begins; empty if that isn't known
    """

    file: str
    year: str
    top: dict[str, float]
    open: Callable[[], AbstractContextManager[Table]]


class SurveyRecord(NamedTuple):
    """What the survey says of an occupation in an area.

    figures: the columns of `WageRow` after the code and the area
    hidden: which of AMOUNTS are suppressed; only: the one unit in which pay is published, if so
    area: the name of the area; empty for the country
    place: the area; None for the country
    """

    code: str
    title: str
    figures: tuple[int | None, ...]
    hidden: tuple[str, ...] = ()
    only: str = ""
    area: str = ""
    place: Area | None = None

    @property
    def whole(self) -> dict[str, Any]:
        """The same as JSON would have it."""
        whole: dict[str, Any] = {"title": self.title}
        for (key, scale), figure in zip(FIGURES.values(), self.figures, strict=False):
            if figure is not None:
                whole[key] = figure if scale == 1 else figure / scale
        hidden = [key for column, (key, _) in FIGURES.items() if column in self.hidden]
        if self.only:
            whole["unit"] = self.only
        bits = self.figures[AT_LEAST] or 0
        start = AT_LEAST + 1
        for letter, (key, unit, scale) in UNITS.items():
            amounts = self.figures[start : start + len(POINTS)]
            start += len(POINTS)
            points = {
                point: amount / scale
                for point, amount in zip(WAGE_POINTS, amounts, strict=True)
                if amount is not None
            }
            at_least = [
                point
                for bit, point in enumerate(WAGE_POINTS)
                if bits >> bit & 1 and point in points
            ]
            if points:
                whole[key] = {"points": points} | ({"at_least": at_least} if at_least else {})
            lost = [
                point
                for point, column in zip(WAGE_POINTS, POINTS, strict=True)
                if f"{letter}{column}" in self.hidden
            ]
            if self.only in ("", unit):
                hidden += [key] if len(lost) == len(POINTS) else [f"{key}.{one}" for one in lost]
        return whole | ({"suppressed": hidden} if hidden else {})


class _CellReader(dict[str, int | str | None]):
    """A cell -> its number times `scale`, HIDDEN, TOP, or None if the cell has nothing.

    Looking one up raises ValueError for anything else, and for a number below 0.
    """

    def __init__(self, scale: int, *, keeps_zero: bool, comma: bool) -> None:
        super().__init__()
        self._scale, self._keeps_zero, self._comma = scale, keeps_zero, comma

    def __missing__(self, cell: str) -> int | str | None:
        text = cell.strip()
        value = HIDDEN if text in SUPPRESSED else TOP if text == TOP else self._number(text)
        if len(self) < REMEMBERED:
            self[cell] = value
        return value

    def _number(self, text: str) -> int | None:
        value = number(text, comma=self._comma)
        if value is None:
            return None
        if value < 0:
            raise ValueError(text)
        return round(value * self._scale) if value or self._keeps_zero else None


def _cell_readers(*, comma: bool) -> list[_CellReader]:
    """What reads the cells under each of AMOUNTS; no pay and no employment is 0."""
    kinds = {
        (scale, keeps): _CellReader(scale, keeps_zero=keeps, comma=comma)
        for scale in set(SCALES)
        for keeps in (True, False)
    }
    return [kinds[scale, 0 < place < len(FIGURES)] for place, scale in enumerate(SCALES)]


class _UnreadableError(Exception):
    """A row can't be read.

    rule: what must be true of it
    found: what it has
    """

    def __init__(self, rule: str, found: str) -> None:
        super().__init__(rule, found)
        self.rule, self.found = rule, found


class WageTableReader:
    """Goes through a table of wages once.

    restored: the number of codes that a spreadsheet had changed, in the rows so far
    """

    def __init__(self, table: WageTable, titles: Mapping[str, str]) -> None:
        self.restored = 0
        self._table = table
        self._known_titles = titles
        self._notes = 0
        self._areas: dict[tuple[str, str, str, str], tuple[str, str, Area | None]] = {}

    def records(self) -> Iterator[tuple[str, SurveyRecord]]:
        """Each occupation of each area, with the name of its data set.

        Raises DataError once all rows were seen, if some of them couldn't be read.
        """
        problems: list[Problem] = []
        unread = 0
        with self._table.open() as table:
            readers = _cell_readers(comma=self._writes_commas)
            for row in table.select(*_columns(table)):
                try:
                    if found := self._record(row, readers):
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

    def _record(
        self, row: Sequence[str], readers: Sequence[_CellReader]
    ) -> tuple[str, SurveyRecord] | None:
        code, title, level, industry, owner, place, place_title, kind, state, *figures = row
        if not _is_taken(level, industry, owner):
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
        key = (place, place_title, kind, state)
        area = self._areas.get(key)
        if area is None:
            area = self._areas[key] = _area(*key)
        *cells, annual, hourly = figures
        only = _only_unit(annual, hourly) if annual or hourly else ""
        try:
            read = [reader[cell] for reader, cell in zip(readers, cells, strict=True)]
        except ValueError as error:
            rule = "must have figures that are numbers of at least 0, or *, ** or #"
            raise _UnreadableError(rule, f"{code} {title.strip()}: {excerpt(str(error))}") from None
        return area[0], SurveyRecord(code, title.strip(), *self._figures(read), only, *area[1:])

    def _figures(
        self, read: Sequence[int | str | None]
    ) -> tuple[tuple[int | None, ...], tuple[str, ...]]:
        """A record's figures, without the marks that cells have, and its suppressed columns."""
        if HIDDEN not in read and TOP not in read:
            plain = cast("Sequence[int | None]", read)
            return (*plain[:AT_LEAST], 0, *plain[AT_LEAST:]), ()
        bits = 0
        figures: list[int | None] = []
        for place, figure in enumerate(read):
            if figure == TOP and place >= AT_LEAST:
                unit, point = divmod(place - AT_LEAST, len(POINTS))
                top = self._table.top.get("ah"[unit])
                figures.append(None if top is None else round(top * SCALES[place]))
                bits |= 0 if top is None else 1 << point
            else:
                figures.append(None if isinstance(figure, str) else figure)
        hidden = [column for column, figure in zip(AMOUNTS, read, strict=True) if figure == HIDDEN]
        return (*figures[:AT_LEAST], bits, *figures[AT_LEAST:]), tuple(hidden)

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
        code = restored(cell, title, self._titles)
        if not code:
            rule = "must have an occupation code such as 11-2021"
            raise _UnreadableError(rule, f"{excerpt(cell)} for {excerpt(title)}")
        self.restored += 1
        return code


def _is_taken(level: str, industry: str, owner: str) -> bool:
    """Whether a row is of a detailed occupation, or of all, over all industries and owners."""
    if level and level not in LEVELS and level.strip().casefold() not in LEVELS:
        return False
    if industry != "cross-industry" and folded(industry) not in ("", "crossindustry"):
        return False
    return owner in ALL_OWNERS or owner.split(".")[0] in ALL_OWNERS


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


def _refused(file: str, problems: list[Problem], count: int) -> DataError:
    """That rows of a file can't be read, with what to do about it."""
    hint = "Download the file again, and import it as it is; nothing was changed."
    if count > len(problems):
        problems.append(Problem(f"{count - len(problems):,} more rows", problems[-1].rule, "", ""))
    problems[-1] = problems[-1]._replace(hint=hint)
    return DataError(file, problems)
