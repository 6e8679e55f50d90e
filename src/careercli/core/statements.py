"""What a text says of the names in it: asked for, wished for, denied, or not its subject.

A text is taken apart into sections, by their headings, and sentences. A denial or a wish before a
name covers its whole list to the end of the sentence; one behind it covers the list before it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from careercli.core.skill_mentions import Lookup, Mention, mentions

Standing = Literal["must", "nice", "denied", "learning", "others", "aside"]
"""must: asked for, or claimed; others: somebody else's; aside: not what the text is about."""
Part = Literal["", "duties", "must", "nice", "skills", "company", "perks", "equal", "pay", "apply"]
ASIDE: dict[str, str] = {
    "company": "what the employer says of itself",
    "perks": "what the employer offers",
    "equal": "equal-opportunity text",
    "pay": "pay",
    "apply": "how to apply",
    "hiring": "that somebody is being hired",
}
"""Why names are set aside, as it is told."""


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


class Statement(NamedTuple):
    """What a text says of a name.

    sentence: where, and how it is told
    years: how many are asked for, or stated; 0 if it isn't said
    level: 1 to 4 in words such as "advanced"; 0 if it isn't said
    choice: number of the list of which one is enough; 0 if it stands for itself
    reason: why it was set aside
    """

    mention: Mention
    standing: Standing
    sentence: Sentence
    years: int = 0
    level: int = 0
    choice: int = 0
    reason: str = ""


_HEADING_WORDS: tuple[tuple[Part, str], ...] = (
    ("nice", r"nice[ -]to[ -]have|preferred|bonus|desir(?:ed|able)|a plus\b|pluses|extra credit"),
    ("equal", r"equal (?:employment )?opportunity|\bEEO\b|diversity|accommodation"),
    (
        "perks",
        r"benefits|perks|(?:what )?we offer|what you(?:'|’)?ll get|why (?:join|work)|our offer",
    ),
    ("pay", r"^(?:pay|salary|compensation|wages?)\b"),
    ("apply", r"how to apply|^apply\b|application process|next steps|contact us"),
    (
        "duties",
        (
            r"responsibilit|dut(?:y|ies)|what you(?:'|’)?ll (?:do|be doing)|you will"
            r"|day[- ]to[- ]day|the (?:role|job|position)|job (?:description|summary)|about (?:the"
            r"|this) (?:role|job|position|team)|what (?:you|the job) (?:do|involves)"
        ),
    ),
    (
        "must",
        (
            r"requirement|qualification|what we(?:'|’)?(?:re)? (?:look|need)|you (?:need|have"
            r"|bring)|must[- ]have|required|who you are|about you|minimum|criteria|what you(?:'"
            r"|’)?ll need|we need"
        ),
    ),
    (
        "skills",
        (
            r"skills|tools|software|technolog|tech stack|competenc|expertise|certificat"
            r"|licen[sc]es|languages|good at|experience|what i do|work history|employment"
            r"|education|training|summary|profile"
        ),
    ),
    (
        "company",
        r"^about\b|who we are|our (?:company|story|mission|values|culture|team)|the company",
    ),
)
_HEADINGS = tuple((part, re.compile(words, re.IGNORECASE)) for part, words in _HEADING_WORDS)
_BULLET = re.compile(r"^\s*(?:[-–—•*·▪●◦‣]|\d+[.)])\s+")
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Za-z])(?<!\be\.g)(?<!\bi\.e)(?<!\bSt)(?<!\bDr)(?<!\bvs)[.!?](?=\s|$)|\s[•·▪●]\s"
)
_SIDE = (
    (
        "equal",
        (
            r"equal[- ](?:employment[- ])?opportunit|discriminat|veteran status|\bEEO\b"
            r"|without regard to|affirmative action|protected (?:class|status|characteristic)"
            r"|reasonable accommodation|we (?:celebrate|value|embrace) (?:diversity|leadership)"
        ),
    ),
    (
        "apply",
        (
            r"\bapply (?:at|on|in|via|through|now|by|online|today|here)\b|powered by|follow us"
            r"|send (?:us )?(?:your|a) (?:r[eé]sum[eé]|cv)|download (?:on|the)|\bwe use cookies"
            r"|\bcookies\b|\b(?:call|text|contact|email) (?:us|\w+ (?:at|on)|recruiting)\b"
            r"|\bask for [A-Z]|no (?:phone calls|agencies|recruiters|staffing)|sign in"
            r"|similar jobs|powered by"
        ),
    ),
    (
        "perks",
        (
            r"\bbenefits?\s*(?::|include)|\bwe (?:offer|provide|pay)\b|401\s?\(?k|paid time off"
            r"|\bPTO\b|health insurance|tuition|sign[- ]on bonus|paid (?:holidays|vacation"
            r"|training)|\bperks?\b|loan repayment|child ?care discount|medical, dental"
            r"|dental, vision|shift meal|car allowance"
        ),
    ),
    (
        "pay",
        (
            r"competitive (?:compensation|salary|pay)|\bcompensation\b|\bsalary\b|\bOTE\b"
            r"|\bcommission\b|[$€£]\s?\d[\d,.]*\s?[kK]?\s*(?:[-–—]|to|/|per|an?\b|base)"
            r"|[$€£]\s?\d[\d,.]*\s?[kK]\b|^(?:starting )?(?:pay|base)\b"
        ),
    ),
    (
        "company",
        (
            r"^\W*(?:we|our)\b[^.]{0,40}\b(?:value|believe|celebrate|love|have won|won|prizes"
            r"|are (?:a|an|the|proud)|have been|culture|mission|customers|clients|founded|office"
            r"|marketing)\b|\bis (?:a|an|the) (?:[\w-]+ ){0,3}(?:company|firm|agency|leader"
            r"|leading|boutique|startup|provider|family|center|clinic|platform|cloud|data cloud)\b"
            r"|\bour (?:customers|clients|mission|office)\b|\bsince (?:19|20)\d\d\b[^.]*\bwe\b"
            r"|\bhas (?:wired|served|built|been)\b[^.]*\bsince (?:19|20)\d\d|hiring insights"
            r"|top skills of applicants|^\W*we supply\b"
        ),
    ),
    (
        "hiring",
        (
            r"\bnow hiring\b|\b(?:we are|we're|is|are) (?:hiring|seeking|looking for)\b|\bseeks\b"
            r"|\bneeds an? \b"
        ),
    ),
)
_SIDES = tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in _SIDE)

