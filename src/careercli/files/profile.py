"""The profile: one TOML file that belongs to the user.

Read with the standard library and checked by hand, because `skills --gap` reads it each time;
written whole or not at all. Keys that this version does not know survive a rewrite.
"""

import math
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from careercli.core.gap import SkillRating
from careercli.errors import CareerError, DataError, Problem, UsageError
from careercli.files import locations
from careercli.model.basics import SENIORITIES, Seniority
from careercli.text import UNSAFE, excerpt, strip_control

SCHEMA = 1
MAX_PROFILE_BYTES = 20_000_000
FIRST_LINE = "# careercli profile. It is yours to edit; unknown keys are kept, comments are not.\n"
LOCK_SECONDS = 10
CLAIMED = "claimed"
NONE = "none"
ONET = "onet_levels"
MAX_ONET_LEVEL = 7
"""The highest of O*NET's levels; the lowest is 0. They are never turned into marks, or back."""


class RoleGoal(NamedTuple):
    """A role and a level, as the profile names them; `pay` in USD a year where it is given."""

    role: str
    level: Seniority | None = None
    pay: float | None = None


class Profile:
    """A profile in memory: `tables` is the whole file, unknown keys and all."""

    def __init__(self, path: Path, tables: dict[str, Any]) -> None:
        self.path = path
        self.tables = tables

    @property
    def target(self) -> RoleGoal | None:
        return self._aim("target")

    @property
    def current(self) -> RoleGoal | None:
        return self._aim("current")

    def _aim(self, part: str) -> RoleGoal | None:
        table = self.tables.get(part) or {}
        if not table.get("role"):
            return None
        return RoleGoal(table["role"], table.get("level"), table.get("pay"))

    @property
    def interests(self) -> str:
        return str(self.tables.get("interests", ""))

    @property
    def marks(self) -> dict[str, SkillRating]:
        """Skill id -> mark."""
        return {skill: _mark(entry) for skill, entry in self.entries.items()}

    @property
    def entries(self) -> dict[str, dict[str, Any]]:
        """Skill id -> the mark as written: level, evidence, date, from."""
        return dict(self.tables.get("marks", {}))

    @property
    def onet_levels(self) -> dict[str, int]:
        """O*NET's element id -> level, 0 to 7."""
        return {element: entry["level"] for element, entry in self.onet_entries.items()}

    @property
    def onet_entries(self) -> dict[str, dict[str, Any]]:
        """O*NET's element id -> the level as written: name, level, evidence, date, from."""
        return dict(self.tables.get(ONET, {}))

    @property
    def history(self) -> list[dict[str, Any]]:
        return list(self.tables.get("history", {}).get("changes", ()))

    # -- changes: each is logged, and none is on disk before `save` -----------------------

    def mark(
        self, skill: str, level: int | str, *, origin: str, evidence: str | None = None
    ) -> None:
        """Marks a skill: 1 to 4, "none" or "claimed". Evidence that is not given stays."""
        marks = self.tables.setdefault("marks", {})
        entry = marks.setdefault(skill, {})
        before = entry.get("level")
        if before == level and evidence in (None, entry.get("evidence")):
            return
        entry |= {"level": level, "date": _today(), "from": strip_control(origin)}
        if evidence is not None:
            entry["evidence"] = strip_control(evidence)
        self._log(skill=skill, before=before, after=level)

    def unmark(self, skill: str) -> bool:
        """Forgets a skill; says whether there was anything to forget."""
        entry = self.tables.get("marks", {}).pop(skill, None)
        if entry:
            self._log(skill=skill, before=entry.get("level"), after=None)
        return entry is not None

    def rate_onet(
        self, element: str, name: str, level: int, *, origin: str, evidence: str | None = None
    ) -> None:
        """Rates one of O*NET's skills on its own scale. Evidence that is not given stays."""
        element, name = strip_control(element), strip_control(name)
        entry = self.tables.setdefault(ONET, {}).setdefault(element, {})
        before = entry.get("level")
        if before == level and evidence in (None, entry.get("evidence")):
            return
        entry |= {"name": name, "level": level, "date": _today(), "from": strip_control(origin)}
        if evidence is not None:
            entry["evidence"] = strip_control(evidence)
        self._log(what=onet_label(element, entry), before=before, after=level)

    def unrate_onet(self, element: str) -> bool:
        """Forgets one of O*NET's skills; says whether there was anything to forget."""
        entry = self.tables.get(ONET, {}).pop(element, None)
        if entry:
            self._log(what=onet_label(element, entry), before=entry["level"])
        return entry is not None

    def aim(self, part: str, aim: RoleGoal | None) -> None:
        """Sets or clears `target` or `current`."""
        before = self._aim(part)
        if aim == before:
            return
        if aim is None:
            self.tables.pop(part, None)
        else:
            known = {name: value for name, value in aim._asdict().items() if value is not None}
            kept = {k: v for k, v in self.tables.get(part, {}).items() if k not in RoleGoal._fields}
            self.tables[part] = known | kept
        words = [f"{one.role} {one.level or ''}".strip() if one else None for one in (before, aim)]
        self._log(what=part, before=words[0], after=words[1])

    def set_interests(self, letters: str) -> None:
        """Sets or, with none, clears the interests."""
        before = self.interests
        if letters != before:
            self.tables["interests"] = letters
            self._log(what="interests", before=before or None, after=letters or None)

    def _log(self, **change: Any) -> None:
        from datetime import datetime

        entry: dict[str, Any] = {"at": datetime.now().astimezone().isoformat(timespec="seconds")}
        entry |= {name: value for name, value in change.items() if value is not None}
        self.tables.setdefault("history", {}).setdefault("changes", []).append(entry)


