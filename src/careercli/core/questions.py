"""What a search says that isn't the name of a job: wishes, filters in plain words, fillers."""

import re
from typing import NamedTuple

from careercli.core.title_words import TERMS
from careercli.text import normalize_name


class Question(NamedTuple):
    """A search, taken apart.

    kept: the words that may name a job, a skill or a field of study
    wishes: what the others wish for, such as "no math"
    options: the options that answer wishes, such as "--sort pay"
    """

    kept: str
    wishes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


_NO_DEGREE = (
    r"\b(?:without|with no|no|not needing|that (?:don['’]?t|do not) (?:need|require))"
    r"(?: an?| any)?(?: college| university| four-year| 4-year)? (?:degree|college)\b"
)
_BEST_PAID = (
    r"\b(?:with )?(?:the )?(?:highest|best|better|top|most|high|good|well|big)[ -]+pay(?:ing)?\b"
    r"|\bpay(?:s|ing)? (?:the )?(?:most|best|well|good)\b|\bgood money\b"
)
_AMOUNT = (
    r"(?:\b(?:that|which|who) )?\b(?:pay(?:s|ing)?|mak(?:e|es|ing)|earn(?:s|ing)?|over|above"
    r"|at least|more than)(?: (?:over|above|at least|more than|about|around))? \$?"
    r"(?:(?P<hour>\d{2,3}) ?(?:an hour|per hour|/ ?h(?:ou)?r?)"
    r"|(?P<pay>\d{2,3} ?k|\d{2,3},?\d{3})\b(?: ?(?:a|per) year)?)"
    r"\+?|\$(?P<alone>\d{2,3} ?k)\b\+?|^(?!401)(?P<only>\d{2,3}k)\+?$"
)
_REMOTE = (
    r"\b(?:work(?:ing)?|jobs?) (?:from|at) home\b|\bfrom home\b|\bremotely\b|\bremote$"
    r"|\bremote(?= (?:jobs?|work|careers?|positions?)\b)"
    r"|^remote (?!sensing|pilot|patient|monitor|operat|control|support|access|area)"
)
_GROWING = (
    r"\bfast(?:est)?[ -]growing\b|\bgrowing(?= (?:jobs?|careers?|occupations?|fields?)\b)"
    r"|\b(?:in )?(?:high|in)[ -]demand\b"
)
_FILTERS = (
    (_NO_DEGREE, "--education high-school"),
    (_BEST_PAID, "--sort pay"),
    (_AMOUNT, "--min-pay {} --sort pay"),
    (_REMOTE, "--remote"),
    (_GROWING, "--sort growth"),
)
"""Filters in plain words -> the option that asks for them."""
_WISH = (
    r"(?<![\w-])(?:no(?! show\b)|not(?! (?:for|in|at)\b)|without) (?:an? |any |much )?\w+"
    r"(?: (?:required|needed|experience))?(?![\w-])"
)
_INTERESTS = (
    r"\b(?:help(?:s|ing)? (?:people|others)|(?:with|around) people|introverts?|extroverts?"
    r"|people person|shy people)\b"
)
"""Wishes that the thirty questions of `interests` ask about."""
_FILLERS = (
    r"^(?:what|which|show me|find|list|the)\b|^(?:are )?(?:the )?(?:an? )?(?:jobs?|careers?"
    r"|occupations?)(?:(?: (?:for|in|with|that|which|can|i|you|do|is|are))+\b|$)|^(?:and|or)\b"
    r"|^(?:work(?:ing)?|roles?)(?: (?:for|in|with|that|which))+\b"
    r"|\b(?:jobs?|careers?|occupations?)$"
)
"""At the beginning or the end of a question, and no part of a title there."""


MOST_WORDS = 30
"""Words of a text that is still a question."""
_SIGNS = frozenset(
    "no not without what which show find list the jobs job careers career work working occupation "
    "occupations roles role pay pays paying highest best money make makes earn earns over above "
    "remote remotely home growing demand help helps helping people introverts introvert".split()
)
"""Words of which a question that isn't only a name has one, or an amount."""


def parse_question(text: str) -> Question:
    """A search without wishes, filters and fillers, and the options that say the same."""
    words = text.casefold().split()
    if len(words) > MOST_WORDS:
        return Question(text)
    if _SIGNS.isdisjoint(words) and not any(word.endswith("k") for word in words):
        return Question(text)
    wishes: list[str] = []
    options: list[str] = []
    kept = text
    for pattern, option in _FILTERS:
        while found := re.search(pattern, kept, re.IGNORECASE):
            wishes.append(found.group().strip())
            amounts = found.groupdict()
            amount = next((value for value in amounts.values() if value), "")
            amount += "/h" if amounts.get("hour") else ""
            options.append(option.format(re.sub(r"[ ,]", "", amount).lower()))
            kept = f"{kept[: found.start()]} {kept[found.end() :]}"
    if re.search(_INTERESTS, kept, re.IGNORECASE):
        wishes += re.findall(_INTERESTS, kept, re.IGNORECASE)
        options.append("interests")
        kept = re.sub(_INTERESTS, " ", kept, flags=re.IGNORECASE)
    wishes += re.findall(_WISH, kept, re.IGNORECASE)
    kept = re.sub(_WISH, " ", kept, flags=re.IGNORECASE)
    before = None
    while kept != before:
        before, kept = kept, re.sub(_FILLERS, " ", kept.strip(" ,;.?"), flags=re.IGNORECASE)
    kept = " ".join(kept.split())
    return Question("" if normalize_name(kept) in TERMS else kept, tuple(wishes), tuple(options))
