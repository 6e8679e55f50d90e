"""`report` and `report --clients` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from careercli.core.clients import totals
from careercli.output.records.fields import (
    Answer,
    Field,
    Table,
    both,
    column,
    inside,
    itself,
    key_and_rows,
    known,
    nested,
)
from careercli.output.records.gap import COUNT, GAP, LEVEL, OCCUPATION_GAP, READINESS, STEPS
from careercli.output.records.moves import MOVES_KEYS, sources_of
from careercli.output.records.parts import FACTS, SOURCE, labels_of
from careercli.output.records.profile import CURRENT, INTERESTS, TARGET
from careercli.output.screens.report import next_skill

if TYPE_CHECKING:
    from careercli.files.profile import Profile
    from careercli.model.basics import Source
    from careercli.output.screens.move_words import MovesView
    from careercli.output.screens.report import TargetReport


class ReportView(NamedTuple):
    """A person's report; `name` is empty for your own profile."""

    name: str
    person: Profile
    towards: TargetReport | None
    moves: MovesView | None

    @property
    def labels(self) -> Mapping[str, str]:
        return self.towards.target.labels if self.towards else {}


def _sources(view: ReportView, _: Any) -> dict[str, Source]:
    moves = sources_of(view.moves.moves, view.moves) if view.moves else {}
    return moves | (view.towards.target.role.sources if view.towards else {})


REPORT = Answer.of(
    "report",
    Field("profile", "the profile's name; null for your own", known("name")),
    TARGET,
    CURRENT,
    INTERESTS,
    *inside(
        "towards",
        nested("role", "the role aimed at, or null", "target.role", *FACTS),
        Field(
            "gap",
            "of a guide, as in `skills ROLE --gap`; null without a target",
            lambda towards, _: None if towards.target.software else towards.target,
            of=GAP,
        ),
        Field(
            "gap",
            "of an occupation, as in `skills OCCUPATION --gap`",
            lambda towards, _: towards.target if towards.target.software else None,
            of=OCCUPATION_GAP,
            optional=True,
        ),
        STEPS._replace(get="plan", optional=True),
    ),
    Field(
        "moves",
        "as in `moves`; null when neither a present role nor skills are known",
        of=MOVES_KEYS,
    ),
    Field("sources", "the sources of figures, by id", _sources, of=SOURCE),
)


TO_HOLD = Table(
    Field("id", "its id"),
    Field("name", "its label", "credential.label"),
    Field("kind", "license, certificate, apprenticeship or another", "credential.kind"),
    Field("asked_for", "always or usually", "level"),
)
CLIENT = Table(
    both("client", "a number, or the profile's name", "name"),
    both("state", "measured, not described, occupation, no target, unknown target or unreadable"),
    both("slug", "the target's slug", known("slug")),
    both("title", "its title", known("title")),
    *inside("gap", LEVEL, *READINESS, COUNT),
    *inside(
        lambda client, _: next_skill(client),
        nested(
            "next",
            "what to learn next; null when all is met or nothing is rated",
            itself,
            Field("any_of", "ids of skills that can stand in for each other"),
            Field("label", "their labels"),
        ),
        column("next_skill", "its ids", "any_of"),
        column("next_label", "its labels", "label"),
    ),
    *inside(
        "software",
        both("programs_known", "how many programs of an occupation are known", "known"),
        both("programs_total", "how many count", lambda gap, _: len(gap.programs)),
    ),
    Field(
        "to_hold",
        "credentials that the target always or usually asks for and that aren't held",
        of=TO_HOLD,
    ),
    column(
        "to_hold",
        "their labels",
        lambda client, _: [asked.credential.label for asked in client.to_hold],
    ),
)
CLIENTS = Answer.of(
    "report --clients",
    *key_and_rows("clients", "the clients", CLIENT),
    nested(
        "totals",
        "over those who are measured",
        lambda view, _: totals(view.clients),
        Field("measured", "how many they are"),
        Field("rated", "of how many of them a skill is known"),
        Field("points", "the sum of the points of these"),
        Field("full", "the sum of the full points of these"),
    ),
    nested(
        "missing",
        "what they lack, what most of them lack first",
        "lacking",
        Field("any_of", "ids of skills that can stand in for each other"),
        Field("label", "their labels", labels_of),
        Field("missing", "how many clients have none"),
        Field("below", "how many have less than is asked for"),
        Field("unrated", "how many haven't rated it"),
    ),
)
