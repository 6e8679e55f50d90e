"""Short forms of credentials in a résumé: whether the letters are one, and whose they are."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from careercli.core.name_terms import fold
from careercli.core.reading.sentences import sentences
from careercli.core.reading.skill_mentions import Lookup, Mention
from careercli.core.reading.statements import Statement
from careercli.core.title_words import ends_with_state

_SHORT_FORM = re.compile(r"[A-Z][A-Z0-9&]{1,5}s?")
_BARE_CARD = re.compile(r"journey\w*['’]?s? (?:card|licen[cs]e)", re.IGNORECASE)


def is_in_doubt(words: str, *, proven: bool) -> bool:
    """Whether words alone don't tell which credential they are: PTA, unless something else does."""
    if _SHORT_FORM.fullmatch(words):
        return not proven
    return is_of_any_trade(words)


def is_of_any_trade(words: str) -> bool:
    """Whether words name a rank that several trades have: a journeyman's card."""
    return _BARE_CARD.fullmatch(words) is not None


_CREDENTIAL_WORD = re.compile(
    r"\b(?:certif|licen[sc]|credential|registered|registration|cards?\b|endorse|renew|permit)",
    re.IGNORECASE,
)
_NAME_LINES = 2
"""Lines at the top in which short forms stand behind a name: "Jane Doe, RN"."""
_OF_ANOTHER_WORD = re.compile(
    r" (?!(?:and|or|at|in|for|with|since|from|to|of|on|by|until|through|thru|exp|active|current"
    r"|valid|cards?|issued|expires)\b|(?:certif|licen[sc]|regist|number|renew|endorse|train))[a-z]"
)
"""Behind letters that only say of which kind the next word is: "PTA president", "CPA firm"."""


def proven_letters(text: str, told_all: Sequence[Statement]) -> Iterator[bool]:
    """Whether a credential of each statement is one, and not something else of the same letters.

    Words of its heading or sentence, another credential in it, a state before it, or a place
    behind the name at the top show it. But for the heading, none does if the letters belong to the
    word behind them.
    """
    headings = [piece for piece in sentences(text) if piece.heading]
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    top = lines[:_NAME_LINES][-1] if lines else 0
    named: dict[int, set[str]] = {}
    for told in told_all:
        if told.mention.kind == "credential":
            named.setdefault(told.sentence.start, set()).add(told.mention.skill)
    for told in told_all:
        sentence = told.sentence
        place = bisect_right(headings, sentence.start, key=lambda piece: piece.start)
        heading = headings[place - 1].text if place else ""
        is_own = (
            sentence.line <= top
            or len(named.get(sentence.start, ())) > 1
            or _CREDENTIAL_WORD.search(sentence.text) is not None
            or ends_with_state(text[max(0, told.mention.start - _NEAR) : told.mention.start])
        )
        is_proven = is_own and not _OF_ANOTHER_WORD.match(text, told.mention.end)
        yield is_proven or _CREDENTIAL_WORD.search(heading) is not None


_DOCTOR = re.compile(r"\bDrs?\.? [^,;:()\n]{1,40}$")


def is_of_others(text: str, mention: Mention) -> bool:
    """Whether letters are those of other people: of several, or of a doctor below the top line."""
    if mention.kind != "credential" or not _SHORT_FORM.fullmatch(mention.words):
        return False
    if mention.words.endswith("s"):
        return True
    begin = text.rfind("\n", 0, mention.start) + 1
    near = max(begin, mention.start - _NEAR)
    if "Dr" not in text[near : mention.start]:
        return False
    return bool(_DOCTOR.search(text, near, mention.start) and text[:begin].strip())


_NEAR = 60
"""Letters before others in which the name of their owner may be."""
_NAME_AND_LETTERS = re.compile(
    r"\W*[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,4}, ?(?P<letters>[A-Z][A-Z.]{1,6}"
    r"(?:, ?[A-Z][A-Z.]{1,6})*)[ \t]*(?:$|[|•·(–—-])"
)


def letters_behind_name(text: str, lookup: Lookup) -> Iterator[tuple[str, str, str]]:
    """Credentials whose letters stand behind the name in the first line, each with its place and
    words, also if they mean something else in other places: "Jane Doe, P.E."."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            found = _NAME_AND_LETTERS.match(line)
            letters = [part.strip() for part in found["letters"].split(",")] if found else []
            keys = {fold(part.replace(".", "")): part for part in letters}
            for key, term in lookup(keys).items():
                if term.kind == "credential":
                    yield term.id, f"line {number}", keys[key]
            return
