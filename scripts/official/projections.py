"""The employment projections: Tables 1.2 and 1.10, by the code of the occupation."""

import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from careercli.official.workbook import Workbook
from official.files import Original, write

ALL = "00-0000"
NONE = "\u2014"
CODE = "Employment Matrix code"
THOUSANDS = {
    "employment": "Employment, 2024",
    "employment_projected": "Employment, 2034",
    "change": "Employment change, numeric",
    "openings": "Occupational openings",
}
"""Columns that are published in thousands, with one decimal -> how their header begins."""
AS_WRITTEN = {
    "growth": "Employment change, percent",
    "self_employed": "Percent self employed",
    "education": "Typical education",
    "experience": "Work experience",
    "training": "Typical on-the-job training",
}
RATES = {
    "exit_rate": "Labor force exit rate",
    "transfer_rate": "Occupational transfer rate",
    "separation_rate": "Total occupational separations rate",
}
HEADER = ("code", "title", *THOUSANDS, *AS_WRITTEN, *RATES)


def make(original: Original, target: Path) -> None:
    """Writes the projections of occupations, and of all together."""
    with zipfile.ZipFile(original.path) as archive:
        book = Workbook(archive)
        rates = {cells[0]: cells[2:] for cells in _table(book, "Table 1.10", RATES)}
        found = []
        for code, title, *cells in _table(book, "Table 1.2", THOUSANDS | AS_WRITTEN):
            jobs = [_jobs(cell) for cell in cells[: len(THOUSANDS)]]
            found.append([code, title, *jobs, *cells[len(THOUSANDS) :], *rates.pop(code)])
    if rates:
        raise ValueError(f"only in Table 1.10: {', '.join(rates)}")
    write(target / "occupations.csv", HEADER, sorted(found))


def _table(book: Workbook, sheet: str, columns: dict[str, str]) -> Iterator[list[str]]:
    """Code, title and the named columns of a table's line items and its total."""
    table = book.rows(sheet)
    header = next(cells for cells in table if any(CODE in cell for cell in cells))

    def place(words: str) -> int:
        (found,) = (at for at, cell in enumerate(header) if cell.startswith(words))
        return found

    kind, places = place("Occupation type"), [place(words) for words in columns.values()]
    for cells in table:
        if len(cells) > kind and (cells[kind] == "Line item" or cells[1] == ALL):
            cells += [""] * (len(header) - len(cells))
            picked = (cells[at] for at in places)
            yield [cells[1], cells[0].strip(), *("" if cell == NONE else cell for cell in picked)]


def _jobs(thousands: str) -> str:
    return f"{Decimal(thousands) * 1000:.0f}" if thousands else ""
