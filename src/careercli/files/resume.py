"""Résumés in and out: JSON Resume, and text or Markdown read by the vocabulary.

What a résumé names is proposed, each with where it stands; nothing is invented, and what it
denies or is only learning is shown apart. A free-text level counts only where it is in
LEVEL_WORDS; a keyword of a skill does not inherit its level. An odd field is named, and the rest
is read. Format: https://jsonresume.org/schema.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from careercli.core.skill_mentions import Lookup, Mention, mentions
from careercli.core.statements import Statement, statements
from careercli.core.terms import Term, fold
from careercli.errors import DataError, Problem
from careercli.files.plain_text import clean_text
from careercli.files.profile import Profile
from careercli.files.profile_schema import CLAIMED, NONE, ONET, onet_problems
from careercli.files.text_input import TextDocument, strict_json
from careercli.model.basics import PROFICIENCIES
from careercli.text import collapse_spaces, normalize_skill

LEVEL_WORDS: dict[str, int] = {
    "beginner": 1, "novice": 1, "basic": 1, "elementary": 1, "fundamental": 1,
    "working": 2, "intermediate": 2, "competent": 2, "conversational": 2,
    "advanced": 3, "proficient": 3, "experienced": 3,
    "expert": 4, "master": 4, "native": 4, "native speaker": 4,
}  # fmt: skip
"""Free-text levels that are understood; every other is shown and asked, or left as claimed."""

EVIDENCE_LENGTH = 120
RESUME = "resume"
"""The profile's key for the résumé that was imported, kept whole for export."""
TOOL = "careercli"
"""The key under a résumé's `meta`, which is every tool's own, where O*NET's levels stand."""


class SuggestedRating(NamedTuple):
    """A mark that a résumé suggests.

    skill: its id
    level: 1 to 4; 0 where another profile says none; None without a level that is understood
    where: JSON path, or line
    words: as written there
    said: a level in words that is not understood; empty otherwise
    evidence: the sentence in which it stands, where it is not a list of skills
    years: how many it states; 0 where it states none
    """

    skill: str
    level: int | None
    where: str
    words: str
    said: str = ""
    evidence: str = ""
    years: int = 0


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


class SuggestedFact(NamedTuple):
    """What a résumé says of the person besides skills.

    key: of the profile; the present title is in the words of the résumé
    """

    key: Literal["current.role", "current.years", "education"]
    value: str | int
    where: str
    words: str


class NotClaimed(NamedTuple):
    """A skill that a résumé names and does not claim: denied, being learned, or somebody else's."""

    skill: str
    standing: str
    where: str
    words: str


class ResumeSkills(NamedTuple):
    """What a résumé holds: proposals, one a skill, and listed skills that are not known.

    onet_levels: O*NET's element id -> name, level 0 to 7, and evidence, out of another profile
    credentials: those that it names, each once
    facts: the present title, years in it and education
    not_claimed: what it names and denies, or is learning
    notes: fields that are odd, and what was done with them
    """

    proposals: list[SuggestedRating]
    unknown: list[tuple[str, str]]
    onet_levels: dict[str, dict[str, Any]] = {}  # noqa: RUF012  # never changed
    credentials: tuple[SuggestedCredential, ...] = ()
    facts: tuple[SuggestedFact, ...] = ()
    not_claimed: tuple[NotClaimed, ...] = ()
    notes: tuple[str, ...] = ()


def propose(reading: TextDocument, lookup: Lookup, this_year: int) -> ResumeSkills:
    """What a résumé suggests."""
    if reading.data is None:
        return _from_text(reading, lookup, this_year)
    return _from_json(reading.data, lookup, this_year)


# -- JSON Resume -----------------------------------------------------------------------------------


def _problems(data: Any) -> Iterator[Problem]:
    """What keeps data from being kept as a JSON Resume."""
    if not isinstance(data, dict):
        yield Problem("", "must be an object", type(data).__name__, "Is it a JSON Resume?")
        return
    yield from onet_problems(_stored_levels(data), f"meta.{TOOL}.{ONET}")


def _stored_levels(data: Mapping[str, Any]) -> Any:
    """O*NET's levels in a résumé that `profile -f jsonresume` wrote."""
    meta = data.get("meta")
    own = meta.get(TOOL) if isinstance(meta, dict) else None
    return own.get(ONET, {}) if isinstance(own, dict) else {}


