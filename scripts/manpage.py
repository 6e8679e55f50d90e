"""Makes docs/man/careercli.1 from the commands themselves; a test fails where it is stale.

python scripts/manpage.py
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from careercli import __version__
from careercli.cli.help import help_page
from careercli.cli.main import app
from careercli.errors import ExitCode
from careercli.output.page import Block, Commands, Heading, Paragraph, Title, plain

PAGE = Path(__file__).parents[1] / "docs" / "man" / "careercli.1"
EXITS = {
    ExitCode.OK: "The question is answered.",
    ExitCode.FAILED: "It was understood, and the data or the machine would not have it.",
    ExitCode.USAGE: "It was not understood: an unknown role, option, level or skill.",
    ExitCode.INTERRUPTED: "Interrupted.",
    ExitCode.CLOSED_PIPE: "The reader of the output went away.",
}
ENVIRONMENT = {
    "CAREERCLI_HOME": "The folder for your data, instead of the platform's own.",
    "CAREERCLI_PROFILE": "The profile to use: a name or a file.",
    "PAGER": "The pager for long answers on a terminal; cat for none.",
    "NO_COLOR, FORCE_COLOR, TERM": "Whether there are colors.",
    "COLUMNS": "The width where it is not a terminal.",
}


def manpage() -> str:
    """The whole page in roff."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH CAREERCLI 1 "" "careercli {__version__}" "User Commands"'
    yield from (".SH NAME", _text("careercli - a career explorer for the terminal"))
    yield from (".SH SYNOPSIS", r"\fBcareercli\fR [\fICOMMAND\fR] [\fIOPTIONS\fR]")
    yield from (".SH DESCRIPTION", _text(DESCRIPTION))
    program: Any = typer.main.get_command(app)
    yield ".SH COMMANDS"
    yield from _commands(program, typer.Context(program, info_name="careercli"))
    yield ".SH EXIT STATUS"
    for code, words in EXITS.items():
        yield from (".TP", str(int(code)), _text(words))
    yield ".SH ENVIRONMENT"
    for name, words in ENVIRONMENT.items():
        yield from (".TP", rf"\fB{_text(name)}\fR", _text(words))


DESCRIPTION = (
    "What a job is like, what it pays, how people rise in it, how far you are from it, what to "
    "learn next, where else you could go: offline, with no account, and your data in one plain "
    "file. Through a pipe every answer is Markdown; --format json and csv are for programs."
)


def _commands(group: Any, ctx: Any) -> Iterator[str]:
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        if command.hidden:
            continue
        inner = typer.Context(command, parent=ctx, info_name=name)
        if hasattr(command, "list_commands"):
            if command.invoke_without_command:
                yield from _page(help_page(command, inner))
            yield from _commands(command, inner)
        else:
            yield from _page(help_page(command, inner))


def _page(page: tuple[Block, ...]) -> Iterator[str]:
    title, usage, *rest = page
    if not (isinstance(title, Title) and isinstance(usage, Commands)):
        raise TypeError("a command's help begins with what it does and how it is typed")
    yield f".SS {_text(usage.rows[0][0])}"
    yield _text(title.text)
    for block in rest:
        match block:
            case Heading(text):
                yield from (".PP", rf"\fI{_text(text)}\fR")
            case Paragraph(text):
                yield from (".PP", _text(plain(text)))
            case Commands(rows):
                for first, second in rows:
                    yield from (".TP", rf"\fB{_text(first)}\fR", _text(second))


def _text(text: str) -> str:
    """Words that roff shows as they stand."""
    escaped = " ".join(text.split()).replace("\\", r"\e").replace("-", r"\-")
    return r"\&" + escaped if escaped[:1] in (".", "'") else escaped or r"\&"


if __name__ == "__main__":
    PAGE.write_text(manpage(), encoding="utf-8")
