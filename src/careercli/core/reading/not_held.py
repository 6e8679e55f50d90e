"""Whether the words around a credential in a résumé say that it isn't held: not yet, or no more."""

import re
from functools import lru_cache
from typing import Literal

from careercli.core.reading.text_pattern import Cue

# these are looked for in lower case

_TOWARDS = Cue(
    r"\b(?:(?:working|started|starting) (?:on|towards?)|stud(?:y|ied|ying) for|studying to"
    r"|preparing for|pursuing|enrolled in|in (?:school|training|class(?:es)?) for"
    r"|(?:applied|applying|scheduled|sit|sitting) for|taking (?:the|an?)|candidate for)\b"
    r"(?![^,;.:()\n]*\b(?:with|as|who|using)\b)[^,;.:()\n]{0,40}$",
    "on toward study studied preparing pursuing enrolled for taking",
)
_ON_THE_WAY = Cue(
    r"\b(?:in progress|in process|pending|under ?way|anticipated|expect(?:ed|ing)|eligible"
    r"|(?:plan(?:s|ning)?|hop(?:e|es|ing)|want(?:s|ing)?|intend(?:s|ing)?|going|interested)"
    r" (?:to|on|in) (?:be |become )?(?:(?:test|sit|get|obtain|earn|pursu|learn|certif|licen[sc])\w*"
    r"|tak(?:e|ing) (?:the |an? |my )?(?:\w+ ){0,2}?(?:test|exam|class|course)"
    r"|train(?:ed|ing)?(?=\W*$| (?:in|for|as|to|on|at|this|next|soon)\b|[,;.)]))"
    r"|not yet|class(?:es)? taken|(?:exam|test) (?:is )?(?:scheduled|booked))\b"
    r"|^\W*(?:student|trainee|candidate|in training|scheduled|booked)\b|\blearner['’]?s? permit\b"
    r"|^ (?:learner['’]?s? |instruction |student |temporary )?permit\b"
    r"|^\W*(?:position |job |role )?(?:desired|wanted|sought)\b(?! (?:for|by)\b)",
    "in pending under anticipated expect eligible yet taken scheduled booked student trainee "
    "candidate learner permit desired wanted sought plan hop want intend going",
)
"""A permit that isn't itself a name of the credential is one to learn it by: "CDL permit"."""
_LOST_AFTER = Cue(
    r"\b(?:expired|lapsed|revoked|suspended|surrendered|inactive|lost|failed|unfinished|dropped out"
    r"|withdrew|no longer (?:valid|active|current|held)|(?:not|never|did ?n['’]?t) (?:\w+ )?(?:pass"
    r"|finish|complete|renew|active|current|held|valid|taken|got)\w*)"
    r"(?![ -](?!in\b|on\b|since\b|last\b|as of\b|once\b|twice\b|[a-z]{3,9}\.? ?\d)[a-z])",
    "expired lapsed revoked suspended surrendered inactive lost failed unfinished dropped withdrew "
    "no not never did",
)
"""Not "removed expired drugs", nor "no lost-time accidents"."""
_LOST_BEFORE = Cue(
    r"\b(?:expired|lapsed|revoked|suspended|surrendered|inactive|lost|failed|did(?: not|n['’]?t) "
    r"(?:pass|finish|complete|renew)|no longer|formerly|used to)\b(?: [\w'’]+){0,4} $",
    "expired lapsed revoked suspended surrendered inactive lost failed did no formerly used",
)
_HAD_AGAIN = re.compile(r"\b(?<!not )(?:renewed|reinstated|passed|retaken|recertified)\b")
_EXAM = Cue(
    r"^[ -](?:licen[sc]\w+ |certification |board )?(?:exam(?:ination)?|test)s?\b", "exam test"
)
_PASSED = re.compile(r"\b(?:passed|cleared)\b")
_A_PART = re.compile(r"\b(?:\d|one|two|three|four|first|second|third|parts?|sections?)\b")

_SOME_PARTS = re.compile(
    r"\b(\d|one|two|three) (?:out )?of (?:the )?(?!\1\b)(?:\d|two|three|four|five)\b"
)
"""Of an exam: "3 of 4 parts passed"."""


@lru_cache(maxsize=1_000)
def not_held(before: str, after: str) -> Literal["lapsed", "learning"] | None:
    """What the words before and behind a credential say of it; None if it's held."""
    if _HAD_AGAIN.search(after) and not _SOME_PARTS.search(after):
        return None
    if _LOST_BEFORE.search(before) or _LOST_AFTER.search(after):
        return "lapsed"
    if _TOWARDS.search(before) or _ON_THE_WAY.search(after):
        return "learning"
    if _EXAM.search(after):
        passed = _PASSED.search(before)
        return None if passed and not _A_PART.search(before, passed.end()) else "learning"
    return None
