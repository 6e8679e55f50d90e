"""What `path` answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercli.commands.gaps import DEFAULT_LEVEL
from careercli.commands.moving import Ground, onet_source
from careercli.commands.roles import the_key
from careercli.core.moves import Move, Standing, Start, from_role
from careercli.core.paths import Way, nearest_way
from careercli.errors import UsageError
from careercli.model import Level
from careercli.output import Answer
from careercli.store import Store, is_occupation

if TYPE_CHECKING:
    from careercli.page import Page

NEIGHBOURS = 25
"""Occupations most like either end, and most like both, that stepping stones are looked for among:
a thousand would make half a million ways."""


def path_answer(start: str, goal: str, level: Level | None) -> Answer:
    """`path FROM TO`."""
    store = Store()
    here, there = the_key(store, start), the_key(store, goal)
    ground = Ground(
        store,
        level or DEFAULT_LEVEL,
        occupations=is_occupation(here) or is_occupation(there),
        guides=not (is_occupation(here) and is_occupation(there)),
    )
    role, end = ground.standing(here), ground.standing(there)
    begin = from_role(role, ground.level)
    if ground.is_same(begin, there):
        raise UsageError("Both are the same role.", hint="Name where from, and where to.")
    direct, way = ground.judge(begin, end), None
    if direct.vocabulary:  # else it cannot be said what carries over
        way = nearest_way(begin, end, _stones(ground, begin, role, end), ground.judge)
    return _answer(ground, begin, role, direct, way)


def _stones(ground: Ground, start: Start, here: Standing, goal: Standing) -> list[Standing]:
    """Roles that may lie between: every guide, and the occupations most like the ends."""
    ends = [ground.store.likeness(code) for code in (here.code, goal.code)]
    both = {code: min(end[code] for end in ends) for code in ends[0] if code in ends[1]}
    near: set[str] = set()
    for alike in (*ends, both):
        near |= {f"soc:{one}" for one in sorted(alike, key=lambda one: -alike[one])[:NEIGHBOURS]}
    found = (key for key in ground.keys if key in near or not is_occupation(key))
    return [ground.standing(key) for key in found if not ground.is_same(start, key)]


def _answer(ground: Ground, start: Start, here: Standing, direct: Move, way: Way | None) -> Answer:
    from careercli.views.path import Route, path_data, path_page, path_rows

    steps = way.steps if way else ()
    keys = {here.key, direct.to.key, *(step.move.to.key for step in steps)}
    route = Route(
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

    return Answer("path", lambda: path_data(route), page, lambda: path_rows(route))
