"""What a résumé says of the person besides skills: present title, years in it, education."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from careercli.core.reading.statements import OTHER_EXPERIENCE
from careercli.core.reading.text_pattern import lowered
from careercli.core.title_words import job_words
from careercli.files.json_resume import JsonReader, years_in_words
from careercli.files.profile_schema import MAX_YEARS
from careercli.files.resume_education import SuggestedFact, education_in
from careercli.files.resume_jobs import (
    LINE_LETTERS,
    OTHER_HEADING,
    SPAN,
    WORK_HEADING,
    Employers,
    Line,
    by_newest,
    has_title,
    is_over,
    job_over,
    lines_near,
    lines_of,
    newest_job,
    span_end,
)
from careercli.files.resume_title_words import (
    BULLET,
    JOB_PIECES,
    TitlePart,
    halves,
    titles_in,
    without_wishes,
)
from careercli.text import normalize_name

_SINCE = re.compile(
    r"\b(?:since (?P<since>(?:19|20)\d\d)\b|(?P<start>(?:19|20)\d\d)\s*(?:[-–—]|to|until|til)\s*"
    r"(?:now|pres(?:ent)?|today|current)\b|(?P<years>\d{1,2})\+? (?:years?|yrs?)\b)",
    re.IGNORECASE,
)


_HEADER_LINES = 6
"""Lines of a résumé, and letters of each, in which its present title is looked for."""
_WISH_HEADING = re.compile(r"\W*(?:career |job |professional |my )?(?:objectives?|goals?)\W*$")
"""Above what somebody would like to do."""
_ABOUT_ME = re.compile(
    r"\W*(?:name|phone|cell|mobile|e-?mail|address|city|state|location)\b[^:]{0,20}:"
)
_JOB_LABEL = re.compile(
    r"^\W*(?:(?:current|present|most recent|last) )?(?:job(?: title)?|position|role|title"
    r"|occupation) ?: ?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[\w ]{3,30}:")


def title_parts(text: str, this_year: int) -> Iterator[tuple[TitlePart, ...]]:
    """What may be the present title, the likeliest first: of the newest job that has dates, of the
    first lines, and of the first job, none of a job that has ended; of titles that are two, either.
    """
    lines = lines_of(text)
    newest = () if job_over(text, this_year) else tuple(newest_job(lines))
    yield newest
    yield tuple(halves(part for part in newest if " / " in part.words))
    header: list[TitlePart] = []
    is_wish = False
    for number, (where, line) in enumerate(lines[:_HEADER_LINES]):
        lower = line.lower().strip()
        was_wish, is_wish = is_wish, _WISH_HEADING.match(lower) is not None
        if was_wish or is_wish:
            continue
        is_heading = WORK_HEADING.match(lower) or OTHER_HEADING.match(lower)
        if _ABOUT_ME.match(lower):
            continue
        told = _JOB_LABEL.sub("", line[:LINE_LETTERS])
        if is_heading or _LABEL.match(told.lower()) or SPAN.search(line):
            break
        header += titles_in(where, told, is_first=not number and told == line[:LINE_LETTERS])
    first_job = _first_job(lines)
    dated = (line[:LINE_LETTERS] for _, line in first_job)
    dates = next((line for line in dated if SPAN.search(line) or _SINCE.search(line)), "")
    spans = [by_newest(span) for span in SPAN.finditer(dates)]
    if not spans or not is_over(max(spans)[0], this_year):
        for where, line in first_job[:1]:
            header += titles_in(where, line[:LINE_LETTERS], is_first=False)
    yield tuple(header)
    timed = {where for where, line in lines if _SINCE.search(line) or SPAN.search(line)}
    yield tuple(halves(part for part in (*newest, *header) if part.where in timed))


def _first_job(lines: Sequence[Line]) -> Sequence[Line]:
    """The two lines below the heading of the jobs, one that ends as a title first."""
    work = (number for number, (_, line) in enumerate(lines) if WORK_HEADING.match(line.lower()))
    heading = next(work, len(lines))
    return sorted(lines[heading + 1 : heading + 3], key=lambda line: not has_title(line))


def text_facts(text: str, employers: Employers, this_year: int) -> Iterator[SuggestedFact]:
    """The education that a text states; a school where its writer works is none."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    lines = [
        (where, line)
        for where, line in lines_of(text)
        if not employers.names(starts[int(where.removeprefix("line ")) - 1])
    ]
    if degree := education_in(lines, this_year):
        yield degree


IsCalled = Callable[[str], bool | None]
"""Whether a title is one of a job's; None for words that are no title."""


def years_in(
    text: str, title: TitlePart, this_year: int, is_called: IsCalled
) -> SuggestedFact | None:
    """The years in the present job: as a line that names it says, as its dates add up to, or as the
    first lines and those of the first job say; more than the dates, if those name the job, too.

    is_called: whether a title is one of the job's. A maintenance welder was a welder before
    becoming a lead welder.
    """
    lines = lines_of(text)
    title = title._replace(words=job_words(title.words))
    top = (*lines[:_HEADER_LINES], *_first_job(lines))
    own = [line for line in lines if line[0] == title.where or _is_job(line[1], title.words)]
    if stated := _stated_years(own, this_year):
        return stated
    of_work = [line for line in top if _is_of_work(line[1], title)]
    dated = _dated_years(lines, title, this_year, is_called)
    if dated is None:
        return _stated_years(of_work, this_year)
    named = (line for line in of_work if _names_job(line[1], is_called))
    told = _stated_years(named, this_year)
    return told if told and int(told.value) > int(dated.value) else dated


