"""The profile: one TOML file that belongs to the user.

Read with the standard library and checked by hand, because `skills --gap` reads it each time;
written whole or not at all. Keys that this version does not know survive a rewrite.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from careercli.errors import CareerError, DataError, UsageError
from careercli.files import locations
from careercli.files.profile_schema import CLAIMED, FIELDS, NONE, ONET, SCHEMA, profile_problems
from careercli.model.basics import PROFICIENCIES, Seniority
from careercli.text import excerpt, strip_control

if TYPE_CHECKING:
    from careercli.core.credentials import Holding
    from careercli.core.interests import Scores
    from careercli.model.skills import SkillRating

MAX_PROFILE_BYTES = 20_000_000
FIRST_LINE = "# careercli profile. It is yours to edit; unknown keys are kept, comments are not.\n"
LOCK_SECONDS = 10
_HISTORY = "\n[history]\nchanges = [\n", "\n[[history.changes]]\n"
"""How the history begins, as tomli-w writes it: last in the file."""
_VALUE = r'(?:"(?:[^"\\\x00-\x1f\x7f]|\\["\\bfnrt])*+"|-?[0-9]{1,15})'
_CHANGES = re.compile(
    rf"\[history\]\nchanges = \[\n"
    rf"(?:    \{{ (?:[a-z]+ = {_VALUE}, )*+[a-z]+ = {_VALUE} \}},\n)*+\]\n"
    rf"|(?:\[\[history\.changes\]\]\n(?:[a-z]+ = {_VALUE}\n)++\n?)++"
)
"""A history that holds nothing else, and is not damaged."""


class ProfileRole(NamedTuple):
    """A role and a level, as the profile names them; `pay` in USD a year if it is given, `title`
    if it is only a part of the role."""

    role: str
    level: Seniority | None = None
    pay: float | None = None
    title: str | None = None


class Profile:
    """A profile in memory: `tables` is the whole file, unknown keys and all.

    unread: the history as it is in the file, which is parsed when it is asked for; it grows
        with each change, and few commands show it
    """

    def __init__(self, path: Path, tables: dict[str, Any], unread: str = "") -> None:
        self.path = path
        self.tables = tables
        self._unread = unread

    @property
    def target(self) -> ProfileRole | None:
        return self._role("target")

    @property
    def current(self) -> ProfileRole | None:
        return self._role("current")

    def _role(self, part: str) -> ProfileRole | None:
        table = self.tables.get(part) or {}
        if not table.get("role"):
            return None
        return ProfileRole(table["role"], table.get("level"), table.get("pay"), table.get("title"))

    @property
    def interests(self) -> str:
        """RIASEC letters, strongest first."""
        from careercli.core.interests import stored_scores, strongest

        text = str(self.tables.get("interests", ""))
        scores = stored_scores(text) if " " in text else None
        return strongest(scores) if scores else text

    @property
    def interest_scores(self) -> Scores | None:
        """Six scores in the order R I A S E C; letters alone give a pattern of them."""
        from careercli.core.interests import stored_scores

        return stored_scores(str(self.tables.get("interests", "")))

    @property
    def ratings(self) -> dict[str, SkillRating]:
        """Skill id -> rating."""
        return {skill: _rating(entry) for skill, entry in self.entries.items()}

    @property
    def entries(self) -> dict[str, dict[str, Any]]:
        """Skill id -> the rating as written: level, evidence, date, from."""
        return dict(self.tables.get("marks", {}))

    @property
    def credentials(self) -> dict[str, Holding]:
        """Credential id -> whether it is held, and until when."""
        from careercli.core.credentials import Holding

        return {
            credential: Holding(entry.get("held", True), str(entry.get("until", "")))
            for credential, entry in self.tables.get("credentials", {}).items()
        }

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
        if self._unread:
            self.tables |= _parsed(self._unread, self.path)
            self._unread = ""
        return list(self.tables.get("history", {}).get("changes", ()))

    # -- changes: each is logged, and none is on disk before `save` -----------------------

    def rate(
        self, skill: str, level: int | str, *, origin: str, evidence: str | None = None
    ) -> None:
        """Rates a skill: 1 to 4, "none" or "claimed". Evidence that is not given stays."""
        entry = self.tables.setdefault("marks", {}).setdefault(skill, {})
        before = entry.get("level")
        if _rated(entry, {"level": level}, origin, evidence):
            self._log(skill=skill, before=before, after=level)

    def hold(self, credential: str, *, held: bool = True, until: str | None = None) -> None:
        """Notes that a credential is held or not. A date that isn't given stays."""
        entries = self.tables.setdefault("credentials", {})
        before = self.credentials.get(credential)
        entry = entries.setdefault(credential, {})
        entry.pop("held", None)
        if not held:
            entry["held"] = False
        if until is not None:
            entry["until"] = until
        if (after := self.credentials[credential]) != before:
            words = {"before": _holding_words(before), "after": _holding_words(after)}
            self._log(what=f"credential {credential}", **words)

    def rate_onet(
        self, element: str, name: str, level: int, *, origin: str, evidence: str | None = None
    ) -> None:
        """Rates one of O*NET's skills on its own scale. Evidence that is not given stays."""
        element, name = strip_control(element), strip_control(name)
        entry = self.tables.setdefault(ONET, {}).setdefault(element, {})
        before = entry.get("level")
        if _rated(entry, {"name": name, "level": level}, origin, evidence):
            self._log(what=onet_label(element, entry), before=before, after=level)

    def forget(self, part: Literal["marks", "credentials", "onet_levels"], name: str) -> bool:
        """Forgets a rating or a credential; says whether it was there."""
        entry = self.tables.get(part, {}).get(name)
        if entry is None:
            return False
        if part == "credentials":
            self._log(what=f"credential {name}", before=_holding_words(self.credentials[name]))
        elif part == "marks":
            self._log(skill=name, before=entry["level"])
        else:
            self._log(what=onet_label(name, entry), before=entry["level"])
        del self.tables[part][name]
        return True

    def set_role(self, part: str, role: ProfileRole | None) -> None:
        """Sets or clears `target` or `current`."""
        before = self._role(part)
        if role == before:
            return
        if role is None:
            self.tables.pop(part, None)
        else:
            known = {name: value for name, value in role._asdict().items() if value is not None}
            kept = {k: v for k, v in self.tables.get(part, {}).items() if k not in role._fields}
            if before is None or before.role != role.role:
                kept.pop("years", None)
            self.tables[part] = known | kept
        words = [
            f"{each.role} {each.level or ''}".strip() if each else None for each in (before, role)
        ]
        self._log(what=part, before=words[0], after=words[1])

    def put(self, place: str, value: Any) -> None:
        """Sets a key of the file, such as `place` or `current.pay`; None forgets it."""
        table, dot, key = place.rpartition(".")
        parent = self.tables.get(table, {}) if dot else self.tables
        before = parent.get(key)
        if value == before:
            return
        if dot:
            self.tables[table] = parent
        if value is None:
            del parent[key]
            if dot and not parent:
                del self.tables[table]
        else:
            parent[key] = value
        self._log(what=place, before=before, after=value)

    def _log(self, **change: Any) -> None:
        from datetime import datetime

        entry: dict[str, Any] = {"at": datetime.now().astimezone().isoformat(timespec="seconds")}
        entry |= {name: value for name, value in change.items() if value is not None}
        self.tables.setdefault("history", {}).setdefault("changes", []).append(entry)


