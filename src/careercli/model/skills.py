"""Skills, what roles require of them, and a person's ratings.

As in `careercli.model.basics`; it is apart because a list of roles needs none of it.
"""

from typing import NamedTuple

from careercli.model.basics import Amount, Need, Proficiency, Seniority, SkillType, Slug, Text, Url


class Requirement(NamedTuple):
    """What the role asks of a person; the gap and readiness use these alone.

    any_of: skill ids that can stand in for each other; the best one counts
    need: how much the role needs it
    expected: level -> 1 basic, 2 working, 3 advanced, 4 expert; a level that is not named
        does not ask for it
    """

    any_of: tuple[Slug, ...]
    need: Need
    expected: dict[Seniority, Proficiency]


class RoleRequirements(NamedTuple):
    """A role's requirements, as the gap over many roles reads them."""

    key: str
    slug: str
    title: str
    requirements: tuple[Requirement, ...]


class Hours(NamedTuple):
    """Hours that a source states for learning a skill.

    value: hours
    what: what takes them, such as a certificate's required course
    source: publisher and page, in words
    url: its address
    """

    value: Amount
    what: Text
    source: Text
    url: Url | None = None


class Skill(NamedTuple):
    """A skill; the vocabulary is the only home of its label and kind.

    label: how it is shown
    kind: tool, technical, soft, or a language that people speak
    trait: whether it is of a person's character, which nobody sets out to learn
    aliases: other names for the same skill, shown and recognized
    hidden: misspellings and clumsy forms, recognized but never shown
    everyday: names, label or alias, that are also words of another meaning: they count in a
        text only with evidence beside them
    near: skills that are close but do not count as this one
    builds_on: skills to have first
    was: ids it had before
    ratings: four sentences, one for each level, if the kind's own do not say enough
    hours: hours a source states for it
    """

    label: Text
    kind: SkillType
    trait: bool = False
    aliases: tuple[Text, ...] = ()
    hidden: tuple[Text, ...] = ()
    everyday: tuple[Text, ...] = ()
    near: tuple[Slug, ...] = ()
    builds_on: tuple[Slug, ...] = ()
    was: tuple[Slug, ...] = ()
    ratings: tuple[Text, ...] = ()
    hours: Hours | None = None


class SkillLabel(NamedTuple):
    """A skill's label and kind."""

    label: str
    kind: SkillType


class SkillRating(NamedTuple):
    """A person's rating of a skill.

    level: 1 to 4, or 1 to 7 of an O*NET skill; 0 for none of it; None if it's only claimed (a
        résumé names it without a level)
    evidence: what shows it
    from_job: it isn't a rating of the person's own, but what the present job asks for
    """

    level: int | None
    evidence: str = ""
    from_job: bool = False
