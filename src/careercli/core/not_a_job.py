"""What people say of themselves, or wish for, that isn't the name of a job."""

import re
from typing import Literal

from careercli.text import normalize_name

Situation = Literal["school", "no job", "service", "own business"]

VETERAN = ("veteran", "veterans", "vet", "vets")
SERVICES = (
    *("army", "navy", "air force", "marine", "marines", "marine corps", "usmc", "coast guard"),
    *("space force", "national guard", "military", "combat", "war", "disabled"),
)
"""What a veteran may be one of that is no occupation."""
ARMS = "|".join(name for name in SERVICES if name not in ("combat", "war", "disabled"))
SCHOOL = "(?:(?:high|middle|trade|grad|graduate|nursing|community) )?(?:school|college|university)"
YEAR = "freshman|sophomore|junior|senior|dropout|graduate|grad"
SITUATIONS: dict[Situation, str] = {
    "school": f"(?:(?!(?:of|for|to|with)\\b)[\\w-]+ ){{0,3}}students?"
    f"|(?:still )?(?:in|at|attending|going to) {SCHOOL}"
    f"|(?:recent |new )?(?:{SCHOOL}|hs) (?:{YEAR})|(?:{YEAR}) (?:in|at) {SCHOOL}"
    f"|in (?:the )?\\d\\d?th grade|\\d\\d?th grader",
    "no job": f"(?:just|recently) (?:graduated|finished)(?: (?:from )?{SCHOOL})?"
    "|(?:new|recent) grad(?:uate)?"
    "|unemployed|jobless|laid off|let go|fired|out of (?:a )?(?:work|job)|between jobs"
    "|(?:not|no longer|stopped) working|(?:looking|searching) for (?:work|a job|jobs)"
    "|job (?:seeker|hunting|searching)|no (?:job|work)|nothing|none|no|n a|nobody"
    "|retired|retiree|disabled|on disability|(?:on )?(?:maternity|parental|medical) leave"
    "|(?:stay(?:ing)? )?(?:at )?home|(?:stay at home )?(?:mom|mother|dad|father|parent)"
    "|home ?maker|house(?:wife|husband)",
    "service": f"(?:(?:in|with|was in|left|out of) )?(?:the )?(?:us |u s )?(?:{ARMS})"
    f"|(?:(?:{ARMS}) )?(?:veteran|vet|soldier|sailor|service ?(?:member|man|woman))"
    "|active duty|reservist|enlisted",
    "own business": "self employed|own (?:boss|business)|(?:small )?business owner"
    "|freelanc(?:e|er|ing)|gig (?:work|worker)|entrepreneur",
}
ADVICE: dict[Situation, str] = {
    "school": "careercli plan ROLE says what a job takes; careercli interests asks what you like.",
    "no job": "Name the last job you had; careercli interests asks what you like.",
    "service": "Name the civilian job nearest to what you did there, such as truck driver.",
    "own business": "Name the work that you do in it, such as house cleaner.",
}
"""What to type instead, by situation."""
TAIL = r"(?: (?:for|since|because|from|with|after|now|right now|at the moment|last|this) ?.*)?"
OPENING = (
    r"(?:i m|i am|im|i was|i work as|i work|was|am|working as|work as|currently|now|right now|just"
    r"|a|an|the|my job is|laid off|unemployed|out of work|retired|former|ex"
    r"|i want to (?:be|become)|i d like to (?:be|become)|want to (?:be|become)|to (?:be|become)"
    r"|become|becoming|being) (?=\S)"
)
"""What stands before the name of a job in a sentence about it."""
WISH = (
    r"\b(?:something|anything|somewhere|whatever|any|more|most|better|best|easy|easier|less|higher"
    r"|good|no|without|money|stuff|remote(?:ly)?|change|different)\b"
    r"|\bwork(?:ing)? (?:from|at|with|in|for|on|outside|outdoors|alone|less)\b|\bwfh\b|^pays? "
    r"|(?:job|jobs|work|career)$|^(?:i )?(?:like|love|want|help|helping|make|making|be|being) "
)
UNSURE = (
    r"\?+|(?:i )?(?:don ?t|do not) know(?: yet)?|(?:i m |im )?not sure(?: yet)?|no idea|unsure|idk"
    r"|anything|whatever|undecided"
)


def situation_of(text: str) -> Situation | None:
    """The situation that somebody names in place of a job; None if the words name none."""
    folded = normalize_name(text)
    for words in dict.fromkeys((folded, without_opening(text))):
        for situation, pattern in SITUATIONS.items():
            if re.fullmatch(f"(?:{pattern}){TAIL}", words):
                return situation
    return None


def without_opening(text: str) -> str:
    """The words without an opening phrase: `cook` of "I work as a cook"."""
    return re.sub(f"^(?:{OPENING})+", "", normalize_name(text))


def is_wish(text: str) -> bool:
    """Whether words that name no job say what somebody wants of one: "something with animals"."""
    from careercli.core.work_conditions import condition_in

    return bool(re.search(WISH, without_opening(text)) or condition_in(text))


def is_unsure(text: str) -> bool:
    """Whether somebody doesn't know where to."""
    return bool(re.fullmatch(UNSURE, text.strip() if "?" in text else normalize_name(text)))
