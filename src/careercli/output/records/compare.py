"""`compare` as JSON and CSV."""

from __future__ import annotations

from typing import Any

from careercli.core.pay import on_basis, survey_of
from careercli.model.basics import Pay, PayPoint
from careercli.model.codec import to_json_data
from careercli.model.role import Role
from careercli.output.records.role import names, series_data, sources_data
from careercli.output.screens.compare import Comparison, _education, _growth

Data = dict[str, Any]


def compare_data(found: Comparison) -> Data:
    """`compare` as JSON."""
    return {
        "roles": [
            _role_data(role, zone) for role, zone in zip(found.roles, found.zones, strict=True)
        ],
        "skills": [
            {
                "roles": [found.roles[place].slug for place in one.roles],
                "skills": [{"id": skill, "label": found.labels[skill]} for skill in one.skills],
            }
            for one in found.common
        ],
        "skills_unknown": [found.roles[place].slug for place in found.unknown],
        "sources": {"onet": to_json_data(found.onet)},
    }


def _role_data(role: Role, zone: int | None) -> Data:
    survey, levels = survey_of(role), on_basis(role.pay, "levels")
    growth = _growth(role)
    return {
        **names(role),
        "survey": series_data(survey) if survey else None,
        "levels": series_data(levels) if levels else None,
        "growth": to_json_data(growth) if growth else None,
        "zone": zone,
        "education": _education(role) or None,
        "tiers": [to_json_data(tier) for tier in role.tiers],
        "day_minutes": sum(block.minutes for block in role.day) or None,
        "remote": role.setting.remote if role.setting else None,
        "worklife": to_json_data(role.worklife) if role.worklife else None,
        "sources": sources_data(role),
    }


def compare_rows(found: Comparison) -> list[list[object]]:
    """`compare` as CSV: a row for each fact, a column for each role."""
    header: list[object] = ["fact", *(role.slug for role in found.roles)]
    every = [_role_data(role, zone) for role, zone in zip(found.roles, found.zones, strict=True)]
    surveys = [survey_of(role) for role in found.roles]
    growths = [_growth(role) for role in found.roles]
    facts: list[list[object]] = [
        [f"survey_{point}_usd_year", *(_point(one, point) for one in surveys)]
        for point in ("p10", "p50", "p90")
    ]
    facts.append(["growth_percent", *(one.value if one else "" for one in growths)])
    facts += [
        [fact, *(one[fact] or "" for one in every)]
        for fact in ("zone", "education", "day_minutes", "remote")
    ]
    for one in found.common:
        has = ["yes" if place in one.roles else "" for place in range(len(found.roles))]
        facts += [[f"skill {found.labels[skill]}", *has] for skill in one.skills]
    return [header, *facts]


def _point(pay: Pay | None, point: PayPoint) -> object:
    return pay.points.get(point, "") if pay and pay.unit == "USD/year" else ""
