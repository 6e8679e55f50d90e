"""Every key of the profile's file, and what its values may be.

Checked by hand, because `skills --gap` reads a profile each time and pydantic costs 100 ms.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from careercli.errors import Problem
from careercli.model.basics import SENIORITIES

SCHEMA = 1
CLAIMED = "claimed"
NONE = "none"
ONET: Final = "onet_levels"
MAX_ONET_LEVEL = 7
"""The highest of O*NET's levels; the lowest is 0. They are never turned into ratings, or back."""


class Kind(NamedTuple):
    """What a value may be.

    words: completes "must be"
    """

    words: str
    holds: Callable[[Any], bool]


class Field(NamedTuple):
    """A key of the profile's file.

    path: from the top of the file; `*` is any id, `[]` each table of a list
    example: how it is written in the file
    required: whether the table that holds it must have it
    """

    path: str
    kind: Kind
    meaning: str
    example: str
    required: bool = False


def _is_date(value: Any) -> bool:
    """A day or a month, as text or as a date of TOML's."""
    from datetime import date

    if not isinstance(value, str):
        return isinstance(value, date)
    day = f"{value}-01" if len(value) == len("2028-05") else value
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def _is_number(value: Any, most: float) -> bool:
    return type(value) in (int, float) and 0 <= value <= most


def _one_of(*words: str) -> Kind:
    return Kind(f"one of {', '.join(words)}", lambda value: value in words)


_TEXT = Kind("text", lambda value: isinstance(value, str))
_TEXT_OR_DATE = Kind("text or a date", lambda value: isinstance(value, str) or _is_date(value))
_DATE = Kind("a date, as year-month-day or year-month", _is_date)
_TABLE = Kind("a table", lambda value: isinstance(value, dict))
_YES_NO = Kind("true or false", lambda value: isinstance(value, bool))
_SENIORITY = _one_of(*SENIORITIES)
_PAY = Kind(
    "an amount in USD a year", lambda value: _is_number(value, math.inf) and 0 < value < math.inf
)
MAX_YEARS = 60
"""The most years in a job that are believed."""
_YEARS = Kind(
    f"a number of years from 0 to {MAX_YEARS}", lambda value: _is_number(value, MAX_YEARS)
)
_HOURS = Kind("a number of hours from 0 to 168", lambda value: _is_number(value, 168))
_WHOLE = Kind("a whole number from 1", lambda value: type(value) is int and value >= 1)
_PROFICIENCY = Kind(
    f'1, 2, 3, 4, "{NONE}" or "{CLAIMED}"',
    lambda value: type(value) in (int, str) and value in (1, 2, 3, 4, NONE, CLAIMED),
)
_ONET_LEVEL = Kind(
    f"a whole number from 0 to {MAX_ONET_LEVEL}",
    lambda value: type(value) is int and 0 <= value <= MAX_ONET_LEVEL,
)
_EDUCATION = _one_of("none", "high-school", "certificate", "associate", "bachelor", "graduate")

