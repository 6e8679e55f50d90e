"""Which roles are near, by which links, and how a list of them is grouped and ordered.

Near is what O*NET's experts, the Handbook or a guide call related, the supervisors of one's own
work, or what is as alike as related occupations are. Pay groups them, because that is what a
person asks first; inside a group likeness and the number of jobs order them. docs/methods.md has
each rule with its reason.
"""

from collections.abc import Iterable
from math import log
from typing import Literal, NamedTuple, get_args

from careercli.core.entry import (
    ASSOCIATE,
    BACHELOR,
    CERTIFICATE,
    EDUCATION,
    HIGH_SCHOOL,
    LONG_EXPERIENCE,
    SHORT_TRAINING,
    SOME_EXPERIENCE,
    education_rank,
    is_only_typical,
    of_one_trade,
)
from careercli.core.moves import COUNTRY, KEEPS, Move, MoveRole
from careercli.model.basics import major_group

Link = Literal["ladder", "leads", "guide", "license", "related", "similar", "beyond"]
"""ladder: the first-line supervisors of the same major group; leads: people come into it from the
present work, by its way in or the Handbook, or teach the trade; guide: named by the guide; license:
asks, always or sometimes, for a license that the present work asks for; related: by O*NET, either
way; similar: by the Handbook, either way; beyond: related to those supervisors, the step after
them."""
Group = Literal["more", "same", "less", "apprenticeship", "school", "twin", "unpaid", "suits"]
"""By pay: more, same, less, not known. By what they take: an apprenticeship; a degree still to be
studied for. twin: the same work under another title. suits: without a present job, by interests."""

SUPERVISORS = "First-Line Supervisors"
"""How the titles of occupations begin that supervise their major group."""
LIKENESS_FLOOR = 2.0
"""In standard deviations above the mean of all pairs. Nineteen of twenty pairs of related
occupations in O*NET 30.3 are above it (`benchmarks/related.py`)."""
SPREAD = 1.85
"""The standard deviation of likeness over all pairs."""
EMPLOYMENT_MEAN, EMPLOYMENT_SPREAD = 10.96, 1.73
"""Of the natural logarithm of employment, over the occupations of the survey of May 2025."""
PAY_MEAN, PAY_SPREAD = 11.09, 0.46
"""Of the natural logarithm of median pay, over the same occupations."""
ALIKE, VERY_ALIKE = 3.0, 4.7
"""Two and three dots: nine of ten, and half, of O*NET's ten primary related occupations."""
PLAIN = ".00"
"""How the code of an occupation ends that isn't a specialty of one."""
SAME_WORK = 6.9
"""As alike as one in ten of the primary related occupations: the same work elsewhere."""
WEIGHTS: dict[Link, float] = {
    **dict.fromkeys(get_args(Link), 1.0),
    "similar": 0.5,
    "beyond": 0.0,
}
STEP_UP = 1.0
"""More for a role of the same major group that asks for the years one has in the present work."""
YEARS_AWAY = 1.0
"""Less for a role that asks for five years of experience that are still to be had."""
TIER_WEIGHTS = {1: 1.0, 2: 0.6, 3: 0.3}
"""A link counts as much as a standard deviation of likeness; farther tiers count less."""
STRENGTH_FLOOR = 0.75
"""Nine of ten primary related pairs are stronger, without counting that they are related."""
STRONG = 2.1
"""One in twenty of all pairs is stronger: near enough for a move that doesn't pay more."""
ABOUT = 0.10
"""Within a tenth pay is about the same."""
SHORT_SCHOOL = 2
"""Years of full-time study that a move may take, short of a bachelor's degree."""
LONG_SCHOOL = 4
"""Years of full-time study that are named, in a line of their own; what takes more isn't a move."""
DEGREE_ZONES = 2
"""Job zones up, with a degree still to study for; a zone of them is the degree."""
OF_ONE_KIND = (CERTIFICATE, ASSOCIATE)
"""Schooling for one kind of work, which is taken up for work that is linked to one's own."""
HIGHEST_DEGREE = EDUCATION.index("Master's degree")
NAMED: frozenset[Link] = frozenset({"ladder", "leads", "guide", "license"})
"""Links by which a role is a step up, whatever the years."""
STEPS: frozenset[Link] = frozenset({"ladder", "leads"})
"""Links by which people are known to go from the present work to a role."""
RELATED_TIERS = 2
"""O*NET's related occupations of tiers 1 and 2 are the primary ones. Work in them counts as some
experience; as that of five years or more only in the first."""
FIRST_SUPERVISED, LAST_SUPERVISED = "33", "53"
"""Major groups whose first minor group are their supervisors."""
MINOR, BROAD, WHOLE = len("29-2"), len("29-204"), len("29-2042")
"""Characters of a code that occupations of one minor group, of one broad occupation, or specialties
of one occupation share."""
DYING = -20.0
"""Projected change in percent under which an occupation isn't offered: a fifth of its jobs go."""
OUTGROWS = 3.0
"""Projected growth in percent that is as good as that of all jobs (3.1 % in 2024-34)."""


