"""Text out of files that people have at hand: advertisements and résumés."""

import json
import re
import sys
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple

from careercli.errors import CareerError, DataError
from careercli.files.toml import read_bytes
from careercli.text import decode, excerpt, one_line

MAX_TEXT_BYTES = 5_000_000
MAX_TEXT = 200_000
"""Characters of the text in a file."""
MAX_FILE_BYTES = 20_000_000
"""Bytes of a PDF, Word or zip file; its words are few."""
MAX_DEPTH = 100
"""Lists and objects of JSON inside one another."""
STDIN = "-"
RESUME_KEYS = frozenset(
    "basics work volunteer education awards certificates publications skills languages interests "
    "references projects".split()
)
"""What a JSON Resume has at its top."""


class TextDocument(NamedTuple):
    """What a file holds: its words, and the tables if it is a JSON Resume.

    notes: what must be told of how it was read
    """

    text: str
    data: Any = None
    notes: tuple[str, ...] = ()


def read_document(name: str, *, columns: bool = False) -> TextDocument:
    """The words of a text, Markdown, HTML, MHTML, JSON, PDF, Word or RTF file, or of LinkedIn's
    export; `-` is standard input. With `columns`, two spaces stay where a line has wide gaps.

    Raises DataError if it is no regular file, too large, of another kind, or has no text or too
    much; CareerError for an address, or text typed in place of a file.
    """
    document = _document(name)
    document = document._replace(text=clean_text(document.text, columns=columns))
    if (length := len(document.text)) > MAX_TEXT:
        rule = f"must have at most {MAX_TEXT:,} characters of text"
        raise DataError.of(name, "", rule, f"{length:,}", "Give only the part to be read.")
    return document


_SPACES = re.compile(
    "[ \t\x0b\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
)
_WIDE = re.compile("(?:[ \u00a0]{3,}|[ \u00a0]{0,2}\t)[ \t\u00a0]*")
"""A gap as between columns."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u180e\u202a-\u202e\u2066-\u2069]")
_TABLE = str.maketrans(
    {
        "\u2010": "-", "\u2011": "-", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl",
        "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
    }
)  # fmt: skip
_BROKEN = re.compile(r"(?<=[^\W\d_])-[ ]?\n[ ]?(?=[^\W\d_A-Z])")
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[^\s)>\]\"']*|\bwww\.[^\s)>\]]+|(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]+"
    r"|(?<![\w.-])\.*+(?:[\w-]++\.++)+(?:com|org|net|io|edu|gov|dev|me)/[^\s)>\]]*"
)
"""Begun only where a run of letters begins, so that a long run is read once."""
_EDGES = f"(?<=[{_CJK}])(?=[^\\W_{_CJK}])|(?<=[^\\W_{_CJK}])(?=[{_CJK}])|(?<=[+#])(?=[{_CJK}])"
"""Where letters of Chinese, Japanese or Korean stand beside others."""


def clean_text(text: str, *, columns: bool = False) -> str:
    """The text with single spaces, whole words, plain hyphens, and without addresses.

    Names in Latin letters stand apart from the letters of Chinese, Japanese and Korean beside
    them. With `columns`, the few wide gaps in a line, as between a title and its dates, are two
    spaces.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    text = _INVISIBLE.sub("", text).translate(_TABLE)
    text = "\n".join(map(_with_gaps, text.split("\n"))) if columns else _SPACES.sub(" ", text)
    text = _ADDRESS.sub(" ", text)
    if not text.isascii():
        text = re.sub(_EDGES, " ", text)
    return _BROKEN.sub("", text)


MAX_GAPS = 3
"""Wide gaps of a line that has columns; a line of more is set with wide spaces."""


def _with_gaps(line: str) -> str:
    """A line with single spaces, but two where it has one of a few wide gaps."""
    words = _WIDE.split(line.strip())
    between = "  " if len(words) <= MAX_GAPS + 1 else " "
    indent = " " if line[:1].isspace() else ""
    return indent + between.join(_SPACES.sub(" ", word) for word in words)


def _document(name: str) -> TextDocument:
    raw = _stdin() if name == STDIN else _file(name)
    if raw.lstrip()[:5] == b"%PDF-":
        from careercli.files.pdf_and_word import pdf_words

        return TextDocument(pdf_words(raw, name))
    if raw.startswith(b"PK\x03\x04"):
        return _zip(raw, name)
    if b"\0" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        hint = "Save it as text, HTML, PDF, Word or JSON."
        raise DataError.of(name, "", "is not text", "binary data", hint)
    text = decode(raw)
    if not text.strip():
        hint = "Pipe the text in." if name == STDIN else "Save the text in it first."
        raise DataError.of(name, "", "is empty", hint=hint)
    return _text_document(text, raw, name)


def _text_document(text: str, raw: bytes, name: str) -> TextDocument:
    beginning = text.lstrip()[:2000].casefold()
    if beginning.startswith(("{", "[")) and not beginning.startswith("{\\rtf"):
        if (data := _json(text, name)) is not None:
            return _json_document(data)
    elif beginning.startswith("{\\rtf"):
        from careercli.files.pdf_and_word import rtf_words

        return TextDocument(rtf_words(text), notes=("RTF is read as text.",))
    elif "mime-version:" in beginning and "multipart/related" in beginning:
        from careercli.files.html_text import html_words
        from careercli.files.pdf_and_word import mhtml_page

        return TextDocument(html_words(mhtml_page(raw, name), name))
    elif "<html" in beginning or "<body" in beginning or beginning.startswith(_MARKUP):
        from careercli.files.html_text import html_words

        return TextDocument(html_words(text, name))
    elif name.casefold().endswith(".csv"):
        from careercli.files.linkedin import linkedin_table

        if resume := linkedin_table(text):
            return TextDocument("\n".join(strings(resume)), resume)
    return TextDocument(text)


