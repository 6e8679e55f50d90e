"""A file written whole or not at all."""

import contextlib
import os
from itertools import count
from pathlib import Path


def write_atomic(path: Path, text: str, *, private: bool = False) -> None:
    """Writes a file: temporary file beside it, fsync, rename. Raises OSError.

    A file that is replaced keeps its permissions; `private` gives them to its owner alone.
    """
    import tempfile

    draft = ""
    try:
        handle, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mode 0600
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            Path(draft).chmod(_usual_mode(path))
        Path(draft).replace(path)
    except BaseException:
        if draft:
            Path(draft).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


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


def sync_folder(folder: Path) -> None:
    """Makes a rename in the folder last, where the system knows how."""
    if os.name != "posix":  # elsewhere a folder cannot be opened
        return
    with contextlib.suppress(OSError):  # not every folder may be read; the file itself is synced
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
