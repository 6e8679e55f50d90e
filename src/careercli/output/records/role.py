"""Roles as JSON and CSV: `show`, `tiers`, `day`, and what other answers say of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from careercli.core.pay import on_basis
from careercli.model.basics import (
    Figure,
    SkillLabel,
    Source,
)
from careercli.model.codec import to_json_data
from careercli.model.occupation import Exposure, JobZone
from careercli.model.role import DayBlock, Role, Tier, Years
from careercli.output.records.fields import (
    Answer,
    Field,
    Rows,
    Shape,
    Table,
    both,
    column,
    inside,
    numbered,
)
from careercli.output.records.occupation import OCCUPATION_KEY
from careercli.output.records.parts import (
    FIGURE,
    NAMED,
    OUTLOOK_KEY,
    PAY_KEY,
    ROLE_SLUG,
    SOC_KEY,
    SOURCE,
    SOURCES,
    of_figure,
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


class RolesView(NamedTuple):
    """Several roles, and all their sources."""

    views: Sequence[RoleView]
    sources: Mapping[str, Source]


def _tier_pay(tier: Tier, within: Any) -> Figure | None:
    series = on_basis(within.role.pay, "levels")
    return series.figure(tier.level) if series and tier.level else None


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
    column("usd_a_year", "its pay in dollars a year", of_figure(_tier_pay, "value")),
    column("kind", "what sort of figure that is", of_figure(_tier_pay, "kind")),
    column("source", "the source's id", of_figure(_tier_pay, "source")),
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


def _asked(field: Field, part: str) -> Field:
    """A field of a role as one of a RoleView, there when its part was asked for."""
    read = field.reader()
    return field._replace(
        get=lambda view, within: read(view.role, within) if view.has(part) else None,
        optional=True,
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
    *(_asked(field, field.name) for field in (*NAMED, SOC_KEY)),
    Field("*", "the parts that are as in a guide", _parts, of=Shape(Role, DECLARED)),
    Field("family_title", "the title of its family", "family"),
    Field("skills", "the skills that it names, by id", of=Shape(SkillLabel)),
    _asked(PAY_KEY, "pay"),
    _asked(OUTLOOK_KEY, "outlook"),
    _asked(OCCUPATION_KEY, "occupation"),
    Field(
        "exposures",
        "how far studies find the occupation exposed to AI, each by itself",
        lambda view, _: list(view.exposures) if view.has("exposures") else None,
        of=EXPOSURE,
        optional=True,
    ),
    Field(
        "tiers",
        "its tiers, the lowest first",
        lambda view, _: (view.has("tiers") and view.role.tiers) or None,
        of=TIER,
        optional=True,
    ),
    Field(
        "day",
        "a working day, part by part",
        lambda view, _: (view.has("day") and view.role.day) or None,
        of=BLOCK,
        optional=True,
    ),
    title="role",
)
SHOW = Answer("show", Table(Field("role", "the role", lambda view, _: view, of=WHOLE), SOURCES))
SHOW_SEVERAL = Answer(
    "show ROLE ROLE",
    Table(
        Field("roles", "the roles", lambda view, _: view.views, of=WHOLE),
        Field("sources", "the sources of figures, by id", of=SOURCE),
    ),
)
TIERS = Answer(
    "tiers",
    Table(
        Field(
            "role",
            "the role",
            lambda view, _: view,
            of=Table(
                *(_asked(field, field.name) for field in NAMED),
                Field("tiers", "its tiers, the lowest first", "role.tiers", of=TIER),
                Field(
                    "occupation",
                    "how one gets in, by official data",
                    "role.occupation",
                    of=Table(
                        Field("zone", "its job zone", of=Shape(JobZone)),
                        Field("entry", "typical education at entry"),
                        Field("experience", "typical experience at entry"),
                        Field("training", "typical training on the job"),
                    ),
                    optional=True,
                ),
            ),
        ),
        SOURCES,
    ),
    (
        Rows(
            lambda view: enumerate(view.role.tiers, start=1),
            numbered("tier", ROLE_SLUG, *TIER.fields),
        ),
    ),
)


def _activities(view: RoleView) -> Iterator[tuple[DayBlock, str]]:
    """Each activity with the part of the day it is in; a part without any has an empty one."""
    for block in view.role.day:
        yield from ((block, activity) for activity in block.activities or ("",))


DAY = Answer(
    "day",
    Table(
        Field(
            "role",
            "the role",
            of=Table(*NAMED, Field("day", "a working day, part by part", of=BLOCK), DAY_MINUTES),
        ),
    ),
    (
        Rows(
            _activities,
            Table(
                ROLE_SLUG,
                *inside(lambda item: item[0], *BLOCK.fields),
                column("activity", "what is done", lambda item, _: item[1]),
            ),
        ),
    ),
)
