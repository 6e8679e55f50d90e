"""What a résumé names, proposed: JSON Resume, and text or Markdown read by the vocabulary.

What a résumé names is proposed, each with where it stands; nothing is invented, and what it
denies or is only learning is shown apart. A free-text level counts only if it is in
LEVEL_WORDS; a keyword of a skill does not inherit its level. An odd field is named, and the rest
is read.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from careercli.core.name_terms import Term, fold
from careercli.core.reading.skill_mentions import Lookup, Mention, mentions
from careercli.core.reading.statements import Statement, statements
from careercli.files.json_resume import JsonReader, stored_levels
from careercli.files.profile import Profile
from careercli.files.profile_schema import onet_problems
from careercli.files.resume_education import SuggestedFact
from careercli.files.resume_facts import json_facts, text_facts
from careercli.files.resume_jobs import Employers, dates_end
from careercli.files.short_forms import (
    is_in_doubt,
    is_of_others,
    letters_behind_name,
    proven_letters,
)
from careercli.files.text_input import TextDocument
from careercli.text import collapse_spaces, normalize_name

LEVEL_WORDS: dict[str, int] = {
    "beginner": 1, "novice": 1, "basic": 1, "elementary": 1, "fundamental": 1,
    "working": 2, "intermediate": 2, "competent": 2, "conversational": 2,
    "advanced": 3, "proficient": 3, "experienced": 3,
    "expert": 4, "master": 4, "native": 4, "native speaker": 4,
}  # fmt: skip
"""Free-text levels that are understood; every other is shown and asked, or left as claimed."""

EVIDENCE_LENGTH = 120


class SuggestedRating(NamedTuple):
    """A rating that a résumé suggests.

    skill: its id
    level: 1 to 4; 0 where another profile says none; None without a level that is understood
    where: JSON path, or line
    words: as written there
    said: a level in words that is not understood; empty otherwise
    evidence: the sentence in which it stands, if it is not a list of skills
    years: how many it states; 0 if it states none
    """

    skill: str
    level: int | None
    where: str
    words: str
    said: str = ""
    evidence: str = ""
    years: int = 0


class SuggestedCredential(NamedTuple):
    """A credential that a file says is held, or not.

    where: JSON path, or line
    words: as written there
    until: the day or month to which it lasts; empty if that isn't said
    is_short: whether only a short form is there and nothing beside it says that it is one, or only
        a rank, so that it may mean something else: PLS, a journeyman's card
    """

    id: str
    where: str
    words: str
    until: str = ""
    is_short: bool = False
    held: bool = True


class NotClaimed(NamedTuple):
    """What a résumé names and does not claim: denied, learned, wished for, lapsed, or of others."""

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


def _from_json(data: Mapping[str, Any], lookup: Lookup, this_year: int) -> ResumeSkills:
    reader = JsonReader(data)
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
            found.add(told, where, proven=where.startswith("certificates"))
    onet = stored_levels(data)
    levels = {} if list(onet_problems(onet)) else onet
    return found.skills(json_facts(reader, this_year), reader.notes, levels)


def _sentences(reader: JsonReader) -> Iterator[tuple[str, str]]:
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
        known = [mention for item in items[1:] for mention in _named(item, forms, terms)]
        covered, ids = {mention.words for mention in known}, {mention.skill for mention in known}
        rest = [item for item in items[1:] if not any(words in item for words in covered)]
        joined = [
            mention
            for mention in mentions(name, lookup, listed=True)
            if mention.kind != "language"
            and mention.skill not in ids
            and any(mention.words in item for item in rest)
            and (mention.kind == "tool" or not _is_in(mention, rest))
        ]
        known += joined
        rest = [item for item in rest if not any(mention.words in item for mention in joined)]
        if rest and strict:
            found.unknown.append((where, text if len(items) <= 2 else ", ".join(rest)))
    for place, mention in enumerate(known):
        at = level if place == 0 else None
        told = said if place == 0 and not level else ""
        if mention.kind == "credential":
            found.hold(SuggestedCredential(mention.skill, where, mention.words))
        else:
            found.rate(SuggestedRating(mention.skill, at, where, mention.words, told, "", years))


def _is_no_name(part: str) -> bool:
    """Whether a part of an entry is a level, or a word such as "primary"."""
    return part.casefold() in LEVEL_WORDS or not _LEVEL_TAIL.sub("", part).strip()


def _is_in(mention: Mention, rest: Sequence[str]) -> bool:
    """Whether a name is an item, or only a part of one: welding in "Underwater Welding"."""
    name = fold(mention.words)
    is_part = any(mention.words in item and name != fold(item) for item in rest)
    return is_part or mention.words in rest


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

    def add(self, told: Statement, where: str, *, proven: bool) -> None:
        """What a sentence says; proven: whether a credential in it is one beyond doubt."""
        skill, shown, text = told.mention.skill, told.mention.shown, told.sentence.text
        if told.standing != "must":
            apart = NotClaimed(skill, told.standing, where, _quoted(text))
            self._apart.setdefault(skill, apart)
        elif told.mention.kind == "credential":
            until = _until(text[told.mention.end - told.sentence.start :])
            is_short = is_in_doubt(shown, proven=proven or bool(until))
            self.hold(SuggestedCredential(skill, where, shown, until, is_short))
        else:
            level, evidence = told.level or None, _quoted(text)
            self.rate(SuggestedRating(skill, level, where, shown, "", evidence, told.years))

    def rate(self, new: SuggestedRating) -> None:
        """One proposal a skill: the first, or the first that is called as the skill is, with level,
        evidence or years that another adds."""
        known = self.ratings.get(new.skill)
        if known is None:
            self.ratings[new.skill] = new
            return
        if _is_own_name(new) and not _is_own_name(known):
            known, new = new, known
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
            return
        self.credentials[new.id] = known._replace(
            until=max(known.until, new.until), is_short=known.is_short and new.is_short
        )

    def skills(
        self, facts: Iterable[SuggestedFact], notes: Iterable[str], levels: dict[str, Any]
    ) -> ResumeSkills:
        """All of it; what is named and never claimed is apart, as is what has lapsed."""
        lapsed = {skill for skill, apart in self._apart.items() if apart.standing == "lapsed"}
        held = {k: v for k, v in self.credentials.items() if k not in lapsed}
        claimed = self.ratings.keys() | held.keys()
        return ResumeSkills(
            list(self.ratings.values()),
            self.unknown,
            levels,
            tuple(held.values()),
            tuple(facts),
            tuple(apart for skill, apart in self._apart.items() if skill not in claimed),
            tuple(notes),
        )


def _is_own_name(rating: SuggestedRating) -> bool:
    """Whether the words are the skill's own: "cash handling", not "cashiers"."""
    return normalize_name(rating.words).replace(" ", "-") == rating.skill


