"""Moves on the screen: where one could go, by four tests that stand for themselves."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.core.moves import (
    KEEPS,
    SHRINKS_BELOW,
    STEPS_UP,
    VOCABULARIES,
    ZONES_APART,
    Move,
    MoveRole,
    Start,
)
from careercli.core.role_filters import projected_growth
from careercli.output.footnotes import cite, cite_source
from careercli.output.page import (
    Aligned,
    Block,
    Cite,
    Column,
    Commands,
    Facts,
    Inline,
    Page,
    Paragraph,
    Part,
    Table,
    Title,
    cited,
    is_approximate,
    parts,
    quiet,
)
from careercli.output.screens.move_reasons import reasons
from careercli.output.screens.move_words import (
    EDUCATION_UNKNOWN,
    MovesView,
    outlook_words,
    pay_words,
    role_zone,
    skills_words,
    start_pay,
    start_words,
    typed,
    with_article,
    zone_words,
)

KIND_WORDS = {
    "advancement": "Advancement: more pay, same family",
    "lateral advancement": "Lateral advancement: more pay, another family",
    "similar": "Similar: pay is kept, same family",
    "lateral transition": "Lateral transition: pay is kept, another family",
    "less": "Less pay",
    "": "Not named: pay or family is not known",
}
SHORT = {**{kind: kind.capitalize() for kind in KIND_WORDS}, "less": "Less pay", "": "Not named"}
ABOUT = "~ of the nearest official occupation or group, which is not exactly the job."


def moves_page(view: MovesView, *, why: bool) -> Page:
    """`moves`."""
    order: Inline = f"{len(view.moves)} of {view.of:,}, by skills"
    if any(move.likeness is not None for move in view.moves):
        alike = f"{len(view.moves)} of {view.of:,}, most alike first"
        order = cited(alike, cite_source(view.onet))
    passing = "" if view.passing is None else f"; {view.passing} pass"
    aside = (*parts(order), passing)
    blocks: list[Block] = [Title(f"Moves {start_words(view.start)}", aside)]
    blocks += moves_blocks(view)
    if why:
        blocks += reasons(view)
    if commands := tuple(_next(view, why=why)):
        blocks.append(Commands(commands))
    return tuple(blocks)


def moves_blocks(view: MovesView) -> Iterator[Block]:
    """The moves by kind, and what each test asks."""
    tables = tuple(_tables(view))
    yield Aligned(tables)
    yield Facts(tuple(_thresholds(view)))
    if any(is_approximate(cell) for table in tables for row in table.rows for cell in row):
        yield Paragraph(quiet(ABOUT))


def _tables(view: MovesView) -> Iterator[Table]:
    """A table for each kind of move."""
    for kind in KIND_WORDS:
        rows = tuple(_row(move, view) for move in view.moves if _group(move) == kind)
        if rows:
            columns = (
                Column(KIND_WORDS[kind], short=SHORT[kind], wide=True),
                Column("skills", "right"),
                Column("zone", "right"),
                Column("pay", "right"),
                Column("outlook", "right"),
            )
            yield Table(columns, rows)


def _group(move: Move) -> str:
    return "less" if move.pay.state == "fail" else move.kind


def _row(move: Move, view: MovesView) -> tuple[Inline, ...]:
    return (
        move.to.title,
        skills_words(move),
        zone_words(move, view.start),
        pay_words(move, view),
        outlook_words(move, view.rows),
    )


# -- what the tests ask ------------------------------------------------------------------------


def _thresholds(view: MovesView) -> Iterator[tuple[str, Inline]]:
    """What each test asks, and where that comes from."""
    onet = cite_source(view.onet)
    for index, asked in enumerate(_skills_asked(view, onet)):
        yield "" if index else "skills", asked
    here = view.start.role
    if here and here.zone is not None:
        apart = f"at most {ZONES_APART} from job zone "
        yield "zone", (apart, role_zone(here), onet)
        if any(move.education_unknown and move.credential for move in view.moves):
            yield "", _credential_asked(here, view)
        if any(move.education_unknown and not move.credential for move in view.moves):
            yield "", quiet(f"? if {EDUCATION_UNKNOWN}")
    elif any(move.to.zone is not None for move in view.moves):
        yield "zone", "where you start is not known"
    yield "pay", _pay_asked(view)
    yield "outlook", f"jobs projected to change by {SHRINKS_BELOW:g} % or more"


def _skills_asked(view: MovesView, onet: Cite) -> Iterator[Inline]:
    """A line for each vocabulary in which skills were compared."""
    used = [name for name in VOCABULARIES if any(move.vocabulary == name for move in view.moves)]
    for name in used:
        usual = view.usual.get(name)
        whose: tuple[Part, ...] = ()
        if name == "onet":
            whose = (" of O*NET's general skills", onet)
        if usual is None or usual.threshold is None:
            few = ": fewer than twenty roles to compare, so they only rank"
            yield ("no threshold", *whose, few)
            continue
        yield (
            f"at least {100 * usual.threshold:.1f} % of what the role asks for",
            *whose,
            quiet(
                f", the mean less one standard deviation within families "
                f"({100 * usual.mean:.1f} − {100 * usual.deviation:.1f}; {usual.roles} roles)"
            ),
        )
    if any(
        move.ceiling is not None and move.ceiling > (move.skills.number or 0) for move in view.moves
    ):
        yield quiet(f"a–b %: a {_counted(view.start)}, b if you had all the rest too")
    elif view.start.own and view.start.role and used:
        yield quiet(_counted(view.start))
    if "onet" in used:
        yield quiet("trade knowledge, licences and degrees are not among O*NET's skills")
    if not used:
        role = view.start.role
        why = "the two sides name no skills in common words"
        if role and not view.start.held:
            why = f"no skills of {role.title} are rated or described"
        yield f"not known: {why}"


def _counted(start: Start) -> str:
    """Whose skills are counted."""
    if start.own and start.role:
        return f"with what you rated and, for the rest, what {start.role.title} asks for"
    return "with what you rated"


def _credential_asked(here: MoveRole, view: MovesView) -> Inline:
    row = view.rows[here.key]
    figure = projected_growth(row)
    asked = quiet(f"? where more than {with_article(here.entry)} is typical at entry")
    return cited(asked, cite(figure, row.sources) if figure else None)


def _pay_asked(view: MovesView) -> Inline:
    bases = sorted({move.basis for move in view.moves if move.basis})
    if not bases:
        return "nothing to compare it with is known"
    asked: list[Part] = [f"from ×{KEEPS:.2f} it is kept, from ×{STEPS_UP:.2f} it is a step up; of "]
    for index, basis in enumerate(bases):
        if index:
            asked.append(" and " if index == len(bases) - 1 else ", ")
        asked += start_pay(view, basis)
    return tuple(asked)


def _next(view: MovesView, *, why: bool) -> Iterator[tuple[str, str]]:
    start = view.start
    here = f" {typed(start.role)}" if start.role and not start.own else ""
    first = next((move.to for move in view.moves if move.vocabulary), None)
    if start.role and first:
        yield f"careercli path {typed(start.role)} {typed(first)}", "the way there"
    if "--passing" not in view.options:
        yield f"careercli moves{here}{view.options} --passing", "only what passes all four"
    if not why:
        yield f"careercli moves{here}{view.options} --why", "the reasons"
