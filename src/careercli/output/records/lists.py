"""`lists` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.core.pay import median, on_basis
from careercli.core.role_filters import soc_of
from careercli.model.basics import Hit, RoleRow


def search_rows(hits: Sequence[Hit]) -> list[list[object]]:
    """`search` as CSV."""
    table: list[list[object]] = [["rank", "slug", "title", "where", "words"]]
    table += [
        [rank, hit.row.slug, hit.row.title, hit.kind, hit.words]
        for rank, hit in enumerate(hits, start=1)
    ]
    return table


def list_rows(rows: Sequence[RoleRow]) -> list[list[object]]:
    """`list` as CSV rows."""
    table: list[list[object]] = [
        [
            "slug",
            "title",
            "family",
            "median_pay_usd",
            "pay_kind",
            "pay_source",
            "growth_percent",
            "growth_kind",
            "survey_median_usd",
            "soc",
            "soc_match",
            "remote",
            "demand",
            "projected_growth_percent",
            "interests",
            "origin",
        ]
    ]
    for row in rows:
        pay, nearest = median(row.pay), row.nearest
        interests = nearest.interests if nearest else row.interests
        series = on_basis([nearest.pay] if nearest and nearest.pay else [], "percentiles")
        table.append(
            [
                row.slug,
                row.title,
                row.family or "",
                pay.value if pay else "",
                (pay.kind or "") if pay else "",
                pay.source if pay else "",
                row.growth.value if row.growth else "",
                (row.growth.kind or "") if row.growth else "",
                series.points.get("p50", "") if series else "",
                *soc_of(row),
                row.remote or "",
                row.demand or "",
                nearest.growth.value if nearest and nearest.growth else "",
                interests or "",
                row.origin,
            ]
        )
    return table
