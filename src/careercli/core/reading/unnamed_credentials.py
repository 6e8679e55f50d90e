"""Licenses, cards and certificates of names that aren't known."""

import re
from collections.abc import Iterable, Iterator, Sequence

from careercli.core.reading.degrees_asked import degree_spans
from careercli.core.reading.not_about_the_job import is_elsewhere
from careercli.core.reading.requirement import Requirement, is_wished
from careercli.core.reading.sentences import Sentence
from careercli.core.reading.skill_mentions import Mention
from careercli.core.reading.statements import Statement
from careercli.core.reading.text_pattern import Cue, lowered

_PROOF = Cue(
    r"\b(?:certifications?|certificates?|licen[sc]es?|licensure|permits?|credentials?"
    r"|endorsements?|cards?|certs?)\b(?! (?:programs?|agreements?|plates?|fees?|applications?"
    r"|renewals?|holders?|numbers?|courses?|class(?:es)?|training))",
    "cert licen permit credential endorsement card",
)
_BEFORE = re.compile(r"(?:\w[\w'’&.+-]*[ /]){1,6}$")
MOST_WORDS = 5
LONGEST = 120
"""Letters of a name at most, or of the list that it is in."""
_NO_NAME = frozenset(
    "a an the and or of in with for to by on as at valid current active your our their its must "
    "have has hold holds holding possess possessing required require requires need needed other "
    "appropriate applicable relevant any all professional proper necessary obtain maintain get own "
    "no not be is are plus additional industry related preferred desired related state "
    "certificate certification license licensure permit card training education diploma degree "
    "specific unrestricted unencumbered clear good clean following pass including minimum "
    "recognized these this such software".split()
)
_NO_CARD = re.compile(
    r"\b(?:credit|debit|gift|green|business|report|time|fuel|gas|fleet|company|access|key) cards?$"
)
_DEGREE = re.compile(r"\b(?:school|ged|associate|bachelor|master|college|gift|birth|id|identity)\b")
_ASKED = re.compile(
    r"\b(?:requir\w*|must|need(?:ed|s)?|pref\w*|plus|hold|have|possess|obtain|valid|current"
    r"|active|desired|mandatory|ideally|helpful|asset|willing)\b"
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
    by_sentence: dict[int, list[Statement]] = {}
    for one in told:
        by_sentence.setdefault(one.sentence.start, []).append(one)
    seen: set[str] = set()
    for sentence in sentences:
        lower = lowered(sentence.text)
        here = by_sentence.get(sentence.start, ())
        known = [_span(one) for one in here if _is_proof(one.mention)]
        letters, scopes = (
            list(_short_forms(sentence.text, known)),
            list(_scopes(sentence.text, here)),
        )
        hits = list(_PROOF.finditer(lower))
        if not (hits or letters or scopes) or sentence.heading or not _is_asked(sentence, lower):
            continue
        is_plain = sentence.part not in ("must", "nice") and not _ASKED.search(lower)
        others = [*map(_span, here), *degree_spans(sentence.text)] if letters else []
        found = [(one, list(known)) for one in scopes] + [(one, others) for one in letters]
        for hit in hits:
            if is_plain and hit.group() in _MATTERS:  # "process building permits" is a duty
                continue
            found += [(one, known) for one in reversed(list(_names(sentence.text, hit)))]
        for (start, stop, name), spans in found:
            is_known = any(first <= stop and start <= last + 1 for first, last in spans)
            if is_known or name.casefold() in seen or is_elsewhere(sentence, start):
                continue
            clause = re.split(r"[;,.]", lower[:start])[-1] + lower[start:]
            if _DENIED.search(clause):
                continue
            seen.add(name.casefold())
            known.append((start, stop))
            others.append((start, stop))
            wished = is_wished(sentence, lower, stop)
            asked = Requirement("license", name, sentence.text[start:stop], "not known", wished)
            yield sentence, _as_other_way(asked, sentence.text, start, stop, here)


def _is_proof(mention: Mention) -> bool:
    """Whether a name is a credential's, or has the word for one in it: "forklift cert"."""
    return mention.kind == _CREDENTIAL or _PROOF.search(lowered(mention.words)) is not None


def _span(one: Statement) -> tuple[int, int]:
    """Where a name stands in its sentence."""
    return one.mention.start - one.sentence.start, one.mention.end - one.sentence.start


_CREDENTIAL = "credential"
_SCOPED = frozenset(("teaching-license",))
"""Licenses of which each is for a part of the work."""
_SCOPE = (
    r"(?!(?:an? |the )?(?:good|state|any|all|grades?|our|this|progress|process|full)\b"
    r"|[A-Z]{2}\b|K-|\d)"
    r"(?:an? |the )?((?:(?!required|preferred|and\b|or\b|an?\b|is\b|by\b|with\b|from\b|desired)"
    r"[\w'’&/-]+ ?){1,6})"
)
_ENDORSED = re.compile(rf"\bendors(?:ements?|ed) (?:in|as) {_SCOPE}")
_LICENSED = re.compile(rf" (?:in|for) {_SCOPE}")


def _scopes(text: str, told: Iterable[Statement]) -> Iterator[tuple[int, int, str]]:
    """What a license is to be for, which whoever has another one lacks: "endorsed in biology"."""
    for hit in _ENDORSED.finditer(text):
        yield *hit.span(1), f"endorsement in {hit[1].strip()}"
    for one in told:
        start, end = _span(one)
        if one.mention.skill in _SCOPED and (behind := _LICENSED.match(text, end)):
            yield *behind.span(1), text[start : behind.end(1)].strip()


def _as_other_way(
    asked: Requirement, text: str, start: int, stop: int, told: Iterable[Statement]
) -> Requirement:
    """A credential with the one that is known beside it, if either is enough: "ServSafe or CFM"."""
    for one in told:
        first, last = _span(one)
        gap = text[last:start] if last <= start else text[stop:first]
        if one.mention.kind == _CREDENTIAL and _EITHER.fullmatch(gap):
            return asked._replace(label=f"or {asked.label}", instead_of=one.mention.skill)
    return asked


_EITHER = re.compile(r"(?: [\w-]+)?,? or (?:an? )?(?:[\w-]+ ){0,2}", re.IGNORECASE)
_LETTERS = r"[A-Z]{3,6}(?: \d{3,4})?"
_SHORT_FORM = re.compile(rf"(?<![\w&/.-])(?:{_LETTERS}(?:, |,? or | ?/ ?))*{_LETTERS}(?![\w&-])")
_NAME = r"[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}"
_OR_LIST = re.compile(rf"(?<![\w&/.-])(?:{_NAME}, ){{0,4}}{_NAME},? or $")
_MORE = r"(?:(?:,| or| and| ?/| ?&)\s*(?:or )?[A-Z][\w-]*(?: \d{3,4})?){0,4}"
_ASKED_BEHIND = re.compile(
    rf"{_MORE}\s?\(?(?:(?:is|are) )?(?:strongly |highly )?(?:required|preferred|pref\b"
    r"|an? (?:big )?(?:plus|must)\b|desired|helpful|needed|within \d)"
)
"""Behind anything that is asked for."""
_OF_A_PERSON = re.compile(
    rf"{_MORE}\s?\(?(?:certified|licensed|registered|(?:or )?eligible)\b"
    r"(?! (?!(?:in|by|or|and|with|within|to|preferred|required|only)\b)[a-z])"
)
"""Behind what somebody is certified as; not of a place: "CMS licensed facility"."""
_ASKED_BEFORE = re.compile(
    r"\b(?:must (?:hold|obtain)|hold|obtain|certified(?: as)?|(?:certifications?"
    r"|licen[cs]es?|credentials?):)\s+(?:an? |your |the )?$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[\s,/&()]*(?:(?:and|or)\b)?[\s,/&(]*")
_BESIDE_BEFORE = re.compile(rf"{_BESIDE.pattern}$")
"""Between two of a list."""


def _short_forms(text: str, known: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Letters that somebody holds or is certified as, or that are asked for in a list with a
    credential that is known: "BLS, XQM required"; one of several as one; none of a text in
    capitals.

    known: where the credentials of the text stand
    """
    if _SHOUTED.search(text):
        return
    starts, ends = {start for start, _ in known}, {end for _, end in known}
    for run in _SHORT_FORM.finditer(text):
        before = text[max(0, run.start() - _NEAR) : run.start()]
        is_held = _OF_A_PERSON.match(text, run.end()) or _ASKED_BEFORE.search(before)
        if not is_held:
            behind = _BESIDE.match(text, run.end())
            joined = _BESIDE_BEFORE.search(before)
            is_listed = (behind and behind.end() in starts) or (
                joined and run.start() - len(joined.group()) in ends
            )
            is_listed = is_listed or not starts.isdisjoint(range(*run.span()))
            if not (is_listed and _ASKED_BEHIND.match(text, run.end())):
                continue
            ends.add(run.end())
        hits = list(re.finditer(_LETTERS, run.group()))
        if len(hits) > 1 and re.search(" or |/", run.group()):
            yield *run.span(), run.group()
        for hit in hits:
            yield run.start() + hit.start(), run.start() + hit.end(), hit.group()


_NEAR = 40
_SHOUTED = re.compile(r"\b[A-Z]{7,}\b|\b(?:AND|OR|NOT|WITH|FOR|MUST|THE)\b")


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
        if _NO_CARD.search(lowered(text[start : hit.end()])):
            return
        yield start, stop, f"{name} {proof.removesuffix('s') if is_several else proof}"
        if not is_several and (others := _OR_LIST.search(text, max(0, start - LONGEST), start)):
            yield others.start(), stop, f"{others.group()}{name} {proof}"
        another = _ANOTHER.search(text, 0, start) if is_several else None
        if not another:
            return
        stop = end = another.start()


_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ANOTHER = re.compile(r"(?:,| and| or| ?&| ?/) *$")


def _name(text: str, end: int) -> tuple[int, str] | None:
    """Where a credential's own name begins that ends at a place, and the name; None without one."""
    end = len(text[:end].rstrip())
    before = _BEFORE.search(f"{text[max(0, end - LONGEST) : end]} ")
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