def onet_label(element: str, entry: Mapping[str, Any]) -> str:
    """How one of O*NET's skills is called, even if nothing of O*NET is imported."""
    return f"{entry.get('name', '')} {element}".strip()


def _rating(entry: dict[str, Any]) -> SkillRating:
    from careercli.model.skills import SkillRating

    level = entry["level"]
    number = {NONE: 0, CLAIMED: None}[level] if isinstance(level, str) else level
    return SkillRating(number, entry.get("evidence", ""))


def _rated(
    entry: dict[str, Any], rating: dict[str, Any], origin: str, evidence: str | None
) -> bool:
    """Writes a rating into its entry; says whether that changed anything."""
    if entry.get("level") == rating["level"] and evidence in (None, entry.get("evidence")):
        return False
    entry |= {**rating, "date": today(), "from": strip_control(origin)}
    if evidence is not None:
        entry["evidence"] = strip_control(evidence)
    return True


def _holding_words(holding: Holding | None) -> str | None:
    if holding is None:
        return None
    return f"held {holding.until}".strip() if holding.held else "not held"


def today() -> str:
    """The day it is here, such as 2026-03-14."""
    from datetime import datetime

    return datetime.now().astimezone().date().isoformat()


def read(path: Path) -> Profile:
    """The profile in a file; an empty one if there is no file.

    Raises DataError if the file is damaged, breaks the profile's rules, or is from a newer
    careercli. It is never changed by reading.
    """
    return read_existing(path) if os.path.lexists(path) else Profile(path, {"schema": SCHEMA})


def read_existing(path: Path) -> Profile:
    """As `read`; raises DataError if there is no file, too."""
    from careercli.files.toml import read_text

    text = read_text(path, limit=MAX_PROFILE_BYTES)
    begin = _history_begin(text)
    try:
        tables = _parsed(text[:begin], path)
    except DataError:
        if begin == len(text):
            raise
        tables = {"history": {}}  # what looks like one may be inside a string
    if begin < len(text) and "history" in tables:
        begin = len(text)
        tables = _parsed(text, path)
    tables.setdefault("schema", SCHEMA)
    return Profile(path, tables, text[begin:])