_MARKUP = ("<!doctype", "<div", "<main", "<article", "<section", "<p>", "<h1", "<ul")


def _stdin() -> bytes:
    raw = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    limit = MAX_FILE_BYTES if _is_packed(raw) else MAX_TEXT_BYTES
    if len(raw) > limit:
        raise DataError.of("standard input", "", f"must be at most {limit:,} bytes", "more")
    return raw


def _is_packed(raw: bytes) -> bool:
    return raw.startswith((b"%PDF-", b"PK\x03\x04"))


def _file(name: str) -> bytes:
    if re.match(r"(?:https?|ftp)://|www\.", name):
        raise CareerError(
            f"{one_line(name)} is an address, not a file.",
            hint="Open it in a browser, save the page, and give the file.",
        )
    path = Path(name)
    is_sentence = len(name) > 200 or "\n" in name or len(name.split()) >= 4
    packed = False
    try:
        if is_sentence and not path.exists():
            raise OSError
        if path.is_file():
            with path.open("rb") as file:
                packed = _is_packed(file.read(5))
    except OSError:
        if is_sentence:
            raise CareerError(
                f"\u201c{excerpt(name)}\u201d is text, not a file.",
                hint='Pipe it in: echo "…" | careercli match -, or import -',
            ) from None
    except ValueError:
        shown = excerpt(name)
        raise DataError.of(shown, "", "is not the name of a file", shown) from None
    return read_bytes(path, limit=MAX_FILE_BYTES if packed else MAX_TEXT_BYTES)


def _zip(raw: bytes, name: str) -> TextDocument:
    from careercli.files.linkedin import linkedin_export
    from careercli.files.pdf_and_word import docx_words, open_zip

    archive = open_zip(raw, name)
    if "word/document.xml" in archive.namelist():
        return TextDocument(docx_words(archive, raw, name))
    resume = linkedin_export(archive, name)
    if resume is None:
        hint = "Give a Word file, or the zip file of LinkedIn's data export."
        raise DataError.of(name, "", "is a zip file without a résumé in it", hint=hint)
    return TextDocument("\n".join(strings(resume)), resume)


def _json_document(data: Any) -> TextDocument:
    from careercli.files.html_text import posting_text

    for part in data if isinstance(data, list) else [data]:
        if posting := posting_text(part):
            return TextDocument(posting)
    if _is_resume(data):
        return TextDocument("\n".join(strings(data)), data)
    note = "It is read as text: no JSON Resume, no JobPosting."
    return TextDocument(_board_text(data), notes=(note,))


def _is_resume(data: Any) -> bool:
    """Whether JSON is a JSON Resume, as far as its top tells."""
    return (
        isinstance(data, dict)
        and not RESUME_KEYS.isdisjoint(data)
        and not ("title" in data and "basics" not in data)  # a job in JSON Resume's other schema
        and not isinstance(data.get("sections"), dict)  # Reactive Resume
        and not isinstance(data.get("skills"), dict)  # FRESH
    )


_NOT_TEXT = frozenset(
    "id url absolute_url departments offices location locations metadata company company_name "
    "workplaceType hostedUrl applyUrl visible hidden meta picture image email phone profiles "
    "categories updated_at createdAt requisition_id internal_job_id name_of_board".split()
)
"""Keys of job boards' JSON whose values say nothing of the job."""


def _board_text(data: Any) -> str:
    """The words of a job board's JSON, a value on a line, markup read as markup."""
    from careercli.files.html_text import fragment_words

    lines: list[str] = []

    def add(part: Any) -> None:
        if isinstance(part, str):
            if "://" not in part or len(part.split()) > 1:
                lines.append(fragment_words(part))
        elif isinstance(part, list):
            for entry in part:
                add(entry)
        elif isinstance(part, dict):
            if isinstance(part.get("text"), str) and isinstance(part.get("content"), str):
                lines.append(f"\n# {part['text']}\n{fragment_words(part['content'])}")
                return
            for key, value in part.items():
                if key not in _NOT_TEXT:
                    add(value)

    add(data)
    return "\n".join(lines)


def _json(text: str, name: str) -> Any:
    """The JSON in a text; None if it is none and was not called so: "[Remote] Developer"."""
    too_deep = DataError.of(name, "", f"must not be nested more than {MAX_DEPTH} levels deep")
    try:
        data = strict_json(text)
    except json.JSONDecodeError as error:
        if not name.casefold().endswith(".json"):
            return None
        where = f"line {error.lineno}, column {error.colno}"
        line = text.split("\n")[error.lineno - 1][:60]
        raise DataError.of(name, where, f"is not JSON: {error.msg}", line.strip()) from None
    except RecursionError:
        raise too_deep from None
    except ValueError as error:
        raise DataError.of(name, "", "is not JSON that can be read", str(error)) from None
    if _is_deep(data):
        raise too_deep
    return data


def _is_deep(data: Any) -> bool:
    level = [data]
    for _ in range(MAX_DEPTH + 1):
        insides = (part.values() if isinstance(part, dict) else part for part in level)
        level = [part for inside in insides for part in inside if isinstance(part, dict | list)]
        if not level:
            return False
    return True


def strict_json(text: str) -> Any:
    """The JSON in a text. Raises ValueError, also for numbers JSON has not, or RecursionError."""
    return json.loads(text, parse_float=_finite, parse_constant=_finite)


def _finite(number: str) -> float:
    if not isfinite(value := float(number)):
        raise ValueError(f"{number} isn't allowed in JSON")
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
