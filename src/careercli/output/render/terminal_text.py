"""Words on a terminal: lines of styled text within a measure."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import cast

from rich.cells import cell_len  # noqa: TID253
from rich.color import ColorSystem  # noqa: TID253
from rich.console import Console  # noqa: TID253
from rich.style import Style as RichStyle  # noqa: TID253
from rich.text import Text  # noqa: TID253

from careercli.output.page import (
    BOXES,
    Bar,
    Check,
    Inline,
    Part,
    Range,
    Span,
    Style,
    as_span,
    box_and_words,
    place_on,
    plain,
    quiet,
    strong,
)
from careercli.text import one_line

STYLES = {
    "": "",
    "strong": "bold",
    "quiet": "dim",
    "data": "cyan",
    "better": "green",
    "worse": "red",
}
MEASURE = 88
"""Prose wider than this is hard to read, however wide the window."""
NARROW = 60
"""Below this many columns, margins and ranges are given up."""
GLUE = "\ue000"
"""Stands for a blank at which no line is broken."""
BAR = 10
"""Cells of a bar."""
MIN_RANGE, MAX_RANGE, MAX_COMMON_RANGE = 16, 44, 88
"""Cells of percentiles on an axis of their own, and on one that the rows of a table share."""


class LineWriter:
    """Writes words as lines for a terminal of `width` columns.

    codes: the escape codes before and after text of each style
    """

    def __init__(self, console: Console, width: int) -> None:
        self.console = console
        system = None if console.no_color else ColorSystem.STANDARD
        self.codes = {
            name: RichStyle.parse(style or "none").render("\0", color_system=system).split("\0")
            for name, style in STYLES.items()
        }
        self.width = width
        self.margin = 2 if width >= NARROW else 0

    def text(self, inline: Inline) -> Text:
        """An inline as one piece of text."""
        text = Text()
        for span in terminal_spans(inline):
            text.append(span.text, STYLES[span.style] or None)
        return text

    def lines(self, inline: Inline, width: int) -> list[Text]:
        """Lines of at most `width` cells; no number is parted from its percent sign."""
        if isinstance(inline, Range) and (drawn := self._range(inline, width)):
            return [drawn]
        text = self.text(inline)
        if cell_len(text.plain) <= width:
            return [text]
        text.plain = text.plain.replace(" %", f"{GLUE}%")
        text = _broken_at_hyphen(text, max(width, 8))
        lines = list(text.wrap(self.console, max(width, 8)))
        for line in lines:
            line.plain = line.plain.replace(GLUE, " ")
        return lines

    def cells(self, row: Sequence[Inline], widths: Sequence[int]) -> list[list[Text]]:
        """The lines of each cell of a row; below a box, words are under words."""
        cells = []
        for inline, width in zip(row, widths, strict=True):
            box, words = ("", inline) if isinstance(inline, str | Span) else box_and_words(inline)
            cells.append(led(box, self.lines(words, width - len(box))))
        return cells

    def _range(self, percentiles: Range, width: int) -> Text | None:
        """Percentiles on an axis between their ends; None if there is too little room."""
        low, high = percentiles.ends
        room = min(MAX_RANGE, width - cell_len(low) - cell_len(high) - 2)
        if self.width < NARROW or room < MIN_RANGE:
            return None
        line = Text(f"{low} " if low else "").append(range_line(percentiles, room), "cyan")
        return line.append(f" {high}" if high else "")

    def room(self, indent: int) -> int:
        """The cells within the measure that an indent leaves."""
        return min(self.width, MEASURE + indent) - indent

    def wrapped(self, inline: Inline, indent: int, *, hang: int = 0) -> list[Text]:
        """Lines within the measure; the hang begins with the second one."""
        return [
            Text(" " * (indent + (hang if index else 0))).append_text(line)
            for index, line in enumerate(self.lines(inline, self.room(indent) - hang))
        ]

    def _joined(self, commands: Sequence[str], indent: int) -> list[Text]:
        """Commands on as few lines as they fit on; none is broken if it fits on one."""
        joined: list[str] = []
        for command in commands:
            longer = f"{joined[-1]}  ·  {command}" if joined else command
            if joined and cell_len(longer) <= self.width - indent:
                joined[-1] = longer
            else:
                joined.append(command)
        return [line for row in joined for line in self.wrapped(row, indent)]

    def title(self, text: str, aside: Inline) -> list[Text]:
        """A title with its aside at the right, if both fit on a line."""
        room = min(self.width, MEASURE) - cell_len(text) - cell_len(plain(aside))
        if aside and room >= 2 and self.width >= NARROW:
            return [self.text((strong(text), " " * room, *faded(aside)))]
        below = self.wrapped(faded(aside), self.margin) if aside else []
        return [*self.wrapped(strong(text), 0), *below]

    def headline(self, text: str, aside: Inline, indent: int = 0) -> list[Text]:
        """A title or heading with its aside."""
        inline: Inline = (strong(text), "  ", *faded(aside)) if aside else strong(text)
        return self.wrapped(inline, indent)

    def bullets(self, items: Sequence[Inline], bullet: str, indent: int) -> list[Text]:
        """A list."""
        lead = f"{bullet} "
        room = self.room(indent) - len(lead)
        return [line for item in items for line in led(lead, self.lines(item, room), indent)]

    def facts(self, rows: Sequence[tuple[str, Inline]], indent: int) -> list[Text]:
        """Labels, and what belongs to them on their right."""
        column = max((cell_len(label) for label, _ in rows), default=0) + 2
        drawn: list[Text] = []
        for label, value in rows:
            if column > (self.width - indent) // 2:  # no room beside the labels: below them
                drawn += self.wrapped(quiet(label), indent, hang=2)
                drawn += self.wrapped(value, indent + 2)
            else:
                lines = self.lines(value, self.room(indent) - column)
                drawn += led(padded(_harmless(label), column), lines, indent, "dim")
        return drawn

    def commands(self, rows: Sequence[tuple[str, str]], indent: int) -> list[Text]:
        """Commands, and what each does on their right."""
        if not any(what for _, what in rows):
            return self._joined([command for command, _ in rows], indent)
        column = max((cell_len(command) for command, _ in rows), default=0) + 2
        drawn: list[Text] = []
        for command, what in rows:
            if indent + column + 24 <= self.width:
                lines = self.lines(quiet(what), self.width - indent - column)
                drawn += led(padded(_harmless(command), column), lines, indent)
            else:
                drawn += self.wrapped(command, indent, hang=2)
                drawn += self.wrapped(quiet(what), indent + 2) if what else []
        return drawn


DOTS = {level: "●" * level + "○" * (4 - level) for level in range(1, 5)}


def spans_of(rows: Iterable[Sequence[Inline]]) -> list[list[str | list[Span]]]:
    """The cells of rows as a terminal draws them; plain text without a span around it."""
    return [[_spans_of_cell(cell) for cell in row] for row in rows]


def _spans_of_cell(cell: Inline) -> str | list[Span]:
    return _harmless(cell) if isinstance(cell, str) else terminal_spans(cell)


def _harmless(text: str) -> str:
    """The text on one line; most is, and a long list has thousands of them."""
    return text if text.isprintable() else one_line(text)


def terminal_spans(inline: Inline) -> list[Span]:
    """Any inline as a terminal draws it: on one line, a proficiency in words as ●●●○."""
    spans: list[Span] = []
    # as `parts`, which a long list would call thousands of times
    for part in cast("tuple[Part, ...]", inline if type(inline) is tuple else (inline,)):
        if isinstance(part, Bar):
            full = round(BAR * part.share)
            spans += (Span("█" * full, "data"), Span("░" * (BAR - full) + " ", "quiet"))
            continue
        if isinstance(part, Check):
            span = Span(BOXES[part.state])
        elif isinstance(part, str):
            span = Span(part)
        else:
            span = part if isinstance(part, Span) else as_span(part)
        text = DOTS[span.level] if span.level and not span.text.isdigit() else span.text
        spans.append(Span(_harmless(text), span.style))
    return spans


def range_line(percentiles: Range, width: int) -> str:
    """Percentiles on an axis of `width` cells; `>` at the end of one that is open."""
    places = [
        None if amount is None else round(place_on(amount, *percentiles.axis) * (width - 1))
        for amount in percentiles.points
    ]
    known = [place for place in places if place is not None]
    cells = [" "] * width
    if known:
        first, last = known[0], known[-1]
        cells[first : last + 1] = "─" * (last + 1 - first)
    start, lower, middle, upper, end = places
    if lower is not None and upper is not None:
        cells[lower : upper + 1] = "━" * (upper + 1 - lower)
    if start is not None:
        cells[start] = "├"
    if end is not None:
        cells[end] = ">" if percentiles.open else "┤"
    if middle is not None:
        cells[middle] = "●"
    return "".join(cells).rstrip()


def faded(inline: Inline) -> tuple[Span, ...]:
    """An inline as an aside: quiet, but for what has a style of its own."""
    styled = groupby(terminal_spans(inline), key=_faded_style)
    return tuple([Span("".join([span.text for span in same]), style) for style, same in styled])


def _faded_style(span: Span) -> Style:
    return span.style or "quiet"


def led(lead: str, lines: Iterable[Text], indent: int = 0, style: str | None = None) -> list[Text]:
    """Lines behind a lead in a style, the first one behind its words, the others behind blanks."""
    blank = " " * cell_len(lead)
    return [
        Text(" " * indent).append(blank if index else lead, style).append_text(line)
        for index, line in enumerate(lines)
    ]


def padded(text: str, width: int) -> str:
    """Text with blanks to fill a width."""
    return text + " " * (width - cell_len(text))


def _broken_at_hyphen(text: Text, width: int) -> Text:
    """A text in which words that are wider than a line end their first one with a hyphen of
    theirs, if they have one: Washington-Arlington-, Alexandria."""
    for word in re.finditer(r"\S+", text.plain):
        cut = word.group().rfind("-", 1, width) + 1
        if cell_len(word.group()) > width and cut:
            return Text("\n").join(text.divide([word.start() + cut]))
    return text
