"""What is near one role, by which links, and what work in it counts for in another."""

from collections.abc import Iterable
from typing import NamedTuple

from careercli.core.entry import (
    APPRENTICESHIP,
    BACHELOR,
    CERTIFICATE,
    LONG_EXPERIENCE,
    LONG_TRAINING,
    SHORT_TRAINING,
    Kinship,
    education_rank,
    is_trade_teacher,
)
from careercli.core.moves import Move, MoveRole
from careercli.core.neighbors import (
    ALIKE,
    LIKENESS_FLOOR,
    MINOR,
    PLAIN,
    RELATED_TIERS,
    WHOLE,
    Link,
    Nearness,
    asks_experience,
    is_supervisor,
    strength,
)
from careercli.model.basics import major_group
from careercli.model.move_inputs import LIKENESS_UNIT

LEARNED_FOR_YEARS = (APPRENTICESHIP, LONG_TRAINING)
"""Training on the job by which a trade is learned."""
OF_THEIR_FIELD = ("15", "17", "19", "23", "27-10", "29")
"""Groups whose degrees are of the field: computing, engineering, science, law, art and design, and
health."""
OF_ANY_FIELD = {"11", "13"}
"""Managers and business specialists: their codes say what they do, not in which field."""
TRADES = {"47", "49"}
"""Major groups of construction, and of installation and repair."""
CRAFTS = TRADES | {"45", "51", "53"}
"""Major groups whose work is a trade if it takes years to learn: farming, production and driving
beside them, and not claims, arts or sports."""
TEACHING = "25"
TAUGHT = {"15", "17", "29", "31", "33", "35", "39", "45", "47", "49", "51", "53"}
"""Major groups of work with tools, machines, food or people's bodies, and of their technicians:
what vocational schools teach, unlike office work and sales."""
LEARNED_ZONE = 3
"""From this job zone on, work takes one or two years of training, in O*NET's words."""


def is_trade(role: MoveRole) -> bool:
    """Whether work takes more to learn than a month on the job, and isn't teaching."""
    if not role.code or role.code.startswith(TEACHING):
        return False
    trained = role.training not in ("", "None", SHORT_TRAINING)
    schooled = education_rank(role.entry) >= education_rank(CERTIFICATE)
    return trained or schooled or (role.zone or 0) >= LEARNED_ZONE


