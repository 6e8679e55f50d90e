"""Whether a text is a résumé, and not an advertisement."""

import re

from careercli.core.reading.text_pattern import lowered

_SPAN = re.compile(
    r"\b(?:19|20)\d\d ?(?:-|–|—|to|until) ?"
    r"(?:(?:[a-z]{3,9}\.? |\d{1,2}/)?(?:19|20)?\d\d\b|pre(?:sent|s)\b|current|now\b|today)"
)
"""From one year to another or to now, as a job is dated: "2021-present"."""
_OWN = re.compile(
    r"\bi(?:['’]m|['’]ve)? (?:am|have|had|was|did|do|help|work|led|like|want)(?:ed)?\b|\bmy\b"
)
_ASKS = re.compile(
    r"\b(?:you(?:r|['’]ll)?|we|we['’]re|apply|required|requirements?|must|preferred|hiring"
    r"|candidates?|applicants?|a plus|pay(?=:)|quals|pref['’]?d?|req['’]?(?:s|d)"
    r"|equal opportunity|benefits)\b"
)
"""What an advertisement says to those who read it."""


def is_resume(text: str) -> bool:
    """Whether a text dates jobs as a résumé does, or is of its writer, and asks nothing of anybody.

    One line that asks is let pass if two jobs are dated: a résumé may have "all required training".
    """
    lower = lowered(text)
    dated = sum(1 for _ in _SPAN.finditer(lower))
    asks = sum(1 for _ in _ASKS.finditer(lower))
    is_own = dated > 0 or _OWN.search(lower) is not None
    return dated > asks == 1 or (is_own and not asks)
