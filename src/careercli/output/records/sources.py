"""`sources` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from careercli.model.codec import to_json_data
from careercli.model.occupation import Dataset


def sources_data(datasets: Sequence[Dataset]) -> dict[str, Any]:
    """Data sets as JSON."""
    return {"sources": [to_json_data(one) for one in datasets]}


def sources_rows(datasets: Sequence[Dataset]) -> list[list[object]]:
    """Data sets as CSV rows."""
    names = (
        "name",
        "title",
        "release",
        "date",
        "rows",
        "occupations",
        "soc",
        "file",
        "imported",
        "licence",
        "attribution",
    )
    return [list(names), *([getattr(one, name) for name in names] for one in datasets)]
