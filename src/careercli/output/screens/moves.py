"""Moves on the screen: where one could go, by four tests that stand for themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from careercli.core.figures import citation, figure_words, signed_percent, usd
from careercli.core.moves import (
    KEEPS,
    SHRINKS_BELOW,
    STEPS_UP,
    VOCABULARIES,
    ZONES_APART,
    Calibrations,
    Move,
    MoveRole,
    SkillDemand,
    Start,
    UnlockedMoves,
    Verdict,
)
from careercli.core.paths import lacking
from careercli.core.pay import pay_figure
from careercli.core.role_filters import projected_growth
from careercli.model.basics import PROFICIENCIES, RoleRow, Source
from careercli.model.move_inputs import RATING_UNIT
from careercli.output.footnotes import Footnotes
from careercli.output.page import (
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
    plain,
    quiet,
    spans,
)
from careercli.output.screens.wording import format_past_threshold, join_and

Data = dict[str, Any]
SIGNS = {"pass": "✓", "fail": "✗", "unknown": "?"}
KIND_WORDS = {
    "advancement": "Advancement: more pay, same family",
    "lateral advancement": "Lateral advancement: more pay, another family",
    "similar": "Similar: pay is kept, same family",
    "lateral transition": "Lateral transition: pay is kept, another family",
    "less": "Less pay",
    "": "Not named: pay or family is not known",
}
SHORT = {**{kind: kind.capitalize() for kind in KIND_WORDS}, "less": "Less pay", "": "Not named"}
MAX_MISSING = 6


class MovesView(NamedTuple):
    """Moves, and what is needed to say them.

    rows: key -> role, with the provenance of its figures
    labels: skill or element id -> name
    usual: vocabulary -> what coverage of its skills is usual within a family
    of: among how many roles they were looked for
    passing: how many of those pass all four tests; None where that was not counted
    lacks: O*NET-SOC code -> facets of likeness that the occupation has nothing of
    onet: the source of job zones, ratings and likeness
    options: what narrowed or widened the question, as it is typed
    """

    start: Start
    moves: Sequence[Move]
    rows: Mapping[str, RoleRow]
    labels: Mapping[str, str]
    usual: Calibrations
    of: int
    passing: int | None
    lacks: Mapping[str, tuple[str, ...]]
    onet: Source
    options: str = ""


def moves_page(shown: MovesView, *, why: bool) -> Page:
    """`moves`."""
    footnotes = Footnotes()
    among = f"{len(shown.moves)} of {shown.of:,}"
    order = "by skills"
    if any(one.likeness is not None for one in shown.moves):
        order = f"most alike first {onet_source_footnote(shown.onet, footnotes)}"
    passing = "" if shown.passing is None else f"; {shown.passing} pass"
    blocks: list[Block] = [Title(_headline(shown.start), f"{among}, {order}{passing}")]
    blocks += moves_blocks(shown, footnotes)
    if why:
        blocks += _reasons(shown, footnotes)
    if commands := tuple(_next(shown, why=why)):
        blocks.append(Commands(commands))
    return (*blocks, *footnotes.notes())


def onet_source_footnote(source: Source, footnotes: Footnotes) -> str:
    """The mark of O*NET's footnote, which is its attribution."""
    return footnotes.mark(citation(source, None), source.url or "")


def _headline(start: Start) -> str:
    return f"Moves {start_words(start)}"


def start_words(start: Start) -> str:
    """`from Product Coordinator, level mid`."""
    role = start.role
    if role is None:
        return "from your skills"
    return f"from {role.title}" + ("" if role.is_occupation else f", level {start.level}")


def moves_blocks(shown: MovesView, footnotes: Footnotes) -> Iterator[Block]:
    """The moves by kind, and what each test asks."""
    yield Aligned(tuple(_tables(shown, footnotes)))
    yield from _thresholds(shown, footnotes)


