"""`moves` and `path` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from careercli.core.paths import lacking, time_to_goal
from careercli.core.pay import pay_figure, survey_median
from careercli.model.basics import Figure, Source
from careercli.model.move_inputs import RATING_UNIT
from careercli.model.portrait import AskedId
from careercli.output.records.fields import (
    Answer,
    Field,
    Rows,
    Table,
    both,
    column,
    inside,
    itself,
    key_and_rows,
    known,
    nested,
)
from careercli.output.records.parts import (
    FIGURE,
    NAMED,
    NAMED_COLUMNS,
    NAMES,
    SOURCE,
    TIME_SOURCE,
    time_needed,
)
from careercli.output.screens.entry_cell import cell_words

if TYPE_CHECKING:
    from careercli.core.moves import Move, MoveRole, SkillDemand
    from careercli.model.portrait import Credential
    from careercli.output.screens.move_words import MovesView
    from careercli.output.screens.path import RouteView

    AnyMoves = MovesView | RouteView


TESTS = {
    "skills": "share of the skills asked for that carries over, 0 to 1",
    "preparation": "job zones apart; the threshold is the most",
    "pay": "pay there as a multiple of pay here",
    "outlook": "projected change in percent",
}
VERDICT = Table(
    Field("state", "pass, fail or unknown"),
    Field("number", "what was measured; null when it isn't known"),
    Field("threshold", "the least that passes, of preparation the most; null when there is none"),
)
VERDICTS = Table(
    *(Field(name, meaning, of=VERDICT) for name, meaning in TESTS.items()), title="verdicts"
)


class ToLearn(NamedTuple):
    """What a role asks for beyond what is there, on the scale of its vocabulary."""

    any_of: tuple[str, ...]
    level: float | None = None
    have: float | None = None
    onet_level: float | None = None
    onet_have: float | None = None


def _to_learn(demands: Iterable[tuple[SkillDemand, int]], move: Move) -> list[ToLearn]:
    if move.vocabulary == "onet":
        unit = RATING_UNIT
        return [
            ToLearn(demand.any_of, onet_level=demand.level / unit, onet_have=have / unit)
            for demand, have in demands
        ]
    return [ToLearn(demand.any_of, float(demand.level), float(have)) for demand, have in demands]


TO_LEARN = (
    both("any_of", "ids of skills that can stand in for each other"),
    both("level", "the level asked for, 1 to 4", optional=True),
    both("have", "the level that is there", optional=True),
    both("onet_level", "the level, 0 to 7, of O*NET", optional=True),
    both("onet_have", "the level that is there", optional=True),
)
DEMAND = Table(*TO_LEARN, title="skill to learn")


class AskedCredential(NamedTuple):
    """A credential that a role asks for, and whether the person holds it."""

    asked: AskedId
    credential: Credential
    held: bool


CREDENTIAL = Table(
    Field("id", "its id", "asked.id"),
    Field("name", "its label", "credential.label"),
    Field(
        "kind",
        "license, certificate, permit, registration, exam, apprenticeship or clearance",
        "credential.kind",
    ),
    Field("asked_for", "always, usually or sometimes", "asked.level"),
    Field("held", "whether it is held"),
    *inside(
        "credential",
        Field("time", "how long it takes; null when no source says", time_needed),
        TIME_SOURCE,
        Field("way", "the usual way to it, in our words"),
    ),
    title="credential asked for",
)


def _credentials(move: Move, view: AnyMoves) -> list[AskedCredential]:
    """The credentials that a role asks for, as far as they are described."""
    held = {part.name for part in move.entry.parts if part.state == "have"}
    held |= view.start.brings.credentials
    return [
        AskedCredential(asked, view.credentials[asked.id], asked.id in held)
        for asked in move.to.asked.ids
        if asked.id in view.credentials
    ]


ENTRY = Table(
    Field("state", "have, obtainable or unknown: of the whole"),
    nested(
        "parts",
        "each thing that it takes",
        "parts",
        Field("kind", "education, credential, apprenticeship, experience or training"),
        Field(
            "name", "of a credential its id; else as the projections word it; empty if not known"
        ),
        Field("state", "have, obtainable or unknown; training stands in nobody's way"),
        Field("school_years", "full-time study still to do, our figure", "years"),
    ),
    *inside(
        "bridge", Field("bridge", "a program to it that builds on what the person has", "name")
    ),
    title="what a role takes",
)
START = (
    Field("from", "the role; null when only skills are known", "start.role", of=NAMES),
    Field("level", "the level at which pay and skills are compared", "start.level"),
    Field("uses_profile", "whether the skills in the profile count", "start.own"),
)


def _pay(move: Move, view: AnyMoves) -> Figure | None:
    return pay_figure(view.rows[move.to.key], move.basis) if move.basis else None


def _growth(move: Move, view: AnyMoves) -> Figure | None:
    return view.rows[move.to.key].projected_growth


def sources_of(moves: Iterable[Move], view: AnyMoves) -> dict[str, Source]:
    """O*NET as `onet`, and the sources of the moves' figures."""
    sources = {"onet": view.onet}
    for move in moves:
        row = view.rows[move.to.key]
        figures = (_pay(move, view), _growth(move, view))
        sources |= {figure.source: row.sources[figure.source] for figure in figures if figure}
    return sources


