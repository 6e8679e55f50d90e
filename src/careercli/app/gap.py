"""What `skills`, `skills --gap` and `plan` answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf
from typing import TYPE_CHECKING

from careercli.app.credentials import role_credentials
from careercli.app.lookup import known_key, present_role, resolve_role, told_level
from careercli.app.open_stores import open_store
from careercli.core.gap import (
    Gap,
    RoleGap,
    SoftwareGap,
    TargetGap,
    all_one_level,
    gap,
    job_ratings,
    level_for,
    level_reached,
    levels_asked,
    onet_gap,
    software_gap,
    spellings,
)
from careercli.errors import CareerError, UnknownNameError, UsageError
from careercli.files import profile
from careercli.model.basics import DEFAULT_SENIORITY, Seniority, is_occupation
from careercli.model.skills import SkillRating
from careercli.output.stdout import Record, Result, say_err
from careercli.store.reader import Store
from careercli.text import normalize_name

if TYPE_CHECKING:
    from careercli.core.plan import PlanStep
    from careercli.model.move_inputs import PlanSort
    from careercli.model.role import Role
    from careercli.model.skills import Skill
    from careercli.output.page import Page


def skills_answer(
    typed: list[str] | None, level: Seniority | None, tier: str | None, profile_name: str | None
) -> Result:
    """`skills`: of a role, of the target, or of every role."""
    store = open_store()
    person = profile.read_chosen(profile_name, tell=say_err)
    meant = target_or_named(store, person, typed, level)
    if meant is None:
        _refuse_tier(tier)
        return _wanted_most_answer(store, level)
    role, aimed = meant
    if typed and not known_key(store, " ".join(typed)):  # not the target's level
        level = aimed
    if tier:
        level = tier_level(role, tier)
    occupation = role.bare_occupation
    labels = store.labels(skill for needed in role.requirements for skill in needed.any_of)

    def page() -> Page:
        if occupation:
            from careercli.output.screens.occupation import ratings_page

            return ratings_page(role, occupation, imported=store.has_skill_ratings())
        from careercli.output.screens.skills import skills_page

        return skills_page(role, labels, level)

    def record() -> Record:
        from careercli.output.records.skills import OCCUPATION_SKILLS, ROLE_SKILLS, SkillsView

        answer = OCCUPATION_SKILLS if occupation else ROLE_SKILLS
        return Record(answer, SkillsView(role, labels, level))

    return Result("skills", page, record)


def _wanted_most_answer(store: Store, level: Seniority | None) -> Result:
    from careercli.output.screens.skills import all_skills_page, wanted_most

    roles = store.requirements()
    wanted = wanted_most(roles, level)
    labels = store.labels(wanted)

    def record() -> Record:
        from careercli.output.records.skills import ALL_SKILLS

        return Record.of(ALL_SKILLS, level=level, roles=len(roles), wanted=wanted, labels=labels)

    return Result("skills", lambda: all_skills_page(wanted, labels, len(roles), level), record)


def gap_answer(
    typed: list[str] | None,
    level: Seniority | None,
    tier: str | None,
    held: Sequence[str] | None,
    profile_name: str | None,
    *,
    why: bool,
    everything: bool,
) -> Result:
    """`skills --gap`: to a role, to the target, or to every guide; or to everything there is.

    held: skills and credentials to count as if they were there
    everything: whether occupations are meant too, if no role is named
    """
    store = open_store()
    person = profile.read_chosen(profile_name, tell=say_err)
    if held:
        from careercli.app.skill_ratings import with_held

        person = with_held(store, person, held)
    ratings = counted_ratings(store, person)
    meant = None if everything else target_or_named(store, person, typed, level)
    if meant is None:
        _refuse_tier(tier)
        return _all_gaps(store, level or DEFAULT_SENIORITY, ratings, everything=everything)
    role, level = meant
    if tier:
        level = tier_level(role, tier)
    target = target_gap(store, role, level, ratings, person)

    def page() -> Page:
        from careercli.output.screens.gap import gap_page

        return gap_page(
            target,
            current=person.current,
            flat=bool(role.requirements) and all_one_level(person.ratings),
            imported=store.has_skill_ratings,
            why=why,
        )

    def record() -> Record:
        from careercli.output.records.gap import OCCUPATION_ROLE_GAP, ROLE_GAP

        return Record(OCCUPATION_ROLE_GAP if target.software else ROLE_GAP, target)

    return Result("gap", page, record)


def _refuse_tier(tier: str | None) -> None:
    if tier:
        raise UsageError("--tier needs a role.", hint="Name the role that has this tier.")


def target_or_named(
    store: Store, person: profile.Profile, typed: Sequence[str] | None, level: Seniority | None
) -> tuple[Role, Seniority | None] | None:
    """The role and seniority meant: those typed, else the target's; None without either.

    The target's seniority counts for its role, however that is named. Raises UnknownNameError for
    a name that matches nothing, CareerError if the target isn't a role that is known.
    """
    target = person.target
    if target:
        key = known_key(store, target.role)
        if not typed and not key:
            raise CareerError(
                f"The profile's target, {target.role}, isn't a role careercli knows.",
                hint="careercli profile set target=ROLE sets another.",
            )
        if key and (not typed or key == known_key(store, " ".join(typed))):
            return store.get(key), level or target.level
    if not typed:
        return None
    role = resolve_role(store, typed)
    return role, level or told_level(store, " ".join(typed), role.key)


def require_target(
    store: Store,
    person: profile.Profile,
    typed: Sequence[str] | None,
    level: Seniority | None,
    command: str,
) -> tuple[Role, Seniority | None]:
    """As `target_or_named`; raises UsageError without a role and without a target."""
    meant = target_or_named(store, person, typed, level)
    if meant is None:
        raise UsageError(
            "No role: your profile has no target.",
            hint=f"Type careercli {command} ROLE, or careercli profile set target=ROLE first.",
        )
    return meant


def target_gap(
    store: Store,
    role: Role,
    level: Seniority | None,
    ratings: Mapping[str, SkillRating],
    person: profile.Profile,
) -> TargetGap:
    """The gap to a role, what the person knows of its software, and the credentials they hold."""
    measured, labels = role_gap(store, role, level, ratings)
    software = role_software(store, role, ratings)
    return TargetGap(role, measured, labels, software, role_credentials(store, role, person))


def role_gap(
    store: Store, role: Role, level: Seniority | None, ratings: Mapping[str, SkillRating]
) -> tuple[Gap | None, Mapping[str, str]]:
    """The gap, and the labels of every skill that it names.

    None of an occupation whose skills O*NET doesn't rate.
    """
    if role.bare_occupation is None:
        return guide_gap(store, role, level, ratings)
    onet_ratings = role.bare_occupation.ratings.get("skills")
    if onet_ratings is None:
        return None, {}
    labels = {rating.id: rating.name for rating in onet_ratings.rows}
    return onet_gap(onet_ratings.rows, ratings), labels


def guide_gap(
    store: Store, role: Role, level: Seniority | None, ratings: Mapping[str, SkillRating]
) -> tuple[Gap, dict[str, str]]:
    """The gap to a guide's requirements, and the labels of every skill that it names."""
    skills = [skill for needed in role.requirements for skill in needed.any_of]
    measured = gap(role.requirements, level_at(role, level), ratings, store.near_skills(skills))
    adjacent = [skill for term in measured.terms for skill in term.adjacent]
    return measured, store.labels([*skills, *adjacent])


