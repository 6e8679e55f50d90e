"""`start`: four questions, each answered with one fact at once."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from careercli.app.filters import Listing
from careercli.app.lookup import present_role, resolve_key, role_names
from careercli.app.open_stores import open_store
from careercli.app.places import COUNTRY, named_area
from careercli.app.profile_keys import Changes, parse_changes, with_changes
from careercli.core.employers import at_kind_of_place
from careercli.core.figures import figure_words
from careercli.core.not_a_job import (
    Situation,
    is_unsure,
    is_wish,
    situation_of,
    without_opening,
)
from careercli.core.pay import hourly_of, is_paid_by_hour, survey_of
from careercli.core.title_words import parse_title
from careercli.errors import CareerError, DataError, Problem, UnknownNameError, UsageError
from careercli.files import locations, profile
from careercli.files.profile import Profile
from careercli.model.role import Role
from careercli.output.screens.wording import shown_name
from careercli.output.stdout import Result, chosen_number, is_interactive, read_answer, say_err
from careercli.store.reader import Store
from careercli.text import normalize_name

SCHEMA = 1
"""The version of a file of answers."""
BACK, LEAVE = "b", "q"
NEAREST = 4
"""Roles that are offered for words that name none."""
PARTS = "[,;/(]| at | for "
"""What parts a job from where it is done, and several jobs: "cook at a diner"."""
SPELLED = 0.85
"""A name so much like the words is the same, misspelled: difflib's ratio, a convention."""
SITUATIONS: dict[Situation, str] = {
    "school": "In school, so the way starts there.",
    "no job": "No job now. If you had one, type the last; Enter if not.",
    "service": "In the service. Type the civilian job nearest to what you did; Enter skips.",
    "own business": "Your own business. Type the work that you do in it; Enter skips.",
}
"""What is said to somebody who names no job; if a job may follow, the question is asked on."""
INTRO = "Four questions. Enter skips, b goes back, q leaves (start again to go on)."
YEARS = re.compile(r"\b(\d{1,2}) ?(?:years?|yrs?|y)\b\.?(?: experience)?", re.IGNORECASE)


class Question(NamedTuple):
    """One of the four.

    name: what a file of answers calls it
    kept: the keys of the profile that its answer fills
    """

    name: str
    words: str
    aside: str
    kept: tuple[str, ...]


QUESTIONS = (
    Question("job", "What do you do now?", "", ("current",)),
    Question("place", "Where do you live?", "pay and jobs will be of that place", ("place",)),
    Question(
        "have",
        "What do you have?",
        "school, licenses, cards, in your own words",
        ("education", "credentials"),
    ),
    Question("target", "Where to?", "a job; or ? if you don't know", ("target",)),
)


class Answer(NamedTuple):
    """What an answer changes in the profile, and the fact that is told at once.

    more: whether the question stays, because more may be said
    """

    changes: Changes | None
    fact: str
    more: bool = False


