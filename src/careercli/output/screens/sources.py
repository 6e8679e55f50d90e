"""Imported data sets on the screen."""

from collections.abc import Sequence

from careercli.model.datasets import JOINED, Dataset
from careercli.output.page import Block, Bullets, Column, Entry, Facts, Page, Table, Title, quiet
from careercli.output.screens.blocks import commands
from careercli.output.screens.wording import pluralize
from careercli.text import without_secrets


def sources_page(datasets: Sequence[Dataset]) -> Page:
    """`sources`."""
    title = Title("Sources", pluralize(len(datasets), "data set"))
    columns = (Column("Data set"), Column("", wide=True), Column("release"), Column("date"))
    rows = tuple(
        (dataset.name, dataset.title, quiet(dataset.release or "–"), dataset.date or quiet("–"))
        for dataset in datasets
    )
    following = commands(
        ("careercli sources add FILE", "another release, recognized by its content"),
        ("careercli sources update", "the newest releases that a script may fetch"),
    )
    return (title, Table(columns, rows), *_entries(datasets, datasets), following)


def imported_page(datasets: Sequence[Dataset], every: Sequence[Dataset]) -> Page:
    """`sources add`: what was read; `every` are all data sets, with those added before."""
    return (
        Title("Added", " and ".join(dataset.name for dataset in datasets)),
        *_entries(datasets, every),
        commands(
            ("careercli list --all", "every occupation"), ("careercli sources", "every data set")
        ),
    )


def _entries(datasets: Sequence[Dataset], every: Sequence[Dataset]) -> list[Block]:
    blocks: list[Block] = []
    joined = {dataset.name: dataset for dataset in every}
    leading = next((joined[name] for name in JOINED if name in joined), None)
    for dataset in datasets:
        on = f", on {pluralize(dataset.occupations, 'occupation')}" if dataset.occupations else ""
        facts = [
            ("Release", dataset.release or "not stated"),
            *_dates(dataset),
            ("Rows", f"{dataset.rows:,}{on}"),
            ("From", without_secrets(dataset.file)),
            *_came(dataset),
            ("License", dataset.licence),
            ("Attribution", dataset.attribution),
        ]
        if leading and dataset.name.partition("-")[0] in JOINED and dataset.soc != leading.soc:
            why = f"SOC {dataset.soc}, so not joined to {leading.name} (SOC {leading.soc})"
            if dataset.imported:
                why += "; roles keep the figures that came with careercli"
            facts.append(("Codes", why))
        notes = (Bullets(dataset.notes),) if dataset.notes else ()
        blocks.append(Entry(dataset.title, (Facts(tuple(facts)), *notes), dataset.name))
    return blocks


def _dates(dataset: Dataset) -> list[tuple[str, str]]:
    """What a data set refers to and when it was published, told apart if it came with careercli."""
    if dataset.imported:
        return [("Date", dataset.date or "not stated")]
    refers = [("Refers to", dataset.date)] if dataset.date not in ("", dataset.published) else []
    return [*refers, ("Published", dataset.published or "not known")]


def _came(dataset: Dataset) -> list[tuple[str, str]]:
    """How a data set came here: added by the user, or with careercli, and then from what."""
    if dataset.imported:
        when = dataset.imported.replace("T", " ").replace("+00:00", " UTC")
        return [("Imported", when), *([("SHA-256", dataset.sha256)] if dataset.sha256 else [])]
    facts = [("Came with", f"careercli; retrieved {dataset.retrieved}")]
    if dataset.rebuilt_from:
        facts.append(("Rebuilt from", dataset.rebuilt_from))
    return [*facts, ("SHA-256", dataset.sha256)]
