"""What `skills` and `skills --gap` answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from careercli.app.lookup import resolve_role
from careercli.app.stores import open_store
from careercli.core.gap import (
    Gap,
    RoleGap,
    SkillRating,
    all_one_level,
    gap,
    level_for,
    levels_asked,
    next_skills,
)
from careercli.errors import CareerError, UnknownNameError, UsageError
from careercli.files import profile
from careercli.model.basics import Requirement, Seniority
from careercli.output.stdout import Result, say_err
from careercli.store.reader import Store
from careercli.text import normalize_name

if TYPE_CHECKING:
    from careercli.core.onet_gap import OnetGap
    from careercli.core.plan import PlanStep
    from careercli.core.software import SoftwareGap
    from careercli.model.occupation import Occupation
    from careercli.model.role import Role
    from careercli.output.page import Page

DEFAULT_LEVEL: Seniority = "mid"


def skills_answer(
    words: list[str] | None, level: Seniority | None, tier: str | None, profile_name: str | None
) -> Result:
    """`skills`: of a role, of the target, or of every role."""
    store = open_store()
    person = profile.read_chosen(profile_name, tell=say_err)
    aim = target_or_named(store, person, words, level)
    if aim is None:
        if tier:
            raise UsageError("--tier needs a role.", hint="Name the role whose rung it is.")
        return _needs_answer(store, level)
    role = aim[0]
    if tier:
        level = tier_level(role, tier)
    if found := role.bare_occupation:
        from careercli.output.records.skills import OCCUPATION_SKILLS, OccupationView
        from careercli.output.screens.occupation import ratings_page

        return Result(
            "skills",
            lambda: ratings_page(role, found, imported=store.has_skill_ratings()),
            OCCUPATION_SKILLS,
            OccupationView(role, found),
        )
    from careercli.output.records.skills import ROLE_SKILLS, RequirementsView
    from careercli.output.screens.skills import skills_page

    labels = store.labels(skill for one in role.requirements for skill in one.any_of)
    return Result(
        "skills",
        lambda: skills_page(role, labels, level),
        ROLE_SKILLS,
        RequirementsView(role, labels, level),
    )


def _needs_answer(store: Store, level: Seniority | None) -> Result:
    from careercli.output.records.skills import ALL_SKILLS, MostWantedView
    from careercli.output.screens.skills import all_skills_page, wanted_most

    needs = store.requirements()
    wanted = wanted_most(needs, level)
    labels = store.labels(wanted)
    return Result(
        "skills",
        lambda: all_skills_page(wanted, labels, len(needs), level),
        ALL_SKILLS,
        MostWantedView(level, len(needs), wanted, labels),
    )


def gap_answer(
    words: list[str] | None,
    level: Seniority | None,
    tier: str | None,
    profile_name: str | None,
    *,
    why: bool,
) -> Result:
    """`skills --gap`: to a role, to the target, or to every role."""
    store = open_store()
    person = profile.read_chosen(profile_name, tell=say_err)
    marks = rename_to_current_ids(store, person.marks)
    if aim := target_or_named(store, person, words, level):
        role, level = aim
        return _role_gap(store, role, level, tier, person, marks, why=why)
    if tier:
        raise UsageError("--tier needs a role.", hint="Name the role whose rung it is.")
    return _all_gaps(store, level or DEFAULT_LEVEL, marks)


def target_or_named(
    store: Store, person: profile.Profile, words: Sequence[str] | None, level: Seniority | None
) -> tuple[Role, Seniority | None] | None:
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
    return (resolve_role(store, words), level) if words else None


def require_target(
    store: Store,
    person: profile.Profile,
    words: Sequence[str] | None,
    level: Seniority | None,
    command: str,
) -> tuple[Role, Seniority | None]:
    """As `target_or_named`; raises UsageError without a role and without a target."""
    aim = target_or_named(store, person, words, level)
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
    level: Seniority | None,
    tier: str | None,
    person: profile.Profile,
    marks: Mapping[str, SkillRating],
    *,
    why: bool,
) -> Result:
    from careercli.output.records.gap import ROLE_GAP, GapView

    if role.bare_occupation:
        return _occupation_gap(store, role, role.bare_occupation, person, marks, why=why)
    if tier:
        level = tier_level(role, tier)
    found, labels = role_gap(store, role.requirements, level_at(role, level), marks)
    steps = next_skills(found)

    def page() -> Page:
        from careercli.output.screens.gap import gap_page

        return gap_page(
            role, found, steps, labels, current=person.current, flat=all_one_level(marks), why=why
        )

    return Result(
        "gap",
        page,
        ROLE_GAP,
        GapView(role, found, steps, labels),
    )


def _occupation_gap(
    store: Store,
    role: Role,
    occupation: Occupation,
    person: profile.Profile,
    marks: Mapping[str, SkillRating],
    *,
    why: bool,
) -> Result:
    from careercli.output.records.gap import OCCUPATION_ROLE_GAP, OccupationGapView

    skills = onet_skill_gap(occupation, person)
    software = occupation_software_gap(store, occupation, marks)

    def page() -> Page:
        from careercli.output.screens.occupation_gap import occupation_gap_page

        imported = store.has_skill_ratings()
        return occupation_gap_page(role, skills, software, imported=imported, why=why)

    return Result(
        "gap",
        page,
        OCCUPATION_ROLE_GAP,
        OccupationGapView(role, skills, software),
    )


def onet_skill_gap(occupation: Occupation, person: profile.Profile) -> OnetGap | None:
    """The gap in O*NET's skills, on its own scale; None where it rates none of the occupation."""
    from careercli.core.onet_gap import onet_gap

    rated = occupation.ratings.get("skills")
    return onet_gap(rated.rows, person.onet_levels) if rated else None


