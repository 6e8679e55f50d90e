"""The sections of a guide."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from careercli.core.figures import figure_words, signed_percent, usd
from careercli.core.pay import on_basis
from careercli.model.basics import SENIORITIES, Figure, Source
from careercli.model.role import Branch, Education, Role, Tier
from careercli.output.footnotes import cite, cite_source
from careercli.output.page import (
    Block,
    Bullets,
    Entry,
    Facts,
    Heading,
    Inline,
    Paragraph,
    Part,
    Scale,
    ScaleRow,
    Timeline,
    TimelineStep,
    cited,
    data,
    quiet,
    strong,
)
from careercli.output.screens.section import SectionContext
from careercli.output.screens.skills import requirement_table
from careercli.output.screens.wording import (
    join_and,
    paragraphs,
    sentence,
    skill_line,
    years_words,
)

OPEN_YEARS = 4
"""How far a tier without an end is drawn, at least."""


def outlook(reader: SectionContext) -> Iterator[Block]:
    role = reader.role
    outlook, nearest = role.outlook, role.nearest
    if not outlook and not (nearest and nearest.growth):
        return
    if role.occupation and not nearest:  # nothing but official
        return
    yield Heading("Outlook")
    for text in paragraphs(outlook.text if outlook else None):
        yield Paragraph(text)
    facts: list[tuple[str, Inline]] = []
    if outlook and outlook.growth:
        growth = outlook.growth
        word = f", in the publisher's word \u201c{outlook.wording}\u201d" if outlook.wording else ""
        change = (data(signed_percent(growth.value)), word)
        facts.append(("Growth", cited(change, cite(growth, role.sources))))
    if nearest and nearest.growth and nearest.all_growth:
        official: list[tuple[str, Inline]] = [
            (
                nearest.title,
                (
                    data(signed_percent(nearest.growth.value)),
                    f" projected{_period(role, nearest.growth)}, {nearest.match}",
                ),
            ),
            ("All occupations", data(signed_percent(nearest.all_growth.value))),
        ]
        if nearest.openings:
            official.append(("Openings a year", data(figure_words(nearest.openings))))
        if nearest.education:
            official.append(("Typical entry", nearest.education))
        source = cite(nearest.growth, role.sources)
        facts += [(label, cited(fact, source)) for label, fact in official]
    if facts:
        yield Facts(tuple(facts))


def _period(role: Role, growth: Figure) -> str:
    """The years that a projection covers, as its source's title has them."""
    period = re.search(r"20\d\d[-\u2013]\d\d", role.sources[growth.source].title)
    return f" {period[0]}".replace("-", "\u2013") if period else ""


def demand(reader: SectionContext) -> Iterator[Block]:
    if demand := reader.role.demand:
        source = cite_source(reader.role.sources[demand.source], demand.kind)
        level = f"{demand.level}, on a scale from low to very high"
        yield Heading("Demand", cited(level, source))
        for text in paragraphs(demand.why):
            yield Paragraph(text)


def functions(reader: SectionContext) -> Iterator[Block]:
    if reader.role.functions:
        yield Heading("What the role is for")
        for theme in reader.role.functions:
            yield Entry(theme.title, tuple(Paragraph(text) for text in paragraphs(theme.text)))


def listed(title: str, part: str, bullet: str = "•") -> Callable[[SectionContext], Iterator[Block]]:
    def write(reader: SectionContext) -> Iterator[Block]:
        if items := getattr(reader.role, part):
            yield Heading(title)
            yield Bullets(items, bullet)

    return write


def skill_lines(title: str, part: str) -> Callable[[SectionContext], Iterator[Block]]:
    def write(reader: SectionContext) -> Iterator[Block]:
        if lines := getattr(reader.role, part):
            yield Heading(title)
            yield Bullets(tuple(skill_line(line, reader.labels) for line in lines))

    return write


def setting(reader: SectionContext) -> Iterator[Block]:
    if setting := reader.role.setting:
        yield Heading("Work setting", setting.remote or "")
        for text in paragraphs(setting.text):
            yield Paragraph(text)
        if setting.remote_note:
            yield Paragraph(sentence(setting.remote_note))


def industries(reader: SectionContext) -> Iterator[Block]:
    if reader.role.industries:
        yield Heading("Who employs them")
        yield Paragraph(sentence(join_and(reader.role.industries)))


