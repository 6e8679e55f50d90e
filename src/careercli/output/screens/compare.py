"""Roles beside each other on the screen."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.core.compare import IMPORTANT, SharedSkills
from careercli.core.pay import on_basis, survey_of
from careercli.model.basics import Figure, Pay, Source
from careercli.model.role import Role
from careercli.output.footnotes import cite_source
from careercli.output.page import (
    Approx,
    Block,
    Column,
    Entry,
    Heading,
    Inline,
    Legend,
    Page,
    Paragraph,
    Scale,
    ScaleRow,
    Table,
    Title,
    cited,
    plain,
    quiet,
)
from careercli.output.screens.blocks import cited_figure, commands, joined
from careercli.output.screens.day import hours
from careercli.output.screens.first import ROWS
from careercli.output.screens.occupation import cite_projections
from careercli.output.screens.pay import MATCH_WORDS, nearness
from careercli.output.screens.section_context import SectionContext
from careercli.output.screens.wording import ROUGH, money_range, shown_name, typed_name
from careercli.text import join_and

NOT_KNOWN = "not known"
LABELS = ("Outlook", "Demand", "Preparation", "Tiers", "Day", "Remote", "Balance", "Suits")
"""What stands in the table, in this order; a row that no role has is left out."""
FACTS = frozenset(LABELS) - {"Preparation", "Day"}


class Comparison(NamedTuple):
    """Roles to compare, by title.

    zones: the job zone of each, or of its nearest occupation
    common: ids of their skills, by which of them have each
    alike: names of their skills, by which of them have each; guides are compared with guides, and
        occupations with occupations, because they name skills in different words
    unknown: the places of roles of which no skills are known
    labels: skill id -> name
    onet: the source of job zones
    place: whose pay it is; empty for the country
    employed: whether the profile has a present job, which none of them is
    """

    roles: tuple[Role, ...]
    zones: tuple[int | None, ...]
    common: tuple[SharedSkills, ...]
    alike: tuple[SharedSkills, ...]
    unknown: tuple[int, ...]
    labels: Mapping[str, str]
    onet: Source
    place: str = ""
    employed: bool = False


def compare_page(comparison: Comparison) -> Page:
    """`compare`."""
    titles = join_and([shown_name(role) for role in comparison.roles])
    where = f", pay in {comparison.place}" if comparison.place else ""
    blocks: list[Block] = [Title(titles, f"beside each other{where}")]
    blocks += _pay(comparison)
    blocks += _facts(comparison)
    blocks.append(Heading("Skills"))
    blocks += _skills(comparison)
    first, second = map(typed_name, comparison.roles[:2])
    way = (f"careercli path {first} {second}", "the way from one to another")
    if comparison.employed:
        way = (f"careercli path {first}", f"the way from your job to {comparison.roles[0].title}")
    return (*blocks, commands(way, (f"careercli show {first}", "one of them whole")))


def _pay(comparison: Comparison) -> Iterator[Block]:
    """Survey and publishers' estimates, each by itself, all on one scale from zero."""
    roles = comparison.roles
    surveys = map(survey_of, roles)
    yearly = [survey if survey and survey.unit == "USD/year" else None for survey in surveys]
    levels = [on_basis(role.pay, "levels") for role in roles]
    published = [series for series in (*yearly, *levels) if series]
    amounts = [amount for series in published for amount in series.points.values()]
    if not amounts:
        yield Paragraph("No yearly pay is published for any of them.")
        return
    high = max(amounts)
    if any(yearly):
        yield Heading("Pay by survey", "median, and from 10th to 90th percentile")
        yield Scale(tuple(map(_survey_row, roles, yearly)), 0, high)
        yield from (Paragraph(quiet(whose)) for whose in map(_whose, roles) if whose)
    if any(series and series.rough for series in yearly):
        yield Legend(ROUGH)
    if any(levels):
        yield Heading("Pay by level", "middle and range, as publishers estimate it")
        yield Scale(tuple(map(_level_row, roles, levels)), 0, high)


def _whose(role: Role) -> str:
    """Whose survey figure stands beside a role that is not quite an occupation; else ""."""
    nearest = role.nearest
    if not (nearest and nearest.pay) or nearest.match == "exact":
        return ""
    whose = f"the survey's figure of “{nearest.title}”, {nearest.code}"
    return f"{shown_name(role)}: {whose}. {MATCH_WORDS[nearest.match]}"


def _survey_row(role: Role, pay: Pay | None) -> ScaleRow:
    label = f"{shown_name(role)}{nearness(role)}"
    if pay and (figure := pay.figure("p50")):
        return _row(label, figure, pay.figure("p10"), pay.figure("p90"), role)
    by_hour = role.bare_occupation is not None and role.bare_occupation.hourly is not None
    return ScaleRow(label, quiet("by the hour" if by_hour else "not published"))


