"""Imported data sets, combined into one store of occupations that replaces the old one whole.

Every data set's own parts are kept beside the roles made of them, so that imports in any order
give the same store, and one can be taken out again.
"""

import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from careercli.errors import CareerError
from careercli.files import locations
from careercli.files.atomic import keep_aside, sync_folder
from careercli.model.basics import Source
from careercli.model.codec import build, to_json_data
from careercli.model.occupation import Dataset
from careercli.official import oews, onet, projections
from careercli.official.dataset import OccupationRecord, ParsedDataset, ReportProgress
from careercli.official.download import download, is_address
from careercli.official.files import members
from careercli.official.likeness import put_trait, relate
from careercli.official.oews import COMBINED
from careercli.official.projections import ALL
from careercli.store.open import is_damage, unreadable
from careercli.store.schema import (
    AREA_PAY,
    CALIBRATION,
    DATASET,
    ELEMENT,
    FAMILY,
    FORMAT,
    IMPORT_RECORD,
    LIKENESS,
    NAME,
    Table,
)
from careercli.store.writer import as_json, create, index, names_of, put_role
from careercli.text import normalize_name

Data = dict[str, Any]
WAIT = 120
"""Seconds to wait for another import to end."""
BLS = "U.S. Bureau of Labor Statistics"
SURVEY_NOTE = (
    "gross straight-time pay of employees: with commissions, tips and production bonuses; without "
    "overtime, severance and other bonuses; not the self-employed"
)
UNDATED = "undated"
"""Stands in a source's id for a release that is not known."""
SOURCES = {"onet": onet, "oews": oews, "projections": projections}
JOINED = ("onet", "oews", "projections")
"""Data sets that make occupations; the first that is there decides the classification."""
PART_OF = {part: whole for whole, parts in COMBINED.items() for part in parts}

MAJOR_GROUPS = {
    "11": "Management",
    "13": "Business and financial operations",
    "15": "Computer and mathematical",
    "17": "Architecture and engineering",
    "19": "Life, physical, and social science",
    "21": "Community and social service",
    "23": "Legal",
    "25": "Educational instruction and library",
    "27": "Arts, design, entertainment, sports, and media",
    "29": "Healthcare practitioners and technical",
    "31": "Healthcare support",
    "33": "Protective service",
    "35": "Food preparation and serving",
    "37": "Building and grounds cleaning and maintenance",
    "39": "Personal care and service",
    "41": "Sales and related",
    "43": "Office and administrative support",
    "45": "Farming, fishing, and forestry",
    "47": "Construction and extraction",
    "49": "Installation, maintenance, and repair",
    "51": "Production",
    "53": "Transportation and material moving",
    "55": "Military specific",
}
"""The major groups of the Standard Occupational Classification: the families of occupations."""


def import_data(
    name: str, place: str | None, release: str, tell: ReportProgress, *, partial: bool = False
) -> list[Dataset]:
    """Imports a download of the source `name`, from a path or an address; see `add`.

    With no place the source's own newest release, or the one named, is downloaded. A download
    is removed when it was read. `partial` takes a release that most tables are missing from.
    Raises DataError or CareerError, and then nothing has changed.
    """
    import tempfile

    source = SOURCES[name]
    if place and not is_address(place):
        return _import(source, Path(place), place, release, tell, partial=partial)
    address = place or source.address(release)
    with tempfile.TemporaryDirectory(prefix="careercli-") as folder:
        path = download(address, Path(folder), source.BY_HAND, tell)
        return _import(source, path, address, release, tell, partial=partial)


def _import(
    source: Any, path: Path, place: str, release: str, tell: ReportProgress, *, partial: bool
) -> list[Dataset]:
    with members(path, source.BY_HAND) as found:
        readings = list(source.read(place, found, release, tell))
        for one in readings:
            if one.lacks and not partial:
                raise CareerError(
                    f"{place} is only a part of {one.dataset.title}: most tables are missing.",
                    hint="Nothing was changed. Import the whole release, or give --yes to replace "
                    f"the present one and do without: {', '.join(one.lacks)}.",
                )
        return add(readings, tell)


