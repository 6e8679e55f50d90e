"""The degrees and diplomas that an advertisement asks for."""

import re
from collections.abc import Iterator

from careercli.core.cues import Cue, lowered
from careercli.core.requirement import EDUCATION, Met, Requirement, hit_words, is_wished, told
from careercli.core.sentences import Sentence

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
        rf"{MASTERS_DEGREE}|\b(?:mba\b|ph\.?d|doctorate|advanced degree)",
        "master mba ph.d phd doctorate advanced",
    ),
    "bachelor": told(
        "a bachelor's degree",
        r"\b(?:bachelor(?:['’]?s)?\b|bsn\b|b\.s\.|four-year degree|4-year degree"
        r"|college degree|ba/bs|bs/ba|b\.?[as]\.? (?:in|or|degree|required|preferred)\b)",
        "bachelor bsn b.s. degree bs ba b.a.",
    ),
    "associate": told(
        "an associate degree",
        r"\bassociate(?:['’]?s)? degree|\bassociate(?:['’]?s) in\b|\ba[as]s? degree\b",
        "associate degree",
    ),
    "high-school": told(
        "a high school diploma",
        r"\b(?:high school (?:diploma|education|graduate|or)|ged\b|hs diploma)",
        "high ged hs",
    ),
}
"""The highest first."""
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


def degrees_asked(text: str, sentence: Sentence, education: str) -> Iterator[Requirement]:
    lower = lowered(text)
    if program := _PROGRAM.search(lower):
        wished = is_wished(sentence, lower, program.end())
        label = "an accredited program"
        yield Requirement("program", label, hit_words(text, program), "not known", wished)
    if none := _NO_DEGREE.search(lower):
        yield Requirement("no degree", "a degree", hit_words(text, none), "met")
        return
    named = [(level, hit) for level, (_, cue) in DEGREES.items() if (hit := cue.search(lower))]
    if not named:
        return
    level, hit = named[-1]
    equal = _EQUIVALENT.match(lower, hit.end()) if level != "high-school" else None
    wished = is_wished(sentence, lower, (equal or hit).end())
    met: Met = "not known"
    if education in EDUCATION:
        enough = EDUCATION.index(education) >= EDUCATION.index(level)
        met = "met" if enough else "not known" if equal else "not met"
    choice = _OR_BEFORE.search(lower, 0, hit.start()) or _OR_AFTER.match(lower, hit.end())
    label = f"{'or ' if choice else ''}{DEGREES[level][0]}{' or the equivalent' if equal else ''}"
    yield Requirement("degree", label, hit_words(text, hit), met, wished)