_BEFORE_YEARS = re.compile(
    r"(?P<words>(?:[^\W\d_][\w'’-]*[ ,]+){1,6}?)(?:(?:with|having|for|of) )?"
    r"(?:(?:over|more than|about|around|nearly|almost|approximately) )?$",
    re.IGNORECASE,
)
"""What years are told of: "Certified nursing assistant with over"."""


def _names_job(line: str, is_called: IsCalled) -> bool:
    """Whether the words right before the years that a line states end with a title of a job."""
    found = _SINCE.search(line)
    before = found and _BEFORE_YEARS.search(line, max(0, found.start() - _NEAR), found.start())
    return before is not None and _ends_as(before["words"], is_called)


def _ends_as(piece: str, is_called: IsCalled) -> bool:
    """Whether the longest title that words end with is one of a job: a bus driver isn't any."""
    words = piece.split()[-TITLE_WORDS:]
    told = (is_called(" ".join(words[first:])) for first in range(len(words)))
    return next((is_own for is_own in told if is_own is not None), False)


_NEAR = 100
"""Letters before years in which they are told to be of a job."""
TITLE_WORDS = 5
"""Words of the longest title that is looked for."""
OTHER_TITLES = 40
"""Lines of a résumé in which another title of the same job is looked for."""


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
    work = None
    if found and found["years"]:
        work = OTHER_EXPERIENCE.match(lower, found.end()) or _OF.match(lower, found.end())
    if not work:
        return True
    own = {word[:STEM] for word in normalize_name(title.words).split()}
    return not own.isdisjoint(word[:STEM] for word in normalize_name(work.group()).split())


_WAS = re.compile(
    r"\b(?:was|am|been|as) an? (?P<job>(?:[^\W\d_]+ ){0,4}?[^\W\d_]+) (?:(?:at|for|in|with)\b|$)"
)
"""Before years of the job that it names."""
_OF = re.compile(r" of (?!(?:[\w/-]+ )?(?:experience|exp|work|service)\b)[\w/-]+(?: [\w/-]+)?")
"""Behind years that are those of what follows: "2 years of Spanish"."""
STEM = 4
"""Letters by which words are told to be of one family."""


def _stated_years(lines: Iterable[tuple[str, str]], this_year: int) -> SuggestedFact | None:
    """The years that a line states; not those at a school or without an accident, nor of dates."""
    for where, line in lines:
        found = _SINCE.search(_OF_EARLIER_JOB.sub("", line))
        if not found or SPAN.search(line) or _NOT_WORK.search(line):
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


def _dated_years(
    lines: Sequence[Line], title: TitlePart, this_year: int, is_called: IsCalled
) -> SuggestedFact | None:
    """The years that the dates of every job of a title add up to, those of two at once once."""
    spent: dict[int, str] = {}
    where = ""
    titled = [line for line in lines if has_title(line) and not BULLET.match(line[1])]
    others = {own for own, line in titled[:OTHER_TITLES] if _is_called_so(line, is_called)}
    for number, (own, line) in enumerate(lines):
        if own != title.where and own not in others and not _is_job(line, title.words):
            continue
        dated = ((near, list(SPAN.finditer(text))) for near, text in lines_near(lines, number))
        if found := next(((place, spans) for place, spans in dated if spans), None):
            place, span = found[0], max(found[1], key=by_newest)
            where = where or place
            end = min(int(span_end(span) or this_year), this_year)
            spent.update(dict.fromkeys(range(int(span["start"]), end), span.group()))
    if not where or not 0 < len(spent) <= MAX_YEARS:
        return None
    return SuggestedFact(
        "current.years", len(spent), where, ", ".join(dict.fromkeys(spent.values()))
    )


def _is_job(line: str, title: str) -> bool:
    """Whether a part of a line, up to its dates, ends with a title: no county, no employer."""
    folded = normalize_name(title)
    parts = (part for piece in JOB_PIECES.split(line) for part in (piece, *piece.split("/")))
    pieces = (re.split(r"\d", part)[0] for part in parts)
    return any(f" {normalize_name(piece)}".endswith(f" {folded}") for piece in pieces)


def _is_called_so(line: str, is_called: IsCalled) -> bool:
    """Whether a part of a line, up to its dates, ends with a title of a job."""
    pieces = (re.split(r"\d", piece)[0] for piece in JOB_PIECES.split(line[:LINE_LETTERS]))
    return any(_ends_as(piece, is_called) for piece in pieces)


def json_facts(reader: JsonReader, this_year: int) -> Iterator[SuggestedFact]:
    basics = reader.data.get("basics")
    label = reader.text(basics, "label", "basics") if isinstance(basics, dict) else ""
    jobs = [(where, entry) for where, entry in reader.entries("work") if not entry.get("endDate")]
    title, where = label, "basics.label"
    if jobs and (position := reader.text(jobs[0][1], "position", jobs[0][0])):
        title, where = position, f"{jobs[0][0]}.position"
    if title and without_wishes(title) == title:
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
        (
            f"{place}.studyType",
            f"{reader.text(entry, 'studyType', place)} {entry.get('endDate', '')}",
        )
        for place, entry in reader.entries("education")
    ]
    if degree := education_in(lines, this_year):
        yield degree
