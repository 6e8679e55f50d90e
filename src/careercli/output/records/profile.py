"""`profile`, `profile log` and `import` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from careercli.output.records.fields import (
    Answer,
    Field,
    Get,
    Table,
    both,
    column,
    itself,
    key_and_rows,
    known,
    nested,
)
from careercli.output.records.parts import LABELED, id_of, label_of


class Entry(NamedTuple):
    """A rating as the profile has it, under its id."""

    id: str
    label: str
    written: Mapping[str, Any]


def _written(name: str) -> Get:
    """A value as it is written in an entry, TOML's dates as text."""

    def read(entry: Entry, _: Any) -> Any:
        value = entry.written.get(name)
        return value.isoformat() if isinstance(value, date) else value

    return read


def _ratings(view: Any, _: Any) -> dict[str, Entry]:
    return {
        skill: Entry(skill, view.labels[skill], entry)
        for skill, entry in view.person.entries.items()
        if skill in view.labels
    }


def _onet_levels(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Entry]:
    """Levels of O*NET's skills, by element id."""
    return {
        element: Entry(element, entry.get("name", ""), entry) for element, entry in entries.items()
    }


class Held(NamedTuple):
    """What a profile says of a credential."""

    label: str
    held: bool
    until: str | None


def _holdings(view: Any, _: Any) -> dict[str, Held]:
    return {
        name: Held(view.credential_labels[name], holding.held, holding.until or None)
        for name, holding in view.holdings.items()
    }


def _kept(key: str) -> Get:
    return lambda view, _: view.person.tables.get(key)


GOAL = Table(
    Field("role", "as the profile names it"),
    Field("level", "entry, mid, senior, lead or null"),
    Field("pay", "dollars a year, or null"),
)
JOB = Table(
    *GOAL.fields,
    Field(
        "years", "years in it, or null", lambda _, view: view.person.tables["current"].get("years")
    ),
)
TARGET = Field("target", "the role aimed at, or null", "person.target", of=GOAL)
CURRENT = Field("current", "the present role, or null", "person.current", of=JOB)
INTERESTS = Field("interests", "RIASEC letters, or null", known("person.interests"))
ORIGIN = (
    both("evidence", "what shows it", _written("evidence"), optional=True),
    both("date", "when it was given", _written("date"), optional=True),
    both("from", "the command or file it came from", _written("from"), optional=True),
)
ID = column("skill", "its id", "id")
RATING = Table(
    ID,
    both("label", "its label"),
    both("level", "1 to 4, none or claimed", _written("level")),
    *ORIGIN,
)
ONET_LEVEL = Table(
    ID,
    Field("name", "its name", "label", csv="label"),
    Field("level", "0 to 7", _written("level"), csv="onet_level"),
    *ORIGIN,
)
PROFILE = Answer.of(
    "profile",
    Field("file", "its path", lambda view, _: str(view.person.path)),
    Field("name", "your name", _kept("name"), optional=True),
    Field("place", "the state or area whose pay and jobs matter", _kept("place"), optional=True),
    Field("education", "your highest education", _kept("education"), optional=True),
    Field("hours", "hours a week for learning", _kept("hours"), optional=True),
    TARGET,
    CURRENT,
    INTERESTS,
    *key_and_rows("marks", "your skills, by id", RATING, _ratings),
    nested(
        "credentials",
        "what you say of credentials, by id",
        _holdings,
        Field("label", "its label"),
        Field("held", "whether you hold it"),
        Field("until", "when it lasts until, or null"),
    ),
    *key_and_rows(
        "onet_levels",
        "O*NET's skills, by element id",
        ONET_LEVEL,
        lambda view, _: _onet_levels(view.person.onet_entries),
    ),
)


def _change(name: str) -> Get:
    return lambda change, _: change.get(name)


def _label(change: Mapping[str, Any], view: Any) -> str:
    skill = change.get("skill")
    return view.labels[str(skill)] if skill else str(change.get("what", ""))


