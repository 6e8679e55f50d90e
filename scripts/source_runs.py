"""Writes tests/data/source-runs.bin: the runs of eight words that no text of ours may share.

python scripts/source_runs.py db_30_3_text.zip HANDBOOK_FOLDER

The runs are those of O*NET's task statements and descriptions, and of the Occupational Outlook
Handbook's pages as Markdown. The file has no word of them: it holds the sorted 40-bit BLAKE2b
hashes of the runs as differences, each in bytes of seven bits, the least first, with the eighth
bit set on all but the last.
"""

import csv
import hashlib
import io
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

TARGET = Path(__file__).parents[1] / "tests" / "data" / "source-runs.bin"
RUN_WORDS = 8
HASH_BYTES = 5
WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
TABLES = {"Task Statements.txt": "Task", "Occupation Data.txt": "Description"}


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters; punctuation is dropped, a hyphen parts words."""
    return WORD.findall(text.casefold().replace("\u2019", "'"))


def runs(text: str, length: int = RUN_WORDS) -> Iterator[str]:
    """Every run of `length` words in a text."""
    words = words_of(text)
    for start in range(len(words) - length + 1):
        yield " ".join(words[start : start + length])


def run_hash(run: str) -> int:
    """The hash of a run, 40 bits."""
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=HASH_BYTES).digest(), "little")


def pack(hashes: Iterable[int]) -> bytes:
    """Hashes as the bytes of the file."""
    packed, last = bytearray(), 0
    for number in sorted(set(hashes)):
        difference, last = number - last, number
        while difference > 0x7F:
            packed.append(difference & 0x7F | 0x80)
            difference >>= 7
        packed.append(difference)
    return bytes(packed)


def unpack(packed: bytes) -> frozenset[int]:
    """The hashes in the bytes of the file."""
    hashes, last, difference, shift = [], 0, 0, 0
    for byte in packed:
        difference |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            last += difference
            hashes.append(last)
            difference = shift = 0
    return frozenset(hashes)


def source_texts(onet: Path, handbook: Path) -> Iterator[str]:
    """Every text of the sources."""
    with zipfile.ZipFile(onet) as archive:
        for name in archive.namelist():
            if column := TABLES.get(name.rsplit("/", 1)[-1]):
                text = io.StringIO(archive.read(name).decode("utf-8-sig"))
                for row in csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE):
                    yield row[column]
    for page in sorted(handbook.glob("*.md")):
        yield page.read_text(encoding="utf-8")


if __name__ == "__main__":
    texts = source_texts(*map(Path, sys.argv[1:]))
    TARGET.write_bytes(pack(run_hash(run) for text in texts for run in runs(text)))
