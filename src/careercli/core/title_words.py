"""What the words of a job title say of the job, and what they say of its level and terms."""

import re
from typing import NamedTuple

from careercli.model.basics import Seniority
from careercli.text import normalize_name


class ParsedTitle(NamedTuple):
    """A job title, taken apart.

    words: the words that say what the job is, in the form in which names are compared
    seniority: entry, mid, senior or lead; None if the title tells none
    place: words that may name a place, because a state stands after them
    """

    words: str
    seniority: Seniority | None = None
    place: str = ""


SENIORITY: dict[str, Seniority | None] = {
    **dict.fromkeys(("senior", "sr", "snr"), "senior"),
    **dict.fromkeys(("junior", "jr", "jnr", "entry level"), "entry"),
    **dict.fromkeys(("trainee", "apprentice", "intern", "internship"), "entry"),
    **dict.fromkeys(("mid level", "intermediate", "midlevel"), "mid"),
    **dict.fromkeys(("lead", "principal"), "lead"),
    **dict.fromkeys(("staff", "experienced")),
}
"""Words that tell a level, and the level; None if they tell none for sure. They say it before
the job, but for `intern`, `trainee` and `internship`, which stand behind it."""
BEHIND = ("intern", "internship", "trainee", "apprentice", "junior", "jr", "senior", "sr")
TERMS = (
    *("part time", "full time", "parttime", "fulltime", "temp", "temporary", "seasonal", "prn"),
    *("per diem", "contract", "contract to hire", "permanent", "perm", "freelance", "w2", "c2c"),
    *("remote", "hybrid", "onsite", "on site", "work from home", "wfh", "telecommute"),
    *("day shift", "night shift", "evening shift", "weekend shift", "swing shift", "graveyard"),
    *("graveyard shift", "1st shift", "2nd shift", "3rd shift", "first shift", "second shift"),
    *("third shift", "nights", "days", "weekends", "evenings", "overnight", "rotating shift"),
    *("former", "ex", "retired"),
    *("urgent", "hiring", "now hiring", "urgently hiring", "immediate start", "sign on bonus"),
)
"""Words of contract, shift and place of work; at the beginning or the end they say nothing of what
the job is."""
STATE_NAMES = dict(
    pair.split(" ", 1)
    for pair in (
        "al alabama, ak alaska, az arizona, ar arkansas, ca california, co colorado, "
        "ct connecticut, de delaware, dc district of columbia, fl florida, ga georgia, "
        "hi hawaii, id idaho, il illinois, in indiana, ia iowa, ks kansas, ky kentucky, "
        "la louisiana, me maine, md maryland, ma massachusetts, mi michigan, mn minnesota, "
        "ms mississippi, mo missouri, mt montana, ne nebraska, nv nevada, nh new hampshire, "
        "nj new jersey, nm new mexico, ny new york, nc north carolina, nd north dakota, "
        "oh ohio, ok oklahoma, or oregon, pa pennsylvania, ri rhode island, sc south carolina, "
        "sd south dakota, tn tennessee, tx texas, ut utah, vt vermont, va virginia, "
        "wa washington, wv west virginia, wi wisconsin, wy wyoming"
    ).split(", ")
)
"""Code of a state, or of the District of Columbia -> its name, folded."""
STATES = STATE_NAMES.keys()
OTHER_MEANINGS = {
    *("al", "ar", "co", "ct", "de", "hi", "id", "in", "la", "ma", "md", "me", "mi", "mo", "ms"),
    *("mt", "ne", "oh", "ok", "or", "pa", "sc"),
}
"""Codes of states that are words or degrees too; they name a state only behind a comma."""
WORDS_TOO = frozenset("or in ok me hi ma pa md ms".split())
"""Codes of states that are letters of something else in capitals, too."""
HEAD_OF = ["head", "of"]
NUMERALS = {"i", "ii", "iii", "iv", "v", "1", "2", "3", "4", "5"}
RANKS = {
    *(f"{first} class" for first in ("1st", "2nd", "3rd", "first", "second", "third")),
    *(f"{grade} {step}" for grade in ("class", "level", "grade") for step in (*NUMERALS, *"abcd")),
}
"""How far somebody is in a trade, before or behind what it is: "Welder 1st Class"."""
SKILLED = {"journeyman", "journeywoman", "journeyperson", "journeyworker", "master"}
"""Who has learned a trade, before or behind it."""
PLACE = r",\s*[^,()/|]*?\s*,?\s+(?P<state>[A-Za-z]{2})\.?\s*$"
PARENTHESES = r"\(([^()]*)\)"
# patterns are compiled where they are used: most titles need none, and compiling takes long


