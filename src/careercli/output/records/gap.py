"""`skills --gap` and `plan` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercli.core.gap import WEIGHT
from careercli.core.plan import sourced_hours
from careercli.model.basics import Hours
from careercli.output.records.fields import Answer, Field, Rows, Shape, Table, inside, numbered
from careercli.output.records.role import ROLE, ROLE_SLUG, SOURCES

if TYPE_CHECKING:
    from careercli.core.gap import Gap, NextSkill, RoleGap
    from careercli.core.onet_gap import OnetGap
    from careercli.core.plan import PlanStep
    from careercli.core.software import SoftwareGap
    from careercli.model.role import Role

Labels = Mapping[str, str]


class GapView(NamedTuple):
    """The gap to a guide; `labels` of every skill that it names."""

    role: Role
    gap: Gap
    steps: Sequence[NextSkill]
    labels: Labels


class AllGapsView(NamedTuple):
    """The gaps to every role, at a level or as near to it as each role has one."""

    level: str
    gaps: Sequence[RoleGap]


class OccupationGapView(NamedTuple):
    """The gap to an occupation; `skills` is None where O*NET rates none of its skills."""

    role: Role
    skills: OnetGap | None
    software: SoftwareGap


class PlanView(NamedTuple):
    """The steps that close a gap; `labels` of every skill that they name."""

    role: Role
    gap: Gap
    steps: Sequence[PlanStep]
    labels: Labels


TERM = Table(
    Field(
        "any_of",
        "ids of skills that can stand in for each other; the best one counts",
        "requirement.any_of",
        csv="skills",
    ),
    Field(
        "label",
        "their labels",
        lambda term, view: " / ".join(view.labels[one] for one in term.requirement.any_of),
    ),
    Field(
        "",
        "their labels",
        lambda term, view: [view.labels[one] for one in term.requirement.any_of],
        csv="labels",
    ),
    Field("need", "must, should or nice", "requirement.need", csv=True),
    Field("weight", "must 3, should 2, nice 1", lambda term, _: WEIGHT[term.requirement.need]),
    Field("expected", "the level asked for, 1 to 4", csv=True),
    Field("counted", "the skill that counted", lambda term, _: term.skill if term.level else None),
    Field(
        "level",
        "your level, 1 to 4; 0 for none; null when it isn't rated",
        lambda term, _: None if term.state == "unrated" else term.level,
        csv=True,
    ),
    Field("state", "met, below, missing or unrated", csv=True),
    Field("points", "points earned, of `full`", csv=True),
    Field("full", "12 points for each unit of weight", csv=True),
    Field("claimed", "whether it is claimed without a level", csv=True),
    Field("evidence", "what shows the level", lambda term, _: term.evidence or None, csv=True),
    Field("adjacent", "ids of skills near to it that you have; they never count", csv=True),
)
LEVEL = Field("level", "the level it is measured at: entry, mid, senior or lead", csv=True)
READINESS = (
    Field("readiness_percent", "0 to 100; null when nothing is rated", "readiness", csv=True),
    Field("ceiling_percent", "readiness if everything unrated were met", "ceiling", csv=True),
    Field("points", "the sum of the terms' points"),
    Field("full", "the sum of the terms' full points"),
    Field("rated", "how many terms are rated", csv=True),
)
COUNT = Field("requirements", "how many terms there are", lambda gap, _: len(gap.terms), csv=True)


GAP = Table(
    *inside(lambda view: view.gap, LEVEL, *READINESS, COUNT),
    Field("terms", "what the role asks for, in the guide's order", "gap.terms", of=TERM),
    Field(
        "next",
        "the steps of one level that raise readiness most",
        "steps",
        of=Table(
            Field("skill", "its id", "term.skill"),
            Field("label", "its label", lambda step, view: view.labels[step.term.skill]),
            Field("gain_points", "points that it adds", "gain"),
        ),
    ),
)
ROLE_GAP = Answer(
    "skills ROLE --gap",
    Table(ROLE, *GAP.fields),
    (
        Rows(
            lambda view: view.gap.terms,
            Table(
                ROLE_SLUG,
                LEVEL._replace(get=lambda _, view: view.gap.level, csv="career_level"),
                *TERM.fields,
            ),
        ),
    ),
)
ROLE_LINE = Table(
    Field("slug", "its slug", csv=True),
    Field("title", "its title", csv=True),
    *inside(
        lambda view: view.gap,
        LEVEL,
        *READINESS,
        Field("claimed", "how many terms are claimed without a level"),
        COUNT,
    ),
)
ALL_GAPS = Answer(
    "skills --gap",
    Table(
        Field("level", "the level asked for"),
        Field("roles", "every role, the nearest first", "gaps", of=ROLE_LINE),
    ),
    (Rows(lambda view: view.gaps, ROLE_LINE),),
)
ONET_TERM = Table(
    Field("id", "its O*NET element id", "rating.id", csv="skill"),
    Field("name", "its name", "rating.name", csv=True),
    Field("importance", "1 to 5", "rating.value", csv=True),
    Field("needed", "the level needed, 0 to 7", csv=True),
    Field("level", "your level, 0 to 7; null when it isn't rated", csv=True),
    Field("state", "met, below, missing or unrated", csv=True),
    Field("points", "points earned, of `full`", csv=True),
    Field("full", "2,500 points for each step of importance above 1", csv=True),
    Field("uncertain", "whether O*NET says not to rely on importance or level"),
)
PROGRAM = Table(
    Field("name", "the program", "software.name", csv=True),
    Field("skill", "its id in the vocabulary", csv=True),
    Field("state", "known, claimed, none or unrated", csv=True),
    Field("level", "your level, 1 to 4", lambda program, _: program.level or None, csv=True),
)
WANTED = Field("wanted", "which software counts: in demand or hot", "software.wanted")
WANTED_COLUMN = WANTED._replace(get=lambda _, view: view.software.wanted, csv=True)
OCCUPATION_GAP = Table(
    Field(
        "onet",
        "the skills that O*NET rates; null when it rates none",
        "skills",
        of=Table(
            *READINESS,
            Field("skills", "how many terms there are", lambda gap, _: len(gap.terms)),
            Field("terms", "the skills that are needed, the most important first", of=ONET_TERM),
            Field(
                "left_out",
                "ids of skills that aren't needed",
                lambda gap, _: [one.id for one in gap.left_out],
            ),
        ),
    ),
    WANTED,
    Field("known", "how many of the programs you know", "software.known"),
    Field("rated", "how many of them are rated", "software.rated"),
    Field("programs", "the software that counts", "software.programs", of=PROGRAM),
    Field("unmatched", "programs that aren't in the vocabulary", "software.unmatched"),
)
OCCUPATION_ROLE_GAP = Answer(
    "skills OCCUPATION --gap",
    Table(ROLE, *OCCUPATION_GAP.fields, SOURCES),
    (
        Rows(
            lambda view: view.skills.terms if view.skills else (),
            Table(ROLE_SLUG, *ONET_TERM.fields),
        ),
        Rows(
            lambda view: view.software.programs,
            Table(ROLE_SLUG, *PROGRAM.fields, WANTED_COLUMN),
        ),
        Rows(
            lambda view: view.software.unmatched,
            Table(
                ROLE_SLUG,
                Field("", "the program", lambda name, _: name, csv="name"),
                Field("", "unmatched", lambda *_: "unmatched", csv="state"),
                WANTED_COLUMN,
            ),
        ),
    ),
)
PLAN_STEP = Table(
    Field("skill", "its id", csv=True),
    Field("label", "its label", lambda step, view: view.labels[step.skill], csv=True),
    Field("from", "your level, 1 to 4; null for none", lambda s, _: s.start or None, csv=True),
    Field("to", "the level to reach, 1 to 4", "end", csv=True),
    Field(
        "need",
        "must, should or nice; null for a skill that others build on",
        lambda step, _: step.term.requirement.need if step.term else None,
        csv=True,
    ),
    Field(
        "state",
        "below, missing or unrated",
        lambda step, _: step.term.state if step.term else "missing",
    ),
    Field("after", "ids of earlier steps that it builds on", csv=True),
    Field("hours", "hours that a source states, or null", of=Shape(Hours)),
    Field("", "hours", lambda step, _: step.hours and step.hours.value, csv="hours"),
)
STEPS = Field("steps", "the steps, each after what it builds on", of=PLAN_STEP)
PLAN = Answer(
    "plan",
    Table(
        ROLE,
        *inside(lambda view: view.gap, LEVEL),
        STEPS,
        Field(
            "sourced_hours",
            "the sum of the hours stated",
            lambda view, _: sourced_hours(view.steps),
        ),
        Field(
            "steps_without_hours",
            "how many steps have none",
            lambda view, _: sum(step.hours is None for step in view.steps),
        ),
    ),
    (
        Rows(
            lambda view: enumerate(view.steps, start=1),
            numbered("step", *PLAN_STEP.fields),
        ),
    ),
)
