"""The words of a line of a résumé that may be the title of a job."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from careercli.core.employers import employer_before
from careercli.core.reading.text_pattern import lowered
from careercli.core.reading.wishes import WISHED
from careercli.core.title_words import NUMERALS, RANKS, STATES


class TitlePart(NamedTuple):
    """Words of a résumé that may be the present title.

    may_differ: whether they may also be written unlike any title that is known; a name may not
    employer: what stands beside them as the place where it was
    """

    where: str
    words: str
    may_differ: bool = True
    employer: str = ""


_SHORTEST_TITLE, _TITLE_WORDS = 2, 6
_LIST_ITEMS = 4
"""Items of a line from which it is a list, and has no title in it."""
_NOT_TITLE = re.compile(
    r"[@\d]|^(?:summary|skills|experience|work|profile|objective)\b|^(?:dr|mr|mrs|ms)$"
    r"|\bclub\b|\bhonor society\b|\bstudent (?:council|body|government|nurse|teacher|athlete)\b"
)
_OPENING = re.compile(
    r"^(?:(?:i(?:['’]m| am| was|['’]ve been| have been)?|work(?:ed|ing)?(?: as)?|employed as"
    r"|my job is|currently|now|presently|most recently|an?|the|\d(?:st|nd|rd|th)[- ]year)"
    r" (?=\S))+",
    re.IGNORECASE,
)
"""What stands before a title in a sentence: "I was a machinist"."""
_NOW_BEHIND = re.compile(r" (?:now|currently|presently)$", re.IGNORECASE)
_EARLIER = re.compile(
    r"^(?:and |then )?(?:before (?:that|this|then)|previously|prior to (?:that|this)|formerly"
    r"|earlier|(?:i )?used to)\b",
    re.IGNORECASE,
)
"""Before a job that isn't the present or last one, to the end of the sentence."""
_EARLIER_BEHIND = re.compile(r"\b(?:before (?:that|this|then)|previously)$", re.IGNORECASE)
JOB_PIECES = re.compile(r"[,|·•()\t]|(?<=\w\w)\.\s|\s[-–—]{1,3}\s|\s{2,}")
"""Between title, employer and place of a job."""
AS_TITLE = re.compile(
    r"(?:(?:(?<!\btow)(?<!\bcent)(?<!\btheat)(?<!\bman)(?<!\bharb)(?<!\bcorn)(?<!\briv)(?<!\bwat)"
    r"(?<!\blumb)(?<!\bpow)(?<!\bpap)(?<!\bdin)(?<!\bsumm)(?<!\bwint)(?<!\bsilv)(?<!\bcopp)"
    r"[eo]rs?|ists?|ians?|nurses?|leads?|chief|head|clerks?|assistants?|aides?"
    r"|(?<!& )(?<!and )associates?|cooks?|chefs?|interns?"
    r"|representatives?|guards?|technician|hand|specialist|mechanics?|attendants?"
    r"|apprentices?|\b(?:fore|journey|repair|delivery)(?:man|woman|person)|secretary|host(?:ess)?"
    r"|barista|(?<!georgia )(?<!virginia )(?<!texas )tech|medic|agent|consultant|accountant|analyst"
    r"|sergeant|corporal|operative|help|paraprofessional|\b(?-i:RN|LPN|LVN|CNA|STNA|HHA|PCT|PCA|EMT))"
    rf"(?P<rank> (?:{'|'.join(sorted(RANKS | NUMERALS))}))?)\W*$",
    re.IGNORECASE,
)
"""At the end of what may be a title: of the names of employers hardly one ends so."""
IS_SCHOOL = re.compile(
    r"\b(?:schools?|college|university|academy|institute|(?-i:HS))\W*$", re.IGNORECASE
)
"""At the end of the name of a school, which is no title."""
_DEGREE_IN_FIELD = re.compile(
    r"\W*(?:B\.?[AS]\.?|M\.?[AS]\.?|A\.?A\.?S\.?|A\.?[AS]\.?|B\.?Sc\.?"
    r"|(?i:bachelor|master|associate)(?:['’]?s\b| (?i:degree)|(?= (?i:of|in) )))"
    r" (?:(?i:of|in) )?[A-Z]"
)
"""A line of somebody's studies: the field isn't a title."""
_SENTENCE_ENDS = re.compile(r"(?<=\w\w)\.\s")
BULLET = re.compile(r"\s*(?:[-–—•*·▪●◦‣]\s|[•*·▪●◦‣](?=[a-z]))")
_PIECE_ENDS = re.compile(
    r"[,|·•().;:]|\s[-–—]{1,3}\s|\s{2,}|\b(?:for|since|with|(?<!-)at(?!-)|seeking|looking)\b"
    r"|\bto (?=(?:the )?[A-Z])|\b\d{1,2}\+? (?:years?|yrs?)\b"
)


_MILITARY_CODE = re.compile(r"^(\d\d[A-Z])\d{0,2} (?=[A-Z])")
"""Before the title that it stands for: 68W Combat Medic."""


_HOPED = re.compile(
    r"^\W*(?:(?:target|desired) (?:job|position|role|career|title)\b[^:]{0,20}:"
    r"|(?:aspiring|future|prospective)\b)"
    r"|\b(?:interested in|open to|available for|applying (?:for|to|as))\b"
)
"""Before what somebody would like to be, beside what `WISHED` finds."""
_HOPED_BEHIND = re.compile(
    r"[-–—:,(] ?(?:(?:(?:very )?interested in|want(?:s|ing)?(?: to)?|hop(?:e|es|ing) (?:to|for)"
    r"|plan(?:s|ning)? (?:to|on)|willing to|would like(?: to)?) (?:\w+ ){0,2}?(?:train(?:ing|ed)?"
    r"|learn(?:ing)?|certifi\w+|classes|courses?)"
    r"|(?:desired|target) (?:position|job|role))\W*$"
    r"|\w\W{0,3}\b(?:desired|wanted|sought)\W*$"
)
"""Behind what somebody isn't yet: "Phlebotomy - interested in training"."""


