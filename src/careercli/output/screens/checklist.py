"""Skills as a list to tick: what is asked, what a person's marks say, and what both come to."""

from collections.abc import Iterator, Mapping
from math import ceil
from typing import NamedTuple

from careercli.core.gap import Gap, SkillRating, Term
from careercli.core.onet_gap import OnetGap
from careercli.core.software import SoftwareGap
from careercli.files.profile import MAX_ONET_LEVEL
from careercli.model.basics import NEEDS, PROFICIENCIES
from careercli.model.role import Role
from careercli.output.page import Check, Inline, Page, Paragraph, data, quiet, strong
from careercli.output.screens.gap import readiness_words
from careercli.output.screens.skills import NEED_WORDS
from careercli.output.screens.tabs import SKILLS, SOFTWARE, tab_page

NO_LEVEL = {0: "none", None: "claimed"}
Labels = Mapping[str, str]


class ChecklistLine(NamedTuple):
    """A line of the list.

    skill: what a tick marks; empty for a line that only says something
    words: what stands on the left; `you` and `needed` on the right
    expected: the level asked for, 0 where none is
    top: the highest level of its scale: 4, or 7 of O*NET's skills
    """

    skill: str
    words: Inline
    you: str = ""
    needed: str = ""
    expected: int = 0
    top: int = 4


class Checklist(NamedTuple):
    """What the marks come to, the lines, and what stands below them."""

    result: Inline
    lines: tuple[ChecklistLine, ...]
    below: Page = ()


EDITORIAL = Paragraph(
    quiet(
        "Levels: 1 basic, 2 working, 3 advanced, 4 expert. Needs and levels are editorial "
        "judgement."
    )
)


def checklist(found: Gap, marks: Mapping[str, SkillRating], labels: Labels) -> Checklist:
    """The requirements of a role at a level, by need; every alternative can be ticked."""
    return Checklist(
        ("Readiness ", *readiness_words(found)),
        tuple(_requirements(found, marks, labels)),
        (EDITORIAL,),
    )


def _requirements(
    found: Gap, marks: Mapping[str, SkillRating], labels: Labels
) -> Iterator[ChecklistLine]:
    for need in NEEDS:
        terms = [term for term in found.terms if term.requirement.need == need]
        if terms:
            yield ChecklistLine("", strong(NEED_WORDS[need]), "you", "needed")
        for term in terms:
            yield from _alternatives(term, marks, labels)


def _alternatives(
    term: Term, marks: Mapping[str, SkillRating], labels: Labels
) -> Iterator[ChecklistLine]:
    skills, expected = term.requirement.any_of, term.expected
    if len(skills) > 1:
        yield ChecklistLine("", quiet("the best one of these counts"), needed=str(expected))
    for skill in skills:
        mark = marks.get(skill)
        name = (_check(mark, expected), labels[skill])
        if len(skills) > 1:
            yield ChecklistLine(skill, ("  ", *name), level_words(mark), "", expected)
        else:
            yield ChecklistLine(skill, name, level_words(mark), str(expected), expected)


def onet_checklist(found: OnetGap | None, role: Role) -> Checklist:
    """O*NET's skills on its own scale, most important first; below them what that rests on.

    Where it rates none of the occupation, that alone is said.
    """
    below = tab_page(role, {}, SKILLS)
    if found is None:
        return Checklist("", (), below)
    head = ChecklistLine("", strong("By importance"), "you", "needed")
    lines = [
        ChecklistLine(
            term.rating.id,
            (Check(term.state), term.rating.name),
            "?" if term.level is None else str(term.level),
            f"{term.needed:.1f}",
            ceil(term.needed),
            MAX_ONET_LEVEL,
        )
        for term in found.terms
    ]
    result = ("Readiness ", *readiness_words(found))
    return Checklist(result, (head, *lines), below)


def software_checklist(
    found: SoftwareGap, marks: Mapping[str, SkillRating], role: Role
) -> Checklist:
    """The software that employers name for an occupation; any level counts as knowing it.

    Below stands the section of `show`, with the programs that no vocabulary has.
    """
    total = len(found.programs)
    programs = sorted(found.programs, key=lambda one: one.software.name.casefold())
    head = ChecklistLine("", strong(found.wanted.capitalize()), "you")
    lines = [
        ChecklistLine(
            one.skill,
            (_check(marks.get(one.skill), 1), one.software.name),
            level_words(marks.get(one.skill)),
        )
        for one in programs
    ]
    known = ("You know ", data(f"{found.known} of {total}"), f" ({found.rated} rated)")
    return Checklist(known, (head, *lines), tab_page(role, {}, SOFTWARE))


def _check(mark: SkillRating | None, expected: int) -> Check:
    level = mark.level if mark else None
    if not level:
        return Check("unrated" if level is None else "missing")
    return Check("met" if level >= expected else "below")


def level_words(mark: SkillRating | None) -> str:
    """`2 working`; none, claimed, or ? where nothing is marked."""
    if mark is None:
        return "?"
    return f"{mark.level} {PROFICIENCIES[mark.level]}" if mark.level else NO_LEVEL[mark.level]
