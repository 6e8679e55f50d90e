"""Text out of files that people have at hand: advertisements and résumés."""

import json
import sys
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple

from careercli.errors import DataError, Problem
from careercli.files.toml import read_bytes
from careercli.text import decode

MAX_TEXT_BYTES = 5_000_000
MAX_DEPTH = 100
"""Lists and objects of JSON inside one another."""
STDIN = "-"


class TextDocument(NamedTuple):
    """What a file holds: its words, and the tables where it is JSON."""

    name: str
    text: str
    data: Any = None


def read_document(name: str) -> TextDocument:
    """The words of a text, Markdown, HTML or JSON file; `-` is standard input.

    Raises DataError where it is no regular file, over 5 MB, binary, or nested too deeply.
    """
    if name == STDIN:
        raw = sys.stdin.buffer.read(MAX_TEXT_BYTES + 1)
        if len(raw) > MAX_TEXT_BYTES:
            problem = Problem("", f"must be at most {MAX_TEXT_BYTES:,} bytes", "more", "")
            raise DataError("standard input", [problem])
    else:
        raw = read_bytes(Path(name), limit=MAX_TEXT_BYTES)
    if b"\0" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        problem = Problem("", "is not text", "binary data", "Save it as text, HTML or JSON.")
        raise DataError(name, [problem])
    text = decode(raw)
    beginning = text.lstrip()[:2000].casefold()
    if beginning.startswith(("{", "[")) and (data := _json(text, name)) is not None:
        return TextDocument(name, "\n".join(strings(data)), data)
    if "<html" in beginning or "<body" in beginning or beginning.startswith(("<!doctype", "<div")):
        from careercli.files.html_text import html_words

        return TextDocument(name, html_words(text, name))
    return TextDocument(name, text)


def _json(text: str, name: str) -> Any:
    """The JSON in a text; None where it is none and was not called so: "[Remote] Developer"."""
    try:
        data = strict_json(text)
    except json.JSONDecodeError as error:
        if not name.casefold().endswith(".json"):
            return None
        where = f"line {error.lineno}, column {error.colno}"
        line = text.splitlines()[error.lineno - 1][:60] if text.splitlines() else ""
        problem = Problem(where, f"is not JSON: {error.msg}", line.strip(), "")
    except RecursionError:
        problem = _TOO_DEEP
    except ValueError as error:
        problem = Problem("", "is not JSON that can be read", str(error), "")
    else:
        if not _is_deep(data):
            return data
        problem = _TOO_DEEP
    raise DataError(name, [problem])


_TOO_DEEP = Problem("", f"must not be nested more than {MAX_DEPTH} levels deep", "", "")


def _is_deep(data: Any) -> bool:
    level = [data]
    for _ in range(MAX_DEPTH + 1):
        parts = (p.values() if isinstance(p, dict) else p for p in level)
        level = [one for part in parts for one in part if isinstance(one, dict | list)]
        if not level:
            return False
    return True


def strict_json(text: str) -> Any:
    """The JSON in a text. Raises ValueError, also for numbers JSON has not, or RecursionError."""
    return json.loads(text, parse_float=_finite, parse_constant=_finite)


def _finite(number: str) -> float:
    if not isfinite(value := float(number)):
        raise ValueError(f"{number} is no number in JSON")
    return value


def strings(value: Any) -> list[str]:
    """Every text inside JSON, in order; what is nothing but an address is none."""
    found: list[str] = []
    rest = [value]
    while rest:
        part = rest.pop()
        if isinstance(part, str):
            if "://" not in part or len(part.split()) > 1:
                found.append(part)
        elif isinstance(part, dict):
            rest += reversed(part.values())
        elif isinstance(part, list):
            rest += reversed(part)
    return found
