"""Documents that people keep or mail: which form one has, and how it gets into its file."""

import os
import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from careercli.errors import CareerError, UsageError
from careercli.files.atomic import write_atomic
from careercli.files.locations import expand_user
from careercli.output.page import Page
from careercli.output.stdout import (
    OutputFormat,
    Result,
    as_json,
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


class DocumentFormat(StrEnum):
    """The forms of a document, by the endings of files."""

    MD = "md"
    HTML = "html"
    JSON = "json"


class Document(NamedTuple):
    """What a file is to hold.

    pages: makes the pages, one after the other
    data: makes the JSON form, in its envelope
    """

    pages: Callable[[], Sequence[Page]]
    data: Callable[[], dict[str, Any]]


def document_of(result: Result) -> Document:
    """An answer of one page as a document."""
    return Document(lambda: [result.page()], lambda: enveloped(result.command, *result.record()))


def document_format(name: str, chosen: DocumentFormat | OutputFormat | None) -> DocumentFormat:
    """The form chosen, else that of the file's ending. Raises UsageError for any other."""
    form = str(chosen or Path(name).suffix.casefold().removeprefix("."))
    if form not in list(DocumentFormat):
        endings = ", ".join(f".{one}" for one in DocumentFormat)
        raise UsageError(
            f"A file has no {form} form."
            if chosen
            else f"\u201c{name}\u201d does not end in one of {endings}.",
            hint=f"Endings are {endings}; or say which with --format.",
        )
    return DocumentFormat(form)


def save(
    document: Document,
    name: str,
    form: DocumentFormat,
    *,
    force: bool = False,
    private: bool = False,
) -> None:
    """Writes a document to a file, in the place of one that careercli wrote, and says so.

    Any other file is replaced only with `force`, or when somebody at the terminal agrees.
    `private` makes a new file its owner's alone. If the name is a link, its target is replaced.
    Raises CareerError if the file isn't to be replaced or can't be written.
    """
    path = Path(os.path.realpath(expand_user(name)))
    if path.exists() and not path.is_file():
        what = "is a folder" if path.is_dir() else "is not a regular file"
        raise CareerError(f"{path} {what}, so nothing was written.", hint="Give a file's name.")
    if path.exists() and not force:
        _ask_to_replace(path)
    text = serialize(document, form)
    if form is DocumentFormat.MD:
        text += f"\n{MARKDOWN_MARK}"
    try:
        write_atomic(path, text, private=private)
    except OSError as error:
        raise CareerError(
            f"{path} cannot be written: {error.strerror or error}.",
            hint="Nothing was changed. Is its folder there, and may you write to it?",
        ) from None
    say_err(f"Written: {path}")


def _ask_to_replace(path: Path) -> None:
    """Raises CareerError if a file may not be replaced: one that careercli didn't write."""
    why = "careercli didn't write it"
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


def print_document(document: Document, form: DocumentFormat) -> None:
    """Writes a document to stdout."""
    write(serialize(document, form))


def serialize(document: Document, form: DocumentFormat) -> str:
    """The document as the text of a file."""
    if form is DocumentFormat.JSON:
        return as_json(document.data(), indent=2)
    if form is DocumentFormat.HTML:
        from careercli.output.render.html import html

        return html(document.pages())
    from careercli.output.render.markdown import markdown

    return "\n---\n\n".join(markdown(page) for page in document.pages())
