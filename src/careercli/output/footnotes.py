"""Footnotes: every figure on a screen cites its source, and every source cited is told below.

Screens put citations where they say a figure; a page's footnotes are numbered when it is rendered,
so the numbers follow the order in which a reader meets them.
"""

from collections.abc import Mapping

from careercli.core.figures import citation
from careercli.model.basics import Figure, FigureKind, Source
from careercli.output.page import (
    Aligned,
    Block,
    Bullets,
    Cite,
    Commands,
    Entry,
    Facts,
    Heading,
    Inline,
    Note,
    Notes,
    Page,
    Paragraph,
    Scale,
    ScaleRow,
    Span,
    Table,
    Timeline,
    TimelineStep,
    Title,
    parts,
)

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def cite(figure: Figure, sources: Mapping[str, Source]) -> Cite:
    """The citation of a figure; `sources` are those of the role that it belongs to."""
    source = sources[figure.source]
    return cite_source(source, figure.kind, date=figure.date, note=figure.note)


def cite_source(
    source: Source,
    kind: FigureKind | None = None,
    *,
    date: str | None = None,
    note: str | None = None,
) -> Cite:
    """The citation of a source, for figures of a kind."""
    return Cite(citation(source, kind, date=date, note=note), source.url or "")


def numbered(page: Page) -> Page:
    """The page with its footnotes numbered in reading order, and told at its end.

    Citations of the same words share a footnote.
    """
    numbering = _Numbering()
    blocks = [numbering.block(block) for block in page]
    if numbering.notes:
        blocks.append(Notes(tuple(numbering.notes)))
    return tuple(blocks)


class _Numbering:
    """The footnotes of a page so far."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self._references: dict[str, Span] = {}

    def _reference(self, citation: Cite) -> Span:
        """The reference behind other parts."""
        reference = self._references.get(citation.text)
        if reference is None:
            number = len(self.notes) + 1
            sign = str(number).translate(_SUPERSCRIPT)
            reference = self._references[citation.text] = Span(f" {sign}", footnote=number)
            self.notes.append(Note(number, sign, citation.text, citation.url))
        return reference

    def _inline(self, inline: Inline) -> Inline:
        if isinstance(inline, str):  # a long list has thousands of them
            return inline
        if not (isinstance(inline, Cite) or (type(inline) is tuple and Cite in map(type, inline))):
            return inline
        inline_parts = parts(inline)
        numbered_parts = [
            self._reference(part) if isinstance(part, Cite) else part for part in inline_parts
        ]
        if isinstance(inline_parts[0], Cite):  # nothing is before it
            first = self._reference(inline_parts[0])
            numbered_parts[0] = first._replace(text=first.text.lstrip())
        return tuple(numbered_parts)

    def _inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple([self._inline(inline) for inline in inlines])

    def block(self, block: Block) -> Block:  # noqa: C901  # one case a block
        """A block with references in the place of its citations."""
        match block:
            case Title(aside=aside) | Heading(aside=aside):
                return block._replace(aside=self._inline(aside))
            case Paragraph(text):
                return Paragraph(self._inline(text))
            case Bullets(items, bullet):
                return Bullets(self._inlines(items), bullet)
            case Facts(rows):
                return Facts(tuple([(label, self._inline(value)) for label, value in rows]))
            case Table():
                return self._table(block)
            case Aligned(tables):
                return Aligned(tuple([self._table(table) for table in tables]))
            case Scale(rows=scale_rows):
                return block._replace(rows=tuple([self._scale_row(row) for row in scale_rows]))
            case Timeline(steps, chart):
                return Timeline(tuple([self._step(step) for step in steps]), chart)
            case Entry(title, blocks, aside):
                aside = self._inline(aside)
                return Entry(title, tuple([self.block(inner) for inner in blocks]), aside)
            case Commands() | Notes():
                return block

    def _table(self, table: Table) -> Table:
        return Table(table.columns, tuple([self._inlines(row) for row in table.rows]))

    def _scale_row(self, row: ScaleRow) -> ScaleRow:
        return row._replace(value=self._inline(row.value), note=self._inline(row.note))

    def _step(self, step: TimelineStep) -> TimelineStep:
        return step._replace(
            aside=self._inline(step.aside),
            text=self._inlines(step.text),
            items=self._inlines(step.items),
        )
