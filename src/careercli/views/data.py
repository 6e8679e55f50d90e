"""The JSON and CSV forms: numbers as numbers, each figure with its source and kind.

docs/json.md describes these shapes; they change only with `output.JSON_SCHEMA`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from careercli.build import as_data
from careercli.core.gap import WEIGHT, Gap, Step, Term
from careercli.core.pay import PAY_LEVELS, PERCENTILE_FOR, Paid, PayLevel, on_basis
from careercli.model import Figure, Labelled, Pay, Role, Row
from careercli.views.day import block_minutes

Data = dict[str, Any]


def series_data(series: Pay) -> Data:
    """A pay series with each point as a figure."""
    points = {name: as_data(series.figure(name)) for name in series.points}
    return {"basis": series.basis, "place": series.place, "unit": series.unit, "points": points}


def _with_series(value: Data, part: Role | Row) -> Data:
    value["pay"] = [series_data(series) for series in part.pay]
    if part.nearest and part.nearest.pay:
        value["nearest"]["pay"] = series_data(part.nearest.pay)
    return value


def role_data(role: Role, skills: Mapping[str, Labelled], family: str) -> Data:
    """A role whole, with the labels of the skills that it names."""
    value = _with_series(as_data(role), role)
    value["family_title"] = family
    value["skills"] = {
        skill_id: {"label": skill.label, "kind": skill.kind} for skill_id, skill in skills.items()
    }
    return value


def row_data(row: Row) -> Data:
    """A role as it stands in lists."""
    return _with_series(as_data(row), row)


def names(role: Role | Row) -> Data:
    """A role's key, slug and title."""
    return {"key": role.key, "slug": role.slug, "title": role.title}


def sources_data(role: Role | Row) -> Data:
    return {source_id: as_data(source) for source_id, source in role.sources.items()}


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
    if level:
        series = on_basis(role.pay, "levels")
        value |= {"level": level, "figure": as_data(series.figure(level)) if series else None}
    return value | {"sources": sources_data(role)}


def pay_rows(roles: Sequence[Role | Row], level: PayLevel | None) -> list[list[object]]:
    """One CSV row for each figure; a level that is not published has an empty amount."""
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
        ]
    ]
    for role in roles:
        nearest = role.nearest
        for series in role.pay:
            wanted = [level] if level else [*series.points, *_absent(series)]
            table += [_pay_row(role, series, point, "", "") for point in wanted]
        if nearest and nearest.pay and not level:
            table += [
                _pay_row(role, nearest.pay, point, nearest.code, nearest.match)
                for point in nearest.pay.points
            ]
    return table


def _absent(series: Pay) -> list[str]:
    if series.basis != "levels":
        return []
    return [level for level in PAY_LEVELS if level not in series.points]


def _pay_row(role: Role | Row, series: Pay, point: str, soc: str, match: str) -> list[object]:
    points: dict[str, float] = dict(series.points.items())
    return [
        role.slug,
        role.title,
        series.basis,
        point,
        points.get(point, ""),
        series.kind or "",
        series.source,
        series.place,
        soc,
        match,
    ]


def ranking_data(levels: list[Paid], percentiles: list[Paid], level: PayLevel) -> Data:
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


def ranking_rows(levels: list[Paid], percentiles: list[Paid]) -> list[list[object]]:
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
    return as_data(figure) if figure else None


def tier_data(role: Role) -> Data:
    """`tiers ROLE`, with the pay published for each rung's level."""
    series = on_basis(role.pay, "levels")
    tiers = []
    for tier in role.tiers:
        pay = series.figure(tier.level) if series and tier.level else None
        tiers.append(as_data(tier) | {"pay": _figure(pay)})
    return {"role": names(role), "tiers": tiers, "sources": sources_data(role)}


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
    blocks = [as_data(block) | {"minutes": block_minutes(block)} for block in role.day]
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
                block_minutes(block),
                block.name,
                block.focus,
                activity,
            ]
            for activity in block.activities or ("",)
        ]
    return table


def requirement_data(role: Role, labels: Mapping[str, str]) -> list[Data]:
    """A role's requirements with the labels of their skills."""
    return [
        {
            "any_of": [{"id": skill, "label": labels[skill]} for skill in one.any_of],
            "need": one.need,
            "expected": dict(one.expected),
            "kind": "editorial",
        }
        for one in role.requirements
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


def gap_data(found: Gap, steps: Sequence[Step], labels: Mapping[str, str]) -> Data:
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
