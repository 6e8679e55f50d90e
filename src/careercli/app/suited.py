"""Which occupations suit somebody without a present job, by interests and skills."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING

from careercli.app.move_search import MoveSearch
from careercli.core.entry import Held
from careercli.core.moves import Start
from careercli.core.neighbors import Neighbor, strength

if TYPE_CHECKING:
    from careercli.core.interests import Scores

FIT_WEIGHT = 5.0
"""A full correlation of interests outweighs any number of jobs: most are within two standard
deviations of the mean."""
UNUSED = 1.0
"""What counts against a role that uses none of the skills somebody names."""
LONGEST_STUDY = 4
"""Years of study that are told of to somebody who asks what suits: a bachelor's degree."""
MOST_SUITED = 60
"""Occupations that suit somebody, of which what they take is looked at."""


def suited(
    ground: MoveSearch, scores: Scores | None, skills: Collection[str], held: Held
) -> list[Neighbor]:
    """The occupations that suit interests, and use skills that somebody has."""
    from careercli.app.interests import role_fits

    fits = role_fits(ground.store, scores) if scores else {}
    using: Counter[str] = Counter()
    for skill, label in ground.store.labels(skills).items():
        using.update(ground.store.with_skill(skill) | ground.store.working_with(label))
    start = Start(None, {}, frozenset(), ground.level, brings=held)
    found = []
    employment = ground.employment(ground.keys)
    for key in ground.keys:
        fit = fits.get(key, 0.0)
        if (fits and fit <= 0) or not (fit or using[key]):
            continue
        jobs = employment[key]
        unused = UNUSED if using and not using[key] else 0.0
        sized = strength(None, (), 0, jobs)
        found.append((sized + FIT_WEIGHT * fit + using[key] - unused, key))
    found.sort(reverse=True)
    nearest = []
    ground.prepare([key for _, key in found[:MOST_SUITED]])
    for weight, key in found[:MOST_SUITED]:
        move = ground.judge(start, ground.standing(key), skills=False)
        if move.entry.school <= LONGEST_STUDY:
            nearest.append(Neighbor(move, "suits", (), 0, weight))
    return nearest
