"""What `moves` answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from careercli.commands.moving import Ground, onet_source, start_of, starting
from careercli.core.moves import Kind, Move, Start, best_skills, opened, with_skill
from careercli.errors import CareerError
from careercli.model import Calibration, Level
from careercli.output import Answer
from careercli.profile import parse_level
from careercli.store import Store, is_occupation

if TYPE_CHECKING:
    from careercli.page import Page
    from careercli.views.moves import Shown


class Wanted(NamedTuple):
    """Where from, and which moves are asked for."""

    words: list[str] | None
    level: Level | None
    profile: str | None
    kind: Kind | None
    passing: bool
    everything: bool
    limit: int
    why: bool


class Found(NamedTuple):
    """Every move from a start, and what they were found with."""

    ground: Ground
    start: Start
    moves: list[Move]

    @property
    def calibration(self) -> Calibration | None:
        return self.ground.calibrations.get(self.start.vocabulary)


def found_moves(wanted: Wanted) -> Found:
    """Every move from where it is asked: to guides from a guide, to occupations from one."""
    store = Store()
    key, level, person = starting(store, wanted.words, wanted.level, wanted.profile)
    from_occupation = key is not None and is_occupation(key)
    ground = Ground(
        store,
        level,
        occupations=wanted.everything or from_occupation,
        guides=wanted.everything or not from_occupation,
    )
    start = start_of(ground, key, person)
    return Found(ground, start, ground.moves(start))


def moves_answer(wanted: Wanted) -> Answer:
    """`moves`."""
    from careercli.views.moves import moves_data, moves_page, moves_rows

    found = found_moves(wanted)
    chosen = [one for one in found.moves if _is_wanted(one, wanted)]
    if not chosen:
        raise CareerError("No move is all of that.", hint="Leave a condition out.")
    shown = shown_moves(found, chosen[: wanted.limit])
    of = len(found.moves)

    def page() -> Page:
        return moves_page(shown, len(chosen), of, why=wanted.why)

    return Answer(
        "moves", lambda: moves_data(shown, len(chosen), of), page, lambda: moves_rows(shown)
    )


def _is_wanted(one: Move, wanted: Wanted) -> bool:
    return (wanted.kind is None or one.kind == wanted.kind) and (one.passes or not wanted.passing)


def shown_moves(found: Found, moves: list[Move]) -> Shown:
    """Moves with the rows that have the provenance of their figures."""
    from careercli.views.moves import Shown

    start, ground = found.start, found.ground
    rows = {one.to.key: ground.row(one.to.key) for one in moves}
    if start.role:
        rows[start.role.key] = ground.row(start.role.key)
    skills = [skill for one in moves for asked in one.to.asks for skill in asked.any_of]
    return Shown(
        start,
        moves,
        rows,
        ground.labels([*skills, *start.held]),
        ground.calibrations,
        ground.store.lacking(),
        onet_source(ground.store),
    )


def with_answer(wanted: Wanted, skill: str) -> Answer:
    """`moves --with`: what one more skill would open."""
    from careercli.views.moves import moves_rows, with_data, with_page

    found = found_moves(wanted)
    name, equals, level = skill.rpartition("=")
    skill_id = found.ground.skill(name if equals else skill, found.start.vocabulary)
    parsed = parse_level(level) if equals else None
    more = (
        opened(found.start, skill_id, found.moves, found.calibration, parsed)
        if isinstance(parsed, int)
        else opened(found.start, skill_id, found.moves, found.calibration)
    )
    shown = shown_moves(found, [one for one in more.moves if _is_wanted(one, wanted)])
    shown = shown._replace(start=with_skill(found.start, skill_id))
    label = found.ground.labels([skill_id])[skill_id]
    passing = sum(one.passes for one in found.moves)
    return Answer(
        "moves",
        lambda: with_data(shown, skill_id, label, more.gain, passing),
        lambda: with_page(shown, label, more.gain, passing, len(found.moves)),
        lambda: moves_rows(shown),
    )


def best_skill_answer(wanted: Wanted) -> Answer:
    """`moves --best-skill`: skills by the moves that each would open."""
    from careercli.views.moves import best_data, best_page, best_rows

    found = found_moves(wanted)
    best = best_skills(found.start, found.moves, found.calibration)[: wanted.limit]
    if not best:
        raise CareerError(
            "No skill can be weighed: nothing is known of what you have, or nothing is missing.",
            hint="careercli profile rate ROLE rates you, skill by skill.",
        )
    labels = found.ground.labels([one.skill for one in best])
    return Answer(
        "moves",
        lambda: best_data(found.start, best, labels),
        lambda: best_page(found.start, best, labels, len(found.moves)),
        lambda: best_rows(best, labels),
    )