def add(readings: Iterable[ParsedDataset], tell: ReportProgress) -> list[Dataset]:
    """Puts data sets into the official store; ones of the same name are replaced.

    Until it is whole the old store answers, and it does so after a failure at any point.
    Raises CareerError where the disk is full or cannot be written.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    parsed = list(readings)
    names = {reading.dataset.name for reading in parsed}
    added: list[Dataset] = []

    def fill(db: sqlite3.Connection, old: Path) -> bool:
        sound = True
        try:
            _keep(db, old, names)
        except OldStoreError as error:
            sound = not is_damage(error.reason)
            if sound:
                raise unreadable(old, error.reason) from None
            for table in KEPT:
                db.execute(f"DELETE FROM {table.name}")  # noqa: S608
        added.extend(_add_records(db, reading, now) for reading in parsed)
        tell("roles")
        fresh = next((reading.parts for reading in parsed if reading.dataset.name == "onet"), None)
        _add_roles(db, fresh)
        relate(db, tell)
        return sound

    _replace(fill, tell)
    return added


def rebuild(tell: ReportProgress, *, without: str = "") -> None:
    """Makes the official store anew from the data sets in it, but for the one named.

    Raises CareerError where it is damaged, and then it is left as it is.
    """

    def fill(db: sqlite3.Connection, old: Path) -> bool:
        try:
            _keep(db, old, {without})
        except OldStoreError as error:
            raise unreadable(old, error.reason, "Import again, or remove the file.") from None
        _add_roles(db)
        relate(db, tell)
        return True

    _replace(fill, tell)


def _replace(fill: Callable[[sqlite3.Connection, Path], bool], tell: ReportProgress) -> None:
    """Makes a new store by `fill`, and moves it to where the old one is when it is on the disk.

    `fill` says whether the old one could be read; one that is damaged is kept beside the new one.
    """
    target = locations.official_store()
    draft = target.with_suffix(".tmp")
    with _import_lock(target, tell), _write_errors(target):
        draft.unlink(missing_ok=True)  # of an import that was killed
        try:
            with closing(sqlite3.connect(draft, isolation_level=None)) as db:
                db.execute("PRAGMA journal_mode = OFF")  # a draft that fails is thrown away
                db.execute("PRAGMA synchronous = OFF")  # it is synced once, below
                create(db)
                db.execute("BEGIN")
                with _indexed_last(db, NAME):
                    sound = fill(db, target)
                db.execute("COMMIT")
            with draft.open("rb+") as file:  # some systems sync only what may be written
                os.fsync(file.fileno())
            if not sound:
                aside = keep_aside(target)
                tell(f"{target} is damaged: it is kept as {aside.name}, and nothing of it is here")
            draft.replace(target)
        except BaseException:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)


@contextmanager
def _indexed_last(db: sqlite3.Connection, table: Table) -> Iterator[None]:
    """Makes a table's indexes when all rows are in: sorting once is faster than finding places."""
    for columns in table.indexes:
        db.execute(f"DROP INDEX {table.index_name(columns)}")
    yield
    for columns in table.indexes:
        db.execute(table.create_index(columns))


