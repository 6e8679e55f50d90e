"""Whether a store still holds what was written into it, byte for byte.

SQLite finds damage to the structure of a file; a byte that flipped inside a text goes unnoticed.
Each table has a checksum of its rows, and behind its last page the file has one of all before it,
which takes a tenth of the time and is looked at first. They are looked at by `doctor`, before a
store is made of an older one, and after an error that nothing explains; never on reading.
"""

import marshal
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from careercli.store.open import DamageError, OutdatedStoreError, connect
from careercli.store.schema import CONTENT

ROWS = 1000
"""Rows that are in memory at once."""
MARSHAL_FORMAT = 2
"""The newest in which equal rows are always equal bytes; those after it write what is shared."""


END = b"careercli"
"""Stands between a file's last page and its checksum; SQLite reads whole pages only."""
SIZE = 4
"""Bytes of a checksum."""
BLOCK = 1 << 20
"""Bytes of a file that are in memory at once."""


class ChangedContentError(DamageError):
    """Rows that aren't what was written."""

    def __init__(self, tables: Iterable[str]) -> None:
        super().__init__(f"what is in {', '.join(tables)} isn't what was written there")


def seal(db: sqlite3.Connection) -> None:
    """Writes the checksum of each table, when all rows are in."""
    db.executemany(CONTENT.insert(), [(name, _checksum(db, name)) for name in _tables(db)])


def seal_file(path: Path) -> None:
    """Writes the checksum of a whole file behind it, when it is closed."""
    checksum = _file_checksum(path, path.stat().st_size)
    with path.open("ab") as file:
        file.write(END + checksum)


def _is_as_sealed(path: Path) -> bool:
    """Whether a file is, byte for byte, what it was when it was sealed."""
    size = path.stat().st_size - len(END) - SIZE
    if size < 0:
        return False
    with path.open("rb") as file:
        file.seek(size)
        return file.read() == END + _file_checksum(path, size)


def _file_checksum(path: Path, size: int) -> bytes:
    """The checksum of a file's first bytes."""
    checksum = 0
    with path.open("rb") as file:
        while block := file.read(min(BLOCK, size)):
            checksum = zlib.crc32(block, checksum)
            size -= len(block)
    return checksum.to_bytes(SIZE)


def changed_tables(db: sqlite3.Connection) -> list[str]:
    """The tables whose rows aren't those that were written; of a sealed store of this format."""
    sealed = dict(db.execute(CONTENT.select()))
    tables = _tables(db)
    return [name for name in tables if sealed.get(name) != _checksum(db, name)]


def health(path: Path) -> str:
    """What is wrong with a store's file; empty if it is sound.

    A store of another format, which has no checksums of this one, is only looked at by SQLite.
    """
    try:
        if _is_as_sealed(path):
            return ""
        with closing(connect(path)) as db:
            ((state,),) = db.execute("PRAGMA integrity_check(1)")
            if state != "ok":
                return str(state)
            is_sealed = any(db.execute(f"PRAGMA table_info({CONTENT.name})"))
            changed = changed_tables(db) if is_sealed else []
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:  # SQLite may quote the damage
        return str(error)
    return str(ChangedContentError(changed)) if changed else ""


def is_wanting(opened: Callable[[], sqlite3.Connection | None], path: Path) -> bool:
    """Whether a store of the user's has to be made anew: it is outdated, or not sound.

    opened: opens it, if it is there

    Raises StoreError if it can't be read.
    """
    try:
        database = opened()
    except OutdatedStoreError:
        return True
    if database is None:
        return False
    database.close()
    return health(path) != ""


def _tables(db: sqlite3.Connection) -> list[str]:
    """Every table that has rows of its own, those of the full-text indexes among them."""
    sql = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name != ?"
        " AND name NOT GLOB 'sqlite_*' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    )
    return [name for (name,) in db.execute(sql, (CONTENT.name,))]


def _checksum(db: sqlite3.Connection, table: str) -> int:
    cursor = db.cursor()
    cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
    factory, db.text_factory = db.text_factory, bytes  # a byte that flipped may be no UTF-8
    try:
        checksum = 0
        while rows := cursor.fetchmany(ROWS):
            checksum = zlib.crc32(marshal.dumps(rows, MARSHAL_FORMAT), checksum)
    finally:
        db.text_factory = factory
    return checksum
