"""Words on a terminal: lines of styled text within a measure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import cast

from rich.cells import cell_len, chop_cells  # noqa: TID253

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
    place_on,
    plain,
    quiet,
    strong,
)
from careercli.text import one_line

MEASURE = 88
"""Prose wider than this is hard to read, however wide the window."""
NARROW = 60
"""Below this many columns, margins and ranges are given up."""
BAR = 10
"""Cells of a bar."""
MIN_RANGE, MAX_RANGE, MAX_COMMON_RANGE = 16, 44, 88
"""Cells of percentiles on an axis of their own, and on one that the rows of a table share."""
MIN_ROOM = 8
"""Lines are at least this wide, whatever the room."""
DOTS = {level: "●" * level + "○" * (4 - level) for level in range(1, 5)}
_WORD = r"\s*\S+(?: (?:%|h|min)(?!\w)\S*|(?<= h) \d+ min\b\S*)*\s*"
"""A word with the blanks around it; no number is parted from its percent sign, and no duration
(2 h 15 min) is broken."""

Run = tuple[str, Style]
"""Text in one style, harmless, without the end of a line."""
Line = Sequence[Run]
Cell = tuple[Line, int]
"""A line of a table's cell, and the width that it takes."""


def width_of(text: str) -> int:
    """The cells that a text takes."""
    return len(text) if text.isascii() else cell_len(text)


def line_width(line: Line) -> int:
    """The cells that a line takes."""
    return sum([width_of(text) for text, _ in line])


def blank(width: int) -> Run:
    """As many blanks."""
    return " " * width, ""