def onet_label(element: str, entry: Mapping[str, Any]) -> str:
    """How one of O*NET's skills is called, also where nothing of O*NET is imported."""
    return f"{entry.get('name', '')} {element}".strip()


def _mark(entry: dict[str, Any]) -> SkillRating:
    level = entry["level"]
    number = {NONE: 0, CLAIMED: None}[level] if isinstance(level, str) else level
    return SkillRating(number, entry.get("evidence", ""))


def _today() -> str:
    from datetime import datetime

    return datetime.now().astimezone().date().isoformat()


def read(path: Path) -> Profile:
    """The profile in a file; an empty one where there is no file.

    Raises DataError where the file is damaged, breaks the profile's rules, or is from a newer
    careercli. It is never changed by reading.
    """
    return read_existing(path) if os.path.lexists(path) else Profile(path, {"schema": SCHEMA})


def read_existing(path: Path) -> Profile:
    """As `read`; raises DataError where there is no file, too."""
    from careercli.files.toml import read_toml

    tables = read_toml(path, limit=MAX_PROFILE_BYTES)
    problems = [
        one._replace(where=excerpt(one.where), found=excerpt(one.found))
        for one in _problems(tables)
    ]
    if problems:
        raise DataError(path, problems)
    tables.setdefault("schema", SCHEMA)
    return Profile(path, tables)


def read_chosen(name: str | None, *, tell: Callable[[str], None]) -> Profile:
    """The profile by name or file, the user's own without; says where a named one is not there."""
    path = locations.profile_file(name)
    chosen = name or os.environ.get("CAREERCLI_PROFILE")
    if chosen and not os.path.lexists(path):
        tell(f"There is no profile \u201c{chosen}\u201d yet ({path}).")
    return read(path)


def _problems(tables: dict[str, Any]) -> Iterator[Problem]:  # noqa: C901  # one rule after another
    schema = tables.get("schema", SCHEMA)
    if type(schema) is not int or schema < 1:
        yield Problem("schema", "must be a whole number from 1", repr(schema), "")
        return
    if schema > SCHEMA:
        yield Problem(
            "schema",
            f"is from a newer careercli; this one reads {SCHEMA}",
            str(schema),
            "Install a newer careercli. The file is untouched.",
        )
        return
    for part in ("target", "current"):
        table = tables.get(part, {})
        if not isinstance(table, dict):
            yield Problem(part, "must be a table", repr(table), "")
            continue
        if not isinstance(table.get("role", ""), str):
            yield Problem(f"{part}.role", "must be text", repr(table["role"]), "")
        if table.get("level") not in (None, *SENIORITIES):
            yield Problem(
                f"{part}.level",
                f"must be one of {', '.join(SENIORITIES)}",
                repr(table["level"]),
                "",
            )
        pay = table.get("pay")
        if pay is not None and not (type(pay) in (int, float) and 0 < pay < math.inf):
            yield Problem(f"{part}.pay", "must be an amount in USD a year", repr(pay), "")
    marks = tables.get("marks", {})
    if not isinstance(marks, dict):
        yield Problem("marks", "must be a table of skills", repr(marks), "")
        return
    for skill, entry in marks.items():
        level = entry.get("level") if isinstance(entry, dict) else None
        if type(level) not in (int, str) or level not in (1, 2, 3, 4, NONE, CLAIMED):
            yield Problem(
                f"marks.{UNSAFE.sub('?', skill)}.level",
                'must be 1, 2, 3, 4, "none" or "claimed"',
                repr(level),
                "",
            )
        elif not isinstance(entry.get("evidence", ""), str):
            yield Problem(f"marks.{skill}.evidence", "must be text", repr(entry["evidence"]), "")
    yield from onet_problems(tables.get(ONET, {}))
    if not isinstance(tables.get("resume", ""), str):
        yield Problem("resume", "must be a JSON Resume, as text", "", "Import the résumé again.")
    if not isinstance(tables.get("interests", ""), str):
        yield Problem("interests", "must be text", repr(tables["interests"]), "")
    history = tables.get("history", {})
    changes = history.get("changes", []) if isinstance(history, dict) else None
    if not isinstance(changes, list) or not all(isinstance(entry, dict) for entry in changes):
        yield Problem("history.changes", "must be a list of tables", "", "")