def _tables(shown: MovesView, footnotes: Footnotes) -> Iterator[Table]:
    """A table for each kind of move."""
    for kind in KIND_WORDS:
        some = [one for one in shown.moves if _group(one) == kind]
        if some:
            columns = (
                Column(KIND_WORDS[kind], short=SHORT[kind], wide=True),
                Column("skills", "right"),
                Column("zone", "right"),
                Column("pay", "right"),
                Column("outlook", "right"),
            )
            yield Table(columns, tuple(_row(one, shown, footnotes) for one in some))


def _group(one: Move) -> str:
    return "less" if one.pay.state == "fail" else one.kind


def _row(one: Move, shown: MovesView, footnotes: Footnotes) -> tuple[Inline, ...]:
    return (
        one.to.title,
        skills_words(one),
        _signed(one.preparation, zone_words(one, shown.start)),
        _pay_words(one, shown, footnotes),
        outlook_words(one, shown.rows, footnotes),
    )


def _signed(verdict: Verdict, words: str) -> Inline:
    sign = SIGNS[verdict.state]
    return (f"{sign} ", data(words)) if words else sign


def skills_words(one: Move) -> Inline:
    """The share of the skills asked for; a range where not all are rated."""
    low, high = one.skills.number, one.ceiling
    if low is None or high is None:
        return _signed(one.skills, "")
    words = percent(low, one.skills.threshold)
    if high > low:
        words += f"–{percent(high, one.skills.threshold)}"
    about = "~" if one.vocabulary == "onet" and not one.to.is_occupation else ""
    return _signed(one.skills, f"{about}{words} %")


def percent(share: float, threshold: float | None = None) -> str:
    """A share in percent: 100 means all, and no number looks on the wrong side of a threshold."""
    limits = [100.0] if threshold is None else [100.0, 100 * threshold]
    return format_past_threshold(100 * share, limits, 0)


def zone_words(one: Move, start: Start) -> str:
    """How many job zones apart; `~` where either is a nearest occupation's."""
    if one.preparation.number is None:
        return ""
    about = (borrowed(start.role) if start.role else "") or borrowed(one.to)
    apart = f"{one.preparation.number:+g}".replace("-", "−")
    return f"{about}{apart if one.preparation.number else 'same'}"


def ratio_words(ratio: float) -> str:
    """A multiple of the present pay."""
    return f"×{format_past_threshold(ratio, (KEEPS, STEPS_UP), 2)}"


def _pay_words(one: Move, shown: MovesView, footnotes: Footnotes) -> Inline:
    if one.pay.number is None:
        return _signed(one.pay, "")
    row, here = shown.rows[one.to.key], shown.start.role
    figure = pay_figure(row, one.basis)
    mark = f" {footnotes.of(row.sources).figure(figure)}" if figure else ""
    about = ""
    if one.basis == "survey":
        about = about_words(one.to) or (
            about_words(here) if here and not shown.start.own_pay else ""
        )
    return (f"{SIGNS[one.pay.state]} ", data(f"{about}{ratio_words(one.pay.number)}"), mark)


def outlook_words(one: Move, rows: Mapping[str, RoleRow], footnotes: Footnotes) -> Inline:
    """The projected change of a role's jobs, with the verdict's sign."""
    row = rows[one.to.key]
    figure = projected_growth(row)
    if figure is None:
        return _signed(one.outlook, "")
    mark = f" {footnotes.of(row.sources).figure(figure)}"
    about = about_words(one.to) if figure.kind == "projection" else ""
    words = f"{about}{signed_percent(figure.value)}"
    return (f"{SIGNS[one.outlook.state]} ", data(words), mark)


def about_words(role: MoveRole) -> str:
    """`~` where figures are of a nearest occupation or a group that is not exactly the job."""
    if role.is_occupation:
        return "~" if role.counted and role.counted != role.code.removesuffix(".00") else ""
    return borrowed(role)


def borrowed(role: MoveRole) -> str:
    """`~` where the job zone is of a nearest occupation that is not exactly the job."""
    return "~" if not role.is_occupation and role.match not in ("exact", "") else ""


