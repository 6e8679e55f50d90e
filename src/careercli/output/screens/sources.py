"""Imported data sets on the screen."""

from collections.abc import Sequence

from careercli.model.occupation import Dataset
from careercli.output.page import Block, Bullets, Commands, Entry, Facts, Page, Title
from careercli.output.screens.wording import pluralize

NEXT = (
    ("careercli import onet FILE", "another release of O*NET, with its task texts"),
    ("careercli import oews FILE", "another year of the wage survey"),
    ("careercli import projections FILE", "other employment projections"),
)
JOINED = ("onet", "oews", "projections")
"""Data sets that make occupations, in the order in which they decide the classification."""


def sources_page(datasets: Sequence[Dataset]) -> Page:
    """`sources`."""
    title = Title("Sources", pluralize(len(datasets), "data set"))
    return (title, *_entries(datasets, datasets), Commands(NEXT))


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
    leading = min(
        (one for one in every if one.name in JOINED),
        key=lambda one: JOINED.index(one.name),
        default=None,
    )
    for one in datasets:
        facts = [
            ("Release", one.release or "not said"),
            ("Date", one.date or "not said"),
            ("Rows", f"{one.rows:,}, on {pluralize(one.occupations, 'occupation')}"),
            ("From", one.file),
            *_came(one),
            ("Licence", one.licence),
            ("Attribution", one.attribution),
        ]
        if leading and one.name.partition("-")[0] in JOINED and one.soc != leading.soc:
            why = f"of SOC {one.soc}, so not joined to {leading.name}, of SOC {leading.soc}"
            facts.append(("Codes", why))
        parts: tuple[Facts | Bullets, ...] = (Facts(tuple(facts)),)
        if one.notes:
            parts += (Bullets(one.notes),)
        blocks.append(Entry(one.title, parts, one.name))
    return blocks


def _came(dataset: Dataset) -> list[tuple[str, str]]:
    """How a data set came here: added by the user, or with careercli, and then from what."""
    if dataset.imported:
        when = dataset.imported.replace("T", " ").replace("+00:00", " UTC")
        return [("Imported", when)]
    facts = [("Came with", f"careercli; retrieved {dataset.retrieved}")]
    if dataset.rebuilt_from:
        facts.append(("Rebuilt from", dataset.rebuilt_from))
    return [*facts, ("SHA-256", dataset.sha256)]
