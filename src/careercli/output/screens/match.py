"""A job ad on the screen: the skills it names, which you have, and the nearest roles."""

from collections.abc import Mapping, Sequence

from careercli.core.match import NamedCredential, NamedSkill, RoleMatch
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
from careercli.output.screens.credential import HELD, held_words
from careercli.output.screens.skills import LEVELS
from careercli.output.screens.wording import pluralize

Labels = Mapping[str, str]
GROUPS: tuple[tuple[str, str, CheckState], ...] = (
    ("You have", "have", "met"),
    ("You claim, without a level", "claimed", "unrated"),
    ("You don't have", "none", "missing"),
    ("Not rated yet", "unrated", "unrated"),
)
MAX_UNRECOGNIZED = 20


def match_page(
    named: Sequence[NamedSkill],
    credentials: Sequence[NamedCredential],
    near: Sequence[RoleMatch],
    unknown: Sequence[str],
    labels: Labels,
    length: int,
) -> Page:
    """`match FILE`; `length` of the text in words."""
    have = sum(skill.status == "have" for skill in named)
    claimed = sum(skill.status == "claimed" for skill in named)
    claims = f" and claim {claimed}" if claimed else ""
    skills = pluralize(len(named), "skill")
    title = Title("Skills in this ad", f"{skills}; you have {have}{claims}")
    tables = []
    for heading, status, state in GROUPS:
        rows = tuple(
            (
                (Check(state), labels[skill.skill]),
                LEVELS[skill.level].text if skill.level else "",
                quiet(
                    f"\u201c{skill.written}\u201d" if skill.written != labels[skill.skill] else ""
                ),
            )
            for skill in named
            if skill.status == status
        )
        if rows:
            tables.append(
                Table((Column(heading, wide=True), Column("you"), Column("", wide=True)), rows)
            )
    if credentials:
        columns = (Column("Credentials it names", wide=True), Column("you"), Column("", wide=True))
        asked = tuple(
            (
                (Check(HELD[one.state]), labels[one.id]),
                held_words(one.state, one.until),
                quiet(f"\u201c{one.written}\u201d"),
            )
            for one in credentials
        )
        tables.append(Table(columns, asked))
    blocks: list[Block] = [title, Aligned(tuple(tables))]
    if near:
        shares = tuple((match.needs.title, data(f"{match.percent} %")) for match in near)
        heads = (Column("Role", wide=True), Column("of its skills named", "right"))
        blocks += [Heading("Nearest roles"), Table(heads, shares)]
        slug = near[0].needs.slug
        blocks.append(Commands(((f"careercli skills {slug} --gap", "how far you are from it"),)))
    else:
        blocks.append(Paragraph("No role is close to this ad."))
    if unknown:
        rest = (
            f" and {len(unknown) - MAX_UNRECOGNIZED} more"
            if len(unknown) > MAX_UNRECOGNIZED
            else ""
        )
        blocks.append(
            Facts((("Not recognized", quiet(", ".join(unknown[:MAX_UNRECOGNIZED]) + rest)),))
        )
    note = (
        f"Found in {length:,} words by the exact names of skills. Ads seldom state levels, so none "
        "is assumed."
    )
    return (*blocks, Paragraph(quiet(note)))
