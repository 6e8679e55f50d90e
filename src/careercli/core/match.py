"""A job advertisement compared with a person's ratings, and the roles nearest to it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from careercli.core.credentials import CredentialState, Holding, held_until
from careercli.core.gap import WEIGHT
from careercli.core.reading.offered_pay import OfferedPay
from careercli.core.reading.requirement import Requirement
from careercli.core.reading.statements import Standing, Statement
from careercli.core.reading.text_pattern import Cue, lowered
from careercli.model.basics import Pay
from careercli.model.skills import RoleRequirements, SkillRating

SkillStatus = Literal["have", "claimed", "none", "unrated"]

NEAR = 0.15
"""A text that names less than this share of what a role needs isn't near it; a convention."""


class NamedSkill(NamedTuple):
    """A skill that the text names.

    written: its name as the text has it
    status: whether the person has it
    level: the person's proficiency, 1 to 4; 0 for none, or if it isn't rated
    standing: must or nice, as the text asks for it
    years, asked_level: what it asks for; 0 if it doesn't say
    choice: number of the list of which one is enough; 0 if it stands for itself
    from_job: the level is what the present job asks for, and isn't rated
    """

    skill: str
    written: str
    status: SkillStatus
    level: int
    standing: Standing = "must"
    years: int = 0
    asked_level: int = 0
    choice: int = 0
    from_job: bool = False

    @property
    def is_enough(self) -> bool:
        """Whether the person has it at the level that it is asked for at."""
        return self.status == "have" and self.level >= self.asked_level


class NamedCredential(NamedTuple):
    """A credential that a text names, as it is written there, and whether the person holds it.

    choice: number of the list of which one is enough; 0 if it stands for itself
    within: the time that there is to get it, as "within 30 days"; empty if that isn't said
    from_job: it counts as held because the present job asks for it
    through: id of the one that is held and answers it too; empty if it is held itself, or isn't
    """

    id: str
    written: str
    state: CredentialState
    until: str
    standing: Standing = "must"
    choice: int = 0
    within: str = ""
    from_job: bool = False
    through: str = ""


def choices(credentials: Iterable[NamedCredential]) -> list[list[NamedCredential]]:
    """Credentials by what one of them is enough for, in order."""
    chosen: dict[str, list[NamedCredential]] = {}
    for credential in credentials:
        chosen.setdefault(str(credential.choice or credential.id), []).append(credential)
    return list(chosen.values())


def chosen(choice: Sequence[NamedCredential]) -> NamedCredential:
    """The most telling one of a choice: one that is held, else one that may be."""
    states = ("held", "unknown", "not held")
    return min(choice, key=lambda credential: states.index(credential.state))


_TIME = (
    r"((?:(?:the|your|an?) )?(?:first )?"
    r"(?:\d+|(?!last|past|previous|prior)[a-z]+)?(?: ?\(\d+\))?[ -]?(?:calendar |business )?"
    r"(?:day|week|month|year)s?)\b"
)
_WITHIN = Cue(
    rf"(?<!\w)(?:within|w/ ?in|w/i|(?:get|obtain|earn|complete)(?: it| one| them)? in) {_TIME}",
    "within w/ get obtain earn complete",
)
_GETS = r"(?:get|obtain|earn|acquire|complete|receive|pass)"
_WITHIN_BEFORE = re.compile(
    rf"\bwithin {_TIME}(?: (?:of|from|after) (?:[\w-]+ ){{0,2}}[\w-]+)?,?"
    rf" (?:[\w'’]+ ){{0,4}}?{_GETS}"
    r" (?:[\w'’-]+ ){0,3}$"
)
"""Before what there is time for: "within 90 days of hire, obtain a forklift card"."""
_BEFORE_REACH = 120
_RECORD = re.compile(
    r"\b(?:no|not|without|clean|free|accidents?|violations?|convict\w+|tickets?|record|experience)\b"
)
"""Between a license and a time that is of something else: "CDL, no violation within 3 years"."""
_LISTED = re.compile(
    r"[\s,/&()]*(?:\b(?:and/or|and|or)\b)?[\s,/&()]*"
    rf"(?:\b(?:(?:ability|able|eligible|eligibility|willing(?:ness)?) to )?{_GETS}\b)?"
    r"\s*(?:\b(?:an?|your|the)\b)?\s*"
)


