"""`profile set KEY=VALUE` and `profile unset KEY`: everything that a profile holds."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from careercli.app.credentials import move_rated_credentials, resolve_credential
from careercli.app.filters import parse_choice
from careercli.app.lookup import resolve_role, resolve_skill, role_or_words
from careercli.app.open_stores import open_store
from careercli.app.part_of_role import part_named
from careercli.app.places import named_area
from careercli.app.skill_ratings import ELEMENT, ParsedRatings, is_rated, parse_ratings
from careercli.core.credentials import Holding
from careercli.core.entry import OWN_EDUCATION
from careercli.core.pay import parse_pay, yearly
from careercli.core.title_words import parse_title
from careercli.errors import UsageError, blaming
from careercli.files.profile import Profile, ProfileRole, parse_proficiency, today
from careercli.files.profile_schema import MAX_YEARS, ONET
from careercli.model.basics import SENIORITIES
from careercli.output.screens.wording import shown_name
from careercli.output.stdout import say_err
from careercli.store.reader import Store
from careercli.text import collapse_spaces, normalize_skill, strip_control

ALSO = {
    "goal": "target",
    **dict.fromkeys(("role", "occupation", "title"), "job"),
    **dict.fromkeys(("license", "licence", "certificate", "certification", "card"), "credential"),
    **dict.fromkeys(("salary", "wage", "income"), "pay"),
    **dict.fromkeys(("location", "city", "state"), "place"),
    **dict.fromkeys(("degree", "school"), "education"),
    "experience": "years",
}
"""Other names of keys."""
PLACES = {
    "job": "current",
    "target": "target",
    "job.level": "current.level",
    "target.level": "target.level",
    "years": "current.years",
    "pay": "current.pay",
    **{key: key for key in ("place", "education", "hours", "name", "interests")},
}
"""A key -> where the profile's file has it."""
KEYS = tuple(dict.fromkeys(("job", "target", "level", *PLACES, "credential")))
"""Keys beside skills."""
UNSET = PLACES | {"current": "current", "level": "target.level"}
"""A key of `profile unset` -> where the profile's file has it."""
DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?")
MAX_HOURS = 168


class Change(NamedTuple):
    """A change of the profile, and how it is said.

    place: where the file has it
    """

    place: str
    value: Any
    said: str


class Changes(NamedTuple):
    """What `profile set` was asked for, all of it checked.

    credentials: id -> until when, or None
    """

    values: list[Change]
    credentials: dict[str, str | None]
    ratings: ParsedRatings


def parse_changes(store: Store, words: Sequence[str], person: Profile) -> Changes:
    """`KEY=VALUE` words. All are checked before anything is written.

    Raises UsageError or UnknownNameError for the first that is wrong.
    """
    values: list[Change] = []
    credentials: dict[str, str | None] = {}
    skills: list[str] = []
    part = ""
    aimed = "current" if person.current and not person.target else "target"  # of a bare `level`
    for word in words:
        key, equals, value = word.partition("=")
        key, value = key.strip().casefold(), strip_control(value).strip()
        key = ALSO.get(key, key)
        if not equals or key not in KEYS:
            skills.append(word)
            continue
        with blaming(word):
            if not value:
                raise UsageError(
                    f"{key} has no value.", hint=f"careercli profile unset {key} forgets it."
                )
            if key == "credential":
                credentials |= [_credential(store, value)]
            elif key in ("job", "target"):
                part = PLACES[key]
                values += _role(store, key, value)
            elif key == "level":
                values.append(_level(f"{part or aimed}.level", value))
            elif key.endswith(".level"):
                values.append(_level(PLACES[key], value))
            else:
                values.append(_value(store, key, value))
    places = {change.place for change in values}
    goals = {"current": person.current, "target": person.target}
    for change in values:
        table, dot, _ = change.place.partition(".")
        if dot and not (goals[table] or f"{table}.role" in places):
            name = "job" if table == "current" else "target"
            raise UsageError(
                f"{change.said.partition(':')[0]} belongs to a {name}, and you gave none.",
                hint=f"For example, careercli profile set {name}=electrician level=mid.",
            )
    return Changes(values, credentials, _ratings(store, skills))


def _ratings(store: Store, words: Sequence[str]) -> ParsedRatings:
    """Skills with their levels. Raises UsageError, also for a key that is none and no skill."""
    for word in words:
        key, equals, value = word.partition("=")
        if equals and not (_is_level(value) or is_rated(store, key)):
            with blaming(word):
                raise UsageError(
                    f"A profile has no key \u201c{key.strip()}\u201d.",
                    hint=f"Its keys are {', '.join(KEYS)}, and skills: SKILL=1 to 4, or none.",
                )
    return parse_ratings(store, words)


def _is_level(value: str) -> bool:
    try:
        parse_proficiency(value)
    except UsageError:
        return False
    return True


