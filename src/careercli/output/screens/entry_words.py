"""What a role takes, in words: in a cell, in a line, in a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from careercli.core.entry import APPRENTICESHIP, Entry, EntryPart
from careercli.core.figures import amount_words

if TYPE_CHECKING:
    from careercli.model.portrait import Credential

EDUCATION_WORDS = {
    "No formal educational credential": "no diploma needed",
    "High school diploma or equivalent": "high school diploma",
    "Some college, no degree": "some college",
    "Postsecondary nondegree award": "certificate",
    "Associate's degree": "associate's degree",
    "Bachelor's degree": "bachelor's degree",
    "Master's degree": "master's degree",
    "Doctoral or professional degree": "doctoral degree",
}
TRAINING_WORDS = {
    "Short-term on-the-job training": "under a month on the job",
    "Moderate-term on-the-job training": "1–12 months on the job",
    "Long-term on-the-job training": "a year or more on the job",
    APPRENTICESHIP: "apprenticeship",
    "Internship/residency": "internship or residency",
}
EXPERIENCE_WORDS = {
    "Less than 5 years": "under 5 years in the work",
    "5 years or more": "5 years in the work",
}
NOTHING_MORE = "what you have"
NOT_KNOWN = "not known"
Credentials = Mapping[str, "Credential"]


def cell_words(takes: Entry, credentials: Credentials) -> str:
    """The first thing that is missing; else how it is learned on the job."""
    missing, credentialed = takes.missing("education"), takes.missing("credential")
    if missing and not (credentialed and missing[0].name == "Postsecondary nondegree award"):
        return EDUCATION_WORDS[missing[0].name]
    weightiest = sorted(credentialed, key=lambda part: _weight(part, credentials))
    for part in (*weightiest, *takes.missing("apprenticeship", "experience")):
        return part_words(part, credentials)
    for part in takes.missing("training"):
        return part_words(part, credentials)
    return NOT_KNOWN if takes.state == "unknown" else NOTHING_MORE


def _weight(part: EntryPart, credentials: Credentials) -> tuple[bool, bool]:
    """What is told first: a license, then what takes a time that is known."""
    credential = credentials[part.name]
    return credential.kind != "license", credential.time is None


def part_words(part: EntryPart, credentials: Credentials) -> str:
    """One thing that a role takes."""
    if part.kind == "education":
        return EDUCATION_WORDS.get(part.name, NOT_KNOWN)
    if part.kind == "training" or (part.kind == "apprenticeship" and not part.name):
        return TRAINING_WORDS[part.name or APPRENTICESHIP]
    if part.kind == "experience":
        return EXPERIENCE_WORDS.get(part.name, NOT_KNOWN)
    credential = credentials.get(part.name)
    if credential is None:
        return NOT_KNOWN
    time = credential.time
    return f"{short_label(credential.label)}{f', {time_words(credential)}' if time else ''}"


def short_label(label: str) -> str:
    """Its abbreviation if it ends with one, else the label without what stands in brackets."""
    if found := re.fullmatch(r".{20,} \(([A-Z&][A-Za-z0-9&+-]{1,8})\)", label):
        return found[1]
    return re.sub(r" \([^)]*\)", "", label)


def time_words(credential: Credential) -> str:
    """How long a credential takes; empty if that has no source."""
    return amount_words(credential.time) if credential.time else ""


def every_part(takes: Entry, credentials: Credentials) -> Iterator[tuple[str, str]]:
    """Each thing that a role takes, with its sign: had, can be had, not known."""
    signs = {"have": "✓", "obtainable": "◐", "unknown": "?"}
    for part in takes.parts:
        if part.kind == "training":
            yield "·", part_words(part, credentials)
        elif part.kind != "experience" or part.name not in ("", "None"):
            usual = " (usually)" if part.level == "usually" else ""
            yield signs[part.state], part_words(part, credentials) + usual
