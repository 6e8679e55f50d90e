"""`moves` and `path` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from careercli.core.paths import lacking, may_be_taken
from careercli.core.pay import pay_figure
from careercli.core.role_filters import projected_growth
from careercli.model.basics import Figure, RoleRow, Source
from careercli.output.records.fields import Answer, Field, Get, Rows, Table
from careercli.output.records.role import FIGURE, NAMES, SOURCE

if TYPE_CHECKING:
    from careercli.core.moves import Move, MoveRole, SkillDemand, Start, UnlockedMoves
    from careercli.core.paths import PathStep
    from careercli.output.screens.moves import MovesView
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
VERDICTS = Table(*(Field(name, meaning, of=VERDICT) for name, meaning in TESTS.items()))
DEMAND = Table(
    Field("any_of", "ids of skills that can stand in for each other", lambda d, _: d[0].any_of),
    Field("level", "the level asked for", lambda demand, _: demand[0].level),
    Field("have", "the level that is there", lambda demand, _: demand[1]),
)
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
    Field("own_skills", "whether the skills in the profile count", "start.own"),
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


def _missing(move: Move, view: MovesView) -> list[tuple[SkillDemand, int]] | None:
    return list(lacking(move, view.start)) if move.vocabulary else None


def _occupation(move: Move, _: Any) -> MoveRole | None:
    return move.to if move.to.code else None


def _of_test(name: str, attribute: str) -> Get:
    return lambda move, _: getattr(move.verdicts[name], attribute)


MOVE = Table(
    Field("", "its slug", "to.slug", csv="slug"),
    Field("", "its title", "to.title", csv="title"),
    Field("to", "the role", of=NAMES),
    Field(
        "kind",
        "advancement, lateral advancement, similar or lateral transition; null when it has no name",
        lambda move, _: move.kind or None,
        csv=True,
    ),
    Field("verdicts", "the four tests", lambda move, _: move, of=VERDICTS),
    *(
        column
        for name, meaning in TESTS.items()
        for column in (
            Field("", "pass, fail or unknown", _of_test(name, "state"), csv=name),
            Field("", meaning, _of_test(name, "number"), csv=f"{name}_number"),
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
    Field("pay", "that pay", _pay, of=FIGURE),
    Field("growth", "its projected growth", _growth, of=FIGURE),
    Field("zone", "its job zone, 1 to 5", "to.zone"),
    Field(
        "occupation",
        "the official occupation whose job zone and likeness it has",
        _occupation,
        of=Table(Field("code", "its O*NET-SOC code"), Field("match", "exact, close or broader")),
    ),
    Field("likeness", "in standard deviations above the mean of all pairs", csv=True),
    Field(
        "likeness_without",
        "what isn't known of the occupation, of what likeness counts",
        lambda move, view: view.lacks.get(move.to.code, ()),
    ),
    Field("missing", "what it asks for beyond what is there", _missing, of=DEMAND),
    Field("passes", "whether all four pass", csv=True),
)
SOURCES = Field(
    "sources",
    "the sources of figures, by id; `onet` of job zones, ratings and likeness",
    of=SOURCE,
)
MOVES_KEYS = Table(
    *START,
    Field("roles", "how many roles were looked at", "of"),
    Field("passing", "how many of them pass all four; null when that wasn't counted"),
    USUAL,
    Field("moves", "the moves, in the order shown", of=MOVE),
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
        Field("roles", "how many roles were looked at", "shown.of"),
        Field("passing_now", "how many of them pass all four without it", "shown.passing"),
        Field("mean_gain", "how much more of the skills asked for, 0 to 1", "unlocked.gain"),
        Field("opens", "moves that would pass all four with it", "shown.moves", of=MOVE),
        Field("opens_in_all", "how many", lambda view, _: len(view.unlocked.moves)),
        SOURCES._replace(get=lambda view, _: sources_of(view.shown.moves, view)),
    ),
    (Rows(lambda view: view.shown.moves, MOVE),),
)
BEST_SKILL = Table(
    Field("id", "its id", "skill", csv="skill"),
    Field("label", "its label", lambda more, view: view.labels[more.skill], csv=True),
    Field("vocabulary", "guide or onet"),
    Field(
        "opens",
        "slugs of the roles to which moves would pass all four tests",
        lambda more, _: [move.to.slug for move in more.moves],
    ),
    Field("", "how many moves would pass", lambda more, _: len(more.moves), csv="opens"),
    Field("mean_gain", "how much more of the skills asked for, 0 to 1", "gain", csv=True),
)
BEST_SKILLS = Answer(
    "moves --best-skill",
    Table(
        *START,
        Field("roles", "how many roles were looked at", "of"),
        Field("skills", "the skills, the one that opens most first", "unlocked", of=BEST_SKILL),
        SOURCES._replace(get=lambda view, _: {"onet": view.onet}),
    ),
    (Rows(lambda view: view.unlocked, BEST_SKILL),),
)


def _learning(route: RouteView) -> Iterator[tuple[int, PathStep, tuple[SkillDemand, int] | None]]:
    """Steps with each skill to learn on them, or with None."""
    for number, step in enumerate(route.way.steps if route.way else (), start=1):
        yield from ((number, step, demand) for demand in step.learn or (None,))


def _path_sources(route: RouteView, _: Any) -> dict[str, Source]:
    return sources_of([step.move for step in route.way.steps] if route.way else [], route)


PATH = Answer(
    "path",
    Table(
        Field("from", "the role it begins at", "here", of=NAMES),
        Field("to", "the role it leads to", "direct.to", of=NAMES),
        Field("level", "the level at which pay and skills are compared", "start.level"),
        USUAL,
        Field("direct", "the tests of the move without steps between", "direct", of=VERDICTS),
        Field(
            "directly",
            "whether that move can be made",
            lambda route, _: may_be_taken(route.direct),
        ),
        Field(
            "without",
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
                Field("pay", "pay there", lambda step, route: _pay(step.move, route), of=FIGURE),
                Field("learn", "what to learn on it", of=DEMAND),
            ),
        ),
        SOURCES._replace(get=_path_sources),
    ),
    (
        Rows(
            _learning,
            Table(
                Field("", "the step's place, from 1", lambda item, _: item[0], csv="step"),
                Field("", "its slug", lambda item, _: item[1].move.to.slug, csv="slug"),
                Field("", "its title", lambda item, _: item[1].move.to.title, csv="title"),
                Field("", TESTS["pay"], lambda item, _: item[1].move.pay.number, csv="pay_ratio"),
                Field(
                    "",
                    "ids of skills that can stand in for each other",
                    lambda item, _: item[2] and item[2][0].any_of,
                    csv="skill",
                ),
                Field("", "the level that is there", lambda i, _: i[2] and i[2][1], csv="have"),
                Field("", "the level asked for", lambda i, _: i[2] and i[2][0].level, csv="level"),
            ),
        ),
    ),
)
