"""What the names in a résumé mean in the work of the present role."""

from careercli.app.lookup import onet_code
from careercli.app.resume_role import present_roles
from careercli.files.resume import NotClaimed, ResumeSkills, SuggestedRating
from careercli.store.reader import Store

MAY_NURSE = ("29", "11", "25")
"""Major groups of those who care for health, lead or teach."""
NURSES = frozenset(("rn-license", "lpn-license", "aprn-license"))
NURSING = "nursing"
"""Last word of what a field of nursing is called."""


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
