"""TOML files read with care: size, kind, encoding and depth are checked."""

import re
import tomllib  # noqa: TID253  # this module is imported where a file is read
from pathlib import Path
from typing import Any

from careercli.errors import DataError, Problem
from careercli.text import excerpt

MAX_TOML_BYTES = 2_000_000
"""A guide of 2,500 words is about 45 kB; this leaves room and still refuses a mistake."""


def read_toml(path: Path, *, limit: int = MAX_TOML_BYTES) -> dict[str, Any]:
    """The tables of a TOML file.

    Raises DataError where it is not a regular file, larger than `limit` bytes, not UTF-8,
    not TOML, or nested too deeply.
    """
    raw = read_bytes(path, limit=limit)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise DataError(
            path,
            [
                Problem(
                    f"line {line}",
                    "must be UTF-8",
                    f"byte 0x{raw[error.start]:02X}",
                    "Save the file as UTF-8.",
                )
            ],
        ) from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).partition(" (at ")
        where = where.rstrip(")")
        line_number = re.match(r"line (\d+)", where)
        lines = text.splitlines()
        index = int(line_number[1]) - 1 if line_number else len(lines) - 1
        found = lines[index].strip() if 0 <= index < len(lines) else ""
        raise DataError(
            path,
            [
                Problem(
                    where or "end of the file",
                    f"is not TOML: {what[:1].lower()}{what[1:]}",
                    excerpt(found),
                    "Mend that line; https://toml.io has the rules.",
                )
            ],
        ) from None
    except ValueError as error:  # such as a number of ten thousand digits
        raise DataError(path, [Problem("", "cannot be read", str(error), "")]) from None
    except RecursionError:
        raise DataError(
            path,
            [Problem("", "must not be nested so deeply", "", "Take some levels out.")],
        ) from None


def read_bytes(path: Path, *, limit: int) -> bytes:
    """A regular file's bytes; DataError where it is none, cannot be read, or is over `limit`."""
    try:
        if not path.is_file():
            rule = "is not a regular file" if path.exists() else "is not there"
            raise DataError(path, [Problem("", rule, "", "Give the path of a file.")])
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        raise DataError(path, [Problem("", "cannot be read", error.strerror or "", "")]) from None
    if len(raw) > limit:
        size = path.stat().st_size
        raise DataError(
            path,
            [
                Problem(
                    "",
                    f"must be at most {limit:,} bytes",
                    f"{size:,} bytes",
                    "Is this the right file?",
                )
            ],
        )
    return raw