def ends_with_state(words: str) -> bool:
    """Whether words end with a state: by its name, or its code in capitals."""
    last = words.split()[-2:]
    if not last or not last[-1][:1].isupper():
        return False
    if last[-1].isupper() and last[-1].lower() in STATES - WORDS_TOO:
        return True
    return {last[-1].lower(), " ".join(last).lower()}.intersection(STATE_NAMES.values()) != set()


def parse_title(text: str) -> ParsedTitle:
    """Takes a job title apart into what the job is, and level, terms and place.

    Words of level, contract, shift and place are left out as long as something is left that says
    what the job is: "Principal" alone stays. "Head of X" is "X manager", at the lead level.
    """
    place = ""
    if "(" in text:
        text = re.sub(PARENTHESES, _unless_terms, text)
    if "," in text and (found := re.search(PLACE, text)) and found["state"].lower() in STATES:
        text = text[: found.start()]
    words = normalize_name(text).split()
    if len(words) > 2 and words[-1] in STATES - OTHER_MEANINGS:
        place = words[-2]
        words = words[:-1]
    seniority: Seniority | None = None
    words = _without_terms(words)
    if words[:2] == HEAD_OF and len(words) > 2:
        words, seniority = [*words[2:], "manager"], "lead"
    while len(words) > 1:
        if (rest := _without_rank(words)) != words:
            words = rest
        elif (level := " ".join(words[:2])) in SENIORITY and len(words) > 2:
            words, seniority = words[2:], seniority or SENIORITY[level]
        elif words[0] in SENIORITY:
            seniority = seniority or SENIORITY[words[0]]
            words = words[1:]
        elif words[-1] in BEHIND:
            seniority = seniority or SENIORITY[words[-1]]
            words = words[:-1]
        else:
            break
        words = _without_terms(words)
    return ParsedTitle(" ".join(words), seniority, place)


def job_words(title: str) -> str:
    """What the words of a title say of the job: "line cook" of "Line cook wanted, nights"."""
    return parse_title(title).words.removesuffix(" needed").removesuffix(" wanted")


LEADS = frozenset("manager director superintendent controller editor principal president".split())
"""Last words of jobs whose assistants do the same work; a cook's or a teacher's do another."""


def without_deputy(words: str) -> str:
    """A title without "associate", or "assistant" of somebody who leads, before it: these say the
    level, and the rest what the job is. Empty if there is none."""
    first, _, rest = words.partition(" ")
    is_level = first in ("associate", "assoc") or (
        first in ("assistant", "asst") and rest.rpartition(" ")[2] in LEADS
    )
    return rest if is_level else ""


def _unless_terms(found: re.Match[str]) -> str:
    """What stands in parentheses, without contract, shift and place of work."""
    kept = [part for part in re.split("[,/;]", found[1]) if normalize_name(part) not in TERMS]
    return f" {' '.join(kept)} "


def _without_rank(words: list[str]) -> list[str]:
    """Several words without one that says how far somebody is in a trade, behind or before it."""
    if len(words) > 2 and " ".join(words[-2:]) in RANKS:
        return words[:-2]
    if len(words) > 2 and " ".join(words[:2]) in RANKS:
        return words[2:]
    if words[-1] in NUMERALS | SKILLED:
        return words[:-1]
    return words[1:] if words[0] in SKILLED else words


def _without_terms(words: list[str]) -> list[str]:
    """The words without terms at their beginning and end, if others are left."""
    for size in (3, 2, 1):
        if len(words) > size and " ".join(words[-size:]) in TERMS:
            return _without_terms(words[:-size])
        if len(words) > size and " ".join(words[:size]) in TERMS:
            return _without_terms(words[size:])
    return words
