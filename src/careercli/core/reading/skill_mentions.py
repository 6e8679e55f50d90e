"""Skills and credentials named in running text: by their names, on word boundaries.

A name that is also an everyday word counts only with evidence beside it: if it is an item of
a list with names of its kind, or of a list of skills, or if it has the capitals of a name and
stands behind a word such as "in" or "using".
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from careercli.core.name_terms import TOKEN, Term, fold_token, singular
from careercli.core.reading.endorsements import ENDORSED, endorsements
from careercli.core.reading.parted_names import PartedName, behind_brackets, deeds, shared
from careercli.core.reading.spoken import is_spoken
from careercli.core.reading.text_lists import (
    PROGRAMMING,
    ListItem,
    NamedPlace,
    TextLists,
    Token,
    near_items,
)
from careercli.core.reading.text_pattern import lowered
from careercli.core.title_words import STATES, ends_with_state

Lookup = Callable[[Collection[str]], Mapping[str, Term]]
"""The terms among folded names."""

LONGEST = 7
"""Words in the longest name that is looked for."""
LONGEST_WRITTEN = 200
"""Characters, with what joins its words, beyond which nothing written is looked up as a name."""
ACRONYM = 3
"""Letters up to which an abbreviation counts in capitals alone, but in a list."""
BARE = frozenset(("r", "go", "c"))
"""Languages whose names are letters or a word."""


class Mention(NamedTuple):
    """A skill or credential named in a text.

    skill: its id
    words: as written
    start: where, in characters from the beginning
    kind: tool, technical, soft, language or credential
    phrase: the words that mean it, if they are more than a name; "Draft letters and pleadings"
    """

    skill: str
    words: str
    start: int
    kind: str = ""
    phrase: str = ""

    @property
    def shown(self) -> str:
        """The words that it was read from."""
        return self.phrase or self.words

    @property
    def end(self) -> int:
        return self.start + len(self.words)


_JOINING = re.compile(r"[ \t]| \(|[-–/._]|[ \t]*\n[ \t]*")
"""What may stand between the words of one name: a single separator, or a bracket: "CMA (AAMA)"."""


def mentions(text: str, lookup: Lookup, *, listed: bool = False) -> list[Mention]:
    """Everything that the text names, in order, the longest name at each place.

    Names match whole words only: Java is not in JavaScript, nor Excel in "excellent". With
    `listed`, the text is an entry of a list of skills, where every name counts.
    """
    return [
        mention._replace(start=mention.start + start)
        for start, end in _pieces(text)
        for mention in _mentions(text[start:end], lookup, listed=listed)
    ]


PIECE = 200_000
"""Characters that are looked at at once, so that memory does not grow with what is looked up."""


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """A long text in parts, which end with a paragraph, else a line, else a word."""
    start = 0
    while len(text) - start > PIECE:
        last = start + PIECE
        ends = (text.rfind(mark, start + 1, last) for mark in ("\n\n", "\n", " "))
        end = next((end for end in ends if end > 0), last)
        yield start, end
        start = end
    yield start, len(text)


def _mentions(text: str, lookup: Lookup, *, listed: bool) -> list[Mention]:
    tokens = [
        Token(word := match.group(), *match.span(), fold_token(word))
        for match in TOKEN.finditer(text)
    ]
    grams = list(_grams(text, tokens))
    keys = {key for _, _, key in grams}
    keys |= {singular(key) for key in keys}
    parts, verbs = list(shared(text, tokens)), list(deeds(text, tokens))
    behind = list(behind_brackets(text, tokens))
    keys.update(part.key for part in (*parts, *verbs, *behind))
    terms = lookup(keys)
    names = list(_longest(text, tokens, grams, terms))
    sure = [name for name in names if listed or _is_sure(tokens, name)]
    unsure = [name for name in names if not (listed or _is_sure(tokens, name))]
    result: list[Mention] = []
    for name in (*sure, *_with_evidence(text, tokens, sure, unsure)):
        start, end = tokens[name.first].start, tokens[name.last].end
        end += "(" in text[start:end] and text[end : end + 1] == ")"
        result.append(Mention(name.term.id, text[start:end], start, name.term.kind))
    named = {mention.skill for mention in result}
    covered = {place for name in names for place in name.tokens}
    cards = {key for key, term in terms.items() if term.kind == "credential"}
    parted = [
        part for part in parts if part.first not in covered and not _is_own(part, tokens, cards)
    ]
    done = [deed for deed in verbs if not {deed.first, deed.last} <= covered]
    for part in (*parted, *done, *(part for part in behind if part.key in cards)):
        term = terms.get(part.key)
        if not term or term.id in named or " " not in part.key:
            continue
        if part.beside and part.beside not in terms:
            continue
        token = tokens[part.first]
        first, last = sorted((part.first, part.last))
        phrase = " ".join(text[tokens[first].start : tokens[last].end].split())
        result.append(Mention(term.id, token.text, token.start, term.kind, phrase))
        named.add(term.id)
    return sorted(_endorsed(text, tokens, result, lookup), key=lambda mention: mention.start)


def _is_own(part: PartedName, tokens: Sequence[Token], cards: Collection[str]) -> bool:
    """Whether the word that a credential would share is another's that is known without it, too:
    no nurse's license in "Nurse, LVN license"."""
    return part.key in cards and tokens[part.last - 1].folded in cards


