"""A store, and roles in it: the one way in which they are written, whoever makes them."""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from careercli.core.figures import citation, figure_words
from careercli.core.pay import estimate, survey_median
from careercli.errors import CareerError
from careercli.files.atomic import sync_file
from careercli.files.guide_rules import walk
from careercli.model.basics import Figure, RoleRow, is_occupation
from careercli.model.codec import build
from careercli.store import schema
from careercli.store.checksum import seal, seal_file
from careercli.text import normalize_name


@contextmanager
def replaced_when_whole(
    target: Path, mark: int, before: Callable[[], None] = lambda: None
) -> Iterator[sqlite3.Connection]:
    """A new store that replaces the old one when it is whole, and `before` was called.

    Raises CareerError if SQLite can't write it.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.draft")
    try:
        with new_store(draft, mark) as db:
            yield db
        before()
        draft.replace(target)
    except sqlite3.OperationalError as error:
        raise CareerError(f"{target} cannot be written: {error}.") from None
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def new_store(draft: Path, mark: int) -> Iterator[sqlite3.Connection]:
    """A new store at `draft`, to be filled; it is on the disk then.

    mark: a number by which it knows what it is made of, or the edition that it was made beside
    """
    draft.unlink(missing_ok=True)  # of a write that was killed
    with closing(sqlite3.connect(draft, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = OFF")  # it is synced when it is whole, or thrown away
        db.execute("PRAGMA synchronous = OFF")
        db.executescript(schema.SCHEMA)
        db.execute(f"PRAGMA user_version = {schema.FORMAT}")
        db.execute(f"PRAGMA application_id = {mark}")
        db.execute("BEGIN")
        with _indexed_last(db, schema.NAME, schema.AREA_PAY):
            yield db
        db.execute("COMMIT")
        seal(db)  # the full-text indexes are whole only after a commit
        db.execute("VACUUM")
    seal_file(draft)
    sync_file(draft)


@contextmanager
def _indexed_last(db: sqlite3.Connection, *tables: schema.Table) -> Iterator[None]:
    """Makes tables' indexes when all rows are in: sorting once is faster than finding places."""
    indexes = [(table, columns) for table in tables for columns in table.indexes]
    for table, columns in indexes:
        db.execute(f"DROP INDEX {table.index_name(columns)}")
    yield
    for table, columns in indexes:
        db.execute(table.create_index(columns))


def put_role(
    db: sqlite3.Connection,
    role: dict[str, Any],
    names: Iterable[tuple[str, str]],
    skills: str,
    text: str,
) -> None:
    """Stores a role under names, each with its kind, and with the words by which it is found."""
    key, soc = role["key"], role.get("soc", {})
    folded = [(normalize_name(name), kind, name, key) for kind, name in names]
    row, sources = _list_row(role)
    titles = ", ".join(name for name, kind, *_ in folded if kind != "slug")
    cursor = db.execute(
        schema.ROLE.insert(leave_out="id"),
        (
            key,
            role["slug"],
            role["title"],
            role.get("name", ""),
            soc.get("code"),
            soc.get("match"),
            as_json(_summary(db, build(RoleRow, {**row, "sources": sources}))),
            as_json(row),
            _shared_text_id(db, as_json(sources)),
            as_json(role.get("requirements", [])),
            as_json(_figures(role)) if "occupation" in role else "",
            as_json(role),
        ),
    )
    db.executemany(schema.NAME.insert(leave_out="id"), folded)
    db.execute(schema.ROLE_TEXT.insert(), (cursor.lastrowid, skills, text, titles))
    programs = role.get("occupation", {}).get("software", ())
    marked = [(program["name"], "!" * program.get("in_demand", False)) for program in programs]
    db.executemany(
        f"{schema.SOFTWARE.insert()} ON CONFLICT (folded) DO UPDATE"
        " SET roles = roles || ' ' || excluded.roles",
        ((normalize_name(name), name, f"{key}{mark}") for name, mark in marked),
    )


