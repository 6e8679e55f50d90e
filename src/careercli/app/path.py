"""What `path` answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from careercli.app.lookup import resolve_key
from careercli.app.move_search import MoveSearch, onet_source
from careercli.app.move_start import present_role, start_of, starting
from careercli.app.places import open_store_in, place_of
from careercli.core.entry import LONG_EXPERIENCE, Held, education_rank
from careercli.core.moves import (
    Move,
    MoveRole,
    SkillDemand,
    Start,
    brought_from,
    start_from_role,
)
from careercli.core.neighbors import is_step
from careercli.core.paths import (
    ALTERNATIVES,
    LONG_SCHOOL,
    PathStep,
    Route,
    Stone,
    beyond,
    by_ladder,
    needs_stone,
    rungs,
    stones,
)
from careercli.core.plan import LEARNED_BY_NAME
from careercli.core.surroundings import RELATED_TIERS, Surroundings
from careercli.errors import UsageError
from careercli.model.basics import DEFAULT_SENIORITY, Seniority
from careercli.model.move_inputs import Preparation
from careercli.output.stdout import Record, Result, say_err
from careercli.store.reader import Store

if TYPE_CHECKING:
    from careercli.files.profile import Profile
    from careercli.output.page import Page


def path_answer(
    begin: str | None,
    goal: str | None,
    level: Seniority | None,
    profile_name: str | None = None,
    avoid: list[str] | None = None,
    area: str | None = None,
) -> Result:
    """`path [[FROM] TO]`: from the profile's present role, with what the person has, to the
    profile's target, unless others are named."""
    store = open_store_in(area, profile_name)
    there = resolve_key(store, goal or _target(profile_name))
    key, at, person = _where_from(store, begin, level, profile_name)
    ground = MoveSearch(store, at, avoid or ())
    start = start_of(ground, key, person)
    here, end = start.role, ground.standing(there)
    if here is None:
        raise UsageError(
            "Where from? Your profile has no job yet.",
            hint=f"careercli plan {end.slug} says what it takes; or careercli path FROM TO.",
        )
    if ground.is_same(start, there):
        raise UsageError("Both are the same role.", hint="Name where from, and where to.")
    near, around = ground.surroundings(here), ground.surroundings(end)
    kinship = near.kinship(end)
    alike = around.likeness.get(here.code)
    direct = ground.judge(start, end, alike, kinship)
    needs = ground.store.preparations([code for code in (here.code, end.code) if code])
    without = needs.get(end.code, Preparation()).below(end.entry)
    detours = direct.entry.school >= LONG_SCHOOL or needs_stone(direct, related=kinship.experience)
    candidates = _candidates(ground, start, end, near, around) if detours else []
    found = stones(direct, candidates, alike)
    route = _route(ground, start, direct, found, related=kinship.experience, without=without)
    return _answer(ground, start, here, direct, route)


def _route(
    ground: MoveSearch,
    start: Start,
    direct: Move,
    found: Sequence[Stone],
    *,
    related: bool,
    without: float | None,
) -> Route:
    """The way: over a stone if the goal needs one, over one's own supervisor if that replaces a
    degree, else directly.

    without: share in percent of those in the goal who have less schooling than is typical
    """
    if needs_stone(direct, related=related):
        best = found[0] if found else None
        steps = _over(ground, start, best) if best else (_step(ground, start, direct),)
        return Route(steps, tuple(found[1 : 1 + ALTERNATIVES]), open=best is None)
    if ladder := by_ladder(direct, found, without):
        others = tuple(rung for rung in rungs(direct, found) if rung is not ladder)
        return Route(_over(ground, start, ladder), others, degree=direct)
    return Route((_step(ground, start, direct),), tuple(rungs(direct, found)))


def _target(profile_name: str | None) -> str:
    from careercli.files import profile

    target = profile.read_chosen(profile_name, tell=say_err).target
    if target is None:
        raise UsageError(
            "Where to? There is no target yet.",
            hint="careercli path ROLE, or careercli profile set target=ROLE first.",
        )
    return target.role


def _where_from(
    store: Store, begin: str | None, level: Seniority | None, profile_name: str | None
) -> tuple[str | None, Seniority, Profile | None]:
    """Where from: a role that is named stands for itself, unless it is the present one."""
    from careercli.files import profile

    if begin is None:
        if profile.read_chosen(profile_name, tell=say_err).current is None:
            return None, level or DEFAULT_SENIORITY, None
        return starting(store, None, level, profile_name)

    key = resolve_key(store, begin)
    person = profile.read_chosen(profile_name, tell=say_err)
    mine = person if present_role(store, person) == key else None
    return key, level or DEFAULT_SENIORITY, mine


