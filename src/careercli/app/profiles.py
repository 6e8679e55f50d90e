"""`profile list` and `profile remove`: the profiles of a folder."""

from pathlib import Path

from careercli.app.lookup import names_of
from careercli.app.open_stores import open_store
from careercli.errors import CareerError, UsageError
from careercli.files import locations, profile
from careercli.output.records.profile import PROFILES
from careercli.output.screens.profile import ProfileLine, profiles_page
from careercli.output.stdout import Record, Result, is_interactive, read_answer, say_err
from careercli.store.reader import Store


def profiles_answer(folder: str | None) -> Result:
    """`profile list`: a line for each profile of a folder, those that can't be read included."""
    place, own = locations.profile_file("_").parent, locations.profile_file(None)
    if folder:
        place = locations.expand_user(folder)
        files = profiles_in(place)
    elif not (files := [*filter(Path.exists, [own]), *sorted(place.glob("*.toml"))]):
        raise CareerError(
            "There is no profile yet.", hint="careercli profile set job=ROLE begins one."
        )
    store = open_store()
    lines = [_line(path, store) for path in files if not path.is_symlink() and path.is_file()]

    return Result(
        "profile list",
        lambda: profiles_page(lines, str(place)),
        lambda: Record(PROFILES, lines),
        private=True,
    )


def profiles_in(folder: Path) -> list[Path]:
    """The profiles in a folder by name; links aren't followed. Raises CareerError without any."""
    if not folder.is_dir():
        raise CareerError(f"{folder} isn't a folder.", hint="Give the folder of your profiles.")
    files = sorted(path for path in folder.glob("[!.]*.toml") if not path.is_dir())
    for path in filter(Path.is_symlink, files):
        say_err(f"{path} is a link, so it was skipped.")
    if not (profiles := [path for path in files if not path.is_symlink()]):
        raise CareerError(f"There is no profile (*.toml) in {folder}.", hint="Check the folder.")
    return profiles


def _line(path: Path, store: Store) -> ProfileLine:
    name = "your own" if path == locations.profile_file(None) else path.stem
    try:
        person = profile.read_existing(path)
    except CareerError as error:
        return ProfileLine(name, problem=str(error))
    target, changes = person.target, person.history
    return ProfileLine(
        name,
        _name(store, target) if target else "",
        (target.level or "") if target else "",
        str(changes[-1].get("at", ""))[:10] if changes else "",
    )


def _name(store: Store, role: profile.ProfileRole) -> str:
    return role.title or names_of(store, [role.role]).get(role.role, role.role)


def remove_profile(name: str, *, yes: bool) -> None:
    """`profile remove`: deletes the file of a profile. Raises CareerError if there is none."""
    path = locations.profile_file(name)
    if not path.is_file():
        raise CareerError(
            f"There is no profile \u201c{name}\u201d.",
            hint="careercli profile list shows every profile.",
        )
    if not yes:
        if not is_interactive():
            raise UsageError(
                "Nothing was removed, because nobody could be asked.", hint="Add --yes."
            )
        answer = read_answer(f"Remove {path} and its history? [y/N] ") or ""
        if answer.casefold() not in ("y", "yes"):
            say_err("Nothing was removed.")
            return
    path.unlink()
    say_err(f"Removed: {path}")
