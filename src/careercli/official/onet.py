"""O*NET databases of every layout, in text or CSV, into what they say of each occupation.

Tables are known by their file's name and their columns. Three layouts exist: to 30.0; from 30.1
(work styles on another scale, then job zones 1 and 2 joined); from 30.3 (tables renamed and
split). What a release does not have is said, and is then simply not shown.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import nan
from pathlib import Path
from typing import Any, NamedTuple

from careercli.errors import DataError, Problem
from careercli.model.occupation import Anchor, Dataset, Element
from careercli.official.dataset import OccupationRecord, ParsedDataset, ReportProgress
from careercli.official.files import Member
from careercli.official.recognize import ONET, elsewhere, recognized
from careercli.official.tables import Table, folded, text_table
from careercli.text import decode

NAME = "onet"
NEWEST = "31.0"
"""The release that is downloaded if none is named."""
BY_HAND = (
    "Download the database as text or CSV from https://www.onetcenter.org/database.html "
    "with a browser, then: careercli sources add FILE"
)
LICENCE = "CC BY 4.0"
ATTRIBUTION = (
    "This page includes information from the {} by the U.S. Department of Labor, Employment and "
    "Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET\u00ae is a "
    "trademark of USDOL/ETA. careercli has modified all or some of this information. USDOL/ETA "
    "has not approved, endorsed, or tested these modifications."
)

SOC_2010 = frozenset({"11-2031.00", "15-1131.00", "15-1132.00", "15-1133.00", "15-1134.00"})
"""Some codes of O*NET-SOC 2010 that later releases do not have."""
FIRST_OF_SOC_2018 = (25, 1)

LETTERS = "RIASEC"
RIASEC = {f"1.B.1.{letter}": word for letter, word in zip("abcdef", LETTERS, strict=True)}
HIGH_POINTS = ("1.B.1.g", "1.B.1.h", "1.B.1.i")
EDUCATION, EXPERIENCE = "2.D.1", "3.A.1"
ABSENT = ("", "n/a")
SCALES = {"IM": ("importance", 1.0, 5.0), "WI": ("impact", -3.0, 3.0)}
"""Scale id -> name, lowest and highest value, as in Scales Reference."""
TABLE_LEVELS = (0, 7)
INTERESTS = (0, 7)
"""A value from 1, or the number of a high point, where 0 says that there is none."""
PERCENT = (0, 100)
RANKS = ("core", "supplemental")
"""Of tasks, in this order; what has none of them comes last."""
MAX_OCCUPATIONS = 5_000
"""Occupations of a release; O*NET has about a thousand."""
MAX_ROWS = 250_000
"""Rows of a table that is read; the largest has 63,000."""
MAX_TEXT = 16 * 2**20
"""Characters of a table that is read; the largest has 7 million."""
MAX_README = 2**16
OTHER_EDITIONS = {".xlsx": "Excel", ".xls": "Excel", ".sql": "SQL"}
"""Editions of O*NET that aren't read -> what they are called."""
TIERS = {"primary-short": 1, "primary-long": 2, "supplemental": 3}


def address(release: str) -> str:
    """Where a release is downloaded."""
    name = (release or NEWEST).replace(".", "_")
    return f"https://www.onetcenter.org/dl_files/database/db_{name}_text.zip"


class Occupation:
    """What is gathered of one occupation while the tables are gone through."""

    def __init__(self, title: str, summary: str) -> None:
        self.title = title
        self.summary = summary
        self.reported: list[str] = []
        self.titles: list[str] = []
        self.short: list[str] = []
        self.tasks: list[dict[str, Any]] = []
        self.software: list[dict[str, Any]] = []
        self.ratings: dict[str, dict[str, dict[str, Any]]] = {}
        self.interests: dict[str, float] = {}
        self.high_points: dict[str, str] = {}
        self.shares: dict[str, dict[int, float]] = {EDUCATION: {}, EXPERIENCE: {}}
        self.zone: int | None = None
        self.related: list[tuple[int, int, str]] = []


