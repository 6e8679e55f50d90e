"""Where things are on this machine."""

import os
from pathlib import Path

from careercli.errors import CareerError, UsageError


class NoHomeError(CareerError):
    """The system knows no home folder of the user, so nothing of the user's is anywhere."""


def bundled_store() -> Path:
    """The store that ships with the package."""
    return Path(__file__).parents[1] / "bundled.db"


def edition_store() -> Path:
    """The store of the official edition, which ships with the package."""
    return Path(__file__).parents[1] / "edition.db"


def official_store() -> Path:
    """The store of the official data that the user added; not there before the first."""
    return data_folder() / "official.db"


def data_folder() -> Path:
    """The user's data: CAREERCLI_HOME, else the platform's data folder. It may not exist yet.

    Raises NoHomeError.
    """
    if home := os.environ.get("CAREERCLI_HOME"):
        return Path(home)
    from platformdirs import user_data_path

    try:
        folder = user_data_path("careercli", appauthor=False)
    except RuntimeError:  # what newer releases of platformdirs do
        folder = Path("~")
    if folder.parts[:1] == ("~",):
        raise NoHomeError(
            "This user has no home folder, so there is no place for the profile.",
            hint="Set CAREERCLI_HOME to a folder, or set HOME.",
        )
    return folder


def expand_user(name: str) -> Path:
    """A path with `~` and `~user` resolved. Raises UsageError if there is no such home folder."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        raise UsageError(
            f"There is no home folder for \u201c{name}\u201d.", hint="Write the path without ~."
        ) from None


def user_guides() -> Path:
    """The folder that holds the user's own guides, as they were added."""
    return data_folder() / "guides"


def user_store() -> Path:
    """The store compiled from them; not there before the first is added."""
    return data_folder() / "user.db"


def profile_file(name: str | None = None) -> Path:
    """A profile by name or path: `ana` is profiles/ana.toml; what looks like a path is one."""
    chosen = name or os.environ.get("CAREERCLI_PROFILE")
    if not chosen:
        return data_folder() / "profile.toml"
    if chosen.endswith(".toml") or any(mark in chosen for mark in "/\\"):
        return expand_user(chosen)
    return data_folder() / "profiles" / f"{chosen}.toml"
