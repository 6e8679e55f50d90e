"""What an advertisement requires besides skills, what it pays, and where it is."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from careercli.core.cues import Cue, lowered
from careercli.core.entry import OWN_EDUCATION
from careercli.core.sentences import ELSEWHERE, Sentence
from careercli.model.basics import HOURS_A_YEAR

Met = Literal["met", "not met", "not known"]
EDUCATION = tuple(OWN_EDUCATION)
"""Highest education, the lowest first."""


class OfferedPay(NamedTuple):
    """What an advertisement pays, in USD. low, high: the same where it names one amount"""

    low: float
    high: float
    unit: Literal["USD/hour", "USD/year"]
    words: str

    def yearly(self) -> tuple[float, float]:
        """By the year, at 2,080 hours."""
        factor = HOURS_A_YEAR if self.unit == "USD/hour" else 1
        return self.low * factor, self.high * factor


class Requirement(NamedTuple):
    """What an advertisement requires besides skills and credentials.

    kind: what sort it is, once each
    wished: whether it is only preferred
    """

    kind: str
    label: str
    words: str
    met: Met
    wished: bool = False


MIN_HOURLY, MIN_YEARLY = 7, 10_000
"""Less is a differential, a bonus or pay for something else."""
_AMOUNT = r"\$\s?(\d[\d,]*(?:\.\d+)?)\s?([kK]\b)?"
_UNIT = re.compile(
    r"\s*\+?\s*(?:usd)?\s*(?:/\s?|\ban?\s+|\bper\s+)?"
    r"(?:(hour|hr|hourly|h\b)|(year|yr|annum|annually|yearly|salary)|(week|month|day|mile|cpm))",
)
_RANGE = re.compile(
    rf"{_AMOUNT}(?:\s?\+)?(?:\s*(?:-|–|—|to|and)\s*\$?\s?(\d[\d,]*(?:\.\d+)?)\s?([kK]\b)?)?"
)
_NOT_PAY = re.compile(
    r"\b(?:bonus|sign[- ]?on|budget|revenue|sales of|worth|per diem|reimburse\w*|book of"
    r"|aum|million"
    r"|cpm|a mile|differential)\b|\d\s?[mb]\b",
)


def offered_pay(text: str) -> OfferedPay | None:
    """The pay that a text states: its first range by the hour or year, else its first amount."""
    single: OfferedPay | None = None
    for found in _RANGE.finditer(text):
        after = text[found.end() : found.end() + 24]
        before = re.split(r"[.\n]", text[max(0, found.start() - 24) : found.start()])[-1]
        near = lowered(before + found.group() + re.split(r"[.;\n]", after, maxsplit=1)[0])
        unit = _UNIT.match(lowered(after))
        if unit[3] if unit else _NOT_PAY.search(near):
            continue
        low = _number(found[1], found[2] or (found[4] if found[3] else None))
        high = _number(found[3], found[4] or found[2]) if found[3] else low
        if not low or not high or high < low:
            continue
        by_hour = bool(unit[1]) if unit else high < 250
        if high < (MIN_HOURLY if by_hour else MIN_YEARLY):
            continue
        words = f"{found.group()}{after[: unit.end()] if unit else ''}".strip()
        offered = OfferedPay(low, high, "USD/hour" if by_hour else "USD/year", words)
        if found[3]:
            return offered
        single = single or offered
    return single


def _number(digits: str, thousand: str | None) -> float:
    return float(digits.replace(",", "")) * (1000 if thousand else 1)


_PLACE = re.compile(r"\b([A-Z][a-zA-Z.]+(?: [A-Z][a-zA-Z.]+){0,2}),? ([A-Z]{2})\b")


def places(text: str) -> Iterator[tuple[str, str]]:
    """What may be a city and the abbreviation of its state, in the order of the text."""
    for found in _PLACE.finditer(text):
        words = found[1].split()
        for first in range(len(words)):
            yield " ".join(words[first:]), found[2]


def _told(label: str, pattern: str, hints: str) -> tuple[str, Cue]:
    """What a requirement is called, and how an advertisement tells it."""
    return label, Cue(pattern, hints)


_DEGREES = {
    "graduate": _told(
        "a graduate degree",
        r"\b(?:master(?:['’]?s)?\b(?! (?:electric|plumb))|mba\b|ph\.?d|doctorate"
        r"|advanced degree)",
        "master mba ph.d phd doctorate advanced",
    ),
    "bachelor": _told(
        "a bachelor's degree",
        r"\b(?:bachelor(?:['’]?s)?\b|bsn\b|b\.s\.|four-year degree|4-year degree"
        r"|college degree|ba/bs|bs/ba)",
        "bachelor bsn b.s. degree ba/bs bs/ba",
    ),
    "associate": _told(
        "an associate degree",
        r"\bassociate(?:['’]?s)? degree|\bassociate(?:['’]?s) in\b",
        "associate",
    ),
    "high-school": _told(
        "a high school diploma",
        r"\b(?:high school (?:diploma|education|graduate|or)|ged\b|hs diploma)",
        "high ged hs",
    ),
}
"""The highest first."""
_OTHERS = {
    "citizenship": _told(
        "U.S. citizenship", r"\b(?:us|u\.s\.) citizen(?:ship)?\b|\bitar\b", "citizen itar"
    ),
    "sponsorship": _told(
        "no visa sponsorship",
        r"\b(?:no|not|unable|cannot|without|won['’]?t)\b[^.;\n]{0,30}\bsponsor\w*|\bno visa\b",
        "sponsor visa",
    ),
    "authorization": _told(
        "authorization to work in the U.S.",
        r"\bauthoriz(?:ed|ation) to work\b|\bwork authorization\b|\blegally (?:authorized"
        r"|eligible)\b",
        "authoriz eligible",
    ),
    "drug": _told(
        "a drug test",
        r"\bdrug (?:screen\w*|test\w*)|\bhair follicle\b|\bdrug-free\b",
        "drug follicle",
    ),
    "background": _told(
        "a background check",
        r"\bbackground (?:check|investigation|screening)|\bno felon\w+|\bfingerprint\w*",
        "background felon fingerprint",
    ),
    "lifting": _told(
        "lifting {}",
        r"\blift(?:ing)?(?: and carry)?(?: up)?(?: to)? (?P<amount>\d{2,3} ?(?:lbs?|pounds"
        r"|kg))\b",
        "lift",
    ),
    "standing": _told(
        "standing for long",
        r"\b(?:stand|be on your feet)(?:ing)? (?:for )?(?:\d+(?:[-–]\d+)? hours|long|all"
        r"|the entire|extended)[^.,;\n]{0,15}",
        "stand feet",
    ),
    "nights": _told(
        "nights",
        r"\b(?:night shifts?|nights|overnight(?:s)?|3rd shift|third shift"
        r"|graveyard)\b(?! (?:differential|audit))",
        "night 3rd third graveyard",
    ),
    "second shift": _told("second shift", r"\b(?:2nd|second|evening) shift\b", "shift"),
    "weekends": _told(
        "weekends",
        r"(?<!home )(?<!no )\bweekends?\b(?! (?:off|required))|\bsaturdays?\b|\bsundays?\b"
        r"|\bwed-sun\b",
        "weekend saturday sunday wed-sun",
    ),
    "holidays": _told(
        "holidays", r"(?<!paid )(?<!observed )\bholidays?\b(?! pay| bonus| schedule)", "holiday"
    ),
    "on call": _told(
        "being on call", r"(?<!no )\bon[- ]call (?:rotation|shift|weekends?|duty)\b", "call"
    ),
    "travel": _told(
        "travel {}",
        r"\btravel (?:up to )?(?P<amount>\d{1,3} ?%)|\b(?P<share>\d{1,3} ?%) travel\b"
        r"|\bwilling(?:ness)? to travel\b",
        "travel",
    ),
    "boots": _told("steel-toe boots", r"\bsteel[- ]toe\w*", "steel"),
    "cold": _told("work in the cold", r"\bfreezer\b|\bcold storage\b", "freezer cold"),
}
_TOTAL_YEARS = re.compile(
    r"(\d{1,2})\s*(?:\+|(?:-|–|to)\s*\d{1,2}\s*\+?)?\s*(?:years?|yrs?)\b(?![^.;\n]{0,12}\bold\b)"
    r"|\b(one|two|three|four|five|six|seven|eight|ten) years?\b|\b(12|18|24|36) months\b",
)
_WORDS = "zero one two three four five six seven eight nine ten".split()
_WISHED = re.compile(r"\b(?:preferred|a plus|nice to have|desired|helpful|ideally)\b")


def requirements(
    sentences: Sequence[Sentence], education: str, years: float | None
) -> list[Requirement]:
    """What sentences require; each kind once, degrees the lowest that is enough.

    education, years: of the person, if the profile says them; else empty and None
    """
    found: dict[str, Requirement] = {}
    for sentence in sentences:
        if sentence.part in ELSEWHERE:
            continue
        text = " ".join(sentence.text.split()).lstrip("-•* ")
        for clause in text.split(";"):
            for told in (*_degree(clause, sentence, education), *_years(clause, sentence, years)):
                known = found.get(told.kind)
                if known is None or (known.wished and not told.wished):
                    found[told.kind] = told
        lower = lowered(text)
        for kind, (label, cue) in _OTHERS.items():
            if hit := cue.search(lower):
                groups = hit.groupdict()
                amount = groups.get("amount") or groups.get("share") or ""
                found.setdefault(
                    kind,
                    Requirement(kind, label.format(amount).strip(), _words(text, hit), "not known"),
                )
    return list(found.values())


_OR_BEFORE = re.compile(r"\w[\w ]{8,}[^.;:]*\bor (?:an? )?$")
"""Before a degree that is one of two ways: "paralegal certificate or bachelor's degree"."""
_NO_DEGREE = Cue(r"\bno (?:college )?degree\b|degree (?:is )?not required", "degree")


def _degree(text: str, sentence: Sentence, education: str) -> Iterator[Requirement]:
    lower = lowered(text)
    if _NO_DEGREE.search(lower):
        return
    named = [(level, hit) for level, (_, cue) in _DEGREES.items() if (hit := cue.search(lower))]
    if not named:
        return
    level, hit = named[-1]
    wished = sentence.part == "nice" or bool(_WISHED.search(lower, hit.end(), hit.end() + 40))
    met: Met = "not known"
    if education in EDUCATION:
        enough = EDUCATION.index(education) >= EDUCATION.index(level)
        met = "met" if enough else "not met"
    choice = _OR_BEFORE.search(lower, 0, hit.start())
    label = f"or {_DEGREES[level][0]}" if choice else _DEGREES[level][0]
    yield Requirement("degree", label, _words(text, hit), met, wished)


_SINCE = re.compile(r"\b(?:since|for over|for more than)\b")
_WITHIN = re.compile(r"\b(?:within|last|past|next|every)\b[^.;]{0,14}$")


def _years(text: str, sentence: Sentence, years: float | None) -> Iterator[Requirement]:
    lower = lowered(text)
    if not (hit := _TOTAL_YEARS.search(lower)) or _WITHIN.search(lower[: hit.start()]):
        return
    number = int(hit[1]) if hit[1] else _WORDS.index(hit[2]) if hit[2] else 0
    months = int(hit[3]) if hit[3] else 0
    needed = number or months / 12
    if not 0 < needed <= 30 or _SINCE.search(lower[: hit.start()]):
        return
    wished = sentence.part == "nice" or bool(_WISHED.search(lower, hit.end()))
    label = f"{months} months" if months else f"{number} year{'s' * (number != 1)}"
    met: Met = "not known" if years is None else "met" if years >= needed else "not met"
    yield Requirement("years", f"{label} of experience", _around(text, hit), met, wished)


def _words(text: str, hit: re.Match[str]) -> str:
    """The words of a hit as they are written."""
    return text[hit.start() : hit.end()]


def _around(text: str, hit: re.Match[str]) -> str:
    """The words of a hit and those behind it, to the end of the clause."""
    end = re.search(r"[.;,(]", text[hit.end() :])
    words = text[hit.start() : hit.end() + end.start() if end else None]
    return words if len(words) <= 48 else f"{words[:47]}…"


_TITLE_PART = re.compile(
    r"[,|•;:!()\[\]]|[.](?=\s)|\s[-–—/]\s|\s{2,}|\bat\b|\bneeds an?\b|\bwanted\b"
    r"|\bis (?:hiring|looking)\b"
)
_TITLE_LINES = 3
MAX_TITLE = 6
"""Words that a title has at most."""
_NOT_TITLE = re.compile(
    r"^\W*(?:now hiring|hiring|urgent\w*|remote|hybrid|full[- ]time|part[- ]time|nights?|days?"
    r"|job (?:title|description|summary)|about\b.*|position|\d+\w* shift|home weekends|us|regional"
    r"|local|commercial|help)?\W*$",
)


def judged_spans(text: str) -> list[tuple[int, int]]:
    """Where a text states requirements that are no skills, from and to: "background check"."""
    lower = lowered(text)
    return [hit.span() for _, cue in _OTHERS.values() for hit in cue.finditer(lower)]


_SENTENCE = re.compile(
    r"^(?:experience|we|you|our|your|knowledge|must|familiar|proficien|ability|the|this|if|are|do"
    r"|looking|join|currently|i|my)\b",
)


def title_parts(text: str) -> list[str]:
    """What may be the title, of the first lines: the likeliest first."""
    lines = [line.strip(" #*\t") for line in text.splitlines() if line.strip(" #*-•\t")]
    parts: list[str] = []
    for number, line in enumerate(lines[:_TITLE_LINES]):
        if number and re.match(r"[-•·▪]|\w+ (?:you|we)\b|you\b|requirements?\b", line.lower()):
            break
        for piece in _TITLE_PART.split(line[:200]):
            words = piece.strip(" .*#!")
            if not words or _NOT_TITLE.match(words.lower()) or re.search(r"[$@]|\d{3}", words):
                continue
            if not _SENTENCE.match(words.lower()) and len(words.split()) <= MAX_TITLE:
                parts.append(words)
    return list(dict.fromkeys(parts))
