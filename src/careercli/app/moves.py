"""What `moves` answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercli.app.filters import Listing, as_options, chosen, person_reader, role_fits
from careercli.app.move_search import MoveSearch
from careercli.app.move_start import start_of, starting
from careercli.app.places import open_store_in, place_of, wider_than_place
from careercli.app.study_of_role import ways_in
from careercli.core.entry import (
    ASSOCIATE,
    BACHELOR,
    EDUCATION,
    OWN_EDUCATION,
    Held,
    education_rank,
)
from careercli.core.moves import (
    HIGHEST,
    Move,
    Start,
    Vocabulary,
    judge_move,
    unlocked_moves,
    with_skill,
)
from careercli.core.neighbors import (
    PLAIN,
    Group,
    Nearness,
    Neighbor,
    asks_experience,
    in_order,
    is_known_step,
    is_short,
    is_step_for_less,
    is_worth_less,
    strength,
)
from careercli.errors import CareerError, UsageError
from careercli.model.basics import Seniority
from careercli.model.move_inputs import RATING_UNIT, Pays
from careercli.output.page import Page
from careercli.output.screens.move_words import MovesView
from careercli.output.stdout import Record, Result
from careercli.store.reader import Store

if TYPE_CHECKING:
    from careercli.files.profile import Profile

SHOWN = 12
"""Moves that are shown, unless --limit or --all say otherwise."""
LISTED: tuple[Group, ...] = ("more", "same", "less", "unpaid")
"""Groups that --all lists, in this order."""
SAME_SHARE = 4
"""One in so many of the moves listed is for about the same pay, if others pay more."""
FEWEST = 4
"""With fewer roles than this, those that take a degree or pay up to a quarter less follow."""
FIT_WEIGHT = 5.0
"""A full correlation of interests outweighs any number of jobs: most are within two standard
deviations of the mean."""
UNUSED = 1.0
"""What counts against a role that uses none of the skills somebody names."""
LONGEST_STUDY = 4
"""Years of study that are told of to somebody who asks what suits: a bachelor's degree."""
LONGEST_DEGREE = "Master's degree"
YEAR = 0.5
"""What counts against another year of study for somebody who has a degree."""
MOST_SUITED = 120
"""Occupations that suit somebody, of which what they take is looked at."""


class FoundMoves(NamedTuple):
    """The roles that are near: those to list, the others by group, how many there are in all, how
    many of the groups listed were cut off, and the groups of which some follow because few do."""

    neighbors: Sequence[Neighbor]
    aside: Mapping[Group, Sequence[Neighbor]]
    of: int
    cut: int = 0
    interests: str = ""
    widened: frozenset[Group] = frozenset()


