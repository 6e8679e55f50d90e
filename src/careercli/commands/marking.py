"""From what was typed to marks, and O*NET's levels, in a profile."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercli.errors import UnknownNameError, UsageError
from careercli.output import narrate
from careercli.profile import CLAIMED, ONET_TOP, Profile, parse_level
from careercli.store import Store
from careercli.text import fold_skill

if TYPE_CHECKING:
    from careercli.parts import Element

ELEMENT = re.compile(r"\d\.[A-Z](\.\w+)+", re.IGNORECASE)
"""What looks like an element id of O*NET's Content Model: 2.A.2.a"""


class Given(NamedTuple):
    """What was typed to be kept.

    marks: skill id -> level; None where no level was typed
    levels: O*NET's element id -> the skill and its level, 0 to 7
    """

    marks: dict[str, int | str | None]
    levels: dict[str, tuple[Element, int]]


def the_skill(store: Store, name: str) -> str:
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
    folded = fold_skill(name)
    close = get_close_matches(folded, names, n=3 * count, cutoff=0.55)
    begins = [one for one in names if len(folded) > 2 and one.startswith(folded)]
    ids = dict.fromkeys(names[one] for one in (*begins, *close))
    return list(store.labels(ids).values())[:count]


def the_element(store: Store, name: str) -> Element:
    """O*NET's skill with this element id. Raises UnknownNameError."""
    elements = {element.casefold(): found for element, found in store.elements().items()}
    if found := elements.get(name.casefold()):
        return found
    hint = "careercli profile rate OCCUPATION asks for them one by one."
    if not elements:
        hint = "They come with careercli import onet; import it again if it is there already."
    raise UnknownNameError(f"There is no skill {name} of O*NET\u2019s here.", [], hint=hint)


def parse_marks(store: Store, words: Sequence[str]) -> Given:
    """`SKILL=LEVEL` words; O*NET's skills by their element ids.

    All are checked before anything is written; raises UsageError for the first that is wrong.
    """
    given = Given({}, {})
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
            element = the_element(store, name.strip())
            given.levels[element.id] = element, parse_onet_level(level if equals else "")
        else:
            given.marks[the_skill(store, name)] = parse_level(level) if equals else None
    return given


def parse_onet_level(text: str) -> int:
    """A level on O*NET's scale as it is typed. Raises UsageError."""
    word = text.strip()
    if len(word) == 1 and word in "01234567":
        return int(word)
    raise UsageError(
        f"A level of O*NET's skills is 0 to {ONET_TOP}; found \u201c{text}\u201d.",
        hint="Such as 2.A.2.a=4.",
    )


def with_marks(given: Given, *, origin: str, evidence: str | None) -> Callable[[Profile], None]:
    """An edit that keeps them; without a level a skill keeps its own, or is claimed."""

    def edit(person: Profile) -> None:
        for skill, level in given.marks.items():
            kept = person.entries.get(skill, {}).get("level", CLAIMED)
            person.mark(skill, kept if level is None else level, origin=origin, evidence=evidence)
        for element, rated in given.levels.values():
            person.rate_onet(element.id, element.name, rated, origin=origin, evidence=evidence)

    return edit


def report(store: Store, person: Profile, given: Given) -> None:
    """Says what the profile now holds for the skills."""
    labels = store.labels(given.marks)
    for skill in given.marks:
        level = person.entries[skill]["level"]
        more = "; give it a level: 1 to 4, or none" if level == CLAIMED else ""
        narrate(f"{labels[skill]}: {level}{more}")
    for element, rated in given.levels.values():
        narrate(f"{element.name}: {rated} on O*NET's scale from 0 to {ONET_TOP}")


def unset_all(words: Sequence[str], change: Callable[[Callable[[Profile], None]], Profile]) -> None:
    """Forgets what the words name; raises UnknownNameError before anything is changed."""
    parts = [word for word in words if word in ("target", "current", "interests")]
    elements = [word.strip() for word in words if ELEMENT.fullmatch(word.strip())]
    names = [word for word in words if word not in parts and word.strip() not in elements]
    store = Store()
    said: list[str] = []

    def edit(person: Profile) -> None:
        held = {fold_skill(skill): skill for skill in person.entries}
        skills = [held.get(fold_skill(name)) or the_skill(store, name) for name in names]
        for skill in skills:
            there = person.unmark(skill)
            said.append(f"{skill}: forgotten." if there else f"{skill} was not in the profile.")
        rated = {element.casefold(): element for element in person.onet_entries}
        for name in elements:
            there = person.unrate_onet(rated.get(name.casefold(), name))
            said.append(f"{name}: forgotten." if there else f"{name} was not in the profile.")
        for part in parts:
            if part == "interests":
                person.set_interests("")
            else:
                person.aim(part, None)
            said.append(f"{part}: forgotten.")

    change(edit)
    narrate("\n".join(said))