def skills(reader: SectionContext) -> Iterator[Block]:
    if reader.role.requirements:
        yield Heading("Skills needed", "ours; 1 basic, 2 working, 3 advanced, 4 expert")
        yield from requirement_table(reader.role.requirements, reader.labels, list(SENIORITIES))


def skill_map(reader: SectionContext) -> Iterator[Block]:
    if not (skill_map := reader.role.skill_map):
        return
    yield Heading("Skill map")
    branches: tuple[tuple[str, Branch], ...] = (
        ("Foundation", skill_map.foundation),
        ("Specialization", skill_map.specialization),
        ("Professional and software", skill_map.professional),
    )
    for title, branch in branches:
        lines = tuple(skill_line(line, reader.labels) for line in branch.skills)
        yield Entry(title, (Paragraph(branch.intro), Bullets(lines)))


def education(reader: SectionContext) -> Iterator[Block]:
    education = reader.role.education
    if education and (education.text or education.required or education.fields):
        yield from _written_education(education, reader.role.sources)


def _published(sources: Mapping[str, Source], ids: Sequence[str | None]) -> list[Source]:
    """The sources named, each once, but for our own judgment."""
    named = [sources[name] for name in dict.fromkeys(ids) if name]
    return [source for source in named if source.kind != "editorial"]


def _editorial(sources: Mapping[str, Source], ids: Sequence[str | None]) -> bool:
    """Whether our own judgment is among the sources named."""
    return any(name and sources[name].kind == "editorial" for name in ids)


def _written_education(education: Education, sources: Mapping[str, Source]) -> Iterator[Block]:
    yield Heading("Education", education.usual or "")
    for text in (*paragraphs(education.text), *paragraphs(education.required)):
        yield Paragraph(text)
    if education.fields:
        yield Facts((("Fields of study", join_and(education.fields)),))
    if education.certificates:
        items: list[Inline] = []
        for certificate in education.certificates:
            short = f" ({certificate.short})" if certificate.short else ""
            issuer = f", {certificate.issuer}" if certificate.issuer else ""
            note = f": {certificate.note}" if certificate.note else ""
            name = strong(f"{certificate.name}{short}")
            source = _published(sources, [certificate.source])
            items.append(cited((name, f"{issuer}{note}"), *map(cite_source, source)))
        ids = [certificate.source for certificate in education.certificates]
        published, ours = _published(sources, ids), _editorial(sources, ids)
        aside = "ours where no source is cited" if published else "ours"
        yield Entry("Certificates", (Bullets(tuple(items)),), aside if ours else "")
    if education.providers:
        yield Facts((("Training", join_and(education.providers)),))


def path(reader: SectionContext) -> Iterator[Block]:
    if reader.role.education and reader.role.education.path:
        yield Heading("To a first position")
        for text in paragraphs(reader.role.education.path):
            yield Paragraph(text)


def tiers(reader: SectionContext) -> Iterator[Block]:
    if reader.role.tiers:
        yield Heading("Career ladder", years_source(reader.role))
        yield ladder(reader.role)


def years_source(role: Role) -> Inline:
    """Where the years of tiers are from."""
    ids = [tier.source for tier in role.tiers]
    published, ours = _published(role.sources, ids), _editorial(role.sources, ids)
    if not published:
        return "years: ours" if ours else ""
    return cited("years: partly ours" if ours else "years", *map(cite_source, published))


def ladder(role: Role) -> Timeline:
    """The tiers, with the pay published for each one's level."""
    series = on_basis(role.pay, "levels")
    steps = []
    for tier in role.tiers:
        aside: list[Part] = [quiet(tier.level or "")]
        if series and tier.level:
            if figure := series.figure(tier.level):
                aside += [" ", data(usd(figure.value)), cite(figure, role.sources)]
            else:
                aside.append(quiet(", pay not published"))
        text: tuple[Inline, ...] = (tier.essence, *map(quiet, paragraphs(tier.changes)))
        steps.append(TimelineStep(years_words(tier.years), tier.title, tuple(aside), text))
    return Timeline(tuple(steps), _years_chart(role.tiers))


