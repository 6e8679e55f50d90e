"""`list` and `search` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from careercli.core.pay import estimate, survey_median
from careercli.core.sources import with_distinct_sources
from careercli.model.basics import RoleRow, Source, code_of
from careercli.output.records.fields import Answer, Field, Rows, Table, both, column, inside
from careercli.output.records.parts import (
    NAMED,
    NAMED_COLUMNS,
    OUTLOOK_KEY,
    PAY_KEY,
    SHORT_NAME,
    SOC_COLUMNS,
    SOC_KEY,
    SOURCE,
    outlook_of,
    soc_of,
)


class RoleList(NamedTuple):
    """Roles in order, and the sources of all their figures.

    values: key -> what they are ordered by that is no field of theirs
    """

    rows: list[RoleRow]
    sources: dict[str, Source]
    values: Mapping[str, float] = {}  # never changed

    @classmethod
    def of(cls, rows: Iterable[RoleRow], values: Mapping[str, float]) -> RoleList:
        """Roles whose sources may have the same ids, each of which then stands for one source."""
        return cls(*with_distinct_sources(rows), values)


def _interests(row: RoleRow, _: Any) -> str | None:
    return row.interests or (row.nearest.interests if row.nearest else None)


class OfficialFacts(NamedTuple):
    """What a list says of an official occupation, at the paths that `show` has."""

    code: str
    entry: str | None
    high_points: str | None


def _occupation(row: RoleRow, _: Any) -> OfficialFacts | None:
    if row.nearest:
        return OfficialFacts(row.nearest.code, row.nearest.education, _interests(row, None))
    code = code_of(row.key)
    return OfficialFacts(code, None, row.interests or None) if code else None


def _figure_columns(name: str, meaning: str, unit: str) -> tuple[Field, ...]:
    """The columns of a figure."""
    return (
        column(f"{name}_{unit}", meaning, "value"),
        column(f"{name}_source", "its source's id", "source"),
    )


ROW = Table(
    NAMED[0],
    *NAMED_COLUMNS,
    SHORT_NAME,
    Field("summary", "what the job is"),
    both("family", "its family's id", optional=True),
    SOC_KEY,
    *inside(soc_of, *SOC_COLUMNS),
    PAY_KEY,
    *inside(
        lambda row, _: survey_median(row),
        *_figure_columns("survey_median", "the survey's median", "usd"),
    ),
    *inside(
        lambda row, _: estimate(row),
        *_figure_columns("published_median", "the middle of other publishers' levels", "usd"),
        column("published_median_kind", "what sort of figure that is", "kind"),
    ),
    OUTLOOK_KEY,
    *inside(
        lambda row, _: outlook_of(row),
        *inside("growth", *_figure_columns("growth", "projected change", "percent")),
        *inside(
            lambda outlook, _: outlook.claims[0][0] if outlook.claims else None,
            *_figure_columns("claimed_growth", "growth as another publisher puts it", "percent"),
        ),
    ),
    Field(
        "occupation",
        "what else official data say of it, or of its nearest occupation",
        _occupation,
        of=Table(
            Field("code", "its SOC code; of an official occupation, its O*NET-SOC code"),
            Field("entry", "typical education at entry", optional=True),
            Field("high_points", "RIASEC letters, strongest first", optional=True),
        ),
        optional=True,
    ),
    column("interests", "RIASEC letters, strongest first", _interests),
    both("remote", "how far it can be done from elsewhere", optional=True),
    both("demand_level", "how sought-after it is", "demand", optional=True),
    Field("tier_titles", "level: title of the tier there", "tiers"),
    both("origin", "whose guide it is, when it isn't bundled"),
    title="role in a list",
)
SOURCES = Field("sources", "the sources of figures, by id", of=SOURCE)


def _measured(name: str, meaning: str) -> Table:
    return Table(*ROW.fields, both(name, meaning, lambda row, view: view.values.get(row.key)))


def listed(typed: str, meaning: str, row: Table) -> Answer:
    """Roles in order."""
    roles = Field("roles", meaning, lambda view, _: iter(view.rows), of=row)
    return Answer.of(typed, roles, SOURCES, Rows("rows", *row.fields))


LIST = listed("list", "the roles", ROW)
READY_LIST = listed(
    "list --sort ready",
    "the roles, the readiest first",
    _measured("readiness_percent", "your readiness, 0 to 100, or null"),
)
FIT_LIST = listed(
    "list --sort fit",
    "the roles, those first whose interests follow yours best",
    _measured("fit", "Pearson's r of your interests and the role's, -1 to 1, or null"),
)
ALIKE_LIST = listed(
    "list --sort alike",
    "the roles, the most alike to your job first",
    _measured("likeness", "likeness to your job in standard deviations, or null"),
)
LISTS = {None: LIST, "ready": READY_LIST, "fit": FIT_LIST, "alike": ALIKE_LIST}
"""What the roles are ordered by -> the answer."""
WHERE = (
    both(
        "where",
        "title, name, other title, skills, field of study, text, portrait, code or nearest"
        " occupation",
        lambda hit, _: hit.kind,
    ),
    both("words", "the words there"),
)
HIT = Table(*inside("row", *ROW.fields), *WHERE)
SEARCH = Answer.of(
    "search",
    Field("query", "what was searched for"),
    Field("hits", "the roles found, the best first, as in `list`", of=HIT),
    Field(
        "credentials",
        "the licenses, certificates and other credentials found by name, at most five",
        of=Table(
            Field("id", "its id"),
            Field("label", "its name"),
            Field("kind", "what sort of credential"),
        ),
    ),
    SOURCES,
    Rows("hits", *inside("row", *NAMED_COLUMNS), *WHERE, number="rank"),
)
