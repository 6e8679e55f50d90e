"""Tables on a terminal: columns as wide as they need, a panel a row where there is no room."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from operator import le

from rich.cells import cell_len  # noqa: TID253
from rich.text import Text  # noqa: TID253

from careercli.output.page import (
    Column,
    Inline,
    Span,
    Table,
    as_span,
    check_of,
    parts,
    plain,
    quiet,
    spans,
    strong,
    without_check,
)
from careercli.output.render.terminal_text import LineWriter
from careercli.text import one_line

SINGLE = frozenset(map(chr, range(32, 127))) | set("–−⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Characters of figures and footnotes, each of one cell: asking for the width is slower."""
MIN_COLUMN = 16
"""A column of words narrower than this is worse than a panel for each row."""


class TableWriter:
    """Draws tables."""

    def __init__(self, writer: LineWriter) -> None:
        self._writer = writer

    def draw(self, tables: Sequence[Table], indent: int) -> Iterator[Text | str]:
        """Tables with the same columns, on common widths; stacked where there is no room."""
        cells = [[[_measured(cell) for cell in row] for row in table.rows] for table in tables]
        while True:
            natural = _natural(tables, cells)
            room = self._writer.width - indent - 2 * (len(natural) - 1)
            widths = self._widths(tables, natural, room)
            spare = [column.spare for column in tables[0].columns]
            if widths is not None or True not in spare:
                break
            last = len(spare) - 1 - spare[::-1].index(True)
            tables = [_without(table, last) for table in tables]
            cells = [[row[:last] + row[last + 1 :] for row in rows] for rows in cells]
        for index, (table, rows) in enumerate(zip(tables, cells, strict=True)):
            if index:
                yield Text()
            if widths is None:
                if len(tables) > 1:
                    yield from self._writer.wrapped(quiet(table.columns[0].title), indent)
                yield from self._stacked(table.columns, table.rows, indent)
                continue
            titles = [column.title for column in table.columns]
            if any(titles):
                shown = [
                    title if cell_len(title) <= width or not column.short else column.short
                    for title, width, column in zip(titles, widths, table.columns, strict=True)
                ]
                header = [quiet(title) for title in shown]
                taken = [cell_len(title) for title in shown]
                yield from self._table_row(table.columns, header, widths, taken, indent)
            for row, taken in zip(table.rows, rows, strict=True):
                yield from self._table_row(table.columns, row, widths, taken, indent)

    def _widths(
        self, tables: Sequence[Table], natural: Sequence[int], room: int
    ) -> list[int] | None:
        """The columns' widths; None where there is no room for them."""
        wide = [column.wide for column in tables[0].columns]
        for short in (False, True):
            widths = [
                max(
                    width,
                    *(cell_len(_title(table.columns[index], short=short)) for table in tables),
                )
                for index, width in enumerate(natural)
            ]
            widths = _fitted(widths, wide, room)
            if sum(widths) <= room:
                return widths
        return None

    def _table_row(
        self,
        columns: Sequence[Column],
        row: Sequence[Inline],
        widths: Sequence[int],
        taken: Sequence[int],
        indent: int,
    ) -> Iterator[Text | str]:
        if all(map(le, taken, widths)):
            yield self._row_line(columns, row, widths, taken, indent)
            return
        if lines := _broken(row, widths, taken):
            first, *rest = lines
            cells, lengths = (first, *row[1:]), (len(plain(first)), *taken[1:])
            yield self._row_line(columns, cells, widths, lengths, indent)
            for words in rest:
                yield self._row_line(columns[:1], (words,), widths, (len(plain(words)),), indent)
            return
        wrapped = [self._cell(cell, width) for cell, width in zip(row, widths, strict=True)]
        for pieces in zip_longest(*wrapped, fillvalue=Text()):
            line = Text(" " * indent)
            for index, (piece, width) in enumerate(zip(pieces, widths, strict=True)):
                blank = " " * (width - cell_len(piece.plain))
                if index:
                    line.append("  ")
                if columns[index].align == "right":
                    line.append(blank).append_text(piece)
                else:
                    line.append_text(piece).append(blank)
            line.rstrip()
            yield line

    def _cell(self, cell: Inline, width: int) -> list[Text]:
        """A cell's lines; below a box, words stand under words."""
        check = check_of(cell)
        if check is None:
            return self._writer.lines(cell, width)
        box = plain(check)
        lines = self._writer.lines(without_check(cell), width - len(box))
        return [
            Text(box if index == 0 else " " * len(box)).append_text(line)
            for index, line in enumerate(lines)
        ]

    def _row_line(
        self,
        columns: Sequence[Column],
        row: Sequence[Inline],
        widths: Sequence[int],
        taken: Sequence[int],
        indent: int,
    ) -> str:
        """A row whose cells all fit, with its codes: a thousand of them have to be quick."""
        codes, pieces = self._writer.codes, [" " * indent]
        for index, cell in enumerate(row):
            blank = " " * (widths[index] - taken[index])
            if index:
                pieces.append("  ")
            if columns[index].align == "right":
                pieces.append(blank)
            if isinstance(cell, str):
                pieces.append(one_line(cell))
            else:
                for part in parts(cell):
                    span = part if isinstance(part, Span) else as_span(part)
                    before, after = codes[span.style]
                    pieces += (before, one_line(span.text), after)
            if columns[index].align == "left":
                pieces.append(blank)
        return "".join(pieces).rstrip()

    def _stacked(
        self, columns: Sequence[Column], rows: Sequence[tuple[Inline, ...]], indent: int
    ) -> Iterator[Text | str]:
        """Each row as a small panel, where there is no room for columns."""
        for index, row in enumerate(rows):
            if index:
                yield Text()
            yield from self._writer.wrapped(strong(plain(row[0])), indent, hang=2)
            facts = [
                (column.title, cell)
                for column, cell in zip(columns[1:], row[1:], strict=True)
                if plain(cell)
            ]
            if facts:
                yield from self._writer.facts(facts, indent + 2)