def _thresholds(shown: MovesView, footnotes: Footnotes) -> Iterator[Block]:
    """What each test asks, and where that comes from."""
    mark = onet_source_footnote(shown.onet, footnotes)
    asked = enumerate(_skills_asked(shown, mark))
    facts: list[tuple[str, Inline]] = [("" if at else "skills", words) for at, words in asked]
    here = shown.start.role
    if here and here.zone is not None:
        facts.append(("zone", f"at most {ZONES_APART} from job zone {_zone(here)} {mark}"))
        if any(one.education_unknown and one.credential for one in shown.moves):
            facts.append(("", _credential_asked(here, shown, footnotes)))
        if any(one.education_unknown and not one.credential for one in shown.moves):
            facts.append(("", quiet(f"? if {EDUCATION_UNKNOWN}")))
    elif any(one.to.zone is not None for one in shown.moves):
        facts.append(("zone", "where you start is not known"))
    facts.append(("pay", _pay_asked(shown, footnotes)))
    facts.append(("outlook", f"jobs projected to change by {SHRINKS_BELOW:g} % or more"))
    yield Facts(tuple(facts))
    if any(_has_about(one, shown) for one in shown.moves):
        yield Paragraph(quiet(ABOUT))


def _credential_asked(here: MoveRole, shown: MovesView, footnotes: Footnotes) -> Inline:
    row = shown.rows[here.key]
    figure = projected_growth(row)
    mark = f" {footnotes.of(row.sources).figure(figure)}" if figure else ""
    return quiet(f"? where more than {_article(here.entry)} is typical at entry{mark}")


def credential_words(one: Move) -> str:
    """`a doctoral or professional degree`."""
    return _article(one.credential)


def _article(entry: str) -> str:
    if entry.startswith(("No ", "Some ")):
        return entry.lower()
    return f"{'an' if entry[0] in 'AEIOU' else 'a'} {entry[0].lower()}{entry[1:]}"


def pay_unknown(one: Move, start: Start) -> str:
    """Why the pay of a move cannot be judged."""
    here = start.role
    if here and here.counted and here.counted == one.to.counted:
        return "the survey counts both in one figure"
    return "no two figures of one kind are known"


def _has_about(one: Move, shown: MovesView) -> bool:
    cells = _row(one, shown, Footnotes())
    return any("~" in plain(cell) for cell in cells[1:])


EDUCATION_UNKNOWN = "the education typical at entry isn't known on both sides"
ABOUT = "~ of the nearest official occupation or group, which is not exactly the job."


def _zone(role: MoveRole) -> str:
    return f"{borrowed(role)}{role.zone}"


def _skills_asked(shown: MovesView, mark: str) -> Iterator[Inline]:
    """A line for each vocabulary in which skills were compared."""
    used = [name for name in VOCABULARIES if any(one.vocabulary == name for one in shown.moves)]
    for name in used:
        found = shown.usual.get(name)
        whose = "" if name == "guide" else f" of O*NET's general skills {mark}"
        if found is None or found.threshold is None:
            yield f"no threshold{whose}: fewer than twenty roles to compare, so they only rank"
            continue
        yield (
            f"at least {100 * found.threshold:.1f} % of what the role asks for{whose}",
            quiet(
                f", the mean less one standard deviation within families "
                f"({100 * found.mean:.1f} − {100 * found.deviation:.1f}; {found.roles} roles)"
            ),
        )
    if any(
        one.ceiling is not None and one.ceiling > (one.skills.number or 0) for one in shown.moves
    ):
        yield quiet(f"a–b %: a {_counted(shown.start)}, b if you had all the rest too")
    elif shown.start.own and shown.start.role and used:
        yield quiet(_counted(shown.start))
    if "onet" in used:
        yield quiet("trade knowledge, licences and degrees are not among O*NET's skills")
    if not used:
        role = shown.start.role
        words = "the two sides name no skills in common words"
        if role and not shown.start.held:
            words = f"no skills of {role.title} are rated or described"
        yield f"not known: {words}"


