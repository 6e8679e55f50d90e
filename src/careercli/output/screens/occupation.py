"""An occupation on the screen: what official data say, and only that."""

from collections.abc import Callable, Iterator, Mapping

from careercli.core.figures import citation, figure_words, signed_percent
from careercli.core.interests import INTEREST_NAMES
from careercli.core.pay import on_basis
from careercli.model.basics import Figure
from careercli.model.occupation import Occupation, Rating, Ratings, RelatedOccupation
from careercli.model.role import Role
from careercli.output.footnotes import Footnotes
from careercli.output.page import (
    Block,
    Bullets,
    Commands,
    Entry,
    Facts,
    Heading,
    Inline,
    Page,
    Paragraph,
    Scale,
    ScaleRow,
    Title,
    data,
    quiet,
    spans,
    strong,
)
from careercli.output.screens.pay import hourly_blocks, pay_blocks
from careercli.output.screens.section import Section, SectionContext
from careercli.output.screens.wording import join_and, sentence

MAX_RATINGS = 10
"""Ratings that a page shows; `skills` shows every one."""
MAX_SOFTWARE = 12
MAX_TITLES = 30
RATING_KINDS = {"skills": "Skills", "knowledge": "Knowledge", "styles": "Work styles"}
TIERS = {1: "Nearest", 2: "Near", 3: "Further"}
NO_RATINGS = "O*NET has no skill ratings for this occupation."
NOT_IMPORTED = "O*NET's skill ratings are not imported; careercli import onet brings them."


def official(reader: SectionContext) -> Occupation:
    """The occupation's own part of a role that has one."""
    if reader.role.occupation is None:
        raise ValueError(reader.role.key)
    return reader.role.occupation


def attribution(role: Role) -> str:
    """O*NET's footnote by itself; empty where it was not imported."""
    found = (source for name, source in role.sources.items() if name.startswith("onet"))
    return next((citation(source, None) for source in found), "")


def onet_footnote(role: Role, footnotes: Footnotes) -> str:
    """The mark of O*NET's footnote, which is its attribution; empty where it was not imported."""
    source = next((name for name in role.sources if name.startswith("onet")), None)
    return footnotes.cite(source, None) if source else ""


def _code_words(reader: SectionContext) -> Inline:
    return f"{official(reader).code} {onet_footnote(reader.role, reader.footnotes)}".strip()


def _outlook_words(reader: SectionContext) -> Inline:
    growth = reader.role.outlook.growth if reader.role.outlook else None
    return _growth_words(growth, official(reader), reader.footnotes) if growth else ""


def _jobs_words(reader: SectionContext) -> Inline:
    if not (jobs := official(reader).employment):
        return ""
    return (data(figure_words(jobs)), f", employees {reader.footnotes.figure(jobs)}")


def _group_words(reader: SectionContext) -> Inline:
    group = official(reader).counted_in
    return f"{group}: pay, jobs and outlook are of all of it" if group else ""


def _zone_words(reader: SectionContext) -> Inline:
    if not (zone := official(reader).zone):
        return ""
    return f"{zone.name} {onet_footnote(reader.role, reader.footnotes)}".strip()


def _interest_words(reader: SectionContext) -> Inline:
    found = official(reader)
    if not found.interests:
        return ""
    return (*spans(_letters(found)), f" {onet_footnote(reader.role, reader.footnotes)}".rstrip())


def _demand_words(reader: SectionContext) -> Inline:
    asked = [one.name for one in official(reader).software if one.in_demand][:5]
    return (
        f"{', '.join(asked)} {onet_footnote(reader.role, reader.footnotes)}".strip()
        if asked
        else ""
    )


def _pay_words(reader: SectionContext) -> Inline:
    series = on_basis(reader.role.pay, "percentiles") or official(reader).hourly
    if series is None or not (middle := series.figure("p50")):
        return ""
    unit = " an hour" if series.unit == "USD/hour" else " a year"
    mark = reader.footnotes.figure(middle)
    low, high = series.figure("p10"), series.figure("p90")
    words: tuple[Inline, ...] = (data(figure_words(middle)), f" median{unit}")
    if low and high:
        words += (f", {figure_words(low)} to {figure_words(high)} from 10th to 90th percentile",)
    return (*words, f" {mark}")  # type: ignore[arg-type]


def _growth_words(growth: Figure, found: Occupation, footnotes: Footnotes) -> Inline:
    words: tuple[Inline, ...] = (data(signed_percent(growth.value)),)
    if found.all_growth:
        words += (f"; all occupations {signed_percent(found.all_growth.value)}",)
    if found.openings:
        words += (f"; {figure_words(found.openings)} openings a year",)
    return (*words, f" {footnotes.figure(growth)}")  # type: ignore[arg-type]


def _pay(reader: SectionContext) -> Iterator[Block]:
    found = official(reader)
    if reader.role.pay:
        yield from pay_blocks(reader.role, reader.footnotes)
    if found.hourly:
        yield from hourly_blocks(found, reader.footnotes)


