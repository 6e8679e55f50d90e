"""The official store of what a user added to the edition; `official.build` makes the edition's own.

It holds the data sets that were added, each in place of that data set of the edition.
Occupations are joined out of several data sets; if one of those was added, it has all
occupations anew, in place of the edition's.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from careercli.errors import CareerError
from careercli.files import locations
from careercli.files.atomic import keep_aside, make_private_folder, sync_folder
from careercli.files.lock import LockTimeoutError, locked
from careercli.model.basics import Source
from careercli.model.codec import to_json_data
from careercli.model.datasets import JOINED, Dataset, ReadFile
from careercli.official import oews, onet, projections
from careercli.official.dataset import ReportProgress, Row, Rows
from careercli.official.download import download, is_address
from careercli.official.files import digests, members
from careercli.official.move_inputs import relate
from careercli.official.recognize import kind_of
from careercli.official.roles import add_roles, own_names
from careercli.store import schema
from careercli.store.checksum import ChangedContentError, changed_tables, is_wanting
from careercli.store.open import (
    ADD_AGAIN,
    DamageError,
    edition_database,
    is_damage,
    official_database,
    unreadable,
)
from careercli.store.writer import as_json, new_store
from careercli.text import without_secrets

BUSY = "Another careercli is adding data."
WAIT = 120
"""Seconds to wait for another import to end."""
READING_SECONDS = 5
"""Seconds to wait for another program that holds the user's store."""
BLS = "U.S. Bureau of Labor Statistics"
USDOL = "U.S. Department of Labor, Employment and Training Administration"
SURVEY_NOTE = (
    "gross straight-time pay of employees: with commissions, tips and production bonuses; without "
    "overtime, shift differentials, severance and other bonuses; not the self-employed"
)
UNDATED = "undated"
"""Stands in a source's id for a release that is not known."""
SOURCES = {"onet": onet, "oews": oews, "projections": projections}
LEAST_SHARE = 0.9
"""The share of the occupations and areas of a data set that one of another year has at least."""


def import_data(
    name: str, place: str | None, release: str, tell: ReportProgress, *, partial: bool = False
) -> list[Dataset]:
    """Adds a download of the source `name`, from a path or an address; see `add`.

    Without a name the content of the file tells which source it is of. With no place the source's
    own newest release, or the one named, is downloaded. A download is removed when it was read.
    `partial` takes a release that much is missing from.
    Raises DataError or CareerError, and then nothing has changed.
    """
    import tempfile

    if place and not is_address(place):
        source = SOURCES[name or kind_of(Path(place))]
        return _import(source, Path(place), place, release, tell, partial=partial)
    address = place or SOURCES[name].address(release)
    by_hand = SOURCES[name].BY_HAND if name else BY_HAND
    with tempfile.TemporaryDirectory(prefix="careercli-") as folder:
        path = download(address, Path(folder), by_hand, tell)
        source = SOURCES[name or kind_of(path)]
        return _import(source, path, without_secrets(address), release, tell, partial=partial)


BY_HAND = "Download it with a browser, then: careercli sources add FILE"


def _import(
    source: Any, path: Path, place: str, release: str, tell: ReportProgress, *, partial: bool
) -> list[Dataset]:
    with members(path, source.BY_HAND) as found:
        digest, files = digests(path, found)
        if source is oews:
            rows = oews.read(place, found, release, tell, _titles("oews"))
        elif source is projections:
            rows = projections.read(place, found, release, tell, _titles("projections")).rows()
        else:
            rows = onet.read(place, found, release, tell, partial=partial).rows()
        return add(rows, tell, sha256=digest, members=files, partial=partial)


def _titles(name: str) -> dict[str, str]:
    """Titles of a data set's occupations -> their codes, by the edition."""
    with closing(edition_database()) as edition:
        sql = "SELECT code, record FROM import_record WHERE dataset = ?"
        return {json.loads(record)["title"]: code for code, record in edition.execute(sql, [name])}


