"""`moves` and `path` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from careercli.core.paths import lacking, may_be_taken
from careercli.core.pay import pay_figure
from careercli.core.role_filters import projected_growth
from careercli.model.basics import Figure, RoleRow, Source
from careercli.model.move_inputs import RATING_UNIT
from careercli.output.records.fields import Answer, Field, Get, Rows, Table, both, column, inside
from careercli.output.records.parts import FIGURE, NAMED_COLUMNS, NAMES, SOURCE

if TYPE_CHECKING:
    from careercli.core.moves import Move, MoveRole, SkillDemand, Start, UnlockedMoves
    from careercli.output.screens.move_words import MovesView
    from careercli.output.screens.path import RouteView


class UnlockView(NamedTuple):
    """What one more skill opens: `shown` with that skill, `unlocked` all of them."""

    shown: MovesView
    unlocked: UnlockedMoves
    label: str

    @property
    def start(self) -> Start:
        return self.shown.start

    @property
    def rows(self) -> Mapping[str, RoleRow]:
        return self.shown.rows

    @property
    def lacks(self) -> Mapping[str, tuple[str, ...]]:
        return self.shown.lacks

    @property
    def onet(self) -> Source:
        return self.shown.onet


class BestSkillsView(NamedTuple):
    """Skills by what each opens, among `of` roles."""

    start: Start
    unlocked: Sequence[UnlockedMoves]
    labels: Mapping[str, str]
    of: int
    onet: Source


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
    *(Field(name, meaning, of=VERDICT) for name, meaning in TESTS.items()),
    title="verdicts",
)


class ToLearn(NamedTuple):
    """What a role asks for beyond what is there, on the scale of its vocabulary."""

    any_of: tuple[str, ...]
    level: float
    have: float
    onet: bool


def _to_learn(demands: Iterable[tuple[SkillDemand, int]], move: Move) -> list[ToLearn]:
    onet = move.vocabulary == "onet"
    unit = RATING_UNIT if onet else 1
    return [ToLearn(one.any_of, one.level / unit, have / unit, onet) for one, have in demands]


def _on_scale(attribute: str, *, onet: bool) -> Get:
    return lambda one, _: getattr(one, attribute) if one.onet == onet else None


TO_LEARN = (
    both("any_of", "ids of skills that can stand in for each other"),
    both("level", "the level asked for, 1 to 4", _on_scale("level", onet=False), optional=True),
    both("have", "the level that is there", _on_scale("have", onet=False), optional=True),
    both("onet_level", "the level, 0 to 7, of O*NET", _on_scale("level", onet=True), optional=True),
    both("onet_have", "the level that is there", _on_scale("have", onet=True), optional=True),
)
DEMAND = Table(*TO_LEARN, title="skill to learn")
CALIBRATION = Table(
    Field("threshold", "the least share that passes"),
    Field("mean", "mean share over all pairs of roles of one family"),
    Field("deviation", "its standard deviation"),
    Field("roles", "how many roles"),
    Field("pairs", "how many pairs"),
)
USUAL = Field(
    "calibrations",
    "what share of skills carries over within families, by vocabulary: guide, onet",
    "usual",
    of=CALIBRATION,
)
CREDENTIAL = Field(
    "credential",
    "education typical at entry that isn't typical at the start; preparation is then unknown",
    lambda move, _: move.credential or None,
)


START = (
    Field("from", "the role; null when only skills are known", "start.role", of=NAMES),
    Field("level", "the level at which pay and skills are compared", "start.level"),
    Field("uses_profile", "whether the skills in the profile count", "start.own"),
)


def _pay(move: Move, view: Any) -> Figure | None:
    return pay_figure(view.rows[move.to.key], move.basis) if move.basis else None


def _growth(move: Move, view: Any) -> Figure | None:
    return projected_growth(view.rows[move.to.key])


def sources_of(moves: Iterable[Move], view: Any) -> dict[str, Source]:
    """O*NET as `onet`, and the sources of the moves' figures."""
    sources = {"onet": view.onet}
    for move in moves:
        row = view.rows[move.to.key]
        figures = (_pay(move, view), _growth(move, view))
        sources |= {one.source: row.sources[one.source] for one in figures if one}
    return sources


def _missing(move: Move, view: MovesView) -> list[ToLearn] | None:
    return _to_learn(lacking(move, view.start), move) if move.vocabulary else None


def _occupation(move: Move, _: Any) -> MoveRole | None:
    return move.to if move.to.code else None


def _of_test(name: str, attribute: str) -> Get:
    return lambda move, _: getattr(move.verdicts[name], attribute)