def _endorsed(
    text: str, tokens: Sequence[Token], found: Sequence[Mention], lookup: Lookup
) -> Iterator[Mention]:
    """What was found, with the endorsements of a license for what their words mean elsewhere."""
    licenses = [mention.end for mention in found if mention.skill in ENDORSED]
    known = {name.start for name in found if name.kind == "credential"}
    listed = endorsements(text, tokens, licenses, lookup, known)
    if not listed:
        yield from found
        return
    ends = {tokens[one.first].start: tokens[one.last].end for one in listed}
    longer = set[int]()
    for mention in found:
        if mention.end > ends.get(mention.start, 0):  # hazmat handling is no endorsement
            longer.add(mention.start)
            yield mention
    for one in listed:
        start = tokens[one.first].start
        if start not in longer:
            yield Mention(one.term.id, text[start : ends[start]], start, one.term.kind)


def _grams(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """First and last token of whatever might be a name, and its folded form, longest first."""
    for index, token in enumerate(tokens):
        key = token.folded
        spans = [(index, index, key)]
        for last in range(index + 1, min(index + LONGEST, len(tokens))):
            if not _JOINING.fullmatch(text, tokens[last - 1].end, tokens[last].start):
                break
            if tokens[last].end - token.start > LONGEST_WRITTEN:
                break
            key = f"{key} {tokens[last].folded}"
            spans.append((index, last, key))
        yield from reversed(spans)


_ARTICLE = re.compile(r"a (?:big |huge |strong |definite )?(?:plus|must|bonus|asset)\b")
"""No class of a license: "CDL a plus"."""


def _longest(
    text: str,
    tokens: Sequence[Token],
    grams: Iterable[tuple[int, int, str]],
    terms: Mapping[str, Term],
) -> Iterator[NamedPlace]:
    free = 0
    for first, last, key in grams:
        if first < free or (key.endswith(" a") and _ARTICLE.match(text, tokens[last].start)):
            continue
        term = terms.get(key)
        if term is None:
            term = terms.get(singular(key))
            if term is None or term.kind in ("tool", "language") or term.sort == "program":
                continue
        begin, end = tokens[first].start, tokens[last].end
        if "(" in text[begin:end] and not text.startswith(")", end):
            continue  # Python (pandas, NumPy)
        if not _fits(text[begin:end], first == last, term):
            continue
        yield NamedPlace(first, last, term)
        free = last + 1


def _fits(written: str, single: bool, term: Term) -> bool:
    """Whether a name has the capitals that it needs."""
    if term.kind == "language":
        return written[:1].isupper() or (single and written != "polish")  # to polish floors
    if len(term.written) == 3 and not single:  # A/P, not "a p"
        return written == term.written
    if term.sort == "program":
        words = written.split()
        return all(word[:1].isupper() or not word[:1].isalpha() for word in words)
    if single and term.kind == "credential" and written.islower():
        return len(written) > 4
    if not single and term.written.isalpha() and term.kind == "tool":
        # a name in one word that is written in two keeps its capitals: "Quick Books"
        return all(word[:1].isupper() for word in written.split())
    return True


def _is_sure(tokens: Sequence[Token], name: NamedPlace) -> bool:
    """Whether a name counts without evidence beside it."""
    term, written = name.term, tokens[name.first].text
    if term.sort in ("everyday", "listed"):
        return False
    if name.first != name.last:
        return True
    if term.sort == "program" or len(written) == 1 or _is_shouted(written, term):
        return False
    return written.isupper() or not term.written.isupper() or len(written) > ACRONYM


def _is_shouted(written: str, term: Term) -> bool:
    """Whether a short name of a tool is in capitals that aren't its own, so that it may be letters
    of something else: AHA, the American Heart Association, beside Aha!."""
    is_short = term.kind == "tool" and len(written) <= ACRONYM
    return is_short and written.isupper() and not term.written.isupper()


# these are looked for in lower case

_TOOL_BEFORE = re.compile(
    r"\b(?:in|with|using|use|uses|used|via|on"
    r"|through|know|knowledge of|experience of|like"
    r"|including|such as|mastered|learned|learn)\s+(?:the\s+)?$",
)
_SKILL_LIST = re.compile(
    r"(?:skills?|tools?|software|technolog(?:y|ies)|systems|programs|applications|stack"
    r"|proficienc(?:y|ies)|competenc(?:y|ies)|expertise|knowledge|experience|duties|languages"
    r"|requirements|good at|classes i like|responsibilities)[^:\n.]{0,20}(?::|\n)\s*(?:[-*•]\s*)?$",
)


PASSES = 6
"""How often a list is gone through, there and back: each name that counts is evidence for more."""


def _with_evidence(
    text: str, tokens: Sequence[Token], sure: Sequence[NamedPlace], unsure: Sequence[NamedPlace]
) -> list[NamedPlace]:
    """The everyday words that are meant as names, by what stands beside them."""
    if not unsure:
        return []
    lists = TextLists(text, tokens)
    spoken = (name for name in unsure if name.term.kind == "language")
    lists.languages.update(tokens[place].text.lower() for name in spoken for place in name.tokens)
    for name in sure:
        lists.add(lists.place(name))
    alone = [item for item in map(lists.place, unsure) if lists.is_whole(item)]
    weak: dict[int, set[int]] = {}
    for item in alone:
        weak.setdefault(item.within, set()).add(item.number)
    taken = set(_paired(text, tokens, unsure))
    for turn in range(PASSES):
        before = len(taken)
        for item in reversed(alone) if turn % 2 else alone:
            if item.found in taken:
                continue
            others = sum(near in weak[item.within] for near in near_items(item.number)) - 1
            if _is_meant(lists, item, others):
                taken.add(item.found)
                lists.add(item)
        if len(taken) == before:
            break
    return [
        name
        for name in unsure
        if (name in taken or _is_capital_name(text, tokens, name))
        and not (name.term.kind == "language" and _is_cuisine(text, tokens[name.first]))
    ]


_COOKED_BEFORE = re.compile(r"\bcook(?:ed|ing|s)?:? (?:[\w-]+(?:, | and |/| & )){0,4}$")
_COOKED_AFTER = re.compile(
    r"(?:(?:, | and |/| & )(?:and )?[\w-]+){0,4}"
    r" (?:food|cuisines?|cooking|dishes|restaurants?|recipes)\b"
)
_NEAR = 80
"""Letters before and behind a language in which it is told to be a cuisine."""


def _is_cuisine(text: str, token: Token) -> bool:
    """Whether the name of a language is what is cooked: "Chinese, Thai and Mexican food"."""
    before = lowered(text[max(0, token.start - _NEAR) : token.start])
    after = lowered(text[token.end : token.end + _NEAR])
    return bool(_COOKED_BEFORE.search(before) or _COOKED_AFTER.match(after))


def _paired(
    text: str, tokens: Sequence[Token], unsure: Sequence[NamedPlace]
) -> Iterator[NamedPlace]:
    """Two short forms with a slash between them, which are evidence for each other: "AP/AR"."""
    for first, second in pairwise(unsure):
        begin, end = tokens[first.last].end, tokens[second.first].start
        written = text[tokens[first.first].start : begin], text[end : tokens[second.last].end]
        kinds = {first.term.kind, second.term.kind}
        if (
            text[begin:end].strip() == "/"
            and kinds == {"technical"}
            and all(map(str.isupper, written))
        ):
            yield from (first, second)


_NO_EVIDENCE = frozenset(("credential", "language"))


def _is_meant(lists: TextLists, item: ListItem, others: int) -> bool:
    """Whether an item of a list is a name; `others` everyday words are items near to it."""
    token, term = lists.tokens[item.found.first], item.found.term
    written, beside = token.text, lists.beside(item)
    if len(written) == 1 or token.folded in BARE:
        is_written = written.isupper() or written == "Go"
        return is_written and any(PROGRAMMING in kinds for kinds in beside)
    if term.written.isupper() and len(written) <= ACRONYM and not written.isupper():
        return bool(beside) and term.sort != "everyday"
    if term.sort == "listed" and not (others >= 2 or any("soft" in kinds for kinds in beside)):
        return False
    if term.kind == "credential":
        return any("credential" in kinds for kinds in beside)
    if term.kind == "tool":
        tools = sum("tool" in kinds for kinds in beside)
        if _is_shouted(written, term):
            is_explaining = lists.lower[token.start - 1 : token.end + 1] == f"({token.folded})"
            return bool(tools) and not is_explaining
        if written[:1].isupper():
            return bool(tools) or others >= 2 or len(beside) + others >= 2
        return tools >= 2 and term.sort != "program"
    if term.kind == "language" and lists.is_of_languages(item):
        return True
    if others >= 2 or any(not _NO_EVIDENCE.issuperset(kinds) for kinds in beside):
        return True
    left = lists.starts[item.number - 1] if item.number else 0
    return _SKILL_LIST.search(lists.lower, max(0, left - 60), left) is not None


def _is_capital_name(text: str, tokens: Sequence[Token], name: NamedPlace) -> bool:
    """Whether a tool is written as a name, behind a word that says that it is used."""
    token = tokens[name.first]
    if name.term.kind == "language":
        before = lowered(text[max(0, token.start - 24) : token.start])
        after = lowered(text[token.end : token.end + 24])
        is_named_so = "bilingual" in name.term.written or "fluen" in name.term.written
        return is_named_so or is_spoken(before, after)
    if name.term.kind == "credential":
        after = text[tokens[name.last].end : tokens[name.last].end + 16]
        is_proof = re.match(r"[- ](?:licen[sc]|certif|card|training|course)", after) is not None
        is_wanted = token.text.isupper() and _WANTED_AFTER.match(text, tokens[name.last].end)
        return (
            is_proof or bool(is_wanted) or _is_issued(text[max(0, token.start - 24) : token.start])
        )
    if name.term.kind != "tool" or len(token.text) < 3:
        return False
    if not token.text[0].isupper() or _is_shouted(token.text, name.term):
        return False
    before = text[max(0, token.start - 24) : token.start]
    after = text[tokens[name.last].end : tokens[name.last].end + 2]
    if re.search(r"(?:^|\n)[-•* ]*$", before) and re.match(r"\s*(?:\n|$)", after):
        return name.term.sort != "program"
    if re.match(r"[ ]?[A-Z]", after) and name.term.sort == "program":
        return False
    if re.search(r"(?:^|[\n*•.;:,-])\s*$", before) and re.match(
        r"\s+(?:for|to)\b", text[token.end : token.end + 6]
    ):
        return True
    if _WANTED_AFTER.match(text, tokens[name.last].end):
        return True
    last = before.rstrip()[-1:]
    is_cjk = last >= "\u3040" and unicodedata.category(last) == "Lo"
    return is_cjk or _TOOL_BEFORE.search(before.lower()) is not None


def _is_issued(before: str) -> bool:
    """Whether the words before a credential say that it is valid, or name a state: "AZ DL"."""
    words = before.split()[-2:]
    codes = (word.lower() for word in words[-1:] if word.isupper())
    is_valid = any(word.lower() in _VALID for word in words)
    return is_valid or any(code in STATES for code in codes) or ends_with_state(before)


_VALID = frozenset("valid current clean active unexpired".split())
_WANTED_AFTER = re.compile(
    r" (?:is )?(?:strongly |highly )?(?:an? (?:(?:big |huge )?plus|must|asset|bonus)|preferred"
    r"|required|desired|helpful|optional|proficiency|certification|certified)\b"
    r"| an? (?:big |huge )?\+(?!\w)"
)
"""Behind the name of a program, and behind no verb: "Excel preferred"."""


def unrecognized(text: str, found: Sequence[Mention]) -> list[str]:
    """Words written like names that no mention covers, in order: to show, not to count."""
    covered = sorted((mention.start, mention.end) for mention in found)
    begins = [start for start, _ in covered]
    words: dict[str, None] = {}
    for run in _name_runs(text):
        index = bisect_left(begins, run.end())
        if not index or covered[index - 1][1] <= run.start():
            words.setdefault(run.group())
    return list(words)


_COMMON = frozenset(
    "the you we our what who why how this that it if in for and or a an i not no".split()
)


_LETTERS = re.compile(r"[A-Z]{3,6}")


def _name_runs(text: str) -> Iterator[re.Match[str]]:
    """Capitalized words within a sentence, and words with capitals or digits inside; also letters
    that begin one, unless its line is in capitals."""
    for run in re.finditer(r"\b[^\W_a-z][\w.+#-]*\w(?: [A-Z][\w+#-]*\w)*", text):
        word = run.group()
        before = _before(text, run.start())
        begins = not before or before in '.!?:;\n•*-–(“"'
        inner = any(c.isupper() for c in word[1:]) and not word.isupper()
        if begins and word.isupper() and _LETTERS.fullmatch(word):
            rest = text[run.end() : run.end() + LONGEST_WRITTEN].partition("\n")[0]
            inner = any(c.islower() for c in rest) and not rest.startswith(":")
        if (not begins or inner) and not word[0].isdigit() and word.casefold() not in _COMMON:
            yield run


def _before(text: str, place: int) -> str:
    """The character before a place, spaces and tabs aside; empty at the beginning."""
    place -= 1
    while place >= 0 and text[place] in " \t":
        place -= 1
    return text[place] if place >= 0 else ""
