"""Moves on the screen: where one could go, by four tests that stand for themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from careercli.core.listing import projected_growth
from careercli.core.moves import (
    KEEPS,
    KINDS,
    SHRINKS_BELOW,
    STEPS_UP,
    ZONES_APART,
    Asked,
    Move,
    Opened,
    Standing,
    Start,
    Verdict,
)
from careercli.core.paths import lacking
from careercli.core.pay import on_basis
from careercli.model import MARKS, Calibration, Figure, Row, Source
from careercli.page import (
    Aligned,
    Block,
    Column,
    Commands,
    Entry,
    Facts,
    Heading,
    Inline,
    Page,
    Paragraph,
    Table,
    Title,
    data,
    quiet,
)
from careercli.provenance import Footnotes, cited
from careercli.views.words import listed, signed_percent, usd

Data = dict[str, Any]
SIGNS = {"pass": "✓", "fail": "✗", "unknown": "?"}
KIND_WORDS = {
    "advancement": "Advancement: more pay, same family",
    "lateral advancement": "Lateral advancement: more pay, another family",
    "similar": "Similar: the same pay and family",
    "lateral transition": "Lateral transition: the same pay, another family",
    "": "Less pay, or not known",
}
MISSING_SHOWN = 6


class Shown(NamedTuple):
    """Moves, and what is needed to say them.

    rows: key -> role, with the provenance of its figures
    labels: skill or element id -> name
    calibrations: vocabulary -> what coverage of its skills is usual within a family
    of: among how many roles they were looked for
    lacks: O*NET-SOC code -> facets that its likeness does without
    onet: the source of job zones and likeness
    """

    start: Start
    moves: Sequence[Move]
    rows: Mapping[str, Row]
    labels: Mapping[str, str]
    calibrations: Mapping[str, Calibration | None]
    of: int
    lacks: Mapping[str, tuple[str, ...]]
    onet: Source

    @property
    def calibration(self) -> Calibration | None:
        return self.calibrations.get(self.start.vocabulary)


def moves_page(shown: Shown, *, why: bool) -> Page:
    """`moves`."""
    footnotes = Footnotes()
    among = f"{len(shown.moves)} of {shown.of:,}"
    alike = any(one.likeness is not None for one in shown.moves)
    order = "most alike first" if alike else "by skills"
    blocks: list[Block] = [Title(_headline(shown.start), f"{among}, {order}")]
    blocks += moves_blocks(shown, footnotes)
    if why:
        blocks += _reasons(shown, footnotes)
    blocks.append(Commands(tuple(_next(shown, why=why))))
    return (*blocks, *footnotes.notes())


def _headline(start: Start) -> str:
    return f"Moves {start_words(start)}"


def start_words(start: Start) -> str:
    """`from Product Coordinator, level mid`."""
    who = start.role.title if start.role else "your skills"
    at = "" if start.vocabulary == "onet" else f", level {start.level}"
    return f"from {who}{at}"


def moves_blocks(shown: Shown, footnotes: Footnotes) -> Iterator[Block]:
    """The moves by kind, and what each test asks."""
    yield Aligned(tuple(_tables(shown, footnotes)))
    yield from _thresholds(shown, footnotes)


def _tables(shown: Shown, footnotes: Footnotes) -> Iterator[Table]:
    """A table for each kind of move."""
    for kind in (*KINDS, ""):
        some = [one for one in shown.moves if one.kind == kind]
        if some:
            columns = (
                Column(KIND_WORDS[kind], short=kind.capitalize(), wide=True),
                Column("skills", "right"),
                Column("zone", "right"),
                Column("pay", "right"),
                Column("outlook", "right"),
            )
            yield Table(columns, tuple(_row(one, shown, footnotes) for one in some))


def _row(one: Move, shown: Shown, footnotes: Footnotes) -> tuple[Inline, ...]:
    return (
        one.to.title,
        _skills_words(one),
        _signed(one.preparation, _zones(one.preparation)),
        _pay_words(one, shown, footnotes),
        outlook_words(one, shown.rows, footnotes),
    )


def _signed(verdict: Verdict, words: str) -> Inline:
    sign = SIGNS[verdict.state]
    return (f"{sign} ", data(words)) if words else sign


def _skills_words(one: Move) -> Inline:
    low = one.skills.number
    if low is None:
        return _signed(one.skills, "")
    known = one.ceiling is None or percent(one.ceiling) == percent(low)
    return _signed(one.skills, f"{percent(low)}{'' if known else f'–{percent(one.ceiling)}'} %")


def percent(share: float | None) -> int:
    """Rounded down, so that 100 means all."""
    return int(100 * (share or 0) + 1e-9)


def _zones(verdict: Verdict) -> str:
    if verdict.number is None:
        return ""
    return f"{verdict.number:+g}".replace("-", "−") if verdict.number else "same"


def _pay_words(one: Move, shown: Shown, footnotes: Footnotes) -> Inline:
    if one.pay.number is None:
        return _signed(one.pay, "")
    row = shown.rows[one.to.key]
    figure = pay_figure(row, one.basis)
    mark = f" {footnotes.of(row.sources).figure(figure)}" if figure else ""
    about = about_words(one.to) if one.basis == "survey" else ""
    return (f"{SIGNS[one.pay.state]} ", data(f"{about}×{one.pay.number:.2f}"), mark)


def outlook_words(one: Move, rows: Mapping[str, Row], footnotes: Footnotes) -> Inline:
    """The projected change of a role's jobs, with the verdict's sign."""
    row = rows[one.to.key]
    figure = projected_growth(row)
    if figure is None:
        return _signed(one.outlook, "")
    mark = f" {footnotes.of(row.sources).figure(figure)}"
    about = about_words(one.to) if figure.kind == "projection" else ""
    words = f"{about}{signed_percent(figure.value)}"
    return (f"{SIGNS[one.outlook.state]} ", data(words), mark)


def about_words(role: Standing) -> str:
    """`~` where a figure is of a nearest occupation that is not exactly the job."""
    return "~" if role.match not in ("exact", "") else ""


def pay_figure(row: Row, basis: str) -> Figure | None:
    """A role's pay on the basis of a verdict: at a level, or the survey's median."""
    if basis == "survey":
        nearest = row.nearest.pay if row.nearest else None
        series = on_basis(row.pay, "percentiles") or nearest
        return series.figure("p50") if series else None
    levels = on_basis(row.pay, "levels")
    return levels.figure(basis) if levels else None  # type: ignore[arg-type]  # a level


def _thresholds(shown: Shown, footnotes: Footnotes) -> Iterator[Block]:
    """What each test asks, and where that comes from."""
    start = shown.start
    facts: list[tuple[str, Inline]] = [("skills", _skills_threshold(shown))]
    here = start.role
    if here and here.zone is not None:
        mark = footnotes.mark(cited(shown.onet, None))
        zone = f"at most {ZONES_APART} from job zone {about_words(here)}{here.zone} {mark}"
        facts.append(("zone", zone))
    facts.append(("pay", _pay_threshold(shown, footnotes)))
    facts.append(("outlook", f"jobs projected to change by {SHRINKS_BELOW:g} % or more"))
    yield Facts(tuple(facts))
    if any(about_words(one.to) for one in shown.moves):
        yield Paragraph(
            quiet("~ of the nearest official occupation, which is not exactly the job.")
        )


def _skills_threshold(shown: Shown) -> Inline:
    found = shown.calibration
    if found is None or found.threshold is None:
        return "no threshold: fewer than twenty roles to compare, so they only rank"
    return (
        f"at least {100 * found.threshold:.0f} % of what the role asks for",
        quiet(
            f", the mean less one standard deviation within families "
            f"({100 * found.mean:.0f} − {100 * found.deviation:.0f}; {found.roles} roles)"
        ),
    )


def _pay_threshold(shown: Shown, footnotes: Footnotes) -> Inline:
    bases = {one.basis for one in shown.moves if one.basis}
    if not bases:
        return "nothing to compare it with is known"
    return (
        f"from ×{KEEPS:.2f} it is kept, from ×{STEPS_UP:.2f} it is a step up; of ",
        listed([_start_pay(shown, basis, footnotes) for basis in sorted(bases)]),
    )


def _start_pay(shown: Shown, basis: str, footnotes: Footnotes) -> str:
    what = "survey medians" if basis == "survey" else f"level {basis}"
    if shown.start.pay:
        return f"your own {usd(shown.start.pay)} ({what})"
    row = shown.rows[shown.start.role.key] if shown.start.role else None
    figure = pay_figure(row, basis) if row else None
    if row is None or figure is None:
        return what
    about = about_words(shown.start.role) if basis == "survey" and shown.start.role else ""
    return f"{about}{usd(figure.value)} {footnotes.of(row.sources).figure(figure)} ({what})"


def _next(shown: Shown, *, why: bool) -> Iterator[tuple[str, str]]:
    start, first = shown.start, shown.moves[0].to
    here = f" {typed(start.role)}" if start.role and start.known else ""
    if start.role:
        yield f"careercli path {typed(start.role)} {typed(first)}", "the way there"
    if not why:
        yield f"careercli moves{here} --why", "the reasons"


def typed(role: Standing) -> str:
    """How a role is named in a command: an occupation by its code, which is shorter."""
    return role.code if role.key.startswith("soc:") else role.slug


# -- why ---------------------------------------------------------------------------------------

METHOD = (
    """Skills: the sum of weight × min(your level / level asked, 1), over the sum of weights; a role
    asks with weight 3 (must), 2 (should) or 1 (nice), an occupation with O*NET's importance less 1.
    It is directed: what you have beyond the role does not count. After Nesta's Mapping Career
    Causeways (2020), with skills matched by name; the threshold is found as there, on these
    roles.""",
    """Job zone, and pay from 0.75 of the present: Nesta's Mapping Career Causeways. A step up from
    1.10, and the outlook: the Federal Reserve's Occupational Mobility Explorer (2020), which also
    lets jobs shrink a little. The names of moves are Lightcast's.""",
    """Likeness orders the moves and decides nothing: knowledge, skills, interests, tasks
    and titles of the two occupations in O*NET, each in standard deviations over all pairs,
    combined as standard scores are.""",
)


