"""The key paths of JSON answers."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

KEYED_BY_ID = {
    "expected",
    "marks",
    "onet_levels",
    "points",
    "skills",
    "sources",
}
"""Objects under these keys hold an entry for each id, level or percentile: each is a `*`."""


def key_paths(answers: list[Any]) -> list[str]:
    """Every path of keys in some answers, such as `roles[].pay[].points.*.value`.

    A path ends in `?` where some of the objects that could have the key do not.
    """
    parents: Counter[str] = Counter()
    having: Counter[str] = Counter()
    paths: dict[str, str] = {}
    for value in answers:
        for path, key in _walk(value, ""):
            if key is None:
                parents[path] += 1
            else:
                full = f"{path}.{key}" if path else key
                paths[full] = path
                having[full] += 1
    return [
        full if key_is_any(full) or having[full] == parents[parent] else f"{full}?"
        for full, parent in sorted(paths.items())
    ]


def key_is_any(path: str) -> bool:
    return path.endswith(".*")


def _walk(value: Any, path: str) -> Iterator[tuple[str, str | None]]:
    """(path, None) for each object at a path, and (path, key) for each key that it has."""
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, f"{path}[]")
    elif isinstance(value, dict):
        yield path, None
        by_id = path.rpartition(".")[2] in KEYED_BY_ID
        for key, inner in value.items():
            name = "*" if by_id else key
            yield path, name
            yield from _walk(inner, f"{path}.{name}" if path else name)
