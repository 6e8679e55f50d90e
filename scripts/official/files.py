"""The original files, as they are read, and the CSV files that are written."""

import bz2
import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

BLOCK = 2**20


class Original:
    """A file of a publisher; keeps which members of an archive were read, for the manifest."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.members: dict[str, str] = {}

    def sha256(self) -> str:
        """The digest of the whole file."""
        with self.path.open("rb") as file:
            return _digest(file)

    def text(self, name: str = "") -> Iterator[str]:
        """The lines of the file, or of the one member whose path ends with `name`."""
        if not name:
            with self.path.open(encoding="utf-8-sig", newline="") as lines:
                yield from lines
            return
        with zipfile.ZipFile(self.path) as archive:
            (member,) = (one for one in archive.namelist() if f"/{one}".endswith(f"/{name}"))
            if member not in self.members:
                with archive.open(member) as file:
                    self.members[member] = _digest(file)
            with archive.open(member) as file:
                yield from io.TextIOWrapper(file, encoding="utf-8-sig", newline="")

    def records(self, name: str = "") -> Iterator[dict[str, str]]:
        """The rows of comma-separated text by column."""
        return csv.DictReader(self.text(name), skipinitialspace=True)

    def tabbed(self, name: str) -> Iterator[dict[str, str]]:
        """The rows of tab-separated text by column; a quotation mark is nothing special there."""
        lines = (line.rstrip("\r\n").split("\t") for line in self.text(name))
        header = next(lines)
        for cells in lines:
            yield dict(zip(header, cells, strict=True))


def write(path: Path, header: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Writes a CSV file in UTF-8 with LF, packed if it ends in .bz2; None is an empty cell."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    content = text.getvalue().encode()
    path.write_bytes(bz2.compress(content) if path.suffix == ".bz2" else content)


def _digest(file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while block := file.read(BLOCK):
        digest.update(block)
    return digest.hexdigest()