CHANGE = Table(
    both("at", "when, as an ISO date and time", _change("at")),
    Field("skill", "the skill's id", _change("skill"), optional=True),
    Field("what", "what else was changed", _change("what"), optional=True),
    column("what", "the skill's label, or what else was changed", _label),
    both("before", "what it was", _change("before"), optional=True),
    both("after", "what it is", _change("after"), optional=True),
)
LOG = Answer.of(
    "profile log",
    *key_and_rows("changes", "what changed, the first first", CHANGE, "history"),
)


def _number(proposed: object, view: Any) -> int | None:
    rows = enumerate(view.proposals.rows, start=1)
    return next((number for number, row in rows if row is proposed), None)


NUMBER = both("number", "its number, or null if the profile's own stays", _number)
KEPT = both(
    "kept",
    "whether the profile's own stays",
    lambda suggested, view: id_of(suggested) in view.proposals.known,
)
PLACE = (both("where", "the place in the file"), both("written", "as written there", "words"))
SUGGESTION = Table(
    NUMBER,
    both("skill", "its id"),
    both("label", "its label", label_of),
    both(
        "level",
        "1 to 4, none, or null when none is stated",
        lambda one, _: "none" if one.level == 0 else one.level,
    ),
    *PLACE,
    Field("said", "a level in words that isn't understood"),
    Field("years", "how many it states, or null", known("years")),
    both("evidence", "the sentence it stands in"),
    KEPT,
)
SUGGESTED_LEVEL = Table(
    Field("id", "its element id", csv="skill"),
    Field("name", "its name", "label", csv="label"),
    Field("level", "0 to 7", _written("level"), csv="onet_level"),
    column("where", "the place in the file", lambda *_: "onet_levels"),
    both("evidence", "what shows it", _written("evidence"), optional=True),
    KEPT,
)
IMPORT = Answer.of(
    "import",
    *key_and_rows("proposals", "skills that it names", SUGGESTION, "proposals.found.proposals"),
    *key_and_rows(
        "onet_levels",
        "O*NET's skills, out of another profile",
        SUGGESTED_LEVEL,
        lambda view, _: list(_onet_levels(view.proposals.found.onet_levels).values()),
    ),
    nested(
        "credentials",
        "licenses and certificates that it names, or that a job in the armed forces doesn't take",
        "proposals.found.credentials",
        *LABELED,
        *PLACE,
        Field("until", "when it lasts until, or null", known("until")),
        Field("short_form", "whether a short form alone names it, so that it is asked", "is_short"),
        Field("held", "whether it is proposed as held"),
        KEPT,
    ),
    nested(
        "facts",
        "present role, years in it, education, place",
        "proposals.found.facts",
        NUMBER,
        Field("key", "of the profile"),
        Field("value", "what it would be"),
        *PLACE,
    ),
    nested(
        "not_claimed",
        "skills that it denies, is learning, wishes for, or says others have",
        "proposals.found.not_claimed",
        Field("skill", "its id"),
        Field("label", "its label", label_of),
        Field("standing", "denied, learning, wished, lapsed or others"),
        Field("where", "the place in the file"),
        Field("written", "the sentence", "words"),
    ),
    Field("notes", "fields that are odd, and what was done with them", "proposals.found.notes"),
    nested(
        "unrecognized",
        "skills that aren't in the vocabulary",
        "proposals.found.unknown",
        Field("where", "the place in the file", lambda pair, _: pair[0]),
        Field("text", "as written there", lambda pair, _: pair[1]),
    ),
)

PROFILE_LINE = Table(
    both("name", "its file's name"),
    both("target", "the role aimed at"),
    both("level", "entry, mid, senior, lead or nothing"),
    both("changed", "the day of its last change"),
    both("problem", "why it can't be read"),
    title="profile in a list",
)
PROFILES = Answer.of(
    "profile list",
    *key_and_rows("profiles", "the profiles of a folder", PROFILE_LINE, itself),
)
