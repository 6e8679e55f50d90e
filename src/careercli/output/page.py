"""A page: what a screen says, before anybody has decided how it looks.

Views build pages out of these blocks; `careercli.output.render` draws them for a terminal, or
writes them as Markdown or HTML. Text is plain: what looks like markup in it is shown as it stands.
"""

from typing import Literal, NamedTuple

Style = Literal["", "strong", "quiet", "data"]
"""strong: a name that the eye looks for; quiet: provenance and asides; data: figures."""


class Span(NamedTuple):
    """Text in one style; `level` where the words name a skill level, 1 to 4, to draw beside it."""

    text: str
    style: Style = ""
    level: int = 0


Inline = str | Span | tuple[str | Span, ...]


def strong(text: str) -> Span:
    return Span(text, "strong")


def quiet(text: str) -> Span:
    return Span(text, "quiet")


def data(text: str) -> Span:
    return Span(text, "data")


def spans(inline: Inline) -> tuple[Span, ...]:
    """Any inline as spans."""
    if isinstance(inline, str):
        return (Span(inline),)
    if isinstance(inline, Span):
        return (inline,)
    return tuple(part if isinstance(part, Span) else Span(part) for part in inline)


def plain(inline: Inline) -> str:
    """The words of an inline."""
    if isinstance(inline, str):
        return inline
    if isinstance(inline, Span):
        return inline.text
    return "".join([part if isinstance(part, str) else part.text for part in inline])


class Title(NamedTuple):
    """The page's title, with an aside, and a sentence below."""

    text: str
    aside: str = ""
    lead: str = ""


class Heading(NamedTuple):
    """A heading, with an aside for provenance or scope."""

    text: str
    aside: str = ""


class Paragraph(NamedTuple):
    """A paragraph."""

    text: Inline


class Bullets(NamedTuple):
    """A list; `mark` stands before each item."""

    items: tuple[Inline, ...]
    mark: str = "•"


class Facts(NamedTuple):
    """Labels and what belongs to them, aligned."""

    rows: tuple[tuple[str, Inline], ...]


class Column(NamedTuple):
    """A column: `short` is its title where there is little room; a `wide` one may wrap, and a
    `spare` one is left out where the rest would not fit.
    """

    title: str
    align: Literal["left", "right"] = "left"
    short: str = ""
    wide: bool = False
    spare: bool = False


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
    note: str = ""


class Scale(NamedTuple):
    """Rows of amounts drawn on one scale from `low` to `high`; `through` all rows at an amount."""

    rows: tuple[ScaleRow, ...]
    low: float
    high: float
    through: float | None = None


class Rung(NamedTuple):
    """A step of a timeline: what stands in the margin, its title, aside and content."""

    margin: str
    title: str
    aside: Inline
    text: tuple[Inline, ...] = ()
    items: tuple[Inline, ...] = ()


class Timeline(NamedTuple):
    """Steps one after the other: a ladder, a day.

    `chart` draws the same steps on one scale, where there is room for pictures.
    """

    rungs: tuple[Rung, ...]
    chart: Scale | None = None


class Entry(NamedTuple):
    """A titled piece of content within a section."""

    title: str
    blocks: tuple["Paragraph | Bullets | Facts", ...]
    aside: str = ""


class Commands(NamedTuple):
    """Commands to type, with what each one does."""

    rows: tuple[tuple[str, str], ...]


class Note(NamedTuple):
    """A footnote: its mark, its text, and the address of what it names."""

    mark: str
    text: str
    url: str = ""


class Notes(NamedTuple):
    """Footnotes."""

    rows: tuple[Note, ...]


Block = (
    Title
    | Heading
    | Paragraph
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