def _counted(start: Start) -> str:
    """Whose skills are counted."""
    if start.own and start.role:
        return f"with what you rated and, for the rest, what {start.role.title} asks for"
    return "with what you rated"


def _pay_asked(shown: MovesView, footnotes: Footnotes) -> Inline:
    bases = {one.basis for one in shown.moves if one.basis}
    if not bases:
        return "nothing to compare it with is known"
    words = f"from ×{KEEPS:.2f} it is kept, from ×{STEPS_UP:.2f} it is a step up; of "
    return (words, join_and([_start_pay(shown, basis, footnotes) for basis in sorted(bases)]))


def _start_pay(shown: MovesView, basis: str, footnotes: Footnotes) -> str:
    what = "survey medians" if basis == "survey" else f"level {basis}"
    if shown.start.own_pay:
        return f"your own {usd(shown.start.own_pay)} ({what})"
    here = shown.start.role
    row = shown.rows[here.key] if here else None
    figure = pay_figure(row, basis) if row else None
    if row is None or figure is None or here is None:
        return what
    about = about_words(here) if basis == "survey" else ""
    mark = footnotes.of(row.sources).figure(figure)
    return f"{about}{figure_words(figure)} {mark} ({what})"


def _next(shown: MovesView, *, why: bool) -> Iterator[tuple[str, str]]:
    start = shown.start
    here = f" {typed(start.role)}" if start.role and not start.own else ""
    first = next((one.to for one in shown.moves if one.vocabulary), None)
    if start.role and first:
        yield f"careercli path {typed(start.role)} {typed(first)}", "the way there"
    if "--passing" not in shown.options:
        yield f"careercli moves{here}{shown.options} --passing", "only what passes all four"
    if not why:
        yield f"careercli moves{here}{shown.options} --why", "the reasons"


def typed(role: MoveRole) -> str:
    """How a role is named in a command: an occupation by its code, which is shorter."""
    return role.code if role.is_occupation else role.slug


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


def _reasons(shown: MovesView, footnotes: Footnotes) -> Iterator[Block]:
    yield Heading("Why")
    for one in shown.moves:
        yield Entry(one.to.title, (Facts(tuple(_reason(one, shown, footnotes))),))
    for text in METHOD:
        yield Paragraph(quiet(" ".join(text.split())))


def _reason(one: Move, shown: MovesView, footnotes: Footnotes) -> Iterator[tuple[str, Inline]]:
    yield "skills", _skills_reason(one, shown)
    here = shown.start.role
    if here and here.zone is not None and one.to.zone is not None:
        zones = f"job zone {_zone(here)} to {_zone(one.to)}"
        if one.credential:
            zones += f"; {credential_words(one)} is typical at entry"
        elif one.education_unknown:
            zones += f"; {EDUCATION_UNKNOWN}"
        yield "zone", f"{SIGNS[one.preparation.state]} {zones}"
    else:
        yield "zone", "? a job zone is not known"
    yield "pay", _pay_reason(one, shown, footnotes)
    words = outlook_words(one, shown.rows, footnotes)
    yield "outlook", words if one.outlook.number is not None else "? no projection is known"
    if one.likeness is not None and here:
        yield "likeness", _likeness_words(one, here, shown.lacks)


def _likeness_words(one: Move, here: MoveRole, lacks: Mapping[str, tuple[str, ...]]) -> str:
    if here.code == one.to.code:
        return "both have the same nearest occupation"
    codes = f" ({here.code}, {one.to.code})" if about_words(one.to) or about_words(here) else ""
    missing = dict.fromkeys((*lacks.get(here.code, ()), *lacks.get(one.to.code, ())))
    without = f", without {join_and(list(missing))}" if missing else ""
    number = f"{one.likeness:+.1f}".replace("-", "−")
    return f"{number} standard deviations above the mean of all pairs{codes}{without}"


def _skills_reason(one: Move, shown: MovesView) -> Inline:
    if not one.vocabulary:
        return "? the two sides name no skills in common words"
    words = _missing_words(lacking(one, shown.start), shown.labels)
    return (*spans(skills_words(one)), f"; {words}" if words else "; nothing is missing")


