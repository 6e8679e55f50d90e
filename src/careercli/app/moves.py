"""What `moves` answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercli.app.filters import Listing, chosen, person_reader
from careercli.app.move_search import MoveSearch, onet_source
from careercli.app.move_start import start_of, starting
from careercli.app.places import open_store_in, place_of
from careercli.core.moves import (
    HIGHEST,
    Start,
    Vocabulary,
    unlocked_moves,
    with_skill,
)
from careercli.core.neighbors import Group, Neighbor, is_short, is_worth_less
from careercli.errors import CareerError, UsageError
from careercli.model.basics import Seniority
from careercli.model.move_inputs import RATING_UNIT, Pays
from careercli.output.stdout import Record, Result
from careercli.store.reader import Store

if TYPE_CHECKING:
    from careercli.files.profile import Profile
    from careercli.output.page import Page
    from careercli.output.screens.move_words import MovesView

SHOWN = 12
"""Moves that are shown, unless --limit or --all say otherwise."""
LISTED = frozenset({"more", "same", "less", "unpaid"})
"""Groups that --all lists."""
MOST_SAME = 3
"""Moves for about the same pay, where others pay more."""
FEWEST = 5
"""With fewer roles than this, those that take a degree or pay up to a quarter less follow."""


class MovesQuery(NamedTuple):
    """Where from, and which moves are asked for.

    held: skills and credentials to count as if they were there
    """

    words: list[str] | None
    level: Seniority | None
    profile: str | None
    pays: Pays | None
    avoid: list[str]
    listing: Listing
    why: bool
    held: Sequence[str] = ()


class Found(NamedTuple):
    """The roles that are near: those to list, and the others by group."""

    neighbors: Sequence[Neighbor]
    aside: Mapping[Group, Sequence[Neighbor]]
    of: int
    interests: str = ""
    widened: bool = False


def started(
    store: Store,
    key: str | None,
    level: Seniority,
    person: Profile | None,
    avoid: Sequence[str] = (),
) -> tuple[MoveSearch, Start]:
    """Where from, and what moves are looked for among."""
    ground = MoveSearch(store, level, avoid)
    return ground, start_of(ground, key, person)


def find_moves(
    ground: MoveSearch,
    start: Start,
    person: Profile | None,
    *,
    limit: int | None = SHOWN,
    pays: Pays | None = None,
    wanted: Listing = Listing(),  # noqa: B008  # never changed
) -> Found:
    """The moves from a start, group by group; by interests and skills without a present role.

    limit: how many are listed; None for every role that is near
    pays: only the moves of this group
    wanted: which filters they pass, and their order inside a group
    """
    if start.role is None:
        return _suited(ground, start, person, limit, wanted)
    near = _chosen(ground, ground.neighbors(start), person, wanted)
    groups: dict[Group, list[Neighbor]] = {}
    for neighbor in near:
        groups.setdefault(neighbor.group, []).append(neighbor)
    if limit is None:
        shown = [one for group, some in groups.items() if group in LISTED for one in some]
        others = {group: some for group, some in groups.items() if group not in LISTED}
        return Found(shown, others, len(near))
    if pays:
        return Found(groups.get(pays, [])[:limit], {}, len(near))
    same = groups.pop("same", [])
    more = groups.pop("more", [])
    room = max(min(len(same), MOST_SAME), limit - len(more))
    shown = [*more[: limit - min(len(same), room)], *same[:room]][:limit]
    widened = False
    if not shown:
        shown = groups.pop("unpaid", [])[:limit]
    if len(shown) < FEWEST:
        less = [one for one in groups.get("less", ()) if is_worth_less(start.role, one)]
        degree = [one for one in groups.get("school", ()) if is_short(one)]
        farther = [*less, *degree][: FEWEST - len(shown)]
        shown, widened = [*shown, *farther][:limit], bool(farther)
        groups = {
            name: [one for one in some if one not in farther] for name, some in groups.items()
        }
    return Found(shown, groups, len(near), widened=widened)


def _chosen(
    ground: MoveSearch, near: Sequence[Neighbor], person: Profile | None, wanted: Listing
) -> list[Neighbor]:
    """The roles near that pass the filters, in their order or in the one asked for.

    Raises CareerError if none passes.
    """
    listing = wanted._replace(roles=wanted.roles._replace(occupations=True))
    if not (wanted.roles.has_conditions or wanted.order):
        return list(near)
    by_key = {neighbor.move.to.key: neighbor for neighbor in near}
    reader = person_reader(None) if person is None else lambda: person
    briefs = chosen(ground.store, listing, reader, by_key)
    return [by_key[brief.key] for brief in briefs]


def _suited(
    ground: MoveSearch, start: Start, person: Profile | None, limit: int | None, wanted: Listing
) -> Found:
    from careercli.app.gap import rename_to_current_ids

    letters = person.interests if person else ""
    skills = rename_to_current_ids(ground.store, person.marks) if person else {}
    scores = person.interest_scores if person else None
    from careercli.app.suited import suited

    fitting = _chosen(ground, suited(ground, scores, skills, start.brings), person, wanted)
    return Found(fitting[:limit], {}, len(fitting), letters)


def moves_answer(wanted: MovesQuery) -> Result:
    """`moves`."""
    from careercli.output.screens.moves import moves_page

    store = open_store_in(wanted.listing.area, wanted.profile)
    if len(wanted.held) == 1 and not _credential(store, wanted.held[0]):
        return _unlocked_answer(store, wanted, wanted.held[0])
    key, level, person = starting(store, wanted.words, wanted.level, wanted.profile)
    ground, start = started(store, key, level, person, wanted.avoid)
    start = _as_if(ground, start, wanted.held)
    listing = wanted.listing
    limit = listing.limit or (None if listing.roles.occupations and not wanted.pays else SHOWN)
    found = find_moves(ground, start, person, limit=limit, pays=wanted.pays, wanted=listing)
    if wanted.pays and not found.neighbors:
        raise CareerError(f"No role near pays {wanted.pays}.", hint="Leave --pays out.")

    def page() -> Page:
        why = wanted.why
        return moves_page(shown_moves(ground, start, found, full=why, why=why), why=why)

    def record() -> Record:
        from careercli.output.records.moves import MOVES

        return Record(MOVES, shown_moves(ground, start, found))

    return Result("moves", page, record)


def shown_moves(
    ground: MoveSearch, start: Start, found: Found, *, full: bool = True, why: bool = False
) -> MovesView:
    """Moves with the rows that have the provenance of their figures.

    full: with the test of skills, the ways in, and credentials that are only sometimes asked for,
        none of which a list shows
    why: with the names of skills, and what O*NET's survey says
    """
    from careercli.output.screens.move_words import MovesView

    neighbors = ground.compared(start, found.neighbors) if full else found.neighbors
    moves = [neighbor.move for neighbor in neighbors]
    ends = [move.to for move in moves] + ([start.role] if start.role else [])
    skills = [
        skill
        for move in moves
        if move.vocabulary and why
        for asked in move.to.asks[move.vocabulary]
        for skill in asked.any_of
    ]
    every = [credential for move in moves for credential in move.to.asked.ids]
    asked = [one.id for one in every if full or one.level != "sometimes"]
    asked += [one.id for one in every if one.id in start.brings.expired]
    described = [end for end in ends if end.code] if full else []
    portraits = {one.key: ground.store.portrait(one.code) for one in described}
    ways = {
        key: portrait.way_in for key, portrait in portraits.items() if portrait and portrait.way_in
    }
    return MovesView(
        start,
        neighbors,
        found.aside,
        ground.rows([end.key for end in ends]),
        ground.labels(skills) if why else {},
        ground.store.credentials(asked),
        ways,
        ground.usual if full else {},
        found.of,
        ground.store.missing_facets() if full else {},
        onet_source(ground.store),
        found.interests,
        found.widened,
        place_of(ground.store),
        ground.store.preparations([one.to.code for one in moves if one.to.code]) if why else {},
    )


def _as_if(ground: MoveSearch, start: Start, typed: Sequence[str]) -> Start:
    """The start, with skills and credentials that count in this answer alone."""
    labels: list[str] = []
    for word in typed:
        if credential := _credential(ground.store, word):
            brings = start.brings
            held = brings.credentials | {credential}
            start = start._replace(brings=brings._replace(credentials=held))
            labels += ground.store.credential_labels([credential]).values()
        else:
            skill, vocabulary, at = _skill(ground, start, word)
            start = with_skill(start, skill, vocabulary, at)
            labels.append(ground.labels([skill])[skill])
    if labels:
        from careercli.app.as_if import say_as_if

        say_as_if(labels)
    return start


def _credential(store: Store, typed: str) -> str | None:
    """The id of the credential that is typed, unless it is a skill."""
    return None if store.skill(typed) else store.credential_id(typed)


def _skill(ground: MoveSearch, start: Start, typed: str) -> tuple[str, Vocabulary, int]:
    """The skill of `SKILL[=LEVEL]`, whose it is, and the level."""
    name, equals, given = typed.rpartition("=")
    skill, vocabulary = ground.skill(name if equals else typed, start)
    return skill, vocabulary, _level(given, vocabulary) if equals else HIGHEST


def _unlocked_answer(store: Store, wanted: MovesQuery, typed: str) -> Result:
    """`moves --with SKILL`: what one more skill would open."""
    from careercli.output.records.moves import WITH, UnlockView
    from careercli.output.screens.moves import with_page

    if wanted.why or wanted.pays:
        raise UsageError("--why and --pays are for moves as they are, not for --with.")
    key, level, person = starting(store, wanted.words, wanted.level, wanted.profile)
    ground, start = started(store, key, level, person, wanted.avoid)
    near = _chosen(ground, ground.neighbors(start), person, wanted.listing)
    near = ground.compared(start, near)
    skill, vocabulary, at = _skill(ground, start, typed)
    moves = [neighbor.move for neighbor in near]
    more = unlocked_moves(start, skill, vocabulary, moves, ground.usual, at)
    opened = {move.to.key: move for move in more.moves}
    opens = [one._replace(move=opened[key]) for one in near if (key := one.move.to.key) in opened]
    shown = shown_moves(ground, start, Found(opens[: wanted.listing.limit or SHOWN], {}, len(near)))
    shown = shown._replace(start=with_skill(start, skill, vocabulary, at))
    label = ground.labels([skill])[skill]
    passing = sum(move.passes for move in moves)
    return Result(
        "moves",
        lambda: with_page(shown, label, more, passing),
        lambda: Record(WITH, UnlockView(shown, more, label, passing)),
    )


def _level(given: str, vocabulary: Vocabulary) -> int:
    """The level typed, as it stands in a store. Raises UsageError, also for none."""
    from careercli.app.skill_ratings import parse_onet_level
    from careercli.files.profile import parse_proficiency

    if vocabulary == "onet":
        return RATING_UNIT * parse_onet_level(given)
    level = parse_proficiency(given)
    if not isinstance(level, int) or not level:
        raise UsageError("One skill more is one at a level from 1 to 4.", hint="Such as sql=2.")
    return level