class LineWriter:
    """Writes words as lines for a terminal of `width` columns."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.margin = 2 if width >= NARROW else 0

    def lines(self, inline: Inline, width: int) -> list[Line]:
        """Lines of at most `width` cells."""
        if isinstance(inline, Range) and (drawn := self._range(inline, width)):
            return [drawn]
        line = runs(inline)
        return [line] if line_width(line) <= width else wrapped(line, max(width, MIN_ROOM))

    def _range(self, percentiles: Range, width: int) -> Line | None:
        """Percentiles on an axis between their ends; None if there is too little room."""
        low, high = percentiles.ends
        room = min(MAX_RANGE, width - cell_len(low) - cell_len(high) - 2)
        if self.width < NARROW or room < MIN_RANGE:
            return None
        left: Line = ((f"{low} ", ""),) if low else ()
        right: Line = ((f" {high}", ""),) if high else ()
        return *left, (range_line(percentiles, room), "data"), *right

    def room(self, indent: int) -> int:
        """The cells within the measure that an indent leaves."""
        return min(self.width, MEASURE + indent) - indent

    def wrapped(self, inline: Inline, indent: int, *, hang: int = 0) -> list[Line]:
        """Lines within the measure; the hang begins with the second one."""
        return [
            (blank(indent + (hang if index else 0)), *line)
            for index, line in enumerate(self.lines(inline, self.room(indent) - hang))
        ]

    def _joined(self, commands: Sequence[str], indent: int) -> list[Line]:
        """Commands on as few lines as they fit on; none is broken if it fits on one."""
        joined: list[str] = []
        for command in commands:
            longer = f"{joined[-1]}  ·  {command}" if joined else command
            if joined and cell_len(longer) <= self.width - indent:
                joined[-1] = longer
            else:
                joined.append(command)
        return [line for row in joined for line in self.wrapped(row, indent)]

    def title(self, text: str, aside: Inline) -> list[Line]:
        """A title with its aside at the right, if both fit on a line."""
        room = min(self.width, MEASURE) - cell_len(text) - cell_len(plain(aside))
        if aside and room >= 2 and self.width >= NARROW:
            return [runs((strong(text), " " * room, *faded(aside)))]
        below = self.wrapped(faded(aside), self.margin) if aside else []
        return [*self.wrapped(strong(text), 0), *below]

    def headline(self, text: str, aside: Inline, indent: int = 0) -> list[Line]:
        """A title or heading with its aside."""
        inline: Inline = (strong(text), "  ", *faded(aside)) if aside else strong(text)
        return self.wrapped(inline, indent)

    def bullets(self, items: Sequence[tuple[str, Inline]], indent: int) -> list[Line]:
        """A list, each item behind its bullet or number."""
        column = max((len(mark) for mark, _ in items), default=0)
        room = self.room(indent) - column - 1
        return [
            line
            for mark, item in items
            for line in led((f"{mark:>{column}} ", ""), self.lines(item, room), indent)
        ]

    def facts(self, rows: Sequence[tuple[str, Inline]], indent: int) -> list[Line]:
        """Labels, and what belongs to them on their right."""
        column = max((cell_len(label) for label, _ in rows), default=0) + 2
        drawn: list[Line] = []
        for label, value in rows:
            longest = max(map(cell_len, plain(value).split()), default=0)
            is_cut_here_alone = self.room(indent) - column < longest <= self.room(indent + 2)
            if column > (self.width - indent) // 2 or is_cut_here_alone:  # below the label, then
                drawn += self.wrapped(quiet(label), indent, hang=2)
                drawn += self.wrapped(value, indent + 2)
            else:
                lines = self.lines(value, self.room(indent) - column)
                drawn += led((padded(_harmless(label), column), "quiet"), lines, indent)
        return drawn

    def commands(self, rows: Sequence[tuple[str, str]], indent: int) -> list[Line]:
        """Commands, and what each does on their right."""
        if not any(what for _, what in rows):
            return self._joined([command for command, _ in rows], indent)
        column = max((cell_len(command) for command, _ in rows), default=0) + 2
        drawn: list[Line] = []
        for command, what in rows:
            if indent + column + 24 <= self.width:
                lines = self.lines(quiet(what), self.width - indent - column)
                drawn += led((padded(_harmless(command), column), ""), lines, indent)
            else:
                drawn += self.wrapped(command, indent, hang=2)
                drawn += self.wrapped(quiet(what), indent + 2) if what else []
        return drawn

    def cell(self, inline: Inline, width: int) -> list[Cell]:
        """The lines of a cell that may have to wrap; below a box, words are under words."""
        lead, line = "", runs(inline)
        if line and line[0][0] in BOXES.values():
            (lead, _), *line = line
        lines = led((lead, ""), wrapped(line, max(width - len(lead), MIN_ROOM)))
        return [(line, line_width(line)) for line in lines]


def cells_of(rows: Iterable[Sequence[Inline]]) -> list[list[Cell]]:
    """The cells of rows, none of them broken: a list has thousands."""
    lines = ([runs(cell) for cell in row] for row in rows)
    return [[(line, line_width(line)) for line in row] for row in lines]


def runs(inline: Inline) -> list[Run]:
    """Any inline as a terminal draws it: on one line, a proficiency in words as ●●●○."""
    drawn: list[Run] = []
    # as `parts`, which a long list would call thousands of times
    for part in cast("tuple[Part, ...]", inline if type(inline) is tuple else (inline,)):
        if isinstance(part, str):
            drawn.append((_harmless(part), ""))
        elif isinstance(part, Bar):
            full = round(BAR * part.share)
            drawn += (("█" * full, "data"), ("░" * (BAR - full) + " ", "quiet"))
        elif isinstance(part, Check):
            drawn.append((BOXES[part.state], ""))
        else:
            span = part if isinstance(part, Span) else as_span(part)
            text = DOTS[span.level] if span.level and not span.text.isdigit() else span.text
            drawn.append((_harmless(text), span.style))
    return drawn


def _harmless(text: str) -> str:
    """The text on one line; most is, and a long list has thousands of them."""
    return text if text.isprintable() else one_line(text)


def wrapped(line: Line, width: int) -> list[Line]:
    """A line as lines of at most `width` cells, broken between words."""
    text = "".join([text for text, _ in line])
    starts, taken = [0], 0
    for match in re.finditer(_WORD, text):
        start = match.start()
        for piece in _pieces(match.group(), width):
            if taken and taken + width_of(piece.rstrip()) > width:
                starts.append(start)
                taken = 0
            taken += width_of(piece)
            start += len(piece)
    return [
        list(_between(line, start, start + len(text[start:end].rstrip())))
        for start, end in pairwise([*starts, len(text)])
    ]


def _pieces(word: str, width: int) -> list[str]:
    """A word in pieces that fit on lines: the first ends with a hyphen of the word, if it has one
    there (Washington-Arlington-, Alexandria)."""
    if width_of(word.rstrip()) <= width:
        return [word]
    cut = word.rfind("-", 1, len(chop_cells(word, width)[0])) + 1
    return [*([word[:cut]] if cut else []), *chop_cells(word[cut:], width)]


def _between(line: Line, start: int, end: int) -> Iterator[Run]:
    """The part of a line between two places in its text."""
    place = 0
    for text, style in line:
        if part := text[max(start - place, 0) : max(end - place, 0)]:
            yield part, style
        place += len(text)


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
    styled = groupby(runs(inline), key=_faded_style)
    return tuple([Span("".join([text for text, _ in same]), style) for style, same in styled])


def _faded_style(run: Run) -> Style:
    return run[1] or "quiet"


def led(lead: Run, lines: Iterable[Line], indent: int = 0) -> list[Line]:
    """Lines behind a lead: the first one behind its words, the others behind blanks."""
    below = blank(cell_len(lead[0]))
    return [(blank(indent), below if index else lead, *line) for index, line in enumerate(lines)]


def padded(text: str, width: int) -> str:
    """Text with blanks to fill a width."""
    return text + " " * (width - cell_len(text))
