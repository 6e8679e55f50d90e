"""One writer at a time: a lock beside what is written, also on file systems that have no locks."""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from careercli.errors import CareerError
from careercli.text import strip_control

NO_LOCKS = (errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP)
"""What a file system without locks answers, as some network homes do."""
IN_USE = (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK)
PAUSE = 0.05
"""Seconds between two tries."""
_warned: set[Path] = set()


class LockTimeoutError(CareerError):
    """Another process holds the lock; the hint names the owner if it is known."""


@contextmanager
def locked(path: Path, *, seconds: float, busy: str) -> Iterator[None]:
    """Holds the lock file `path`, whose folder must exist, after waiting up to `seconds`.

    The system's lock ends with the process that holds it. Without one in the file system, the
    lock is a second file, `path` with `.held` added, that only one process can create; it says
    who did, and stays if that process is killed. Raises LockTimeoutError with `busy`, or OSError.
    """
    wait = partial(_wait, time.monotonic() + seconds, busy)
    handle = _system_lock(path, wait)
    if handle is None:
        yield from _by_creation(path.with_name(f"{path.name}.held"), wait)
        return
    try:
        yield
    finally:
        os.close(handle)


def _system_lock(path: Path, wait: Callable[[str], None]) -> int | None:
    """An open file that has the lock; None if the file system has no locks."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        while True:
            try:
                _try_lock(handle)
            except OSError as error:
                if error.errno in NO_LOCKS:
                    os.close(handle)
                    return None
                if error.errno not in IN_USE:
                    raise
                wait("Try again when it is done.")
            else:
                return handle
    except BaseException:
        os.close(handle)
        raise


def _try_lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _by_creation(path: Path, wait: Callable[[str], None]) -> Iterator[None]:
    """Holds the lock by the file that only one process can create."""
    import platform

    if path.parent not in _warned:
        _warned.add(path.parent)
        told = f"{path.parent} has no file locks; a file that ends in .held takes their place."
        sys.stderr.write(f"careercli: {strip_control(told)}\n")
    while True:
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            wait(_owner(path))
        else:
            break
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"process {os.getpid()} on {platform.node() or 'an unnamed computer'}")
        yield
    finally:
        path.unlink(missing_ok=True)


def _owner(path: Path) -> str:
    """Who created the lock, when, and what to do if that process is gone."""
    try:
        owner = path.read_text(encoding="utf-8", errors="replace")[:200] or "an unknown process"
        minutes = max(0, int(time.time() - path.stat().st_mtime)) // 60
    except OSError:  # it was released in between
        return "Try again."
    age = f"{minutes} minutes" if minutes != 1 else "1 minute"
    return (
        f"Its lock was taken {age} ago by {owner}. "
        f"If that process isn't running any more, remove {path} and try again."
    )


def _wait(deadline: float, busy: str, hint: str) -> None:
    """Waits for the next try. Raises LockTimeoutError after the deadline."""
    if time.monotonic() >= deadline:
        raise LockTimeoutError(busy, hint=hint)
    time.sleep(PAUSE)
