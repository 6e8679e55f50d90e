"""What the names in a résumé mean in the work of the present role."""

from careercli.app.credentials import asked_always
from careercli.app.lookup import onet_code
from careercli.app.resume_role import licenses_among, present_roles
from careercli.core.name_terms import fold
from careercli.core.reading.not_held import not_held
from careercli.core.reading.text_pattern import lowered
from careercli.core.title_words import STATE_NAMES
from careercli.files.resume import (
    NotClaimed,
    ResumeSkills,
    SuggestedCredential,
    SuggestedRating,
)
from careercli.files.text_input import TextDocument
from careercli.store.reader import Store

MAY_NURSE = ("29", "11", "25")
"""Major groups of those who care for health, lead or teach."""
NURSES = frozenset(("rn-license", "lpn-license", "aprn-license"))
NURSING = "nursing"
"""Last word of what a field of nursing is called."""


LICENSE = frozenset(("license", "licence"))
STATE_WORDS = frozenset(word for name in STATE_NAMES.values() for word in name.split())
GRADES = frozenset(
    "state year years professional standard initial provisional permanent lifetime renewable "
    "advanced active current valid".split()
)
"""What a state calls a license, beside what it is for."""


def with_own_license(store: Store, reading: TextDocument, found: ResumeSkills) -> ResumeSkills:
    """The same, with a license that only its state and grade are told of as the one that the
    present role always takes, if that is one: a teacher's "Ohio 5-Year Professional License"."""
    named = [one for one in found.unknown if _is_any_license(one[1]) and _is_held(reading, *one)]
    slugs = present_roles(found.facts)
    if not named or not slugs:
        return found
    held = {one.id for one in found.credentials}
    asked = licenses_among(store, asked_always(store, store.resolve(slugs[0])))
    if len(asked) != 1 or asked & (held | store.covered(held)):
        return found
    own = SuggestedCredential(asked.pop(), *named[0])
    unknown = [one for one in found.unknown if one != named[0]]
    return found._replace(credentials=(*found.credentials, own), unknown=unknown)


def _is_held(reading: TextDocument, where: str, words: str) -> bool:
    """Whether nothing around the words of a license, in a line, says that it isn't held."""
    line = where.removeprefix("line ")
    if not line.isdecimal():
        return False
    before, _, after = reading.text.splitlines()[int(line) - 1].partition(words)
    return not_held(lowered(before[-LETTERS:]), lowered(after[:LETTERS])) is None


LETTERS = 60
"""Letters before and behind a license in which it is told that it isn't held."""


def _is_any_license(words: str) -> bool:
    """Whether words name a license and nothing that it is for."""
    told = {word for word in fold(words).split() if not word.isdecimal()}
    rest = told - LICENSE
    return rest != told and bool(rest) and rest <= STATE_WORDS | GRADES


def of_present_work(store: Store, found: ResumeSkills) -> ResumeSkills:
    """The same, with names that mean one thing in some work and another elsewhere as what they mean
    in the work of the present role; those that mean nothing that is known there are told.

    A field of nursing is where an aide or a clerk works, and what only nurses do.
    """
    slugs = present_roles(found.facts)
    code = onet_code(store.get(store.resolve(slugs[0]))) if slugs else ""
    if not code:
        return found
    may_nurse = code.startswith(MAY_NURSE) or any(one.id in NURSES for one in found.credentials)
    meanings = store.meanings(one.words for one in found.proposals)
    kept: dict[str, SuggestedRating] = {}
    apart, unknown = list(found.not_claimed), list(found.unknown)
    for one in found.proposals:
        meant = meanings.get(one.words.lower(), [("", one.skill)])
        skill = next((name for work, name in meant if code.startswith(work)), "")
        if not skill:
            unknown.append((one.where, one.words))
        elif not may_nurse and store.labels([skill])[skill].endswith(NURSING):
            apart.append(NotClaimed(skill, "others", one.where, one.words))
        else:
            kept.setdefault(skill, one._replace(skill=skill))
    return found._replace(proposals=list(kept.values()), unknown=unknown, not_claimed=tuple(apart))
