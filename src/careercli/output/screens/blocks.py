"""Blocks that many screens make alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from careercli.core.figures import figure_words
from careercli.model.basics import Figure, Source
from careercli.output.footnotes import cite
from careercli.output.page import (
    Approx,
    Block,
    Column,
    Commands,
    Facts,
    Inline,
    Paragraph,
    Part,
    Table,
    cited,
    data,
    parts,
)


def known_facts(facts: Iterable[tuple[str, Inline]]) -> Iterator[Block]:
    """The facts that are known; nothing if none is."""
    if known := tuple((label, fact) for label, fact in facts if fact):
        yield Facts(known)


def prose(text: str | None) -> tuple[Paragraph, ...]:
    """Prose as paragraphs."""
    return tuple(map(Paragraph, text.split("\n\n"))) if text else ()


def commands(*rows: tuple[str, str]) -> Commands:
    """The commands to type next, each with what it does."""
    return Commands(rows)


def cited_figure(figure: Figure, sources: Mapping[str, Source]) -> Inline:
    """A figure with its unit and its source."""
    return cited(shown_figure(figure), cite(figure, sources))


def shown_figure(figure: Figure, *, near: bool = False) -> Part:
    """A figure with its unit; behind `~` if it is rough, or only near."""
    words = figure_words(figure)
    return Approx(words, "data") if near or figure.rough else data(words)


def joined(separator: str, inlines: Iterable[Inline]) -> tuple[Part, ...]:
    """Inlines in one, with a separator between them."""
    every: list[Part] = []
    for inline in inlines:
        every += [*([separator] if every else []), *parts(inline)]
    return tuple(every)


def had_table(rows: Iterable[tuple[Inline, ...]], title: str = "") -> Table:
    """What is asked for, what the person has of it, and a remark."""
    columns = (Column(title, wide=True), Column("you"), Column("", wide=True))
    return Table(columns, tuple(rows))


def without_empty(columns: Sequence[Column], rows: Iterable[tuple[Inline, ...]]) -> Table:
    """A table without the columns in which no row has anything."""
    body = tuple(rows)
    kept = [place for place in range(len(columns)) if any(row[place] for row in body)]
    return Table(
        tuple(columns[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in body),
    )
