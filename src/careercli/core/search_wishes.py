"""What a search says that isn't the name of a job: wishes, filters in plain words, fillers."""

import re
from collections.abc import Callable
from typing import NamedTuple

from careercli.core.title_words import TERMS
from careercli.core.word_forms import GRAMMAR
from careercli.core.work_conditions import SIGNS, condition_in
from careercli.text import normalize_name


class Question(NamedTuple):
    """A search, taken apart.

    kept: the words that may name a job, a skill or a field of study
    wishes: what the others wish for, such as "no math"
    options: the options that answer wishes, such as "--sort pay"
    unanswered: the wishes that no option answers
    said: what is said of conditions that no data set lists
    """

    kept: str
    wishes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    said: str = ""


_NO = (
    r"(?:with no|no(?! show\b)|not(?! (?:for|in|at)\b)|without|not needing"
    r"|(?:that )?(?:don['\u2019]?t|do not) (?:need|require)"
    r"|(?:for )?(?:some(?:one|body)|people|i)(?: who)? (?:really )?"
    r"(?:hates?|dislikes?|can['\u2019]?t stand|(?:doesn|don)['\u2019]?t like))"
)
_DISLIKED = r"(?:some|people|i\b)"
"""How what isn't liked begins; `interests` asks about likings."""
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
    r"\+?|\$(?P<rate>\d{2,3}) ?(?:an hour|per hour|/ ?h(?:ou)?r?)\b"
    r"|\$(?P<alone>\d{2,3} ?k)\b\+?|^>? ?(?!401)(?P<only>\d{2,3}k)\+?(?: jobs?)?$"
)
_SIX_FIGURES = (
    r"\b(?:(?:that |which )?(?:pay(?:s|ing)?|mak(?:e|es|ing)|earn(?:s|ing)?) )?"
    r"(?:six|6)[- ]figures?(?: (?:salary|salaries|income|pay))?(?![\w-])"
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
    (_SIX_FIGURES, "--min-pay 100k --sort pay"),
    (_REMOTE, "--remote"),
    (_GROWING, "--sort growth"),
)
"""Filters in plain words -> the option that asks for them."""
_SCHOOLING = (
    r"(?:(?:with|for|(?:that )?(?:take|need|require)s?|requiring|needing) )?(?:only )?(?:an? )?"
)
_YEARS_OF = (
    r"years? (?:of )?(?:college|school(?:ing)?|training|study|education)(?: or less)?(?![\w-])"
)
_AT_MOST = r"\b(?:(?:in|within|with|only|up to|at most|no more than|takes?) )*"
_ENTRY = {
    rf"\b(?:(?:in|with) )?(?:under|less than|below) (?:an?|1|one|2|two) {_YEARS_OF}": (
        "--education certificate"
    ),
    rf"{_AT_MOST}(?:an?|1|one) {_YEARS_OF}": "--education certificate",
    rf"{_AT_MOST}(?:2|two) {_YEARS_OF}": "--education associate",
    rf"{_AT_MOST}(?:4|four) {_YEARS_OF}": "--education bachelor",
    rf"\b{_SCHOOLING}(?:(?:2|two)[- ]year (?:college )?(?:degrees?|college|program)"
    r"|associate(?:['\u2019]?s)? degrees?)(?![\w-])": "--education associate",
    rf"\b{_SCHOOLING}(?:(?:4|four)[- ]year (?:college )?(?:degrees?|college|program)"
    r"|bachelor(?:['\u2019]?s)? degrees?)(?![\w-])": "--education bachelor",
}
"""Schooling that is enough -> the option that asks for it."""
_EDUCATION = ((_DEGREE, "--education high-school"), (_DIPLOMA, "--education none"))
"""What isn't wanted -> the option that asks for it."""
_ME = r"(?:right|best|good|meant|made|a (?:good )?fit) for me|suits? me|fits? me"
_INTERESTS = (
    r"\b(?:help(?:s|ing)? (?:people|others)|(?:with|around) people|introverts?|extroverts?"
    r"|people person|shy people|(?:with )?(?:my|your) hands|hands[ -]on|(?:work )?alone"
    r"|(?:(?:who |i )?(?:hates?|don['\u2019]?t like|dislikes?)|no|without|away from) people)\b"
    rf"|^(?:what|which) (?:(?:job|career|work) )?(?:is |would be |are )?(?:{_ME})$"
    r"|^what (?:(?:job|career|kind of \w+|work) )?(?:should|could|can|do) i"
    r" (?:be|do(?! with\b)|become|want)\b.*|^i (?:don['\u2019]?t|do not) know what\b.*"
    r"|^i hate my job$|^(?:a )?(?:new career|career change)$"
    r"|^(?:career|job|aptitude|personality) (?:quiz|test|finder)$"
)
"""Wishes that the thirty questions of `interests` ask about."""
_FILLERS = (
    r"^(?:what|which|show me|find|list|the)\b|^(?:are )?(?:the )?(?:an? )?(?:jobs?|careers?"
    r"|occupations?)(?:(?: (?:for|in|with|that|which|where|who|can|get to|i|you|do|is|are))+\b|$)"
    r"|^(?:and|or)\b|^(?:work(?:ing)?|roles?)(?: (?:for|in|with|that|which))+\b"
    r"|^(?:some(?:one|body)|people|a person|those) (?:who|that)\b|^can (?:i|you) do with\b"
    r"|^i(?:['\u2019]?m| am)? (?:really |just |always )*(?:like|love|enjoy|want|good (?:at|with)"
    r"|passionate about|interested in|into|have|got)\b(?: to(?: be(?:come)?)?\b)?(?: (?:an?|my)\b)?"
    r"|^(?:likes?|liking|loves?|enjoys?|good (?:at|with)|passionate about|interested in)\b"
    r"(?: to\b)?|\b20[2-9]\d$|^(?:entry|beginner)[ -]level$|^people$|(?<=\w )(?:stuff|things)$"
    r"|^work(?:ing)?(?= (?:out|in)doors?|$)"
    r"|\b(?:jobs?|careers?|occupations?)$|(?<=\w )(?:jobs|careers|occupations)(?= \w)"
)
"""In a question, and no part of a title there."""
MOST_WORDS = 30
"""Words of a text that is still a question."""
_SIGNS = frozenset(
    "degree degrees college program no not without what which show find list the jobs job careers "
    "career work working occupation occupations roles role pay pays paying highest best money make "
    "makes earn earns over above remote remotely home growing demand help helps helping people "
    "introverts introvert hands hands-on i i'm im like likes liking love loves enjoy enjoys good "
    "hate hates alone change test quiz finder suits fits entry beginner have got "
    "someone somebody people person passionate interested figure figures year years stuff "
    "things".split()
)
"""Words of which a question that isn't only a name has one, or an amount."""