def skill_words(one: SkillDemand, have: int, labels: Mapping[str, str], vocabulary: str) -> str:
    """`SQL to 2 working`; O*NET's levels as they are."""
    name = join_and([labels[skill] for skill in one.any_of], "or")
    if vocabulary == "onet":
        return f"{name} {have / RATING_UNIT:.1f} to {one.level / RATING_UNIT:.1f}"
    return f"{name} to {one.level} {PROFICIENCIES[one.level]}"


def _missing_words(missing: Sequence[tuple[SkillDemand, int]], labels: Mapping[str, str]) -> str:
    named = [join_and([labels[skill] for skill in one.any_of], "or") for one, _ in missing]
    more = len(named) - MAX_MISSING
    some = ", ".join(named[:MAX_MISSING])
    return f"to learn or raise: {some}{f' and {more} more' if more > 0 else ''}" if named else ""


def _pay_reason(one: Move, shown: MovesView, footnotes: Footnotes) -> Inline:
    if one.pay.number is None:
        return f"? {pay_unknown(one, shown.start)}"
    row = shown.rows[one.to.key]
    figure = pay_figure(row, one.basis)
    there = figure_words(figure) if figure else ""
    mark = footnotes.of(row.sources).figure(figure) if figure else ""
    before = _start_pay(shown, one.basis, footnotes)
    ratio = data(ratio_words(one.pay.number))
    return (f"{SIGNS[one.pay.state]} ", ratio, f": {there} {mark} against {before}")


# -- with one skill more -----------------------------------------------------------------------


def with_page(shown: MovesView, label: str, more: UnlockedMoves) -> Page:
    """`moves --with`: the moves that the skill would open; `shown` are some or all of them."""
    footnotes = Footnotes()
    title = Title(_headline(shown.start), f"with {label}")
    now = f"{shown.passing} of {shown.of:,} pass all four tests now; with {label} "
    many, some = len(more.moves), len(shown.moves)
    blocks: list[Block] = [title]
    if not more.gain:
        blocks.append(Paragraph(f"No role here asks for more {label} than you have."))
    elif not many:
        blocks.append(Paragraph(f"{now}no other would."))
    else:
        rest = f" more would; {some} of them:" if some < many else " more would:"
        blocks.append(Paragraph((now, data(str(many)), rest)))
    if shown.moves:
        blocks += moves_blocks(shown, footnotes)
    if more.gain:
        gain = f"It adds {100 * more.gain:.1f} % of the skills asked for, on average over all."
        blocks.append(Paragraph(quiet(gain)))
    command = f"careercli moves{_here(shown.start)} --best-skill"
    return (*blocks, Commands(((command, "which skill opens most"),)), *footnotes.notes())


def _here(start: Start) -> str:
    return f" {typed(start.role)}" if start.role and not start.own else ""


def best_page(
    start: Start, best: Sequence[UnlockedMoves], labels: Mapping[str, str], of: int, onet: Source
) -> Page:
    """`moves --best-skill`."""
    footnotes = Footnotes()
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
            quiet(join_and([move.to.title for move in one.moves[:2]])),
        )
        for one in best
    )
    mark = ""
    if any(one.vocabulary == "onet" for one in best):
        mark = f" {onet_source_footnote(onet, footnotes)}"
    blocks: list[Block] = [
        Title("Which skill opens most", f"moves {start_words(start)}, {of:,} roles{mark}")
    ]
    if not best[0].moves:
        blocks.append(Paragraph("No single skill opens a move. These add most on the way:"))
    words = (
        "Opens: moves that would then pass all four tests. Adds: share of the skills that roles "
        "ask for, on average. Each skill as high as a role asks for it."
    )
    first = f"careercli moves{_here(start)} --with {best[0].skill}"
    if mark:
        words += " Trade knowledge, licences and degrees are not among O*NET's skills."
    blocks += [Table(columns, rows), Paragraph(quiet(words)), Commands(((first, "which ones"),))]
    return (*blocks, *footnotes.notes())
