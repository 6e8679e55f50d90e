"""`skills --gap` and `plan` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from careercli.core.entry import years_left
from careercli.core.plan import EntryStep, PlanStep, sourced_hours
from careercli.model.skills import Hours
from careercli.output.records.fields import (
    Answer,
    Field,
    Rows,
    Shape,
    Table,
    both,
    column,
    inside,
    itself,
    key_and_rows,
    known,
    nested,
)
from careercli.output.records.parts import (
    ROLE,
    ROLE_SLUG,
    SOURCES,
    TIME_SOURCE,
    label_of,
    labels_of,
    time_needed,
)

if TYPE_CHECKING:
    from careercli.output.screens.plan import PlanView


STATE = both("state", "met, below, missing or unrated")
POINTS = both("points", "points earned, of `full`")
TERM = Table(
    both(
        "any_of",
        "ids of skills that can stand in for each other; the best one counts",
        "ask.any_of",
    ),
    both("label", "their labels", lambda term, target: labels_of(term.ask, target)),
    both("need", "must, should or nice", "ask.need"),
    Field("weight", "must 3, should 2, nice 1", "ask.weight"),
    both("expected", "the level asked for, 1 to 4", "ask.expected"),
    Field("counted", "the skill that counted", lambda term, _: term.skill if term.level else None),
    both("level", "your level, 1 to 4; 0 for none; null when it isn't rated"),
    STATE,
    POINTS,
    both("full", "12 points for each unit of weight", "ask.full"),
    both("claimed", "whether it is claimed without a level"),
    Field("from_job", "whether the level is what the present job asks for"),
    both("evidence", "what shows the level", known("evidence")),
    both("adjacent", "ids of skills near to it that you have; they never count"),
    title="term",
)
LEVEL = both("level", "the level it is measured at: entry, mid, senior or lead", "seniority")
READINESS = (
    both("readiness_percent", "0 to 100; null when nothing is rated", "readiness"),
    Field("job_percent", "how much of that rests on the present job"),
    both("ceiling_percent", "readiness if everything unrated were met", "ceiling"),
    Field("points", "the sum of the terms' points"),
    Field("full", "the sum of the terms' full points"),
    both("rated", "how many terms are rated"),
)
COUNT = both("requirements_total", "how many terms there are", lambda gap, _: len(gap.terms))


CREDENTIALS = nested(
    "credentials",
    "what it asks for by license or certificate; in no sum",
    "credentials",
    Field("id", "its id", "asked.id"),
    Field("label", "its label", "asked.credential.label"),
    Field("kind", "what sort of credential", "asked.credential.kind"),
    Field("asked", "always, usually or sometimes", "asked.level"),
    Field("state", "held, not held or unknown"),
    Field("until", "when it lasts until, or null", known("until")),
    title="credential asked for",
)
GAP = Table(
    *inside("gap", LEVEL, *READINESS, COUNT),
    Field("terms", "what the role asks for, in the guide's order", "gap.terms", of=TERM),
    nested(
        "next",
        "the steps of one level that raise readiness most",
        "steps",
        Field("skill", "its id", "term.skill"),
        Field("label", "its label", lambda step, view: view.labels[step.term.skill]),
        Field("gain_points", "points that it adds", "gain"),
    ),
    CREDENTIALS,
    title="gap",
)
ROLE_GAP = Answer.of(
    "skills ROLE --gap",
    ROLE,
    *GAP.fields,
    Rows(
        "gap.terms",
        ROLE_SLUG,
        LEVEL._replace(get=lambda _, target: target.gap.seniority, csv="career_level"),
        *TERM.fields,
    ),
)
ROLE_LINE = Table(
    both("slug", "its slug"),
    both("title", "its title"),
    *inside(
        "gap",
        LEVEL,
        *READINESS,
        Field("claimed", "how many terms are claimed without a level"),
        COUNT,
    ),
)
ALL_GAPS = Answer.of(
    "skills --gap",
    Field("level", "the level asked for"),
    *key_and_rows("roles", "every role, the nearest first", ROLE_LINE, "gaps"),
)
ONET_TERM = Table(
    Field("id", "its O*NET element id", "ask.rating.id", csv="skill"),
    both("name", "its name", "ask.rating.name"),
    both("importance", "1 to 5", "ask.rating.value"),
    Field("needed", "the level needed, 0 to 7", "ask.expected", csv="onet_needed"),
    Field("level", "your level, 0 to 7; null when it isn't rated", csv="onet_level"),
    STATE,
    POINTS,
    both("full", "2,500 points for each step of importance above 1", "ask.full"),
    Field("uncertain", "whether O*NET says not to rely on importance or level", "ask.is_uncertain"),
    title="O*NET term",
)
PROGRAM = Table(
    both("name", "the program", "software.name"),
    both("skill", "its id in the vocabulary"),
    both("state", "known, claimed, none or unrated"),
    both("level", "your level, 1 to 4", known("level")),
)
OCCUPATION_GAP = Table(
    nested(
        "onet",
        "the skills that O*NET rates; null when it rates none",
        "gap",
        *READINESS,
        COUNT,
        Field("terms", "the skills that are needed, the most important first", of=ONET_TERM),
        Field(
            "left_out", "ids of the others", lambda gap, _: [rating.id for rating in gap.left_out]
        ),
    ),
    nested(
        "software",
        "the software in demand",
        "software",
        Field("known", "how many of the programs you know"),
        Field("rated", "how many of them are rated"),
        Field("programs", "the programs", of=PROGRAM),
        Field("unmatched", "programs that aren't in the vocabulary"),
    ),
    CREDENTIALS,
    title="gap to an occupation",
)
OCCUPATION_ROLE_GAP = Answer.of(
    "skills OCCUPATION --gap",
    ROLE,
    *OCCUPATION_GAP.fields,
    SOURCES,
    Rows(lambda target, _: target.gap.terms if target.gap else (), ROLE_SLUG, *ONET_TERM.fields),
    Rows("software.programs", ROLE_SLUG, *PROGRAM.fields),
    Rows(
        "software.unmatched",
        ROLE_SLUG,
        column("name", "the program", itself),
        column("state", "unmatched", lambda *_: "unmatched"),
    ),
)


def _state(step: EntryStep | PlanStep, _: Any) -> str:
    if isinstance(step, EntryStep):
        return step.part.state
    return step.term.state if step.term else "missing"


PLAN_STEP = Table(
    both("skill", "its id"),
    both("label", "its label", label_of),
    both("from", "your level, 1 to 4; null for none", known("start")),
    both("to", "the level to reach, 1 to 4", "end"),
    *inside(
        "term",
        both("need", "must, should or nice; null for a skill that others build on", "ask.need"),
    ),
    both("state", "below, missing or unrated", _state),
    both("after", "ids of earlier steps that it builds on"),
    Field("hours", "hours that a source states, or null", of=Shape(Hours)),
    column("hours", "hours that a source states", lambda step, _: step.hours and step.hours.value),
    title="skill to learn in a plan",
)
STEPS = Field("steps", "the steps, each after what it builds on", of=PLAN_STEP)


def _entry_label(step: EntryStep, _: Any) -> str:
    from careercli.output.screens.entry_words import part_words

    return step.credential.label if step.credential else part_words(step.part, {})


ENTRY_FIELDS = (
    both("kind", "education, credential, apprenticeship, experience or training", "part.kind"),
    Field("id", "of a credential its id", lambda step, _: step.credential and step.part.name),
    both("name", "what to have", _entry_label),
    both("state", "have, obtainable or unknown", "part.state"),
    Field("asked_for", "always, usually or null", known("part.level")),
    Field(
        "school_years",
        "years of full-time study still to do, at least; null if not known",
        lambda step, _: (
            years_left(step.part, step.program) if step.part.kind == "education" else None
        ),
    ),
    *inside(
        "credential",
        both("time", "how long a credential takes; null if no source says", time_needed),
        TIME_SOURCE,
        Field("way", "the usual way, in our words"),
    ),
)
ENTRY_STEP = Table(*ENTRY_FIELDS, title="something to have before a role")


def _plan_steps(view: PlanView, _: Any) -> list[EntryStep | PlanStep]:
    return [*view.entry.steps, *view.steps]


def _only(kind: type, fields: Iterable[Field]) -> tuple[Field, ...]:
    """What one kind of step has beside `kind` and `state`, null of the other."""
    own = (field for field in fields if field.name not in ("kind", "state"))
    return inside(lambda step, _: step if isinstance(step, kind) else None, *own)


ANY_STEP = Table(
    both(
        "kind",
        "skill, or as of what to have",
        lambda step, _: step.part.kind if isinstance(step, EntryStep) else "skill",
    ),
    both("state", "of a skill below, missing or unrated; else have, obtainable or unknown", _state),
    *_only(EntryStep, ENTRY_FIELDS),
    *_only(PlanStep, PLAN_STEP.fields),
    title="step of a plan",
)
PLAN = Answer.of(
    "plan",
    ROLE,
    *inside("gap", LEVEL),
    Field("way_in", "the usual way in, in our words", known("entry.way_in")),
    Field("steps", "what to have, then what to learn", _plan_steps, of=ANY_STEP),
    Field("optional", "credentials that only some ask for", "entry.optional", of=ENTRY_STEP),
    Field("hours_a_week", "for learning; null if not given", "a_week"),
    Field(
        "sourced_hours", "the sum of the hours stated", lambda view, _: sourced_hours(view.steps)
    ),
    Field(
        "steps_without_hours",
        "how many steps have none",
        lambda view, _: sum(step.hours is None for step in view.steps),
    ),
    Rows(_plan_steps, *ANY_STEP.fields, number="step"),
)
