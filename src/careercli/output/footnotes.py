"""Citations as they are drawn: every figure on a screen cites its source.

Screens put citations where they say a figure. Markdown and HTML number them when the page is
rendered, in the order in which a reader meets them; a terminal marks what is ours, and names the
sources of the screen in one line.
"""

from collections.abc import Callable, Mapping

from careercli.core.figures import citation, is_editorial, source_line
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
    Legend,
    Note,
    Notes,
    Page,
    Paragraph,
    Part,
    Picture,
    Scale,
    ScaleRow,
    Span,
    Table,
    Timeline,
    TimelineStep,
    Title,
    parts,
)

OURS, NOTHING = Span("ours", "quiet"), Span("")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def cite(figure: Figure, sources: Mapping[str, Source]) -> Cite:
    """The citation of a figure; `sources` are those of the role that it belongs to."""
    return cite_source(sources[figure.source], figure.kind, date=figure.date, note=figure.note)


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
    notes: dict[str, Note] = {}

    def reference(citation: Cite) -> Span:
        note = notes.get(citation.text)
        if note is None:
            number = len(notes) + 1
            sign = str(number).translate(_SUPERSCRIPT)
            note = notes[citation.text] = Note(number, sign, citation.text, citation.url)
        return Span(note.sign, footnote=note.number)

    citing = _Citing(reference)
    blocks = [citing.block(block) for block in page]
    if notes:
        blocks.append(Notes(tuple(notes.values())))
    return tuple(blocks)


def named(page: Page) -> Page:
    """The page for a terminal: what is ours is marked so, and one line names the other sources.

    That line follows the page's legend, before the commands at its end.
    """
    others: dict[str, None] = {}

    def reference(citation: Cite) -> Span:
        if is_editorial(citation.text):
            return OURS
        others[citation.text] = None
        return NOTHING

    citing = _Citing(reference)
    blocks = [citing.block(block) for block in page]
    if line := source_line(others):
        ends_with_commands = bool(blocks) and isinstance(blocks[-1], Commands)
        blocks.insert(len(blocks) - ends_with_commands, Legend(line))
    return tuple(blocks)


class _Citing:
    """Puts a reference in the place of every citation on a page, a blank before it if it stands
    behind other parts."""

    def __init__(self, reference: Callable[[Cite], Span]) -> None:
        self._reference = reference

    def _inline(self, inline: Inline) -> Inline:
        if isinstance(inline, str):  # a long list has thousands of them
            return inline
        if not (isinstance(inline, Cite) or (type(inline) is tuple and Cite in map(type, inline))):
            return inline
        drawn: list[Part] = []
        for part in parts(inline):
            if not isinstance(part, Cite):
                drawn.append(part)
                continue
            sign = self._reference(part)
            drawn.append(sign._replace(text=f" {sign.text}") if drawn and sign.text else sign)
        return tuple(drawn)

    def _inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple([self._inline(inline) for inline in inlines])

    def block(self, block: Block) -> Block:  # noqa: C901  # one case a block
        """A block with references in the place of its citations."""
        match block:
            case Title(aside=aside) | Heading(aside=aside):
                return block._replace(aside=self._inline(aside))
            case Paragraph(text) | Legend(text):
                return block._replace(text=self._inline(text))
            case Bullets(items):
                return block._replace(items=self._inlines(items))
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
            case Commands() | Notes() | Picture():
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