def add(
    rows: Rows,
    tell: ReportProgress,
    *,
    sha256: str = "",
    members: Sequence[ReadFile] = (),
    partial: bool = False,
) -> list[Dataset]:
    """Puts data sets into the official store; ones of the same name are replaced.

    sha256, members: the digests of the file that they are read from, or of those in a folder
    partial: whether they may have far less than those that they replace

    Until it is whole the old store answers, and it does so after a failure at any point.
    Raises CareerError if the disk is full or cannot be written, or if too much would be lost.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    added: list[Dataset] = []

    def put(db: sqlite3.Connection) -> set[str]:
        stored: list[Dataset] = []

        def each() -> Iterator[Row]:
            stored.extend((yield from rows))

        store_rows(db, each())
        known = [dataset._replace(sha256=sha256, members=tuple(members)) for dataset in stored]
        added.extend(add_datasets(db, known, now))
        names = [dataset.name for dataset in added]
        if not partial:
            _refuse_losses(db, names, locations.official_store())
        return {*names}

    _replace(put, tell)
    return added


def _counts_of(db: sqlite3.Connection) -> dict[str, dict[str, int]]:
    """Each data set of a store -> how many occupations and areas it has."""
    areas = dict(db.execute("SELECT dataset, COUNT(*) FROM area GROUP BY dataset"))
    return {
        name: {"occupations": json.loads(record)["occupations"], "areas": areas.get(name, 0)}
        for name, record in db.execute(schema.DATASET.select())
    }


def _refuse_losses(new: sqlite3.Connection, added: Collection[str], old: Path) -> None:
    """Raises CareerError if data sets of the draft `new` have far less than those they replace.

    old: the user's store, which may be damaged or not there: then the edition's are replaced
    """
    with closing(edition_database()) as edition:
        present = _counts_of(edition)
    with (
        suppress(sqlite3.Error, ValueError, KeyError, TypeError),
        closing(_connect(old)) as before,
    ):
        present |= _counts_of(before)
    counts = _counts_of(new)
    losses = [
        f"fewer {what} ({count:,} instead of {present[name][what]:,})"
        for name in added
        for what, count in counts[name].items()
        if count < LEAST_SHARE * present[name][what]
    ]
    if losses:
        raise CareerError(
            f"This would replace {' and '.join(added)}, and leave {' and '.join(losses)}.",
            hint="Nothing was changed. Add the whole release, or give --yes to do without.",
        )


def _connect(old: Path) -> sqlite3.Connection:
    """A connection to the user's store that is about to be replaced; it only reads."""
    address = old.absolute().as_uri() + "?mode=ro"
    return sqlite3.connect(address, uri=True, timeout=READING_SECONDS)


def remove(name: str) -> None:
    """Takes a data set out of the user's store, and so brings back that of the edition.

    Raises CareerError if the store is damaged, and then it is left as it is.
    """
    _replace(lambda _: {name})


def rebuild() -> None:
    """Makes the user's store anew from the data sets in it.

    What is worked out of them may be damaged. If nobody has to make it anew any more when its
    lock is free, nothing is done.
    Raises CareerError if the data sets are damaged, and then it is left as it is.
    """
    _replace(lambda _: set(), is_wanting=_is_wanting)


def _is_wanting() -> bool:
    """Whether the user's store has to be made anew. Raises CareerError if it can't be read."""
    with closing(edition_database()) as edition:
        return is_wanting(lambda: official_database(edition), locations.official_store())


def store_rows(db: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Stores rows as they come."""
    for table, batch in groupby(rows, key=itemgetter(0)):
        db.executemany(table.insert(replace=True), (row for _, row in batch))


def add_datasets(db: sqlite3.Connection, datasets: Iterable[Dataset], now: str) -> list[Dataset]:
    """Stores what is known of data sets; returns it, with `now` as the time of adding."""
    stamped = [_stamped(dataset, now) for dataset in datasets]
    records = ((dataset.name, as_json(to_json_data(dataset))) for dataset in stamped)
    db.executemany(schema.DATASET.insert(), records)
    return stamped


def _derive(db: sqlite3.Connection, tell: ReportProgress) -> None:
    """Works out what a user's store holds beside the data sets that were added."""
    names = {name for (name,) in db.execute("SELECT name FROM dataset")}
    with closing(edition_database()) as edition:
        if names & set(JOINED):
            tell("roles")
            ours = own_names(
                edition.execute(schema.OCCUPATION_NAME.select()),
                edition.execute(schema.EVERYDAY_NAME.select()),
            )
            add_roles(db, lambda name: [db, edition] if name in names else [edition], ours)
    if "onet" in names:
        relate(db, tell)


def _replace(
    put: Callable[[sqlite3.Connection], set[str]],
    tell: ReportProgress = lambda _: None,
    is_wanting: Callable[[], bool] = lambda: True,
) -> None:
    """Makes a new store, and moves it to where the old one is when it is on the disk.

    `put` stores what is added, and says which data sets aren't to be taken over from the old one.
    Without a data set in it there is no store. `is_wanting` says, under the lock, whether it is
    still to be made.
    """
    target = locations.official_store()
    draft = target.with_suffix(".tmp")
    with _write_errors(target), _import_lock(target, tell):
        if not is_wanting():
            return
        try:
            with closing(edition_database()) as edition:
                ((mark,),) = edition.execute("PRAGMA application_id")
            with new_store(draft, mark) as db:
                sound = _take_over(db, target, put(db))
                _derive(db, tell)
                empty = not any(db.execute("SELECT 1 FROM dataset"))
            if not sound:
                aside = keep_aside(target)
                tell(f"{target} is damaged: it is kept as {aside.name}, and nothing of it is here")
            if empty:
                target.unlink(missing_ok=True)
                draft.unlink()
            else:
                draft.replace(target)
        except BaseException:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)


@contextmanager
def _import_lock(target: Path, tell: ReportProgress) -> Iterator[None]:
    path = target.with_suffix(".lock")
    make_private_folder(target.parent)
    with ExitStack() as held:
        try:
            held.enter_context(locked(path, seconds=0, busy=BUSY))
        except LockTimeoutError:
            tell("waiting for another careercli to be done")
            held.enter_context(locked(path, seconds=WAIT, busy=BUSY))
        yield