class _Reader:
    """Reads the fields of a JSON Resume, and notes those that are odd."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.notes: list[str] = []

    def entries(self, section: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """The entries of a section, each with its path; a bare text is an entry's name."""
        part = self.data.get(section)
        if part is None:
            return
        if not isinstance(part, list):
            self._odd(section, part, "a list")
            part = [part]
        for index, entry in enumerate(part):
            where = f"{section}[{index}]"
            if isinstance(entry, dict):
                yield where, entry
            elif isinstance(entry, str):
                self.notes.append(f"{where} is text instead of an object; it was read.")
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
            self.notes.append(f"{where}.{key} is a number instead of text.")
            return str(value)
        self._odd(f"{where}.{key}", value, "text")
        return ""

    def texts(self, entry: Mapping[str, Any], key: str, where: str) -> Iterator[tuple[str, str]]:
        """A list of texts, each with its path; one text counts as a list of one."""
        value = entry.get(key)
        if isinstance(value, str):
            self.notes.append(f"{where}.{key} is text instead of a list; it was read.")
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
        self.notes.append(f"{where} must be {wanted}, is {shown}; it was left out.")


def _from_json(data: Mapping[str, Any], lookup: Lookup, this_year: int) -> ResumeSkills:
    reader = _Reader(data)
    found = _Found()
    for where, entry in reader.entries("skills"):
        level = reader.text(entry, "level", where)
        _add_listed(found, lookup, reader.text(entry, "name", where), f"{where}.name", level)
        for place, keyword in reader.texts(entry, "keywords", where):
            _add_listed(found, lookup, keyword, place, "")
    for where, entry in reader.entries("languages"):
        fluency = reader.text(entry, "fluency", where)
        language = reader.text(entry, "language", where) or reader.text(entry, "name", where)
        _add_listed(found, lookup, language, f"{where}.language", fluency)
    for section in ("work", "volunteer", "projects"):
        for where, entry in reader.entries(section):
            for key in ("keywords", "skills"):
                for place, keyword in reader.texts(entry, key, where):
                    _add_listed(found, lookup, keyword, place, "", strict=False)
    for where, text in _sentences(reader):
        for told in statements(text, lookup, resume=True):
            found.add(told, where)
    onet = _stored_levels(data)
    return ResumeSkills(
        list(found.ratings.values()),
        found.unknown,
        {} if list(onet_problems(onet, "")) else onet,
        tuple(found.credentials.values()),
        tuple(_json_facts(reader, this_year)),
        found.apart(),
        tuple(reader.notes),
    )


def _sentences(reader: _Reader) -> Iterator[tuple[str, str]]:
    """Texts that show skills at work, each with its path."""
    basics = reader.data.get("basics")
    if isinstance(basics, dict):
        yield "basics.summary", reader.text(basics, "summary", "basics")
        yield "basics.label", reader.text(basics, "label", "basics")
    for section, keys, lists in (
        ("work", ("position", "summary", "description"), ("highlights",)),
        ("volunteer", ("position", "summary"), ("highlights",)),
        ("projects", ("name", "description"), ("highlights",)),
        ("certificates", ("name",), ()),
        ("awards", ("title", "summary"), ()),
        ("publications", ("name", "summary"), ()),
        ("education", ("area",), ("courses",)),
    ):
        for where, entry in reader.entries(section):
            for key in keys:
                yield f"{where}.{key}", reader.text(entry, key, where)
            for key in lists:
                yield from reader.texts(entry, key, where)


_ITEMS = re.compile(r"[,;/|()\[\]:]|\s[-–—]\s|\band\b|\bor\b|\s&\s")
_LISTS = re.compile(r"[,;()\[\]:]|\s[-–—/]\s")
"""What stands in an entry that is more than one name."""
_MEMBERS = re.compile(r"[(\[:]")
_YEARS = re.compile(
    r"^\s*(\d{1,2})\s*\+?\s*(?:years?|yrs?)\b(?:\s+(?:of|in|with))?\s*", re.IGNORECASE
)
_VERSION = re.compile(r"\s+v?\d+(?:\.\d+)*\+?$", re.IGNORECASE)
_LEVEL_TAIL = re.compile(
    r"\b(primary|secondary|main|daily|certified|user|skills?|suite)$", re.IGNORECASE
)


