"""The official edition that ships with the package: data/official/, as the rows of a store.

Its files hold figures, codes and names; data/official/README.md says what each column is. They
become the same rows as the publishers' own files do, and a test compares the two.
"""

import bz2
import csv
import tomllib  # noqa: TID253  # build time only
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from itertools import starmap
from pathlib import Path
from typing import Any

from careercli.core.likeness import FACETS
from careercli.model.basics import HOURS_A_YEAR, FigureKind, Source
from careercli.model.codec import to_json_data
from careercli.model.datasets import Dataset, ReadFile
from careercli.model.move_inputs import UNKNOWN_LIKENESS
from careercli.official import onet, projections
from careercli.official.dataset import Row
from careercli.official.move_inputs import likeness_rows
from careercli.official.onet_tables import (
    EDUCATION,
    EXPERIENCE,
    HIGH_POINTS,
    LETTERS,
    Occupation,
    Release,
)
from careercli.official.survey_rows import COUNTRY
from careercli.store import schema
from careercli.store.wages import (
    CENTS,
    HUNDREDTHS,
    TENTHS,
    THOUSANDTHS,
    WageRow,
    area_id,
    code_id,
    code_text,
)
from careercli.store.writer import as_json

UNPUBLISHED = ("*", "**", "")
CENTS_APART = {"s": 0, "u": 1, "d": -1}
"""A letter of the column `hourly` -> cents between hourly pay and annual pay / 2080."""
TOP_YEAR, TOP_HOUR = 239_200, 11_500
"""What `#` stands for: at least this many dollars a year, cents an hour."""
KINDS: dict[str, FigureKind] = {
    "prices": "official-fact",
    "exposure": "published-estimate",
    "programs": "official-fact",
}
"""What sort of figures the data sets give that no file of a user's replaces."""
DERIVED = ("likeness.csv.bz2", "calibration.csv", "words.csv")
"""Tables in data/official/onet that careercli worked out."""
STATE_DIGITS, PORTION = 2, "999"
"""How the code of a state looks, and how that of a state's nonmetropolitan portion ends."""
RATED = {
    "skills": ("skills-importance", "IM"),
    "knowledge": ("knowledge-importance", "IM"),
    "styles": ("styles", "WI"),
}
"""Kind of ratings -> the table of their values, and the values' scale."""
TIERS = ("primary_short", "primary_long", "supplemental")

Record = dict[str, Any]


def read(folder: Path) -> Iterator[Row]:
    """The rows of every data set in data/official/."""
    yield from _onet(folder / "onet")
    yield from _wages(folder / "oews")
    yield from _projections(folder / "projections")
    yield from _prices(folder / "bea")
    yield from _exposure(folder / "exposure")
    yield from _programs(folder / "cip")


def datasets(folder: Path, counts: Callable[[str], tuple[int, int]]) -> list[Dataset]:
    """What is known of each of the data sets.

    counts: name of a data set -> how many rows and occupations it has
    """
    manifest = tomllib.loads((folder / "manifest.toml").read_text(encoding="utf-8"))["source"]
    found = [_dataset(name, told, *counts(name)) for name, told in manifest.items()]
    lines = _published_lines(folder / "onet")
    return [data._replace(rows=lines) if data.name == "onet" else data for data in found]


def _dataset(name: str, told: Record, rows: int, occupations: int) -> Dataset:
    release = told["release"].removeprefix("May ")
    date = told.get("published", "")
    if name.startswith("oews"):
        date = f"{release}-05"
    elif name == "projections":
        date = release[:4]
    source = None
    if kind := KINDS.get(name.partition("-")[0]):
        source = Source(
            told["publisher"], told["title"], kind, told["url"], date, told["attribution"]
        )
    known = {key: value for key, value in told.items() if key not in ("publisher", "url")}
    known |= {"name": name, "release": release, "date": date, "imported": "", "source": source}
    members = tuple(starmap(ReadFile, known.pop("members", {}).items()))
    return Dataset(rows=rows, occupations=occupations, members=members, **known)


def _published_lines(folder: Path) -> int:
    """Lines of the tables that hold what O*NET publishes, and not what was worked out of it."""
    tables = [path for path in folder.rglob("*.csv*") if path.name not in DERIVED]
    return sum(1 for path in tables for _ in _lines(path)) - len(tables)


def _table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table of the edition."""
    rows = _lines(path)
    columns = next(rows)
    for row in rows:
        yield dict(zip(columns, row, strict=True))


def _lines(path: Path) -> Iterator[list[str]]:
    """The cells of each line of a table, its columns' names first; the largest are packed."""
    opened = bz2.open if path.suffix == ".bz2" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.reader(file)


