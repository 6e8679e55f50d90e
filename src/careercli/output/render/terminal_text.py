"""Words on a terminal: lines of styled text within a measure."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from rich.cells import cell_len  # noqa: TID253
from rich.color import ColorSystem  # noqa: TID253
from rich.console import Console  # noqa: TID253
from rich.style import Style  # noqa: TID253
from rich.text import Text  # noqa: TID253

from careercli.output.page import Inline, Span, quiet, spans, strong
from careercli.text import one_line

STYLES = {"": "", "strong": "bold", "quiet": "dim", "data": "cyan"}
MEASURE = 88
"""Prose wider than this is hard to read, however wide the window."""
NARROW = 60
"""Below this many columns, margins are given up."""


class LineWriter:
    """Writes words as lines for a terminal of `width` columns.

    codes: the escape codes before and after text of each style
    """

    def __init__(self, console: Console, width: int) -> None:
        self.console = console
        system = None if console.no_color else ColorSystem.STANDARD
        self.codes = {
            name: Style.parse(style or "none").render("\0", color_system=system).split("\0")
            for name, style in STYLES.items()
        }
        self.width = width
        self.margin = 2 if width >= NARROW else 0

    def text(self, inline: Inline) -> Text:
        """An inline as one piece of text."""
        text = Text()
        for span in spans(inline):
            text.append(one_line(span.text), STYLES[span.style] or None)
        return text

    def lines(self, inline: Inline, width: int) -> list[Text]:
        """An inline in lines of at most `width` cells."""
        text = self.text(inline)
        if cell_len(text.plain) <= width:
            return [text]
        return list(text.wrap(self.console, max(width, 8)))

    def wrapped(
        self, inline: Inline, indent: int, *, hang: int = 0, first: str = ""
    ) -> Iterator[Text | str]:
        """Lines within the measure; `first` stands before the first one, within the hang."""
        width = min(self.width, MEASURE + indent) - indent - (hang if first else 0)
        if hang and not first:  # the hang begins with the second line
            return (yield from self._hung(inline, indent, hang))
        for index, line in enumerate(self.lines(inline, width)):
            lead = first if index == 0 else " " * hang
            yield Text(" " * indent + lead).append_text(line)

    def _hung(self, inline: Inline, indent: int, hang: int) -> Iterator[Text | str]:
        width = min(self.width, MEASURE + indent) - indent - hang
        for index, line in enumerate(self.lines(inline, width)):
            yield Text(" " * (indent + (hang if index else 0))).append_text(line)

    def headline(self, text: str, aside: Inline, indent: int = 0) -> Iterator[Text | str]:
        """A title or heading with its aside."""
        inline: Inline = (strong(text), "  ", *faded(aside)) if aside else strong(text)
        yield from self.wrapped(inline, indent)

    def bullets(self, items: Sequence[Inline], bullet: str, indent: int) -> Iterator[Text | str]:
        """A list."""
        for item in items:
            yield from self.wrapped(item, indent, hang=len(bullet) + 1, first=f"{bullet} ")

    def facts(self, rows: Sequence[tuple[str, Inline]], indent: int) -> Iterator[Text | str]:
        """Labels, and what belongs to them on their right."""
        column = max((cell_len(label) for label, _ in rows), default=0) + 2
        if column > (self.width - indent) // 2:  # no room beside the labels: below them
            for label, value in rows:
                yield from self.wrapped(quiet(label), indent, hang=2)
                yield from self.wrapped(value, indent + 2)
            return
        for label, value in rows:
            lines = self.lines(value, min(self.width, MEASURE + indent) - indent - column)
            for index, line in enumerate(lines):
                lead = Text(" " * indent)
                lead.append(padded(one_line(label) if index == 0 else "", column), "dim")
                yield lead.append_text(line)

    def commands(self, rows: Sequence[tuple[str, str]], indent: int) -> Iterator[Text | str]:
        """Commands, and what each does on their right."""
        column = max((cell_len(command) for command, _ in rows), default=0) + 2
        side_by_side = indent + column + 24 <= self.width
        for command, what in rows:
            if side_by_side:
                lines = self.lines(quiet(what), self.width - indent - column)
                for index, line in enumerate(lines):
                    lead = padded(one_line(command) if index == 0 else "", column)
                    yield Text(" " * indent + lead).append_text(line)
            else:
                yield from self.wrapped(command, indent, hang=2)
                if what:
                    yield from self.wrapped(quiet(what), indent + 2)


def faded(inline: Inline) -> tuple[Span, ...]:
    """An inline as an aside: quiet, but for what has a style of its own."""
    styled = [span if span.style else quiet(span.text) for span in spans(inline)]
    return tuple(
        Span("".join(span.text for span in same), style)
        for style, same in groupby(styled, key=attrgetter("style"))
    )


def padded(text: str, width: int) -> str:
    """Text with blanks to fill a width."""
    return text + " " * (width - cell_len(text))
