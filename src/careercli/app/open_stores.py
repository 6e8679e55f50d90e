"""The stores, made again first if that is needed; what can't be used is left out with a warning."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from careercli.errors import CareerError
from careercli.files import locations
from careercli.output.stdout import say_err
from careercli.store.open import (
    OutdatedStoreError,
    StoreError,
    StoreName,
    bundled_database,
    edition_database,
)
from careercli.store.reader import Store

LOCK_SECONDS = 120
SLOW = 1
"""Seconds after which it is said that a store is being made again."""
Identity = tuple[int, int, int] | None

_PATHS: dict[StoreName, Callable[[], Path]] = {
    "user": locations.user_store,
    "official": locations.official_store,
    "bundled": locations.bundled_store,
    "edition": locations.edition_store,
}
_LEFT_OUT: dict[StoreName, str] = {
    "user": "your guides are left out",
    "official": "the data that you added are left out",
}
"""What is said of the stores that can be left out."""
_set_aside: dict[Path, tuple[Identity, CareerError]] = {}
"""The files that this process found to be no use, as they were then, and why."""
_told: set[str] = set()


def open_store(*, user: bool = True, needed: StoreName | None = None) -> Store:
    """Every store there is; without the user's guides if `user` is false.

    A store that isn't of this version or of its files is made again. If that fails, or if it can't
    be read, a warning says so and the others answer; but raises CareerError if it is `needed`, or
    one that every answer needs.
    """
    without: set[StoreName] = set() if user else {"user"}
    remade: set[StoreName] = set()
    if _set_aside:
        if needed and (why := _why_set_aside(needed)):
            raise why
        without |= {store for store in _LEFT_OUT if _why_set_aside(store)}
    while True:
        try:
            return Store(without=without)
        except StoreError as error:
            told: CareerError = error
            store = error.store
            if isinstance(error, OutdatedStoreError) and store not in remade:
                remade.add(store)
                try:
                    _remake(store)
                    continue
                except CareerError as failure:
                    told = failure
            if store == needed or store not in _LEFT_OUT:
                raise told from None
            without.add(store)
            _leave_out(store, told)


def store_as_it_is() -> Store | None:
    """The stores without those that would have to be made again first; None if that is too few.

    It says nothing: completion has no place for it.
    """
    without: set[StoreName] = set()
    while True:
        try:
            return Store(without=without)
        except StoreError as error:
            if error.store not in _LEFT_OUT:
                return None
            without.add(error.store)


def mend_stores() -> bool:
    """Looks for a store that isn't what was written, after an error that nothing else explains.

    It is made again from its files, else left out by this process from now on, and a line says
    so. Returns whether there was one. Raises CareerError if every answer needs it. The user's are
    looked at first; the large ones that ship only if those are sound.
    """
    from careercli.store.checksum import health

    for store, place in _PATHS.items():
        try:
            path = place()
        except locations.NoHomeError:
            continue
        if not path.is_file() or _why_set_aside(store) or not (why := health(path)):
            continue
        try:
            _remake(store)
        except CareerError as error:
            if store not in _LEFT_OUT:
                raise
            _leave_out(store, error)
        else:
            say_err(f"careercli: {path} was damaged ({why}); it is made again.")
        return True
    return False


def _leave_out(store: StoreName, why: CareerError) -> None:
    path = _PATHS[store]()
    _set_aside[path] = _identity(path), why
    line = " ".join(f"careercli: {_LEFT_OUT[store]}: {why.message} {why.hint}".split())
    if line not in _told:
        _told.add(line)
        say_err(line)


def _why_set_aside(store: StoreName) -> CareerError | None:
    """Why this process found the file, as it is now, to be no use; None if it didn't."""
    try:
        path = _PATHS[store]()
    except locations.NoHomeError:
        return None
    identity, why = _set_aside.get(path, (None, None))
    return why if identity == _identity(path) else None


def _identity(path: Path) -> Identity:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns


def _remake(store: StoreName) -> None:
    """Makes a store again from its files. Raises CareerError."""
    if store == "official":
        from careercli.official.store import rebuild

        with _told_if_slow("The data you added are being prepared for this version …"):
            rebuild()
    elif store == "user":
        from careercli.app.user_store import refresh_user_store

        open_store(user=False)  # the guides' skills are named by the bundled store
        with _told_if_slow("Your guides are being prepared …"):
            refresh_user_store()
    else:
        with _told_if_slow("The data that come with careercli are being prepared …"):
            _remake_shipped(store)


def _remake_shipped(store: StoreName) -> None:
    data = Path(__file__).parents[3] / "data"
    path = _PATHS[store]()
    if not (data / "skills.toml").exists():
        raise CareerError(
            f"{path} is missing, incomplete or of another version.",
            hint="Reinstall careercli.",
        )
    from careercli.files.lock import locked
    from careercli.official.build import compile_shipped
    from careercli.store.checksum import health

    busy = "Another careercli is preparing its data."
    try:
        with locked(path.parent / ".shipped.db.lock", seconds=LOCK_SECONDS, busy=busy):
            if not _is_current(store) or health(path):
                path.unlink(missing_ok=True)
                compile_shipped(data)
    except OSError as error:
        raise CareerError(f"{path} cannot be written: {error.strerror or error}.") from None


def _is_current(store: StoreName) -> bool:
    try:
        database = bundled_database() if store == "bundled" else edition_database()
    except StoreError:
        return False
    database.close()
    return True


@contextmanager
def _told_if_slow(what: str) -> Iterator[None]:
    """Says what is being done when it has taken SLOW seconds."""
    import threading

    timer = threading.Timer(SLOW, say_err, [f"careercli: {what}"])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
