"""The years of experience that an advertisement asks for, and no other years.

An advertisement has years of many things: how old the employer is, how long a school takes, when
a benefit begins. Years are asked for where the words around them say so: that they are of
experience, in, as or with something; that they are a minimum; that they stand in a list of
requirements, or for themselves as an item. If it says that no experience is needed, only the first
of these counts.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from careercli.core.reading.requirement import (
    Met,
    Requirement,
    is_wished_before,
    is_wished_behind,
    to_clause_end,
)
from careercli.core.reading.sentences import ELSEWHERE, Sentence
from careercli.core.reading.text_pattern import Cue, lowered

YearsIn = Callable[[str, Sequence[str]], float | None]
"""From the words behind years in a clause, and the ids of the licenses that it names beside them,
to the person's years in that; None if they aren't known."""

_NUMBERS = "zero one two three four five six seven eight nine ten".split()
_NUMBER = "|".join(_NUMBERS[1:])
_YEARS = re.compile(
    rf"\b(?:(?P<digits>\d{{1,2}})|(?P<word>{_NUMBER})(?: ?\(\d{{1,2}})?)\)?\s*"
    rf"(?:\+|(?:or|and) (?:more|greater|up|above|over)\b|plus\b"
    rf"|(?:-|–|to|or)\s*(?P<most>\d{{1,2}}|(?:{_NUMBER})\b)\s*\+?)?"
    r"\s*(?:years?|yrs?)\b(?! ?-?olds?\b)"
    r"|\b(?P<months>12|18|24|36|(?:(?<=\bexp )|(?<=\bexp\. ))[369](?= mo)"
    r"|[369](?= (?:months?|mos\b)[^;,\n]{0,30}\b(?:exp|experience|otr)\b)|[369](?= mos? min))"
    r" (?:months?|mos?)\b"
)
_NEAR = 80
"""Letters before and behind years in which it is told what they are of."""
_AGE = re.compile(r"[^.;\n]{0,12}\bolds?\b|\s*(?:of age\b|,? ?(?:or|and) (?:older|over|above)\b)")
_RECORD = re.compile(
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
_OFFERED = re.compile(
    r"\b(?:since|after|every|each|per|once|until|for over|for more than|for the (?:first|next)"
    r"|over the|lasts?|lasting|takes?|up to)\b[^.;,]{0,12}$|\bat (?:the )?$"
)
"""Before years in which something begins or ends: "401k after 2 years"."""
_EMPLOYER = re.compile(
    r"\bwe(?:['’]ve|['’]re)?\b[^.;,]*$|\bour (?:over |more than |combined )*$"
    r"|\b(?:company|firm|agency|business|family[- ](?:owned|run)|locally owned|established"
    r"|serving)\b[^.;,]*\b(?:with|of|for|over|in)\b[^.;,]*$"
)
"""Before the years of the employer: "We have been in business 25 years"."""
_SEEKING = re.compile(
    r"\b(?:looking|seek\w*|need\w*|requir\w*|want\w*|ideal\w*|candidates?|applicants?|must"
    r"|hir(?:e|es|ing)|prefer\w*|ask\w*|you|your|who|someone|anyone|minimum|at least)\b"
)
_IN_BUSINESS = re.compile(
    r"\s+(?:in (?:business|operation|the business)\b(?! [a-z])|strong\b|ago\b|straight\b"
    r"|running\b|look[- ]?back\b"
    r"|of (?:combined|collective|service to|serving|excellence|growth|success|tradition|history)\b)"
)
_OF_ANOTHER_THING = re.compile(
    r"['’]?s?[ -]veterans?\b"
    r"|['’]?s?[ -](?:contracts?|terms?|assignments?|commitments?|programs?|apprentices?(?:hips?)?"
    r"|warrant(?:y|ies)|degrees?|colleges?|schools?|agreements?|lease|plans?|courses?|diplomas?"
    r"|certificates?|anniversary|rotation|residency|fellowship|vesting|deal)\b"
    r"(?=\W*$|\s*[.,;:)!/]| (?:and|or|with|at|in|is|are|that|to|from|on|for|required|preferred)\b)"
)
"""Behind years that it lasts; not of "5 years contract administration experience"."""
_SCHOOL = re.compile(
    r"\b(?:school(?:ing)?|class(?:es|room)|training|apprentice(?:ship)?|courses?|programs?"
    r"|tuition|contract|commitment|assignment|vest(?:ed|ing)|benefits?|warranty)\b"
    r"(?:(?!\b(?:or|and|plus)\b)[^.;,+&])*$"
)
"""Before the years that it takes: "School paid (4 yrs, Tues night)"."""
_EXPERIENCE = re.compile(r"(?<!\bno )\b(?:exp|experience[ds]?|background)\b")
_ITEM_END = re.compile(r"[,()]")
_IN_WORK = re.compile(
    r"['’]?\W{0,2}(?:(?:of|as|with|w/|working|using|doing|performing|driving|on the job)\s"
    r"|in (?!a row\b)[a-z])"
)
_ASKED_BEFORE = re.compile(
    r"\b(?:min(?:imum)?|at least|req(?:uire[sd]?)?|must(?: have)?|needs?|needed|have|has|with"
    r"|prefer\w*|ideally|want(?:ed)?|looking for|requirements?|requires?)\b\W*(?:of |an? )?$"
    r"|\bw/ ?$|(?:\b(?:and|plus|or)|[+&])\W*(?:at least )?$"
)
_ASKED_BEHIND = re.compile(r"\W{0,3}(?:min(?:imum)?|req(?:uired)?|needed|preferred|a must)\b")
_ITEM_BEFORE = re.compile(r"(?:^|[,:•]|[-–—] )\s*$")
_NO_EXPERIENCE = Cue(
    r"\b(?:no|zero) (?:prior |previous |work |past )?exp(?:erience)?(?: is| are)?"
    r"(?: (?:needed|required|necessary|nec|req['’]?d)\b|\W*(?:$|[,!?;]|ok(?:ay)?\b))"
    r"|(?:^|[-–•.,;!(] ?)(?:prior |previous |work )?exp(?:erience)?(?: is|['’]s)?"
    r"(?: (?:a plus|helpful|preferred|welcome),? but)? ?"
    r"(?:not|isn['’]t|un)[ -]?(?:needed|required|necessary)\b",
    "exp",
)
"""That an advertisement asks for no experience, whichever."""
_WORD_OR = re.compile(
    rf"\b(?!(?:{_NUMBER}|preferred|required|desired)\b)[a-z]{{2,}},? or "
    r"(?:(?:at least|minimum(?: of)?|an?) )*$"
)
"""Before years that are one of two ways: "journeyman license or 4 years"; not "three or 4"."""
_OR_CARD = re.compile(
    r"[^.;,]{0,50}?\bor (?:an? |your |valid |current |active )*(?:[a-z][\w-]* ){1,4}?"
    r"(?:cards?|licen[cs]es?|certificates?|certifications?|permits?)\b"
    r"|[^.;,]{0,50}?\bor (?:be(?:ing)? |hold )?(?:an? )?(?:licen[cs]ed|certified|registered)\b"
)
"""Behind them: "5 years of machining or a journeyman card", "or be a licensed electrician"."""


class Years(NamedTuple):
    """Years that a clause asks for.

    start, end: where they stand in the clause
    least: how many; 0 of a range that begins there
    label: how they are told
    is_sure: whether they are said to be of experience
    """

    start: int
    end: int
    least: float
    label: str
    is_sure: bool


def says_no_experience(sentences: Sequence[Sentence]) -> str:
    """The words with which an advertisement says that it asks for no experience; empty if it
    doesn't."""
    for sentence in sentences:
        if sentence.part not in ELSEWHERE and (
            hit := _NO_EXPERIENCE.search(lowered(sentence.text))
        ):
            return sentence.text[hit.start() : hit.end()].strip(" -–•.,;!(")
    return ""