def _outlook(reader: SectionContext) -> Iterator[Block]:
    found, footnotes = official(reader), reader.footnotes
    growth = reader.role.outlook.growth if reader.role.outlook else None
    facts: list[tuple[str, Inline]] = []
    for label, figure in (
        ("Growth", growth),
        ("All occupations", found.all_growth),
        ("Openings a year", found.openings),
    ):
        if figure:
            facts.append((label, (data(figure_words(figure)), f" {footnotes.figure(figure)}")))
    for label, words in (
        ("Typical entry", found.entry),
        ("Experience", found.experience),
        ("Training", found.training),
    ):
        if words:
            mark = footnotes.cite(projections(reader.role), None)
            facts.append((label, f"{words} {mark}"))
    if facts:
        yield Heading("Outlook")
        yield Facts(tuple(facts))


def projections(role: Role) -> str:
    """The id of the projections, where they say something of the occupation."""
    return next(name for name in role.sources if name.startswith("projections"))


def _tasks(reader: SectionContext) -> Iterator[Block]:
    tasks = official(reader).tasks
    if not tasks:
        return
    yield Heading("What they do", f"O*NET's tasks {onet_footnote(reader.role, reader.footnotes)}")
    for rank, title in (("core", "Core"), ("supplemental", "Supplemental"), ("", "Not rated")):
        if some := tuple(task.text for task in tasks if task.rank == rank):
            yield Entry(title, (Bullets(some),))


def _software(reader: SectionContext) -> Iterator[Block]:
    software = official(reader).software
    if not software:
        return
    yield Heading("Software", f"O*NET {onet_footnote(reader.role, reader.footnotes)}")
    asked = [one.name for one in software if one.in_demand]
    hot = [one.name for one in software if one.hot and not one.in_demand]
    other = [one.name for one in software if not one.hot and not one.in_demand]
    facts: list[tuple[str, Inline]] = []
    for label, names in (("In demand", asked), ("Hot", hot), ("Also", other)):
        if names:
            shown = names if label == "In demand" else names[:MAX_SOFTWARE]
            more = len(names) - len(shown)
            facts.append((label, ", ".join(shown) + (f" and {more} more" if more else "")))
    yield Facts(tuple(facts))
    meanings = (
        (asked, "In demand: often named in postings for this occupation."),
        (hot, "Hot: often named in postings for any occupation."),
    )
    if said := " ".join(words for names, words in meanings if names):
        yield Paragraph(quiet(said))


def _rated(kind: str) -> Section:
    name = {"styles": "work-styles"}.get(kind, kind)

    def write(reader: SectionContext) -> Iterator[Block]:
        ratings = official(reader).ratings.get(kind)
        if ratings:
            yield from rating_blocks(reader.role, reader.footnotes, kind, ratings, most=MAX_RATINGS)
        elif kind == "skills" and official(reader).tasks:
            yield Heading(RATING_KINDS[kind])
            yield Paragraph(NO_RATINGS)

    return Section(name, write)


def rating_blocks(
    role: Role, footnotes: Footnotes, kind: str, ratings: Ratings, *, most: int | None = None
) -> Iterator[Block]:
    """Ratings as bars on their scale; the strongest `most`, or all."""
    scale = f"{ratings.scale} from {ratings.low:g} to {ratings.high:g}".replace("-", "\u2212")
    if any(one.level is not None for one in ratings.rows):
        scale += "; level from 0 to 7"
    rows = ratings.rows[:most]
    if most and len(rows) < len(ratings.rows):
        scale += f"; the first {most} of {len(ratings.rows)}"
    yield Heading(RATING_KINDS[kind], f"{scale} {onet_footnote(role, footnotes)}".strip())
    yield Scale(tuple(_bar(one, ratings) for one in rows), ratings.low, ratings.high)


def _bar(one: Rating, ratings: Ratings) -> ScaleRow:
    start = max(ratings.low, 0.0) if ratings.low < 0 else ratings.low
    span = (min(start, one.value), max(start, one.value))
    words: tuple[Inline, ...] = (data(f"{one.value:.1f}".replace("-", "\u2212")),)
    if one.level is not None:
        words += (quiet(f"  level {one.level:.1f}"),)
    note = "O*NET recommends not to rely on it" if one.uncertain else ""
    if one.level_uncertain:
        note = "O*NET recommends not to rely on the level"
    return ScaleRow(one.name, words, at=(one.value,), span=span, note=note)  # type: ignore[arg-type]


def _letters(found: Occupation) -> Inline:
    letters = found.high_points or "".join(one.letter for one in found.interests[:2])
    return (data(letters), f" ({join_and([INTEREST_NAMES[letter] for letter in letters])})")