class Release:
    """The tables of a release, gathered occupation by occupation."""

    def __init__(self) -> None:
        self.occupations: dict[str, Occupation] = {}
        self.scales: dict[str, str] = {}
        self.zones: dict[int, dict[str, Any]] = {}
        self.categories: dict[str, dict[int, str]] = {EDUCATION: {}, EXPERIENCE: {}}
        self.anchors: dict[str, list[Anchor]] = {}
        self.rows = 0

    # -- one method a table ----------------------------------------------------------------

    def read_occupations(self, table: Table) -> None:
        for code, title, summary in table.select("onetsoccode", "title", "description"):
            self.occupations[code] = Occupation(title, summary)
            if len(self.occupations) > MAX_OCCUPATIONS:
                rule = f"must have at most {MAX_OCCUPATIONS:,} occupations"
                raise table.problem(table.length + 1, rule, "more")

    def read_titles(self, table: Table) -> None:
        column = "jobtitle" if "jobtitle" in table.columns else "alternatetitle"
        for code, title, short in table.select("onetsoccode", column, "shorttitle"):
            if found := self.occupations.get(code):
                found.titles.append(title)
                if short not in ABSENT:
                    found.short.append(short)

    def read_reported(self, table: Table) -> None:
        for code, title in table.select("onetsoccode", "reportedjobtitle"):
            if found := self.occupations.get(code):
                found.reported.append(title)

    def read_tasks(self, table: Table) -> None:
        for code, text, kind in table.select("onetsoccode", "task", "tasktype"):
            if found := self.occupations.get(code):
                task = {"text": text}
                if kind.lower() in RANKS:
                    task["rank"] = kind.lower()
                found.tasks.append(task)

    def read_software(self, table: Table) -> None:
        name = "workplaceexample" if "workplaceexample" in table.columns else "example"
        category = "commoditytitle" if "commoditytitle" in table.columns else "elementname"
        columns = ("onetsoccode", name, category, "hottechnology", "indemand")
        for code, shown, kind, hot, in_demand in table.select(*columns):
            if found := self.occupations.get(code):
                program: dict[str, Any] = {"name": shown, "category": kind}
                if hot == "Y":
                    program["hot"] = True
                if in_demand == "Y":
                    program["in_demand"] = True
                found.software.append(program)

    def read_ratings(self, table: Table, kind: str) -> None:
        """Importance or impact as the value, O*NET's level beside it; they are never mixed.

        What is marked as not relevant has no level.
        """
        columns = (
            "onetsoccode",
            "elementid",
            "elementname",
            "scaleid",
            "datavalue",
            "recommendsuppress",
            "notrelevant",
        )
        code, rated = "", None
        for number, row in enumerate(table.select(*columns), 2):
            if row[0] != code:
                code = row[0]
                found = self.occupations.get(code)
                rated = found.ratings.setdefault(kind, {}) if found else None
            if rated is None:
                continue
            _, element, name, scale, value, suppress, irrelevant = row
            if scale == "LV":
                if irrelevant != "Y":
                    rating = rated.setdefault(element, {"id": element, "name": name})
                    rating["level"] = _number(table, number, value, *TABLE_LEVELS)
                    if suppress == "Y":
                        rating["level_uncertain"] = True
            elif scale in SCALES:
                _, low, high = SCALES[scale]
                rating = rated.setdefault(element, {"id": element, "name": name})
                rating["value"] = _number(table, number, value, low, high)
                self.scales[kind] = scale
                if suppress == "Y":
                    rating["uncertain"] = True

    def read_anchors(self, table: Table) -> None:
        columns = ("elementid", "scaleid", "anchorvalue", "anchordescription")
        for number, (element, scale, value, words) in enumerate(table.select(*columns), 2):
            if scale == "LV":
                level = int(_number(table, number, value, *TABLE_LEVELS))
                self.anchors.setdefault(element, []).append(Anchor(level, words))

    def read_interests(self, table: Table) -> None:
        for number, row in enumerate(table.select("onetsoccode", "elementid", "datavalue"), 2):
            code, element, cell = row
            if found := self.occupations.get(code):
                value = _number(table, number, cell, *INTERESTS)
                if element in RIASEC:
                    found.interests[RIASEC[element]] = value
                elif element in HIGH_POINTS and 1 <= value <= len(LETTERS):
                    found.high_points[element] = LETTERS[int(value) - 1]

    def read_shares(self, table: Table) -> None:
        columns = ("onetsoccode", "elementid", "category", "datavalue")
        for number, (code, element, category, cell) in enumerate(table.select(*columns), 2):
            found = self.occupations.get(code)
            if found and element in found.shares and category not in ABSENT and cell not in ABSENT:
                place = int(_number(table, number, category))
                found.shares[element][place] = _number(table, number, cell, *PERCENT)

    def read_categories(self, table: Table) -> None:
        columns = ("elementid", "category", "categorydescription")
        for number, (element, category, words) in enumerate(table.select(*columns), 2):
            if element in self.categories:
                place = int(_number(table, number, category))
                self.categories[element][place] = category_name(words)

    def read_zones(self, table: Table) -> None:
        for number, (code, zone) in enumerate(table.select("onetsoccode", "jobzone"), 2):
            if (found := self.occupations.get(code)) and zone not in ABSENT:
                found.zone = int(_number(table, number, zone))

    def read_zone_words(self, table: Table) -> None:
        columns = ("jobzone", "name", "experience", "education", "jobtraining", "svprange")
        for line, row in enumerate(table.select(*columns), 2):
            zone, name, experience, education, training, svp = row
            number = int(_number(table, line, zone))
            self.zones[number] = {
                "number": number,
                "name": name,
                "experience": experience,
                "education": education,
                "training": training,
                "svp": svp.strip("()"),
            }

    def read_related(self, table: Table) -> None:
        columns = ("onetsoccode", "relatedonetsoccode", "relatednesstier", "index")
        for number, (code, other, tier, index) in enumerate(table.select(*columns), 2):
            found = self.occupations.get(code)
            if found and (tier.lower() in TIERS):
                rank = int(_number(table, number, index))
                found.related.append((TIERS[tier.lower()], rank, other))


