"""The years of experience that an advertisement asks for."""

import re
from collections.abc import Callable, Iterator

from careercli.core.cues import lowered
from careercli.core.requirement import WISHED, Met, Requirement, to_clause_end
from careercli.core.sentences import Sentence

_TOTAL_YEARS = re.compile(
    r"(\d{1,2})\)?\s*(?:\+|(?:-|–|to)\s*\d{1,2}\s*\+?)?\s*(?:years?|yrs?)\b"
    r"(?![^.;\n]{0,12}\bolds?\b|\s*(?:of age\b|,? ?(?:or|and) (?:older|over|above)\b))"
    r"|\b(one|two|three|four|five|six|seven|eight|ten) years?\b"
    r"|\b(12|18|24|36|[369](?= months?[^.;,\n]{0,30}\b(?:exp|experience|otr)\b)) months?\b",
)
_WORDS = "zero one two three four five six seven eight nine ten".split()
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


def years_asked(
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
    wished = sentence.part == "nice" or bool(WISHED.search(lower, hit.end()))
    label = f"{months} months" if months else f"{number} year{'s' * (number != 1)}"
    years = years_in(lower[hit.start() :])
    met: Met = "not known" if years is None else "met" if years >= needed else "not met"
    one_of_two = "or " if _WORD_OR.search(lower, max(0, hit.start() - 60), hit.start()) else ""
    told = f"{one_of_two}{label} of experience"
    yield Requirement("years", told, to_clause_end(text, hit), met, wished)


_WORD_OR = re.compile(
    rf"\b(?!(?:{'|'.join(_WORDS)}|preferred|required|desired)\b)[a-z]{{2,}},? or "
    r"(?:(?:at least|minimum(?: of)?|an?) )*$"
)
"""Before years that are one of two ways: "journeyman license or 4 years"; not "three or 4"."""
