"""Roles as a list."""

from collections.abc import Mapping, Sequence

from careercli.core.listing import projected_growth, typical_pay
from careercli.core.pay import median, on_basis
from careercli.model import Figure, Hit, Row
from careercli.page import (
    Column,
    Commands,
    Inline,
    Page,
    Paragraph,
    Table,
    Title,
    data,
    plain,
    quiet,
)
from careercli.provenance import Footnotes
from careercli.views.words import counted, signed_percent, usd


def list_page(
    rows: Sequence[Row],
    families: Mapping[str, str],
    readiness: Mapping[str, int],
    *,
    narrowed: bool,
) -> Page:
    """`list`: title, pay, growth, how remote."""
    sources = {name: source for row in rows for name, source in row.sources.items()}
    footnotes = Footnotes()
    columns = [
        Column("Role", wide=True),
        Column("median pay", "right", short="pay"),
        Column("growth", "right"),
        Column("remote", spare=True),
        Column("family", wide=True, spare=True),
    ]
    if readiness:
        columns.insert(1, Column("ready", "right"))
    body = []
    for row in rows:
        cells = _cells(row, families, footnotes.of(row.sources))
        if readiness:
            percent = readiness.get(row.key)
            ready: Inline = quiet("–") if percent is None else data(f"{percent} %")
            cells = (cells[0], ready, *cells[1:])
        body.append(cells)
    slug = rows[0].slug
    aside = counted(len(rows), "role") + (" of what was asked for" if narrowed else "")
    if any(row.key.startswith("soc:") for row in rows):
        for name in (one for one in sources if one.startswith("onet")):  # their titles are O*NET's
            aside += f" {footnotes.of(sources).cite(name, None)}"
    return (
        Title("Roles", aside),
        Table(tuple(columns), tuple(body)),
        *(
            [
                Paragraph(
                    quiet("~ of the nearest official occupation, which is not exactly the job.")
                )
            ]
            if any("~" in plain(cell) for cells in body for cell in cells)
            else []
        ),
        Commands(((f"careercli show {slug}", "read one"),)),
        *footnotes.notes(),
    )


def _cells(row: Row, families: Mapping[str, str], footnotes: Footnotes) -> tuple[Inline, ...]:
    pay: Inline = quiet("–")
    if figure := typical_pay(row):
        pay = (data(about(row, figure) + usd(figure.value)), f" {footnotes.figure(figure)}")
    growth: Inline = quiet("–")
    if change := projected_growth(row):
        words = about(row, change) + signed_percent(change.value)
        growth = (data(words), f" {footnotes.figure(change)}")
    title: Inline = (row.title, quiet(f" ({row.origin})")) if row.origin else row.title
    return (title, pay, growth, row.remote or "–", families.get(row.family or "", ""))


def about(row: Row, figure: Figure) -> str:
    """`~` where a figure is of a nearest occupation that is not exactly the job."""
    nearest = row.nearest
    official = figure.kind in ("survey", "projection")
    return "~" if official and nearest and nearest.match != "exact" else ""


def search_page(query: str, hits: Sequence[Hit]) -> Page:
    """`search`: each role with the place where it hit."""
    rows = tuple((hit.row.title, quiet(_place(hit))) for hit in hits)
    return (
        Title("Found", f"for \u201c{query}\u201d, best first"),
        Table((Column("Role", wide=True), Column("where", wide=True)), rows),
        Commands(((f"careercli show {hits[0].row.slug}", "read the first"),)),
    )


def _place(hit: Hit) -> str:
    if hit.kind == "title":
        return "title"
    return f"{hit.kind}: {hit.words}"


def search_rows(hits: Sequence[Hit]) -> list[list[object]]:
    """`search` as CSV."""
    table: list[list[object]] = [["rank", "slug", "title", "where", "words"]]
    table += [
        [rank, hit.row.slug, hit.row.title, hit.kind, hit.words]
        for rank, hit in enumerate(hits, start=1)
    ]
    return table


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
            "projected_growth_percent",
            "interests",
            "origin",
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
                nearest.growth.value if nearest and nearest.growth else "",
                (nearest.interests or "") if nearest else "",
                row.origin,
            ]
        )
    return table
