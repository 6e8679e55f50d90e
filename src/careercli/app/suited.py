"""Which occupations suit somebody without a present job, by interests and skills."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from careercli.app.filters import role_fits
from careercli.app.move_search import MoveSearch
from careercli.core.entry import BACHELOR, Held, education_rank
from careercli.core.moves import Move, Start, judge_move
from careercli.core.neighbors import PLAIN, Neighbor, asks_experience, in_order, strength

if TYPE_CHECKING:
    from careercli.files.profile import Profile

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


def suited(ground: MoveSearch, start: Start, person: Profile | None) -> list[Neighbor]:
    """The occupations that suit somebody's interests, and use skills that they have."""
    from careercli.app.gap import rename_to_current_ids

    marks = rename_to_current_ids(ground.store, person.marks) if person else {}
    skills = [skill for skill, mark in marks.items() if mark.level != 0]
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
            neighbor = Neighbor(move, "suits", (), 0, weight)
            counted = move.to.counted or key  # what the survey counts as one is one answer
            known = nearest.setdefault(counted, neighbor)
            if move.to.code.endswith(PLAIN) and not known.move.to.code.endswith(PLAIN):
                nearest[counted] = neighbor._replace(strength=known.strength)
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
