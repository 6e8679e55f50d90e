"""The degrees and diplomas that an advertisement asks for."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from careercli.core.reading.requirement import (
    EDUCATION,
    Met,
    Requirement,
    hit_words,
    is_wished,
    is_wished_before,
    is_wished_behind,
    shortened,
    told,
)
from careercli.core.reading.sentences import Sentence
from careercli.core.reading.text_pattern import Cue, lowered

MASTERS_DEGREE = (
    r"\bmaster(?:['’]s\b|s?,? (?:degree|level|in)\b|s? of (?:arts|science|business|education|public"
    r"|social|fine|engineering|laws?|nursing|health|architecture|library|divinity|music|accountan"
    r"|professional|theolog|counsel|[\w ]{3,20} (?:administration|studies|education|science)))"
    r"|\bmasters\b(?! of\b)"
)
"""A degree; not a master driver, a master electrician or master data."""
DEGREES = {
    "graduate": told(
        "a graduate degree",
        rf"{MASTERS_DEGREE}|\b(?:mba\b|ph\.?d|doctorate|advanced degree(?: \([^()\n]{{0,60}}\))?)",
        "master mba ph.d phd doctorate advanced",
    ),
    "bachelor": told(
        "a bachelor's degree",
        r"\b(?:bachelor(?:['’]?s)?(?: degree)?\b|bsn\b|b\.s\.|four-year degree|4-year degree"
        r"|college degree|ba/bs|bs/ba|b\.?[as]\.?(?: (?:in|or|degree)\b"
        r"|(?= (?:required|preferred)\b)))",
        "bachelor bsn b.s. degree bs ba b.a.",
    ),
    "associate": told(
        "an associate degree",
        r"\bassoc(?:iate|\.)?(?:['’]?s)? deg(?:ree)?\b|\bassociate(?:['’]?s) in\b"
        r"|\ba[as]s? degree\b",
        "assoc degree",
    ),
    "high-school": told(
        "a high school diploma",
        r"\b(?:high school(?: (?:diploma|education|graduate)|(?= or\b))|ged\b"
        r"|h\.?s\.? (?:dipl?(?:oma)?|graduate|grad|degree)\b)",
        "high ged hs h.s",
    ),
}
"""The highest first."""
EQUIVALENT = " or the equivalent"
"""Behind the label of a degree that experience can stand in for."""
_OR_BEFORE = re.compile(r"(?:\w[\w ]{8,}[^.;:]*\b|[a-z]{2,},? )or (?:an? )?$")
"""Before a degree that is one of two ways: "paralegal certificate or bachelor's degree"."""
_OR_AFTER = re.compile(
    r"[^.;:]{0,80}?\bor (?:an? )?(?:[\w-]+ ){0,4}?(?:certificates?|certifications?|licen[cs]es?)\b"
)
_EQUIVALENT = re.compile(
    r"[^.;]{0,120}?\bor (?:an? |the |its |their )?(?:equivalents?\b|comparable\b|commensurate\b"
    r"|(?:relevant|related) (?:work )?experience\b)"
)
"""Behind a degree that experience can stand in for; behind a diploma it is a GED."""
_SHORT_FORM = re.compile(
    r"\b(?:(?P<graduate>M\.S\.|M\.A\.|M\.?Ed\b|MSN|MSW|MS(?= (?:in (?!the\b)|degree|or Ph)|/Ph))"
    r"|(?P<bachelor>(?:BS|BA|BSc|BBA|BFA|BSW|BSEE|BSME|BSCS|BTech|B\.S|B\.A)"
    r"(?=(?:/M[SA])?(?:\s+(?:or (?:[BMA]\.?S|higher|equiv)"
    r"|[A-Z][a-z]{3,}|degree|in\b|w/|with\b|required|preferred|[+&] ?\d)|/)))"
    r"|(?P<associate>A(?:DN|AS|\.A\.S?|\.S\.)(?=[\s.,;)/]|$)))"
)
"""Degrees by their letters, which are names in capitals alone: "BS Biology", not "no bs"."""
_PLAIN_DEGREE = Cue(
    r"\b(?:college|university|related|relevant|technical|[a-z]+ing|science|business) degree\b"
    r"|\b[a-z]+ degree\b(?= (?:is |would be )?(?:strongly |highly )?(?:(?:an? )?(?:\w+ )?(?:plus"
    r"|bonus|asset)|preferred|desired|helpful)\b)"
    r"|(?:(?<=\bor )|(?<=\ban )|(?<=\ba ))[a-z]+ degree\b(?! of\b)"
    r"|\bdegree (?:in|from|(?:is )?(?:not )?(?:required|needed|preferred|a must))\b"
    r"|\bno (?:college |formal )?degree\b|\bdegreed\b",
    "degree",
)
"""A degree of a level that isn't said."""
_ASSOCIATES = re.compile(
    r"(?:\bor|/) ?(?:an? )?(associates?)\b(?! (?:at|who|will|are|in our|and)\b)"
)
"""Behind another degree: "BS with 1 year or Associates with 3"; else associates are people."""
_DIPLOMA = Cue(r"\bdiploma\b", "diploma")
_DEGREE_WORDS = (
    r"(?:an?|any|the|college|formal|university|advanced|four-year|4-year|bachelor\S*|master\S*"
    r"|associate\S*|degrees?|diploma|ged|high|school|hs|phd|mba|or|nor|/|for|have|necessary:?)"
)
_DENIED_BEFORE = re.compile(
    r"(?:\bno|\bnot (?:required|needed|necessary|mandatory)\s?[:–-]|\bwithout"
    r"|\b(?:do not|don['’]?t|does not|doesn['’]?t|need not) (?:need|require|ask for|have))"
    rf"(?: {_DEGREE_WORDS})* ?$"
)
_DENIED_BEHIND = re.compile(
    r"(?:(?!\b(?:required|preferred|plus|bonus|asset|desired|helpful|experience|exp)\b)[^.;,:])"
    r"{0,40}?"
    r"(?:\bnot|\bisn['’]t|\baren['’]t) (?:strictly )?(?:required|needed|necessary"
    r"|mandatory|essential|a must)\b"
    r"(?P<wished>,? but (?:[\w-]+ ){0,3}(?:preferred|plus|helpful|desired|nice))?"
)


