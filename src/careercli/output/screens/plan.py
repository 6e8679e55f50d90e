"""The plan on the screen: what to have, then what to learn, hours only where a source says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.core.gap import Gap
from careercli.core.plan import EntryStep, PlanStep, sourced_hours, weeks
from careercli.model.basics import PROFICIENCIES
from careercli.model.move_inputs import PlanSort
from careercli.model.role import Role
from careercli.output.page import (
    Block,
    Bullets,
    Column,
    Commands,
    Heading,
    Inline,
    Page,
    Paragraph,
    Table,
    Title,
    quiet,
)
from careercli.output.screens.entry_words import EDUCATION_WORDS, part_words, time_words
from careercli.output.screens.gap import term_name
from careercli.output.screens.wording import join_and, pluralize

Labels = Mapping[str, str]
MAX_OPTIONAL = 4


class PlanView(NamedTuple):
    """What to have and to learn before a role.

    steps: of skills; `labels` of every skill that they name
    entries: of schooling, credentials and experience; `optional` credentials that some ask for
    way_in: the usual way in, in our words
    asking: skill id -> how many roles ask for it; empty unless they are sorted by it
    a_week: hours a week for learning
    """

    role: Role
    gap: Gap
    steps: Sequence[PlanStep]
    labels: Labels
    entries: Sequence[EntryStep] = ()
    optional: Sequence[EntryStep] = ()
    way_in: str = ""
    asking: Mapping[str, int] = {}  # never changed
    a_week: float | None = None
    sort: PlanSort = "need"


def plan_page(view: PlanView) -> Page:
    """`plan`."""
    role, gap = view.role, view.gap
    aside = "plan" if role.bare_occupation else f"plan to level {gap.seniority}"
    blocks: list[Block] = [Title(role.name or role.title, aside)]
    blocks += _entry_blocks(view)
    if role.bare_occupation:
        if not view.entries:
            blocks.append(Paragraph("Nothing is asked for at entry that you don't have."))
        code = role.bare_occupation.code
        gap_command = (f"careercli skills {code} --gap", "its skills and software against yours")
        return (*blocks, Commands((gap_command, (f"careercli path {code}", "other ways there"))))
    if not gap.terms:
        return (*blocks, Paragraph("This role's skills aren't described, so none are planned."))
    if not view.steps:
        return (*blocks, Paragraph("Nothing is missing: every skill is at the level needed."))
    return (*blocks, *_skill_blocks(view))


def _entry_blocks(view: PlanView) -> Iterator[Block]:
    if view.way_in:
        yield Paragraph(("Way in: ", view.way_in, quiet(" (ours)")))
    if view.entries:
        yield Heading("To have")
        yield Bullets(tuple(_entry_words(step, view) for step in view.entries))
    if view.optional:
        names = [one.credential.label for one in view.optional[:MAX_OPTIONAL] if one.credential]
        yield Paragraph(f"Some ask for: {join_and(names)}.")


def _entry_words(step: EntryStep, view: PlanView) -> Inline:
    part, credential = step.part, step.credential
    if part.kind == "education":
        years = f", about {pluralize(part.years, 'year')} of full-time study" if part.years else ""
        known = "" if part.state == "obtainable" else " (the profile doesn't say what you have)"
        return f"Study: {EDUCATION_WORDS[part.name]}{years}{known}"
    if part.kind == "credential" and credential is None:
        return "Credentials: which are asked for isn't known"
    if credential is None:
        verb = "Work" if part.kind == "experience" else "Trained"
        return f"{verb}: {part_words(part, {})}"
    if part.state == "have":
        return f"Hold: {credential.label} ✓"
    time = time_words(credential)
    words = f"Get: {credential.label}{f', {time}' if time else ''}{_weeks(step, view.a_week)}"
    usual = ", usually asked for" if part.level == "usually" else ""
    return (f"{words}{usual}", quiet(f". {credential.way}" if credential.way else ""))


def _weeks(step: EntryStep, a_week: float | None) -> str:
    if not step.hours or not a_week:
        return ""
    low, high = (weeks(hours, a_week) for hours in step.hours)
    return f" ({low if low == high else f'{low} to {high}'} weeks at {a_week:g} hours)"


def _skill_blocks(view: PlanView) -> Iterator[Block]:
    steps, role = view.steps, view.role
    unrated = sum(step.term is not None and step.term.state == "unrated" for step in steps)
    if view.entries:
        yield Heading("To learn")
    if unrated:
        words = f"{unrated} of {pluralize(len(steps), 'step')} {'is' if unrated == 1 else 'are'}"
        yield Paragraph(f"{words} here only because you haven't rated the skill yet.")
        yield Commands(((f"careercli profile rate {role.slug}", "rate these first"),))
    columns = [
        Column("", "right"),
        Column("Skill", wide=True),
        Column("level"),
        Column("need"),
        Column("builds on", wide=True),
        Column("hours", "right"),
        Column("asked by", "right"),
    ]
    rows = [_row(number, step, view) for number, step in enumerate(steps, start=1)]
    for index, has_any in (
        (6, bool(view.asking)),
        (5, any(step.hours for step in steps)),
        (4, any(step.after for step in steps)),
    ):
        if not has_any:
            del columns[index]
            rows = [(*row[:index], *row[index + 1 :]) for row in rows]
    yield Table(tuple(columns), tuple(rows))
    for text in _hours(view):
        yield Paragraph(quiet(text))


def _row(number: int, step: PlanStep, view: PlanView) -> tuple[Inline, ...]:
    term, labels = step.term, view.labels
    return (
        str(number),
        labels[step.skill] if term is None or term.claimed else term_name(term, labels),
        f"{step.start or '–'} → {step.end} {PROFICIENCIES[step.end]}",
        (term.ask.need if term else None) or "others build on it",
        quiet(join_and([labels[skill] for skill in step.after])),
        f"{step.hours.value:g} h" if step.hours else "–",
        f"{view.asking.get(step.skill, 0):,} roles",
    )


def _hours(view: PlanView) -> Iterator[str]:
    steps, labels = view.steps, view.labels
    sourced = [step for step in steps if step.hours]
    for step in sourced:
        if step.hours:
            yield (
                f"{labels[step.skill]}: {step.hours.value:g} h for {step.hours.what} "
                f"({step.hours.source})."
            )
    if sourced and view.a_week:
        count = weeks(sourced_hours(sourced), view.a_week)
        yield f"At {view.a_week:g} hours a week these take {pluralize(count, 'week')}."
    if without := len(steps) - len(sourced):
        total = f"The sources state {sourced_hours(sourced):g} h in all. " if sourced else ""
        verb = "has" if without == 1 else "have"
        yield (
            f"{total}{without} of {pluralize(len(steps), 'step')} {verb} no estimate, because no "
            "source states one."
        )