@contextmanager
def _write_errors(target: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise CareerError(
            f"The data could not be written to {target.parent}: {why}.",
            hint="What was imported before is still there.",
        ) from None


NEEDED = (schema.DATASET, schema.IMPORT_RECORD, schema.AREA, schema.AREA_PAY)
"""Tables without which a store of another version is no store of ours."""
DERIVED = (schema.LIKENESS, schema.LIKENESS_SCORES, schema.CALIBRATION)
"""Tables that are worked out of one data set alone."""


def _take_over(db: sqlite3.Connection, old: Path, without: set[str]) -> bool:
    """Takes over the data sets of the old store, but for those named, if it isn't damaged.

    A damaged one is done without only for the sake of what is added. Raises CareerError.
    """
    adds = any(db.execute("SELECT 1 FROM dataset"))
    try:
        _keep(db, old, without)
    except OldStoreError as error:
        if not (adds and is_damage(error.reason)):
            raise unreadable(old, error.reason, ADD_AGAIN) from None
        _forget(db, without)
        return False
    return True


def _keep(db: sqlite3.Connection, old: Path, without: set[str]) -> None:
    """Takes over the data sets of the old store, but for those named.

    A table that another version made otherwise is left out: all but NEEDED can be done without;
    what is worked out is then worked out anew. Raises OldStoreError if the old store can't be read.
    """
    if not old.exists():
        return
    with _reading_old():
        database = _connect(old)
    with closing(database) as before:
        ((version,),) = _rows(before, "PRAGMA user_version")
        keeps_derived = version == schema.FORMAT and not _changed(before)
        for table in schema.SOURCE_TABLES:
            columns = {row[1] for row in _rows(before, f"PRAGMA table_info({table.name})")}
            as_now = keeps_derived or table not in DERIVED
            if not ((as_now and columns.issuperset(table.columns)) or table in NEEDED):
                continue
            rows = _rows(before, table.select())
            if table is schema.AREA_PAY:
                areas = _rows(before, "SELECT id, dataset FROM area")
                left_out = {area for area, name in areas if name in without}
                kept = (row for row in rows if row[1] not in left_out)
            else:
                kept = (row for row in rows if row[0] not in without)
            db.executemany(table.insert(replace=True), kept)


def _changed(before: sqlite3.Connection) -> set[str]:
    """The changed ones of the tables that are worked out of data sets.

    Raises OldStoreError if a table of the data sets themselves isn't what was written.
    """
    with _reading_old():
        changed = {*changed_tables(before)} & {table.name for table in schema.SOURCE_TABLES}
    if data := changed - {table.name for table in DERIVED}:
        raise OldStoreError(ChangedContentError(sorted(data)))
    return changed


def _forget(db: sqlite3.Connection, names: set[str]) -> None:
    """Takes out what was kept of a store that then turned out damaged: all but these data sets."""
    listed = ", ".join(f"'{name}'" for name in sorted(names))
    areas = f"SELECT id FROM area WHERE dataset IN ({listed})"  # noqa: S608
    db.execute(f"DELETE FROM area_pay WHERE area NOT IN ({areas})")  # noqa: S608
    for table in schema.SOURCE_TABLES:
        if table is not schema.AREA_PAY:
            column = next(iter(table.columns))
            db.execute(f"DELETE FROM {table.name} WHERE {column} NOT IN ({listed})")  # noqa: S608


class OldStoreError(Exception):
    """The old store cannot be read, which is told apart from a draft that cannot be written.

    reason: what SQLite says
    """

    def __init__(self, reason: sqlite3.Error) -> None:
        super().__init__(str(reason))
        self.reason = reason


@contextmanager
def _reading_old() -> Iterator[None]:
    """Makes an OldStoreError of what goes wrong."""
    try:
        yield
    except sqlite3.Error as error:
        raise OldStoreError(error) from None
    except UnicodeDecodeError as error:
        raise OldStoreError(DamageError(error)) from None


def _rows(before: sqlite3.Connection, sql: str) -> Iterator[Any]:
    with _reading_old():
        yield from before.execute(sql)


def _stamped(dataset: Dataset, now: str) -> Dataset:
    """A data set with the time at which it was added, and as a source of figures.

    The id has the release in it, so that figures of a guide's own source stay apart; also if the
    files do not say of which release they are.
    """
    release = re.findall("[0-9]+", dataset.release) or [UNDATED]
    source = dataset.source or _source(dataset)
    return dataset._replace(imported=now, id="-".join([dataset.name, *release]), source=source)


def _source(dataset: Dataset) -> Source:
    """The source of a data set's figures."""
    title, date = dataset.title, dataset.date or None
    if dataset.name == "onet":
        url = "https://www.onetcenter.org/database.html"
        return Source(USDOL, title, "official-fact", url, date, dataset.attribution)
    if dataset.name == "projections":
        url, note = "https://www.bls.gov/emp/", "Change over ten years"
        return Source(BLS, title, "projection", url, date, note)
    return Source(BLS, title, "survey", "https://www.bls.gov/oes/", date, SURVEY_NOTE)
