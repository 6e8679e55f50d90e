"""The names by which a skill is recognized."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from careercli.core.name_terms import Sort, Term, fold, forms
from careercli.text import normalize_name, normalize_skill


def skill_names(skill_id: str, skill: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Folded name -> (name as written, what sort of name), for all by which it is recognized.

    Sorts: `name`; `word`, a single word for a personal skill, such as "flexible", which says it in
    a list of skills and something else in running text; `id`, which nobody writes.
    """
    names = [skill["label"], *skill.get("aliases", ()), *skill.get("hidden", ())]
    in_label = set(normalize_name(skill["label"]).split())
    folded: dict[str, tuple[str, str]] = {}
    for name in names:
        words = normalize_name(name).split()
        single = skill["kind"] == "soft" and len(words) == 1 and words[0] not in in_label
        folded.setdefault(normalize_skill(name), (name, "word" if single else "name"))
    for name in (skill_id, *skill.get("was", ())):
        folded.setdefault(normalize_skill(name), (name, "id"))
    return folded


def vocabulary_terms(
    skills: Mapping[str, dict[str, Any]], credentials: Mapping[str, dict[str, Any]]
) -> dict[str, Term]:
    """Folded name -> what it stands for, of all names by which a text may mean something.

    A name as somebody wrote it goes before an inflected one, a skill before a credential.
    """
    terms: dict[str, Term] = {}
    named = [*_skill_terms(skills), *_credential_terms(credentials)]
    for term in named:
        terms.setdefault(fold(term.written), term)
    for term in named:
        for key, is_action in forms(term.written, term.kind):
            terms.setdefault(key, term._replace(sort="action") if is_action else term)
    terms.pop("", None)
    return terms


def _skill_terms(skills: Mapping[str, dict[str, Any]]) -> Iterator[Term]:
    for skill_id, skill in skills.items():
        kind = skill["kind"]
        everyday = frozenset(map(fold, skill.get("everyday", ())))
        names = (skill["label"], *skill.get("aliases", ()), *skill.get("hidden", ()))
        in_label = set(normalize_name(skill["label"]).split())
        for name in (*names, skill_id.replace("-", " ")):
            folded = fold(name)
            sort: Sort = "name"
            is_word = name not in names and name.isalpha()  # an id that nobody wrote as a name
            if folded in everyday or kind == "language" or is_word:
                sort = "everyday"
            elif kind == "soft" and " " not in folded and folded not in in_label:
                sort = "listed"
            if name in names or len(folded) > 2:
                yield Term(skill_id, kind, sort, name)


def _credential_terms(credentials: Mapping[str, dict[str, Any]]) -> Iterator[Term]:
    for credential_id, credential in credentials.items():
        names: Iterable[str] = (credential["label"], *credential["names"])
        everyday = frozenset(map(fold, credential.get("everyday", ())))
        for name in (*names, credential_id.replace("-", " ")):
            sort: Sort = "everyday" if fold(name) in everyday else "name"
            yield Term(credential_id, "credential", sort, name)
