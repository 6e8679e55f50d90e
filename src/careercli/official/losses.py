"""What adding a data set would lose of the one that it replaces; that has to be wanted."""

import json
import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from careercli.errors import CareerError
from careercli.store.open import edition_database
from careercli.store.schema import DATASET

LEAST_SHARE = 0.9
"""The share of the occupations and areas of a data set that one of another year has at least."""


class Counts(NamedTuple):
    occupations: int
    areas: int


def counts_of(db: sqlite3.Connection) -> dict[str, Counts]:
    """Each data set of a store -> how many occupations and areas it has."""
    areas = dict(db.execute("SELECT dataset, COUNT(*) FROM area GROUP BY dataset"))
    return {
        name: Counts(json.loads(record)["occupations"], areas.get(name, 0))
        for name, record in db.execute(DATASET.select())
    }


def refuse_losses(new: sqlite3.Connection, added: Collection[str], old: Path) -> None:
    """Raises CareerError if data sets of the draft `new` have far less than those they replace.

    old: the user's store, which may be damaged or not there: then the edition's are replaced
    """
    with closing(edition_database()) as edition:
        present = counts_of(edition)
    with (
        suppress(sqlite3.Error, ValueError, KeyError, TypeError),
        closing(sqlite3.connect(old.absolute().as_uri() + "?mode=ro", uri=True)) as before,
    ):
        present |= counts_of(before)
    found = counts_of(new)
    losses = [
        f"fewer {what} ({count:,} instead of {replaced:,})"
        for name in added
        for what, count, replaced in zip(Counts._fields, found[name], present[name], strict=True)
        if count < LEAST_SHARE * replaced
    ]
    if losses:
        raise CareerError(
            f"This would replace {' and '.join(added)}, and leave {' and '.join(losses)}.",
            hint="Nothing was changed. Add the whole release, or give --yes to do without.",
        )
