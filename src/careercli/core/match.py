"""An advertisement against a person's marks, and the roles that it is nearest to."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from careercli.core.gap import WEIGHT, SkillRating
from careercli.core.skill_mentions import Mention
from careercli.model.basics import RoleRequirements

SkillStatus = Literal["have", "claimed", "none", "unrated"]

NEAR = 0.15
"""A text that names less than this share of what a role needs is not near to it; a convention."""


class NamedSkill(NamedTuple):
    """A skill that the text names: as it is written there, and how the person stands to it."""

    skill: str
    words: str
    standing: SkillStatus
    level: int


class RoleMatch(NamedTuple):
    """A role and how much of what it needs the text names: weight named of weight in all."""

    needs: RoleRequirements
    named: int
    full: int

    @property
    def percent(self) -> int:
        return 100 * self.named // self.full


def skill_statuses(found: Iterable[Mention], marks: Mapping[str, SkillRating]) -> list[NamedSkill]:
    """Each skill once, by the words it is first named with."""
    named: dict[str, NamedSkill] = {}
    for one in found:
        if one.skill in named:
            continue
        mark = marks.get(one.skill)
        standing: SkillStatus = "unrated"
        if mark:
            standing = "claimed" if mark.level is None else "have" if mark.level else "none"
        named[one.skill] = NamedSkill(
            one.skill, one.words, standing, (mark.level or 0) if mark else 0
        )
    return list(named.values())


def nearest_roles(
    named: Iterable[str], roles: Sequence[RoleRequirements], *, count: int = 3
) -> list[RoleMatch]:
    """The roles whose requirements the text names most of, by need (must 3, should 2, nice 1).

    The share of weighted requirements named: coverage as in freehire and Nesta's asymmetric
    overlap, without levels, because a text seldom states them. Roles below NEAR are left out.
    """
    skills = set(named)
    found: list[RoleMatch] = []
    for one in roles:
        full = sum(WEIGHT[need.need] for need in one.requirements)
        hit = sum(WEIGHT[need.need] for need in one.requirements if skills & set(need.any_of))
        if hit >= NEAR * full:
            found.append(RoleMatch(one, hit, full))
    found.sort(key=lambda near: (-near.named / near.full, near.needs.title))
    return found[:count]
