"""Where an advertisement says that who lacks something is trained for it."""

import re

from careercli.core.reading.text_pattern import Cue

TRAINED = Cue(
    r"(?:\b(?:(?:is|are) )?(?:required|needed|preferred|a must)\b,? )?"
    r"(?:\b(?:or|but|and|if not)\b,? )?"
    r"(?:\b(?:(?:we|employer|company)(?: are| is|['’]re)? |(?:be|is|are) )?"
    r"(?:(?:willing(?:ness)?|able|ability|happy|glad|ready|prepared|eager) to|will|can|['’]ll) "
    r"(?:be )?(?:train(?:ed)?|learn)\b(?= *(?:$|[.;,)\n]|(?:the )?right\b|(?:a |an )?(?:good|great|"
    r"motivated|dependable|reliable|qualified|committed)\b|you\b|someone\b|on[- ]the[- ]job\b|if\b"
    r"|for (?:the )?right\b|but\b|on site\b))"
    r"|\b(?:on[- ]the[- ]job |paid |full |free )*training (?:is |will be )?"
    r"(?:provided|available|offered|given)\b)",
    "train learn",
)
"""Behind what is then no requirement: "forklift card or willing to train"; not before those who are
trained, which is a duty: "will train new hires". In lower case."""

_TRAINEE = re.compile(r"[ -](?:in[ -])?(?:trainees?\b|training (?:program|academy)\b)")
_SCHOOL = re.compile(
    r"(?: [\w-]+)?[ -](?:training|school|class(?:es)?|course|program|academy|certification|exam"
    r"|permit|licen[cs]e|licensing)\b(?! (?:grad|required|needed|preferred|completion|certificate))"
)
_GIVEN = re.compile(
    r"(?:/\w+)?(?: (?:training|certification|class(?:es)?|course))?(?: is| are| will be)? "
    r"(?:provided|paid for|covered|reimbursed|on us)\b"
)
_OFFERED = re.compile(
    r"\b(?:paid|free|sponsored|no[ -]cost|earn|(?:we|employer|company)(?:['’]ll| will)?"
    r" (?:pays?|trains?|sponsors?|offers?|provides?|covers?)|our own)\b[^.;:,]{0,24}$"
)


def is_training(lower: str, start: int, end: int) -> bool:
    """Whether a credential at a place of a sentence is what people are trained for: "CDL trainee",
    "paid CDL school"."""
    if _TRAINEE.match(lower, end) or _GIVEN.match(lower, end):
        return True
    offered = _OFFERED.search(lower, max(0, start - 48), start)
    return offered is not None and _SCHOOL.match(lower, end) is not None


REACH = 120
"""Letters behind a requirement in which it is told."""


def is_trained(lower: str, start: int) -> bool:
    """Whether the rest of a clause says that what stands before it is trained."""
    rest = re.split("[.;]", lower[start : start + REACH], maxsplit=1)[0]
    return TRAINED.search(rest) is not None
