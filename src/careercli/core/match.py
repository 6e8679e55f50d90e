"""A job ad against a person's ratings, and the roles it's nearest to."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from careercli.core.credentials import CredentialState, Holding, credential_state
from careercli.core.gap import WEIGHT, SkillRating
from careercli.core.skill_mentions import Mention, mentions
from careercli.model.basics import RoleRequirements

SkillStatus = Literal["have", "claimed", "none", "unrated"]

NEAR = 0.15
"""A text that names less than this share of what a role needs isn't near it; a convention."""


class NamedSkill(NamedTuple):
    """A skill that the text names.

    written: its name as the text has it
    status: whether the person has it
    level: the person's proficiency, 1 to 4; 0 for none, or if it isn't rated
    """

    skill: str
    written: str
    status: SkillStatus
    level: int


class NamedCredential(NamedTuple):
    """A credential that a text names, as it is written there, and whether the person holds it."""

    id: str
    written: str
    state: CredentialState
    until: str


SHORTEST_WORD = 5
"""Letters from which a single word in small letters is a credential's name: "rn" and "pe" aren't,
RN and PE are."""


def credential_mentions(text: str, names: Mapping[str, str]) -> list[Mention]:
    """Where a text names credentials; `names` are folded as skills' are."""
    return [
        one
        for one in mentions(text, names)
        if len(one.words) >= SHORTEST_WORD or not one.words.islower()
    ]


def named_credentials(
    mentions: Iterable[Mention], holdings: Mapping[str, Holding], today: str
) -> list[NamedCredential]:
    """Each credential mentioned once, held or not on the day `today`."""
    named: dict[str, NamedCredential] = {}
    for mention in mentions:
        holding = holdings.get(mention.skill)
        state = credential_state(holding, today)
        until = holding.until if holding else ""
        named.setdefault(mention.skill, NamedCredential(mention.skill, mention.words, state, until))
    return list(named.values())


class RoleMatch(NamedTuple):
    """A role and how much of what it needs the text names: weight named of weight in all."""

    needs: RoleRequirements
    named: int
    full: int

    @property
    def percent(self) -> int:
        return 100 * self.named // self.full


def skill_statuses(
    mentions: Iterable[Mention], ratings: Mapping[str, SkillRating]
) -> list[NamedSkill]:
    """Each skill once, by the name it's first mentioned with."""
    named: dict[str, NamedSkill] = {}
    for mention in mentions:
        if mention.skill in named:
            continue
        rating = ratings.get(mention.skill)
        status: SkillStatus = "unrated"
        if rating:
            status = "claimed" if rating.level is None else "have" if rating.level else "none"
        level = (rating.level or 0) if rating else 0
        named[mention.skill] = NamedSkill(mention.skill, mention.words, status, level)
    return list(named.values())


def nearest_roles(
    named: Iterable[str], roles: Sequence[RoleRequirements], *, count: int = 3
) -> list[RoleMatch]:
    """The roles whose requirements the text names most of, by need (must 3, should 2, nice 1).

    The share of weighted requirements named: coverage as in freehire and Nesta's asymmetric
    overlap, without levels, because a text seldom states them. Roles below NEAR are left out.
    """
    skills = set(named)
    matches: list[RoleMatch] = []
    for role in roles:
        full = sum(WEIGHT[requirement.need] for requirement in role.requirements)
        hit = sum(
            WEIGHT[requirement.need]
            for requirement in role.requirements
            if skills & set(requirement.any_of)
        )
        if hit >= NEAR * full:
            matches.append(RoleMatch(role, hit, full))
    matches.sort(key=lambda match: (-match.named / match.full, match.needs.title))
    return matches[:count]
