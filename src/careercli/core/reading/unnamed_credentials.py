"""Licenses, cards and certificates of names that aren't known."""

import re
from collections.abc import Iterator, Sequence

from careercli.core.reading.asides import is_elsewhere
from careercli.core.reading.cues import Cue, lowered
from careercli.core.reading.requirement import Requirement, is_wished
from careercli.core.reading.sentences import Sentence
from careercli.core.reading.statements import Statement

_PROOF = Cue(
    r"\b(?:certifications?|certificates?|licen[sc]es?|licensure|permits?|credentials?"
    r"|endorsements?|cards?)\b(?! (?:programs?|agreements?|plates?|fees?|applications?|renewals?"
    r"|holders?|numbers?|courses?|class(?:es)?|training))",
    "certif licen permit credential endorsement card",
)
_BEFORE = re.compile(r"(?:\w[\w'’&.+-]*[ /]){1,6}$")
MOST_WORDS = 5
_NO_NAME = frozenset(
    "a an the and or of in with for to by on as at valid current active your our their its must "
    "have has hold holds holding possess possessing required require requires need needed other "
    "appropriate applicable relevant any all professional proper necessary obtain maintain get own "
    "no not be is are plus additional industry related preferred desired related state "
    "certificate certification license licensure permit card training education diploma degree "
    "specific unrestricted unencumbered clear good clean following pass including minimum "
    "recognized these this such software credit debit gift green business report time fuel gas "
    "fleet company access key".split()
)
_DEGREE = re.compile(r"\b(?:school|ged|associate|bachelor|master|college|gift|birth|id|identity)\b")
_ASKED = re.compile(
    r"\b(?:requir\w*|must|need(?:ed|s)?|prefer\w*|plus|hold|have|possess|obtain|valid|current"
    r"|active|desired|mandatory|ideally|helpful|asset)\b"
)
_DENIED = re.compile(r"\b(?:no|not|without|isn['’]t|aren['’]t|don['’]t)\b")
_MATTERS = frozenset("permits licenses licences credentials endorsements certificates".split())
SHORT_ITEM = 7
"""Words up to which an item of a list is a requirement by itself."""


def unnamed_credentials(
    sentences: Sequence[Sentence], told: Sequence[Statement]
) -> Iterator[tuple[Sentence, Requirement]]:
    """Licenses, cards and certificates under a name that isn't known, each once, and where.

    told: what is known by name, and so isn't meant here
    """
    known = [
        (statement.mention.start, statement.mention.end)
        for statement in told
        if statement.mention.kind == "credential"
    ]
    seen: set[str] = set()
    for sentence in sentences:
        lower = lowered(sentence.text)
        hits = list(_PROOF.finditer(lower))
        if not hits or sentence.heading or not _is_asked(sentence, lower):
            continue
        is_plain = sentence.part not in ("must", "nice") and not _ASKED.search(lower)
        for hit in hits:
            if is_plain and hit.group() in _MATTERS:  # "process building permits" is a duty
                continue
            first, last = lower.rfind(";", 0, hit.start()) + 1, lower.find(";", hit.end())
            part = sentence.text[first : last if last > 0 else None]
            if is_elsewhere(sentence._replace(text=part)):
                continue
            clause = re.split(r"[;,.]", lower[: hit.start()])[-1] + lower[hit.start() :]
            for start, stop, name in reversed(list(_names(sentence.text, hit))):
                begin, end = sentence.start + start, sentence.start + stop
                is_known = any(first < end + 1 and begin <= last + 1 for first, last in known)
                if is_known or name.casefold() in seen or _DENIED.search(clause):
                    continue
                seen.add(name.casefold())
                wished = is_wished(sentence, lower, hit.end())
                words = sentence.text[start:stop]
                yield sentence, Requirement("license", name, words, "not known", wished)


def _is_asked(sentence: Sentence, lower: str) -> bool:
    """Whether a sentence asks for something; one of the duties only in so many words."""
    if sentence.part == "duties":
        return re.search(r"\b(?:required|must (?:have|hold|possess))\b", lower) is not None
    return (
        sentence.part in ("must", "nice")
        or len(lower.split()) <= SHORT_ITEM
        or _ASKED.search(lower) is not None
    )


def _names(text: str, hit: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """The names of a credential, from where to where: both of "A and B (C) cards"."""
    text = _IN_BRACKETS.sub(lambda found: " " * len(found.group()), text)
    proof, stop, end = text[hit.start() : hit.end()], hit.end(), hit.start()
    is_several = lowered(proof) == "cards"
    while found := _name(text, end):
        start, name = found
        if is_several and not any(letter.isupper() for letter in name):
            return
        yield start, stop, f"{name} {proof.removesuffix('s') if is_several else proof}"
        another = _ANOTHER.search(text, 0, start) if is_several else None
        if not another:
            return
        stop = end = another.start()


_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ANOTHER = re.compile(r"(?:,| and| or| ?&| ?/) *$")


def _name(text: str, end: int) -> tuple[int, str] | None:
    """Where a credential's own name begins that ends at a place, and the name; None without one."""
    end = len(text[:end].rstrip())
    before = _BEFORE.search(f"{text[:end]} ")
    words: list[str] = []
    for word in reversed(before.group().split() if before else []):
        bare = lowered(word).strip(".'’")
        if bare == "state" and not words:
            return end - len(word), "state"
        is_end = bare in _NO_NAME or len(words) == MOST_WORDS or word.endswith((".", ":"))
        if is_end or (words and words[-1][:1].isupper() and not word[:1].isupper()):
            break
        words.append(word)
    name = " ".join(reversed(words))
    if not name or not any(letter.isalpha() for letter in name) or _DEGREE.search(lowered(name)):
        return None
    return end - len(name), name
