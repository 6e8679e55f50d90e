"""`profile import` and `profile export`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from careercli import locations, profile
from careercli.commands.options import interactive
from careercli.errors import UsageError
from careercli.model import MARKS
from careercli.output import Answer, Form, give, give_json, narrate
from careercli.profile import CLAIMED, NONE, Profile, parse_level
from careercli.reading import read_words
from careercli.resume import RESUME, Proposal, exported, propose
from careercli.store import Store
from careercli.views.resume import import_data, import_page, import_rows


def import_file(
    name: str, form: Form | None, profile_name: str | None, *, yes: bool, pager: bool
) -> None:
    """Shows what a résumé or another profile would add, and adds it when told to."""
    store = Store()
    if name.endswith(".toml"):
        _import_profile(Path(name), profile_name)
        return
    reading = read_words(name)
    found = propose(reading, store.skill_names(ids=False))
    path = locations.profile_file(profile_name)
    person = profile.read(path)
    known = {skill for skill, entry in person.entries.items() if entry["level"] != CLAIMED}
    labels = store.labels(one.skill for one in found.proposals)
    answer = Answer(
        "profile import",
        import_data(found, known, labels),
        lambda: import_page(found, known, labels),
        lambda: import_rows(found, known, labels),
    )
    give(answer, form, pager=pager and not interactive())
    new = [one for one in found.proposals if one.skill not in known]
    if not new:
        narrate("Nothing to add." if found.proposals else "No skill of the vocabulary was found.")
    elif yes or (interactive() and _confirmed(len(new))):
        levels = _asked(new, ask=interactive() and not yes)
        resume = reading.data if isinstance(reading.data, dict) else None
        profile.change(path, lambda one: _add(one, new, levels, name, resume), tell=narrate)
        narrate(f"{len(new)} added to {path}.")
    else:
        narrate("Nothing was written; --yes adds them.")


def _confirmed(count: int) -> bool:
    import sys

    narrate(f"Add these {count}? [y/N] ", end="")
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def _asked(new: Sequence[Proposal], *, ask: bool) -> dict[str, int]:
    """Levels for words that are not understood, asked once for each word."""
    import sys

    meant: dict[str, int] = {}
    for said in dict.fromkeys(one.said for one in new if one.said):
        if not ask:
            continue
        scale = ", ".join(f"{level} {word}" for level, word in MARKS.items())
        narrate(f"What is \u201c{said}\u201d? {scale}; Enter: no level. ", end="")
        answer = sys.stdin.readline().strip()
        if answer:
            level = parse_level(answer)
            if isinstance(level, int):
                meant[said] = level
    return {one.skill: meant[one.said] for one in new if one.said in meant}


def _add(
    person: Profile, new: Sequence[Proposal], levels: dict[str, int], name: str, resume: Any
) -> None:
    for one in new:
        level = one.level or levels.get(one.skill) or CLAIMED
        origin = f"{Path(name).name} {one.where}"
        person.mark(one.skill, level, origin=origin, evidence=one.evidence or None)
    if resume is not None:
        person.tables[RESUME] = json.dumps(resume, ensure_ascii=False)


def _import_profile(path: Path, profile_name: str | None) -> None:
    """Takes the marks of another profile that are newer than one's own or not there yet."""
    other = profile.read(path)
    if not other.entries:
        raise UsageError(f"{path} holds no marks.", hint="Is it a careercli profile?")

    def edit(person: Profile) -> None:
        for skill, entry in other.entries.items():
            own = person.entries.get(skill)
            if own is None or str(entry.get("date", "")) > str(own.get("date", "")):
                person.mark(skill, entry["level"], origin=path.name, evidence=entry.get("evidence"))

    profile.change(locations.profile_file(profile_name), edit, tell=narrate)
    narrate(f"Marks of {path} taken over where they are newer.")


def export(profile_name: str | None) -> None:
    """The profile as JSON Resume on stdout, with what an imported résumé held besides."""
    store = Store()
    person = profile.read(locations.profile_file(profile_name))
    resume = json.loads(person.tables.get(RESUME) or "{}")
    labels = store.labels(person.entries)
    marks = [
        (skill, labels[skill], entry["level"])
        for skill, entry in person.entries.items()
        if entry["level"] != NONE
    ]
    give_json(exported(resume, marks, store.skill_names()))
