"""The rows of a wage table: each occupation of each area, with the figures that a store holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from itertools import chain
from typing import NamedTuple, cast

from careercli.errors import DataError, Problem
from careercli.model.datasets import Area
from careercli.official.survey_codes import ALL, CODE, COMBINED, codes_by_title, restored
from careercli.official.tables import Table, folded, number, writes_commas
from careercli.store.wages import CENTS, HUNDREDTHS, TENTHS, THOUSANDTHS
from careercli.text import excerpt

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

COUNTRY = Area("99", "United States", "country", "US")
FIGURES = {
    "totemp": 1,
    "empprse": TENTHS,
    "jobs1000": THOUSANDTHS,
    "locquotient": HUNDREDTHS,
    "meanprse": TENTHS,
}
"""Columns beside pay -> by what their numbers are multiplied in the store."""
UNITS = {"a": 1, "h": CENTS}
"""The letter before a column of pay, by the year or by the hour -> the same."""
POINTS = ("mean", "pct10", "pct25", "median", "pct75", "pct90")
"""The columns of pay, in the order of WAGE_POINTS."""
AMOUNTS = FIGURES | {
    f"{letter}{column}": scale for letter, scale in UNITS.items() for column in POINTS
}
AT_LEAST = len(FIGURES)
"""The place of the bits for figures that are this much or more, in a record's figures."""
STARTS = tuple(AT_LEAST + 1 + place * len(POINTS) for place in range(len(UNITS)))
"""The places of the first figures of pay in a record's figures, in the order of UNITS."""
LEVELS = ("detailed", "total")
ALL_OWNERS = ("", "1235")
STATE_DIGITS = 2
SUPPRESSED = ("*", "**")
TOP = "#"
"""A figure at or above the top code."""
REMEMBERED = 100_000
"""Different cells that are remembered; most figures occur many times."""
MAX_NOTES = 1_000
"""Rows of a table that have neither a code nor figures."""
NAMED_ROWS = 50
"""Rows that are named if they can't be read."""
MAX_UNREAD = 1_000
"""Rows that can't be read, after which no more are looked for."""
NO_YEAR = Problem(
    "",
    "has #, which is the top code of a year, and must say which year it is of",
    "",
    "Give it with --release, such as --release 2025; nothing was changed.",
)
NATIONAL = ("", "99", "us", "u.s.")


class SurveyRecord(NamedTuple):
    """What the survey says of an occupation in an area.

    dataset: the name of the data set that it is of
    figures: the columns of `WageRow` after the code and the area
    """

    dataset: str
    area: Area
    code: str
    title: str
    figures: tuple[int | None, ...]


class _CellReader(dict[str, int | str | None]):
    """A cell -> its number times `scale`, TOP, or None if it has nothing or is suppressed.

    Looking one up raises ValueError for anything else, and for a number below 0.
    """

    def __init__(self, scale: int, *, keeps_zero: bool, comma: bool) -> None:
        super().__init__()
        self._scale, self._keeps_zero, self._comma = scale, keeps_zero, comma

    def __missing__(self, cell: str) -> int | str | None:
        text = cell.strip()
        value = text if text == TOP else self._number(text)
        if len(self) < REMEMBERED:
            self[cell] = value
        return value

    def _number(self, text: str) -> int | None:
        value = None if text in SUPPRESSED else number(text, comma=self._comma)
        if value is None:
            return None
        if value < 0:
            raise ValueError(text)
        return round(value * self._scale) if value or self._keeps_zero else None


def _cell_readers(*, comma: bool) -> list[_CellReader]:
    """What reads the cells under each of AMOUNTS; no pay and no employment is 0."""
    kinds = {
        (scale, keeps): _CellReader(scale, keeps_zero=keeps, comma=comma)
        for scale in set(AMOUNTS.values())
        for keeps in (True, False)
    }
    return [kinds[scale, 0 < place < len(FIGURES)] for place, scale in enumerate(AMOUNTS.values())]


class _UnreadableError(Exception):
    """A row can't be read; its arguments are what must be true of it, and what it has."""


