"""A text in sentences, items of lists and headings, each with the section that it stands in."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from careercli.core.reading.text_pattern import Cue, lowered

Part = Literal["", "duties", "must", "nice", "skills", "company", "perks", "equal", "pay", "apply"]
ELSEWHERE: frozenset[Part] = frozenset(("company", "perks", "equal", "apply"))
"""Sections about the employer, its offers or how to apply."""


class Sentence(NamedTuple):
    """A sentence, an item of a list or a heading.

    part: the section that it stands in
    line: its number, from 1
    """

    text: str
    start: int
    part: Part
    line: int
    heading: bool = False


_HEADINGS: dict[Part, Cue] = {
    "nice": Cue(
        r"nice[ -]to[ -]have|preferred|bonus|desir(?:ed|able)|a plus\b|pluses|extra credit",
        "nice prefer bonus desir plus extra",
    ),
    "equal": Cue(
        r"equal (?:employment )?opportunity|\beeo\b|diversity|accommodation",
        "equal eeo diversity accommodation",
    ),
    "perks": Cue(
        r"benefits|perks|(?:what )?we offer|what you(?:'|’)?ll get|why (?:join|work)|our offer",
        "benefits perks offer get why",
    ),
    "pay": Cue(r"^(?:pay|salary|compensation|wages?)\b", "pay salary compensation wage"),
    "apply": Cue(
        r"how to apply|^apply\b|application process|next steps|contact us",
        "apply application next contact",
    ),
    "duties": Cue(
        r"responsibilit|dut(?:y|ies)|what you(?:'|’)?ll (?:do|be doing)|you will"
        r"|day[- ]to[- ]day|the (?:role|job|position)|job (?:description|summary)|about (?:the"
        r"|this) (?:role|job|position|team)|what (?:you|the job) (?:do|involves)",
        "responsib dut do you day role job position about",
    ),
    "must": Cue(
        r"requirement|qualification|what we(?:'|’)?(?:re)? (?:look|need)|you (?:need|have"
        r"|bring)|must[- ]have|required|who you are|about you|minimum|criteria|what you(?:'"
        r"|’)?ll need|we need",
        "requir qualif what you must who minimum criteria we",
    ),
    "skills": Cue(
        r"skills|tools|software|technolog|tech stack|competenc|expertise|certificat"
        r"|licen[sc]es|languages|good at|experience|what i do|work history|employment"
        r"|education|training|summary|profile"
    ),
    "company": Cue(
        r"^about\b|who we are|our (?:company|story|mission|values|culture|team)|the company",
        "about who our company",
    ),
}
_BULLET = re.compile(r"^\s*(?:[-–—•*·▪●◦‣]|\d+[.)])\s+")
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Za-z])(?<!\be\.g)(?<!\bi\.e)(?<!\bSt)(?<!\bDr)(?<!\bvs)[.!?](?=\s|$)"
    r"(?!(?<=[Ee]xp\.)\s(?:20\d\d|\d\d?/|\d\d?\+? (?:mo|yr|year)))"
    r"(?!(?<=\b(?:mos|yrs|min|lbs)\.)\s[a-z])|\s[•·▪●]\s"
)


def sentences(text: str) -> list[Sentence]:
    """A text in sentences, items and headings, each with the section that it stands in."""
    found: list[Sentence] = []
    part: Part = ""
    position = 0
    blank = True
    lines = text.split("\n")
    width = _wrapped_at(lines)
    index = 0
    while index < len(lines):
        line, begin = lines[index], position
        index += 1
        number = index
        position += len(line) + 1
        after_blank, blank = blank, not line.strip()
        if blank:
            continue
        following = lines[index] if index < len(lines) else ""
        is_wished = _WISHED_LINE.match(lowered(line)) is not None
        heading = None if is_wished else heading_part(line, following, blank=after_blank)
        if heading is not None:
            part = heading
            found.append(Sentence(line, begin, part, number, heading=True))
            continue
        while index < len(lines) and _runs_on(line, lines[index], width):
            line += "\n" + lines[index]
            position += len(lines[index]) + 1
            index += 1
        found += _split(line, begin, "nice" if is_wished else part, number)
    return found


_WISHED_LINE = re.compile(
    r"\W*(?!.{0,60}\b(?:required|must)\b)(?:[\w/-]+ ){0,3}?(?:desir(?:ed|able)s?|preferred|prefs?"
    r"|nice[ -]to[ -]ha(?:ve|ves|s)|bonus(?:es)?|(?:a )?plus(?:es)?|extra credit|wish ?list)"
    r"(?: [\w/-]+){0,3}\s?(?::| [-–—]) *\S"
)
"""A line that tells behind its label what is only wished: "Nice to haves: notary; Spanish"."""


_TOLD_IN_LINE = ("pay", "perks")
"""Sections of which a line with something behind its colon tells all: "Pay: $25/hr"."""


def heading_part(line: str, following: str, *, blank: bool) -> Part | None:
    """The section that a line begins; None if it is no heading."""
    bare = _BULLET.sub("", line).strip(" #*_\t")
    marked = line.lstrip().startswith("#") or line.strip().startswith("**")
    colon = bare.endswith(":")
    words = bare.rstrip(":").split()
    if not words or len(words) > 8 or bare.endswith((".", ";", ",")):
        return None
    if _BULLET.match(line) and not colon and not marked:
        return None
    plain = bare.rstrip(":")
    if "," in plain and not marked:
        return None
    lower = lowered(plain)
    for part, cue in _HEADINGS.items():
        known = cue.search(lower)
        is_plain = colon or marked or len(words) <= 3
        if known and not (colon or marked) and _tells(plain, lower, known):
            continue
        if known and part in _TOLD_IN_LINE and ": " in plain:
            return None
        if known and (is_plain or (part != "skills" and len(known.group()) * 2 >= len(plain))):
            return part
    if lower.startswith("about ") and len(words) <= 5:
        return "company"
    has_digit = any(char.isdigit() for char in plain)
    is_title = blank and following.strip() and plain[:1].isupper() and not has_digit
    return "" if marked or colon or is_title else None


_TOLD_OF = frozenset("preferred desired desirable bonus required minimum".split()) | {"a plus"}
_OF_HEADINGS = frozenset(
    "a also additional an and are candidate highly is it job knowledge nice or other our position"
    " qualification qualifications requirement requirements skill skills strongly technical the"
    " what".split()
)


def _tells(plain: str, lower: str, known: re.Match[str]) -> bool:
    """Whether a line without a mark of a heading says itself what is preferred or required: it
    names that in front, or a number: "PMP (preferred)", not "Preferred skills"."""
    if known.group() not in _TOLD_OF:
        return False
    named = re.findall(r"[^\W_]+", lower[: known.start()])
    return not _OF_HEADINGS.issuperset(named) or any(char.isdigit() for char in plain)


LONG_LINE = 75
"""Characters of a line in a text whose paragraphs are wrapped, at least."""


def _wrapped_at(lines: Sequence[str]) -> int:
    """The width at which a text's paragraphs are wrapped; 0 if they aren't: of lines that end where
    a writer ends them, hardly two are as long as the longest."""
    lengths = [len(line.rstrip()) for line in lines]
    widest = max(lengths)
    is_wrapped = widest >= LONG_LINE and sum(size >= widest - _RAGGED for size in lengths) > 1
    return widest if is_wrapped else 0


_RAGGED = 15
"""Characters by which lines of one width differ, as the word that doesn't fit is long."""


