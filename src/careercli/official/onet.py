"""O*NET databases of every layout, in text or CSV, into what they say of each occupation.

Tables are known by their file's name and their columns. Three layouts exist: to 30.0; from 30.1
(work styles on another scale, then job zones 1 and 2 joined); from 30.3 (tables renamed and
split). What a release does not have is said, and is then simply not shown.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from careercli.errors import CareerError, DataError
from careercli.model.datasets import Dataset, Element
from careercli.official.dataset import ParsedDataset, ReportProgress
from careercli.official.files import Member
from careercli.official.onet_tables import (
    COMBINED,
    EDUCATION,
    EXPERIENCE,
    HIGH_POINTS,
    OCCUPATIONS,
    RANKS,
    SCALES,
    SPLIT_SKILLS,
    TABLE_SPECS,
    Occupation,
    Release,
    TableSpec,
)
from careercli.official.recognize import ONET, TEXTS, elsewhere, recognized
from careercli.official.tables import folded, text_table
from careercli.text import decode

NEWEST = "31.0"
"""The release that is downloaded if none is named."""
BY_HAND = (
    "Download the database as text or CSV from https://www.onetcenter.org/database.html "
    "with a browser, then: careercli sources add FILE"
)
ATTRIBUTION = (
    "This page includes information from the {} by the U.S. Department of Labor, Employment and "
    "Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET\u00ae is a "
    "trademark of USDOL/ETA. careercli has modified all or some of this information. USDOL/ETA "
    "has not approved, endorsed, or tested these modifications."
)

SOC_2010 = frozenset({"11-2031.00", "15-1131.00", "15-1132.00", "15-1133.00", "15-1134.00"})
"""Some codes of O*NET-SOC 2010 that later releases do not have."""
FIRST_OF_SOC_2018 = (25, 1)

MAX_ROWS = 250_000
"""Rows of a table that is read; the largest has 63,000."""
MAX_TEXT = 16 * 2**20
"""Characters of a table that is read; the largest has 7 million."""
MAX_README = 2**16
OTHER_EDITIONS = {".xlsx": "Excel", ".xls": "Excel", ".sql": "SQL"}
"""Editions of O*NET that aren't read -> what they are called."""


def address(release: str) -> str:
    """Where a release is downloaded."""
    name = (release or NEWEST).replace(".", "_")
    return f"https://www.onetcenter.org/dl_files/database/db_{name}_text.zip"


def read(
    place: str,
    found: Sequence[Member],
    wanted_release: str,
    tell: ReportProgress,
    *,
    partial: bool,
) -> ParsedDataset:
    """A release out of its files; `partial` takes one that most tables are missing from.

    Raises CareerError for such a one otherwise, DataError if it has no occupations or is damaged.
    """
    files = {
        folded(member.name.rpartition(".")[0]): member
        for member in found
        if member.name.casefold().endswith(TEXTS) and not member.name.startswith("._")
    }
    number, date = _release(files.get("readme"), place)
    number = number or wanted_release
    release = Release()
    if not _read_kind(release, OCCUPATIONS, files, tell):
        raise _without_occupations(place, found)
    missing = [kind for kind in TABLE_SPECS if not _read_kind(release, kind, files, tell)]
    lacking = _lacking(missing, files)
    notes = _notes(release, lacking)
    old = _is_soc_2010(number, release.occupations)
    if old:
        notes.append(
            "This release uses the occupations of SOC 2010, so it is not joined to wage surveys "
            "and projections that use those of 2018."
        )
    title = f"O*NET {number} Database".replace("  ", " ")
    if not partial and len(missing) > len(TABLE_SPECS) // 2:
        raise CareerError(
            f"{place} is only a part of {title}: most tables are missing.",
            hint="Nothing was changed. Import the whole release, or give --yes to replace the "
            f"present one and do without: {', '.join(lacking)}.",
        )
    parts = {code: record(release, code) for code in release.occupations}
    dataset = Dataset(
        name="onet",
        title=title,
        release=number,
        date=date,
        rows=release.rows,
        occupations=len(parts),
        file=place,
        imported="",
        licence="CC BY 4.0",
        attribution=ATTRIBUTION.format(title),
        notes=tuple(notes),
        soc="2010" if old else "2018",
    )
    return ParsedDataset(dataset, parts, tuple(elements(release)))


def elements(release: Release) -> Iterator[Element]:
    """The skills that any occupation is rated in, by id."""
    names = {
        element: rating["name"]
        for occupation in release.occupations.values()
        for element, rating in occupation.ratings.get("skills", {}).items()
    }
    for element, name in sorted(names.items()):
        yield Element(element, name, tuple(sorted(release.anchors.get(element, ()))))


