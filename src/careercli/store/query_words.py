"""A query's words in the forms that names of roles have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from careercli.core.name_scores import OTHER_FORM, Term
from careercli.core.title_words import parse_title
from careercli.core.word_forms import (
    GRAMMAR,
    PERSONS,
    american,
    person_forms,
    short_form,
    splits,
)
from careercli.store.role_names import NameReader
from careercli.text import close_words, normalize_name

HYPHENATED = re.compile(r"\bco-(?=o(?!p\b))", re.IGNORECASE)
"""As in co-ordinator, which titles write in one word; a co-op stays what it is."""

LONGEST_QUERY = 300
"""Characters of a query that are read; the longest title has 150."""
MIN_CORRECTED = 4
"""Letters of a word from which on typing errors are forgiven and beginnings completed."""
SHORT, LIKE_SHORT, LIKE_LONG = 5, 0.8, 0.85
"""How like a word of a title is a word with a typing error: of so many letters, and of more."""
MIN_NAMES = 3
"""Names that have each half of a compound: of so many it is a word, and no accident."""


class QueryWords:
    """Takes queries apart, by the names that a chain of stores has.

    is_program: whether a word is the name of a program or skill
    """

    def __init__(self, reader: NameReader, is_program: Callable[[str], bool]) -> None:
        self._reader = reader
        self._is_program = is_program
        self._counts: dict[str, int] = {}

    def terms(self, words: str, *, corrects: bool = True) -> list[Term]:
        """The words of a query, each with the forms in which titles may have it.

        corrects: whether a word that nothing has is taken for the nearest that a title has

        If the query isn't a title as it stands, words of level, contract, shift and place are left
        out; see `core.title_words`. What is done in a job is taken for the everyday name that says
        so: "fix my car" for "fixing cars".
        """
        words = HYPHENATED.sub("co", words[:LONGEST_QUERY])
        folded = normalize_name(words)
        if any(self._reader.query("SELECT 1 FROM name WHERE folded = ? LIMIT 1", folded)):
            return [term for token in folded.split() for term in self._forms(token, corrects)]
        if deed := self._reader.deed(folded):
            return [term for token in deed.split() for term in self._forms(token, corrects)]
        parsed = parse_title(words)
        tokens = _joined(parsed.words.split(), self._is_known)
        capitals = set(re.findall("[A-Z]+", words))
        tokens = [
            token for token in tokens if token not in GRAMMAR or token.upper() in capitals
        ] or tokens
        if len(tokens) > 1 and parsed.place in tokens and not self._is_known(parsed.place):
            tokens.remove(parsed.place)
        return [term for token in tokens for term in self._forms(token, corrects)]

    def _forms(self, token: str, corrects: bool) -> Iterator[Term]:
        """A word as it was typed, and other ways to write it that some title has."""
        long_forms = short_form(token)
        spelled = [*long_forms, *american(token), *person_forms(token)]
        known = [form for form in spelled if " " not in form and self._is_known(form)]
        if self._is_known(token):
            forms = {**dict.fromkeys(known, OTHER_FORM), token: 1.0}
            forms |= dict.fromkeys(set(long_forms[:1]).intersection(known), 1.0)
            yield Term(self._count(forms), forms)
        elif known:
            yield Term(self._count(known), dict.fromkeys(known, 1.0))
        else:
            yield from self._unknown(token, spelled, corrects)

    def _unknown(self, token: str, spelled: Iterable[str], corrects: bool) -> Iterator[Term]:
        """A word that no title has, in any form: a program, or two words of titles, or a slip."""
        pair = self._split(token)
        is_phrase = bool(pair) and self._count((" ".join(pair),)) >= MIN_NAMES
        if self._is_program(token) and not is_phrase:
            yield Term(0, {token: 1.0})
        elif phrase := next((form.split() for form in spelled if " " in form), pair):
            yield from (Term(self._count((word,)), {word: 1.0}) for word in phrase)
        else:
            yield self._completed(token, corrects)

    def _completed(self, token: str, corrects: bool) -> Term:
        """A word that no title has: the beginning of one, a typing error, a word of the texts."""
        if len(token) >= MIN_CORRECTED:
            for table in ("role_name_fts", "role_text"):
                sql = f"SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT 1"  # noqa: S608
                if any(self._reader.query(sql, f'"{token}"*')):
                    return Term(0, {token: 1.0}, begins=True)
            if corrects:
                cutoff = LIKE_SHORT if len(token) <= SHORT else LIKE_LONG
                known = self.title_words.get(token[0], ())
                for near in close_words(token, known, count=1, cutoff=cutoff):
                    return Term(self._count((near,)), {near: 1.0})
        return Term(0, {token: 1.0})

    def _split(self, token: str) -> Sequence[str]:
        """The two words of titles that a word is made of, the commonest pair, if there is one."""
        pairs: dict[tuple[str, str], int] = {}
        for pair in splits(token):
            counts = [self._count((part,)) for part in pair]
            if min(counts) >= MIN_NAMES:
                pairs[pair] = min(counts)
        return max(pairs, key=lambda pair: pairs[pair], default=())

    def _is_known(self, word: str) -> bool:
        return self._count((word,)) > 0

    def _count(self, forms: Iterable[str]) -> int:
        """How many names have any of these words."""
        total = 0
        for form in forms:
            if form not in self._counts:
                sql = "SELECT count(*) FROM role_name_fts WHERE role_name_fts MATCH ?"
                self._counts[form] = sum(n for (n,) in self._reader.query(sql, f'"{form}"'))
            total += self._counts[form]
        return total

    @cached_property
    def title_words(self) -> dict[str, set[str]]:
        """Every word of every name, by its first letter."""
        by_letter: dict[str, set[str]] = {}
        rows = self._reader.query("SELECT group_concat(folded, ' ') FROM name")
        for word in set(" ".join(names for (names,) in rows if names).split()):
            by_letter.setdefault(word[0], set()).add(word)
        return by_letter


def _joined(tokens: list[str], is_known: Callable[[str], bool]) -> list[str]:
    """The words, with those put together that are one word in titles: "fire man"."""
    joined: list[str] = []
    for token in tokens:
        before = joined[-1] if joined else ""
        apart = token in PERSONS or not is_known(token) or not is_known(before)
        if before and apart and len(before) > 2 and is_known(before + token):
            joined[-1] = before + token
        else:
            joined.append(token)
    return joined
