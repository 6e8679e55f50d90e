"""A file written whole or not at all."""

import contextlib
import os
import re
import time
from itertools import count
from pathlib import Path

DRAFT_SECONDS = 3600
"""The age from which a draft belongs to a write that was killed: none takes an hour."""

changed_folders: list[Path] = []
"""The folders in which this process has put a whole file in its place, in order."""


def write_atomic(path: Path, text: str, *, private: bool = False, new: bool = False) -> None:
    """Writes a file: temporary file beside it, fsync, rename. Raises OSError.

    A file that is replaced keeps its permissions; with `private` it is its owner's alone.
    With `new` nothing is replaced: FileExistsError is raised if the name is taken by then.
    What killed writes of the same file left behind is removed when it is DRAFT_SECONDS old.
    """
    import tempfile

    remove_old_drafts(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mode 0600
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            draft.chmod(_usual_mode(path))
        if new:
            _put_new(draft, path)
        else:
            draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _put_new(draft: Path, path: Path) -> None:
    """Gives a draft its name, unless that is taken. Raises FileExistsError."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: its name is taken first, then replaced
        path.open("xb").close()
        draft.replace(path)
    else:
        draft.unlink()


def remove_old_drafts(path: Path) -> None:
    """Removes the drafts of a file that are older than DRAFT_SECONDS."""
    draft = re.compile(rf"\.{re.escape(path.name)}\.[a-z0-9_]{{8}}")  # tempfile's names
    with contextlib.suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            if (
                draft.fullmatch(entry.name)
                and entry.is_file(follow_symlinks=False)
                and time.time() - entry.stat(follow_symlinks=False).st_mtime > DRAFT_SECONDS
            ):
                Path(entry.path).unlink(missing_ok=True)


def make_private_folder(folder: Path) -> None:
    """Makes a folder, and missing ones above it, for their owner alone. Raises OSError."""
    missing = [part for part in (folder, *folder.parents) if not part.exists()]
    for part in reversed(missing):
        part.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(exist_ok=True)  # which says what is there instead of a folder


def keep_aside(path: Path) -> Path:
    """Gives a damaged file a second name beside its own, before another takes its place.

    Returns that name. Raises OSError.
    """
    from datetime import datetime

    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    for number in count(1):
        aside = path.with_name(f"{path.name}.damaged-{stamp}{f'-{number}' if number > 1 else ''}")
        try:
            aside.hardlink_to(path)
        except FileExistsError:
            continue
        except OSError:  # a file system without hard links
            path.rename(aside)
        break
    return aside


def _usual_mode(path: Path) -> int:
    """The permissions of the file that is there, else those of any new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def sync_file(path: Path) -> None:
    """Waits until what was written to a file is on the disk. Raises OSError."""
    with path.open("rb+") as file:  # some systems sync only what may be written
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Makes a rename in the folder last, if the system knows how."""
    changed_folders.append(folder)
    if os.name != "posix":  # elsewhere a folder cannot be opened
        return
    with contextlib.suppress(OSError):  # not every folder may be read; the file itself is synced
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
