"""How often `show` and `search` find what people type, with nothing but what ships.

    python benchmarks/search.py [BRITISH_TITLES.tsv] [--held-out] [--failing]

The questions are the lists in benchmarks/titles: a text and the O*NET-SOC codes that are right. A
guide is right where its occupation is. BRITISH_TITLES.tsv has the columns label and onet_codes
(ESCO labels with an exact match in O*NET); titles that O*NET has too are left out, and rows of odd
and of even number are told apart, because weights and spelling rules were tuned on the odd ones.
`--held-out` also asks the lists that nothing was tuned on; `--failing` prints what isn't found.
"""

import csv
import os
import sqlite3
import sys
import tempfile
import time
from contextlib import closing, redirect_stderr
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from careercli.app.lookup import resolve_key
from careercli.app.open_stores import open_store
from careercli.errors import CareerError
from careercli.files import locations
from careercli.model.basics import RoleRow
from careercli.store.reader import Store
from careercli.text import normalize_name

LISTS = Path(__file__).parent / "titles"
HELD_OUT = ("everyday2_heldout", "what_is_done_heldout")
FIRST = 3
MILITARY = "55-"


class Question(NamedTuple):
    """What is typed, and the codes of the occupations that are right."""

    typed: str
    codes: frozenset[str]


def questions(path: Path) -> list[Question]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Question(row["typed"], frozenset((row.get("codes") or row["expect"]).split()))
        for row in rows
    ]


def british(path: Path) -> tuple[list[Question], list[Question]]:
    """The questions of odd and of even rows, without those that are a name of an occupation."""
    codes: dict[str, set[str]] = {}
    labels: dict[str, tuple[int, str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t"), start=1):
            folded = normalize_name(row["label"])
            labels.setdefault(folded, (number, row["label"]))
            codes.setdefault(folded, set()).update(row["onet_codes"].split())
    with closing(sqlite3.connect(locations.edition_store())) as edition:
        names = {folded for (folded,) in edition.execute("SELECT folded FROM name")}
    halves: tuple[list[Question], list[Question]] = ([], [])
    for folded, (number, label) in labels.items():
        if folded not in names:
            halves[number % 2 == 0].append(Question(label, frozenset(codes[folded])))
    return halves


def code_of(row: RoleRow) -> str:
    """The code of the occupation that a role is; of a guide only if that isn't broader."""
    if row.key.startswith("soc:"):
        return row.key.removeprefix("soc:")
    near = row.nearest and row.nearest.match in ("exact", "close")
    return f"{row.nearest.code}.00" if row.nearest and near else row.key


class Benchmark:
    """Asks lists of questions, and prints a row of a table for each."""

    def __init__(self, store: Store, failing: bool) -> None:
        self.store = store
        self.codes = {row.key: code_of(row) for row in store.rows(occupations=True)}
        self.failing = failing

    def code(self, key: str) -> str:
        return self.codes.get(key, key)

    def shown(self, typed: str) -> str:
        with redirect_stderr(StringIO()):
            try:
                return self.code(resolve_key(self.store, typed))
            except CareerError:
                return ""

    def ranked(self, typed: str) -> list[str]:
        codes = (self.code(key) for key in self.store.finder.keys(typed))
        return list(dict.fromkeys(codes))[:FIRST]

    def ask(self, name: str, asked: list[Question]) -> None:
        start = time.process_time()
        answers = [self.ranked(question.typed) for question in asked]
        each = 1000 * (time.process_time() - start) / len(asked)
        first = three = military = shown = 0
        for question, codes in zip(asked, answers, strict=True):
            first += codes[:1] != [] and codes[0] in question.codes
            three += not question.codes.isdisjoint(codes)
            military += codes[:1] != [] and codes[0].startswith(MILITARY)
            shown += self.shown(question.typed) in question.codes
            if self.failing and question.codes.isdisjoint(codes):
                print(f"  {question.typed}: {', '.join(codes) or 'nothing'}")
        count = len(asked)
        print(
            f"| {name} | {count} | {shown} | {first} ({first / count:.3f}) |"
            f" {three} ({three / count:.3f}) | {military} | {each:.1f} |",
            flush=True,
        )


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["CAREERCLI_HOME"] = home
        benchmark = Benchmark(open_store(), "--failing" in arguments)
        print("| questions | | shown | first | in three | military first | ms |")
        print("|---|---:|---:|---:|---:|---:|---:|")
        for path in sorted(LISTS.glob("*.csv")):
            if path.stem not in HELD_OUT or "--held-out" in arguments:
                benchmark.ask(path.stem, questions(path))
        for name in arguments:
            if not name.startswith("--"):
                odd, even = british(Path(name))
                benchmark.ask("British, odd rows", odd)
                if "--held-out" in arguments:
                    benchmark.ask("British, even rows", even)


if __name__ == "__main__":
    main(sys.argv[1:])
