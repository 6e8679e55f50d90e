"""Roles as JSON and CSV: `show`, `export`, `tiers`, `day`, and what other answers say of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from careercli.core.pay import on_basis
from careercli.core.role_filters import soc_of
from careercli.model.basics import (
    Figure,
    FigureKind,
    NearestOccupation,
    Pay,
    RoleRow,
    SkillLabel,
    Source,
    is_occupation,
)
from careercli.model.codec import to_json_data
from careercli.model.occupation import JobZone, Occupation
from careercli.model.role import DayBlock, Role, Tier, Years
from careercli.output.records.fields import (
    Answer,
    Field,
    Get,
    Rows,
    Shape,
    Table,
    both,
    column,
    inside,
    numbered,
)

FIGURE, SOURCE = Shape(Figure), Shape(Source)


class RoleView(NamedTuple):
    """A role, the skills that it names, its family's title, and the sections asked for, if any."""

    role: Role
    skills: Mapping[str, SkillLabel]
    family: str
    sections: Sequence[str] = ()

    def has(self, part: str) -> bool:
        """Whether a part was asked for."""
        parts = (PARTS.get(name, (name, "occupation")) for name in self.sections)
        return not self.sections or part in ALWAYS or any(part in names for names in parts)


PARTS: Mapping[str, tuple[str, ...]] = {
    "pay": ("pay",),
    "outlook": ("outlook",),
    "skills": ("requirements", "occupation"),
    "tools": ("tech_stack",),
    "tech-skills": ("tech_skills",),
    "soft-skills": ("soft_skills",),
    "skill-map": ("skill_map",),
    "path": ("education",),
    "education": ("education", "occupation"),
    "balance": ("worklife",),
    "titles": ("other_titles",),
    "related": ("related", "occupation"),
}
"""Section -> parts of a role; another section is its own part, or one of an occupation."""
ALWAYS = ("key", "slug", "title", "summary", "family", "soc")


class ExportView(NamedTuple):
    """Roles to export, and all their sources."""

    views: Sequence[RoleView]
    sources: Mapping[str, Source]


# -- what every answer says of a role ----------------------------------------------------------

NAMED = (
    Field("key", "its key: `guide:` and the slug, or `soc:` and the O*NET-SOC code"),
    Field("slug", "its name in commands"),
    Field("title", "its title"),
)
NAMES = Table(*NAMED)
NAMED_COLUMNS = tuple(field._replace(csv=field.name) for field in NAMED[1:])
ROLE = Field("role", "the role", of=NAMES)
ROLE_SLUG = column("slug", "the role's slug", lambda _, view: view.role.slug)
SOURCES = Field(
    "sources", "the sources of figures, by id", lambda view, _: view.role.sources, of=SOURCE
)


class Series(NamedTuple):
    """A pay series of a role; `occupation` is the nearest one where it is of that."""

    pay: Pay
    kind: FigureKind
    occupation: NearestOccupation | None = None


def series_of(role: Role | RoleRow) -> Iterator[Series]:
    """Every pay series of a role: its own, by the hour, and its nearest occupation's."""
    occupation = role.occupation if isinstance(role, Role) else None
    for pay in (*role.pay, occupation.hourly if occupation else None):
        if pay:
            yield Series(pay, pay.kind or role.sources[pay.source].kind)
    if role.nearest and role.nearest.pay:
        pay = role.nearest.pay
        yield Series(pay, pay.kind or role.sources[pay.source].kind, role.nearest)


OCCUPATION = Field(
    "occupation",
    "the official occupation it is of, when it isn't the role's own",
    of=Table(
        Field("code", "its SOC code"),
        Field("title", "its official title"),
        Field("match", "how near it is to the role: exact, close or broader"),
    ),
    optional=True,
)
SERIES = Table(
    Field("basis", "levels or percentiles; percentiles aren't levels", "pay.basis"),
    Field("unit", "USD/year or USD/hour", "pay.unit"),
    Field("place", "the country or area", "pay.place"),
    Field("kind", "what sort of figures they are"),
    Field("source", "an id in `sources`", "pay.source"),
    Field(
        "date", "what they refer to, when that isn't the source's date", "pay.date", optional=True
    ),
    Field("note", "what limits them", "pay.note", optional=True),
    OCCUPATION,
    Field("points", "level or percentile: amount", "pay.points"),
    Field(
        "at_least",
        "the points that are published as this much or more",
        lambda series, _: series.pay.at_least or None,
        optional=True,
    ),
    title="pay series",
)


