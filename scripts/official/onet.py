"""O*NET, release 30.3: its figures, codes and names, but none of its sentences.

What needs its task texts is worked out here: how alike occupations are, as numbers, and the words
that tell most of each, out of order.
"""

import re
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from math import log
from pathlib import Path

from careercli.core.likeness import COMMON, RATED, TITLE_WEIGHT, OccupationText, likenesses
from careercli.core.moves import element_demands, within_families
from careercli.model.move_inputs import RATING_UNIT, UNKNOWN_LIKENESS
from careercli.official.move_inputs import LOWEST_IMPORTANCE
from careercli.official.onet_tables import HIGH_POINTS, LETTERS, RIASEC, category_name
from official.files import Original, write

CODE = "O*NET-SOC Code"
ABSENT = "n/a"
RATINGS = {
    "skills-importance": (("Essential Skills.txt", "Transferable Skills.txt"), "IM"),
    "skills-level": (("Essential Skills.txt", "Transferable Skills.txt"), "LV"),
    "knowledge-importance": (("Knowledge.txt",), "IM"),
    "knowledge-level": (("Knowledge.txt",), "LV"),
    "styles": (("Work Styles.txt",), "WI"),
}
"""A file of ratings -> the tables and the scale that it is made of."""
SHARES = {"education": ("Education", "2.D.1"), "experience": ("Training and Experience", "3.A.1")}
"""A file of shares in percent -> its table, and the element whose categories they are of."""
TIERS = ("Primary-Short", "Primary-Long", "Supplemental")
RANKS = ("Core", "Supplemental")
WORDS = 30

Ratings = dict[str, dict[str, str]]
"""Code -> element -> its value as written, with `?` where it is uncertain."""


def make(original: Original, target: Path) -> None:
    """Writes the files of O*NET."""
    names, descriptions = {}, {}
    for row in original.tabbed("Occupation Data.txt"):
        names[row[CODE]], descriptions[row[CODE]] = row["Title"], row["Description"]
    titles = _titles(original, target)
    interests = _occupations(original, target, names)
    _software(original, target)
    _related(original, target)
    for file, (table, element) in SHARES.items():
        _shares(original, target, file, table, element)
    ratings = _ratings(original, target)
    tasks = _tasks(original)
    texts = {code: " ".join([descriptions[code], *tasks.get(code, ())]) for code in names}
    write(target / "words.csv", ("code", "words"), sorted(_words(texts)))
    described = [
        _described(code, names[code], titles.get(code, []), interests.get(code, {}), ratings,
                   texts[code] if code in tasks else "")
        for code in sorted(names)
    ]  # fmt: skip
    _likeness(described, target)
    _calibration(ratings, target)


def _titles(original: Original, target: Path) -> dict[str, list[str]]:
    """Writes the job titles; returns them by code, those that people reported first."""
    reported = {
        (row[CODE], row["Reported Job Title"]): row["Shown in My Next Move"]
        for row in original.tabbed("Sample of Reported Titles.txt")
    }
    rows = [
        (row[CODE], row["Job Title"], row["Short Title"].replace(ABSENT, ""))
        for row in original.tabbed("Job Titles.txt")
    ]
    if missing := reported.keys() - {row[:2] for row in rows}:
        raise ValueError(f"reported, but no job title: {sorted(missing)[:5]}")
    rows.sort(key=lambda row: (row[0], row[1].casefold(), row[1]))
    header = ("code", "title", "short", "reported")
    write(target / "titles.csv.bz2", header, ((*row, reported.get(row[:2], "")) for row in rows))
    found: dict[str, list[str]] = {}
    for code, title, _ in sorted(rows, key=lambda row: row[:2] not in reported):
        found.setdefault(code, []).append(title)
    return found


