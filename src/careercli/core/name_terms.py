"""Names as a text is searched for them: folded, inflected, and told apart by what they need."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

Sort = Literal["name", "everyday", "listed", "program", "action"]


class Term(NamedTuple):
    """What a name stands for.

    id: of a skill, of a credential, or of a program of O*NET's, which begins with `onet:`
    kind: tool, technical, soft, language or credential
    sort: `everyday` counts only with evidence beside it, `listed` only in a list of skills,
        `program` only with capitals, `action` is a verb and what it is done to
    written: the name as the vocabulary has it
    """

    id: str
    kind: str
    sort: Sort
    written: str


ACTION = "~"
"""Stands before the folded form of a verb and its object: "bend conduit"."""
TOKEN = re.compile(
    r"(?:(?<!\w)\.(?=[^\W\d_]))?[^\W_]+(?:['’][^\W_]+)*(?:&[^\W_]+)*(?:\+\+|[+#](?![^\W_]))?|&"
)
"""A word, or a name made of symbols: .NET, C#, R&D."""
_MARKS = re.compile("[\u0300-\u036f'\u2019]")
_CAMEL = re.compile(r"[A-Z][a-z]+(?=[A-Z][a-z]+$)")
SHORTEST_JOINED = 5
"""Letters of a name of two words from which on it is also known in one: "PowerBI"."""


@lru_cache(maxsize=20_000)
def fold_token(word: str) -> str:
    """A word without case and accents; `&` alone is "and"."""
    if word == "&":
        return "and"
    plain = word.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
    return _MARKS.sub("", plain)


def fold(name: str) -> str:
    """The form in which names are compared: case and accents aside, each separator a space."""
    return " ".join(map(fold_token, TOKEN.findall(name)))


@lru_cache(maxsize=20_000)
def singular(folded: str) -> str:
    """A folded name with its last word in the singular, by spelling alone."""
    if folded.endswith("ies") and len(folded) > 5:
        return f"{folded[:-3]}y"
    if folded.endswith(("sses", "shes", "ches", "xes")):
        return folded[:-2]
    if folded.endswith("s") and not folded.endswith(("ss", "us", "is")) and len(folded) > 3:
        return folded[:-1]
    return folded


STEM = 6
"""Letters by which a verb and the noun made of it are the same: install, installation."""
_VERB_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
_DOUBLED = re.compile(r"([bdgmnpt])\1$")
_DEED = re.compile(r"(?:ing|tion|sion|ment)$")


_NO_THING = frozenset("in on off up out over".split())
"""What "in-servicing" begins with isn't what somebody services."""


def action_key(verb: str, thing: str) -> str:
    """The key of what the forms of a verb have in common, and the thing that it is done to."""
    bare = _VERB_ENDING.sub("", verb) if len(verb) > 3 else verb
    stem = _DOUBLED.sub(r"\1", bare)[:STEM]
    return f"{ACTION}{stem} {singular(thing)}"


def forms(name: str, kind: str) -> Iterator[tuple[str, bool]]:
    """The keys under which a name is found, and whether each is an action."""
    folded = fold(name)
    yield folded, False
    words = folded.split()
    if len(words) == 2 and len(folded) > SHORTEST_JOINED:
        yield "".join(words), False
    if len(words) == 1 and (camel := _CAMEL.match(name)) and camel.end() > 2:
        yield f"{folded[: camel.end()]} {folded[camel.end() :]}", False
    if kind not in ("tool", "language"):
        yield singular(folded), False
    a_thing = words[0] not in _NO_THING
    if kind == "technical" and a_thing and 2 <= len(words) <= 3 and _DEED.search(words[-1]):
        yield action_key(words[-1], " ".join(words[:-1])), True
