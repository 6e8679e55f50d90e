"""The gap to an occupation: O*NET's skills on its own scale, and the software employers name."""

from collections.abc import Iterator, Sequence

from careercli.core.onet_gap import UNIT, OnetGap, OnetTerm, next_onet_skills
from careercli.core.software import Knowing, Program, SoftwareGap
from careercli.model.basics import PROFICIENCIES
from careercli.model.role import Role
from careercli.output.page import (
    Aligned,
    Block,
    Check,
    CheckState,
    Column,
    Commands,
    Heading,
    Inline,
    Page,
    Paragraph,
    Table,
    Title,
    cited,
    data,
    quiet,
    strong,
)
from careercli.output.screens.gap import readiness_words
from careercli.output.screens.occupation import NO_RATINGS, NOT_IMPORTED, cite_onet
from careercli.output.screens.wording import join_and
from careercli.text import collapse_spaces

FIRST = 10
"""Skills that are shown where none is rated yet."""
KNOWING: dict[Knowing, CheckState] = {
    "known": "met",
    "claimed": "below",
    "none": "missing",
    "unrated": "unrated",
}
WHY_SKILLS = """O*NET gives each of its skills one importance I (1 to 5) and one level L (0 to 7)
    for the whole occupation, not by career level. Your level u is on the same scale. Counted is
    S × min(u/L, 1) over all S, where S = (I − 1) / (5 − 1) is the importance as O*NET standardises
    it; unrated skills count 0, and above the level counts as met. Skills that O*NET says are not
    relevant, or gives no importance or no level, are left out. The formula is the weighted coverage
    of Nesta's Mapping Career Causeways; that a share of the level is that share of the skill is a
    convention, not a measurement. Your marks from 1 to 4 are on another scale and are not used."""
WHY_SOFTWARE = """Counted is the software that employers' postings for this occupation name often
    (in demand), or, where the release does not say so, that postings of any occupation name often
    (hot). O*NET gives no level for software, so any level of yours counts as knowing it. O*NET's
    names are matched to yours by the vocabulary's aliases; several names for one skill count
    once."""


def occupation_gap_page(
    role: Role, skills: OnetGap | None, software: SoftwareGap, *, imported: bool, why: bool
) -> Page:
    """`skills OCCUPATION --gap`; `skills` is None where O*NET rates none.

    `imported` tells whether O*NET's skill ratings were imported, of whatever occupation.
    """
    blocks: list[Block] = [Title(role.title, cited("your gap", cite_onet(role)))]
    if skills and skills.readiness is not None:
        blocks.append(Paragraph(("Readiness ", *readiness_words(skills))))
    blocks += skill_blocks(skills, imported=imported)
    blocks += _software(software)
    if why:
        blocks += _why(skills)
    blocks.append(Commands(tuple(_commands(role.slug, skills, software, why=why))))
    return tuple(blocks)


def skill_blocks(
    found: OnetGap | None, *, imported: bool, most: int | None = None
) -> Iterator[Block]:
    """O*NET's skills, on its own scale; of each state the first `most`, or all."""
    if found is None:
        why = f"{NO_RATINGS} Its software is counted alone." if imported else NOT_IMPORTED
        yield Paragraph(why)
    elif found.readiness is None:
        yield from _nothing_rated(found)
    else:
        yield from _skills(found, most)


def _nothing_rated(found: OnetGap) -> Iterator[Block]:
    yield Paragraph(
        "No skill is rated on O*NET's scale yet, so there is no percentage. What it needs first:"
    )
    yield _table("Most important", found.terms[:FIRST])


def _skills(found: OnetGap, most: int | None) -> Iterator[Block]:
    groups = (
        (
            "To raise, widest gap first",
            sorted(_in(found, "below", "missing"), key=lambda term: -term.lacking),
        ),
        ("Not rated yet, heaviest first", _in(found, "unrated")),
        ("Met", _in(found, "met")),
    )
    yield Aligned(tuple(_table(title, terms[:most]) for title, terms in groups if terms))
    if most and any(len(terms) > most for _, terms in groups):
        yield Paragraph(quiet(f"Of each the first {most}."))
    if found.left_out:
        names = join_and([one.name for one in found.left_out])
        yield Paragraph(quiet(f"Not relevant to it, or of no importance, by O*NET: {names}."))
    if steps := next_onet_skills(found):
        yield Heading("Next", "one level more, by what it adds to readiness")
        rows: list[tuple[Inline, ...]] = [
            (
                step.term.rating.name,
                f"to {(step.term.level or 0) + 1}",
                data(f"+{100 * step.gain / found.full:.1f} %"),
            )
            for step in steps
        ]
        yield Table((Column("", wide=True), Column(""), Column("", "right")), tuple(rows))