KINDS = "advancement, lateral advancement, similar or lateral transition; null without a name"
MOVE = Table(
    *inside(lambda move: move.to, *(column(one.name, one.meaning) for one in NAMED_COLUMNS)),
    Field("to", "the role", of=NAMES),
    both(
        "kind",
        "advancement, lateral advancement, similar or lateral transition; null when it has no name",
        lambda move, _: move.kind or None,
    ),
    Field("verdicts", "the four tests", lambda move, _: move, of=VERDICTS),
    *(
        part
        for name, meaning in TESTS.items()
        for part in (
            column(name, "pass, fail or unknown", _of_test(name, "state")),
            column(f"{name}_number", meaning, _of_test(name, "number")),
        )
    ),
    CREDENTIAL,
    Field(
        "vocabulary",
        "whose skills were compared: guide or onet; null when none are shared",
        lambda move, _: move.vocabulary or None,
    ),
    Field("skills_ceiling", "the share if everything unrated were there", "ceiling"),
    Field("pay_basis", "the pay compared: survey, or a level", lambda move, _: move.basis or None),
    Field("pay_figure", "that pay", _pay, of=FIGURE),
    Field("growth_figure", "its projected growth", _growth, of=FIGURE),
    Field("zone", "its job zone, 1 to 5", "to.zone"),
    Field(
        "occupation",
        "the official occupation whose job zone and likeness it has",
        _occupation,
        of=Table(Field("code", "its O*NET-SOC code"), Field("match", "exact, close or broader")),
    ),
    both("likeness", "in standard deviations above the mean of all pairs"),
    Field(
        "likeness_missing",
        "what isn't known of the occupation, of what likeness counts",
        lambda move, view: view.lacks.get(move.to.code, ()),
    ),
    Field("missing", "what it asks for beyond what is there", _missing, of=DEMAND),
    both("passes", "whether all four pass"),
    title="move",
)
SOURCES = Field(
    "sources",
    "the sources of figures, by id; `onet` of job zones, ratings and likeness",
    of=SOURCE,
)
MOVES_KEYS = Table(
    *START,
    Field("roles_total", "how many roles were looked at", "of"),
    Field("passing", "how many of them pass all four; null when that wasn't counted"),
    USUAL,
    Field("moves", "the moves, in the order shown", of=MOVE),
    title="moves",
)
MOVES = Answer(
    "moves",
    Table(
        *MOVES_KEYS.fields,
        SOURCES._replace(get=lambda view, _: sources_of(view.moves, view)),
    ),
    (Rows(lambda view: view.moves, MOVE),),
)
WITH = Answer(
    "moves --with SKILL",
    Table(
        *START,
        Field(
            "with",
            "the skill",
            lambda view, _: view,
            of=Table(
                Field("id", "its id", "unlocked.skill"),
                Field("label", "its label"),
                Field("vocabulary", "guide or onet", "unlocked.vocabulary"),
            ),
        ),
        Field("roles_total", "how many roles were looked at", "shown.of"),
        Field("passing_before", "how many of them pass all four without it", "shown.passing"),
        Field("mean_gain", "how much more of the skills asked for, 0 to 1", "unlocked.gain"),
        Field("opens", "moves that would pass all four with it", "shown.moves", of=MOVE),
        Field("opens_total", "how many", lambda view, _: len(view.unlocked.moves)),
        SOURCES._replace(get=lambda view, _: sources_of(view.shown.moves, view)),
    ),
    (Rows(lambda view: view.shown.moves, MOVE),),
)
BEST_SKILL = Table(
    Field("id", "its id", "skill", csv="skill"),
    both("label", "its label", lambda more, view: view.labels[more.skill]),
    Field("vocabulary", "guide or onet"),
    Field(
        "opens",
        "slugs of the roles to which moves would pass all four tests",
        lambda more, _: [move.to.slug for move in more.moves],
    ),
    column("opens_total", "how many moves would pass", lambda more, _: len(more.moves)),
    both("mean_gain", "how much more of the skills asked for, 0 to 1", "gain"),
)
BEST_SKILLS = Answer(
    "moves --best-skill",
    Table(
        *START,
        Field("roles_total", "how many roles were looked at", "of"),
        Field("skills", "the skills, the one that opens most first", "unlocked", of=BEST_SKILL),
        SOURCES._replace(get=lambda view, _: {"onet": view.onet}),
    ),
    (Rows(lambda view: view.unlocked, BEST_SKILL),),
)


def _learning(route: RouteView) -> Iterator[tuple[int, Move, ToLearn | None]]:
    """Steps with each skill to learn on them, or with None."""
    for number, step in enumerate(route.way.steps if route.way else (), start=1):
        learn = _to_learn(step.learn, step.move)
        yield from ((number, step.move, one) for one in learn or (None,))


def _path_sources(route: RouteView, _: Any) -> dict[str, Source]:
    return sources_of([step.move for step in route.way.steps] if route.way else [], route)


PATH = Answer(
    "path",
    Table(
        Field("from", "the role it begins at", "here", of=NAMES),
        Field("to", "the role it leads to", "direct.to", of=NAMES),
        Field("level", "the level at which pay and skills are compared", "start.level"),
        USUAL,
        Field("verdicts", "the tests of the move without steps between", "direct", of=VERDICTS),
        Field(
            "direct",
            "whether that move can be made",
            lambda route, _: may_be_taken(route.direct),
        ),
        Field(
            "relaxed_test",
            "the test that not every step passes, or credential; null when all pass",
            lambda route, _: (route.way and route.way.without) or None,
        ),
        Field(
            "steps",
            "the steps; null when there is no way. Pay is compared with that at the start",
            lambda route, _: route.way and route.way.steps,
            of=Table(
                Field("to", "the role", "move.to", of=NAMES),
                Field("verdicts", "the four tests", "move", of=VERDICTS),
                CREDENTIAL._replace(get=lambda step, _: step.move.credential or None),
                Field(
                    "pay_figure", "pay there", lambda step, route: _pay(step.move, route), of=FIGURE
                ),
                Field(
                    "learn",
                    "what to learn on it",
                    lambda step, _: _to_learn(step.learn, step.move),
                    of=DEMAND,
                ),
            ),
        ),
        SOURCES._replace(get=_path_sources),
    ),
    (
        Rows(
            _learning,
            Table(
                column("step", "the step's place, from 1", lambda item, _: item[0]),
                *inside(lambda item: item[1].to, *NAMED_COLUMNS),
                column("pay_ratio", TESTS["pay"], lambda item, _: item[1].pay.number),
                *inside(lambda item: item[2], *TO_LEARN),
            ),
        ),
    ),
)
