"""The plan on the screen: what to have, then what to learn, hours only if a source says."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from typing import NamedTuple

from careercli.core.entry import Entry, Held
from careercli.core.gap import Gap
from careercli.core.plan import EntryStep, PlanStep, sourced_hours, weeks
from careercli.model.basics import PROFICIENCIES
from careercli.model.portrait import Credential
from careercli.model.role import Role
from careercli.output.page import (
    Block,
    Bullets,
    Column,
    Heading,
    Inline,
    Page,
    Paragraph,
    Table,
    Title,
    quiet,
)
from careercli.output.screens.blocks import commands
from careercli.output.screens.entry_words import (
    Studied,
    entry_lines,
    first_come_first,
    optional_words,
)
from careercli.output.screens.gap import term_name
from careercli.output.screens.wording import (
    Labels,
    counted_words,
    first_of,
    is_leftover,
    leftover_words,
    pluralize,
    shown_name,
    typed_name,
)
from careercli.text import join_and

MAX_OPTIONAL = 4
MAX_UNRATED = 6
"""Skills that aren't rated, of which a line names the first."""


class EntryPlan(NamedTuple):
    """What an occupation takes of a person.

    takes: everything that it asks for; brings: what the person has
    credentials: id -> credential, of all that it asks for
    optional: those that only some ask for
    way_in: the usual way in, in our words
    less: share in percent who say in O*NET's survey that less schooling is required
    studied: fields of study that lead there, if it takes another degree
    """

    takes: Entry = Entry()
    brings: Held = Held()
    credentials: Mapping[str, Credential] = {}  # never changed
    optional: Sequence[EntryStep] = ()
    way_in: str = ""
    less: float | None = None
    studied: Studied = Studied()

    @property
    def steps(self) -> list[EntryStep]:
        """What there is to say of schooling, credentials, experience and training."""
        return [
            EntryStep(part, self.credentials.get(part.name), self.takes.program)
            for part in first_come_first(self.takes, self.credentials)
        ]


class PlanView(NamedTuple):
    """What to have and to learn before a role.

    steps: of skills; `labels` of every skill that they name
    entry: what the occupation takes
    asking: skill id -> how many roles ask for it; empty unless they are sorted by it
    a_week: hours a week for learning
    part: what the goal is called, if it is only a part of the role
    has_way: whether the profile has a job, or school, from which a path leads there
    placed: whether the profile has a job or ratings, against which unrated skills are only named
    """

    role: Role
    gap: Gap
    steps: Sequence[PlanStep]
    labels: Labels
    entry: EntryPlan = EntryPlan()
    asking: Mapping[str, int] = {}  # never changed
    a_week: float | None = None
    placed: bool = False
    part: str = ""
    has_way: bool = False


def plan_page(view: PlanView) -> Page:
    """`plan`."""
    role, gap = view.role, view.gap
    aside = "plan" if role.bare_occupation else f"plan to level {gap.seniority}"
    blocks: list[Block] = [Title(view.part or shown_name(role), aside)]
    if view.part:
        blocks.append(Paragraph(counted_words(view.part, shown_name(role))))
    if is_leftover(role.title):
        blocks.append(Paragraph(leftover_words(role.name or role.title)))
    if view.entry.way_in:
        blocks.append(Paragraph(("Way in: ", view.entry.way_in, quiet(" (ours)"))))
    blocks += entry_blocks(view.entry, view.a_week, is_numbered=True)
    if role.bare_occupation:
        if view.entry.takes.state == "have":
            blocks.append(Paragraph("Nothing is asked for at entry that you don't have."))
        typed = "-".join(view.part.casefold().split()) or typed_name(role)
        following = [(f"careercli skills {typed} --gap", "its skills against yours")]
        if view.has_way:
            following.append((f"careercli path {typed}", "the way there from where you are"))
        return (*blocks, commands(*following))
    if not gap.terms:
        return (*blocks, Paragraph("This role's skills aren't described, so none are planned."))
    if not view.steps:
        return (*blocks, Paragraph("Nothing is missing: every skill is at the level needed."))
    return (*blocks, *_skill_blocks(view))


def entry_blocks(
    entry: EntryPlan, a_week: float | None = None, *, is_numbered: bool = False
) -> Iterator[Block]:
    """What to have before a role: school, credentials, experience.

    a_week: hours a week for learning
    is_numbered: whether what is still to be had is numbered, if it is more than one thing, as the
        first steps of a plan
    """
    if steps := entry.steps:
        yield Heading("To have")
        lines: list[Inline] = []
        numbers: list[int] = []
        is_numbered = is_numbered and sum(step.is_to_do for step in steps) > 1
        for step in steps:
            told = [*_entry_lines(step, entry, a_week)]
            number = max(numbers, default=0) + 1 if is_numbered and step.is_to_do else 0
            numbers += [number, *(0 for _ in told[1:])]
            lines += told
        yield Bullets(tuple(lines), numbers=tuple(numbers) if any(numbers) else ())
    if entry.optional:
        optional = [step.part.name for step in entry.optional[:MAX_OPTIONAL]]
        yield Paragraph(f"{optional_words(optional, entry.credentials, entry.brings)}.")


