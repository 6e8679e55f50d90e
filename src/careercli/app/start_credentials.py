"""The answer to "What do you have?": school, licenses and cards, with or without commas between."""

import re
from collections.abc import Collection, Iterator, Sequence

from careercli.core.name_terms import TOKEN, fold, fold_token, singular
from careercli.core.reading.endorsements import ENDORSED, endorsements
from careercli.core.reading.not_held import not_held
from careercli.core.reading.skill_mentions import LONGEST
from careercli.core.reading.text_lists import Token
from careercli.core.title_words import STATES
from careercli.files.resume_education import education_named
from careercli.files.short_forms import is_of_any_trade
from careercli.store.reader import Store

_PART = re.compile(r"[^,;\n]+")
_NOTHING = re.compile(
    r"(?:nothing|none|nope|n/?a|no (?:licen[cs]es?|cards?|certifications?))(?: yet)?", re.IGNORECASE
)
_YEARS = re.compile(r"(\d{1,2}) ?(?:years?|yrs?)(?: experience)?", re.IGNORECASE)
_YEARS_BESIDE = re.compile(
    r"(?<![\d-])(\d{1,2}) ?(?:years|yrs)(?: exp(?:erience)?)?$", re.IGNORECASE
)
"""Years beside a school or a license; a "2-year degree" has none."""
_DENIED = re.compile(r"\b(?:no|not|without|never|lost)\b(?: [\w'’]+){0,2} $|\w to $")
"""Before what isn't had; also what another is studied on to: "LPN to RN bridge"."""
_FILLER = frozenset(
    "a an my the i have has had and with w also plus current valid active license licence licenses"
    " card cards certified certificate certification cert endorsement endorsements exam passed"
    " renewed".split()
)
"""Words beside the name of a license that name nothing."""


class Have:
    """What is had, as an answer tells it.

    asked: credentials that the present job asks for, by which a journeyman's card is told

    education: as a profile has it; empty if it isn't told
    years: in the present job; empty if they aren't told
    credentials, skills: their ids, each once
    not_held: what is named and isn't had, in the words of the answer
    unknown: words that name nothing that is known
    """

    def __init__(self, store: Store, typed: str, asked: Collection[str]) -> None:
        self.education, self.years = "", ""
        self.credentials: dict[str, None] = {}
        self.skills: dict[str, None] = {}
        self.not_held: dict[str, None] = {}
        self.unknown: dict[str, None] = {}
        self._store, self._typed, self._asked = store, typed, asked
        self._tokens = [
            Token(word.group(), *word.span(), fold_token(word.group()))
            for word in TOKEN.finditer(typed)
        ]
        self._named = self._all_named()
        for part in _PART.finditer(typed):
            self._read(part.group().strip(), part.start(), part.end())

    def _read(self, part: str, begin: int, end: int) -> None:
        """Takes what a part says."""
        inside = [at for at, token in enumerate(self._tokens) if begin <= token.start < end]
        named = {at: self._named[at] for at in inside if at in self._named}
        covered = {at for first, (last, _) in named.items() for at in range(first, last + 1)}
        is_held = [self._is_held(first, begin, end) for first in named]
        for held, first in zip(is_held, named, strict=True):
            last, _ = named[first]
            words = self._typed[self._tokens[first].start : self._tokens[last].end]
            self.not_held.update({} if held else {words if any(is_held) else part: None})
        for held, (_, credentials) in zip(is_held, named.values(), strict=True):
            self.credentials.update(dict.fromkeys(credentials if held else ()))
        school = education_named(part)
        if (school or named) and (beside := _YEARS_BESIDE.search(part)):
            self.years = beside[1]
        if school:
            self.education = school
        elif years := _YEARS.fullmatch(part):
            self.years = years[1]
        elif named and all(is_held):
            self._leave_over([at for at in inside if at not in covered])
        elif not (named or _NOTHING.fullmatch(part) or self._whole(part)):
            self.unknown[part] = None

    def _whole(self, part: str) -> bool:
        """Takes a part that is a skill, or the beginning of the name of one credential."""
        if skill := self._store.skill(part):
            self.skills[skill] = None
            return True
        hits = self._store.find_credentials(part, begun=True)
        if is_of_any_trade(part):
            return False
        if len(hits) == 1:
            self.credentials[hits[0].id] = None
        return len(hits) == 1

    def _is_held(self, first: int, begin: int, end: int) -> bool:
        last, _ = self._named[first]
        before = self._typed[begin : self._tokens[first].start].lower()
        after = self._typed[self._tokens[last].end : end].lower()
        return not (_DENIED.search(before) or not_held(before, after))

    def _leave_over(self, places: Sequence[int]) -> None:
        """Keeps the words of tokens as unknown, those in a row together."""
        runs: list[list[int]] = []
        labels = " ".join(self._store.credential_labels(self.credentials).values())
        known = _FILLER | frozenset(fold(labels).split())
        for at in places:
            word = self._tokens[at].folded
            if word in known or (word in STATES and at + 1 in self._named):
                continue
            if runs and at == runs[-1][-1] + 1:
                runs[-1].append(at)
            else:
                runs.append([at])
        for run in runs:
            words = self._typed[self._tokens[run[0]].start : self._tokens[run[-1]].end]
            self.unknown[words] = None

    def _all_named(self) -> dict[int, tuple[int, list[str]]]:
        """First token -> the last one and the credentials that they name."""
        found: dict[int, tuple[int, list[str]]] = {}
        grams = list(self._grams())
        terms = self._store.terms({form for *_, key in grams for form in (key, singular(key))})
        free = 0
        for first, last, key in grams:
            term = terms.get(key) or terms.get(singular(key))
            if first < free or not term or term.kind != "credential":
                continue
            words = self._typed[self._tokens[first].start : self._tokens[last].end]
            is_alone = len(self._tokens) == 1 or words.isupper()
            if term.sort == "everyday" and not is_alone:
                continue
            if is_of_any_trade(words) and term.id not in self._asked:
                continue
            found[first] = last, [term.id]
            free = last + 1
        ends = [self._tokens[last].end for last, ids in found.values() if ENDORSED & set(ids)]
        starts = [self._tokens[first].start for first in found]
        for one in endorsements(self._typed, self._tokens, ends, self._store.terms, starts):
            _, ids = found.setdefault(one.first, (one.last, []))
            ids.append(one.term.id)
        if ends:
            found |= self._endorsed(found)
        return found

    def _endorsed(self, found: Collection[int]) -> dict[int, tuple[int, list[str]]]:
        """The endorsements that stand apart from the license: "CDL-A, lost my hazmat"."""
        words = {
            at: f"{token.folded} endorsement"
            for at, token in enumerate(self._tokens)
            if at not in found and len(token.text) > 1
        }
        terms = self._store.terms(set(words.values()))
        return {at: (at, [terms[key].id]) for at, key in words.items() if key in terms}

    def _grams(self) -> Iterator[tuple[int, int, str]]:
        """First and last token of whatever may be a name, and its folded form, longest first."""
        tokens = self._tokens
        for first in range(len(tokens)):
            for last in range(min(first + LONGEST, len(tokens)) - 1, first - 1, -1):
                between = self._typed[tokens[first].start : tokens[last].end]
                if not re.search("[,;]", between):
                    yield first, last, " ".join(token.folded for token in tokens[first : last + 1])
