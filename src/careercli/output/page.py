"""A page: what a screen says, before anybody has decided how it looks.

Views build pages out of these blocks; `careercli.output.render` draws them for a terminal, or
writes them as Markdown or HTML. Text is plain: what looks like markup in it is shown as it stands.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple, cast

Style = Literal["", "strong", "quiet", "data", "better", "worse"]
"""strong: a name that the eye looks for; quiet: provenance and asides; data: figures; better and
worse: a difference to the person who asks, whose sign says the same."""
CheckState = Literal["met", "below", "missing", "unrated"]
BOXES: dict[CheckState, str] = {"met": "☑ ", "below": "◐ ", "missing": "☐ ", "unrated": "☐ "}


class Span(NamedTuple):
    """Text in one style.

    level: the skill level that the words name, 1 to 4, to draw beside it
    footnote: the footnote that the text refers to, on a page whose footnotes are numbered
    """

    text: str
    style: Style = ""
    level: int = 0
    footnote: int = 0


class Approx(NamedTuple):
    """A figure that is only near to what it stands for, such as a nearest occupation's: `~`."""

    text: str
    style: Style = ""


class Check(NamedTuple):
    """A box before words, which says how far what they name is met."""

    state: CheckState


class Cite(NamedTuple):
    """A citation: the text of its footnote, and the address of what that names.

    Behind other parts, a blank is drawn before it. See `careercli.output.footnotes`.
    """

    text: str
    url: str = ""


class Bar(NamedTuple):
    """A share from 0 to 1, drawn on a terminal before the number that says it."""

    share: float


class Range(NamedTuple):
    """Percentiles on an axis, `├──━━●━━──┤`: 10th, tail, middle half, median, tail, 90th.

    points: the 10th, 25th, 50th, 75th and 90th; None for one that is not published
    axis: the amounts at its ends
    words: what it says, if nothing is drawn
    ends: what stands on its left and right
    open: whether the last is published as this much or more
    """

    points: tuple[float | None, ...]
    axis: tuple[float, float]
    words: str
    ends: tuple[str, str] = ("", "")
    open: bool = False


def place_on(amount: float, low: float, high: float) -> float:
    """Where an amount stands from low to high, from 0 to 1; the middle if those are the same."""
    return min(1.0, max(0.0, (amount - low) / (high - low))) if high > low else 0.5


Part = str | Span | Approx | Check | Cite | Bar | Range
Inline = Part | tuple[Part, ...]
_KINDS = frozenset({Span, Approx, Check, Cite, Bar, Range})


def strong(text: str) -> Span:
    return Span(text, "strong")


def quiet(text: str) -> Span:
    return Span(text, "quiet")


def data(text: str) -> Span:
    return Span(text, "data")


def cited(words: Inline, *citations: Cite | None) -> Inline:
    """Words with those citations behind them that there are."""
    return (*parts(words), *(citation for citation in citations if citation))


def parts(inline: Inline) -> tuple[Part, ...]:
    """What an inline is made of; nothing of an empty string."""
    if isinstance(inline, str):
        return (inline,) if inline else ()
    if type(inline) in _KINDS:  # the cheapest test: these are tuples themselves
        return (cast("Part", inline),)
    return cast("tuple[Part, ...]", inline)


def box_and_words(inline: Inline) -> tuple[str, Inline]:
    """The box that an inline begins with, or an empty string, and the words beside it."""
    first, *words = parts(inline) or ("",)
    return (BOXES[first.state], tuple(words)) if isinstance(first, Check) else ("", inline)


def is_approximate(inline: Inline) -> bool:
    """Whether a figure in it is drawn with `~`."""
    return any(isinstance(part, Approx) for part in parts(inline))


def spans(inline: Inline) -> tuple[Span, ...]:
    """Any inline as the text that is drawn, in its styles."""
    return tuple([part if isinstance(part, Span) else as_span(part) for part in parts(inline)])


def as_span(part: str | Approx | Check | Cite | Bar | Range) -> Span:
    """Any other part as the text that is drawn."""
    return Span(_drawn(part), part.style if isinstance(part, Approx) else "")


def plain(inline: Inline) -> str:
    """The words of an inline; a citation has none until its page's footnotes are numbered."""
    if isinstance(inline, str):
        return inline
    return "".join(
        [part.text if isinstance(part, Span) else _drawn(part) for part in parts(inline)]
    )


