"""All of a coach's clients: their single gaps, added up."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from careercli.core.gap import Gap, SoftwareGap, Term, TermState, next_skills
from careercli.model.portrait import AskedCredential

ClientState = Literal[
    "measured", "not described", "occupation", "no target", "unknown target", "unreadable"
]


class Client(NamedTuple):
    """How far a client is from their target.

    name: a number, or the profile's name
    state: measured, or why there are no points to add up: the target's skills aren't described,
        it's an occupation, there is none, it isn't a role careercli knows, or the profile can't
        be read
    slug, title, short: the target's; short is what it is called on a screen
    gap: to it; an occupation's is on O*NET's own scale, whose points aren't a guide's
    labels: of the skills that the gap names
    software: an occupation's
    attribution: whose data say so, if it has to be told
    to_hold: what the target always or usually asks for and the client doesn't hold
    """

    name: str
    state: ClientState
    slug: str = ""
    title: str = ""
    gap: Gap | None = None
    labels: Mapping[str, str] = MappingProxyType({})
    software: SoftwareGap | None = None
    attribution: str = ""
    short: str = ""
    to_hold: Sequence[AskedCredential] = ()

    @property
    def next_term(self) -> Term | None:
        """What raises readiness most by a level, or the first that isn't rated; None if all is met,
        or nothing is rated, which says nothing of what to learn."""
        if self.gap is None or self.gap.readiness is None:
            return None
        steps = [step.term for step in next_skills(self.gap, count=1)]
        unrated = (term for term in self.gap.terms if term.level is None)
        return steps[0] if steps else next(unrated, None)


class Totals(NamedTuple):
    """Over all clients who are measured: how many, of how many a skill is known, and the points
    and full points of those added up."""

    measured: int
    rated: int
    points: int
    full: int


class SharedGap(NamedTuple):
    """Skills that can stand in for each other, and how many clients lack them.

    missing: clients who have none of them
    below: clients who have less than is needed
    unrated: clients who haven't rated them
    """

    any_of: tuple[str, ...]
    missing: int
    below: int
    unrated: int


def measured_gaps(clients: Iterable[Client]) -> list[Gap]:
    """The gaps that have points."""
    return [client.gap for client in clients if client.gap and client.state == "measured"]


def totals(clients: Iterable[Client]) -> Totals:
    """The sum of the gaps of which something is known: nobody lacks what they haven't rated."""
    gaps = measured_gaps(clients)
    known = [gap for gap in gaps if gap.readiness is not None]
    points, full = (sum(gap.points for gap in known), sum(gap.full for gap in known))
    return Totals(len(gaps), len(known), points, full)


def shared_gaps(clients: Sequence[Client]) -> list[SharedGap]:
    """What clients lack, what most of them lack first; what nobody is known to lack is left out,
    and a level that only the present job tells says nothing of what its people lack."""
    shared = (gap for gap in _every_gap(clients) if gap.missing or gap.below)
    return sorted(shared, key=lambda gap: (-(gap.missing + gap.below), -gap.missing, gap.any_of))


SEVERAL = 2


def unrated_by_many(clients: Sequence[Client]) -> list[SharedGap]:
    """What several clients haven't rated and nobody is known to lack, of most of them first."""
    shared = (
        gap
        for gap in _every_gap(clients)
        if gap.unrated >= SEVERAL and not (gap.missing or gap.below)
    )
    return sorted(shared, key=lambda gap: -gap.unrated)


def _every_gap(clients: Sequence[Client]) -> Iterator[SharedGap]:
    counts: dict[tuple[str, ...], Counter[TermState]] = {}
    for gap in measured_gaps(clients):
        for term in gap.terms:
            is_guessed = term.from_job and term.state == "below"
            state = "unrated" if is_guessed else term.state
            counts.setdefault(term.ask.any_of, Counter())[state] += 1
    for any_of, states in counts.items():
        yield SharedGap(any_of, states["missing"], states["below"], states["unrated"])
