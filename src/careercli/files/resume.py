"""Résumés in and out: JSON Resume, and text or Markdown read by the vocabulary.

What a résumé names is proposed as a mark, with where it stands; nothing is invented. A free-text
level counts only where it is in LEVEL_WORDS; a keyword of a skill does not inherit its level.
Format: https://jsonresume.org/schema.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from careercli.core.match import credential_mentions
from careercli.core.skill_mentions import mentions
from careercli.errors import DataError, Problem
from careercli.files.profile import CLAIMED, NONE, ONET, Profile, onet_problems
from careercli.files.text_input import TextDocument, strict_json
from careercli.model.basics import PROFICIENCIES
from careercli.text import collapse_spaces, normalize_skill

LEVEL_WORDS: dict[str, int] = {
    "beginner": 1, "novice": 1, "basic": 1, "elementary": 1, "fundamental": 1,
    "working": 2, "intermediate": 2, "competent": 2,
    "advanced": 3, "proficient": 3, "experienced": 3,
    "expert": 4, "master": 4,
}  # fmt: skip
"""Free-text levels that are understood; every other is shown and asked, or left as claimed."""

EVIDENCE_LENGTH = 120
RESUME = "resume"
"""The profile's key for the résumé that was imported, kept whole for export."""
TOOL = "careercli"
"""The key under a résumé's `meta`, which is every tool's own, where O*NET's levels stand."""


TEXTS = (
    ("skills", "name"),
    ("skills", "level"),
    ("projects", "name"),
    ("projects", "description"),
    ("certificates", "name"),
)
"""Section -> what is text in each of its entries, of what is read of a résumé."""


class SuggestedRating(NamedTuple):
    """A mark that a résumé suggests.

    skill: its id
    level: 1 to 4; 0 where another profile says none; None without a level that is understood
    where: JSON path, or line
    words: as written there
    said: a level in words that is not understood; empty otherwise
    evidence: the sentence in which it stands, where it is not a list of skills
    """

    skill: str
    level: int | None
    where: str
    words: str
    said: str = ""
    evidence: str = ""


class SuggestedCredential(NamedTuple):
    """A credential that a file says is held.

    where: JSON path, or line
    words: as written there
    until: the day or month to which it lasts; empty if that isn't said
    """

    id: str
    where: str
    words: str
    until: str = ""


class ResumeSkills(NamedTuple):
    """What a résumé holds: proposals, one a skill, and listed skills that are not known.

    onet_levels: O*NET's element id -> name, level 0 to 7, and evidence, out of another profile
    credentials: those that it names, each once
    """

    proposals: list[SuggestedRating]
    unknown: list[tuple[str, str]]
    onet_levels: dict[str, dict[str, Any]] = {}  # noqa: RUF012  # never changed
    credentials: tuple[SuggestedCredential, ...] = ()


def propose(
    reading: TextDocument,
    listed: Mapping[str, str],
    named: Mapping[str, str],
    credentials: Mapping[str, str],
) -> ResumeSkills:
    """Marks that a résumé suggests. Raises DataError where JSON breaks the schema.

    `listed` are the names that count in a list of skills, `named` those that do in sentences,
    `credentials` those of credentials.
    """
    if reading.data is None:
        lines = enumerate(reading.text.splitlines(), start=1)
        texts = ((f"line {number}", line) for number, line in lines)
        found = _from_text(reading, named)
        return found._replace(credentials=_credentials(texts, credentials))
    problems = list(_problems(reading.data))
    if problems:
        raise DataError(reading.name, problems)
    found = _from_json(reading.data, listed, named)
    return found._replace(credentials=_credentials(_certificates(reading.data), credentials))