def named_credentials(
    told: Sequence[Statement], holdings: Mapping[str, Holding], today: str
) -> list[NamedCredential]:
    """Each credential asked for once, held or not on the day `today`."""
    named: dict[str, NamedCredential] = {}
    asked = [
        statement
        for statement in told
        if statement.mention.kind == "credential" and statement.standing in ("must", "nice")
    ]
    for number, statement in enumerate(asked):
        mention = statement.mention
        credential = mention.skill
        known = named.get(credential)
        within = _within(statement, asked[number + 1 : number + 1 + MOST_LISTED])
        if known and (known.standing == "must" or statement.standing == "nice"):
            named[credential] = known._replace(within=known.within or within)
            continue
        state, until = held_until(holdings.get(credential), today)
        written = known.written if known else mention.shown
        named[credential] = NamedCredential(
            *(credential, written, state, until, statement.standing, statement.choice), within
        )
    return list(named.values())


MOST_LISTED = 8
"""Credentials of a list for which a time is given together."""


def _within(asked: Statement, following: Iterable[Statement]) -> str:
    """The time to get a credential that is given behind it, behind the list that it begins, or
    before it.

    following: the next credentials
    """
    sentence = asked.sentence
    lower, start = lowered(sentence.text), sentence.start
    end = asked.mention.end - start
    first = asked.mention.start - start
    if before := _WITHIN_BEFORE.search(lower, max(0, first - _BEFORE_REACH), first):
        return f"within {before[1].strip()}"
    limit = lower.find(";", end)
    time = _WITHIN.search(lower[end : limit if limit >= 0 else None])
    if not time or _RECORD.search(lower, end, end + time.start()):
        return ""
    place, choice = end, asked.choice
    for other in following:
        begin = other.mention.start - start
        if other.sentence is not sentence or begin >= end + time.start():
            break
        is_same = choice and other.choice == choice
        if not (is_same or _LISTED.fullmatch(lower, place, begin)):
            return ""
        place = other.mention.end - start
    return f"within {time[1].strip()}"


def skill_statuses(
    told: Iterable[Statement], ratings: Mapping[str, SkillRating]
) -> list[NamedSkill]:
    """Each skill asked for once, by the name it's first mentioned with; must goes before nice."""
    named: dict[str, NamedSkill] = {}
    for statement in told:
        mention = statement.mention
        if mention.kind == "credential" or statement.standing not in ("must", "nice"):
            continue
        if known := named.get(mention.skill):
            named[mention.skill] = known._replace(
                standing="must" if "must" in (known.standing, statement.standing) else "nice",
                years=known.years or statement.years,
                asked_level=known.asked_level or statement.level,
            )
            continue
        rating = ratings.get(mention.skill)
        status: SkillStatus = "unrated"
        if rating:
            status = "claimed" if rating.level is None else "have" if rating.level else "none"
        level = (rating.level or 0) if rating else 0
        named[mention.skill] = NamedSkill(
            *(mention.skill, mention.shown, status, level),
            *(statement.standing, statement.years, statement.level, statement.choice),
            bool(rating and rating.from_job),
        )
    return list(named.values())


class NearRole(NamedTuple):
    """A role that an advertisement is read as.

    words: those of its title; empty if it is read by its skills
    named, full: weight of its skills that the text names, of weight in all; 0 if not by skills
    """

    key: str
    slug: str
    title: str
    words: str
    named: int = 0
    full: int = 0