class Nearness(NamedTuple):
    """How near a role is to the present one.

    links: why it counts as near, beside likeness
    tier: in O*NET's related occupations, 1 the nearest; 0 if it isn't among them
    strength: links, likeness and size, in standard deviations
    counts: whether years in the present work are the experience that the role asks for
    by_years: whether people from the present work rise into it by their years, without the degree
        that is typical
    """

    links: tuple[Link, ...]
    tier: int
    strength: float
    counts: bool = True
    by_years: bool = False

    @property
    def is_primary(self) -> bool:
        """Whether it is among O*NET's primary related occupations."""
        return 0 < self.tier <= RELATED_TIERS


class Neighbor(NamedTuple):
    """A role near the present one; how near it is orders it inside its group."""

    move: Move
    group: Group
    near: Nearness

    @property
    def dots(self) -> int:
        """Likeness from 1 to 3; 0 if it isn't known."""
        likeness = self.move.likeness
        if likeness is None:
            return 0
        return 1 + (likeness >= ALIKE) + (likeness >= VERY_ALIKE)


def strength(likeness: float | None, links: Iterable[Link], tier: int, jobs: float | None) -> float:
    """Likeness, size and links, each in standard deviations.

    likeness: above the mean of all pairs; jobs: employment, shared among occupations of one count
    """
    sized = (log(jobs) - EMPLOYMENT_MEAN) / EMPLOYMENT_SPREAD if jobs else 0.0
    linked = sum(
        TIER_WEIGHTS.get(tier, 1.0) if link == "related" else WEIGHTS[link] for link in links
    )
    return (likeness or 0.0) / SPREAD + sized + linked


def open_strength(move: Move) -> float:
    """What also orders roles if the present pay isn't known: median pay in standard deviations (one
    below the mean if there is no figure), less one if the person still needs experience."""
    pay = move.to.pay.get("survey") or move.to.pay.get(COUNTRY)
    paid = (log(pay) - PAY_MEAN) / PAY_SPREAD if pay else -1.0
    return paid - bool(move.entry.missing("experience"))


def group_of(here: MoveRole, move: Move, near: Nearness) -> Group | None:
    """The group that a move stands in; None if it isn't one that a coach would name."""
    if here.counted and move.to.counted == here.counted and move.basis in ("", "survey"):
        return "twin"
    if not is_step(here, move, near):
        return None
    if move.pay.number is None:
        return "unpaid"
    if _is_same_work(here, move, near.links):
        return "twin"
    if move.pay.number < 1 - ABOUT:
        return "less"
    if _takes_a_degree(move) and not (
        near.by_years or is_next_license(move) or move.entry.meets_level
    ):
        return "school"
    return "apprenticeship" if move.entry.missing("apprenticeship") else _by_pay(here, move, near)


def is_step(here: MoveRole, move: Move, near: Nearness) -> bool:
    """Whether a person would go from the present role to another, whatever it pays."""
    if is_dropped(here, move.to.growth, near.strength) or _is_out_of_reach(here, move, near):
        return False
    return not _is_other_work(here, move, near) and (near.counts or _leads_there(here, move, near))


