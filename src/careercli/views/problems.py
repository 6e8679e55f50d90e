"""Problems of files, in words and as data."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careercli.errors import Problem
from careercli.page import Bullets, Page, Paragraph
from careercli.views.words import counted

if TYPE_CHECKING:
    from careercli.door import Checked


def problem_lines(path: Path | str, problems: Sequence[Problem]) -> Iterator[str]:
    """One file's problems: place, rule, what was found, and a hint below."""
    yield f"careercli: {path} has {counted(len(problems), 'problem')}"
    for problem in problems:
        found = f" (found {problem.found})" if problem.found else ""
        where = f"{problem.where}: " if problem.where else ""
        yield f"  {where}{problem.rule}{found}"
        if problem.hint:
            yield f"    {problem.hint}"


def check_page(checked: Sequence["Checked"]) -> Page:
    """`guide check`."""
    items = tuple(
        f"{one.path}: {counted(len(one.problems), 'problem') if one.problems else 'sound'}"
        for one in checked
    )
    problems = tuple(
        Paragraph("\n".join(problem_lines(one.path, one.problems)))
        for one in checked
        if one.problems
    )
    return (Bullets(items), *problems)


def check_data(checked: Sequence["Checked"]) -> dict[str, Any]:
    """`guide check` as JSON."""
    return {
        "files": [
            {
                "file": str(one.path),
                "sound": not one.problems,
                "problems": [problem._asdict() for problem in one.problems],
            }
            for one in checked
        ]
    }
