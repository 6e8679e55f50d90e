"""The report: one page for a person, or for their coach; and a coach's clients, a line for each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.core.clients import Client, SharedGap, totals, unrated_by_many
from careercli.core.gap import TargetGap, Term, by_distance
from careercli.core.moves import Move, Start
from careercli.core.plan import PlanStep
from careercli.files.profile import Profile
from careercli.model.basics import RoleRow
from careercli.output.page import (
    Block,
    Cite,
    Column,
    Facts,
    Heading,
    Inline,
    Legend,
    Page,
    Paragraph,
    Table,
    Title,
    cited,
    data,
    parts,
    quiet,
)
from careercli.output.screens.blocks import commands, known_facts
from careercli.output.screens.credential import held_blocks
from careercli.output.screens.entry_words import short_label as credential_label
from careercli.output.screens.first import fact_rows
from careercli.output.screens.gap import (
    EDITORIAL,
    NOT_DESCRIBED,
    WIDEST,
    known_software,
    next_blocks,
    other_factors,
    readiness_words,
    skill_blocks,
    term_name,
    terms_in,
    terms_table,
)
from careercli.output.screens.move_words import MovesView, pay_cell, start_words
from careercli.output.screens.moves import moves_blocks
from careercli.output.screens.occupation import cite_onet
from careercli.output.screens.plan import EntryPlan, entry_blocks
from careercli.output.screens.profile import role_words
from careercli.output.screens.section_context import SectionContext
from careercli.output.screens.skills import short_label
from careercli.output.screens.wording import Labels, alternatives, pluralize, shown_name, typed_name
from careercli.text import join_and

MAX_SKILLS = 8
"""Skills of a kind that a report names; `skills --gap` has all of them."""
MAX_SHARED_GAPS = 10
FACTS = ("Pay", "Outlook", "Remote")
"""What a report says of the role, out of all that `show` says first."""


class TargetStep(NamedTuple):
    """The move from the present role to the target.

    rows: key -> role, for the two; place: whose pay it is, empty for the country
    """

    start: Start
    move: Move
    rows: Mapping[str, RoleRow]
    place: str = ""


class TargetReport(NamedTuple):
    """A role, how far it is, and the order to learn what is missing in.

    target: with the labels of every skill that the gap and the plan name
    plan: None of an occupation
    imported: whether O*NET's skill ratings were imported, of any occupation
    entry: what it takes of the person
    step: from the present role to it, whose pay is compared; None without a present role
    """

    target: TargetGap
    plan: Sequence[PlanStep] | None
    imported: Callable[[], bool]
    entry: EntryPlan = EntryPlan()
    step: TargetStep | None = None


def report_page(
    person: Profile,
    name: str,
    titles: Mapping[str, str],
    towards: TargetReport | None,
    moves: MovesView | None,
) -> Page:
    """`report`; `name` is the profile's, if it isn't the user's own.

    `moves` are from the present role or the person's skills; None if neither is known.
    """
    blocks: list[Block] = [Title("Career report", name)]
    blocks += known_facts(_who(person, titles, towards))
    near: list[Block] = []
    if moves:
        near = [Heading("Moves", start_words(moves)), *moves_blocks(moves, on_paper=True)]
    if towards is None:
        without = Paragraph("There is no target yet, so there is no gap to show.")
        find = ("careercli list", "find a role")
        aim = ("careercli profile set target=ROLE", "say where you want to go")
        return (*blocks, without, commands(find, aim), *near)
    gap = towards.target.gap
    blocks += entry_blocks(towards.entry._replace(optional=()))  # the list of credentials has those
    blocks += _role_blocks(towards, person)
    blocks += _gap_blocks(towards)
    blocks += _software_blocks(towards.target)
    blocks += held_blocks(towards.target.credentials)
    blocks += near
    if gap and gap.seniority and gap.terms:
        blocks.append(Legend(EDITORIAL))
    return tuple(blocks)


def _who(
    person: Profile, titles: Mapping[str, str], towards: TargetReport | None
) -> Iterator[tuple[str, Inline]]:
    gap = towards.target.gap if towards else None
    if person.current:
        pay = _present_pay(towards.step) if towards and towards.step else ""
        yield "Today", _with_pay(role_words(person.current, titles), pay)
        is_known = person.current.level or person.tables["current"].get("years")
        if gap and gap.job_percent and not is_known:
            yield "Years in it", "not known, so that its skills are counted as at the entry level"
    if towards:
        level = f", level {gap.seniority}" if gap and gap.seniority else ""
        yield "Target", _with_pay(f"{shown_name(towards.target.role)}{level}", _target_pay(towards))
    if person.interests:
        yield "Interests", person.interests
    if gap and gap.terms:
        yield "Readiness", readiness_words(gap)
    elif person.entries:
        yield "Profile", _rated_words(person)


def _with_pay(words: str, pay: Inline) -> Inline:
    return (f"{words}, ", *parts(pay)) if pay else words


def _present_pay(step: TargetStep) -> Inline:
    """The present role's pay; none beside one's own, which is said with the job."""
    here = step.start.role
    if here is None or step.start.own_pay:
        return ""
    return pay_cell(here, step.rows[here.key], step.move.basis)


def _target_pay(towards: TargetReport) -> Inline:
    """The target's pay, and how much more or less that is than the present."""
    if towards.step is None:
        return ""
    move, rows, place = towards.step.move, towards.step.rows, towards.step.place
    pay = parts(pay_cell(move.to, rows[move.to.key], move.basis))
    if not pay:
        return ""
    where = f" in {place}" if place and move.basis == "survey" else ""
    if move.pay.number is None:
        return (*pay, where)
    percent = round(100 * (move.pay.number - 1))
    apart = (
        f"{abs(percent)} % {'more' if percent > 0 else 'less'} than" if percent else "as much as"
    )
    return (*pay, f"{where}: {apart} today")


