"""The lists of a text: what stands as an item beside what."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from careercli.core.name_terms import TOKEN, Term
from careercli.core.reading.text_pattern import lowered

LANGUAGES = frozenset(
    (
        "python java javascript typescript csharp cpp ruby rust kotlin swift scala php sql perl "
        "julia matlab bash sas stata spss golang r-language c html css dart go"
    ).split()
)
"""Skills beside which a bare R, Go or C is the language."""

PROGRAMMING = "programming"
"""The kind of evidence that a programming language is."""
NEAR_ITEMS = 4
"""Items before and after one that are evidence for it."""
MAX_LANGUAGES = 80
"""Letters of a sentence that has only languages in it, at most."""
_BESIDE_LANGUAGES = frozenset(
    "and or & fluent native basic some conversational speaks bilingual in languages good well ok"
    " okay little bit limited fair a very excellent advanced intermediate beginner proficient"
    " fluently spoken written read write speak reading writing speaking i my".split()
)

# these are looked for in lower case

_ITEM_END = re.compile(
    r"[,;|•·▪()\[\]\n]|(?<=\s)[-–—*](?=\s)|[.!?](?=\s|$)|:(?=\s|$)|/|"
    r"(?<![\w])(?:and|or|&)(?![\w])",
)
_LIST_END = re.compile(r"[.!?](?=\s|$)|\n\s*\n")
_AROUND = re.compile(
    r"^(?:\s|[-–•*:#>\"“”']|(?:basic|some|good|strong|advanced|excellent|solid|proven|including"
    r"|such as|e\.g\.|like|the|my|our|a|an|in|with|of|on|using|use|used|experience (?:in|with)"
    r"|knowledge of|proficient (?:in|with)|skilled (?:in|with|at)|tools?|software|skills"
    r"|currently|learning|speaks?)\b\s*)+",
)
_TAIL = re.compile(
    r"(?:\s|[-–\"“”'.%]|\b(?:a little|a bit|(?:very )?good|well|ok|okay|fair|limited|advanced"
    r"|basic|expert|intermediate|beginner|proficient|fluent|native"
    r"|skills?|experience|software|knowledge|required|preferred|etc|a plus|\d+\+?)\b)+$",
)


class Token(NamedTuple):
    text: str
    start: int
    end: int
    folded: str


class NamedPlace(NamedTuple):
    """A name at a place; `first` and `last` are tokens."""

    first: int
    last: int
    term: Term

    @property
    def tokens(self) -> range:
        """The tokens of the name."""
        return range(self.first, self.last + 1)


class ListItem(NamedTuple):
    """A name that is all of an item of a list; number: of the item, in: of the list."""

    found: NamedPlace
    number: int
    within: int


class TextLists:
    """The lists of a text: which kinds of names stand in which items."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.lower, self.tokens = lowered(text), tokens
        cuts = [match.span() for match in _ITEM_END.finditer(self.lower)]
        self.starts = [end for _, end in cuts]
        self._ends = [start for start, _ in cuts]
        self._stops = [match.start() for match in _LIST_END.finditer(text)]
        self._kinds: dict[int, dict[int, set[str]]] = {}
        self.languages: set[str] = set()
        """Words of the languages that a text may name."""

    def place(self, name: NamedPlace) -> ListItem:
        """The item and the list in which a name stands."""
        begin = self.tokens[name.first].start
        return ListItem(name, bisect_right(self.starts, begin), bisect_right(self._stops, begin))

    def is_whole(self, item: ListItem) -> bool:
        """Whether the name is all of its item, words such as "experience with" aside."""
        begin = self.tokens[item.found.first].start
        end = self.tokens[item.found.last].end
        left = self.starts[item.number - 1] if item.number else 0
        index = bisect_left(self._ends, end)
        right = self._ends[index] if index < len(self._ends) else len(self.lower)
        before = _AROUND.sub("", self.lower[max(left, begin - 80) : begin])
        after = _TAIL.sub("", self.lower[end : min(right, end + 80)])
        return not before.strip() and not after.strip()

    def is_of_languages(self, item: ListItem) -> bool:
        """Whether the sentence or line of a language has only languages in it: "English, Thai"."""
        begin = self.tokens[item.found.first].start
        stop = self._stops[item.within - 1] + 1 if item.within else 0
        end = self._stops[item.within] if item.within < len(self._stops) else len(self.lower)
        line = self.lower.rfind("\n", stop, begin) + 1 or stop
        line_end = self.lower.find("\n", begin, end)
        return self._has_only_languages(stop, end) or self._has_only_languages(
            line, line_end if line_end > 0 else end
        )

    def _has_only_languages(self, first: int, last: int) -> bool:
        if last - first > MAX_LANGUAGES:
            return False
        words = (match.group() for match in TOKEN.finditer(self.lower, first, last))
        return all(word in self.languages or word in _BESIDE_LANGUAGES for word in words)

    def add(self, item: ListItem) -> None:
        """A name that counts, as evidence for those beside it."""
        kinds = self._kinds.setdefault(item.within, {}).setdefault(item.number, set())
        kinds.add(item.found.term.kind)
        if item.found.term.id in LANGUAGES:
            kinds.add(PROGRAMMING)

    def beside(self, item: ListItem) -> list[Collection[str]]:
        """The kinds of names in the items near to one."""
        near = self._kinds.get(item.within, {})
        others = (number for number in near_items(item.number) if number != item.number)
        return [near[number] for number in others if number in near]


def near_items(number: int) -> range:
    return range(number - NEAR_ITEMS, number + NEAR_ITEMS + 1)
