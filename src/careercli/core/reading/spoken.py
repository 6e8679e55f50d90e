"""Whether the name of a language in a text is one that is spoken, and how well."""

import re

# these are looked for in lower case

_LITTLE = r"(?:(?:very |a )?little(?: bit)?(?: of)?|a bit of|some|limited|broken)"
_BEFORE = re.compile(
    r"(?:[/&,]\W*|(?:fluen\w*|speaks?|speaking|bilingual|native|conversational|languages?:?|in"
    r"|written|spoken|read|write|learn\w*|and|or)\W+)"
    rf"(?:(?:in|(?:very )?good|basic|{_LITTLE})\s+)?$"
    rf"|\b(?:basic|intermediate|conversational|years? of|{_LITTLE})\s+$",
)
_AFTER = re.compile(
    r"\W*(?:\(|language|fluen|speak|native|bilingual|a plus|strongly|highly|preferred|required"
    r"|helpful|desired|is\b|proficien|and\b|or\b"
    r"|/|,|[.;\n]|$)",
)
_BEHIND = re.compile(r"[ -](?:language|speak(?:ing|ers?)\b|fluency)")
_WISHED = re.compile(
    r" (?:is |are |would be )?(?:strongly |highly )?(?:an? (?:big |huge |strong )?(?:plus|must"
    r"|asset)|preferred|required|desired|helpful)\b"
)
_IN_BRACKETS = re.compile(
    r" ?\((?:fluent|native|basic|conversational|beginner|intermediate|advanced|(?:very )?good"
    rf"|{_LITTLE}|proficient|mother tongue|first language|spoken|read|written)\b"
)
_LITTLE_BEFORE = re.compile(rf"\b{_LITTLE} $")
_AT_WORK = re.compile(r" (?:in|with|at|from)\b")
_LITTLE_AFTER = re.compile(
    rf"(?: ?\(| ?[:=] ?| - | (?:is )?)(?:(?:only |just )?(?:{_LITTLE}|a bit)"
    r"|so[ -]so|not (?:very |so )?(?:good|well|much))\b(?! [a-z]+(?:ese|ish|ian|ean|ic)\b)"
)
"""Not of the language that follows: "Spanish, some English"."""


def is_spoken(before: str, after: str) -> bool:
    """Whether what stands before and behind the name of a language says that it is spoken."""
    if _BEHIND.match(after) or _WISHED.match(after) or _IN_BRACKETS.match(after):
        return True
    if _LITTLE_BEFORE.search(before) and _AT_WORK.match(after):
        return True
    return bool(_BEFORE.search(before) and _AFTER.match(after))


def is_spoken_little(lower: str, start: int, end: int) -> bool:
    """Whether a sentence says that the language between `start` and `end` is spoken a little."""
    before = _LITTLE_BEFORE.search(lower, max(0, start - 24), start)
    return before is not None or _LITTLE_AFTER.match(lower, end) is not None
