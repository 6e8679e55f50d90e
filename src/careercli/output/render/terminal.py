"""Pages drawn on a terminal with Rich: space instead of boxes, one accent color for data."""

import io
import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import cast

from rich.cells import cell_len  # noqa: TID253
from rich.console import Console, detect_legacy_windows  # noqa: TID253
from rich.text import Text  # noqa: TID253

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
    Notes,
    Page,
    Paragraph,
    Picture,
    Scale,
    ScaleRow,
    Span,
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
from careercli.output.page import Style as PageStyle
from careercli.output.render.terminal_table import TableWriter
from careercli.output.render.terminal_text import NARROW, STYLES, LineWriter, faded, led, padded

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
    console = _console(width, color=color)
    drawn = "\n".join(_rendered(console, _Drawing(console, width).page(named(page)))) + "\n"
    if encoding.lower().replace("-", "").startswith("utf"):
        return drawn
    return drawn.translate(ASCII).encode(encoding, "replace").decode(encoding)


def lines(page: Page, width: int) -> list[tuple[Span, ...]]:
    """The page's lines for a width, for a screen that has colors of its own."""
    console = _console(width, color=True)
    drawing = _Drawing(console, width).page(named(page))
    texts = (Text.from_ansi(line) if isinstance(line, str) else line for line in drawing)
    return [_named(console, text) for text in texts]


NAMED_COLORS: dict[str, PageStyle] = {STYLES[style]: style for style in ("data", "better", "worse")}


def _named(console: Console, line: Text) -> tuple[Span, ...]:
    """A drawn line as spans in the page's own styles."""
    parts = []
    for text, style, _ in line.render(console):
        name: PageStyle = ""
        if style and style.color and not style.color.is_default:
            name = NAMED_COLORS.get(style.color.name, "data")
        elif style and (style.dim or style.bold):
            name = "quiet" if style.dim else "strong"
        parts.append(Span(text, name))
    return tuple(parts)


def _console(width: int, *, color: bool) -> Console:
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=color,
        no_color=not color,
        color_system="standard" if color else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )


def _rendered(console: Console, lines: Iterator[Text | str]) -> Iterator[str]:
    """Lines with styles as codes; text goes through Rich in one piece, as that is faster."""
    for kind, same in groupby(lines, key=type):
        if kind is str:
            yield from map(str, same)
            continue
        with console.capture() as capture:
            console.print(Text("\n").join(cast("Iterator[Text]", same)), soft_wrap=True)
        yield from (line.rstrip() for line in capture.get()[:-1].split("\n"))


def wants_color() -> bool:
    """Whether the terminal is one for colors: NO_COLOR, then FORCE_COLOR, then TERM decide."""
    if os.environ.get("NO_COLOR") or detect_legacy_windows():
        return False
    return bool(os.environ.get("FORCE_COLOR")) or os.environ.get("TERM") not in ("dumb", "unknown")


MIN_LABEL, BESIDE_LABEL = 24, 48
"""Cells that a label on a scale has before it wraps, and those kept for amount and chart."""


class _Drawing:
    """Draws blocks as lines of styled text."""

    def __init__(self, console: Console, width: int) -> None:
        self._writer = LineWriter(console, width)
        self._tables = TableWriter(self._writer)
        self._width = width

    def page(self, page: Sequence[Block]) -> Iterator[Text | str]:
        pictured = self._width >= NARROW
        page = [block for block in page if pictured or not isinstance(block, Picture)]
        for index, block in enumerate(page):
            follows = isinstance(block, Legend | Commands) and isinstance(page[index - 1], Legend)
            if index and not follows:
                yield Text()
            yield from self._block(block, self._writer.margin)

    def _block(self, block: Block, indent: int) -> Iterator[Text | str]:  # noqa: C901  # one case a block
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
            case Bullets(items, bullet):
                yield from self._writer.bullets(items, bullet, indent)
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
            case Notes():  # those are of numbered pages
                return

    def _scale(self, scale: Scale, indent: int) -> Iterator[Text | str]:
        longest = max([8, *(cell_len(row.label) for row in scale.rows)]) + 2
        label = min(longest, max(MIN_LABEL, self._width - indent - BESIDE_LABEL))
        value = max([14, *(cell_len(plain(row.value)) for row in scale.rows)])
        chart = min(48, self._width - indent - label - value - 2)
        for row in scale.rows:
            if chart < -2:  # no room beside the labels: below them
                yield from self._writer.wrapped(quiet(row.label), indent, hang=2)
                yield from self._writer.wrapped(row.value, indent + 2)
                continue
            labels = self._writer.lines(quiet(row.label), label - 2)
            for above in labels[:-1]:
                yield Text(" " * indent).append_text(above)
            line = Text(" " * indent).append_text(labels[-1])
            line.append(" " * (indent + label - cell_len(line.plain)))
            amount = self._writer.text(row.value)
            line.append(" " * (value - cell_len(amount.plain))).append_text(amount)
            if chart >= 16 and (row.at or row.span):
                line.append("  ").append_text(_track(row, scale, chart))
            yield line
            if row.note:
                yield from self._writer.wrapped(faded(row.note), indent + label)

    def _timeline(self, steps: Sequence[TimelineStep], indent: int) -> Iterator[Text | str]:
        margin = max(cell_len(step.margin) for step in steps)
        margin = margin + 1 if self._width >= NARROW else 0
        for index, step in enumerate(steps):
            if margin:
                lead, rail = Text(padded(step.margin, margin), "dim"), Text(" " * margin)
                title: tuple[Span | str, ...] = (strong(step.title),)
            else:
                lead, rail = Text(), Text()
                title = (strong(step.title), quiet(f"  {step.margin}"))
            left = Text(" " * indent)
            head = (*title, "   ", *spans(step.aside))
            last = index == len(steps) - 1
            width = self._writer.room(indent) - margin - 2
            content = self._writer.lines(head if plain(step.aside) else title, width)
            for text in step.text:
                content += self._writer.lines(text, width)
            for item in step.items:
                content += led("• ", self._writer.lines(item, width - 2))
            for number, line in enumerate(content):
                drawn = left.copy()
                drawn.append_text(lead if number == 0 else rail)
                knot = "●" if number == 0 else " " if last else "│"
                yield drawn.append(f"{knot} ", "cyan" if number == 0 else "dim").append_text(line)
            if not last:
                yield left.copy().append_text(rail).append("│", "dim")


def _track(row: ScaleRow, scale: Scale, width: int) -> Text:
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
    text = Text("".join(cells), "dim")
    for index in drawn:
        text.stylize("not dim cyan", index, index + 1)
    return text
