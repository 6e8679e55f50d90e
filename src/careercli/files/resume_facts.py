"""What a résumé says of the person besides skills: present title, years in it, education."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from careercli.core.employers import work_at
from careercli.core.reading.cues import lowered
from careercli.core.reading.degrees_asked import MASTERS_DEGREE
from careercli.core.reading.skill_mentions import Mention
from careercli.core.reading.statements import OTHER_EXPERIENCE
from careercli.core.title_words import job_words
from careercli.files.json_resume import JsonReader, years_in_words
from careercli.files.profile_schema import MAX_YEARS
from careercli.files.resume_title_words import BULLET, TitlePart, halves, titles_in
from careercli.text import normalize_name


class SuggestedFact(NamedTuple):
    """What a résumé says of the person besides skills.

    key: of the profile; the present title is in the words of the résumé
    """

    key: Literal["current.role", "current.years", "education"]
    value: str | int
    where: str
    words: str


_DEGREES = {
    "graduate": rf"{MASTERS_DEGREE}|\bM\.?B\.?A\b|\bM\.?S\.?W\b|\bM\.[AS]\."
    r"|\bPh\.?D\b|\bdoctorate\b|\bJ\.?D\.|\bM\.Ed\b|\bMSN\b",
    "bachelor": r"\bbachelor(?:['’]?s)?\b|\bB\.?S\.?N\b|\bB\.?S\.?W\b|\bB\.[AS]\."
    r"|\bB[AS](?=[,.]? (?:in|of|degree)\b)|\bBSc\b",
    "associate": r"\bassociate(?:['’]?s)? (?:degree|of|in)\b|\bA\.?A\.?S\b|\bADN\b",
    "certificate": r"\btrade school\b|\bvocational (?:school|certificate|program)\b"
    r"|\bnursing diploma\b|\b(?:diploma|certificate|program)\b[^;]{0,40}\b(?:career (?:(?:and|&) "
    r"technical )?center|vo-?tech)\b",
    "high-school": r"\bhigh school(?: diploma| graduate|,|$)|\bGED\b|\bH\.?S\.?,? diploma\b"
    r"|^\W*high school in\b|\bhigh school(?=\W{1,4}(?:class of |graduated )?(?:19|20)\d\d\W*$)"
    r"|\bdiploma, high school\b|\bsome college\b|\bH\.?S\.? grad(?:uate|\.|\b)"
    r"|\b(?-i:[A-Z][\w'’.]{1,30} HS)\b(?=\s*(?:$|[,(–—-]|['’]?\d\d|class of|grad|diploma))",
}
"""From the highest down."""
_DEGREE_PATTERNS = [(level, re.compile(words, re.IGNORECASE)) for level, words in _DEGREES.items()]
_HIGHER = ("graduate", "bachelor", "associate")
_UNFINISHED = re.compile(
    r"\b(?:coursework|towards?|pursuing|candidate|expected|in progress|interns?|senior|junior"
    r"|sophomore|freshman|student|two years|one year|incomplete|unfinished|scrum|working on|dropped"
    r"|(?:not|never|did ?n['’]?t) (?:yet )?(?:finish|complete|graduat|earn|award|receiv)\w*"
    r"|(?:hours|credits) (?:done|earned|completed|toward)|(?:[6-9]|1[01])th grade)\b",
    re.IGNORECASE,
)
_NO_DEGREE = re.compile(r"\bno (?:degree|diploma)\b", re.IGNORECASE)
_NO_DIPLOMA = re.compile(
    r"\b(?:no|without(?: an?)?) (?:h\.?s\.? |high[- ]school )?(?:diploma|g\.?e\.?d)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r";|(?<=[a-z)]{2})\.\s")
"""Between what a line says of one school and of another."""


def education_named(words: str) -> str | None:
    """The education that words state, as a profile has it; None if they state none."""
    if _NO_DIPLOMA.search(words):
        return "none"
    found = _education([("", words)])
    return str(found.value) if found else None


def _education(lines: Iterable[tuple[str, str]]) -> SuggestedFact | None:
    """The highest education that lines state; each has its place."""
    best: tuple[int, SuggestedFact] | None = None
    parts = ((where, part) for where, line in lines for part in _PARTS.split(line))
    for where, part in parts:
        for rank, (level, pattern) in enumerate(_DEGREE_PATTERNS):
            if best and rank >= best[0]:
                break
            denied = _NO_DEGREE if level in _HIGHER else _NO_DIPLOMA
            is_none = _UNFINISHED.search(part) or denied.search(part)
            found = pattern.search(part)
            if found and not is_none and not _is_workplace(part, found):
                best = rank, SuggestedFact("education", level, where, found.group())
    return best[1] if best else None


def _is_workplace(line: str, school: re.Match[str]) -> bool:
    """Whether a school is where somebody works, as the title before it says: "Janitor, East HS"."""
    if not _SCHOOL_NAME.search(school.group()):
        return False
    *before, _ = _BEFORE_SCHOOL.split(line[: school.start()])
    return any(_AS_TITLE.search(piece) for piece in before)


_BEFORE_SCHOOL = re.compile(r"[,|·•(\t]|\s[-–—]\s|\bat\b")
_SCHOOL_NAME = re.compile(r"(?:high school|HS),?$", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:since (?P<since>(?:19|20)\d\d)\b|(?P<start>(?:19|20)\d\d)\s*(?:[-–—]|to|until|til)\s*"
    r"(?:now|pres(?:ent)?|today|current)\b|(?P<years>\d{1,2})\+? (?:years?|yrs?)\b)",
    re.IGNORECASE,
)


_HEADER_LINES, _LINE_LETTERS = 6, 300
"""Lines of a résumé, and letters of each, in which its present title is looked for."""
_WORK_HEADING = re.compile(r"^[#*\s]*(?:work|professional|employment|experience)\b.{0,30}$")
_OTHER_HEADING = re.compile(
    r"^[#*\s]*(?:(?:\w+ )?skills|education|certificat|licen[sc]e|languages)"
)
_LABEL = re.compile(r"^[\w ]{3,30}:")


def title_parts(text: str, this_year: int) -> Iterator[tuple[TitlePart, ...]]:
    """What may be the present title, the likeliest first: of the newest job that has dates, of the
    first lines, and of the first job, none of a job that has ended; of titles that are two, either.
    """
    lines = _lines(text)
    newest = () if job_over(text, this_year) else tuple(_newest_job(lines))
    yield newest
    yield tuple(halves(part for part in newest if " / " in part.words))
    header: list[TitlePart] = []
    for number, (where, line) in enumerate(lines[:_HEADER_LINES]):
        lower = line.lower().strip()
        is_heading = _WORK_HEADING.match(lower) or _OTHER_HEADING.match(lower)
        if is_heading or _LABEL.match(lower) or _SPAN.search(line):
            break
        header += titles_in(where, line[:_LINE_LETTERS], is_first=not number)
    first_job = _first_job(lines)
    dated = (line[:_LINE_LETTERS] for _, line in first_job)
    dates = next((line for line in dated if _SPAN.search(line) or _SINCE.search(line)), "")
    spans = [_newest(span) for span in _SPAN.finditer(dates)]
    if not spans or not _is_over(max(spans)[0], this_year):
        for where, line in first_job[:1]:
            header += titles_in(where, line[:_LINE_LETTERS], is_first=False)
    yield tuple(header)
    timed = {where for where, line in lines if _SINCE.search(line) or _SPAN.search(line)}
    yield tuple(halves(part for part in (*newest, *header) if part.where in timed))


def job_over(text: str, this_year: int) -> tuple[str, str] | None:
    """The place and the last year of the newest job that has dates, if that has ended."""
    lines = _lines(text)
    newest = _newest_dates(lines)
    if newest is None or not _is_over(newest[0][0], this_year):
        return None
    return lines[newest[1]][0], newest[0][0]


LEEWAY = 3
"""Years ago that a job may have ended in which somebody still starts from it: so far back the
Displaced Worker Survey of the Bureau of Labor Statistics counts a job as lost."""


def _is_over(year: str, this_year: int) -> bool:
    return year != _NOW and int(year) < this_year - LEEWAY


def _newest_dates(
    lines: Sequence[tuple[str, str]],
) -> tuple[tuple[str, str], int, str, str] | None:
    """The latest dates of the jobs: by what they are told, their line, and the words before and
    behind them."""
    newest: tuple[tuple[str, str], int, str, str] | None = None
    for number, (_, line) in enumerate(lines):
        for part in line[:_LINE_LETTERS].split(";"):
            span = _SPAN.search(part)
            if not span or _is_school(part, span.start()):
                continue
            dates = _newest(span)
            if newest is None or dates > newest[0]:
                newest = dates, number, part[: span.start()], part[span.end() :]
    return newest


def _newest_job(lines: Sequence[tuple[str, str]]) -> Iterator[TitlePart]:
    """The words before the latest dates of the jobs, else behind them, else of the lines around."""
    newest = _newest_dates(lines)
    if newest is None:
        return
    _, number, before, after = newest
    where = lines[number][0]
    own = before if _WORD.search(_MONTH.sub("", before)) else after
    own = re.sub(r"\d{1,2}/$", "", own.strip())  # the month of 8/2021
    yield from titles_in(where, own.strip(), is_first=False, is_job=True)
    if number > 1 and not _WORD.search(_MONTH.sub("", own)):
        (place, title), (_, employer) = lines[number - 2 : number]
        if work_at(employer) and not _SPAN.search(title):  # title, employer, dates: a line each
            for part in titles_in(place, title[:_LINE_LETTERS], is_first=False):
                yield part._replace(may_differ=False, employer=employer[:_LINE_LETTERS].strip())
    for place, line in (*lines[number + 1 : number + 2], *lines[max(0, number - 1) : number]):
        if not _SPAN.search(line):
            parts = titles_in(place, line[:_LINE_LETTERS], is_first=False)
            yield from (part._replace(may_differ=False) for part in parts)


def _is_school(line: str, dates: int) -> bool:
    """Whether a line is of somebody's own schooling: no teacher at a high school.

    dates: where its dates begin; a title stands before them
    """
    if any(_AS_TITLE.search(piece) for piece in _JOB_PIECES.split(line[:dates])):
        return False
    return any(pattern.search(line) for _, pattern in _DEGREE_PATTERNS)


_NOW = "now"
"""Behind every year."""
_WORD = re.compile(r"[A-Za-z]{3}")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)


def _lines(text: str) -> list[tuple[str, str]]:
    """The lines that aren't empty, each with its place."""
    lines = enumerate(text.splitlines(), start=1)
    return [(f"line {number}", line) for number, line in lines if line.strip()]