class WageTable:
    """A table of wages.

    top: `a` and `h` -> the wage at which `#` begins; empty if that isn't known
    open: opens it to be read once from its start
    titles: titles of occupations -> their codes, by the edition
    restored: the number of codes that a spreadsheet had changed, in the rows so far
    """

    def __init__(
        self,
        file: str,
        year: str,
        top: dict[str, float],
        open_table: Callable[[], AbstractContextManager[Table]],
        titles: Mapping[str, str],
    ) -> None:
        self.file, self.year, self.top, self.open, self.titles = file, year, top, open_table, titles
        self.restored = self._notes = 0
        self._areas: dict[tuple[str, str, str, str], tuple[str, Area]] = {}

    def records(self, seen: dict[str, dict[str, int]]) -> Iterator[SurveyRecord]:
        """Each occupation of each area.

        seen: area -> occupation -> the hash of its figures, in this table and those before it

        Raises DataError once all rows were seen, if some of them couldn't be read.
        """
        self.restored = self._notes = 0
        problems: list[Problem] = []
        unread = 0
        with self.open() as table:
            readers = _cell_readers(comma=self._writes_commas)
            for row in table.select(*_columns(table)):
                try:
                    if record := self._record(row, readers, seen):
                        yield record
                except _UnreadableError as error:
                    unread += 1
                    if unread <= NAMED_ROWS:
                        rule, wrong = error.args
                        problems.append(Problem(f"line {table.length + 1}", rule, wrong, ""))
                    elif unread > MAX_UNREAD:
                        break
        if problems:
            raise refused_rows(table.file, problems, unread)

    def _record(
        self,
        row: Sequence[str],
        readers: Sequence[_CellReader],
        seen: dict[str, dict[str, int]],
    ) -> SurveyRecord | None:
        code, title, level, industry, owner, place, place_title, kind, state, *cells = row
        if not _is_taken(level, industry, owner):
            return None
        if not CODE.fullmatch(code):
            code = code.strip()
            if not CODE.fullmatch(code):
                if not any(cell.strip() for cell in cells):
                    self._count_note()
                    return None
                code = self._restored(code, title)
        if not level and not self._is_detailed(code):
            return None
        key = (place, place_title, kind, state)
        known = self._areas.get(key)
        if known is None:
            known = self._areas[key] = _area(*key)
        try:
            read = [reader[cell] for reader, cell in zip(readers, cells, strict=False)]
        except ValueError as error:
            rule = "must have figures that are numbers of at least 0, or *, ** or #"
            raise _UnreadableError(rule, f"{code} {title.strip()}: {excerpt(str(error))}") from None
        figures = self._figures(read)
        if disorder := _disorder(figures):
            rule = "must have percentiles in ascending order"
            raise _UnreadableError(rule, f"{code} {title.strip()}: {disorder}")
        digest = hash(figures)
        area = known[1]
        if seen.setdefault(area.code, {}).setdefault(code, digest) != digest:
            rule = "must not have other figures than an earlier row"
            raise _UnreadableError(rule, f"{code} {title.strip()}, {area.title}")
        return SurveyRecord(*known, code, title.strip(), figures)

    def _figures(self, read: Sequence[int | str | None]) -> tuple[int | None, ...]:
        """A record's figures, with the top code of the year for TOP, and a bit that says so."""
        figures, bits = list(read), 0
        if TOP in read:
            if not self.top:
                raise DataError(self.file, [NO_YEAR])
            for place, scale in enumerate(AMOUNTS.values()):
                if read[place] == TOP:
                    unit, point = divmod(place - AT_LEAST, len(POINTS))
                    top = self.top["ah"[unit]] if place >= AT_LEAST else None
                    figures[place] = None if top is None else round(top * scale)
                    bits |= 0 if top is None else 1 << point
        plain = cast("list[int | None]", figures)
        return (*plain[:AT_LEAST], bits, *plain[AT_LEAST:])

    def _count_note(self) -> None:
        """Counts a row that is only a note. Raises DataError if there are too many."""
        self._notes += 1
        if self._notes > MAX_NOTES:
            rule = "must have an occupation code in each row"
            raise DataError.of(
                self.file, "OCC_CODE", rule, f"{self._notes:,} rows without", BY_HAND
            )

    @cached_property
    def _writes_commas(self) -> bool:
        with self.open() as table:
            return writes_commas(table.select(*AMOUNTS))

    @cached_property
    def _codes(self) -> set[str]:
        """Every code of the table, for one that doesn't say which are detailed occupations."""
        with self.open() as table:
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
        """Folded title -> code, by the edition and by the intact rows of the table itself."""
        with self.open() as table:
            intact = (
                (title, code.strip())
                for code, title, level in table.select("occcode", "occtitle", _level_column(table))
                if CODE.fullmatch(code.strip()) and level.strip().casefold() in ("", *LEVELS)
            )
            return codes_by_title(chain(self.titles.items(), intact))

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
    return owner in ALL_OWNERS or owner.strip().split(".")[0] in ALL_OWNERS


def _disorder(figures: Sequence[int | None]) -> str:
    """A percentile that is less than one before it, and that one; empty if none is.

    One that is published as so much or more may be any amount above that.
    """
    for start, (letter, scale) in zip(STARTS, UNITS.items(), strict=True):
        floor, floor_place = 0, 0
        for place in range(start + 1, start + len(POINTS)):
            figure = figures[place]
            if figure is None:
                continue
            if figure >= floor:
                floor, floor_place = figure, place
            elif not (figures[AT_LEAST] or 0) >> (place - start) & 1:
                low, high = (
                    f"{letter}_{POINTS[at - start]} {amount / scale:,.10g}".upper()
                    for at, amount in ((floor_place, floor), (place, figure))
                )
                return f"{low}, {high}"
    return ""


def _level_column(table: Table) -> str:
    return "ogroup" if "ogroup" in table.columns else "occgroup"


def _columns(table: Table) -> Iterator[str]:
    """The columns that are read, whether the table has them or not."""
    yield from ("occcode", "occtitle", _level_column(table), "igroup", "owncode", "area")
    titles = ("areatitle", "areaname", "state")
    yield next((name for name in titles if name in table.columns), "areatitle")
    yield from ("areatype", "primstate", *AMOUNTS)
    yield from ("annual", "hourly")  # the last ones: without them a row is cut short


def _area(place: str, title: str, kind: str, state: str) -> tuple[str, Area]:
    """The data set of an area, and what is known of it."""
    place = place.strip().removesuffix(".0")
    title = title.strip() or place
    known = TYPES.get(kind.strip().split(".")[0])
    if (place or title).casefold() in NATIONAL or (known and not known.kind):
        return "oews", COUNTRY
    if known:
        return known.dataset, Area(place.zfill(known.digits), title, known.kind, state.strip())
    dataset = "oews-metros" if len(place) > STATE_DIGITS else "oews-states"
    return dataset, Area(place, title, state=state.strip())


def refused_rows(file: str, problems: list[Problem], count: int) -> DataError:
    """That rows of a file can't be read, with what to do about it."""
    hint = "Download the file again, and import it as it is; nothing was changed."
    if count > len(problems):
        problems.append(Problem(f"{count - len(problems):,} more rows", problems[-1].rule, "", ""))
    problems[-1] = problems[-1]._replace(hint=hint)
    return DataError(file, problems)
