"""`profile import` and `profile export`."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from careercli import locations, profile
from careercli.commands.options import interactive
from careercli.model import MARKS
from careercli.output import Answer, Form, asked, give, give_json, narrate
from careercli.profile import CLAIMED, NONE, ONET, Profile
from careercli.reading import read_words
from careercli.resume import RESUME, Found, Proposal, exported, kept, propose, proposed_by
from careercli.store import Store
from careercli.text import escaped
from careercli.views.resume import import_data, import_page, import_rows


def import_file(
    name: str, form: Form | None, profile_name: str | None, *, yes: bool, pager: bool
) -> None:
    """Shows what a résumé or another profile would add, and adds it when told to."""
    store = Store()
    resume = None
    if name.endswith(".toml"):
        other = profile.read_existing(Path(name))
        found = Found(proposed_by(other), [], other.onet_entries)
    else:
        reading = read_words(name)
        found = propose(reading, store.skill_names("name", "word"), store.skill_names("name"))
        resume = reading.data if isinstance(reading.data, dict) else None
    path = locations.profile_file(profile_name)
    person = profile.read(path)
    known = {skill for skill, entry in person.entries.items() if entry["level"] != CLAIMED}
    known |= person.onet_levels.keys()
    labels = store.labels(one.skill for one in found.proposals)
    answer = Answer(
        "profile import",
        import_data(found, known, labels),
        lambda: import_page(found, known, labels),
        lambda: import_rows(found, known, labels),
    )
    give(answer, form, pager=pager and not interactive())
    new = [one for one in found.proposals if one.skill not in known]
    onet = {one: entry for one, entry in found.onet_levels.items() if one not in known}
    count = len(new) + len(onet)
    if not count:
        any_found = found.proposals or found.onet_levels
        narrate("Nothing to add." if any_found else "No skill of the vocabulary was found.")
    elif yes or (interactive() and _confirmed(count)):
        levels = {} if yes else _asked(new)

        def edit(person: Profile) -> None:
            _add(person, new, levels, name, resume)
            _add_onet(person, onet, name)

        profile.change(path, edit)
        narrate(f"{count} added to {path}.")
    else:
        narrate("Nothing was written; --yes adds them.")


def _confirmed(count: int) -> bool:
    return (asked(f"Add these {count}? [y/N] ") or "").casefold() in ("y", "yes")


def _asked(new: Sequence[Proposal]) -> dict[str, int]:
    """Levels for words that are not understood, asked once for each word."""
    scale = ", ".join(f"{level} {word}" for level, word in MARKS.items())
    meant: dict[str, int] = {}
    for said in dict.fromkeys(one.said for one in new if one.said):
        question = f"What is \u201c{said}\u201d? {scale}; Enter: no level. "
        while answer := asked(question):
            if answer in ("1", "2", "3", "4"):
                meant[said] = int(answer)
                break
            question = "Please type 1 to 4, or Enter. "
    return {one.skill: meant[one.said] for one in new if one.said in meant}


def _add(
    person: Profile, new: Sequence[Proposal], levels: dict[str, int], name: str, resume: Any
) -> None:
    for one in new:
        level = NONE if one.level == 0 else one.level or levels.get(one.skill) or CLAIMED
        origin = f"{Path(name).name} {one.where}"
        person.mark(one.skill, level, origin=origin, evidence=one.evidence or None)
    if resume is not None:
        person.tables[RESUME] = escaped(json.dumps(resume, ensure_ascii=False))


def _add_onet(person: Profile, levels: Mapping[str, Mapping[str, Any]], name: str) -> None:
    for element, entry in levels.items():
        person.rate_onet(
            element,
            entry.get("name", ""),
            entry["level"],
            origin=f"{Path(name).name} {ONET}.{element}",
            evidence=entry.get("evidence"),
        )


def export(profile_name: str | None) -> None:
    """The profile as JSON Resume on stdout, with what an imported résumé held besides."""
    store = Store()
    person = profile.read_chosen(profile_name, tell=narrate)
    resume = kept(person)
    labels = store.labels(person.entries)
    marks = [(skill, labels[skill], entry["level"]) for skill, entry in person.entries.items()]
    levels = {
        element: {key: entry[key] for key in ("name", "level", "evidence") if key in entry}
        for element, entry in person.onet_entries.items()
    }
    give_json(exported(resume, marks, store.skill_names(), levels))