def _reasons(shown: Shown, footnotes: Footnotes) -> Iterator[Block]:
    yield Heading("Why")
    for one in shown.moves:
        yield Entry(one.to.title, (Facts(tuple(_reason(one, shown, footnotes))),))
    for text in METHOD:
        yield Paragraph(quiet(" ".join(text.split())))


def _reason(one: Move, shown: Shown, footnotes: Footnotes) -> Iterator[tuple[str, Inline]]:
    yield "skills", _skills_reason(one, shown)
    here = shown.start.role
    if here and here.zone is not None and one.to.zone is not None:
        zones = f"job zone {about_words(here)}{here.zone} to {about_words(one.to)}{one.to.zone}"
        yield "zone", (f"{SIGNS[one.preparation.state]} ", zones)
    else:
        yield "zone", "? no job zone is known"
    yield "pay", _pay_reason(one, shown, footnotes)
    words = outlook_words(one, shown.rows, footnotes)
    yield "outlook", words if one.outlook.number is not None else "? no projection is known"
    if one.likeness is not None:
        lacks = shown.lacks.get(one.to.code, ())
        without = f", without {listed(lacks)}" if lacks else ""
        of = f" ({one.to.code})" if about_words(one.to) else ""
        words = f"{one.likeness:+.1f}".replace("-", "−") + f" standard deviations{of}{without}"
        same = here is not None and here.code == one.to.code
        yield "likeness", "both have the same nearest occupation" if same else words