class Interview:
    """The answers given so far, and the profile as they leave it."""

    def __init__(self, store: Store, path: Path) -> None:
        self.store = store
        self.given: dict[int, Answer] = {}
        self._path = path
        self.person = profile.read(path)

    def take(self, index: int, typed: str) -> Answer:
        """Takes an answer, and returns it. Raises CareerError if it isn't understood."""
        read = (self._job, self._place, self._have, self._target)[index]
        answer = read(typed)
        self.given[index] = answer
        if answer.changes:
            with_changes(self.store, answer.changes)(self.person)
        return answer

    def take_back(self, index: int) -> None:
        """Forgets an answer."""
        self.given.pop(index, None)
        self.person = profile.read(self._path)
        self.edit()(self.person)

    def edit(self) -> Callable[[Profile], None]:
        """What keeps every answer in a profile."""
        edits = [
            with_changes(self.store, answer.changes)
            for answer in self.given.values()
            if answer.changes
        ]

        def keep(person: Profile) -> None:
            for edit in edits:
                edit(person)

        return keep

    def _job(self, typed: str) -> Answer:
        years = YEARS.search(typed)
        title = YEARS.sub(" ", typed).strip(" ,;-")
        if not self.store.called(title) and (situation := situation_of(title)):
            at_school = situation == "school"
            changes = self._changes([f"job={title}"]) if at_school else None
            return Answer(changes, SITUATIONS[situation], more=not at_school)
        role, words = self._role("job", title, "Type a job's name, such as cook.")
        words += [f"years={years[1]}"] if years else []
        jobs = self.store.jobs([role.key]).get(role.key)
        people = f" · {jobs:,} people" if jobs else ""
        return Answer(
            self._changes(words), f"{role.name or role.title}{people} · not it? b goes back"
        )

    def _place(self, typed: str) -> Answer:
        if normalize_name(typed) in COUNTRY:
            return Answer(None, "The whole country, then.")
        area = named_area(self.store, typed)
        self.store.settle(area)
        return Answer(self._changes([f"place={area.title}"]), f"{area.title}{self._pay_there()}")

    def _pay_there(self) -> str:
        """The typical pay of the present job in the place that was chosen."""
        key = present_role(self.store, self.person)
        if not key:
            return ""
        role = self.store.get(key)
        by_hour = is_paid_by_hour(role)
        series = hourly_of(role) if by_hour else survey_of(role)
        median = series.figure("p50") if series else None
        if median is None:
            return " · no pay is published there for your job"
        unit = "an hour" if median.unit == "USD/hour" else "a year"
        return (
            f" · typical pay there for your job: {'~' * median.rough}{figure_words(median)} {unit}"
        )

    def _have(self, typed: str) -> Answer:
        from careercli.app.start_credentials import Have

        have = Have(self.store, typed, self._asked_credentials())
        words = [f"education={have.education}"] if have.education else []
        words += [f"years={have.years}"] if have.years and self.person.current else []
        words += [*(f"credential={credential}" for credential in have.credentials), *have.skills]
        facts = [EDUCATION_WORDS[have.education]] if have.education else []
        facts += self.store.credential_labels(have.credentials).values()
        facts += self.store.labels(have.skills).values()
        facts += [f"{have.years} years in your job"] if have.years and self.person.current else []
        facts += [f"not held: {', '.join(have.not_held)}"] if have.not_held else []
        facts += [f"not known here: {', '.join(have.unknown)}"] if have.unknown else []
        return Answer(self._changes(words) if words else None, " · ".join(facts))

    def _asked_credentials(self) -> set[str]:
        """What the present job asks for."""
        key = present_role(self.store, self.person)
        asked = self.store.asked_credentials(self.store.get(key)) if key else ()
        return {credential.id for credential in asked}

    def _target(self, typed: str) -> Answer:
        if is_unsure(typed) or situation_of(typed) == "no job":
            return Answer(None, "")
        role, words = self._role("target", typed, "Type ? if you don't know a job's name.")
        if len(words) == 1 and role.key == present_role(self.store, self.person):
            raise UsageError(
                f"\u201c{typed}\u201d is {shown_name(role)}, which you do now.",
                hint=f"Name another job, or a level of it: senior {typed}.",
            )
        return Answer(self._changes(words), role.name or role.title)

    def _role(self, kept_as: str, title: str, hint: str) -> tuple[Role, list[str]]:
        """The role that is named, and the words that keep it, with a level that the title has."""
        role, level = self.store.get(self._role_key(title, hint)), parse_title(title).seniority
        return role, [f"{kept_as}={role.slug}", *([f"{kept_as}.level={level}"] if level else [])]

    def _role_key(self, typed: str, hint: str) -> str:
        """The role that is named, or nearly spelled so. Raises UnknownNameError with the nearest
        for words that are only like a name; UsageError for a wish, which names no job at all."""
        title = typed if self.store.called(typed) else without_opening(typed) or typed
        try:
            return resolve_key(self.store, title, guess=False)
        except UnknownNameError as error:
            if error.ambiguous or situation_of(title):
                raise
        named = [part for part in re.split(PARTS, typed) if self.store.called(part)]
        if named:
            return resolve_key(self.store, named[0])
        if is_wish(title):
            raise UsageError(f"\u201c{typed}\u201d is a wish, not the name of a job.", hint=hint)
        hits = self.store.search(at_kind_of_place(title), limit=NEAREST)
        if hits and _is_spelled(title, hits[0].words):
            return hits[0].row.key
        slugs = (hit.row.slug for hit in hits)
        near = list(dict.fromkeys([*self._by_last_words(title), *slugs]))[:NEAREST]
        raise UnknownNameError(f"No job is called \u201c{typed}\u201d here.", near, hint=hint)

    def _by_last_words(self, title: str) -> Iterator[str]:
        """The slugs of the roles that the last words name, as in "Walmart stocker"."""
        words = title.split()
        for first in range(1, len(words)):
            with suppress(UnknownNameError):
                key, _ = self.store.meaning(" ".join(words[first:]))
                yield self.store.get(key).slug

    def _changes(self, words: Sequence[str]) -> Changes:
        return parse_changes(self.store, words, self.person)


