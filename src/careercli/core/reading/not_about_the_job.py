"""What an advertisement says that isn't about the job: of the employer, pay, how to apply."""

import re

from careercli.core.reading.sentences import ELSEWHERE, Sentence
from careercli.core.reading.text_pattern import Cue, lowered

ASIDE: dict[str, str] = {
    "company": "what the employer says of itself",
    "perks": "what the employer offers",
    "equal": "equal-opportunity text",
    "pay": "pay",
    "apply": "how to apply",
    "hiring": "that somebody is being hired",
    "study": "what a degree may be in",
    "standard": "what the work follows",
    "training": "what the employer trains people for",
}
"""Why names are set aside, as it is told."""

SIDES = {
    "equal": Cue(
        r"equal[- ](?:employment[- ])?opportunit|discriminat|veteran status|\beeo\b|\beoe\b"
        r"|without regard to|affirmative action|protected (?:class|status|characteristic)"
        r"|reasonable accommodation|we (?:celebrate|value|embrace) (?:diversity|leadership)",
        "equal discriminat veteran eeo eoe regard affirmative protected accommodation we",
    ),
    "apply": Cue(
        r"\bapply (?:at|on|in|via|through|now|by|online|today|here)\b|powered by|follow us"
        r"|send (?:us )?(?:your|a) (?:r[eé]sum[eé]|cv)|download (?:on|the)|\bwe use cookies"
        r"|\bcookies\b|\b(?:call|text|contact|email) (?:us|\w+ (?:at|on)|recruiting)\b"
        r"|(?:^\W*|[,!.] ?|\b(?:and|or|please|then|to) )ask for [a-z]"
        r"|no (?:phone calls|agencies|recruiters|staffing)|sign in"
        r"|similar jobs|powered by",
        "apply powered follow send download cookies call text contact email ask no sign jobs",
    ),
    "perks": Cue(
        r"\bbenefits?\s*(?::|include)|\bwe (?:offer|provide|pay)\b|401\s?\(?k|paid time off"
        r"|\bpto\b|health insurance|tuition|sign[- ]on bonus|paid (?:holidays|vacation"
        r"|training)|\bperks?\b|loan repayment|child ?care discount|medical, dental"
        r"|dental, vision|shift meal|car allowance"
        r"|\b(?:earn|get|obtain|receive) your [^.;]{1,60}\b(?:while (?:you|working)"
        r"|on (?:us|the job)|at (?:no|our) (?:cost|expense)|(?:through|with) us)\b",
        "benefit we 401 paid pto insurance tuition bonus perk loan care dental meal allowance earn "
        "get obtain receive",
    ),
    "pay": Cue(
        r"competitive (?:compensation|salary|pay)|\bcompensation\b|\bsalary\b|\bote\b"
        r"|\bcommission\b|[$€£]\s?\d[\d,.]*\s?k?\s*(?:[-–—]|to|/|per|an?\b|base)"
        r"|[$€£]\s?\d[\d,.]*\s?k\b|^(?:starting )?(?:pay|base)\b",
        "compet compensation salary ote commission $ € £ pay base",
    ),
    "company": Cue(
        r"^\W*(?:we|our)\b[^.]{0,40}\b(?:value|believe|celebrate|love|have won|won|prizes"
        r"|are (?:a|an|the|proud)|have been|culture|mission|customers|clients|founded|office"
        r"|marketing)\b|\bis (?:a|an|the) (?:[\w-]+ ){0,3}(?:company|firm|agency|leader"
        r"|leading|boutique|startup|provider|family|center|clinic|platform|cloud|data cloud)\b"
        r"|\bour (?:customers|clients|mission|office)\b|\bsince (?:19|20)\d\d\b[^.]*\bwe\b"
        r"|\bhas (?:wired|served|built|been)\b[^.]*\bsince (?:19|20)\d\d|hiring insights"
        r"|top skills of applicants|^\W*we supply\b",
        "we our is since insights applicants",
    ),
    "hiring": Cue(
        r"\bnow hiring\b|\b(?:we are|we're|is|are) (?:hiring|seeking|looking for)\b|\bseeks\b"
        r"|\bneeds an? \b",
        "hiring seek looking needs",
    ),
}
"""How each is told."""


def is_elsewhere(sentence: Sentence, place: int | None = None) -> bool:
    """Whether a sentence of an advertisement is about the employer, its offers or how to apply; of
    a place in it, whether what stands there is."""
    if sentence.part in ELSEWHERE:
        return True
    lower = lowered(sentence.text)
    return any(
        reason in ELSEWHERE
        and (hit := cue.search(lower))
        and (place is None or not is_apart(lower, place, hit.start()))
        for reason, cue in SIDES.items()
    )


_ASKS = re.compile(
    r"\b(?:required|must|needed?|preferred|licen[cs]e|cert(?:ified|ificate|ification)?|card|valid)\b"
)
_DASH = re.compile(r"\s[-–—]\s")


def is_apart(lower: str, start: int, cue: int) -> bool:
    """Whether what a cue says isn't said of what begins at a place of a sentence: they stand in two
    parts of it, or in two lines, or an item that asks for something itself stands before the cue's.
    """
    first, last = sorted((start, cue))
    if start < cue:
        comma = lower.find(",", start, cue)
        item = lower[lower.rfind(",", 0, start) + 1 : comma] if comma > 0 else ""
        if _ASKS.search(item) or _DASH.search(lower, start, cue):
            return True
    return ";" in lower[first:last] or begins_below(lower, start, cue)


def tells_pay(sentence: Sentence) -> bool:
    """Whether a sentence tells what is paid: "Base pay: $118,400 + bonus + RSU"."""
    return sentence.part == "pay" or SIDES["pay"].search(lowered(sentence.text)) is not None


def begins_below(text: str, place: int, other: int) -> bool:
    """Whether a line begins at another place below one: what it says isn't of the line above."""
    line = text.rfind("\n", place, other) + 1
    return line > place and not text[line:other].strip(" \t-•*")