def _is_soc_2010(release: str, codes: Iterable[str]) -> bool:
    """Whether the occupations are those of SOC 2010: by the release, else by their codes."""
    if version := re.fullmatch(r"(\d+)\.(\d+)", release):
        return (int(version[1]), int(version[2])) < FIRST_OF_SOC_2018
    return bool(SOC_2010 & set(codes))


def _release(readme: Member | None, place: str) -> tuple[str, str]:
    """Release and date by the read-me, else the release by the download's own name."""
    months = "January February March April May June July August September October November December"
    text = ""
    if readme:
        with readme.stream() as file:
            text = decode(file.read(MAX_README))
    number = re.search(r"O\*NET.{0,3} (\d+\.\d+) Database", text)
    named = re.search(r"db_(\d+)_(\d+)", place.replace("\\", "/").rpartition("/")[2])
    when = re.search(rf"({months.replace(' ', '|')}) (\d{{4}})", text)
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
    if edition and recognized(found)[0] == ONET:
        rule = f"is the {edition} edition, which careercli doesn't read"
        return DataError.of(place, "", rule, names, BY_HAND)
    hint = elsewhere(found, ONET) or BY_HAND
    return DataError.of(place, "Occupation Data", "has no table of occupations", names, hint)


def _lacking(missing: Sequence[TableSpec], files: dict[str, Member]) -> list[str]:
    """What isn't in the files, and is therefore not shown."""
    absent = {kind.files[0] for kind in missing}
    if absent >= SPLIT_SKILLS:
        absent -= SPLIT_SKILLS
    else:
        absent.discard("skills")
    if "skills" in files:
        absent -= SPLIT_SKILLS
    if COMBINED in files:
        absent -= {"trainingandexperience", "trainingandexperiencecategories"}
    return sorted({kind.without for kind in missing if kind.files[0] in absent})


def _notes(release: Release, lacking: Sequence[str]) -> list[str]:
    notes = [f"Not in these files, so not shown: {', '.join(lacking)}."] if lacking else []
    if "skills" not in lacking:
        bare = sum(
            bool(occupation.tasks) and "skills" not in occupation.ratings
            for occupation in release.occupations.values()
        )
        if bare:
            notes.append(f"Without skill ratings in this release: {bare} occupations with tasks.")
    return notes


def record(release: Release, code: str) -> dict[str, Any]:
    """What O*NET says of an occupation, as `careercli.official.roles` puts it into a role."""
    gathered = release.occupations[code]
    parts = {
        "tasks": [
            task for rank in (*RANKS, None) for task in gathered.tasks if task.get("rank") == rank
        ],
        "software": _sorted_software(gathered.software),
        "ratings": {
            kind: _scaled_ratings(release.scales[kind], rows)
            for kind, rated in gathered.ratings.items()
            if (rows := [rating for rating in rated.values() if "value" in rating])
        },
        "interests": [
            {"letter": letter, "value": value}
            for letter, value in sorted(gathered.interests.items(), key=lambda pair: -pair[1])
        ],
        "high_points": "".join(
            gathered.high_points[point] for point in HIGH_POINTS if point in gathered.high_points
        ),
        "education": _shares(release, gathered, EDUCATION),
        "experience_asked": _shares(release, gathered, EXPERIENCE),
        "zone": _zone(release, gathered.zone),
        "related": [
            {"code": other, "title": release.occupations[other].title, "tier": tier}
            for tier, _, other in sorted(gathered.related)
            if other in release.occupations
        ],
    }
    return {
        "title": gathered.title,
        "summary": gathered.summary,
        **_all_titles(gathered.title, gathered.reported, gathered.titles),
        "short": list(dict.fromkeys(gathered.short)),
        "occupation": {"code": code} | {name: part for name, part in parts.items() if part},
    }


def _all_titles(title: str, reported: Iterable[str], others: Iterable[str]) -> dict[str, Any]:
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


def _sorted_software(software: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Programs, those in demand first, then hot ones."""
    return sorted(
        software,
        key=lambda program: (
            not program.get("in_demand"),
            not program.get("hot"),
            program["name"].casefold(),
        ),
    )


def _scaled_ratings(scale: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Ratings, strongest first, with the name and the ends of their scale."""
    name, low, high = SCALES[scale]
    ranked = sorted(rows, key=lambda rating: (-rating["value"], rating["name"]))
    return {"scale": name, "low": low, "high": high, "rows": ranked}


def _zone(release: Release, number: int | None) -> dict[str, Any] | None:
    if number is None:
        return None
    return release.zones.get(number, {"number": number, "name": f"Job Zone {number}"})