class NeighborLinks(NamedTuple):
    """What is near one role, by code.

    likeness: in hundredths; similar: six digits, by the Handbook; tiers: of O*NET's related
    occupations, either way; supervisors: of its major group; beyond: related to those supervisors
    in O*NET's first two tiers; licensed: those that ask for its license; bound: those that always
    or usually do; named: by the guide, by key; indirect: guides whose occupation is only near the
    job; leads_to: six digits, for which the Handbook names this work as the experience; next_work:
    those and the ones whose way in names it; elsewhere: those whose way in says that other work
    comes first
    """

    role: MoveRole
    likeness: dict[str, int]
    similar: frozenset[str]
    tiers: dict[str, int]
    supervisors: frozenset[str]
    beyond: frozenset[str] = frozenset()
    licensed: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    indirect: frozenset[str] = frozenset()
    leads_to: frozenset[str] = frozenset()
    next_work: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()

    def links(self, key: str, code: str) -> tuple[Link, ...]:
        """Why a role counts as near, beside likeness."""
        if key in self.indirect:
            return ("guide",) if key in self.named else ()
        related, similar = code in self.tiers, code[:7] in self.similar
        near = similar or self.tiers.get(code, RELATED_TIERS + 1) <= RELATED_TIERS
        asked = code in self.bound or (code in self.licensed and near)
        holds: dict[Link, bool] = {
            "ladder": code in self.supervisors,
            "leads": code not in self.supervisors and self._leads_to(code),
            "guide": key in self.named,
            "license": asked,
            "related": related,
            "similar": similar,
        }
        links = tuple(link for link, is_so in holds.items() if is_so)
        return links or (("beyond",) if code in self.beyond else ())

    def _leads_to(self, code: str) -> bool:
        """Whether people come from this work, by the Handbook or by the way in, or teach it."""
        named = code.removesuffix(PLAIN) in self.next_work
        return named or (is_trade_teacher(code) and _is_taught(self.role))

    def is_unrelated(self, first: Move, *, named: bool) -> bool:
        """Whether a move is a detour: it takes a degree or an apprenticeship for work that nothing
        but a guide relates to the present one.

        named: whether it gives the years that a goal asks for; then it is one for nothing only if
            somebody who has a trade serves for another
        """
        serves = bool(first.entry.missing("apprenticeship"))
        if not (first.entry.school or serves):
            return False
        related = bool(set(self.links(first.to.key, first.to.code)) - {"guide", "beyond"})
        return not related and ((serves and is_trade(self.role)) or not named)

    def is_near(self, key: str, code: str, floor: float) -> bool:
        """Whether a role is near by a link, or at least as alike as `floor`, in hundredths."""
        if self.likeness.get(code, 0) >= floor:
            return True
        links = self.links(key, code)
        return bool(links) and (links != ("similar",) or code not in self.likeness)

    def _is_of_the_trades(self, code: str) -> bool:
        """Whether a role is in the same major group, or alike and both are of the trades."""
        alike = self.likeness.get(code, 0) >= LIKENESS_FLOOR * LIKENESS_UNIT
        trades = {self.role.major_group, major_group(code)} <= TRADES and not is_supervisor(code)
        return self.role.major_group == major_group(code) or (trades and alike)

    def kinship(self, to: MoveRole) -> Kinship:
        """What this work counts for in a role."""
        links = self.links(to.key, to.code)
        linked = not {"ladder", "license", "guide"}.isdisjoint(links)
        six = to.code[:WHOLE]
        field = bool(to.code) and self.role.code[:MINOR] == to.code[:MINOR]
        tier = self.tiers.get(to.code, RELATED_TIERS + 1)
        scoped = frozenset(credential.id for credential in self.role.asked.ids if credential.scoped)
        fields = (group for group in OF_THEIR_FIELD if to.code.startswith(group))
        bound = any(not self.role.code.startswith(group) for group in fields)
        return Kinship(
            self._gives_experience(to, links),
            field or tier <= RELATED_TIERS or linked,
            bool(to.code) and (six == self.role.code[:WHOLE] or six in self.leads_to),
            bound and not (tier == 1 or linked),
            frozenset() if six == self.role.code[:WHOLE] else scoped,
        )

    def strength(self, code: str, links: Iterable[Link], jobs: float | None) -> float:
        """Likeness, size and links of an occupation, as in `neighbors.strength`."""
        likeness = self.likeness.get(code, 0) / LIKENESS_UNIT
        return strength(likeness, links, self.tiers.get(code, 0), jobs)

    def nearness(self, to: MoveRole, kinship: Kinship) -> Nearness:
        """How near a role is; kinship: what this work counts for in it."""
        links = self.links(to.key, to.code)
        strong = self.strength(to.code, links, to.employment)
        counts = kinship.experience or not asks_experience(to)
        return Nearness(links, self.tiers.get(to.code, 0), strong, counts)

    def _gives_experience(self, to: MoveRole, links: tuple[Link, ...]) -> bool:
        """Whether years in this work count as the experience that a role asks for, by the rules in
        docs/methods.md."""
        if is_trade_teacher(to.code):
            return is_trade(self.role)
        if "ladder" in links or to.code in self.bound or self._leads_to(to.code):
            return True
        tier = self.tiers.get(to.code)
        if to.code.removesuffix(PLAIN) in self.elsewhere and tier != 1:
            return False
        learned = self.role.major_group in CRAFTS and self.role.training in LEARNED_FOR_YEARS
        if learned and self._is_of_the_trades(to.code):
            return True
        leads = is_supervisor(self.role.code) and self.role.major_group == to.major_group
        if leads and tier is not None and not is_supervisor(to.code):
            return True
        if self.role.zone and to.zone and self.role.zone < to.zone:
            return False
        if to.experience == LONG_EXPERIENCE:  # of a specialty, the years are its larger group's
            return tier == 1 and to.code.endswith(PLAIN)
        if is_supervisor(to.code):
            return tier == 1 or "guide" in links
        if tier is not None and tier <= RELATED_TIERS:
            return True
        own_group = self.role.code[:MINOR] == to.code[:MINOR] or to.major_group in OF_ANY_FIELD
        floor = LIKENESS_FLOOR if "guide" in links else ALIKE
        alike = self.likeness.get(to.code, 0) >= floor * LIKENESS_UNIT
        return alike and (own_group or "guide" in links)


def _is_taught(role: MoveRole) -> bool:
    """Whether vocational schools teach work: a trade that takes less than a bachelor's degree."""
    vocational = role.major_group in TAUGHT and education_rank(role.entry) < BACHELOR
    return vocational and is_trade(role)
