"""Conditions that people look for and that no data set lists: body, place, hours, records."""

import re

_OWN = r"(?:my|the|your)"
BODY = (
    r"light(?:[- ]duty)? (?:work|jobs?|duty|lifting)|desk jobs?|(?:sit(?:ting)?(?:[- ]down)?|seated"
    r"|sedentary) (?:jobs?|work)|(?:too )?heavy(?: lifting| work)?$|(?:heavy|no|without) lifting"
    rf"|easy on {_OWN} (?:back|knees|body|joints|feet)|on {_OWN} feet"
    r"|bad (?:back|knees?|shoulders?|hips?)|physical(?:ly)? (?:demanding|hard|easy|work|jobs?)"
)
OUTDOORS = (
    r"(?:jobs?|careers?|work(?:ing)?|be(?:ing)?) (?:outdoors?|outside|in nature)"
    r"|(?:outdoors?|outside) (?:jobs?|careers?|work)|^outdoors?$"
)
HOURS = (
    r"home (?:every|each|at|by) (?:nights?|evenings?|weekends?|dinner)|home (?:nightly|daily)"
    r"|part[- ]time|(?:nights?|weekends?|evenings?)(?: off|$)|work(?:ing)? (?:nights|weekends|days)"
    r"|(?:nights|weekends|evenings)(?= or )|(?:flexible|set|regular|steady|normal|school|daytime)"
    r" (?:hours|schedules?)|(?:day|night|first|second|third|evening|weekend) shifts?"
    r"|(?:four|4)[- ]day (?:work ?)?weeks?|(?:9|nine)[- ]to[- ](?:5|five)"
    r"|(?:no|without|less) travel(?:ing)?"
)
RECORD = (
    r"(?:for |hiring |that hire |who hire )?(?:ex[- ]?(?:felons?|offenders?|convicts?|cons?)"
    r"|felons?|felony|felonies)|(?:(?:for )?people )?(?:with )?(?:an? )?criminal"
    r" (?:records?|histor(?:y|ies)|backgrounds?|convictions?)(?! (?!(?:who|and|or|in|near)\b)\w)"
    r"|second[- ]chance(?= (?:jobs?|employers?|hiring)|$)"
)
SAID = {
    BODY: "What work asks of the body can't be searched for; careercli show ROLE says what is "
    "known of it.",
    OUTDOORS: "Whether work is outdoors can't be searched for; careercli show ROLE says what is "
    "known of it.",
    HOURS: "Hours, shifts and nights at home can't be searched for; careercli show ROLE says what "
    "is known of them.",
    RECORD: "Who hires people with a criminal record can't be searched for. If a job takes a "
    "license, your state's board says what it accepts.",
}
"""Conditions -> what is said to somebody who looks for them."""
SIGNS = frozenset(
    form
    for word in re.findall("[a-z]{3,}", BODY + OUTDOORS + HOURS + RECORD)
    for form in (word, word[:-1])
) - set("and who near for that the your with without".split())
"""Words of which whatever names a condition has one; some stand in a plural there."""
_NO = r"(?:\b(?:with )?(?:no|not|nothing|without)(?: an?)? )?"


def condition_in(text: str) -> tuple[re.Match[str], str] | None:
    """The first condition in a text, with the "no" before it, and what is said; None without."""
    for pattern, said in SAID.items():
        if found := re.search(rf"{_NO}\b(?:{pattern})(?![\w-])", text, re.IGNORECASE):
            return found, said
    return None
