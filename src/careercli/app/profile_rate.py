"""`profile rate`: one question for each skill that a role asks for, each answer written at once."""

import shutil
import textwrap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli.app.gap import ratings_of, require_target, role_gap
from careercli.app.open_stores import open_store
from careercli.app.skill_ratings import level_sentences
from careercli.core.gap import Gap, Term
from careercli.files import locations, profile
from careercli.files.profile import Profile
from careercli.files.profile_schema import MAX_ONET_LEVEL, NONE
from careercli.model.basics import PROFICIENCIES, Seniority
from careercli.model.role import Role
from careercli.output.page import plain
from careercli.output.screens.gap import readiness_words
from careercli.output.screens.occupation import NOT_IMPORTED
from careercli.output.screens.wording import shown_name
from careercli.output.stdout import chosen_number, read_answer, say_err
from careercli.store.reader import Store
from careercli.text import join_and

ORIGIN = "rate"
QUIT, BACK, SKIP = "q", "b", ""


class Questionnaire(NamedTuple):
    """What the questions are made from.

    top: the highest level of the scale; 0 is none of the skill
    name: of the profile that keeps the answers; None for the user's own
    """

    store: Store
    role: Role
    gap: Gap
    labels: Mapping[str, str]
    top: int
    name: str | None


def rate_role(
    typed: Sequence[str] | None, level: Seniority | None, profile_name: str | None
) -> None:
    """Asks for every skill of the role that isn't rated yet."""
    store = open_store()
    person = profile.read_chosen(profile_name, tell=say_err)
    role, level = require_target(store, person, typed, level, "profile rate")
    gap, labels = role_gap(store, role, level, ratings_of(store, person))
    if gap is None:
        say_err(
            f"O*NET has no skill ratings for {shown_name(role)}.\n"
            f"careercli skills {role.slug} --gap counts its software."
            if store.has_skill_ratings()
            else NOT_IMPORTED
        )
        return
    top = max(PROFICIENCIES) if gap.seniority else MAX_ONET_LEVEL
    form = Questionnaire(store, role, gap, labels, top, profile_name)
    unrated = [term for term in gap.terms if term.level is None]
    at = f" at level {gap.seniority}" if gap.seniority else ""
    if not gap.terms:
        say_err(f"{shown_name(role)}'s skills aren't described.")
    elif not unrated:
        say_err(f"Every skill of {shown_name(role)}{at} is rated.")
    else:
        _ask_all(form, sorted(unrated, key=lambda term: -term.ask.weight))
    _conclude(form, level)


def _ask_all(form: Questionnaire, terms: Sequence[Term]) -> None:
    title, total, seniority = shown_name(form.role), len(form.gap.terms), form.gap.seniority
    if seniority:
        intro = f"{title}, level {seniority}: {len(terms)} of {total} skills to rate.\n"
        first = "What it must have comes first."
    else:
        intro = f"{title}: {len(terms)} of O*NET's {total} skills to rate, on its own scale.\n"
        first = "The most important comes first."
    say_err(
        f"{intro}{first} Type 1 to {form.top}, or 0 for none.\n"
        "Enter skips, b goes back, q quits; every answer is kept."
    )
    if not (seniority or any(element.anchors for element in form.store.elements().values())):
        is_told = any(level_sentences(form.store, term.ask.any_of[0]) for term in terms)
        say_err(
            "Beside a level stand occupations that O*NET rates so."
            if is_told
            else "The data don't say what the levels look like."
        )
    shown: dict[int, str] = {}
    index = 0
    while index < len(terms):
        skills = terms[index].ask.any_of  # of several, the levels are those of the first one's kind
        texts = level_sentences(form.store, skills[0], own=len(skills) == 1)
        explained, shown = texts if texts != shown else {}, texts
        answer = _ask(form, terms[index], f"{index + 1} of {len(terms)}", explained)
        if answer == QUIT:
            return
        index = max(index - 1, 0) if answer == BACK else index + 1


def _ask(form: Questionnaire, term: Term, position: str, texts: Mapping[int, str]) -> str:
    """Asks one question; `texts` explain the levels if they aren't on the screen yet."""
    ask = term.ask
    width = min(shutil.get_terminal_size().columns, 88)
    skills = [form.labels[skill] for skill in ask.any_of]
    say_err("\n" + textwrap.fill(join_and(skills, "or"), width))
    if ask.rating:
        needs = f"importance {ask.rating.value:.2f} of 5 · needs level {ask.expected:.2f}"
    else:
        needs = f"{ask.need} · needs {ask.expected} {PROFICIENCIES[int(ask.expected)]}"
    say_err(f"  {position} · {needs}")
    for level, text in texts.items():
        lead = (
            f"  {level}".ljust(5) if ask.rating else f"  {level} {PROFICIENCIES[level]}".ljust(14)
        )
        indent = " " * len(lead)
        say_err(textwrap.fill(lead + text, width, subsequent_indent=indent))
    while True:
        answer = read_answer("> ")
        if answer is None:
            return QUIT
        if answer.casefold() in (QUIT, "quit", BACK, "back", SKIP):
            return answer[:1].casefold()
        typed, _, named = answer.partition(" ")
        level = 0 if typed == NONE else int(typed) if typed in list("01234567") else form.top + 1
        if level > form.top:
            say_err(f"Type 0\u2013{form.top}, Enter to skip, b to go back, q to quit.")
            continue
        skill = _which(form, ask.any_of, named.strip()) if level else ""
        if skill in (QUIT, BACK):
            return skill
        if skill == SKIP and level:
            continue
        _keep(form, term, skill, level)
        return "kept"


def _which(form: Questionnaire, skills: Sequence[str], named: str) -> str:
    """The skill that the level is for, QUIT, BACK or SKIP; QUIT at the end of the input."""
    if len(skills) == 1:
        return skills[0]
    while True:
        if number := chosen_number(named, len(skills)):
            return skills[number - 1]
        if named and (skill := form.store.skill(named)) and skill in skills:
            return skill
        if named:
            say_err(f"\u201c{named}\u201d isn't one of them.")
        options = "   ".join(f"{n} {form.labels[s]}" for n, s in enumerate(skills, start=1))
        say_err(f"Which one?  {options}")
        answer = read_answer("which> ")
        named = QUIT if answer is None else answer
        if named.casefold() in (QUIT, BACK, SKIP):
            return named.casefold()


def _keep(form: Questionnaire, term: Term, chosen: str, level: int) -> None:
    def edit(person: Profile) -> None:
        if rating := term.ask.rating:
            person.rate_onet(rating.id, rating.name, level, origin=ORIGIN)
            return
        for skill in (chosen,) if level else term.ask.any_of:
            person.rate(skill, level or NONE, origin=ORIGIN)

    profile.change(locations.profile_file(form.name), edit)


def _conclude(form: Questionnaire, level: Seniority | None) -> None:
    person = profile.read(locations.profile_file(form.name))
    gap, _ = role_gap(form.store, form.role, level, ratings_of(form.store, person))
    if gap is None or gap.readiness is None:
        say_err("Nothing rated yet.")
        return
    say_err(f"\nReadiness {plain(readiness_words(gap))}.")
    say_err(f"careercli skills {form.role.slug} --gap shows what is missing.")
