"""Skills as a list to rate: what is asked for, the person's ratings, and what both come to."""

from collections.abc import Iterator, Mapping
from math import ceil
from typing import NamedTuple

from careercli.core.gap import Gap, SoftwareGap, Term
from careercli.files.profile_schema import MAX_ONET_LEVEL
from careercli.model.basics import NEEDS, PROFICIENCIES
from careercli.model.role import Role
from careercli.model.skills import SkillRating
from careercli.output.page import Check, Inline, Legend, Page, data, quiet, strong
from careercli.output.screens.gap import EDITORIAL, readiness_words
from careercli.output.screens.role import SKILLS, SOFTWARE, tab_page
from careercli.output.screens.section_context import SectionContext
from careercli.output.screens.skills import NEED_WORDS
from careercli.output.screens.wording import Labels

Ratings = Mapping[str, SkillRating]


class ChecklistLine(NamedTuple):
    """A line of the list.

    skill: the skill that it rates; empty for a line that only says something
    words: the words on the left; `you` and `needed` on the right
    expected: the level asked for, 0 if none is
    top: the highest level of its scale: 4, or 7 of O*NET's skills
    """

    skill: str
    words: Inline
    you: str = ""
    needed: str = ""
    expected: int = 0
    top: int = 4


class Checklist(NamedTuple):
    """What the ratings come to, the lines, and what is below them."""

    result: Inline
    lines: tuple[ChecklistLine, ...]
    below: Page = ()


def checklist(gap: Gap | None, role: Role, ratings: Ratings, labels: Labels) -> Checklist:
    """What a role asks for, by need or by importance; every alternative can be rated.

    Below the list is what it rests on, and nothing else if O*NET rates none of an occupation.
    """
    if gap is None:
        return Checklist("", (), tab_page(SectionContext(role, {}), SKILLS))
    if gap.seniority:
        words = f"Levels: 1 basic, 2 working, 3 advanced, 4 expert. {EDITORIAL}"
        below: Page = (Legend(words),)
    else:
        below = tab_page(SectionContext(role, {}), SKILLS)
    result = ("Readiness ", *readiness_words(gap))
    return Checklist(result, tuple(_lines(gap, ratings, labels)), below)


def _lines(gap: Gap, ratings: Ratings, labels: Labels) -> Iterator[ChecklistLine]:
    for need in (*NEEDS, None):
        terms = [term for term in gap.terms if term.ask.need == need]
        if terms:
            heading = NEED_WORDS[need] if need else "By importance"
            yield ChecklistLine("", strong(heading), "you", "needed")
        for term in terms:
            yield from _alternatives(term, ratings, labels)


def _alternatives(term: Term, ratings: Ratings, labels: Labels) -> Iterator[ChecklistLine]:
    skills, expected = term.ask.any_of, term.ask.expected
    onet = term.ask.rating is not None
    top = MAX_ONET_LEVEL if onet else max(PROFICIENCIES)
    needed = f"{expected:.1f}" if onet else str(expected)
    if len(skills) > 1:
        yield ChecklistLine("", quiet("the best one of these counts"), needed=needed)
        needed = ""
    for skill in skills:
        rating = ratings.get(skill)
        indent = ("  ",) if len(skills) > 1 else ()
        name = (*indent, _check(rating, expected), labels[skill])
        you = str(rating.level) if rating and onet else rating_words(rating)
        yield ChecklistLine(skill, name, you, needed, ceil(expected), top)


def software_checklist(software: SoftwareGap, ratings: Ratings, role: Role) -> Checklist:
    """The software that employers name for an occupation; any level counts as knowing it.

    Below the list is the section of `show`, with the programs that the vocabulary doesn't have.
    """
    total = len(software.programs)
    programs = sorted(software.programs, key=lambda program: program.software.name.casefold())
    head = ChecklistLine("", strong("In demand"), "you")
    lines = [
        ChecklistLine(
            program.skill,
            (_check(ratings.get(program.skill), 1), program.software.name),
            rating_words(ratings.get(program.skill)),
        )
        for program in programs
    ]
    known = ("You know ", data(f"{software.known} of {total}"), f" ({software.rated} rated)")
    return Checklist(known, (head, *lines), tab_page(SectionContext(role, {}), SOFTWARE))


def _check(rating: SkillRating | None, expected: float) -> Check:
    level = rating.level if rating else None
    if not level:
        return Check("unrated" if level is None else "missing")
    return Check("met" if level >= expected else "below")


def rating_words(rating: SkillRating | None) -> str:
    """`2 working`; none, claimed, or ? if it isn't rated."""
    if rating is None:
        return "?"
    if rating.level is None:
        return "claimed"
    return f"{rating.level} {PROFICIENCIES[rating.level]}" if rating.level else "none"
