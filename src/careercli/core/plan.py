"""The order to learn what is missing in: what builds on what, then what matters most."""

from collections.abc import Callable, Iterable, Mapping
from math import ceil
from typing import NamedTuple

from careercli.core.entry import EntryPart
from careercli.core.gap import Gap, Term, by_distance
from careercli.model.portrait import Credential, Schooling
from careercli.model.skills import Hours, Skill, SkillRating

LEARNED_BY_NAME = frozenset({"tool", "technical", "language"})
"""Kinds of skills that there are courses in; the others grow with the work."""


class EntryStep(NamedTuple):
    """Something to have before a role, other than skills.

    part: what it is
    credential: of a credential, what that is
    program: of education, the study that leads there, if more is known of that than its degree
    """

    part: EntryPart
    credential: Credential | None = None
    program: Schooling | None = None

    @property
    def is_to_do(self) -> bool:
        """Whether it is a step of its own: not had, known to be asked for, and no training, which
        begins after hiring."""
        part = self.part
        return (
            part.state != "have"
            and part.kind != "training"
            and bool(part.name or part.kind != "credential")
        )

    @property
    def hours(self) -> tuple[float, float] | None:
        """The least and the most hours that a credential takes, if they are stated."""
        time = self.credential.time if self.credential else None
        return time.span if time and time.unit == "hours" else None


class PlanStep(NamedTuple):
    """A skill to learn or raise.

    skill: its id
    term: the requirement it's for; None for a skill that others in the plan build on
    start: the proficiency the person has, 0 for none
    end: the proficiency needed; 1 for a skill that others build on
    after: earlier steps that it builds on
    hours: what a source states for learning it; None if no source is known
    """

    skill: str
    term: Term | None
    start: int
    end: int
    after: tuple[str, ...]
    hours: Hours | None


def plan_steps(
    gap: Gap,
    ratings: Mapping[str, SkillRating],
    skills: Mapping[str, Skill],
    order: Callable[[str], float] | None = None,
) -> list[PlanStep]:
    """The steps that close a gap, each after what it builds on.

    Among steps that can come next, the lowest in `order` comes first, else the widest gap (weight
    times distance). A skill that others build on and that is rated as none is a step of its own;
    one without a rating isn't assumed to be missing. What the present job tells of a trait is no
    reason to learn it. `skills` must hold what the requirements' skills build on, all the way
    down.
    """
    wanted: dict[str, Term | None] = {
        term.skill: term
        for term in by_distance(gap.terms)
        if term.state != "met" and not (term.from_job and skills[term.skill].trait)
    }
    for skill in list(wanted):
        for below in foundations(skill, skills):
            rating = ratings.get(below)
            if rating and rating.level == 0:
                wanted.setdefault(below, None)
    after = {
        skill: tuple(b for b in foundations(skill, skills) if b in wanted and b != skill)
        for skill in wanted
    }
    steps: list[PlanStep] = []
    while wanted:
        ready = [skill for skill in wanted if wanted.keys().isdisjoint(after[skill])]
        skill = min(ready, key=order) if order else ready[0]
        term = wanted.pop(skill)
        start = term.level or 0 if term else 0
        end = int(term.ask.expected) if term else 1
        steps.append(PlanStep(skill, term, start, end, after[skill], skills[skill].hours))
    return steps


def foundations(skill: str, skills: Mapping[str, Skill]) -> list[str]:
    """Everything that a skill builds on, directly or through others, nearest first."""
    below: dict[str, None] = {}
    rest = list(skills[skill].builds_on) if skill in skills else []
    while rest:
        foundation = rest.pop(0)
        if foundation not in below:
            below[foundation] = None
            rest += skills[foundation].builds_on if foundation in skills else ()
    return list(below)


def sourced_hours(steps: Iterable[PlanStep]) -> float:
    """The sum of the hours that sources state."""
    return sum(step.hours.value for step in steps if step.hours)


def weeks(hours: float, a_week: float) -> int:
    """How many weeks hours take, at so many hours a week, above 0."""
    return ceil(hours / a_week)
