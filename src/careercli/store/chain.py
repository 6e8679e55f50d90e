"""The stores there are, one behind the other: the user's guides, the bundled ones, imports."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Any

from careercli.store.open import bundled_database, official_database, user_database

MAX_VALUES = 500
"""Values in one query; SQLite's limit is 999 in old builds."""


class StoreChain:
    """The stores, asked in turn; what the user added comes first."""

    def __init__(self, *, user: bool = True) -> None:
        with ExitStack() as opened:

            def keep(database: sqlite3.Connection | None) -> sqlite3.Connection | None:
                if database:
                    opened.callback(database.close)
                return database

            self._user = keep(user_database()) if user else None
            chain = (self._user, keep(bundled_database()), keep(official_database()))
            weakref.finalize(self, opened.pop_all().close)
        self._databases = [database for database in chain if database]
        keys = self._user.execute("SELECT key FROM role") if self._user else ()
        self._own = frozenset(key for (key,) in keys)

    def _query(self, sql: str, *values: str | int) -> Iterator[Any]:
        """The rows of every store."""
        for database in self._databases:
            yield from database.execute(sql, values)

    def _query_roles(self, sql: str, *values: str | int) -> Iterator[Any]:
        """Rows that begin with a role's key, without those of guides that the user replaced."""
        for database in self._databases:
            hidden = self._own if database is not self._user else ()
            yield from (row for row in database.execute(sql, values) if row[0] not in hidden)


def placeholders(values: Sequence[object]) -> str:
    """The question marks that stand for values in SQL."""
    return ", ".join("?" * len(values))
