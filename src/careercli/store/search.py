"""The search for roles: by their names, then by their skills and text.

A name scores by how much of the query it covers and how little else it has, each word by its
rarity (inverse document frequency); all titles taken together, and skills and text, score by BM25.
The names of similar occupations count a little, and programs and skills for the roles that ask for
them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from functools import cached_property
from math import log
from typing import NamedTuple

from careercli.core.name_scores import NameHit, Term, name_hits, root, singular
from careercli.core.word_forms import short_form
from careercli.model.basics import Hit, is_occupation
from careercli.store.query_words import QueryWords
from careercli.store.role_names import OWN_NAMES, SOC_CODE
from careercli.store.roles import RoleReader
from careercli.store.store_chain import MAX_VALUES, placeholders
from careercli.text import normalize_name, normalize_skill

HIGHLIGHT = "\u2039"
"""Stands around the words that matched, until it is known where they stand."""
TITLE_RANK, BODY_RANK = "bm25(0, 0, 1)", "bm25(1, 1, 0)"
"""How all titles of a role together, and its skills and text, tell that it is meant."""
FAINT_SHARE = 0.12
"""A hit with less than this share of the best one's score is noise beside it."""
MAX_NAMES = 400
"""Names that are scored, the best by BM25."""
MAX_TEXTS, MAX_PORTRAITS = 200, 40
MAX_SECONDARY = 5
"""Further names of a role that add to its score."""
PERSON = 0.3
"""What of its rarity a word has that says only that somebody does the job: "guy", "woman"."""
LEAD, LIKE = 1.3, 0.4
"""A best hit is meant if it scores so many times the next, and a name of it is so much alike: of
unseen titles of O*NET 85 % are right then, of British titles 80 %."""
MOST = 0.8
"""Or if it has this share of the people who may be called so."""


class Weights:
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
    portrait: float = 5.0
    """Its portrait has all the words, and neither its names nor its own text do."""
    study: float = 4.0
    """A field of study that commonly prepares for it is what was typed."""


MINOR_GROUP, BROAD_GROUP = len("soc:29-1"), len("soc:29-11")
"""Characters of a key that occupations of one minor group, and of one half of it, share."""

Snippet = tuple[str, str]
"""The kind of place where a role was hit, and the words there."""


FILLERS = {root(word) for word in ("general", "other", "and", "of", "the")}
"""Words that make the name of a field of study no narrower."""
MIN_STUDY = 3
"""Letters of each word of a field of study."""
EXACT = 0.95
"""A name so much alike is the query, a word or two in another form."""


class Ranking(NamedTuple):
    """What a search found.

    scores: key -> score
    shown: key -> where it was hit, but for roles hit by their texts alone
    alike: key -> how much the name that is most like the query is so, from 0 to 1
    """

    scores: dict[str, float]
    shown: dict[str, Snippet]
    alike: dict[str, float]

    def keys(self) -> list[str]:
        """The keys, best first, without those that are noise beside the best."""
        floor = max(self.scores.values(), default=0) * FAINT_SHARE
        audible = [key for key, score in self.scores.items() if score >= floor]
        return sorted(audible, key=lambda key: -self.scores[key])


