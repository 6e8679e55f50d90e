"""Documents that people keep or mail: which form one has, and how it gets into its file."""

import os
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from careercli.errors import CareerError, UsageError
from careercli.files.atomic import write_atomic
from careercli.output.page import Page
from careercli.output.stdout import OutputFormat, Result, as_json, enveloped, say_err, write


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
    return Document(
        lambda: [result.page()], lambda: enveloped(result.command, result.answer, result.found)
    )


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


def save(document: Document, name: str, form: DocumentFormat) -> None:
    """Writes a document to a file, in the place of one that is there, and says so.

    Where the name is a link, its target is replaced. Raises CareerError where it cannot be written.
    """
    path = Path(os.path.realpath(Path(name).expanduser()))
    if path.exists() and not path.is_file():
        what = "is a folder" if path.is_dir() else "is not a regular file"
        raise CareerError(f"{path} {what}, so nothing was written.", hint="Give a file's name.")
    if path.exists() and not _is_replaceable(path, form):
        raise CareerError(
            f"{path} is there, and is no .{form} file that you may write, so it was not replaced.",
            hint=f"Give a name that ends in .{form}.",
        )
    text = serialize(document, form)
    try:
        write_atomic(path, text)
    except OSError as error:
        raise CareerError(
            f"{path} cannot be written: {error.strerror or error}.",
            hint="Nothing was changed. Is its folder there, and may you write to it?",
        ) from None
    say_err(f"Written: {path}")


def _is_replaceable(path: Path, form: DocumentFormat) -> bool:
    """Whether a file looks like one of ours: a profile or a guide is not replaced by a mistake."""
    return path.suffix.casefold() == f".{form}" and os.access(path, os.W_OK)


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