def _runs_on(text: str, following: str, width: int) -> bool:
    last = text.rsplit("\n", 1)[-1].rstrip()
    begins = following.lstrip()
    if not begins or len(text) > MAX_SENTENCE or _BULLET.match(following):
        return False
    if last.endswith((".", ":", ";", "!", "?")):
        return False
    if begins[0].islower() or last.endswith((",", "-")):
        return True
    is_full = len(last) + 1 + len(begins.split(maxsplit=1)[0]) > width
    return bool(width) and len(last) >= LONG_LINE and is_full


MAX_SENTENCE = 1_500
"""Characters after which a sentence is cut: what is said so far off says nothing of a name."""


def _split(text: str, begin: int, part: Part, line: int) -> Iterator[Sentence]:
    place = 0
    for end in _ends(text):
        piece = text[place:end]
        if piece.strip():
            yield Sentence(piece, begin + place, part, line)
        line += piece.count("\n")
        place = end


def _ends(text: str) -> Iterator[int]:
    """Where the sentences of a text end; one that is too long ends behind a word."""
    place = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]:
        while end - place > MAX_SENTENCE:
            space = text.rfind(" ", place + 1, place + MAX_SENTENCE)
            place = space if space > 0 else place + MAX_SENTENCE
            yield place
        place = end
        yield end