def find_moves(
    ground: MoveSearch,
    start: Start,
    person: Profile | None,
    *,
    limit: int | None = SHOWN,
    pays: Pays | None = None,
    wanted: Listing = Listing(),  # noqa: B008  # never changed
) -> FoundMoves:
    """The moves from a start, group by group; by interests and skills without a present role.

    limit: how many are listed; None for every role that is near
    pays: only the moves of this group
    wanted: which filters they pass, and their order inside a group
    """
    if start.role is None:
        fitting = _chosen(ground, _suited(ground, start, person), person, wanted)
        listed, letters = fitting[:limit], person.interests if person else ""
        return FoundMoves(listed, {}, len(fitting), len(fitting) - len(listed), letters)
    near = _chosen(ground, ground.neighbors(start), person, wanted)
    groups: dict[Group, list[Neighbor]] = {}
    for neighbor in near:
        groups.setdefault(neighbor.group, []).append(neighbor)
    if pays:
        paying = groups.get(pays, [])
        return FoundMoves(paying[:limit], {}, len(near), len(paying) - len(paying[:limit]))
    if limit is None:
        named = [group for group in LISTED if group in groups]
        shown = [neighbor for group in named for neighbor in groups.pop(group)]
        return FoundMoves(shown, groups, len(near))
    same = groups.pop("same", [])
    more = groups.pop("more", [])
    room = max(min(len(same), limit // SAME_SHARE), limit - len(more))
    first = _with_steps(more, limit - min(len(same), room))
    shown = [*first, *_with_steps(same, room)][:limit]
    every = more + same
    cut = len(every) - len(shown)
    lesser = groups.get("less", [])
    steps = list(filter(is_step_for_less, lesser))[: limit - len(shown)]
    shown += steps
    farther: list[Neighbor] = []
    if len(shown) < min(FEWEST, limit):
        worth = [less for less in lesser if less not in steps and is_worth_less(start.role, less)]
        farther = [*worth, *filter(is_short, groups.get("school", ()))]
        farther = farther[: min(FEWEST, limit) - len(shown)]
    if not (shown or farther):
        every = groups.pop("unpaid", [])
        shown = every[:limit]
        cut = len(every) - len(shown)
    listed = [*steps, *farther]
    groups = {
        group: [neighbor for neighbor in neighbors if neighbor not in listed]
        for group, neighbors in groups.items()
    }
    widened = frozenset(neighbor.group for neighbor in farther)
    return FoundMoves([*shown, *farther], groups, len(near), cut, widened=widened)


def _with_steps(neighbors: Sequence[Neighbor], most: int) -> list[Neighbor]:
    """The first of them, and those that people from the present work are known to go to."""
    steps = [one for one in neighbors if is_known_step(one.move, one.near)][:most]
    others = [one for one in neighbors if one not in steps][: most - len(steps)]
    return [one for one in neighbors if one in steps or one in others]


def _suited(ground: MoveSearch, start: Start, person: Profile | None) -> list[Neighbor]:
    """The occupations that suit somebody's interests, and use skills that they have."""
    from careercli.app.gap import rename_to_current_ids

    ratings = rename_to_current_ids(ground.store, person.ratings) if person else {}
    skills = [skill for skill, rating in ratings.items() if rating.level != 0]
    scores = person.interest_scores if person else None
    fits = role_fits(ground.store, scores) if scores else {}
    using: Counter[str] = Counter()
    for skill, label in ground.store.labels(skills).items():
        using.update(ground.store.with_skill(skill) | ground.store.working_with(label))
    held = start.brings
    start = Start(None, {}, frozenset(), ground.level, brings=held)
    weighed = []
    employment = ground.employment(ground.keys)
    for key in ground.keys:
        fit = fits.get(key, 0.0)
        if (fits and fit <= 0) or not (fit or using[key]):
            continue
        unused = UNUSED if using and not using[key] else 0.0
        sized = strength(None, (), 0, employment[key])
        weighed.append((sized + FIT_WEIGHT * fit + using[key] - unused, key))
    weighed = sorted(weighed, reverse=True)[:MOST_SUITED]
    nearest: dict[str, Neighbor] = {}
    ground.prepare([key for _, key in weighed])
    for weight, key in weighed:
        move = judge_move(start, ground.standing(key), None, None)
        if _may_begin(move, held):
            if education_rank(held.education) >= BACHELOR:
                weight -= YEAR * move.entry.school
            neighbor = Neighbor(move, "suits", Nearness((), 0, weight))
            counted = move.to.counted or key  # what the survey counts as one is one answer
            known = nearest.setdefault(counted, neighbor)
            if move.to.code.endswith(PLAIN) and not known.move.to.code.endswith(PLAIN):
                nearest[counted] = neighbor._replace(near=known.near)
    return in_order(nearest.values())


def _may_begin(move: Move, held: Held) -> bool:
    """Whether somebody without a job may begin there: it asks for no years of other work, no
    doctorate, no longer study than is told of, and not for far less than a degree that is had."""
    asked, had = education_rank(move.to.entry), education_rank(held.education)
    return (
        move.entry.school <= LONGEST_STUDY
        and asked <= education_rank(LONGEST_DEGREE)
        and not (had >= BACHELOR > asked + 1)
        and not asks_experience(move.to)
    )


def _chosen(
    ground: MoveSearch,
    near: Sequence[Neighbor],
    person: Profile | None,
    wanted: Listing,
) -> list[Neighbor]:
    """The roles near that pass the filters, the nearest first unless another order is asked for.

    Raises CareerError if none passes.
    """
    if not (wanted.roles.has_conditions or wanted.order):
        return list(near)
    listing = wanted._replace(roles=wanted.roles._replace(occupations=True))
    by_key = {neighbor.move.to.key: neighbor for neighbor in near}
    reader = person_reader(None) if person is None else lambda: person
    far = farther(None, wanted)
    passing = {brief.key: brief for brief in chosen(ground.store, listing, reader, by_key, far)}
    return [by_key[key] for key in (passing if wanted.order else by_key) if key in passing]


def farther(start: Start | None, wanted: Listing) -> str:
    """The command that lists every role that passes the filters, near or not; empty without them.

    With a start, those that take no more study than an associate's degree or what somebody has.
    """
    if not wanted.roles.has_conditions:
        return ""
    from shlex import quote

    roles = wanted.roles
    if start and not roles.education:
        rank = max(education_rank(start.brings.education), education_rank(ASSOCIATE))
        named = (name for name, most in OWN_EDUCATION.items() if most == EDUCATION[rank])
        roles = roles._replace(education=next(named, None))
    area = f" --area {quote(wanted.area)}" if wanted.area else ""
    return f"careercli list {as_options(roles)}{area} --sort pay"


def moves_answer(
    words: Sequence[str] | None,
    level: Seniority | None,
    profile_name: str | None,
    listing: Listing,
    pays: Pays | None = None,
    avoid: Sequence[str] = (),
    held: Sequence[str] = (),
    *,
    why: bool = False,
) -> Result:
    """`moves`; held: skills and credentials to count as if they were there."""
    store = open_store_in(listing.area, profile_name)
    unlocks = len(held) == 1 and not _credential(store, held[0])
    if unlocks and (why or pays):
        raise UsageError("--why and --pays can't be combined with --with SKILL.")
    key, level, person = starting(store, words, level, profile_name)
    ground = MoveSearch(store, level, avoid)
    start = start_of(ground, key, person)
    if unlocks:
        return _unlocked_answer(ground, start, person, listing, held[0])
    start = _as_if(ground, start, held)
    limit = listing.limit or (None if listing.roles.occupations else SHOWN)
    found = find_moves(ground, start, person, limit=limit, pays=pays, wanted=listing)
    if pays and not found.neighbors:
        raise CareerError(f"No near role pays {pays}.", hint="Leave out --pays.")

    def page() -> Page:
        from careercli.output.screens.moves import moves_page

        view = shown_moves(ground, start, found, full=why, why=why)
        view = view._replace(
            farther=farther(start, listing),
            chosen_order=bool(listing.order),
            goal=_goal_words(store, person),
            elsewhere=_elsewhere(start)
            if avoid and len(found.neighbors) + found.cut < SHOWN
            else "",
        )
        return moves_page(view, why=why)

    def record() -> Record:
        from careercli.output.records.moves import MOVES

        return Record(MOVES, shown_moves(ground, start, found))

    return Result("moves", page, record)


def _elsewhere(start: Start) -> str:
    """The command that lists what pays as much as the present work, near or not; of a person, what
    their education is enough for. For who leaves a line of work that most near roles are of."""
    pay = start.own_pay or start.pay.get("survey")
    least = f" --min-pay {pay:.0f}" if pay else ""
    return f"careercli list{' --education mine' if start.own else ''}{least} --sort pay"


def _goal_words(store: Store, person: Profile | None) -> str:
    """Whose figures the goal's are, if that is only a part of a role; empty otherwise."""
    target = person.target if person else None
    if not (target and target.title):
        return ""
    from careercli.app.lookup import names_of
    from careercli.output.screens.wording import counted_words

    return counted_words(target.title, names_of(store, [target.role]).get(target.role, target.role))


def shown_moves(
    ground: MoveSearch, start: Start, found: FoundMoves, *, full: bool = True, why: bool = False
) -> MovesView:
    """Moves with the rows that have the provenance of their figures.

    full: with the test of skills, the ways in, and credentials that are only sometimes asked for,
        none of which a list shows
    why: with the names of skills, and what O*NET's survey says
    """
    store = ground.store
    neighbors = ground.compared(start, found.neighbors) if full else found.neighbors
    moves = [neighbor.move for neighbor in neighbors]
    ends = [move.to for move in moves] + ([start.role] if start.role else [])
    skills = [
        skill
        for move in moves
        if move.vocabulary and why
        for asked in move.to.asks[move.vocabulary]()
        for skill in asked.any_of
    ]
    asked = [
        credential.id
        for move in moves
        for credential in move.to.asked.ids
        if full or credential.level != "sometimes" or credential.id in start.brings.expired
    ]
    return MovesView(
        start,
        neighbors,
        found.aside,
        ground.rows([end.key for end in ends]),
        ground.labels(skills) if why else {},
        store.credentials(asked),
        ways_in(store, ends) if full else {},
        ground.usual if full else {},
        found.of,
        store.missing_facets() if full else {},
        store.official_source("onet"),
        found.interests,
        found.widened,
        place_of(store),
        store.preparations([move.to.code for move in moves if move.to.code]) if why else {},
        wider_than_place(store),
        found.cut,
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
        from careercli.app.skill_ratings import say_as_if

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


def _unlocked_answer(
    ground: MoveSearch, start: Start, person: Profile | None, listing: Listing, typed: str
) -> Result:
    """`moves --with SKILL`: what one more skill would open."""
    from careercli.output.screens.moves import UnlockView, with_page

    near = ground.compared(start, _chosen(ground, ground.neighbors(start), person, listing))
    skill, vocabulary, at = _skill(ground, start, typed)
    moves = [neighbor.move for neighbor in near]
    more = unlocked_moves(start, skill, vocabulary, moves, ground.usual, at)
    opened = {move.to.key: move for move in more.moves}
    opens = [
        neighbor._replace(move=opened[neighbor.move.to.key])
        for neighbor in near
        if neighbor.move.to.key in opened
    ]
    shown = shown_moves(ground, start, FoundMoves(opens[: listing.limit or SHOWN], {}, len(near)))
    shown = shown._replace(start=with_skill(start, skill, vocabulary, at))
    passing = sum(move.passes for move in moves)
    view = UnlockView(shown, more, ground.labels([skill])[skill], passing)

    def record() -> Record:
        from careercli.output.records.moves import WITH

        return Record(WITH, view)

    return Result("moves", lambda: with_page(view), record)


def _level(given: str, vocabulary: Vocabulary) -> int:
    """The level typed, as it stands in a store. Raises UsageError, also for none."""
    from careercli.app.skill_ratings import parse_onet_level
    from careercli.files.profile import parse_proficiency

    if vocabulary == "onet":
        return RATING_UNIT * parse_onet_level(given)
    level = parse_proficiency(given)
    if not isinstance(level, int) or not level:
        raise UsageError("The level of a skill must be 1 to 4.", hint="For example, sql=2.")
    return level