def _skills_reason(one: Move, shown: Shown) -> Inline:
    if one.skills.number is None:
        return "? the two name no skills in common words"
    missing = lacking(one.to.asks, shown.start)
    words = _missing_words(missing, shown.labels)
    return (*_skills_words(one), f"; {words}" if words else "; nothing is missing")


def skill_words(one: Asked, have: int, labels: Mapping[str, str], vocabulary: str) -> str:
    """`SQL to 2 working`; O*NET's levels as they are."""
    name = listed([labels[skill] for skill in one.any_of], "or")
    if vocabulary == "onet":
        return f"{name} {have / 100:.1f} to {one.level / 100:.1f}"
    return f"{name} to {one.level} {MARKS[one.level]}"


def _missing_words(missing: Sequence[tuple[Asked, int]], labels: Mapping[str, str]) -> str:
    names = [listed([labels[skill] for skill in one.any_of], "or") for one, _ in missing]
    more = len(names) - MISSING_SHOWN
    some = ", ".join(names[:MISSING_SHOWN])
    return f"to learn or raise: {some}{f' and {more} more' if more > 0 else ''}" if names else ""


def _pay_reason(one: Move, shown: Shown, footnotes: Footnotes) -> Inline:
    if one.pay.number is None:
        return "? no pay of one kind is known of both"
    row = shown.rows[one.to.key]
    figure = pay_figure(row, one.basis)
    there = usd(figure.value) if figure else ""
    mark = footnotes.of(row.sources).figure(figure) if figure else ""
    before = _start_pay(shown, one.basis, footnotes)
    sign = SIGNS[one.pay.state]
    return (f"{sign} ", data(f"×{one.pay.number:.2f}"), f": {there} {mark} against {before}")


# -- with one skill more -----------------------------------------------------------------------


def with_page(shown: Shown, label: str, gain: float, passing: int) -> Page:
    """`moves --with`: the moves that the skill would open."""
    footnotes = Footnotes()
    many = len(shown.moves)
    title = Title(_headline(shown.start), f"with {label}")
    now = f"{passing} of {shown.of} pass all four tests now; with {label} "
    blocks: list[Block] = [title]
    if not many:
        blocks.append(Paragraph(f"{now}no other would."))
    else:
        blocks.append(Paragraph((now, data(f"{many} more"), " would:")))
        blocks += moves_blocks(shown, footnotes)
    blocks.append(Paragraph(quiet(_gain_words(gain, shown.of))))
    blocks.append(Commands((("careercli moves --best-skill", "which skill opens most"),)))
    return (*blocks, *footnotes.notes())