def _missing(move: Move, view: MovesView) -> list[ToLearn] | None:
    return _to_learn(lacking(move, view.start), move) if move.vocabulary else None


def _way_in(move: Move, view: AnyMoves) -> str | None:
    return view.ways.get(move.to.key)


def _cell(move: Move, view: AnyMoves) -> str:
    return cell_words(move.entry, view.credentials)


def _occupation(move: Move, _: Any) -> MoveRole | None:
    return move.to if move.to.code else None


OCCUPATION = Table(Field("code", "its O*NET-SOC code"), Field("match", "exact, close or broader"))
TO = Field("to", "the role", of=NAMES)
TESTED = Field("verdicts", "the four tests", itself, of=VERDICTS)
TAKES = (
    both("takes", "what is missing first, in words", _cell),
    Field("entry", "what it takes", of=ENTRY),
    Field("credentials", "what it asks for", _credentials, of=CREDENTIAL),
)
MOVE = (
    *inside("to", *(column(name.name, name.meaning) for name in NAMED[1:])),
    TO,
    TESTED,
    *(
        part
        for name, meaning in TESTS.items()
        for part in (
            column(f"{name}_test", "pass, fail or unknown", f"{name}.state"),
            column(f"{name}_test_number", meaning, f"{name}.number"),
        )
    ),
    *inside(
        lambda move, view: survey_median(view.rows[move.to.key]),
        column("survey_median_usd", "the survey's median, of the place whose pay it is", "value"),
        column("survey_median_source", "its source's id", "source"),
    ),
    *inside(
        _growth,
        column("growth_percent", "projected change", "value"),
        column("growth_source", "its source's id", "source"),
    ),
    *TAKES,
    Field("way_in", "the usual way in, in our words; null if not written", _way_in),
    Field(
        "vocabulary",
        "whose skills were compared: guide or onet; null when none are shared",
        known("vocabulary"),
    ),
    Field("skills_ceiling", "the share if everything unrated were there", "ceiling"),
    Field("pay_basis", "the pay compared: survey, or a level", known("basis")),
    Field("pay_figure", "that pay", _pay, of=FIGURE),
    Field("growth_figure", "its projected growth", _growth, of=FIGURE),
    Field("zone", "its job zone, 1 to 5", "to.zone"),
    Field(
        "occupation",
        "the official occupation whose job zone and likeness it has",
        _occupation,
        of=OCCUPATION,
    ),
    both("likeness", "in standard deviations above the mean of all pairs"),
    Field(
        "likeness_missing",
        "what isn't known of the occupation, of what likeness counts",
        lambda move, view: view.lacks.get(move.to.code, ()),
    ),
    Field("missing", "what it asks for beyond what is there", _missing, of=DEMAND),
    both("passes", "whether all four pass"),
)
NEIGHBOR = Table(
    both(
        "group",
        "more, same, less, apprenticeship, school, twin or unpaid; suits without a present role",
    ),
    *inside("move", *MOVE),
    Field(
        "links",
        "why it counts as near: ladder, leads, guide, license, related, similar, beyond",
        "near.links",
    ),
    Field("by_years", "whether years stand in for the degree that is typical", "near.by_years"),
    Field(
        "tier",
        "among O*NET's related occupations, 1 the nearest; null if it isn't there",
        known("near.tier"),
    ),
    both("strength", "what orders it inside its group, in standard deviations", "near.strength"),
    title="near role",
)
ASIDE = Table(
    *inside("move.to", *NAMED[1:]),
    Field("group", "its group"),
    Field("pay_ratio", "pay there as a multiple of pay here", "move.pay.number"),
)
SOURCES = Field(
    "sources", "the sources of figures, by id; `onet` of job zones, ratings and likeness", of=SOURCE
)
SHOWN_ASIDE = 12
"""Roles of a group without a table that are told of."""