# -- O*NET -----------------------------------------------------------------------------------------


def _onet(folder: Path) -> Iterator[Row]:
    release = _release(folder)
    words = {row["code"]: row["words"] for row in _table(folder / "words.csv")}
    for code in release.occupations:
        record = onet.record(release, code) | {"words": words[code]}
        yield schema.IMPORT_RECORD, ("onet", code, as_json(record))
    for element in onet.elements(release):
        yield schema.ELEMENT, ("onet", element.id, as_json(to_json_data(element)))
    yield from _likeness(folder / "likeness.csv.bz2")
    for row in _table(folder / "calibration.csv"):
        figures = (float(row["mean"]), float(row["deviation"]))
        pairs = (int(row["roles"]), int(row["pairs"]))
        yield schema.CALIBRATION, ("onet", row["ratings"], *figures, *pairs)


def _release(folder: Path) -> Release:
    """O*NET's tables, gathered as those of its own files are."""
    release = Release()
    for row in _table(folder / "occupations.csv"):
        occupation = release.occupations[row["code"]] = Occupation(row["title"], "")
        occupation.interests = {letter: float(row[letter]) for letter in LETTERS if row[letter]}
        occupation.high_points = dict(zip(HIGH_POINTS, row["interests"], strict=False))
        occupation.zone = int(row["zone"]) if row["zone"] else None
    for row in _table(folder / "zones.csv"):
        number = int(row["zone"])
        release.zones[number] = {"number": number, "name": row["name"], "svp": row["svp"]}
    for row in _table(folder / "titles.csv.bz2"):
        occupation = release.occupations[row["code"]]
        (occupation.reported if row["reported"] else occupation.titles).append(row["title"])
        if row["short"]:
            occupation.short.append(row["short"])
    for row in _table(folder / "software.csv.bz2"):
        for code in row["codes"].split():
            program: Record = {"name": row["name"], "category": row["category"]}
            program |= {"hot": True} if row["hot"] else {}
            program |= {"in_demand": True} if code.endswith("!") else {}
            release.occupations[code.rstrip("!")].software.append(program)
    for row in _table(folder / "related.csv"):
        release.occupations[row["code"]].related += (
            (tier, place, other)
            for tier, column in enumerate(TIERS, 1)
            for place, other in enumerate(row[column].split())
        )
    for name, element in (("education", EDUCATION), ("experience", EXPERIENCE)):
        categories = _table(folder / f"{name}-categories.csv")
        release.categories[element] = {int(row["category"]): row["name"] for row in categories}
        for code, shares in _by_code(folder / f"{name}.csv"):
            release.occupations[code].shares[element] = {
                int(category): float(percent.rstrip("?")) for category, percent in shares.items()
            }
    _gather_ratings(release, folder)
    return release


def _gather_ratings(release: Release, folder: Path) -> None:
    names = {row["element"]: row["name"] for row in _table(folder / "elements.csv")}
    for kind, (file, scale) in RATED.items():
        release.scales[kind] = scale
        for code, values in _by_code(folder / "ratings" / f"{file}.csv"):
            rated = release.occupations[code].ratings[kind] = {}
            for element, value in values.items():
                rated[element] = {"id": element, "name": names[element]}
                rated[element] |= _rating(value, "value", "uncertain")
    for kind in ("skills", "knowledge"):
        for code, levels in _by_code(folder / "ratings" / f"{kind}-level.csv"):
            rated = release.occupations[code].ratings[kind]
            for element, level in levels.items():
                rated[element] |= _rating(level, "level", "level_uncertain")