def _gain_words(gain: float, of: int) -> str:
    return f"It adds {100 * gain:.1f} % of the skills asked for, on average over {of} roles."


def best_page(start: Start, best: Sequence[Opened], labels: Mapping[str, str], of: int) -> Page:
    """`moves --best-skill`."""
    columns = (
        Column("One skill more", wide=True),
        Column("opens", "right"),
        Column("adds", "right"),
        Column("the first of them", wide=True),
    )
    rows = tuple(
        (
            labels[one.skill],
            data(str(len(one.moves))),
            f"{100 * one.gain:.1f} %",
            quiet(listed([move.to.title for move in one.moves[:2]])),
        )
        for one in best
    )
    title = Title("Which skill opens most", f"{start_words(start)}, {of} roles")
    words = (
        "Opens: moves that would then pass all four tests. Adds: share of the skills that roles "
        "ask for, on average. Each skill as high as a role asks for it."
    )
    first = f"careercli moves --with {best[0].skill}"
    return (
        title,
        Table(columns, rows),
        Paragraph(quiet(words)),
        Commands(((first, "which ones"),)),
    )


# -- for scripts -------------------------------------------------------------------------------


def moves_data(shown: Shown) -> Data:
    """`moves` as JSON."""
    return {
        **start_data(shown.start),
        "roles": shown.of,
        "thresholds": threshold_data(shown.calibration),
        "moves": [move_data(one, shown) for one in shown.moves],
    }


def start_data(start: Start) -> Data:
    """Where moves begin."""
    role = start.role
    return {
        "from": {"key": role.key, "slug": role.slug, "title": role.title} if role else None,
        "level": start.level,
        "own_skills": not start.known,
    }


def threshold_data(found: Calibration | None) -> Data:
    """What each test asks."""
    return {
        "skills": {"at_least": found.threshold, **found._asdict()} if found else None,
        "preparation": {"at_most": ZONES_APART},
        "pay": {"at_least": KEEPS, "step_up": STEPS_UP},
        "outlook": {"at_least": SHRINKS_BELOW},
    }


def move_data(one: Move, shown: Shown) -> Data:
    """A move with its verdicts, and the figures that they rest on."""
    row = shown.rows[one.to.key]
    pay, growth = pay_figure(row, one.basis) if one.basis else None, projected_growth(row)
    cited = {figure.source for figure in (pay, growth) if figure}
    return {
        "to": {"key": one.to.key, "slug": one.to.slug, "title": one.to.title},
        "kind": one.kind or None,
        "passes": one.passes,
        "verdicts": verdict_data(one),
        "skills_ceiling": one.ceiling,
        "pay_basis": one.basis or None,
        "pay": figure_data(pay),
        "growth": figure_data(growth),
        "zone": one.to.zone,
        "occupation": {"code": one.to.code, "match": one.to.match} if one.to.code else None,
        "likeness": one.likeness,
        "likeness_without": list(shown.lacks.get(one.to.code, ())),
        "missing": [
            {"any_of": list(asked.any_of), "level": asked.level, "have": have}
            for asked, have in lacking(one.to.asks, shown.start)
        ]
        if one.skills.number is not None
        else None,
        "sources": {name: row.sources[name]._asdict() for name in sorted(cited)},
    }


def verdict_data(one: Move) -> Data:
    """The four verdicts of a move."""
    return {
        name: {"state": verdict.state, "number": verdict.number}
        for name, verdict in one.verdicts.items()
    }


def figure_data(figure: Figure | None) -> Data | None:
    return {name: part for name, part in figure._asdict().items() if part} if figure else None


def moves_rows(shown: Shown) -> list[list[object]]:
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


def with_data(shown: Shown, skill: str, label: str, gain: float, passing: int) -> Data:
    """`moves --with` as JSON."""
    return {
        **start_data(shown.start),
        "with": {"id": skill, "label": label},
        "thresholds": threshold_data(shown.calibration),
        "passing_now": passing,
        "mean_gain": gain,
        "opens": [move_data(one, shown) for one in shown.moves],
    }


def best_data(start: Start, best: Sequence[Opened], labels: Mapping[str, str]) -> Data:
    """`moves --best-skill` as JSON."""
    return {
        **start_data(start),
        "skills": [
            {
                "id": one.skill,
                "label": labels[one.skill],
                "opens": [move.to.slug for move in one.moves],
                "mean_gain": one.gain,
            }
            for one in best
        ],
    }


def best_rows(best: Sequence[Opened], labels: Mapping[str, str]) -> list[list[object]]:
    """`moves --best-skill` as CSV."""
    header: list[list[object]] = [["skill", "label", "opens", "mean_gain"]]
    return header + [
        [one.skill, labels[one.skill], len(one.moves), round(one.gain, 4)] for one in best
    ]
