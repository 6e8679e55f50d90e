"""The JSON and CSV forms: numbers as numbers, each figure with its source and kind.

docs/json.md describes these shapes; they change only with `output.JSON_SCHEMA`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from careercli.core.pay import PAY_LEVELS, PERCENTILE_FOR, PayLevel, RankedPay, on_basis, survey_of
from careercli.core.role_filters import soc_of
from careercli.model.basics import Figure, Pay, PayPoint, RoleRow, SkillLabel, Source
from careercli.model.codec import to_json_data

if TYPE_CHECKING:
    from careercli.core.gap import Gap, NextSkill, RoleGap, Term
    from careercli.core.moves import MoveRole
    from careercli.core.onet_gap import OnetGap
    from careercli.core.software import SoftwareGap
    from careercli.model.occupation import AreaPay, Occupation
    from careercli.model.role import Role

Data = dict[str, Any]


def series_data(series: Pay) -> Data:
    """A pay series with each point as a figure; what holds for all points stands once."""
    points = {
        name: {
            "value": int(amount) if amount.is_integer() else amount,
            "unit": series.unit,
            "kind": series.kind,
            "source": series.source,
            **({"at_least": True} if name in series.at_least else {}),
        }
        for name, amount in series.points.items()
    }
    common = {"date": series.date, "note": series.note}
    known = {name: value for name, value in common.items() if value}
    return {"basis": series.basis, "place": series.place, **known, "points": points}


def _with_series(value: Data, part: Role | RoleRow) -> Data:
    value["pay"] = [series_data(series) for series in part.pay]
    if part.nearest and part.nearest.pay:
        value["nearest"]["pay"] = series_data(part.nearest.pay)
    return value


PARTS: Mapping[str, tuple[str, ...]] = {
    "pay": ("pay", "nearest"),
    "outlook": ("outlook", "nearest"),
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
"""Section -> keys of a role; another section is its own key, or a part of an occupation."""
ALWAYS = ("key", "slug", "title", "summary", "family", "family_title", "soc", "sources", "skills")


def role_data(
    role: Role, skills: Mapping[str, SkillLabel], family: str, sections: Sequence[str] = ()
) -> Data:
    """A role whole, with the labels of the skills that it names."""
    value = _with_series(to_json_data(role), role)
    if role.occupation and role.occupation.hourly:
        value["occupation"]["hourly"] = series_data(role.occupation.hourly)
    value["family_title"] = family
    value["skills"] = {
        skill_id: {"label": skill.label, "kind": skill.kind} for skill_id, skill in skills.items()
    }
    if not sections:
        return value
    keys = {key for name in sections for key in PARTS.get(name, (name, "occupation"))}
    return {key: part for key, part in value.items() if key in keys or key in ALWAYS}


def row_data(row: RoleRow) -> Data:
    """A role as it stands in lists."""
    return _with_series(to_json_data(row), row)


def names(role: Role | RoleRow | MoveRole) -> Data:
    """A role's key, slug and title."""
    return {"key": role.key, "slug": role.slug, "title": role.title}


def sources_data(role: Role | RoleRow) -> Data:
    return {source_id: to_json_data(source) for source_id, source in role.sources.items()}


def pay_data(role: Role, level: PayLevel | None) -> Data:
    """`salary ROLE`; `figure` is null where the level asked for is not published."""
    value: Data = {"role": names(role), "pay": [series_data(series) for series in role.pay]}
    if role.nearest and role.nearest.pay:
        nearest = role.nearest
        value["nearest"] = {
            "code": nearest.code,
            "title": nearest.title,
            "match": nearest.match,
            "pay": series_data(role.nearest.pay),
        }
    if role.occupation and role.occupation.hourly:
        value["hourly"] = series_data(role.occupation.hourly)
    if level:
        series = on_basis(role.pay, "levels")
        value |= {"level": level, "figure": to_json_data(series.figure(level)) if series else None}
    return value | {"sources": sources_data(role)}


def pay_rows(roles: Sequence[Role | RoleRow], level: PayLevel | None) -> list[list[object]]:
    """One CSV row for each figure; a level that is not published has an empty amount.

    What is paid by the hour stands in a column of its own, so that no amount is mistaken for a
    year's.
    """
    table: list[list[object]] = [
        [
            "slug",
            "title",
            "basis",
            "point",
            "usd_a_year",
            "kind",
            "source",
            "place",
            "soc",
            "soc_match",
            "usd_an_hour",
            "at_least",
        ]
    ]
    for role in roles:
        nearest = role.nearest
        own = ("", "") if nearest else soc_of(role)
        for series in (*role.pay, *_hourly(role)):
            wanted = [level] if level else [*series.points, *_absent(series)]
            table += [_pay_row(role, series, point, *own) for point in wanted]
        if nearest and nearest.pay and not level:
            table += [
                _pay_row(role, nearest.pay, point, *soc_of(role)) for point in nearest.pay.points
            ]
    return table