def _history_begin(text: str) -> int:
    """Where a history begins that is last in the file and as careercli writes it, else the end.

    What stands before it is then a whole TOML file, or the history began inside a string.
    """
    begins = [place + 1 for mark in _HISTORY if (place := text.find(mark)) >= 0]
    return begins[0] if len(begins) == 1 and _CHANGES.fullmatch(text, begins[0]) else len(text)


def _parsed(text: str, path: Path) -> dict[str, Any]:
    """The tables of a profile's text. Raises DataError if they break the profile's rules."""
    from careercli.files.toml import parse_toml

    tables = parse_toml(text, path)
    problems = [
        problem._replace(where=excerpt(problem.where), found=excerpt(problem.found))
        for problem in profile_problems(tables)
    ]
    if problems:
        raise DataError(path, problems)
    return tables


def read_chosen(name: str | None, *, tell: Callable[[str], None]) -> Profile:
    """The profile by name or file, the user's own without; says so if a named one isn't there."""
    path = locations.profile_file(name)
    chosen = name or os.environ.get("CAREERCLI_PROFILE")
    if chosen and not os.path.lexists(path):
        tell(f"There is no profile \u201c{chosen}\u201d yet ({path}).")
    return read(path)


def change(path: Path, edit: Callable[[Profile], None]) -> Profile:
    """Reads, edits and writes the profile while nobody else can; returns it as written.

    Raises DataError as `read` does, and then the file is as it was; CareerError if the folder
    or file cannot be written.
    """
    path = Path(os.path.realpath(path))  # which a loop of links does not break off
    with _locked(path):
        profile = read(path)
        _ = profile.history  # which is written too
        edit(profile)
        _write(path, profile.tables)
    return profile


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    from careercli.files.lock import locked

    busy = f"{path} is being written by another careercli."
    with ExitStack() as held:
        try:
            _make_folder(path.parent)
            lock = path.with_name(f".{path.name}.lock")
            held.enter_context(locked(lock, seconds=LOCK_SECONDS, busy=busy))
        except OSError as error:
            raise _not_written(path, error) from None
        yield


def _make_folder(folder: Path) -> None:
    """Makes the profile's folder; one of careercli's own is its owner's alone. Raises OSError."""
    from careercli.files.atomic import make_private_folder

    make_private_folder(folder)
    if folder == Path(os.path.realpath(locations.data_folder() / "profiles")):
        mode = folder.stat().st_mode
        if mode & 0o077:  # made by an older careercli
            folder.chmod(mode & 0o700)


def _write(path: Path, tables: dict[str, Any]) -> None:
    """The whole file or none of it, for its owner alone."""
    import tomli_w

    from careercli.files.atomic import write_atomic

    text = FIRST_LINE + tomli_w.dumps(_ordered(tables), multiline_strings=False)
    if (size := len(text.encode())) > MAX_PROFILE_BYTES:
        raise CareerError(
            f"{path} would have {size:,} bytes; a profile has at most {MAX_PROFILE_BYTES:,}.",
            hint="Nothing was changed. An imported r\u00e9sum\u00e9 or the history is too long.",
        )
    try:
        write_atomic(path, text, private=not path.exists())
    except OSError as error:
        raise _not_written(path, error) from None


def _ordered(tables: dict[str, Any]) -> dict[str, Any]:
    """What a person looks for first comes first, the log last; unknown keys before the log."""
    known = dict.fromkeys(field.path.split(".")[0].removesuffix("[]") for field in FIELDS)
    rest = {name: value for name, value in tables.items() if name not in known}
    plain = {name: value for name, value in rest.items() if not isinstance(value, dict | list)}
    first = {name: tables[name] for name in known if name != "history" and name in tables}
    for name in first.keys() & {"credentials", "marks", ONET}:
        first[name] = dict(sorted(first[name].items()))
    history = {"history": tables["history"]} if tables.get("history") else {}
    return plain | first | rest | history


def _not_written(path: Path, error: OSError) -> CareerError:
    return CareerError(
        f"{path} cannot be written: {error.strerror or error}.",
        hint="Nothing was changed. Free some space or fix the permissions, or use --profile.",
    )


def parse_proficiency(text: str) -> int | str:
    """A level as it is typed: 1 to 4, their words, or none. Raises UsageError otherwise."""
    folded = text.strip().casefold()
    words: dict[str, int | str] = {word: number for number, word in PROFICIENCIES.items()}
    words |= {str(number): number for number in PROFICIENCIES} | {NONE: NONE}
    if folded not in words:
        raise UsageError(
            f"A level must be 1 to 4 or none; found \u201c{text}\u201d.",
            hint="1 basic, 2 working, 3 advanced, 4 expert; none if you have never done it.",
        )
    return words[folded]
