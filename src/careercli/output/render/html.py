"""Pages as one HTML file that can be mailed: no script, no request, the words of the terminal.

Jinja2 escapes whatever it writes; the templates say what a block looks like, this module what
stands in it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: TID253

from careercli.output.footnotes import numbered
from careercli.output.page import (
    Column,
    Heading,
    Inline,
    Note,
    Page,
    Range,
    Scale,
    ScaleRow,
    Style,
    Table,
    Title,
    box_and_words,
    place_on,
    plain,
    spans,
)
from careercli.text import collapse_spaces, strip_control

NO_BREAK = "\u00a0"
WEB = re.compile(r"https?://[^/?#@\s]+(?:[/?#]\S*)?", re.IGNORECASE)
"""An address that becomes a link; one with a user's name before its host does not."""
CONTENTS_FROM = 4
"""Headings from which on a page has a table of contents."""
FITS = 16
"""Words up to this long stay on one line in a column that is not of prose."""
STACK_BESIDE = 20
"""Characters of unbroken cells beside which words still fit on a narrow screen."""


def html(pages: Sequence[Page]) -> str:
    """The pages as one document; several of them under a table of contents."""
    sheets = [_Sheet(page, f"{number}-") for number, page in enumerate(pages, start=1)]
    return _environment().get_template("document.html").render(sheets=sheets)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("careercli.output.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalized,
    )
    environment.filters |= {"kind": lambda block: type(block).__name__, "plain": plain}
    return environment


def _finalized(value: Any) -> Any:
    """Every text from outside the templates, without the characters that reorder a line."""
    return strip_control(value) if type(value) is str else value


class Piece(NamedTuple):
    """Text of one style; `note` is the footnote that it refers to, `first` the first to do so."""

    text: str
    style: Style = ""
    level: int = 0
    note: int = 0
    first: bool = False


class Cell(NamedTuple):
    """A cell: its box, or an empty string, stands before the words."""

    text: Inline
    box: str
    fits: bool


class _Sheet:
    """One page, and what its footnotes and headings are called within the document."""

    def __init__(self, page: Page, prefix: str) -> None:
        self.page = numbered(page)
        self.prefix = prefix
        self._cited: set[int] = set()

    @property
    def title(self) -> str:
        return next((block.text for block in self.page if isinstance(block, Title)), "")

    @property
    def headings(self) -> list[tuple[str, str]]:
        """Id and text of each heading, if there are enough to need a table of contents."""
        headings = [
            (self.heading_id(index), block.text)
            for index, block in enumerate(self.page)
            if isinstance(block, Heading)
        ]
        return headings if len(headings) >= CONTENTS_FROM else []

    def heading_id(self, index: int) -> str:
        """What the heading that stands at `index` is called."""
        return f"h{self.prefix}{index}"

    def pieces(self, inline: Inline) -> Iterator[Piece]:
        """An inline in pieces, references to footnotes by themselves.

        No line begins with a percent sign or with a reference.
        """
        for span in spans(inline):
            text = span.text.replace(" %", f"{NO_BREAK}%")
            if span.footnote:
                if text.startswith(" "):
                    yield Piece(NO_BREAK)
                first = span.footnote not in self._cited
                self._cited.add(span.footnote)
                yield Piece(text.lstrip(), note=span.footnote, first=first)
            elif text:
                yield Piece(text, span.style, span.level)

    @staticmethod
    def cells(table: Table) -> Iterator[list[tuple[Column, Cell]]]:
        """Each row's cells with their columns."""
        for row in table.rows:
            yield [
                (column, _cell(cell, wide=column.wide))
                for column, cell in zip(table.columns, row, strict=True)
            ]

    @staticmethod
    def fits(words: str) -> bool:
        """Whether words are so few that no line of them need be broken within a word."""
        return len(words) <= FITS

    @staticmethod
    def stacks(tables: Sequence[Table]) -> bool:
        """Whether rows become panels on a narrow screen.

        Two columns of prose do not fit there, nor words beside too much that is not broken.
        """
        columns = tables[0].columns
        beside = sum(
            max((len(plain(row[index])) for table in tables for row in table.rows), default=0)
            for index, column in enumerate(columns[1:], start=1)
            if not column.wide
        )
        return sum(column.wide for column in columns) > 1 or beside > STACK_BESIDE

    @staticmethod
    def at(amount: float, scale: Scale) -> str:
        """Where an amount stands on a scale, as a percentage of its length."""
        return f"{100 * place_on(amount, scale.low, scale.high):.2f}%"

    @staticmethod
    def along(amount: float, percentiles: Range) -> str:
        """Where an amount stands on the axis of percentiles, as a percentage of its length."""
        return _Sheet.at(amount, Scale((), *percentiles.axis))

    @staticmethod
    def alt(row: ScaleRow, scale: Scale) -> str:
        """A row of a chart in words."""
        ends = f"{scale.low:,.10g} to {scale.high:,.10g}"
        return collapse_spaces(f"{row.label}: {plain(row.value)}, on a scale from {ends}")

    @staticmethod
    def link(note: Note) -> tuple[str, str] | None:
        """Address and host of a footnote's source; None if the address is not of the web."""
        if not WEB.fullmatch(note.url):
            return None
        return note.url, note.url.split("/")[2].split("?")[0].split("#")[0]


def _cell(cell: Inline, *, wide: bool) -> Cell:
    box, words = box_and_words(cell)
    return Cell(words, box.rstrip(), fits=not wide and len(plain(cell)) <= FITS)
