"""Names in a text that are of other people: those one works with, leads or reports to."""

import re

from careercli.core.reading.skill_mentions import Mention

_PEOPLE_BEFORE = re.compile(
    r"\b(?:work(?:ing|s|ed)? (?:closely )?(?:with|alongside)|collaborat\w+ with|report(?:s|ing)? to"
    r"|partner(?:s|ing)? with|refer(?:s|ring|rals?)?(?: [\w-]+){0,3} to|alongside"
    r"|support(?:s|ing)?)\b[^.;:\n]*$"
    r"|\bunder (?:(?:the )?(?:direct |general )?(?:supervision|direction|guidance) of )?"
    r"(?:an? |the |our )(?:licensed |registered )?$",
)
_IN_CHARGE = re.compile(
    r"\b(?:supervis|overse|manag|lead|led\b|direct|train|mentor|precept|delegat|sched)\w*"
    r" (?!as\b)(?:(?!with|hold|have|has|valid|current)[\w-]+,? ){0,5}$"
)
_SEVERAL = re.compile(r"[A-Z]s$|(?:ers|ors|ists|ians|nurses|aides|assistants)$")
"""People, more than one of them; "a CNA" may be what one is."""
_UNDER = re.compile(r"\bunder (?:(?:the|an?|our|direct) )*(?:licensed |registered )?$")
_DIRECTS = re.compile(r"(?:['’]?s?)? (?:direction|supervision|guidance|oversight|leadership)\b")
"""Behind who is in charge: "under RN direction"."""
_IN_COMMAND = re.compile(r"s? (?:supervises|oversees|directs|may be considered)\b")
"""Behind a credential of others: "RN supervises", "LPNs may be considered"."""
_APPROVED = re.compile(r"[- ](?:approved|accredited)\b")
_OTHER_PEOPLE = re.compile(
    r" (?:assistants|aides|technicians|specialists|managers|coordinators|engineers|nurses|workers"
    r"|analysts|developers|representatives|agents|staff)\b"
)
_GROUP = re.compile(r" (?:team|teams|department|staff|faculty|crew|group)\b")
_WITH_GROUP = re.compile(r"\b(?:with|alongside|for|to|by) (?:the |our |other )?$")
_FOR_SOMEBODY = re.compile(
    r"\b(?:for|by|with|to|under) (?:the|our|a|an) $"
    r"|\b(?:assist|help|notif|alert|inform|shadow)(?:s|y|ies|ied|ed|ing|ying)? (?:the |an? |our )?$"
)
_HANDED_TO = re.compile(
    r"\b(?:(?:report|relay|submit|forward|refer|hand|pass|transfer|escalat|communicat|send)"
    r"(?:e?s|e|r?ed|t?ed|r?ing|t?ing)?|sent|released|turn(?:ing|ed)? over)\b"
    r"(?: [\w'’&/-]+){0,4} to (?:(?:the|our|a|an|my) )?$"
)
"""Before who gets what one has done: "report changes to", "before turning over to"."""
_ALONE = re.compile(r"s?(?=\W*$|[,;.)\n]|(?: [–—-]| (?:and|or|for|before|when|if|as|in|on|at))\b)")
_PEOPLE = re.compile(r"(?:ers?|ors?|ists?|ians?|nurses?|[A-Z]s)$")


def is_somebody_else(text: str, mention: Mention, start: int, *, resume: bool) -> bool:
    """Whether a name is of people that one works with: "report to the CPA"."""
    end = start + len(mention.words)
    is_several = mention.kind == "credential" and _SEVERAL.search(mention.words)
    if is_several and _IN_CHARGE.search(text, 0, start):
        return True
    if mention.kind == "credential" and _IN_COMMAND.match(text, end):
        return True
    if _DIRECTS.match(text, end) and _UNDER.search(text, max(0, start - 40), start):
        return True
    if mention.kind != "credential" and _APPROVED.match(text, end):
        return True
    if mention.kind in ("technical", "soft"):
        if _OTHER_PEOPLE.match(text, end) or (resume and _is_handed(text, start, end)):
            return True
        if _GROUP.match(text, end):
            return _WITH_GROUP.search(text[max(0, start - 24) : start]) is not None
    if mention.kind != "credential" and (
        mention.kind == "tool" or not _PEOPLE.search(mention.words)
    ):
        return False
    if (
        resume
        and mention.kind == "credential"
        and _FOR_SOMEBODY.search(text, max(0, start - 24), start)
    ):
        return True
    return _PEOPLE_BEFORE.search(text[max(0, start - 80) : start]) is not None


def _is_handed(text: str, start: int, end: int) -> bool:
    """Whether a name is of those who get what one has done: quality assurance, a charge nurse."""
    handed = _HANDED_TO.search(text, max(0, start - 80), start)
    return handed is not None and _ALONE.match(text, end) is not None
