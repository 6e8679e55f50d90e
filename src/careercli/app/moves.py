"""What `moves` answers."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from careercli.app.move_search import MoveSearch, onet_source, start_of, starting
from careercli.app.skill_ratings import parse_onet_level
from careercli.app.stores import open_store
from careercli.core.moves import (
    HIGHEST,
    Move,
    MoveType,
    Start,
    Vocabulary,
    best_skills,
    unlocked_moves,
    with_skill,
)
from careercli.errors import CareerError, UsageError
from careercli.files.profile import Profile, parse_proficiency
from careercli.model.basics import Seniority, is_occupation
from careercli.model.move_inputs import RATING_UNIT
from careercli.output.stdout import Record, Result
from careercli.store.reader import Store

if TYPE_CHECKING:
    from careercli.output.page import Page
    from careercli.output.screens.move_words import MovesView


class MovesQuery(NamedTuple):
    """Where from, and which moves are asked for."""

    words: list[str] | None
    level: Seniority | None
    profile: str | None
    kind: MoveType | None
    passing: bool
    everything: bool
    limit: int
    why: bool

    @property
    def options(self) -> str:
        """What narrowed or widened the question, as it is typed."""
        kind = f' --kind "{self.kind}"' if self.kind else ""
        flags = (("--all", self.everything), ("--passing", self.passing))
        level = f" --level {self.level}" if self.level else ""
        return level + kind + "".join(f" {name}" for name, given in flags if given)


def started(
    store: Store,
    key: str | None,
    level: Seniority,
    person: Profile | None,
    *,
    everything: bool = False,
) -> tuple[MoveSearch, Start]:
    """Where from and where to: to guides from a guide, to occupations from one; or to both."""
    from_occupation = key is not None and is_occupation(key)
    ground = MoveSearch(
        store,
        level,
        occupations=everything or from_occupation,
        guides=everything or not from_occupation,
    )
    return ground, start_of(ground, key, person)


def _started(wanted: MovesQuery) -> tuple[MoveSearch, Start]:
    store = open_store()
    key, level, person = starting(store, wanted.words, wanted.level, wanted.profile)
    return started(store, key, level, person, everything=wanted.everything)


def moves_answer(wanted: MovesQuery) -> Result:
    """`moves`."""
    from careercli.output.screens.moves import moves_page

    ground, start = _started(wanted)
    chosen = (one for one in ground.moves(start) if _is_wanted(one, wanted))
    moves = list(islice(chosen, wanted.limit))
    if not moves:
        raise CareerError("No move is all of that.", hint="Leave a condition out.")
    shown = shown_moves(ground, start, moves, why=wanted.why)._replace(options=wanted.options)

    def page() -> Page:
        return moves_page(shown, why=wanted.why)

    def record() -> Record:
        from careercli.output.records.moves import MOVES

        return Record(MOVES, shown)

    return Result("moves", page, record)


def _is_wanted(one: Move, wanted: MovesQuery) -> bool:
    return (wanted.kind is None or one.kind == wanted.kind) and (one.passes or not wanted.passing)


def shown_moves(
    ground: MoveSearch, start: Start, moves: list[Move], *, why: bool = False
) -> MovesView:
    """Moves with the rows that have the provenance of their figures, and for `why` with names.

    How many pass is counted among guides alone: a thousand occupations would make it slow.
    """
    from careercli.output.screens.move_words import MovesView

    ends = [one.to for one in moves] + ([start.role] if start.role else [])
    skills = [
        skill
        for one in moves
        if one.vocabulary and why
        for asked in one.to.asks[one.vocabulary]
        for skill in asked.any_of
    ]
    passing = None
    if len(ground.keys) <= COUNTED:
        passing = sum(one.passes for one in ground.moves(start))
    return MovesView(
        start,
        moves,
        ground.rows([one.key for one in ends]),
        ground.labels(skills) if why else {},
        ground.usual,
        ground.others(start),
        passing,
        ground.store.missing_facets(),
        onet_source(ground.store),
    )


COUNTED = 200
"""Roles among which it is counted how many moves pass; judging a thousand takes 30 ms."""


def with_answer(wanted: MovesQuery, typed: str) -> Result:
    """`moves --with`: what one more skill would open."""
    from careercli.output.records.moves import WITH, UnlockView
    from careercli.output.screens.unlocked_moves import with_page

    if wanted.passing or wanted.why:
        raise UsageError("--passing and --why are for moves as they are, not for --with.")
    ground, start = _started(wanted)
    moves = list(ground.moves(start))
    name, equals, given = typed.rpartition("=")
    skill, vocabulary = ground.skill(name if equals else typed, start)
    level = _level(given, vocabulary) if equals else HIGHEST
    more = unlocked_moves(start, skill, vocabulary, moves, ground.usual, level)
    opens = [one for one in more.moves if _is_wanted(one, wanted)][: wanted.limit]
    shown = shown_moves(ground, start, opens)._replace(
        start=with_skill(start, skill, vocabulary, level),
        passing=sum(one.passes for one in moves),
    )
    label = ground.labels([skill])[skill]
    return Result(
        "moves",
        lambda: with_page(shown, label, more),
        lambda: Record(WITH, UnlockView(shown, more, label)),
    )


def _level(given: str, vocabulary: Vocabulary) -> int:
    """The level typed, as it stands in a store. Raises UsageError, also for none."""
    if vocabulary == "onet":
        return RATING_UNIT * parse_onet_level(given)
    level = parse_proficiency(given)
    if not isinstance(level, int) or not level:
        raise UsageError("One skill more is one at a level from 1 to 4.", hint="Such as sql=2.")
    return level


def best_skill_answer(wanted: MovesQuery) -> Result:
    """`moves --best-skill`: skills by the moves that each would open."""
    from careercli.output.records.moves import BEST_SKILLS, BestSkillsView
    from careercli.output.screens.unlocked_moves import best_page

    if wanted.passing or wanted.why or wanted.kind:
        raise UsageError("--passing, --kind and --why choose moves, not skills.")
    ground, start = _started(wanted)
    moves = list(ground.moves(start))
    best = best_skills(start, moves, ground.usual)[: wanted.limit]
    if not best:
        raise CareerError(
            "No skill can be weighed: nothing is known of what you have, or nothing is missing.",
            hint="careercli profile rate ROLE rates you, skill by skill.",
        )
    labels, onet = ground.labels([one.skill for one in best]), onet_source(ground.store)
    return Result(
        "moves",
        lambda: best_page(start, best, labels, len(moves), onet),
        lambda: Record(BEST_SKILLS, BestSkillsView(start, best, labels, len(moves), onet)),
    )
