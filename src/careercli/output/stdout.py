"""The one writer of stdout. What a command found comes in as an Answer and goes out in a form.

stdout is data, stderr is narration. On a terminal an answer is drawn; through a pipe
the same words go out as Markdown, or as JSON or CSV if that is asked for, always in UTF-8.
"""

import errno
import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextvars import ContextVar
from enum import StrEnum
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO, TypeVar

from careercli.errors import CareerError, ClosedPipeError, UsageError
from careercli.text import escape_control, strip_control

if TYPE_CHECKING:
    from careercli.output.page import Page
    from careercli.output.records.fields import Answer

NAMED_PROFILE = ContextVar("NAMED_PROFILE", default="")
"""The profile that was typed behind --profile; empty if none was."""
Shown = TypeVar("Shown", str, "Page")

JSON_SCHEMA = 1
"""The version of the JSON shapes; docs/json.md describes them."""


class OutputFormat(StrEnum):
    """The forms an answer can take."""

    TABLE = "table"
    MD = "md"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


class Record(NamedTuple):
    """An answer as data.

    answer: the declaration of its JSON and CSV forms
    found: what those are made of
    """

    answer: "Answer"
    found: Any = None

    @classmethod
    def of(cls, answer: "Answer", **found: Any) -> "Record":
        """An answer made of several things, by the names that its fields get them by."""
        return cls(answer, SimpleNamespace(**found))


class Result(NamedTuple):
    """What a command found.

    command: the command's name, in JSON
    page: makes the page
    record: makes the data; a page costs neither their declaration nor their building
    screen: makes the page of a terminal, if that is shorter
    pages: makes the pages of a document of several, with a table of contents in HTML
    private: whether it is about a person, so that a file of it is its owner's alone
    """

    command: str
    page: "Callable[[], Page]"
    record: Callable[[], Record]
    screen: "Callable[[], Page] | None" = None
    pages: "Callable[[], Sequence[Page]] | None" = None
    private: bool = False


def emit(result: Result, form: OutputFormat | None = None, *, pager: bool = True) -> None:
    """Writes an answer to stdout. `form` defaults to what suits where stdout goes.

    Raises UsageError if the answer has no such form.
    """
    form = form or (OutputFormat.TABLE if sys.stdout.isatty() else OutputFormat.MD)
    if form is OutputFormat.JSON:
        write(as_json(enveloped(result)))
    elif form is OutputFormat.CSV:
        write(csv_of(result))
    elif form is OutputFormat.MD:
        from careercli.output.render.markdown import markdown

        write(markdown(as_offered(result.page())))
    else:
        _draw(as_offered((result.screen or result.page)()), pager=pager)


def as_offered(shown: Shown) -> Shown:
    """A text or a page whose commands name the profile that was named."""
    if not (profile := NAMED_PROFILE.get()):
        return shown
    from careercli.output.offered_commands import with_profile

    named: Shown = with_profile(shown, profile)
    return named


def csv_of(result: Result) -> str:
    """An answer as CSV. Raises UsageError if it has no rows."""
    answer, found = result.record()
    rows = answer.table(found)
    if rows is None:
        raise UsageError(
            f"`{result.command}` has no CSV form.", hint="Use --format json, html, md or table."
        )
    return as_csv(rows)


def enveloped(result: Result) -> dict[str, Any]:
    """An answer's JSON form in its envelope. Long lists are iterators."""
    answer, found = result.record()
    return {"schema": JSON_SCHEMA, "command": result.command, **answer.keys.data(found)}


def emit_json(value: object) -> None:
    """Writes JSON that is an answer by itself, without the envelope."""
    write(as_json(value, indent=2))


def say_err(text: str, end: str = "\n") -> None:
    """Writes to stderr what is not data: errors, questions, what was done.

    Lines are broken at words for a terminal; what is typed behind the last one has its space.
    """
    encoding = sys.stderr.encoding or "utf-8"
    text = as_offered(text)
    words = text.rstrip(" ")
    text = _folded(words) + text[len(words) :]
    safe = "\n".join(strip_control(line) for line in text.split("\n")) + end
    try:
        sys.stderr.write(safe.encode(encoding, "replace").decode(encoding))
        sys.stderr.flush()
    except OSError:  # nobody reads it, or its disk is full
        _give_up(sys.stderr)


def _folded(text: str) -> str:
    """Text with its lines broken at words, if a terminal would break them elsewhere."""
    if not sys.stderr.isatty():
        return text
    import textwrap

    try:
        width = os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except OSError:
        width = 80
    wrapper = textwrap.TextWrapper(max(width, 20), break_long_words=False, break_on_hyphens=False)
    lines = []
    for line in text.split("\n"):
        wrapper.subsequent_indent = " " * (len(line) - len(line.lstrip()))
        lines += wrapper.wrap(line) if len(line) > width else [line]
    return "\n".join(lines)


