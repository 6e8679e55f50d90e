"""What an advertisement requires besides skills, what it pays, and where it is."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from careercli.core.statements import Sentence

Met = Literal["met", "not met", "not known"]
HOURS_A_YEAR = 2080
"""Hours by which the survey turns pay by the hour into pay by the year."""
EDUCATION = ("none", "high-school", "certificate", "associate", "bachelor", "graduate")
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
    r"\s*\+?\s*(?:USD)?\s*(?:/\s?|\ban?\s+|\bper\s+)?"
    r"(?:(hour|hr|hourly|h\b)|(year|yr|annum|annually|yearly|salary)|(week|month|day|mile|cpm))",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"{_AMOUNT}(?:\s?\+)?(?:\s*(?:-|–|—|to|and)\s*\$?\s?(\d[\d,]*(?:\.\d+)?)\s?([kK]\b)?)?"
)
_NOT_PAY = re.compile(
    r"\b(?:bonus|sign[- ]?on|budget|revenue|sales of|worth|per diem|reimburse\w*|book of"
    r"|AUM|million"
    r"|CPM|a mile|differential)\b|\d\s?[MB]\b",
    re.IGNORECASE,
)


def offered_pay(text: str) -> OfferedPay | None:
    """The pay that a text states: its first range by the hour or year, else its first amount."""
    single: OfferedPay | None = None
    for found in _RANGE.finditer(text):
        after = text[found.end() : found.end() + 24]
        before = text[max(0, found.start() - 24) : found.start()].rsplit("\n", 1)[-1]
        end = re.search(r"[.;\n]", after)
        near = f"{before.rsplit('.', 1)[-1]}{found.group()}{after[: end.start()] if end else after}"
        unit = _UNIT.match(after)
        if unit and unit[3]:
            continue
        if _NOT_PAY.search(near) and not unit:
            continue
        low = _number(found[1], found[2] or (found[4] if found[3] else None))
        high = _number(found[3], found[4] or found[2]) if found[3] else low
        if not low or not high or high < low:
            continue
        by_hour = bool(unit[1]) if unit else high < 250
        if high < (MIN_HOURLY if by_hour else MIN_YEARLY):
            continue
        words = f"{found.group()}{unit.group() if unit else ''}".strip()
        offered = OfferedPay(low, high, "USD/hour" if by_hour else "USD/year", words)
        if found[3]:
            return offered
        single = single or offered
    return single


def _number(digits: str, thousand: str | None) -> float:
    try:
        value = float(digits.replace(",", ""))
    except ValueError:
        return 0.0
    return value * 1000 if thousand else value


_PLACE = re.compile(r"\b([A-Z][a-zA-Z.]+(?: [A-Z][a-zA-Z.]+){0,2}),? ([A-Z]{2})\b")


def places(text: str) -> Iterator[tuple[str, str]]:
    """What may be a city and the abbreviation of its state, in the order of the text."""
    for found in _PLACE.finditer(text):
        words = found[1].split()
        for first in range(len(words)):
            yield " ".join(words[first:]), found[2]


_DEGREES = (
    (
        "graduate",
        (
            r"\b(?:master(?:['’]?s)?\b(?! (?:electric|plumb))|MBA\b|Ph\.?D|doctorate"
            r"|advanced degree)"
        ),
    ),
    (
        "bachelor",
        (
            r"\b(?:bachelor(?:['’]?s)?\b|BSN\b|B\.S\.|four-year degree|4-year degree"
            r"|college degree|BA/BS|BS/BA)"
        ),
    ),
    ("associate", r"\bassociate(?:['’]?s)? degree|\bassociate(?:['’]?s) in\b"),
    ("high-school", r"\b(?:high school (?:diploma|education|graduate|or)|GED\b|HS diploma)"),
)
DEGREE_WORDS = {
    "graduate": "a graduate degree",
    "bachelor": "a bachelor's degree",
    "associate": "an associate degree",
    "high-school": "a high school diploma",
}
_OTHERS = (
    ("citizenship", "U.S. citizenship", r"\b(?:US|U\.S\.) citizen(?:ship)?\b|\bITAR\b"),
    (
        "sponsorship",
        "no visa sponsorship",
        r"\b(?:no|not|unable|cannot|without|won['’]?t)\b[^.;\n]{0,30}\bsponsor\w*|\bno visa\b",
    ),
    (
        "authorization",
        "authorization to work in the U.S.",
        (
            r"\bauthoriz(?:ed|ation) to work\b|\bwork authorization\b|\blegally (?:authorized"
            r"|eligible)\b"
        ),
    ),
    ("drug", "a drug test", r"\bdrug (?:screen\w*|test\w*)|\bhair follicle\b|\bdrug-free\b"),
    (
        "background",
        "a background check",
        r"\bbackground (?:check|investigation|screening)|\bno felon\w+|\bfingerprint\w*",
    ),
    (
        "lifting",
        "lifting {}",
        (
            r"\blift(?:ing)?(?: and carry)?(?: up)?(?: to)? (?P<amount>\d{2,3} ?(?:lbs?|pounds"
            r"|kg))\b"
        ),
    ),
    (
        "standing",
        "standing for long",
        (
            r"\b(?:stand|be on your feet)(?:ing)? (?:for )?(?:\d+ hours|long|all|the entire"
            r"|extended)[^.,;\n]{0,15}"
        ),
    ),
    (
        "nights",
        "nights",
        (
            r"\b(?:night shifts?|nights|overnight(?:s)?|3rd shift|third shift"
            r"|graveyard)\b(?! (?:differential|audit))"
        ),
    ),
    ("second shift", "second shift", r"\b(?:2nd|second|evening) shift\b"),
    (
        "weekends",
        "weekends",
        (
            r"(?<!home )(?<!no )\bweekends?\b(?! (?:off|required))|\bsaturdays?\b|\bsundays?\b"
            r"|\bWed-Sun\b"
        ),
    ),
    ("on call", "being on call", r"(?<!no )\bon[- ]call (?:rotation|shift|weekends?|duty)\b"),
    (
        "travel",
        "travel {}",
        (
            r"\btravel (?:up to )?(?P<amount>\d{1,3} ?%)|\b(?P<share>\d{1,3} ?%) travel\b"
            r"|\bwilling(?:ness)? to travel\b"
        ),
    ),
    ("boots", "steel-toe boots", r"\bsteel[- ]toe\w*"),
    ("cold", "work in the cold", r"\bfreezer\b|\bcold storage\b"),
)
_TOTAL_YEARS = re.compile(
    r"(\d{1,2})\s*(?:\+|(?:-|–|to)\s*\d{1,2}\s*\+?)?\s*(?:years?|yrs?)\b(?![^.;\n]{0,12}\bold\b)"
    r"|\b(one|two|three|four|five|six|seven|eight|ten) years?\b|\b(12|18|24|36) months\b",
    re.IGNORECASE,
)
_WORDS = "zero one two three four five six seven eight nine ten".split()
_WISHED = re.compile(
    r"\b(?:preferred|a plus|nice to have|desired|helpful|ideally)\b", re.IGNORECASE
)


def requirements(
    sentences: Sequence[Sentence], education: str, years: float | None
) -> list[Requirement]:
    """What sentences require; each kind once, degrees the lowest that is enough.

    education, years: of the person, if the profile says them; else empty and None
    """
    found: dict[str, Requirement] = {}
    for sentence in sentences:
        if sentence.part in ("company", "perks", "equal", "apply"):
            continue
        text = " ".join(sentence.text.split()).lstrip("-•* ")
        for one in (*_degree(text, sentence, education), *_years(text, sentence, years)):
            known = found.get(one.kind)
            if known is None or (known.wished and not one.wished):
                found[one.kind] = one
        for kind, label, pattern in _OTHER_PATTERNS:
            if hit := pattern.search(text):
                groups = hit.groupdict()
                amount = groups.get("amount") or groups.get("share") or ""
                found.setdefault(
                    kind,
                    Requirement(kind, label.format(amount).strip(), hit.group(), "not known"),
                )
    return list(found.values())


_OTHER_PATTERNS = tuple(
    (kind, label, re.compile(pattern, re.IGNORECASE)) for kind, label, pattern in _OTHERS
)
_DEGREE_PATTERNS = tuple((level, re.compile(pattern, re.IGNORECASE)) for level, pattern in _DEGREES)


def _degree(text: str, sentence: Sentence, education: str) -> Iterator[Requirement]:
    if re.search(r"\bno (?:college )?degree\b|degree (?:is )?not required", text, re.IGNORECASE):
        return
    named = [(level, hit) for level, pattern in _DEGREE_PATTERNS if (hit := pattern.search(text))]
    if not named:
        return
    level, hit = named[-1]
    wished = sentence.part == "nice" or bool(_WISHED.search(text, hit.end(), hit.end() + 40))
    met: Met = "not known"
    if education in EDUCATION:
        enough = EDUCATION.index(education) >= EDUCATION.index(level)
        met = "met" if enough else "not met"
    yield Requirement("degree", DEGREE_WORDS[level], hit.group(), met, wished)


def _years(text: str, sentence: Sentence, years: float | None) -> Iterator[Requirement]:
    if not (hit := _TOTAL_YEARS.search(text)) or re.search(r"\bwithin (?:the )?last\b", text):
        return
    number = int(hit[1]) if hit[1] else _WORDS.index(hit[2].casefold()) if hit[2] else 0
    months = int(hit[3]) if hit[3] else 0
    needed = number or months / 12
    if not 0 < needed <= 30 or re.search(
        r"\b(?:since|for over|for more than)\b", text[: hit.start()]
    ):
        return
    wished = sentence.part == "nice" or bool(_WISHED.search(text, hit.end()))
    label = f"{months} months" if months else f"{number} year{'s' * (number != 1)}"
    met: Met = "not known" if years is None else "met" if years >= needed else "not met"
    yield Requirement("years", f"{label} of experience", _around(text, hit), met, wished)


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
    re.IGNORECASE,
)


def judged_spans(text: str) -> list[tuple[int, int]]:
    """Where a text states requirements that are no skills, from and to: "background check"."""
    return [hit.span() for _, _, pattern in _OTHER_PATTERNS for hit in pattern.finditer(text)]


_SENTENCE = re.compile(
    r"^(?:experience|we|you|our|your|knowledge|must|familiar|proficien|ability|the|this|if|are|do"
    r"|looking|join|currently|i|my)\b",
    re.IGNORECASE,
)


def title_parts(text: str) -> list[str]:
    """What may be the title, of the first lines: the likeliest first."""
    lines = [line.strip(" #*\t") for line in text.splitlines() if line.strip(" #*-•\t")]
    parts: list[str] = []
    for number, line in enumerate(lines[:_TITLE_LINES]):
        if number and re.match(
            r"[-•·▪]|\w+ (?:you|we)\b|you\b|requirements?\b", line, re.IGNORECASE
        ):
            break
        if len(line) > 200:
            line = line[:200]
        for piece in _TITLE_PART.split(line):
            words = piece.strip(" .*#!")
            if not words or _NOT_TITLE.match(words) or re.search(r"[$@]|\d{3}", words):
                continue
            if not _SENTENCE.match(words) and len(words.split()) <= MAX_TITLE:
                parts.append(words)
    return list(dict.fromkeys(parts))