def _first_job(lines: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """The two lines below the heading of the jobs."""
    work = (number for number, (_, line) in enumerate(lines) if _WORK_HEADING.match(line.lower()))
    heading = next(work, len(lines))
    return lines[heading + 1 : heading + 3]


def lines_of_employer(title: TitlePart, lines: Sequence[str]) -> Sequence[str]:
    """The lines that may name the employer of a title: its own, or those below and above it if
    there is nothing else in its own than dates.

    lines: of the whole text
    """
    number = int(title.where.removeprefix("line ") or 0)
    if not number:
        return ()
    own = lines[number - 1]
    others = _MONTH.sub("", _SPAN.sub("", own).replace(title.words, ""))
    if _WORD.search(others):
        return (own,)
    return (*lines[number : number + 1], *lines[max(0, number - 2) : number - 1])


def text_facts(text: str) -> Iterator[SuggestedFact]:
    if degree := _education(_lines(text)):
        yield degree


def years_in(text: str, title: TitlePart, this_year: int) -> SuggestedFact | None:
    """The years in the present job: as a line that names it says, as its dates add up to, or as the
    first lines and those of the first job say.

    A maintenance welder was a welder before becoming a lead welder.
    """
    lines = _lines(text)
    title = title._replace(words=job_words(title.words))
    top = (*lines[:_HEADER_LINES], *_first_job(lines))
    own = [line for line in lines if line[0] == title.where or _is_job(line[1], title.words)]
    return (
        _stated_years(own, this_year)
        or _dated_years(lines, title, this_year)
        or _stated_years((line for line in top if _is_of_work(line[1], title)), this_year)
    )


def _is_of_work(line: str, title: TitlePart) -> bool:
    """Whether the years of a line may be those in a title's work; those of a task are not, nor a
    bookkeeper's "10 years of office experience".

    The work is the same if a word of it begins as one of the title does: nursing, nurse.
    """
    if BULLET.match(line):
        return False
    lower = lowered(line)
    found = _SINCE.search(lower)
    if found and (other := _WAS.search(lower, 0, found.start())):
        return normalize_name(other["job"]).endswith(normalize_name(title.words))
    work = OTHER_EXPERIENCE.match(lower, found.end()) if found and found["years"] else None
    if not work:
        return True
    own = {word[:STEM] for word in normalize_name(title.words).split()}
    return not own.isdisjoint(word[:STEM] for word in normalize_name(work.group()).split())


_WAS = re.compile(
    r"\b(?:was|am|been|as) an? (?P<job>(?:[^\W\d_]+ ){0,4}?[^\W\d_]+) (?:(?:at|for|in|with)\b|$)"
)
"""Before years of the job that it names."""
STEM = 4
"""Letters by which words are told to be of one family."""


def _stated_years(lines: Iterable[tuple[str, str]], this_year: int) -> SuggestedFact | None:
    """The years that a line states; not those at a school or without an accident, nor of dates."""
    for where, line in lines:
        found = _SINCE.search(_OF_EARLIER_JOB.sub("", line))
        if not found or _SPAN.search(line) or _NOT_WORK.search(line):
            continue
        year = found["since"] or found["start"]
        years = this_year - int(year) if year else int(found["years"])
        if 0 <= years <= MAX_YEARS:
            return SuggestedFact("current.years", years, where, found.group())
    return None


_OF_EARLIER_JOB = re.compile(
    r"\b(?:before (?:that|this|then)|previously|prior to (?:that|this)|formerly)\b[^.;]*",
    re.IGNORECASE,
)
"""What is told of another job than the present one, to the end of the sentence."""
_NOT_WORK = re.compile(
    r"\b(?:attended|college|university|degree|diploma|accidents?|violations?|record)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(?P<start>(?:19|20)\d\d)\s*(?:[-–—]|to|until|til)\s*(?:[A-Za-z]{3,9}\.? |\d\d?/)?"
    r"(?:(?P<end>(?:19|20)\d\d|1[3-9]|[2-9]\d)|now|pres(?:ent)?|today|current)\b",
    re.IGNORECASE,
)
"""The years of a job: 2015-2023, Mar 2015 - Jun 2023, 2015-18; 2015-03 is a month."""


def dates_end(line: str) -> int:
    """Where the dates of a job in a line end, before which its title and employer stand; else 0."""
    span = _SPAN.search(line[:_LINE_LETTERS])
    return span.end() if span else 0


def _end(span: re.Match[str]) -> str:
    """The year in which a span ends, in four digits; empty if it lasts."""
    return span["end"] and span["start"][: -len(span["end"])] + span["end"]


def _newest(span: re.Match[str]) -> tuple[str, str]:
    """By what the newest of several spans is told."""
    return _end(span) or _NOW, span["start"]


def _dated_years(
    lines: Sequence[tuple[str, str]], title: TitlePart, this_year: int
) -> SuggestedFact | None:
    """The years that the dates of every job of a title add up to, those of two at once once."""
    spent: dict[int, str] = {}
    where = ""
    for number, (own, line) in enumerate(lines):
        if own != title.where and not _is_job(line, title.words):
            continue
        around = [*lines[number : number + 2], *(lines[max(0, number - 1) : number])]
        dated = ((place, list(_SPAN.finditer(text))) for place, text in around)
        if found := next(((place, spans) for place, spans in dated if spans), None):
            place, span = found[0], max(found[1], key=_newest)
            where = where or place
            end = min(int(_end(span) or this_year), this_year)
            spent.update(dict.fromkeys(range(int(span["start"]), end), span.group()))
    if not where or not 0 < len(spent) <= MAX_YEARS:
        return None
    return SuggestedFact(
        "current.years", len(spent), where, ", ".join(dict.fromkeys(spent.values()))
    )


def _is_job(line: str, title: str) -> bool:
    """Whether a part of a line, up to its dates, ends with a title: no county, no employer."""
    folded = normalize_name(title)
    parts = (part for piece in _JOB_PIECES.split(line) for part in (piece, *piece.split("/")))
    pieces = (re.split(r"\d", part)[0] for part in parts)
    return any(f" {normalize_name(piece)}".endswith(f" {folded}") for piece in pieces)


_JOB_PIECES = re.compile(r"[,|·•()\t]|(?<=\w\w)\.\s|\s[-–—]{1,3}\s|\s{2,}")
_AS_TITLE = re.compile(
    r"(?:[eo]rs?|ists?|ians?|nurses?|leads?|chief|head|clerks?|assistants?|aides?|associates?|cooks?"
    r"|chefs?|interns?|representatives?|guards?|welders?|technician|hand|specialist)\W*$",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(("&", "and", "of", "the"))
_AT = re.compile(r"(?P<before>\w+) (?:at|@) (?:the )?(?:[A-Z][\w'’.]* (?:& |and )?)*$")
_GOOD = frozenset("proficient skilled good great adept expert excel excelled strong better".split())


def is_employer(text: str, mention: Mention) -> bool:
    """Whether a name is a part of the name of an employer: Bed Bath & Beyond.

    It is behind "at", or a part of a name in a line with the years and the title of a job.
    """
    if mention.kind in ("credential", "language") or not mention.words[:1].isupper():
        return False
    begin = text.rfind("\n", 0, mention.start) + 1
    line = text[begin : begin + _LINE_LETTERS].split("\n", 1)[0]
    if mention.end - begin > len(line):
        return False
    at = _AT.search(line, 0, mention.start - begin)
    if at and at["before"].casefold() not in _GOOD:
        return True
    if not _SPAN.search(line):
        return False
    starts = [0, *(gap.end() for gap in _JOB_PIECES.finditer(line))]
    pieces = [(start, _JOB_PIECES.split(line[start:], maxsplit=1)[0]) for start in starts]
    own = next(piece for start, piece in reversed(pieces) if start <= mention.start - begin)
    has_title = any(_AS_TITLE.search(piece) for _, piece in pieces if piece != own)
    begins_it = own.strip().startswith(mention.words) and _SPAN.search(own)  # FedEx hub 2006-2012
    is_name = own.strip() != mention.words and not any(
        word[0].islower() and word not in _SMALL_WORDS for word in own.split() if not begins_it
    )
    return has_title and is_name and not _AS_TITLE.search(own)


def json_facts(reader: JsonReader, this_year: int) -> Iterator[SuggestedFact]:
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
            if 0 <= years <= MAX_YEARS:
                yield SuggestedFact("current.years", years, f"{jobs[0][0]}.startDate", start)
        elif jobs and (said := years_in_words(reader.text(jobs[0][1], "summary", jobs[0][0]))):
            words = f"{jobs[0][0]}.summary"
            yield SuggestedFact("current.years", said, words, f"{said} years")
    lines = [
        (f"{place}.studyType", reader.text(entry, "studyType", place))
        for place, entry in reader.entries("education")
    ]
    if degree := _education(lines):
        yield degree
