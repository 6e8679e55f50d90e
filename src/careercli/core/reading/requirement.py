"""One requirement of an advertisement besides skills and credentials, and how it is told."""

import re
from typing import Literal, NamedTuple

from careercli.core.entry import OWN_EDUCATION
from careercli.core.reading.sentences import Sentence
from careercli.core.reading.text_pattern import Cue
from careercli.core.reading.willing_to_train import is_trained

Met = Literal["met", "not met", "not known"]
EDUCATION = tuple(OWN_EDUCATION)
"""Highest education, the lowest first."""


class Requirement(NamedTuple):
    """What an advertisement requires besides skills and credentials.

    kind: what sort it is, once each, a degree once more if a higher one is preferred; license,
        wish: of a name that isn't known; no degree and no experience: what it says that it doesn't
        ask for
    wished: whether it is only preferred
    instead_of: of one of two ways, the id of the credential, or the label of the license, that it
        can stand in for; empty if that isn't known
    is_part: the level of a degree is had, and whether it is in the field that is asked for isn't
        known
    """

    kind: str
    label: str
    words: str
    met: Met
    wished: bool = False
    instead_of: str = ""
    is_part: bool = False


def told(label: str, pattern: str, hints: str) -> tuple[str, Cue]:
    """What a requirement is called, and how an advertisement tells it."""
    return label, Cue(pattern, hints)


WISHED = re.compile(
    r"\ba (?:big |huge )?\+(?!\w)"
    r"|\b(?:preferred|pref(?:['’]?d)?|a plus|nice to have|desired|desirable|helpful|ideally"
    r"|(?:is|are|as) a bonus|an? (?:asset|advantage)|advantageous|beneficial|optional)\b"
)
_WISHED_BEFORE = re.compile(
    r"\b(?:preferably|ideally)\b[^.;]*$|\b(?:preferred|a plus|nice to have|bonus):[^.;]*$"
)


def is_wished_before(lower: str, end: int) -> bool:
    """Whether what stands before a place of a sentence in lower case says that it's preferred."""
    return _WISHED_BEFORE.search(lower, 0, end) is not None


def is_wished(sentence: Sentence, lower: str, end: int) -> bool:
    """Whether what ends at a place of a sentence in lower case is only preferred."""
    if sentence.part == "nice" or is_wished_before(lower, end):
        return True
    return is_wished_behind(lower, end, end + 40)


def is_wished_behind(lower: str, end: int, limit: int | None = None) -> bool:
    """Whether a wish behind a place covers what ends there, or the list that it begins; so does the
    offer to train somebody.

    Not if it is said to be required, or if a comma ends it: in "5 years of experience, NATE a plus"
    the wish is NATE's.
    """
    if is_trained(lower, end):
        return True
    wish = WISHED.search(lower, end, len(lower) if limit is None else limit)
    if not wish:
        return False
    between = lower[end : wish.start()].rstrip(", (")
    first, comma, more = between.partition(",")
    if _REQUIRED.search(between) or " - " in between:
        return False
    return not comma or (not _NOUN_ENDS.search(first) and bool(_LIST_GOES_ON.search(more)))


_REQUIRED = re.compile(r"(?<!not )(?<!n['’]t )\b(?:required|must)\b")
_NOUN_ENDS = re.compile(r"^\W*$|\b(?:exp|experience|degree|diploma|ged)\W*$")
_LIST_GOES_ON = re.compile(r"\b(?:and|or)\b[^,]*$")


def hit_words(text: str, hit: re.Match[str]) -> str:
    return text[hit.start() : hit.end()]


def to_clause_end(text: str, start: int, end: int) -> str:
    """The words from one place to the end of the clause behind another."""
    stop = re.search(r"[;,()]|\.(?!\d)", text[end:])
    return shortened(text[start : end + stop.start() if stop else None].strip())


def shortened(words: str) -> str:
    return words if len(words) <= 48 else f"{words[:47].rstrip()}…"