def degree_spans(text: str) -> list[tuple[int, int]]:
    """Where a text names degrees, from and to."""
    lower = lowered(text)
    found = [hit.span() for _, cue in DEGREES.values() for hit in cue.finditer(lower)]
    found += [hit.span() for hit in _SHORT_FORM.finditer(text)]
    return found + [hit.span() for hit in _ASSOCIATES.finditer(lower)]


class NamedDegree(NamedTuple):
    """A degree that a clause names, by its place and level; the level is empty if it isn't said."""

    start: int
    end: int
    level: str


_PROGRAM = Cue(
    r"\b(?:graduat\w+ (?:of|from)|complet\w+ (?:of )?)(?: an?)? ?(?:[\w-]+ ){0,2}(?:accredited"
    r"|approved) (?P<field>(?:[\w-]+ ){0,4})(?:program|school|course)\b"
    r"(?: (?:of|in) (?P<behind>[\w-]+))?",
    "accredited approved",
)
_OF_ANY_PROGRAM = frozenset(
    "certificate certification college degree diploma education level state technical training"
    " vocational".split()
)


def program_field(words: str) -> list[str]:
    """The words that say what an accredited program teaches, in lower case: practical and nursing;
    none if it is called only a program."""
    named = _PROGRAM.search(lowered(words))
    told = f"{named['field']} {named['behind'] or ''}".split() if named else []
    return [word for word in told if word not in _OF_ANY_PROGRAM]


def _in_order(text: str, lower: str) -> list[NamedDegree]:
    """The degrees that a clause names, in order."""
    found = [
        NamedDegree(*hit.span(), level)
        for level, (_, cue) in DEGREES.items()
        for hit in cue.finditer(lower)
    ]
    found += [NamedDegree(*hit.span(), str(hit.lastgroup)) for hit in _SHORT_FORM.finditer(text)]
    if found:
        found += [NamedDegree(*hit.span(1), "associate") for hit in _ASSOCIATES.finditer(lower)]
    found.sort(key=lambda degree: (degree.start, -degree.end))
    apart = [
        degree
        for degree, before in zip(found, (None, *found), strict=False)
        if not before or degree.start >= before.end
    ]
    if not apart:
        apart = [NamedDegree(*hit.span(), "") for hit in _PLAIN_DEGREE.finditer(lower)]
    if not apart:
        apart = [
            NamedDegree(*hit.span(), "high-school")
            for hit in _DIPLOMA.finditer(lower)
            if _is_denied(lower, NamedDegree(*hit.span(), ""), len(lower))
        ]
    return apart


def _is_denied(lower: str, degree: NamedDegree, limit: int) -> bool:
    """Whether a clause says that it doesn't ask for a degree; `limit`: where the next one is."""
    begin, end = (degree.start, degree.end) if degree.level else _bounds_of_plain(lower, degree)
    if _DENIED_BEFORE.search(lower, max(0, begin - _NEAR), begin):
        return True
    behind = _DENIED_BEHIND.match(lower, end, limit)
    return bool(behind and not behind["wished"])


_NEAR = 60


def _bounds_of_plain(lower: str, degree: NamedDegree) -> tuple[int, int]:
    """Where the word "degree" itself begins and ends, without what the pattern has around it."""
    begin = lower.find("degree", degree.start, degree.end)
    return (begin, begin + len("degree")) if begin >= 0 else (degree.start, degree.end)


