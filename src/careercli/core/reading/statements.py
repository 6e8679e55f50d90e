"""What a text says of the names in it: asked for, wished for, denied, or not its subject.

A text is taken apart into sections, by their headings, and sentences. A denial or a wish before a
name covers its whole list to the end of the sentence, or of the line if it ends there; one behind
it covers the list before it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from careercli.core.reading.not_about_the_job import SIDES, is_apart
from careercli.core.reading.not_held import not_held
from careercli.core.reading.other_people import is_somebody_else
from careercli.core.reading.sentences import ELSEWHERE, Sentence, heading_part, sentences
from careercli.core.reading.skill_mentions import Lookup, Mention, mentions
from careercli.core.reading.spoken import asked_to_speak, is_spoken_little
from careercli.core.reading.text_pattern import Cue, lowered
from careercli.core.reading.willing_to_train import TRAINED, is_training
from careercli.core.reading.wishes import DISLIKED, OWN, WISHED

Standing = Literal["must", "nice", "denied", "learning", "wished", "lapsed", "others", "aside"]
"""must: asked for, or claimed; wished: what a person wants to do or learn; lapsed: of a credential
that was lost or not got; others: somebody else's; aside: not what the text is about."""


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


# these are looked for in lower case

_DENIED_BEFORE = Cue(
    r"\b(?:no(?! (?:later|problem|more than|fewer|less))|not(?! (?:only|just|limited|required"
    r"|needed|necessary|but|mandatory|essential|\w+ed\s*(?:[,;.)]|$)))|never|without"
    r"|not (?:required|needed|necessary)(?=:)|lack(?:s|ing)?|neither|nor|cannot"
    r"|can['’]?t|don['’]?t(?! (?:hesitate|worry|need to be))|doesn['’]?t|didn['’]?t|isn['’]?t"
    r"|aren['’]?t|unfamiliar|do(?:es)? not|did not)\b(?!-)(?!\s+only\b)",
    "no never without lack neither can don doesn didn isn unfamiliar",
)
_LEARNING_BEFORE = Cue(
    r"(?:\b(?:currently|now|am|['’]m|still|started|began|begun|been|keen on|interested in|want to"
    r"|hope to|plan to|willing to|like to|eager to|would like to)\s+(?:learn(?:ing)?|study(?:ing)?"
    r"|get)\b|^\W*(?:learning|studying)\b(?! (?:management|and development|& development))"
    r"|\binterested in\b|\bwill(?:ing)? to train\b|\bbasics of\b)",
    "learn study get interested train basics",
)
_LEARNING_BEHIND = re.compile(
    r"\W{1,4}(?:(?:(?:very )?interested in|would like|want(?:ing)?|hop(?:e|ing)|plan(?:ning)?|eager"
    r"|keen|willing) (?:to |on )?(?:(?:learn|study|try|get|test|certif|class|course)\w*"
    r"|tak(?:e|ing) (?:the |an? )?(?:\w+ ){0,2}?(?:test|exam|class|course|training)"
    r"|train(?:ed|ing)?(?=\W*$| (?:in|for|as|on)\b|[,;.)\n]))"
    r"|no experience|still learning|(?:desired|wanted)\b(?! (?:by|for)\b))"
)
_MY_NEXT = re.compile(r"my (?:first|next|new|dream)\b")
_HOPED = re.compile(
    r"^\W*(?:aspiring|future|prospective|target (?:job|position|role|career|title):)\s"
)
"""At the beginning of what somebody would like to be."""
_OTHERS_BEFORE = Cue(
    r"\b(?:team|colleagues|department|company|firm|group|people|staff) (?:that|who|which) "
    r"(?:used?|uses|work(?:s|ed)? with|built|wrote|ran)\b",
    "that who which",
)
_NICE_BEFORE = Cue(
    r"\b(?:nice(?: to have)?|preferred|preferably|ideally|bonus(?: points)?|plus|desir(?:ed|able)"
    r"|a plus)\s*(?:\([^)]*\))?\s*:|\b(?:preferably|ideally|bonus points (?:for|if))\b",
    "nice prefer ideal bonus plus desir",
)
_NICE_AFTER = Cue(
    r"(?:\b(?:is|are|would be|will be|helps?|being)?\s*(?:an? )?(?:\b(?:big|huge|strong|definite"
    r"|strongly|highly) )?(?:plus(?:es)?|bonus|asset|advantage|nice(?: to have)?|preferred"
    r"|pref['’]?d|pref|desired|desirable|welcome|helpful|appreciated|ideal|optional|helps|ok|okay)\b)"
    r"|\ba (?:big |huge |strong )?\+(?!\w)",
    "plus bonus asset advantage nice pref desir welcome help appreciated ideal optional ok +",
)
_DENIED_AFTER = Cue(
    r"\b(?:is|are|was|were)?\s*(?:not|n['’]t|never)\s+(?:required|needed|necessary|a must"
    r"|mandatory|essential|used)\b|\b(?:unnecessary)\b|\bisn['’]t (?:required|needed|necessary)\b"
    r"|\baren['’]t (?:required|needed|necessary)\b",
    "not n't n’t never unnecessary",
)
_FORBIDDEN = re.compile(r"\b(?:must|may|should|shall|can) ?not$")
"""A duty, not a denial: "must not pose a threat to safety"."""
_TWICE = re.compile(r"(?:\bnot|n['’]?t|\bno ?body|no one|never)\b[^.;]*\bwithout$")
"""What is denied twice is asked for: "don't apply without a CDL"."""
_NO_TROUBLE = re.compile(r" (?:issues?|problems?|restrictions?|suspensions?|violations?)\b")
"""Behind what isn't denied by "no": "no driver's license issues"."""
_CLAUSE_END = re.compile(r";|\b(?:but|however|though|while|must)\b|[ \n][–—-]\s")
_LINE_END = re.compile(
    r"(?<!,)(?<!\ba)(?<!\ban)(?<!\bor)(?<!\bnor)(?<!\band)(?<!\bin)(?<!\bof)(?<!\bto)(?<!\bas)"
    r"(?<!\bno)(?<!\bany)(?<!\bthe)(?<!\buse)(?<!\bnot)(?<!\bwith)(?<!\bused)(?<!\bknow)[ \t]?\n"
)
"""The end of a line, and of what it denies, unless its last word goes on."""
_ASKED_AGAIN = re.compile(
    r",\s*(?:and )?(?:able to |ability to )?(?:pass|have|hold|possess|maintain|complete|obtain|be"
    r"|current|valid|active|clean|strong|good|excellent|proven|willing)\b"
)
"""Behind a denial, what is asked for in the same list: "no DUI, pass DOT physical"."""
_DENIED_TILL = (_LINE_END, _ASKED_AGAIN)
_LIST_GAP = re.compile(
    r"[\s,/&()\"“”'’+]*(?:\b(?:and|or|and/or|the|a|an|with|of|in|experience|familiarity|knowledge"
    r"|skills?|certificates?|certifications?|cert|licenses?|cards?|degrees?|diploma|endorsements?|candidate|welcome|developers?"
    r"|exp|bilingual|fluen(?:t|cy)|languages?|speak(?:ing|ers?)|training|background|coursework"
    r"|in an? (?:[\w-]+ ){1,4}(?:environment|setting|field|industry|office))\b"
    r"[\s,/&()\"“”'’+]*)*",
)
_AND_ANOTHER = re.compile(
    r"(?:(?: (?:and|or)\b| ?[/&])(?: (?!required|must\b)[a-z][\w.+#'’-]*){1,3}){1,3}(?=[ \n]|$)"
)
"""A name that is not known, beside one that is: "CDA / Staff Credential a plus"."""
_FIELDS_OF_STUDY = Cue(
    r"(\b(?:degrees?|bachelor['’]?s?|master['’]?s|associate['’]?s?|diploma|doctorate|ph\.?d\.?|ba"
    r"|bs|bsc|b\.[as]\.|majors?|coursework|concentration)(?: or higher)? in )"
    r"(?:(?!\b(?:experience|experienced|with|knowledge|plus|years?|skills?|proficien\w*|ability"
    r"|familiar\w*|required|preferred|must|including|degree)\b)[^.;:\n\d]){1,160}"
    r"|(\b(?:bs|ba|bsc|b\.[as]\.) (?!(?:and|or|plus|with|w/|&|/|in\b)))"
    r"[a-z][a-z ]{2,40}(?:(?:, [a-z ]{3,40}){0,4},? or (?:[a-z]+ ){0,3}[a-z]+)?",
    "degree bachelor master associate diploma doctorate ph ba bs b. major coursework concentration",
)
"""What a degree may be in, behind "degree in": nobody asks for it as a skill."""
_BEGINS_AS_WISH = re.compile(
    r"^\W*(?:\w+ )?(?:experience|familiar(?:ity)?|knowledge|exposure|background|proficiency"
    r"|ability|interest|certification)\b",
)
_YEARS = re.compile(r"(\d{1,2})\s*(?:\+|(?:-|–|to)\s*(\d{1,2})\s*\+?)?\s*(?:years?|yrs?)\b")
_LEVELS = re.compile(
    r"\b(?:(beginner|basic|novice)|(intermediate|working knowledge|conversational)"
    r"|(advanced|proficient|fluent)|(expert|native|mastery|master))\b",
)