def _add_listed(
    found: "_Found", lookup: Lookup, text: str, where: str, said: str, *, strict: bool = True
) -> None:
    """A listed skill: its name, head and members, with level and years where stated."""
    if not text.strip():
        return
    years = 0
    name = text.strip()
    if stated := _YEARS.match(name):
        years, name = int(stated[1]), name[stated.end() :]
    parts = [part.strip(" .\"'") for part in _ITEMS.split(name) if part.strip(" .\"'")]
    words = [part for part in parts if part.casefold() in LEVEL_WORDS]
    level = LEVEL_WORDS.get(said.strip().casefold())
    if words and not said:
        said, level = words[0], LEVEL_WORDS[words[0].casefold()]
    items = [name, *(part for part in parts if not _is_no_name(part))]
    members = items[2:] if _MEMBERS.search(name) else []
    heads = {f"{items[1]} {member}": member for member in members}
    forms = {form: item for item in reversed(items) for form in _forms(item)}
    terms = lookup({fold(form) for form in (*forms, *heads)})
    for whole, member in heads.items():  # "AWS (S3, Lambda)"
        if fold(member) not in terms and (term := terms.get(fold(whole))):
            terms = {**terms, fold(member): term}
    known = [] if _LISTS.search(name) else _named(name, forms, terms)
    if not known:
        known = [one for item in items[1:] for one in _named(item, forms, terms)]
        covered = {one.words for one in known}
        shared = [one for one in mentions(name, lookup, listed=True) if one.kind != "language"]
        ids = {one.skill for one in known}
        partly = [one for one in shared if one.skill not in ids]
        rest = [item for item in items[1:] if not any(word in item for word in covered)]
        spare = [one for one in partly if any(one.words in item for item in rest)]
        entire = [one for one in spare if one.kind == "tool" or one.words not in rest]
        joined = [one for one in entire if one.kind == "tool" or not _is_part(one, rest)]
        known += joined
        rest = [item for item in rest if not any(one.words in item for one in joined)]
        if rest and strict:
            found.unknown.append((where, text if len(items) <= 2 else ", ".join(rest)))
    for place, one in enumerate(known):
        at = level if place == 0 else None
        told = said if place == 0 and not level else ""
        if one.kind == "credential":
            found.hold(SuggestedCredential(one.skill, where, one.words))
        else:
            found.rate(SuggestedRating(one.skill, at, where, one.words, told, "", years))


def _is_no_name(part: str) -> bool:
    """Whether a part of an entry is a level, or a word such as "primary"."""
    return part.casefold() in LEVEL_WORDS or not _LEVEL_TAIL.sub("", part).strip()


def _is_part(one: Mention, rest: Iterable[str]) -> bool:
    """Whether a name is only a part of an item: welding in "Underwater Welding"."""
    return any(one.words in item and fold(one.words) != fold(item) for item in rest)


def _forms(item: str) -> Iterator[str]:
    """An item as it is written, without a version, and without words such as "primary"."""
    yield item
    yield _VERSION.sub("", item)
    yield _LEVEL_TAIL.sub("", item).strip()


def _named(item: str, forms: Mapping[str, str], terms: Mapping[str, Term]) -> list[Mention]:
    for form in _forms(item):
        if form in forms and (term := terms.get(fold(form))):
            return [Mention(term.id, form, 0, term.kind)]
    return []


class _Found:
    """What was found so far: each skill and credential once."""

    def __init__(self) -> None:
        self.ratings: dict[str, SuggestedRating] = {}
        self.credentials: dict[str, SuggestedCredential] = {}
        self.unknown: list[tuple[str, str]] = []
        self._apart: dict[str, NotClaimed] = {}

    def add(self, told: Statement, where: str) -> None:
        """What a sentence says."""
        one, text = told.mention, told.sentence.text
        if told.standing != "must":
            self._apart.setdefault(
                one.skill, NotClaimed(one.skill, told.standing, where, _quoted(text))
            )
        elif one.kind == "credential":
            until = _until(text[one.end - told.sentence.start :])
            self.hold(SuggestedCredential(one.skill, where, one.words, until))
        else:
            level = told.level or None
            evidence = _quoted(text)
            self.rate(SuggestedRating(one.skill, level, where, one.words, "", evidence, told.years))

    def rate(self, new: SuggestedRating) -> None:
        """One proposal a skill: the first, with level, evidence or years that a later one adds."""
        known = self.ratings.get(new.skill)
        if known is None:
            self.ratings[new.skill] = new
            return
        self.ratings[new.skill] = known._replace(
            level=known.level or new.level,
            said="" if known.level or new.level else known.said or new.said,
            evidence=known.evidence or new.evidence,
            years=known.years or new.years,
        )

    def hold(self, new: SuggestedCredential) -> None:
        known = self.credentials.get(new.id)
        if known is None:
            self.credentials[new.id] = new
        elif not known.until:
            self.credentials[new.id] = known._replace(until=new.until)

    def apart(self) -> tuple[NotClaimed, ...]:
        """What is named and never claimed."""
        claimed = self.ratings.keys() | self.credentials.keys()
        return tuple(one for skill, one in self._apart.items() if skill not in claimed)


