"""Interests: the six scores, and the roles whose interests follow them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.core.interest_questions import ANSWERS, QUESTIONS
from careercli.core.interests import INTEREST_LETTERS, INTEREST_NAMES, Scores
from careercli.model.basics import RoleSummary
from careercli.output.page import (
    Approx,
    Column,
    Commands,
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
from careercli.output.screens.lists import figure_cell, two_places
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


class RoleFit(NamedTuple):
    """A role, and how well its interests follow somebody's: Pearson's r, from -1 to 1.

    borrowed: whether its interests are those of a near occupation
    """

    role: RoleSummary
    fit: float
    borrowed: bool


class InterestsView(NamedTuple):
    """What `interests` shows.

    scores: in the order R I A S E C
    letters: the letters that were given, of which only the order is known
    asked: whether they were asked for, by careercli's own questions
    suited: whether the roles suit; else they are only the nearest that pass the filters
    """

    scores: Scores
    roles: Sequence[RoleFit]
    names: Mapping[str, str]
    letters: str
    asked: bool
    suited: bool


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
    title = Title("Your interests", ", ".join(INTEREST_NAMES[one] for one in view.letters))
    ranked = sorted(zip(INTEREST_LETTERS, view.scores, strict=True), key=lambda pair: -pair[1])
    scale = Scale(
        tuple(
            ScaleRow(
                INTEREST_NAMES[letter],
                data(f"{score:g}"),
                span=(0, score),
                note=quiet(MEANINGS[letter]),
            )
            for letter, score in ranked
        ),
        0,
        max(view.scores),
    )
    table = Table(
        (
            Column("Suits you best" if view.suited else "Suits you in part", wide=True),
            Column("fit", "right"),
            Column("median pay", "right", short="pay"),
            Column("growth", "right"),
        ),
        tuple(_row(role, view.names) for role in view.roles),
    )
    what = "Thirty questions of ours, no validated test. " if view.asked else ""
    legend = f"{what}Fit: r of your six scores and O*NET's six of the role, 1 at best."
    return (
        title,
        *(() if view.letters else (scale,)),
        table,
        Legend(legend),
        *(
            Commands(((f"careercli show {typed_name(role.role)}", "read the first"),))
            for role in view.roles[:1]
        ),
    )


def _row(one: RoleFit, names: Mapping[str, str]) -> tuple[Inline, ...]:
    fit = two_places(one.fit)
    return (
        names[one.role.key],
        Approx(fit, "data") if one.borrowed else data(fit),
        figure_cell(one.role.pay_words, one.role.pay_note),
        figure_cell(one.role.growth_words, one.role.growth_note),
    )