def _rated_words(person: Profile) -> str:
    """How many skills a profile has, and how many of them have a level."""
    count, words = len(person.entries), pluralize(len(person.entries), "skill")
    rated = sum(rating.level is not None for rating in person.ratings.values())
    if rated == count:
        return f"{words} rated"
    return f"{words}, {rated or 'none'} rated"


def _gap_blocks(towards: TargetReport) -> Iterator[Block]:
    target = towards.target
    gap, labels = target.gap, target.labels
    if gap is None or not gap.seniority:
        onet = cite_onet(target.role)
        yield Heading("The gap", cited("O*NET's skills, on its own scale", onet))
    if gap is None:
        yield from skill_blocks(target, imported=towards.imported)
        return
    if not gap.terms:
        yield Paragraph(NOT_DESCRIBED)
        return
    if gap.readiness is None:
        skills = pluralize(len(gap.terms), "skill")
        yield Paragraph(f"You haven't rated any of the {skills} it asks for.")
        command = f"careercli profile rate {typed_name(target.role)}"
        yield commands((command, "rate yourself, skill by skill"))
        return
    if gap.seniority:
        yield Heading("The gap", f"at level {gap.seniority}")
    missing = by_distance(terms_in(gap, "below", "missing"))
    if missing:
        yield terms_table(WIDEST, missing[:MAX_SKILLS], labels)
    unrated = by_distance(terms_in(gap, "unrated"))
    groups = (
        ("Also to raise", missing[MAX_SKILLS:]),
        ("Claimed, level not known", [term for term in unrated if term.claimed]),
        ("Not rated", [term for term in unrated if not term.claimed]),
        ("Met", terms_in(gap, "met")),
    )
    yield from known_facts((label, _first_of(terms, labels)) for label, terms in groups if terms)
    yield from next_blocks("Next skills", target, gap)
    if towards.plan:
        names = [
            _short(step.term, labels) if step.term else labels[step.skill]
            for step in towards.plan[:MAX_SKILLS]
        ]
        if rest := towards.plan[MAX_SKILLS:]:
            names.append(f"{len(rest)} more")
        yield Heading("The order", "what builds on what, then what matters most")
        yield Paragraph(" → ".join(names))


def _first_of(terms: Sequence[Term], labels: Mapping[str, str]) -> Inline:
    """How many, and the first of them."""
    names = [_short(term, labels) for term in terms[:MAX_SKILLS]]
    if rest := terms[MAX_SKILLS:]:
        names.append(f"and {len(rest)} more")
    return (data(str(len(terms))), f": {'; '.join(names)}")


def _short(term: Term, labels: Mapping[str, str]) -> str:
    is_named = term.level or term.claimed
    return labels[term.skill] if is_named else short_label(term.ask.any_of, labels)


def _software_blocks(target: TargetGap) -> Iterator[Block]:
    software = target.software
    if not (software and software.programs):
        return
    programs = software.programs
    yield Heading("Software", cited("in demand", cite_onet(target.role)))
    yield known_software(software)
    groups = (
        ("You know", "known"),
        ("You don't", "none"),
        ("Claimed", "claimed"),
        ("Not rated", "unrated"),
    )
    yield from known_facts(
        (label, join_and([program.software.name for program in programs if program.state == state]))
        for label, state in groups
    )
    if not software.rated:
        yield commands((f"careercli profile set {programs[0].skill}=2", "say what you know"))