def _occupations(
    original: Original, target: Path, names: Mapping[str, str]
) -> dict[str, dict[str, float]]:
    """Writes titles, job zones and interests; returns the interests by code and letter."""
    zones = {row[CODE]: row["Job Zone"] for row in original.tabbed("Job Zones.txt")}
    written: Ratings = {}
    points: dict[str, dict[str, str]] = {}
    for row in original.tabbed("Career Interest Types.txt"):
        element, value = row["Element ID"], row["Data Value"]
        if element in RIASEC:
            written.setdefault(row[CODE], {})[RIASEC[element]] = value
        elif place := int(float(value)):
            points.setdefault(row[CODE], {})[element] = LETTERS[place - 1]
    rows = (
        (
            code,
            title,
            zones.get(code),
            "".join(points.get(code, {}).get(point, "") for point in HIGH_POINTS),
            *(written.get(code, {}).get(letter) for letter in LETTERS),
        )
        for code, title in sorted(names.items())
    )
    write(target / "occupations.csv", ("code", "title", "zone", "interests", *LETTERS), rows)
    reference = sorted(
        (row["Job Zone"], row["Name"], row["SVP Range"].strip("()"))
        for row in original.tabbed("Job Zone Reference.txt")
    )
    write(target / "zones.csv", ("zone", "name", "svp"), reference)
    return {
        code: {letter: float(value) for letter, value in found.items()}
        for code, found in written.items()
    }


def _software(original: Original, target: Path) -> None:
    programs: dict[tuple[str, str, str], list[str]] = {}
    for row in original.tabbed("Software Skills.txt"):
        program = (row["Workplace Example"], row["Element Name"], row["Hot Technology"])
        in_demand = "!" if row["In Demand"] == "Y" else ""
        programs.setdefault(program, []).append(row[CODE] + in_demand)
    rows = (
        (name, category, "Y" if hot == "Y" else "", " ".join(sorted(codes)))
        for (name, category, hot), codes in sorted(
            programs.items(), key=lambda pair: (pair[0][0].casefold(), pair[0])
        )
    )
    write(target / "software.csv.bz2", ("name", "category", "hot", "codes"), rows)


def _related(original: Original, target: Path) -> None:
    related: dict[str, list[tuple[int, str, str]]] = {}
    for row in original.tabbed("Related Occupations.txt"):
        other = (int(row["Index"]), row["Related O*NET-SOC Code"], row["Relatedness Tier"])
        related.setdefault(row[CODE], []).append(other)
    for code, others in related.items():
        others.sort()
        in_order = [TIERS.index(tier) for _, _, tier in others]
        if [rank for rank, _, _ in others] != list(range(1, 21)) or in_order != sorted(in_order):
            raise ValueError(f"{code}: ranks of related occupations do not follow their tiers")
    rows = (
        (code, *(" ".join(other for _, other, tier in others if tier == one) for one in TIERS))
        for code, others in sorted(related.items())
    )
    write(target / "related.csv", ("code", "primary_short", "primary_long", "supplemental"), rows)


def _shares(original: Original, target: Path, file: str, table: str, wanted: str) -> None:
    """Writes the percent of each category, and the categories' names."""
    shares: dict[str, dict[int, str]] = {}
    for row in original.tabbed(f"{table}.txt"):
        if row["Element ID"] == wanted:
            shares.setdefault(row[CODE], {})[int(row["Category"])] = _rating(row)
    names = {
        int(row["Category"]): category_name(row["Category Description"])
        for row in original.tabbed(f"{table} Categories.txt")
        if row["Element ID"] == wanted
    }
    rows = (
        (code, *(found.get(category) for category in sorted(names)))
        for code, found in sorted(shares.items())
    )
    write(target / f"{file}.csv", ("code", *map(str, sorted(names))), rows)
    write(target / f"{file}-categories.csv", ("category", "name"), sorted(names.items()))


def _rating(row: Mapping[str, str]) -> str:
    return row["Data Value"] + ("?" if row.get("Recommend Suppress") == "Y" else "")


def _ratings(original: Original, target: Path) -> dict[str, Ratings]:
    """Writes a file a kind of rating; returns them. What is not relevant has no level."""
    elements: dict[str, str] = {}
    found: dict[str, Ratings] = {}
    for file, (tables, scale) in RATINGS.items():
        kind = found.setdefault(file, {})
        columns = set()
        for table in tables:
            for row in original.tabbed(table):
                if row["Scale ID"] == scale:
                    element = row["Element ID"]
                    columns.add(element)
                    elements[element] = row["Element Name"]
                    rated = kind.setdefault(row[CODE], {})
                    rated[element] = "" if row.get("Not Relevant") == "Y" else _rating(row)
        order = sorted(columns, key=_element_order)
        rows = ((code, *(rated.get(one) for one in order)) for code, rated in sorted(kind.items()))
        write(target / "ratings" / f"{file}.csv", ("code", *order), rows)
    named = sorted(elements.items(), key=lambda pair: _element_order(pair[0]))
    write(target / "elements.csv", ("element", "name"), named)
    return found


