"""Roles beside each other on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from careercli.core.compare import IMPORTANT, SharedSkills
from careercli.core.figures import figure_words
from careercli.core.pay import on_basis, survey_of
from careercli.model.basics import Figure, Pay, Source
from careercli.model.role import Role
from careercli.output.footnotes import Footnotes
from careercli.output.page import (
    Block,
    Column,
    Commands,
    Entry,
    Heading,
    Inline,
    Page,
    Paragraph,
    Scale,
    ScaleRow,
    Table,
    Title,
    data,
    plain,
    quiet,
)
from careercli.output.screens.day import hours
from careercli.output.screens.moves import onet_source_footnote
from careercli.output.screens.occupation import projections
from careercli.output.screens.pay import MATCH_WORDS
from careercli.output.screens.role import glance_of
from careercli.output.screens.section import SectionContext
from careercli.output.screens.wording import join_and, money_range

Data = dict[str, Any]
NOT_KNOWN = "not known"
LABELS = ("Outlook", "Demand", "Preparation", "Ladder", "Day", "Remote", "Balance", "Interests")
"""What stands in the table, in this order; a row that no role has is left out."""
GLANCE = frozenset(LABELS) - {"Preparation"}


class Comparison(NamedTuple):
    """Roles to compare, by title.

    zones: the job zone of each, or of its nearest occupation
    common: their skills, by which of them have each
    unknown: the places of roles of which no skills are known
    labels: skill id -> name
    onet: the source of job zones
    """

    roles: tuple[Role, ...]
    zones: tuple[int | None, ...]
    common: tuple[SharedSkills, ...]
    unknown: tuple[int, ...]
    labels: Mapping[str, str]
    onet: Source


def compare_page(found: Comparison) -> Page:
    """`compare`."""
    footnotes = Footnotes()
    titles = join_and([role.title for role in found.roles])
    blocks: list[Block] = [Title(titles, "beside each other")]
    blocks += _pay(found, footnotes)
    blocks += _facts(found, footnotes)
    blocks.append(Heading("Skills"))
    blocks += _skills(found, footnotes)
    first, second = found.roles[:2]
    blocks.append(
        Commands(
            (
                (f"careercli path {_typed(first)} {_typed(second)}", "the way from one to another"),
                (f"careercli show {_typed(first)}", "one of them whole"),
            )
        )
    )
    return (*blocks, *footnotes.notes())


def _typed(role: Role) -> str:
    return role.occupation.code if role.occupation else role.slug


def _pay(found: Comparison, footnotes: Footnotes) -> Iterator[Block]:
    """Survey and publishers' estimates, each by itself, all on one scale from zero."""
    surveys = [survey_of(role) for role in found.roles]
    yearly = [one if one and one.unit == "USD/year" else None for one in surveys]
    levels = [on_basis(role.pay, "levels") for role in found.roles]
    amounts = [x for one in (*yearly, *levels) if one for x in one.points.values()]
    if not amounts:
        yield Paragraph("No yearly pay is published for any of them.")
        return
    high = max(amounts)
    if any(yearly):
        yield Heading("Pay by survey", "median, and from 10th to 90th percentile")
        rows = zip(found.roles, yearly, strict=True)
        yield Scale(tuple(_survey_row(role, one, footnotes) for role, one in rows), 0, high)
        yield from (Paragraph(quiet(words)) for words in map(_whose, found.roles) if words)
    if any(levels):
        yield Heading("Pay by level", "middle and range, as publishers estimate it")
        rows = zip(found.roles, levels, strict=True)
        yield Scale(tuple(_level_row(role, one, footnotes) for role, one in rows), 0, high)


def _whose(role: Role) -> str:
    """Whose survey figure stands beside a role that is not quite an occupation; else ""."""
    nearest = role.nearest
    if role.occupation or not (nearest and nearest.pay) or nearest.match == "exact":
        return ""
    whose = f"the survey's figure of “{nearest.title}”, {nearest.code}"
    return f"{role.title}: {whose}. {MATCH_WORDS[nearest.match]}"


def _survey_row(role: Role, pay: Pay | None, footnotes: Footnotes) -> ScaleRow:
    nearest = "" if role.occupation or not role.nearest else role.nearest.match
    label = f"{role.title} ({nearest})" if nearest not in ("", "exact") else role.title
    figure = pay.figure("p50") if pay else None
    if pay is None or figure is None:
        by_hour = role.occupation is not None and role.occupation.hourly is not None
        return ScaleRow(label, quiet("by the hour" if by_hour else "not published"))
    return _row(label, figure, (pay.figure("p10"), pay.figure("p90")), role, footnotes)


def _level_row(role: Role, pay: Pay | None, footnotes: Footnotes) -> ScaleRow:
    figure = pay.figure("median") or pay.figure("mid") if pay else None
    if pay is None or figure is None:
        return ScaleRow(role.title, quiet("not published"))
    return _row(role.title, figure, (pay.figure("low"), pay.figure("high")), role, footnotes)


