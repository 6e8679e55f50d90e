"""What can go wrong, and the exit code of each: an API that scripts rely on."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple


class ExitCode(IntEnum):
    """The exit codes of careercli."""

    OK = 0
    FAILED = 1
    """The question was understood, and the data or the machine would not have it."""
    USAGE = 2
    """The question was not understood: an unknown role, option, level, skill."""
    INTERRUPTED = 130
    """Ctrl-C."""
    CLOSED_PIPE = 141
    """The reader of our output went away (`| head`), as for any program in a pipe."""


class ClosedPipeError(Exception):
    """The reader of stdout is gone; no BrokenPipeError, which Typer would make exit code 1."""


class Problem(NamedTuple):
    """One thing wrong in a file.

    where: line or key path; empty for the file as a whole
    rule: what must be true
    found: what was there instead
    hint: what to do
    """

    where: str
    rule: str
    found: str = ""
    hint: str = ""

    def words(self) -> str:
        """Place, rule and what was found, in a line."""
        where = f"{self.where}: " if self.where else ""
        found = f" (found {self.found})" if self.found else ""
        return f"{where}{self.rule}{found}"


LONGEST_QUOTATION = 120


def _without_long_quotations(message: str) -> str:
    """What was typed is quoted whole only if it is short enough to be read."""
    if len(message) <= LONGEST_QUOTATION:
        return message
    import re

    return re.sub(
        f"\u201c([^\u201d]{{{LONGEST_QUOTATION}}})[^\u201d]+\u201d", "\u201c\\1...\u201d", message
    )


class CareerError(Exception):
    """What a user is told: what was wrong, and what to do about it.

    word: of several words that were typed, the one that was wrong
    """

    code = ExitCode.FAILED
    kind = "failed"
    word = ""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = _without_long_quotations(message)
        self.hint = hint

    def details(self) -> dict[str, Any]:
        """What stands beside message and hint in the JSON form of the error."""
        return {}


@contextmanager
def blaming(word: str) -> Iterator[None]:
    """Says of an error inside which of several words was wrong."""
    try:
        yield
    except CareerError as error:
        error.word = word
        raise


class UsageError(CareerError):
    """Something asked for that is not there, or asked for in the wrong way."""

    code = ExitCode.USAGE
    kind = "usage"


class UnknownNameError(UsageError):
    """A name that fits nothing, or several things; `candidates` are the nearest.

    candidates: taken only when somebody asks for them, so that they may be worked out then
    names: what the candidates are called in text; empty if they are called as they are typed
    jobs: how many people work in each candidate, the most first; empty if that isn't known
    grouped: whether that is the number of a larger group, of each candidate
    dominant: whether most of them work in the first, so that it is what is usually meant
    """

    kind = "unknown-name"

    def __init__(
        self,
        message: str,
        candidates: Iterable[str],
        *,
        hint: str = "",
        ambiguous: bool = False,
        jobs: Sequence[int] = (),
        grouped: Sequence[bool] = (),
        dominant: bool = False,
    ) -> None:
        super().__init__(message, hint=hint)
        self._nearest = candidates
        self.ambiguous = ambiguous
        self.names: Sequence[str] = ()
        self.jobs = jobs
        self.grouped = grouped or [False] * len(jobs)
        self.dominant = dominant

    @cached_property
    def candidates(self) -> list[str]:
        return list(self._nearest)

    def details(self) -> dict[str, Any]:
        return {"candidates": self.candidates}


class DataError(CareerError):
    """A file that does not hold what it should."""

    kind = "data"

    def __init__(self, path: Path | str, problems: Iterable[Problem], *, hint: str = "") -> None:
        self.path = path
        self.problems = tuple(problems)
        count = len(self.problems)
        super().__init__(f"{path} has {count} problem{'s' * (count != 1)}", hint=hint)

    @classmethod
    def of(
        cls, path: Path | str, where: str, rule: str, found: str = "", hint: str = ""
    ) -> "DataError":
        """A file with one problem."""
        return cls(path, [Problem(where, rule, found, hint)])

    def __str__(self) -> str:
        told = [f"{problem.words()} {problem.hint}".rstrip() for problem in self.problems]
        return "\n  ".join([self.message, *told])

    def details(self) -> dict[str, Any]:
        return {
            "file": str(self.path),
            "problems": [problem._asdict() for problem in self.problems],
        }