def role_software(
    store: Store, role: Role, ratings: Mapping[str, SkillRating]
) -> SoftwareGap | None:
    """The software that counts, under the vocabulary's ids; None of a guide."""
    if role.bare_occupation is None:
        return None
    software = role.bare_occupation.software
    names = [program.name for program in software if program.in_demand]
    ids = {name: skill for name in names if (skill := official_skill(store, name))}
    return software_gap(software, ids, ratings)


def official_skill(store: Store, name: str) -> str | None:
    """The vocabulary's id for a program or skill as O*NET writes it; None if it has none."""
    return next(filter(None, map(store.skill, spellings(name))), None)


def level_at(role: Role, level: Seniority | None) -> Seniority:
    """The seniority to measure at: the one wanted, or the nearest that the role asks for."""
    asked = levels_asked(role.requirements)
    return level_for(level or DEFAULT_SENIORITY, asked) or DEFAULT_SENIORITY


def role_gaps(
    store: Store, level: Seniority, ratings: Mapping[str, SkillRating]
) -> Iterator[RoleGap]:
    """The gap to every role, at the seniority or as near to it as the role asks for anything."""
    for role in store.requirements():
        if chosen := level_for(level, levels_asked(role.requirements)):
            measured = gap(role.requirements, chosen, ratings, {})
            yield RoleGap(role.key, role.slug, role.title, measured)


def occupation_gaps(store: Store, ratings: Mapping[str, SkillRating]) -> Iterator[RoleGap]:
    """The gap to every occupation whose skills O*NET rates and that no guide stands for."""
    for key, (slug, title) in store.occupation_names().items():
        role = store.get(key)
        measured, _ = role_gap(store, role, None, ratings)
        if measured and measured.full:
            yield RoleGap(key, slug, title, measured, role.name)


