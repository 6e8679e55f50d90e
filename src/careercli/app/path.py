"""What `path` answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercli.app.gap import DEFAULT_LEVEL
from careercli.app.lookup import resolve_key
from careercli.app.move_search import MoveSearch, onet_source
from careercli.app.stores import open_store
from careercli.core.moves import Move, MoveRole, Start, start_from_role
from careercli.core.paths import Route, nearest_route
from careercli.errors import UsageError
from careercli.model.basics import Seniority, is_occupation
from careercli.output.stdout import Record, Result

if TYPE_CHECKING:
    from careercli.output.page import Page

NEIGHBOURS = 25
"""Occupations most like either end, and most like both, that stepping stones are looked for among:
a thousand would make half a million ways."""


def path_answer(start: str, goal: str, level: Seniority | None) -> Result:
    """`path FROM TO`."""
    store = open_store()
    here, there = resolve_key(store, start), resolve_key(store, goal)
    ground = MoveSearch(
        store,
        level or DEFAULT_LEVEL,
        occupations=is_occupation(here) or is_occupation(there),
        guides=not (is_occupation(here) and is_occupation(there)),
    )
    role, end = ground.standing(here), ground.standing(there)
    begin = start_from_role(role, ground.level)
    if ground.is_same(begin, there):
        raise UsageError("Both are the same role.", hint="Name where from, and where to.")
    direct, way = ground.judge(begin, end), None
    if direct.vocabulary:  # else it cannot be said what carries over
        way = nearest_route(begin, end, _stones(ground, begin, role, end), ground.judge)
    return _answer(ground, begin, role, direct, way)


def _stones(ground: MoveSearch, start: Start, here: MoveRole, goal: MoveRole) -> list[MoveRole]:
    """Roles that may lie between: every guide, and the occupations most like the ends."""
    ends = [ground.store.likeness(code) for code in (here.code, goal.code)]
    both = {code: min(end[code] for end in ends) for code in ends[0] if code in ends[1]}
    near: set[str] = set()
    for alike in (*ends, both):
        near |= {f"soc:{one}" for one in sorted(alike, key=lambda one: -alike[one])[:NEIGHBOURS]}
    found = (key for key in ground.keys if key in near or not is_occupation(key))
    return [ground.standing(key) for key in found if not ground.is_same(start, key)]


def _answer(
    ground: MoveSearch, start: Start, here: MoveRole, direct: Move, way: Route | None
) -> Result:
    from careercli.output.screens.path import RouteView, path_page

    steps = way.steps if way else ()
    keys = dict.fromkeys((here.key, direct.to.key, *(step.move.to.key for step in steps)))
    route = RouteView(
        start,
        here,
        direct,
        way,
        ground.rows(keys),
        ground.labels([skill for step in steps for one, _ in step.learn for skill in one.any_of]),
        ground.usual,
        onet_source(ground.store),
    )

    def page() -> Page:
        return path_page(route)

    def record() -> Record:
        from careercli.output.records.moves import PATH

        return Record(PATH, route)

    return Result("path", page, record)
