"""What `path` answers."""

from collections.abc import Mapping, Sequence

from careercli.app.lookup import present_role, resolve_key, told_level
from careercli.app.move_search import MoveSearch
from careercli.app.move_start import is_student, start_of
from careercli.app.part_of_role import RolePart, as_part, goal_part
from careercli.app.places import open_store_in, place_of
from careercli.app.study_of_role import studied_for, ways_in
from careercli.core.entry import Held, education_rank, is_trade_teacher
from careercli.core.moves import (
    Move,
    MoveRole,
    SkillDemand,
    Start,
    brought_from,
    compare_skills,
    judge_move,
    start_from_role,
)
from careercli.core.neighbor_links import NeighborLinks
from careercli.core.neighbors import PLAIN, RELATED_TIERS, is_step
from careercli.core.paths import (
    ALTERNATIVES,
    LONG_SCHOOL,
    PathStep,
    Route,
    Stone,
    beyond,
    by_ladder,
    needs_stone,
    paid_ways,
    stones,
)
from careercli.core.plan import LEARNED_BY_NAME
from careercli.errors import UsageError
from careercli.files import profile
from careercli.model.basics import DEFAULT_SENIORITY, Seniority, major_group
from careercli.model.move_inputs import Preparation
from careercli.output.screens.path import RouteView, path_page
from careercli.output.stdout import Record, Result, say_err
from careercli.store.reader import Store


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
    there = resolve_key(store, goal) if goal else ""
    key = resolve_key(store, begin) if begin else ""
    if begin and not level:
        level = told_level(store, begin, key)
    person = profile.read_chosen(profile_name, tell=say_err)
    there = there or resolve_key(store, _target(person))
    at, is_own = level or DEFAULT_SENIORITY, not begin
    if begin:  # a role that is named stands for itself, unless it is the present one
        is_own = present_role(store, person) == key
    elif person.current:
        key, at = present_role(store, person), level or person.current.level or DEFAULT_SENIORITY
    ground = MoveSearch(store, at, avoid or ())
    start = start_of(ground, key, person if is_own else None)
    title = person.target.title if person.target and not goal else None
    part = goal_part(store, goal, title or "", there)
    here, end = start.role, as_part(ground.standing(there), part)
    if here is None:
        if is_student(person):  # there is no work yet that another step could build on
            direct = judge_move(start, end, ground.usual, None)
            return _answer(ground, start, direct, Route((_step(ground, start, direct),)), part)
        job = f"your job, {person.current.role}, isn't a role here." if person.current else ""
        raise UsageError(
            f"No starting point: {job or 'your profile has no job.'}",
            hint=f"Type careercli path FROM TO, or careercli plan {end.slug} for what it takes.",
        )
    if ground.is_same(start, there):
        raise UsageError("Both are the same role.", hint="Name two: careercli path FROM TO.")
    near, around = ground.neighbor_links(here), _around(ground, end)
    kinship = near.kinship(end)
    alike = around.likeness.get(here.code)
    direct = judge_move(start, end, ground.usual, alike, kinship)
    needs = store.preparations([end.code]).get(end.code, Preparation())
    lacks = {part.kind for part in direct.entry.missing()} - {"training"}
    related = kinship.experience or (lacks == {"experience"} and there in near.named)
    detours = direct.entry.school >= LONG_SCHOOL or needs_stone(direct, related=related)
    detours = detours and not is_trade_teacher(end.code)  # other work gives no years in the trade
    candidates = _candidates(ground, start, near, around) if detours else []
    found = stones(direct, candidates, alike)
    route = _route(ground, start, direct, found, related=related, without=needs.below(end.entry))
    return _answer(ground, start, direct, route, part)


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
        others = tuple(way for way in paid_ways(direct, found) if way is not ladder)
        return Route(_over(ground, start, ladder), others, degree=direct)
    return Route((_step(ground, start, direct),), tuple(paid_ways(direct, found)))


def _target(person: profile.Profile) -> str:
    if person.target is None:
        raise UsageError(
            "No goal: your profile has no target.",
            hint="Type careercli path ROLE, or careercli profile set target=ROLE first.",
        )
    return person.target.role


def _larger(ground: MoveSearch, goal: MoveRole) -> MoveRole:
    """The larger group of a specialty, whose years are its own; else the goal."""
    group = f"soc:{goal.code[:7]}{PLAIN}"
    if goal.code.endswith(PLAIN) or group not in ground.keys:
        return goal
    return ground.standing(group)


def _around(ground: MoveSearch, goal: MoveRole) -> NeighborLinks:
    """What is near a goal; of a specialty, whose years are its larger group's, near that too."""
    around, group = ground.neighbor_links(goal), _larger(ground, goal)
    if group is goal:
        return around
    larger = ground.neighbor_links(group)
    every = {*larger.tiers, *around.tiers}
    tiers = {
        code: min(near.tiers.get(code, FARTHER) for near in (around, larger)) for code in every
    }
    likeness = {
        code: max(hundredths, larger.likeness.get(code, hundredths))
        for code, hundredths in around.likeness.items()
    }
    return around._replace(tiers=tiers, likeness=likeness)


