"""What may be the title of an advertisement: words of its first lines."""

import re

from careercli.core.reading.offered_pay import without_pay
from careercli.core.title_words import OTHER_MEANINGS, STATES

MAX_TITLE = 6
"""Words that a title has at most."""
_LINES = 3
_PART = re.compile(
    r"[,|•;:!()\[\]]|\*{2,}|[.](?=\s)|\s[-–—]\s|\s[-–—](?=\w)|(?<=\w)[-–—]\s|\s{2,}|\bat\b|\b(?:wanted|needed)\b",
    re.IGNORECASE,
)
_HIRING = re.compile(
    r"(?:\b(?:we|is|are|we['’]re|now|currently|immediately|urgently|actively|always|also)\s+)*"
    r"(?:\b(?:(?<!of )(?<!and )(?:hiring|recruiting)(?! (?:managers?|coordinators?|specialists?"
    r"|directors?|assistants?|supervisors?|partners?|leads?|associates?)\b)(?=\W*\w)|seeking"
    r"|seeks?|(?:looking|searching) (?:for|to (?:hire|add))"
    r"|in (?:search|need) of|(?<=we )need|needs?(?= (?:an?|\d|several|more)\b)"
    r"|(?:has|have) (?:an? )?(?:\w+ )?openings? for)\b|^(?:help )?wanted(?=:))"
    r"[:\s]*(?:(?:for|an?|the|our|several|more|\d+)\s+)*",
    re.IGNORECASE,
)
"""What stands before the job that somebody is wanted for, and behind the employer's name."""
_SAINT = re.compile(r"\b(?:(?:St|Ste|Mt|Ft)\.?|ST\.) (?=[A-Z])[\w'’]+")
"""A part of a name or a place: St. Mary Hospital."""
_FIRM = re.compile(
    r"\b[A-Z][\w'’]+(?:, [A-Z][\w'’]+)? (?:&|[Aa]nd) (?:Sons?|Daughters?|Bros\b\.?|Brothers|Co\b\.?"
    r"|Company|Partners)\b"
)
"""An employer under the name of its owner, who may be called as a job is: Cook & Sons."""
_STATE = re.compile(r"(?<=\w),? ([A-Z]{2})(?=\W|$)")
_WHERE = re.compile(
    r"\s(?:in|to|for|with|who|that|near|on|join\w*|as|positions?|opening\w*|needed)\b.*$",
    re.IGNORECASE,
)
"""What follows a title in a sentence: "a welder to join our team"."""
_NO_TITLE = re.compile(
    r"^\W*(?:now hiring|hiring|urgent\w*|remote|hybrid|full[- ]time|part[- ]time|nights?|days?"
    r"|job (?:title|description|summary)|about\b.*|position|\d+\w* shift|home weekends|us|regional"
    r"|local|commercial|help)?\W*$"
    r"|[$@%]|(?!911\b)\d{3}|\.\d|\b(?:cpm|a plus|preferred|do[eq]|tips|exp)\b"
    r"|\d\+? ?(?:yrs?|years?)\b|\d/\d",
)
_SENTENCE = re.compile(
    r"^(?:experience|we|you|our|your|knowledge|must|familiar|proficien|ability|the|this|if|are|do"
    r"|looking|join|currently|i|my)\b",
)


_SLASH = re.compile(r" ?(?<!\bw)/ ?")
_RANKS = frozenset(
    "aide apprentice assistant asst associate clerk coordinator helper lead leader manager operator"
    " specialist supervisor tech technician trainee worker i ii iii iv".split()
)
"""Words that don't tell the job by themselves: "HVAC Helper / Apprentice"."""


def sides(title: str) -> list[str]:
    """The titles of which one is wanted, "Server/Bartender"; none without a slash.

    A side that only tells another rank of the first is left out; "Shipping/Receiving Clerk" has one
    noun for both.
    """
    parts = [side.strip() for side in _SLASH.split(title) if side.strip()]
    if len(parts) < 2:
        return []
    words, noun = parts[-1].split(), ""
    if len(words) > 1 and all(" " not in side for side in parts[:-1]):
        noun = words[-1]
    kept = [side for side in parts if side.lower() not in _RANKS]
    shared = [f"{side} {noun}" for side in parts[:-1]] if noun else []
    return [*shared, *kept]


def title_parts(text: str) -> list[str]:
    """What may be the title, of the first lines: the likeliest first.

    Of a line that says that somebody is wanted, what stands behind those words goes before what
    stands before them, which is the employer: "Acadian Ambulance is hiring paramedics".
    """
    lines = [line.strip(" #*\t") for line in text.splitlines() if line.strip(" #*-•\t")]
    parts: list[str] = []
    for number, line in enumerate(lines[:_LINES]):
        if _LABELED.match(line):
            continue
        line = without_pay(line[:_LINE_LETTERS])
        hiring = _HIRING.search(line)
        if not hiring and number and _NO_HEADER.match(line.lower()):
            break
        if hiring:
            wanted = _pieces(line[hiring.end() :])
            parts += [_WHERE.sub("", piece) for piece in wanted[:1]]
            parts += _titles([*wanted, *_pieces(line[: hiring.start()])])
        else:
            parts += _titles(_pieces(line))
    return [part for part in dict.fromkeys(parts) if part]


_LABELED = re.compile(
    r"(?:territory|location|where|address|schedule|hours|shift|pay|salary|wages?|start date"
    r"|reports to|department|dept|company|employer|(?:job|req\w*) (?:id|number|no|#)|status|posted)"
    r"(?: (?:of|on|range|rate|hours?|id|number|no|name|type|date|time)\b[^:]{0,16})?\s?:",
    re.IGNORECASE,
)
"""A line of the top whose label says that it holds something else than the title."""
_LINE_LETTERS = 200
_NO_HEADER = re.compile(r"[-•·▪]|\w+ (?:you|we)\b|you\b|requirements?\b")


def _pieces(line: str) -> list[str]:
    """The parts of a line, each also by what stands before and behind "and", without places."""
    line = _STATE.sub(_unless_state, _SAINT.sub(" ", _FIRM.sub(",", line)))
    pieces = [piece.strip(" .*#!-–—") for piece in _PART.split(line)]
    return [half.strip() for piece in pieces for half in (piece, *_halves(piece)) if half.strip()]


_AND = re.compile(r"\s(?:and|&)\s")


def _halves(piece: str) -> list[str]:
    """What stands before and behind "and" in what may be a title, and between the slashes of what
    is too long for one."""
    if _length(piece) > MAX_TITLE:
        return piece.split(" / ")
    return _AND.split(piece)[:2] if "/" not in piece and _AND.search(piece) else []


def _length(title: str) -> int:
    """Words of a title."""
    return len(_SLASH.sub(" ", title).split())


def _unless_state(found: re.Match[str]) -> str:
    """Nothing for the code of a state, which may be a degree or a short form too: Baltimore, MD."""
    code = found[1].lower()
    is_state = code in STATES and ("," in found.group() or code not in OTHER_MEANINGS)
    return "," if is_state else found.group()


def _titles(pieces: list[str]) -> list[str]:
    """The pieces of a line that may be a title."""
    return [
        words
        for words in pieces
        if _length(words) <= MAX_TITLE
        and not _NO_TITLE.search(words.lower())
        and not _SENTENCE.match(words.lower())
    ]
