"""`moves` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from careercli.core.moves import (
    Calibrations,
    Move,
    Start,
    UnlockedMoves,
)
from careercli.core.paths import lacking
from careercli.core.role_filters import projected_growth
from careercli.model.basics import Source
from careercli.model.codec import to_json_data
from careercli.output.records.role import names
from careercli.output.screens.move_words import MovesView, pay_figure

Data = dict[str, Any]


def moves_data(shown: MovesView) -> Data:
    """`moves` as JSON."""
    return {
        **start_data(shown.start),
        "roles": shown.of,
        "passing": shown.passing,
        "calibrations": usual_data(shown.usual),
        "moves": [move_data(one, shown) for one in shown.moves],
        "sources": {"onet": to_json_data(shown.onet)},
    }


def start_data(start: Start) -> Data:
    """Where moves begin."""
    return {
        "from": names(start.role) if start.role else None,
        "level": start.level,
        "own_skills": start.own,
    }


def usual_data(usual: Calibrations) -> Data:
    """What coverage is usual within families, in each vocabulary, and the threshold it makes."""
    return {
        name: {"threshold": found.threshold, **found._asdict()} for name, found in usual.items()
    }


def move_data(one: Move, shown: MovesView) -> Data:
    """A move with its verdicts, and the figures that they rest on."""
    row = shown.rows[one.to.key]
    pay, growth = pay_figure(row, one.basis) if one.basis else None, projected_growth(row)
    cited_ids = {figure.source for figure in (pay, growth) if figure}
    return {
        "to": names(one.to),
        "kind": one.kind or None,
        "passes": one.passes,
        "verdicts": verdict_data(one),
        "credential": one.credential or None,
        "vocabulary": one.vocabulary or None,
        "skills_ceiling": one.ceiling,
        "pay_basis": one.basis or None,
        "pay": to_json_data(pay),
        "growth": to_json_data(growth),
        "zone": one.to.zone,
        "occupation": {"code": one.to.code, "match": one.to.match} if one.to.code else None,
        "likeness": one.likeness,
        "likeness_without": list(shown.lacks.get(one.to.code, ())),
        "missing": [
            {"any_of": list(asked.any_of), "level": asked.level, "have": have}
            for asked, have in lacking(one, shown.start)
        ]
        if one.vocabulary
        else None,
        "sources": {name: to_json_data(row.sources[name]) for name in sorted(cited_ids)},
    }


def verdict_data(one: Move) -> Data:
    """The four verdicts of a move; each threshold is the least, of preparation the most."""
    return {name: verdict._asdict() for name, verdict in one.verdicts.items()}


def moves_rows(shown: MovesView) -> list[list[object]]:
    """`moves` as CSV: a row for each move."""
    header: list[object] = ["slug", "title", "kind"]
    for name in ("skills", "preparation", "pay", "outlook"):
        header += [name, f"{name}_number"]
    table = [[*header, "likeness", "passes"]]
    for one in shown.moves:
        cells: list[object] = [one.to.slug, one.to.title, one.kind]
        for verdict in one.verdicts.values():
            cells += [verdict.state, "" if verdict.number is None else round(verdict.number, 4)]
        likeness = "" if one.likeness is None else one.likeness
        table.append([*cells, likeness, "yes" if one.passes else "no"])
    return table


def with_data(shown: MovesView, label: str, more: UnlockedMoves) -> Data:
    """`moves --with` as JSON."""
    return {
        **start_data(shown.start),
        "with": {"id": more.skill, "label": label, "vocabulary": more.vocabulary},
        "roles": shown.of,
        "passing_now": shown.passing,
        "mean_gain": more.gain,
        "opens": [move_data(one, shown) for one in shown.moves],
        "opens_in_all": len(more.moves),
        "sources": {"onet": to_json_data(shown.onet)},
    }


def best_data(
    start: Start, best: Sequence[UnlockedMoves], labels: Mapping[str, str], of: int, onet: Source
) -> Data:
    """`moves --best-skill` as JSON."""
    return {
        **start_data(start),
        "roles": of,
        "skills": [
            {
                "id": one.skill,
                "label": labels[one.skill],
                "vocabulary": one.vocabulary,
                "opens": [move.to.slug for move in one.moves],
                "mean_gain": one.gain,
            }
            for one in best
        ],
        "sources": {"onet": to_json_data(onet)},
    }


def best_rows(best: Sequence[UnlockedMoves], labels: Mapping[str, str]) -> list[list[object]]:
    """`moves --best-skill` as CSV."""
    header: list[list[object]] = [["skill", "label", "opens", "mean_gain"]]
    return header + [
        [one.skill, labels[one.skill], len(one.moves), round(one.gain, 4)] for one in best
    ]