def onet_problems(levels: Any, where: str = ONET) -> Iterator[Problem]:
    """What is wrong with a table of O*NET's levels."""
    if not isinstance(levels, dict):
        yield Problem(where, "must be a table of O*NET's element ids", repr(levels), "")
        return
    for element, entry in levels.items():
        place = f"{where}.{UNSAFE.sub('?', element)}"
        level = entry.get("level") if isinstance(entry, dict) else None
        if type(level) is not int or not 0 <= level <= MAX_ONET_LEVEL:
            rule = f"must be a whole number from 0 to {MAX_ONET_LEVEL}"
            yield Problem(f"{place}.level", rule, repr(level), "")
            continue
        for name in ("name", "evidence"):
            if not isinstance(entry.get(name, ""), str):
                yield Problem(f"{place}.{name}", "must be text", repr(entry[name]), "")


def change(path: Path, edit: Callable[[Profile], None]) -> Profile:
    """Reads, edits and writes the profile while nobody else can; returns it as written.

    Raises DataError as `read` does, and then the file is as it was; CareerError where the folder
    or file cannot be written.
    """
    path = Path(os.path.realpath(path))  # which a loop of links does not break off
    with _locked(path):
        profile = read(path)
        edit(profile)
        _write(path, profile.tables)
    return profile


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=LOCK_SECONDS)
        lock.acquire()
    except Timeout:
        raise CareerError(
            f"{path} is being written by another careercli.", hint="Try again when it is done."
        ) from None
    except OSError as error:
        raise _not_written(path, error) from None
    try:
        yield
    finally:
        lock.release()


def _write(path: Path, tables: dict[str, Any]) -> None:
    """The whole file or none of it, for its owner alone."""
    import tomli_w

    from careercli.files.atomic import write_atomic

    text = FIRST_LINE + tomli_w.dumps(_ordered(tables), multiline_strings=False)
    try:
        write_atomic(path, text, private=True)
    except OSError as error:
        raise _not_written(path, error) from None


def _ordered(tables: dict[str, Any]) -> dict[str, Any]:
    """What a person looks for first comes first, the log last."""
    order = ("schema", "interests", "current", "target", "marks", ONET)
    first = {name: tables[name] for name in order if name in tables}
    for name in first.keys() & {"marks", ONET}:
        first[name] = dict(sorted(first[name].items()))
    rest = {name: value for name, value in tables.items() if name not in (*order, "history")}
    plain = {name: value for name, value in rest.items() if not isinstance(value, dict | list)}
    history = {"history": tables["history"]} if tables.get("history") else {}
    return plain | first | rest | history


def _not_written(path: Path, error: OSError) -> CareerError:
    return CareerError(
        f"{path} cannot be written: {error.strerror or error}.",
        hint="Nothing was changed. Free some space or mend the permissions, or use --profile.",
    )


def parse_proficiency(text: str) -> int | str:
    """A level as it is typed: 1 to 4, their words, or none. Raises UsageError otherwise."""
    from careercli.model.basics import PROFICIENCIES

    folded = text.strip().casefold()
    words: dict[str, int | str] = {word: number for number, word in PROFICIENCIES.items()}
    words |= {str(number): number for number in PROFICIENCIES} | {NONE: NONE}
    if folded not in words:
        raise UsageError(
            f"A level is 1 to 4 or none; found \u201c{text}\u201d.",
            hint="1 basic, 2 working, 3 advanced, 4 expert; none if you have never done it.",
        )
    return words[folded]
