"""The user's guides: files in a folder, and the store that is made of them.

The files come first. Whoever changes them, or makes an outdated store again, holds one lock. The
bundled store, which names skills, has to be one that can be opened.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from careercli.errors import CareerError, DataError
from careercli.files import locations
from careercli.files.atomic import make_private_folder, sync_folder
from careercli.files.guide_schema import CheckedGuide, check_file
from careercli.files.lock import locked
from careercli.output.stdout import say_err
from careercli.store.checksum import is_wanting
from careercli.store.compile import check_own_guides, compile_user, named_skills
from careercli.store.open import (
    guide_files,
    guide_stamp,
    mark_of,
    user_database,
)
from careercli.store.reader import Store

LOCK_SECONDS = 30


def refresh_user_store() -> None:
    """Makes the store of the guides in the folder, unless it is up to date.

    Guides that aren't sound are left out, each named with its reason. Raises CareerError if the
    store can't be written, or if the guides are being changed for too long.
    """
    with _changing():
        if not is_wanting(user_database, locations.user_store()):
            return
        mark = mark_of(guide_files())
        checked = check_own_guides()
        for guide in checked:
            if guide.problems:
                say_err(f"careercli: {left_out_line(guide)}")
        _compile({path.stem: guide for path, guide, problems in checked if not problems}, mark)


def left_out_line(checked: CheckedGuide) -> str:
    """That a guide is left out, and why."""
    first, *more = checked.problems
    rest = f", and {len(more)} more" if more else ""
    return f"{checked.path} is left out: {first.words()}{rest}. `careercli guide check` says more."


def put_guides(files: Mapping[str, Path]) -> None:
    """Puts guides into their folder, by slug: all of them or none.

    Raises DataError for one that isn't sound, CareerError if they can't be written.
    """
    with _changing() as folder:
        stamps = guide_files()
        drafts = {slug: folder / f".{slug}.draft" for slug in files}
        guides = _sound_guides()
        for slug, draft in drafts.items():
            shutil.copyfile(files[slug], draft)
            with draft.open("rb+") as file:
                os.fsync(file.fileno())
            checked = check_file(draft)
            if checked.problems:
                raise DataError(files[slug], checked.problems, hint="Nothing was added.")
            guides[slug] = checked.guide
            stamps[f"{slug}.toml"] = guide_stamp(draft)

        def put_in_place() -> None:
            for slug, draft in drafts.items():
                draft.replace(folder / f"{slug}.toml")
            sync_folder(folder)

        _compile(guides, mark_of(stamps), put_in_place)


def take_guide(path: Path) -> int:
    """Removes a guide from its folder; returns how many are left. Raises CareerError."""
    with _changing() as folder:
        stamps = guide_files()
        stamps.pop(path.name, None)
        guides = _sound_guides()
        guides.pop(path.stem, None)

        def put_in_place() -> None:
            path.unlink(missing_ok=True)
            sync_folder(folder)

        _compile(guides, mark_of(stamps), put_in_place)
        return len(stamps)


def _sound_guides() -> dict[str, dict[str, Any]]:
    return {guide.path.stem: guide.guide for guide in check_own_guides() if not guide.problems}


def _compile(
    guides: Mapping[str, dict[str, Any]],
    mark: int,
    put_in_place: Callable[[], None] = lambda: None,
) -> None:
    skills = {skill for guide in guides.values() for _, skill in named_skills(guide)}
    labels = Store(without=("user", "official")).labels(skills)
    compile_user(guides.values(), labels, mark, put_in_place)


@contextmanager
def _changing() -> Iterator[Path]:
    """The folder of the user's guides, while nobody else changes it or makes its store.

    Drafts that a killed process left are removed.
    """
    folder = locations.user_guides()
    busy = "Guides are being changed by another careercli."
    try:
        make_private_folder(locations.data_folder())
        folder.mkdir(exist_ok=True)
        with locked(locations.data_folder() / ".guides.lock", seconds=LOCK_SECONDS, busy=busy):
            _remove_drafts(folder)
            try:
                yield folder
            finally:
                _remove_drafts(folder)
    except OSError as error:
        raise CareerError(f"{folder} cannot be written: {error.strerror or error}.") from None


def _remove_drafts(folder: Path) -> None:
    for draft in (*folder.glob(".*.draft"), *folder.parent.glob(".user.db.*.draft")):
        draft.unlink(missing_ok=True)