def _row(
    label: str,
    middle: Figure,
    span: tuple[Figure | None, Figure | None],
    role: Role,
    footnotes: Footnotes,
) -> ScaleRow:
    low, high = span
    mark = f" {footnotes.of(role.sources).figure(middle)}"
    if low is None or high is None:
        return ScaleRow(label, (data(figure_words(middle)), mark), at=(middle.value,))
    ends = money_range(low.value, high.value) + (" or more" if high.at_least else "")
    value = (data(figure_words(middle)), mark)
    return ScaleRow(label, value, at=(middle.value,), span=(low.value, high.value), note=ends)


def _facts(found: Comparison, footnotes: Footnotes) -> Iterator[Block]:
    """A row for each thing that is known of any of them."""
    cells = [
        _cells(role, zone, found, footnotes)
        for role, zone in zip(found.roles, found.zones, strict=True)
    ]
    rows = tuple(
        (label, *(one.get(label, quiet(NOT_KNOWN)) for one in cells))
        for label in LABELS
        if any(label in one for one in cells)
    )
    columns = (Column(""), *(Column(role.title, wide=True) for role in found.roles))
    if rows:
        yield Table(columns, rows)


def _cells(
    role: Role, zone: int | None, found: Comparison, footnotes: Footnotes
) -> dict[str, Inline]:
    known = {**{skill: skill for skill in role.skill_ids()}, **found.labels}
    cells = dict(glance_of(SectionContext(role, known, footnotes.of(role.sources)), GLANCE))
    cells["Preparation"] = _preparation(role, zone, found.onet, footnotes)
    cells["Day"] = _day(role)
    if role.nearest and role.nearest.interests:
        about = "~" if role.nearest.match != "exact" else ""
        mark = onet_source_footnote(found.onet, footnotes)
        cells.setdefault("Interests", f"{about}{role.nearest.interests} {mark}")
    return {label: cell for label, cell in cells.items() if plain(cell)}


def _preparation(role: Role, zone: int | None, onet: Source, footnotes: Footnotes) -> str:
    """Usual education and the job zone, each with its own source."""
    words = []
    if usual := _education(role):
        cited = role.occupation is not None
        mark = footnotes.of(role.sources).cite(projections(role), None) if cited else ""
        words.append(f"{usual} {mark}".strip())
    if zone:
        about = "~" if role.soc and role.soc.match != "exact" and not role.occupation else ""
        words.append(f"job zone {about}{zone} {onet_source_footnote(onet, footnotes)}")
    return "; ".join(words)


def _education(role: Role) -> str | None:
    """A guide's usual education; an occupation's typical entry by the projections."""
    if role.occupation:
        return role.occupation.entry
    return role.education.usual if role.education else None


def _day(role: Role) -> str:
    if not role.day:
        return ""
    total = hours(sum(block.minutes for block in role.day))
    parts = [f"{block.name.lower()} {hours(block.minutes)}" for block in role.day]
    return f"{role.day[0].start}–{role.day[-1].end}, {total}: {', '.join(parts)}"


def _skills(found: Comparison, footnotes: Footnotes) -> Iterator[Block]:
    """Which of them ask for what; and what that rests on, where it is not one vocabulary."""
    compared = len(found.roles) - len(found.unknown)
    if compared > 1:
        for one in found.common:
            yield _entry(one, found)
    if found.unknown:
        titles = join_and([found.roles[place].title for place in found.unknown])
        yield Paragraph(
            f"No skills are known of {titles}, so nothing can be said of what is shared."
        )
    kinds = {role.occupation is not None for role in found.roles}
    if True in kinds and compared:
        mark = onet_source_footnote(found.onet, footnotes)
        mixed = "; a guide names what it asks for in words of its own" if False in kinds else ""
        yield Paragraph(quiet(f"{OCCUPATION}{mixed}. {ONLY} {mark}"))


OCCUPATION = (
    f"Of an occupation: O*NET's skills of importance {IMPORTANT:g} and more, and software in "
    "demand, else hot"
)
ONLY = "So “only” means named there alone, not that others do without."


def _entry(one: SharedSkills, found: Comparison) -> Entry:
    which = [found.roles[place].title for place in one.roles]
    title = f"Only {which[0]}"
    if len(which) > 1:
        everyone = "Both" if len(which) == len(found.roles) == 2 else "All"
        title = everyone if len(which) == len(found.roles) else join_and(which)
    labels = ", ".join(found.labels[skill] for skill in one.skills)
    return Entry(title, (Paragraph(labels),), str(len(one.skills)))


def _growth(role: Role) -> Figure | None:
    nearest = role.nearest.growth if role.nearest else None
    return nearest or (role.outlook.growth if role.outlook else None)
