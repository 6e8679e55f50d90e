"""Interests: the six scores, and the roles whose interests follow them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.core.entry import EDUCATION
from careercli.core.interests import ANSWERS, INTEREST_LETTERS, INTEREST_NAMES, QUESTIONS, Scores
from careercli.model.basics import RoleSummary
from careercli.output.page import (
    Approx,
    Block,
    Column,
    Inline,
    Legend,
    Page,
    Scale,
    ScaleRow,
    Table,
    Title,
    data,
    quiet,
)
from careercli.output.screens.blocks import commands
from careercli.output.screens.lists import summary_cells, two_places
from careercli.output.screens.wording import typed_name

MEANINGS = {
    "R": "hands, tools, machines, animals, outdoors",
    "I": "finding out how things work, and why",
    "A": "making what was not there before",
    "S": "teaching, helping and caring for people",
    "E": "persuading, leading, starting things",
    "C": "order, records, numbers, clear rules",
}
"""What somebody likes who scores high, in our words."""


SHORT_EDUCATION = dict(
    zip(
        EDUCATION,
        (
            *("no diploma", "diploma", "some college", "certificate"),
            *("associate's", "bachelor's", "master's", "doctorate"),
        ),
        strict=True,
    )
)
"""Education at entry, in a cell."""


class RoleFit(NamedTuple):
    """A role, and how well its interests follow somebody's: Pearson's r, from -1 to 1.

    borrowed: whether its interests are those of a near occupation
    education: what it asks for at entry, in the projections' words; empty if that isn't known
    """

    role: RoleSummary
    fit: float
    borrowed: bool
    education: str = ""


class InterestsView(NamedTuple):
    """What `interests` shows.

    scores: in the order R I A S E C
    letters: the letters that were given, of which only the order is known
    asked: whether they were asked for, by careercli's own questions
    suited: whether the roles suit; else they are only the nearest that pass the filters
    within: the command that leaves out what asks for more education than the person has; empty if
        none that is shown does, or theirs isn't known
    """

    scores: Scores
    roles: Sequence[RoleFit]
    names: Mapping[str, str]
    letters: str
    asked: bool
    suited: bool
    within: str = ""


def intro_lines() -> Iterator[str]:
    """What is said before the first question."""
    yield f"{len(QUESTIONS)} things that people do at work. How would you like each of them?"
    yield "  ".join(f"{number} {words}" for number, words in enumerate(ANSWERS, start=1))
    yield "One key each, no Enter. b goes back, q leaves."


def asked_line(index: int) -> str:
    """The question after `index` answers."""
    return f"{index + 1:3} of {len(QUESTIONS)}  {QUESTIONS[index]}  "


def interests_page(view: InterestsView) -> Page:
    """`interests`."""
    named = ", ".join(INTEREST_NAMES[letter] for letter in view.letters)
    blocks: list[Block] = [Title("Your interests", named)]
    if not view.letters:
        ranked = sorted(zip(INTEREST_LETTERS, view.scores, strict=True), key=lambda pair: -pair[1])
        bars = (_bar(letter, score) for letter, score in ranked)
        blocks.append(Scale(tuple(bars), 0, max(view.scores)))
    columns = (
        Column("Suits you best" if view.suited else "Suits you in part", wide=True),
        Column("fit", "right"),
        Column("education"),
        Column("median pay", "right", short="pay"),
        Column("growth", "right"),
    )
    what = "Thirty questions of ours, no validated test. " if view.asked else ""
    legend = f"{what}Fit: how closely O*NET's six scores of the role follow yours; 1 at best."
    blocks += [Table(columns, tuple(_row(*fit, view.names) for fit in view.roles)), Legend(legend)]
    if view.roles:
        following = [(f"careercli show {typed_name(view.roles[0].role)}", "read the first")]
        if view.within:
            following.append((view.within, "only what your education opens"))
        blocks.append(commands(*following))
    return tuple(blocks)


def _bar(letter: str, score: float) -> ScaleRow:
    value, meaning = data(f"{score:g}"), quiet(MEANINGS[letter])
    return ScaleRow(INTEREST_NAMES[letter], value, span=(0, score), note=meaning)


def _row(
    role: RoleSummary, fit: float, borrowed: bool, education: str, names: Mapping[str, str]
) -> tuple[Inline, ...]:
    words = two_places(fit)
    return (
        names[role.key],
        Approx(words, "data") if borrowed else data(words),
        SHORT_EDUCATION.get(education, quiet("–")),
        *summary_cells(role),
    )
