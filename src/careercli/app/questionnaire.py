"""`profile rate`: one question for each requirement, each answer written at once."""

import shutil
import textwrap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli.app.asking import BACK, ORIGIN, QUIT, SKIP, ask_in_turn, read_rating
from careercli.app.gap import level_at, rename_to_current_ids, require_target
from careercli.app.stores import open_store
from careercli.core.gap import gap
from careercli.files import locations, profile
from careercli.files.profile import NONE, Profile
from careercli.model.basics import NEEDS, PROFICIENCIES, Requirement, Seniority, Skill
from careercli.model.role import Role
from careercli.output.page import plain
from careercli.output.screens.gap import readiness_words
from careercli.output.screens.wording import join_and
from careercli.output.stdout import read_answer, say_err
from careercli.store.reader import Store


class Questionnaire(NamedTuple):
    """What the questions are made from."""

    store: Store
    role: Role
    level: Seniority
    skills: Mapping[str, Skill]
    name: str | None


def rate_role(
    words: Sequence[str] | None, level: Seniority | None, profile_name: str | None
) -> None:
    """Asks for every requirement of the role that has no mark yet; of an occupation, O*NET's."""
    store = open_store()
    person = profile.read_chosen(profile_name, tell=say_err)
    role, level = require_target(store, person, words, level, "profile rate")
    if role.bare_occupation:
        from careercli.app.onet_questionnaire import rate_occupation

        rate_occupation(store, role, role.bare_occupation, person, profile_name)
        return
    chosen = level_at(role, level)
    skills = store.skills(skill for one in role.requirements for skill in one.any_of)
    asking = Questionnaire(store, role, chosen, skills, profile_name)
    marks = rename_to_current_ids(store, person.marks)
    found = gap(role.requirements, chosen, marks, {})
    unrated = [term.requirement for term in found.terms if term.state == "unrated"]
    to_ask = sorted(unrated, key=lambda one: NEEDS.index(one.need))
    if not found.terms:
        say_err(f"{role.title}'s skills are not described.")
    elif not to_ask:
        say_err(f"Every skill of {role.title} at level {chosen} is rated.")
    else:
        _ask_all(asking, to_ask, total=len(found.terms))
    _conclude(asking)


def _ask_all(asking: Questionnaire, to_ask: Sequence[Requirement], *, total: int) -> None:
    say_err(
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

    ask_in_turn(len(to_ask), ask)


def _ask(
    asking: Questionnaire, requirement: Requirement, where: str, sentences: Sequence[str]
) -> str:
    """Asks one question; `sentences` explain the levels where they are not on the screen yet."""
    labels = [asking.skills[skill].label for skill in requirement.any_of]
    expected = requirement.expected[asking.level]
    width = min(shutil.get_terminal_size().columns, 88)
    say_err("\n" + textwrap.fill(join_and(labels, "or"), width))
    say_err(f"  {where} · {requirement.need} · needs {expected} {PROFICIENCIES[expected]}")
    for number, sentence in enumerate(sentences, start=1):
        lines = textwrap.wrap(sentence, max(width - 16, 24))
        lead = f"  {number} {PROFICIENCIES[number]}".ljust(14)
        say_err("\n".join(f"{lead if i == 0 else ' ' * 14}{line}" for i, line in enumerate(lines)))
    while True:
        line = read_rating("> ")
        if line in (QUIT, BACK, SKIP):
            return line
        word, _, named = line.partition(" ")
        if word not in ("0", "1", "2", "3", "4", NONE):
            say_err("Please type 0 to 4, Enter, b or q.")
            continue
        level = 0 if word == NONE else int(word)
        skill = _which(asking, requirement, named.strip()) if level else ""
        if skill in (QUIT, BACK, None):
            return skill or QUIT
        if skill == SKIP and level:
            continue
        _keep(asking, requirement, skill, level)
        return "kept"


def _ratings(asking: Questionnaire, requirement: Requirement) -> Sequence[str]:
    first = asking.skills[requirement.any_of[0]]
    alone = len(requirement.any_of) == 1
    return (first.ratings if alone else ()) or asking.store.rating_scale(first.kind)


def _which(asking: Questionnaire, requirement: Requirement, named: str) -> str | None:
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
            say_err(f"\u201c{named}\u201d is none of them.")
        options = "   ".join(f"{n} {asking.skills[s].label}" for n, s in enumerate(skills, start=1))
        say_err(f"Which one?  {options}")
        line = read_answer("which> ")
        if line is None or line.casefold() in (QUIT, BACK, SKIP):
            return line.casefold() if line is not None else None
        named = line


def _keep(asking: Questionnaire, requirement: Requirement, skill: str, level: int) -> None:
    def edit(person: Profile) -> None:
        for one in requirement.any_of if level == 0 else (skill,):
            person.mark(one, level or NONE, origin=ORIGIN)

    profile.change(locations.profile_file(asking.name), edit)


def _conclude(asking: Questionnaire) -> None:
    person = profile.read(locations.profile_file(asking.name))
    found = gap(
        asking.role.requirements,
        asking.level,
        rename_to_current_ids(asking.store, person.marks),
        {},
    )
    if found.readiness is None:
        say_err("Nothing rated yet.")
        return
    say_err(f"\nReadiness {plain(readiness_words(found))}.")
    say_err(f"careercli skills {asking.role.slug} --gap shows what is missing.")
