"""The words of PDF, Word and RTF files, and of saved pages in one file.

What reads PDF and Word is imported for such files alone.
"""

import io
import re
import zipfile
from typing import Any

from careercli.errors import DataError

MAX_UNPACKED = 30_000_000
"""Bytes that the parts of a zip file may have in all, as the file declares and as they unpack."""
MAX_PAGES = 60
MAX_PARTS = 2_000
_AS_TEXT = "Save it as text, or copy its words into a text file."


def _refused(name: str, rule: str, found: str = "", hint: str = _AS_TEXT) -> DataError:
    return DataError.of(name, "", rule, found, hint)


def pdf_words(raw: bytes, name: str) -> str:
    """The words of a PDF file, page by page.

    Raises DataError for one that is encrypted, damaged, of more than MAX_PAGES pages, or without
    text.
    """
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _refused(name, "is encrypted", "", "Save it without a password.")
        count = len(reader.pages)
        if count > MAX_PAGES:
            raise _refused(name, f"must have at most {MAX_PAGES} pages", f"{count:,} pages")
        words = "\n\n".join(page.extract_text() for page in reader.pages)
    except DataError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise _refused(name, "is a damaged PDF file", str(error)[:60]) from None
    except (RecursionError, MemoryError, NotImplementedError, ImportError, OSError):
        raise _refused(name, "is a PDF file that cannot be read") from None
    if not words.strip():
        raise _refused(name, "has no text in it, only images")
    return words


def open_zip(raw: bytes, name: str) -> zipfile.ZipFile:
    """A zip file whose parts are few and small enough. Raises DataError."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise _refused(name, "is a damaged zip file") from None
    if len(parts) > MAX_PARTS:
        raise _refused(name, f"must have at most {MAX_PARTS:,} parts", f"{len(parts):,} parts")
    size = sum(part.file_size for part in parts)
    if size > MAX_UNPACKED:
        rule = f"must be at most {MAX_UNPACKED:,} bytes when it is unpacked"
        raise _refused(name, rule, f"{size:,} bytes")
    return archive


def docx_words(archive: zipfile.ZipFile, raw: bytes, name: str) -> str:
    """The words of a Word file: paragraphs, headings behind `#`, items behind `-`, tables."""
    for part in archive.infolist():
        unpacked(archive, part, name)
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    lines: list[str] = []
    try:
        document = Document(io.BytesIO(raw))
        for block in document.iter_inner_content():
            if isinstance(block, Paragraph):
                lines.append(_paragraph(block))
            elif isinstance(block, Table):
                for row in block.rows:
                    cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                    lines += [*filter(None, cells), ""]
    except (PackageNotFoundError, SyntaxError, KeyError, ValueError, AttributeError, TypeError):
        raise _refused(name, "is a damaged Word file") from None
    if not any(line.strip() for line in lines):
        raise _refused(name, "has no text in it")
    return "\n".join(lines)


def unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> bytes:
    """Raises DataError if a part unpacks to more than it declares, or is encrypted."""
    try:
        with archive.open(part) as file:
            unpacked = file.read(part.file_size + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError):
        raise _refused(name, "is a damaged or encrypted zip file") from None
    if len(unpacked) > part.file_size:
        raise _refused(name, "has a part that is larger than it says")
    return unpacked


def _paragraph(block: Any) -> str:
    style = (block.style.name or "") if block.style is not None else ""
    words = block.text.strip()
    if words and style.startswith(("Heading", "Title")):
        return f"\n# {words}"
    return f"- {words}" if words and style.startswith("List") else words


_GROUP = re.compile(
    r"\{\\(?:\*|fonttbl|colortbl|stylesheet|info|pict|header|footer)(?:[^{}]|\{[^{}]*\})*\}"
)
_RTF = re.compile(
    r"\\'([0-9a-fA-F]{2})|\\u(-?\d+)\s?\??|\\(par|line|sect|row|cell|tab)\b ?|\\([{}\\])"
    r"|\\[a-zA-Z]+-?\d* ?|\\\n|[{}]|\\[^a-zA-Z]"
)


def rtf_words(text: str) -> str:
    """The words of an RTF file, without their looks."""

    def plain(found: re.Match[str]) -> str:
        if found[1]:
            return bytes([int(found[1], 16)]).decode("cp1252", "replace")
        if found[2]:
            return chr(int(found[2]) % 65536)
        if found[3]:
            return "\n"
        return found[4] or ("\n" if found.group() == "\\\n" else "")

    return _RTF.sub(plain, _GROUP.sub("", text))


def mhtml_page(raw: bytes, name: str) -> str:
    """The page in a browser's single-file save. Raises DataError if it has none."""
    from email import message_from_bytes
    from email.policy import default

    from careercli.text import decode

    for part in message_from_bytes(raw, policy=default).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return decode(content)
    raise _refused(name, "is a saved page without HTML in it")
