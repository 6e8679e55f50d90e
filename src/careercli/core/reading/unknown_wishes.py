"""What an advertisement would like under names that aren't known, in its own words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from careercli.core.reading.not_about_the_job import is_elsewhere
from careercli.core.reading.requirement import WISHED, Requirement
from careercli.core.reading.sentences import Sentence
from careercli.core.reading.text_pattern import lowered

_PIECE = re.compile(r"\b(?:and|or)\b|(?:(?!\b(?:and|or)\b)[^,;:•\n])+")
_MOST_WORDS = 6
_LONGEST = 120
"""Letters of an item at most, with the words of the wish."""
_NAME = re.compile(r"\b(?:[A-Z]{2,}\b|[A-Z]?[a-z]+[A-Z]|[A-Z][\w-]* [A-Z])")
"""What is written as the name of something is."""
_WISH_WORDS = re.compile(
    r"\W*\b(?:(?:is|are|would be|strongly|highly|an? (?:big |huge )?)\s*)*"
    r"(?:preferred|pref|plus|nice to have|desired|desirable|helpful|asset|bonus)"
    r"(?:\W*$|\s+[-–—(].*$)",
    re.IGNORECASE,
)


def unknown_wishes(
    sentences: Sequence[Sentence], taken: Sequence[tuple[int, int]], asked: Sequence[Requirement]
) -> Iterator[Requirement]:
    """The items of wishes that hold a name, and nothing that is known.

    taken: where what is known by name stands in the text, in order
    asked: what else was read, so that nothing is told twice
    """
    begins = [start for start, _ in taken]
    seen: set[str] = set()
    for sentence in sentences:
        is_listed = sentence.part == "nice"
        is_wish = is_listed or WISHED.search(lowered(sentence.text))
        if sentence.heading or not is_wish or sentence.text.isupper():
            continue
        for piece in _PIECE.finditer(sentence.text):
            item = piece.group()
            if len(item) > _LONGEST:
                continue
            is_wish = is_listed or _WISH_WORDS.search(item)
            if not is_wish or is_elsewhere(sentence, piece.start()):
                continue
            start, end = (sentence.start + place for place in piece.span())
            place = bisect_left(begins, end)
            if place and taken[place - 1][1] > start:
                continue
            words = _WISH_WORDS.sub("", item).strip(" .-*•–()")
            is_told = any(one.words in words or words in one.words for one in asked)
            if is_told or words in seen or not _NAME.search(words):
                continue
            if len(words.split()) <= _MOST_WORDS:
                seen.add(words)
                yield Requirement("wish", words, words, "not known", wished=True)
