"""Conditions that people look for and that no data set lists: body, hours, records, employers."""

import re

_OWN = r"(?:my|the|your)"
BODY = (
    r"light(?:[- ]duty)? (?:work|jobs?|duty|lifting)|desk jobs?|(?:sit(?:ting)?(?:[- ]down)?|seated"
    r"|sedentary) (?:jobs?|work)|(?:too )?heavy(?: lifting| work)?$|(?:heavy|no|without) lifting"
    rf"|easy on {_OWN} (?:back|knees|body|joints|feet)|on {_OWN} feet"
    r"|where (?:i|you) (?:can )?sit(?: down)?|sit(?:ting)? (?:down|all day)"
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
)
TRAVEL = (
    r"(?:no|without|less|lots of|with) travel(?:ing)?|travel(?:ing)? (?:the world|a lot|for work)"
    r"|(?:(?:that|which|where) )?(?:i |you )?(?:can |get to |let me )travel"
)
MILITARY = (
    r"(?:ex|former|prior|retired)[- ](?:military|army|navy|marines?|air force|coast guard"
    r"|service ?(?:m[ae]n|wom[ae]n|members?))|for (?:military )?vet(?:eran)?s|military experience"
)
RECORD = (
    r"(?:for |hiring |that hire |who hire )?(?:ex[- ]?(?:felons?|offenders?|convicts?|cons?)"
    r"|felons?|(?:felony|felonies)(?= (?:friendly|jobs?|convictions?)\b|$))"
    r"|(?:(?:for )?people )?(?:with )?(?:an? )?criminal"
    r" (?:records?|histor(?:y|ies)|backgrounds?|convictions?)(?! (?!(?:who|and|or|in|near)\b)\w)"
    r"|second[- ]chance(?= (?:jobs?|employers?|hiring)|$)"
)
STRESS = (
    r"(?:the )?(?:least|less|lowest|low|no|not(?: too| very| so)?|without) stress(?:ful)?"
    r"|stress[- ]free|stressful|(?:easy|easiest|chill|relaxed|laid[- ]back)(?= (?:jobs?|work)\b)"
)
REPLACED = (
    r"(?:that |which |who )?(?:won['\u2019]?t|will not|can['\u2019]?t|cannot|not) (?:be |get )*"
    r"(?:replaced|automated|taken over)(?: by (?:ai|robots?|automation|machines|computers))?"
    r"|(?:ai|robot|automation)[- ](?:proof|safe|resistant)"
    r"|safe from (?:ai|robots?|automation)"
)
SAFE = r"(?:recession|future)[- ]?proof|(?:with )?(?:good |best )?job security|stable(?= jobs?\b)"
BEST = r"(?:the )?(?:\d+ )?(?:best|top|coolest)(?: \d+)?(?= (?:jobs?|careers?|occupations?)\b)"
EMPLOYERS = (
    r"(?:gov(?:ernment|['\u2019]t)|federal|state|city|county|union) (?:jobs?|work|careers?)"
    r"|work(?:ing)? for the (?:government|state|city|county)|now hiring"
    r"|hiring(?: (?:now|immediately))?$"
    r"|(?:that |who )?(?:are|is) hiring(?: now)?"
    r"|with (?:an? )?(?:good |great |full )*(?:benefits|pension|health insurance|paid vacation)"
    r"(?= and |$)"
)
PEOPLE = (
    r"for (?:single |stay at home |older |young |new )*(?:moms?|mothers|dads?|fathers|women|men"
    r"|teens?|teenagers|kids|seniors|retirees|adults|people over \d+|immigrants"
    r"|(?:people )?(?:with )?(?:adhd|autism|anxiety|depression|(?:an? )?disabilit(?:y|ies))"
    r"|(?:autistic|disabled|neurodivergent|retired|older|shy) (?:people|adults|workers))"
    r"|(?:for )?(?:an? )?\d\d[- ]year[- ]olds?|stay[- ]at[- ]home (?:mom|dad|parent)s?"
    r"(?: returning to work)?|(?:at|over|after) (?:40|50|60)$"
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
    TRAVEL: "How much a job travels can't be searched for; careercli show ROLE says what is known "
    "of it.",
    MILITARY: "Search for the name or code of your military job, such as careercli search 88M.",
    STRESS: "How stressful work is can't be searched for; careercli show ROLE says what is known "
    "of it.",
    REPLACED: "What AI does to work can't be searched for; careercli show ROLE ai has what two "
    "studies say of it.",
    SAFE: "How safe a job is can't be searched for; careercli list --all --sort growth has "
    "the projections.",
    EMPLOYERS: "Employers and openings can't be searched for, only occupations.",
    PEOPLE: "Who a job is right for can't be searched for; careercli interests asks what you like.",
    BEST: "Which jobs are best depends on you: careercli interests asks what you like, and"
    " careercli list --all --sort growth or --sort pay orders them.",
}
"""Conditions -> what is said to somebody who looks for them."""
SIGNS = frozenset(
    form for word in re.findall("[a-z]{3,}", "".join(SAID)) for form in (word, word[:-1])
) - set("and who near for that the your with without".split())
"""Words of which whatever names a condition has one; some stand in a plural there."""
_NO = r"(?:\b(?:with )?(?:no|not|nothing|without)(?: an?)? )?"


def condition_in(text: str) -> tuple[re.Match[str], str] | None:
    """The first condition in a text, with the "no" before it, and what is said; None without."""
    for pattern, said in SAID.items():
        if found := re.search(rf"{_NO}\b(?:{pattern})(?![\w-])", text, re.IGNORECASE):
            return found, said
    return None
