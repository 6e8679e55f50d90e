"""The jobs of a résumé: their dates, and the lines that name title and employer of each.

A job has a line with its dates, and in it, above it or below it, in any order, a title and an
employer, as a rule each in a part or a line of its own.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from careercli.core.employers import employer_before
from careercli.core.reading.skill_mentions import Mention
from careercli.core.title_words import STATE_NAMES, STATES
from careercli.files.resume_education import names_school
from careercli.files.resume_title_words import (
    AS_TITLE,
    BULLET,
    IS_SCHOOL,
    JOB_PIECES,
    TitlePart,
    titles_in,
)

LINE_LETTERS = 300
"""Letters of a line in which a job is looked for."""
WORK_HEADING = re.compile(
    r"^[#*\s]*(?:work|professional|employment|experience|job history)\b.{0,30}$"
)
OTHER_HEADING = re.compile(r"^[#*\s]*(?:(?:\w+ )?skills|education|certificat|licen[cs]e|languages)")
_YEARS = (
    r"\b(?P<start>(?:19|20)\d\d)\s*(?:[-–—]|to|until|til)\s*(?:[A-Za-z]{3,9}\.? |\d\d?/)?"
    r"(?:(?P<end>(?:19|20)\d\d|1[3-9]|[2-9]\d)|now|pres(?:ent)?|today|current)\b"
)
SPAN = re.compile(_YEARS, re.IGNORECASE)
"""The years of a job: 2015-2023, Mar 2015 - Jun 2023, 2015-18; 2015-03 is a month."""
_MONTH = (
    r"\b(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|summer|spring|fall|winter)\b\.?,?"
    r"|\d{1,2}/)"
)
_DATES = re.compile(rf"(?:{_MONTH} ?)?{_YEARS}", re.IGNORECASE)
_LAST_MONTH = re.compile(rf"{_MONTH}\s*$", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]{3}")
_NOW = "now"
"""Behind every year."""
LEEWAY = 3
"""Years ago that a job may have ended in which somebody still starts from it: so far back the
Displaced Worker Survey of the Bureau of Labor Statistics counts a job as lost."""

Line = tuple[str, str]
"""A line that isn't empty, behind its place, such as "line 3"."""


def lines_of(text: str) -> list[Line]:
    """The lines that aren't empty, each with its place."""
    lines = enumerate(text.splitlines(), start=1)
    return [(f"line {number}", line) for number, line in lines if line.strip()]


def _number(line: Line) -> int:
    return int(line[0].removeprefix("line "))


def _without_dates(words: str) -> str:
    """Words without the years of a job and the months beside them."""
    return _LAST_MONTH.sub("", _DATES.sub("", words)).strip()


# -- dates -----------------------------------------------------------------------------------------


def span_end(span: re.Match[str]) -> str:
    """The year in which a span ends, in four digits; empty if it lasts."""
    return span["end"] and span["start"][: -len(span["end"])] + span["end"]


def by_newest(span: re.Match[str]) -> tuple[str, str]:
    """By what the newest of several spans is told."""
    return span_end(span) or _NOW, span["start"]


def dates_end(line: str) -> int:
    """Where the dates of a job in a line end, before which its title and employer stand; else 0."""
    span = SPAN.search(line[:LINE_LETTERS])
    return span.end() if span else 0


def job_over(text: str, this_year: int) -> tuple[str, str] | None:
    """The place and the last year of the newest job that has dates, if that has ended."""
    lines = lines_of(text)
    last = _newest_dates(lines)
    if last is None or not is_over(last[0][0], this_year):
        return None
    return lines[last[1]][0], last[0][0]


def is_over(year: str, this_year: int) -> bool:
    """Whether a job that ended in a year ended too long ago."""
    return year != _NOW and int(year) < this_year - LEEWAY


def _newest_dates(lines: Sequence[Line]) -> tuple[tuple[str, str], int, str, str] | None:
    """The latest dates of the jobs: by what they are told, their line, and the words before and
    behind them."""
    last: tuple[tuple[str, str], int, str, str] | None = None
    for number, (_, line) in enumerate(lines):
        for before, span, after in _dated_in(line[:LINE_LETTERS]):
            if _is_school(lines, number, f"{before}{span.group()}{after}", len(before)):
                continue
            dates = by_newest(span)
            if last is None or dates > last[0]:
                last = dates, number, before, after
    return last