def _drawn(part: str | Approx | Check | Cite | Bar | Range) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Approx):
        return f"~{part.text}"
    if isinstance(part, Range):
        return part.words
    return BOXES[part.state] if isinstance(part, Check) else ""


class Title(NamedTuple):
    """The page's title, with an aside, and a sentence below."""

    text: str
    aside: Inline = ""
    lead: Inline = ""


class Heading(NamedTuple):
    """A heading, with an aside for provenance or scope."""

    text: str
    aside: Inline = ""


class Paragraph(NamedTuple):
    """A paragraph."""

    text: Inline


class Legend(NamedTuple):
    """What the signs on a screen mean, in one line at its end, before the commands."""

    text: Inline


class Picture(NamedTuple):
    """Percentiles drawn, if there is room for it; figures on the same page say as much."""

    range: Range


class Bullets(NamedTuple):
    """A list; before each item stands its number, or `bullet` if it has none.

    numbers: those of the items, 0 for none; empty if no item has one
    """

    items: tuple[Inline, ...]
    bullet: str = "•"
    numbers: tuple[int, ...] = ()

    @property
    def marked(self) -> Iterator[tuple[str, Inline]]:
        """Each item with its number or bullet."""
        numbers = self.numbers or (0,) * len(self.items)
        for number, item in zip(numbers, self.items, strict=True):
            yield f"{number}." if number else self.bullet, item


class Facts(NamedTuple):
    """Labels and what belongs to them, aligned."""

    rows: tuple[tuple[str, Inline], ...]


class Column(NamedTuple):
    """A column: `short` is its title if there is little room; a `wide` one may wrap, and a
    `spare` one is left out if the rest would not fit, as is that of ranges, if any.
    """

    title: str
    align: Literal["left", "right"] = "left"
    short: str = ""
    wide: bool = False
    spare: bool = False
    is_range: bool = False


class Table(NamedTuple):
    """Rows under columns; the first column names the row."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Inline, ...], ...]


class Aligned(NamedTuple):
    """Tables under each other whose columns line up."""

    tables: tuple[Table, ...]


class ScaleRow(NamedTuple):
    """A row on a scale: `at` are points on it, `span` a stretch of it."""

    label: str
    value: Inline
    at: tuple[float, ...] = ()
    span: tuple[float, float] | None = None
    note: Inline = ""


class Scale(NamedTuple):
    """Rows of amounts drawn on one scale from `low` to `high`; `head` names the amounts."""

    rows: tuple[ScaleRow, ...]
    low: float
    high: float
    head: str = "Amount"


class TimelineStep(NamedTuple):
    """A step of a timeline: what stands in the margin, its title, aside and content."""

    margin: str
    title: str
    aside: Inline
    text: tuple[Inline, ...] = ()
    items: tuple[Inline, ...] = ()


class Timeline(NamedTuple):
    """Steps one after the other: the tiers of a role, a day.

    `chart` draws the same steps on one scale, if there is room for pictures; it cites nothing.
    """

    steps: tuple[TimelineStep, ...]
    chart: Scale | None = None


class Entry(NamedTuple):
    """A titled piece of content within a section."""

    title: str
    blocks: tuple["Block", ...]
    aside: Inline = ""


MAX_COMMANDS = 3


class Commands(NamedTuple):
    """At most three commands to type next, with what each one does if that isn't clear."""

    rows: tuple[tuple[str, str], ...]


class Note(NamedTuple):
    """A footnote: its number, the sign of that, its text, and the address of what it names."""

    number: int
    sign: str
    text: str
    url: str = ""


class Notes(NamedTuple):
    """Footnotes, which `careercli.output.footnotes` makes of the citations on a page."""

    rows: tuple[Note, ...]


Block = (
    Title
    | Heading
    | Paragraph
    | Legend
    | Picture
    | Bullets
    | Facts
    | Table
    | Aligned
    | Scale
    | Timeline
    | Entry
    | Commands
    | Notes
)
Page = tuple[Block, ...]


def without_commands(page: Page) -> Page:
    """A page for somebody who has nothing to type."""
    return tuple(block for block in page if not isinstance(block, Commands))