def _years_chart(tiers: Sequence[Tier]) -> Scale | None:
    """The tiers' years on one scale; an open end runs to the end of it."""
    known = [(tier, tier.years) for tier in tiers if tier.years]
    if not known:
        return None
    high = max(years.start + OPEN_YEARS if years.end is None else years.end for _, years in known)
    rows = (
        ScaleRow(
            tier.title,
            quiet(years_words(years)),
            span=(years.start, high if years.end is None else years.end),
        )
        for tier, years in known
    )
    return Scale(tuple(rows), 0, high)


def world(reader: SectionContext) -> Iterator[Block]:
    if not (world := reader.role.world):
        return
    yield Heading("Around the world")
    for text in paragraphs(world.intro):
        yield Paragraph(text)
    for region in world.regions:
        blocks = tuple(Paragraph(text) for text in paragraphs(region.text))
        places = join_and(region.places)
        yield Entry(region.name, blocks, "" if places == region.name else places)
    for text in paragraphs(world.closing):
        yield Paragraph(text)


def market(reader: SectionContext) -> Iterator[Block]:
    if not (market := reader.role.market):
        return
    yield Heading("The job market today")
    for title, prose in (
        ("Challenges", market.challenges),
        ("Where jobs come from", market.growth),
        ("Trends", market.trends),
    ):
        if prose:
            yield Entry(title, tuple(Paragraph(text) for text in paragraphs(prose)))


def day(reader: SectionContext) -> Iterator[Block]:
    if reader.role.day:
        from careercli.output.screens.day import timetable

        yield Heading("A day")
        yield timetable(reader.role.day)


def balance(reader: SectionContext) -> Iterator[Block]:
    if worklife := reader.role.worklife:
        source = cite_source(reader.role.sources[worklife.source], worklife.kind)
        state = f"balance {worklife.balance}, stress {worklife.stress}"
        yield Heading("Balance and stress", cited(state, source))
        for text in paragraphs(worklife.text):
            yield Paragraph(text)


def cases(reader: SectionContext) -> Iterator[Block]:
    if not reader.role.cases:
        return
    yield Heading("Typical situations", "illustrative")
    for case in reader.role.cases:
        blocks: list[Paragraph | Bullets | Facts] = [
            Paragraph(text) for text in paragraphs(case.text)
        ]
        if case.figures:
            blocks.append(Facts(_figure_facts(case.figures, reader.role)))
        blocks.append(Paragraph(("Takeaway: ", case.takeaway)))
        yield Entry(case.title, tuple(blocks))


def prose(title: str, part: str) -> Callable[[SectionContext], Iterator[Block]]:
    def write(reader: SectionContext) -> Iterator[Block]:
        if text := getattr(reader.role, part):
            yield Heading(title)
            yield from map(Paragraph, paragraphs(text))

    return write


def entry_cost(reader: SectionContext) -> Iterator[Block]:
    if not (cost := reader.role.entry_cost):
        return
    yield Heading("Cost of entry")
    yield from map(Paragraph, paragraphs(cost.text))
    if cost.figures:
        yield Facts(_figure_facts(cost.figures, reader.role))


def _figure_facts(figures: Sequence[Figure], role: Role) -> tuple[tuple[str, Inline], ...]:
    return tuple(
        (
            sentence(figure.label or "").rstrip("."),
            cited(data(figure_words(figure)), cite(figure, role.sources)),
        )
        for figure in figures
    )


def ai_tools(reader: SectionContext) -> Iterator[Block]:
    if dated := reader.role.ai_tools:
        yield Heading("AI and tools", f"as of {dated.date}")
        yield from map(Paragraph, paragraphs(dated.text))


def related(reader: SectionContext) -> Iterator[Block]:
    if reader.role.related:
        yield Heading("Related roles")
        yield Bullets(
            tuple(
                (strong(related.title), f": {related.why}" if related.why else "")
                for related in reader.role.related
            )
        )


def faq(reader: SectionContext) -> Iterator[Block]:
    if reader.role.faq:
        yield Heading("Questions people ask")
        for asked in reader.role.faq:
            answer = tuple(Paragraph(text) for text in paragraphs(asked.answer))
            yield Entry(asked.question, answer)


def other_titles(reader: SectionContext) -> Iterator[Block]:
    if reader.role.other_titles:
        yield Heading("Also called")
        yield Paragraph(sentence(join_and(reader.role.other_titles)))
