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
    unanswered: the wishes that no option answers
    """

    kept: str
    wishes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()


_NO = (
    r"(?:with no|no(?! show\b)|not(?! (?:for|in|at)\b)|without|not needing"
    r"|(?:that )?(?:don['\u2019]?t|do not) (?:need|require))"
)
_DEGREE = r"(?:college |university |four-year |4-year |bachelor['\u2019]?s )?(?:degree|college)"
_DIPLOMA = r"(?:high[ -]school )?diploma|ged"
_UNWANTED = (
    rf"(?:an? |any |much )?(?:{_DEGREE}|{_DIPLOMA}|(?:prior |previous |work |job )?\w+)"
    r"(?: (?:required|needed|experience))?(?![\w-])"
)
_NEGATION = rf"(?<![\w-]){_NO} {_UNWANTED}(?:(?:, ?{_UNWANTED})*,? n?or {_UNWANTED})?"
"""What isn't wanted: all that "or" joins is under the one "no"."""
_BEST_PAID = (
    r"\b(?:with )?(?:the )?(?:highest|best|better|top|most|high|good|well|big)[ -]+pay(?:ing)?\b"
    r"|(?:\b(?:that|which|who) )?\bpay(?:s|ing)? (?:the )?(?:most|best|well|good)\b|\bgood money\b"
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
    (_BEST_PAID, "--sort pay"),
    (_AMOUNT, "--min-pay {} --sort pay"),
    (_REMOTE, "--remote"),
    (_GROWING, "--sort growth"),
)
"""Filters in plain words -> the option that asks for them."""
_EDUCATION = ((_DEGREE, "--education high-school"), (_DIPLOMA, "--education none"))
"""What isn't wanted -> the option that asks for it."""
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
    unanswered: list[str] = []
    kept = text
    while found := re.search(_NEGATION, kept, re.IGNORECASE):
        for wish in _unwanted(found.group()):
            wishes.append(wish)
            asked = [option for of, option in _EDUCATION if _has(of, wish)]
            options += asked[:1]
            unanswered += [] if asked else [wish]
        kept = f"{kept[: found.start()]} {kept[found.end() :]}"
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
    before = None
    while kept != before:
        before, kept = kept, re.sub(_FILLERS, " ", kept.strip(" ,;.?"), flags=re.IGNORECASE)
    kept = " ".join(kept.split())
    kept = "" if normalize_name(kept) in TERMS else kept
    return Question(kept, tuple(wishes), tuple(options), tuple(unanswered))


def _has(phrase: str, text: str) -> bool:
    return bool(re.search(rf"\b(?:{phrase})\b", text, re.IGNORECASE))


def _unwanted(negation: str) -> list[str]:
    """What "no math, sales or nights" says of each: "no math", "no sales", "no nights"."""
    said = re.match(_NO, negation, re.IGNORECASE)
    no = said.group() if said else ""
    first, *others = re.split(r",? n?or |, ?", negation, flags=re.IGNORECASE)
    return [first, *(f"{no} {other}" for other in others)]
