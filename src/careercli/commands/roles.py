"""From the words that were typed to the role that was meant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.commands.options import interactive
from careercli.errors import UnknownNameError
from careercli.output import asked, narrate
from careercli.store import Store
from careercli.text import fold_spaces, harmless

if TYPE_CHECKING:
    from careercli.parts import Role


def the_role(store: Store, words: Sequence[str]) -> Role:
    """The role named by the words; asks back where several fit and somebody is there."""
    return store.get(the_key(store, " ".join(words)))


def the_key(store: Store, name: str) -> str:
    """As `the_role`, for a key alone."""
    try:
        return store.resolve(name)
    except UnknownNameError as error:
        if not (error.ambiguous and interactive()):
            raise
        return store.resolve(_asked(error))


def _asked(error: UnknownNameError) -> str:
    narrate(error.message)
    for number, candidate in enumerate(error.candidates, start=1):
        narrate(f"  {number}  {candidate}")
    while True:
        answer = asked("Which one? ")
        if answer is None:
            raise error
        if answer.isdecimal() and 1 <= int(answer) <= len(error.candidates):
            return error.candidates[int(answer) - 1]


def preview(words: Sequence[str]) -> Role | None:
    """The guide in a file, where a path to one was typed instead of a name."""
    name = words[0] if len(words) == 1 else ""
    if not (name.endswith(".toml") and any(mark in name for mark in "/\\")):
        return None
    from careercli.compile import compile_one

    return compile_one(Path(name))


def role_or_words(store: Store, words: Sequence[str]) -> tuple[str, str]:
    """Slug and title of the role that is named; the words twice where it is no role here."""
    try:
        role = the_role(store, words)
    except UnknownNameError as error:
        if error.ambiguous:
            raise
        name = fold_spaces(harmless(" ".join(words)))
        narrate(f"\u201c{name}\u201d is no role here; it is kept as you wrote it.")
        return name, name
    return role.slug, role.title