def _dated_in(line: str) -> Iterator[tuple[str, re.Match[str], str]]:
    """The dates in a line, each with the words before and behind it: "Cook 2015-2020, chef
    2020-now"."""
    for part in line.split(";"):
        spans = list(SPAN.finditer(part))
        begins = [0, *(span.end() for span in spans)]
        ends = [*(span.start() for span in spans[1:]), len(part)]
        for span, begin, end in zip(spans, begins, ends, strict=False):
            yield part[begin : span.start()], span, part[span.end() : end]


def _is_school(lines: Sequence[Line], number: int, part: str, dates: int) -> bool:
    """Whether dates are those of somebody's own schooling: no teacher at a high school.

    part: of the line of that number
    dates: where in it they begin; a title stands before them
    """
    titles = [piece for piece in JOB_PIECES.split(part[:dates]) if AS_TITLE.search(piece)]
    if titles and not (names_school(part) and all(map(_AS_TECH.search, titles))):
        return False
    own = _without_dates(part)
    if names_school(part) or names_school(own) or IS_SCHOOL.search(own):
        return True
    if _WORD.search(own):
        return False
    heads = _heads_of(lines, number)
    named = (line[:LINE_LETTERS] for _, line in heads)
    return not any(map(has_title, heads)) and any(
        names_school(line) or IS_SCHOOL.search(line) for line in named
    )


_AS_TECH = re.compile(r"\bTech\W*$")
"""At the end of a title, and of a school beside a degree: Ivy Tech."""


# -- what heads a job ------------------------------------------------------------------------------

HEAD_LINES, HEAD_LETTERS, HEAD_WORDS = 3, 80, 10


class _Piece(NamedTuple):
    """A part of a line that heads a job; start: in the line."""

    words: str
    start: int

    @property
    def is_title(self) -> bool:
        words = self.words.strip()
        return bool(AS_TITLE.search(words)) and employer_before(words) != words


_BETWEEN = re.compile(rf"{JOB_PIECES.pattern}|;|\s(?:at|@|/)\s")


@lru_cache(maxsize=32)
def _pieces(line: str) -> tuple[_Piece, ...]:
    """The parts of a line, its dates aside; asked for again for each job that is near."""
    line = _DATES.sub(lambda dates: "\t" * len(dates.group()), line)
    gaps = [gap.span() for gap in _BETWEEN.finditer(line)]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(line)]
    pieces = (_Piece(line[start:end], start) for start, end in zip(starts, ends, strict=True))
    return tuple(piece for piece in pieces if _WORD.search(piece.words))


_PLACE = re.compile(
    r"\W*[A-Z][A-Za-z.'’ -]{1,30}(?:,? (?P<state>[A-Z]{2})|, (?P<name>[A-Za-z ]{4,20}))"
    r"(?: \d{5})?\W*$"
)


def _is_place(line: str) -> bool:
    """Whether a line has only a town and its state in it: "Toledo, OH"."""
    place = _PLACE.match(line)
    if not place:
        return False
    code, name = place["state"] or "", place["name"] or ""
    return code.lower() in STATES or name.strip().lower() in STATE_NAMES.values()


def has_title(line: Line) -> bool:
    """Whether a part of a line ends as a title does."""
    return any(piece.is_title for piece in _pieces(line[1][:LINE_LETTERS]))


def _is_head(line: Line) -> bool:
    """Whether a line may name the title or employer of a job that has its dates in another."""
    words, lower = line[1].strip(), line[1].lower()
    if len(words) > HEAD_LETTERS or len(words.split()) > HEAD_WORDS or BULLET.match(line[1]):
        return False
    if WORK_HEADING.match(lower) or OTHER_HEADING.match(lower) or SPAN.search(words):
        return False
    parts = [part.strip() for part in words.split(",")]
    is_list = len(parts) > 2 and any(part[:1].islower() for part in parts[1:])
    return not (is_list or words.endswith((".", ":", ";", ",")) or ": " in words)


def _heads_above(lines: Sequence[Line], number: int) -> list[Line]:
    """The lines right above one that may head its job, the nearest first; not the text's first,
    where the person's name is."""
    return _heads(lines, range(number - 1, max(0, number - 1 - HEAD_LINES), -1), number)


def _heads_below(lines: Sequence[Line], number: int) -> list[Line]:
    """The lines right below one that may head its job, the nearest first."""
    return _heads(lines, range(number + 1, min(len(lines), number + 1 + HEAD_LINES)), number)