_UNTIL = re.compile(
    r"^[^;\n]{0,40}?\b(?:exp(?:ires|\.|iry|iration)?|valid (?:until|through|to)|until|through|thru)"
    r"[:\s]*(?:(\d{4})-(\d{2})(?:-(\d{2}))?|(\d{1,2})/(?:(\d{1,2})/)?(\d{4})"
    r"|([A-Za-z]{3})[a-z]*\.? (?:(\d{1,2}), )?(\d{4}))",
    re.IGNORECASE,
)
_UNTIL_YEAR = re.compile(
    r"^[^;\n]{0,40}?\b(?:exp(?:ires|\.|iry|iration)?|valid (?:until|through|to))[:\s]*"
    r"(?:in )?((?:19|20)\d\d)\b(?![-/]\d)",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def _until(after: str) -> str:
    """The day or month to which a credential lasts, as the words behind it say.

    A year alone is meant to its end.
    """
    if year_alone := _UNTIL_YEAR.match(after):
        return f"{year_alone[1]}-12"
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


def _quoted(text: str, letters: int = EVIDENCE_LENGTH) -> str:
    words = collapse_spaces(text.strip().lstrip("-*•# "))
    return words if len(words) <= letters else f"{words[: letters - 1]}…"


def _from_text(reading: TextDocument, lookup: Lookup, this_year: int) -> ResumeSkills:
    found, employers = _Found(), Employers(reading.text)
    name = _NAME.match(reading.text)
    named: dict[int, list[str]] = {}
    told_all = statements(reading.text, lookup, resume=True)
    places = sorted(told.mention.start for told in told_all)
    for told, proven in zip(told_all, proven_letters(reading.text, told_all), strict=True):
        if employers.has(told.mention, places) or _is_studied(reading.text, told.mention):
            continue
        if name and _is_part(told.mention, name.span("name")):
            continue
        if is_of_others(reading.text, told.mention):
            told = told._replace(standing="others")
        line = told.sentence.line + reading.text.count(
            "\n", told.sentence.start, told.mention.start
        )
        found.add(told, f"line {line}", proven=proven)
        named.setdefault(line, []).append(told.mention.words)
    dated = {held.where for held in found.credentials.values() if held.until}
    found.unknown += dict.fromkeys(_unknown_items(reading.text, named, dated))
    for credential, where, letters in letters_behind_name(reading.text, lookup):
        found.hold(SuggestedCredential(credential, where, letters, is_short=True))
    return found.skills(text_facts(reading.text, employers, this_year), reading.notes, {})


_NAME = re.compile(r"\s*(?P<name>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,3}) ?(?=[,|\n•(–-]|$)")
"""In the first line, the name of who writes; or a title, which hardly names a skill else."""


_DEGREE_IN = re.compile(
    r"\b(?:b\.?[as]|m\.?[as]|a\.?a\.?s?|a\.?s|b\.?sc|(?:bachelor|master|associate)(?:['’]?s)?"
    r"(?: degree)?(?: of (?:arts|science|fine arts))?)\.?,? (?:in )?$",
    re.IGNORECASE,
)
"""Before the field of a degree: "B.A. English"."""


def _is_part(mention: Mention, name: tuple[int, int]) -> bool:
    """Whether what isn't a credential is a part of a name, and not all of it: Olivia Grant."""
    is_within = name[0] <= mention.start and mention.end <= name[1]
    return (
        is_within
        and mention.kind != "credential"
        and mention.end - mention.start < name[1] - name[0]
    )


def _is_studied(text: str, mention: Mention) -> bool:
    """Whether the name of a way of working or a language is only the field of a degree."""
    if mention.kind not in ("soft", "language") or not mention.words[:1].isupper():
        return False
    return _DEGREE_IN.search(text[max(0, mention.start - 40) : mention.start]) is not None


LISTED, KNOWN = 3, 2
"""Items of a line, and known names among them, from which it is a list of skills."""
ITEM_WORDS, ITEM_LETTERS = 4, 40
_NO_ITEM = re.compile(r"^\d|[.] |^(?:and|or|some|a few|all|etc)\b|@|\d{4}", re.IGNORECASE)


_CARD = re.compile(
    r"(?:^|[,;.(|•]|\s[-–—]{1,3}\s|\band\b)\s*(?P<name>(?:[\w'’&/#-]+ ){1,4}"
    r"(?:cards?|licen[cs]es?|certificates?|certifications?|certified|endorsements?|permits?))"
    r"\s*(?=$|[,;.)|(]|\band\b)",
    re.IGNORECASE,
)
"""All of an item that ends as a credential does."""
_ANY_CARD = frozenset(
    "card license licence certificate certification certified endorsement permit and".split()
)
_EXPIRY = re.compile(r"(?:exp(?:ires|\.)?|valid (?:until|through)) \d", re.IGNORECASE)
_TASK = re.compile(r"\s*(?:[-•*·▪●◦‣]\s+|[•*·▪●◦‣])(?=[A-Za-z])")
"""The beginning of what somebody did in a job."""
TASK_LETTERS = 60


def _unknown_items(
    text: str, named: Mapping[int, list[str]], dated: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Tasks in which nothing is known, and items of lists of skills, and what is called a card or a
    license, of which no word belongs to anything known.

    named: number of a line -> the names that are known in it
    dated: where credentials stand of which it is known to when they last
    """
    for number, line in enumerate(text.splitlines(), start=1):
        where = f"line {number}"
        if number not in named and (task := _TASK.match(line)):
            yield where, _quoted(line[task.end() :], TASK_LETTERS)
            continue
        known = {word for name in named.get(number, ()) for word in fold(name).split()}
        for card in _CARD.finditer(line):
            if (known - _ANY_CARD).isdisjoint(fold(card["name"]).split()):
                yield where, card["name"]
        told = line[dates_end(line) :]
        items = [item.strip(" .-*•") for item in re.split(r"[,;]", told.partition(":")[2] or told)]
        is_list = len(items) >= LISTED and len(named.get(number, ())) >= KNOWN
        if not is_list or any(len(item) > ITEM_LETTERS for item in items):
            continue
        for item in items:
            words = fold(item).split()
            is_expiry = where not in dated and _EXPIRY.match(item)
            if (
                0 < len(words) <= ITEM_WORDS
                and known.isdisjoint(words)
                and (is_expiry or not _NO_ITEM.search(item))
            ):
                yield where, item


def proposed_by(other: Profile) -> list[SuggestedRating]:
    """The ratings of another profile as proposals."""
    return [
        SuggestedRating(skill, rating.level, f"marks.{skill}", skill, evidence=rating.evidence)
        for skill, rating in other.ratings.items()
    ]