def _role_blocks(towards: TargetReport, person: Profile) -> list[Block]:
    """The role itself: pay, outlook, and what counts beyond its skills."""
    role, gap = towards.target.role, towards.target.gap
    way_in = towards.entry.way_in
    labels = FACTS if role.education or way_in else (*FACTS, "Way in")
    facts = list(fact_rows(SectionContext(role, towards.target.labels), labels))
    if way_in:
        facts.append(("Way in", (way_in, quiet(" (ours)"))))
    if gap:
        facts += other_factors(role, gap, person.current)
    blocks: list[Block] = [Heading(shown_name(role))]
    if role.summary:
        blocks.append(Paragraph(role.summary))
    return [*blocks, Facts(tuple(facts))] if facts else []


def clients_page(clients: Sequence[Client], lacking: Sequence[SharedGap], labels: Labels) -> Page:
    """`report --clients`."""
    sums = totals(clients)
    have = "has" if sums.measured == 1 else "have"
    summed: Inline = f"{sums.measured} of {len(clients)} {have} a guide as their target."
    if sums.rated:
        share = data(f"{100 * sums.points // sums.full} %")
        whose = "That client has" if sums.measured == 1 else "Together they have"
        if sums.rated < sums.measured:
            whose = f"The {sums.rated} of them with known skills have"
            if sums.rated == 1:
                whose = "The one with known skills has"
        summed = (f"{summed} {whose} ", share, " of what their targets ask for.")
    elif sums.measured:
        summed = f"{summed} None of them has rated a skill yet."
    holds = any(client.to_hold for client in clients)
    columns = (
        Column("Client"),
        Column("target", wide=True),
        Column("known", spare=True),
        Column("readiness", "right"),
        Column("top next skill", wide=True),
        *([Column("to hold", wide=True)] if holds else []),
    )
    blocks: list[Block] = [
        Title("Clients", pluralize(len(clients), "profile")),
        Table(columns, tuple(_client_row(client)[: len(columns)] for client in clients)),
        Paragraph(summed),
    ]
    if lacking:
        heads = (
            Column("Skill", wide=True),
            Column("clients", "right"),
            Column("with none", "right"),
            Column("not rated", "right"),
        )
        rows = tuple(
            (
                alternatives(gap.any_of, labels),
                data(str(gap.missing + gap.below)),
                str(gap.missing),
                quiet(str(gap.unrated)),
            )
            for gap in lacking[:MAX_SHARED_GAPS]
        )
        heading = Heading("Missing most", "clients who have less than their target asks for")
        blocks += [heading, Table(heads, rows)]
        if rest := lacking[MAX_SHARED_GAPS:]:
            more = f"{pluralize(len(rest), 'more skill')} with --format json."
            blocks.append(Paragraph(quiet(more)))
    if open_to_all := unrated_by_many(clients):
        names = [
            f"{alternatives(gap.any_of, labels)} ({gap.unrated})"
            for gap in open_to_all[:MAX_SKILLS]
        ]
        words = "Asked of several clients, and not rated by so many of them"
        blocks.append(Paragraph(f"{words}: {join_and(names)}."))
    return (*blocks, commands(("careercli report --profile FILE", "one client's report")))


def _client_row(client: Client) -> tuple[Inline, ...]:
    gap, why = client.gap, quiet(_why_unmeasured(client))
    level = f", {gap.seniority}" if gap and gap.seniority else ""
    title: Inline = f"{client.short}{level}" or why
    if client.attribution:
        title = cited(client.short, Cite(client.attribution))
    to_hold = "; ".join(credential_label(asked.credential.label) for asked in client.to_hold)
    if gap is None or not gap.terms:
        return (client.name, title, "", quiet("–"), why if client.title else "", to_hold)
    rated = f"{gap.rated} of {len(gap.terms)}"
    if gap.readiness is None:
        return (client.name, title, rated, quiet("–"), quiet("–"), to_hold)
    step = next_skill(client)
    learn: Inline = step.label if step else quiet("all met")
    return (client.name, title, rated, data(f"{gap.readiness} %"), learn, to_hold)


class Next(NamedTuple):
    """What a client would best learn next: ids of skills that can stand in for each other."""

    any_of: tuple[str, ...]
    label: str


def next_skill(client: Client) -> Next | None:
    """None if everything is met, or nothing is rated or there to measure."""
    term = client.next_term
    if term is None:
        return None
    any_of = (term.skill,) if term.level else term.ask.any_of
    return Next(any_of, term_name(term, client.labels))


def _why_unmeasured(client: Client) -> str:
    """Why a client's points aren't in the sum."""
    if client.software:
        known, programs = client.software.known, len(client.software.programs)
        return f"knows {known} of {programs} programs"
    return {
        "not described": "its skills aren't described",
        "no target": "no target",
        "unknown target": "unknown target",
        "unreadable": "can't be read",
    }.get(client.state, "")
