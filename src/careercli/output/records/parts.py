"""What every answer in JSON says of a role: its names, pay, outlook and sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from careercli.core.figures import amount_words
from careercli.core.pay import on_basis
from careercli.model.basics import (
    Figure,
    FigureKind,
    NearestOccupation,
    Pay,
    RoleRow,
    Source,
    code_of,
)
from careercli.output.records.fields import Field, Shape, Table, column, known, nested

if TYPE_CHECKING:
    from careercli.model.basics import PayLevel
    from careercli.model.portrait import Credential
    from careercli.model.role import Role

FIGURE, SOURCE = Shape(Figure), Shape(Source)

NAMED = (
    Field("key", "its key: `guide:` and the slug, or `soc:` and the O*NET-SOC code"),
    Field("slug", "its name in commands"),
    Field("title", "its title"),
)
NAMES = Table(*NAMED)
SHORT_NAME = Field(
    "name", "a short name, of an occupation that has one", known("name"), optional=True
)
NAMED_COLUMNS = tuple(field._replace(csv=field.name) for field in NAMED[1:])
ROLE = Field("role", "the role", of=NAMES)
ROLE_SLUG = column("slug", "the role's slug", lambda _, view: view.role.slug)
SOURCES = Field("sources", "the sources of figures, by id", "role.sources", of=SOURCE)
UNIT_NAMES = {"USD/year": "usd_a_year", "USD/hour": "usd_an_hour"}
"""Unit of pay -> what columns in it are called."""


class Series(NamedTuple):
    """A pay series of a role; `occupation` is the nearest one if it is of that."""

    pay: Pay
    kind: FigureKind
    occupation: NearestOccupation | None = None


def series_of(role: Role | RoleRow) -> Iterator[Series]:
    """Every pay series of a role: its own, by the hour, and its nearest occupation's."""
    official = role if isinstance(role, RoleRow) else role.bare_occupation
    own = [(pay, None) for pay in (*role.pay, official and official.hourly)]
    for pay, occupation in (*own, (role.nearest and role.nearest.pay, role.nearest)):
        if pay:
            yield Series(pay, pay.kind or role.sources[pay.source].kind, occupation)


OCCUPATION = nested(
    "occupation",
    "the official occupation it is of, when it isn't the role's own",
    "occupation",
    Field("code", "its SOC code"),
    Field("title", "its official title"),
    Field("match", "how near it is to the role: exact, close or broader"),
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
        known("pay.at_least"),
        optional=True,
    ),
    Field(
        "rough",
        "true when it's a larger group's, or has a standard error above 10 %",
        known("pay.rough"),
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
    official = role.nearest or (role.bare_occupation if not isinstance(role, RoleRow) else None)
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
    nested(
        "claims",
        "growth as other publishers put it",
        known("claims"),
        Field("growth", "their figure", lambda claim, _: claim[0], of=FIGURE),
        Field("wording", "their own words for it", lambda claim, _: claim[1], optional=True),
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


class OfficialMatch(NamedTuple):
    """The official occupation that a role is, or is nearest to."""

    code: str
    match: str
    title: str | None = None
    note: str | None = None


def soc_of(role: RoleRow | Role, _: Any = None) -> OfficialMatch | None:
    """A role's match; O*NET's finer occupations, such as 15-1299.08, are part of a broader one."""
    title = role.nearest.title if role.nearest else None
    if not isinstance(role, RoleRow) and role.soc:
        return OfficialMatch(role.soc.code, role.soc.match, title, role.soc.note)
    if role.nearest:
        return OfficialMatch(role.nearest.code, role.nearest.match, title)
    if code := code_of(role.key):
        return OfficialMatch(code[:7], "exact" if code.endswith(".00") else "broader")
    return None


SOC_KEY = nested(
    "soc",
    "the official occupation that it is, or is nearest to",
    soc_of,
    Field("code", "its SOC code"),
    Field("match", "exact, close, or broader: the role is a small part of it"),
    Field("title", "its official title", optional=True),
    Field("note", "why this one", optional=True),
    optional=True,
)
SOC_COLUMNS = (
    column("soc", "the code of its official occupation", "code"),
    column("soc_match", "exact, close or broader", "match"),
)


FACTS = (*NAMED, SOC_KEY, PAY_KEY, OUTLOOK_KEY)
"""What several answers say of a role."""


def level_pay(role: Role, level: PayLevel | None) -> Figure | None:
    """The pay that is published of a role at a level."""
    series = on_basis(role.pay, "levels")
    return series.figure(level) if series and level else None


def time_needed(credential: Credential, _: Any) -> str | None:
    """How long a credential takes, in words; None if no source says."""
    return amount_words(credential.time) if credential.time else None


TIME_SOURCE = Field(
    "source",
    "of that: a page of the Handbook, `ooh:PAGE`, an address, or editorial",
    lambda credential, _: credential.time and (credential.time.source or "editorial"),
)
"""Where the time is from that a credential takes."""


def id_of(named: Any) -> str:
    """The id of a skill that something is of, else its own."""
    name: str = getattr(named, "skill", None) or named.id
    return name


def label_of(named: Any, view: Any) -> str:
    """The label of a skill or credential."""
    return str(view.labels[id_of(named)])


LABELED = (Field("id", "its id"), Field("label", "its label", label_of))


def labels_of(asked: Any, view: Any) -> str:
    """The labels of skills that can stand in for each other."""
    return " / ".join(view.labels[skill] for skill in asked.any_of)
