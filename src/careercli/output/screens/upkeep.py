"""Upkeep on the screen: data sets, the user's own guides, and problems in files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.errors import Problem
from careercli.output.page import (
    Block,
    Bullets,
    Column,
    Entry,
    Facts,
    Page,
    Paragraph,
    Table,
    Title,
    quiet,
)
from careercli.output.screens.blocks import commands
from careercli.output.screens.wording import pluralize
from careercli.text import without_secrets

if TYPE_CHECKING:
    from careercli.files.guide_schema import CheckedGuide
    from careercli.model.occupation import Dataset

JOINED = ("onet", "oews", "projections")
"""Data sets that make occupations, in the order in which they decide the classification."""


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


def guides_page(checked: Sequence[CheckedGuide]) -> Page:
    """`guide`."""
    if not checked:
        return (
            Title("Guides of your own", ""),
            Paragraph("There are none yet."),
            commands(
                ("careercli guide new NAME", "a skeleton to fill in"),
                ("careercli guide add FILE", "it joins every command"),
            ),
        )
    rows = tuple(
        (
            guide.path.stem,
            str(guide.guide.get("title", "")) or quiet("–"),
            pluralize(len(guide.problems), "problem") if guide.problems else quiet("–"),
        )
        for guide in checked
    )
    columns = (Column("Guide"), Column("title", wide=True), Column("left out for"))
    following = []
    if any(guide.problems for guide in checked):
        following.append(("careercli guide check", "every problem"))
    if sound := [guide for guide in checked if not guide.problems]:
        following.append((f"careercli show {sound[0].path.stem}", "how it reads"))
    title = Title("Guides of your own", pluralize(len(checked), "guide"))
    return (title, Table(columns, rows), commands(*following))


def problem_lines(path: Path | str, problems: Sequence[Problem]) -> Iterator[str]:
    """One file's problems: place, rule, what was found, and a hint below."""
    if len(problems) == 1 and not problems[0].where:  # of the file as a whole
        yield f"careercli: {path} {problems[0].words()}."
        yield from filter(None, [problems[0].hint])
        return
    yield f"careercli: {path} has {pluralize(len(problems), 'problem')}"
    for problem in problems:
        yield f"  {problem.words()}"
        if problem.hint:
            yield f"    {problem.hint}"


def check_page(checked: Sequence[CheckedGuide], warnings: Mapping[Path, Sequence[Problem]]) -> Page:
    """`guide check`: a line for each file, then its problems and warnings."""
    blocks: list[Block] = []
    for guide in checked:
        weak = warnings[guide.path]
        state = pluralize(len(guide.problems), "problem") if guide.problems else "no problems"
        more = f", {pluralize(len(weak), 'warning')}" if weak else ""
        blocks.append(Paragraph(f"{guide.path}: {state}{more}"))
        if findings := (*guide.problems, *weak):
            told = (f"{problem.words()}. {problem.hint}".rstrip() for problem in findings)
            blocks.append(Bullets(tuple(told)))
    return tuple(blocks)
