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
    plain,
    quiet,
)
from careercli.output.screens.skills import requirement_label
from careercli.output.screens.wording import join_and, pluralize

Labels = Mapping[str, str]


def plan_page(role: Role, found: Gap, steps: Sequence[PlanStep], labels: Labels) -> Page:
    """`plan`."""
    if role.bare_occupation:
        return _occupation_page(role.title, role.bare_occupation.code)
    blocks: list[Block] = [Title(role.title, f"plan to level {found.level}")]
    if not found.terms:
        return (*blocks, Paragraph("This role's skills are not described, so there is no plan."))
    if not steps:
        return (*blocks, Paragraph("Nothing is missing: every skill is at the level needed."))
    unrated = sum(step.term is not None and step.term.state == "unrated" for step in steps)
    if unrated:
        blocks.append(
            Paragraph(
                f"{pluralize(unrated, 'step')} of {len(steps)} stand here because they are not "
                "rated "
                "yet; rating them may shorten the plan."
            )
        )
        blocks.append(Commands(((f"careercli profile rate {role.slug}", "rate them first"),)))
    rows: list[tuple[Inline, ...]] = []
    for number, step in enumerate(steps, start=1):
        to = f"{step.start or '–'} → {step.end} {PROFICIENCIES[step.end]}"
        need = step.term.requirement.need if step.term else "on the way"
        after = join_and([labels[skill] for skill in step.after])
        hours = f"{step.hours.value:g} h" if step.hours else "–"
        rows.append((str(number), _name(step, labels), to, need, quiet(after), hours))
    columns = (
        Column("", "right"),
        Column("Skill", wide=True),
        Column("level"),
        Column("need"),
        Column("builds on", wide=True),
        Column("hours", "right"),
    )
    empty = [
        index
        for index, blank in ((4, ""), (5, "–"))
        if all(plain(row[index]) == blank for row in rows)
    ]
    shown = [index for index in range(len(columns)) if index not in empty]
    blocks.append(
        Table(
            tuple(columns[index] for index in shown),
            tuple(tuple(row[index] for index in shown) for row in rows),
        )
    )
    blocks += [Paragraph(quiet(text)) for text in _hours(steps, labels)]
    return tuple(blocks)


def _occupation_page(title: str, code: str) -> Page:
    return (
        Title(title, "plan"),
        Paragraph("Plans are made from a guide's skills; for an occupation there is its gap."),
        Commands(((f"careercli skills {code} --gap", "its skills and software against yours"),)),
    )


def _name(step: PlanStep, labels: Labels) -> str:
    """The skill, or all that could stand for it where the person has named none of them."""
    term = step.term
    if term and not term.level and not term.claimed:
        return requirement_label(term.requirement, labels)
    return labels[step.skill]


def _hours(steps: Sequence[PlanStep], labels: Labels) -> list[str]:
    sourced = [step for step in steps if step.hours]
    texts = [
        f"{labels[step.skill]}: {step.hours.value:g} h for {step.hours.what} ({step.hours.source})."
        for step in sourced
        if step.hours
    ]
    without = len(steps) - len(sourced)
    if without:
        sum_words = f"{sourced_hours(sourced):g} h are sourced; " if sourced else ""
        texts.append(
            f"{sum_words}{pluralize(without, 'step')} of {len(steps)} have no estimate and are "
            "in no "
            "sum: no source states how long they take."
        )
    return texts