def is_dropped(here: MoveRole, growth: float | None, strong: float) -> bool:
    """Whether a role is too weakly linked, or loses too many of its jobs."""
    weak = bool(here.asks) and strong < STRENGTH_FLOOR
    return weak or (growth is not None and growth <= DYING)


def _takes_a_degree(move: Move) -> bool:
    """Whether the person still has to study for a bachelor's degree or more, or for longer than an
    associate's degree takes."""
    school = move.entry.school
    return school > SHORT_SCHOOL or (school > 0 and _rank(move.to.entry) >= BACHELOR)


def is_next_license(move: Move) -> bool:
    """Whether a role's license is the next in one's own line of work: a program to it builds on a
    license that the person has. A specialty comes after it."""
    bridge, to = move.entry.bridge, move.to
    is_next = bool(bridge and bridge.builds_on) and move.entry.needs_license
    return is_next and to.code.endswith(PLAIN) and _rank(to.entry) <= BACHELOR


def _by_pay(here: MoveRole, move: Move, near: Nearness) -> Group | None:
    if (move.pay.number or 0) > 1 + ABOUT:
        return "unpaid" if _is_sideways(here, move.to) else "more"
    linked = bool(set(near.links) - {"beyond"}) or near.strength >= STRONG
    leads = is_known_step(move, near) or (linked and _leads_on(here, move))
    return "same" if leads else None


def is_known_step(move: Move, near: Nearness) -> bool:
    """Whether people from the present work are known to go to a role, and the person has the years
    that it asks for."""
    return not (STEPS.isdisjoint(near.links) or move.entry.missing("experience"))


def rises_by_years(move: Move, near: Nearness, years: float | None, less: float | None) -> bool:
    """Whether a person's years take the place of a role's degree: they are as many as its study,
    people from the present work go there, most of those asked require less than it, and no license
    asks for it.

    less: share in percent who say that less schooling is required; None if it isn't known
    """
    licensed = any(
        proof.kind == "license" and of_one_trade(proof)
        for proof in move.to.asked.ids
        if proof.id in {part.name for part in move.entry.missing("credential")}
    )
    enough = years is not None and years >= move.entry.school
    return enough and is_only_typical(less) and not licensed and is_known_step(move, near)


def _is_out_of_reach(here: MoveRole, move: Move, near: Nearness) -> bool:
    """Whether a role takes more than one move can give, or less than somebody with a degree has."""
    to, degree, links = move.to, _takes_a_degree(move), near.links
    if move.vocabulary == "guide" and move.skills.state == "fail" and not links:
        return True
    if here.zone and to.zone and to.zone - here.zone > (DEGREE_ZONES if degree and links else 1):
        return True
    close = bool(NAMED.intersection(links)) or near.is_primary
    far = near.tier != 1 and (move.likeness or 0.0) < LIKENESS_FLOOR
    alike = bool(NAMED.intersection(links)) or (near.is_primary and not far)
    alike = alike or {"related", "similar"} <= set(links)
    alike = alike or (move.likeness or 0.0) >= ALIKE or not here.asks
    studied = move.entry.missing("education") and to.entry in OF_ONE_KIND
    if (degree and not links) or (studied and not alike):
        return True
    if degree and (move.entry.school > LONG_SCHOOL or _rank(to.entry) > HIGHEST_DEGREE):
        return True
    if links == ("beyond",) and not degree and (move.likeness or 0) < LIKENESS_FLOOR:
        return True
    keeps = (move.pay.number or 0) >= 1 - ABOUT
    lower = _rank(here.entry) >= BACHELOR > _rank(to.entry)
    return keeps and lower and not close


def _is_other_work(here: MoveRole, move: Move, near: Nearness) -> bool:
    """Whether nothing relates a role of another major group, and it is little alike.

    A specialty's figures are those of a larger group, so it needs a link in the same one, too.
    """
    linked = set(near.links) - {"beyond"}
    if not here.asks or linked - {"related"} or near.is_primary or _takes_a_degree(move):
        return False
    if here.major_group == move.to.major_group:
        return not linked and not move.to.code.endswith(PLAIN)
    return (move.likeness or 0.0) < ALIKE


