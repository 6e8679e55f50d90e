"""The stores there are, one behind the other.

Roles: the user's guides, the bundled ones, then occupations, out of the user's official store if
something was added that they are made of, else out of the edition's. Official data sets: each out
of the user's official store if it was added, else out of the edition's.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from careercli.store.open import StoreName, open_databases

MAX_VALUES = 500
"""Values in one query; SQLite's limit is 999 in old builds."""


class StoreChain:
    """The stores, asked in turn; what the user added comes first.

    without: which of the user's own are left out
    """

    def __init__(self, *, without: Collection[StoreName] = ()) -> None:
        self._user, bundled, self._edition, added, close = open_databases(without)
        weakref.finalize(self, close)
        self._added = added
        joined = added if added and any(added.execute("SELECT 1 FROM role LIMIT 1")) else None
        self._occupations = joined or self._edition
        chain = (self._user, bundled, self._occupations)
        self._databases = [database for database in chain if database]
        keys = self._user.execute("SELECT key FROM role") if self._user else ()
        self._own = frozenset(key for (key,) in keys)
        names = added.execute("SELECT name FROM dataset") if added else ()
        self._added_sets = frozenset(name for (name,) in names)

    def query(self, sql: str, *values: str | int) -> list[Any]:
        """The rows of every store of roles."""
        return [row for database in self._databases for row in database.execute(sql, values)]

    def query_roles(self, sql: str, *values: str | int) -> list[Any]:
        """Rows that begin with a role's key, without those of guides that the user replaced."""
        rows: list[Any] = []
        for database in self._databases:
            hidden = self._own if database is not self._user else ()
            stored = database.execute(sql, values)
            rows += (row for row in stored if row[0] not in hidden) if hidden else stored
        return rows

    def query_in(self, sql: str, values: Iterable[str]) -> Iterator[Any]:
        """The rows of every store of roles; `{}` in the query stands for a list of values.

        However many they are: more than MAX_VALUES are asked for in several queries.
        """
        wanted = [*values]
        for database in self._databases:
            yield from rows_in(database, sql, wanted)

    def _holder(self, dataset: str) -> sqlite3.Connection:
        """The store that holds an official data set."""
        return self._added if self._added and dataset in self._added_sets else self._edition

    def query_official(self, sql: str, *values: str | int) -> list[Any]:
        """Rows that begin with a data set's name, each out of the store that holds that one."""
        added = self._added.execute(sql, values).fetchall() if self._added else []
        edition = self._edition.execute(sql, values)
        return added + [row for row in edition if row[0] not in self._added_sets]


def rows_in(database: sqlite3.Connection, sql: str, values: Iterable[str | int]) -> Iterator[Any]:
    """The rows of one store; see `StoreChain.query_in`."""
    wanted = list(values)
    for start in range(0, len(wanted), MAX_VALUES):
        batch = wanted[start : start + MAX_VALUES]
        yield from database.execute(sql.format(placeholders(batch)), batch)


def placeholders(values: Collection[object]) -> str:
    """The question marks that stand for values in SQL."""
    return ", ".join("?" for _ in values)
