"""In which order to learn what is missing: what builds on what, then what matters most."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from careercli.core.gap import Gap, SkillRating, Term, by_distance
from careercli.model.basics import Hours, Skill


class PlanStep(NamedTuple):
    """A skill to learn or raise.

    skill: its id
    term: the requirement it is for; None for a skill that others on the way build on
    start: the level one has, 0 where none
    end: the level needed; 1 for a skill on the way
    after: earlier steps that it builds on
    hours: what a source states for learning it; None where no source is known
    """

    skill: str
    term: Term | None
    start: int
    end: int
    after: tuple[str, ...]
    hours: Hours | None


def plan_steps(
    found: Gap, marks: Mapping[str, SkillRating], skills: Mapping[str, Skill]
) -> list[PlanStep]:
    """The steps that close a gap, each after what it builds on.

    Among steps that are free to come next, the widest gap (need times distance) comes first.
    A skill that others build on and that is marked as none is a step of its own; one without a
    mark is not assumed to be missing. `skills` must hold what the requirements' skills build on,
    all the way down.
    """
    wanted: dict[str, Term | None] = {
        term.skill: term for term in by_distance(found.terms) if term.state != "met"
    }
    for skill in list(wanted):
        for below in foundations(skill, skills):
            mark = marks.get(below)
            if mark and mark.level == 0:
                wanted.setdefault(below, None)
    steps: list[PlanStep] = []
    placed: set[str] = set()
    waiting = dict(wanted)
    while waiting:
        ready = [
            skill
            for skill in waiting
            if not any(below in waiting for below in foundations(skill, skills) if below != skill)
        ]
        skill = ready[0]
        term = waiting.pop(skill)
        after = tuple(b for b in foundations(skill, skills) if b in placed)
        start = term.level if term else 0
        end = term.expected if term else 1
        steps.append(PlanStep(skill, term, start, end, after, skills[skill].hours))
        placed.add(skill)
    return steps


def foundations(skill: str, skills: Mapping[str, Skill]) -> list[str]:
    """Everything that a skill builds on, directly or through others, nearest first."""
    found: dict[str, None] = {}
    rest = list(skills[skill].builds_on) if skill in skills else []
    while rest:
        below = rest.pop(0)
        if below not in found:
            found[below] = None
            rest += skills[below].builds_on if below in skills else ()
    return list(found)


def sourced_hours(steps: Iterable[PlanStep]) -> float:
    """The sum of the hours that sources state."""
    return sum(step.hours.value for step in steps if step.hours)
