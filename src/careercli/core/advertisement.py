"""What an advertisement requires besides skills, and where it is."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from careercli.core.cues import Cue, lowered
from careercli.core.entry import OWN_EDUCATION
from careercli.core.sentences import ELSEWHERE, Sentence
from careercli.core.statements import Statement, is_elsewhere
from careercli.core.training import is_trained

Met = Literal["met", "not met", "not known"]
EDUCATION = tuple(OWN_EDUCATION)
"""Highest education, the lowest first."""


class Requirement(NamedTuple):
    """What an advertisement requires besides skills and credentials.

    kind: what sort it is, once each; license: of a name that isn't known
    wished: whether it is only preferred
    """

    kind: str
    label: str
    words: str
    met: Met
    wished: bool = False


def _told(label: str, pattern: str, hints: str) -> tuple[str, Cue]:
    """What a requirement is called, and how an advertisement tells it."""
    return label, Cue(pattern, hints)


MASTERS_DEGREE = (
    r"\bmaster(?:['’]s\b|s?,? (?:degree|level|in)\b|s? of (?:arts|science|business|education|public"
    r"|social|fine|engineering|laws?|nursing|health|architecture|library|divinity|music|accountan"
    r"|professional|theolog|counsel|[\w ]{3,20} (?:administration|studies|education|science)))"
    r"|\bmasters\b(?! of\b)"
)
"""A degree; not a master driver, a master electrician or master data."""
_DEGREES = {
    "graduate": _told(
        "a graduate degree",
        rf"{MASTERS_DEGREE}|\b(?:mba\b|ph\.?d|doctorate|advanced degree)",
        "master mba ph.d phd doctorate advanced",
    ),
    "bachelor": _told(
        "a bachelor's degree",
        r"\b(?:bachelor(?:['’]?s)?\b|bsn\b|b\.s\.|four-year degree|4-year degree"
        r"|college degree|ba/bs|bs/ba|b\.?[as]\.? (?:in|or|degree|required|preferred)\b)",
        "bachelor bsn b.s. degree bs ba b.a.",
    ),
    "associate": _told(
        "an associate degree",
        r"\bassociate(?:['’]?s)? degree|\bassociate(?:['’]?s) in\b|\ba[as]s? degree\b",
        "associate degree",
    ),
    "high-school": _told(
        "a high school diploma",
        r"\b(?:high school (?:diploma|education|graduate|or)|ged\b|hs diploma)",
        "high ged hs",
    ),
}
"""The highest first."""
_WEIGHT = r"\d{2,3}[ -]?(?:lbs?\b|pounds?\b|kgs?\b|#)"
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
        r"|eligible)\b|\b(?:uses?|participat\w+ in|an?|through|via|must pass) e-verify\b"
        r"|\be-verify (?:employer|participant|company|is|will|required)\b|^\W*e-verify\W*$",
        "authoriz eligible e-verify",
    ),
    "age": _told(
        "being {} or older",
        r"\b(?P<age>1[4-9]|2\d)\s?(?:\+|years?(?: of age| old)?)?,? (?:and|or)"
        r" (?:older|over|above)\b"
        r"|(?<!\d)(?<!\bto )(?<![-–])\b(?P<years>1[4-9]|2\d)\+? (?:years?|yrs?) (?:of age|old)\b"
        r"|\bminimum age(?: is| of|:)? (?P<least>\d\d)\b"
        r"|\bmust be (?:at least |over )?(?P<bare>1[4-9]|2\d)\b(?:\+"
        r"|(?! ?(?:%|lbs|pounds|miles|minutes|hours|days|weeks|months)))",
        "old age over above must",
    ),
    "record": _told(
        "a clean driving record",
        r"\b(?:moving|traffic) violations?\b|\bdriving (?:record|history)\b|\bmvr\b"
        r"|\bmotor vehicle (?:record|report)\b",
        "violation driving mvr vehicle",
    ),
    "weld test": _told(
        "a weld test",
        r"\bpass(?:es|ing)? (?:an? |the |our )?(?:[\w-]+ )?(?:x-?rays?\b|radiograph\w*"
        r"|weld(?:ing)? tests?|bend tests?)(?: tests?| inspection)?|\bx-?ray (?:quality|welds?)\b"
        r"|\bweld(?:ing)? tests?\b",
        "ray radiograph weld bend",
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
        rf"\b(?:lift|carry|mov(?:e|ing)\b|push|pull|transfer)[a-z]*\b[^.;$\n\d]{{0,40}}"
        rf"(?P<amount>{_WEIGHT})|(?P<before>{_WEIGHT}) lift",
        "lift carry mov push pull transfer",
    ),
    "standing": _told(
        "standing for long",
        r"\b(?:stand|be on your feet)(?:ing)? (?:for )?(?:\d+(?:[-–]\d+)? (?:hours|hrs)|long|all"
        r"|the entire|extended)[^.,;\n]{0,15}",
        "stand feet",
    ),
    "physical": _told(
        "a physical test",
        r"\b(?:physical|agility|fitness)(?: (?:agility|ability|abilities|fitness|readiness))?"
        r" (?:tests?|assessment|battery)\b",
        "physical agility fitness",
    ),
    "portfolio": _told(
        "a portfolio",
        r"\bportfolio of (?:[\w-]+ ){0,3}(?:work|samples|projects|pieces|designs?|writing)\b"
        r"|\b(?:writing|work|design) samples\b|\bportfolio (?:is )?required\b",
        "portfolio samples",
    ),
    "credit": _told("a credit check", r"\bcredit check\b", "credit"),
    "bond": _told("being bondable", r"\bbondable\b", "bondable"),
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
    "rotation": _told(
        "{}", r"(?P<amount>\b\d{1,2}(?: days?)? on ?[/,]? ?\d{1,2}(?: days?)? off)\b", "off"
    ),
    "heat": _told(
        "work in the heat", r"\b(?:degree|extreme|high) (?:heat|temperatures)\b", "heat temperature"
    ),
    "boots": _told("steel-toe boots", r"\bsteel[- ]toe\w*", "steel"),
    "cold": _told("work in the cold", r"\bfreezer\b|\bcold storage\b", "freezer cold"),
}
_TOTAL_YEARS = re.compile(
    r"(\d{1,2})\)?\s*(?:\+|(?:-|–|to)\s*\d{1,2}\s*\+?)?\s*(?:years?|yrs?)\b"
    r"(?![^.;\n]{0,12}\bolds?\b|\s*(?:of age\b|,? ?(?:or|and) (?:older|over|above)\b))"
    r"|\b(one|two|three|four|five|six|seven|eight|ten) years?\b"
    r"|\b(12|18|24|36|[369](?= months?[^.;,\n]{0,30}\b(?:exp|experience|otr)\b)) months?\b",
)
_WORDS = "zero one two three four five six seven eight nine ten".split()
_WISHED = re.compile(r"\b(?:preferred|a plus|nice to have|desired|helpful|ideally)\b")
_WISHED_BEFORE = re.compile(
    r"\b(?:preferably|ideally)\b[^.;]*$|\b(?:preferred|a plus|nice to have|bonus):[^.;]*$"
)


def requirements(
    sentences: Sequence[Sentence],
    told: Sequence[Statement],
    education: str,
    years_in: Callable[[str], float | None],
) -> list[Requirement]:
    """What sentences require; each kind once, degrees the lowest that is enough.

    told: the skills and credentials that are known by name
    education: of the person; empty if the profile doesn't say it
    years_in: the person's years in the work that a clause asks for; None if they aren't known
    """
    found: dict[str, Requirement] = {}
    for sentence in sentences:
        if sentence.part in ELSEWHERE:
            continue
        text = " ".join(sentence.text.split()).lstrip("-•* ")
        for clause in text.split(";"):
            degree = _degree(clause, sentence, education)
            for asked in _in_one(clause, [*degree, *_years(clause, sentence, years_in)]):
                known = found.get(asked.kind)
                harder = asked.met == "not met" and not asked.wished
                if known is None or harder or (known.wished and not asked.wished):
                    found[asked.kind] = asked
        lower = lowered(text)
        for kind, (label, cue) in _OTHERS.items():
            if hit := cue.search(lower):
                amount = next(filter(None, hit.groupdict().values()), "")
                found.setdefault(
                    kind,
                    Requirement(
                        kind,
                        label.format(amount.replace("#", " lb")).strip(),
                        _words(text, hit),
                        "not known",
                    ),
                )
    return [*found.values(), *_unnamed_credentials(sentences, told)]


_OR = re.compile(r"\bor (?:(?!and\b|plus\b|with\b|in\b|field\b)[\w'’]+ ){0,3}$", re.IGNORECASE)


def _in_one(clause: str, asked: list[Requirement]) -> list[Requirement]:
    """What a clause requires, with a degree, a program and years as one if any one is enough."""
    starts = {way: clause.find(way.words.rstrip("…")) for way in asked if way.kind in _WAYS}
    ways = sorted(starts, key=lambda way: starts[way])
    joined: list[Requirement] = []
    for way in ways:
        if joined and not _OR.search(clause[starts[joined[-1]] : starts[way]]):
            if len(joined) > 1:
                break
            joined = []
        joined.append(way)
    if len(joined) < 2:
        return asked
    labels = [way.label.removeprefix("or ") for way in joined]
    first, last = joined[0], joined[-1]
    words = _short(clause[starts[first] : starts[last] + len(last.words)])
    met = min(way.met for way in joined)  # the best of them, by their spelling
    is_wished = any(way.wished for way in joined)
    label = f"{'or ' * first.label.startswith('or ')}{' or '.join(labels)}"
    both = Requirement("degree or years", label, words, met, is_wished)
    return [both, *(other for other in asked if other not in joined)]


_WAYS = ("degree", "program", "years")


def _is_wished(sentence: Sentence, lower: str, end: int) -> bool:
    """Whether what ends at a place of a sentence in lower case is only preferred."""
    is_behind = _WISHED.search(lower, end, end + 40)
    is_wished = is_behind or _WISHED_BEFORE.search(lower, 0, end) or is_trained(lower, end)
    return sentence.part == "nice" or bool(is_wished)


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
_NO_DEGREE = Cue(r"\bno (?:college )?degree\b|degree (?:is )?not (?:required|needed)", "degree")
_PROGRAM = Cue(
    r"\b(?:graduat\w+ (?:of|from)|complet\w+ (?:of )?)(?: an?)? ?(?:[\w-]+ ){0,2}(?:accredited"
    r"|approved) (?:[\w-]+ ){0,4}(?:program|school|course)\b",
    "accredited approved",
)


def _degree(text: str, sentence: Sentence, education: str) -> Iterator[Requirement]:
    lower = lowered(text)
    if program := _PROGRAM.search(lower):
        wished = _is_wished(sentence, lower, program.end())
        label = "an accredited program"
        yield Requirement("program", label, _words(text, program), "not known", wished)
    if none := _NO_DEGREE.search(lower):
        yield Requirement("no degree", "a degree", _words(text, none), "met")
        return
    named = [(level, hit) for level, (_, cue) in _DEGREES.items() if (hit := cue.search(lower))]
    if not named:
        return
    level, hit = named[-1]
    equal = _EQUIVALENT.match(lower, hit.end()) if level != "high-school" else None
    wished = _is_wished(sentence, lower, (equal or hit).end())
    met: Met = "not known"
    if education in EDUCATION:
        enough = EDUCATION.index(education) >= EDUCATION.index(level)
        met = "met" if enough else "not known" if equal else "not met"
    choice = _OR_BEFORE.search(lower, 0, hit.start()) or _OR_AFTER.match(lower, hit.end())
    label = f"{'or ' if choice else ''}{_DEGREES[level][0]}{' or the equivalent' if equal else ''}"
    yield Requirement("degree", label, _words(text, hit), met, wished)


_SINCE = re.compile(r"\b(?:since|for over|for more than)\b")
_WITHIN = re.compile(
    r"(?:\b(?:within|last|past|next|every)\b|\bw/ ?in?\b)[^.;]{0,14}$"
    r"|\b(?:violations?|accidents?|incidents?|tickets?|misdemeanors?|felon(?:y|ies)|convict\w+"
    r"|offen[cs]es?|arrests?|du?wis?|duis?|suspensions?|mvs?|mvr|record|history)\b"
    r"(?:(?!\byears?\b)[^.;])*$"
    r"|\b(?:licen[cs]ed?|registered|insured)\b[^.;,\d]{0,16} for (?:at least |the )?$"
)
_CLEAN = re.compile(
    r"(?![^.;,]*\bexperience)[^.;,]{0,20}"
    r"\b(?:clean|safe|clear|accident|violation|driving record|mvr|licensed?)\b"
)
"""Behind years that are none of work: "3 years of a clean record", "3 years accident-free"."""


def _years(
    text: str, sentence: Sentence, years_in: Callable[[str], float | None]
) -> Iterator[Requirement]:
    lower = lowered(text)
    hits = (
        found
        for found in _TOTAL_YEARS.finditer(lower)
        if not (_WITHIN.search(lower, 0, found.start()) or _CLEAN.match(lower, found.end()))
    )
    if not (hit := next(hits, None)):
        return
    number = int(hit[1]) if hit[1] else _WORDS.index(hit[2]) if hit[2] else 0
    months = int(hit[3]) if hit[3] else 0
    needed = number or months / 12
    if not 0 < needed <= 30 or _SINCE.search(lower[: hit.start()]):
        return
    is_wished = _WISHED.search(lower, hit.end()) or is_trained(lower, hit.end())
    wished = sentence.part == "nice" or bool(is_wished)
    label = f"{months} months" if months else f"{number} year{'s' * (number != 1)}"
    years = years_in(lower[hit.start() :])
    met: Met = "not known" if years is None else "met" if years >= needed else "not met"
    one_of_two = "or " if _WORD_OR.search(lower, max(0, hit.start() - 60), hit.start()) else ""
    told = f"{one_of_two}{label} of experience"
    yield Requirement("years", told, _around(text, hit), met, wished)


_WORD_OR = re.compile(
    rf"\b(?!(?:{'|'.join(_WORDS)}|preferred|required|desired)\b)[a-z]{{2,}},? or "
    r"(?:(?:at least|minimum(?: of)?|an?) )*$"
)
"""Before years that are one of two ways: "journeyman license or 4 years"; not "three or 4"."""


def _words(text: str, hit: re.Match[str]) -> str:
    return text[hit.start() : hit.end()]


def _around(text: str, hit: re.Match[str]) -> str:
    """The words of a hit and those behind it, to the end of the clause."""
    end = re.search(r"[.;,(]", text[hit.end() :])
    return _short(text[hit.start() : hit.end() + end.start() if end else None])


def _short(words: str) -> str:
    return words if len(words) <= 48 else f"{words[:47]}…"


def judged_spans(text: str) -> list[tuple[int, int]]:
    """Where a text states requirements that are no skills, from and to: "background check"."""
    lower = lowered(text)
    cues = (cue for _, cue in (*_OTHERS.values(), *_DEGREES.values()))
    return [hit.span() for cue in cues for hit in cue.finditer(lower)]


_PROOF = Cue(
    r"\b(?:certifications?|certificates?|licen[sc]es?|licensure|permits?|credentials?"
    r"|endorsements?|cards?)\b(?! (?:programs?|agreements?|plates?|fees?|applications?|renewals?"
    r"|holders?|numbers?|courses?|class(?:es)?|training))",
    "certif licen permit credential endorsement card",
)
_BEFORE = re.compile(r"(?:\w[\w'’&.+-]*[ /]){1,6}$")
MOST_WORDS = 5
_NO_NAME = frozenset(
    "a an the and or of in with for to by on as at valid current active your our their its must "
    "have has hold holds holding possess possessing required require requires need needed other "
    "appropriate applicable relevant any all professional proper necessary obtain maintain get own "
    "no not be is are plus additional industry related preferred desired related state "
    "certificate certification license licensure permit card training education diploma degree "
    "specific unrestricted unencumbered clear good clean following pass including minimum "
    "recognized these this such software credit debit gift green business report time fuel gas "
    "fleet company access key".split()
)
_DEGREE = re.compile(r"\b(?:school|ged|associate|bachelor|master|college|gift|birth|id|identity)\b")
_ASKED = re.compile(
    r"\b(?:requir\w*|must|need(?:ed|s)?|prefer\w*|plus|hold|have|possess|obtain|valid|current"
    r"|active|desired|mandatory|ideally|helpful|asset)\b"
)
_DENIED = re.compile(r"\b(?:no|not|without|isn['’]t|aren['’]t|don['’]t)\b")
_MATTERS = frozenset("permits licenses licences credentials endorsements certificates".split())
SHORT_ITEM = 7
"""Words up to which an item of a list is a requirement by itself."""


def _unnamed_credentials(
    sentences: Sequence[Sentence], told: Sequence[Statement]
) -> Iterator[Requirement]:
    """Licenses, cards and certificates under a name that isn't known, each once.

    told: what is known by name, and so isn't meant here
    """
    known = [
        (statement.mention.start, statement.mention.end)
        for statement in told
        if statement.mention.kind == "credential"
    ]
    seen: set[str] = set()
    for sentence in sentences:
        lower = lowered(sentence.text)
        hits = list(_PROOF.finditer(lower))
        if not hits or sentence.heading or not _is_asked(sentence, lower):
            continue
        is_plain = sentence.part not in ("must", "nice") and not _ASKED.search(lower)
        for hit in hits:
            if is_plain and hit.group() in _MATTERS:  # "process building permits" is a duty
                continue
            first, last = lower.rfind(";", 0, hit.start()) + 1, lower.find(";", hit.end())
            part = sentence.text[first : last if last > 0 else None]
            if is_elsewhere(sentence._replace(text=part)):
                continue
            clause = re.split(r"[;,.]", lower[: hit.start()])[-1] + lower[hit.start() :]
            for start, stop, name in reversed(list(_names(sentence.text, hit))):
                begin, end = sentence.start + start, sentence.start + stop
                is_known = any(first < end + 1 and begin <= last + 1 for first, last in known)
                if is_known or name.casefold() in seen or _DENIED.search(clause):
                    continue
                seen.add(name.casefold())
                wished = _is_wished(sentence, lower, hit.end())
                yield Requirement("license", name, sentence.text[start:stop], "not known", wished)


def _is_asked(sentence: Sentence, lower: str) -> bool:
    """Whether a sentence asks for something; one of the duties only in so many words."""
    if sentence.part == "duties":
        return re.search(r"\b(?:required|must (?:have|hold|possess))\b", lower) is not None
    return (
        sentence.part in ("must", "nice")
        or len(lower.split()) <= SHORT_ITEM
        or _ASKED.search(lower) is not None
    )


def _names(text: str, hit: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """The names of a credential, from where to where: both of "A and B (C) cards"."""
    text = _IN_BRACKETS.sub(lambda found: " " * len(found.group()), text)
    proof, stop, end = text[hit.start() : hit.end()], hit.end(), hit.start()
    is_several = lowered(proof) == "cards"
    while found := _name(text, end):
        start, name = found
        if is_several and not any(letter.isupper() for letter in name):
            return
        yield start, stop, f"{name} {proof.removesuffix('s') if is_several else proof}"
        another = _ANOTHER.search(text, 0, start) if is_several else None
        if not another:
            return
        stop = end = another.start()


_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ANOTHER = re.compile(r"(?:,| and| or| ?&| ?/) *$")


def _name(text: str, end: int) -> tuple[int, str] | None:
    """Where a credential's own name begins that ends at a place, and the name; None without one."""
    end = len(text[:end].rstrip())
    before = _BEFORE.search(f"{text[:end]} ")
    words: list[str] = []
    for word in reversed(before.group().split() if before else []):
        bare = lowered(word).strip(".'’")
        is_end = bare in _NO_NAME or len(words) == MOST_WORDS or word.endswith((".", ":"))
        if is_end or (words and words[-1][:1].isupper() and not word[:1].isupper()):
            break
        words.append(word)
    name = " ".join(reversed(words))
    if not name or not any(letter.isalpha() for letter in name) or _DEGREE.search(lowered(name)):
        return None
    return end - len(name), name
