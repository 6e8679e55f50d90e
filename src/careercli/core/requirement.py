"""One requirement of an advertisement besides skills and credentials, and how it is told."""

import re
from typing import Literal, NamedTuple

from careercli.core.cues import Cue
from careercli.core.entry import OWN_EDUCATION
from careercli.core.sentences import Sentence

Met = Literal["met", "not met", "not known"]
EDUCATION = tuple(OWN_EDUCATION)
"""Highest education, the lowest first."""


class Requirement(NamedTuple):
    """What an advertisement requires besides skills and credentials.

    kind: what sort it is, once each; license: of a name that isn't known
    wished: whether it is only preferred
    """

    kind: str
    label: str
    words: str
    met: Met
    wished: bool = False


def told(label: str, pattern: str, hints: str) -> tuple[str, Cue]:
    """What a requirement is called, and how an advertisement tells it."""
    return label, Cue(pattern, hints)


WISHED = re.compile(r"\b(?:preferred|a plus|nice to have|desired|helpful|ideally)\b")
_WISHED_BEFORE = re.compile(
    r"\b(?:preferably|ideally)\b[^.;]*$|\b(?:preferred|a plus|nice to have|bonus):[^.;]*$"
)


def is_wished(sentence: Sentence, lower: str, end: int) -> bool:
    """Whether what ends at a place of a sentence in lower case is only preferred."""
    is_behind = WISHED.search(lower, end, end + 40)
    return sentence.part == "nice" or bool(is_behind or _WISHED_BEFORE.search(lower, 0, end))


def hit_words(text: str, hit: re.Match[str]) -> str:
    return text[hit.start() : hit.end()]


def to_clause_end(text: str, hit: re.Match[str]) -> str:
    """The words of a hit and those behind it, to the end of the clause."""
    end = re.search(r"[.;,(]", text[hit.end() :])
    return shortened(text[hit.start() : hit.end() + end.start() if end else None])


def shortened(words: str) -> str:
    return words if len(words) <= 48 else f"{words[:47]}…"
