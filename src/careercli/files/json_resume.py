"""JSON Resume: its fields, those that are odd, and a profile written as one.

Format: https://jsonresume.org/schema.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from careercli.errors import DataError, Problem
from careercli.files.profile import Profile
from careercli.files.profile_schema import NONE, ONET, onet_problems
from careercli.files.text_input import clean_text, strict_json
from careercli.model.basics import PROFICIENCIES
from careercli.text import normalize_skill

RESUME = "resume"
"""The profile's key for the résumé that was imported, kept whole for export."""
TOOL = "careercli"
"""The key under a résumé's `meta`, which is every tool's own, where O*NET's levels stand."""


def stored_levels(data: Mapping[str, Any]) -> Any:
    """O*NET's levels in a résumé that `profile -f jsonresume` wrote."""
    meta = data.get("meta")
    own = meta.get(TOOL) if isinstance(meta, dict) else None
    return own.get(ONET, {}) if isinstance(own, dict) else {}


class JsonReader:
    """Reads the fields of a JSON Resume; `notes` has those that are odd, each once, in order."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.notes: dict[str, None] = {}

    def entries(self, section: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """The entries of a section, each with its path; a bare text is an entry's name."""
        part = self.data.get(section)
        if part is None:
            return
        if not isinstance(part, list):
            kind = "an object" if isinstance(part, dict) else "text"
            if not isinstance(part, dict | str):
                self._odd(section, part, "a list")
                return
            self.notes.setdefault(f"{section} is {kind} instead of a list; it was read.")
            part = [part]
        for index, entry in enumerate(part):
            where = f"{section}[{index}]"
            if isinstance(entry, dict):
                yield where, entry
            elif isinstance(entry, str):
                self.notes.setdefault(f"{where} is text instead of an object; it was read.")
                yield where, {"name": entry}
            elif entry is not None:
                self._odd(where, entry, "an object")

    def text(self, entry: Mapping[str, Any], key: str, where: str) -> str:
        """A text; a number is its digits."""
        value = entry.get(key)
        if value is None:
            return ""
        if isinstance(value, str):
            return clean_text(value).strip()
        if isinstance(value, int | float) and not isinstance(value, bool):
            self.notes.setdefault(f"{where}.{key} is a number instead of text.")
            return str(value)
        self._odd(f"{where}.{key}", value, "text")
        return ""

    def texts(self, entry: Mapping[str, Any], key: str, where: str) -> Iterator[tuple[str, str]]:
        """A list of texts, each with its path; one text counts as a list of one."""
        value = entry.get(key)
        if isinstance(value, str):
            self.notes.setdefault(f"{where}.{key} is text instead of a list; it was read.")
            yield f"{where}.{key}", clean_text(value)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, str):
                    yield f"{where}.{key}[{number}]", clean_text(item)
                elif item is not None:
                    self._odd(f"{where}.{key}[{number}]", item, "text")
        elif value is not None:
            self._odd(f"{where}.{key}", value, "a list of texts")

    def _odd(self, where: str, value: object, wanted: str) -> None:
        shown = repr(value)
        shown = shown if len(shown) <= 40 else f"{shown[:37]}..."
        self.notes.setdefault(f"{where} must be {wanted}, is {shown}; it was left out.")


def stored_resume(person: Profile) -> dict[str, Any]:
    """The résumé that a profile keeps; empty without one.

    Raises DataError if the profile was edited so that it is no JSON Resume any more.
    """
    try:
        resume = strict_json(person.tables.get(RESUME) or "{}")
    except (ValueError, RecursionError):
        resume = None
    if isinstance(resume, dict):
        problems = list(onet_problems(stored_levels(resume), f"{RESUME}: meta.{TOOL}"))
    else:
        kind = type(resume).__name__
        problems = [Problem(RESUME, "must be an object", kind, "Is it a JSON Resume?")]
    if problems:
        raise DataError(person.path, problems, hint="Import the résumé again.")
    return dict(resume)


