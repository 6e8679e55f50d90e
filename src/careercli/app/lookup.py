"""From the words that were typed to the role that was meant."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.core.names import names_in_table
from careercli.core.title_words import parse_title
from careercli.errors import UnknownNameError
from careercli.output.stdout import chosen_number, is_interactive, read_answer, say_err
from careercli.store.reader import Store
from careercli.text import collapse_spaces, normalize_name, normalize_skill, strip_control

if TYPE_CHECKING:
    from careercli.model.occupation import Element
    from careercli.model.role import Role

NEAREST = 3
"""Hits of the search that are offered for what is no role."""


def resolve_role(store: Store, words: Sequence[str]) -> Role:
    """The role named by the words; asks back where several fit and somebody is there."""
    return store.get(resolve_key(store, " ".join(words)))


def resolve_role_or_credential(store: Store, words: Sequence[str]) -> Role | str:
    """The role named by the words, else the id of the credential of that name."""
    try:
        return resolve_role(store, words)
    except UnknownNameError:
        if credential_id := store.credential_id(" ".join(words)):
            return credential_id
        raise


def resolve_key(store: Store, name: str) -> str:
    """As `resolve_role`, for a key alone.

    A title with words of level, contract or place that no role has is taken without them. What is
    no role at all raises UnknownNameError with the three best hits of the search.
    """
    try:
        return _resolve(store, name)
    except UnknownNameError as error:
        if error.ambiguous:
            raise
        named = any(letter.isalpha() for letter in name)  # a code has no near names
        hits = store.search(name, limit=NEAREST) if named else []
        nearest = [hit.row.slug for hit in hits] or error.candidates
        raise UnknownNameError(error.message, nearest, hint=error.hint) from None


def _resolve(store: Store, name: str) -> str:
    try:
        return store.resolve(name)
    except UnknownNameError as error:
        if error.dominant:
            others = ", ".join(_names(store, error.candidates[1:4]))
            (meant,) = _names(store, error.candidates[:1])
            say_err(f"\u201c{name}\u201d is taken for {meant}. Also called so: {others}.")
            return store.resolve(error.candidates[0])
        if error.ambiguous and is_interactive():
            return store.resolve(_choose(store, error))
        job = parse_title(name).words
        if error.ambiguous or job == normalize_name(name):
            raise
        with suppress(UnknownNameError):
            return store.resolve(job)
        raise


def _names(store: Store, slugs: Sequence[str]) -> list[str]:
    """What roles are called in tables."""
    rows = {row.slug: row for row in store.rows([store.resolve(slug) for slug in slugs])}
    names = names_in_table(rows.values())
    return [names[rows[slug].key] for slug in slugs if slug in rows]


def _choose(store: Store, error: UnknownNameError) -> str:
    """Asks which one; Enter takes the first, q leaves. Raises the error if nobody answers."""
    names = _names(store, error.candidates)
    say_err(error.message)
    for number, (name, jobs) in enumerate(zip(names, error.jobs, strict=True), start=1):
        people = f"{jobs:,} people" if jobs else ""
        say_err(f"  {number:2}  {name:34} {people:>17}".rstrip())
    while True:
        answer = read_answer("Which one? A number or a name; Enter takes the first, q leaves. ")
        if answer is None or answer.casefold() == "q":
            raise error
        if not answer:
            return error.candidates[0]
        if chosen := chosen_number(answer, len(error.candidates)):
            return error.candidates[chosen - 1]
        folded = normalize_name(answer)
        for candidate, name in zip(error.candidates, names, strict=True):
            if folded in (normalize_name(candidate), normalize_name(name)):
                return candidate


def role_in_file(words: Sequence[str]) -> Role | None:
    """The guide in a file, where a path to one was typed instead of a name."""
    name = words[0] if len(words) == 1 else ""
    if not (name.endswith(".toml") and any(mark in name for mark in "/\\")):
        return None
    from careercli.store.compile import compile_one

    return compile_one(Path(name))


def role_or_words(store: Store, words: Sequence[str]) -> tuple[str, str]:
    """Slug and title of the role that is named; the words twice where it is no role here."""
    try:
        role = resolve_role(store, words)
    except UnknownNameError as error:
        if error.ambiguous:
            raise
        name = collapse_spaces(strip_control(" ".join(words)))
        say_err(f"\u201c{name}\u201d isn't a role here, so it is kept as you wrote it.")
        return name, name
    return role.slug, role.title


def resolve_skill(store: Store, name: str) -> str:
    """The skill that is written `name`. Raises UnknownNameError with the nearest; never guesses."""
    found = store.skill(name)
    if found is None:
        raise UnknownNameError(
            f"There is no skill \u201c{name}\u201d.", nearest_skills(store, name)
        )
    return found


def nearest_skills(store: Store, name: str, count: int = 4) -> list[str]:
    """Names of skills that look like `name`: to suggest, never to decide."""
    from difflib import get_close_matches

    names = store.skill_names()
    folded = normalize_skill(name)
    close = get_close_matches(folded, names, n=3 * count, cutoff=0.55)
    begins = [one for one in names if len(folded) > 2 and one.startswith(folded)]
    ids = dict.fromkeys(names[one] for one in (*begins, *close))
    return list(store.labels(ids).values())[:count]


def resolve_element(store: Store, name: str) -> Element:
    """O*NET's skill with this element id. Raises UnknownNameError."""
    elements = {element.casefold(): found for element, found in store.elements().items()}
    if found := elements.get(name.casefold()):
        return found
    hint = "careercli profile rate OCCUPATION asks for them one by one."
    if not elements:
        hint = "careercli sources remove onet brings the shipped release back."
    raise UnknownNameError(f"There is no skill {name} of O*NET\u2019s here.", [], hint=hint)