def occupation_software_gap(
    store: Store, occupation: Occupation, marks: Mapping[str, SkillRating]
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


def level_at(role: Role, level: Seniority | None) -> Seniority:
    """The level to measure at: the one wanted, as far as the role asks for anything there."""
    return level_for(level or DEFAULT_LEVEL, levels_asked(role.requirements)) or DEFAULT_LEVEL


def role_gap(
    store: Store,
    requirements: Iterable[Requirement],
    level: Seniority,
    marks: Mapping[str, SkillRating],
) -> tuple[Gap, dict[str, str]]:
    """The gap, and the labels of every skill that it names."""
    requirements = tuple(requirements)
    named = [skill for one in requirements for skill in one.any_of]
    found = gap(requirements, level, marks, store.near_skills(named))
    return found, store.labels([*named, *(skill for one in found.terms for skill in one.adjacent)])


def role_gaps(
    store: Store, level: Seniority, marks: Mapping[str, SkillRating]
) -> Iterator[RoleGap]:
    """The gap to every role, at the level or as near to it as the role asks for anything."""
    for needs in store.requirements():
        if chosen := level_for(level, levels_asked(needs.requirements)):
            found = gap(needs.requirements, chosen, marks, {})
            yield RoleGap(needs.key, needs.slug, needs.title, found)


def _all_gaps(store: Store, level: Seniority, marks: Mapping[str, SkillRating]) -> Result:
    from careercli.output.records.gap import ALL_GAPS, AllGapsView

    gaps = sorted(
        role_gaps(store, level, marks),
        key=lambda one: (-(one.gap.points / one.gap.full), -one.gap.claimed, one.title),
    )

    def page() -> Page:
        from careercli.output.screens.gap import all_gaps_page

        return all_gaps_page(gaps, level)

    return Result("gap", page, ALL_GAPS, AllGapsView(level, gaps))


def plan_answer(
    words: list[str] | None, level: Seniority | None, profile_name: str | None
) -> Result:
    """`plan`: to a role, or to the target."""
    from careercli.output.records.gap import PLAN, PlanView
    from careercli.output.screens.plan import plan_page

    store = open_store()
    person = profile.read_chosen(profile_name, tell=say_err)
    role, level = require_target(store, person, words, level, "plan")
    marks = rename_to_current_ids(store, person.marks)
    found, _ = role_gap(store, role.requirements, level_at(role, level), marks)
    steps, labels = role_plan(store, found, marks)
    return Result(
        "plan",
        lambda: plan_page(role, found, steps, labels),
        PLAN,
        PlanView(role, found, steps, labels),
    )


def role_plan(
    store: Store, found: Gap, marks: Mapping[str, SkillRating]
) -> tuple[list[PlanStep], dict[str, str]]:
    """The steps that close a gap, and the labels of every skill that they and it name."""
    from careercli.core.plan import foundations, plan_steps

    skills = store.skills(term.skill for term in found.terms)
    while below := {one for skill in skills for one in foundations(skill, skills)} - set(skills):
        skills |= store.skills(below)
    named = {skill for term in found.terms for skill in term.requirement.any_of} - set(skills)
    labels = {skill_id: skill.label for skill_id, skill in skills.items()} | store.labels(named)
    return plan_steps(found, marks, skills), labels


def rename_to_current_ids(store: Store, marks: Mapping[str, SkillRating]) -> dict[str, SkillRating]:
    """The marks under today's ids: a skill that was renamed keeps its mark."""
    ids = store.current_ids(marks)
    return {ids.get(skill, skill): mark for skill, mark in marks.items()}


def tier_level(role: Role, title: str) -> Seniority:
    """The career level of the rung with this title; raises UsageError or UnknownNameError."""
    folded = normalize_name(title)
    fits = [tier for tier in role.tiers if normalize_name(tier.title).startswith(folded)]
    exact = [tier for tier in fits if normalize_name(tier.title) == folded]
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
