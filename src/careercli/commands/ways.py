"""What `path` answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercli.commands.gaps import DEFAULT_LEVEL
from careercli.commands.moving import Ground, onet_source, start_of
from careercli.commands.roles import the_key
from careercli.core.moves import Move, Standing, Start
from careercli.core.paths import Way, nearest_way
from careercli.errors import UsageError
from careercli.model import Level
from careercli.output import Answer
from careercli.store import Store, is_occupation

if TYPE_CHECKING:
    from careercli.page import Page

NEIGHBOURS = 40
"""Occupations most like either end that stepping stones are looked for among: a thousand would
make half a million ways, and what is unlike both ends is no stone between them."""


def path_answer(start: str, goal: str, level: Level | None) -> Answer:
    """`path FROM TO`."""
    store = Store()
    here, there = the_key(store, start), the_key(store, goal)
    if here == there:
        raise UsageError("Both are the same role.", hint="Name where from, and where to.")
    ground = Ground(
        store,
        level or DEFAULT_LEVEL,
        occupations=is_occupation(here) or is_occupation(there),
        guides=not (is_occupation(here) and is_occupation(there)),
    )
    begin, end = start_of(ground, here, None), ground.standing(there)
    direct = ground.judge(begin, end)
    way = nearest_way(begin, end, _stones(ground, begin, end), ground.judge)
    return _answer(ground, begin, direct, way)


def _stones(ground: Ground, start: Start, goal: Standing) -> list[Standing]:
    """Roles that may lie between: every guide, and the occupations most like either end."""
    near: set[str] = set()
    for code in (start.role.code if start.role else "", goal.code):
        alike = ground.store.likeness(code)
        near |= {f"soc:{one}" for one in sorted(alike, key=lambda one: -alike[one])[:NEIGHBOURS]}
    here = start.role.key if start.role else ""
    found = (key for key in ground.keys if key != here and (key in near or not is_occupation(key)))
    return [ground.standing(key) for key in found]


def _answer(ground: Ground, start: Start, direct: Move, way: Way | None) -> Answer:
    from careercli.views.path import Route, path_data, path_page, path_rows

    keys = [direct.to.key, *(step.move.to.key for step in way.steps)] if way else [direct.to.key]
    if start.role:
        keys.append(start.role.key)
    asks = [*direct.to.asks, *(one for step in way.steps for one, _ in step.learn)] if way else []
    route = Route(
        start,
        direct,
        way,
        ground.rows(keys),
        ground.labels([skill for one in asks for skill in one.any_of]),
        ground.calibrations.get(direct.to.vocabulary),
        onet_source(ground.store),
    )

    def page() -> Page:
        return path_page(route)

    return Answer("path", lambda: path_data(route), page, lambda: path_rows(route))