def with_changes(
    store: Store, changes: Changes, *, evidence: str | None = None
) -> Callable[[Profile], None]:
    """An edit of the profile that makes them."""

    def edit(person: Profile) -> None:
        given = {change.place: change.value for change in changes.values}
        for change in changes.values:
            table, _, key = change.place.partition(".")
            if key == "role" and person.tables.get(table, {}).get("role") != change.value:
                person.set_role(table, ProfileRole(change.value, given.get(f"{table}.level")))
            else:
                person.put(change.place, change.value)
        for credential, until in changes.credentials.items():
            person.hold(credential, until=until)
        move_rated_credentials(store, person)
        changes.ratings.put_into(person, evidence)

    return edit


def say_changes(store: Store, changes: Changes) -> None:
    """Says what was kept, a line each."""
    labels = store.credential_labels(changes.credentials)
    for change in changes.values:
        if change.said:
            say_err(change.said)
    for credential, until in changes.credentials.items():
        if until and Holding(True, until).expired(today()):
            say_err(f"{labels[credential]}: expired {until}, so it counts as one to renew")
        else:
            say_err(f"{labels[credential]}: held{f' until {until}' if until else ''}")


def _role(store: Store, key: str, value: str) -> Iterator[Change]:
    """The role that a title names, and the level that stands in the title."""
    level, part = parse_title(value).seniority, None
    if key == "job":
        whose, (slug, title) = "Present job", role_or_words(store, [value])
    else:
        role = resolve_role(store, [value])
        whose, slug, title = "Target", role.slug, shown_name(role)
        part = part_named(store, value, role.key)
        title = f"{part.name}, counted in {title}" if part else title
    said = f"{whose}: {title}{f', level {level}' if level else ''}"
    yield Change(f"{PLACES[key]}.role", slug, said)
    if key == "target":
        yield Change("target.title", part.name if part else None, "")
    if level:
        yield Change(f"{PLACES[key]}.level", level, "")


def _level(place: str, value: str) -> Change:
    level = parse_choice("level", value, SENIORITIES)
    whose = "Level of the job" if place.startswith("current") else "Level of the target"
    return Change(place, level, f"{whose}: {level}")


def _value(store: Store, key: str, value: str) -> Change:
    if key == "pay":
        pay = yearly(parse_pay(value))
        return Change(PLACES[key], pay, f"Pay: ${pay:,.0f} a year")
    if key == "education":
        level = parse_choice("education", value, tuple(OWN_EDUCATION))
        return Change(PLACES[key], level, f"Education: {level}")
    if key in ("years", "hours"):
        most = MAX_YEARS if key == "years" else MAX_HOURS
        number = _number(key, value, most)
        said = (
            f"Years in it: {number:g}" if key == "years" else f"Hours to learn: {number:g} a week"
        )
        return Change(PLACES[key], number, said)
    if key == "place":
        area = named_area(store, value)
        return Change(PLACES[key], area.title, f"Place: {area.title}")
    if key == "interests":
        from careercli.core.interests import parse_scores, stored_text, typed_letters

        text = typed_letters([value]) or stored_text(parse_scores([value]))
        return Change(PLACES[key], text, f"Interests: {text}")
    name = collapse_spaces(value)
    return Change(PLACES[key], name, f"Name: {name}")


def _number(key: str, value: str, most: int) -> float | int:
    if re.fullmatch(r"\d{1,3}(\.\d+)?", value) and float(value) <= most:
        number = float(value)
        return int(number) if number.is_integer() else number
    raise UsageError(
        f"{key} must be a number from 0 to {most}; found \u201c{value}\u201d.",
        hint=f"For example, {key}=6.",
    )


def _credential(store: Store, value: str) -> tuple[str, str | None]:
    """A credential by any of its names, and the date behind a colon."""
    name, colon, until = value.partition(":")
    if colon and not DATE.fullmatch(until.strip()):
        raise UsageError(
            f"\u201c{until.strip()}\u201d isn't a date.",
            hint="For example, credential=cdl-a:2028-05.",
        )
    return resolve_credential(store, name.strip()), until.strip() or None


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
                there, skill = person.forget("credentials", credential), credential
            else:
                skill = kept or resolve_skill(store, name)
                there = person.forget("marks", skill)
            said.append(f"{skill}: forgotten." if there else f"{skill} was not in the profile.")
        rated = {element.casefold(): element for element in person.onet_entries}
        for name in elements:
            there = person.forget(ONET, rated.get(name.casefold(), name))
            said.append(f"{name}: forgotten." if there else f"{name} was not in the profile.")
        for part in parts:
            place = UNSET[part]
            if place in ("target", "current"):
                person.set_role(place, None)
            else:
                person.put(place, None)
            said.append(f"{part}: forgotten.")

    change(edit)
    say_err("\n".join(said))
