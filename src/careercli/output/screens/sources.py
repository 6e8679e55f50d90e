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
    present = {dataset.name for dataset in datasets}
    missing = tuple(row for row in NEXT if row[0].split()[-1] not in present)
    blocks: list[Block] = [title, *_entries(datasets, datasets)]
    if not datasets:
        blocks.append(
            Paragraph("Nothing was imported. The guides stand on the figures bundled with them.")
        )
    if missing:
        blocks.append(Commands(missing))
    return tuple(blocks)


def imported_page(datasets: Sequence[Dataset], every: Sequence[Dataset]) -> Page:
    """`import`: what was read; `every` are all data sets, with those imported before."""
    return (
        Title("Imported", " and ".join(dataset.name for dataset in datasets)),
        *_entries(datasets, every),
        Commands(
            (
                ("careercli list --all", "every occupation"),
                ("careercli sources", "all imported data"),
            )
        ),
    )


def _entries(datasets: Sequence[Dataset], every: Sequence[Dataset]) -> list[Block]:
    blocks: list[Block] = []
    order = [row[0].split()[-1] for row in NEXT]
    leading = min(
        (dataset for dataset in every if dataset.name in order),
        key=lambda dataset: order.index(dataset.name),
        default=None,
    )
    for dataset in datasets:
        facts = [
            ("Release", dataset.release or "not stated"),
            ("Date", dataset.date or "not stated"),
            ("Rows", f"{dataset.rows:,}, on {pluralize(dataset.occupations, 'occupation')}"),
            ("From", dataset.file),
            ("Imported", dataset.imported.replace("T", " ").replace("+00:00", " UTC")),
            ("License", dataset.licence),
            ("Attribution", dataset.attribution),
        ]
        if leading and dataset.soc != leading.soc:
            why = f"SOC {dataset.soc}, so not joined to {leading.name} (SOC {leading.soc})"
            facts.append(("Codes", why))
        parts: tuple[Facts | Bullets, ...] = (Facts(tuple(facts)),)
        if dataset.notes:
            parts += (Bullets(dataset.notes),)
        blocks.append(Entry(dataset.title, parts, dataset.name))
    return blocks
