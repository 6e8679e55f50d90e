"""The search for roles: by their names, then by their skills and text.

A name scores by how much of the query it covers and how little else it has, each word by its
rarity (inverse document frequency); skills, text and all titles taken together score by BM25.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from careercli.model.basics import Hit, is_occupation
from careercli.store.roles import SOC_CODE, RoleReader
from careercli.text import normalize_name

HIGHLIGHT = "\u2039"
"""Stands around the words that matched, until it is known where they stand."""
TEXT_RANK = "bm25(1.7, 1.0, 1.0)"
"""How skills, text and all titles together tell that a role is meant."""
ALIKE_LETTERS = 5
"""Letters by which words begin alike: "automation" and "automated"."""
FAINT_SHARE = 0.12
"""A hit with less than this share of the best one's score is noise beside it."""
EXACT_NAME = 10
"""What a guide gains whose name is what was asked: it goes before occupations of that name."""
MAX_NAMES = 400
"""Names that are scored, the best by BM25."""
MAX_TEXTS = 50
MAX_SECONDARY = 5
"""Further names of a role that add to its score."""

Snippet = tuple[str, str]
"""The kind of place where a role was hit, and the words there."""


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
            tokens = self._tokens(words)
            ranked, names = self._ranked(tokens)
            snippets = {key: names.get(key) or self._snippet(key, tokens) for key in ranked[:limit]}
        rows = {row.key: row for row in self.rows(snippets)} if snippets else {}
        return [Hit(rows[key], kind, shown) for key, (kind, shown) in snippets.items()]

    def _answers_to_codes(self, key: str) -> bool:
        return is_occupation(key) or key in self.exact_guides.values()

    def search_keys(self, words: str) -> list[str]:
        """The keys of the roles that `search` leads to, best first, and as many as there are."""
        return self.with_code(words) or self._ranked(self._tokens(words))[0]

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

    def _tokens(self, words: str) -> list[str]:
        return [self._correct_spelling(token) for token in normalize_name(words).split()]

    def _correct_spelling(self, token: str) -> str:
        query = f'"{token}"*'
        for table in ("role_name_fts", "role_text"):
            sql = f"SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT 1"  # noqa: S608
            if any(self._query(sql, query)):
                return token
        from difflib import get_close_matches

        known = self.title_words.get(token[0], ())
        return next(iter(get_close_matches(token, known, n=1, cutoff=0.8)), token)

    @cached_property
    def title_words(self) -> dict[str, set[str]]:
        """Every word of every name, by its first letter."""
        by_letter: dict[str, set[str]] = {}
        for (name,) in self._query("SELECT folded FROM name"):
            for word in name.split():
                by_letter.setdefault(word[0], set()).add(word)
        return by_letter

    def _ranked(self, tokens: Sequence[str]) -> tuple[list[str], dict[str, Snippet]]:
        """Keys, best first; and key -> the name that was hit, of the roles that were hit by one."""
        scores: dict[str, float] = {}
        names: dict[str, Snippet] = {}
        if not tokens:
            return [], names
        for key, hits in self._name_hits(tokens).items():
            hits.sort(reverse=True)
            score, kind, display = hits[0]
            names[key] = kind, display
            others = hits[1 : MAX_SECONDARY + 1]
            scores[key] = score + sum(other for other, *_ in others) / 10
        for key, score in self._text_hits(tokens):
            scores[key] = scores.get(key, 0) + score
        for occupation, guide in self.exact_guides.items():
            if occupation in scores:
                score = scores.pop(occupation)
                if score > scores.get(guide, 0):
                    scores[guide] = score
                    names[guide] = names.get(occupation) or self._snippet(occupation, tokens)
        floor = max(scores.values(), default=0) * FAINT_SHARE
        audible = [key for key, score in scores.items() if score >= floor]
        return sorted(audible, key=lambda key: -scores[key]), names

    def _name_hits(self, tokens: Sequence[str]) -> dict[str, list[tuple[float, str, str]]]:
        """Key -> score, kind and words of its names that share words with the query.

        A word that only begins alike counts by a part of its rarity, and more counts if both end
        with the same word: that one says what the job is.
        """
        query = " OR ".join(f'"{token}"*' if token.isalnum() else f'"{token}"' for token in tokens)
        rows = self._query_roles(
            "SELECT name.key, name.kind, name.display, name.folded, role_name_fts.rank"
            " FROM role_name_fts JOIN name ON name.id = role_name_fts.rowid"
            " WHERE role_name_fts MATCH ? AND kind != 'slug'"
            " ORDER BY role_name_fts.rank LIMIT ?",
            query,
            MAX_NAMES,
        )
        rarity, usual = self._rarity(tokens)
        total, last = sum(rarity.values()), _stem(tokens[-1])
        asked = set(rarity)
        beginnings = {word[:ALIKE_LETTERS]: word for word in rarity if len(word) >= ALIKE_LETTERS}
        hits: dict[str, list[tuple[float, str, str]]] = {}
        for key, kind, display, folded, rank in rows:
            stems = [_stem(word) for word in folded.split()]
            distinct = set(stems)
            others = distinct - asked
            common = sum([rarity[stem] for stem in distinct & asked])
            for start in {stem[:ALIKE_LETTERS] for stem in others} & beginnings.keys():
                common += 0.7 * rarity[beginnings[start]] * (beginnings[start] not in distinct)
            rest = usual * len(others)
            alike = common / total * (common / (common + rest)) ** 0.7 if common else 0.0
            score = 9 * alike - rank / 10
            score += 0.5 * (kind != "other title") + 0.4 * (stems[-1] == last)
            if not is_occupation(key):  # it has fewer names, and more to read
                score += 7 * alike + (EXACT_NAME if alike == 1 else 0)
            hits.setdefault(key, []).append((score, kind, display))
        return hits

    def _rarity(self, tokens: Sequence[str]) -> tuple[dict[str, float], float]:
        """The rarity of each word among all names, and that of a word of middling rarity."""
        from math import log

        names = sum(count or 0 for (count,) in self._query("SELECT max(id) FROM name"))
        sql = "SELECT count(*) FROM role_name_fts WHERE role_name_fts MATCH ?"
        rarity = {}
        for token in tokens:
            times = sum(count for (count,) in self._query(sql, f'"{token}"'))
            rarity[_stem(token)] = log(1 + names / (1 + times))
        return rarity, log(1 + names) / 2

    def _text_hits(self, tokens: Sequence[str]) -> Iterator[tuple[str, float]]:
        """Key and score of the roles whose skills, text and titles, taken together, have the words.

        Words that stand in different titles of a role tell of it too, if no single title has all.
        """
        rows = self._query_roles(
            "SELECT role.key, role_text.rank FROM role_text JOIN role ON role.id = role_text.rowid"
            " WHERE role_text MATCH ? AND rank MATCH ? ORDER BY rank LIMIT ?",
            " OR ".join(f'"{token}"' for token in tokens),
            TEXT_RANK,
            MAX_TEXTS,
        )
        for key, rank in rows:
            yield key, -rank if is_occupation(key) else -rank / 3  # a guide's prose has many words

    def _snippet(self, key: str, tokens: Sequence[str]) -> Snippet:
        """Where in a role's skills or text the words stand, with the words around them."""
        rows = self._query(
            "SELECT snippet(role_text, 0, ?, ?, '…', 6), snippet(role_text, 1, ?, ?, '…', 12),"
            " snippet(role_text, 2, ?, ?, '…', 6) FROM role_text"
            " WHERE role_text MATCH ? AND rowid = (SELECT id FROM role WHERE key = ?)",
            *(HIGHLIGHT,) * 6,
            " OR ".join(f'"{token}"' for token in tokens),
            key,
        )
        for skills, text, titles in rows:
            snippets = (("skills", skills), ("text", text), ("other title", titles))
            kind, words = next(
                (snippet for snippet in snippets if HIGHLIGHT in snippet[1]), snippets[1]
            )
            return kind, words.replace(HIGHLIGHT, "")
        return "text", ""


def _stem(word: str) -> str:
    """A word without its plural, so that "nurses" and "nurse" are one."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