def _is_spelled(typed: str, name: str) -> bool:
    """Whether what was typed is that name but for a letter or two."""
    from difflib import SequenceMatcher

    pair = normalize_name(typed), normalize_name(name)
    same_length = len({len(name.split()) for name in pair}) == 1
    return same_length and SequenceMatcher(None, *pair).ratio() >= SPELLED


EDUCATION_WORDS = {
    "none": "No diploma",
    "high-school": "High school diploma",
    "certificate": "Certificate",
    "associate": "Associate's degree",
    "bachelor": "Bachelor's degree",
    "graduate": "Graduate degree",
}


def start_answer(answers: str | None, profile_name: str | None) -> Result | None:
    """`start`: asks what the profile doesn't have yet, and ends in the screen that helps.

    answers: a file of answers; None to ask
    None is returned if somebody left. Raises CareerError for answers that end early or aren't
    understood; then nothing is kept.
    """
    path = locations.profile_file(profile_name)
    interview = Interview(open_store(), path)
    if answers:
        _take_file(interview, locations.expand_user(answers))
        left = False
    else:
        left = _ask(interview)
    if any(answer.changes for answer in interview.given.values()):
        profile.change(path, interview.edit())
        say_err(f"Kept in {path} on this computer only. Change it with careercli profile")
    if left:
        say_err("careercli start goes on where you left off.")
        return None
    return _helpful(interview, profile_name)


def _take_file(interview: Interview, path: Path) -> None:
    """Takes the answers of a file, all or none. Raises DataError with the place of a wrong one."""
    from careercli.files.toml import read_toml

    tables = read_toml(path)
    if (version := tables.get("schema")) != SCHEMA:
        rule = f"must be {SCHEMA}, the version of answers that this careercli reads"
        raise DataError(
            path, [Problem("schema", rule, str(version), f"Begin with schema = {SCHEMA}.")]
        )
    names = [question.name for question in QUESTIONS]
    problems = [
        Problem(key, "isn't a question", str(value), f"Questions: {', '.join(names)}.")
        for key, value in tables.items()
        if key not in (*names, "schema")
    ]
    facts: list[str] = []
    for index, name in enumerate(names):
        typed = tables.get(name, "")
        if not isinstance(typed, str):
            items = typed if isinstance(typed, list) else [typed]
            hint = f'Write {name} = "{", ".join(map(str, items))}".'
            problems.append(Problem(name, "takes one text in quotes", str(typed), hint))
        elif typed.strip():
            try:
                facts.append(interview.take(index, typed.strip()).fact)
            except CareerError as error:
                problems.append(Problem(name, error.message, typed, _hint(error)))
    if problems:
        raise DataError(path, problems, hint="Nothing was kept.")
    say_err("\n".join(filter(None, facts)))


