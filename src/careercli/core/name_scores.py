"""How alike a role's name and the words typed are.

The more of the query's words a name has, rare ones counting more, and the fewer others, the more
alike the two are.
"""

from collections.abc import Iterable, Sequence
from operator import mul
from typing import NamedTuple

from careercli.core.title_words import BEHIND
from careercli.core.word_forms import PERSONS

OTHER_FORM, SAME_FAMILY = 0.9, 0.7
"""What a word counts that stands for the one that was typed, or is of the same family."""
MIN_ROOT = 4
"""Letters that the root of a word has at least, so that "intern" and "internet" stay two."""
_ENDINGS = {
    *("ated", "ating", "ates", "ate"),
    *("ational", "ations", "ation", "ators", "ator", "ative", "ments", "ment", "ings", "ing"),
    *("ional", "ions", "ion", "ists", "ist", "ical", "ants", "ant", "ance", "ence", "ents", "ent"),
    *("ers", "er", "ors", "or", "ies", "ied", "ian", "ial", "ics", "ic", "al", "ed", "es", "y"),
    *("s", "e"),
}
MAX_ENDING = max(map(len, _ENDINGS))


class Term(NamedTuple):
    """A word of a query.

    names: how many names have it
    forms: the ways in which titles may write it -> how much each counts, up to 1
    begins: whether words that begin with it are meant too
    """

    names: int
    forms: dict[str, float]
    begins: bool = False

    @property
    def is_person(self) -> bool:
        """Whether it says only that somebody does the job."""
        return not self.forms.keys().isdisjoint(PERSONS)

    @property
    def is_level(self) -> bool:
        """Whether it tells a level: "intern" is neither "internal" nor "internet"."""
        return not self.forms.keys().isdisjoint(BEHIND)

    def matches(self) -> list[str]:
        """The forms as SQLite's full-text search asks for them."""
        return [f'"{form}"' + "*" * (self.begins and form.isalnum()) for form in self.forms]

    def family(self) -> list[str]:
        """The same for words of the same family; a word that tells a level has none."""
        if self.is_level:
            return []
        roots = {root(singular(form)) for form in self.forms}
        return [f'"{stem}"*' for stem in roots if len(stem) > MIN_ROOT and stem.isalnum()]


EVERYDAY = "everyday name"
"""The kind of our own names for what people say of a job in speech."""


class NameHit(NamedTuple):
    """A name of a role that shares words with the query.

    alike: how much, from 0 to 1
    ends_alike: whether its last word is the query's
    """

    alike: float
    ends_alike: bool
    kind: str
    display: str


def name_hits(
    names: Iterable[tuple[str, str, str, str]],
    terms: Sequence[Term],
    rarity: Sequence[float],
    usual: float,
) -> dict[str, list[NameHit]]:
    """Key -> its names that share words with the query, the most alike first.

    names: key, kind, the name as it is shown, and as names are compared. An everyday name of what
        is done, "fixing cars", is a name of the role only if the query has the verb.
    rarity: of each term; usual: of a word of middling rarity
    """
    total, last = sum(rarity), len(terms) - 1
    place_of = _Places(terms)
    hits: dict[str, list[NameHit]] = {}
    for key, kind, display, folded in names:
        shares = [0.0] * len(terms)
        others, place = 0, -1
        if kind == EVERYDAY:
            verb, _, what = folded.partition(" ")
            is_deed = what and verb.endswith("ing")
            kind = "what is done" if is_deed and place_of[verb][0] < 0 else "name"
        for word in dict.fromkeys(folded.split()):
            place, share = place_of[word]
            if place < 0:
                others += 1
            else:
                shares[place] = max(shares[place], share)
        if common := sum(map(mul, rarity, shares)):
            alike = common / total * (common / (common + usual * others)) ** 0.7
            hits.setdefault(key, []).append(NameHit(alike, place == last, kind, display))
    for found in hits.values():
        found.sort(reverse=True)
    return hits


class _Places(dict[str, tuple[int, float]]):
    """Word of a name -> place of the query's word that it is, and how much it counts; else -1."""

    def __init__(self, terms: Sequence[Term]) -> None:
        super().__init__()
        self._forms: dict[str, tuple[int, float]] = {}
        self._families: dict[str, tuple[int, float]] = {}
        self._beginnings: dict[str, int] = {}
        for place, term in enumerate(terms):
            for form, share in term.forms.items():
                self._forms.setdefault(singular(form), (place, share))
                if not term.is_level:
                    self._families.setdefault(root(singular(form)), (place, share * SAME_FAMILY))
                if term.begins:
                    self._beginnings[form] = place

    def __missing__(self, word: str) -> tuple[int, float]:
        stem = singular(word)
        found = self._forms.get(stem) or self._families.get(root(stem))
        if not found:
            places = [at for start, at in self._beginnings.items() if word.startswith(start)]
            found = (places[0], SAME_FAMILY) if places else (-1, 0.0)
        self[word] = found
        return found


def singular(word: str) -> str:
    """A word without its plural, so that "nurses" and "nurse" are one."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def object_stem(word: str) -> str:
    """What a word shares with its plural, whatever their spelling: "baby", "babies"; "box"."""
    stem = singular(word)
    if stem.endswith(("ie", "y")):
        return f"{stem.removesuffix('ie').removesuffix('y')}i"
    return stem[:-1] if stem.endswith(("xe", "che", "she", "sse")) else stem


def root(word: str) -> str:
    """What words of one family share: "automation" and "automated", "adviser" and "advisor".

    At least four letters are left, so that "intern" and "internet" stay two.
    """
    for size in range(min(MAX_ENDING, len(word) - MIN_ROOT), 0, -1):
        if word[-size:] in _ENDINGS:
            word = word[:-size]
            break
    return word[:-1] if len(word) > MIN_ROOT and word[-1] == word[-2] else word
