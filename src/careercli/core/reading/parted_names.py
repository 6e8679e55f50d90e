"""Names whose words stand apart: a part is shared, brackets are between, a verb has its object."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from careercli.core.name_terms import action_key, singular
from careercli.core.reading.text_lists import Token

REACH = 4
"""Words after a verb among which the thing that it is done to is looked for."""


class PartedName(NamedTuple):
    """A name in parts: `first` is the token that stands for it, `last` the other end of it.

    beside: another key that must be a name, so that this one is
    """

    first: int
    last: int
    key: str
    beside: str = ""


_STOP = re.compile(r"[.;:!?](?=\s|$)|\n\s*\n|\n\s*[•*\-–▪·]\s")
_LINK = re.compile(r"-?\s*(?:,\s*(?:(?:and|or)\b|&)?|/|(?:and|or)\b|&)\s*")
_FILLER = frozenset(
    "the a an our your their his her its all any new and or of for with various other some one two "
    "three four five six seven eight nine ten".split()
)
"""What may stand between a verb and the thing that it is done to, and is no such thing."""


def shared(text: str, tokens: Sequence[Token]) -> Iterator[PartedName]:
    """Names of which a part is shared: "accounts payable and receivable", "pre- and post-op"."""
    following = list(_following(text, tokens))
    for index, token in enumerate(tokens):
        if following[index]:  # A, B and C D: "A D"
            last = index
            for _ in range(SHARING):
                last = following[last]
                for head, key in _heads(text, tokens, last + 1):
                    yield PartedName(index, head, f"{token.folded} {key}")
                if not following[last]:
                    break
        last = following[index + 1] if index + 1 < len(tokens) else 0
        if last and text[token.end : tokens[index + 1].start] == " ":  # A B and C: "A C"
            beside = f"{token.folded} {tokens[index + 1].folded}"
            key = f"{token.folded} {singular(tokens[last].folded)}"
            yield PartedName(last, index, key, beside)


def behind_brackets(text: str, tokens: Sequence[Token]) -> Iterator[PartedName]:
    """Names whose last word stands behind brackets: "forklift (sit-down, reach) certified"."""
    starts = [token.start for token in tokens] if "(" in text else []
    for index, token in enumerate(tokens if starts else ()):
        if not text.startswith((" (", "("), token.end):
            continue
        close = text.find(")", token.end, token.end + IN_BRACKETS)
        last = bisect_left(starts, close)
        if close < 0 or last == len(tokens) or text[close + 1 : tokens[last].start] != " ":
            continue
        for first in range(max(0, index - 3), index + 1):
            words = " ".join(part.folded for part in tokens[first : index + 1])
            yield PartedName(first, last, f"{words} {tokens[last].folded}")


IN_BRACKETS = 60
"""Letters in brackets at most behind which a name may go on."""
SHARING = 3
"""Names at most that share the rest of the last one."""


def _following(text: str, tokens: Sequence[Token]) -> Iterator[int]:
    """For each token the number of the one that a list goes on with behind it; 0 without one."""
    for index, token in enumerate(tokens):
        after = index + 1
        if after < len(tokens) and tokens[after].folded in ("and", "or"):
            after += 1
        gap = text[token.end : tokens[after].start].lower() if after < len(tokens) else ""
        yield after if _LINK.fullmatch(gap) else 0


def _heads(text: str, tokens: Sequence[Token], first: int) -> Iterator[tuple[int, str]]:
    """The last token of a word, and of it with the one behind it, as the end of a name."""
    if first < len(tokens) and text[tokens[first - 1].end : tokens[first].start] == " ":
        yield first, singular(tokens[first].folded)
        if first + 1 < len(tokens):
            yield first + 1, f"{tokens[first].folded} {singular(tokens[first + 1].folded)}"


_NOUN = re.compile(r"(?:tion|sion|ment|ity|ic|al|ive|or|er|ist|ent|ant|able)s?$|[^a-z]")
_SHORTEST_VERB = 4


@lru_cache(maxsize=20_000)
def _verb(folded: str) -> str:
    """The beginning of the keys of a verb; empty if the word is none by its ending."""
    is_verb = len(folded) >= _SHORTEST_VERB and not _NOUN.search(folded)
    return action_key(folded, "") if is_verb else ""


def _is_filler(folded: str) -> bool:
    return folded in _FILLER or folded.isdecimal()


def _thing(folded: str) -> str:
    """What something may be done to, in the singular; "new" is no news."""
    return "" if folded in _FILLER else singular(folded)


def deeds(text: str, tokens: Sequence[Token]) -> Iterator[PartedName]:
    """Verbs, each with what may be the thing that it is done to."""
    gaps = [text[token.end : after.start] for token, after in pairwise(tokens)]
    names = [_thing(token.folded) for token in tokens]
    for index, token in enumerate(tokens):
        verb = _verb(token.folded)
        is_list, only_fillers = False, True
        for after in range(index + 1, min(index + 1 + REACH, len(tokens))) if verb else ():
            gap = gaps[after - 1]
            if gap != " ":
                if _STOP.search(gap):
                    break
                is_list = is_list or "," in gap
                # "cash handling, patient with people"; the second half of "medical-surgical"
                if after == index + 1 or gap == "-":
                    continue
            if after > index + 1:
                between = tokens[after - 1].folded
                is_joined = between in ("and", "or")
                is_list = is_list or is_joined
                if after == index + 2 and is_joined:  # "print and digital ads"
                    continue
                only_fillers = only_fillers and _is_filler(between)
            if not is_list and not only_fillers:
                continue
            yield PartedName(index, after, f"{verb}{names[after]}")
            if after + 1 < len(tokens) and gaps[after] == " ":
                two = f"{verb}{tokens[after].folded} {names[after + 1]}"
                yield PartedName(index, after + 1, two)
