"""The official edition that ships with the package: data/official/, as the rows of a store.

Its files hold figures, codes and names; data/official/README.md says what each column is. They
become the same rows as the publishers' own files do, and a test compares the two.
"""

import bz2
import csv
import tomllib  # noqa: TID253  # build time only
import zlib
from array import array
from collections.abc import Callable, Iterator
from itertools import starmap
from pathlib import Path
from typing import Any

from careercli.core.similarity import FACETS
from careercli.model.basics import FigureKind, Source
from careercli.model.codec import to_json_data
from careercli.model.move_inputs import UNKNOWN_LIKENESS
from careercli.model.occupation import Dataset, Element, ReadFile
from careercli.official import onet, projections
from careercli.official.dataset import Row
from careercli.official.likeness import likeness_rows
from careercli.official.onet_tables import LETTERS
from careercli.official.survey_rows import COUNTRY
from careercli.store import schema
from careercli.store.wages import (
    CENTS,
    HUNDREDTHS,
    TENTHS,
    THOUSANDTHS,
    WAGE_POINTS,
    WageRow,
    area_id,
    code_id,
)
from careercli.store.writer import as_json

UNPUBLISHED = ("*", "**", "")
HOURS = 2080
"""Hours of a year of full-time work, by which the survey makes hourly pay yearly."""
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
    "skills": ("skills-importance", "skills-level", "IM"),
    "knowledge": ("knowledge-importance", "knowledge-level", "IM"),
    "styles": ("styles", "", "WI"),
}
"""Kind of ratings -> the tables of values and of levels, if it has any, and the values' scale."""
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
    return Dataset(
        name=name,
        title=told["title"],
        release=release,
        date=date,
        rows=rows,
        occupations=occupations,
        file=told["file"],
        imported="",
        licence=told["licence"],
        attribution=told["attribution"],
        retrieved=told["retrieved"],
        sha256=told["sha256"],
        members=tuple(starmap(ReadFile, told.get("members", {}).items())),
        rebuilt_from=told.get("rebuilt_from", ""),
        published=told.get("published", ""),
        source=source,
    )


def _published_lines(folder: Path) -> int:
    """Lines of the tables that hold what O*NET publishes, and not what was worked out of it."""
    tables = (path for path in folder.rglob("*.csv*") if path.name not in DERIVED)
    return sum(1 for path in tables for _ in _table(path))


def _table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table of the edition; the largest are packed."""
    opened = bz2.open if path.suffix == ".bz2" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


# -- O*NET -----------------------------------------------------------------------------------------


def _onet(folder: Path) -> Iterator[Row]:
    names = {row["element"]: row["name"] for row in _table(folder / "elements.csv")}
    occupations = _by_code(folder / "occupations.csv")
    zones = _by_code(folder / "zones.csv", "zone")
    parts: dict[str, Record] = {
        code: {"code": code} | _preparation(row, zones) for code, row in occupations.items()
    }
    for name, told in (
        ("software", _software(folder / "software.csv.bz2")),
        ("ratings", _all_ratings(folder / "ratings", names)),
        ("education", _shares(folder, "education")),
        ("experience_asked", _shares(folder, "experience")),
        ("related", _related(folder / "related.csv", occupations)),
    ):
        for code, part in told.items():
            parts[code][name] = part
    titles, words = _titles(folder / "titles.csv.bz2"), _by_code(folder / "words.csv")
    for code, row in occupations.items():
        reported, others, short = titles[code]
        record = {
            "title": row["title"],
            "summary": "",
            **onet.all_titles(row["title"], reported, others),
            "short": list(dict.fromkeys(short)),
            "occupation": parts[code],
            "words": words[code]["words"],
        }
        yield schema.IMPORT_RECORD, ("onet", code, as_json(record))
    with (folder / "ratings/skills-importance.csv").open(encoding="utf-8") as file:
        rated = file.readline().strip().split(",")[1:]
    for element in sorted(rated):
        record = to_json_data(Element(element, names[element]))
        yield schema.ELEMENT, ("onet", element, as_json(record))
    yield from _likeness(folder / "likeness.csv.bz2")
    for row in _table(folder / "calibration.csv"):
        figures = (float(row["mean"]), float(row["deviation"]))
        pairs = (int(row["roles"]), int(row["pairs"]))
        yield schema.CALIBRATION, ("onet", row["ratings"], *figures, *pairs)


def _by_code(path: Path, column: str = "code") -> dict[str, dict[str, str]]:
    return {row[column]: row for row in _table(path)}


def _all_ratings(folder: Path, names: dict[str, str]) -> dict[str, Record]:
    ratings: dict[str, Record] = {}
    for kind, (values, levels, scale) in RATED.items():
        level_rows = _by_code(folder / f"{levels}.csv") if levels else {}
        for row in _table(folder / f"{values}.csv"):
            rows = list(_ratings(row, level_rows.get(row["code"], {}), names))
            ratings.setdefault(row["code"], {})[kind] = onet.scaled_ratings(scale, rows)
    return ratings


def _shares(folder: Path, name: str) -> dict[str, list[Record]]:
    categories = _by_code(folder / f"{name}-categories.csv", "category")
    return {
        row["code"]: [
            {"name": known["name"], "percent": percent}
            for category, known in categories.items()
            if row[category] and (percent := float(row[category].rstrip("?")))
        ]
        for row in _table(folder / f"{name}.csv")
    }


def _related(path: Path, occupations: dict[str, dict[str, str]]) -> dict[str, list[Record]]:
    return {
        row["code"]: [
            {"code": other, "title": occupations[other]["title"], "tier": tier}
            for tier, column in enumerate(TIERS, 1)
            for other in row[column].split()
        ]
        for row in _table(path)
    }


def _software(path: Path) -> dict[str, list[Record]]:
    programs: dict[str, list[Record]] = {}
    for row in _table(path):
        for code in row["codes"].split():
            program: Record = {"name": row["name"], "category": row["category"]}
            if row["hot"]:
                program["hot"] = True
            if code.endswith("!"):
                program["in_demand"] = True
            programs.setdefault(code.rstrip("!"), []).append(program)
    return {code: onet.sorted_software(software) for code, software in programs.items()}


def _ratings(
    values: dict[str, str], levels: dict[str, str], names: dict[str, str]
) -> Iterator[Record]:
    for element, value in values.items():
        if element == "code" or not value:
            continue
        rating: Record = {"id": element, "name": names[element]}
        rating["value"] = float(value.rstrip("?"))
        if value.endswith("?"):
            rating["uncertain"] = True
        if level := levels.get(element):
            rating["level"] = float(level.rstrip("?"))
            if level.endswith("?"):
                rating["level_uncertain"] = True
        yield rating


def _preparation(row: dict[str, str], zones: dict[str, dict[str, str]]) -> Record:
    """Interests, the strongest first, and job zone."""
    values = {letter: float(row[letter]) for letter in LETTERS if row[letter]}
    ranked = sorted(values.items(), key=lambda pair: -pair[1])
    parts: Record = {"interests": [{"letter": one, "value": value} for one, value in ranked]}
    parts["high_points"] = row["interests"]
    if number := row["zone"]:
        zone = zones[number]
        parts["zone"] = {"number": int(number), "name": zone["name"], "svp": zone["svp"]}
    return {name: part for name, part in parts.items() if part}


def _titles(path: Path) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Code -> titles that people reported, other job titles, abbreviations."""
    titles: dict[str, tuple[list[str], list[str], list[str]]] = {}
    for row in _table(path):
        reported, others, short = titles.setdefault(row["code"], ([], [], []))
        (reported if row["reported"] else others).append(row["title"])
        if row["short"]:
            short.append(row["short"])
    return titles


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
    for row in _table(folder / "national.csv"):
        yield schema.IMPORT_RECORD, ("oews", row["code"], as_json({"title": titles[row["code"]]}))
        yield schema.AREA_PAY, _wage_row(row)
    for path in (folder / "states.csv.bz2", *sorted((folder / "metros").glob("*.csv.bz2"))):
        for row in _table(path):
            yield schema.AREA_PAY, _wage_row(row)