DEGREES = {
    "high-school": "High school diploma",
    "certificate": "Vocational certificate",
    "associate": "Associate's degree",
    "bachelor": "Bachelor's degree",
    "graduate": "Master's degree or higher",
}
"""Education, as a profile has it -> what a résumé calls the kind of study."""
_YEARS = re.compile(r"(\d{1,2}) years? in this job")


def with_own_words(
    resume: Mapping[str, Any], name: str, position: str, years: int | None, education: str
) -> dict[str, Any]:
    """The résumé with the name, the present job and the education that a profile has, where it has
    none of its own; a job's years stand in words, because their dates aren't known."""
    found = dict(resume)
    basics = found.get("basics", {})
    if name and isinstance(basics, dict) and not basics.get("name"):
        found["basics"] = {"name": name, **basics}
    if position and not found.get("work"):
        found["work"] = [{"position": position}]
        if years:
            found["work"][0]["summary"] = f"{years} year{'s' if years > 1 else ''} in this job"
    if education in DEGREES and not found.get("education"):
        found["education"] = [{"studyType": DEGREES[education]}]
    return found


def years_in_words(summary: str) -> int | None:
    """The years in a job as `with_own_words` writes them."""
    found = _YEARS.fullmatch(summary)
    return int(found[1]) if found else None


def with_certificates(
    resume: dict[str, Any], held: Mapping[str, str], credential_of: Callable[[str], str | None]
) -> dict[str, Any]:
    """The résumé with a certificate for each credential held (id -> label) that it doesn't name."""
    reader = JsonReader(resume)
    certificates = [entry for _, entry in reader.entries("certificates")]
    named = {credential_of(reader.text(entry, "name", "")) for entry in certificates}
    new = [{"name": label} for credential, label in held.items() if credential not in named]
    return {**resume, "certificates": [*certificates, *new]} if new else resume


def exported(
    resume: dict[str, Any],
    ratings: Iterable[tuple[str, str, int | str]],
    names: Mapping[str, str],
    onet_levels: Mapping[str, Any],
) -> dict[str, Any]:
    """A JSON Resume with the ratings as its skills; everything else in `resume` is kept.

    O*NET's levels stand under `meta.careercli`: they are on no scale that a résumé has.

    `ratings` are skill id, label and level (1 to 4, "claimed" or "none"). A skill that is listed
    keeps its entry, with the level's word; new ones are added after it. Skills marked as none
    are left out, because a résumé lists what one can do.
    """
    reader = JsonReader(resume)
    entries = [dict(entry) for _, entry in reader.entries("skills")]
    listed = {
        names.get(normalize_skill(reader.text(entry, "name", ""))): entry for entry in entries
    }
    keywords = {
        names.get(normalize_skill(keyword))
        for entry in entries
        for _, keyword in reader.texts(entry, "keywords", "")
    }
    for skill, label, level in ratings:
        if level == NONE:
            entries = [entry for entry in entries if entry is not listed.get(skill)]
        elif skill in listed:
            if isinstance(level, int):
                listed[skill]["level"] = PROFICIENCIES[level].capitalize()
        elif isinstance(level, int):
            entries.append({"name": label, "level": PROFICIENCIES[level].capitalize()})
        elif skill not in keywords:
            entries.append({"name": label})
    return {**resume, "skills": entries} | _meta(resume, onet_levels)


def _meta(resume: Mapping[str, Any], onet_levels: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a résumé that is every tool's own, with O*NET's levels of today."""
    meta = resume.get("meta")
    before = meta if isinstance(meta, dict) else {}
    own = dict(before[TOOL]) if isinstance(before.get(TOOL), dict) else {}
    own.pop(ONET, None)
    if onet_levels:
        own[ONET] = dict(onet_levels)
    others = {name: part for name, part in before.items() if name != TOOL}
    return {"meta": others | ({TOOL: own} if own else {})} if own or TOOL in before else {}
