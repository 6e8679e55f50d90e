"""The plan on the screen: steps in order, hours only where a source states them."""

from collections.abc import Mapping, Sequence

from careercli.core.gap import Gap
from careercli.core.plan import PlanStep, sourced_hours
from careercli.model.basics import PROFICIENCIES
from careercli.model.role import Role
from careercli.output.page import (
    Block,
    Column,
    Commands,
    Inline,
    Page,
    Paragraph,
    Table,
    Title,
    quiet,
)
from careercli.output.screens.gap import term_name
from careercli.output.screens.wording import join_and, pluralize

Labels = Mapping[str, str]


def plan_page(role: Role, gap: Gap, steps: Sequence[PlanStep], labels: Labels) -> Page:
    """`plan`."""
    if role.bare_occupation:
        return _occupation_page(role.title, role.bare_occupation.code)
    blocks: list[Block] = [Title(role.title, f"plan to level {gap.seniority}")]
    if not gap.terms:
        return (*blocks, Paragraph("This role's skills aren't described, so there is no plan."))
    if not steps:
        return (*blocks, Paragraph("Nothing is missing: every skill is at the level needed."))
    unrated = sum(step.term is not None and step.term.state == "unrated" for step in steps)
    if unrated:
        words = f"{unrated} of {pluralize(len(steps), 'step')} {'is' if unrated == 1 else 'are'}"
        blocks += [
            Paragraph(f"{words} here only because you haven't rated the skill yet."),
            Commands(((f"careercli profile rate {role.slug}", "rate these first"),)),
        ]
    columns = [
        Column("", "right"),
        Column("Skill", wide=True),
        Column("level"),
        Column("need"),
        Column("builds on", wide=True),
        Column("hours", "right"),
    ]
    rows = [_row(number, step, labels) for number, step in enumerate(steps, start=1)]
    for index, has_any in (
        (5, any(step.hours for step in steps)),
        (4, any(step.after for step in steps)),
    ):
        if not has_any:
            del columns[index]
            rows = [(*row[:index], *row[index + 1 :]) for row in rows]
    blocks.append(Table(tuple(columns), tuple(rows)))
    blocks += [Paragraph(quiet(text)) for text in _hours(steps, labels)]
    return tuple(blocks)


def _row(number: int, step: PlanStep, labels: Labels) -> tuple[Inline, ...]:
    term = step.term
    return (
        str(number),
        labels[step.skill] if term is None or term.claimed else term_name(term, labels),
        f"{step.start or '–'} → {step.end} {PROFICIENCIES[step.end]}",
        (term.ask.need if term else None) or "others build on it",
        quiet(join_and([labels[skill] for skill in step.after])),
        f"{step.hours.value:g} h" if step.hours else "–",
    )


def _occupation_page(title: str, code: str) -> Page:
    return (
        Title(title, "plan"),
        Paragraph("Plans need a guide. For an occupation, see the gap instead."),
        Commands(((f"careercli skills {code} --gap", "its skills and software against yours"),)),
    )


def _hours(steps: Sequence[PlanStep], labels: Labels) -> list[str]:
    sourced = [step for step in steps if step.hours]
    texts = [
        f"{labels[step.skill]}: {step.hours.value:g} h for {step.hours.what} ({step.hours.source})."
        for step in sourced
        if step.hours
    ]
    without = len(steps) - len(sourced)
    if without:
        total = f"The sources state {sourced_hours(sourced):g} h in all. " if sourced else ""
        verb = "has" if without == 1 else "have"
        texts.append(
            f"{total}{without} of {pluralize(len(steps), 'step')} {verb} no estimate, because no "
            "source states one."
        )
    return texts