def index(db: sqlite3.Connection) -> None:
    """Makes the names searchable, when all roles are in."""
    name = schema.ROLE_NAME_FTS.name
    db.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")  # noqa: S608


def names_of(role: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "slug", role["slug"]
    yield "title", role["title"]
    if name := role.get("name"):
        yield "name", name
    for title in role.get("other_titles", ()):
        yield "other title", title


def _list_row(role: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The part of a role that lists and comparisons over all roles need, and its sources."""
    keep = ("key", "slug", "title", "name", "summary", "family", "pay")
    row = {name: role[name] for name in keep if name in role}
    if "soc" in role and "occupation" not in role:
        soc = role["soc"]
        row["nearest"] = {"code": soc["code"], "title": role["title"], "match": soc["match"]}
    figures = {
        "hourly": None if role.get("pay") else role.get("occupation", {}).get("hourly"),
        "remote": role.get("setting", {}).get("remote"),
        "growth": role.get("outlook", {}).get("growth"),
        "demand": role.get("demand", {}).get("level"),
    }
    row |= {name: figure for name, figure in figures.items() if figure}
    row["tiers"] = {
        tier["level"]: tier["title"] for tier in role.get("tiers", ()) if tier.get("level")
    }
    parts = (part for _, part in walk(row) if isinstance(part, dict))
    cited = {part["source"] for part in parts if isinstance(part.get("source"), str)}
    if occupation := role.get("occupation"):
        row["interests"] = occupation.get("high_points", "")
        cited.update(role["sources"])  # whoever names it gives its title and summary
    return row, {name: role["sources"][name] for name in sorted(cited)}


def _figures(role: dict[str, Any]) -> dict[str, Any]:
    """An occupation as guides have it beside them: a `NearestOccupation`."""
    occupation = role["occupation"]
    nearest = {"code": role["soc"]["code"], "title": role["title"], "match": "exact"}
    if role.get("pay"):
        nearest["pay"] = role["pay"][0]
    if growth := role.get("outlook", {}).get("growth"):
        nearest |= {"growth": growth, "all_growth": occupation.get("all_growth")}
    parts = {"employment": "employment", "openings": "openings"}
    parts |= {"entry": "education", "high_points": "interests"}
    return nearest | {name: occupation[part] for part, name in parts.items() if part in occupation}


def _summary(db: sqlite3.Connection, row: RoleRow) -> list[Any]:
    """A role's `RoleSummary` without its names; footnotes are ids."""
    pay, growth, estimated = survey_median(row), row.projected_growth, estimate(row)
    shown = pay or (row.hourly.figure("p50") if row.hourly else None)
    by_hour = " an hour" if shown and shown.unit == "USD/hour" else ""
    onet = [row.sources[name] for name in row.sources if name.startswith("onet")]
    written_by = citation(onet[0], None) if onet and is_occupation(row.key) else ""
    return [
        row.family or "",
        row.remote or "",
        row.interests,
        pay.value if pay else None,
        f"{figure_words(shown)}{by_hour}" if shown else "",
        bool(shown and shown.rough),
        growth.value if growth else None,
        figure_words(growth) if growth else "",
        bool(growth and growth.rough),
        figure_words(estimated) if estimated else "",
        *(_shared_text_id(db, _provenance(row, figure)) for figure in (shown, growth, estimated)),
        _shared_text_id(db, written_by),
    ]


def _provenance(row: RoleRow, figure: Figure | None) -> str:
    if figure is None:
        return ""
    return citation(row.sources[figure.source], figure.kind, date=figure.date, note=figure.note)


def _shared_text_id(db: sqlite3.Connection, text: str) -> int:
    if not text:
        return 0
    for (known,) in db.execute("SELECT id FROM shared_text WHERE text = ?", (text,)):
        return int(known)
    cursor = db.execute(schema.SHARED_TEXT.insert(leave_out="id"), (text,))
    return int(cursor.lastrowid or 0)


def as_json(value: object) -> str:
    """The JSON that stores hold: nothing between its parts."""
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