_DENIED_BEFORE = re.compile(
    r"\b(?:no(?! (?:later|problem|more than|fewer|less))|not(?! (?:only|just|limited|required"
    r"|needed|necessary|but|mandatory|essential))|never|without|lack(?:s|ing)?|neither|nor|cannot"
    r"|can['’]?t|don['’]?t(?! (?:hesitate|worry|need to be))|doesn['’]?t|didn['’]?t|isn['’]?t"
    r"|aren['’]?t|unfamiliar|do(?:es)? not|did not)\b(?!-)(?!\s+only\b)",
    re.IGNORECASE,
)
_LEARNING_BEFORE = re.compile(
    r"(?:\b(?:currently|now|am|['’]m|still|started|began|begun|been|keen on|interested in|want to"
    r"|hope to|plan to|willing to|like to|eager to|would like to)\s+(?:learn(?:ing)?|study(?:ing)?"
    r"|get)\b|^\W*(?:learning|studying)\b(?! (?:management|and development|& development))"
    r"|\binterested in\b|\bwill(?:ing)? to train\b|\bbasics of\b)",
    re.IGNORECASE,
)
_OTHERS_BEFORE = re.compile(
    r"\b(?:team|colleagues|department|company|firm|group|people|staff) (?:that|who|which) "
    r"(?:used?|uses|work(?:s|ed)? with|built|wrote|ran)\b",
    re.IGNORECASE,
)
_NICE_BEFORE = re.compile(
    r"\b(?:nice(?: to have)?|preferred|preferably|ideally|bonus(?: points)?|plus|desir(?:ed|able)"
    r"|a plus)\s*(?:\([^)]*\))?\s*:|\b(?:preferably|ideally|bonus points (?:for|if))\b",
    re.IGNORECASE,
)
_NICE_AFTER = re.compile(
    r"(?:\b(?:is|are|would be|will be|helps?|being)?\s*(?:an? )?(?:\b(?:big|huge|strong|definite)"
    r" )?(?:plus(?:es)?|bonus|asset|advantage|nice(?: to have)?|preferred|pref['’]?d|pref|desired"
    r"|desirable|welcome|helpful|appreciated|ideal|optional|helps)\b)",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"\b(?:is|are|was|were)?\s*(?:not|n['’]t|never)\s+(?:required|needed|necessary|a must"
    r"|mandatory|essential|used)\b|\b(?:unnecessary)\b|\bisn['’]t (?:required|needed|necessary)\b"
    r"|\baren['’]t (?:required|needed|necessary)\b",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(r"\b(?:must|may|should|shall|can) ?not$", re.IGNORECASE)
"""A duty, not a denial: "must not pose a threat to safety"."""
_CLAUSE_END = re.compile(r";|\bbut\b|\bhowever\b|\bthough\b|\bwhile\b|\bmust\b|\s[–—-]\s")
_LIST_GAP = re.compile(
    r"[\s,/&()\"“”'’+]*(?:\b(?:and|or|and/or|the|a|an|with|of|in|experience|familiarity|knowledge"
    r"|skills?|certificates?|certification|cert|license|card|candidate|welcome|developers?)\b"
    r"[\s,/&()\"“”'’+]*)*",
    re.IGNORECASE,
)
_BEGINS_AS_WISH = re.compile(
    r"^\W*(?:\w+ )?(?:experience|familiar(?:ity)?|knowledge|exposure|background|proficiency"
    r"|ability|interest|certification)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(\d{1,2})\s*(?:\+|(?:-|–|to)\s*(\d{1,2})\s*\+?)?\s*(?:years?|yrs?)\b", re.IGNORECASE
)
_LEVELS = re.compile(
    r"\b(?:(beginner|basic|novice)|(intermediate|working knowledge|conversational)"
    r"|(advanced|proficient|strong|solid|fluent)|(expert|native|mastery|master))\b",
    re.IGNORECASE,
)
_CHOICE_GAP = re.compile(r"\s*(?:,\s*)?(?:or|/)\s*(?:an? )?", re.IGNORECASE)


def sentences(text: str) -> list[Sentence]:
    """A text in sentences, items and headings, each with the section that it stands in."""
    found: list[Sentence] = []
    part: Part = ""
    position = 0
    number = 0
    blank = True
    lines = text.split("\n")
    index = 0
    while index < len(lines):
        line = lines[index]
        begin, number = position, number + 1
        position += len(line) + 1
        index += 1
        if not line.strip():
            blank = True
            continue
        heading = _heading(line, lines[index] if index < len(lines) else "", blank=blank)
        if heading is not None:
            part = heading
            found.append(Sentence(line, begin, part, number, heading=True))
            blank = False
            continue
        joined = line
        while index < len(lines) and _runs_on(joined, lines[index]):
            joined += "\n" + lines[index]
            position += len(lines[index]) + 1
            index += 1
        found += _split(joined, begin, part, number)
        number += joined.count("\n")
        blank = False
    return found


def _heading(line: str, following: str, *, blank: bool) -> Part | None:
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
    for part, pattern in _HEADINGS:
        known = pattern.search(plain)
        if known and (colon or marked or len(known.group()) * 2 >= len(plain) or len(words) <= 3):
            if part == "skills" and len(words) > 3 and not (colon or marked):
                continue
            return part
    if re.match(r"^about\b", plain, re.IGNORECASE) and len(words) <= 5:
        return "company"
    if marked or colon:
        return ""
    if blank and following.strip() and plain[:1].isupper() and len(words) <= 8:
        return "" if not any(char.isdigit() for char in plain) else None
    return None


def _runs_on(text: str, following: str) -> bool:
    """Whether a sentence goes on in the next line."""
    last = text.rsplit("\n", 1)[-1].rstrip()
    begins = following.lstrip()
    if not begins or _BULLET.match(following) or last.endswith((".", ":", ";", "!", "?")):
        return False
    return begins[0].islower() or last.endswith((",", "-")) or len(last) >= 75


def _split(text: str, begin: int, part: Part, line: int) -> Iterator[Sentence]:
    place = 0
    for end in [*(one.end() for one in _SENTENCE_END.finditer(text)), len(text)]:
        piece = text[place:end]
        if piece.strip():
            yield Sentence(piece, begin + place, part, line + text.count("\n", 0, place))
        place = end


def statements(text: str, lookup: Lookup, *, resume: bool = False) -> list[Statement]:
    """What a text says of each name in it, in order.

    With `resume` it is about a person: nothing is set aside but what the person does not claim.
    """
    pieces = sentences(text)
    headings = [
        (one.start, one.start + len(one.text)) for one in pieces if one.heading and one.part
    ]
    found = [
        one
        for one in mentions(text, lookup)
        if one.kind not in ("technical", "soft")
        or not any(start <= one.start < end for start, end in headings)
    ]
    starts = [one.start for one in pieces]
    by_piece: dict[int, list[Mention]] = {}
    for one in found:
        by_piece.setdefault(max(0, bisect_right(starts, one.start) - 1), []).append(one)
    result: list[Statement] = []
    choice = 0
    for index, named in sorted(by_piece.items()):
        sentence = pieces[index]
        told = [_told(sentence, named, one, resume=resume) for one in named]
        for place, statement in enumerate(told):
            if place and not resume and statement.standing in ("must", "nice"):
                gap = text[told[place - 1].mention.end : statement.mention.start]
                rest = sentence.text[statement.mention.end - sentence.start :]
                if _is_choice(gap, rest):
                    if not result[-1].choice:
                        choice += 1
                        result[-1] = result[-1]._replace(choice=choice)
                    result.append(statement._replace(choice=result[-1].choice))
                    continue
            result.append(statement)
    return result


def _is_choice(gap: str, after: str) -> bool:
    """Whether one of two names beside each other is enough."""
    if gap.strip().casefold() in ("or", ", or"):
        return True
    return gap.strip() == "," and re.match(r"\s*,?[^.;]{0,40}\bor\b", after) is not None


def _told(sentence: Sentence, named: Sequence[Mention], one: Mention, *, resume: bool) -> Statement:
    text = sentence.text
    start, end = one.start - sentence.start, one.end - sentence.start
    years, level = _stated(text, start, end)
    statement = Statement(one, "must", sentence, years, level)
    if _is_somebody_else(text, one, start, resume=resume):
        return statement._replace(standing="others")
    if resume:
        if standing := _before(text, start, resume=True) or _after_denied(
            text, sentence, named, end
        ):
            return statement._replace(standing=standing)
        return statement
    if reason := _set_aside(sentence, one):
        return statement._replace(standing="aside", reason=reason)
    nice = _covered(text, sentence, named, end, _NICE_AFTER)
    denied = _covered(text, sentence, named, end, _DENIED_AFTER)
    if nice:
        return statement._replace(standing="nice")
    if denied:
        return statement._replace(standing="denied")
    if standing := _before(text, start, resume=False):
        return statement._replace(standing="nice" if standing == "learning" else standing)
    if sentence.part == "nice" or any(
        cue.end() <= start and not _CLAUSE_END.search(text, cue.end(), start)
        for cue in _NICE_BEFORE.finditer(text)
    ):
        return statement._replace(standing="nice")
    return statement


_PEOPLE_BEFORE = re.compile(
    r"\b(?:work(?:ing|s|ed)? (?:closely )?(?:with|alongside)|collaborat\w+ with|report(?:s|ing)? to"
    r"|partner(?:s|ing)? with|alongside|support(?:s|ing)?)\b[^.;:\n]*$",
    re.IGNORECASE,
)
_FOR_SOMEBODY = re.compile(r"\b(?:for|by|with|to|under) (?:the|our|a|an) $", re.IGNORECASE)
_PEOPLE = re.compile(r"(?:ers?|ors?|ists?|ians?|nurses?|[A-Z]s)$")


def _is_somebody_else(text: str, one: Mention, start: int, *, resume: bool) -> bool:
    """Whether a name is of people that one works with: "report to the CPA"."""
    if one.kind != "credential" and (one.kind == "tool" or not _PEOPLE.search(one.words)):
        return False
    if resume and one.kind == "credential" and _FOR_SOMEBODY.search(text, 0, start):
        return True
    return _PEOPLE_BEFORE.search(text[:start]) is not None


def _set_aside(sentence: Sentence, one: Mention) -> str:
    """Why a name is not what an advertisement asks for; empty if it is."""
    if sentence.heading and re.search(
        r"\bat $", sentence.text[: one.start - sentence.start], re.IGNORECASE
    ):
        return "company"
    if sentence.part in ("company", "perks", "equal", "pay", "apply"):
        return sentence.part
    for reason, pattern in _SIDES:
        cue = pattern.search(sentence.text)
        if not cue:
            continue
        if reason == "hiring" and (
            one.kind not in ("soft", "technical") or any(c.isupper() for c in one.words[1:])
        ):
            continue
        if reason == "pay" and one.start - sentence.start + len(one.words) <= cue.start():
            continue
        if reason == "hiring" and re.search(
            r"\b(?:with|who)\b", sentence.text[cue.end() : one.start - sentence.start]
        ):
            continue
        return reason
    return ""


def _before(text: str, start: int, *, resume: bool) -> Standing | None:
    """What words before a name say of it."""
    cues: tuple[tuple[Standing, re.Pattern[str]], ...] = (
        ("denied", _DENIED_BEFORE),
        ("learning", _LEARNING_BEFORE),
        ("others", _OTHERS_BEFORE),
    )
    for standing, pattern in cues:
        if standing == "others" and not resume:
            continue
        for cue in pattern.finditer(text, 0, start):
            if _CLAUSE_END.search(text, cue.end(), start):
                continue
            if standing == "denied" and _FORBIDDEN.search(text[: cue.end()]):
                return "others"
            return standing
    return None


def _after_denied(
    text: str, sentence: Sentence, named: Sequence[Mention], end: int
) -> Standing | None:
    return "denied" if _covered(text, sentence, named, end, _DENIED_AFTER) else None


def _covered(
    text: str, sentence: Sentence, named: Sequence[Mention], end: int, pattern: re.Pattern[str]
) -> bool:
    """Whether a cue behind a name covers it: right behind it, or behind the list it begins."""
    place = end
    for cue in pattern.finditer(text, end):
        whole = _BEGINS_AS_WISH.match(_clause(text, end)) is not None
        if whole and not re.search(r"[;.]", text[end : cue.start()]):
            return True
        for other in named:
            begin = other.start - sentence.start
            if begin < place or begin >= cue.start():
                continue
            if not _LIST_GAP.fullmatch(text, place, begin):
                return False
            place = other.end - sentence.start
        return _LIST_GAP.fullmatch(text, place, cue.start()) is not None
    return False


def _clause(text: str, place: int) -> str:
    """The clause around a place, from its beginning."""
    return text[text.rfind(";", 0, place) + 1 :]


def _stated(text: str, start: int, end: int) -> tuple[int, int]:
    """Years and level that a sentence states for the name between `start` and `end`."""
    years = 0
    for found in _YEARS.finditer(text):
        gap = text[found.end() : start] if found.end() <= start else text[end : found.start()]
        limit = 60 if found.end() <= start else 12
        if (
            len(gap) <= limit
            and not re.search(r"[;.]|\byears?\b", gap)
            and (found.end() <= start or re.fullmatch(r"[\s(:,–-]*", gap))
        ):
            years = int(found[1])
    level = 0
    near = [
        *_LEVELS.finditer(text[max(0, start - 24) : start]),
        *_LEVELS.finditer(text[end : end + 20]),
    ]
    for place, found in enumerate(near):
        before = place < sum(1 for _ in _LEVELS.finditer(text[max(0, start - 24) : start]))
        gap = text[max(0, start - 24) : start][found.end() :] if before else ""
        if before and not re.fullmatch(r"(?:\s|in|with|at|of|knowledge|skills?|experience)*", gap):
            continue
        if not before and not re.match(r"[\s(\[:,–-]*$", text[end : end + 20][: found.start()]):
            continue
        level = next(number for number in (1, 2, 3, 4) if found[number])
    return years, level
