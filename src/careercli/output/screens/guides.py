"""The user's own guides on the screen, and problems in files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.errors import Problem
from careercli.output.page import Block, Bullets, Column, Page, Paragraph, Table, Title, quiet
from careercli.output.screens.blocks import commands
from careercli.output.screens.wording import pluralize

if TYPE_CHECKING:
    from careercli.files.guide_schema import CheckedGuide


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