class RoleSearch:
    """Finds roles by words."""

    def __init__(self, reader: RoleReader) -> None:
        self._reader = reader

    def search(self, words: str, *, limit: int = 10, corrects: bool = True) -> list[Hit]:
        """Roles that the words lead to, best first, each with the place where they hit.

        Titles and other titles count most, then skills and tools, then text. A word that no
        title, skill or text has is replaced by the nearest word of a title, if one is near and
        `corrects` says so; reading all titles for that takes long. A code finds its occupation, and
        guides beside it.
        """
        if keys := self.with_code(words)[:limit]:
            kinds = ("nearest occupation", "code")
            snippets = {key: (kinds[self._answers_to_codes(key)], words) for key in keys}
        else:
            terms = self.words.terms(words, corrects=corrects)
            ranking = self._ranking(words, terms)
            snippets = {
                key: ranking.shown.get(key) or self._snippet(key, terms)
                for key in ranking.keys()[:limit]
            }
        rows = self._reader.rows_in_order(snippets)
        return [Hit(rows[key], kind, shown) for key, (kind, shown) in snippets.items()]

    def _answers_to_codes(self, key: str) -> bool:
        return is_occupation(key) or key in self._reader.exact_guides.values()

    def keys(self, words: str) -> list[str]:
        """The keys of the roles that `search` leads to, best first, and as many as there are."""
        return self.with_code(words) or self._ranking(words, self.words.terms(words)).keys()

    def meant(self, words: str) -> str:
        """The key of the role that words mean though none is called so; empty if that isn't clear.

        It is clear if the best hit is far ahead and has a name that is much like the words, or if
        most of the people work there who are called by a name with all the words. "Guy" and the
        like tell so little that the most people among the hits near the best are enough.
        """
        terms = self.words.terms(words)
        ranking = self._ranking(words, terms)
        best, *others = ranking.keys() or [""]
        near = [key for key in others if LEAD * ranking.scores[key] > ranking.scores[best]]
        is_alike = not near and ranking.alike.get(best, 0.0) >= LIKE
        if is_alike and len(terms) > 1:
            return best
        people = self._people(terms)
        first = max(people, key=lambda key: people[key], default="")
        if not first:
            return ""
        if len(terms) > 1 and any(term.is_person for term in terms):
            return first if first in (best, *near) else ""
        is_clear = is_alike or (len(terms) > 1 and people[first] >= MOST * sum(people.values()))
        return best if first == best and is_clear else ""

    def is_in_a_name(self, words: Sequence[str]) -> bool:
        """Whether a name of a role has all the words."""
        tokens = normalize_name(" ".join(words)).split()
        every = " AND ".join(f'"{token}"' for token in tokens)
        sql = "SELECT 1 FROM role_name_fts WHERE role_name_fts MATCH ? LIMIT 1"
        return bool(every) and any(self._reader.query(sql, every))

    def is_named(self, words: str) -> bool:
        """Whether a name of a role has all the words, in any of their forms."""
        terms = self.words.terms(words)
        names = [term for term in terms if not term.is_person] or terms
        every = " AND ".join(f"({_any((*term.matches(), *term.family()))})" for term in names)
        sql = "SELECT 1 FROM role_name_fts WHERE role_name_fts MATCH ? LIMIT 1"
        return bool(every) and any(self._reader.query(sql, every))

    def is_program(self, words: str) -> bool:
        """Whether words are the name, or in the name, of a program or skill."""
        return bool(self._program_hits(words))

    def _people(self, terms: Sequence[Term]) -> dict[str, float]:
        """Key -> how many people may be called by a name with all the words.

        That is the people in a role times the share of its names that have them all.
        """
        words = [term for term in terms if not term.is_person] or terms
        every = " AND ".join(f"({_any(term.matches())})" for term in words)
        rows = self._reader.query_roles(
            "SELECT name.key, count(*) FROM role_name_fts JOIN name"
            " ON name.id = role_name_fts.rowid WHERE role_name_fts MATCH ? AND kind != 'slug'"
            " GROUP BY name.key",
            every,
        )
        if not 0 < len(rows) <= MAX_VALUES:
            return {}
        keys = [key for key, _ in rows]
        sql = f"SELECT key, count(*) FROM name WHERE key IN ({placeholders(keys)}) GROUP BY key"  # noqa: S608
        names = dict(self._reader.query_roles(sql, *keys))
        jobs, exact = self._reader.jobs(keys), self._reader.exact_guides
        people: dict[str, float] = {}
        for key, count in rows:
            role = exact.get(key, key)
            people[role] = max(people.get(role, 0.0), jobs.get(key, 0) * count / names[key])
        return people

    def with_code(self, words: str) -> list[str]:
        """The occupations with a code, and the guides whose nearest occupation has it."""
        code = words.strip()
        if not re.fullmatch(SOC_CODE, code):
            return []
        sql = "SELECT key FROM role WHERE soc_code = ?"
        exact = self._reader.exact_guides
        keys = {
            exact.get(key, key)
            for (key,) in self._reader.query_roles(sql, code[:7])
            if not is_occupation(key) or key.startswith(f"soc:{code}")
        }
        return sorted(keys, key=lambda key: (not self._answers_to_codes(key), key))

    @cached_property
    def words(self) -> QueryWords:
        """The words that names have."""
        return QueryWords(self._reader, self.is_program)

    def _ranking(self, words: str, terms: Sequence[Term]) -> Ranking:
        if not terms:
            return Ranking({}, {}, {})
        scores, shown, alike = self._by_words(terms)
        is_level = all(term.is_level for term in terms)
        named = (
            ("skills", {} if is_level else self._program_hits(words)),
            ("field of study", {} if is_level else self._study_hits(words)),
            ("portrait", {} if is_level else self._portrait_hits(terms, scores)),
        )
        present = self._present({key for _, hits in named for key in hits})
        for kind, hits in named:
            for key, (score, name) in hits.items():
                if key in present:
                    scores[key] = scores.get(key, 0.0) + score
                    shown.setdefault(key, (kind, name))
        for occupation, guide in self._reader.exact_guides.items():
            if occupation in scores:
                score = scores.pop(occupation)
                alike[guide] = max(alike.get(guide, 0.0), alike.get(occupation, 0.0))
                if score > scores.get(guide, 0.0):
                    shown[guide] = shown.get(occupation) or self._snippet(occupation, terms)
                    scores[guide] = score
        if dotted := [word for word in words.casefold().split() if word.startswith(".")]:
            scores = {
                key: score
                for key, score in scores.items()
                if key in shown and any(word in shown[key][1].casefold() for word in dotted)
            }
        return Ranking(scores, shown, alike)

    def _present(self, keys: Collection[str]) -> set[str]:
        """Those of the keys that roles have; a release that was added may lack occupations."""
        sql = "SELECT key FROM role WHERE key IN ({})"
        return {key for (key,) in self._reader.query_in(sql, keys)}

    def _by_words(self, terms: Sequence[Term]) -> Ranking:
        """Roles by their names and texts."""
        scores: dict[str, float] = {}
        shown: dict[str, Snippet] = {}
        alike: dict[str, float] = {}
        groups: dict[str, float] = {}
        for key, hits in self._name_hits(terms).items():
            best = hits[0]
            shown[key] = best.kind, best.display
            alike[key] = best.alike
            own = max((hit.alike for hit in hits if hit.kind in OWN_NAMES), default=0.0)
            others = sum(hit.alike for hit in hits[1 : MAX_SECONDARY + 1]) / MAX_SECONDARY
            scores[key] = (
                Weights.name * best.alike
                + Weights.other_names * others
                + Weights.own_title * own
                + Weights.ending * best.ends_alike
                + Weights.exact * (best.alike > EXACT)
            )
            if is_occupation(key):
                for group in (key[:MINOR_GROUP], key[:BROAD_GROUP]):
                    groups[group] = max(groups.get(group, 0.0), best.alike)
            else:
                scores[key] += Weights.guide * best.alike
                scores[key] += Weights.exact_guide * (best.alike > EXACT)
        if all(term.is_level for term in terms):  # texts have words by their roots
            return Ranking({key: scores[key] for key in shown}, shown, alike)
        for weight, rank in ((Weights.titles, TITLE_RANK), (Weights.body, BODY_RANK)):
            for key, score in self._text_hits(terms, rank):
                scores[key] = scores.get(key, 0.0) + weight * score / 10
        whole = self._with_every_word(terms)
        scores = {key: score for key, score in scores.items() if key in shown or key in whole}
        for key in scores:
            scores[key] += Weights.minor_group * groups.get(key[:MINOR_GROUP], 0.0)
            scores[key] += Weights.broad_group * groups.get(key[:BROAD_GROUP], 0.0)
        return Ranking(scores, shown, alike)

    def _rarity(self, terms: Sequence[Term]) -> tuple[list[float], float]:
        """The rarity of each word among all names, and that of a word of middling rarity."""
        names = sum(count or 0 for (count,) in self._reader.query("SELECT max(id) FROM name"))
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
        for skill, label in self._reader.query(
            "SELECT skill_name.id, label FROM skill_name JOIN skill USING (id) WHERE folded = ?",
            normalize_skill(words),
        ):
            name = normalize_name(label)
            for (key,) in self._reader.query_roles(
                "SELECT key FROM role_skill WHERE skill = ?", skill
            ):
                hits[key] = Weights.in_demand, label
        sql = (
            "SELECT name, folded, roles FROM software"
            " WHERE folded IN (SELECT folded FROM software WHERE instr(folded, ?))"
            " AND instr(' ' || folded || ' ', ?)"
        )
        for program, folded, roles in self._reader.query(sql, name, f" {name} "):
            share = (1 + len(name) / len(folded)) / 2
            for key in roles.split():
                weight = Weights.in_demand if key.endswith("!") else Weights.used
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
        for _, code, title in self._reader.query_official(sql, *values):
            named = {root(singular(word)) for word in normalize_name(title).split()}
            if all(forms & named for forms in asked):
                share = len(asked) / max(len(named - FILLERS), 1)
                fields[code] = Weights.study * min(share, 1.0), title.rstrip(".")
        sql = "SELECT dataset, code FROM program_occupation WHERE program = ?"
        for field, hit in fields.items():
            for _, code in self._reader.query_official(sql, field):
                hits[f"soc:{code}.00"] = max(hit, hits.get(f"soc:{code}.00", hit))
        return hits

    def _name_hits(self, terms: Sequence[Term]) -> dict[str, list[NameHit]]:
        """Key -> its names that share words with the query, the most alike first."""
        asked = [match for term in terms for match in (*term.matches(), *term.family())]
        rows = self._reader.query_roles(
            "SELECT name.key, replace(name.kind, 'reported', 'other'),"
            " name.display, name.folded"
            " FROM role_name_fts JOIN name ON name.id = role_name_fts.rowid"
            " WHERE role_name_fts MATCH ? AND kind != 'slug'"
            " ORDER BY role_name_fts.rank LIMIT ?",
            _any(asked),
            MAX_NAMES,
        )
        return name_hits(rows, terms, *self._rarity(terms))

    def _with_every_word(self, terms: Sequence[Term]) -> set[str]:
        """Keys of the roles whose titles, skills and text, taken together, have all the words."""
        sql = (
            "SELECT role.key FROM role_text JOIN role ON role.id = role_text.rowid"
            " WHERE role_text MATCH ?"
        )
        every = " AND ".join(f"({_any(term.matches())})" for term in terms)
        return {key for (key,) in self._reader.query_roles(sql, every)}

    def _text_hits(self, terms: Sequence[Term], rank: str) -> Iterator[tuple[str, float]]:
        """Key and score of the roles whose skills and text, or titles together, have the words.

        Words that stand in different titles of a role tell of it too, if no single title has all.
        """
        rows = self._reader.query_roles(
            "SELECT role.key, role_text.rank FROM role_text JOIN role ON role.id = role_text.rowid"
            " WHERE role_text MATCH ? AND rank MATCH ? ORDER BY rank LIMIT ?",
            _any(match for term in terms for match in term.matches()),
            rank,
            MAX_TEXTS,
        )
        for key, score in rows:  # a guide's prose has many words
            yield key, -score if rank == TITLE_RANK or is_occupation(key) else -score / 3

    def _portrait_hits(
        self, terms: Sequence[Term], known: Container[str]
    ) -> dict[str, tuple[float, str]]:
        """Key -> score of the portrait that has all the words, with the words around them.

        known: keys that are hit by more than that
        """
        every = " AND ".join(f"({_any(term.matches())})" for term in terms)
        rows = self._reader.query(
            "SELECT code, rank, snippet(portrait_text, 1, '', '', '…', 12) FROM portrait_text"
            " WHERE portrait_text MATCH ? ORDER BY rank LIMIT ?",
            f"text: ({every})",
            MAX_PORTRAITS,
        )
        return {
            f"soc:{code}": (-Weights.portrait * rank / 10, text)
            for code, rank, text in rows
            if f"soc:{code}" not in known
        }

    def _snippet(self, key: str, terms: Sequence[Term]) -> Snippet:
        """Where in a role's skills or text the words stand, with the words around them."""
        rows = self._reader.query(
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
