"""Pages drawn on a terminal: space instead of boxes, one accent color for data."""

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len  # noqa: TID253

from careercli.output.footnotes import named
from careercli.output.page import (
    Aligned,
    Block,
    Bullets,
    Commands,
    Entry,
    Facts,
    Heading,
    Legend,
    Page,
    Paragraph,
    Picture,
    Scale,
    ScaleRow,
    Span,
    Style,
    Table,
    Timeline,
    TimelineStep,
    Title,
    place_on,
    plain,
    quiet,
    spans,
    strong,
)
from careercli.output.render.terminal_table import TableWriter
from careercli.output.render.terminal_text import (
    NARROW,
    Line,
    LineWriter,
    Run,
    blank,
    faded,
    led,
    line_width,
    padded,
    runs,
)

CODES: dict[Style, str] = {
    "strong": "\x1b[1m",
    "quiet": "\x1b[2m",
    "data": "\x1b[36m",
    "better": "\x1b[32m",
    "worse": "\x1b[31m",
}
"""Bold, dim, cyan, green and red, in the numbers that every terminal with colors knows."""
END = "\x1b[0m"

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
        "○": ".",
        "█": "#",
        "░": ".",
        "━": "=",
        "├": "|",
        "┤": "|",
        "─": "-",
        "◂": "<",
        "≈": "~",
    }
)


def terminal(page: Page, width: int, *, encoding: str = "utf-8", color: bool = True) -> str:
    """The page for a terminal of `width` columns: text with ANSI styles, newline at the end."""
    drawn = "".join([f"{_encoded(line, color)}\n" for line in _Drawing(width).page(named(page))])
    if encoding.lower().replace("-", "").startswith("utf"):
        return drawn
    return drawn.translate(ASCII).encode(encoding, "replace").decode(encoding)


def lines(page: Page, width: int) -> list[tuple[Span, ...]]:
    """The page's lines for a width, for a screen that has colors of its own."""
    drawn = _Drawing(width).page(named(page))
    return [tuple(Span(text, style) for text, style in line) for line in drawn]


def _encoded(line: Line, color: bool) -> str:
    """A line as text, with its styles as codes."""
    if not color:
        return "".join([text for text, _ in line]).rstrip()
    codes = [f"{CODES[style]}{text}{END}" if style and text else text for text, style in line]
    return "".join(codes).rstrip()


def wants_color() -> bool:
    """Whether the terminal is one for colors: NO_COLOR, then FORCE_COLOR, then TERM decide."""
    if os.environ.get("NO_COLOR"):
        return False
    if sys.platform == "win32":
        from rich.console import detect_legacy_windows

        if detect_legacy_windows():
            return False
    return bool(os.environ.get("FORCE_COLOR")) or os.environ.get("TERM") not in ("dumb", "unknown")


MIN_LABEL, BESIDE_LABEL = 24, 48
"""Cells that a label on a scale has before it wraps, and those kept for amount and chart."""


