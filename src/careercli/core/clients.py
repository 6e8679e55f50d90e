"""A coach's clients together: the single gaps, added up."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from careercli.core.gap import Gap, NextSkill, next_skills
from careercli.core.onet_gap import OnetGap, next_onet_skills
from careercli.core.software import SoftwareGap
from careercli.model.occupation import Rating

ClientState = Literal[
    "measured", "not described", "occupation", "no target", "unknown target", "unreadable"
]


class Client(NamedTuple):
    """Where a client stands.

    name: a number, or the profile's name
    state: measured, or why there are no points to add up: the target's skills are not described,
        it is an occupation, there is none, it is no role here, or the profile cannot be read
    slug, title: the target's
    gap: to it, by levels
    skills: to an occupation, on O*NET's own scale, whose points are not a guide's
    software: to an occupation
    attribution: whose data say so, where that has to be told
    """

    name: str
    state: ClientState
    slug: str = ""
    title: str = ""
    gap: Gap | None = None
    skills: OnetGap | None = None
    software: SoftwareGap | None = None
    attribution: str = ""

    @property
    def next_step(self) -> NextSkill | None:
        """The single step that raises readiness most."""
        steps = next_skills(self.gap, count=1) if self.gap else []
        return steps[0] if steps else None

    @property
    def next_rating(self) -> Rating | None:
        """O*NET's skill that raises readiness most by a level, or the first that is not rated."""
        if self.skills is None:
            return None
        steps = [step.term for step in next_onet_skills(self.skills, count=1)]
        unrated = [term for term in self.skills.terms if term.level is None]
        return next((term.rating for term in [*steps, *unrated]), None)


class Totals(NamedTuple):
    """Over all clients who are measured: how many, and their points and full points added up."""

    measured: int
    points: int
    full: int


class SharedGap(NamedTuple):
    """Skills that can stand in for each other, and how many clients are without.

    missing: clients who marked them as none
    below: clients who have less than is needed
    unrated: clients who have not rated them
    """

    any_of: tuple[str, ...]
    missing: int
    below: int
    unrated: int


def totals(clients: Iterable[Client]) -> Totals:
    """The sum of the single gaps."""
    gaps = [one.gap for one in clients if one.gap and one.gap.terms]
    return Totals(len(gaps), sum(one.points for one in gaps), sum(one.full for one in gaps))


def shared_gaps(clients: Sequence[Client]) -> list[SharedGap]:
    """What clients lack, what most of them lack first; what nobody is known to lack is left out."""
    counts: dict[tuple[str, ...], dict[str, int]] = {}
    for client in clients:
        for term in client.gap.terms if client.gap else ():
            by_state = counts.setdefault(term.requirement.any_of, {})
            by_state[term.state] = by_state.get(term.state, 0) + 1
    found = [
        SharedGap(any_of, one.get("missing", 0), one.get("below", 0), one.get("unrated", 0))
        for any_of, one in counts.items()
    ]
    known = [one for one in found if one.missing or one.below]
    return sorted(known, key=lambda one: (-(one.missing + one.below), -one.missing, one.any_of))
