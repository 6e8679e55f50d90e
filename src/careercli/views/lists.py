"""Roles as a list."""

from collections.abc import Mapping, Sequence

from careercli.core.pay import median, on_basis
from careercli.model import Row
from careercli.page import Column, Commands, Inline, Page, Table, Title, data, quiet
from careercli.provenance import Footnotes
from careercli.views.words import counted, signed_percent, usd


def list_page(rows: Sequence[Row], families: Mapping[str, str]) -> Page:
    """`list`: title, pay, growth, how remote."""
    sources = {name: source for row in rows for name, source in row.sources.items()}
    footnotes = Footnotes(sources)
    body = tuple(_cells(row, families, footnotes) for row in rows)
    guides = sum(row.key.startswith("guide:") for row in rows)
    count = counted(guides, "guide")
    if guides < len(rows):
        count += f" and {counted(len(rows) - guides, 'occupation')}"
        for name in (one for one in sources if one.startswith("onet")):  # the titles are O*NET's
            count += f" {footnotes.cite(name, None)}"
    columns = (
        Column("Role", wide=True),
        Column("median pay", "right", short="pay"),
        Column("growth", "right"),
        Column("remote"),
        Column("family", wide=True),
    )
    example = rows[0].slug if rows else "ROLE"
    return (
        Title("Roles", count),
        Table(columns, body),
        Commands(((f"careercli show {example}", "read one"),)),
        *footnotes.notes(),
    )


def _cells(row: Row, families: Mapping[str, str], footnotes: Footnotes) -> tuple[Inline, ...]:
    pay: Inline = quiet("–")
    survey = row.nearest.pay if row.nearest else None
    if figure := median(row.pay) or median([survey] if survey else []):
        pay = (data(usd(figure.value)), f" {footnotes.figure(figure)}")
    growth: Inline = quiet("–")
    if change := row.growth or (row.nearest.growth if row.nearest else None):
        growth = (data(signed_percent(change.value)), f" {footnotes.figure(change)}")
    return (row.title, pay, growth, row.remote or "–", families.get(row.family or "", ""))


def list_rows(rows: Sequence[Row]) -> list[list[object]]:
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
        ]
    ]
    for row in rows:
        pay, nearest = median(row.pay), row.nearest
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
                nearest.code if nearest else "",
                nearest.match if nearest else "",
                row.remote or "",
                row.demand or "",
            ]
        )
    return table
