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


def asked_to_speak(lower: str, start: int, end: int) -> int:
    """The level at which a sentence asks somebody to speak the language between `start` and `end`;
    0 if it doesn't.

    What counts is said in its own piece between commas, in front of the list that it is in, or
    alone behind it: "fluent English required, Spanish a plus" says nothing of Spanish.
    """
    first = _cut_before(lower, start)
    place, is_listed = first, _ONE_NAME.fullmatch(lower, first, start) is not None
    while is_listed and lower[place - 1 : place] == "," and not _OPTIONAL.match(lower, end):
        before = _cut_before(lower, place - 1)
        if _ENDED.search(lower, max(before, place - 24), place - 1):
            break
        first, is_listed = before, _ONE_NAME.fullmatch(lower, before, place - 1) is not None
        place = before
    last = _CUT.search(lower, end)
    told = lower[first : last.start() if last else None]
    alone = _FLUENT_ALONE.match(lower, last.end()) if last else None
    return 3 if alone or _FLUENT.search(told) else 2 if _SPEAKS.search(told) else 0


def _cut_before(lower: str, place: int) -> int:
    """Where the piece between commas begins that a place is in."""
    return max(lower.rfind(";", 0, place), lower.rfind(",", 0, place)) + 1


_CUT = re.compile("[;,]")
_FLUENT = re.compile(r"\b(?:bi-?lingual|tri-?lingual|fluen(?:t|tly|cy))\b")
_FLUENT_ALONE = re.compile(
    r"\s*(?:and )?(?:bi-?lingual|tri-?lingual|fluen(?:t|tly|cy))(?: in both)?"
    r"(?: (?:is )?(?:required|preferred|only|a must|a plus))?\s*(?:[;,.]|$)"
)
_SPEAKS = re.compile(r"\bspeak(?:s|ing|ers?)?\b")
_ONE_NAME = re.compile(r"\s*(?:(?:and|or|in|both)\s+)*(?:[\w-]+\s*)?(?:(?:and|or|&|/)\s*)?")
"""What a list has between two commas, or before its last name."""
_OPTIONAL = re.compile(
    r" (?:is |would be )?(?:an? (?:\w+ )?(?:plus|asset)|preferred|desired|helpful)\b"
)
_ENDED = re.compile(r"\b(?:required|preferred|plus|must|desired|helpful|asset|needed)\W*$")
