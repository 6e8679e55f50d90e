"""An occupation on the screen: what official data and the studies of AI say."""

from collections.abc import Iterable, Iterator

from careercli.core.figures import figure_words
from careercli.core.interests import INTEREST_NAMES
from careercli.model.occupation import Exposure, Occupation, Rating, Ratings
from careercli.model.role import Role
from careercli.output.footnotes import cite, cite_source
from careercli.output.page import (
    Block,
    Bullets,
    Cite,
    Column,
    Entry,
    Facts,
    Heading,
    Inline,
    Page,
    Paragraph,
    Part,
    Scale,
    ScaleRow,
    Table,
    Title,
    cited,
    data,
    quiet,
    strong,
)
from careercli.output.screens.blocks import cited_figure, commands, known_facts
from careercli.output.screens.section_context import SectionContext, Writer
from careercli.output.screens.wording import (
    first_of,
    one_in,
    ordinal,
    share_words,
    shown_name,
    typed_name,
)

MAX_RATINGS = 10
"""Ratings that a page shows; `skills` shows every one."""
MAX_SOFTWARE = 12
RATING_KINDS = {"skills": "Skills", "knowledge": "Knowledge", "styles": "Work styles"}
TIERS = {1: "Nearest", 2: "Near", 3: "Further"}
NO_RATINGS = "O*NET has no skill ratings for this occupation."
NOT_IMPORTED = (
    "The O*NET release that was added has no skill ratings; careercli sources remove onet brings "
    "the shipped ones back."
)


def official(reader: SectionContext) -> Occupation:
    """The occupation's own part of a role; an empty one if it has none."""
    return reader.role.occupation or Occupation("")


def attribution(role: Role) -> str:
    """O*NET's attribution; empty if it was not imported."""
    source = cite_onet(role)
    return source.text if source else ""


def cite_onet(role: Role) -> Cite | None:
    """The citation of O*NET, which is its attribution; None if it was not imported."""
    return next(_cited_as("onet", role), None)


def outlook(reader: SectionContext) -> Iterator[Block]:
    occupation, sources = official(reader), reader.role.sources
    growth = reader.role.outlook.growth if reader.role.outlook else None
    figures = (
        ("Growth", growth),
        ("All occupations", occupation.all_growth),
        ("Openings a year", occupation.openings),
    )
    facts = [(label, cited_figure(figure, sources)) for label, figure in figures if figure]
    for label, asked in _entry_facts(occupation):
        facts.append((label, cited(asked, cite_projections(reader.role))))
    if facts:
        yield Heading("Outlook")
        yield Facts(tuple(facts))


def _entry_facts(occupation: Occupation) -> list[tuple[str, str]]:
    """What the projections say is needed for the occupation."""
    facts = (
        ("Typical entry", occupation.entry),
        ("Experience", occupation.experience),
        ("Training", occupation.training),
    )
    return [(label, asked) for label, asked in facts if asked]


def cite_projections(role: Role) -> Cite:
    """The citation of the projections, of a role of which they say something."""
    return next(_cited_as("projections", role))


def _cited_as(data_set: str, role: Role) -> Iterator[Cite]:
    names = (name for name in role.sources if name.startswith(data_set))
    return (cite_source(role.sources[name]) for name in names)


def change_words(reader: SectionContext) -> Iterator[Inline]:
    """How many leave in a year, and how many of them for another job."""
    occupation = reader.role.occupation
    if occupation is None or not occupation.separation_rate or not occupation.transfer_rate:
        return
    rate, moved = occupation.separation_rate, occupation.transfer_rate
    if rate.value > 0:
        share = share_words(moved.value / rate.value)
        words = f" leave each year, {share} of them for other work"
        yield cited((data(one_in(rate.value)), words), cite(rate, reader.role.sources))


def change(reader: SectionContext) -> Iterator[Block]:
    """`show ROLE change`."""
    occupation = reader.role.occupation
    if occupation is None or not any(told := tuple(change_words(reader))):
        return
    yield Heading("Change", "who leaves, and what opens")
    yield from map(Paragraph, told)
    rates = (
        ("For another occupation", occupation.transfer_rate),
        ("Out of the labor force", occupation.exit_rate),
        ("Both together", occupation.separation_rate),
    )
    facts = [
        (label, cited((data(f"{rate.value:g} %"), " a year"), cite(rate, reader.role.sources)))
        for label, rate in rates
        if rate
    ]
    if openings := occupation.openings:
        cell = (data(figure_words(openings)), " a year, after people who left and by growth")
        facts.append(("Openings", cited(cell, cite(openings, reader.role.sources))))
    yield Facts(tuple(facts))
    yield Paragraph(quiet(NOT_COUNTED))


NOT_COUNTED = (
    "Projected yearly averages over ten years. People who change employers but stay in the "
    "occupation aren't counted."
)


