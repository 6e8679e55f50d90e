"""Roles as a list."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from careercli.core.figures import is_authored
from careercli.output.page import (
    Aligned,
    Approx,
    Block,
    Cite,
    Column,
    Inline,
    Legend,
    Page,
    Paragraph,
    Table,
    Title,
    cited,
    data,
    is_approximate,
    quiet,
)
from careercli.output.screens.blocks import commands, known_facts
from careercli.output.screens.wording import ROUGH, names_in_table, pluralize, typed_name

if TYPE_CHECKING:
    from careercli.model.basics import Hit, RoleSummary
    from careercli.model.portrait import CredentialHit


Prepared = Literal["named", "narrower", "group"]
"""How a field of study prepares for a role: the field that the words name does, another one with
these words in its name, or it is told only of the larger group that the role is a part of."""
PREPARED: Mapping[Prepared, str] = {
    "named": "Role",
    "narrower": "By a narrower field",
    "group": "Told of its group only",
}
"""What a table of these is headed, in the order in which they stand."""


def _measured(name: str, value: float | None) -> Inline:
    """A value that roles are ordered by: 62 %, 0.87."""
    if value is None:
        return quiet("–")
    return data(f"{value:.0f} %" if name == "ready" else two_places(value))


def two_places(value: float) -> str:
    """A correlation: 0.87, or with a minus sign."""
    return f"{value:.2f}".replace("-", "\u2212")


class RoleTable(NamedTuple):
    """Roles as rows of a table.

    briefs: the roles, in order
    names: key -> what the role is called
    families: id -> title
    measure: what they are ordered by that has no column of its own: one of `ready`, `fit`, `alike`,
        and key -> value
    estimates: whether a publisher estimates the pay of any of them
    """

    briefs: "Sequence[RoleSummary]"
    names: Mapping[str, str]
    families: Mapping[str, str]
    measure: tuple[str, Mapping[str, float]] | None
    estimates: bool


def list_page(
    listed: RoleTable,
    *,
    found: int,
    of: int,
    more: int,
    by_family: bool,
    prepared: Mapping[str, Prepared],
    remote: bool,
    place: str,
) -> Page:
    """`list`: title, pay, growth, how remote.

    found: how many roles there are, of which these are the first
    of: how many roles they were chosen from
    more: how many occupations were not looked at
    by_family: whether each family has a table of its own
    prepared: key -> how a field of study prepares for it, if they were chosen by one
    remote: whether they were chosen by remote work, which is known of guides alone
    place: whose pay it is; empty for the country
    """
    briefs = listed.briefs
    if by_family:
        tables = tuple(_by_family(listed))
    elif prepared:
        tables = tuple(_by_field(listed, prepared))
    else:
        tables = (_table(listed, "Role", with_family=True),)
    count = pluralize(found, "role") + (f" of {of:,}" if of > found else "")
    count += " whose remote work is known" if remote else ""
    if found > len(briefs):
        count = f"the first {len(briefs)} of {count}"
    if place:
        count += f", pay in {place}"
    notes = dict.fromkeys(brief.source_note for brief in briefs if brief.source_note)
    blocks: list[Block] = [Title("Roles", cited(count, *map(Cite, notes))), Aligned(tables)]
    if legend := "; ".join(_legend(tables, listed)):
        blocks.append(Legend(legend))
    if prepared:
        blocks.insert(2, Paragraph(STUDY_CAVEAT))
    following = [(f"careercli show {typed_name(briefs[0])}", "read one")]
    if more:
        following.append(("careercli list --all", f"{more:,} more roles"))
    return (*blocks, commands(*following))


def _by_field(listed: RoleTable, prepared: Mapping[str, Prepared]) -> Iterator[Table]:
    for how, briefs in groupby(listed.briefs, key=lambda brief: prepared[brief.key]):
        yield _table(listed._replace(briefs=list(briefs)), PREPARED[how], with_family=True)


def _by_family(listed: RoleTable) -> Iterator[Table]:
    for family, briefs in groupby(listed.briefs, key=lambda brief: brief.family):
        title = listed.families.get(family, "Other")
        yield _table(listed._replace(briefs=list(briefs)), title, with_family=False)


def _table(listed: RoleTable, head: str, *, with_family: bool) -> Table:
    measure, values = listed.measure or ("", {})
    columns = (
        Column(head, wide=True),
        *([Column(measure, "right")] if measure else []),
        Column("median pay", "right", short="pay"),
        *([Column("estimate", "right")] if listed.estimates else []),
        Column("growth", "right"),
        Column("remote", spare=True),
        *([Column("family", spare=True)] if with_family else []),
    )
    body: list[tuple[Inline, ...]] = []
    for brief in listed.briefs:
        name = listed.names[brief.key]
        cells: list[Inline] = [(name, quiet(f" ({brief.origin})")) if brief.origin else name]
        if measure:
            cells.append(_measured(measure, values.get(brief.key)))
        pay, growth = summary_cells(brief)
        cells.append(pay)
        if listed.estimates:
            cells.append(_figure_cell(brief.estimate_words, brief.estimate_note))
        cells += [growth, brief.remote or "–"]
        if with_family:
            cells.append(listed.families.get(brief.family, ""))
        body.append(tuple(cells))
    return Table(columns, tuple(body))


OWN_ESTIMATE = " or a guide author's"


def _legend(tables: Sequence[Table], listed: RoleTable) -> Iterator[str]:
    if any(is_approximate(cell) for table in tables for cells in table.rows for cell in cells):
        yield ROUGH
    if listed.estimates:
        own = any(is_authored(brief.estimate_note) for brief in listed.briefs)
        yield f"estimates are a publisher's{OWN_ESTIMATE if own else ''}"


def summary_cells(role: "RoleSummary") -> tuple[Inline, Inline]:
    """The pay and the growth of a role in a line."""
    return (
        _figure_cell(role.pay_words, role.pay_note, is_rough=role.pay_is_rough),
        _figure_cell(role.growth_words, role.growth_note, is_rough=role.growth_is_rough),
    )


def _figure_cell(words: str, note: str, *, is_rough: bool = False) -> Inline:
    if not words:
        return quiet("–")
    return (Approx(words, "data") if is_rough else data(words), Cite(note))


STUDY_CAVEAT = (
    "Field of study: programs that commonly prepare for the occupation, in the judgment of the "
    "experts who made the NCES/BLS crosswalk; not what graduates do."
)


IN_TEXT = ("text", "portrait")
"""Kinds of hits that only the text of a role has."""
IN_NAMES = ("title", "other title", "name", "what is done")
"""Kinds of hits that a name of a role has."""


def search_page(
    query: str,
    hits: "Sequence[Hit]",
    credentials: "Sequence[CredentialHit]",
    order: str | None,
    *,
    studied: bool,
    is_named: bool,
) -> Page:
    """`search`: each role with the place where it hit, and credentials in a line.

    order: what the hits are sorted by; None for the best first
    studied: whether the query is the name of a field of study
    is_named: whether a role's name has all of the query's words
    """
    named = "; ".join(f"{credential.label} ({credential.id})" for credential in credentials)
    also = tuple(known_facts([("Credentials", named)]))
    if not hits:
        first = (f"careercli show {credentials[0].id}", "read the first")
        return (Title("Found", f"for \u201c{query}\u201d"), *also, commands(first))
    names = names_in_table(hit.row for hit in hits)
    rows = tuple((names[hit.row.key], quiet(_place(hit))) for hit in hits)
    table = Table((Column("Role", wide=True), Column("where", wide=True)), rows)
    if all(hit.kind in IN_TEXT for hit in hits):
        aside = f"\u201c{query}\u201d stands only in the text of these"
        return (Title("No role goes by that name", aside), table, *also)
    heading = Title(
        "Found", f"for \u201c{query}\u201d, {f'sorted by {order}' if order else 'best first'}"
    )
    if not (is_named or order) and all(hit.kind in (*IN_NAMES, *IN_TEXT) for hit in hits):
        heading = Title("No role goes by that name", f"nearest to \u201c{query}\u201d first")
    following = [(f"careercli show {typed_name(hits[0].row)}", "read the first")]
    if studied:
        from shlex import quote

        command = f"careercli list --study {quote(query)}"
        following.append((command, "what that field prepares for"))
    caveat = any(hit.kind == "field of study" for hit in hits)
    return (
        heading,
        table,
        *also,
        *((Paragraph(STUDY_CAVEAT),) if caveat else ()),
        commands(*following),
    )


def _place(hit: "Hit") -> str:
    if hit.kind == "title" and hit.words == hit.row.title:
        return "title"
    return f"{'what it is like' if hit.kind == 'portrait' else hit.kind}: {hit.words}"