def nearest_roles(
    named: Iterable[str], roles: Sequence[RoleRequirements], *, count: int = 3
) -> list[NearRole]:
    """The roles whose requirements the text names most of, by need (must 3, should 2, nice 1).

    The share of weighted requirements named: coverage as in freehire and Nesta's asymmetric
    overlap, without levels, because a text seldom states them. Roles below NEAR are left out.
    """
    skills = set(named)
    near: list[NearRole] = []
    for role in roles:
        full = sum(WEIGHT[requirement.need] for requirement in role.requirements)
        hit = sum(
            WEIGHT[requirement.need]
            for requirement in role.requirements
            if skills & set(requirement.any_of)
        )
        if hit >= NEAR * full:
            near.append(NearRole(role.key, role.slug, role.title, "", hit, full))
    near.sort(key=lambda role: (-role.named / role.full, role.title))
    return near[:count]


class BesideSurvey(NamedTuple):
    """The survey's pay beside that of an advertisement.

    pay: percentiles p10 to p90 in USD a year, of a place
    group: the larger group whose pay it is, if the role is only counted in it; pay isn't judged by
        that, because its managers and others earn something else
    in_own_place: the place is the profile's, because the advertisement names none
    """

    pay: Pay
    group: str = ""
    in_own_place: bool = False


class Advertisement(NamedTuple):
    """An advertisement as it was read, compared with a profile.

    title: the words of it that name the role; empty if none do
    skills, credentials: what it asks for; credentials are those that it may rule out by
    denied: ids of what it says that it does not ask for
    aside: why names were set aside -> their ids
    roles: what it was read as, the likeliest first
    pay: what it pays
    beside: the survey's pay of the first role; None without pay, or if the survey has none
    unknown: names that are not in the vocabulary
    words: how many it has
    notes: what must be told of how it was read
    own_pay: the person's, in USD a year
    own_years: the person's years in the present job, as they are told; empty if they aren't known
    may_be: roles that ask for a license that it names, if it is read as no role
    """

    name: str
    title: str
    skills: Sequence[NamedSkill]
    credentials: Sequence[NamedCredential]
    required: Sequence[Requirement]
    denied: Sequence[str]
    aside: dict[str, list[str]]
    roles: Sequence[NearRole]
    pay: OfferedPay | None
    beside: BesideSurvey | None
    unknown: Sequence[str]
    words: int
    notes: Sequence[str]
    own_pay: float | None
    own_years: str = ""
    may_be: Sequence[NearRole] = ()

    @property
    def survey(self) -> Pay | None:
        """Percentiles by which the pay can be judged: it stands between two of them, at one, or
        beyond the first or last. None if they are those of a larger group."""
        return self.beside.pay if self.beside and not self.beside.group else None


class Wanted(NamedTuple):
    """What advertisements ask for and the person lacks; advertisements: how many ask for it"""

    id: str
    advertisements: int
    must: int
    status: str


def wanted_most(
    read: Sequence[tuple[Sequence[NamedSkill], Sequence[NamedCredential]]],
) -> list[Wanted]:
    """What the person lacks of what is asked for: the most asked for first, then musts."""
    counted: dict[str, Wanted] = {}
    for skills, credentials in read:
        lacking: list[tuple[str, str, str]] = [
            (skill.skill, skill.standing, "below" if skill.status == "have" else skill.status)
            for skill in skills
            if not skill.is_enough
        ]
        lacking += [
            (credential.id, credential.standing, credential.state)
            for choice in choices(credentials)
            for credential in choice
            if chosen(choice).state != "held"
        ]
        for name, standing, status in lacking:
            known = counted.get(name, Wanted(name, 0, 0, status))
            counted[name] = known._replace(
                advertisements=known.advertisements + 1,
                must=known.must + (standing == "must"),
            )
    return sorted(
        counted.values(), key=lambda wanted: (-wanted.advertisements, -wanted.must, wanted.id)
    )