def _hourly(role: Role | RoleRow) -> tuple[Pay, ...]:
    """The pay of an occupation that is published by the hour alone; of a list's rows none."""
    hourly = None if isinstance(role, RoleRow) or not role.occupation else role.occupation.hourly
    return (hourly,) if hourly else ()


def _absent(series: Pay) -> list[str]:
    if series.basis != "levels":
        return []
    return [level for level in PAY_LEVELS if level not in series.points]


def _pay_row(role: Role | RoleRow, series: Pay, point: str, soc: str, match: str) -> list[object]:
    points: dict[str, float] = dict(series.points.items())
    amount = points.get(point, "")
    by_hour = series.unit == "USD/hour"
    return [
        role.slug,
        role.title,
        series.basis,
        point,
        "" if by_hour else amount,
        series.kind or "",
        series.source,
        series.place,
        soc,
        match,
        amount if by_hour else "",
        "yes" if point in series.at_least else "",
    ]


def ranking_data(levels: list[RankedPay], percentiles: list[RankedPay], level: PayLevel) -> Data:
    """`salary --level`: two lists, each ranked by itself."""
    sources: Data = {}
    for one in (*levels, *percentiles):
        sources |= sources_data(one.row)
    return {
        "level": level,
        "by_level": [names(one.row) | {"figure": _figure(one.figure)} for one in levels],
        "percentile": PERCENTILE_FOR.get(level),
        "by_percentile": [
            names(one.row)
            | {"figure": _figure(one.figure)}
            | (
                {
                    "nearest": {
                        "code": one.row.nearest.code,
                        "title": one.row.nearest.title,
                        "match": one.row.nearest.match,
                    }
                }
                if one.row.nearest
                else {}
            )
            for one in percentiles
        ],
        "sources": sources,
    }


def ranking_rows(levels: list[RankedPay], percentiles: list[RankedPay]) -> list[list[object]]:
    """Both rankings as CSV rows, told apart by `basis`."""
    table: list[list[object]] = [
        ["basis", "rank", "slug", "title", "point", "usd_a_year", "kind", "source"]
    ]
    for basis, paid in (("levels", levels), ("percentiles", percentiles)):
        for rank, one in enumerate(paid, start=1):
            figure = one.figure
            table.append(
                [
                    basis,
                    rank if figure else "",
                    one.row.slug,
                    one.row.title,
                    (figure.label or "") if figure else "",
                    figure.value if figure else "",
                    (figure.kind or "") if figure else "",
                    figure.source if figure else "",
                ]
            )
    return table


def _figure(figure: Figure | None) -> Data | None:
    return to_json_data(figure) if figure else None


def tier_data(role: Role) -> Data:
    """`tiers ROLE`, with the pay published for each rung's level."""
    series = on_basis(role.pay, "levels")
    tiers = []
    for tier in role.tiers:
        pay = series.figure(tier.level) if series and tier.level else None
        tiers.append(to_json_data(tier) | {"pay": _figure(pay)})
    value: Data = {"role": names(role), "tiers": tiers}
    if found := role.occupation:
        value["zone"] = to_json_data(found.zone) if found.zone else None
        value |= {"entry": found.entry, "experience": found.experience, "training": found.training}
    return value | {"sources": sources_data(role)}


def tier_rows(role: Role) -> list[list[object]]:
    table: list[list[object]] = [
        [
            "slug",
            "rung",
            "title",
            "level",
            "years_from",
            "years_to",
            "usd_a_year",
            "kind",
            "essence",
        ]
    ]
    series = on_basis(role.pay, "levels")
    for rung, tier in enumerate(role.tiers, start=1):
        pay = series.figure(tier.level) if series and tier.level else None
        years = tier.years
        table.append(
            [
                role.slug,
                rung,
                tier.title,
                tier.level or "",
                years.start if years else "",
                years.end if years and years.end is not None else "",
                pay.value if pay else "",
                (pay.kind or "") if pay else "",
                tier.essence,
            ]
        )
    return table


def day_data(role: Role) -> Data:
    """`day ROLE`; minutes add up to `minutes`."""
    blocks = [to_json_data(block) | {"minutes": block.minutes} for block in role.day]
    return {
        "role": names(role),
        "day": blocks,
        "minutes": sum(block["minutes"] for block in blocks),
    }