_UNTIL = re.compile(
    r"^[^;\n]{0,40}?\b(?:exp(?:ires|\.|iry|iration)?|valid (?:until|through|to)|until|through|thru)"
    r"[:\s]*(?:(\d{4})-(\d{2})(?:-(\d{2}))?|(\d{1,2})/(?:(\d{1,2})/)?(\d{4})"
    r"|([A-Za-z]{3})[a-z]*\.? (?:(\d{1,2}), )?(\d{4}))",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def _until(after: str) -> str:
    """The day or month to which a credential lasts, as the words behind it say."""
    found = _UNTIL.match(after)
    if not found:
        return ""
    if found[1]:
        year, month, day = found[1], found[2], found[3]
    elif found[6]:
        year, month, day = found[6], found[4], found[5]
    else:
        name = found[7].casefold()
        month = str(_MONTHS.index(name) + 1) if name in _MONTHS else ""
        year, day = found[9], found[8]
    if not month or not 1 <= int(month) <= 12:
        return ""
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day and 1 <= int(day) <= 28 else "")


def _quoted(text: str) -> str:
    words = collapse_spaces(text.strip().lstrip("-*•# "))
    return words if len(words) <= EVIDENCE_LENGTH else f"{words[: EVIDENCE_LENGTH - 1]}…"


# -- facts -----------------------------------------------------------------------------------------

