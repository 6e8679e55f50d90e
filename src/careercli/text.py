"""Small things about text that several rooms need."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff]"
)
"""Characters that could steer a terminal or reorder a line; tab and newline are allowed.

A pattern that `re` compiles when it meets text that isn't printable: that takes half a millisecond.
"""

WORD = r"[\w+#]+"
"""What a name is made of; also compiled when a name needs it."""

EXCERPT = 60
"""What was found in a file is shown in at most this many characters."""


def collapse_spaces(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(text.split())


def strip_control(text: str) -> str:
    """The text with every unsafe character replaced by U+FFFD."""
    return text if text.isprintable() else re.sub(UNSAFE, "\ufffd", text)


def one_line(text: str) -> str:
    """The text harmless, and on one line: what it holds cannot look like a line of the screen."""
    return text if text.isprintable() else strip_control(text).translate(_BREAKS)


def escape_control(text: str) -> str:
    """The text with every unsafe character as an escape of JSON, which also names it in words."""
    if text.isprintable():
        return text
    return re.sub(UNSAFE, lambda match: f"\\u{ord(match.group()):04x}", text)


def escape_lines(text: str) -> str:
    """The text with line ends and unsafe characters as escapes, so that it forges no line."""
    return escape_control(text.replace("\n", "\\n").replace("\t", "\\t"))


def excerpt(text: str) -> str:
    """The beginning of the text, visible and short."""
    shown = escape_lines(text[: EXCERPT + 1])
    return shown if len(shown) <= EXCERPT else f"{shown[: EXCERPT - 3]}..."


def without_secrets(address: str) -> str:
    """An address without what may be secret in it: user, password, query and fragment."""
    scheme, separator, rest = address.partition("://")
    if not separator:
        return address
    host, slash, path = re.split("[?#]", rest, maxsplit=1)[0].partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"


def decode(raw: bytes) -> str:
    """Text in whatever encoding people's programs save it: UTF-8, UTF-16, or Windows' own."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def normalize_name(name: str) -> str:
    """The form in which names are compared: case, accents, punctuation and spacing aside.

    `+` and `#` count, so that C, C++ and C# stay three.
    """
    plain = name.casefold()
    if plain.isascii() and plain.replace(" ", "").isalnum():  # as most names are
        return " ".join(plain.split())
    plain = plain.replace("&", " and ")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
    return " ".join(re.findall(WORD, plain.translate(_DROPPED)))


def normalize_skill(name: str) -> str:
    """As `normalize_name`, with spacing aside too: "Java Script" and "CI/CD" are one word each."""
    return normalize_name(name).replace(" ", "")


_BREAKS = str.maketrans("\n\t", "  ")
_DROPPED = {
    **dict.fromkeys((ord("'"), ord("\u2019"), ord("."), *range(0x300, 0x370))),  # accents
    ord("_"): " ",
}


def in_a_row(names: Sequence[str]) -> str:
    """Names between commas, or between semicolons if one of them has a comma itself."""
    return ("; " if any("," in name for name in names) else ", ").join(names)


def join_and(words: Sequence[str], last: str = "and") -> str:
    """One, two and three; with semicolons if one of them has a comma itself."""
    if len(words) < 2:
        return "".join(words)
    if any("," in word for word in words):
        return f"{'; '.join(words[:-1])}; {last} {words[-1]}"
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def begins_words(tokens: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each token is the beginning of a word."""
    return all(any(word.startswith(token) for word in words) for token in tokens)


def close_words(word: str, words: Iterable[str], *, count: int, cutoff: float) -> list[str]:
    """The words that are written much like one, by difflib's ratio, the nearest first."""
    from difflib import get_close_matches

    return get_close_matches(word, list(words), n=count, cutoff=cutoff)