def _published(text: str, unit: int) -> int | None:
    """A figure as an integer of 1/unit."""
    return None if text in UNPUBLISHED else round(float(text) * unit)


def _wage_row(row: dict[str, str]) -> WageRow:
    letters = row["hourly"] or "ssssss"
    year: list[int | None] = []
    hour: list[int | None] = []
    at_least = 0
    for bit, point in enumerate(WAGE_POINTS):
        text = row[point]
        if text == "#":
            at_least |= 1 << bit
            year.append(None if row["unit"] == "hour" else TOP_YEAR)
            hour.append(None if row["unit"] == "year" else TOP_HOUR)
        elif row["unit"] == "hour":
            year.append(None)
            hour.append(_published(text, CENTS))
        else:
            dollars = _published(text, 1)
            year.append(dollars)
            hour.append(
                None
                if dollars is None or row["unit"]
                else (200 * dollars + HOURS) // (2 * HOURS) + CENTS_APART[letters[bit]]
            )
    return WageRow(
        code_id(row["code"]),
        area_id(row["area"]),
        _published(row["employment"], 1),
        _published(row["employment_rse"], TENTHS),
        _published(row["jobs_per_1000"], THOUSANDTHS),
        _published(row["location_quotient"], HUNDREDTHS),
        _published(row["mean_rse"], TENTHS),
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
    for row in _table(folder / "gpts_are_gpts.csv"):
        for column, value in row.items():
            if column != "code":
                rater, _, measure = column.partition("_")
                yield schema.EXPOSURE, ("exposure-gpts", row["code"], rater, measure, float(value))
    for row in _table(folder / "microsoft.csv"):
        score = float(row["applicability"])
        yield schema.EXPOSURE, ("exposure-microsoft", row["code"], "", "applicability", score)


def _programs(folder: Path) -> Iterator[Row]:
    for row in _table(folder / "programs.csv"):
        yield schema.PROGRAM, ("programs", row["code"], row["title"])
        for code in row["occupations"].split():
            yield schema.PROGRAM_OCCUPATION, ("programs", row["code"], code)


def fingerprint(data: Path) -> int:
    """A number that changes whenever the files or the code change that the edition is made of."""
    code = Path(__file__).parents[1]
    folders = (data / "official", code / "official", code / "store", code / "core")
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    total = zlib.crc32((data / "names.csv").read_bytes() + (data / "everyday.csv").read_bytes())
    for file in sorted(files):
        if file.suffix in (".csv", ".bz2", ".toml", ".py"):
            total = zlib.crc32(file.read_bytes(), total)
    return total & 0x7FFFFFFF