def day_rows(role: Role) -> list[list[object]]:
    table: list[list[object]] = [["slug", "start", "end", "minutes", "name", "focus", "activity"]]
    for block in role.day:
        table += [
            [
                role.slug,
                block.start,
                block.end,
                block.minutes,
                block.name,
                block.focus,
                activity,
            ]
            for activity in block.activities or ("",)
        ]
    return table


def requirement_data(role: Role, labels: Mapping[str, str], level: str | None) -> list[Data]:
    """A role's requirements with the labels of their skills; at one level or at all."""
    return [
        {
            "any_of": [{"id": skill, "label": labels[skill]} for skill in one.any_of],
            "need": one.need,
            "expected": {
                name: mark for name, mark in one.expected.items() if level in (None, name)
            },
            "kind": "editorial",
        }
        for one in role.requirements
        if level is None or level in one.expected
    ]


def requirement_rows(
    role: Role, labels: Mapping[str, str], level: str | None
) -> list[list[object]]:
    table: list[list[object]] = [["slug", "need", "skills", "labels", "level", "expected", "kind"]]
    for one in role.requirements:
        for asked, expected in one.expected.items():
            if level in (None, asked):
                table.append(
                    [
                        role.slug,
                        one.need,
                        " | ".join(one.any_of),
                        " | ".join(labels[skill] for skill in one.any_of),
                        asked,
                        expected,
                        "editorial",
                    ]
                )
    return table


def term_data(term: Term, labels: Mapping[str, str]) -> Data:
    """One term of readiness."""
    from careercli.core.gap import WEIGHT

    return {
        "any_of": list(term.requirement.any_of),
        "label": " / ".join(labels[skill] for skill in term.requirement.any_of),
        "need": term.requirement.need,
        "weight": WEIGHT[term.requirement.need],
        "expected": term.expected,
        "counted": term.skill if term.level else None,
        "level": term.level if term.state != "unrated" else None,
        "state": term.state,
        "points": term.points,
        "full": term.full,
        "claimed": term.claimed,
        "evidence": term.evidence or None,
        "adjacent": list(term.adjacent),
    }


def gap_data(found: Gap, steps: Sequence[NextSkill], labels: Mapping[str, str]) -> Data:
    """A gap whole; `readiness_percent` is null where nothing is rated."""
    return {
        "level": found.level,
        "readiness_percent": found.readiness,
        "ceiling_percent": found.ceiling,
        "points": found.points,
        "full": found.full,
        "rated": found.rated,
        "requirements": len(found.terms),
        "terms": [term_data(term, labels) for term in found.terms],
        "next": [
            {"skill": step.term.skill, "label": labels[step.term.skill], "gain_points": step.gain}
            for step in steps
        ],
    }


def gap_rows(slug: str, found: Gap, labels: Mapping[str, str]) -> list[list[object]]:
    table: list[list[object]] = [
        [
            "slug",
            "career_level",
            "skills",
            "labels",
            "need",
            "state",
            "level",
            "expected",
            "points",
            "full",
            "claimed",
            "evidence",
            "adjacent",
        ]
    ]
    table += [
        [
            slug,
            found.level,
            " | ".join(term.requirement.any_of),
            " | ".join(labels[skill] for skill in term.requirement.any_of),
            term.requirement.need,
            term.state,
            "" if term.state == "unrated" else term.level,
            term.expected,
            term.points,
            term.full,
            term.claimed,
            term.evidence,
            " | ".join(term.adjacent),
        ]
        for term in found.terms
    ]
    return table


def all_gaps_data(gaps: Sequence[RoleGap], level: str) -> Data:
    """`skills --gap` without a role: how far each one is."""
    return {
        "level": level,
        "roles": [
            {
                "slug": one.slug,
                "title": one.title,
                "level": one.gap.level,
                "readiness_percent": one.gap.readiness,
                "ceiling_percent": one.gap.ceiling,
                "points": one.gap.points,
                "full": one.gap.full,
                "rated": one.gap.rated,
                "claimed": one.gap.claimed,
                "requirements": len(one.gap.terms),
            }
            for one in gaps
        ],
    }


def all_gaps_rows(gaps: Sequence[RoleGap]) -> list[list[object]]:
    names = ["slug", "title", "level", "readiness_percent", "ceiling_percent"]
    table: list[list[object]] = [[*names, "rated", "requirements"]]
    for one in gaps:
        found = one.gap
        percents = ["" if n is None else n for n in (found.readiness, found.ceiling)]
        lead = [one.slug, one.title, found.level, *percents]
        table.append([*lead, found.rated, len(found.terms)])
    return table


