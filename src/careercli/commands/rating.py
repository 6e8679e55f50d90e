"""`profile rate`: one question for each requirement, each answer written at once."""

import shutil
import textwrap
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from careercli import locations, profile
from careercli.commands.gaps import known_marks, level_at, needed_aim
from careercli.core.gap import gap
from careercli.model import MARKS, NEEDS, Level, Requirement, Skill
from careercli.output import asked, narrate
from careercli.page import plain
from careercli.parts import Role
from careercli.profile import NONE, Profile
from careercli.store import Store
from careercli.views.gap import readiness_words
from careercli.views.words import listed

ORIGIN = "rate"
QUIT, BACK, SKIP = "q", "b", ""


class Asking(NamedTuple):
    """What the questions are made from."""

    store: Store
    role: Role
    level: Level
    skills: Mapping[str, Skill]
    name: str | None


def rate_role(words: Sequence[str] | None, level: Level | None, profile_name: str | None) -> None:
    """Asks for every requirement of the role that has no mark yet; of an occupation, O*NET's."""
    store = Store()
    person = profile.read_chosen(profile_name, tell=narrate)
    role, level = needed_aim(store, person, words, level, "profile rate")
    if role.occupation:
        from careercli.commands.onet_rating import rate_occupation

        rate_occupation(store, role, role.occupation, person, profile_name)
        return
    chosen = level_at(role, level)
    skills = store.skills(skill for one in role.requirements for skill in one.any_of)
    asking = Asking(store, role, chosen, skills, profile_name)
    marks = known_marks(store, person.marks)
    found = gap(role.requirements, chosen, marks, {})
    unrated = [term.requirement for term in found.terms if term.state == "unrated"]
    to_ask = sorted(unrated, key=lambda one: NEEDS.index(one.need))
    if not found.terms:
        narrate(f"{role.title}'s skills are not described.")
    elif not to_ask:
        narrate(f"Every skill of {role.title} at level {chosen} is rated.")
    else:
        _ask_all(asking, to_ask, total=len(found.terms))
    _conclude(asking)


def _ask_all(asking: Asking, to_ask: Sequence[Requirement], *, total: int) -> None:
    narrate(
        f"{asking.role.title}, level {asking.level}: {len(to_ask)} of {total} skills to rate.\n"
        "What it must have comes first. Type 1 to 4, or 0 for none.\n"
        "Enter skips, b goes back, q leaves; every answer is kept."
    )
    scale: Sequence[str] = ()

    def ask(index: int) -> str:
        nonlocal scale
        sentences = _ratings(asking, to_ask[index])
        shown, scale = sentences if sentences != scale else (), sentences
        return _ask(asking, to_ask[index], f"{index + 1} of {len(to_ask)}", shown)

    ask_each(len(to_ask), ask)


def ask_each(count: int, ask: Callable[[int], str]) -> None:
    """Asks questions by their places until all are answered, or one answer is QUIT."""
    index = 0
    while index < count:
        answer = ask(index)
        if answer == QUIT:
            return
        index = max(index - 1, 0) if answer == BACK else index + 1


def _ask(asking: Asking, requirement: Requirement, where: str, sentences: Sequence[str]) -> str:
    """Asks one question; `sentences` explain the levels where they are not on the screen yet."""
    labels = [asking.skills[skill].label for skill in requirement.any_of]
    expected = requirement.expected[asking.level]
    width = min(shutil.get_terminal_size().columns, 88)
    narrate("\n" + textwrap.fill(listed(labels, "or"), width))
    narrate(f"  {where} · {requirement.need} · needs {expected} {MARKS[expected]}")
    for number, sentence in enumerate(sentences, start=1):
        lines = textwrap.wrap(sentence, max(width - 16, 24))
        lead = f"  {number} {MARKS[number]}".ljust(14)
        narrate("\n".join(f"{lead if i == 0 else ' ' * 14}{line}" for i, line in enumerate(lines)))
    while True:
        line = asked_line("> ")
        if line in (QUIT, BACK, SKIP):
            return line
        word, _, named = line.partition(" ")
        if word not in ("0", "1", "2", "3", "4", NONE):
            narrate("Please type 0 to 4, Enter, b or q.")
            continue
        level = 0 if word == NONE else int(word)
        skill = _which(asking, requirement, named.strip()) if level else ""
        if skill in (QUIT, BACK, None):
            return skill or QUIT
        if skill == SKIP and level:
            continue
        _keep(asking, requirement, skill, level)
        return "kept"


def _ratings(asking: Asking, requirement: Requirement) -> Sequence[str]:
    first = asking.skills[requirement.any_of[0]]
    alone = len(requirement.any_of) == 1
    return (first.ratings if alone else ()) or asking.store.ratings(first.kind)


def _which(asking: Asking, requirement: Requirement, named: str) -> str | None:
    """The skill that the level is for, QUIT, BACK or SKIP; None where nobody answers."""
    skills = requirement.any_of
    if len(skills) == 1:
        return skills[0]
    while True:
        if named.isdecimal() and 1 <= int(named) <= len(skills):
            return skills[int(named) - 1]
        if named and (found := asking.store.skill(named)) in skills:
            return found
        if named:
            narrate(f"\u201c{named}\u201d is none of them.")
        options = "   ".join(f"{n} {asking.skills[s].label}" for n, s in enumerate(skills, start=1))
        narrate(f"Which one?  {options}")
        line = asked("which> ")
        if line is None or line.casefold() in (QUIT, BACK, SKIP):
            return line.casefold() if line is not None else None
        named = line


def _keep(asking: Asking, requirement: Requirement, skill: str, level: int) -> None:
    def edit(person: Profile) -> None:
        for one in requirement.any_of if level == 0 else (skill,):
            person.mark(one, level or NONE, origin=ORIGIN)

    profile.change(locations.profile_file(asking.name), edit)


def asked_line(prompt: str) -> str:
    """An answer: QUIT, BACK and SKIP for all that means so; QUIT at the end too."""
    line = asked(prompt)
    if line is None or line.casefold() in (QUIT, "quit"):
        return QUIT
    return BACK if line.casefold() in (BACK, "back") else line


def _conclude(asking: Asking) -> None:
    person = profile.read(locations.profile_file(asking.name))
    found = gap(asking.role.requirements, asking.level, known_marks(asking.store, person.marks), {})
    if found.readiness is None:
        narrate("Nothing rated yet.")
        return
    narrate(f"\nReadiness {plain(readiness_words(found))}.")
    narrate(f"careercli skills {asking.role.slug} --gap shows what is missing.")