def _heads(lines: Sequence[Line], places: range, number: int) -> list[Line]:
    """Lines that may head a job, in order, up to the one with which title and employer are told."""
    found: list[Line] = []
    told = {piece.is_title for piece in _pieces(lines[number][1][:LINE_LETTERS])}
    for distance, place in enumerate(places, start=1):
        is_beside = abs(_number(lines[place]) - _number(lines[number])) == distance
        if told == {True, False} or not is_beside or not _is_head(lines[place]):
            break
        found.append(lines[place])
        pieces = [] if _is_place(lines[place][1]) else _pieces(lines[place][1])
        told |= {piece.is_title for piece in pieces}
    return found


def _heads_of(lines: Sequence[Line], number: int) -> list[Line]:
    """The lines that head the job whose dates are in one, that line first."""
    above = _heads_above(lines, number)
    own = lines[number]
    if above and any(map(has_title, (own, *above))):
        return [own, *above]
    return [own, *_heads_below(lines, number)]


def newest_job(lines: Sequence[Line]) -> Iterator[TitlePart]:
    """The words before the latest dates of the jobs, else behind them, else of the lines around."""
    last = _newest_dates(lines)
    if last is None:
        return
    _, number, before, after = last
    where = lines[number][0]
    own = before if _WORD.search(_without_dates(before)) else after
    yield from titles_in(where, _without_dates(own), is_first=False, is_job=True)
    around = [*_heads_of(lines, number)[1:]]
    around.sort(key=lambda line: not has_title(line))
    near = (*lines[number + 1 : number + 2], *lines[max(0, number - 1) : number])
    around += [line for line in near if line not in around and not SPAN.search(line[1])]
    for place, line in around:
        employer = next(_employers_in(other for other in around if other[0] != place), "")
        for part in titles_in(place, line[:LINE_LETTERS], is_first=False):
            yield part._replace(may_differ=False, employer=part.employer or employer)


def _employers_in(lines: Iterable[Line]) -> Iterator[str]:
    """What may name an employer in the lines that head a job."""
    for _, line in lines:
        for piece in () if _is_place(line) else _pieces(line):
            if not piece.is_title:
                yield piece.words.strip()


def lines_near(lines: Sequence[Line], number: int) -> Iterator[Line]:
    """A line that names a job and those in which its dates may be, the likeliest first."""
    yield from lines[number : number + 2]
    for place in range(max(0, number - HEAD_LINES), min(len(lines), number + HEAD_LINES + 1)):
        if SPAN.search(lines[place][1]) and lines[number] in _heads_of(lines, place):
            yield lines[place]
    yield from lines[max(0, number - 1) : number]


def lines_of_employer(title: TitlePart, lines: Sequence[str]) -> Sequence[str]:
    """The lines that may name the employer of a title: its own, or those below and above it if
    there is nothing else in its own than dates.

    lines: of the whole text
    """
    number = int(title.where.removeprefix("line ") or 0)
    if not number:
        return ()
    own = lines[number - 1]
    if _WORD.search(_without_dates(own.replace(title.words, ""))):
        return (own,)
    return (*lines[number : number + 1], *lines[max(0, number - 2) : number - 1])


_SERVICE = re.compile(
    r"\b(?:(?:U\.? ?S\.?|United States) (?:Army|Navy|Air Force|Marines?|Coast Guard|Space Force)"
    r"|(?:Army|Air) (?:National Guard|Reserves?)|National Guard|USMC|USAF|USCG|USN)\b"
    r"(?! (?:Exchange|Federal|Credit|Depot|contract|Corps of Eng|veterans?\b|civil))"
    r"|(?:^|[,|(–-]) ?(?:Army|Navy|Air Force|Marines|Marine Corps|Coast Guard) ?(?=$|[,|()–-]|\d)",
    re.IGNORECASE,
)


def is_in_service(text: str, where: str) -> bool:
    """Whether the job that a line names is one in the armed forces."""
    lines = lines_of(text)
    number = next((place for place, line in enumerate(lines) if line[0] == where), None)
    if number is None:
        return False
    dated = [line for line in lines_near(lines, number) if SPAN.search(line[1])][:1]
    own = [lines[number], *(_heads_of(lines, lines.index(dated[0])) if dated else [])]
    return any(names_service(line[:LINE_LETTERS]) for _, line in own)


def names_service(words: str) -> bool:
    """Whether the words of a job name one of the armed forces, and no civilian's work there;
    letters and digits as those of an army's occupations don't: "24V Controls"."""
    return _SERVICE.search(words) is not None and not _CIVILIAN.search(words)


_CIVILIAN = re.compile(r"\b(?:civilian|contractor|shipyard|garrison|base)\b", re.IGNORECASE)


# -- names of employers ----------------------------------------------------------------------------