def years_in_clause(text: str, sentence: Sentence) -> Iterator[Years]:
    """Every number of years that a clause asks for."""
    lower = lowered(text)
    hits = list(_YEARS.finditer(lower))
    for number, hit in enumerate(hits):
        end = hits[number + 1].start() if number + 1 < len(hits) else len(lower)
        before = lower[max(0, hit.start() - _NEAR) : hit.start()]
        after = lower[hit.end() : min(end, hit.end() + _NEAR)]
        is_sure = _EXPERIENCE.search(after) or _EXPERIENCE.search(before)
        if _is_of_something_else(before, after):
            continue
        behind = _IN_WORK.match(after)
        if not (is_sure or behind) and not _is_item(before, after, sentence):
            continue
        least, label = _told(hit)
        if least <= MOST:
            yield Years(*hit.span(), least, label, bool(is_sure or behind))


MOST = 30
"""Years of experience that somebody asks for, at most."""


def _is_of_something_else(before: str, after: str) -> bool:
    if _AGE.match(after) or _RECORD.search(before) or _CLEAN.match(after):
        return True
    if _OFFERED.search(before) or _IN_BUSINESS.match(after) or _OF_ANOTHER_THING.match(after):
        return True
    employer = _EMPLOYER.search(before)
    if employer and not _SEEKING.search(employer.group()):
        return True
    return _SCHOOL.search(before) is not None and not _EXPERIENCE.search(
        _ITEM_END.split(after, maxsplit=1)[0]
    )


def _is_item(before: str, after: str, sentence: Sentence) -> bool:
    """Whether years that nothing says what they are of are asked for all the same."""
    if sentence.part in ("must", "nice"):
        return True
    return bool(
        _ASKED_BEFORE.search(before) or _ASKED_BEHIND.match(after) or _ITEM_BEFORE.search(before)
    )


def _told(hit: re.Match[str]) -> tuple[float, str]:
    """How many years words state, and how that is told."""
    if hit["months"]:
        return int(hit["months"]) / 12, f"{hit['months']} months"
    least = int(hit["digits"]) if hit["digits"] else _NUMBERS.index(hit["word"])
    if not least:
        return 0, f"0 to {hit['most'] or 0} years"
    return least, f"{least} year{'s' * (least != 1)}"


def years_asked(
    text: str,
    sentence: Sentence,
    years_in: YearsIn,
    licenses: Sequence[tuple[int, str]],
    *,
    no_experience: bool,
) -> Iterator[Requirement]:
    """The first years of experience that a clause asks for.

    licenses: where the clause names licenses, and their ids
    no_experience: whether the advertisement says that none is needed
    """
    asked = (
        years for years in years_in_clause(text, sentence) if years.is_sure or not no_experience
    )
    years = next(asked, None)
    if not years:
        return
    lower = lowered(text)
    item = lower.rfind(",", 0, years.start) + 1
    beside = [name for place, name in licenses if item <= place < years.start]
    have = years_in(lower[years.end :], beside)
    met: Met = "not known"
    if not years.least or (have is not None and have >= years.least):
        met = "met"
    elif have is not None:
        met = "not met"
    near = max(0, years.start - 60)
    is_other_way = _WORD_OR.search(lower, near, years.start) or _OR_CARD.match(lower, years.end)
    label = f"{'or ' if is_other_way else ''}{years.label} of experience"
    is_wished = sentence.part == "nice" or is_wished_before(lower, years.start)
    is_wished = is_wished or is_wished_behind(lower, years.end)
    words = to_clause_end(text, years.start, years.end)
    yield Requirement("years", label, words, met, is_wished)