STUDIES = {"exposure-gpts": "a study of 2023", "exposure-microsoft": "a study of 2025"}
MEASURED = {
    "exposure-gpts": "The share of an occupation's tasks that raters judged exposed to language "
    "models: directly; with half weight for tasks that need further software; or with full weight.",
    "exposure-microsoft": "How far an occupation's activities were done successfully with Copilot, "
    "in conversations of 2024.",
}
NOT_MEASURED = {
    "exposure-gpts": "Not measured: whether anybody uses it for them, how well, at what cost, or "
    "what that does to jobs and pay.",
    "exposure-microsoft": "Not measured: other assistants, what is done without one, or what that "
    "does to jobs and pay.",
}
RATERS = {"human": "people", "dv": "a model (GPT-4)", "": "–"}
SHORT_RATERS = {"human": "people", "dv": "GPT-4"}
MEASURES = {
    "alpha": "directly",
    "beta": "half weight",
    "gamma": "full weight",
    "applicability": "applicability",
}
MAIN_MEASURES = ("beta", "applicability")
"""Of each study, the measure by which it ranks occupations itself."""


def exposure_words(reader: SectionContext) -> Iterator[Inline]:
    """Both studies in a line, each as a place of 100."""
    told: list[Part] = []
    for study in STUDIES:
        rated = [
            exposure
            for exposure in reader.exposures
            if exposure.study == study and exposure.measure in MAIN_MEASURES
        ]
        places = dict.fromkeys(str(exposure.place_of_100) for exposure in rated)
        if len(places) > 1:
            places = dict.fromkeys(
                f"{exposure.place_of_100} by {SHORT_RATERS[exposure.rater]}" for exposure in rated
            )
        if places:
            source = reader.studies[study]
            told += [
                ", " if told else "",
                data(" or ".join(places)),
                f" ({source.date})" if told else f" ({source.date} study)",
                cite_source(source),
            ]
    if told:
        yield (*told, "; 100 is most exposed")


def _exposure_row(exposure: Exposure) -> tuple[Inline, ...]:
    last = exposure.rank + exposure.tied - 1
    ranks = f"{exposure.rank:,}" if exposure.tied == 1 else f"{exposure.rank:,}\u2013{last:,}"
    return (
        MEASURES[exposure.measure],
        RATERS[exposure.rater],
        data(ordinal(exposure.place_of_100)),
        f"{ranks} of {exposure.of:,}",
        f"{exposure.value:.2f}",
    )


def exposure_blocks(reader: SectionContext) -> Iterator[Block]:
    """`show ROLE ai`."""
    if not reader.exposures:
        return
    yield Heading("AI exposure", "a place among all occupations; 100 is the most exposed")
    figures = (Column(title, "right") for title in ("of 100", "rank", "score"))
    columns = (Column(""), Column("rated by"), *figures)
    for study, title in STUDIES.items():
        rows = tuple(_exposure_row(row) for row in reader.exposures if row.study == study)
        if rows:
            source = reader.studies[study]
            measured, limits = Paragraph(MEASURED[study]), Paragraph(NOT_MEASURED[study])
            aside = cited(title, cite_source(source))
            yield Entry(source.title, (measured, Table(columns, rows), limits), aside)
    yield Paragraph(
        "The studies measure different things, so they are not averaged. Exposed tasks may be "
        "helped with or taken over; neither study says which."
    )


def tasks(reader: SectionContext) -> Iterator[Block]:
    tasks = official(reader).tasks
    if not tasks:
        return
    yield Heading("What they do", cited("O*NET's tasks", cite_onet(reader.role)))
    for rank, title in (("core", "Core"), ("supplemental", "Supplemental"), ("", "Not rated")):
        if ranked := tuple(task.text for task in tasks if task.rank == rank):
            yield Entry(title, (Bullets(ranked),))


def software(reader: SectionContext) -> Iterator[Block]:
    software = official(reader).software
    if not software:
        return
    yield Heading("Software", cited("O*NET", cite_onet(reader.role)))
    asked = [program.name for program in software if program.in_demand]
    other = [program for program in software if not program.in_demand]
    hot = [program.name for program in other if program.hot]
    rest = [program.name for program in other if not program.hot]
    yield from known_facts(
        [
            ("In demand", ", ".join(asked)),
            ("Hot", first_of(hot, MAX_SOFTWARE)),
            ("Also", first_of(rest, MAX_SOFTWARE)),
        ]
    )
    meanings = (
        (asked, "In demand: often named in postings for this occupation."),
        (hot, "Hot: often named in postings for any occupation."),
    )
    if meaning := " ".join(sentence for names, sentence in meanings if names):
        yield Paragraph(quiet(meaning))


def rated(kind: str) -> Writer:
    """The part with one kind of ratings."""

    def write(reader: SectionContext) -> Iterator[Block]:
        ratings = official(reader).ratings.get(kind)
        if ratings:
            yield from rating_blocks(reader.role, kind, ratings, most=MAX_RATINGS)
        elif kind == "skills" and official(reader).tasks:
            yield Heading(RATING_KINDS[kind])
            yield Paragraph(NO_RATINGS)

    return write


