"""Endorsements of a driver's license, in a list beside it: "CDL-A w/ hazmat, tanker"."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.core.name_terms import Term
from careercli.core.reading.text_lists import Token

ENDORSED = frozenset(("cdl-a", "cdl-b"))
"""The licenses that have endorsements."""
LONGEST_LIST = 14
"""Words behind a license, or before the word "endorsements", among which they are looked for."""
_WORD = ("endorsement", "endorsements", "endorsed")
_BETWEEN = frozenset((*_WORD, *"w with and plus including includes has have".split()))
_JOINING = re.compile(r"[ \t,+&/():;–—*•|-]*")
_ITEM_END = re.compile(r"[ \t]*(?:[,+&/();|\n]|\.(?=\s)|$|\.$)")
_BOTH = {"x": ("h", "n")}
"""The letter that stands for two endorsements."""


class Endorsement(NamedTuple):
    """An endorsement in a text; first, last: tokens."""

    first: int
    last: int
    term: Term


def endorsements(
    text: str,
    tokens: Sequence[Token],
    licenses: Collection[int],
    lookup: Callable[[Collection[str]], Mapping[str, Term]],
    known: Collection[int],
) -> list[Endorsement]:
    """The endorsements in the lists behind licenses and around the word itself.

    licenses: where they end, in characters
    known: where the names of credentials begin, in characters
    """
    words = [index for index, token in enumerate(tokens) if token.folded in _WORD]
    if not (words or licenses):
        return []
    starts = [token.start for token in tokens]
    begins = {bisect_left(starts, end) for end in licenses}
    begins.update(index + 1 for index in words)
    near = {place for begin in begins for place in range(begin, begin + LONGEST_LIST)}
    near.update(place for index in words for place in range(max(0, index - LONGEST_LIST), index))
    folded = [token.folded for token in tokens]
    keys = {
        f"{word} endorsement" for word in {folded[place] for place in near if place < len(folded)}
    }
    pairs = {tuple(folded[place : place + 2]) for place in near if place + 1 < len(folded)}
    keys.update(f"{first} {second} endorsement" for first, second in pairs)
    keys.update(f"{letter} endorsement" for pair in _BOTH.values() for letter in pair)
    reader = _ListReader(text, tokens, lookup(keys), known)
    found = [one for begin in sorted(begins) for one in reader.behind(begin)]
    found += [one for index in words for one in reader.before(index)]
    return list(dict.fromkeys(found))


def _keys(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, str]]:
    """The names of an endorsement that the one or two words at a place may stand for, each with
    the last of them."""
    if place + 1 < len(tokens):
        two = f"{tokens[place].folded} {tokens[place + 1].folded}"
        yield place + 1, f"{two} endorsement"
    if place < len(tokens):
        yield place, f"{tokens[place].folded} endorsement"


class _ListReader:
    """Reads lists of endorsements, word by word."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        terms: Mapping[str, Term],
        known: Collection[int],
    ) -> None:
        self._text, self._tokens, self._terms, self._known = text, tokens, terms, known

    def behind(self, begin: int) -> Iterator[Endorsement]:
        """The endorsements from a token on, to the first word that is none."""
        place = begin
        while place < min(begin + LONGEST_LIST, len(self._tokens)):
            is_word = self._tokens[place].folded in _WORD
            if not (self._is_joined(place - 1, place) or (is_word and place == begin)):
                return
            if self._tokens[place].folded in _BETWEEN:
                place += 1
                continue
            last = place
            for last, term in self._at(place):
                yield Endorsement(place, last, term)
            if last == place and not any(self._at(place)):
                return
            place = last + 1

    def before(self, end: int) -> Iterator[Endorsement]:
        """The endorsements before the word itself, back to the first word that is none."""
        place = end - 1
        while place >= max(0, end - LONGEST_LIST) and self._is_joined(place, place + 1):
            if self._tokens[place].folded not in _BETWEEN:
                found = [
                    Endorsement(first, last, term)
                    for first in (place - 1, place)
                    if first >= 0
                    for last, term in self._at(first)
                    if last == place
                ]
                if not found:
                    return
                yield from found
                place = found[0].first
            place -= 1

    def _is_joined(self, before: int, after: int) -> bool:
        """Whether only marks of a list are between two tokens."""
        tokens = self._tokens
        begin = tokens[before].end if before >= 0 else 0
        return _JOINING.fullmatch(self._text, begin, tokens[after].start) is not None

    def _at(self, place: int) -> Iterator[tuple[int, Term]]:
        """The endorsements that are the item at a token, each with its last token."""
        token = self._tokens[place]
        if len(token.text) == 1:
            letters = _BOTH.get(token.folded, (token.folded,))
            before = self._tokens[place - 1].folded if place else ""
            is_initial = self._text.startswith(". ", token.end)  # N. 5th Street
            if is_initial and f"{before} endorsement" not in self._terms:
                return
            if token.text.isupper() and self._ends_item(place):
                found = (self._terms.get(f"{letter} endorsement") for letter in letters)
                yield from ((place, term) for term in found if term)
            return
        for last, key in _keys(self._tokens, place):
            if (term := self._terms.get(key)) and term.kind == "credential":
                if self._ends_item(last):
                    yield last, term
                return

    def _ends_item(self, last: int) -> bool:
        """Whether an item ends with a token: no "passenger van"."""
        after = last + 1
        if _ITEM_END.match(self._text, self._tokens[last].end) or after == len(self._tokens):
            return True
        if self._tokens[after].start in self._known or self._tokens[after].folded in _BETWEEN:
            return True
        return any(key in self._terms for _, key in _keys(self._tokens, after))
