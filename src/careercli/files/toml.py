"""TOML files read with care: size, kind, encoding, depth and integers are checked."""

import re
import tomllib  # noqa: TID253  # this module is imported where a file is read
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from careercli.errors import DataError, Problem
from careercli.text import escape_lines, excerpt

MAX_TOML_BYTES = 2_000_000
"""A guide of 2,500 words is about 45 kB; this leaves room and still refuses a mistake."""
MAX_DEPTH = 32
"""Tables and lists inside one another, and parts of one dotted key. Guides and profiles have 6."""
MAX_INTEGER = 2**63 - 1
"""What TOML asks every reader to take, and SQLite can hold."""

_STRING_OR_COMMENT = re.compile(
    r'"""(?:\\.|[^\\])*?"""'
    r"|'''.*?'''"
    r'|"(?:\\.|[^"\\\n])*+"'
    r"|'[^'\n]*+'"
    r"|#[^\n]*+",
    re.DOTALL,
)
_DEEP_KEY = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{MAX_DEPTH}}}")


def read_toml(path: Path, *, limit: int = MAX_TOML_BYTES) -> dict[str, Any]:
    """The tables of a TOML file.

    Raises DataError if it is not a regular file, larger than `limit` bytes, not UTF-8,
    not TOML, nested more than MAX_DEPTH deep, or has an integer beyond MAX_INTEGER.
    """
    return parse_toml(read_text(path, limit=limit), path)


def read_text(path: Path, *, limit: int) -> str:
    """The text of a file in UTF-8. Raises DataError as `read_toml` does."""
    raw = read_bytes(path, limit=limit)
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        found, hint = f"byte 0x{raw[error.start]:02X}", "Save the file as UTF-8."
        raise DataError.of(path, f"line {line}", "must be UTF-8", found, hint) from None


def parse_toml(text: str, path: Path) -> dict[str, Any]:
    """The tables of the text of a TOML file. Raises DataError as `read_toml` does."""
    _refuse_deep_keys(text, path)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).partition(" (at ")
        where = where.rstrip(")")
        line_number = re.match(r"line (\d+)", where)
        lines = text.splitlines()
        index = int(line_number[1]) - 1 if line_number else len(lines) - 1
        found = lines[index].strip() if 0 <= index < len(lines) else ""
        rule = f"is not TOML: {what[:1].lower()}{what[1:]}"
        hint = "Fix that line; https://toml.io has the rules."
        where = where or "end of the file"
        raise DataError.of(path, where, rule, excerpt(found), hint) from None
    except ValueError as error:  # Python's own bound on the digits of a number
        digits = re.search(r"[0-9][0-9_]{999,}", text)
        if not digits:
            raise DataError.of(path, "", "cannot be read", str(error)) from None
        line = text.count("\n", 0, digits.start()) + 1
        raise DataError(path, [_too_large(f"line {line}")]) from None
    except RecursionError:
        raise DataError(path, [_too_deep("")]) from None
    if beyond := _beyond_bounds(tables):
        raise DataError(path, [beyond])
    return tables


def _refuse_deep_keys(text: str, path: Path) -> None:
    """Raises DataError for a dotted key of more than MAX_DEPTH parts: tomllib is quadratic in it.

    Keys do not span lines, and few lines have so many dots.
    """
    if all(line.count(".") < MAX_DEPTH for line in text.split("\n")):
        return
    bare = _STRING_OR_COMMENT.sub(_without_words, text)
    if found := _DEEP_KEY.search(bare):
        line = bare.count("\n", 0, found.start()) + 1
        raise DataError(path, [_too_deep(f"line {line}")])


def _without_words(found: re.Match[str]) -> str:
    words = found.group()
    return ("" if words[0] == "#" else "string") + "\n" * words.count("\n")


def _too_deep(where: str) -> Problem:
    found = f"more than {MAX_DEPTH} levels"
    return Problem(where, "must not be nested so deeply", found, "Take some levels out.")


def _too_large(where: str) -> Problem:
    return Problem(where, f"must be at most {MAX_INTEGER:,} in size", "a larger integer", "")


def _beyond_bounds(tables: dict[str, Any]) -> Problem | None:
    """The first part of parsed TOML that is nested too deeply, or an integer that is too large."""
    level: list[tuple[tuple[str | int, ...], Any]] = [((), tables)]
    for _ in range(MAX_DEPTH):
        below: list[tuple[tuple[str | int, ...], Any]] = []
        for where, part in level:
            for key, value in part.items() if isinstance(part, dict) else enumerate(part):
                if type(value) is int and abs(value) > MAX_INTEGER:
                    return _too_large(_place((*where, key)))
                if isinstance(value, dict | list):
                    below.append(((*where, key), value))
        level = below
        if not level:
            return None
    return _too_deep(excerpt(_place(level[0][0])))


def _place(keys: Iterable[str | int]) -> str:
    """`tiers[2].title`."""
    path = [f"[{key}]" if isinstance(key, int) else f".{escape_lines(key)}" for key in keys]
    return "".join(path)[1:]


def read_bytes(path: Path, *, limit: int) -> bytes:
    """A regular file's bytes; DataError if it is none, cannot be read, or is over `limit`."""
    try:
        if not path.is_file():
            rule = "is not a regular file" if path.exists() else "is not there"
            raise DataError.of(path, "", rule, hint="Give the path of a file.")
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        raise DataError.of(path, "", "cannot be read", error.strerror or "") from None
    if len(raw) > limit:
        rule, size = f"must be at most {limit:,} bytes", f"{path.stat().st_size:,} bytes"
        raise DataError.of(path, "", rule, size, "Is this the right file?")
    return raw
