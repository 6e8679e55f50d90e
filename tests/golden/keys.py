"""The keys of JSON answers."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

KEYED_BY_ID = (
    "calibrations",
    "expected",
    "marks",
    "onet_levels",
    "points",
    "ratings",
    "role.skills",
    "roles[].skills",
    "sources",
    "tier_titles",
)
"""Objects in these places hold an entry for each id, level or percentile, written as `*`."""


def key_lines(answers: list[Any]) -> list[str]:
    """A line for each place where some answers hold objects, with the keys of those objects.

    Such as `roles[].pay[].points.*: kind label? source unit value`. A key ends in `?` when some of
    the objects in that place do not have it.
    """
    objects: Counter[str] = Counter()
    keys: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for answer in answers:
        for place, value in _objects(answer, ""):
            objects[place] += 1
            keys[place].update(value.keys())
    return [
        f"{place or '(answer)'}: "
        + " ".join(
            key if count == objects[place] else f"{key}?"
            for key, count in sorted(keys[place].items())
        )
        for place in sorted(objects)
    ]


def _objects(value: Any, place: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each object, the outer ones first, with the path of keys that leads to it."""
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, f"{place}[]")
    elif isinstance(value, dict):
        by_id = place.endswith(KEYED_BY_ID)
        if not by_id:
            yield place, value
        for key, inner in value.items():
            name = "*" if by_id else key
            yield from _objects(inner, f"{place}.{name}" if place else name)
