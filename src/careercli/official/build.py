"""Makes the stores that ship with the package out of the folder data/.

python -m careercli.official.build
"""

import csv
import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from careercli.errors import DataError, Problem
from careercli.files import locations
from careercli.official import edition
from careercli.official.store import compile_edition
from careercli.store.compile import compile_bundled
from careercli.store.open import connect
from careercli.store.schema import FORMAT
from careercli.text import normalize_name

MAX_NAME = 24


def compile_shipped(data: Path) -> None:
    """Makes both stores: the guides', and the official edition's if anything of it has changed.

    Raises DataError if a file of the data isn't sound.
    """
    compile_bundled(data, locations.bundled_store())
    target, mark = locations.edition_store(), edition.fingerprint(data)
    if _mark_of(target) != (FORMAT, mark):
        rows = edition.read(data / "official")
        short = short_names(data / "names.csv")
        everyday = everyday_names(data / "everyday.csv", short)
        compile_edition(rows, short, everyday, target, mark)


def _mark_of(path: Path) -> tuple[int, int]:
    """The format of a store, and of which edition it is."""
    try:
        with closing(connect(path)) as db:
            ((version,),) = db.execute("PRAGMA user_version")
            ((mark,),) = db.execute("PRAGMA application_id")
    except sqlite3.DatabaseError:  # it isn't there, or isn't a store
        return 0, 0
    return version, mark


def short_names(path: Path) -> dict[str, str]:
    """O*NET-SOC code -> short singular name. Raises DataError for one that is too long or twice."""
    with path.open(encoding="utf-8", newline="") as file:
        names = {row["code"]: row["name"] for row in csv.DictReader(file)}
    taken: dict[str, str] = {}
    for code, name in names.items():
        if len(name) > MAX_NAME:
            raise DataError(path, [Problem(code, f"must have {MAX_NAME} characters", name, "")])
        if taken.setdefault(name.casefold(), code) != code:
            raise DataError(path, [Problem(code, "must not be another's name", name, "")])
    return names


def everyday_names(path: Path, codes: Collection[str]) -> list[tuple[str, str]]:
    """Code and name of what people call occupations in speech.

    Raises DataError for a name of two occupations, and for a code that isn't one.
    """
    with path.open(encoding="utf-8", newline="") as file:
        names = [(row["code"], row["name"]) for row in csv.DictReader(file)]
    taken: set[str] = set()
    for code, name in names:
        if code not in codes:
            rule = "must be of an occupation in names.csv"
            raise DataError(path, [Problem(name, rule, code, "")])
        if (folded := normalize_name(name)) in taken:
            raise DataError(path, [Problem(code, "must not stand there twice", name, "")])
        taken.add(folded)
    return names


if __name__ == "__main__":
    compile_shipped(Path(__file__).parents[3] / "data")
