"""What `skills` and `skills --gap` answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from careercli import profile
from careercli.commands.roles import the_role
from careercli.core.gap import (
    Gap,
    Mark,
    RoleGap,
    gap,
    is_flat,
    level_for,
    levels_asked,
    next_steps,
)
from careercli.errors import CareerError, UnknownNameError, UsageError
from careercli.model import Level, Requirement
from careercli.output import Answer, narrate
from careercli.store import Store
from careercli.text import fold_name
from careercli.views import data

if TYPE_CHECKING:
    from careercli.core.onet import OnetGap
    from careercli.core.plan import Step as PlanStep
    from careercli.core.software import SoftwareGap
    from careercli.page import Page
    from careercli.parts import Occupation, Role

DEFAULT_LEVEL: Level = "mid"


def skills_answer(
    words: list[str] | None, level: Level | None, tier: str | None, profile_name: str | None
) -> Answer:
    """`skills`: of a role, of the target, or of every role."""
    store = Store()
    person = profile.read_chosen(profile_name, tell=narrate)
    aim = aimed_at(store, person, words, level)
    if aim is None:
        if tier:
            raise UsageError("--tier needs a role.", hint="Name the role whose rung it is.")
        return _needs_answer(store, level)
    role = aim[0]
    if tier:
        level = tier_level(role, tier)
    if found := role.occupation:
        from careercli.views.occupation import ratings_page

        return Answer(
            "skills",
            data.ratings_data(role, found),
            lambda: ratings_page(role, found, imported=store.ratings_imported()),
            lambda: data.ratings_rows(role, found),
        )
    from careercli.views.skills import skills_page

    labels = store.labels(skill for one in role.requirements for skill in one.any_of)
    return Answer(
        "skills",
        {
            "role": data.names(role),
            "level": level,
            "requirements": data.requirement_data(role, labels, level),
        },
        lambda: skills_page(role, labels, level),
        lambda: data.requirement_rows(role, labels, level),
    )


def _needs_answer(store: Store, level: Level | None) -> Answer:
    from careercli.views.skills import all_skills_page, wanted_most

    needs = store.needs()
    wanted = wanted_most(needs, level)
    labels = store.labels(wanted)
    return Answer(
        "skills",
        {
            "level": level,
            "roles": len(needs),
            "skills": [
                {"id": s, "label": labels[s], "roles": slugs} for s, slugs in wanted.items()
            ],
        },
        lambda: all_skills_page(wanted, labels, len(needs), level),
        lambda: (
            [["skill", "label", "roles"]]
            + [[s, labels[s], len(slugs)] for s, slugs in wanted.items()]
        ),
    )


def gap_answer(
    words: list[str] | None,
    level: Level | None,
    tier: str | None,
    profile_name: str | None,
    *,
    why: bool,
) -> Answer:
    """`skills --gap`: to a role, to the target, or to every role."""
    store = Store()
    person = profile.read_chosen(profile_name, tell=narrate)
    marks = known_marks(store, person.marks)
    if aim := aimed_at(store, person, words, level):
        role, level = aim
        return _role_gap(store, role, level, tier, person, marks, why=why)
    if tier:
        raise UsageError("--tier needs a role.", hint="Name the role whose rung it is.")
    return _all_gaps(store, level or DEFAULT_LEVEL, marks)


def aimed_at(
    store: Store, person: profile.Profile, words: Sequence[str] | None, level: Level | None
) -> tuple[Role, Level | None] | None:
    """The role and level meant: those typed, else the target's; None without either.

    The target's level counts for its role, however that is named. Raises UnknownNameError for a
    name that fits nothing, CareerError where the target is no role here.
    """
    target = person.target
    if target:
        try:
            key = store.resolve(target.role)
        except UnknownNameError:
            key = ""
        if not words and not key:
            raise CareerError(
                f"The profile's target, {target.role}, is no role here.",
                hint="careercli profile target ROLE sets another.",
            )
        if key and (not words or key == _key(store, words)):
            return store.get(key), level or target.level
    return (the_role(store, words), level) if words else None


def needed_aim(
    store: Store,
    person: profile.Profile,
    words: Sequence[str] | None,
    level: Level | None,
    command: str,
) -> tuple[Role, Level | None]:
    """As `aimed_at`; raises UsageError without a role and without a target."""
    aim = aimed_at(store, person, words, level)
    if aim is None:
        raise UsageError(
            "Which role? There is no target yet.",
            hint=f"careercli {command} ROLE, or careercli profile target ROLE first.",
        )
    return aim


def _key(store: Store, words: Sequence[str]) -> str | None:
    try:
        return store.resolve(" ".join(words))
    except UnknownNameError:
        return None


def _role_gap(
    store: Store,
    role: Role,
    level: Level | None,
    tier: str | None,
    person: profile.Profile,
    marks: Mapping[str, Mark],
    *,
    why: bool,
) -> Answer:
    if role.occupation:
        return _occupation_gap(store, role, role.occupation, person, marks, why=why)
    if tier:
        level = tier_level(role, tier)
    found, labels = measured(store, role.requirements, level_at(role, level), marks)
    steps = next_steps(found)

    def page() -> Page:
        from careercli.views.gap import gap_page

        return gap_page(
            role, found, steps, labels, current=person.current, flat=is_flat(marks), why=why
        )

    return Answer(
        "gap",
        {"role": data.names(role), **data.gap_data(found, steps, labels)},
        page,
        lambda: data.gap_rows(role.slug, found, labels),
    )


def _occupation_gap(
    store: Store,
    role: Role,
    occupation: Occupation,
    person: profile.Profile,
    marks: Mapping[str, Mark],
    *,
    why: bool,
) -> Answer:
    skills = skills_measured(occupation, person)
    software = software_measured(store, occupation, marks)

    def page() -> Page:
        from careercli.views.occupation_gap import occupation_gap_page

        imported = store.ratings_imported()
        return occupation_gap_page(role, skills, software, imported=imported, why=why)

    return Answer(
        "gap",
        data.occupation_gap_data(role, skills, software),
        page,
        lambda: data.occupation_gap_rows(role, skills, software),
    )


def skills_measured(occupation: Occupation, person: profile.Profile) -> OnetGap | None:
    """The gap in O*NET's skills, on its own scale; None where it rates none of the occupation."""
    from careercli.core.onet import onet_gap

    rated = occupation.ratings.get("skills")
    return onet_gap(rated.rows, person.onet_levels) if rated else None


