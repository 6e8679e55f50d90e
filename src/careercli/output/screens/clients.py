"""A coach's clients on the screen: a line for each, and the skills most of them lack."""

from collections.abc import Sequence
from typing import NamedTuple

from careercli.core.clients import Client, SharedGap, totals
from careercli.output.page import (
    Block,
    Cite,
    Column,
    Heading,
    Inline,
    Page,
    Paragraph,
    Table,
    Title,
    cited,
    data,
    quiet,
)
from careercli.output.screens.blocks import commands
from careercli.output.screens.gap import term_name
from careercli.output.screens.wording import Labels, alternatives, pluralize

MAX_SHARED_GAPS = 10


def clients_page(clients: Sequence[Client], lacking: Sequence[SharedGap], labels: Labels) -> Page:
    """`report --clients`."""
    sums = totals(clients)
    together = data(f"{sums.points:,} of {sums.full:,}")
    measured = f"{sums.measured} of {len(clients)} have a guide as their target."
    columns = (
        Column("Client"),
        Column("target", wide=True),
        Column("level"),
        Column("rated"),
        Column("readiness", "right"),
        Column("top next skill", wide=True),
    )
    blocks: list[Block] = [
        Title("Clients", pluralize(len(clients), "profile")),
        Table(columns, tuple(_row(client) for client in clients)),
        Paragraph((f"{measured} Together they have ", together, " points of readiness.")),
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
    return (*blocks, commands(("careercli report --profile FILE", "one client's report")))


def _row(client: Client) -> tuple[Inline, ...]:
    gap, why = client.gap, quiet(_why(client))
    title: Inline = client.title or why
    if client.attribution:
        title = cited(client.title, Cite(client.attribution))
    if gap is None or not gap.terms:
        return (client.name, title, "", "", quiet("–"), why if client.title else "")
    step = next_skill(client)
    return (
        client.name,
        title,
        gap.seniority or "",
        f"{gap.rated} of {len(gap.terms)}",
        quiet("–") if gap.readiness is None else data(f"{gap.readiness} %"),
        step.label if step else quiet("all met"),
    )


class Next(NamedTuple):
    """What a client would best learn next: ids of skills that can stand in for each other."""

    any_of: tuple[str, ...]
    label: str


def next_skill(client: Client) -> Next | None:
    """None if everything is met, or there is nothing to measure."""
    term = client.next_term
    if term is None:
        return None
    any_of = (term.skill,) if term.level else term.ask.any_of
    return Next(any_of, term_name(term, client.labels))


def _why(client: Client) -> str:
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
