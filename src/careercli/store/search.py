"""The search for roles: by their names, then by their skills and text.

A name scores by how much of the query it covers and how little else it has, each word by its
rarity (inverse document frequency); all titles taken together, and skills and text, score by BM25.
The names of similar occupations count a little, and programs and skills for the roles that ask for
them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from math import log
from operator import mul
from typing import NamedTuple

from careercli.core.title_words import parse_title
from careercli.core.word_forms import (
    MIN_ROOT,
    PERSONS,
    american,
    person_forms,
    root,
    short_form,
    singular,
    splits,
)
from careercli.model.basics import Hit, is_occupation
from careercli.store.chain import placeholders
from careercli.store.roles import SOC_CODE, RoleReader
from careercli.text import normalize_name, normalize_skill

HIGHLIGHT = "\u2039"
"""Stands around the words that matched, until it is known where they stand."""
TITLE_RANK, BODY_RANK = "bm25(0, 0, 1)", "bm25(1, 1, 0)"
"""How all titles of a role together, and its skills and text, tell that it is meant."""
FAINT_SHARE = 0.12
"""A hit with less than this share of the best one's score is noise beside it."""
MAX_NAMES = 400
"""Names that are scored, the best by BM25."""
MAX_TEXTS = 200
MAX_SECONDARY = 5
"""Further names of a role that add to its score."""
OTHER_FORM, SAME_FAMILY = 0.9, 0.7
"""What a word counts that stands for the one that was typed, or is of the same family."""
PERSON = 0.3
"""What of its rarity a word has that says only that somebody does the job: "guy", "woman"."""
MIN_CORRECTED = 4
"""Letters of a word from which on typing errors are forgiven and beginnings completed."""
MIN_NAMES = 3
"""Names that have each half of a compound: of so many it is a word, and no accident."""


class Weights(NamedTuple):
    """What adds to a role's score, each from 0 to 1 or a tenth of BM25.

    The first eight were fitted on half of O*NET's reported titles, each of them out of the index,
    and on half of the British titles: see benchmarks/titles.py.
    """

    name: float = 1.77
    """The name that is most like the query."""
    other_names: float = 2.76
    own_title: float = 2.51
    """Its title, or its short name."""
    ending: float = 0.38
    """A name that ends with the query's last word, which says what the job is."""
    minor_group: float = 1.41
    """The best name among the occupations of the same minor group."""
    broad_group: float = 1.67
    titles: float = 3.01
    body: float = 3.11
    exact: float = 2.0
    guide: float = 3.0
    """A guide has fewer names, and stands in no group."""
    exact_guide: float = 10.0
    """A guide of that name goes before occupations of that name."""
    in_demand: float = 6.0
    """Employers ask for the program or skill that was typed."""
    used: float = 1.5
    study: float = 4.0
    """A field of study that commonly prepares for it is what was typed."""


WEIGHTS = Weights()
MINOR_GROUP, BROAD_GROUP = len("soc:29-1"), len("soc:29-11")
"""Characters of a key that occupations of one minor group, and of one half of it, share."""

Snippet = tuple[str, str]
"""The kind of place where a role was hit, and the words there."""


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

    def matches(self) -> list[str]:
        """The forms as SQLite's full-text search asks for them."""
        return [f'"{form}"' + "*" * (self.begins and form.isalnum()) for form in self.forms]

    def family(self) -> list[str]:
        """The same for words of the same family."""
        roots = {root(singular(form)) for form in self.forms}
        return [f'"{one}"*' for one in roots if len(one) > MIN_ROOT and one.isalnum()]


class NameHit(NamedTuple):
    """A name of a role that shares words with the query.

    alike: how much, from 0 to 1
    ends_alike: whether its last word is the query's
    """

    alike: float
    ends_alike: bool
    kind: str
    display: str


FILLERS = {root(word) for word in ("general", "other", "and", "of", "the")}
"""Words that make the name of a field of study no narrower."""
MIN_STUDY = 3
"""Letters of each word of a field of study."""
EXACT = 0.999
"""A name so much alike is the query."""


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