class _Drawing:
    """Draws blocks as lines of styled text."""

    def __init__(self, width: int) -> None:
        self._writer = LineWriter(width)
        self._tables = TableWriter(self._writer)
        self._width = width

    def page(self, page: Sequence[Block]) -> Iterator[Line]:
        pictured = self._width >= NARROW
        page = [block for block in page if pictured or not isinstance(block, Picture)]
        for index, block in enumerate(page):
            follows = isinstance(block, Legend | Commands) and isinstance(page[index - 1], Legend)
            if index and not follows:
                yield ()
            yield from self._block(block, self._writer.margin)

    def _block(self, block: Block, indent: int) -> Iterator[Line]:  # noqa: C901  # one case a block
        match block:
            case Title(text, aside, lead):
                yield from self._writer.title(text, aside)
                if lead:
                    yield from self._writer.wrapped(lead, self._writer.margin)
            case Heading(text, aside):
                yield from self._writer.headline(text, aside)
            case Paragraph(text):
                yield from self._writer.wrapped(text, indent)
            case Picture(percentiles):
                yield from self._writer.wrapped(percentiles, indent)
            case Bullets():
                yield from self._writer.bullets([*block.marked], indent)
            case Facts(rows):
                yield from self._writer.facts(rows, indent)
            case Table():
                yield from self._tables.draw((block,), indent)
            case Aligned(tables):
                yield from self._tables.draw(tables, indent, named=True)
            case Scale():
                yield from self._scale(block, indent)
            case Timeline(steps):
                yield from self._timeline(steps, indent)
            case Entry(title, blocks, aside):
                yield from self._writer.headline(title, aside, indent)
                for inner in blocks:
                    yield from self._block(inner, indent + self._writer.margin)
            case Commands(rows):
                yield from self._writer.commands(rows, indent)
            case Legend(text):
                yield from self._writer.wrapped(faded(text), indent)

    def _scale(self, scale: Scale, indent: int) -> Iterator[Line]:
        longest = max([8, *(cell_len(row.label) for row in scale.rows)]) + 2
        label = min(longest, max(MIN_LABEL, self._width - indent - BESIDE_LABEL))
        value = max([14, *(cell_len(plain(row.value)) for row in scale.rows)])
        chart = min(48, self._width - indent - label - value - 2)
        for row in scale.rows:
            if chart < -2:  # no room beside the labels: below them
                yield from self._writer.wrapped(quiet(row.label), indent, hang=2)
                yield from self._writer.wrapped(row.value, indent + 2)
                continue
            *above, last = self._writer.lines(quiet(row.label), label - 2)
            for line in above:
                yield (blank(indent), *line)
            amount = runs(row.value)
            room = label - line_width(last) + value - line_width(amount)
            line = (blank(indent), *last, blank(room), *amount)
            if chart >= 16 and (row.at or row.span):
                line = (*line, blank(2), *_track(row, scale, chart))
            yield line
            if row.note:
                yield from self._writer.wrapped(faded(row.note), indent + label)

    def _timeline(self, steps: Sequence[TimelineStep], indent: int) -> Iterator[Line]:
        margin = max(cell_len(step.margin) for step in steps)
        margin = margin + 1 if self._width >= NARROW else 0
        for index, step in enumerate(steps):
            if margin:
                lead: Run = (padded(step.margin, margin), "quiet")
                title: tuple[Span | str, ...] = (strong(step.title),)
            else:
                lead = blank(0)
                title = (strong(step.title), quiet(f"  {step.margin}"))
            head = (*title, "   ", *spans(step.aside))
            last = index == len(steps) - 1
            width = self._writer.room(indent) - margin - 2
            content = self._writer.lines(head if plain(step.aside) else title, width)
            for text in step.text:
                content += self._writer.lines(text, width)
            for item in step.items:
                content += led(("• ", ""), self._writer.lines(item, width - 2))
            rail = blank(cell_len(lead[0]))
            knot: Run = ("● ", "data")
            for line in content:
                yield (blank(indent), lead, knot, *line)
                lead, knot = rail, blank(2) if last else ("│ ", "quiet")
            if not last:
                yield (blank(indent), rail, ("│", "quiet"))


def _track(row: ScaleRow, scale: Scale, width: int) -> Iterator[Run]:
    """A row's amounts on a line of `width` cells."""

    def cell(amount: float) -> int:
        return round(place_on(amount, scale.low, scale.high) * (width - 1))

    reach = 0 if row.span else max(map(cell, row.at), default=0)
    cells = ["─"] * reach + [" "] * (width - reach)
    drawn = [cell(amount) for amount in row.at]
    if row.span:
        start, end = (cell(amount) for amount in row.span)
        cells[start : end + 1] = "├" + "─" * (end - start - 1) + "┤" if end > start else "│"
        drawn += range(start, end + 1)
    for amount in row.at:
        cells[cell(amount)] = "●"

    def style_of(place: int) -> Style:
        return "data" if place in drawn else "quiet"

    for style, places in groupby(range(width), style_of):
        yield "".join([cells[place] for place in places]), style
