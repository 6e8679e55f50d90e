"""LinkedIn's data export as a JSON Resume."""

import csv
import io
import re
import zipfile
from typing import Any

from careercli.files.pdf_and_word import unpacked
from careercli.text import decode


def linkedin_export(archive: zipfile.ZipFile, name: str) -> dict[str, Any] | None:
    """LinkedIn's data export as a JSON Resume; None for another zip file."""
    resume: dict[str, Any] = {}
    for part in archive.infolist():
        base = part.filename.rsplit("/", 1)[-1].casefold()
        if base in _CSV_FILES:
            resume |= linkedin_table(decode(unpacked(archive, part, name))) or {}
    return resume or None


def linkedin_table(text: str) -> dict[str, Any] | None:
    """A file of LinkedIn's export as part of a JSON Resume; None if it is none."""
    try:
        rows = list(csv.DictReader(io.StringIO(text), strict=True))
    except csv.Error:
        return None
    columns = text.split("\n", 1)[0].strip().strip("\ufeff").split(",")
    for known, section, keys in _TABLES:
        if columns[: len(known)] == known:
            entries = (_entry(row, keys) for row in rows)
            needed = () if section == "work" else (next(iter(keys)),)
            return {section: [entry for entry in entries if entry and entry.keys() >= {*needed}]}
    return None


def _entry(row: dict[str, str | None], keys: dict[str, str]) -> dict[str, str]:
    """What isn't empty in a row, by the keys of a JSON Resume; of a date its year."""
    cells = {key: (row.get(column) or "").strip() for key, column in keys.items()}
    for key in cells.keys() & {"startDate", "endDate"}:
        cells[key] = "".join(re.findall(r"\b(?:19|20)\d\d\b", cells[key])[:1])
    return {key: cell for key, cell in cells.items() if cell}


_POSITION = {
    "name": "Company Name",
    "position": "Title",
    "summary": "Description",
    "startDate": "Started On",
    "endDate": "Finished On",
}
_TABLES = (
    (["Company Name", "Title", "Description"], "work", _POSITION),
    (["Name", "Url", "Authority"], "certificates", {"name": "Name"}),
    (["Name", "Proficiency"], "languages", {"language": "Name", "fluency": "Proficiency"}),
    (["Name"], "skills", {"name": "Name"}),
)
"""How a table's header begins -> a section of a JSON Resume, and the columns of its keys."""
_CSV_FILES = ("skills.csv", "positions.csv", "certifications.csv", "languages.csv")