_AT = re.compile(r"(?P<before>\w+) (?:at|@) (?:the )?(?:[A-Z][\w'’.]* (?:& |and )?)*$")
_WORKED_FOR = re.compile(
    r"\b(?:[Ww]ork(?:ed|ing)?|[Ee]mployed|[Dd]rove|[Dd]riving|[Dd]river) (?:for|by) (?:the )?"
    r"(?:[A-Z][\w'’.]* (?:& |and )?)*$"
)
_GOOD = frozenset("proficient skilled good great adept expert excel excelled strong better".split())
_SMALL_WORDS = frozenset(("&", "and", "of", "the"))


class Employers:
    """Where a résumé names employers, so that a name of a skill in it is none of a skill's."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = sorted(_employer_spans(text))

    def has(self, mention: Mention, places: Sequence[int]) -> bool:
        """Whether a name is a part of an employer's: Bed Bath & Beyond, DHL Supply Chain.

        It is behind "at", or in a part of the lines that head a job that isn't its title. What may
        be told of the job as well is, if it isn't in capitals or names several things.

        places: where all names are, in order
        """
        if mention.kind in ("credential", "language") or not mention.words[:1].isupper():
            return False
        near = self._text[max(0, mention.start - LINE_LETTERS) : mention.start].split("\n")[-1]
        at = _AT.search(near)
        if (at and at["before"].casefold() not in _GOOD) or _WORKED_FOR.search(near):
            return True
        span = self._span_at(mention.start)
        if not span or mention.end > span.end:
            return False
        if span.is_in_doubt:
            is_several = bisect_left(places, span.end) - bisect_left(places, span.start) > 1
            is_all = (mention.start, mention.end) == (span.start, span.end)
            return not (is_all or is_several) and _is_name(self._text[span.start : span.end])
        return _is_name(self._text[span.start : mention.start])

    def names(self, place: int) -> bool:
        """Whether an employer is named at a place of the text."""
        return self._span_at(place) is not None

    def _span_at(self, place: int) -> "_Span | None":
        index = bisect_right(self._spans, place, key=lambda span: span.start) - 1
        return self._spans[index] if index >= 0 and place < self._spans[index].end else None


def _is_name(words: str) -> bool:
    """Whether words are in capitals, as those of a name."""
    return not any(word[0].islower() and word not in _SMALL_WORDS for word in words.split())


class _Span(NamedTuple):
    """Where an employer is named, from and to; in doubt: it may be what was done there: "Barber,
    2005-2011" above "Excel"."""

    start: int
    end: int
    is_in_doubt: bool


def _employer_spans(text: str) -> Iterator[_Span]:
    """Where the lines that head jobs name employers, from and to."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    lines = lines_of(text)
    is_work = True
    for number, (_, line) in enumerate(lines):
        lower = line.lower()
        if WORK_HEADING.match(lower) or OTHER_HEADING.match(lower):
            is_work = WORK_HEADING.match(lower) is not None
        elif span := SPAN.search(line[:LINE_LETTERS]):
            if not _is_school(lines, number, line[:LINE_LETTERS], span.start()):
                yield from _named_in(_heads_of(lines, number), starts)
        elif is_work and _begins_block(lines, number):
            yield from _named_in([lines[number], *_heads_below(lines, number)[:1]], starts)


def _begins_block(lines: Sequence[Line], number: int) -> bool:
    """Whether the lines of a job without dates begin: an employer's name above a title, or below
    it, behind an empty line or a heading."""
    above, own = lines[number - 1] if number else ("line 0", ""), lines[number]
    is_first = _number(own) - _number(above) > 1 or WORK_HEADING.match(above[1].lower())
    return bool(is_first) and _is_head(own)


def _named_in(heads: Sequence[Line], starts: Sequence[int]) -> Iterator[_Span]:
    """Where the lines that head one job name its employer; nowhere without a title in them.

    heads: the line with the dates first
    """
    heads = [line for line in heads if not _is_place(line[1])]
    pieces = [(line, piece) for line in heads for piece in _pieces(line[1][:LINE_LETTERS])]
    if not any(piece.is_title for _, piece in pieces):
        return
    before: Line | None = None
    for line, piece in pieces:
        words = employer_before(piece.words) if piece.is_title else piece.words.strip()
        if not words:
            continue
        begin = starts[_number(line) - 1] + piece.start
        begin += len(piece.words) - len(piece.words.lstrip())
        is_behind = has_title(heads[0]) and _number(line) > _number(heads[0])
        yield _Span(begin, begin + len(words), is_behind or line == before)
        before = line
