"""`clients` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from careercli.core.clients import Client, SharedGap, totals
from careercli.output.screens.clients import _next
from careercli.output.screens.wording import join_and

Labels = Mapping[str, str]


def clients_data(
    clients: Sequence[Client], lacking: Sequence[SharedGap], labels: Labels
) -> dict[str, Any]:
    """`report --clients` as JSON."""
    return {
        "clients": [_client_data(one, labels) for one in clients],
        "totals": totals(clients)._asdict(),
        "missing": [
            {
                "any_of": list(one.any_of),
                "label": join_and([labels[skill] for skill in one.any_of], "or"),
                "missing": one.missing,
                "below": one.below,
                "unrated": one.unrated,
            }
            for one in lacking
        ],
    }


def _client_data(client: Client, labels: Labels) -> dict[str, Any]:
    found, software = client.gap or client.skills, client.software
    following = _next(client, labels)
    return {
        "client": client.name,
        "state": client.state,
        "slug": client.slug or None,
        "title": client.title or None,
        "level": client.gap.level if client.gap else None,
        "rated": found.rated if found else None,
        "requirements": len(found.terms) if found else None,
        "points": found.points if found else None,
        "full": found.full if found else None,
        "readiness_percent": found.readiness if found else None,
        "ceiling_percent": found.ceiling if found else None,
        "next": {"skill": following.any_of[0], **following._asdict()} if following else None,
        "programs_known": software.known if software else None,
        "programs": len(software.programs) if software else None,
    }


def clients_rows(clients: Sequence[Client], labels: Labels) -> list[list[object]]:
    """`report --clients` as CSV rows."""
    columns = (
        "client",
        "state",
        "slug",
        "title",
        "level",
        "rated",
        "requirements",
        "points",
        "full",
        "readiness_percent",
        "ceiling_percent",
    )
    table: list[list[object]] = [[*columns, "next_skill", "next_label"]]
    for one in clients:
        value = _client_data(one, labels)
        following = _next(one, labels)
        row = ["" if value[name] is None else value[name] for name in columns]
        said = [" or ".join(following.any_of), following.label] if following else ["", ""]
        table.append([*row, *said])
    return table
