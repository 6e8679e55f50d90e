"""Roles as JSON and CSV: `show`, `tiers`, `day`, and what others say of a role."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from careercli.model.basics import Figure
from careercli.model.codec import to_json_data
from careercli.model.occupation import Exposure, JobZone, Occupation
from careercli.model.role import DayBlock, Role, Tier, Years
from careercli.model.skills import SkillLabel
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
    known,
    nested,
)
from careercli.output.records.parts import (
    FIGURE,
    NAMED,
    OUTLOOK_KEY,
    PAY_KEY,
    ROLE_SLUG,
    SOC_KEY,
    SOURCE,
    SOURCES,
    level_pay,
)


class RoleView(NamedTuple):
    """A role, the skills that it names, and its family's title.

    sections: the parts asked for, if any
    exposures: how far studies find its occupation exposed to AI
    """

    role: Role
    skills: Mapping[str, SkillLabel]
    family: str
    sections: Sequence[str] = ()
    exposures: Sequence[Exposure] = ()

    def has(self, part: str) -> bool:
        """Whether a part was asked for."""
        parts = (PARTS.get(name, (name.replace("-", "_"), "occupation")) for name in self.sections)
        return not self.sections or part in ALWAYS or any(part in names for names in parts)


PARTS: Mapping[str, tuple[str, ...]] = {
    "pay": ("pay",),
    "ai": ("exposures",),
    "outlook": ("outlook",),
    "skills": ("requirements", "occupation"),
    "tools": ("tech_stack",),
    "path": ("education",),
    "education": ("education", "occupation"),
    "balance": ("worklife",),
    "titles": ("other_titles",),
    "related": ("related", "occupation"),
}
"""Section -> parts of a role; another section is its own part, or one of an occupation."""
ALWAYS = ("key", "slug", "title", "summary", "family", "soc")


def _tier_pay(tier: Tier, within: Any) -> Figure | None:
    return level_pay(within.role, tier.level)


TIER = Table(
    both("title", "its title"),
    both("essence", "it in one line"),
    Field("changes", "what one decides and owns here, and didn't before"),
    both("level", "entry, mid, senior or lead", optional=True),
    Field(
        "years",
        "experience that is usual: start, and end unless open",
        of=Shape(Years),
        optional=True,
    ),
    both("years_source", "the source's id of these years", "source", optional=True),
    column("years_from", "years of experience, at least", lambda t, _: t.years and t.years.start),
    column("years_to", "years of experience, up to", lambda t, _: t.years and t.years.end),
    Field("pay_figure", "the pay published for its level", _tier_pay, of=FIGURE, optional=True),
    *inside(
        _tier_pay,
        column("usd_a_year", "its pay in dollars a year", "value"),
        column("kind", "what sort of figure that is"),
        column("source", "the source's id"),
    ),
    title="tier",
)
BLOCK = Table(
    both("start", "HH:MM"),
    both("end", "HH:MM"),
    both("minutes", "how long it lasts"),
    both("name", "such as Morning"),
    both("focus", "what it is for"),
    Field("activities", "what is done"),
    title="part of a day",
)
DAY_MINUTES = Field(
    "day_minutes",
    "how long the whole day lasts",
    lambda role, _: sum(block.minutes for block in role.day) or None,
)


def _occupation(role: Role, _: Any) -> Occupation | None:
    """What official data say beyond pay and outlook, of the role or of its nearest occupation."""
    if role.occupation:
        return role.occupation
    near = role.nearest
    return near and Occupation(near.code, high_points=near.interests or "", entry=near.education)


OCCUPATION_KEY = Field(
    "occupation",
    "what else official data say of it, or of its nearest occupation",
    _occupation,
    of=Shape(Occupation, frozenset({"hourly", "employment", "all_growth", "openings"})),
    optional=True,
)


def _asked(field: Field) -> Field:
    """A field of a role as one of a RoleView, there when it was asked for."""
    read, part = field.reader(), field.name
    return field._replace(
        get=lambda view, within: read(view.role, within) if view.has(part) else None, optional=True
    )


DECLARED = frozenset("key slug title sources soc nearest pay outlook occupation tiers day".split())
"""Fields of a role that are not as the model has them."""


def _parts(view: RoleView, _: Any) -> dict[str, Any]:
    return {
        name: to_json_data(part)
        for name, part in zip(Role._fields, view.role, strict=True)
        if name not in DECLARED and part != Role._field_defaults.get(name) and view.has(name)
    }


EXPOSURE = Table(
    Field("study", "the data set, which is also its id among the sources"),
    Field("rater", "human, or dv for a model; empty if the study has one rating"),
    Field("measure", "alpha, beta, gamma or applicability"),
    Field("value", "on the study's own scale"),
    Field("rank", "its place in the study, 1 for the most exposed"),
    Field("of", "how many occupations the study has"),
    Field("tied", "how many of them have this value and rank, itself among them"),
    Field("place_of_100", "its place among 100, where 100 is the most exposed"),
    title="exposure",
)
WHOLE = Table(
    *map(_asked, (*NAMED, SOC_KEY)),
    Field("*", "the parts that are as in a guide", _parts, of=Shape(Role, DECLARED)),
    Field("family_title", "the title of its family", "family"),
    Field("skills", "the skills that it names, by id", of=Shape(SkillLabel)),
    *map(_asked, (PAY_KEY, OUTLOOK_KEY, OCCUPATION_KEY)),
    Field(
        "exposures",
        "how far studies find the occupation exposed to AI, each by itself",
        lambda view, _: list(view.exposures) if view.has("exposures") else None,
        of=EXPOSURE,
        optional=True,
    ),
    _asked(Field("tiers", "its tiers, the lowest first", known("tiers"), of=TIER)),
    _asked(Field("day", "a working day, part by part", known("day"), of=BLOCK)),
    title="role",
)
SHOW = Answer.of("show", Field("role", "the role", itself, of=WHOLE), SOURCES)
SHOW_SEVERAL = Answer.of(
    "show ROLE ROLE",
    Field("roles", "the roles", "views", of=WHOLE),
    Field("sources", "the sources of figures, by id", of=SOURCE),
)
TIERS = Answer.of(
    "tiers",
    nested(
        "role",
        "the role",
        itself,
        *map(_asked, NAMED),
        Field("tiers", "its tiers, the lowest first", "role.tiers", of=TIER),
        nested(
            "occupation",
            "how one gets in, by official data",
            "role.occupation",
            Field("zone", "its job zone", of=Shape(JobZone)),
            Field("entry", "typical education at entry"),
            Field("experience", "typical experience at entry"),
            Field("training", "typical training on the job"),
            optional=True,
        ),
    ),
    SOURCES,
    Rows("role.tiers", ROLE_SLUG, *TIER.fields, number="tier"),
)


def _activities(view: RoleView, _: Any) -> Iterator[tuple[DayBlock, str]]:
    """Each activity with the part of the day it is in; a part without any has an empty one."""
    for block in view.role.day:
        yield from ((block, activity) for activity in block.activities or ("",))


DAY = Answer.of(
    "day",
    nested(
        "role",
        "the role",
        "role",
        *NAMED,
        Field("day", "a working day, part by part", of=BLOCK),
        DAY_MINUTES,
    ),
    Rows(
        _activities,
        ROLE_SLUG,
        *inside(lambda activity, _: activity[0], *BLOCK.fields),
        column("activity", "what is done", lambda activity, _: activity[1]),
    ),
)