class RoleSearch(RoleReader):
    """Finds roles by words."""

    def search(self, words: str, *, limit: int = 10) -> list[Hit]:
        """Roles that the words lead to, best first, each with the place where they hit.

        Titles and other titles count most, then skills and tools, then text. A word that no
        title, skill or text has is replaced by the nearest word of a title, if one is near. A code
        finds its occupation, and guides beside it.
        """
        if keys := self.with_code(words)[:limit]:
            kinds = ("nearest occupation", "code")
            snippets = {key: (kinds[self._answers_to_codes(key)], words) for key in keys}
        else:
            terms = self._terms(words)
            ranked, names = self._ranked(words, terms)
            snippets = {key: names.get(key) or self._snippet(key, terms) for key in ranked[:limit]}
        rows = {row.key: row for row in self.rows(snippets)} if snippets else {}
        return [Hit(rows[key], kind, shown) for key, (kind, shown) in snippets.items()]

    def _answers_to_codes(self, key: str) -> bool:
        return is_occupation(key) or key in self.exact_guides.values()

    def search_keys(self, words: str) -> list[str]:
        """The keys of the roles that `search` leads to, best first, and as many as there are."""
        return self.with_code(words) or self._ranked(words, self._terms(words))[0]

    def with_code(self, words: str) -> list[str]:
        """The occupations with a code, and the guides whose nearest occupation has it."""
        code = words.strip()
        if not re.fullmatch(SOC_CODE, code):
            return []
        rows = self._query_roles("SELECT key FROM role WHERE soc_code = ?", code[:7])
        keys = {
            self.exact_guides.get(key, key)
            for (key,) in rows
            if not is_occupation(key) or key.startswith(f"soc:{code}")
        }
        return sorted(keys, key=lambda key: (not self._answers_to_codes(key), key))

    def _terms(self, words: str) -> list[Term]:
        """The words of a query, each with the forms in which titles may have it.

        If the query isn't a title as it stands, words of level, contract, shift and place are left
        out; see `core.title_words`.
        """
        folded = normalize_name(words)
        if any(self._query("SELECT 1 FROM name WHERE folded = ? LIMIT 1", folded)):
            return [term for token in folded.split() for term in self._forms(token)]
        parsed = parse_title(words)
        tokens = _joined(parsed.words.split(), self._is_known)
        if len(tokens) > 1 and parsed.place in tokens and not self._is_known(parsed.place):
            tokens.remove(parsed.place)
        return [term for token in tokens for term in self._forms(token)]

    def _forms(self, token: str) -> Iterator[Term]:
        """A word as it was typed, and other ways to write it that some title has."""
        long_forms = short_form(token)
        spelled = [*long_forms, *american(token), *person_forms(token)]
        known = [form for form in spelled if " " not in form and self._is_known(form)]
        if self._is_known(token):
            forms = {**dict.fromkeys(known, OTHER_FORM), token: 1.0}
            yield Term(self._count(forms), forms)
        elif known:
            yield Term(self._count(known), dict.fromkeys(known, 1.0))
        elif self._program_hits(token):
            yield Term(0, {token: 1.0})
        elif phrase := next((form.split() for form in spelled if " " in form), self._split(token)):
            yield from (Term(self._count((word,)), {word: 1.0}) for word in phrase)
        else:
            yield self._completed(token)

    def _completed(self, token: str) -> Term:
        """A word that no title has: the beginning of one, a typing error, a word of the texts."""
        if len(token) >= MIN_CORRECTED:
            for table in ("role_name_fts", "role_text"):
                sql = f"SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT 1"  # noqa: S608
                if any(self._query(sql, f'"{token}"*')):
                    return Term(0, {token: 1.0}, begins=True)
            from difflib import get_close_matches

            near = get_close_matches(token, self.title_words.get(token[0], ()), n=1, cutoff=0.8)
            if near:
                return Term(self._count(near), {near[0]: 1.0})
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
                self._counts[form] = sum(n for (n,) in self._query(sql, f'"{form}"'))
            total += self._counts[form]
        return total

    @cached_property
    def _counts(self) -> dict[str, int]:
        return {}

    @cached_property
    def title_words(self) -> dict[str, set[str]]:
        """Every word of every name, by its first letter."""
        by_letter: dict[str, set[str]] = {}
        for (name,) in self._query("SELECT folded FROM name"):
            for word in name.split():
                by_letter.setdefault(word[0], set()).add(word)
        return by_letter

    def _ranked(self, words: str, terms: Sequence[Term]) -> tuple[list[str], dict[str, Snippet]]:
        """Keys, best first; and key -> where it was hit, but for roles hit by their texts alone."""
        if not terms:
            return [], {}
        scores, shown = self._by_words(terms)
        named = (("skills", self._program_hits(words)), ("field of study", self._study_hits(words)))
        present = self._present({key for _, hits in named for key in hits})
        for kind, hits in named:
            for key, (score, name) in hits.items():
                if key in present:
                    scores[key] = scores.get(key, 0.0) + score
                    shown.setdefault(key, (kind, name))
        for occupation, guide in self.exact_guides.items():
            if occupation in scores:
                score = scores.pop(occupation)
                if score > scores.get(guide, 0.0):
                    shown[guide] = shown.get(occupation) or self._snippet(occupation, terms)
                    scores[guide] = score
        floor = max(scores.values(), default=0) * FAINT_SHARE
        audible = [key for key, score in scores.items() if score >= floor]
        return sorted(audible, key=lambda key: -scores[key]), shown

    def _present(self, keys: Collection[str]) -> set[str]:
        """Those of the keys that roles have; a release that was added may lack occupations."""
        if not keys:
            return set()
        sql = f"SELECT key FROM role WHERE key IN ({placeholders(keys)})"  # noqa: S608
        return {key for (key,) in self._query(sql, *keys)}

    def _by_words(self, terms: Sequence[Term]) -> tuple[dict[str, float], dict[str, Snippet]]:
        """Key -> score by its names and texts; and key -> the name that was hit, if one was."""
        scores: dict[str, float] = {}
        shown: dict[str, Snippet] = {}
        groups: dict[str, float] = {}
        for key, hits in self._name_hits(terms).items():
            hits.sort(reverse=True)
            best = hits[0]
            shown[key] = best.kind, best.display
            own = max((hit.alike for hit in hits if hit.kind != "other title"), default=0.0)
            others = sum(hit.alike for hit in hits[1 : MAX_SECONDARY + 1]) / MAX_SECONDARY
            scores[key] = (
                WEIGHTS.name * best.alike
                + WEIGHTS.other_names * others
                + WEIGHTS.own_title * own
                + WEIGHTS.ending * best.ends_alike
                + WEIGHTS.exact * (best.alike > EXACT)
            )
            if is_occupation(key):
                for group in (key[:MINOR_GROUP], key[:BROAD_GROUP]):
                    groups[group] = max(groups.get(group, 0.0), best.alike)
            else:
                scores[key] += WEIGHTS.guide * best.alike
                scores[key] += WEIGHTS.exact_guide * (best.alike > EXACT)
        for weight, rank in ((WEIGHTS.titles, TITLE_RANK), (WEIGHTS.body, BODY_RANK)):
            for key, score in self._text_hits(terms, rank):
                scores[key] = scores.get(key, 0.0) + weight * score / 10
        whole = self._with_every_word(terms)
        scores = {key: score for key, score in scores.items() if key in shown or key in whole}
        for key in scores:
            scores[key] += WEIGHTS.minor_group * groups.get(key[:MINOR_GROUP], 0.0)
            scores[key] += WEIGHTS.broad_group * groups.get(key[:BROAD_GROUP], 0.0)
        return scores, shown

    def _rarity(self, terms: Sequence[Term]) -> tuple[list[float], float]:
        """The rarity of each word among all names, and that of a word of middling rarity."""
        names = sum(count or 0 for (count,) in self._query("SELECT max(id) FROM name"))
        alone = len(terms) == 1
        rarity = [
            log(1 + names / (1 + term.names)) * (1.0 if alone or not term.is_person else PERSON)
            for term in terms
        ]
        return rarity, log(1 + names) / 2

    def _program_hits(self, words: str) -> dict[str, tuple[float, str]]:
        """Key -> score and name of the program or skill that was typed, of roles that ask for it.

        A guide asks for it if it is in its lists; an occupation, if O*NET names the program for
        it, and more so if employers' advertisements often do.
        """
        hits: dict[str, tuple[float, str]] = {}
        name = normalize_name(words)
        for skill, label in self._query(
            "SELECT skill_name.id, label FROM skill_name JOIN skill USING (id) WHERE folded = ?",
            normalize_skill(words),
        ):
            name = normalize_name(label)
            for (key,) in self._query_roles("SELECT key FROM role_skill WHERE skill = ?", skill):
                hits[key] = WEIGHTS.in_demand, label
        if not name:
            return hits
        sql = "SELECT name, folded, roles FROM software WHERE ' ' || folded || ' ' LIKE ?"
        for program, folded, roles in self._query(sql, f"% {name} %"):
            share = (1 + len(name) / len(folded)) / 2
            for key in roles.split():
                weight = WEIGHTS.in_demand if key.endswith("!") else WEIGHTS.used
                occupation = key.rstrip("!")
                hits[occupation] = max(hits.get(occupation, (0.0, "")), (weight * share, program))
        return hits

    def _study_hits(self, words: str) -> dict[str, tuple[float, str]]:
        """Key -> score and name of the field of study that was typed, of occupations for which
        its programs commonly prepare.

        A field has all the words; it scores by how little else is in its name.
        """
        asked = [
            {root(singular(form)) for form in (word, *short_form(word))}
            for word in normalize_name(words).split()
        ]
        hits: dict[str, tuple[float, str]] = {}
        if not asked or min(len(form) for forms in asked for form in forms) < MIN_STUDY:
            return hits
        alike = " AND ".join(f"({' OR '.join(['title LIKE ?'] * len(forms))})" for forms in asked)
        fields: dict[str, tuple[float, str]] = {}
        sql = f"SELECT dataset, code, title FROM program WHERE {alike}"  # noqa: S608
        values = (f"%{form}%" for forms in asked for form in forms)
        for _, code, title in self._query_official(sql, *values):
            named = {root(singular(word)) for word in normalize_name(title).split()}
            if all(forms & named for forms in asked):
                share = len(asked) / max(len(named - FILLERS), 1)
                fields[code] = WEIGHTS.study * min(share, 1.0), title.rstrip(".")
        sql = "SELECT dataset, code FROM program_occupation WHERE program = ?"
        for field, hit in fields.items():
            for _, code in self._query_official(sql, field):
                hits[f"soc:{code}.00"] = max(hit, hits.get(f"soc:{code}.00", hit))
        return hits

    def _name_hits(self, terms: Sequence[Term]) -> dict[str, list[NameHit]]:
        """Key -> its names that share words with the query.

        A name is like the query by how much of it it has, each word by its rarity, and by how
        little else.
        """
        rarity, usual = self._rarity(terms)
        total, last = sum(rarity), len(terms) - 1
        asked = [match for term in terms for match in (*term.matches(), *term.family())]
        rows = self._query_roles(
            "SELECT name.key, name.kind, name.display, name.folded"
            " FROM role_name_fts JOIN name ON name.id = role_name_fts.rowid"
            " WHERE role_name_fts MATCH ? AND kind != 'slug'"
            " ORDER BY role_name_fts.rank LIMIT ?",
            _any(asked),
            MAX_NAMES,
        )
        place_of = _Places(terms)
        hits: dict[str, list[NameHit]] = {}
        for key, kind, display, folded in rows:
            shares = [0.0] * len(terms)
            others, place = 0, -1
            for word in dict.fromkeys(folded.split()):
                place, share = place_of[word]
                if place < 0:
                    others += 1
                else:
                    shares[place] = max(shares[place], share)
            if common := sum(map(mul, rarity, shares)):
                alike = common / total * (common / (common + usual * others)) ** 0.7
                hits.setdefault(key, []).append(NameHit(alike, place == last, kind, display))
        return hits

    def _with_every_word(self, terms: Sequence[Term]) -> set[str]:
        """Keys of the roles whose titles, skills and text, taken together, have all the words."""
        sql = (
            "SELECT role.key FROM role_text JOIN role ON role.id = role_text.rowid"
            " WHERE role_text MATCH ?"
        )
        every = " AND ".join(f"({_any(term.matches())})" for term in terms)
        return {key for (key,) in self._query_roles(sql, every)}

    def _text_hits(self, terms: Sequence[Term], rank: str) -> Iterator[tuple[str, float]]:
        """Key and score of the roles whose skills and text, or titles together, have the words.

        Words that stand in different titles of a role tell of it too, if no single title has all.
        """
        rows = self._query_roles(
            "SELECT role.key, role_text.rank FROM role_text JOIN role ON role.id = role_text.rowid"
            " WHERE role_text MATCH ? AND rank MATCH ? ORDER BY rank LIMIT ?",
            _any(match for term in terms for match in term.matches()),
            rank,
            MAX_TEXTS,
        )
        for key, score in rows:  # a guide's prose has many words
            yield key, -score if is_occupation(key) or rank == TITLE_RANK else -score / 3

    def _snippet(self, key: str, terms: Sequence[Term]) -> Snippet:
        """Where in a role's skills or text the words stand, with the words around them."""
        rows = self._query(
            "SELECT snippet(role_text, 0, ?, ?, '…', 6), snippet(role_text, 1, ?, ?, '…', 12),"
            " snippet(role_text, 2, ?, ?, '…', 6) FROM role_text"
            " WHERE role_text MATCH ? AND rowid = (SELECT id FROM role WHERE key = ?)",
            *(HIGHLIGHT,) * 6,
            _any(match for term in terms for match in term.matches()),
            key,
        )
        for skills, text, titles in rows:
            snippets = (("skills", skills), ("text", text), ("other title", titles))
            kind, words = next(
                (snippet for snippet in snippets if HIGHLIGHT in snippet[1]), snippets[1]
            )
            return kind, words.replace(HIGHLIGHT, "")
        return "text", ""


def _any(matches: Iterable[str]) -> str:
    return " OR ".join(dict.fromkeys(matches))


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
