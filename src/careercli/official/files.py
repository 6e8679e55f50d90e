"""Files as they were downloaded: a folder, a zip archive, or one file. Nothing is unpacked to disk.

A member of an archive is read into memory, and only when it is wanted; its name is never used
as a path. What is too large, cut short or not what its name says is refused with a reason.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from careercli.errors import DataError, Problem

MAX_MEMBER = 200_000_000
"""Bytes of one file inside; the largest table of a full release has about 35 million."""
MAX_MEMBERS = 5_000
"""Files looked at in a folder or archive; a release has about fifty."""


class Member(NamedTuple):
    """A file found: the last part of its name, and how to have its bytes."""

    name: str
    read: Callable[[], bytes]


@contextmanager
def members(path: Path, by_hand: str) -> Iterator[list[Member]]:
    """The files in a folder or archive, or the file itself, to be read while it is open.

    `by_hand` says what to download where a web page came instead of a file. Raises DataError.
    """
    if path.is_dir():
        yield list(_in_folder(path))
        return
    if not path.is_file():
        rule = "is not a regular file or a folder" if path.exists() else "is not there"
        raise DataError(path, [Problem("", rule, "", "Give the path of a download.")])
    head = _bytes_of(path, 512)
    if is_web_page(head):
        raise DataError(path, [Problem("", "is a web page, not a data file", "", by_hand)])
    whole = [Member(path.name, lambda: _bytes_of(path, MAX_MEMBER + 1))]
    if not head.startswith(b"PK"):
        yield whole
        return
    with _archive(path) as archive:
        is_workbook = "[Content_Types].xml" in archive.namelist()
        yield whole if is_workbook else _in_archive(path, archive)


def is_web_page(head: bytes) -> bool:
    """Whether a file begins as HTML does: sites that refuse scripts answer so."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<!--"))


def data_of(member: Member, by_hand: str) -> bytes:
    """A member's bytes. Raises DataError with what to download where it is a web page."""
    raw = member.read()
    if is_web_page(raw[:512]):
        problem = Problem("", "is a web page, not a data file", "", by_hand)
        raise DataError(member.name, [problem])
    return raw


def _in_folder(path: Path) -> Iterator[Member]:
    found = list(islice(path.rglob("*"), MAX_MEMBERS + 1))
    if len(found) > MAX_MEMBERS:
        rule = f"must hold at most {MAX_MEMBERS:,} files"
        raise DataError(path, [Problem("", rule, "more", "Give the release's own folder.")])
    for file in sorted(found):
        if file.is_file():
            yield Member(file.name, lambda file=file: _bytes_of(file, MAX_MEMBER + 1))  # type: ignore[misc]


def _in_archive(path: Path, archive: zipfile.ZipFile) -> list[Member]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MAX_MEMBERS:
        rule, found = f"must hold at most {MAX_MEMBERS:,} files", f"{len(infos):,}"
        raise DataError(path, [Problem("", rule, found, "Is this the right file?")])
    return [
        Member(
            info.filename.replace("\\", "/").rsplit("/", 1)[-1],
            lambda info=info: _unpacked(path, archive, info),  # type: ignore[misc]
        )
        for info in infos
    ]


def _archive(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _damaged(path, "", str(error)) from None


def _unpacked(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.file_size > MAX_MEMBER:
        raise _too_large(path, info.filename, f"{info.file_size:,} bytes announced")
    try:
        with archive.open(info) as file:
            raw = file.read(MAX_MEMBER + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise _damaged(path, info.filename, str(error)) from None
    except (RuntimeError, NotImplementedError) as error:  # encrypted, or packed in another way
        raise _damaged(path, info.filename, str(error)) from None
    if len(raw) > MAX_MEMBER:
        raise _too_large(path, info.filename, "more")
    return raw


def _bytes_of(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(limit)
    except OSError as error:
        raise DataError(path, [Problem("", "cannot be read", error.strerror or "", "")]) from None
    if len(raw) > MAX_MEMBER:
        raise _too_large(path, "", "more")
    return raw


def _damaged(path: Path, where: str, why: str) -> DataError:
    problem = Problem(where, "is not a whole zip archive", why, "Download it again.")
    return DataError(path, [problem])


def _too_large(path: Path, where: str, found: str) -> DataError:
    rule = f"must be at most {MAX_MEMBER:,} bytes"
    return DataError(path, [Problem(where, rule, found, "Is this the right file?")])
