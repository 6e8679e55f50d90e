"""Tables on a terminal: columns as wide as they need, a panel a row if there is no room."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len  # noqa: TID253

from careercli.output.page import (
    Column,
    Inline,
    Range,
    Span,
    Table,
    data,
    plain,
    quiet,
    strong,
)
from careercli.output.render.terminal_text import (
    MAX_COMMON_RANGE,
    MIN_RANGE,
    NARROW,
    Cell,
    Line,
    LineWriter,
    Run,
    cells_of,
    range_line,
)
from careercli.text import in_a_row

USUAL = 80
"""Columns of a terminal that pages are made for; on fewer, the columns without room are named."""
GAP: Run = ("  ", "")
"""What stands between two columns."""
MIN_COLUMN = 16
"""A column of words narrower than this is worse than a panel for each row."""


class TableWriter:
    """Draws tables."""

    def __init__(self, writer: LineWriter) -> None:
        self._writer = writer

    def draw(self, tables: Sequence[Table], indent: int, *, named: bool = False) -> list[Line]:
        """Tables with the same columns, on common widths; stacked if there is no room.

        named: whether the title of the first column is the table's own name
        """
        tables = whole = self._with_ranges(tables, indent)
        left_out: list[str] = []
        ready = [cells_of(table.rows) for table in tables]
        while True:
            natural = _natural(tables, ready)
            room = self._writer.width - indent - 2 * (len(natural) - 1)
            widths = self._widths(tables, natural, room)
            spare = [column.spare for column in tables[0].columns]
            if widths is not None or True not in spare:
                break
            last = len(spare) - 1 - spare[::-1].index(True)
            left_out.insert(0, tables[0].columns[last].title)
            tables = [_without(table, last) for table in tables]
            ready = [[row[:last] + row[last + 1 :] for row in rows] for rows in ready]
        if widths is None:
            return list(self._stacked(whole, indent, named=named))
        lines: list[Line] = []
        for index, (table, rows) in enumerate(zip(tables, ready, strict=True)):
            if index:
                lines.append(())
            if any(column.title for column in table.columns):
                titles = [
                    Span(_title(column, short=cell_len(column.title) > width), "quiet")
                    for width, column in zip(widths, table.columns, strict=True)
                ]
                (cells,) = cells_of([titles])
                lines += self._row(table.columns, titles, cells, widths, indent)
            for row, cells in zip(table.rows, rows, strict=True):
                lines += self._row(table.columns, row, cells, widths, indent)
        unshown = [title for title in left_out if title]
        if unshown and self._writer.width < USUAL:
            lines += self._writer.wrapped(quiet(f"No room for {in_a_row(unshown)}."), indent)
        return lines

    def _with_ranges(self, tables: Sequence[Table], indent: int) -> Sequence[Table]:
        """The tables with ranges drawn in the room that is left for them, or without those."""
        columns = tables[0].columns
        for index in [index for index, column in enumerate(columns) if column.is_range]:
            others = [_without(table, index) for table in tables]
            ready = [cells_of(table.rows) for table in others]
            taken = [
                max(width, cell_len(column.title))
                for width, column in zip(_natural(others, ready), others[0].columns, strict=True)
            ]
            room = self._writer.width - indent - sum(taken) - 2 * len(taken)
            if self._writer.width < NARROW or room < MIN_RANGE:
                return others
            return [_drawn_ranges(table, index, min(room, MAX_COMMON_RANGE)) for table in tables]
        return tables

    def _widths(
        self, tables: Sequence[Table], natural: Sequence[int], room: int
    ) -> list[int] | None:
        """The columns' widths; None if there is no room for them."""
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

    def _row(
        self,
        columns: Sequence[Column],
        row: Sequence[Inline],
        cells: Sequence[Cell],
        widths: Sequence[int],
        indent: int,
    ) -> list[Line]:
        """A row of which some cells may have to wrap."""
        if all(taken <= width for (_, taken), width in zip(cells, widths, strict=True)):
            return [_row_line(columns, cells, widths, indent)]
        broken = [
            [cell] if cell[1] <= width else self._writer.cell(inline, width)
            for inline, cell, width in zip(row, cells, widths, strict=True)
        ]
        lines = zip_longest(*broken, fillvalue=((), 0))
        return [_row_line(columns, line, widths, indent) for line in lines]

    def _stacked(self, tables: Sequence[Table], indent: int, *, named: bool) -> Iterator[Line]:
        """Each row as a small panel with all that it has, if there is no room for columns."""
        for number, table in enumerate(tables):
            if number:
                yield ()
            if named:
                yield from self._writer.wrapped(quiet(table.columns[0].title), indent)
            for index, row in enumerate(table.rows):
                if index:
                    yield ()
                yield from self._writer.wrapped(strong(plain(row[0])), indent, hang=2)
                facts = [
                    (column.title, cell)
                    for column, cell in zip(table.columns[1:], row[1:], strict=True)
                    if plain(cell)
                ]
                yield from self._writer.facts(facts, indent + 2)


def _row_line(
    columns: Sequence[Column], cells: Sequence[Cell], widths: Sequence[int], indent: int
) -> Line:
    """A row whose cells all fit: a thousand of them have to be quick."""
    drawn: list[Run] = [(" " * indent, "")]
    for column, (line, taken), width in zip(columns, cells, widths, strict=True):
        blank: Run = " " * (width - taken), ""
        drawn += (blank, *line, GAP) if column.align == "right" else (*line, blank, GAP)
    return drawn


def _natural(tables: Sequence[Table], ready: Sequence[Sequence[Sequence[Cell]]]) -> list[int]:
    """The widths at which no cell has to wrap."""
    taken = [[width for _, width in row] for rows in ready for row in rows]
    return [max(column) for column in zip(*taken, strict=True)] or [0] * len(tables[0].columns)


def _title(column: Column, *, short: bool) -> str:
    return column.short if short and column.short else column.title


def _without(table: Table, index: int) -> Table:
    """The table without a column."""
    columns = table.columns[:index] + table.columns[index + 1 :]
    return Table(columns, tuple(row[:index] + row[index + 1 :] for row in table.rows))


def _drawn_ranges(table: Table, index: int, width: int) -> Table:
    """The table with each range in a column as the line that is drawn."""
    rows = []
    for row in table.rows:
        cell = row[index]
        drawn = data(range_line(cell, width)) if isinstance(cell, Range) else cell
        rows.append((*row[:index], drawn, *row[index + 1 :]))
    return Table(table.columns, tuple(rows))


def _fitted(widths: list[int], wide: Sequence[bool], room: int) -> list[int]:
    """The widths, with the widest of the wide columns narrowed until the row fits."""
    flexible = [width for width, is_wide in zip(widths, wide, strict=True) if is_wide]
    available = room - (sum(widths) - sum(flexible))
    cap = max(flexible, default=0)
    while cap > MIN_COLUMN and sum(min(width, cap) for width in flexible) > available:
        cap -= 1
    return [
        min(width, cap) if is_wide else width for width, is_wide in zip(widths, wide, strict=True)
    ]