def read_answer(question: str) -> str | None:
    """The line that answers, typed or piped; None at the end. Only a person sees the question."""
    if sys.stdin.isatty():
        say_err(question, end="")
    line = sys.stdin.readline()
    return line.strip() if line else None


def chosen_number(answer: str, count: int) -> int | None:
    """The whole number from 1 to `count` that an answer is; None for any other answer."""
    if not answer.isdecimal() or len(answer) > len(str(count)):
        return None
    number = int(answer)
    return number if 1 <= number <= count else None


def as_json(value: object, *, indent: int | None = None) -> str:
    """JSON with every character that could steer a terminal escaped, newline at the end.

    Indented on a terminal; through a pipe on one line, which costs a tenth of the time, unless
    `indent` says otherwise.
    """
    indent = 2 if sys.stdout.isatty() else indent

    def plain(part: object) -> object:
        return list(part) if isinstance(part, Iterator) else str(part)

    try:
        text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False, default=plain)
    except ValueError as error:  # nan, which only a profile edited by hand holds
        raise CareerError(f"This has no JSON form: {error}.") from None
    return escape_control(text) + "\n"


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    """CSV as in RFC 4180. Text that a spreadsheet would run as a formula gets a leading quote."""
    import csv
    import io

    text = io.StringIO()
    csv.writer(text).writerows(map(_cell, row) for row in rows)
    return text.getvalue()


_FORMULA_SIGNS = ("=", "+", "-", "@", "|", "%")
"""What a spreadsheet takes for the beginning of a formula, also at full width."""


def _cell(value: object) -> object:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, str):
        return value
    value = strip_control(value)
    first = unicodedata.normalize("NFKC", value.lstrip()[:1])
    return f"'{value}" if first in _FORMULA_SIGNS else value


def write(text: str, encoding: str = "utf-8") -> None:
    """Text to stdout. Raises ClosedPipeError if nobody reads it, CareerError if it fails."""
    try:
        sys.stdout.flush()
        left = memoryview(text.encode(encoding, "replace"))
        while left:  # without a buffer (PYTHONUNBUFFERED) a part may be written, and no error told
            left = left[sys.stdout.buffer.write(left) :]
        sys.stdout.buffer.flush()
    except OSError as error:
        _give_up(sys.stdout)
        if error.errno in (errno.EPIPE, errno.EINVAL):  # the latter is Windows' word for it
            raise ClosedPipeError from None
        raise CareerError(f"The output cannot be written: {error.strerror}.") from None


def _give_up(stream: TextIO) -> None:
    """Points a stream at nothing, so that the interpreter's last flush does not fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _draw(page: "Page", *, pager: bool) -> None:
    from careercli.output.render.terminal import terminal, wants_color

    if not sys.stdout.isatty():
        width = shutil.get_terminal_size((100, 24)).columns  # COLUMNS, else 100
        color = bool(os.environ.get("FORCE_COLOR")) and wants_color()
        write(terminal(page, width, color=color))
        return
    width, height = shutil.get_terminal_size()
    encoding = sys.stdout.encoding or "ascii"
    drawn = terminal(page, width, encoding=encoding, color=wants_color())
    command = _pager() if pager and drawn.count("\n") >= height else None
    if not (command and _paged(command, drawn.encode(encoding, "replace"))):
        write(drawn, encoding)


def _pager() -> list[str] | None:
    """The pager's command as in git: $PAGER, else less; none on a dumb terminal."""
    import shlex

    if not sys.stdin.isatty() or os.environ.get("TERM") == "dumb":
        return None
    chosen = os.environ.get("PAGER", "less")
    try:
        command = shlex.split(chosen)
    except ValueError:
        return None
    return command if command and command != ["cat"] and shutil.which(command[0]) else None


def _paged(command: list[str], drawn: bytes) -> bool:
    """Whether the pager showed it. Leaving the pager early is no error."""
    import subprocess

    # -R before the user's own options, of which one may take all that follows it
    less = f"-R {os.environ['LESS']}" if "LESS" in os.environ else "FRX"
    environment = {"LESSCHARSET": "utf-8", **os.environ, "LESS": less}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)  # noqa: S603
    except OSError:
        return False
    while True:
        try:
            pager.communicate(drawn)
            return True
        except KeyboardInterrupt:  # Ctrl-C is the pager's to handle; wait until it is done
            drawn = b""


def is_interactive() -> bool:
    """Whether somebody is there to answer a question."""
    return sys.stdin.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
