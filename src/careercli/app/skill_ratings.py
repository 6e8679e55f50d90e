"""From what was typed to marks, and O*NET's levels, in a profile."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercli.app.credentials import move_rated_credentials, say_holdings, say_moved
from careercli.app.lookup import resolve_element, resolve_skill
from careercli.app.stores import open_store
from careercli.errors import UsageError
from careercli.files.profile import Profile, parse_proficiency
from careercli.files.profile_schema import CLAIMED, MAX_ONET_LEVEL, NONE
from careercli.output.stdout import say_err
from careercli.store.reader import Store
from careercli.text import normalize_skill

if TYPE_CHECKING:
    from careercli.model.occupation import Element

UNSET = {
    "job": "current",
    "current": "current",
    "target": "target",
    "years": "current.years",
    "pay": "current.pay",
    "job.level": "current.level",
    "target.level": "target.level",
    "level": "target.level",
} | {key: key for key in ("place", "education", "hours", "name", "interests")}
"""A key of `profile unset` -> where the profile's file has it."""
ELEMENT = re.compile(r"\d\.[A-Z](\.\w+)+", re.IGNORECASE)
"""What looks like an element id of O*NET's Content Model: 2.A.2.a"""


class ParsedRatings(NamedTuple):
    """What was typed to be kept.

    marks: skill id -> level; None where no level was typed
    levels: O*NET's element id -> the skill and its level, 0 to 7
    credentials: credential id -> whether it is held
    """

    marks: dict[str, int | str | None]
    levels: dict[str, tuple[Element, int]]
    credentials: dict[str, bool]


def parse_ratings(store: Store, words: Sequence[str]) -> ParsedRatings:
    """`SKILL=LEVEL` words; O*NET's skills by their element ids.

    All are checked before anything is written; raises UsageError for the first that is wrong.
    """
    given = ParsedRatings({}, {}, {})
    if any(word.isdecimal() for word in words[1:]):
        raise UsageError("A level goes behind its skill with =.", hint="Such as jira=3.")
    for word in words:
        name, equals, level = word.rpartition("=")
        if not equals:
            name = word
        if not name.strip():
            raise UsageError(
                f"A skill is missing in \u201c{word}\u201d.", hint="Write SKILL=LEVEL."
            )
        if ELEMENT.fullmatch(name.strip()):
            element = resolve_element(store, name.strip())
            given.levels[element.id] = element, parse_onet_level(level if equals else "")
        elif (credential := store.credential_id(name)) and not store.skill(name):
            given.credentials[credential] = _parse_held(
                store, credential, level if equals else None
            )
        else:
            given.marks[resolve_skill(store, name)] = parse_proficiency(level) if equals else None
    return given


def _parse_held(store: Store, credential: str, level: str | None) -> bool:
    """Whether a credential is held: `none` says no, no level yes. Raises UsageError otherwise."""
    if level is not None and level.strip().casefold() != NONE:
        label = store.credential_labels([credential])[credential]
        raise UsageError(
            f"{label} is a credential: held or not, without a level.",
            hint=f"careercli profile set {credential}, or {credential}=none.",
        )
    return level is None


def parse_onet_level(text: str) -> int:
    """A level on O*NET's scale as it is typed. Raises UsageError."""
    word = text.strip()
    if len(word) == 1 and word in "01234567":
        return int(word)
    raise UsageError(
        f"A level of O*NET's skills is 0 to {MAX_ONET_LEVEL}; found \u201c{text}\u201d.",
        hint="Such as 2.A.2.a=4.",
    )


def with_ratings(
    store: Store, given: ParsedRatings, *, origin: str, evidence: str | None
) -> Callable[[Profile], None]:
    """An edit that keeps them; without a level a skill keeps its own, or is claimed."""

    def edit(person: Profile) -> None:
        say_moved(store, move_rated_credentials(store, person))
        for credential, held in given.credentials.items():
            person.hold(credential, held=held)
        for skill, level in given.marks.items():
            kept = person.entries.get(skill, {}).get("level", CLAIMED)
            person.mark(skill, kept if level is None else level, origin=origin, evidence=evidence)
        for element, rated in given.levels.values():
            person.rate_onet(element.id, element.name, rated, origin=origin, evidence=evidence)

    return edit


def say_ratings(store: Store, person: Profile, given: ParsedRatings) -> None:
    """Says what the profile now holds for the skills."""
    say_holdings(store, person, given.credentials)
    labels = store.labels(given.marks)
    for skill in given.marks:
        level = person.entries[skill]["level"]
        more = "; give it a level: 1 to 4, or none" if level == CLAIMED else ""
        say_err(f"{labels[skill]}: {level}{more}")
    for element, rated in given.levels.values():
        say_err(f"{element.name}: {rated} on O*NET's scale from 0 to {MAX_ONET_LEVEL}")


def unset_all(words: Sequence[str], change: Callable[[Callable[[Profile], None]], Profile]) -> None:
    """Forgets what the words name; raises UnknownNameError before anything is changed."""
    parts = [word for word in words if word in UNSET]
    elements = [word.strip() for word in words if ELEMENT.fullmatch(word.strip())]
    names = [word for word in words if word not in parts and word.strip() not in elements]
    store = open_store()
    said: list[str] = []

    def edit(person: Profile) -> None:
        held = {normalize_skill(skill): skill for skill in person.entries}
        for name in names:
            kept, credential = held.get(normalize_skill(name)), store.credential_id(name)
            if credential and not kept and not store.skill(name):
                there, skill = person.drop_credential(credential), credential
            else:
                skill = kept or resolve_skill(store, name)
                there = person.unmark(skill)
            said.append(f"{skill}: forgotten." if there else f"{skill} was not in the profile.")
        rated = {element.casefold(): element for element in person.onet_entries}
        for name in elements:
            there = person.unrate_onet(rated.get(name.casefold(), name))
            said.append(f"{name}: forgotten." if there else f"{name} was not in the profile.")
        for part in parts:
            place = UNSET[part]
            if place in ("target", "current"):
                person.aim(place, None)
            else:
                person.put(place, None)
            said.append(f"{part}: forgotten.")

    change(edit)
    say_err("\n".join(said))
