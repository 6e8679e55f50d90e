"""Whether a store still holds what was written into it, byte for byte.

SQLite finds damage to the structure of a file; a byte that flipped inside a text goes unnoticed.
Each table has a checksum of its rows. It is looked at by `doctor`, before a store is made of an
older one, and after an error that nothing explains; never on reading.
"""

import marshal
import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from careercli.store.open import DamageError, connect
from careercli.store.schema import CONTENT

ROWS = 1000
"""Rows that are in memory at once."""
MARSHAL_FORMAT = 2
"""The newest in which equal rows are always equal bytes; those after it write what is shared."""


class ChangedContentError(DamageError):
    """Rows that aren't what was written."""

    def __init__(self, tables: Iterable[str]) -> None:
        super().__init__(f"what is in {', '.join(tables)} isn't what was written there")


def seal(db: sqlite3.Connection) -> None:
    """Writes the checksum of each table, when all rows are in."""
    db.executemany(CONTENT.insert(), [(name, _checksum(db, name)) for name in _tables(db)])


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
        with closing(connect(path)) as db:
            ((state,),) = db.execute("PRAGMA integrity_check(1)")
            if state != "ok":
                return str(state)
            is_sealed = any(db.execute(f"PRAGMA table_info({CONTENT.name})"))
            changed = changed_tables(db) if is_sealed else []
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:  # SQLite may quote the damage
        return str(error)
    return str(ChangedContentError(changed)) if changed else ""


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