@contextmanager
def _import_lock(target: Path, tell: ReportProgress) -> Iterator[None]:
    from filelock import FileLock, Timeout

    with _write_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(target.with_suffix(".lock"))
        try:
            lock.acquire(timeout=0)
        except Timeout:
            tell("waiting for another import")
            try:
                lock.acquire(timeout=WAIT)
            except Timeout:
                raise CareerError("Another import is running.", hint="Try again later.") from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _write_errors(target: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise CareerError(
            f"The import could not be written to {target.parent}: {why}.",
            hint="What was imported before is still there.",
        ) from None


KEPT = (DATASET, IMPORT_RECORD, ELEMENT, AREA_PAY, LIKENESS, CALIBRATION)
"""Tables of what was imported, and of what is worked out of one data set alone; the first column
of each is the data set's name."""
NEEDED = (DATASET, IMPORT_RECORD)
DERIVED = (LIKENESS, CALIBRATION)


def _keep(db: sqlite3.Connection, old: Path, without: set[str]) -> None:
    """Takes over the data sets of the old store, but for those named.

    A table that another version made otherwise is left out: all but NEEDED can be done without;
    what is worked out is then worked out anew. Raises OldStoreError if the old store can't be read.
    """
    if not old.exists():
        return
    with _old_store(old) as before:
        ((version,),) = _rows(before, "PRAGMA user_version")
        for table in KEPT:
            columns = {row[1] for row in _rows(before, f"PRAGMA table_info({table.name})")}
            as_now = version == FORMAT or table not in DERIVED
            if (as_now and columns.issuperset(table.columns)) or table in NEEDED:
                stored = _rows(before, f"{table.select()} ORDER BY rowid")
                db.executemany(table.insert(), (row for row in stored if row[0] not in without))


class OldStoreError(Exception):
    """The old store cannot be read, which is told apart from a draft that cannot be written.

    reason: what SQLite says
    """

    def __init__(self, reason: sqlite3.Error) -> None:
        super().__init__(str(reason))
        self.reason = reason


@contextmanager
def _old_store(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        database = sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)
    except sqlite3.Error as error:
        raise OldStoreError(error) from None
    with closing(database):
        yield database


def _rows(before: sqlite3.Connection, sql: str) -> Iterator[Any]:
    try:
        yield from before.execute(sql)
    except sqlite3.Error as error:
        raise OldStoreError(error) from None


def _stamped(dataset: Dataset, now: str) -> Dataset:
    """A data set with the time of its import, and as a source of figures.

    The id has the release in it, so that figures of a guide's own source stay apart; also where
    the files do not say of which release they are.
    """
    release = re.findall("[0-9]+", dataset.release) or [UNDATED]
    source = build(Source, _source(dataset))
    return dataset._replace(imported=now, id="-".join([dataset.name, *release]), source=source)


def _source(dataset: Dataset) -> Data:
    publisher, kind, url, note = {
        "onet": (
            "U.S. Department of Labor, Employment and Training Administration",
            "official-fact",
            "https://www.onetcenter.org/database.html",
            dataset.attribution,
        ),
        "projections": (BLS, "projection", "https://www.bls.gov/emp/", "Change over ten years"),
    }.get(dataset.name, (BLS, "survey", "https://www.bls.gov/oes/", SURVEY_NOTE))
    source = {"publisher": publisher, "title": dataset.title, "kind": kind, "url": url}
    return source | ({"date": dataset.date} if dataset.date else {}) | {"note": note}


def _add_records(db: sqlite3.Connection, reading: ParsedDataset, now: str) -> Dataset:
    """Stores a data set, going through its parts once, and returns it as it was stored."""
    name = reading.dataset.name
    national: list[OccupationRecord] = []

    def in_areas() -> Iterator[tuple[str, str, str, str]]:
        for part in reading.parts:
            if part.area:
                yield name, part.area, part.code, as_json(_untitled(part.whole))
            else:
                national.append(part)

    db.executemany(AREA_PAY.insert(), in_areas())
    db.executemany(
        IMPORT_RECORD.insert(), ((name, part.code, as_json(part.whole)) for part in national)
    )
    db.executemany(
        ELEMENT.insert(),
        ((name, element.id, as_json(to_json_data(element))) for element in reading.elements),
    )
    dataset = _stamped(reading.completed() if reading.completed else reading.dataset, now)
    db.execute(DATASET.insert(), (name, as_json(to_json_data(dataset))))
    return dataset


def _untitled(whole: Data) -> Data:
    """What is said of an occupation in an area, of which there are very many: without its title."""
    return {name: part for name, part in whole.items() if name != "title"}


# -- from parts to roles -------------------------------------------------------------------------


class _Inputs:
    """What the data sets say, by code; only those of one classification are joined."""

    def __init__(self, db: sqlite3.Connection) -> None:
        rows = db.execute("SELECT name, record FROM dataset")
        sets = {name: build(Dataset, json.loads(record)) for name, record in rows}
        leading = next((sets[name] for name in JOINED if name in sets), None)
        self.sets = {
            name: dataset
            for name, dataset in sets.items()
            if name in JOINED and leading and dataset.soc == leading.soc
        }
        self.wages = self._records(db, "oews")
        self.projections = self._records(db, "projections")

    def _records(self, db: sqlite3.Connection, name: str) -> dict[str, Data]:
        if name not in self.sets:
            return {}
        rows = db.execute("SELECT code, record FROM import_record WHERE dataset = ?", (name,))
        return {code: json.loads(record) for code, record in rows}


def _add_roles(db: sqlite3.Connection, fresh: Iterable[OccupationRecord] | None = None) -> None:
    """Makes the roles anew from the parts of every data set; `fresh` are those of O*NET."""
    official = _Inputs(db)
    taken: set[str] = set()
    covered: set[str] = set()
    db.executemany(
        FAMILY.insert(),
        ((f"soc-{group}", title) for group, title in MAJOR_GROUPS.items()),
    )
    if fresh is None:
        rows = db.execute("SELECT code, record FROM import_record WHERE dataset = 'onet'")
        fresh = (OccupationRecord(code, json.loads(record)) for code, record in rows)
    for part in fresh:
        six = part.code[:7]
        covered |= {six, PART_OF.get(six, "")}
        _add_occupation(db, official, part.code, part.whole, taken)
    bare = {**official.projections, **official.wages}
    for code, published in bare.items():
        if code not in covered and code != ALL:
            occupation = {"code": f"{code}.00"}
            record = {"title": published["title"], "summary": "", "occupation": occupation}
            _add_occupation(db, official, f"{code}.00", record, taken)
    index(db)


def _add_occupation(
    db: sqlite3.Connection, official: _Inputs, code: str, record: Data, taken: set[str]
) -> None:
    title = record["title"]
    slug = normalize_name(title).replace(" ", "-")
    slug = re.sub(r"[^a-z0-9-]", "", slug)
    if slug in taken or not slug:
        slug = f"{slug}-{code.replace('.', '-')}".strip("-")
    taken.add(slug)
    role: Data = {
        "slug": slug,
        "title": title,
        "summary": record["summary"],
        "key": f"soc:{code}",
        "other_titles": record.get("titles", []),
        "family": f"soc-{code[:2]}",
        "soc": {"code": code[:7], "match": "exact" if code.endswith(".00") else "broader"},
    }
    occupation = dict(record["occupation"])
    cited = ["onet"] if "titles" in record else []  # else it is known from the survey alone
    if counted := _counted_as(code, official.wages):
        cited.append("oews")
        _add_wages(role, occupation, official.wages[counted], counted, official.sets["oews"].id)
    if counted := _counted_as(code, official.projections):
        cited.append("projections")
        everyone = official.projections.get(ALL, {}).get("growth")
        source = official.sets["projections"].id
        _add_projection(role, occupation, official.projections[counted], counted, source)
        if everyone is not None:
            figure = _figure(everyone, "percent", source, "projection", "")
            occupation["all_growth"] = figure
    role["sources"] = {
        official.sets[name].id: to_json_data(official.sets[name].source) for name in cited
    }
    role["occupation"] = occupation
    software = occupation.get("software", ())
    programs = [program["name"] for program in software]
    hot = [program["name"] for program in software if program.get("hot")]
    text = [role["summary"], *(task["text"] for task in occupation.get("tasks", ()))]
    names = [*names_of(role), *(("other title", name) for name in _short_names(record))]
    put_role(db, role, names, ", ".join(hot or programs), " ".join(text))
    put_trait(db, role)


def _add_wages(role: Data, occupation: Data, wages: Data, counted: str, source: str) -> None:
    note = _part_note(role, occupation, counted, wages["title"])
    occupation["survey"] = counted
    if "pay" in wages:
        role["pay"] = [_series(wages["pay"], "USD/year", source, note)]
    if "hourly" in wages:
        occupation["hourly"] = _series(wages["hourly"], "USD/hour", source, note)
    if "employment" in wages:
        figure = _figure(wages["employment"], "jobs", source, "survey", note)
        occupation["employment"] = figure


def _add_projection(
    role: Data, occupation: Data, projected: Data, counted: str, source: str
) -> None:
    note = _part_note(role, occupation, counted, projected["title"])
    if "growth" in projected:
        growth = _figure(projected["growth"], "percent", source, "projection", note)
        role["outlook"] = {"growth": growth}
    if "openings" in projected:
        openings = _figure(projected["openings"], "openings/year", source, "projection", note)
        occupation["openings"] = openings
    for name, part in (
        ("education", "entry"),
        ("experience", "experience"),
        ("training", "training"),
    ):
        if name in projected:
            occupation[part] = projected[name]


def _counted_as(code: str, parts: Mapping[str, Data]) -> str:
    """The six-digit code under which the occupation is published; empty where it is not."""
    six = code[:7]
    if six in parts:
        return six
    return PART_OF[six] if PART_OF.get(six) in parts else ""


def _part_note(role: Data, occupation: Data, counted: str, title: str) -> str:
    """That a figure is of more than the occupation, where it is."""
    if role["key"] == f"soc:{counted}.00":
        return ""
    occupation["counted_in"] = f"{counted} {title}"
    return "published for the larger group in which this occupation is counted"


def _series(points: Data, unit: str, source: str, note: str) -> Data:
    series = {"basis": "percentiles", "source": source, "kind": "survey", "unit": unit, **points}
    return series | ({"note": note} if note else {})


def _figure(value: float, unit: str, source: str, kind: str, note: str) -> Data:
    figure = {"value": value, "unit": unit, "source": source, "kind": kind}
    return figure | ({"note": note} if note else {})


def _short_names(record: Data) -> Iterator[str]:
    """Names that find an occupation beside its titles: short forms, and titles without them."""
    yield from record.get("short", ())
    for title in record.get("titles", ()):
        if title.endswith(")") and " (" in title:
            yield title[: title.rindex(" (")]
