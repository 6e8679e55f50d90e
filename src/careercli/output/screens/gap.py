"""The gap on the screen: how far, what is missing, what next, and on request the sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from careercli.core.figures import usd
from careercli.core.gap import WEIGHT, Gap, NextSkill, RoleGap, Term, by_distance
from careercli.core.pay import on_basis
from careercli.files.profile import RoleGoal
from careercli.output.footnotes import cite
from careercli.output.page import (
    Aligned,
    Block,
    Check,
    Column,
    Commands,
    Facts,
    Heading,
    Inline,
    Page,
    Paragraph,
    Part,
    Table,
    Title,
    data,
    quiet,
    strong,
)
from careercli.output.screens.skills import level_words, requirement_label, requirement_table
from careercli.output.screens.wording import join_and, pluralize, years_words

if TYPE_CHECKING:
    from careercli.core.onet_gap import OnetGap
    from careercli.model.role import Role

Labels = Mapping[str, str]
MAX_NEXT = 3


def readiness_words(found: Gap | OnetGap) -> tuple[Part, ...]:
    """`41 % (18 of 27 rated; up to 72 % if the rest are met)`."""
    if found.readiness is None:
        return ("nothing rated yet",)
    total = len(found.terms)
    if found.rated == total:
        return (data(f"{found.readiness} %"), f" (all {total} rated)")
    rest = f" ({found.rated} of {total} rated; up to {found.ceiling} % if the rest are met)"
    return (data(f"{found.readiness} %"), rest)


def gap_page(
    role: Role,
    found: Gap,
    steps: Sequence[NextSkill],
    labels: Labels,
    *,
    current: RoleGoal | None,
    flat: bool,
    why: bool,
) -> Page:
    """`skills ROLE --gap`."""
    blocks: list[Block] = [Title(role.title, f"your gap at level {found.level}")]
    if not found.terms:
        return (
            *blocks,
            Paragraph("This role's skills are not described, so there is no gap to show."),
        )
    if found.readiness is None:
        return (*blocks, *_nothing_rated(role, found, labels))
    blocks.append(Paragraph(("Readiness ", *readiness_words(found))))
    open_terms = by_distance(term for term in found.terms if term.state in ("below", "missing"))
    unrated = by_distance(term for term in found.terms if term.state == "unrated")
    met = [term for term in found.terms if term.state == "met"]
    groups = (
        ("To raise, widest gap first", open_terms),
        ("Not rated yet, heaviest first", unrated),
        ("Met", met),
    )
    blocks.append(
        Aligned(tuple(terms_table(title, terms, labels) for title, terms in groups if terms))
    )
    if steps:
        blocks += [
            Heading("Next", "one level more, by what it adds to readiness"),
            *step_blocks(steps, found, labels),
        ]
    if facts := other_factors(role, found, current):
        blocks += [Heading("Beside skills"), Facts(tuple(facts))]
    if flat:
        blocks.append(
            Paragraph(
                "Everything you rated is at one level. Rating some skills higher and some lower "
                "tells you more about what to do next."
            )
        )
    if why:
        blocks += _sum(found, labels)
    elif unrated:
        blocks.append(
            Commands(
                (
                    (f"careercli profile rate {role.slug}", "rate the rest"),
                    (f"careercli skills {role.slug} --gap --why", "how the number is made"),
                )
            )
        )
    else:
        blocks.append(
            Commands(((f"careercli skills {role.slug} --gap --why", "how the number is made"),))
        )
    blocks.append(Paragraph(quiet("Needs and levels are editorial judgement.")))
    return tuple(blocks)


def _nothing_rated(role: Role, found: Gap, labels: Labels) -> list[Block]:
    asked = [term.requirement for term in found.terms]
    musts = [one for one in asked if one.need == "must"] or asked
    slug = role.slug
    return [
        Paragraph("Nothing rated yet, so there is no percentage. What it needs first:"),
        *requirement_table(musts, labels, [found.level]),
        Commands(
            (
                (f"careercli profile rate {slug}", "rate yourself, skill by skill"),
                (f"careercli skills {slug} --gap", "then see how far you are"),
            )
        ),
        Paragraph(
            quiet(
                f"{pluralize(len(asked), 'skill')} in all; needs and levels are editorial "
                "judgement."
            )
        ),
    ]


def terms_table(title: str, terms: Sequence[Term], labels: Labels) -> Table:
    """Terms with what one has and what is needed."""
    columns = (
        Column(title, wide=True),
        Column("you"),
        Column("needed"),
        Column("need", spare=True),
        Column("", wide=True, spare=True),
    )
    return Table(
        columns,
        tuple(
            (
                (Check(term.state), term_name(term, labels)),
                _have(term),
                level_words(term.expected),
                term.requirement.need,
                quiet(_note(term, labels)),
            )
            for term in terms
        ),
    )


def term_name(term: Term, labels: Labels) -> str:
    """The skill that counts, or all that could."""
    if term.level:
        return labels[term.skill]
    return requirement_label(term.requirement, labels)


def _have(term: Term) -> Inline:
    return level_words(term.level) if term.level else {"missing": "none"}.get(term.state, "?")


def _note(term: Term, labels: Labels) -> str:
    notes = []
    if term.claimed:
        notes.append("claimed")
    if term.adjacent:
        notes.append(f"adjacent: {join_and([labels[skill] for skill in term.adjacent])}")
    if term.state == "met" and not term.evidence:
        notes.append("no evidence")
    return "; ".join(notes)


def step_blocks(steps: Sequence[NextSkill], found: Gap, labels: Labels) -> list[Block]:
    """The next skills, with what each would add."""
    rows: list[tuple[Inline, ...]] = []
    for step in steps[:MAX_NEXT]:
        note = "not rated: you may have it" if step.term.state == "unrated" else ""
        rows.append(
            (
                term_name(step.term, labels),
                ("to ", level_words(step.term.level + 1)),
                data(f"+{100 * step.gain / found.full:.1f} %"),
                quiet(note),
            )
        )
    columns = (Column("", wide=True), Column(""), Column("", "right"), Column("", wide=True))
    blocks: list[Block] = [Table(columns, tuple(rows))]
    if rest := steps[MAX_NEXT:]:
        blocks.append(
            Paragraph(quiet(f"{pluralize(len(rest), 'more skill')} would add as much as the last."))
        )
    return blocks


def other_factors(role: Role, found: Gap, current: RoleGoal | None) -> list[tuple[str, Inline]]:
    """What stands beside the skills: tier, education, certificates, pay at the level."""
    facts: list[tuple[str, Inline]] = [
        ("Rung", f"{tier.title}, {years_words(tier.years)}".rstrip(", "))
        for tier in role.tiers
        if tier.level == found.level
    ]
    education = role.education
    if education and education.usual:
        facts.append(("Education", education.usual))
    if education and education.certificates:
        names = join_and(
            list(dict.fromkeys(one.short or one.name for one in education.certificates))
        )
        facts.append(
            ("Certificates", f"{names}; named by employers, not counted in the number above")
        )
    series = on_basis(role.pay, "levels")
    figure = series.figure(found.level) if series else None
    pay: list[Part] = []
    if figure:
        pay = [data(usd(figure.value)), cite(figure, role.sources)]
    elif series:
        pay = ["not published at this level"]
    if pay and figure and current and current.pay:
        ratio = figure.value / current.pay
        pay.append(f"; your present {usd(current.pay)} is {100 / ratio:.0f} % of it")
    if pay:
        facts.append(("Pay there", tuple(pay)))
    return facts


def _sum(found: Gap, labels: Labels) -> list[Block]:
    rows: list[tuple[Inline, ...]] = []
    for term in found.terms:
        need = term.requirement.need
        rows.append(
            (
                term_name(term, labels),
                f"12 × {WEIGHT[need]} × {min(term.level, term.expected)}/{term.expected}",
                f"{term.points}",
                f"of {term.full}",
            )
        )
    rows.append((strong("sum"), "", data(str(found.points)), f"of {found.full}"))
    columns = (
        Column("", wide=True),
        Column("12 × need × you/needed"),
        Column("points", "right"),
        Column(""),
    )
    exact = 100 * found.points / found.full
    return [
        Heading("Why", "must 3, should 2, nice 1; above what is needed counts as met"),
        Table(columns, tuple(rows)),
        Paragraph(
            f"{found.points} / {found.full} = {exact:.2f} %, shown as {found.readiness} % "
            "(rounded down). Unrated skills count 0."
        ),
    ]


def all_gaps_page(gaps: Sequence[RoleGap], level: str) -> Page:
    """`skills --gap` without a target: every role, nearest first."""
    rated = any(one.gap.readiness is not None for one in gaps)
    blocks: list[Block] = [Title("Your gap to every role", f"at level {level}")]
    example = gaps[0].slug if gaps else "ROLE"
    if not rated:
        blocks.append(Paragraph("Nothing rated yet, so there is no percentage."))
        claimed = any(one.gap.claimed for one in gaps)
        rows = tuple(
            (one.title, pluralize(len(one.gap.terms), "skill"), str(one.gap.claimed or "–"))
            for one in gaps
        )
        heads = (Column("Role", wide=True), Column("needs"), Column("you claim", "right"))
        shown = 3 if claimed else 2
        blocks.append(Table(heads[:shown], tuple(row[:shown] for row in rows)))
        blocks.append(
            Commands(
                (
                    (f"careercli profile target {example}", "say where you want to go"),
                    ("careercli profile rate", "rate yourself, skill by skill"),
                )
            )
        )
        return tuple(blocks)
    body: list[tuple[Inline, ...]] = []
    for one in gaps:
        found = one.gap
        if found.readiness is None:
            body.append((one.title, quiet("–"), f"0 of {len(found.terms)}", quiet("no basis")))
        else:
            body.append(
                (
                    one.title,
                    data(f"{found.readiness} %"),
                    f"{found.rated} of {len(found.terms)}",
                    f"{found.ceiling} %",
                )
            )
    columns = (
        Column("Role", wide=True),
        Column("readiness", "right"),
        Column("rated"),
        Column("at most"),
    )
    blocks.append(Table(columns, tuple(body)))
    blocks.append(
        Commands(
            (
                (f"careercli skills {example} --gap", "one role in full"),
                (f"careercli profile target {example}", "make it your target"),
            )
        )
    )
    return tuple(blocks)
