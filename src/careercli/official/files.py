"""Files as they were downloaded: a folder, a zip archive, or one file. Nothing is unpacked to disk.

A member of an archive is unpacked only while it is read; its name is never used as a path. What
is too large, cut short or not what its name says is refused with a reason.
"""

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any, NamedTuple

from careercli.errors import DataError
from careercli.model.datasets import ReadFile

MAX_MEMBER = 64 * 2**20
"""Bytes of one text or packed workbook, counted while it is read; the survey of all metropolitan
areas has 50 million."""
MAX_UNPACKED = 16 * MAX_MEMBER
"""Bytes read of all members of a folder or archive together; a release has about 120 million."""
MAX_MEMBERS = 5_000
"""Files looked at in a folder or archive; a release has about fifty."""
MAX_DIRECTORY = 1_000 * MAX_MEMBERS
"""Bytes of an archive's list of its members, which is read whole."""
END_RECORD = struct.Struct("<4s4H2LH")
"""The record at the end of a zip archive; the sixth of its fields is the size of that list."""
TABLES = (".txt", ".csv", ".tsv", ".xlsx")
"""Endings of files that are read."""
HEAD = 512
BLOCK = 2**16


class Member(NamedTuple):
    """A file that was found.

    name: the last part of its name
    stream: opens it to be read once from its start; at most MAX_MEMBER bytes come
    file: opens it to be read at any place, as a workbook is

    All of them raise DataError if the file can't be read whole.
    """

    name: str
    stream: Callable[[], IO[bytes]]
    file: Callable[[], IO[bytes]]

    def head(self) -> bytes:
        """Its first bytes."""
        with self.stream() as file:
            return file.read(HEAD)


@contextmanager
def members(path: Path, by_hand: str) -> Iterator[list[Member]]:
    """The files in a folder or archive, or the file itself, to be read while it is open.

    `by_hand` says what to download if a web page came instead of a file. Raises DataError.
    """
    if path.is_dir():
        yield list(_in_folder(path))
        return
    if not path.is_file():
        rule = "isn't a regular file or a folder" if path.exists() else "doesn't exist"
        raise DataError.of(path, "", rule, "", "Give the path of a download.")
    whole = _on_disk(path, _Total(path))
    head = whole.head()
    refuse_web_page(path, head, by_hand)
    if not is_packed(head):
        yield [whole]
        return
    with _archive(path) as archive:
        is_workbook = "[Content_Types].xml" in archive.namelist()
        yield [whole] if is_workbook else _in_archive(path, archive)


def digests(path: Path, found: Sequence[Member]) -> tuple[str, tuple[ReadFile, ...]]:
    """The SHA-256 of a file or archive; of a folder none, but those of the tables in it.

    Raises DataError for what can't be read.
    """
    if not path.is_dir():
        with _reading(path, ""), path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), ()
    read = []
    for member in found:
        if member.name.casefold().endswith(TABLES):
            with _reading(path, member.name), member.file() as file:
                digest = hashlib.file_digest(file, "sha256")  # type: ignore[arg-type]  # not raw
            read.append(ReadFile(member.name, digest.hexdigest()))
    return "", tuple(read)


def is_web_page(head: bytes) -> bool:
    """Whether a file begins as HTML does: sites that refuse scripts answer so."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<!--"))


def is_packed(head: bytes) -> bool:
    """Whether a file begins as zip archives, and so workbooks, do."""
    return head.startswith(b"PK")


def refuse_web_page(place: Path | str, head: bytes, by_hand: str) -> None:
    """Raises DataError with what to download for a file that begins as a web page does."""
    if is_web_page(head):
        raise DataError.of(place, "", "is a web page, not a data file", "", by_hand)


class _Total:
    """Counts what is read of a folder or archive, over all of its members."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._left = MAX_UNPACKED

    def add(self, size: int) -> None:
        """Raises DataError above MAX_UNPACKED."""
        self._left -= size
        if self._left < 0:
            rule = f"must hold at most {MAX_UNPACKED:,} bytes in all"
            raise DataError.of(self._path, "", rule, "more", "Is this the right file?")


class _Limited(io.RawIOBase):
    """A file that is being read, with its bytes counted and its damage told as a DataError."""

    def __init__(self, path: Path, where: str, source: IO[bytes], total: _Total) -> None:
        self._path, self._where, self._source, self._total = path, where, source, total
        self._left = MAX_MEMBER

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with _reading(self._path, self._where):
            block = self._source.read(len(buffer))
        self._left -= len(block)
        if self._left < 0:
            rule = f"must be at most {MAX_MEMBER:,} bytes"
            raise DataError.of(self._path, self._where, rule, "more", "Is this the right file?")
        self._total.add(len(block))
        buffer[: len(block)] = block
        return len(block)

    def close(self) -> None:
        self._source.close()
        super().close()


@contextmanager
def _reading(path: Path, where: str) -> Iterator[None]:
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
        struct.error,
        RuntimeError,  # encrypted, or packed in another way
    ) as error:
        raise DataError.of(
            path, where, "isn't a whole zip archive", str(error), "Download it again."
        ) from None
    except OSError as error:
        raise DataError.of(path, where, "can't be read", error.strerror or str(error)) from None


def _on_disk(path: Path, total: _Total) -> Member:
    def file() -> IO[bytes]:
        with _reading(path, ""):
            return path.open("rb")

    return Member(path.name, lambda: _limited(path, "", file(), total), file)


def _limited(path: Path, where: str, source: IO[bytes], total: _Total) -> IO[bytes]:
    return io.BufferedReader(_Limited(path, where, source, total), BLOCK)


def _in_folder(path: Path) -> Iterator[Member]:
    paths = list(islice(path.rglob("*"), MAX_MEMBERS + 1))
    if len(paths) > MAX_MEMBERS:
        raise _too_many(path, "more", "Give the release's own folder.")
    total = _Total(path)
    yield from (_on_disk(file, total) for file in sorted(paths) if file.is_file())


def _in_archive(path: Path, archive: zipfile.ZipFile) -> list[Member]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MAX_MEMBERS:
        raise _too_many(path, f"{len(infos):,}", "Is this the right file?")
    total = _Total(path)
    return [_packed(path, archive, info, total) for info in infos]


def _packed(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo, total: _Total) -> Member:
    def stream() -> IO[bytes]:
        with _reading(path, info.filename):
            return _limited(path, info.filename, archive.open(info), total)

    def file() -> IO[bytes]:
        with stream() as whole:
            return io.BytesIO(whole.read())

    return Member(info.filename.replace("\\", "/").rsplit("/", 1)[-1], stream, file)


def _archive(path: Path) -> zipfile.ZipFile:
    with _reading(path, ""), path.open("rb") as file:
        refuse_long_directory(path, file)
    with _reading(path, ""):
        return zipfile.ZipFile(path)


def refuse_long_directory(path: Path | str, file: IO[bytes]) -> None:
    """Raises DataError for an archive whose list of members is too long to be read into memory."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - END_RECORD.size - 0xFFFF))
    tail = file.read()
    place = tail.rfind(b"PK\x05\x06")
    file.seek(0)
    if 0 <= place <= len(tail) - END_RECORD.size:
        listed = END_RECORD.unpack_from(tail, place)[5]
        if listed > MAX_DIRECTORY:
            raise _too_many(path, f"a list of {listed:,} bytes", "Is this the right file?")


def _too_many(path: Path | str, found: str, hint: str) -> DataError:
    rule = f"must hold at most {MAX_MEMBERS:,} files"
    return DataError.of(path, "", rule, found, hint)