def _ranked_by(view: MovesView, _: Any) -> list[str]:
    if view.start.role is None:
        return ["interests", "skills", "employment"]
    return ["likeness", "employment", "links"]


MOVES_KEYS = Table(
    *START,
    Field("ranked_by", "what orders the roles of a group", _ranked_by),
    Field(
        "from_growth",
        "projected change of the jobs in the present role",
        lambda view, _: view.start.role and view.rows[view.start.role.key].projected_growth,
        of=FIGURE,
    ),
    Field("near", "how many roles are near", "of"),
    Field("unrated", "whether O*NET doesn't rate the present role, so that its family decides"),
    Field(
        "widened",
        "whether roles that pay less or take a degree are listed because few near ones pay as much",
        lambda view, _: bool(view.widened),
    ),
    nested(
        "calibrations",
        "what share of skills carries over within families, by vocabulary: guide, onet",
        "usual",
        Field("threshold", "the least share that passes"),
        Field("mean", "mean share over all pairs of roles of one family"),
        Field("deviation", "its standard deviation"),
        Field("roles", "how many roles"),
        Field("pairs", "how many pairs"),
    ),
    Field("moves", "the roles, in the order shown", "neighbors", of=NEIGHBOR),
    Field(
        "aside",
        "near roles that have no row: the first of each other group",
        lambda view, _: [other for others in view.aside.values() for other in others[:SHOWN_ASIDE]],
        of=ASIDE,
    ),
    title="moves",
)
MOVES = Answer.of(
    "moves",
    *MOVES_KEYS.fields,
    Rows("neighbors", *NEIGHBOR.fields),
    SOURCES._replace(get=lambda view, _: sources_of(view.moves, view)),
)


def _of_shown(field: Field) -> Field:
    """A field of a move as one of a move in an UnlockView."""
    read = field.reader()
    return field._replace(get=lambda move, view: read(move, view.shown))


OPENED = Table(*map(_of_shown, MOVE), title="move")
WITH = Answer.of(
    "moves --with SKILL",
    *inside("shown", *START),
    nested(
        "with",
        "the skill",
        itself,
        Field("id", "its id", "unlocked.skill"),
        Field("label", "its label"),
        Field("vocabulary", "guide or onet", "unlocked.vocabulary"),
    ),
    Field("roles_total", "how many roles were looked at", "shown.of"),
    Field("passing_before", "how many of them pass all four without it", "passing"),
    Field("mean_gain", "how much more of the skills asked for, 0 to 1", "unlocked.gain"),
    *key_and_rows("opens", "moves that would pass all four with it", OPENED, "shown.moves"),
    Field("opens_total", "how many", lambda view, _: len(view.unlocked.moves)),
    SOURCES._replace(get=lambda view, _: sources_of(view.shown.moves, view.shown)),
)