def _candidates(
    ground: MoveSearch, start: Start, near: NeighborLinks, around: NeighborLinks
) -> list[Stone]:
    """The work in the goal's family or related to the goal, and how it relates to both ends.

    near, around: what is near the start, and near the goal
    """
    here, goal = near.role, around.role
    floor = around.likeness.get(here.code, 0)
    larger = _larger(ground, goal)
    firsts = ground.origins_of(larger.code, first=True)

    def may_be(key: str, code: str) -> bool:
        if key == goal.key or ground.is_same(start, key):
            return False
        if code.startswith(firsts):
            return True
        linked = set(around.links(key, code)) - {"beyond"}
        nearer = around.likeness.get(code, 0) > floor
        return nearer and bool(linked or major_group(code) == goal.major_group)

    keys = [key for key in ground.keys if may_be(key, ground.code(key))]
    ground.prepare(keys)
    credited = _built_on(ground.store, goal) - start.brings.credentials
    found = []
    for key in keys:
        code, to = ground.code(key), ground.standing(key)
        if to.counted and to.counted in (goal.counted, here.counted):
            continue
        like, to_goal = near.likeness.get(code), around.likeness.get(code)
        own = near.kinship(to)
        first = judge_move(start, to, None, like, own)
        ladder, named = "ladder" in near.links(key, code), code.startswith(firsts)
        crosses = first.entry.school > 0 or major_group(code) == goal.major_group
        if not (ladder or named or crosses or is_step(here, first, near.nearness(to, own))):
            continue
        there_links = ground.neighbor_links(to)
        counts = there_links.kinship(goal)
        gives = counts.experience or there_links.kinship(larger).experience
        if near.is_unrelated(first, named=gives):
            continue
        there = Start(
            to, {}, frozenset(), start.level, to.pay, to.at_least, brings=_brought(start, to)
        )
        last = judge_move(there, goal, None, to_goal, counts._replace(experience=True))
        licensed = "license" in around.links(key, code)
        builds = not credited.isdisjoint(brought_from(to).credentials)
        found.append(
            Stone(
                first, last, to_goal, like, ladder, own.experience, gives, licensed, builds, named
            )
        )
    return found


def _built_on(store: Store, goal: MoveRole) -> set[str]:
    """The credentials on which a program to a goal builds, or that count toward its own."""
    asked = [credential.id for credential in goal.asked.ids if credential.level != "sometimes"]
    known = list(store.credentials(asked).values())
    bridged = {bridge.builds_on for each in known for bridge in each.bridges if bridge.builds_on}
    return bridged | {credit.builds_on for each in known for credit in each.credits}


COMMON = 200
"""Occupations, of a thousand, that work with a program which is nothing to learn for one job."""
FARTHER = RELATED_TIERS + 1


def after(start: Start, role: MoveRole) -> Start:
    """The start of the next step: in the role, with its skills and credentials beside one's own.

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
        from_job=start.brings.from_job,  # what the step gives isn't of the present job
        education=max(start.brings.education, there.education, key=education_rank),
    )


def _over(ground: MoveSearch, start: Start, stone: Stone) -> tuple[PathStep, ...]:
    there = after(start, stone.first.to)
    first = _step(ground, start, compare_skills(stone.first, start, ground.usual))
    return (first, _step(ground, there, compare_skills(stone.last, there, ground.usual)))


def _step(ground: MoveSearch, start: Start, move: Move) -> PathStep:
    asks = move.to.asks["guide"]() if "guide" in move.to.asks else ()
    lacks = beyond(asks, start.held.get("guide", {}))
    known = ground.store.skill_labels(skill for demand, _ in lacks for skill in demand.any_of)

    def by_name(demand: SkillDemand) -> bool:
        return any(known[skill].kind in LEARNED_BY_NAME for skill in demand.any_of)

    return PathStep(move, start, tuple(lack for lack in lacks if by_name(lack[0])))


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
        new[code] = [program for program in programs if program not in known]
        known.update(programs)
    return new


def _answer(
    ground: MoveSearch, start: Start, direct: Move, route: Route, part: RolePart | None
) -> Result:
    store = ground.store
    ends = [step.move.to for step in route.steps]
    begin = [start.role] if start.role else []
    goals = [direct.to, *ends, *(stone.first.to for stone in route.alternatives)]
    asked = [credential.id for role in goals for credential in role.asked.ids]
    skills = [skill for step in route.steps for demand, _ in step.learn for skill in demand.any_of]
    codes = [role.code for role in (*begin, *ends) if role.code and role.match != "broader"]
    needs = store.preparations(codes)
    view = RouteView(
        start,
        direct,
        route,
        ground.rows(dict.fromkeys(role.key for role in (*begin, *goals))),
        ground.labels(skills),
        store.credentials(asked),
        ways_in(store, ends),
        store.official_source("onet"),
        place_of(store),
        needs,
        _programs(store, codes, needs),
        {
            step.move.to.key: studied_for(store, step.move.to, step.move.entry)
            for step in route.steps
        },
        part.whole if part else "",
    )

    def record() -> Record:
        from careercli.output.records.moves import PATH

        return Record(PATH, view)

    return Result("path", lambda: path_page(view), record)
