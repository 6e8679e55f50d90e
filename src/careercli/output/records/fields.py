"""Tables and answers declared once: what each field is, how it is got, its names in JSON and CSV.

JSON, CSV and docs/json.md are made from these declarations, and nothing before it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from careercli.model.codec import to_json_data

Get = Callable[[Any, Any], Any]
"""How a value is got: of an item, and of what the item stands in."""


class Field(NamedTuple):
    """One field of a table.

    name: its key in JSON; empty if it is a column of CSV alone; `*` if it is several keys of
        the object itself
    meaning: what it is, with its unit and range
    get: how it is got: attributes joined by dots (the one called `name`, if nothing is said), or
        a function of the item and of what the item stands in
    of: what is there, if that is an object, a list of objects or objects by id
    csv: the name of its column in CSV; empty if it has none
    optional: left out of JSON if there is none, instead of null
    """

    name: str
    meaning: str
    get: str | Get = ""
    of: Table | Shape | None = None
    csv: str = ""
    optional: bool = False

    def reader(self) -> Get:
        """What gets its value."""
        return _reader(self.get or self.name)


def _reader(get: str | Get) -> Get:
    if callable(get):
        return get
    read = attrgetter(get)
    return lambda item, _: read(item)


def both(name: str, meaning: str, get: str | Get = "", *, optional: bool = False) -> Field:
    """A key in JSON that has a column of the same name in CSV."""
    return Field(name, meaning, get, csv=name, optional=optional)


def column(name: str, meaning: str, get: str | Get = "") -> Field:
    """A column of CSV alone."""
    return Field("", meaning, get or name, csv=name)


def known(path: str) -> Get:
    """What is at a path of attributes; None if that is empty or 0."""
    read = attrgetter(path)
    return lambda item, _: read(item) or None


def itself(item: Any, _: Any) -> Any:
    """The item, as an object of its own inside it."""
    return item


class Shape(NamedTuple):
    """A named tuple of the model as an object of JSON, in which defaults are left out.

    type: its docstring says what its fields mean
    without: fields that are not in JSON, or declared otherwise
    """

    type: type
    without: frozenset[str] = frozenset()


class Table:
    """The fields of an object in JSON, and the columns of its row in CSV.

    title: what one is called in docs/json.md, which then describes it once, in a place of its own
    """

    def __init__(self, *fields: Field, title: str = "") -> None:
        self.fields, self.title = fields, title
        self._keys = [
            (field.name, field.reader(), field.of, field.optional) for field in fields if field.name
        ]
        self.header = [field.csv for field in fields if field.csv]
        self._columns = [field.reader() for field in fields if field.csv]

    def data(self, item: Any, within: Any = None) -> dict[str, Any]:
        """An item as an object of JSON; `within` is what it stands in."""
        values: dict[str, Any] = {}
        for name, read, of, optional in self._keys:
            value = read(item, within)
            if name == "*":
                values |= value
            elif type(value) is str:  # most of them are
                values[name] = value
            elif value is not None or not optional:
                values[name] = _json(value, of, item)
        return values

    def row(self, item: Any, within: Any = None) -> list[object]:
        """An item as a row of CSV."""
        return [_cell(read(item, within)) for read in self._columns]


def _json(value: Any, of: Table | Shape | None, item: Any) -> Any:
    if not isinstance(of, Table):
        data = to_json_data(value)
        if of and of.without and data is not None:
            return {key: part for key, part in data.items() if key not in of.without}
        return data
    if value is None:
        return None
    if hasattr(value, "_fields"):  # the cheapest test of what most values are
        return of.data(value, item)
    if isinstance(value, list | tuple):
        return [of.data(part, item) for part in value]
    if isinstance(value, Mapping):
        return {key: of.data(part, item) for key, part in value.items()}
    if isinstance(value, Iterator):
        return (of.data(part, item) for part in value)
    return of.data(value, item)


def _cell(value: Any) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, list | tuple):
        return " | ".join(value)
    return value


def nested(
    name: str, meaning: str, get: str | Get, *fields: Field, optional: bool = False, title: str = ""
) -> Field:
    """A key under which an object is, a list of objects, or objects by id, of these fields."""
    return Field(name, meaning, get, Table(*fields, title=title), optional=optional)


def inside(inner: str | Get, *fields: Field) -> tuple[Field, ...]:
    """Fields of a part of an item as fields of the item; if there is no part, they are None.

    inner: how the part is got, as a field's value is
    """
    part_of = _reader(inner)

    def through(read: Get) -> Get:
        def get(item: Any, within: Any) -> Any:
            part = part_of(item, within)
            return None if part is None else read(part, within)

        return get

    return tuple(field._replace(get=through(field.reader())) for field in fields)


class Rows:
    """Rows of CSV: the items that have a row each, and their columns.

    items: how they are got of what was found, as a field's value is
    number: the column of their places from 1 on, if they have one
    """

    def __init__(self, items: str | Get, *fields: Field, number: str = "") -> None:
        read = self.items = _reader(items)
        if number:
            self.items = lambda found, within: enumerate(read(found, within), start=1)
            place = Field("", "its place, from 1", lambda pair, _: pair[0], csv=number)
            fields = (place, *inside(lambda pair, _: pair[1], *fields))
        self.columns = Table(*fields)


def key_and_rows(name: str, meaning: str, table: Table, get: str | Get = "") -> tuple[Field, Rows]:
    """A key in JSON under which each object is also a row of CSV."""
    return Field(name, meaning, get, table), Rows(get or name, *table.fields)


Csv = Callable[[Any], Iterable[Sequence[object]]]
"""How header and rows of CSV are got of what was found."""


class Answer(NamedTuple):
    """What a command answers.

    typed: the command as it is typed
    keys: its keys in JSON
    rows: its rows in CSV, group by group; a group without a column of another's leaves it empty
    csv: header and rows, if the columns depend on what was found
    """

    typed: str
    keys: Table
    rows: list[Rows]
    csv: Csv | None = None

    @classmethod
    def of(cls, typed: str, *parts: Field | Rows, csv: Csv | None = None) -> Answer:
        """An answer of its keys in JSON and its rows in CSV."""
        keys = Table(*(part for part in parts if isinstance(part, Field)))
        return cls(typed, keys, [part for part in parts if isinstance(part, Rows)], csv)

    def table(self, found: Any) -> Iterable[Sequence[object]] | None:
        """The CSV form, header first, a row at a time; None if there is none."""
        if self.csv:
            return self.csv(found)
        return self._rows(found) if self.rows else None

    def _rows(self, found: Any) -> Iterator[Sequence[object]]:
        columns = list(dict.fromkeys(name for group in self.rows for name in group.columns.header))
        yield columns
        for group in self.rows:
            table = group.columns
            items = group.items(found, None)
            for item in items.values() if isinstance(items, Mapping) else items:
                cells = dict(zip(table.header, table.row(item, found), strict=True))
                yield [cells.get(name, "") for name in columns]