def without_wishes(words: str) -> str:
    """What words tell before a wish, "Cashier" of "Cashier seeking a position as a nurse"; nothing
    if all of it is wished for."""
    lower = lowered(words)
    if hoped := _HOPED_BEHIND.search(lower):
        return words[
            : max(lower.rfind(";", 0, hoped.start()), lower.rfind(". ", 0, hoped.start())) + 1
        ]
    wishes = (cue.search(lower) for cue in (WISHED, _HOPED))
    return words[: min((wish.start() for wish in wishes if wish), default=len(words))]


def titles_in(
    where: str, line: str, *, is_first: bool, is_job: bool = False
) -> Iterator[TitlePart]:
    """The parts of a line that may be a title: whole, where "and" parts them, and at last without
    an employer that stands beside them.

    A sentence that is a list has none, nor what somebody did before the job that is told of first.
    """
    beginnings: list[TitlePart] = []
    if not is_job and (BULLET.match(line) or _DEGREE_IN_FIELD.match(line)):
        return
    sentences = _SENTENCE_ENDS.split(line)
    is_list = not is_job and line.count(",") >= _LIST_ITEMS
    told_in = [one for one in sentences if not is_list or _tells_job(one)]
    clauses = (clause for sentence in told_in for clause in sentence.split(";"))
    for clause in map(without_wishes, clauses):
        told = [piece.strip(" .*#\t–—-") for piece in _PIECE_ENDS.split(clause)]
        pieces = [*takewhile(lambda piece: not _EARLIER.match(piece), told)]
        for number, piece in enumerate(pieces):
            if number and piece.isupper() and piece.lower() in STATES:  # "Erie, PA"
                continue
            employer = next(filter(None, pieces[number + 1 :]), "")
            is_name = is_first and number == 0 and line.startswith(clause)
            part = TitlePart(where, _NOW_BEHIND.sub("", _OPENING.sub("", piece)), not is_name)
            yield from _titles(part._replace(employer=employer))
            beginnings += _beside_employer(where, part.words)
    if is_job or not is_first:
        yield from beginnings


def _tells_job(sentence: str) -> bool:
    """Whether a sentence in a line that is a list says where or how long somebody did a job."""
    return sentence.count(",") < _LIST_ITEMS and _JOB_TOLD.search(sentence) is not None


_JOB_TOLD = re.compile(r"\bat [A-Z]|\b\d{1,2}\+? (?:years?|yrs?)\b|\bsince (?:19|20)\d\d\b")


_RANK_BEFORE = re.compile(rf"(?:{'|'.join(sorted(RANKS))}) (?=\S)", re.IGNORECASE)
"""Before a title, how far somebody is: "1st Class Welder"."""


def _titles(part: TitlePart) -> Iterator[TitlePart]:
    """What a part of a line may be the title of, whole and where "and" parts it."""
    if code := _MILITARY_CODE.match(part.words):
        yield TitlePart(part.where, code[1], may_differ=False)
        part = part._replace(words=part.words[code.end() :])
    if (found := AS_TITLE.search(part.words)) and found["rank"]:
        part = part._replace(words=part.words[: found.start("rank")])
    if found and (rank := _RANK_BEFORE.match(part.words)):
        part = part._replace(words=part.words[rank.end() :])
    piece = part.words
    is_short = len(piece.split()) <= _TITLE_WORDS
    if len(piece) < _SHORTEST_TITLE or not is_short or _is_no_title(piece):
        return
    yield part
    for half in re.split(r"\band\b|/|&", piece)[:2] if " and " in piece else ():
        if len(half.strip()) > _SHORTEST_TITLE:
            yield part._replace(words=half.strip(), may_differ=False)


def _is_no_title(piece: str) -> bool:
    no_title = _NOT_TITLE.search(piece.lower()) or IS_SCHOOL.search(piece)
    return bool(no_title or _EARLIER_BEHIND.search(piece))


def _beside_employer(where: str, piece: str) -> Iterator[TitlePart]:
    """The title in a part of a line that goes on with the employer, or begins with one that is
    known: "Security officer Allied Universal", "amazon order picker"."""
    words = piece.split()
    known = employer_before(piece)
    if known and len(words) > (first := len(known.split())):
        rest = takewhile(lambda word: not _HAS_DIGIT.search(word), words[first:])
        yield TitlePart(where, " ".join(rest), may_differ=False, employer=known)
    for place in range(2, min(len(words), _TITLE_WORDS)):
        if words[place - 1].islower() and not words[place][0].islower():
            title, employer = " ".join(words[:place]), " ".join(words[place:])
            if not _is_no_title(title):
                yield TitlePart(where, title, may_differ=False, employer=employer)


def halves(parts: Iterable[TitlePart]) -> Iterator[TitlePart]:
    """The titles of those who are two things at once: "Receptionist / Front desk"."""
    for part in parts:
        for words in part.words.split("/") if "/" in part.words else ():
            if len(words.strip()) > _SHORTEST_TITLE:
                yield part._replace(words=words.strip(), may_differ=False)


_HAS_DIGIT = re.compile(r"\d")
