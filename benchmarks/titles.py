"""How often `search` finds an occupation by a job title that it has not seen.

    python benchmarks/titles.py db_30_3_text.zip [EVERY_NTH]

The titles that people reported (Sample of Reported Titles) are the questions. The store is
imported without them, and without each job title that equals one of them. A title that belongs
to several occupations counts as found where any of them is. The second line asks the same with
nothing dropped. Occupations have no sentences of O*NET's, but the 30 words of data/official, as
in the edition that ships.
"""

import csv
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from careercli.app.open_stores import open_store
from careercli.official import onet
from careercli.official import store as official_store
from careercli.official.dataset import ParsedDataset
from careercli.official.files import members
from careercli.text import normalize_name

FIRST = 3


def reported(release: Path) -> dict[str, set[str]]:
    """Folded title -> keys of the occupations that it was reported for."""
    from careercli.official.tables import text_table

    name = "Sample of Reported Titles.txt"
    with members(release, "") as found:
        (member,) = (one for one in found if one.name == name)
        asked: dict[str, set[str]] = {}
        with text_table(member) as table:
            for code, title in table.select("onetsoccode", "reportedjobtitle"):
                asked.setdefault(normalize_name(title), set()).add(f"soc:{code}")
    return asked


def with_words(reading: ParsedDataset) -> ParsedDataset:
    """The release with the edition's words in place of descriptions and tasks."""
    path = Path(__file__).parents[1] / "data" / "official" / "onet" / "words.csv"
    with path.open(encoding="utf-8", newline="") as file:
        words = {row["code"]: row["words"] for row in csv.DictReader(file)}
    parts = {}
    for code, part in reading.parts.items():
        occupation = {name: one for name, one in part["occupation"].items() if name != "tasks"}
        parts[code] = {**part, "summary": words.get(code, ""), "occupation": occupation}
    return reading._replace(parts=parts)


def without(reading: ParsedDataset, asked: dict[str, set[str]]) -> ParsedDataset:
    """The release as if nobody had reported those titles."""
    parts = {}
    for code, part in reading.parts.items():
        whole: dict[str, Any] = dict(part)
        for name in ("titles", "short"):
            whole[name] = [one for one in whole[name] if not spellings(one) & asked.keys()]
        parts[code] = whole
    return reading._replace(parts=parts)


def spellings(title: str) -> set[str]:
    """A title as it is asked, and without its short form."""
    return {normalize_name(title), normalize_name(title.partition(" (")[0])}


def found(reading: ParsedDataset, asked: dict[str, set[str]]) -> None:
    """Imports, asks every title, and prints the share that is found and the time it takes."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["CAREERCLI_HOME"] = home
        official_store.add(reading.rows(), lambda _: None)
        store = open_store()
        occupations = {guide: occupation for occupation, guide in store.exact_guides.items()}
        start = time.process_time()
        hits = {1: 0, FIRST: 0}
        for title, keys in asked.items():
            hits_of = (occupations.get(key, key) for key in store.finder.keys(title))
            ranked = [key for key in hits_of if key.startswith("soc:")]
            for first in hits:
                hits[first] += bool(keys & set(ranked[:first]))
        each = 1000 * (time.process_time() - start) / len(asked)
    shares = ", ".join(f"first {first}: {100 * n / len(asked):.1f} %" for first, n in hits.items())
    print(f"{len(asked):,} titles, {shares}, {each:.1f} ms each")


def main(release: str, every: int) -> None:
    path = Path(release)
    with members(path, "") as found_files:
        reading = onet.read(release, found_files, "", lambda _: None, partial=True)
    reading = with_words(reading)
    asked = reported(path)
    titles = {normalize_name(part["title"]) for part in reading.parts.values()}
    unseen = {title: keys for title, keys in asked.items() if title not in titles}
    unseen = dict(list(unseen.items())[::every])
    print("Dropped from the index: ", end="", flush=True)
    found(without(reading, asked), unseen)
    print("Nothing dropped: ", end="", flush=True)
    found(reading, unseen)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1)