def area_data(found: Sequence[tuple[Role, list[AreaPay]]], sources: Mapping[str, Source]) -> Data:
    """`salary ROLE --area`: the country's figures, and each area's."""
    every = dict(sources)
    roles = []
    for role, areas in found:
        every |= role.sources
        country = survey_of(role)
        roles.append(
            {
                "role": names(role),
                "country": series_data(country) if country else None,
                "areas": [
                    {
                        "area": one.area,
                        "pay": series_data(one.pay) if one.pay else None,
                        "employment": to_json_data(one.employment) if one.employment else None,
                    }
                    for one in areas
                ],
            }
        )
    return {"roles": roles, "sources": {name: to_json_data(one) for name, one in every.items()}}


def area_rows(found: Sequence[tuple[Role, list[AreaPay]]]) -> list[list[object]]:
    """`salary ROLE --area` as CSV rows; what is not published is empty."""
    order: tuple[PayPoint, ...] = ("p10", "p25", "p50", "p75", "p90", "mean")
    table: list[list[object]] = [
        ["slug", "area", "unit", *order, "at_least", "employment", "source"]
    ]
    for role, areas in found:
        from careercli.model.occupation import AreaPay

        country = AreaPay("US", survey_of(role))
        for one in (country, *areas):
            pay = one.pay
            table.append(
                [
                    role.slug,
                    one.area,
                    pay.unit if pay else "",
                    *(pay.points.get(point, "") if pay else "" for point in order),
                    " ".join(pay.at_least) if pay else "",
                    one.employment.value if one.employment else "",
                    pay.source if pay else "",
                ]
            )
    return table


def ratings_data(role: Role, found: Occupation) -> Data:
    """`skills` of an occupation: ratings on their scales, and software."""
    return {
        "role": names(role),
        "ratings": to_json_data(found.ratings),
        "software": to_json_data(found.software),
        "sources": sources_data(role),
    }


def ratings_rows(role: Role, found: Occupation) -> list[list[object]]:
    """Ratings and software as CSV rows."""
    table: list[list[object]] = [
        ["slug", "kind", "id", "name", "scale", "value", "level", "demand"]
    ]
    for kind, ratings in found.ratings.items():
        for one in ratings.rows:
            level = "" if one.level is None else one.level
            table.append([role.slug, kind, one.id, one.name, ratings.scale, one.value, level, ""])
    for program in found.software:
        demand = "in demand" if program.in_demand else "hot" if program.hot else ""
        table.append([role.slug, "software", "", program.name, "", "", "", demand])
    return table


def occupation_gap_data(role: Role, skills: OnetGap | None, software: SoftwareGap) -> Data:
    """`skills --gap` of an occupation; `onet` is null where O*NET rates none of its skills."""
    return {
        "role": names(role),
        "onet": _onet_gap_data(skills) if skills else None,
        "wanted": software.wanted,
        "known": software.known,
        "rated": software.rated,
        "programs": [
            {
                "name": one.software.name,
                "skill": one.skill,
                "state": one.state,
                "level": one.level or None,
            }
            for one in software.programs
        ],
        "unmatched": list(software.unmatched),
        "sources": sources_data(role),
    }


def _onet_gap_data(found: OnetGap) -> Data:
    return {
        "readiness_percent": found.readiness,
        "ceiling_percent": found.ceiling,
        "points": found.points,
        "full": found.full,
        "rated": found.rated,
        "skills": len(found.terms),
        "terms": [
            {
                "id": term.rating.id,
                "name": term.rating.name,
                "importance": term.rating.value,
                "needed": term.needed,
                "level": term.level,
                "state": term.state,
                "points": term.points,
                "full": term.full,
                "uncertain": term.uncertain,
            }
            for term in found.terms
        ],
        "left_out": [one.id for one in found.left_out],
    }


def occupation_gap_rows(
    role: Role, skills: OnetGap | None, software: SoftwareGap
) -> list[list[object]]:
    """O*NET's skills, then software, as CSV rows."""
    table: list[list[object]] = [
        [
            *("slug", "name", "skill", "state", "level", "wanted"),
            *("needed", "importance", "points", "full"),
        ]
    ]
    for term in skills.terms if skills else ():
        level = "" if term.level is None else term.level
        rating = term.rating
        row = [role.slug, rating.name, rating.id, term.state, level, ""]
        table.append([*row, term.needed, rating.value, term.points, term.full])
    nothing = [""] * 4
    for one in software.programs:
        row = [role.slug, one.software.name, one.skill, one.state, one.level or "", software.wanted]
        table.append([*row, *nothing])
    table += [
        [role.slug, name, "", "unmatched", "", software.wanted, *nothing]
        for name in software.unmatched
    ]
    return table