def _candidates(
    ground: MoveSearch, start: Start, goal: MoveRole, near: Surroundings, around: Surroundings
) -> list[Stone]:
    """The work in the goal's family or related to the goal, as it stands to both ends.

    near, around: what is near the start, and near the goal
    """
    here = start.role
    most = 1 if goal.experience == LONG_EXPERIENCE else RELATED_TIERS
    here_code, counted = (here.code, here.counted) if here else ("", "")
    here_tier, floor = around.tiers.get(here_code, FARTHER), around.likeness.get(here_code, 0)
    keys = [
        key
        for key in ground.keys
        if around.likeness.get(code := ground.code(key), 0) > floor
        and (code[:2] == goal.code[:2] or around.links(key, code))
        and not (key == goal.key or ground.is_same(start, key))
    ]
    ground.prepare(keys)
    found = []
    for key in keys:
        code, to = ground.code(key), ground.standing(key)
        if to.counted and to.counted in (goal.counted, counted):
            continue
        like, to_goal = near.likeness.get(code), around.likeness.get(code)
        own = near.kinship(to)
        first = ground.judge(start, to, like, own, skills=False)
        ladder = "ladder" in near.links(key, code)
        crosses = first.entry.school > 0 or code[:2] == goal.code[:2]  # into the goal's field
        if here and not (ladder or crosses or is_step(here, first, near.nearness(to, own))):
            continue
        there = Start(
            to, {}, frozenset(), start.level, to.pay, to.at_least, brings=_brought(start, to)
        )
        kinship = around.kinship(to)._replace(experience=True)
        last = ground.judge(there, goal, to_goal, kinship, skills=False)
        gives = around.tiers.get(code, FARTHER) <= most and (here_tier > most or is_up(here, to))
        found.append(Stone(first, last, to_goal, like, True, ladder, gives))
    return found


COMMON = 200
"""Occupations, of a thousand, that work with a program which is nothing to learn for one job."""
FARTHER = RELATED_TIERS + 1


def is_up(here: MoveRole | None, to: MoveRole) -> bool:
    """Whether a role is in a higher job zone than the present one."""
    return here is not None and (to.zone or 0) > (here.zone or 0)


def after(start: Start, role: MoveRole) -> Start:
    """Where one is after a move: in the role, with its skills and credentials beside one's own.

    Pay is then compared with that of the step before.
    """
    there = start_from_role(role, start.level)
    held = {
        name: {
            skill: max(levels.get(skill, 0), start.held.get(name, {}).get(skill, 0))
            for skill in {**levels, **start.held.get(name, {})}
        }
        for name, levels in there.held.items()
    }
    return there._replace(held={**start.held, **held}, brings=_brought(start, role))


def _brought(start: Start, role: MoveRole) -> Held:
    """What one brings after a move: what the role asks for beside one's own."""
    there = brought_from(role)
    return there._replace(
        credentials=there.credentials | start.brings.credentials,
        education=max(start.brings.education, there.education, key=education_rank),
    )


def _over(ground: MoveSearch, start: Start, stone: Stone) -> tuple[PathStep, ...]:
    there = after(start, stone.first.to)
    first = _step(ground, start, ground.with_skills(stone.first, start))
    return (first, _step(ground, there, ground.with_skills(stone.last, there)))


def _step(ground: MoveSearch, start: Start, move: Move) -> PathStep:
    lacks = beyond(move.to.asks.get("guide", ()), start.held.get("guide", {}))
    known = ground.store.skill_labels(skill for one, _ in lacks for skill in one.any_of)

    def by_name(demand: SkillDemand) -> bool:
        return any(known[skill].kind in LEARNED_BY_NAME for skill in demand.any_of)

    return PathStep(move, start, tuple((one, have) for one, have in lacks if by_name(one)))


def _programs(
    store: Store, codes: Sequence[str], needs: Mapping[str, Preparation]
) -> dict[str, list[str]]:
    """Code -> the programs that an occupation works with and those before it don't.

    What a fifth of all occupations work with, such as a mail program, is left out.
    """
    every = [program for need in needs.values() for program in need.software]
    known = {program for program, users in store.users_of(every).items() if users > COMMON}
    new: dict[str, list[str]] = {}
    for code in codes:
        programs = needs.get(code, Preparation()).software
        new[code] = [one for one in programs if one not in known]
        known.update(programs)
    return new


def _answer(ground: MoveSearch, start: Start, here: MoveRole, direct: Move, route: Route) -> Result:
    from careercli.output.screens.path import RouteView, path_page

    moves = [
        *(step.move for step in route.steps),
        *(alternative.first for alternative in route.alternatives),
    ]
    keys = dict.fromkeys((here.key, direct.to.key, *(move.to.key for move in moves)))
    asked = [credential.id for move in (direct, *moves) for credential in move.to.asked.ids]
    ends = [step.move.to for step in route.steps]
    portraits = [(end.key, ground.store.portrait(end.code)) for end in ends if end.code]
    skills = [skill for step in route.steps for demand, _ in step.learn for skill in demand.any_of]
    codes = [one.code for one in (here, *ends) if one.code and one.match != "broader"]
    needs = ground.store.preparations(codes)
    view = RouteView(
        start,
        here,
        direct,
        route,
        ground.rows(keys),
        ground.labels(skills),
        ground.store.credentials(asked),
        {key: portrait.way_in for key, portrait in portraits if portrait and portrait.way_in},
        onet_source(ground.store),
        place_of(ground.store),
        needs,
        _programs(ground.store, codes, needs),
    )

    def page() -> Page:
        return path_page(view)

    def record() -> Record:
        from careercli.output.records.moves import PATH

        return Record(PATH, view)

    return Result("path", page, record)