def _number(table: Table, line: int, cell: str, low: float = 0, high: float = 1000) -> float:
    """A cell's number, as it stands a count. Raises DataError for none from `low` to `high`."""
    try:
        value = float(cell)
    except ValueError:
        value = nan
    if not low <= value <= high:
        raise table.problem(line, f"must hold a number from {low:g} to {high:g}", cell)
    return value


class TableSpec(NamedTuple):
    """A table that is used.

    files: the names it has had, folded
    columns: the columns it must have, folded
    read: how it is read
    without: what is not shown where it is missing
    """

    files: tuple[str, ...]
    columns: tuple[str, ...]
    read: Callable[[Release, Table], None]
    without: str


def _ratings(kind: str) -> Callable[[Release, Table], None]:
    return lambda release, table: release.read_ratings(table, kind)


RATED = ("onetsoccode", "elementid", "elementname", "scaleid", "datavalue")
TABLE_SPECS = (
    TableSpec(
        ("jobtitles", "alternatetitles"), ("onetsoccode",), Release.read_titles, "job titles"
    ),
    TableSpec(
        ("sampleofreportedtitles",),
        ("onetsoccode", "reportedjobtitle"),
        Release.read_reported,
        "reported titles",
    ),
    TableSpec(("taskstatements",), ("onetsoccode", "task"), Release.read_tasks, "tasks"),
    TableSpec(
        ("softwareskills", "technologyskills"),
        ("onetsoccode", "hottechnology"),
        Release.read_software,
        "software",
    ),
    TableSpec(("skills",), RATED, _ratings("skills"), "skills"),
    TableSpec(("essentialskills",), RATED, _ratings("skills"), "essential skills"),
    TableSpec(("transferableskills",), RATED, _ratings("skills"), "transferable skills"),
    TableSpec(
        ("levelscaleanchors",),
        ("elementid", "scaleid", "anchorvalue", "anchordescription"),
        Release.read_anchors,
        "what levels of skills look like",
    ),
    TableSpec(("knowledge",), RATED, _ratings("knowledge"), "knowledge"),
    TableSpec(("workstyles",), RATED, _ratings("styles"), "work styles"),
    TableSpec(
        ("careerinteresttypes", "interests"),
        ("onetsoccode", "elementid", "datavalue"),
        Release.read_interests,
        "interests",
    ),
    TableSpec(
        ("educationcategories", "educationtrainingandexperiencecategories"),
        ("elementid", "category", "categorydescription"),
        Release.read_categories,
        "education",
    ),
    TableSpec(
        ("trainingandexperiencecategories",),
        ("elementid", "category", "categorydescription"),
        Release.read_categories,
        "experience",
    ),
    TableSpec(
        ("education", "educationtrainingandexperience"),
        ("onetsoccode", "elementid", "category", "datavalue"),
        Release.read_shares,
        "education",
    ),
    TableSpec(
        ("trainingandexperience",),
        ("onetsoccode", "elementid", "category", "datavalue"),
        Release.read_shares,
        "experience",
    ),
    TableSpec(
        ("jobzonereference",), ("jobzone", "name"), Release.read_zone_words, "job zones' words"
    ),
    TableSpec(("jobzones",), ("onetsoccode", "jobzone"), Release.read_zones, "job zones"),
    TableSpec(
        ("relatedoccupations",),
        ("onetsoccode", "relatedonetsoccode", "relatednesstier", "index"),
        Release.read_related,
        "related occupations",
    ),
)
OCCUPATIONS = TableSpec(
    ("occupationdata",),
    ("onetsoccode", "title", "description"),
    Release.read_occupations,
    "occupations",
)
SPLIT = {"skills": {"essentialskills", "transferableskills"}}
"""A table that later releases split, and into what: either will do."""
COMBINED = "educationtrainingandexperience"
"""A table of earlier releases that holds what two do now."""


