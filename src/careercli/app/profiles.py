"""`profile list` and `profile remove`: the profiles of a folder."""

from pathlib import Path

from careercli.app.stores import open_store
from careercli.errors import CareerError, UsageError
from careercli.files import locations, profile
from careercli.output.records.profile import PROFILES
from careercli.output.screens.profile import ProfileLine, profiles_page
from careercli.output.stdout import Record, Result, is_interactive, read_answer, say_err


def profiles_answer(folder: str | None) -> Result:
    """`profile list`: a line for each profile of a folder, those that can't be read included."""
    place = locations.expand_user(folder) if folder else locations.profile_file("_").parent
    files = sorted(place.glob("*.toml")) if place.is_dir() else []
    if folder and not files:
        raise CareerError(f"There is no profile (*.toml) in {folder}.", hint="Check the folder.")
    if not folder and locations.profile_file(None).exists():
        files = [locations.profile_file(None), *files]
    if not files:
        raise CareerError(
            "There is no profile yet.", hint="careercli profile set job=ROLE begins one."
        )
    titles = dict(open_store().slugs())
    lines = [_line(path, titles) for path in files if not path.is_symlink() and path.is_file()]

    return Result(
        "profile list",
        lambda: profiles_page(lines, str(place)),
        lambda: Record(PROFILES, lines),
        private=True,
    )


def _line(path: Path, titles: dict[str, str]) -> ProfileLine:
    name = "your own" if path == locations.profile_file(None) else path.stem
    try:
        person = profile.read_existing(path)
    except CareerError as error:
        return ProfileLine(name, problem=str(error))
    aim, changes = person.target, person.history
    return ProfileLine(
        name,
        titles.get(aim.role, aim.role) if aim else "",
        (aim.level or "") if aim else "",
        str(changes[-1].get("at", ""))[:10] if changes else "",
    )


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