def _entry_lines(step: EntryStep, entry: EntryPlan, a_week: float | None) -> Iterator[Inline]:
    time = ""
    if step.hours and a_week:
        low, high = (weeks(hours, a_week) for hours in step.hours)
        time = f" ({low if low == high else f'{low} to {high}'} weeks at {a_week:g} hours)"
    return entry_lines(
        step.part, entry.takes, entry.credentials, entry.brings, entry.less, time, entry.studied
    )


def _skill_blocks(view: PlanView) -> Iterator[Block]:
    unrated = [step for step in view.steps if step.term and step.term.state == "unrated"]
    steps = [step for step in view.steps if not (view.placed and step in unrated)]
    if view.entry.steps and steps:
        yield Heading("To learn")
    musts = [step for step in (*steps, *unrated) if step.term and step.term.ask.need == "must"]
    first = not view.placed or not steps or (bool(musts) and all(step in unrated for step in musts))
    if unrated and first:
        yield from _unrated_blocks(view, unrated)
    if steps:
        yield from _step_blocks(view, steps)
    if unrated and not first:
        yield from _unrated_blocks(view, unrated, also=True)


def _step_blocks(view: PlanView, steps: Sequence[PlanStep]) -> Iterator[Block]:
    """The steps as a table, and what sources state of how long they take."""
    columns = (
        Column("", "right"),
        Column("Skill", wide=True),
        Column("level"),
        Column("need"),
        Column("builds on", wide=True),
        Column("hours", "right"),
        Column("asked by", "right"),
    )
    builds, timed = any(step.after for step in steps), any(step.hours for step in steps)
    first = 1 + sum(step.is_to_do for step in view.entry.steps)
    rows = [_row(number, step, view) for number, step in enumerate(steps, start=first)]
    kept = (True, True, True, True, builds, timed, bool(view.asking))
    yield Table(tuple(compress(columns, kept)), tuple(tuple(compress(row, kept)) for row in rows))
    for text in _hours(steps, view):
        yield Paragraph(quiet(text))


def _unrated_blocks(
    view: PlanView, unrated: Sequence[PlanStep], *, also: bool = False
) -> Iterator[Block]:
    """What isn't rated: a line that names it beside what is known to be missing, or how many of
    the steps it is.

    also: whether it stands behind the steps
    """
    count = len(unrated)
    if view.placed:
        names = first_of([_name(step, view.labels) for step in unrated], MAX_UNRATED)
        asked = "Also asked for" if also else "Asked for"
        yield Paragraph(f"{asked}, and not rated by you yet: {names}.")
    else:
        verb, them = ("is", "it") if count == 1 else ("are", "them")
        words = f"{count} of {pluralize(len(view.steps), 'skill')} {verb} here only because"
        yield Paragraph(f"{words} you haven't rated {them} yet.")
    yield commands((f"careercli profile rate {typed_name(view.role)}", "rate these first"))


def _name(step: PlanStep, labels: Labels) -> str:
    term = step.term
    return labels[step.skill] if term is None or term.claimed else term_name(term, labels)


def _row(number: int, step: PlanStep, view: PlanView) -> tuple[Inline, ...]:
    term, labels = step.term, view.labels
    return (
        str(number),
        _name(step, labels),
        f"{step.start or '–'} → {step.end} {PROFICIENCIES[step.end]}",
        (term.ask.need if term else None) or "others build on it",
        quiet(join_and([labels[skill] for skill in step.after])),
        f"{step.hours.value:g} h" if step.hours else "–",
        f"{view.asking[step.skill]:,} roles" if step.skill in view.asking else "–",
    )


def _hours(steps: Sequence[PlanStep], view: PlanView) -> Iterator[str]:
    """What sources state of how long the steps take, of which there is at least one."""
    sourced = [(step.skill, step.hours) for step in steps if step.hours]
    if not sourced:
        yield "No source states how long any of these skills takes."
        return
    for skill, hours in sourced:
        yield f"{view.labels[skill]}: {hours.value:g} h for {hours.what} ({hours.source})."
    total = sourced_hours(steps)
    if view.a_week:
        count = weeks(total, view.a_week)
        yield f"At {view.a_week:g} hours a week these take {pluralize(count, 'week')}."
    if without := len(steps) - len(sourced):
        of = f"{without} of {pluralize(len(steps), 'skill')} {'has' if without == 1 else 'have'}"
        told = f"The sources state {total:g} h in all. {of} no estimate"
        yield f"{told}, because no source states one."
