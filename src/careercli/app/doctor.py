"""What `doctor` looks at: where things are, and whether they can be used."""

import os
import platform
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from careercli import __version__
from careercli.app.lookup import known_key
from careercli.app.open_stores import open_store
from careercli.app.places import named_area
from careercli.errors import CareerError, UnknownNameError
from careercli.files import locations, profile
from careercli.files.profile_schema import FIELDS
from careercli.output.page import Facts, Inline, Page, Title
from careercli.output.records.doctor import DOCTOR
from careercli.output.screens.wording import pluralize
from careercli.output.stdout import Record, Result
from careercli.store.checksum import health
from careercli.store.open import SQLITE_VERSION
from careercli.text import excerpt


class Finding(NamedTuple):
    """What was looked at, what was found, and whether it is well."""

    what: str
    found: str
    well: bool = True


def doctor_answer() -> Result:
    """`doctor`."""
    findings = list(_facts())
    ill = sum(not finding.well for finding in findings)

    def page() -> Page:
        rows: tuple[tuple[str, Inline], ...] = tuple(
            (what, found if well else f"✗ {found}") for what, found, well in findings
        )
        state = "all is well" if not ill else f"{ill} to look at"
        return (Title("careercli", f"{__version__}: {state}"), Facts(rows))

    return Result("doctor", page, lambda: Record(DOCTOR, findings))


def _facts() -> Iterator[Finding]:
    yield Finding("Python", f"{platform.python_version()} on {platform.system()}")
    yield Finding("SQLite", SQLITE_VERSION)
    size = shutil.get_terminal_size()
    terminal = "a terminal" if sys.stdout.isatty() else "no terminal"
    encoding, kind = sys.stdout.encoding or "ascii", os.environ.get("TERM") or "none"
    yield Finding("Output", f"{terminal}, {size.columns}x{size.lines}, {encoding}, TERM {kind}")
    yield _store("Shipped guides", locations.bundled_store())
    yield _store("Shipped data", locations.edition_store())
    try:
        yield _folder(locations.data_folder())
    except locations.NoHomeError as error:
        yield Finding("Data folder", f"{error} {error.hint}", well=False)
        return
    yield _store("Your guides", locations.user_store())
    yield _store("Data you added", locations.official_store())
    try:
        for dataset in open_store().datasets():
            words = f"{dataset.title}, {dataset.release or dataset.date}"
            yield Finding(dataset.name, f"{words}{', added by you' if dataset.imported else ''}")
    except CareerError as error:
        yield Finding("Data sets", str(error), well=False)
    yield from _profiles()


def _folder(folder: Path) -> Finding:
    if not folder.exists():
        return Finding("Data folder", f"{folder}, made when something is kept")
    usable = os.access(folder, os.R_OK | os.W_OK | os.X_OK)
    return Finding("Data folder", f"{folder}{'' if usable else ' cannot be written'}", usable)


def _store(name: str, path: Path) -> Finding:
    if not path.exists():
        return Finding(name, "none")
    if ill := health(path):
        return Finding(name, f"{path}: {ill}", well=False)
    return Finding(name, f"{path}, {path.stat().st_size / 1e6:.1f} MB")


def _profiles() -> Iterator[Finding]:
    own = locations.profile_file(None)
    if not own.exists():
        yield Finding("Profile", f"none yet ({own})")
    named = sorted((locations.data_folder() / "profiles").glob("*.toml"))
    for path in (own, *named):
        if path.exists():
            try:
                person = profile.read_existing(path)
            except CareerError as error:
                yield Finding("Profile", str(error).splitlines()[0], well=False)
            else:
                unknown = "; ".join(_unknown_names(person))
                found = f"{path}, {pluralize(len(person.entries), 'skill')}"
                yield Finding("Profile", f"{found}; {unknown}" if unknown else found, not unknown)


def _unknown_names(person: profile.Profile) -> Iterator[str]:
    """What a profile names, perhaps written by hand, that careercli doesn't know."""
    store = open_store()
    if place := str(person.tables.get("place") or ""):
        with suppress(UnknownNameError):
            named_area(store, place)
            place = ""
    if place:
        yield f"no place is called \u201c{excerpt(place)}\u201d"
    if person.target and not known_key(store, person.target.role):
        yield f"no role is called \u201c{excerpt(person.target.role)}\u201d (the target)"
    known = store.current_ids(person.entries).values()
    skills = set(store.skill_ids())
    for skill in person.entries:
        if skill not in skills and skill not in known:
            yield f"no skill has the id {excerpt(skill)}"
    for credential in person.tables.get("credentials", {}):
        if store.credential_id(credential) != credential:
            yield f"no credential has the id {excerpt(credential)}"
    keys = {re.split(r"[.\[]", field.path)[0] for field in FIELDS}
    for key in person.tables:
        if key not in (*keys, "history"):
            yield f"{excerpt(key)} isn't a key of a profile, so it is left alone"
