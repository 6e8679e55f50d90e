"""Problems in files, in words."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.errors import Problem
from careercli.output.page import Block, Bullets, Page, Paragraph
from careercli.output.screens.wording import pluralize

if TYPE_CHECKING:
    from careercli.files.guide_schema import CheckedGuide


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


def check_page(
    checked: Sequence["CheckedGuide"], warnings: Mapping[Path, Sequence[Problem]]
) -> Page:
    """`guide check`: a line for each file, then its problems and warnings."""
    blocks: list[Block] = []
    for guide in checked:
        weak = warnings[guide.path]
        state = pluralize(len(guide.problems), "problem") if guide.problems else "no problems"
        more = f", {pluralize(len(weak), 'warning')}" if weak else ""
        blocks.append(Paragraph(f"{guide.path}: {state}{more}"))
        if findings := (*guide.problems, *weak):
            blocks.append(Bullets(tuple(_words(problem) for problem in findings)))
    return tuple(blocks)


def _words(problem: Problem) -> str:
    return f"{problem.words()}. {problem.hint}".rstrip()
