"""Writes docs/json.md out of the declarations in careercli.output.records.

python scripts/json_docs.py
"""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

from careercli.output import records
from careercli.output.records.fields import Answer, Field, Shape, Table
from careercli.text import collapse_spaces

PAGE = Path(__file__).parents[1] / "docs" / "json.md"
INTRODUCTION = """\
# The JSON and CSV forms

This page is made by `python scripts/json_docs.py` from the declarations in
`src/careercli/output/records`.

Every answer in JSON is one object with `schema` (1), `command`, and the keys below. Shapes change
only with `schema`; new keys may be added. Numbers are numbers. An error is an object on stderr:
`schema` and `error` with `kind` (`usage`, `unknown-name`, `data`, `failed`), `message`, `hint`,
and `candidates`, or `file` and `problems`, where there are any.

A key marked *optional* is left out when there is nothing to say; any other is then null.
Keys of objects in a list, and of objects by id, follow a dot as those of a single object do.

CSV has a header and a row for each thing, commas and CRLF as in RFC 4180. A column has one scale.
Several ids in a cell are joined by ` | `. A cell of text that a spreadsheet would run as a formula
begins with an apostrophe. An answer without columns here has no CSV form, but for `compare`, which
has a row for each fact and a column for each role.

`profile -f jsonresume` is a [JSON Resume](https://jsonresume.org/schema) and `guide schema` a JSON
Schema, both without the envelope. O*NET's levels are in the resume's `meta.careercli.onet_levels`.
"""


class Key(NamedTuple):
    """A key in JSON. `shape` is what is there, when that has a place of its own on the page."""

    path: str
    meaning: str
    optional: bool
    shape: "Table | Shape | None" = None


def answers() -> list[Answer]:
    """Every answer, by what is typed."""
    found: dict[str, Answer] = {}
    for module in pkgutil.iter_modules(records.__path__):
        for value in vars(importlib.import_module(f"{records.__name__}.{module.name}")).values():
            if isinstance(value, Answer) and value.keys.fields:
                found[value.typed] = value
    return [found[typed] for typed in sorted(found)]


def fields_of(shape: Table | Shape) -> Iterator[Field]:
    """The fields of an object; of a named tuple those that its docstring explains."""
    if isinstance(shape, Table):
        for field in shape.fields:
            if field.name == "*" and isinstance(field.of, Shape):
                yield from fields_of(field.of)
            else:
                yield field
        return
    said = cleandoc(shape.type.__doc__ or "")
    found = re.findall(r"^([\w, ]+): ((?:.|\n {4})+)$", said, re.MULTILINE)
    meanings = {name: text for names, text in found for name in names.split(", ")}
    defaults: dict[str, Any] = getattr(shape.type, "_field_defaults", {})
    for name, hint in get_type_hints(shape.type).items():
        if name not in shape.without:
            meaning = collapse_spaces(meanings.get(name, name.replace("_", " ")))
            yield Field(name, meaning, of=_inner(hint), optional=name in defaults)


def _inner(hint: Any) -> Shape | None:
    """The named tuple that a type is, or is made of."""
    if hasattr(hint, "_fields"):
        return Shape(hint)
    return next(filter(None, map(_inner, get_args(hint))), None)


def keys(shape: Table | Shape, prefix: str = "", *, whole: bool = False) -> Iterator[Key]:
    """The keys of an object, with those of objects in it; `whole` also of shapes with a place."""
    for field in fields_of(shape):
        if not field.name:
            continue
        path = f"{prefix}{field.name}"
        inner = field.of
        apart = not whole and inner is not None and title_of(inner) != ""
        yield Key(path, field.meaning, field.optional, inner if apart else None)
        if inner is not None and not apart:
            yield from keys(inner, f"{path}.", whole=whole)


def columns(answer: Answer) -> Iterator[Field]:
    """The columns of an answer's CSV form, each once."""
    found = (field for group in answer.rows for field in group.columns.fields if field.csv)
    yield from {field.csv: field for field in reversed(list(found))}.values()


def title_of(shape: Table | Shape) -> str:
    """What a shape is called that is described once; empty for any other."""
    if isinstance(shape, Table):
        return shape.title
    words = re.findall("[A-Z]+[a-z]*", shape.type.__name__)
    return " ".join(words).lower()


def page() -> str:
    """The whole page."""
    parts = [INTRODUCTION]
    places: dict[str, Table | Shape] = {}
    for answer in answers():
        found = list(keys(answer.keys))
        parts.append(f"## `{answer.typed}`\n\n{_table(found)}")
        if answer.rows:
            told = [f"| `{one.csv}` | {_cell(one.meaning)} |" for one in columns(answer)]
            parts.append("\n".join(["| column | meaning |", "|---|---|", *told, ""]))
        places |= {title_of(key.shape): key.shape for key in found if key.shape}
    parts.append("# Objects in several answers\n")
    written: set[str] = set()
    while waiting := sorted(places.keys() - written):
        for title in waiting:
            found = list(keys(places[title]))
            parts.append(f"## {title}\n\n{_table(found)}")
            places |= {title_of(key.shape): key.shape for key in found if key.shape}
        written |= set(waiting)
    return "\n".join(parts)


def _table(found: Iterable[Key]) -> str:
    rows = ["| key | meaning |", "|---|---|"]
    for key in found:
        title = title_of(key.shape) if key.shape else ""
        place = f" ([{title}](#{title.replace(' ', '-')}))" if title else ""
        optional = " *optional*" if key.optional else ""
        rows.append(f"| `{key.path}` | {_cell(key.meaning)}{place}{optional} |")
    return "\n".join([*rows, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