def _all_gaps(
    store: Store, level: Seniority, ratings: Mapping[str, SkillRating], *, everything: bool
) -> Result:
    gaps = _nearest_first(role_gaps(store, level, ratings))
    official = _nearest_first(occupation_gaps(store, ratings)) if everything else []

    def page() -> Page:
        from careercli.output.screens.gap import all_gaps_page

        return all_gaps_page(gaps, official, level)

    def record() -> Record:
        from careercli.output.records.gap import ALL_GAPS

        return Record.of(ALL_GAPS, level=level, gaps=[*gaps, *official])

    return Result("gap", page, record)


def _nearest_first(gaps: Iterator[RoleGap]) -> list[RoleGap]:
    return sorted(
        gaps,
        key=lambda role: (-(role.gap.points / role.gap.full), -role.gap.claimed, role.title),
    )


def role_plan(
    store: Store, gap: Gap, ratings: Mapping[str, SkillRating], sort: PlanSort = "need"
) -> tuple[list[PlanStep], dict[str, str], dict[str, int]]:
    """The steps that close a gap, and the label of every skill in it or in them. If they are sorted
    by the roles that they open, also skill id -> number of roles, of what is learned by name."""
    from careercli.core.plan import foundations, plan_steps

    skills = store.skills(term.skill for term in gap.terms)
    while missing := {below for skill in skills for below in foundations(skill, skills)} - set(
        skills
    ):
        skills |= store.skills(missing)
    others = {skill for term in gap.terms for skill in term.ask.any_of} - set(skills)
    labels = {skill_id: skill.label for skill_id, skill in skills.items()} | store.labels(others)

    def quick(skill_id: str) -> float:
        hours = skills[skill_id].hours
        return hours.value if hours else inf

    asking: dict[str, int] = {}

    def opens(skill_id: str) -> float:
        if _is_learned_by_name(store, skills[skill_id]):
            asked_by = store.with_skill(skill_id) | store.working_with(labels[skill_id])
            asking[skill_id] = len(asked_by)
        return -asking.get(skill_id, 0)

    order = {"need": None, "quick": quick, "opens": opens}[sort]
    return plan_steps(gap, ratings, skills, order), labels, asking


def _is_learned_by_name(store: Store, skill: Skill) -> bool:
    """Whether there are courses in a skill: a tool, a language, or a technique that isn't a way of
    working, with nothing near it but personal skills."""
    from careercli.core.plan import LEARNED_BY_NAME

    if skill.kind not in LEARNED_BY_NAME:
        return False
    near = store.skill_labels(skill.near).values()
    return not near or any(label.kind != "soft" for label in near)


def ratings_of(store: Store, person: profile.Profile) -> dict[str, SkillRating]:
    """A person's ratings by today's ids, and of O*NET's skills by element id on its own scale."""
    ratings = rename_to_current_ids(store, person.ratings)
    return ratings | {skill: SkillRating(level) for skill, level in person.onet_levels.items()}


def counted_ratings(store: Store, person: profile.Profile) -> dict[str, SkillRating]:
    """A person's ratings, and for the rest what the present job asks for at its level; without a
    level, at the one that the years in it reach.

    Only guides ask by level; a job that has none, or that careercli doesn't know, adds nothing.
    """
    ratings = ratings_of(store, person)
    current, key = person.current, present_role(store, person)
    if not (current and key) or is_occupation(key):
        return ratings
    role = store.get(key)
    years = person.tables["current"].get("years")
    reached = current.level or level_reached(role.tiers, years)
    level = level_for(reached, levels_asked(role.requirements))
    return {**ratings, **job_ratings(role.requirements, level, ratings)} if level else ratings


def rename_to_current_ids(
    store: Store, ratings: Mapping[str, SkillRating]
) -> dict[str, SkillRating]:
    """The ratings under today's ids: a skill that was renamed keeps its rating."""
    ids = store.current_ids(ratings)
    return {ids.get(skill, skill): rating for skill, rating in ratings.items()}


def tier_level(role: Role, title: str) -> Seniority:
    """The seniority of the tier with this title; raises UsageError or UnknownNameError."""
    folded = normalize_name(title)
    fits = [tier for tier in role.tiers if normalize_name(tier.title).startswith(folded)]
    fits = [tier for tier in fits if normalize_name(tier.title) == folded] or fits
    if len(fits) != 1:
        raise UnknownNameError(
            f"\u201c{title}\u201d matches several tiers."
            if fits
            else f"{role.name or role.title} has no tier called \u201c{title}\u201d.",
            [tier.title for tier in fits or role.tiers],
        )
    if fits[0].level is None:
        raise UsageError(f"The tier {fits[0].title} has no level, so it has no skills to compare.")
    return fits[0].level
