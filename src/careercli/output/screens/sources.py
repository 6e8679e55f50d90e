"""Imported data sets on the screen."""

from collections.abc import Sequence

from careercli.model.occupation import Dataset
from careercli.output.page import Block, Bullets, Commands, Entry, Facts, Page, Paragraph, Title
from careercli.output.screens.wording import pluralize

NEXT = (
    ("careercli import onet", "every occupation: tasks, skills, software, titles"),
    ("careercli import oews", "pay by occupation"),
    ("careercli import projections", "growth and openings by occupation"),
)


def sources_page(datasets: Sequence[Dataset]) -> Page:
    """`sources`."""
    title = Title("Sources", pluralize(len(datasets), "imported data set"))
    missing = tuple(row for row in NEXT if row[0].split()[-1] not in {one.name for one in datasets})
    blocks: list[Block] = [title, *_entries(datasets, datasets)]
    if not datasets:
        blocks.append(
            Paragraph("Nothing was imported. The guides stand on the figures bundled with them.")
        )
    if missing:
        blocks.append(Commands(missing))
    return tuple(blocks)


def imported_page(datasets: Sequence[Dataset], every: Sequence[Dataset]) -> Page:
    """`import`: what was read, and what is not there; `every` are those imported before, too."""
    return (
        Title("Imported", " and ".join(one.name for one in datasets)),
        *_entries(datasets, every),
        Commands(
            (
                ("careercli list --all", "every occupation"),
                ("careercli sources", "everything that was imported"),
            )
        ),
    )


def _entries(datasets: Sequence[Dataset], every: Sequence[Dataset]) -> list[Block]:
    blocks: list[Block] = []
    order = [row[0].split()[-1] for row in NEXT]
    leading = min(
        (one for one in every if one.name in order),
        key=lambda one: order.index(one.name),
        default=None,
    )
    for one in datasets:
        facts = [
            ("Release", one.release or "not said"),
            ("Date", one.date or "not said"),
            ("Rows", f"{one.rows:,}, on {pluralize(one.occupations, 'occupation')}"),
            ("From", one.file),
            ("Imported", one.imported.replace("T", " ").replace("+00:00", " UTC")),
            ("Licence", one.licence),
            ("Attribution", one.attribution),
        ]
        if leading and one.soc != leading.soc:
            why = f"of SOC {one.soc}, so not joined to {leading.name}, of SOC {leading.soc}"
            facts.append(("Codes", why))
        parts: tuple[Facts | Bullets, ...] = (Facts(tuple(facts)),)
        if one.notes:
            parts += (Bullets(one.notes),)
        blocks.append(Entry(one.title, parts, one.name))
    return blocks