def parse_question(text: str, is_name: Callable[[str], bool] = lambda _: False) -> Question:
    """A search without wishes, filters and fillers, and the options that say the same.

    is_name: whether words are the name of a role, of which nothing is left out
    """
    words = text.casefold().split()
    if len(words) > MOST_WORDS:
        return Question(text)
    is_condition = not SIGNS.isdisjoint(re.findall("[a-z]+", text.casefold()))
    is_amount = any(word.endswith("k") or word.isdecimal() for word in words)
    if _SIGNS.isdisjoint(words) and not (is_condition or is_amount):
        return Question(text)
    if " " in (plain := _without_fillers(text, is_name)) and is_name(plain):
        return Question(plain)
    options: list[str] = []
    unanswered: list[str] = []
    kept, wishes, said = without_conditions(text)
    while found := re.search(_NEGATION, kept, re.IGNORECASE):
        for wish in _unwanted(found.group()):
            wishes.append(wish)
            asked = [option for of, option in _EDUCATION if _has(of, wish)]
            if re.match(rf"(?:for )?{_DISLIKED}", wish, re.IGNORECASE):
                asked = ["interests"]
            options += asked[:1]
            unanswered += [] if asked else [wish]
        kept = f"{kept[: found.start()]} {kept[found.end() :]}"
    for pattern, option in (*_FILTERS, *_ENTRY.items()):
        while found := re.search(pattern, kept, re.IGNORECASE):
            wishes.append(found.group().strip())
            amounts = found.groupdict()
            amount = next((value for value in amounts.values() if value), "")
            amount += "/h" if amounts.get("hour") or amounts.get("rate") else ""
            options.append(option.format(re.sub(r"[ ,]", "", amount).lower()))
            kept = f"{kept[: found.start()]} {kept[found.end() :]}"
    kept = kept.strip()
    if re.search(_INTERESTS, kept, re.IGNORECASE):
        wishes += re.findall(_INTERESTS, kept, re.IGNORECASE)
        options.append("interests")
        kept = re.sub(_INTERESTS, " ", kept, flags=re.IGNORECASE)
    kept = _without_fillers(kept, is_name)
    is_empty = normalize_name(kept) in TERMS or GRAMMAR.issuperset(kept.casefold().split())
    kept = "" if is_empty else kept
    return Question(kept, tuple(wishes), tuple(options), tuple(unanswered), said)


def _without_fillers(text: str, is_name: Callable[[str], bool]) -> str:
    """A search without its fillers, or the name that is left before all of them are gone."""
    before = None
    while text != before and not is_name(text):
        before = text
        text = re.sub(_FILLERS, " ", text.strip(" ,;.?"), count=1, flags=re.IGNORECASE)
        text = " ".join(text.split())
    return text


def without_conditions(text: str) -> tuple[str, list[str], str]:
    """A search without conditions that no data set lists, those conditions, and what is said of
    them. What "or" joins to one that isn't wanted gets a "no" of its own."""
    conditions: list[str] = []
    said = ""
    while condition := condition_in(text):
        found, said = condition
        conditions.append(found.group())
        rest = text[found.end() :]
        if no := re.match(_NO, found.group(), re.IGNORECASE):
            rest = re.sub(r"^,? n?or ", f" {no.group()} ", rest, flags=re.IGNORECASE)
        text = f"{text[: found.start()]} {rest}"
    return text, conditions, said


def _has(phrase: str, text: str) -> bool:
    return bool(re.search(rf"\b(?:{phrase})\b", text, re.IGNORECASE))


def _unwanted(negation: str) -> list[str]:
    """What "no math, sales or nights" says of each: "no math", "no sales", "no nights"."""
    said = re.match(_NO, negation, re.IGNORECASE)
    no = said.group() if said else ""
    first, *others = re.split(r",? n?or |, ?", negation, flags=re.IGNORECASE)
    return [first, *(f"{no} {other}" for other in others)]