def _certificates(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for index, entry in enumerate(data.get("certificates") or ()):
        if entry.get("name"):
            yield f"certificates[{index}].name", entry["name"]


def _credentials(
    texts: Iterable[tuple[str, str]], names: Mapping[str, str]
) -> tuple[SuggestedCredential, ...]:
    """The credentials that texts name and don't deny, each where it is named first."""
    found: dict[str, SuggestedCredential] = {}
    for where, text in texts:
        for one in credential_mentions(text, names):
            if not denied(text, one.start):
                found.setdefault(one.skill, SuggestedCredential(one.skill, where, one.words))
    return tuple(found.values())


def _problems(data: Any) -> Iterator[Problem]:
    if not isinstance(data, dict):
        yield Problem("", "must be an object", type(data).__name__, "Is it a JSON Resume?")
        return
    yield from _texts(data, *TEXTS)
    yield from onet_problems(_stored_levels(data), f"meta.{TOOL}.{ONET}")
    for section in ("skills", "work", "projects", "certificates"):
        part = data.get(section)
        if part is not None and not isinstance(part, list):
            yield Problem(section, "must be a list", _short(part), "Put [ ] around it.")
        for index, entry in enumerate(part if isinstance(part, list) else ()):
            if not isinstance(entry, dict):
                yield Problem(f"{section}[{index}]", "must be an object", _short(entry), "")
                continue
            for key in ("keywords", "highlights"):
                items = entry.get(key)
                if items is not None and not (
                    isinstance(items, list) and all(isinstance(item, str) for item in items)
                ):
                    where = f"{section}[{index}].{key}"
                    yield Problem(where, "must be a list of texts", _short(items), "")


def _stored_levels(data: Mapping[str, Any]) -> Any:
    """O*NET's levels in a résumé that `profile -f jsonresume` wrote."""
    meta = data.get("meta")
    own = meta.get(TOOL) if isinstance(meta, dict) else None
    return own.get(ONET, {}) if isinstance(own, dict) else {}


def _texts(data: dict[str, Any], *places: tuple[str, str]) -> Iterator[Problem]:
    for section, key in places:
        entries = data.get(section)
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            value = entry.get(key) if isinstance(entry, dict) else None
            if value is not None and not isinstance(value, str):
                hint = "Write it between quotes."
                yield Problem(f"{section}[{index}].{key}", "must be text", _short(value), hint)


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _from_json(
    data: dict[str, Any], listed: Mapping[str, str], named: Mapping[str, str]
) -> ResumeSkills:
    found: dict[str, SuggestedRating] = {}
    unknown: list[tuple[str, str]] = []
    for index, entry in enumerate(data.get("skills") or ()):
        where = f"skills[{index}]"
        said = (entry.get("level") or "").strip()
        level = LEVEL_WORDS.get(said.casefold())
        for proposal in _listed(entry.get("name") or "", f"{where}.name", listed, unknown):
            _add_suggestion(found, proposal._replace(level=level, said="" if level else said))
        for number, keyword in enumerate(entry.get("keywords") or ()):
            for proposal in _listed(keyword, f"{where}.keywords[{number}]", listed, unknown):
                _add_suggestion(found, proposal)
    for where, text in _sentences(data):
        _add_mentions(found, text, where, named)
    return ResumeSkills(list(found.values()), unknown, _stored_levels(data))


def _listed(
    text: str, where: str, names: Mapping[str, str], unknown: list[tuple[str, str]]
) -> Iterator[SuggestedRating]:
    """A listed skill; where it is not known as a whole, its parts: "Sass, Less"."""
    if not text.strip():
        return
    if skill := names.get(normalize_skill(text)):
        yield SuggestedRating(skill, None, where, text)
        return
    parts = [part.strip() for part in re.split(r"[,;/|]| and | & ", text) if part.strip()]
    known = [
        (part, names[normalize_skill(part)]) for part in parts if normalize_skill(part) in names
    ]
    for part, skill in known:
        yield SuggestedRating(skill, None, where, part)
    if len(known) < len(parts):
        unknown.append((where, text))


def _sentences(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Texts that show skills at work: highlights, projects, certificates."""
    for section, keys in (
        ("work", ("highlights",)),
        ("projects", ("name", "description", "highlights", "keywords")),
        ("certificates", ("name",)),
    ):
        for index, entry in enumerate(data.get(section) or ()):
            for key in keys:
                value = entry.get(key)
                if isinstance(value, str):
                    yield f"{section}[{index}].{key}", value
                for number, item in enumerate(value if isinstance(value, list) else ()):
                    yield f"{section}[{index}].{key}[{number}]", item


def _add_mentions(
    found: dict[str, SuggestedRating], text: str, where: str, names: Mapping[str, str]
) -> None:
    """Proposes what a text names and does not deny; the text itself is the evidence."""
    evidence = _quoted(text)
    for one in mentions(text, names):
        if not denied(text, one.start):
            proposal = SuggestedRating(one.skill, None, where, one.words, evidence=evidence)
            _add_suggestion(found, proposal)


def _add_suggestion(found: dict[str, SuggestedRating], proposal: SuggestedRating) -> None:
    """One proposal a skill: the first, with a level or evidence that a later one adds."""
    known = found.get(proposal.skill)
    if known is None:
        found[proposal.skill] = proposal
        return
    found[proposal.skill] = known._replace(
        level=known.level or proposal.level,
        said="" if known.level or proposal.level else known.said or proposal.said,
        evidence=known.evidence or proposal.evidence,
    )


_DENIAL = re.compile(
    r"\b(?:(?:no|not|never|without|lack(?:ing)?)\b(?!-| only\b)"
    r"|(?<!machine )(?<!deep )(?<!reinforcement )(?<!-)learning\b)[^.;,:]*$",
    re.IGNORECASE,
)
"""Words of a sentence that deny what follows: not "not only", "no-code" or "machine learning"."""


def denied(text: str, start: int) -> bool:
    """Whether the words before a mention say that it is not there: "no experience with X"."""
    return _DENIAL.search(text[max(0, start - 60) : start]) is not None


def _quoted(text: str) -> str:
    words = collapse_spaces(text.strip().lstrip("-*•# "))
    return words if len(words) <= EVIDENCE_LENGTH else f"{words[: EVIDENCE_LENGTH - 1]}…"


def _from_text(reading: TextDocument, names: Mapping[str, str]) -> ResumeSkills:
    found: dict[str, SuggestedRating] = {}
    for number, line in enumerate(reading.text.splitlines(), start=1):
        _add_mentions(found, line, f"line {number}", names)
    return ResumeSkills(list(found.values()), [])


def stored_resume(person: Profile) -> dict[str, Any]:
    """The résumé that a profile keeps; empty without one.

    Raises DataError where the profile was edited so that it is no JSON Resume any more.
    """
    try:
        resume = strict_json(person.tables.get(RESUME) or "{}")
    except (ValueError, RecursionError):
        resume = None
    if problems := list(_problems(resume)):
        where = (one._replace(where=f"{RESUME}: {one.where}".rstrip(": ")) for one in problems)
        raise DataError(person.path, where, hint="Import the résumé again.")
    return dict(resume)


def with_certificates(
    resume: dict[str, Any], held: Mapping[str, str], names: Mapping[str, str]
) -> dict[str, Any]:
    """The résumé with a certificate for each credential held (id -> label) that it doesn't name."""
    named = {one.id for one in _credentials(_certificates(resume), names)}
    new = [{"name": label} for credential, label in held.items() if credential not in named]
    return (
        {**resume, "certificates": [*(resume.get("certificates") or ()), *new]} if new else resume
    )


def exported(
    resume: dict[str, Any],
    marks: Iterable[tuple[str, str, int | str]],
    names: Mapping[str, str],
    onet_levels: Mapping[str, Any],
) -> dict[str, Any]:
    """A JSON Resume with the marks as its skills; everything else in `resume` is kept.

    O*NET's levels stand under `meta.careercli`: they are on no scale that a résumé has.

    `marks` are skill id, label and level (1 to 4, "claimed" or "none"). A skill that is listed
    keeps its entry, with the level's word; new ones are added after it. Skills marked as none
    are left out, because a résumé lists what one can do.
    """
    entries = [dict(entry) for entry in resume.get("skills") or ()]
    listed = {names.get(normalize_skill(entry.get("name") or "")): entry for entry in entries}
    keywords = {
        names.get(normalize_skill(keyword))
        for entry in entries
        for keyword in entry.get("keywords") or ()
    }
    for skill, label, level in marks:
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
    there = before.get(TOOL) if isinstance(before.get(TOOL), dict) else {}
    own = {name: part for name, part in there.items() if name != ONET} if there else {}
    own |= {ONET: dict(onet_levels)} if onet_levels else {}
    others = {name: part for name, part in before.items() if name != TOOL}
    return {"meta": others | ({TOOL: own} if own else {})} if own or TOOL in before else {}


def proposed_by(other: Profile) -> list[SuggestedRating]:
    """The marks of another profile as proposals."""
    return [
        SuggestedRating(
            skill,
            None if entry["level"] == CLAIMED else 0 if entry["level"] == NONE else entry["level"],
            f"marks.{skill}",
            skill,
            evidence=entry.get("evidence", ""),
        )
        for skill, entry in other.entries.items()
    ]
