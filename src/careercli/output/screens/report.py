"""The report: one page for a person, or for their coach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from careercli.core.gap import Gap, NextSkill, Term, by_distance
from careercli.files.profile import Profile
from careercli.model.role import Role
from careercli.output.page import (
    Block,
    Cite,
    Commands,
    Facts,
    Heading,
    Inline,
    Page,
    Paragraph,
    Title,
    cited,
    data,
    quiet,
)
from careercli.output.screens.gap import other_factors, readiness_words, step_blocks, terms_table
from careercli.output.screens.glance import glance_of
from careercli.output.screens.move_words import MovesView, start_words
from careercli.output.screens.moves import moves_blocks
from careercli.output.screens.occupation import cite_onet
from careercli.output.screens.occupation_gap import skill_blocks
from careercli.output.screens.profile import aim_words
from careercli.output.screens.section import SectionContext
from careercli.output.screens.skills import short_label
from careercli.output.screens.wording import join_and, pluralize

if TYPE_CHECKING:
    from careercli.core.onet_gap import OnetGap
    from careercli.core.plan import PlanStep
    from careercli.core.software import SoftwareGap

MAX_SKILLS = 8
"""Skills of a kind that a report names; `skills --gap` has all of them."""
GLANCE = ("Pay", "Outlook", "Remote", "Preparation")
"""What a report says of the role, of all that `show` says first."""


class TargetReport(NamedTuple):
    """A role and how far it is: by levels, or by O*NET's skills and software of an occupation.

    imported: whether O*NET's skill ratings were imported, of whatever occupation
    """

    role: Role
    labels: Mapping[str, str]
    gap: Gap | None = None
    steps: Sequence[NextSkill] = ()
    plan: Sequence[PlanStep] = ()
    skills: OnetGap | None = None
    software: SoftwareGap | None = None
    imported: bool = False


def report_page(
    person: Profile,
    name: str,
    titles: Mapping[str, str],
    towards: TargetReport | None,
    moves: MovesView | None,
) -> Page:
    """`report`; `name` is the profile's, where it is not the user's own.

    `moves` are from the present role or the person's skills; None where nothing is known of them.
    """
    blocks: list[Block] = [Title("Career report", name)]
    if facts := list(_who(person, titles, towards)):
        blocks.append(Facts(tuple(facts)))
    if towards is None:
        return (*blocks, *_without_target(), *_moves(moves))
    if towards.software:
        onet = cite_onet(towards.role)
        blocks.append(Heading("The gap", cited("O*NET's skills, on its own scale", onet)))
        blocks += skill_blocks(towards.skills, imported=towards.imported, most=MAX_SKILLS)
        blocks += _software_blocks(towards.role.slug, towards.software, onet)
    elif towards.gap:
        blocks += _gap_blocks(towards, towards.gap)
    blocks += _there(towards, person)
    blocks += _moves(moves)
    if towards.gap and towards.gap.terms:
        blocks.append(Paragraph(quiet("Needs and levels are editorial judgement.")))
    return tuple(blocks)


def _who(
    person: Profile, titles: Mapping[str, str], towards: TargetReport | None
) -> Iterator[tuple[str, Inline]]:
    if person.current:
        yield "Today", aim_words(person.current, titles)
    if towards:
        level = f", level {towards.gap.level}" if towards.gap else ""
        yield "Target", f"{towards.role.title}{level}"
    if person.interests:
        yield "Interests", person.interests
    found = (towards.gap or towards.skills) if towards else None
    if found and found.terms:
        yield "Readiness", readiness_words(found)
    elif person.entries:
        yield "Profile", f"{pluralize(len(person.entries), 'skill')} marked"


def _without_target() -> list[Block]:
    return [
        Paragraph("There is no target yet, so there is no gap to show."),
        Commands(
            (
                ("careercli list", "find a role"),
                ("careercli profile target ROLE", "say where you want to go"),
            )
        ),
    ]


def _gap_blocks(towards: TargetReport, found: Gap) -> list[Block]:
    labels, slug = towards.labels, towards.role.slug
    if not found.terms:
        return [Paragraph("This role's skills are not described, so there is no gap to show.")]
    if found.readiness is None:
        words = f"Nothing rated yet of the {pluralize(len(found.terms), 'skill')} it asks for."
        commands = (
            (f"careercli profile rate {slug}", "rate yourself, skill by skill"),
            ("careercli report", "then see this page again"),
        )
        return [Paragraph(words), Commands(commands)]
    blocks: list[Block] = [Heading("The gap", f"at level {found.level}")]
    missing = by_distance(term for term in found.terms if term.state in ("below", "missing"))
    if missing:
        blocks.append(terms_table("To raise, widest gap first", missing[:MAX_SKILLS], labels))
    facts = [
        (label, _first_of(terms, labels))
        for label, terms in (
            ("Also to raise", missing[MAX_SKILLS:]),
            ("Not rated", by_distance(one for one in found.terms if one.state == "unrated")),
            ("Met", [one for one in found.terms if one.state == "met"]),
        )
        if terms
    ]
    if facts:
        blocks.append(Facts(tuple(facts)))
    if towards.steps:
        blocks += [
            Heading("Next skills", "one level more, by what it adds to readiness"),
            *step_blocks(towards.steps, found, labels),
        ]
    if towards.plan:
        names = [
            _short(step.term, labels) if step.term else labels[step.skill]
            for step in towards.plan[:MAX_SKILLS]
        ]
        more = len(towards.plan) - len(names)
        rest = f" → {more} more" if more else ""
        blocks += [
            Heading("The order", "what builds on what, then what matters most"),
            Paragraph(f"{' → '.join(names)}{rest}"),
        ]
    return blocks


def _first_of(terms: Sequence[Term], labels: Mapping[str, str]) -> Inline:
    """How many, and the first of them."""
    names = [_short(term, labels) for term in terms[:MAX_SKILLS]]
    more = len(terms) - len(names)
    return (data(str(len(terms))), f": {'; '.join(names)}" + (f"; and {more} more" if more else ""))


def _short(term: Term, labels: Mapping[str, str]) -> str:
    return labels[term.skill] if term.level else short_label(term.requirement, labels)


def _software_blocks(slug: str, found: SoftwareGap, onet: Cite | None) -> list[Block]:
    if not found.programs:
        return [Paragraph("No software of this occupation is in demand or hot.")]
    known = data(f"{found.known} of {len(found.programs)}")
    facts = []
    for label, state in (
        ("You know", "known"),
        ("You do not", "none"),
        ("Claimed", "claimed"),
        ("Not rated", "unrated"),
    ):
        if names := [one.software.name for one in found.programs if one.state == state]:
            facts.append((label, join_and(names)))
    blocks: list[Block] = [
        Heading("Software", cited(found.wanted, onet)),
        Paragraph(("You know ", known, f" ({found.rated} of {len(found.programs)} rated).")),
        Facts(tuple(facts)),
    ]
    if not found.rated:
        commands = (
            (f"careercli profile set {found.programs[0].skill}=2", "say what you know"),
            (f"careercli skills {slug}", "its skills on O*NET's own scale"),
        )
        blocks.append(Commands(commands))
    return blocks


def _there(towards: TargetReport, person: Profile) -> list[Block]:
    """The role that one would come to: pay, outlook, and what stands beside its skills."""
    role = towards.role
    facts = list(glance_of(SectionContext(role, towards.labels), GLANCE))
    if towards.gap:
        facts += other_factors(role, towards.gap, person.current)
    blocks: list[Block] = [Heading(role.title)]
    if role.summary:
        blocks.append(Paragraph(role.summary))
    return [*blocks, Facts(tuple(facts))] if facts else []


def _moves(moves: MovesView | None) -> list[Block]:
    """Where one could go, by the tests of `moves`."""
    if moves is None:
        return []
    return [Heading("Moves", start_words(moves.start)), *moves_blocks(moves)]
