"""Documents that people keep or mail: which form one has, and how it gets into its file."""

import os
import re
from pathlib import Path

from careercli.errors import CareerError, UsageError
from careercli.files.atomic import write_atomic
from careercli.files.locations import expand_user
from careercli.output.page import without_commands
from careercli.output.stdout import (
    OutputFormat,
    Result,
    as_json,
    as_offered,
    csv_of,
    emit,
    enveloped,
    is_interactive,
    read_answer,
    say_err,
    write,
)

MARKDOWN_MARK = "<!-- Written by careercli, which may replace this file. -->\n"
"""The last line of a Markdown file."""
HTML_MARK = '<meta name="generator" content="careercli">'
JSON_MARK = re.compile(r'\{\s*"schema": [0-9]+,\s*"command": "')
"""How the JSON of every command begins."""
MARKED = 4096
"""Bytes at the beginning, and at the end, in which a file has its mark."""
DOCUMENTS = {
    "md": OutputFormat.MD,
    "html": OutputFormat.HTML,
    "json": OutputFormat.JSON,
    "csv": OutputFormat.CSV,
}
"""The forms of a file, by its ending."""
STDOUT = "-"
"""What stands for standard output when a file's name is asked for."""


def deliver(
    result: Result, form: OutputFormat | None, output: str | None, *, force: bool, pager: bool
) -> None:
    """Writes an answer to its file, else to stdout. Raises UsageError for a form it hasn't.

    form: by default that of the file's ending, or what suits where stdout goes
    output: the file it is written to; None or `-` is stdout
    force: whether a file that careercli didn't write may be replaced
    pager: whether a long answer on a terminal goes through a pager
    """
    if output is not None and output != STDOUT:
        save(result, output, document_format(output, form), force=force)
    elif force:
        raise UsageError("--force needs --output.", hint="Add -o FILE.")
    elif form is OutputFormat.HTML:
        write(serialize(result, form))
    else:
        emit(result, form, pager=pager)


def document_format(name: str, chosen: OutputFormat | None) -> OutputFormat:
    """The form chosen, else that of the file's ending. Raises UsageError for any other, and where
    the ending is that of another form."""
    ending = Path(name).suffix.casefold().removeprefix(".")
    form = str(chosen or ending)
    if chosen and ending in DOCUMENTS and DOCUMENTS[ending] is not chosen:
        raise UsageError(
            f"\u201c{name}\u201d ends in .{ending}, and --format asks for {chosen}.",
            hint=f"Leave out --format, or end the name in .{chosen}.",
        )
    if form not in DOCUMENTS:
        endings = ", ".join(f".{ending}" for ending in DOCUMENTS)
        raise UsageError(
            f"A file can't have the format {form}."
            if chosen
            else f"\u201c{name}\u201d does not end in one of {endings}.",
            hint=f"End the name in one of {endings}, or give --format.",
        )
    return DOCUMENTS[form]


def save(result: Result, name: str, form: OutputFormat, *, force: bool) -> None:
    """Writes an answer to a file, in the place of one that careercli wrote, and says so.

    Any other file is replaced only by force, or when somebody at the terminal agrees. If the name
    is a link, its target is replaced.
    Raises CareerError if the file isn't to be replaced or can't be written.
    """
    path = Path(os.path.realpath(expand_user(name)))
    if path.exists() and not path.is_file():
        what = "is a folder" if path.is_dir() else "is not a regular file"
        raise CareerError(f"{path} {what}, so nothing was written.", hint="Give a file's name.")
    if path.exists() and not force:
        _ask_to_replace(path)
    text = serialize(result, form, commands=False)
    if form is OutputFormat.MD:
        text += f"\n{MARKDOWN_MARK}"
    try:
        write_atomic(path, text, private=result.private)
    except OSError as error:
        raise CareerError(
            f"{path} cannot be written: {error.strerror or error}.",
            hint="Nothing was changed. Is its folder there, and may you write to it?",
        ) from None
    say_err(f"Written: {path}")


def _ask_to_replace(path: Path) -> None:
    """Raises CareerError if a file may not be replaced: one that careercli didn't write."""
    why = "careercli didn't write it"
    if path.suffix.casefold() == ".csv":
        why = "a CSV file doesn't say whether careercli wrote it"
    if not os.access(path, os.W_OK):
        why = "you may not write to it"
    elif _has_mark(path):
        return
    elif is_interactive():
        answer = read_answer(f"{path} exists, and {why}. Replace it? [y/N] ") or ""
        if answer.casefold() in ("y", "yes"):
            return
    raise CareerError(
        f"Not overwriting {path}: {why}.", hint="Give another name, or --force to replace it."
    )


def _has_mark(path: Path) -> bool:
    """Whether a file is one that `save` wrote. One that cannot be read is not known to be."""
    try:
        with path.open("rb") as file:
            head = file.read(MARKED).decode(errors="replace")
            file.seek(max(0, path.stat().st_size - MARKED))
            tail = file.read(MARKED).decode(errors="replace")
    except OSError:
        return False
    return HTML_MARK in head or bool(JSON_MARK.match(head)) or tail.endswith(MARKDOWN_MARK)


def serialize(result: Result, form: OutputFormat, *, commands: bool = True) -> str:
    """The answer as the text of a file. Raises UsageError for a form that it hasn't.

    commands: whether its reader has careercli; a page in a file is handed out without any
    """
    if form is OutputFormat.JSON:
        return as_json(enveloped(result), indent=2)
    if form is OutputFormat.CSV:
        return csv_of(result)
    pages = [as_offered(page) for page in (result.pages() if result.pages else [result.page()])]
    if not commands:
        pages = [without_commands(page) for page in pages]
    if form is OutputFormat.HTML:
        from careercli.output.render.html import html

        return html(pages)
    from careercli.output.render.markdown import markdown

    return "\n---\n\n".join(markdown(page) for page in pages)