def _leads_there(here: MoveRole, move: Move, near: Nearness) -> bool:
    """Whether a person would aim from here at a role that asks for experience; not at one that
    supervises other work, whose supervisors have done that work."""
    links = near.links
    if NAMED.intersection(links) or near.tier == 1 or (links and _takes_a_degree(move)):
        return True
    if is_supervisor(move.to.code):
        return False
    own = "related" in links and here.major_group == move.to.major_group
    return (own or near.is_primary) and (move.likeness or 0.0) >= ALIKE


def asks_experience(to: MoveRole) -> bool:
    """Whether a role asks for years in related work."""
    return to.experience in (SOME_EXPERIENCE, LONG_EXPERIENCE)


def is_supervisor(code: str) -> bool:
    """Whether an occupation is among the supervisors of its major group, which from protective
    service to transportation are the minor group 1000 of the SOC."""
    return code[2:5] == "-10" and FIRST_SUPERVISED <= major_group(code) <= LAST_SUPERVISED


def _is_same_work(here: MoveRole, move: Move, links: tuple[Link, ...]) -> bool:
    """Whether it is the same work elsewhere, not better paid."""
    ratio = move.pay.number
    if ratio is None or ratio > 1 + ABOUT or here.code[:4] != move.to.code[:4]:
        return False
    return "license" in links or (move.likeness or 0.0) >= SAME_WORK


def _is_sideways(here: MoveRole, to: MoveRole) -> bool:
    """Whether a role pays more in one place only, not in the country, and asks for nothing more
    than a month of training."""
    before, after = here.pay.get(COUNTRY), to.pay.get(COUNTRY)
    if not before or not after or after > before * (1 + ABOUT):
        return False
    if to.training != SHORT_TRAINING or to.experience not in ("", "None"):
        return False
    zones, schooling = _steps_up(here, to)
    asked = any(credential.level != "sometimes" for credential in to.asked.ids)
    return zones <= 0 and schooling <= 0 and not asked


def _leads_on(here: MoveRole, move: Move) -> bool:
    """Whether a move for about the same pay is worth it."""
    zones, schooling = _steps_up(here, move.to)
    if zones or schooling:
        return min(zones, schooling) >= 0
    grows = (move.to.growth or 0) >= OUTGROWS > 0 > (here.growth or 0)
    return grows and (move.pay.number or 0) >= 1


def is_step_for_less(neighbor: Neighbor) -> bool:
    """Whether people from the present work are known to go to a role that pays up to a quarter
    less, and it takes no degree but their years."""
    move, near = neighbor.move, neighbor.near
    no_degree = near.by_years or not move.entry.missing("education")
    return (move.pay.number or 0) >= KEEPS and no_degree and is_known_step(move, near)


def is_worth_less(here: MoveRole, neighbor: Neighbor) -> bool:
    """Whether a role that pays somewhat less is worth listing if few roles are near: it takes no
    less preparation, and no study that would cost years before it costs pay."""
    move = neighbor.move
    zones, schooling = _steps_up(here, move.to)
    keeps = (move.pay.number or 0) >= KEEPS
    return keeps and not move.entry.missing("education") and zones >= 0 and schooling >= 0


def is_short(neighbor: Neighbor) -> bool:
    """Whether the degree that a role takes is two years of study or less."""
    return neighbor.move.entry.school <= SHORT_SCHOOL


def _steps_up(here: MoveRole, to: MoveRole) -> tuple[int, int]:
    """Job zones and ranks of education up; below 0 if down. From a certificate to a diploma isn't
    down: a certificate is of one kind of work and ranks nobody in another."""
    schooling = _rank(to.entry) - _rank(here.entry)
    if here.entry == CERTIFICATE and _rank(to.entry) >= HIGH_SCHOOL:
        schooling = max(schooling, 0)
    return (to.zone or 0) - (here.zone or 0), schooling


def _rank(education: str) -> int:
    """How high an education is; one that isn't known as none."""
    return max(education_rank(education), 0)


def in_order(neighbors: Iterable[Neighbor]) -> list[Neighbor]:
    """The strongest first; among equals, by title."""
    return sorted(neighbors, key=lambda role: (-role.near.strength, role.move.to.title.casefold()))