FIELDS = (
    Field("schema", _WHOLE, "The version of this format", "schema = 1"),
    Field("name", _TEXT, "Your name", 'name = "Ana Diaz"'),
    Field("place", _TEXT, "The state or area whose pay and jobs matter", 'place = "Ohio"'),
    Field("education", _EDUCATION, "Your highest education", 'education = "associate"'),
    Field("hours", _HOURS, "Hours a week for learning", "hours = 6"),
    Field("interests", _TEXT, "Your RIASEC letters or six scores", 'interests = "SAE"'),
    Field("current.role", _TEXT, "Your present role: a slug, or any words", 'role = "barber"'),
    Field("current.level", _SENIORITY, "Your seniority in it", 'level = "mid"'),
    Field("current.years", _YEARS, "Your years in it", "years = 3"),
    Field("current.pay", _PAY, "Your pay in USD a year, before tax", "pay = 58000"),
    Field("target.role", _TEXT, "The role you want: a slug or a code", 'role = "electrician"'),
    Field(
        "target.title",
        _TEXT,
        "What you call it, if it is only a part of that role",
        'title = "Welding inspector"',
    ),
    Field("target.level", _SENIORITY, "The seniority you want", 'level = "senior"'),
    Field("credentials.*", _TABLE, "A credential you hold, by its id", "[credentials.cdl-a]"),
    Field("credentials.*.until", _DATE, "When it expires, if it does", 'until = "2028-05"'),
    Field("credentials.*.held", _YES_NO, "False if you don't hold it", "held = false"),
    Field(
        "marks.*.level",
        _PROFICIENCY,
        "Your rating of a skill, by its id: your proficiency, none, or claimed but not rated",
        "level = 3",
        required=True,
    ),
    Field("marks.*.evidence", _TEXT, "What shows that you have it", 'evidence = "ran reviews"'),
    Field("marks.*.date", _TEXT_OR_DATE, "When it was rated", 'date = "2026-03-14"'),
    Field("marks.*.from", _TEXT, "Where the rating came from", 'from = "set"'),
    Field(
        f"{ONET}.*.level",
        _ONET_LEVEL,
        "Your rating of an O*NET skill, by its element id, on O*NET's scale",
        "level = 4",
        required=True,
    ),
    Field(f"{ONET}.*.name", _TEXT, "O*NET's name of the skill", 'name = "Critical Thinking"'),
    Field(f"{ONET}.*.evidence", _TEXT, "What shows that you have it", 'evidence = "audits"'),
    Field(f"{ONET}.*.date", _TEXT_OR_DATE, "When it was rated", 'date = "2026-03-14"'),
    Field(f"{ONET}.*.from", _TEXT, "Where the rating came from", 'from = "set"'),
    Field("goals[].text", _TEXT, "A goal", 'text = "Pass the exam"', required=True),
    Field("goals[].by", _DATE, "When it should be reached", 'by = "2026-09"'),
    Field("goals[].done", _DATE, "When it was reached", 'done = "2026-08-30"'),
    Field("goals[].date", _DATE, "When it was written", 'date = "2026-03-14"'),
    Field("notes[].text", _TEXT, "A note", 'text = "Talked to Sam"', required=True),
    Field("notes[].date", _DATE, "When it was written", 'date = "2026-03-14"'),
    Field("notes[].private", _YES_NO, "Whether reports leave it out", "private = true"),
    Field("resume", _TEXT, "The résumé you imported, as JSON Resume", "resume = '{}'"),
    Field(
        "history.changes[]",
        _TABLE,
        "A change: `at`, `skill` or `what`, `before`, `after`",
        'changes = [{ at = "2026-03-14T09:30:00+00:00", skill = "jira", after = 3 }]',
    ),
)
"""Every key that careercli reads or writes, in the order in which it is written."""


def profile_problems(tables: dict[str, Any]) -> Iterator[Problem]:
    """What breaks the rules of a profile, the first problem of each place."""
    schema = tables.get("schema", SCHEMA)
    if type(schema) is int and schema > SCHEMA:
        yield Problem(
            "schema",
            f"is from a newer careercli; this one reads {SCHEMA}",
            str(schema),
            "Install a newer careercli. The file is untouched.",
        )
        return
    yield from _broken(tables)


def onet_problems(levels: Any, within: str = "") -> Iterable[Problem]:
    """What is wrong with a table of O*NET's levels, which stands in another."""
    return _broken({ONET: levels}, within)


def _broken(tables: dict[str, Any], place: str = "") -> Iterable[Problem]:
    """The first problem of each place."""
    problems: dict[str, Problem] = {}
    for field in FIELDS:
        for problem in _check(tables, field.path.split("."), place, field):
            problems.setdefault(problem.where, problem)
    return problems.values()


def _check(value: Any, keys: Sequence[str], place: str, field: Field) -> Iterator[Problem]:
    right, such = f"must be {field.kind.words}", f"For example, {field.example}"
    if not keys:
        if not field.kind.holds(value):
            yield Problem(place, right, repr(value), such)
        return
    key, *rest = keys
    if not isinstance(value, dict):
        yield Problem(place, "must be a table", repr(value), f"With keys such as {field.example}")
    elif key == "*":
        for name, entry in value.items():
            yield from _check(entry, rest, f"{place}.{repr(name)[1:-1]}", field)
    elif key.endswith("[]"):
        yield from _check_list(value.get(key[:-2], []), rest, _joined(place, key[:-2]), field)
    elif key in value:
        yield from _check(value[key], rest, _joined(place, key), field)
    elif field.required and not rest:
        yield Problem(_joined(place, key), right, "nothing", such)


def _check_list(value: Any, keys: Sequence[str], place: str, field: Field) -> Iterator[Problem]:
    if not isinstance(value, list):
        rule = "must be a list of tables"
        yield Problem(place, rule, repr(value), f"With keys such as {field.example}")
        return
    for number, entry in enumerate(value, 1):
        yield from _check(entry, keys, f"{place}[{number}]", field)


def _joined(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key
