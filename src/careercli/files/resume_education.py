"""The education that a résumé states: the highest that is finished."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from careercli.core.reading.degrees_asked import MASTERS_DEGREE
from careercli.files.resume_title_words import AS_TITLE, BULLET


class SuggestedFact(NamedTuple):
    """What a résumé says of the person besides skills.

    key: of the profile; the present title is in the words of the résumé
    shown: what the value is called, if it isn't shown as it is
    """

    key: Literal["current.role", "current.years", "education", "place"]
    value: str | int
    where: str
    words: str
    shown: str = ""


_DEGREES = {
    "graduate": rf"{MASTERS_DEGREE}|\bM\.?B\.?A\b|\bM\.?S\.?W\b|\bM\.[AS]\."
    r"|\bPh\.?D\b|\bdoctorate\b|\bJ\.?D\.|\bM\.Ed\b|\bMSN\b",
    "bachelor": r"\bbachelor(?:['’]?s)?\b|\bB\.?S\.?N\b|\bB\.?S\.?W\b|\bB\.[AS]\."
    r"|\bB[AS](?=[,.]? (?:in|of|degree)\b)|\bBSc\b",
    "associate": r"\bassociate(?:['’]?s)? (?:degree|of|in)\b|\bA\.?A\.?S\b|\bADN\b"
    r"|(?-i:\bA\.[AS]\.|\bA[AS](?=,? (?:in|degree)\b))",
    "certificate": r"\btrade school\b|\bvocational (?:school|certificate|program)\b"
    r"|\bnursing diploma\b|\b(?:diploma|certificate|program)\b[^;]{0,40}\b(?:career (?:(?:and|&) "
    r"technical )?center|vo-?tech)\b"
    r"|\b(?:(?:community|technical|junior|city) college|technical institute)\b[^;]{0,40}"
    r"\b(?:certificate|diploma)\b|\b(?:certificate|diploma)\b[^;]{0,40}"
    r"\b(?:(?:community|technical|junior|city) college|technical institute)\b",
    "high-school": r"\bhigh school(?: diploma| graduate|,|$)|\bGED\b|\bH\.?S\.?,? diploma\b"
    r"|^\W*high school in\b|\bhigh school(?=\W{1,4}(?:class of |graduated )?(?:19|20)\d\d\W*$)"
    r"|\bdiploma, high school\b|\bsome college\b|\bH\.?S\.? grad(?:uate|\.|\b)"
    r"|\b(?-i:[A-Z][\w'’.]{1,30} HS)\b(?=\s*(?:$|[,(–—-]|['’]?\d\d|class of|grad|diploma))",
}
"""From the highest down."""
_DEGREE_PATTERNS = [(level, re.compile(words, re.IGNORECASE)) for level, words in _DEGREES.items()]
_HIGHER = ("graduate", "bachelor", "associate")
_YEAR_AT_SCHOOL = (
    r"\b(?:(?:rising )?(?:junior|senior|sophomore|freshman)|student|(?:9|1[0-2])th grader?)"
    r"(?: year)?(?=\W*$| ?[,.;:()|\d]| [–—-] | (?:at|in|from)\b| (?:[\w-]+ ){0,3}major"
    r"| (?:(?-i:[A-Z][\w'’.]*|of) ){0,4}(?-i:University|College|Institute|High|HS)\b)"
)
"""What somebody at a school is there: no student government, and no senior accountant."""
_NOT_YET = (
    r"pursuing|expected|anticipated|in progress|incomplete|unfinished|working on|dropped"
    r"|(?:not|never|did ?n['’]?t) (?:yet )?(?:finish|complete|graduat|earn|award|receiv)\w*"
    r"|(?:hours|credits) (?:done|earned|completed|toward)"
)
_UNFINISHED = re.compile(
    rf"\b(?:{_NOT_YET}|coursework|towards?|candidate|interns?|student nurse|two years|one year"
    rf"|scrum|(?:[6-9]|1[01])th grade)\b|{_YEAR_AT_SCHOOL}",
    re.IGNORECASE,
)
_NO_DEGREE = re.compile(r"\bno (?:degree|diploma)\b", re.IGNORECASE)
_NO_DIPLOMA = re.compile(
    r"\b(?:no|without(?: an?)?) (?:h\.?s\.? |high[- ]school )?(?:diploma|g\.?e\.?d)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r";|(?<=[a-z)\d]{2})\.\s")
"""Between what a line says of one school and of another."""


def education_named(words: str) -> str | None:
    """The education that words state, as a profile has it; None if they state none."""
    if _NO_DIPLOMA.search(words):
        return "none"
    found = education_in([("", words)], 0)
    return str(found.value) if found else None


def education_in(lines: Sequence[tuple[str, str]], this_year: int) -> SuggestedFact | None:
    """The highest education that lines state and that is finished; each line has its place.

    Who is still at a high school has no diploma of it, who is at a college only a degree that has
    its year. this_year: 0 if it doesn't matter
    """
    best: tuple[int, SuggestedFact] | None = None
    at_school = any(_is_at(_AT_HIGH_SCHOOL, line, this_year) for _, line in lines)
    at_college = any(_is_at(_AT_COLLEGE, line, this_year) for _, line in lines)
    levels = [pair for pair in _DEGREE_PATTERNS if not (at_school and pair[0] == "high-school")]
    for number, (where, line) in enumerate(lines):
        for part in _PARTS.split(line):
            for rank, (level, pattern) in enumerate(levels):
                if best and rank >= best[0]:
                    break
                denied = _NO_DEGREE if level in _HIGHER else _NO_DIPLOMA
                is_none = _is_unfinished(part, this_year) or denied.search(part)
                found = pattern.search(part)
                if not found or is_none or _is_workplace(part, found):
                    continue
                is_open = at_college and level in _HIGHER
                is_open = is_open or _goes_on(lines, number, this_year)
                if _IS_FINISHED.search(part) or not is_open:
                    best = rank, SuggestedFact("education", level, where, found.group())
    return best[1] if best else None


_YEAR = re.compile(r"\b(20\d\d)\b")
_IS_FINISHED = re.compile(
    r"\b(?:19\d\d|20\d\d|diploma|graduat(?:ed?|ion)|grad|earned|completed|GED)\b|['’]\d\d\b",
    re.IGNORECASE,
)
"""That a school is finished, in a line that doesn't say that it isn't."""
_TO_NOW = re.compile(
    r"\b(?:19|20)\d\d\W{1,4}(?:now|pres(?:ent)?|today|current(?:ly)?)\b", re.IGNORECASE
)


def _is_unfinished(part: str, this_year: int) -> bool:
    """Whether a line says that a school isn't finished, or names a year that is yet to come."""
    if _UNFINISHED.search(part) or _TO_NOW.search(part):
        return True
    return bool(this_year) and any(int(year) > this_year for year in _YEAR.findall(part))