def statements(text: str, lookup: Lookup, *, resume: bool = False) -> list[Statement]:
    """What a text says of each name in it, in order.

    With `resume` it is about a person: nothing is set aside but what the person does not claim.
    """
    pieces = sentences(text)
    starts = [sentence.start for sentence in pieces]
    by_piece: dict[int, list[Mention]] = {}
    for mention in mentions(text, lookup):
        index = max(0, bisect_right(starts, mention.start) - 1)
        if not _names_the_section(text, pieces[index], mention):
            by_piece.setdefault(index, []).append(mention)
    result: list[Statement] = []
    choice = 0
    for index, named in by_piece.items():
        if any(mention.kind == "language" for mention in named):
            named = [mention for mention in named if mention.skill != ANY_LANGUAGE]
        cues = _Cues(pieces[index], named)
        told = [_told(cues, number, mention, resume=resume) for number, mention in enumerate(named)]
        for first, last in _choices(text, told) if not resume else ():
            choice += 1
            for place in range(first, last + 1):
                told[place] = told[place]._replace(choice=choice)
        result += told
    return result


def _names_the_section(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether a name is a heading, or a label before a colon: "Communication: ..."; not what is
    behind the colon of a heading: "Skills: welding"."""
    if mention.kind not in ("technical", "soft"):
        return False
    before, after = text[sentence.start : mention.start], text[mention.end : mention.end + 1]
    is_label = after == ":" and not before.strip()
    known = heading_part(f"{mention.words}:", "", blank=False) if is_label else sentence.part
    is_heading = sentence.heading and ": " not in before
    return (is_heading or is_label) and bool(known)


ANY_LANGUAGE = "foreign-language"
"""The skill of speaking a second language, whichever; a sentence that names one means that one."""


def _choices(text: str, told: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """First and last of the names in a sentence of which one is enough: "A, B or C"."""
    first = 0
    for place in range(1, len(told)):
        before, after = told[place - 1], told[place]
        gap = text[before.mention.end : after.mention.start].strip(" ,").casefold()
        is_or = " ".join(_BESIDE_OR.sub(" ", gap).split()) == "or"
        asked = before.standing == after.standing and after.standing in ("must", "nice")
        if asked and is_or:
            yield first, place
            first = place + 1
        elif not asked or gap:
            first = place


_BESIDE_OR = re.compile(
    r"\([^()]*\)|,|\b(?:an?|valid|current|active|licen[cs]es?|certifi(?:ed|cates?|cation)|cards?)\b"
)
"""What else is between two of which one is enough: "an LPN license or a valid RN license"."""


class _Cues:
    """What a sentence says of the names in it, each cue found once."""

    def __init__(self, sentence: Sentence, named: Sequence[Mention]) -> None:
        self.sentence = sentence
        self.lower = lowered(sentence.text)
        self._names = [name.start - sentence.start for name in named]
        self._ends = [name.end - sentence.start for name in named]
        self._clauses = [cue.start() for cue in _CLAUSE_END.finditer(self.lower)]
        self._found: dict[Cue, list[re.Match[str]]] = {}
        self._covered: dict[Cue, dict[int, bool]] = {}

    def _all(self, cue: Cue) -> list[re.Match[str]]:
        if cue not in self._found:
            self._found[cue] = list(cue.finditer(self.lower))
        return self._found[cue]

    def first(self, cue: Cue) -> re.Match[str] | None:
        """The first cue of a kind."""
        return next(iter(self._all(cue)), None)

    def before(self, cue: Cue, start: int) -> re.Match[str] | None:
        """The last cue before a place, if no other clause begins between."""
        hits = self._all(cue)
        index = bisect_right(hits, start, key=re.Match.end)
        if not index:
            return None
        hit = hits[index - 1]
        clause = bisect_left(self._clauses, hit.end())
        is_near = clause == len(self._clauses) or self._clauses[clause] >= start
        denied_till = _DENIED_TILL if cue is _DENIED_BEFORE else ()
        is_done = any(end.search(self.lower, hit.end(), start) for end in denied_till)
        is_over = is_done or self._is_in_brackets(hit.end(), start)
        return hit if is_near and not is_over else None

    def _is_in_brackets(self, place: int, start: int) -> bool:
        """Whether a place is in brackets that end before a later one: "(no degree) CPR card"."""
        end = self.lower.find(")", place, start)
        return end >= 0 and self.lower.find("(", place, end) < 0

    def is_in(self, cue: Cue, start: int) -> bool:
        """Whether a place is inside of a cue."""
        return any(hit.start() <= start < hit.end() for hit in self._all(cue))

    def is_field_of_study(self, start: int) -> bool:
        """Whether the name at a place is one of those that a degree may be in."""
        return any(
            hit.end(1 if hit[1] else 2) <= start < hit.end() for hit in self._all(_FIELDS_OF_STUDY)
        )

    def covers(self, cue: Cue, name: int) -> bool:
        """Whether a cue behind a name, by its number, covers it: right behind it, or behind the
        list that it begins.
        """
        if cue not in self._covered:
            covered = self._covered[cue] = {}
            for place in reversed(range(len(self._ends))):  # a list is known by its rest
                covered[place] = self._is_covered(cue, place)
        return self._covered[cue][name]

    def _is_covered(self, cue: Cue, name: int) -> bool:
        end = self._ends[name]
        hits = self._all(cue)
        index = bisect_left(hits, end, key=re.Match.start)
        if brackets := _IN_BRACKETS.match(self.lower, end):
            if index < len(hits) and self.lower[end : hits[index].start()] in ("(", " ("):
                return True  # "Spanish (preferred)"
            end = brackets.end()
            index = bisect_left(hits, end, key=re.Match.start)
        if index == len(hits):
            return False
        begin = hits[index].start()
        more = _MORE_OF_NAME.match(self.sentence.text, end, begin)
        if more and more.start() + 1 not in self._names:
            brackets = _IN_BRACKETS.match(self.lower, more.end(), begin)
            end = (brackets or more).end()
        clause = self.lower.rfind(";", 0, end) + 1
        if _BEGINS_AS_WISH.match(self.lower, clause) and not _STOP.search(self.lower, end, begin):
            return True
        following = bisect_left(self._names, end)
        if following < len(self._names) and self._names[following] < begin:
            is_list = _LIST_GAP.fullmatch(self.lower, end, self._names[following])
            if not is_list or "(" in is_list.group():
                return False
            return self._covered[cue].get(following, False)
        gap = _AND_ANOTHER.match(self.lower, end, begin)
        return _LIST_GAP.fullmatch(self.lower, gap.end() if gap else end, begin) is not None

    def not_held(self, name: int) -> Standing | None:
        """What the words around a credential say of it, up to the next name; None if it's held."""
        following = [*self._names[name + 1 : name + JOINED], len(self.lower)]
        for last in following:  # what is said of the last of "A and B" is said of each
            start, end = self._names[name], self._ends[name]
            if not _JOINED.fullmatch(self.lower, end, last):
                break
            name += 1
        near = max(0, start - REACH)
        begin = max(near, *(self.lower.rfind(mark, near, start) + 1 for mark in _BOUNDS))
        before = self.lower[begin:start]
        after = _PIECE_END.split(self.sentence.text[end : min(last, end + REACH)], maxsplit=1)[0]
        return not_held(before, lowered(after))


REACH = 60
"""Letters before and behind a credential in which it is told that it isn't held."""
JOINED = 6
"""Names of which one thing is said together."""
_BOUNDS = ",;.:(\n"
_PIECE_END = re.compile(r";|\n(?![a-z])|\.\s")
"""What a line says goes on in the next, if that begins with a small letter."""
_JOINED = re.compile(r" (?:and|&) | ?/ ?")
_STOP = re.compile("[;.]")
_MORE_OF_NAME = re.compile(r" [A-Z][\w.+#-]*")
"""A word that makes another name of one: "QuickBooks ProAdvisor"."""
_IN_BRACKETS = re.compile(r" ?\([^()\n;]{1,60}\)")
"""What stands for a name, or is of it: "Certified Bookkeeper (CB)", "NDT Level II (PT, UT)"."""


def _told(cues: _Cues, name: int, mention: Mention, *, resume: bool) -> Statement:
    """What a sentence says of a name; `name` is its number in the sentence."""
    sentence = cues.sentence
    start, end = mention.start - sentence.start, mention.end - sentence.start
    years, level = _stated(cues.lower, start, end)
    if mention.kind == "language" and not level:
        level = int(is_spoken_little(cues.lower, start, end))
        level = level or (0 if resume else asked_to_speak(cues.lower, start, end))
    statement = Statement(mention, "must", sentence, years, level)
    if resume and mention.kind == "credential" and (standing := cues.not_held(name)):
        return statement._replace(standing=standing)
    if is_somebody_else(cues.lower, mention, start, resume=resume):
        return statement._replace(standing="others")
    if not resume and (reason := _set_aside(cues, mention)):
        return statement._replace(standing="aside", reason=reason)
    if not resume and (
        cues.covers(_NICE_AFTER, name) or cues.covers(TRAINED, name) or cues.is_in(TRAINED, start)
    ):
        return statement._replace(standing="nice")
    if cues.covers(_DENIED_AFTER, name):
        return statement._replace(standing="denied")
    if standing := _before(cues, mention, start, resume=resume):
        return statement._replace(standing=standing)
    if not resume and (sentence.part == "nice" or cues.before(_NICE_BEFORE, start)):
        return statement._replace(standing="nice")
    return statement


def wish_spans(text: str) -> list[tuple[int, int]]:
    """Where a text says that something is only wished, from and to: "a BIG plus"."""
    return [hit.span() for hit in _NICE_AFTER.finditer(lowered(text))]


def _set_aside(cues: _Cues, mention: Mention) -> str:
    """Why a name is not what an advertisement asks for; empty if it is."""
    sentence = cues.sentence
    start = mention.start - sentence.start
    if cues.first(SIDES["equal"]):
        return "equal"
    if sentence.heading and cues.lower[max(0, start - 4) : start] == " at ":
        return "company"
    if sentence.part in ELSEWHERE or sentence.part == "pay":
        return sentence.part
    if reason := _no_demand(cues, mention, start):
        return reason
    for reason, side in SIDES.items():
        cue = cues.first(side)
        if not cue or is_apart(cues.lower, start, cue.start()):
            continue
        if reason == "pay" and start <= cue.start():
            continue
        if reason == "hiring":
            is_name = mention.kind not in ("soft", "technical") or not mention.words[1:].islower()
            if is_name or _WITH.search(cues.lower, cue.end(), start):
                continue
        return reason
    return ""


_BY_CODE = re.compile(
    r"\b(?:to|per|under|(?:accordance|compliance|conformance|line) with|meet(?:s|ing)?)"
    r" (?:the )?$"
)
_QUALIFIED = re.compile(r"\b(?:certif|qualif|licen[cs]|pass|test|card)")


def _is_followed(lower: str, mention: Mention, start: int) -> bool:
    """Whether the name of a credential is that of the code which work follows, and nobody holds:
    "inspect welds to AWS D1.1", not "certified to AWS D1.1"."""
    is_code = any(char.isdigit() for char in mention.words)
    if not (is_code and _BY_CODE.search(lower, max(0, start - _NEAR), start)):
        return False
    end = start + len(mention.words)
    return not _QUALIFIED.search(lower, max(0, start - REACH), end + _NEAR)


_NEAR = 24


def _no_demand(cues: _Cues, mention: Mention, start: int) -> str:
    """Whether a name is what a degree may be in, what the employer trains people for, or the code
    that work follows."""
    if mention.kind == "credential":
        if _is_followed(cues.lower, mention, start):
            return "standard"
        is_taught = is_training(cues.lower, start, start + len(mention.words))
        return "training" if is_taught else ""
    return "study" if mention.kind != "tool" and cues.is_field_of_study(start) else ""


_WITH = re.compile(r"\b(?:with|who|to (?!join\b|our\b|work (?:at|in|for)\b))\b")


def _before(cues: _Cues, mention: Mention, start: int, *, resume: bool) -> Standing | None:
    """What words before a name say of it."""
    is_deniable = _NO_TROUBLE.match(cues.lower, start + len(mention.words)) is None
    cue = cues.before(_DENIED_BEFORE, start)
    if is_deniable and cue and not _TWICE.search(cues.lower, max(0, cue.end() - 40), cue.end()):
        is_duty = _FORBIDDEN.search(cues.lower, max(0, cue.end() - 12), cue.end())
        return "others" if is_duty else "denied"
    if resume and _LEARNING_BEHIND.match(cues.lower, start + len(mention.words)):
        return "learning"
    if cues.before(_LEARNING_BEFORE, start):
        return "learning" if resume else "nice"
    if not resume:
        return None
    if cues.before(DISLIKED, start):
        return "denied"
    if _HOPED.match(cues.lower):
        return "wished"
    if cues.is_in(WISHED, start):  # "moving into design"
        return "wished"
    if wish := cues.before(WISHED, start):
        own = cues.before(OWN, start)
        is_held = own is not None and own.start() >= wish.end()
        is_held = is_held and not _MY_NEXT.match(cues.lower, own.start() if own else 0)
        is_another = mention.kind == "credential" and "," in cues.lower[wish.end() : start]
        if not is_held and not is_another:  # "seeking work in Houston, CPR certified"
            return "wished"
    return "others" if cues.before(_OTHERS_BEFORE, start) else None


def _stated(text: str, start: int, end: int) -> tuple[int, int]:
    """Years and level that a sentence states for the name between `start` and `end`."""
    years = 0
    first = max(0, start - YEARS_BEFORE)
    for found in _YEARS.finditer(text, first, start):
        own_noun = OTHER_EXPERIENCE.match(text, found.end(), start)
        if not own_noun and not _OTHER_YEARS.search(text, found.end(), start):
            years = int(found[1])
    if not years and (found_after := _YEARS_AFTER.match(text, end)):
        years = int(found_after[1])
    before = [*_LEVELS.finditer(text, max(0, start - 24), start)]
    if before and _LEVEL_GAP.fullmatch(text, before[-1].end(), start):
        return years, before[-1].lastindex or 0
    after = _LEVEL_AFTER.match(text, end)
    behind = _LEVELS.match(text, after.end()) if after else None
    if after and behind and "," in after.group() and re.match(r" [a-z]", text[behind.end() :]):
        behind = None  # of what follows: "QuickBooks, basic French"
    return years, (behind.lastindex or 0) if behind else 0


YEARS_BEFORE = 75
"""Letters before a name in which years are its years: "5+ years of hands-on work with SQL"."""
_OTHER_YEARS = re.compile(r"[;.,]|\byears?\b")
_ANY_WORK = (
    r"(?:professional|proven|total|combined|paid|relevant|related|recent|prior|previous|progressive"
    r"|strong|solid|practical|hands-on|full-time|direct|work|working|industry|job)"
)
OTHER_EXPERIENCE = re.compile(
    rf"\s*(?:of )?(?:{_ANY_WORK}\s+)*"
    rf"(?!(?:{_ANY_WORK}|experience|exp|of|in|with|using|as)\b)"
    r"(?:[a-z][\w/-]*\s+){1,3}?(?:experience|exp)\b"
)
"""Behind years that are of something else than what follows: "10 years of classroom experience"."""
_YEARS_AFTER = re.compile(
    r"[\s(:,–-]{0,4}(\d{1,2})\s*\+?\s*(?:years?|yrs?)\b"
    r"(?! of (?!(?:[\w/-]+ )?(?:experience|exp|use)\b))"
)
"""Not those of something else that follows: "customer service, 2 years of Spanish"."""
_LEVEL_GAP = re.compile(r"(?:\s|in|with|at|of|knowledge|skills?|experience)*")
_LEVEL_AFTER = re.compile(r"[\s(\[:,–-]{0,4}")
