"""Skills on the screen, by how much the role needs each."""

from collections.abc import Iterator, Mapping, Sequence

from careercli.model.basics import NEEDS, PROFICIENCIES, SENIORITIES, Need, Seniority
from careercli.model.role import Role
from careercli.model.skills import Requirement, RoleRequirements
from careercli.output.page import (
    Aligned,
    Block,
    Check,
    Column,
    Inline,
    Legend,
    Page,
    Paragraph,
    Span,
    Table,
    Title,
)
from careercli.output.screens.blocks import commands
from careercli.output.screens.wording import Labels, alternatives, pluralize, shown_name, typed_name

NEED_WORDS: dict[Need, str] = {"must": "Must have", "should": "Should have", "nice": "Nice to have"}
LEVELS = {level: Span(f"{level} {word}", level=level) for level, word in PROFICIENCIES.items()}
"""Proficiencies in words: `2 working`."""


def short_label(skills: Sequence[str], labels: Labels) -> str:
    """The first of them: "Jira or similar"."""
    return labels[skills[0]] + (" or similar" if skills[1:] else "")


def requirement_table(
    requirements: Sequence[Requirement], labels: Labels, levels: Sequence[Seniority]
) -> Iterator[Block]:
    """Tables by need, with the proficiency expected at each seniority."""
    asked = [level for level in levels if any(level in needed.expected for needed in requirements)]
    in_words = len(asked) == 1
    tables = []
    for need in NEEDS:
        rows = [
            (
                (Check("unrated"), alternatives(needed.any_of, labels)),
                *(_expected(needed.expected.get(level), in_words=in_words) for level in asked),
            )
            for needed in requirements
            if needed.need == need and any(level in needed.expected for level in asked)
        ]
        if rows:
            columns = [
                Column(level, "left" if in_words else "right", level[0].upper()) for level in asked
            ]
            tables.append(Table((Column(NEED_WORDS[need], wide=True), *columns), tuple(rows)))
    if tables:
        yield Aligned(tuple(tables))


def _expected(level: int | None, *, in_words: bool) -> Inline:
    if level is None:
        return "–"
    return LEVELS[level] if in_words else Span(str(level), level=level)


def skills_page(role: Role, labels: Labels, level: Seniority | None) -> Page:
    """`skills ROLE` of a guide."""
    title = Title(shown_name(role), f"skills at level {level}" if level else "skills")
    if not role.requirements:
        return (title, Paragraph("This role's skills aren't described."))
    return (
        title,
        *requirement_table(role.requirements, labels, [level] if level else SENIORITIES),
        Legend("1 basic, 2 working, 3 advanced, 4 expert, – not asked for; levels are ours"),
        commands(
            (f"careercli skills {typed_name(role)} --gap", "how far you are from it"),
            (f"careercli profile rate {typed_name(role)}", "rate yourself, skill by skill"),
        ),
    )


def wanted_most(roles: Sequence[RoleRequirements], level: Seniority | None) -> dict[str, list[str]]:
    """Skill id -> slugs of the roles that must have it, the most wanted first."""
    wanted: dict[str, list[str]] = {}
    for role in roles:
        for needed in role.requirements:
            if needed.need == "must" and (level is None or level in needed.expected):
                for skill in needed.any_of:
                    wanted.setdefault(skill, []).append(role.slug)
    return dict(sorted(wanted.items(), key=lambda item: (-len(item[1]), item[0])))


def all_skills_page(
    wanted: Mapping[str, list[str]], labels: Labels, roles: int, level: Seniority | None
) -> Page:
    """`skills` without a role: what most roles must have."""
    at_level = f" at level {level}" if level else ""
    rows = tuple((labels[skill], str(len(slugs))) for skill, slugs in list(wanted.items())[:30])
    return (
        Title("Skills", f"must-have skills across {pluralize(roles, 'role')}{at_level}"),
        Table((Column("Skill", wide=True), Column("roles", "right")), rows),
        commands(
            ("careercli skills ROLE", "what one role needs"),
            ("careercli skills --gap", "how far you are from each"),
        ),
    )
