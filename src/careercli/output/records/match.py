"""`match` as JSON and CSV."""

from __future__ import annotations

from typing import Any, NamedTuple

from careercli.core.pay import standing
from careercli.model.basics import code_of
from careercli.output.records.fields import (
    Answer,
    Field,
    Get,
    Table,
    both,
    inside,
    key_and_rows,
    known,
    nested,
)
from careercli.output.records.parts import LABELED, label_of

NAMED = Table(
    Field("id", "its id", "skill", csv="skill"),
    both("label", "its label", label_of),
    both("written", "as the text names it"),
    both("status", "have, claimed, none or unrated"),
    both("level", "your level, 1 to 4", known("level")),
    both("standing", "must or nice"),
    both("years", "how many it asks for, or null", known("years")),
    both("asked_level", "1 to 4 as it asks for, or null", known("asked_level")),
    both("one_of", "number of the list of which one is enough, or null", known("choice")),
    both("from_job", "whether the level is what the present job asks for"),
)


ROLE = (
    Field("slug", "its slug"),
    Field("title", "its title"),
    Field("code", "an occupation's code, or null", lambda role, _: code_of(role.key) or None),
)


class Apart(NamedTuple):
    """A skill or credential that is named, but not asked for."""

    id: str
    reason: str = ""


def _aside(view: Any, _: Any) -> list[Apart]:
    return [Apart(name, reason) for reason, ids in view.read.aside.items() for name in ids]


def _between(end: int) -> Get:
    """The percentiles between which the low end (0) or the high end (1) of the pay is."""

    def read(view: Any, _: Any) -> str | None:
        survey, pay = view.read.survey, view.read.pay
        yearly = pay.yearly() if pay else None
        if not (survey and yearly):
            return None
        below, above = standing(survey, yearly[end])
        return below if below == above else f"{below or ''}-{above or ''}"

    return read


MATCH = Answer.of(
    "match",
    Field("words_total", "how many words the text has", "read.words"),
    Field("title", "the words that name its role, or empty", "read.title"),
    *key_and_rows("skills", "the skills that it asks for", NAMED, "read.skills"),
    nested(
        "credentials",
        "the licenses and certificates that it asks for",
        "read.credentials",
        *LABELED,
        Field("written", "as the text names it"),
        Field("state", "held, not held or unknown"),
        Field("until", "when it lasts until, or null", known("until")),
        Field("standing", "must or nice"),
        Field("one_of", "number of the list of which one is enough, or null", known("choice")),
        Field(
            "within",
            "the time there is to get it, such as within 30 days, or null",
            known("within"),
        ),
        Field("from_job", "whether it counts as held because the present job asks for it"),
    ),
    nested(
        "requirements",
        "what it requires besides: degree, years, license, age, lifting, shifts, travel",
        "read.required",
        Field(
            "kind",
            "what sort it is; license, wish: of a name that isn't known; no degree, no experience: "
            "what it says it doesn't ask for",
        ),
        Field("what", "in words", "label"),
        Field("written", "as the text has it", "words"),
        Field("met", "met, not met or not known"),
        Field("wished", "whether it is only preferred"),
    ),
    Field(
        "denied",
        "what it says it doesn't ask for",
        lambda view, _: [Apart(name) for name in view.read.denied],
        of=Table(*LABELED),
    ),
    nested(
        "set_aside",
        "names in parts that are not about the job",
        _aside,
        *LABELED,
        Field("reason", "company, perks, equal, pay, apply, hiring, study or training"),
    ),
    nested(
        "pay",
        "what it pays, or null",
        lambda view, _: view if view.read.pay else None,
        Field("low", "in USD", "read.pay.low"),
        Field("high", "in USD", "read.pay.high"),
        Field(
            "unit", "USD/hour, USD/day, USD/week, USD/month, USD/year or USD/mile", "read.pay.unit"
        ),
        Field("written", "as the text has it", "read.pay.words"),
        Field(
            "by_mile", "pay by the mile besides, as the text has it, or empty", "read.pay.besides"
        ),
        *inside(
            "read.survey",
            Field("survey", "percentiles of the first role in USD a year, or null", "points"),
            Field("place", "where those are of, or null"),
        ),
        Field(
            "larger_group",
            "the group whose pay the survey has, if the role is only counted in it, or null",
            lambda view, _: view.read.beside.group or None if view.read.beside else None,
        ),
        Field("low_stands", "between which percentiles the low end stands, or null", _between(0)),
        Field("high_stands", "between which percentiles the high end stands, or null", _between(1)),
        Field("yours", "your pay in USD a year, or null", "read.own_pay"),
    ),
    nested(
        "nearest_roles",
        "the roles that it is read as, by its title, then by its skills",
        "read.roles",
        *ROLE,
        Field("written", "the words of its title; empty if it is read by skills", "words"),
        Field("named_weight", "weight of what is named: must 3, should 2, nice 1", "named"),
        Field("full_weight", "weight of all that it asks for; 0 if by title", "full"),
    ),
    nested(
        "may_be",
        "if it is read as no role, the roles that ask for a license that it names",
        "read.may_be",
        *ROLE,
    ),
    Field("unrecognized", "names that aren't in the vocabulary", "read.unknown"),
    Field("notes", "what must be told of how it was read", "read.notes"),
)
WANTED = Table(
    both("id", "its id"),
    both("label", "its label", label_of),
    both("advertisements", "how many ask for it"),
    both("must", "how many of those require it"),
    both("status", "none, claimed, unrated, below, not held or unknown"),
)


SEVERAL = Answer.of(
    "match FILE FILE",
    nested(
        "advertisements",
        "those that were read",
        "read",
        Field("file", "its path", "name"),
        Field("title", "the words that name its role, or empty"),
        Field(
            "role",
            "slug of what it is read as, or null",
            lambda read, _: read.roles[0].slug if read.roles else None,
        ),
    ),
    *key_and_rows("wanted", "what they ask for most that you lack", WANTED),
)