def _by_code(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """A code, and the cells beside it that aren't empty by column."""
    for row in _table(path):
        code = row.pop("code")
        yield code, {column: cell for column, cell in row.items() if cell}


def _rating(cell: str, name: str, uncertain: str) -> Record:
    return {name: float(cell.rstrip("?"))} | ({uncertain: True} if cell.endswith("?") else {})


def _likeness(path: Path) -> Iterator[Row]:
    """Likeness of every pair, of which the file has each once."""
    rows = list(_table(path))
    scores = [array("h", bytes(2 * len(rows))) for _ in rows]
    for position, row in enumerate(rows):
        for other, text in enumerate(row["hundredths"].split()):
            value = UNKNOWN_LIKENESS if text == "-" else int(text)
            scores[position][other] = scores[other][position] = value
    for position, row in enumerate(rows):
        missing = [facet for facet in FACETS if facet in row["lacks"].split()]
        yield from likeness_rows(position, row["code"], missing, scores[position])


# -- pay -------------------------------------------------------------------------------------------


def _wages(folder: Path) -> Iterator[Row]:
    titles = {row["code"]: row["title"] for row in _table(folder / "occupations.csv")}
    yield schema.AREA, ("oews", area_id(COUNTRY.code), *COUNTRY)
    for row in _table(folder / "areas.csv"):
        name = "oews-states" if row["kind"] in ("state", "territory") else "oews-metros"
        area = (row["code"], row["title"], row["kind"], row["state"])
        yield schema.AREA, (name, area_id(row["code"]), *area)
    for paid in _pay(folder / "national.csv"):
        code = code_text(paid.code)
        yield schema.IMPORT_RECORD, ("oews", code, as_json({"title": titles[code]}))
        yield schema.AREA_PAY, paid
    for path in (folder / "states.csv.bz2", *sorted((folder / "metros").glob("*.csv.bz2"))):
        yield from ((schema.AREA_PAY, paid) for paid in _pay(path))


def _pay(path: Path) -> Iterator[WageRow]:
    lines = _lines(path)
    next(lines)
    return map(_wage_row, lines)


@cache
def _published(text: str, unit: int) -> int | None:
    """A figure as an integer of 1/unit."""
    return None if text in UNPUBLISHED else round(float(text) * unit)


def _wage_row(cells: list[str]) -> WageRow:
    area, code, employment, employment_error, jobs, quotient, mean, mean_error = cells[:8]
    *percentiles, unit, letters = cells[8:]
    letters = letters or "ssssss"
    year: list[int | None] = []
    hour: list[int | None] = []
    at_least = 0
    for bit, (text, letter) in enumerate(zip((mean, *percentiles), letters, strict=True)):
        if text == "#":
            at_least |= 1 << bit
            year.append(None if unit == "hour" else TOP_YEAR)
            hour.append(None if unit == "year" else TOP_HOUR)
        elif unit == "hour":
            year.append(None)
            hour.append(_published(text, CENTS))
        else:
            dollars = _published(text, 1)
            year.append(dollars)
            hour.append(
                None
                if dollars is None or unit
                else (200 * dollars + HOURS_A_YEAR) // (2 * HOURS_A_YEAR) + CENTS_APART[letter]
            )
    return WageRow(
        code_id(code),
        area_id(area),
        _published(employment, 1),
        _published(employment_error, TENTHS),
        _published(jobs, THOUSANDTHS),
        _published(quotient, HUNDREDTHS),
        _published(mean_error, TENTHS),
        at_least,
        *year,
        *hour,
    )


# -- the others ------------------------------------------------------------------------------------


def _projections(folder: Path) -> Iterator[Row]:
    for row in _table(folder / "occupations.csv"):
        record: Record = {"title": row["title"]}
        record |= {name: float(row[name]) for name in projections.PERCENTS if row[name]}
        if row["openings"]:
            record["openings"] = int(row["openings"])
        record |= {name: row[name] for name in projections.WORDS if row[name]}
        yield schema.IMPORT_RECORD, ("projections", row["code"], as_json(record))


def _prices(folder: Path) -> Iterator[Row]:
    for row in _table(folder / "prices.csv"):
        year, index = int(row["year"]), float(row["index"])
        name = "prices-states" if len(row["area"]) == STATE_DIGITS else "prices-metros"
        if row["area"].endswith(PORTION):
            name = "prices-portions"
        yield schema.PRICE, (name, row["area"], row["title"], year, index)


def _exposure(folder: Path) -> Iterator[Row]:
    for study, file in (("exposure-gpts", "gpts_are_gpts"), ("exposure-microsoft", "microsoft")):
        table = list(_table(folder / f"{file}.csv"))
        for column in (name for name in table[0] if name != "code"):
            rater, _, measure = column.rpartition("_")
            ascending = sorted(float(row[column]) for row in table)
            for row in table:
                value = float(row[column])
                end = bisect_right(ascending, value)
                places = len(table) - end + 1, len(table), end - bisect_left(ascending, value)
                yield schema.EXPOSURE, (study, row["code"], rater, measure, value, *places)


def _programs(folder: Path) -> Iterator[Row]:
    for row in _table(folder / "programs.csv"):
        yield schema.PROGRAM, ("programs", row["code"], row["title"])
        for code in row["occupations"].split():
            yield schema.PROGRAM_OCCUPATION, ("programs", row["code"], code)
