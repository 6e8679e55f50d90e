"""Makes the stores that ship with the package out of the folder data/.

python -m careercli.official.build
"""

import sqlite3
import zlib
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from careercli.errors import DataError
from careercli.files import locations
from careercli.files.portrait_schema import read_rows
from careercli.official import edition
from careercli.official.roles import add_roles, own_names
from careercli.official.store import add_datasets, store_rows
from careercli.store import schema
from careercli.store.compile import compile_bundled
from careercli.store.open import connect
from careercli.store.writer import replaced_when_whole
from careercli.text import normalize_name

MAX_NAME = 24
BY_CODE = "SELECT COUNT(*), COUNT(DISTINCT NULLIF(code, '00-0000')) FROM {} WHERE dataset = ?"
COUNTS = {
    "onet": BY_CODE.format("import_record"),
    "oews": "SELECT COUNT(*), COUNT(DISTINCT NULLIF(area_pay.code, 0))"
    " FROM area_pay JOIN area ON area.id = area_pay.area WHERE dataset = ?",
    "projections": BY_CODE.format("import_record"),
    "prices": "SELECT COUNT(*), 0 FROM price WHERE dataset = ?",
    "exposure": BY_CODE.format("exposure"),
    "programs": "SELECT (SELECT COUNT(*) FROM program), COUNT(DISTINCT code)"
    " FROM program_occupation WHERE dataset = ?",
}
"""The beginning of data sets' names -> what counts their rows and occupations."""


def compile_shipped(data: Path) -> None:
    """Makes the stores of the guides and of the official edition, each if it isn't made of this.

    Raises DataError if a file of the data isn't sound.
    """
    code = Path(__file__).parents[1]
    both = (data / "names.csv", code / "core", code / "store", code / "text.py")
    words = (*data.glob("*.*"), data / "roles", data / "portraits")
    guides = _fingerprint(*both, *words, code / "files", code / "model")
    figures = _fingerprint(*both, data / "everyday.csv", data / "official", code / "official")
    if not _is_made_of(guides, locations.bundled_store()):
        compile_bundled(data, locations.bundled_store(), guides)
    if not _is_made_of(figures, locations.edition_store()):
        _compile_edition(data, locations.edition_store(), figures)


def _fingerprint(*places: Path) -> int:
    """A number that changes whenever the files change, of data and of code, in these places."""
    files = {file for place in places for file in (place, *place.rglob("*")) if file.is_file()}
    total = 0
    for file in sorted(files):
        if file.suffix in (".csv", ".bz2", ".toml", ".py"):
            total = zlib.crc32(file.read_bytes(), total)
    return total & 0x7FFFFFFF


def _compile_edition(data: Path, target: Path, mark: int) -> None:
    """Makes the store of the edition; it replaces the old one when it is whole."""
    short = short_names(data / "names.csv")
    everyday = everyday_names(data / "everyday.csv", short)
    with replaced_when_whole(target, mark) as db:
        db.executemany(schema.OCCUPATION_NAME.insert(), short.items())
        db.executemany(schema.EVERYDAY_NAME.insert(), everyday)
        store_rows(db, edition.read(data / "official"))
        known = edition.datasets(data / "official", lambda name: _counts(db, name))
        add_datasets(db, known, "")
        add_roles(db, lambda _: [db], own_names(short.items(), everyday))


def _counts(db: sqlite3.Connection, name: str) -> tuple[int, int]:
    """How many rows and occupations a data set has; not what is worked out of them."""
    ((rows, occupations),) = db.execute(COUNTS[name.partition("-")[0]], (name,))
    return rows, occupations


def _is_made_of(mark: int, path: Path) -> bool:
    """Whether a store is there, of this format and with this mark."""
    try:
        with closing(connect(path)) as db:
            ((version,),) = db.execute("PRAGMA user_version")
            ((made_of,),) = db.execute("PRAGMA application_id")
    except sqlite3.DatabaseError:  # it isn't there, or isn't a store
        return False
    return (version, made_of) == (schema.FORMAT, mark)


def short_names(path: Path) -> dict[str, str]:
    """O*NET-SOC code -> short singular name. Raises DataError for one that is too long or twice."""
    names = {row["code"]: row["name"] for row in read_rows(path)}
    taken: dict[str, str] = {}
    for code, name in names.items():
        if len(name) > MAX_NAME:
            raise DataError.of(path, code, f"must have {MAX_NAME} characters", name)
        if taken.setdefault(name.casefold(), code) != code:
            raise DataError.of(path, code, "must not be another's name", name)
    return names


def everyday_names(path: Path, codes: Collection[str]) -> list[tuple[str, str]]:
    """Code and name of what people call occupations in speech.

    Raises DataError for a name of two occupations, and for a code that isn't one.
    """
    names = [(row["code"], row["name"]) for row in read_rows(path)]
    taken: set[str] = set()
    for code, name in names:
        if code not in codes:
            rule = "must be of an occupation in names.csv"
            raise DataError.of(path, name, rule, code)
        if (folded := normalize_name(name)) in taken:
            raise DataError.of(path, code, "must not be listed twice", name)
        taken.add(folded)
    return names


if __name__ == "__main__":
    compile_shipped(Path(__file__).parents[3] / "data")