def read(
    place: str, found: Sequence[Member], wanted_release: str, tell: ReportProgress
) -> list[ParsedDataset]:
    """A release out of its files. Raises DataError if it has no occupations or is damaged."""
    files = {_stem(member.name): member for member in found if _is_table(member.name)}
    readme = next((member for member in files.values() if _stem(member.name) == "readme"), None)
    number, date = _release(_beginning(readme) if readme else "", place)
    number = number or wanted_release
    release = Release()
    if not _read_kind(release, OCCUPATIONS, files, tell):
        raise _without_occupations(place, found)
    missing = [kind for kind in TABLE_SPECS if not _read_kind(release, kind, files, tell)]
    lacking = _lacking(missing, files)
    notes = _notes(release, lacking)
    old = is_soc_2010(number, release.occupations)
    if old:
        notes.append(
            "This release uses the occupations of SOC 2010, so it is not joined to wage surveys "
            "and projections that use those of 2018."
        )
    title = f"O*NET {number} Database".replace("  ", " ")
    parts = [
        OccupationRecord(code, _whole(release, code, one))
        for code, one in release.occupations.items()
    ]
    dataset = Dataset(
        name=NAME,
        title=title,
        release=number,
        date=date,
        rows=release.rows,
        occupations=len(parts),
        file=place,
        imported="",
        licence=LICENCE,
        attribution=ATTRIBUTION.format(title),
        notes=tuple(notes),
        soc="2010" if old else "2018",
    )
    lacks = tuple(lacking) if len(missing) > len(TABLE_SPECS) // 2 else ()
    return [ParsedDataset(dataset, parts, tuple(_elements(release)), lacks)]


def _elements(release: Release) -> Iterator[Element]:
    """The skills that any occupation is rated in, by id."""
    names = {
        element: rating["name"]
        for one in release.occupations.values()
        for element, rating in one.ratings.get("skills", {}).items()
    }
    for element, name in sorted(names.items()):
        yield Element(element, name, tuple(sorted(release.anchors.get(element, ()))))


def is_soc_2010(release: str, codes: Iterable[str]) -> bool:
    """Whether the occupations are those of SOC 2010: by the release, else by their codes."""
    if version := re.fullmatch(r"(\d+)\.(\d+)", release):
        return (int(version[1]), int(version[2])) < FIRST_OF_SOC_2018
    return bool(SOC_2010 & set(codes))


def _is_table(name: str) -> bool:
    return name.casefold().endswith((".txt", ".csv", ".tsv")) and not name.startswith("._")


def _stem(name: str) -> str:
    return folded(name.rpartition(".")[0])


def _release(readme: str, place: str) -> tuple[str, str]:
    """Release and date by the read-me, else the release by the download's own name."""
    months = "January February March April May June July August September October November December"
    number = re.search(r"O\*NET.{0,3} (\d+\.\d+) Database", readme)
    named = re.search(r"db_(\d+)_(\d+)", place.replace("\\", "/").rpartition("/")[2])
    when = re.search(rf"({months.replace(' ', '|')}) (\d{{4}})", readme)
    date = f"{when[2]}-{months.split().index(when[1]) + 1:02d}" if when else ""
    if number:
        return number[1], date
    return (f"{named[1]}.{named[2]}" if named else ""), date


def _read_kind(
    release: Release, kind: TableSpec, files: dict[str, Member], tell: ReportProgress
) -> bool:
    for name in kind.files:
        if member := files.get(name):
            with text_table(member, max_rows=MAX_ROWS, max_text=MAX_TEXT) as table:
                if all(column in table.columns for column in kind.columns):
                    tell(member.name)
                    kind.read(release, table)
                    release.rows += table.length
                    return True
    return False


def _without_occupations(place: str, found: Sequence[Member]) -> DataError:
    """That there is no table of occupations, and what the files are instead."""
    names = ", ".join(sorted(member.name for member in found)[:6])
    endings = (OTHER_EDITIONS.get(Path(member.name).suffix.casefold()) for member in found)
    edition = next(filter(None, endings), "")
    if edition and recognized(found) == ONET:
        rule = f"is the {edition} edition, which careercli doesn't read"
        return DataError(place, [Problem("", rule, names, BY_HAND)])
    hint = elsewhere(found, ONET) or BY_HAND
    return DataError(
        place, [Problem("Occupation Data", "has no table of occupations", names, hint)]
    )


