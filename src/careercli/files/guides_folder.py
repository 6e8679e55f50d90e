"""The folder of the user's guides: what is in it, and one writer at a time."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from careercli.errors import CareerError
from careercli.files import locations
from careercli.files.atomic import make_private_folder
from careercli.files.lock import LockTimeoutError, locked

LOCK_SECONDS = 10


def guide_files() -> list[Path]:
    """The guides' files by name."""
    return sorted(locations.user_guides().glob("*.toml"))


def signature() -> int:
    """A number that changes with the names, sizes and times of the guides' files.

    A store that was made of them has it as its application id.
    """
    found = []
    for path in guide_files():
        state = path.stat()
        found.append(f"{path.name} {state.st_size} {state.st_mtime_ns}")
    return zlib.crc32("\n".join(found).encode("utf-8", "surrogateescape")) & 0x7FFFFFFF or 1


@contextmanager
def writing() -> Iterator[Path]:
    """The folder, while nobody else changes it or makes a store of it. Raises CareerError."""
    folder = locations.user_guides()
    try:
        make_private_folder(locations.data_folder())
        folder.mkdir(exist_ok=True)
        with locked(locations.data_folder() / ".guides.lock", seconds=LOCK_SECONDS):
            yield folder
    except LockTimeoutError as error:
        raise CareerError(
            "Guides are being changed by another careercli.", hint=error.hint
        ) from None
    except OSError as error:
        raise CareerError(f"{folder} cannot be written: {error.strerror or error}.") from None
