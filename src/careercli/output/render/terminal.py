"""Pages drawn on a terminal with Rich: space instead of boxes, one accent colour for data."""

import io
import os
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from operator import le
from typing import cast

from rich.cells import cell_len  # noqa: TID253  # the one room that draws
from rich.color import ColorSystem  # noqa: TID253
from rich.console import Console, detect_legacy_windows  # noqa: TID253
from rich.style import Style  # noqa: TID253
from rich.text import Text  # noqa: TID253

from careercli.output.page import (
    Aligned,
    Block,
    Bullets,
    Column,
    Commands,
    Entry,
    Facts,
    Heading,
    Inline,
    Notes,
    Page,
    Paragraph,
    Rung,
    Scale,
    ScaleRow,
    Span,
    Table,
    Timeline,
    Title,
    plain,
    quiet,
    spans,
    strong,
)
from careercli.output.page import Style as PageStyle
from careercli.text import one_line

STYLES = {"": "", "strong": "bold", "quiet": "dim", "data": "cyan"}
MEASURE = 88
"""Prose wider than this is hard to read, however wide the window."""
NARROW = 60
"""Below this many columns, margins are given up."""

BOXES = frozenset("☐☑◐")
SINGLE = frozenset(map(chr, range(32, 127))) | set("–−⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Characters of figures and their marks, each of one cell: asking for the width is slower."""
MIN_COLUMN = 16
"""A column of words narrower than this is worse than a panel for each row."""

ASCII = str.maketrans(
    {
        "•": "*",
        "–": "-",
        "—": "-",
        "…": "...",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "·": "-",
        "→": "->",
        "≥": ">=",
        "≤": "<=",
        "×": "x",
        "−": "-",
        "☐": "[ ]",
        "☑": "[x]",
        "◐": "[~]",
        "✓": "+",
        "✗": "x",
        "●": "o",
        "│": "|",
        "├": "|",
        "┤": "|",
        "─": "-",
        "◂": "<",
        "≈": "~",
        **{mark: f"[{number}]" for number, mark in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")},
    }
)


def terminal(page: Page, width: int, *, encoding: str = "utf-8", colour: bool = True) -> str:
    """The page for a terminal of `width` columns: text with ANSI styles, newline at the end."""
    console = _console(width, colour=colour)
    drawn = "\n".join(_rendered(console, _Drawing(console, width).page(page))) + "\n"
    if encoding.lower().replace("-", "").startswith("utf"):
        return drawn
    return drawn.translate(ASCII).encode(encoding, "replace").decode(encoding)


def lines(page: Page, width: int) -> list[tuple[Span, ...]]:
    """The page's lines for a width, for a screen that has colours of its own."""
    console = _console(width, colour=True)
    drawing = _Drawing(console, width).page(page)
    texts = (Text.from_ansi(line) if isinstance(line, str) else line for line in drawing)
    return [_named(console, text) for text in texts]


def _named(console: Console, line: Text) -> tuple[Span, ...]:
    """A drawn line as spans in the page's own styles."""
    found = []
    for text, style, _ in line.render(console):
        name: PageStyle = ""
        if style and style.color and not style.color.is_default:
            name = "data"
        elif style and (style.dim or style.bold):
            name = "quiet" if style.dim else "strong"
        found.append(Span(text, name))
    return tuple(found)


def _console(width: int, *, colour: bool) -> Console:
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )


def _rendered(console: Console, lines: Iterator[Text | str]) -> Iterator[str]:
    """Lines with styles as codes; text goes through Rich in one piece, as that is faster."""
    for ready, some in groupby(lines, key=lambda line: isinstance(line, str)):
        if ready:
            yield from map(str, some)
            continue
        with console.capture() as capture:
            console.print(Text("\n").join(cast("Iterator[Text]", some)), soft_wrap=True)
        yield from (line.rstrip() for line in capture.get()[:-1].split("\n"))


def wants_colour() -> bool:
    """Whether the terminal is one for colours: NO_COLOR, then FORCE_COLOR, then TERM decide."""
    if os.environ.get("NO_COLOR") or detect_legacy_windows():
        return False
    return bool(os.environ.get("FORCE_COLOR")) or os.environ.get("TERM") not in ("dumb", "unknown")


class _Drawing:
    """Draws blocks as lines of styled text."""

    def __init__(self, console: Console, width: int) -> None:
        self._console = console
        system = None if console.no_color else ColorSystem.STANDARD
        self._codes = {
            name: Style.parse(style or "none").render("\0", color_system=system).split("\0")
            for name, style in STYLES.items()
        }
        self._width = width
        self._margin = 2 if width >= NARROW else 0

    def page(self, page: Page) -> Iterator[Text | str]:
        for index, block in enumerate(page):
            if index:
                yield Text()
            yield from self._block(block, self._margin)

    def _block(self, block: Block, indent: int) -> Iterator[Text | str]:  # noqa: C901  # one case a block
        match block:
            case Title(text, aside, lead):
                yield from self._headline(text, aside)
                if lead:
                    yield from self._wrapped(lead, self._margin)
            case Heading(text, aside):
                yield from self._headline(text, aside)
            case Paragraph(text):
                yield from self._wrapped(text, indent)
            case Bullets(items, mark):
                yield from self._bullets(items, mark, indent)
            case Facts(rows):
                yield from self._facts(rows, indent)
            case Table():
                yield from self._tables((block,), indent)
            case Aligned(tables):
                yield from self._tables(tables, indent)
            case Scale():
                yield from self._scale(block, indent)
            case Timeline(rungs):
                yield from self._timeline(rungs, indent)
            case Entry(title, blocks, aside):
                yield from self._headline(title, aside, indent)
                for inner in blocks:
                    yield from self._block(inner, indent + self._margin)
            case Commands(rows):
                yield from self._commands(rows, indent)
            case Notes(rows):
                for mark, text, _ in rows:
                    yield from self._wrapped((quiet(f"{mark} "), quiet(text)), indent, hang=2)

    def _text(self, inline: Inline) -> Text:
        text = Text()
        for part in spans(inline):
            text.append(one_line(part.text), STYLES[part.style] or None)
        return text

    def _lines(self, inline: Inline, width: int) -> list[Text]:
        text = self._text(inline)
        if cell_len(text.plain) <= width:
            return [text]
        return list(text.wrap(self._console, max(width, 8)))

    def _wrapped(
        self, inline: Inline, indent: int, *, hang: int = 0, first: str = ""
    ) -> Iterator[Text | str]:
        """Lines within the measure; `first` stands before the first one, within the hang."""
        width = min(self._width, MEASURE + indent) - indent - (hang if first else 0)
        if hang and not first:  # the hang begins with the second line
            return (yield from self._hung(inline, indent, hang))
        for index, line in enumerate(self._lines(inline, width)):
            lead = first if index == 0 else " " * hang
            yield Text(" " * indent + lead).append_text(line)

    def _hung(self, inline: Inline, indent: int, hang: int) -> Iterator[Text | str]:
        width = min(self._width, MEASURE + indent) - indent - hang
        for index, line in enumerate(self._lines(inline, width)):
            yield Text(" " * (indent + (hang if index else 0))).append_text(line)

    def _headline(self, text: str, aside: str, indent: int = 0) -> Iterator[Text | str]:
        inline: Inline = (strong(text), "  ", quiet(aside)) if aside else strong(text)
        yield from self._wrapped(inline, indent)

    def _bullets(self, items: Sequence[Inline], mark: str, indent: int) -> Iterator[Text | str]:
        for item in items:
            yield from self._wrapped(item, indent, hang=len(mark) + 1, first=f"{mark} ")

    def _facts(self, rows: Sequence[tuple[str, Inline]], indent: int) -> Iterator[Text | str]:
        column = max((cell_len(label) for label, _ in rows), default=0) + 2
        if column > (self._width - indent) // 2:  # no room beside the labels: below them
            for label, value in rows:
                yield from self._wrapped(quiet(label), indent, hang=2)
                yield from self._wrapped(value, indent + 2)
            return
        for label, value in rows:
            lines = self._lines(value, min(self._width, MEASURE + indent) - indent - column)
            for index, line in enumerate(lines):
                lead = Text(" " * indent)
                lead.append(_padded(one_line(label) if index == 0 else "", column), "dim")
                yield lead.append_text(line)

    def _commands(self, rows: Sequence[tuple[str, str]], indent: int) -> Iterator[Text | str]:
        column = max((cell_len(command) for command, _ in rows), default=0) + 2
        side_by_side = indent + column + 24 <= self._width
        for command, what in rows:
            if side_by_side:
                lines = self._lines(quiet(what), self._width - indent - column)
                for index, line in enumerate(lines):
                    lead = _padded(one_line(command) if index == 0 else "", column)
                    yield Text(" " * indent + lead).append_text(line)
            else:
                yield from self._wrapped(command, indent, hang=2)
                if what:
                    yield from self._wrapped(quiet(what), indent + 2)

    def _tables(self, tables: Sequence[Table], indent: int) -> Iterator[Text | str]:
        """Tables with the same columns, on common widths; stacked where there is no room."""
        cells = [[[_measured(cell) for cell in row] for row in one.rows] for one in tables]
        while True:
            natural = _natural(tables, cells)
            room = self._width - indent - 2 * (len(natural) - 1)
            widths = self._widths(tables, natural, room)
            spare = [column.spare for column in tables[0].columns]
            if widths is not None or True not in spare:
                break
            last = len(spare) - 1 - spare[::-1].index(True)
            tables = [_without(one, last) for one in tables]
            cells = [[row[:last] + row[last + 1 :] for row in some] for some in cells]
        for index, (one, some) in enumerate(zip(tables, cells, strict=True)):
            if index:
                yield Text()
            if widths is None:
                if len(tables) > 1:
                    yield from self._wrapped(quiet(one.columns[0].title), indent)
                yield from self._stacked(one.columns, one.rows, indent)
                continue
            titles = [column.title for column in one.columns]
            if any(titles):
                shown = [
                    title if cell_len(title) <= width or not column.short else column.short
                    for title, width, column in zip(titles, widths, one.columns, strict=True)
                ]
                header = [quiet(title) for title in shown]
                taken = [cell_len(title) for title in shown]
                yield from self._table_row(one.columns, header, widths, taken, indent)
            for row, taken in zip(one.rows, some, strict=True):
                yield from self._table_row(one.columns, row, widths, taken, indent)

    def _widths(
        self, tables: Sequence[Table], natural: Sequence[int], room: int
    ) -> list[int] | None:
        """The columns' widths; None where there is no room for them."""
        wide = [column.wide for column in tables[0].columns]
        for short in (False, True):
            widths = [
                max(width, *(cell_len(_title(one.columns[index], short=short)) for one in tables))
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
        for parts in zip_longest(*wrapped):
            line = Text(" " * indent)
            for index, (part, width) in enumerate(zip(parts, widths, strict=True)):
                part = part or Text()
                blank = " " * (width - cell_len(part.plain))
                if index:
                    line.append("  ")
                if columns[index].align == "right":
                    line.append(blank).append_text(part)
                else:
                    line.append_text(part).append(blank)
            line.rstrip()
            yield line

    def _cell(self, cell: Inline, width: int) -> list[Text]:
        """A cell's lines; below a box, words stand under words."""
        words = plain(cell)
        if words[:1] not in BOXES or words[1:2] != " ":
            return self._lines(cell, width)
        lines = self._lines(words[2:], width - 2)
        return [
            Text((words[:2] if index == 0 else "  ") + line.plain)
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
        pieces = [" " * indent]
        for index, cell in enumerate(row):
            blank = " " * (widths[index] - taken[index])
            if index:
                pieces.append("  ")
            if columns[index].align == "right":
                pieces.append(blank)
            if isinstance(cell, str):
                pieces.append(one_line(cell))
            else:
                for part in (cell,) if isinstance(cell, Span) else cell:
                    if isinstance(part, str):
                        pieces.append(one_line(part))
                        continue
                    before, after = self._codes[part.style]
                    pieces += (before, one_line(part.text), after)
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
            yield from self._wrapped(strong(plain(row[0])), indent, hang=2)
            facts = [
                (column.title, cell)
                for column, cell in zip(columns[1:], row[1:], strict=True)
                if plain(cell)
            ]
            if facts:
                yield from self._facts(facts, indent + 2)

    def _scale(self, scale: Scale, indent: int) -> Iterator[Text | str]:
        label = max([8, *(cell_len(row.label) for row in scale.rows)]) + 2
        value = max([14, *(cell_len(plain(row.value)) for row in scale.rows)])
        chart = min(48, self._width - indent - label - value - 2)
        for row in scale.rows:
            if chart < -2:  # no room beside the labels: below them
                yield from self._wrapped(quiet(row.label), indent, hang=2)
                yield from self._wrapped(row.value, indent + 2)
                continue
            line = Text(" " * indent).append(_padded(one_line(row.label), label), "dim")
            amount = self._text(row.value)
            line.append(" " * (value - cell_len(amount.plain))).append_text(amount)
            if chart >= 16 and (row.at or row.span):
                line.append("  ").append_text(_track(row, scale, chart))
            yield line
            if row.note:
                yield from self._wrapped(quiet(row.note), indent + label)

    def _timeline(self, rungs: Sequence[Rung], indent: int) -> Iterator[Text | str]:
        margin = max(cell_len(rung.margin) for rung in rungs)
        margin = margin + 1 if self._width >= NARROW else 0
        for index, rung in enumerate(rungs):
            if margin:
                lead, rail = Text(_padded(rung.margin, margin), "dim"), Text(" " * margin)
                title: tuple[Span | str, ...] = (strong(rung.title),)
            else:
                lead, rail = Text(), Text()
                title = (strong(rung.title), quiet(f"  {rung.margin}"))
            left = Text(" " * indent)
            head = (*title, "   ", *spans(rung.aside))
            last = index == len(rungs) - 1
            width = min(self._width, MEASURE + indent) - indent - margin - 2
            content = [self._lines(head if plain(rung.aside) else title, width)]
            content += [self._lines(text, width) for text in rung.text]
            for item in rung.items:
                lines = self._lines(item, width - 2)
                content.append(
                    [
                        Text("• " if first == 0 else "  ").append_text(line)
                        for first, line in enumerate(lines)
                    ]
                )
            for number, line in enumerate(line for lines in content for line in lines):
                drawn = left.copy()
                drawn.append_text(lead if number == 0 else rail)
                knot = "●" if number == 0 else " " if last else "│"
                yield drawn.append(f"{knot} ", "cyan" if number == 0 else "dim").append_text(line)
            if not last:
                yield left.copy().append_text(rail).append("│", "dim")


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
    parts, place = [], 0
    for part in spans(inline):
        words = part.text[max(start - place, 0) : max(end - place, 0)]
        if words:
            parts.append(Span(words, part.style))
        place += len(part.text)
    return tuple(parts)


def _measured(cell: Inline) -> int:
    """The cells that the words take on a line."""
    text = cell if isinstance(cell, str) else plain(cell)
    return len(text) if SINGLE.issuperset(text) else cell_len(one_line(text))


def _natural(tables: Sequence[Table], cells: Sequence[Sequence[Sequence[int]]]) -> list[int]:
    """The widths at which no cell has to wrap."""
    rows = [row for some in cells for row in some]
    return [max((row[index] for row in rows), default=0) for index in range(len(tables[0].columns))]


def _title(column: Column, *, short: bool) -> str:
    return column.short if short and column.short else column.title


def _without(table: Table, index: int) -> Table:
    """The table without a column."""
    columns = table.columns[:index] + table.columns[index + 1 :]
    return Table(columns, tuple(row[:index] + row[index + 1 :] for row in table.rows))


def _track(row: ScaleRow, scale: Scale, width: int) -> Text:
    """A row's amounts on a line of `width` cells."""
    low, high = scale.low, scale.high

    def cell(amount: float) -> int:
        share = (amount - low) / (high - low) if high > low else 0.5
        return min(width - 1, max(0, round(share * (width - 1))))

    reach = 0 if row.span else max(map(cell, row.at), default=0)
    cells = ["─"] * reach + [" "] * (width - reach)
    drawn = [cell(amount) for amount in row.at]
    if row.span:
        start, end = (cell(amount) for amount in row.span)
        cells[start : end + 1] = "├" + "─" * (end - start - 1) + "┤" if end > start else "│"
        drawn += range(start, end + 1)
    if scale.through is not None:
        cells[cell(scale.through)] = "│"
    for amount in row.at:
        cells[cell(amount)] = "●"
    text = Text("".join(cells), "dim")
    for index in drawn:
        text.stylize("not dim cyan", index, index + 1)
    return text


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


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