def _broken(
    row: Sequence[Inline], widths: Sequence[int], taken: Sequence[int]
) -> list[tuple[Span, ...]]:
    """The lines of the first cell where it alone has to wrap, and in plain words; else none.

    That is the usual case, of a long title in a long list, and is quicker than to ask Rich.
    """
    text, width = plain(row[0]), widths[0]
    if not (SINGLE.issuperset(text) and all(map(le, taken[1:], widths[1:]))):
        return []
    lines, start, place = [], 0, 0
    for word in text.split(" "):
        if len(word) > width:
            return []
        if place > start and place + len(word) - start > width:
            lines.append(_between(row[0], start, place - 1))
            start = place
        place += len(word) + 1
    return [*lines, _between(row[0], start, len(text))]


def _between(inline: Inline, start: int, end: int) -> tuple[Span, ...]:
    """The part of an inline between two places in its words."""
    between, place = [], 0
    for span in spans(inline):
        text = span.text[max(start - place, 0) : max(end - place, 0)]
        if text:
            between.append(Span(text, span.style))
        place += len(span.text)
    return tuple(between)


def _measured(cell: Inline) -> int:
    """The cells that the words take on a line."""
    text = cell if isinstance(cell, str) else plain(cell)
    return len(text) if SINGLE.issuperset(text) else cell_len(one_line(text))


def _natural(tables: Sequence[Table], cells: Sequence[Sequence[Sequence[int]]]) -> list[int]:
    """The widths at which no cell has to wrap."""
    rows = [row for table in cells for row in table]
    return [max((row[index] for row in rows), default=0) for index in range(len(tables[0].columns))]


def _title(column: Column, *, short: bool) -> str:
    return column.short if short and column.short else column.title


def _without(table: Table, index: int) -> Table:
    """The table without a column."""
    columns = table.columns[:index] + table.columns[index + 1 :]
    return Table(columns, tuple(row[:index] + row[index + 1 :] for row in table.rows))


def _fitted(widths: list[int], wide: Sequence[bool], room: int) -> list[int]:
    """The widths, with the widest of the wide columns narrowed until the row fits."""
    available = room - sum(
        width for width, is_wide in zip(widths, wide, strict=True) if not is_wide
    )
    flexible = [width for width, is_wide in zip(widths, wide, strict=True) if is_wide]
    cap = max(flexible, default=0)
    while cap > MIN_COLUMN and sum(min(width, cap) for width in flexible) > available:
        cap -= 1
    return [
        min(width, cap) if is_wide else width for width, is_wide in zip(widths, wide, strict=True)
    ]
