"""From what was typed to marks in a profile."""

from collections.abc import Callable, Mapping, Sequence

from careercli.errors import UnknownNameError, UsageError
from careercli.output import narrate
from careercli.profile import CLAIMED, Profile, parse_level
from careercli.store import Store
from careercli.text import fold_skill

Marks = Mapping[str, int | str | None]


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


def parse_marks(store: Store, words: Sequence[str]) -> dict[str, int | str | None]:
    """`SKILL=LEVEL` words as skill id -> level; None where no level was typed.

    All are checked before anything is written; raises UsageError for the first that is wrong.
    """
    marks: dict[str, int | str | None] = {}
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
        parsed = parse_level(level) if equals else None
        marks[the_skill(store, name)] = parsed
    return marks


def with_marks(marks: Marks, *, origin: str, evidence: str | None) -> Callable[[Profile], None]:
    """An edit that sets the marks; without a level a skill keeps its own, or is claimed."""

    def edit(person: Profile) -> None:
        for skill, level in marks.items():
            kept = person.entries.get(skill, {}).get("level", CLAIMED)
            person.mark(skill, kept if level is None else level, origin=origin, evidence=evidence)

    return edit


def report(store: Store, person: Profile, marks: Marks) -> None:
    """Says what the profile now holds for the skills."""
    labels = store.labels(marks)
    for skill in marks:
        level = person.entries[skill]["level"]
        more = "; give it a level: 1 to 4, or none" if level == CLAIMED else ""
        narrate(f"{labels[skill]}: {level}{more}")


def unset_all(words: Sequence[str], change: Callable[[Callable[[Profile], None]], Profile]) -> None:
    """Forgets what the words name; raises UnknownNameError before anything is changed."""
    parts = [word for word in words if word in ("target", "current", "interests")]
    names = [word for word in words if word not in parts]
    store = Store()
    said: list[str] = []

    def edit(person: Profile) -> None:
        held = {fold_skill(skill): skill for skill in person.entries}
        skills = [held.get(fold_skill(name)) or the_skill(store, name) for name in names]
        for skill in skills:
            there = person.unmark(skill)
            said.append(f"{skill}: forgotten." if there else f"{skill} was not in the profile.")
        for part in parts:
            if part == "interests":
                person.set_interests("")
            else:
                person.aim(part, None)
            said.append(f"{part}: forgotten.")

    change(edit)
    narrate("\n".join(said))