def _level_row(role: Role, pay: Pay | None) -> ScaleRow:
    if pay and (figure := pay.figure("median") or pay.figure("mid")):
        return _row(shown_name(role), figure, pay.figure("low"), pay.figure("high"), role)
    return ScaleRow(shown_name(role), quiet("not published"))


def _row(
    label: str, middle: Figure, low: Figure | None, high: Figure | None, role: Role
) -> ScaleRow:
    row = ScaleRow(label, cited_figure(middle, role.sources), at=(middle.value,))
    if low is None or high is None:
        return row
    ends = money_range(low.value, high.value) + (" or more" if high.at_least else "")
    return row._replace(span=(low.value, high.value), note=ends)


def _facts(comparison: Comparison) -> Iterator[Block]:
    """A row for each thing that is known of any of them."""
    facts = [
        _cells(role, zone, comparison)
        for role, zone in zip(comparison.roles, comparison.zones, strict=True)
    ]
    rows = tuple(
        (label, *(cells.get(label, quiet(NOT_KNOWN)) for cells in facts))
        for label in LABELS
        if any(label in cells for cells in facts)
    )
    columns = (Column(""), *(Column(shown_name(role), wide=True) for role in comparison.roles))
    if rows:
        yield Table(columns, rows)


def _cells(role: Role, zone: int | None, comparison: Comparison) -> dict[str, Inline]:
    known = {**{skill: skill for skill in role.skill_ids()}, **comparison.labels}
    context = SectionContext(role, known)
    cells: dict[str, Inline] = {label: joined("; ", ROWS[label](context)) for label in FACTS}
    cells["Preparation"] = _preparation(role, zone, comparison.onet)
    if role.day:
        total = hours(sum(block.minutes for block in role.day))
        blocks = ", ".join(f"{block.name.lower()} {hours(block.minutes)}" for block in role.day)
        cells["Day"] = f"{role.day[0].start}–{role.day[-1].end}, {total}: {blocks}"
    return {label: cell for label, cell in cells.items() if plain(cell)}


def _preparation(role: Role, zone: int | None, onet: Source) -> Inline:
    """Usual education and the job zone, each with its own source."""
    preparation: list[Inline] = []
    if role.bare_occupation:
        if role.bare_occupation.entry:
            preparation.append((role.bare_occupation.entry, cite_projections(role)))
    elif role.education and role.education.usual:
        preparation.append(role.education.usual)
    if zone:
        exact = role.bare_occupation or not role.soc or role.soc.match == "exact"
        number = str(zone) if exact else Approx(str(zone))
        preparation.append(("job zone ", number, cite_source(onet)))
    return joined("; ", preparation)


def _skills(comparison: Comparison) -> Iterator[Block]:
    """Which of them ask for what; and what that rests on, if it isn't one vocabulary."""
    roles = comparison.roles
    known = [at for at in range(len(roles)) if at not in comparison.unknown]
    kinds = [
        [shown_name(roles[at]) for at in known if (roles[at].bare_occupation is not None) == kind]
        for kind in (False, True)
    ]
    if all(kinds):
        yield Paragraph(_two_vocabularies(*kinds))
    for shared in comparison.alike:
        yield _entry(shared, roles)
    if comparison.unknown:
        titles = join_and([shown_name(roles[place]) for place in comparison.unknown])
        yield Paragraph(
            f"No skills are known for {titles}, so nothing can be said of what is shared."
        )
    if len(kinds[True]) > 1:
        yield Legend(cited(ONLY, cite_source(comparison.onet)))


def _two_vocabularies(*kinds: Sequence[str]) -> str:
    """Which roles are compared, of guides and occupations."""
    words = "Guides and official data name skills in different words"
    compared = [join_and(names) for names in kinds if len(names) > 1]
    if not compared:
        return f"{words}, so these lists can't be compared."
    apart = [names[0] for names in kinds if len(names) == 1]
    without = f", without {apart[0]}" if apart else ""
    return f"{words}, so they are compared among {' and among '.join(compared)}{without}."


ONLY = f"Only: named there alone. O*NET's skills of importance {IMPORTANT:g} up, and software"


def _entry(shared: SharedSkills, roles: Sequence[Role]) -> Entry:
    which = [shown_name(roles[place]) for place in shared.roles]
    title = f"Only {which[0]}" if len(which) == 1 else join_and(which)
    if len(which) == len(roles):
        title = "Both" if len(which) == 2 else "All"
    return Entry(title, (Paragraph(", ".join(shared.skills)),), str(len(shared.skills)))
