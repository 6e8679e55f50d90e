"""Opens a store's file, or says why it cannot be used as it is."""

import os
import sqlite3
import stat
import zlib
from collections.abc import Callable, Collection
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Literal, NamedTuple

from careercli.errors import CareerError
from careercli.files import locations
from careercli.store.schema import FORMAT

SQLITE_VERSION = sqlite3.sqlite_version
StoreName = Literal["bundled", "edition", "user", "official"]
DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
PRIMARY = 0xFF
"""The bits of an extended error code of SQLite that are the error itself."""
ADD_AGAIN = "Add the files again, or remove this one."
NOT_CHANGED = (
    "Nothing was changed. Check that no other program is using it and that you may read it."
)


class StoreError(CareerError):
    """A store that cannot be used as it is.

    store: which one
    """

    def __init__(self, store: StoreName, message: str, *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.store: StoreName = store


class OutdatedStoreError(StoreError):
    """A store that is to be made again from its files.

    It is of another format, damaged, not there, or not of the files that are there now.
    """

    def __init__(self, store: StoreName) -> None:
        super().__init__(store, f"The {store} store is of another version of careercli.")


class Databases(NamedTuple):
    """The stores that there are.

    official: what the user added to the edition
    close: closes them all
    """

    user: sqlite3.Connection | None
    bundled: sqlite3.Connection
    edition: sqlite3.Connection
    official: sqlite3.Connection | None
    close: Callable[[], None]


def open_databases(without: Collection[StoreName]) -> Databases:
    """The stores that there are, but for those of the user that are left out.

    Raises OutdatedStoreError, or StoreError if one of them can't be read now.
    """
    with ExitStack() as opened:
        if user := None if "user" in without else user_database():
            opened.enter_context(closing(user))
        bundled = opened.enter_context(closing(bundled_database()))
        edition = opened.enter_context(closing(edition_database()))
        if official := None if "official" in without else official_database(edition):
            opened.enter_context(closing(official))
        return Databases(user, bundled, edition, official, opened.pop_all().close)


def bundled_database() -> sqlite3.Connection:
    """The store that ships with the package.

    Raises OutdatedStoreError, or StoreError if it can't be read now.
    """
    return _shipped(locations.bundled_store(), "bundled")


def edition_database() -> sqlite3.Connection:
    """The store of the official edition.

    Raises OutdatedStoreError, or StoreError if it can't be read now.
    """
    return _shipped(locations.edition_store(), "edition")


def user_database() -> sqlite3.Connection | None:
    """The store of the user's guides, if there are any.

    Raises OutdatedStoreError, also if it isn't of the guides in their folder, or StoreError if it
    can't be read now.
    """
    try:
        path = locations.user_store()
    except locations.NoHomeError:
        return None
    try:
        mark = mark_of(guide_files())
    except OSError as error:
        raise _no_entry("user", locations.user_guides(), error) from None
    if not _is_there(path, "user"):
        if mark:
            raise OutdatedStoreError("user")
        return None
    database = _remakeable(path, "user")
    if _mark(database) != mark:
        database.close()
        raise OutdatedStoreError("user")
    return database


def official_database(edition: sqlite3.Connection) -> sqlite3.Connection | None:
    """The store of what the user added to the edition, if there is one.

    Raises OutdatedStoreError, also if it was made beside another edition, or StoreError if it is
    damaged or can't be read now.
    """
    try:
        path = locations.official_store()
    except locations.NoHomeError:
        return None
    if not _is_there(path, "official"):
        return None
    try:
        database = _open(path, "official")
        marks = _mark(edition), _mark(database)
    except sqlite3.DatabaseError as error:
        raise _unreadable("official", path, error, ADD_AGAIN) from None
    if marks[0] != marks[1]:
        database.close()
        raise OutdatedStoreError("official")
    return database


def guide_files() -> dict[str, tuple[int, int]]:
    """Name, size and time of change in nanoseconds of each of the user's guides. Raises OSError."""
    try:
        with os.scandir(locations.user_guides()) as entries:
            names = [entry.name for entry in entries if entry.name.endswith(".toml")]
    except FileNotFoundError:
        return {}
    return {name: guide_stamp(locations.user_guides() / name) for name in names}


def guide_stamp(path: Path) -> tuple[int, int]:
    """Size and time of change of a guide's file; zeros if it can't be told."""
    try:
        state = path.stat()
    except OSError:
        return 0, 0
    return state.st_size, state.st_mtime_ns


def mark_of(files: dict[str, tuple[int, int]]) -> int:
    """The number by which a store of the user's guides knows their files; 0 without any."""
    return zlib.crc32(repr(sorted(files.items())).encode()) & 0x7FFFFFFF if files else 0


def _mark(database: sqlite3.Connection) -> int:
    ((mark,),) = database.execute("PRAGMA application_id")
    return int(mark)


def _is_there(path: Path, store: StoreName) -> bool:
    """Whether a store has a file. Raises StoreError if that can't be told, or it's something else.

    A pipe, for one, would never open.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _no_entry(store, path, error) from None
    if not stat.S_ISREG(mode):
        raise StoreError(store, f"{path} cannot be read: it isn't a file.", hint="Rename it.")
    return True


def _no_entry(store: StoreName, path: Path, error: OSError) -> StoreError:
    return StoreError(store, f"{path} cannot be read: {error.strerror}.", hint=NOT_CHANGED)


def _shipped(path: Path, store: StoreName) -> sqlite3.Connection:
    if not _is_there(path, store):
        raise OutdatedStoreError(store)
    return _remakeable(path, store)


def _remakeable(path: Path, store: StoreName) -> sqlite3.Connection:
    try:
        return _open(path, store)
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise OutdatedStoreError(store) from None
        raise _unreadable(store, path, error) from None


def _open(path: Path, store: StoreName) -> sqlite3.Connection:
    """Raises OutdatedStoreError, or sqlite3.DatabaseError if the file can't be read."""
    with ExitStack() as opened:
        database = connect(path)
        opened.callback(database.close)
        try:
            (format_,) = database.execute("PRAGMA user_version").fetchone()
        except UnicodeDecodeError as error:
            raise DamageError(error) from None
        if format_ != FORMAT:
            raise OutdatedStoreError(store)
        opened.pop_all()
        return database


class DamageError(sqlite3.DatabaseError):
    """Damage that isn't found by SQLite, or that its message cannot be read of."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite says that what is in the file is damaged.

    Anything else (in use, no permission, no space, no disk) says only that it cannot be read now.
    """
    code = getattr(error, "sqlite_errorcode", None)  # none where Python itself refused
    return code is not None and code & PRIMARY in DAMAGE


def unreadable(path: Path, error: sqlite3.Error, if_damaged: str = "") -> CareerError:
    """What is told where a store cannot be read: that it is damaged, or SQLite's own reason."""
    if is_damage(error):
        return CareerError(f"{path} is damaged: {error}.", hint=if_damaged)
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:  # tables that it has not
        foreign = f"{path} isn't a store that this careercli can read: {error}."
        return CareerError(foreign, hint="Nothing was changed. Rename the file, then add yours.")
    return CareerError(f"{path} cannot be read: {error}.", hint=NOT_CHANGED)


def _unreadable(
    store: StoreName, path: Path, error: sqlite3.Error, if_damaged: str = ""
) -> StoreError:
    told = unreadable(path, error, if_damaged)
    return StoreError(store, told.message, hint=told.hint)


def connect(path: Path) -> sqlite3.Connection:
    """A connection that only reads, and takes no lock: a store is replaced, never changed."""
    return sqlite3.connect(path.absolute().as_uri() + "?mode=ro&immutable=1", uri=True)


def damage(error: Exception) -> CareerError | None:
    """What is told where a store that was opened cannot be read; None for any other error."""
    if not isinstance(error, sqlite3.DatabaseError):
        return None
    again = "`careercli sources add` makes official.db again, `careercli guide add` user.db."
    return unreadable(locations.data_folder(), error, again)
