"""What may be a place in an advertisement."""

import re
from collections.abc import Iterator

from careercli.core.title_words import STATES

_PLACE = re.compile(r"\b([A-Z][a-zA-Z.]+(?: [A-Z][a-zA-Z.]+){0,2}),? ([A-Z]{2})\b")


def places(text: str) -> Iterator[tuple[str, str]]:
    """What may be a city and the abbreviation of its state, in the order of the text."""
    for found in _PLACE.finditer(text):
        words = found[1].split()
        for first in range(len(words)):
            yield " ".join(words[first:]), found[2]


def place_start(line: str) -> int:
    """Where a city with its state begins in a line; 0 without one."""
    found = (hit.start() for hit in _PLACE.finditer(line) if hit[2].lower() in STATES)
    return next(found, 0)


_CITY = re.compile(
    r"\b(?:in|near|around) ([A-Z][a-zA-Z.]+(?: [A-Z][a-zA-Z.]+){0,2})(?=\s*(?:[.,;:!?()|\n–—-]|$))"
)
_FIRST_LETTERS = 400


def cities(text: str) -> Iterator[str]:
    """What may be a city without a state, in the first lines of a text."""
    for found in _CITY.finditer(text[:_FIRST_LETTERS]):
        yield found[1].rstrip(".")
