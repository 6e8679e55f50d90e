"""`skills` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from careercli.model.occupation import Ratings, Software
from careercli.output.records.fields import (
    Answer,
    Field,
    Get,
    Rows,
    Shape,
    Table,
    both,
    column,
    inside,
    itself,
    key_and_rows,
    nested,
)
from careercli.output.records.parts import (
    NAMED,
    ROLE_SLUG,
    SOURCES,
    labels_of,
)

if TYPE_CHECKING:
    from careercli.model.occupation import Rating
    from careercli.model.role import Role
    from careercli.model.skills import Requirement


class SkillsView(NamedTuple):
    """What a role asks for, a guide at one level or at all; `labels` of the skills of a guide."""

    role: Role
    labels: Mapping[str, str]
    level: str | None

    @property
    def requirements(self) -> list[Requirement]:
        return [needed for needed in self.role.requirements if self.expected(needed)]

    def expected(self, requirement: Requirement) -> dict[str, int]:
        """Level -> proficiency."""
        expected = requirement.expected.items()
        return {level: skill for level, skill in expected if self.level in (None, level)}


REQUIREMENT = Table(
    Field("any_of", "ids of skills that can stand in for each other", csv="skills"),
    both("label", "their labels", labels_of),
    both("need", "must, should or nice"),
    Field("expected", "level: 1 to 4", lambda requirement, view: view.expected(requirement)),
    both("kind", "editorial", lambda *_: "editorial"),
)


def _expected(view: SkillsView, _: Any) -> Iterator[tuple[Requirement, str, int]]:
    for requirement in view.requirements:
        yield from (
            (requirement, level, skill) for level, skill in view.expected(requirement).items()
        )


ROLE_SKILLS = Answer.of(
    "skills ROLE",
    Field("level", "the level asked for, or null"),
    nested(
        "role",
        "the role",
        itself,
        *inside("role", *NAMED),
        Field("requirements", "what it asks for (editorial)", of=REQUIREMENT),
    ),
    Rows(
        _expected,
        ROLE_SLUG,
        *inside(lambda expected, _: expected[0], *REQUIREMENT.fields[:3]),
        column("level", "entry, mid, senior or lead", lambda expected, _: expected[1]),
        column("expected", "1 to 4", lambda expected, _: expected[2]),
        column("kind", "editorial", lambda *_: "editorial"),
    ),
)


class Rated(NamedTuple):
    """A rating, of a kind, on a scale."""

    kind: str
    scale: str
    rating: Rating


def _ratings(view: SkillsView, _: Any) -> Iterator[Rated]:
    occupation = view.role.occupation
    for kind, ratings in occupation.ratings.items() if occupation else ():
        yield from (Rated(kind, ratings.scale, rating) for rating in ratings.rows)


def _on(scale: str) -> Get:
    return lambda rated, _: rated.rating.value if rated.scale == scale else None


def _demand(program: Software, _: Any) -> str | None:
    return "in demand" if program.in_demand else "hot" if program.hot else None


OCCUPATION_SKILLS = Answer.of(
    "skills OCCUPATION",
    nested(
        "role",
        "the role",
        "role",
        *NAMED,
        nested(
            "occupation",
            "what O*NET says of it",
            "occupation",
            Field("ratings", "skills, knowledge, styles: ratings", of=Shape(Ratings)),
            Field("software", "programs, in demand first", of=Shape(Software)),
        ),
    ),
    SOURCES,
    Rows(
        _ratings,
        ROLE_SLUG,
        column("kind", "skills, knowledge, styles or software", "kind"),
        column("id", "its O*NET element id", "rating.id"),
        column("name", "its name", "rating.name"),
        column("importance", "1 to 5", _on("importance")),
        column("level", "the level needed, 0 to 7", "rating.level"),
        column("impact", "of a style: -3 to 3", _on("impact")),
    ),
    Rows(
        "role.occupation.software",
        ROLE_SLUG,
        column("kind", "software", lambda *_: "software"),
        column("name", "the program", "name"),
        column("demand", "in demand or hot", _demand),
    ),
)


WANTED = Table(
    Field("id", "its id", lambda wanted, _: wanted[0], csv="skill"),
    both("label", "its label", lambda wanted, view: view.labels[wanted[0]]),
    Field("roles", "slugs of the roles that must have it", lambda wanted, _: wanted[1]),
    column("roles_total", "how many roles must have it", lambda wanted, _: len(wanted[1])),
)
ALL_SKILLS = Answer.of(
    "skills",
    Field("level", "the level asked for, or null"),
    Field("roles_total", "how many roles were looked at", "roles"),
    *key_and_rows(
        "skills",
        "skills that roles must have, the most wanted first",
        WANTED,
        lambda view, _: list(view.wanted.items()),
    ),
)
