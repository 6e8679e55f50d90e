"""Opens a store's file, or says that it has to be made again."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Literal

from careercli.errors import CareerError
from careercli.files import locations
from careercli.store.schema import FORMAT

SQLITE_VERSION = sqlite3.sqlite_version
StoreName = Literal["bundled", "edition", "user", "official"]


class OutdatedStoreError(CareerError):
    """A store of another format, or one that is damaged and can be made again from its files."""

    def __init__(self, store: StoreName) -> None:
        super().__init__(f"The {store} store is of another version of careercli.")
        self.store: StoreName = store


class BrokenStoreError(CareerError):
    """A store that can't be read now, or is damaged; careercli goes on without it if it can."""

    def __init__(self, store: StoreName, reason: CareerError) -> None:
        super().__init__(reason.message, hint=reason.hint)
        self.store: StoreName = store


def bundled_database() -> sqlite3.Connection:
    """The store that ships with the package.

    Raises OutdatedStoreError, or CareerError if it can't be read now.
    """
    return _remakeable(locations.bundled_store(), "bundled")


def edition_database() -> sqlite3.Connection:
    """The store of the official edition.

    Raises OutdatedStoreError, or CareerError if it can't be read now.
    """
    return _remakeable(locations.edition_store(), "edition")


def user_database() -> sqlite3.Connection | None:
    """The store of the user's guides, if there are any.

    Raises OutdatedStoreError, also if it was made of other files than there are now, or
    BrokenStoreError if it can't be read now.
    """
    from careercli.files.guides_folder import guide_files, signature

    path = locations.user_store()
    if not (path.exists() or (locations.user_guides().exists() and guide_files())):
        return None
    try:
        database = _remakeable(path, "user")
        ((made_of,),) = database.execute("PRAGMA application_id")
    except sqlite3.DatabaseError as error:
        raise BrokenStoreError("user", unreadable(path, error)) from None
    except OutdatedStoreError:
        raise
    except CareerError as error:
        raise BrokenStoreError("user", error) from None
    if made_of != signature():
        database.close()
        raise OutdatedStoreError("user")
    return database


def official_database(edition: sqlite3.Connection) -> sqlite3.Connection | None:
    """The store of what the user added to the edition, if there is one.

    Raises OutdatedStoreError, also if it was made beside another edition, or BrokenStoreError if
    it is damaged or can't be read now.
    """
    path = locations.official_store()
    if not path.exists():
        return None
    try:
        database = _open(path, "official")
        marks = [store.execute("PRAGMA application_id").fetchone() for store in (edition, database)]
    except sqlite3.DatabaseError as error:
        reason = unreadable(path, error, "Add the files again, or remove this one.")
        raise BrokenStoreError("official", reason) from None
    if marks[0] != marks[1]:
        database.close()
        raise OutdatedStoreError("official")
    return database


def _remakeable(path: Path, store: StoreName) -> sqlite3.Connection:
    if not path.exists():
        raise OutdatedStoreError(store)
    try:
        return _open(path, store)
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise OutdatedStoreError(store) from None
        raise unreadable(path, error) from None


def _open(path: Path, store: StoreName) -> sqlite3.Connection:
    """Raises OutdatedStoreError, or sqlite3.DatabaseError if the file can't be read."""
    with ExitStack() as opened:
        database = _connect(path)
        opened.callback(database.close)
        (format_,) = database.execute("PRAGMA user_version").fetchone()
        if format_ != FORMAT:
            raise OutdatedStoreError(store)
        opened.pop_all()
        return database


def health(path: Path) -> str:
    """What is wrong with a store's file; empty if SQLite finds it sound."""
    try:
        with closing(_connect(path)) as database:
            ((state,),) = database.execute("PRAGMA quick_check(1)")
    except sqlite3.Error as error:
        return str(error)
    return "" if state == "ok" else str(state)


def seal(path: Path) -> None:
    """Notes the checksum of a store that was just written, beside it."""
    path.with_name(f"{path.name}.crc32").write_text(f"{_checksum(path)}\n", encoding="ascii")


def is_spoiled(path: Path) -> bool:
    """Whether a store is no longer what was written: a byte in it has changed since."""
    try:
        return int(path.with_name(f"{path.name}.crc32").read_text("ascii")) != _checksum(path)
    except (OSError, ValueError):
        return False


def _checksum(path: Path) -> int:
    checksum = 0
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            checksum = zlib.crc32(piece, checksum)
    return checksum


def is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite says that what is in the file is damaged.

    Anything else (in use, no permission, no space, no disk) says only that it cannot be read now.
    """
    code = getattr(error, "sqlite_errorcode", None)  # none where Python itself refused
    return code is not None and code & PRIMARY in DAMAGE


DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


PRIMARY = 0xFF
"""The bits of an extended error code of SQLite that are the error itself."""


NOT_CHANGED = (
    "Nothing was changed. Check that no other program is using it and that you may read it."
)


def unreadable(path: Path, error: sqlite3.Error, if_damaged: str = "") -> CareerError:
    """What is told where a store cannot be read: that it is damaged, or SQLite's own reason."""
    if is_damage(error):
        return CareerError(f"{path} is damaged: {error}.", hint=if_damaged)
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:  # tables that it has not
        foreign = f"{path} isn't a store that this careercli can read: {error}."
        return CareerError(foreign, hint="Nothing was changed. Rename the file, then add yours.")
    return CareerError(f"{path} cannot be read: {error}.", hint=NOT_CHANGED)


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path.absolute().as_uri() + "?mode=ro&immutable=1", uri=True)


def damage(error: Exception) -> CareerError | None:
    """What is told where a store that was opened cannot be read; None for any other error."""
    if not isinstance(error, sqlite3.DatabaseError):
        return None
    again = "`careercli sources add` makes official.db again, `careercli guide add` user.db."
    return unreadable(locations.data_folder(), error, again)
