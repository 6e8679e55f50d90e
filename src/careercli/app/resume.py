"""`import` and `profile -f jsonresume`."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from careercli.app.credentials import holdings_of, move_rated_credentials, say_moved
from careercli.app.stores import open_store
from careercli.core.credentials import credential_state
from careercli.files import locations, profile
from careercli.files.profile import CLAIMED, NONE, ONET, Profile
from careercli.files.resume import (
    RESUME,
    ResumeSkills,
    SuggestedCredential,
    SuggestedRating,
    exported,
    propose,
    proposed_by,
    stored_resume,
    with_certificates,
)
from careercli.files.text_input import read_document
from careercli.model.basics import PROFICIENCIES
from careercli.output.records.profile import IMPORT, ImportView
from careercli.output.screens.resume import import_page
from careercli.output.stdout import (
    OutputFormat,
    Record,
    Result,
    emit,
    emit_json,
    is_interactive,
    read_answer,
    say_err,
)
from careercli.text import escape_control


def import_file(
    name: str, form: OutputFormat | None, profile_name: str | None, *, yes: bool, pager: bool
) -> None:
    """Shows what a résumé or another profile would add, and adds it when told to."""
    store = open_store()
    resume = None
    if name.endswith(".toml"):
        other = profile.read_existing(Path(name))
        moved = store.former_skills(other.entries)
        skills = [one for one in proposed_by(other) if one.skill not in moved]
        held = tuple(
            SuggestedCredential(one, f"credentials.{one}", one, holding.until)
            for one, holding in holdings_of(store, other).items()
            if holding.held
        )
        found = ResumeSkills(skills, [], other.onet_entries, held)
    else:
        reading = read_document(name)
        found = propose(
            reading,
            store.skill_names("name", "word"),
            store.skill_names("name"),
            store.credential_mentions(),
        )
        resume = reading.data if isinstance(reading.data, dict) else None
    path = locations.profile_file(profile_name)
    person = profile.read(path)
    known = {skill for skill, entry in person.entries.items() if entry["level"] != CLAIMED}
    known |= person.onet_levels.keys()
    known |= holdings_of(store, person).keys()
    labels = store.labels(one.skill for one in found.proposals)
    labels |= store.credential_labels(one.id for one in found.credentials)
    answer = Result(
        "import",
        lambda: import_page(found, known, labels),
        lambda: Record(IMPORT, ImportView(found, known, labels)),
    )
    emit(answer, form, pager=pager and not is_interactive())
    new = [one for one in found.proposals if one.skill not in known]
    onet = {one: entry for one, entry in found.onet_levels.items() if one not in known}
    credentials = [one for one in found.credentials if one.id not in known]
    count = len(new) + len(onet) + len(credentials)
    if not count:
        any_found = found.proposals or found.onet_levels or found.credentials
        say_err("Nothing to add." if any_found else "No skill of the vocabulary was found.")
    elif yes or (is_interactive() and _confirmed(count)):
        levels = {} if yes else _ask_levels(new)

        def edit(person: Profile) -> None:
            _add(person, new, levels, name, resume)
            _add_onet(person, onet, name)
            say_moved(store, move_rated_credentials(store, person))
            for one in credentials:
                person.hold(one.id, until=one.until or None)

        profile.change(path, edit)
        say_err(f"{count} added to {path}.")
    else:
        say_err("Nothing was written; --yes adds them.")


def _confirmed(count: int) -> bool:
    return (read_answer(f"Add these {count}? [y/N] ") or "").casefold() in ("y", "yes")


def _ask_levels(new: Sequence[SuggestedRating]) -> dict[str, int]:
    """Levels for words that are not understood, asked once for each word."""
    scale = ", ".join(f"{level} {word}" for level, word in PROFICIENCIES.items())
    meant: dict[str, int] = {}
    for said in dict.fromkeys(one.said for one in new if one.said):
        question = f"What is \u201c{said}\u201d? {scale}; Enter: no level. "
        while answer := read_answer(question):
            if answer in ("1", "2", "3", "4"):
                meant[said] = int(answer)
                break
            question = "Please type 1 to 4, or Enter. "
    return {one.skill: meant[one.said] for one in new if one.said in meant}


def _add(
    person: Profile, new: Sequence[SuggestedRating], levels: dict[str, int], name: str, resume: Any
) -> None:
    for one in new:
        level = NONE if one.level == 0 else one.level or levels.get(one.skill) or CLAIMED
        origin = f"{Path(name).name} {one.where}"
        person.mark(one.skill, level, origin=origin, evidence=one.evidence or None)
    if resume is not None:
        person.tables[RESUME] = escape_control(json.dumps(resume, ensure_ascii=False))


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
    store = open_store()
    person = profile.read_chosen(profile_name, tell=say_err)
    resume = stored_resume(person)
    former = store.former_skills(person.entries)
    entries = {skill: entry for skill, entry in person.entries.items() if skill not in former}
    labels = store.labels(entries)
    marks = [(skill, labels[skill], entry["level"]) for skill, entry in entries.items()]
    levels = {
        element: {key: entry[key] for key in ("name", "level", "evidence") if key in entry}
        for element, entry in person.onet_entries.items()
    }
    day, holdings = profile.today(), holdings_of(store, person)
    held = [one for one, holding in holdings.items() if credential_state(holding, day) == "held"]
    resume = with_certificates(resume, store.credential_labels(held), store.credential_mentions())
    emit_json(exported(resume, marks, store.skill_names(), levels))
