"""Skills named in running text: exact names from the vocabulary, on word boundaries."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from careercli.text import normalize_skill

Names = Mapping[str, str]
"""Folded name -> skill id."""

_TOKEN = re.compile(r"\.?[^\W_]+(?:['’][^\W_]+)*(?:\+\+|[+#](?![^\W_]))?|&", re.UNICODE)
_JOINING = re.compile(r"[ \t /&.\-–'’]*")
"""What may stand between the words of one name: "CI/CD", "A/B testing", "Node.js"."""

LONGEST = 7
"""Words in the longest name that is looked for."""

LONGEST_WRITTEN = 200
"""Characters, with what joins its words, beyond which nothing written is looked up as a name."""

SHORT = 4
"""Letters up to which a name is taken for an abbreviation, which has no spaces."""

BARE = {"R": "r-language", "Go": "golang", "C": "c"}
"""Languages whose names are ordinary words or letters: counted only beside another language."""

LANGUAGES = frozenset(
    (
        "python java javascript typescript csharp cpp ruby rust kotlin swift scala php sql perl "
        "julia matlab bash sas stata spss golang r-language c"
    ).split()
)
"""Skills beside which a bare R, Go or C is the language."""

EVERYDAY = frozenset(
    """
    access air assembly basic box buffer canvas chef chime clay clover close connect copper
    craft drift epic excel express flow frame front gong harvest heap hive indeed keynote later
    lever linear loom make maze meter mode monday monitor motion nest next notion numbers origin
    outlook outreach pages pipe plain prism puppet ramp rapid react relay render revel rust salt
    scale segment sheets shortcut sketch slack slate slides spark square stripe swift teams
    toast unity vault vision wave word workday zoom
    """.split()
)
"""Names of tools that are everyday words: counted only with a capital letter, and at the
beginning of a sentence only in a list."""


class Mention(NamedTuple):
    """A skill named in a text.

    skill: its id
    words: as written
    start: where, in characters from the beginning
    """

    skill: str
    words: str
    start: int


class _Token(NamedTuple):
    """A word. folded: as names are compared; that of several words is theirs one after the other"""

    text: str
    start: int
    end: int
    folded: str


def mentions(text: str, names: Names) -> list[Mention]:
    """Every skill that the text names, in order, the longest name at each place.

    Names match whole words only: Java is not in JavaScript, nor Excel in "excellent". R, Go and C
    count only in a list with one of LANGUAGES, and everyday words such as "word" or "slack" only
    where they are written as names.
    """
    fold = cache(normalize_skill)
    tokens = [
        _Token(word := m.group(), m.start(), m.end(), fold(word)) for m in _TOKEN.finditer(text)
    ]
    found: list[Mention] = []
    bare: list[_Token] = []
    index = 0
    while index < len(tokens):
        match = _longest(text, tokens, index, names)
        if match:
            length, skill = match
            first, last = tokens[index], tokens[index + length - 1]
            found.append(Mention(skill, text[first.start : last.end], first.start))
            index += length
        else:
            if tokens[index].text in BARE:
                bare.append(tokens[index])
            index += 1
    ends = {one.start + len(one.words) for one in found if one.skill in LANGUAGES}
    starts = {one.start for one in found if one.skill in LANGUAGES}
    for one_way in (
        (bare, bare[::-1]) if starts else ()
    ):  # a list of bare names reaches from its language both ways
        for token in one_way:
            if token.start not in starts and _next_to_language(text, token, starts, ends):
                found.append(Mention(BARE[token.text], token.text, token.start))
                starts.add(token.start)
                ends.add(token.end)
    return sorted(found, key=lambda one: one.start)


def _longest(
    text: str, tokens: Sequence[_Token], index: int, names: Names
) -> tuple[int, str] | None:
    reach = 1
    while (
        reach < LONGEST
        and index + reach < len(tokens)
        and tokens[index + reach].end - tokens[index].start <= LONGEST_WRITTEN
        and _JOINING.fullmatch(text, tokens[index + reach - 1].end, tokens[index + reach].start)
    ):
        reach += 1
    start = tokens[index].start
    folded = list(accumulate(token.folded for token in tokens[index : index + reach]))
    for length in range(reach, 0, -1):
        skill = names.get(folded[length - 1])
        if skill is None or (length == 1 and not _is_name(text, tokens[index])):
            continue
        end = tokens[index + length - 1].end
        if len(folded[length - 1]) <= SHORT and text.find(" ", start, end) >= 0:
            continue  # "R or" is not RoR
        return length, skill
    return None


def _is_name(text: str, token: _Token) -> bool:
    """Whether a single word is meant as a name."""
    folded = token.text.casefold()
    if len(folded) == 1 or folded == "go":
        return False
    if folded not in EVERYDAY:
        return True
    if not token.text[0].isupper():
        return False
    before = _before(text, token.start)
    begins = not before or before in ".!?:;\n•*-–"
    after = text[token.end : token.end + 2].lstrip(" ")
    return not begins or after[:1] in (",", "/", "(", "\n", "") or token.text.isupper()


def _before(text: str, place: int) -> str:
    """The character before a place, spaces and tabs aside; empty at the beginning."""
    place -= 1
    while place >= 0 and text[place] in " \t":
        place -= 1
    return text[place] if place >= 0 else ""


_LINK = r"\s*(?:,\s*(?:or|and)\b|[,/|]|\bor\b|\band\b)\s*"
_AFTER = re.compile(_LINK)
_BEFORE = re.compile(rf"{_LINK}$")


def _next_to_language(
    text: str, token: _Token, starts: Collection[int], ends: Collection[int]
) -> bool:
    """Whether only a comma, a slash or an "and" stands between the word and a language."""
    after = _AFTER.match(text, token.end)
    if after and after.end() in starts:
        return True
    window = text[max(0, token.start - 12) : token.start]
    before = _BEFORE.search(window)
    return before is not None and token.start - len(before.group()) in ends


def unrecognised(text: str, found: Sequence[Mention]) -> list[str]:
    """Words written like names that no mention covers, in order: to show, not to count."""
    covered = sorted((one.start, one.start + len(one.words)) for one in found)
    begins = [start for start, _ in covered]
    words: dict[str, None] = {}
    for run in _name_runs(text):
        index = bisect_left(begins, run.end())
        if not index or covered[index - 1][1] <= run.start():
            words.setdefault(run.group())
    return list(words)


_COMMON = frozenset("the you we our what who why how this that it if in for and or a an i".split())


def _name_runs(text: str) -> Iterator[re.Match[str]]:
    """Capitalised words within a sentence, and words with capitals or digits inside."""
    for run in re.finditer(r"\b[^\W_a-z][\w.+#-]*\w(?: [A-Z][\w+#-]*\w)*", text):
        word = run.group()
        before = _before(text, run.start())
        begins = not before or before in '.!?:;\n•*-–(“"'
        inner = any(c.isupper() for c in word[1:]) and not word.isupper()
        if (not begins or inner) and not word[0].isdigit() and word.casefold() not in _COMMON:
            yield run
