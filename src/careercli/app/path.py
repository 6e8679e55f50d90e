"""What `path` answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercli.app.gap import DEFAULT_LEVEL
from careercli.app.lookup import resolve_key
from careercli.app.move_search import (
    MoveSearch,
    Surroundings,
    onet_source,
    present_role,
    start_of,
    starting,
)
from careercli.app.places import open_store_in, place_of
from careercli.core.moves import Move, MoveRole, Start, start_from_role
from careercli.core.paths import (
    ALTERNATIVES,
    PathStep,
    Route,
    Stone,
    lacking,
    needs_stone,
    rungs,
    stones,
)
from careercli.errors import UsageError
from careercli.files import profile
from careercli.model.basics import Seniority
from careercli.output.stdout import Record, Result, say_err
from careercli.store.reader import Store

if TYPE_CHECKING:
    from careercli.output.page import Page


def path_answer(
    begin: str | None,
    goal: str,
    level: Seniority | None,
    profile_name: str | None = None,
    avoid: list[str] | None = None,
    area: str | None = None,
) -> Result:
    """`path [FROM] TO`; without FROM from the profile's present role, with what the person has."""
    store = open_store_in(area, profile_name)
    there = resolve_key(store, goal)
    key, at, person = _where_from(store, begin, level, profile_name)
    ground = MoveSearch(store, at, avoid or ())
    start = start_of(ground, key, person)
    here, end = start.role, ground.standing(there)
    if here is None:
        raise UsageError(
            "Where from? The profile names no present role.",
            hint="careercli path FROM TO, or careercli profile set job=ROLE first.",
        )
    if ground.is_same(start, there):
        raise UsageError("Both are the same role.", hint="Name where from, and where to.")
    around = ground.surroundings(end)
    related = ground.is_related(around, here, around.links(here.key, here.code), end.experience)
    alike = around.likeness.get(here.code)
    direct = ground.judge(start, end, alike, related=related)
    found = stones(direct, _candidates(ground, start, end, around), alike)
    if needs_stone(direct, related=related):
        best = found[0] if found else None
        steps = _over(start, best) if best else (_step(start, direct),)
        route = Route(steps, tuple(found[1 : 1 + ALTERNATIVES]), open=best is None)
    else:
        route = Route((_step(start, direct),), tuple(rungs(direct, found)))
    return _answer(ground, start, here, direct, route)


def _where_from(
    store: Store, begin: str | None, level: Seniority | None, profile_name: str | None
) -> tuple[str | None, Seniority, profile.Profile | None]:
    """Where from: a role that is named stands for itself, unless it is the present one."""
    if begin is None:
        return starting(store, None, level, profile_name)
    key = resolve_key(store, begin)
    person = profile.read_chosen(profile_name, tell=say_err)
    mine = person if present_role(store, person) == key else None
    return key, level or DEFAULT_LEVEL, mine


def _candidates(
    ground: MoveSearch, start: Start, goal: MoveRole, around: Surroundings
) -> list[Stone]:
    """The work in the goal's family or related to the goal, as it stands to both ends."""
    here = start.role
    near = ground.surroundings(here) if here else around
    found = []
    for key in ground.keys:
        code = ground.code(key)
        links = around.links(key, code)
        family = bool(code) and code[:2] == goal.code[:2]
        if key == goal.key or not (family or links) or ground.is_same(start, key):
            continue
        to = ground.standing(key)
        if to.counted and to.counted in (goal.counted, here.counted if here else ""):
            continue
        like = near.likeness.get(code)
        akin = ground.is_related(near, to, near.links(key, code), to.experience)
        first = ground.judge(start, to, like, related=akin)
        there = after(start, to)
        last = ground.judge(there, goal, around.likeness.get(code), related=True)
        found.append(Stone(first, last, around.likeness.get(code), like, related=True))
    return found


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
    brings = there.brings._replace(
        credentials=there.brings.credentials | start.brings.credentials,
        education=start.brings.education or there.brings.education,
    )
    return there._replace(held={**start.held, **held}, brings=brings)


def _over(start: Start, stone: Stone) -> tuple[PathStep, ...]:
    first = _step(start, stone.first)
    return (first, _step(after(start, stone.first.to), stone.last))


def _step(start: Start, move: Move) -> PathStep:
    return PathStep(move, start, tuple(lacking(move, start)))


def _answer(ground: MoveSearch, start: Start, here: MoveRole, direct: Move, route: Route) -> Result:
    from careercli.output.screens.path import RouteView, path_page

    moves = [*(step.move for step in route.steps), *(one.first for one in route.alternatives)]
    keys = dict.fromkeys((here.key, direct.to.key, *(move.to.key for move in moves)))
    asked = [one.id for move in (direct, *moves) for one in move.to.asked or ()]
    ends = [step.move.to for step in route.steps]
    portraits = {one.key: ground.store.portrait(one.code) for one in ends if one.code}
    skills = [skill for step in route.steps for one, _ in step.learn for skill in one.any_of]
    view = RouteView(
        start,
        here,
        direct,
        route,
        ground.rows(keys),
        ground.labels(skills),
        ground.store.credentials(asked),
        {key: one.way_in for key, one in portraits.items() if one and one.way_in},
        onet_source(ground.store),
        place_of(ground.store),
    )

    def page() -> Page:
        return path_page(view)

    def record() -> Record:
        from careercli.output.records.moves import PATH

        return Record(PATH, view)

    return Result("path", page, record)