def _element_order(element: str) -> list[tuple[int, str]]:
    return [(len(part), part) for part in element.split(".")]


def _tasks(original: Original) -> dict[str, list[str]]:
    """The task texts by code, core ones first."""
    tasks: dict[str, list[tuple[int, str]]] = {}
    for row in original.tabbed("Task Statements.txt"):
        kind = row["Task Type"]
        rank = RANKS.index(kind) if kind in RANKS else len(RANKS)
        tasks.setdefault(row[CODE], []).append((rank, row["Task"]))
    return {
        code: [text for _, text in sorted(some, key=lambda task: task[0])]
        for code, some in tasks.items()
    }


def _words(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The words that tell most of each text, by alphabet; of each stem the commonest form.

    A stem weighs (1 + ln tf) ln(N / df); one that more than half of the texts have tells nothing.
    """
    counts = {code: Counter(re.findall("[a-z]{2,}", text.lower())) for code, text in texts.items()}
    forms = sum(counts.values(), Counter[str]())
    stems = _stems(sorted(forms))
    shown: dict[str, str] = {}
    for word, _ in sorted(forms.items(), key=lambda pair: (-pair[1], pair[0])):
        shown.setdefault(stems[word], word)
    used: dict[str, Counter[str]] = {}
    for code, found in counts.items():
        used[code] = Counter()
        for word, count in found.items():
            used[code][stems[word]] += count
    texts_with = Counter(stem for stemmed in used.values() for stem in stemmed)
    for code, stemmed in used.items():
        weights = {
            stem: (1 + log(count)) * log(len(texts) / texts_with[stem])
            for stem, count in stemmed.items()
            if texts_with[stem] <= COMMON * len(texts)
        }
        best = sorted(weights, key=lambda stem: (-weights[stem], stem))[:WORDS]
        yield code, " ".join(sorted(shown[stem] for stem in best))


def _stems(words: list[str]) -> dict[str, str]:
    """The stem of each word, as the search's index makes it."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE VIRTUAL TABLE indexed USING fts5 (word, tokenize = 'porter unicode61')")
        db.execute("CREATE VIRTUAL TABLE stem USING fts5vocab (indexed, instance)")
        db.executemany("INSERT INTO indexed (rowid, word) VALUES (?, ?)", enumerate(words))
        return {words[place]: stem for place, stem in db.execute("SELECT doc, term FROM stem")}


def _described(
    code: str,
    name: str,
    titles: list[str],
    interests: Mapping[str, float],
    ratings: Mapping[str, Ratings],
    tasks: str,
) -> OccupationText:
    rated = {
        facet: _values(ratings[f"{facet}-importance"].get(code, {}))
        for facet in RATED
        if f"{facet}-importance" in ratings
    }
    others = [title for title in titles if title != name]
    text = {"tasks": tasks, "titles": " ".join([name] * TITLE_WEIGHT + others)}
    return OccupationText(code, rated | {"interests": interests}, text)


def _values(rated: Mapping[str, str]) -> dict[str, float]:
    return {element: float(value.rstrip("?")) for element, value in rated.items() if value}


def _likeness(described: list[OccupationText], target: Path) -> None:
    """Writes how like each occupation is to those up to itself, in hundredths."""
    rows = (
        (
            one.code,
            " ".join(one.lacks),
            " ".join(
                "-" if value == UNKNOWN_LIKENESS else str(value) for value in one.row[: place + 1]
            ),
        )
        for place, one in enumerate(likenesses(described))
    )
    write(target / "likeness.csv.bz2", ("code", "lacks", "hundredths"), rows)


def _calibration(ratings: Mapping[str, Ratings], target: Path) -> None:
    """Writes what coverage of skills is usual within major groups."""
    importances, levels = ratings["skills-importance"], ratings["skills-level"]
    asks = []
    for code in sorted(importances):
        importance, level = _values(importances[code]), _values(levels.get(code, {}))
        pairs = [
            number
            for element, value in importance.items()
            for number in (
                round(RATING_UNIT * (value - LOWEST_IMPORTANCE)),
                round(RATING_UNIT * level.get(element, 0)),
            )
        ]
        asks.append((code[:2], element_demands(list(importance), array("h", pairs).tobytes())))
    usual = within_families(asks)
    row = ("skills", usual.mean, usual.deviation, usual.roles, usual.pairs)
    write(target / "calibration.csv", ("ratings", "mean", "deviation", "roles", "pairs"), [row])
