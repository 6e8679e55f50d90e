"""Titles that are only a part of an occupation, such as a welding inspector's of the inspectors of
quality: counted there, without figures of their own, and known by a certificate of their own."""

from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from careercli.core.credentials import CredentialTerm
from careercli.core.moves import MoveRole
from careercli.errors import UnknownNameError
from careercli.store.reader import Store
from careercli.text import collapse_spaces, normalize_name, strip_control

PROVEN = frozenset({"certified", "registered", "accredited", "board", "licensed"})
STEM = 5
"""Letters by which two words are forms of one: survey, surveying."""


class RolePart(NamedTuple):
    """A title that an occupation counts among others.

    name: the title, with a capital letter; whole: what the occupation is called
    proof: the id of the certificate that the title is named like; label: what that is called
    """

    name: str
    whole: str
    proof: str
    label: str


def part_named(store: Store, typed: str, key: str) -> RolePart | None:
    """The part of a role that is typed; None if it is no part, or none that a certificate tells.

    It is a part if a certificate that only some in the occupation are asked for is called so, and
    the title has a word more than the occupation's own names.
    """
    title = collapse_spaces(strip_control(typed)).replace("-", " ")
    if " " not in title:
        return None
    with suppress(UnknownNameError):
        if store.meaning(typed).is_exact:
            return None
    hits = store.find_credentials(title)
    named = {hit.id: hit.label for hit in hits if hit.kind == "certificate"}
    if not named:
        return None
    role = store.get(key)
    if not role.occupation or _is_named_so(title, f"{role.name} {role.title}"):
        return None
    for asked in store.asked_credentials(role):
        if asked.level == "sometimes" and asked.id in named:
            name = f"{title[:1].upper()}{title[1:]}"
            return RolePart(name, role.name or role.title, asked.id, named[asked.id])
    return None


def _is_named_so(title: str, names: str) -> bool:
    """Whether a title says no more than an occupation's own names, but that one is certified."""
    own = [word[:STEM] for word in normalize_name(names).split()]
    return all(
        word in PROVEN or any(word.startswith(stem) or stem.startswith(word) for stem in own)
        for word in normalize_name(title).split()
    )


def goal_part(
    store: Store, typed: str | Sequence[str] | None, title: str, key: str
) -> RolePart | None:
    """The part of a role that is typed, else the one that the profile calls its target by.

    title: what the profile calls its target, empty if that is a role's own name
    """
    words = typed if isinstance(typed, str) else " ".join(typed or ())
    words = words or title
    return part_named(store, words, key) if words else None


def as_part(role: MoveRole, part: RolePart | None) -> MoveRole:
    """A role as a part of it: called so, its figures those of a larger group, and its certificate
    taken for one that is usually asked for."""
    if part is None:
        return role
    usual = tuple(
        proof._replace(level="usually") if proof.id == part.proof else proof
        for proof in role.asked.ids
    )
    return role._replace(name=part.name, match="broader", asked=role.asked._replace(ids=usual))


def as_asked(
    terms: tuple[CredentialTerm, ...], part: RolePart | None
) -> tuple[CredentialTerm, ...]:
    """The credentials of a role, as a part of it asks for them."""
    return tuple(
        term._replace(asked=term.asked._replace(level="usually"))
        if part and term.asked.id == part.proof
        else term
        for term in terms
    )