def _learning(route: RouteView, _: Any) -> Iterator[tuple[int, Move, ToLearn | None]]:
    """Steps with each skill to learn on them, or with None."""
    for number, step in enumerate(route.way.steps, start=1):
        learn = _to_learn(step.learn, step.move)
        yield from ((number, step.move, asked) for asked in learn or (None,))


def _path_sources(route: RouteView, _: Any) -> dict[str, Source]:
    moves = [step.move for step in route.way.steps]
    return sources_of(
        [*moves, *(alternative.first for alternative in route.way.alternatives)], route
    )


def _sourced_times(route: RouteView, _: Any) -> list[AskedCredential]:
    """The credentials still to get whose time has a source."""
    return [
        asked
        for step in route.way.steps
        for asked in _credentials(step.move, route)
        if asked.asked.level != "sometimes" and not asked.held and asked.credential.time
    ]


def _in_short(route: RouteView, _: Any) -> str:
    from careercli.output.screens.path import in_short

    return in_short(route)


STEP = Table(
    *inside(
        "move",
        TO,
        Field(
            "occupation",
            "the official occupation that it is, or is nearest to",
            _occupation,
            of=OCCUPATION,
        ),
        TESTED,
        *TAKES,
        Field("way_in", "the usual way in, in our words", _way_in),
        Field("pay_figure", "pay there", _pay, of=FIGURE),
        Field("growth_figure", "projected change", _growth, of=FIGURE),
    ),
    Field(
        "learn", "what to learn on it", lambda step, _: _to_learn(step.learn, step.move), of=DEMAND
    ),
    title="step of a path",
)
PATH = Answer.of(
    "path",
    Field("from", "the role it begins at; null for school", "start.role", of=NAMES),
    Field("to", "the role it leads to", "direct.to", of=NAMES),
    Field("level", "the level at which pay and skills are compared", "start.level"),
    Field(
        "ranked_by",
        "what decides among ways, first to last",
        lambda *_: ["fewest stones", "least school", "likeness to both ends", "employment"],
    ),
    Field("in_short", "the way in a sentence", _in_short),
    Field("verdicts", "the tests of the move without steps between", "direct", of=VERDICTS),
    Field(
        "direct",
        "whether it leads there without other work between",
        lambda route, _: len(route.way.steps) == 1 and not route.way.open,
    ),
    Field("open", "whether the goal asks for experience that no work found gives", "way.open"),
    Field(
        "credentials",
        "what the goal asks for",
        lambda route, _: _credentials(route.direct, route),
        of=CREDENTIAL,
    ),
    Field(
        "time",
        "how long the credentials take that are still to get, if a source says it",
        _sourced_times,
        of=CREDENTIAL,
    ),
    nested(
        "time_to_goal",
        "how long all steps take together; null if a part has no source",
        lambda route, _: time_to_goal(route.way.steps, route.credentials),
        Field("least_months", "at least"),
        Field("most_months", "at most"),
        Field("sources", "of the times: pages of the Handbook, `ooh:PAGE`, or addresses"),
        title="time to the goal",
    ),
    Field("steps", "the steps; pay is compared with the step before", "way.steps", of=STEP),
    nested(
        "alternatives",
        "other work on the way",
        "way.alternatives",
        Field("to", "the role", "first.to", of=NAMES),
        Field("entry", "what it takes", "first.entry", of=ENTRY),
    ),
    SOURCES._replace(get=_path_sources),
    Rows(
        _learning,
        column("step", "the step's place, from 1", lambda lesson, _: lesson[0]),
        *inside(lambda lesson, _: lesson[1].to, *NAMED_COLUMNS),
        column("pay_ratio", TESTS["pay"], lambda lesson, _: lesson[1].pay.number),
        column("takes", "what is missing first", lambda lesson, view: _cell(lesson[1], view)),
        *inside(lambda lesson, _: lesson[2], *TO_LEARN),
    ),
)