def _goes_on(lines: Sequence[tuple[str, str]], number: int, this_year: int) -> bool:
    """Whether a short line beside that of a school, of no other school and no job, says that it
    isn't finished: "Junior, class of 2028" below its name."""
    own = _line_number(lines[number][0])
    for places in ((number + 1, number + 2), (number - 1,)):
        for place in places:
            where, line = lines[place] if 0 <= place < len(lines) else ("", "")
            is_beside = _line_number(where) == own + place - number
            if is_beside and _is_to_come(line, this_year):
                return True
            if not is_beside or _is_of_other_things(line):
                break
            if _UNFINISHED_ABOVE.search(line):
                return True
    return False


_UNFINISHED_ABOVE = re.compile(rf"\b(?:{_NOT_YET})\b|{_YEAR_AT_SCHOOL}", re.IGNORECASE)
"""In a line beside that of a school, that it isn't finished."""
_TOWN = re.compile(r"^\W*(?:[A-Z][a-z.]+ ?){1,3}, ?[A-Z]{2}\b")
_WORD = re.compile(r"[^\W\d_]+")
_OF_A_DATE = frozenset(
    "class of to exp expected anticipated grad graduation graduating graduates graduate date year "
    "rising junior senior sophomore freshman spring summer fall winter jan january feb february "
    "mar march apr april may jun june jul july aug august sep sept september oct october nov "
    "november dec december".split()
)


def _is_to_come(line: str, this_year: int) -> bool:
    """Whether a line has only a date in it, with the place of a school, that is yet to come: no
    card that is good until then."""
    if len(line) > _SHORT or not _OF_A_DATE.issuperset(_WORD.findall(_TOWN.sub("", line).lower())):
        return False
    return bool(this_year) and any(int(year) > this_year for year in _YEAR.findall(line))


def _line_number(where: str) -> int:
    """The number of a line by its place; 0 if the place isn't a line."""
    return int(where.removeprefix("line ")) if where.startswith("line ") else 0


def _is_of_other_things(line: str) -> bool:
    """Whether a line beside that of a school is of a job, of a task, of a credential or of another
    school."""
    if len(line) > _SHORT or BULLET.match(line) or AS_TITLE.search(line):
        return True
    if _OF_A_CREDENTIAL.search(line):
        return True
    return names_school(line)


_OF_A_CREDENTIAL = re.compile(
    r"\b(?i:certif|licen[cs]|cards?\b|permit|exam|renew|valid|expir)|^\W*(?!GPA)[A-Z]{3,6}\b"
)
_SHORT = 60
"""Letters at most of a line that goes on with the one above it."""
_AT_HIGH_SCHOOL = re.compile(
    r"^\W*(?:i(?:['’]?m| am) |current(?:ly)? |now )?(?:an? |in )?(?:"
    rf"{_YEAR_AT_SCHOOL}[^.;]{{0,40}}\b(?:high school|(?-i:HS))\b"
    rf"|(?:high school|(?-i:HS)) {_YEAR_AT_SCHOOL}"
    r"|(?:9|1[0-2])th grader?\W*(?:$|,|at\b))",
    re.IGNORECASE,
)


_AT_COLLEGE = re.compile(
    r"^\W*(?:i(?:['’]?m| am) |current(?:ly)? |now )?(?:an? )?(?:[\w-]+ ){0,2}?"
    rf"{_YEAR_AT_SCHOOL}[^.;]{{0,40}}\b(?:university|college|institute)\b",
    re.IGNORECASE,
)


def _is_at(school: re.Pattern[str], line: str, this_year: int) -> bool:
    """Whether a line says that its writer is at a school, and not in a year that is over."""
    if not school.match(line):
        return False
    years = [int(year) for year in _YEAR.findall(line)]
    return not years or max(years) > this_year or _TO_NOW.search(line) is not None


def names_school(line: str) -> bool:
    """Whether a line names a degree, or a school as that of its writer."""
    return any(pattern.search(line) for _, pattern in _DEGREE_PATTERNS)


def _is_workplace(line: str, school: re.Match[str]) -> bool:
    """Whether a school is where somebody works, as the title before it says: "Janitor, East HS"."""
    if not _SCHOOL_NAME.search(school.group()):
        return False
    *before, _ = _BEFORE_SCHOOL.split(line[: school.start()])
    return any(AS_TITLE.search(piece) for piece in before)


_BEFORE_SCHOOL = re.compile(r"[,|·•(\t]|\s[-–—]\s|\bat\b")
_SCHOOL_NAME = re.compile(r"(?:high school|HS),?$", re.IGNORECASE)