_DEGREES = (
    (
        "graduate",
        (
            r"master(?:['’]?s)?(?= (?:of|in|degree)|\b)|\bM\.?B\.?A\b|\bM\.?S\.?W\b|\bPh\.?D\b"
            r"|\bdoctorate\b|\bJ\.?D\.|\bM\.Ed\b|\bMSN\b"
        ),
    ),
    (
        "bachelor",
        (
            r"\bbachelor(?:['’]?s)?\b|\bB\.?S\.?N\b|\bB\.?S\.?W\b|\bB\.[AS]\."
            r"|\bB[AS](?=[,.]? (?:in|of|degree)\b)|\bBSc\b"
        ),
    ),
    ("associate", r"\bassociate(?:['’]?s)? (?:degree|of|in)\b|\bA\.?A\.?S\b|\bADN\b"),
    ("certificate", r"\btrade school\b|\bvocational (?:school|certificate|program)\b"),
    ("high-school", r"\bhigh school(?: diploma| graduate|,|$)|\bGED\b|\bH\.?S\.? diploma\b"),
)
_DEGREE_PATTERNS = tuple((level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _DEGREES)
_UNFINISHED = re.compile(
    r"\b(?:coursework|toward|pursuing|candidate|expected|in progress|senior|junior|sophomore"
    r"|freshman|student|two years|one year|some college|incomplete|master (?:electrician|plumber)"
    r"|scrum)\b",
    re.IGNORECASE,
)


def education_named(words: str) -> str | None:
    """The education that words state, as a profile has it; None if they state none."""
    found = _education([("", words)])
    return str(found.value) if found else None


def _education(lines: Iterable[tuple[str, str]]) -> SuggestedFact | None:
    """The highest education that lines state; each has its place."""
    best: tuple[int, SuggestedFact] | None = None
    for where, line in lines:
        for rank, (level, pattern) in enumerate(_DEGREE_PATTERNS):
            if best and rank >= best[0]:
                break
            if (found := pattern.search(line)) and not _UNFINISHED.search(line):
                best = rank, SuggestedFact("education", level, where, found.group())
    return best[1] if best else None


def _json_facts(reader: _Reader, this_year: int) -> Iterator[SuggestedFact]:
    basics = reader.data.get("basics")
    label = reader.text(basics, "label", "basics") if isinstance(basics, dict) else ""
    jobs = [(where, entry) for where, entry in reader.entries("work") if not entry.get("endDate")]
    title, where = label, "basics.label"
    if jobs and (position := reader.text(jobs[0][1], "position", jobs[0][0])):
        title, where = position, f"{jobs[0][0]}.position"
    if title:
        yield SuggestedFact("current.role", title, where, title)
        start = jobs[0][1].get("startDate") if jobs else None
        if isinstance(start, str) and (year := re.match(r"(?:19|20)\d\d", start)):
            years = this_year - int(year.group())
            if 0 <= years <= 80:
                yield SuggestedFact("current.years", years, f"{jobs[0][0]}.startDate", start)
    lines = [
        (f"{place}.studyType", reader.text(entry, "studyType", place))
        for place, entry in reader.entries("education")
    ]
    if degree := _education(lines):
        yield degree


_SINCE = re.compile(
    r"\b(?:since (?P<since>(?:19|20)\d\d)\b|(?P<start>(?:19|20)\d\d)\s*(?:[-–—]|to|until)\s*"
    r"(?:now|present|today|current)\b|(?P<years>\d{1,2})\+? years\b)",
    re.IGNORECASE,
)
_TITLE_LINES, _TITLE_LETTERS = 6, 300
"""Lines of a résumé, and letters of each, in which its present title is looked for."""
_SHORTEST_TITLE = 3
_NOT_TITLE = re.compile(
    r"[@\d]|^#*\s*(?:summary|skills|experience|work|profile|objective)\b", re.IGNORECASE
)


def title_candidates(text: str) -> Iterator[tuple[str, str]]:
    """What may be the present title in a résumé's first lines, and after its jobs' dates."""
    for number, line in enumerate(text.splitlines()[:_TITLE_LINES], start=1):
        bare = line[:_TITLE_LETTERS].strip(" #*-•\t.")
        for piece in re.split(
            r"[,|·•(.;:]|\s[-–—]\s|\s{2,}|\bfor\b|\bsince\b|\bwith\b|\bat\b", bare
        ):
            words = piece.strip(" .*#")
            if (
                len(words) >= _SHORTEST_TITLE
                and len(words.split()) <= 6
                and not _NOT_TITLE.search(words)
            ):
                yield f"line {number}", words


def _text_facts(text: str, this_year: int) -> Iterator[SuggestedFact]:
    lines = [(f"line {number}", line) for number, line in enumerate(text.splitlines(), start=1)]
    for where, line in lines[:_TITLE_LINES]:
        if found := _SINCE.search(line):
            year = found["since"] or found["start"]
            years = this_year - int(year) if year else int(found["years"])
            if 0 <= years <= 60:
                yield SuggestedFact("current.years", years, where, found.group())
                break
    if degree := _education(lines):
        yield degree


def _from_text(reading: TextDocument, lookup: Lookup, this_year: int) -> ResumeSkills:
    found = _Found()
    named: dict[int, list[str]] = {}
    for told in statements(reading.text, lookup, resume=True):
        line = told.sentence.line + reading.text.count(
            "\n", told.sentence.start, told.mention.start
        )
        found.add(told, f"line {line}")
        named.setdefault(line, []).append(told.mention.words)
    return ResumeSkills(
        list(found.ratings.values()),
        list(_unknown_items(reading.text, named)),
        credentials=tuple(found.credentials.values()),
        facts=tuple(_text_facts(reading.text, this_year)),
        not_claimed=found.apart(),
        notes=reading.notes,
    )


LISTED, KNOWN = 3, 2
"""Items of a line, and known names among them, from which it is a list of skills."""
ITEM_WORDS, ITEM_LETTERS = 4, 40


def _unknown_items(text: str, named: Mapping[int, list[str]]) -> Iterator[tuple[str, str]]:
    """Items of lists of skills of which no word belongs to anything known.

    named: number of a line -> the names that are known in it
    """
    for number, line in enumerate(text.splitlines(), start=1):
        known = {word for one in named.get(number, ()) for word in fold(one).split()}
        items = [item.strip(" .-*•") for item in re.split(r"[,;]", line.partition(":")[2] or line)]
        is_list = len(items) >= LISTED and len(named.get(number, ())) >= KNOWN
        if not is_list or any(len(item) > ITEM_LETTERS for item in items):
            continue
        for item in items:
            words = fold(item).split()
            if 0 < len(words) <= ITEM_WORDS and known.isdisjoint(words) and not item.isdigit():
                yield f"line {number}", item


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
    resume: dict[str, Any],
    held: Mapping[str, str],
    credential_of: Callable[[str], str | None],
) -> dict[str, Any]:
    """The résumé with a certificate for each credential held (id -> label) that it doesn't name."""
    certificates = resume.get("certificates") or ()
    named = {credential_of(str(one.get("name", ""))) for one in certificates}
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
    reader = _Reader(resume)
    entries = [dict(entry) for _, entry in reader.entries("skills")]
    listed = {names.get(normalize_skill(reader.text(one, "name", ""))): one for one in entries}
    keywords = {
        names.get(normalize_skill(keyword))
        for entry in entries
        for _, keyword in reader.texts(entry, "keywords", "")
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
