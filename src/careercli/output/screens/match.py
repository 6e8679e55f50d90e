"""An advertisement on the screen: what it names, what you have, what it is nearest to."""

from collections.abc import Mapping, Sequence

from careercli.core.match import NamedSkill, RoleMatch
from careercli.model.basics import PROFICIENCIES
from careercli.output.page import (
    Aligned,
    Block,
    Check,
    CheckState,
    Column,
    Commands,
    Facts,
    Heading,
    Page,
    Paragraph,
    Table,
    Title,
    data,
    quiet,
)
from careercli.output.screens.wording import pluralize

Labels = Mapping[str, str]
GROUPS: tuple[tuple[str, str, CheckState], ...] = (
    ("You have", "have", "met"),
    ("You claim, no level yet", "claimed", "unrated"),
    ("You do not have", "none", "missing"),
    ("Not rated yet", "unrated", "unrated"),
)
MAX_UNRECOGNIZED = 20


def match_page(
    named: Sequence[NamedSkill],
    near: Sequence[RoleMatch],
    unknown: Sequence[str],
    labels: Labels,
    words: int,
) -> Page:
    """`match FILE`."""
    have = sum(one.standing == "have" for one in named)
    claimed = sum(one.standing == "claimed" for one in named)
    claims = f" and claim {claimed}" if claimed else ""
    skills = pluralize(len(named), "skill")
    title = Title("What the advertisement names", f"{skills}; you have {have}{claims}")
    tables = []
    for heading, standing, state in GROUPS:
        rows = tuple(
            (
                (Check(state), labels[one.skill]),
                f"{one.level} {PROFICIENCIES[one.level]}" if one.level else "",
                quiet(f"\u201c{one.words}\u201d" if one.words != labels[one.skill] else ""),
            )
            for one in named
            if one.standing == standing
        )
        if rows:
            tables.append(
                Table((Column(heading, wide=True), Column("you"), Column("", wide=True)), rows)
            )
    blocks: list[Block] = [title, Aligned(tuple(tables))]
    if near:
        shares = tuple((one.needs.title, data(f"{one.percent} %")) for one in near)
        heads = (Column("Role", wide=True), Column("of what it needs is named", "right"))
        blocks += [Heading("Nearest roles"), Table(heads, shares)]
        slug = near[0].needs.slug
        blocks.append(Commands(((f"careercli skills {slug} --gap", "how far you are from it"),)))
    else:
        blocks.append(Paragraph("No role here is near to it."))
    if unknown:
        rest = (
            f" and {len(unknown) - MAX_UNRECOGNIZED} more"
            if len(unknown) > MAX_UNRECOGNIZED
            else ""
        )
        blocks.append(
            Facts((("Not recognised", quiet(", ".join(unknown[:MAX_UNRECOGNIZED]) + rest)),))
        )
    note = (
        f"Read from {words:,} words by exact names of the vocabulary; levels are seldom stated in "
        "advertisements, so none is assumed."
    )
    return (*blocks, Paragraph(quiet(note)))
