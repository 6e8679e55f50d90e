"""Questions about one role or two, and the command that answers each of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class RoleQuestion(NamedTuple):
    """A question about roles.

    roles: what they are called in it, in the order in which the command takes them
    command: what answers it, with a place for each role: "salary {}"
    """

    roles: tuple[str, ...]
    command: str


_A = r"(?: an?| the)?"
_ROLE = rf"{_A} (?P<role>.+?)"
_TYPICAL = r"(?:average |median |typical |starting )?"
_BEING = r"(?:be(?:ing|come|coming)?|work(?:ing)? as)"
_NEED = r"(?:do (?:i|you) (?:really )?(?:need|have to)|what (?:do|would) (?:i|you) need)"
_NEW = (
    r"(?:something (?:else|new|different)|an?other (?:job|career|field)|(?:an? )?(?:new )?career)"
)
_TEST = (
    r"(?:worth it|(?:an? )?(?:good|bad|hard|easy|stressful|boring|fun|rewarding|dangerous|great)"
    r"(?: (?:job|career|work|field))?)"
)
_OF_ONE = {
    rf"(?:how much|what) (?:do|does|can|would|is|are){_ROLE}"
    r" (?:make|earn|get paid|paid|pay)\b.*": "salary {}",
    rf"(?:what(?:['\u2019]s| is| are) )?(?:the )?{_TYPICAL}"
    rf"(?:salary|salaries|pay|wages?|income) (?:of|for){_ROLE}": "salary {}",
    rf"{_TYPICAL}(?P<role>.+?)(?:['\u2019]s)?"
    r" (?:salary|salaries|wages?|pay|income|earnings)": "salary {}",
    r"(?:how (?:to|do i|can i|do you|does one) (?:become|be|get into|train as)|becoming"
    r"|(?:the )?(?:\w+ )?way to (?:become|be|get into)"
    r"|(?:requirements?|training|schooling|education|license|steps) (?:for|to be|to become))"
    rf"{_ROLE}": "plan {}",
    rf"how (?:long|many years|hard)\b.*? (?:to {_BEING}|for){_ROLE}": "plan {}",
    rf"how (?:long|hard|much) (?:is|does){_ROLE} (?:school|training|program|degree)\b.*": "plan {}",
    rf"{_NEED}\b.*? to {_BEING}{_ROLE}": "plan {}",
    r"(?P<role>.+?) (?:requirements|qualifications|apprenticeships?|training|schools?|programs?"
    r"|classes|courses?|certifications?|license)": "plan {}",
    rf"(?:what )?skills (?:do (?:i|you) need|are needed|needed)?(?: for| to be(?:come)?){_ROLE}": (
        "skills {}"
    ),
    rf"how many{_ROLE} (?:jobs )?(?:are there|work)\b.*": "salary {}",
    rf"what (?:do|does){_ROLE} do\b.*": "show {}",
    rf"(?:what is|what['\u2019]s|(?:a )?day in the life of){_ROLE}": "show {}",
    rf"what(?:['\u2019]s| is) it like (?:to be|being|working as){_ROLE}": "show {}",
    rf"(?:is|are)(?: {_BEING})?{_ROLE} {_TEST}": "show {}",
    rf"is it {_TEST} (?:to be|being){_ROLE}": "show {}",
    rf"pros and cons of(?: {_BEING})?{_ROLE}": "show {}",
    r"(?P<role>.+?) (?:pros and cons|job description|job duties)": "show {}",
    r"(?P<role>.+?) (?:job )?(?:outlook|demand|job growth)": "show {} outlook",
    rf"(?:(?:is there )?(?:a )?demand for|(?:the )?future of|are){_ROLE}(?: in demand)?": (
        "show {} outlook"
    ),
    rf"(?:will|can|is) (?:ai|robots|automation|machines) (?:going to )?"
    rf"(?:replace|take over|take){_ROLE}(?: jobs?)?": "show {} ai",
    rf"(?:will|can|are|is){_ROLE} (?:be |get |going to be )*(?:replaced|automated|safe from)\b.*": (
        "show {} ai"
    ),
    r"(?:jobs?|careers?|roles?|occupations?) (?:like|similar to|related to)"
    rf"{_ROLE}": "moves {}",
    rf"what (?:else )?(?:can|could|should|does){_ROLE} (?:do|be|become) (?:else|instead|next|after)"
    r"\b.*": "moves {}",
    r"(?:jobs?|careers?|work) for (?P<role>.+?) (?:outside|besides|other than)\b.*": "moves {}",
    rf"what else (?:can|could|should){_ROLE} (?:do|be|become)": "moves {}",
    rf"(?:(?:i (?:want|need) to )?(?:leave|quit|get out of)|leaving|quitting"
    rf"|alternatives? (?:to|for)|(?:i['\u2019]?m )?(?:tired of|burn(?:ed|t) out(?: of| from)?)"
    rf"|career change (?:from|for)"
    rf"|(?:jobs?|careers?|work) (?:for|after)(?: an?)? (?:ex|former)|ex|former|second career for)"
    r"(?![- ](?:military|army|navy|marines?|air force|coast guard|service))"
    rf"(?: {_BEING})?(?:{_A} |-)(?P<role>.+)": "moves {}",
    rf"(?P<role>.+?) (?:(?:who )?wants? (?:out|a change)|to {_NEW}(?: change)?"
    r"|alternatives?|career change|burn(?:ed)?[- ]?out)": "moves {}",
}
"""Questions about a role -> the command that answers them."""
_OF_TWO = {
    rf"(?:(?:how )?(?:do i |can i |to )?(?:go(?:ing)?|switch(?:ing)?|mov(?:e|ing)|chang(?:e|ing)"
    rf"|transition(?:ing)?) )?(?:from{_A} )?(?P<role>.+?) (?:in)?to(?: an?)? (?P<other>.+)": (
        "path {} {}"
    ),
    rf"(?:what(?:['\u2019]s| is) the )?difference between{_A} (?P<role>.+?) and{_A}"
    r" (?P<other>.+)": "compare {} {}",
    rf"(?P<role>.+?)"
    rf" (?:vs\.?|versus|or|compared (?:to|with)){_A} (?P<other>.+)": "compare {} {}",
}
"""Questions about two roles -> the command that answers them."""
LONGEST = 150
"""Characters of a text that is still a question about a role."""


def questions_about_roles(text: str) -> Iterator[RoleQuestion]:
    """How a text may be read as a question about roles: "how much does a nurse make" asks what
    `salary nurse` answers. Whether such roles exist isn't asked."""
    text = " ".join(text.strip(" ?.!").split())
    if len(text) > LONGEST:
        return
    for pattern, command in (*_OF_ONE.items(), *_OF_TWO.items()):
        if found := re.fullmatch(pattern, text, re.IGNORECASE):
            yield RoleQuestion(tuple(found.groupdict().values()), command)