def software_measured(
    store: Store, occupation: Occupation, marks: Mapping[str, Mark]
) -> SoftwareGap:
    """The software that counts, under the vocabulary's ids."""
    from careercli.core.software import software_gap

    names = [one.name for one in occupation.software if one.in_demand or one.hot]
    ids = {name: skill for name in names if (skill := official_skill(store, name))}
    return software_gap(occupation.software, ids, marks)


def official_skill(store: Store, name: str) -> str | None:
    """The vocabulary's id for a program or skill as O*NET writes it; None where it has none."""
    from careercli.core.software import spellings

    return next(filter(None, map(store.skill, spellings(name))), None)


def level_at(role: Role, level: Level | None) -> Level:
    """The level to measure at: the one wanted, as far as the role asks for anything there."""
    return level_for(level or DEFAULT_LEVEL, levels_asked(role.requirements)) or DEFAULT_LEVEL


def measured(
    store: Store, requirements: Iterable[Requirement], level: Level, marks: Mapping[str, Mark]
) -> tuple[Gap, dict[str, str]]:
    """The gap, and the labels of every skill that it names."""
    requirements = tuple(requirements)
    named = [skill for one in requirements for skill in one.any_of]
    found = gap(requirements, level, marks, store.near(named))
    return found, store.labels([*named, *(skill for one in found.terms for skill in one.adjacent)])


def role_gaps(store: Store, level: Level, marks: Mapping[str, Mark]) -> Iterator[RoleGap]:
    """The gap to every role, at the level or as near to it as the role asks for anything."""
    for needs in store.needs():
        if chosen := level_for(level, levels_asked(needs.requirements)):
            found = gap(needs.requirements, chosen, marks, {})
            yield RoleGap(needs.key, needs.slug, needs.title, found)


def _all_gaps(store: Store, level: Level, marks: Mapping[str, Mark]) -> Answer:
    gaps = sorted(
        role_gaps(store, level, marks),
        key=lambda one: (-(one.gap.points / one.gap.full), -one.gap.claimed, one.title),
    )

    def page() -> Page:
        from careercli.views.gap import all_gaps_page

        return all_gaps_page(gaps, level)

    return Answer("gap", data.all_gaps_data(gaps, level), page, lambda: data.all_gaps_rows(gaps))


def plan_answer(words: list[str] | None, level: Level | None, profile_name: str | None) -> Answer:
    """`plan`: to a role, or to the target."""
    from careercli.views.plan import plan_data, plan_page, plan_rows

    store = Store()
    person = profile.read_chosen(profile_name, tell=narrate)
    role, level = needed_aim(store, person, words, level, "plan")
    marks = known_marks(store, person.marks)
    found, _ = measured(store, role.requirements, level_at(role, level), marks)
    steps, labels = planned(store, found, marks)
    return Answer(
        "plan",
        {"role": data.names(role), **plan_data(found, steps, labels)},
        lambda: plan_page(role, found, steps, labels),
        lambda: plan_rows(steps, labels),
    )


def planned(
    store: Store, found: Gap, marks: Mapping[str, Mark]
) -> tuple[list[PlanStep], dict[str, str]]:
    """The steps that close a gap, and the labels of every skill that they and it name."""
    from careercli.core.plan import foundations, plan

    skills = store.skills(term.skill for term in found.terms)
    while below := {one for skill in skills for one in foundations(skill, skills)} - set(skills):
        skills |= store.skills(below)
    named = {skill for term in found.terms for skill in term.requirement.any_of} - set(skills)
    labels = {skill_id: skill.label for skill_id, skill in skills.items()} | store.labels(named)
    return plan(found, marks, skills), labels


def known_marks(store: Store, marks: Mapping[str, Mark]) -> dict[str, Mark]:
    """The marks under today's ids: a skill that was renamed keeps its mark."""
    ids = store.current_ids(marks)
    return {ids.get(skill, skill): mark for skill, mark in marks.items()}


def tier_level(role: Role, title: str) -> Level:
    """The career level of the rung with this title; raises UsageError or UnknownNameError."""
    folded = fold_name(title)
    fits = [tier for tier in role.tiers if fold_name(tier.title).startswith(folded)]
    exact = [tier for tier in fits if fold_name(tier.title) == folded]
    fits = exact or fits
    if len(fits) != 1:
        raise UnknownNameError(
            f"{role.title} has no rung \u201c{title}\u201d."
            if not fits
            else f"\u201c{title}\u201d fits several rungs.",
            [tier.title for tier in fits or role.tiers],
        )
    if fits[0].level is None:
        raise UsageError(
            f"The rung {fits[0].title} has no career level, so nothing is expected there."
        )
    return fits[0].level
