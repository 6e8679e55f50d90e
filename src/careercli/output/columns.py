"""`--columns`: some columns of an answer's tables, or of its CSV, in the order asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from careercli.errors import CareerError, UnknownNameError, UsageError
from careercli.output.page import Aligned, Block, Page, Table
from careercli.output.stdout import OutputFormat, Record, Result
from careercli.text import close_words, in_a_row

if TYPE_CHECKING:
    from careercli.output.page import Column

SEVERAL = "Separate them with commas: --columns pay,growth."


def with_columns(result: Result, typed: str, form: OutputFormat | None) -> Result:
    """The answer with these columns alone; the first one of a table, which names its rows, stays.

    typed: names with commas between them, as the tables or the CSV have them
    Raises UsageError for JSON, and when the answer is written UnknownNameError for a name that no
    table has.
    """
    if form is OutputFormat.JSON:
        raise UsageError(
            "--columns needs a table or CSV.", hint="Leave out --columns, or give --format csv."
        )
    names = [name.strip().casefold() for name in typed.split(",") if name.strip()]
    if not names:
        raise UsageError("--columns needs names.", hint=SEVERAL)

    def narrowed(page: Callable[[], Page]) -> Callable[[], Page]:
        return lambda: _page(page(), names)

    def record() -> Record:
        answer, found = made = result.record()
        rows = answer.table(found)
        if rows is None:
            return made
        return Record(answer._replace(csv=lambda _: _rows(rows, names)), found)

    pages = result.pages
    return result._replace(
        page=narrowed(result.page),
        record=record,
        screen=narrowed(result.screen) if result.screen else None,
        pages=(lambda: [_page(page, names) for page in pages()]) if pages else None,
    )


def _rows(rows: Iterable[Sequence[object]], names: Sequence[str]) -> Iterator[Sequence[object]]:
    """Rows of CSV, header first."""
    given = iter(rows)
    header = [str(name) for name in next(given, ())]
    places = [_place(name, header) for name in names]
    chosen = [place for place in places if place is not None]
    if len(chosen) < len(names):
        raise _unknown(names[places.index(None)], header)
    yield [header[place] for place in chosen]
    yield from ([row[place] for place in chosen] for row in given)


def _page(page: Page, names: Sequence[str]) -> Page:
    tables = [table for block in page for table in _tables(block)]
    titled = [_titles(table.columns) for table in tables]
    first = {
        "role",
        *(titles[0].casefold() for titles in titled),
    }  # it stays, whatever is asked for
    names = [name for name in names if name not in first]
    titles = list(dict.fromkeys(title for titles in titled for title in titles[1:]))
    for name in names:
        if _place(name, titles) is None:
            raise _unknown(name, titles)
    return tuple(_block(block, names) for block in page)


def _tables(block: Block) -> tuple[Table, ...]:
    if isinstance(block, Aligned):
        return block.tables
    return (block,) if isinstance(block, Table) else ()


def _block(block: Block, names: Sequence[str]) -> Block:
    if isinstance(block, Table):
        return _table(block, names)
    if isinstance(block, Aligned):
        return Aligned(tuple(_table(table, names) for table in block.tables))
    return block


def _table(table: Table, names: Sequence[str]) -> Table:
    titles = _titles(table.columns)
    chosen = (_place(name, titles[1:]) for name in names)
    places = [0, *(1 + place for place in chosen if place is not None)]
    columns = tuple(table.columns[place]._replace(spare=False) for place in places)
    return Table(columns, tuple(tuple(row[place] for place in places) for row in table.rows))


def _titles(columns: Sequence[Column]) -> list[str]:
    return [column.title or column.short for column in columns]


def _place(name: str, titles: Sequence[str]) -> int | None:
    """Where the title is that a name is, or is a word or the beginning of; None if nowhere."""
    folded = [title.casefold() for title in titles]
    if name in folded:
        return folded.index(name)
    begun = (place for place, title in enumerate(folded) if title.startswith(name))
    having = (place for place, title in enumerate(folded) if name in title.split())
    return next(begun, next(having, None))


def _unknown(name: str, titles: Sequence[str]) -> CareerError:
    named = [title for title in titles if title]
    if not named:
        return UsageError("This answer has no table whose columns could be chosen.")
    return UnknownNameError(
        f"There is no column \u201c{name}\u201d.",
        close_words(name, named, count=2, cutoff=0.7),
        hint=f"The columns here are {in_a_row(named)}.",
    )