class Outlook(NamedTuple):
    """What is known of a role's future, whatever kind of role it is."""

    growth: Figure | None
    all_growth: Figure | None
    openings: Figure | None
    employment: Figure | None
    claims: Sequence[tuple[Figure, str | None]]
    text: str | None
    occupation: NearestOccupation | None


def outlook_of(role: Role | RoleRow) -> Outlook | None:
    """The official projection of a role, or of its nearest occupation, and what others claim."""
    own = text = wording = None
    if isinstance(role, RoleRow):
        own = role.growth
    elif role.outlook:
        own, wording, text = role.outlook.growth, role.outlook.wording, role.outlook.text
    official = role.nearest or (role.occupation if isinstance(role, Role) else None)
    growth = role.nearest.growth if role.nearest else None
    if own and not growth and (own.kind or role.sources[own.source].kind) == "projection":
        growth, own = own, None
    claims = [(own, wording)] if own else []
    figures = (official.all_growth, official.openings, official.employment) if official else ()
    all_growth, openings, employment = figures or (None, None, None)
    if not (growth or claims or text or any(figures)):
        return None
    return Outlook(growth, all_growth, openings, employment, claims, text, role.nearest)


OUTLOOK = Table(
    Field("growth", "projected change in percent", of=FIGURE, optional=True),
    Field("all_growth", "the same over all occupations", of=FIGURE, optional=True),
    Field("openings", "projected openings a year", of=FIGURE, optional=True),
    Field("employment", "jobs counted", of=FIGURE, optional=True),
    OCCUPATION,
    Field(
        "claims",
        "growth as other publishers put it",
        lambda outlook, _: outlook.claims or None,
        of=Table(
            Field("growth", "their figure", lambda claim, _: claim[0], of=FIGURE),
            Field("wording", "their own words for it", lambda claim, _: claim[1], optional=True),
        ),
        optional=True,
    ),
    Field("text", "the outlook in words", optional=True),
    title="outlook",
)
PAY_KEY = Field(
    "pay", "its pay, a series for each source", lambda role, _: [*series_of(role)], of=SERIES
)
OUTLOOK_KEY = Field(
    "outlook", "its outlook", lambda role, _: outlook_of(role), of=OUTLOOK, optional=True
)


class SocOf(NamedTuple):
    """The official occupation that a role is, or is nearest to."""

    code: str
    match: str
    title: str | None = None
    note: str | None = None


def _soc(role: Role | RoleRow) -> SocOf | None:
    code, match = soc_of(role)
    own = None if isinstance(role, RoleRow) else role.soc
    if own:
        code, match = own.code, own.match
    title = role.nearest.title if role.nearest else None
    return SocOf(code, match, title, own.note if own else None) if code else None


SOC_KEY = Field(
    "soc",
    "the official occupation that it is, or is nearest to",
    lambda role, _: _soc(role),
    of=Table(
        Field("code", "its SOC code"),
        Field("match", "exact, close, or broader: the role is a small part of it"),
        Field("title", "its official title", optional=True),
        Field("note", "why this one", optional=True),
    ),
    optional=True,
)


def _occupation(role: Role | RoleRow) -> Occupation | None:
    """What official data say beyond pay and outlook, of the role or of its nearest occupation."""
    if isinstance(role, Role) and role.occupation:
        return role.occupation
    nearest = role.nearest
    if nearest:
        return Occupation(
            nearest.code, high_points=nearest.interests or "", entry=nearest.education
        )
    if isinstance(role, RoleRow) and is_occupation(role.key):
        return Occupation(role.key.removeprefix("soc:"), high_points=role.interests)
    return None


OCCUPATION_PART = Shape(Occupation, frozenset({"hourly", "employment", "all_growth", "openings"}))
OCCUPATION_KEY = Field(
    "occupation",
    "what else official data say of it, or of its nearest occupation",
    lambda role, _: _occupation(role),
    of=OCCUPATION_PART,
    optional=True,
)


def of_figure(figure_of: Get, attribute: str) -> Get:
    """An attribute of a figure, where there is one."""

    def read(item: Any, within: Any) -> Any:
        figure = figure_of(item, within)
        return getattr(figure, attribute) if figure else None

    return read


# -- one role ----------------------------------------------------------------------------------


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


WHOLE = Table(
    *(_asked(field, field.name) for field in (*NAMED, SOC_KEY)),
    Field("*", "the parts that are as in a guide", _parts, of=Shape(Role, DECLARED)),
    Field("family_title", "the title of its family", "family"),
    Field("skills", "the skills that it names, by id", of=Shape(SkillLabel)),
    _asked(PAY_KEY, "pay"),
    _asked(OUTLOOK_KEY, "outlook"),
    _asked(OCCUPATION_KEY, "occupation"),
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
EXPORT = Answer(
    "export",
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
