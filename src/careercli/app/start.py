"""`start`: four questions, each answered with one fact at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from careercli.app.filters import Listing
from careercli.app.lookup import present_role, resolve_key
from careercli.app.places import COUNTRY
from careercli.app.profile_keys import Changes, parse_changes, with_changes
from careercli.app.stores import open_store
from careercli.core.figures import figure_words
from careercli.core.pay import hourly_of, is_paid_by_hour, survey_of
from careercli.core.title_words import parse_title
from careercli.errors import CareerError, DataError, Problem, UnknownNameError
from careercli.files import locations, profile
from careercli.files.profile import Profile
from careercli.model.role import Role
from careercli.output.stdout import Result, is_interactive, read_answer, say_err
from careercli.store.reader import Store
from careercli.text import normalize_name

SCHEMA = 1
"""The version of a file of answers."""
BACK, LEAVE, UNSURE = "b", "q", "?"
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
    """What an answer changes in the profile, and the fact that is told at once."""

    changes: Changes | None
    fact: str


class Interview:
    """The answers given so far, and the profile as they leave it."""

    def __init__(self, store: Store, path: Path) -> None:
        self.store = store
        self.given: dict[int, Answer] = {}
        self._path = path
        self.person = profile.read(path)

    def take(self, index: int, typed: str) -> str:
        """Takes an answer, and returns the fact. Raises CareerError if it isn't understood."""
        read = (self._job, self._place, self._have, self._target)[index]
        answer = read(typed)
        self.given[index] = answer
        if answer.changes:
            with_changes(self.store, answer.changes)(self.person)
        return answer.fact

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
        role, words = self._role("job", title)
        words += [f"years={years[1]}"] if years else []
        jobs = self.store.jobs([role.key]).get(role.key)
        people = f" · {jobs:,} people" if jobs else ""
        return Answer(
            self._changes(words), f"{role.name or role.title}{people} · not it? b goes back"
        )

    def _place(self, typed: str) -> Answer:
        if normalize_name(typed) in COUNTRY:
            return Answer(None, "The whole country, then.")
        from careercli.app.areas import named_area

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
        return f" · typical pay there for your job: {figure_words(median)} {unit}"

    def _have(self, typed: str) -> Answer:
        from careercli.files.resume_facts import education_named

        education, credentials, unknown = "", list[str](), list[str]()
        for part in filter(None, map(str.strip, re.split(r"[,;]| and ", typed))):
            if found := education_named(part):
                education = found
            elif credential := self._credential(part):
                credentials.append(credential)
            else:
                unknown.append(part)
        words = [f"education={education}"] if education else []
        words += [f"credential={credential}" for credential in credentials]
        labels = self.store.credential_labels(credentials)
        facts = [EDUCATION_WORDS[education]] if education else []
        facts += labels.values()
        facts += [f"not known here: {', '.join(unknown)}"] if unknown else []
        return Answer(self._changes(words) if words else None, " · ".join(facts))

    def _credential(self, name: str) -> str | None:
        plain = re.sub(r"^(?:a|an|my|the) ", "", name, flags=re.IGNORECASE)
        if known := self.store.credential_id(plain):
            return known
        hits = self.store.find_credentials(plain)
        return hits[0].id if len(hits) == 1 else None

    def _target(self, typed: str) -> Answer:
        if typed == UNSURE:
            return Answer(None, "")
        role, words = self._role("target", typed)
        return Answer(self._changes(words), role.name or role.title)

    def _role(self, kept_as: str, title: str) -> tuple[Role, list[str]]:
        """The role that is named, and the words that keep it, with a level that the title has.

        Of a name that is none, it is the best hit of a search.
        """
        try:
            key = resolve_key(self.store, title)
        except UnknownNameError as error:
            hits = [] if error.ambiguous else self.store.search(title)
            if not hits:
                raise
            key = hits[0].row.key
        role, level = self.store.get(key), parse_title(title).seniority
        return role, [f"{kept_as}={role.slug}", *([f"{kept_as}.level={level}"] if level else [])]

    def _changes(self, words: Sequence[str]) -> Changes:
        return parse_changes(self.store, words, self.person)


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
        say_err(f"Kept in {path} on this computer only. Change it: careercli profile")
    if left:
        say_err("careercli start goes on where you left.")
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
    for index, name in enumerate(names):
        typed = tables.get(name, "")
        if not isinstance(typed, str):
            problems.append(Problem(name, "must be text", str(typed), "Put it in quotes."))
        elif typed.strip():
            try:
                say_err(interview.take(index, typed.strip()))
            except CareerError as error:
                problems.append(Problem(name, error.message, typed, _hint(error)))
    if problems:
        raise DataError(path, problems)


def _hint(error: CareerError) -> str:
    near = getattr(error, "candidates", ())
    return f"Did you mean {', '.join(near[:3])}?" if near else error.hint


def _ask(interview: Interview) -> bool:
    """Asks question by question; says whether somebody left before the end.

    Through a pipe every answer has to be there and to be understood.
    """
    kept = interview.person.tables
    index = next((i for i, question in enumerate(QUESTIONS) if not _is_kept(kept, question)), 0)
    alone = not is_interactive()
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
            continue
        if typed:
            try:
                say_err(f"   {interview.take(index, typed)}")
            except CareerError as error:
                if alone:
                    raise
                say_err(f"   {error.message} {_hint(error)}")
                continue
        index += 1
    return False


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
    if person.current or person.interests:
        from careercli.app.moves import moves_answer

        return moves_answer(None, None, profile_name, Listing())
    raise CareerError(
        "Without a job and without a target there is nothing to go by yet.",
        hint="careercli interests asks thirty questions about what you like.",
    )
