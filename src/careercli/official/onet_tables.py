"""The tables of an O*NET database, gathered occupation by occupation.

Tables are known by their file's name and their columns, in every layout there has been.
"""

import re
from collections.abc import Callable
from math import nan
from typing import Any, NamedTuple

from careercli.model.occupation import Anchor
from careercli.official.tables import Table

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
TIERS = {"primary-short": 1, "primary-long": 2, "supplemental": 3}


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


def category_name(description: str) -> str:
    """The name at the beginning of a description; lengths of time shorter."""
    name = re.split(r" - |;| \(", description)[0].strip()
    name = re.sub(r"^Over (.+), up to and including (.+)$", r"\1 to \2", name)
    return name.replace("Up to and including", "Up to")


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