def _in(found: OnetGap, *states: str) -> list[OnetTerm]:
    return [term for term in found.terms if term.state in states]


def _table(title: str, terms: Sequence[OnetTerm]) -> Table:
    columns = (
        Column(title, wide=True),
        Column("you", "right"),
        Column("needed", "right"),
        Column("importance", "right"),
        Column("id", spare=True),
        Column("", wide=True, spare=True),
    )
    return Table(columns, tuple(_row(term) for term in terms))


def _row(term: OnetTerm) -> tuple[Inline, ...]:
    return (
        (Check(term.state), term.rating.name),
        "?" if term.level is None else str(term.level),
        f"{term.needed:.2f}",
        f"{term.rating.value:.2f}",
        quiet(term.rating.id),
        quiet("imprecise" if term.uncertain else ""),
    )


def _software(found: SoftwareGap) -> Iterator[Block]:
    if not (found.programs or found.unmatched):
        yield Heading("Software")
        yield Paragraph("No software of this occupation is in demand or hot.")
        return
    yield Heading("Software", f"{found.wanted}, by O*NET")
    if found.programs:
        total = len(found.programs)
        known = data(f"{found.known} of {total}")
        yield Paragraph(("You know ", known, f" ({found.rated} of {total} rated)."))
        rows = tuple(
            (
                (Check(KNOWING[one.state]), one.software.name),
                _level_words(one),
                quiet(one.software.category),
            )
            for one in found.programs
        )
        yield Table((Column("", wide=True), Column("you"), Column("", wide=True)), rows)
    if found.unmatched:
        words = f"Not in the vocabulary, so not counted: {', '.join(found.unmatched)}."
        yield Paragraph(quiet(words))


def _level_words(one: Program) -> str:
    if one.state == "known":
        return f"{one.level} {PROFICIENCIES[one.level]}"
    return {"none": "none", "claimed": "claimed"}.get(one.state, "?")


def _why(found: OnetGap | None) -> Iterator[Block]:
    yield Heading("Why")
    if found and found.readiness is not None:
        yield _sum(found)
        exact = 100 * found.points / found.full
        yield Paragraph(
            f"{found.points:,} / {found.full:,} = {exact:.2f} %, shown as {found.readiness} % "
            "(rounded down, as every term is)."
        )
    if found:
        yield Paragraph(collapse_spaces(WHY_SKILLS))
        if any(term.uncertain for term in found.terms):
            yield Paragraph("Imprecise: O*NET recommends not to rely on these; they are counted.")
    yield Paragraph(collapse_spaces(WHY_SOFTWARE))


def _sum(found: OnetGap) -> Table:
    rows: list[tuple[Inline, ...]] = [
        (
            term.rating.name,
            f"{term.full / UNIT:.4f} × {_share(term)}",
            f"{term.points:,}",
            f"of {term.full:,}",
        )
        for term in found.terms
    ]
    rows.append((strong("sum"), "", data(f"{found.points:,}"), f"of {found.full:,}"))
    columns = (
        Column("", wide=True),
        Column(f"{UNIT:,} × S × you/needed"),
        Column("points", "right"),
        Column("", "right"),
    )
    return Table(columns, tuple(rows))


def _share(term: OnetTerm) -> str:
    return "1" if term.state == "met" else f"{term.level or 0}/{term.needed:.2f}"


def _commands(
    slug: str, skills: OnetGap | None, software: SoftwareGap, *, why: bool
) -> Iterator[tuple[str, str]]:
    if skills and skills.rated < len(skills.terms):
        first = next(term for term in skills.terms if term.level is None)
        yield f"careercli profile rate {slug}", "rate yourself, skill by skill"
        yield f"careercli profile set {first.rating.id}=4", f"or one: {first.rating.name}, 0 to 7"
    if unrated := next((one for one in software.programs if one.state == "unrated"), None):
        yield f"careercli profile set {unrated.skill}=2", "say which software you know, 1 to 4"
    if not why:
        yield f"careercli skills {slug} --gap --why", "what is counted, and how"
