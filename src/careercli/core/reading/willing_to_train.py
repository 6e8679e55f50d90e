"""Where an advertisement says that who lacks something is trained for it."""

import re

from careercli.core.reading.cues import Cue

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

REACH = 120
"""Letters behind a requirement in which it is told."""


def is_trained(lower: str, start: int) -> bool:
    """Whether the rest of a clause says that what stands before it is trained."""
    rest = re.split("[.;]", lower[start : start + REACH], maxsplit=1)[0]
    return TRAINED.search(rest) is not None
