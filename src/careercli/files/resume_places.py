"""The place where somebody lives, as the heading of a résumé names it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from careercli.core.title_words import STATE_NAMES, STATES
from careercli.files.resume_jobs import (
    LINE_LETTERS,
    OTHER_HEADING,
    SPAN,
    WORK_HEADING,
    Employers,
    lines_of,
)
from careercli.files.resume_title_words import AS_TITLE, BULLET, without_wishes


class NamedPlace(NamedTuple):
    """A place as it is written.

    where: line or path
    city: what stands before the state and may end with the town; empty for a state alone
    state: its code
    is_sure: whether it is a place even if the town isn't known
    """

    where: str
    words: str
    city: str
    state: str
    is_sure: bool


HEADING_LINES, CITY_WORDS = 6, 4
STATE_CODES = {name: code for code, name in STATE_NAMES.items()}
"""Name of a state, folded -> its code."""
_NAMES = "|".join(sorted(STATE_CODES, key=len, reverse=True))
_STATE = re.compile(
    rf"(?P<comma>,?) ?\b(?P<state>(?i:{_NAMES})|[A-Z]{{2}}|(?<=, )[a-z]{{2}})\b\.?,?"
    r"(?P<zip> ?\d{5}(?:-\d{4})?)?(?:,? (?:USA|U\.S\.A?\.?|United States))?\W*$"
)
"""A state at the end of an address."""
_PHONE = re.compile(r"(?:\+?1[ .-])?\(?\b\d{3}\)?[ .-]?\d{3}[ .-]\d{4}\b")
_CHUNKS = re.compile(r"[|•·;()]|\s{2,}|\s[-–—]{1,2}\s")
_LABEL = re.compile(
    r"^\W*(?:(?:home )?address|location|lives? in|living in|based in|city|residence)\b ?:? ?",
    re.IGNORECASE,
)
_AWAY = re.compile(r"\b(?:relocat\w*|mov(?:e|ing)|licen[sc]ed|from)\b", re.IGNORECASE)
"""Of another place than that where somebody lives."""
_TOP = re.compile(r"\W*(?:summary|profile|objective|about me|qualifications)\b", re.IGNORECASE)


def places_in_heading(text: str) -> Iterator[NamedPlace]:
    """The places that the first lines name, but that of an employer."""
    employers = Employers(text)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for number, (where, line) in enumerate(lines_of(text)[:HEADING_LINES]):
        lower = line.lower()
        is_over = WORK_HEADING.match(lower) or OTHER_HEADING.match(lower) or _TOP.match(line)
        if is_over or SPAN.search(line) or BULLET.match(line):
            return
        begin = starts[int(where.removeprefix("line ")) - 1]
        line = line[:LINE_LETTERS]
        if _AWAY.search(line) or employers.names(begin + len(line) - len(line.lstrip())):
            continue
        chunks = _CHUNKS.split(_PHONE.sub("  ", without_wishes(line)))
        for chunk in chunks[0 if number else 1 :]:
            if place := _place_in(where, chunk):
                yield place


def _place_in(where: str, chunk: str) -> NamedPlace | None:
    """The place that a part of a line ends with: "12 Oak Ln Apt 4, Dayton, OH 45402"."""
    words = _LABEL.sub("", chunk).strip(" ,.*#:–—-")
    found = _STATE.search(words)
    if not found:
        return None
    written = found["state"].lower()
    code = STATE_CODES.get(written, written)
    *before, city = (part.strip() for part in words[: found.start()].split(","))
    is_address = all(_NUMBER.search(part) or AS_TITLE.search(part) for part in before)
    if code not in STATES or not is_address:
        return None
    is_town = len(city.split()) <= CITY_WORDS and not (
        " in " in city or _NUMBER.search(city) or AS_TITLE.search(city)
    )
    is_marked = bool(found["zip"] or (found["comma"] if city else written in STATE_CODES))
    return NamedPlace(where, words, city, code, is_marked and is_town)


_NUMBER = re.compile(r"\d")