def _beginning(readme: Member) -> str:
    with readme.stream() as file:
        return decode(file.read(MAX_README))


def _lacking(missing: Sequence[TableSpec], files: dict[str, Member]) -> list[str]:
    """What isn't in the files, and is therefore not shown."""
    absent = {kind.files[0] for kind in missing}
    if absent >= SPLIT["skills"]:
        absent -= SPLIT["skills"]
    else:
        absent.discard("skills")
    if "skills" in files:
        absent -= SPLIT["skills"]
    if COMBINED in files:
        absent -= {"trainingandexperience", "trainingandexperiencecategories"}
    return sorted({kind.without for kind in missing if kind.files[0] in absent})


def _notes(release: Release, lacking: Sequence[str]) -> list[str]:
    notes = [f"Not in these files, so not shown: {', '.join(lacking)}."] if lacking else []
    if "skills" not in lacking:
        bare = sum(
            bool(one.tasks) and "skills" not in one.ratings for one in release.occupations.values()
        )
        if bare:
            notes.append(f"Without skill ratings in this release: {bare} occupations with tasks.")
    return notes


def _whole(release: Release, code: str, one: Occupation) -> dict[str, Any]:
    """What O*NET says of an occupation, as `careercli.official.store` puts it into a role."""
    official: dict[str, Any] = {"code": code}
    parts = {
        "tasks": [
            task for rank in (*RANKS, None) for task in one.tasks if task.get("rank") == rank
        ],
        "software": sorted_software(one.software),
        "ratings": {
            kind: scaled_ratings(release.scales[kind], rows)
            for kind, rated in one.ratings.items()
            if (rows := [rating for rating in rated.values() if "value" in rating])
        },
        "interests": [
            {"letter": letter, "value": value}
            for letter, value in sorted(one.interests.items(), key=lambda pair: -pair[1])
        ],
        "high_points": "".join(
            one.high_points[point] for point in HIGH_POINTS if point in one.high_points
        ),
        "education": _shares(release, one, EDUCATION),
        "experience_asked": _shares(release, one, EXPERIENCE),
        "zone": _zone(release, one.zone),
        "related": [
            {"code": other, "title": release.occupations[other].title, "tier": tier}
            for tier, _, other in sorted(one.related)
            if other in release.occupations
        ],
    }
    official |= {name: part for name, part in parts.items() if part}
    return {
        "title": one.title,
        "summary": one.summary,
        **all_titles(one.title, one.reported, one.titles),
        "short": list(dict.fromkeys(one.short)),
        "occupation": official,
    }


def all_titles(title: str, reported: Iterable[str], others: Iterable[str]) -> dict[str, Any]:
    """The other titles of an occupation, and how many of them, the first, people reported."""
    first = [name for name in dict.fromkeys(reported) if name != title]
    rest = [name for name in dict.fromkeys(others) if name != title and name not in first]
    return {"titles": [*first, *rest], "reported": len(first)}


def _shares(release: Release, occupation: Occupation, element: str) -> list[dict[str, Any]]:
    names = release.categories[element]
    return [
        {"name": names.get(category, f"Category {category}"), "percent": percent}
        for category, percent in sorted(occupation.shares[element].items())
        if percent
    ]


def category_name(description: str) -> str:
    """The name at the beginning of a description; lengths of time shorter."""
    name = re.split(r" - |;| \(", description)[0].strip()
    name = re.sub(r"^Over (.+), up to and including (.+)$", r"\1 to \2", name)
    return name.replace("Up to and including", "Up to")


def sorted_software(software: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Programs, those in demand first, then hot ones."""
    return sorted(
        software,
        key=lambda program: (
            not program.get("in_demand"),
            not program.get("hot"),
            program["name"].casefold(),
        ),
    )


def scaled_ratings(scale: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Ratings, strongest first, with the name and the ends of their scale."""
    name, low, high = SCALES[scale]
    ranked = sorted(rows, key=lambda rating: (-rating["value"], rating["name"]))
    return {"scale": name, "low": low, "high": high, "rows": ranked}


def _zone(release: Release, number: int | None) -> dict[str, Any] | None:
    if number is None:
        return None
    return release.zones.get(number, {"number": number, "name": f"Job Zone {number}"})
