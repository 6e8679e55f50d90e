"""A coach's clients on the screen: a line for each, and what they lack together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli.core.clients import Client, SharedGap, totals
from careercli.output.page import (
    Block,
    Cite,
    Column,
    Commands,
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
from careercli.output.screens.gap import term_name
from careercli.output.screens.wording import join_and, pluralize

Labels = Mapping[str, str]
MAX_SHARED_GAPS = 10


def clients_page(clients: Sequence[Client], lacking: Sequence[SharedGap], labels: Labels) -> Page:
    """`report --clients`."""
    sums = totals(clients)
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
        Table(columns, tuple(_row(client, labels) for client in clients)),
        Paragraph(
            (
                f"{sums.measured} of {len(clients)} have a guide as target: together ",
                data(f"{sums.points:,} of {sums.full:,}"),
                " points of readiness, the sum of their single gaps.",
            )
        ),
    ]
    if lacking:
        heads = (
            Column("Skill", wide=True),
            Column("clients", "right"),
            Column("of them none", "right"),
            Column("not rated", "right"),
        )
        rows = tuple(
            (
                join_and([labels[skill] for skill in one.any_of], "or"),
                data(str(one.missing + one.below)),
                str(one.missing),
                quiet(str(one.unrated)),
            )
            for one in lacking[:MAX_SHARED_GAPS]
        )
        blocks += [
            Heading("Missing most", "clients who have less than their target asks for"),
            Table(heads, rows),
        ]
        if rest := lacking[MAX_SHARED_GAPS:]:
            blocks.append(
                Paragraph(quiet(f"{pluralize(len(rest), 'more skill')} in the JSON form."))
            )
    command = "careercli report --profile FILE"
    return (*blocks, Commands(((command, "one client's page"),)))


def _row(client: Client, labels: Labels) -> tuple[Inline, ...]:
    found = client.gap
    if found is None or not found.terms:
        title: Inline = client.title or quiet(_why(client))
        if client.attribution:
            title = cited(client.title, Cite(client.attribution))
        said: Inline = quiet(_why(client)) if client.title else ""
        skills = client.skills
        if skills:
            said = _next_words(client, labels)
        rated = f"{skills.rated} of {len(skills.terms)}" if skills else ""
        percent = skills.readiness if skills else None
        return (client.name, title, "", rated, _percent(percent), said)
    return (
        client.name,
        client.title,
        found.level,
        f"{found.rated} of {len(found.terms)}",
        _percent(found.readiness),
        _next_words(client, labels),
    )


class Next(NamedTuple):
    """What a client would best learn next: ids of skills that can stand in for each other."""

    any_of: tuple[str, ...]
    label: str


def next_skill(client: Client, labels: Labels) -> Next | None:
    if step := client.next_step:
        term = step.term
        any_of = (term.skill,) if term.level else term.requirement.any_of
        return Next(any_of, term_name(term, labels))
    rating = client.next_rating
    return Next((rating.id,), rating.name) if rating else None


def _next_words(client: Client, labels: Labels) -> Inline:
    following = next_skill(client, labels)
    return following.label if following else quiet("all met")


def _percent(readiness: int | None) -> Inline:
    return quiet("–") if readiness is None else data(f"{readiness} %")


def _why(client: Client) -> str:
    """Why a client's points are not in the sum."""
    if client.software:
        known, programs = client.software.known, len(client.software.programs)
        return f"knows {known} of {programs} programs"
    return {
        "not described": "its skills are not described",
        "no target": "no target",
        "unknown target": "its target is no role here",
        "unreadable": "not readable",
    }[client.state]