def _hint(error: CareerError) -> str:
    near = getattr(error, "names", ()) or getattr(error, "candidates", ())
    return f"Did you mean {', '.join(near[:3])}?" if near else error.hint


def _ask(interview: Interview) -> bool:
    """Asks question by question; says whether somebody left before the end.

    Through a pipe every answer has to be there and to be understood.
    """
    kept = interview.person.tables
    index = next((i for i, question in enumerate(QUESTIONS) if not _is_kept(kept, question)), 0)
    alone = not is_interactive()
    offered: Sequence[str] = ()
    say_err(INTRO)
    while index < len(QUESTIONS):
        question = QUESTIONS[index]
        is_kept = _is_kept(interview.person.tables, question)
        aside = "Enter keeps what is there" if is_kept else question.aside
        say_err(f"\n{index + 1}  {question.words}{f'  ({aside})' if aside else ''}")
        typed = read_answer("   > ")
        if typed is None and alone:
            raise CareerError(
                f"The answers end before question {index + 1}; nothing was kept.",
                hint="An empty line skips a question, q leaves.",
            )
        if typed is None or typed.casefold() == LEAVE:
            return True
        if typed.casefold() == BACK:
            index = max(0, index - 1)
            interview.take_back(index)
            offered = ()
            continue
        if typed:
            number = chosen_number(typed, len(offered))
            answered = offered[number - 1] if number else typed
            stays, offered = _take(interview, index, answered, alone=alone)
            if stays:
                continue
        offered = ()
        index += 1
    return False


def _take(
    interview: Interview, index: int, typed: str, *, alone: bool
) -> tuple[bool, Sequence[str]]:
    """Takes an answer: whether the question stays, and the answers that a number then takes."""
    try:
        answer = interview.take(index, typed)
    except CareerError as error:
        if alone:
            raise
        return True, _offer(interview.store, QUESTIONS[index], error)
    if answer.fact:
        say_err(f"   {answer.fact}")
    return answer.more and not alone, ()


def _offer(store: Store, question: Question, error: CareerError) -> list[str]:
    """Says why an answer wasn't taken, and what a number takes instead: the answers returned."""
    candidates = list(getattr(error, "candidates", ()))
    names = candidates if question.name == "place" else role_names(store, candidates)
    say_err(f"   {error.message}")
    for number, name in enumerate(names, start=1):
        say_err(f"   {number:3}  {name}")
    hint = error.hint
    if candidates:
        hint = f"A number, or another answer. {'' if question.name == 'job' else hint}".rstrip()
    say_err(f"   {hint}")
    return candidates


def _is_kept(tables: Mapping[str, object], question: Question) -> bool:
    return any(tables.get(key) for key in question.kept)


def _helpful(interview: Interview, profile_name: str | None) -> Result:
    """The screen that helps: the way to the target, else what is near, else what to ask next."""
    person = interview.person
    if person.target and person.current:
        from careercli.app.path import path_answer

        try:
            return path_answer(None, person.target.role, person.target.level, profile_name)
        except CareerError:
            pass  # it is where they are, or no way is known: the plan says what is asked for
    if person.target:
        from careercli.app.plan import plan_answer

        return plan_answer(None, None, profile_name, "need", None)
    placed = bool(present_role(interview.store, person) or person.interests)
    if not placed and is_interactive():
        from careercli.app.interests import interests_answer

        say_err("")
        interests_answer((), profile_name, Listing())
        placed = True
    if placed:
        from careercli.app.moves import moves_answer

        return moves_answer(None, None, profile_name, Listing())
    raise CareerError(
        "There is nothing to go by yet: no job and no target.",
        hint="careercli interests asks thirty questions about what you like.",
    )
