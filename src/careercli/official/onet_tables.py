"""The tables of an O*NET database, gathered occupation by occupation.

Tables are known by their file's name and their columns, in every layout there has been.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from math import nan
from typing import Any, NamedTuple

from careercli.model.datasets import Anchor
from careercli.official.tables import Table

LETTERS = "RIASEC"
RIASEC = {f"1.B.1.{letter}": word for letter, word in zip("abcdef", LETTERS, strict=True)}
HIGH_POINTS = ("1.B.1.g", "1.B.1.h", "1.B.1.i")
EDUCATION, EXPERIENCE = "2.D.1", "3.A.1"
ABSENT = ("", "n/a")
SCALES = {"IM": ("importance", 1.0, 5.0), "WI": ("impact", -3.0, 3.0)}
"""Scale id -> name, lowest and highest value, as in Scales Reference."""
LEVELS = (0.0, 7.0)
INTERESTS = (0, 7)
"""A value from 1, or the number of a high point, where 0 says that there is none."""
PERCENT = (0, 100)
RANKS = ("core", "supplemental")
"""Of tasks, in this order; what has none of them comes last."""
MAX_OCCUPATIONS = 5_000
"""Occupations of a release; O*NET has about a thousand."""
TIERS = {"primary-short": 1, "primary-long": 2, "supplemental": 3}
RATED = ("onetsoccode", "elementid", "elementname", "scaleid", "datavalue")
ANCHOR = ("elementid", "scaleid", "anchorvalue", "anchordescription")
CATEGORY = ("elementid", "category", "categorydescription")
SHARE = ("onetsoccode", "elementid", "category", "datavalue")
RELATED = ("onetsoccode", "relatedonetsoccode", "relatednesstier", "index")
"""Columns of tables, folded."""


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

    def _of_occupations(
        self, table: Table, *columns: str
    ) -> Iterator[tuple[Occupation, list[str]]]:
        """The rows of occupations that there are, with the cells under these columns."""
        for code, *cells in table.select("onetsoccode", *columns):
            if occupation := self.occupations.get(code):
                yield occupation, cells

    # -- one method a table ----------------------------------------------------------------

    def read_occupations(self, table: Table) -> None:
        for code, title, summary in table.select("onetsoccode", "title", "description"):
            self.occupations[code] = Occupation(title, summary)
            if len(self.occupations) > MAX_OCCUPATIONS:
                raise table.problem(f"must have at most {MAX_OCCUPATIONS:,} occupations", "more")

    def read_titles(self, table: Table) -> None:
        column = "jobtitle" if "jobtitle" in table.columns else "alternatetitle"
        for occupation, (title, short) in self._of_occupations(table, column, "shorttitle"):
            occupation.titles.append(title)
            if short not in ABSENT:
                occupation.short.append(short)

    def read_reported(self, table: Table) -> None:
        for occupation, (title,) in self._of_occupations(table, "reportedjobtitle"):
            occupation.reported.append(title)

    def read_tasks(self, table: Table) -> None:
        for occupation, (text, kind) in self._of_occupations(table, "task", "tasktype"):
            rank = kind.lower()
            occupation.tasks.append({"text": text} | ({"rank": rank} if rank in RANKS else {}))

    def read_software(self, table: Table) -> None:
        name = "workplaceexample" if "workplaceexample" in table.columns else "example"
        category = "commoditytitle" if "commoditytitle" in table.columns else "elementname"
        columns = (name, category, "hottechnology", "indemand")
        for occupation, (shown, kind, hot, in_demand) in self._of_occupations(table, *columns):
            program: dict[str, Any] = {"name": shown, "category": kind}
            if hot == "Y":
                program["hot"] = True
            if in_demand == "Y":
                program["in_demand"] = True
            occupation.software.append(program)

    def read_ratings(self, table: Table, kind: str) -> None:
        """Importance or impact as the value, O*NET's level beside it; they are never mixed.

        What is marked as not relevant has no level.
        """
        columns = ("elementid", "elementname", "scaleid", "datavalue")
        marks = ("recommendsuppress", "notrelevant")
        for occupation, cells in self._of_occupations(table, *columns, *marks):
            element, name, scale, value, suppress, irrelevant = cells
            rated = occupation.ratings.setdefault(kind, {})
            if scale == "LV" and irrelevant != "Y":
                part, uncertain, low, high = "level", "level_uncertain", *LEVELS
            elif scale in SCALES:
                self.scales[kind] = scale
                part, uncertain, low, high = "value", "uncertain", *SCALES[scale][1:]
            else:
                continue
            rating = rated.setdefault(element, {"id": element, "name": name})
            rating[part] = _number(table, value, low, high)
            if suppress == "Y":
                rating[uncertain] = True

    def read_anchors(self, table: Table) -> None:
        for element, scale, value, words in table.select(*ANCHOR):
            if scale == "LV":
                level = int(_number(table, value, *LEVELS))
                self.anchors.setdefault(element, []).append(Anchor(level, words))

    def read_interests(self, table: Table) -> None:
        for occupation, (element, cell) in self._of_occupations(table, "elementid", "datavalue"):
            value = _number(table, cell, *INTERESTS)
            if element in RIASEC:
                occupation.interests[RIASEC[element]] = value
            elif element in HIGH_POINTS and 1 <= value <= len(LETTERS):
                occupation.high_points[element] = LETTERS[int(value) - 1]

    def read_shares(self, table: Table) -> None:
        for occupation, (element, category, cell) in self._of_occupations(table, *SHARE[1:]):
            shares = occupation.shares.get(element)
            if shares is not None and category not in ABSENT and cell not in ABSENT:
                shares[int(_number(table, category))] = _number(table, cell, *PERCENT)

    def read_categories(self, table: Table) -> None:
        for element, category, words in table.select(*CATEGORY):
            if element in self.categories:
                self.categories[element][int(_number(table, category))] = category_name(words)

    def read_zones(self, table: Table) -> None:
        for occupation, (zone,) in self._of_occupations(table, "jobzone"):
            if zone not in ABSENT:
                occupation.zone = int(_number(table, zone))

    def read_zone_words(self, table: Table) -> None:
        columns = ("jobzone", "name", "experience", "education", "jobtraining", "svprange")
        for zone, name, experience, education, training, svp in table.select(*columns):
            number = int(_number(table, zone))
            self.zones[number] = {
                "number": number,
                "name": name,
                "experience": experience,
                "education": education,
                "training": training,
                "svp": svp.strip("()"),
            }

    def read_related(self, table: Table) -> None:
        for occupation, (other, tier, index) in self._of_occupations(table, *RELATED[1:]):
            if known := TIERS.get(tier.lower()):
                occupation.related.append((known, int(_number(table, index)), other))


def _number(table: Table, cell: str, low: float = 0, high: float = 1000) -> float:
    """A cell's number, as it stands a count. Raises DataError for none from `low` to `high`."""
    try:
        value = float(cell)
    except ValueError:
        value = nan
    if not low <= value <= high:
        raise table.problem(f"must hold a number from {low:g} to {high:g}", cell)
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
    without: what is not shown if it is missing
    """

    files: tuple[str, ...]
    columns: tuple[str, ...]
    read: Callable[[Release, Table], None]
    without: str


SKILLS = partial(Release.read_ratings, kind="skills")
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
    TableSpec(("skills",), RATED, SKILLS, "skills"),
    TableSpec(("essentialskills",), RATED, SKILLS, "essential skills"),
    TableSpec(("transferableskills",), RATED, SKILLS, "transferable skills"),
    TableSpec(
        ("levelscaleanchors",), ANCHOR, Release.read_anchors, "what levels of skills look like"
    ),
    TableSpec(("knowledge",), RATED, partial(Release.read_ratings, kind="knowledge"), "knowledge"),
    TableSpec(("workstyles",), RATED, partial(Release.read_ratings, kind="styles"), "work styles"),
    TableSpec(
        ("careerinteresttypes", "interests"),
        ("onetsoccode", "elementid", "datavalue"),
        Release.read_interests,
        "interests",
    ),
    TableSpec(
        ("educationcategories", "educationtrainingandexperiencecategories"),
        CATEGORY,
        Release.read_categories,
        "education",
    ),
    TableSpec(
        ("trainingandexperiencecategories",), CATEGORY, Release.read_categories, "experience"
    ),
    TableSpec(
        ("education", "educationtrainingandexperience"), SHARE, Release.read_shares, "education"
    ),
    TableSpec(("trainingandexperience",), SHARE, Release.read_shares, "experience"),
    TableSpec(
        ("jobzonereference",), ("jobzone", "name"), Release.read_zone_words, "job zones' words"
    ),
    TableSpec(("jobzones",), ("onetsoccode", "jobzone"), Release.read_zones, "job zones"),
    TableSpec(("relatedoccupations",), RELATED, Release.read_related, "related occupations"),
)
OCCUPATIONS = TableSpec(
    ("occupationdata",),
    ("onetsoccode", "title", "description"),
    Release.read_occupations,
    "occupations",
)
SPLIT_SKILLS = {"essentialskills", "transferableskills"}
"""What later releases split the table of skills into: either will do."""
COMBINED = "educationtrainingandexperience"
"""A table of earlier releases that holds what two do now."""
