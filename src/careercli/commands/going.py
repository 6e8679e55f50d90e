"""What `moves` answers."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from careercli.commands.moving import Ground, onet_source, start_of, starting
from careercli.core.moves import HIGHEST, Kind, Move, Start, best_skills, opened, with_skill
from careercli.errors import CareerError
from careercli.model import Level
from careercli.output import Answer
from careercli.profile import Profile, parse_level
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


def started(
    store: Store,
    key: str | None,
    level: Level,
    person: Profile | None,
    *,
    everything: bool = False,
) -> tuple[Ground, Start]:
    """Where from and where to: to guides from a guide, to occupations from one; or to both."""
    from_occupation = key is not None and is_occupation(key)
    ground = Ground(
        store,
        level,
        occupations=everything or from_occupation,
        guides=everything or not from_occupation,
    )
    return ground, start_of(ground, key, person)


def _started(wanted: Wanted) -> tuple[Ground, Start]:
    store = Store()
    key, level, person = starting(store, wanted.words, wanted.level, wanted.profile)
    return started(store, key, level, person, everything=wanted.everything)


def moves_answer(wanted: Wanted) -> Answer:
    """`moves`."""
    from careercli.views.moves import moves_data, moves_page, moves_rows

    ground, start = _started(wanted)
    chosen = (one for one in ground.moves(start) if _is_wanted(one, wanted))
    moves = list(islice(chosen, wanted.limit))
    if not moves:
        raise CareerError("No move is all of that.", hint="Leave a condition out.")
    shown = shown_moves(ground, start, moves, why=wanted.why)

    def page() -> Page:
        return moves_page(shown, why=wanted.why)

    return Answer("moves", lambda: moves_data(shown), page, lambda: moves_rows(shown))


def _is_wanted(one: Move, wanted: Wanted) -> bool:
    return (wanted.kind is None or one.kind == wanted.kind) and (one.passes or not wanted.passing)


def shown_moves(ground: Ground, start: Start, moves: list[Move], *, why: bool = False) -> Shown:
    """Moves with the rows that have the provenance of their figures, and for `why` with names."""
    from careercli.views.moves import Shown

    ends = [one.to for one in moves] + ([start.role] if start.role else [])
    rows = ground.rows([one.key for one in ends])
    skills = [skill for one in moves for asked in one.to.asks for skill in asked.any_of]
    labels = ground.labels(skills) if why else {}
    return Shown(
        start,
        moves,
        rows,
        labels,
        ground.calibrations,
        len(ground.keys) - (start.role is not None and start.role.key in ground.keys),
        ground.store.lacking(),
        onet_source(ground.store),
    )


def with_answer(wanted: Wanted, skill: str) -> Answer:
    """`moves --with`: what one more skill would open."""
    from careercli.views.moves import moves_rows, with_data, with_page

    ground, start = _started(wanted)
    moves = list(ground.moves(start))
    name, equals, level = skill.rpartition("=")
    skill_id = ground.skill(name if equals else skill, start.vocabulary)
    parsed = parse_level(level) if equals else HIGHEST
    calibration = ground.calibrations.get(start.vocabulary)
    more = opened(start, skill_id, moves, calibration, parsed if isinstance(parsed, int) else 0)
    shown = shown_moves(ground, start, [one for one in more.moves if _is_wanted(one, wanted)])
    shown = shown._replace(start=with_skill(start, skill_id))
    label = ground.labels([skill_id])[skill_id]
    passing = sum(one.passes for one in moves)
    return Answer(
        "moves",
        lambda: with_data(shown, skill_id, label, more.gain, passing),
        lambda: with_page(shown, label, more.gain, passing),
        lambda: moves_rows(shown),
    )


def best_skill_answer(wanted: Wanted) -> Answer:
    """`moves --best-skill`: skills by the moves that each would open."""
    from careercli.views.moves import best_data, best_page, best_rows

    ground, start = _started(wanted)
    moves = list(ground.moves(start))
    calibration = ground.calibrations.get(start.vocabulary)
    best = best_skills(start, moves, calibration)[: wanted.limit]
    if not best:
        raise CareerError(
            "No skill can be weighed: nothing is known of what you have, or nothing is missing.",
            hint="careercli profile rate ROLE rates you, skill by skill.",
        )
    labels = ground.labels([one.skill for one in best])
    return Answer(
        "moves",
        lambda: best_data(start, best, labels),
        lambda: best_page(start, best, labels, len(moves)),
        lambda: best_rows(best, labels),
    )