def degrees_asked(text: str, sentence: Sentence, education: str) -> Iterator[Requirement]:
    """The lowest degree that is enough for a clause, higher ones that it prefers, and those that
    it says it doesn't ask for."""
    lower = lowered(text)
    if program := _PROGRAM.search(lower):
        wished = is_wished(sentence, lower, program.end())
        label = "an accredited program"
        yield Requirement("program", label, hit_words(text, program), "not known", wished)
    asked, denied = degrees_named(text)
    for degree in denied:
        words = text[degree.start : degree.end]
        yield Requirement("no degree", label_of(degree.level), words, "met")
    if not asked:
        return
    lowest = min(asked, key=lambda degree: (_rank(degree.level), degree.start))
    equal = _EQUIVALENT.match(lower, lowest.end) if lowest.level != "high-school" else None
    others = [degree for degree in asked if degree.level != lowest.level]
    end = equal.end() if equal else lowest.end
    wished = (
        sentence.part == "nice"
        or is_wished_before(lower, lowest.start)
        or _is_wished_behind(lower, end, others)
    )
    met, is_part = degree_met(text, lowest, education)
    if met == "not met" and equal:
        met = "not known"
    choice = _OR_BEFORE.search(lower, 0, lowest.start) or _OR_AFTER.match(lower, lowest.end)
    same = EQUIVALENT if equal else ""
    label = f"{'or ' if choice else ''}{label_of(lowest.level)}{same}"
    words = text[lowest.start : lowest.end]
    if is_part:
        words = shortened(text[lowest.start :].rstrip(". "))
    yield Requirement("degree", label, words, met, wished, is_part=is_part)
    if wished:
        return
    for degree in others:
        if _is_wished_behind(lower, degree.end, [one for one in asked if one is not degree]):
            met, _ = degree_met(text, degree, education)
            words = text[degree.start : degree.end]
            yield Requirement("degree", label_of(degree.level), words, met, wished=True)


_NEXT_OF_LIST = re.compile(r"(?: degree)?[\s,/]*(?:or )?(?:an? )?")


def _is_wished_behind(lower: str, end: int, others: Sequence[NamedDegree]) -> bool:
    """Whether a wish behind a degree is its own or that of a list: "associate or bachelor's
    preferred"; behind another degree it is the other's."""
    limit = end + _NEAR_WISH
    for other in others:
        if end <= other.start < limit:
            if not _NEXT_OF_LIST.fullmatch(lower, end, other.start):
                return is_wished_behind(lower, end, other.start)
            return is_wished_behind(lower, other.end, other.end + _NEAR_WISH)
    return is_wished_behind(lower, end, limit)


_NEAR_WISH = 40


def degrees_named(text: str) -> tuple[list[NamedDegree], list[NamedDegree]]:
    """The degrees that a clause asks for, and those that it says it doesn't ask for."""
    lower = lowered(text)
    named = _in_order(text, lower)
    asked: list[NamedDegree] = []
    denied: list[NamedDegree] = []
    for number, degree in enumerate(named):
        limit = named[number + 1].start if number + 1 < len(named) else len(lower)
        (denied if _is_denied(lower, degree, limit) else asked).append(degree)
    return asked, denied


def label_of(level: str) -> str:
    """What a degree is called; one of a level that isn't said is a degree."""
    return DEGREES[level][0] if level else "a degree"


def is_higher(label: str, other: str) -> bool:
    """Whether a degree is higher than another, by what they are called."""
    levels = {label_of(level): level for level in ("", *DEGREES)}
    first, second = (
        levels[one.removeprefix("or ").removesuffix(EQUIVALENT)] for one in (label, other)
    )
    return _rank(first) > _rank(second)


def rank_of(degree: NamedDegree) -> int:
    """How high a degree is."""
    return _rank(degree.level)


def _rank(level: str) -> int:
    """How high a degree is; one of a level that isn't said may be a bachelor's."""
    return EDUCATION.index(level or "bachelor")


_FIELD_BEHIND = re.compile(
    r"(?:(?!\b(?:experience|years?|yrs?|required|preferred|with|and|plus|from|but)\b"
    r"|\.\s(?!in\b))[^,;:\n]){0,48}?\bin (?!(?:an? )?(?:any|the|progress|good)\b)\w",
    re.IGNORECASE,
)
_FIELD_BESIDE = re.compile(
    r"\s+(?!(?:Degree|Required|Preferred|Equivalent|Science|With)\b)[A-Z][a-z]{3,}"
)
_OF_ONE_FIELD = re.compile(
    r"(?:ADN|BBA|BFA|BSN|BSW|BSEE|BSME|BSCS|BTech|MBA|M\.?Ed|MSN|MSW)\b", re.IGNORECASE
)


def degree_met(text: str, degree: NamedDegree, education: str) -> tuple[Met, bool]:
    """Whether an education is a degree that a clause names, and whether it is so only by its level:
    the field of a person's degree isn't known, so one that is to be in a field isn't met by that.
    """
    met = has_degree(education, degree.level)
    if met != "met" or degree.level == "high-school":
        return met, False
    is_short = degree.level and text[degree.start : degree.end].isupper()
    is_of_field = (
        _OF_ONE_FIELD.match(text, degree.start)
        or _FIELD_BEHIND.match(text, degree.start)
        or (is_short and _FIELD_BESIDE.match(text, degree.end))
    )
    return ("not known", True) if is_of_field else (met, False)


def has_degree(education: str, level: str) -> Met:
    """Whether an education is as high as a degree; an associate's may be a degree, whichever."""
    if education not in EDUCATION:
        return "not known"
    if EDUCATION.index(education) >= _rank(level):
        return "met"
    return "not known" if not level and education == "associate" else "not met"