def _interests(reader: SectionContext) -> Iterator[Block]:
    found = official(reader)
    if found.interests:
        mark = onet_footnote(reader.role, reader.footnotes)
        yield Heading("Interests", f"how well it suits each, from 1 to 7 {mark}".strip())
        rows = tuple(
            ScaleRow(
                f"{one.letter} {INTEREST_NAMES[one.letter]}",
                data(f"{one.value:.1f}"),
                at=(one.value,),
                span=(1, one.value),
            )
            for one in found.interests
        )
        yield Scale(rows, 1, 7)


def _preparation(reader: SectionContext) -> Iterator[Block]:
    if official(reader).zone:
        yield Heading("Preparation", onet_footnote(reader.role, reader.footnotes))
        yield from preparation_blocks(official(reader))


def preparation_blocks(found: Occupation) -> Iterator[Block]:
    """The job zone in words."""
    if zone := found.zone:
        facts = (
            ("Job zone", strong(zone.name)),
            ("Experience", zone.experience),
            ("Education", zone.education),
            ("Training", zone.training),
            ("SVP", zone.svp),
        )
        yield Facts(tuple((label, words) for label, words in facts if words))


def _education(reader: SectionContext) -> Iterator[Block]:
    shares = [one for one in official(reader).education if one.percent >= 0.5]
    if shares:
        mark = onet_footnote(reader.role, reader.footnotes)
        yield Heading("Education", f"what people in it say is required, in % {mark}".strip())
        rows = tuple(
            ScaleRow(
                one.name, data(f"{one.percent:.0f} %"), at=(one.percent,), span=(0, one.percent)
            )
            for one in shares
        )
        yield Scale(rows, 0, 100)


def _related(reader: SectionContext) -> Iterator[Block]:
    found = official(reader)
    if found.related:
        yield Heading("Related occupations", onet_footnote(reader.role, reader.footnotes))
        for tier, title in TIERS.items():
            if some := [one for one in found.related if one.tier == tier]:
                yield Entry(title, (Bullets(tuple(_neighbour(one) for one in some)),))


def _neighbour(one: RelatedOccupation) -> Inline:
    return (one.title, quiet(f"  {one.code}"))


def _titles(reader: SectionContext) -> Iterator[Block]:
    if titles := reader.role.other_titles:
        yield Heading("Also called", onet_footnote(reader.role, reader.footnotes))
        more = len(titles) - MAX_TITLES
        rest = f"; and {more} more, by each of which it is found" if more > 0 else ""
        yield Paragraph(sentence(f"{', '.join(titles[:MAX_TITLES])}{rest}"))


GLANCE: Mapping[str, Callable[[SectionContext], Inline]] = {
    "Code": _code_words,
    "Pay": _pay_words,
    "Outlook": _outlook_words,
    "Jobs": _jobs_words,
    "Counted in": _group_words,
    "Preparation": _zone_words,
    "Interests": _interest_words,
    "In demand": _demand_words,
}

SECTIONS = (
    Section("pay", _pay),
    Section("outlook", _outlook),
    Section("tasks", _tasks),
    Section("software", _software),
    _rated("skills"),
    _rated("knowledge"),
    _rated("styles"),
    Section("interests", _interests),
    Section("preparation", _preparation),
    Section("education", _education),
    Section("related", _related),
    Section("titles", _titles),
)


def preparation_page(role: Role, found: Occupation) -> Page:
    """`tiers` of an occupation: it has no ladder, but a job zone."""
    footnotes = Footnotes(role.sources)
    mark = onet_footnote(role, footnotes)
    title = Title(role.title, f"preparation {mark}".strip())
    blocks: list[Block] = [*preparation_blocks(found)]
    facts = [
        (label, words)
        for label, words in (
            ("Typical entry", found.entry),
            ("Experience", found.experience),
            ("Training", found.training),
        )
        if words
    ]
    if facts:
        mark = footnotes.cite(projections(role), None)
        blocks += [Heading("By the projections", mark), Facts(tuple(facts))]
    if not blocks:
        blocks.append(Paragraph("Official data have no preparation for this occupation."))
    blocks.append(Paragraph(quiet("Official data know no ladder of titles.")))
    return (title, *blocks, *footnotes.notes())


def ratings_page(role: Role, found: Occupation, *, imported: bool) -> Page:
    """`skills` of an occupation: every rating, and the software.

    `imported` tells whether O*NET's skill ratings were imported, of whatever occupation.
    """
    footnotes = Footnotes(role.sources)
    blocks: list[Block] = [Title(role.title, "skills")]
    reader = SectionContext(role, {}, footnotes)
    if "skills" not in found.ratings:
        blocks.append(Paragraph(NO_RATINGS if imported else NOT_IMPORTED))
    for kind, ratings in found.ratings.items():
        blocks += rating_blocks(role, footnotes, kind, ratings)
    blocks += _software(reader)
    command = f"careercli skills {role.slug} --gap"
    blocks.append(Commands(((command, "how far you are from it"),)))
    return (*blocks, *footnotes.notes())