def rating_blocks(
    role: Role, kind: str, ratings: Ratings, *, most: int | None = None
) -> Iterator[Block]:
    """Ratings as bars on their scale; the strongest `most`, or all."""
    scale = f"{ratings.scale} from {ratings.low:g} to {ratings.high:g}".replace("-", "\u2212")
    if any(rating.level is not None for rating in ratings.rows):
        scale += "; level from 0 to 7"
    rows = ratings.rows[:most]
    if most and len(rows) < len(ratings.rows):
        scale += f"; the first {most} of {len(ratings.rows)}"
    yield Heading(RATING_KINDS[kind], cited(scale, cite_onet(role)))
    bars = tuple(_bar(rating, ratings) for rating in rows)
    yield Scale(bars, ratings.low, ratings.high, head=ratings.scale.capitalize())


NO_LEVEL = "  –"
"""In place of a level that isn't published, as wide as one."""


def _bar(rating: Rating, ratings: Ratings) -> ScaleRow:
    start = max(ratings.low, 0.0)
    span = (min(start, rating.value), max(start, rating.value))
    value: list[Part] = [data(f"{rating.value:.1f}".replace("-", "\u2212"))]
    if any(other.level is not None for other in ratings.rows):
        value.append(
            quiet(f"  level {NO_LEVEL if rating.level is None else f'{rating.level:.1f}'}")
        )
    note = "O*NET recommends not to rely on it" if rating.uncertain else ""
    if rating.level_uncertain:
        note = "O*NET recommends not to rely on the level"
    return ScaleRow(rating.name, tuple(value), at=(rating.value,), span=span, note=note)


def interests(reader: SectionContext) -> Iterator[Block]:
    if interests := official(reader).interests:
        aside = cited("how well it suits each, from 1 to 7", cite_onet(reader.role))
        yield Heading("Interests", aside)
        rows = [
            (f"{letter} {INTEREST_NAMES[letter]}", f"{value:.1f}", value)
            for letter, value in interests
        ]
        yield _scale(rows, 1, 7, "1 to 7")


def _scale(rows: Iterable[tuple[str, str, float]], low: float, high: float, head: str) -> Scale:
    """Labels, each with an amount in words and as a bar."""
    bars = (
        ScaleRow(label, data(words), at=(amount,), span=(low, amount))
        for label, words, amount in rows
    )
    return Scale(tuple(bars), low, high, head=head)


def preparation(reader: SectionContext) -> Iterator[Block]:
    if official(reader).zone:
        yield Heading("Preparation", cite_onet(reader.role) or "")
        yield from preparation_blocks(official(reader))


def preparation_blocks(occupation: Occupation) -> Iterator[Block]:
    """The job zone in words, by its number and what it takes: 3, medium preparation needed."""
    if zone := occupation.zone:
        takes = zone.name.partition(": ")[2]
        name = f"{zone.number}, {takes.lower()}" if takes else zone.name
        yield from known_facts(
            [
                ("Job zone", strong(name)),
                ("Experience", zone.experience),
                ("Education", zone.education),
                ("Training", zone.training),
                ("SVP", zone.svp),
            ]
        )


def education(reader: SectionContext) -> Iterator[Block]:
    shares = [share for share in official(reader).education if share.percent >= 0.5]
    if shares:
        aside = cited("what people in it say is required, in %", cite_onet(reader.role))
        yield Heading("Education", aside)
        rows = [(share.name, f"{share.percent:.0f} %", share.percent) for share in shares]
        yield _scale(rows, 0, 100, "Share")


def related(reader: SectionContext) -> Iterator[Block]:
    if related := official(reader).related:
        yield Heading("Related occupations", cite_onet(reader.role) or "")
        for tier, title in TIERS.items():
            in_tier = tuple(
                (near.title, quiet(f"  {near.code}")) for near in related if near.tier == tier
            )
            if in_tier:
                yield Entry(title, (Bullets(in_tier),))


def preparation_page(role: Role, occupation: Occupation) -> Page:
    """`tiers` of an occupation: it has no tiers, but a job zone."""
    title = Title(role.title, cited("preparation", cite_onet(role)))
    blocks = list(preparation_blocks(occupation))
    if facts := _entry_facts(occupation):
        blocks += [Heading("By the projections", cite_projections(role)), Facts(tuple(facts))]
    if not blocks:
        blocks.append(Paragraph("Official data have no preparation for this occupation."))
    blocks.append(Paragraph(quiet("Official data have no titles by seniority.")))
    return (title, *blocks)


def ratings_page(role: Role, occupation: Occupation, *, imported: bool) -> Page:
    """`skills` of an occupation: every rating, and the software.

    `imported` tells whether O*NET's skill ratings were imported, of whatever occupation.
    """
    blocks: list[Block] = [Title(shown_name(role), "skills")]
    if "skills" not in occupation.ratings:
        blocks.append(Paragraph(NO_RATINGS if imported else NOT_IMPORTED))
    for kind, ratings in occupation.ratings.items():
        blocks += rating_blocks(role, kind, ratings)
    blocks += software(SectionContext(role, {}))
    command = (f"careercli skills {typed_name(role)} --gap", "how far you are from it")
    return (*blocks, commands(command))
