"""Where things are on this machine."""

import os
from pathlib import Path


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
    """The user's data: CAREERCLI_HOME, else the platform's data folder. It may not exist yet."""
    if home := os.environ.get("CAREERCLI_HOME"):
        return Path(home)
    from platformdirs import user_data_path

    return user_data_path("careercli", appauthor=False)


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
        return Path(chosen).expanduser()
    return data_folder() / "profiles" / f"{chosen}.toml"
