"""`compare` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from careercli.core.pay import survey_of
from careercli.model.role import WorkLife
from careercli.output.records.fields import Answer, Field, Shape, Table, inside, nested
from careercli.output.records.parts import FACTS, SOURCE, UNIT_NAMES, outlook_of
from careercli.output.records.role import DAY_MINUTES, TIER

if TYPE_CHECKING:
    from careercli.core.compare import SharedSkills
    from careercli.model.basics import PayPoint, Source
    from careercli.model.role import Role
    from careercli.output.screens.compare import Comparison


def _education(role: Role, _: Any) -> str | None:
    """A guide's usual education; an occupation's typical entry by the projections."""
    if role.bare_occupation:
        return role.bare_occupation.entry
    return role.education.usual if role.education else None


class Compared(NamedTuple):
    """A role, and the job zone of it or of its nearest occupation."""

    role: Role
    zone: int | None


def _compared(found: Comparison, _: Any) -> list[Compared]:
    return [Compared(*pair) for pair in zip(found.roles, found.zones, strict=True)]


ROLE = Table(
    *inside(
        "role",
        *FACTS,
        Field("education", "education that is usual, or typical at entry", _education),
        Field("tiers", "its tiers, the lowest first", of=TIER),
        DAY_MINUTES,
        Field(
            "remote",
            "how far it can be done from elsewhere",
            lambda role, _: role.setting.remote if role.setting else None,
        ),
        Field("worklife", "stress and balance", of=Shape(WorkLife)),
    ),
    Field("zone", "its job zone, 1 to 5, or its nearest occupation's"),
)


def _slugs(found: Comparison, places: Sequence[int]) -> list[str]:
    return [found.roles[place].slug for place in places]


def _sources(found: Comparison, _: Any) -> Mapping[str, Source]:
    sources = {name: source for role in found.roles for name, source in role.sources.items()}
    return sources | {"onet": found.onet}


def _has_skill(place: int, group: SharedSkills, found: Comparison) -> str:
    """Whether a role has the skills of a group. What only guides name, or only official data, isn't
    known of a role of the other kind."""
    if place in group.roles:
        return "yes"
    kinds = [role.bare_occupation is None for role in found.roles]
    told = place not in found.unknown and kinds[place] in {kinds[at] for at in group.roles}
    return "" if told else "not known"


def _facts(found: Comparison) -> Iterator[Sequence[object]]:
    """A row for each fact, with a column for each role."""
    columns = {field.name: field.reader() for field in ROLE.fields}
    surveys = [survey_of(role) for role in found.roles]
    yield ["fact", *(role.slug for role in found.roles)]
    for unit, column in UNIT_NAMES.items():
        if unit == "USD/year" or any(pay and pay.unit == unit for pay in surveys):
            points: tuple[PayPoint, ...] = ("p10", "p50", "p90")
            for point in points:
                cells = (p.points.get(point) if p and p.unit == unit else None for p in surveys)
                yield [f"survey_{point}_{column}", *cells]
    growths = (outlook.growth if outlook else None for outlook in map(outlook_of, found.roles))
    yield ["growth_percent", *(growth and growth.value for growth in growths)]
    roles = _compared(found, None)
    for name in ("zone", "education", "day_minutes", "remote"):
        yield [name, *(columns[name](compared, found) for compared in roles)]
    for group in found.common:
        has = [_has_skill(place, group, found) for place in range(len(found.roles))]
        for skill in group.skills:
            yield [f"skill {found.labels[skill]}", *has]


COMPARE = Answer.of(
    "compare",
    Field("roles", "the roles, by title", _compared, of=ROLE),
    nested(
        "skills",
        "the skills that some of them ask for, by which of them do",
        "common",
        Field("roles", "their slugs", lambda shared, found: _slugs(found, shared.roles)),
        nested(
            "skills",
            "the skills",
            lambda shared, found: [(skill, found.labels[skill]) for skill in shared.skills],
            Field("id", "its id", lambda skill, _: skill[0]),
            Field("label", "its label", lambda skill, _: skill[1]),
        ),
    ),
    Field(
        "skills_unknown",
        "slugs of the roles of which no skills are known",
        lambda found, _: _slugs(found, found.unknown),
    ),
    Field("sources", "the sources of figures, by id; `onet` of job zones", _sources, of=SOURCE),
    csv=_facts,
)
