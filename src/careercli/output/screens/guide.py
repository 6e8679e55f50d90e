"""The sections of a guide."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from careercli.core.figures import figure_words, signed_percent, usd
from careercli.core.pay import on_basis
from careercli.model.basics import SENIORITIES, Figure, Source
from careercli.model.role import Role, SkillLine, Tier
from careercli.output.footnotes import cite, cite_source
from careercli.output.page import (
    Block,
    Bullets,
    Entry,
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
from careercli.output.screens.blocks import cited_figure, known_facts, prose
from careercli.output.screens.section_context import SectionContext, Writer
from careercli.output.screens.skills import requirement_table
from careercli.output.screens.wording import sentence, skill_line, years_words
from careercli.text import join_and

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
    yield from prose(outlook.text if outlook else None)
    facts: list[tuple[str, Inline]] = []
    if outlook and outlook.growth:
        word = f", in the publisher's word \u201c{outlook.wording}\u201d" if outlook.wording else ""
        change = (data(signed_percent(outlook.growth.value)), word)
        facts.append(("Growth", cited(change, cite(outlook.growth, role.sources))))
    if nearest and nearest.growth and nearest.all_growth:
        projected = f" projected{_period(role, nearest.growth)}, {nearest.match}"
        official: tuple[tuple[str, Inline], ...] = (
            (nearest.title, (data(signed_percent(nearest.growth.value)), projected)),
            ("All occupations", data(signed_percent(nearest.all_growth.value))),
            ("Openings a year", data(figure_words(nearest.openings)) if nearest.openings else ""),
            ("Typical entry", nearest.education or ""),
        )
        source = cite(nearest.growth, role.sources)
        facts += [(label, cited(fact, source)) for label, fact in official if fact]
    yield from known_facts(facts)


def _period(role: Role, growth: Figure) -> str:
    """The years that a projection covers, as its source's title has them."""
    period = re.search(r"20\d\d[-\u2013]\d\d", role.sources[growth.source].title)
    return f" {period[0]}".replace("-", "\u2013") if period else ""


def demand(reader: SectionContext) -> Iterator[Block]:
    if demand := reader.role.demand:
        source = cite_source(reader.role.sources[demand.source], demand.kind)
        level = f"{demand.level}, on a scale from low to very high"
        yield Heading("Demand", cited(level, source))
        yield from prose(demand.why)


def part(
    title: str, told: Callable[[Role], Any], blocks: Callable[[Any], Iterable[Block]]
) -> Writer:
    """The section that says one part of a role, and needs no more than that part."""

    def write(reader: SectionContext) -> Iterator[Block]:
        if content := told(reader.role):
            yield Heading(title)
            yield from blocks(content)

    return write


def entries(titled: Iterable[tuple[str, str]]) -> Iterator[Block]:
    """Prose under titles."""
    return (Entry(title, prose(text)) for title, text in titled)


def in_a_sentence(names: Sequence[str]) -> tuple[Block, ...]:
    """Names one after the other."""
    return (Paragraph(sentence(join_and(names))),)


def listed(title: str, items: Callable[[Role], Any], bullet: str = "•") -> Writer:
    return part(title, items, lambda items: (Bullets(items, bullet),))


def skill_lines(title: str, lines: Callable[[Role], Iterable[SkillLine]]) -> Writer:
    def write(reader: SectionContext) -> Iterator[Block]:
        if named := [skill_line(line, reader.labels) for line in lines(reader.role)]:
            yield Heading(title)
            yield Bullets(tuple(named))

    return write


def setting(reader: SectionContext) -> Iterator[Block]:
    if setting := reader.role.setting:
        yield Heading("Work setting", setting.remote or "")
        yield from prose(setting.text)
        if setting.remote_note:
            yield Paragraph(sentence(setting.remote_note))


def skills(reader: SectionContext) -> Iterator[Block]:
    if reader.role.requirements:
        yield Heading("Skills needed", "ours; 1 basic, 2 working, 3 advanced, 4 expert")
        yield from requirement_table(reader.role.requirements, reader.labels, SENIORITIES)


def skill_map(reader: SectionContext) -> Iterator[Block]:
    if not (skill_map := reader.role.skill_map):
        return
    yield Heading("Skill map")
    for title, branch in (
        ("Foundation", skill_map.foundation),
        ("Specialization", skill_map.specialization),
        ("Professional and software", skill_map.professional),
    ):
        lines = tuple(skill_line(line, reader.labels) for line in branch.skills)
        yield Entry(title, (Paragraph(branch.intro), Bullets(lines)))


def _by_whom(sources: Mapping[str, Source], ids: Sequence[str | None]) -> tuple[list[Source], bool]:
    """The sources named, each once, but for our own judgment; and whether that is among them."""
    named = [sources[name] for name in dict.fromkeys(ids) if name]
    published = [source for source in named if source.kind != "editorial"]
    return published, len(published) < len(named)


def education(reader: SectionContext) -> Iterator[Block]:
    education, sources = reader.role.education, reader.role.sources
    if education is None or not (education.text or education.required or education.fields):
        return
    yield Heading("Education", education.usual or "")
    yield from (*prose(education.text), *prose(education.required))
    yield from known_facts([("Fields of study", join_and(education.fields))])
    if education.certificates:
        items: list[Inline] = []
        for certificate in education.certificates:
            short = f" ({certificate.short})" if certificate.short else ""
            issuer = f", {certificate.issuer}" if certificate.issuer else ""
            note = f": {certificate.note}" if certificate.note else ""
            name = strong(f"{certificate.name}{short}")
            source, _ = _by_whom(sources, [certificate.source])
            items.append(cited((name, f"{issuer}{note}"), *map(cite_source, source)))
        ids = [certificate.source for certificate in education.certificates]
        published, ours = _by_whom(sources, ids)
        aside = "ours where no source is cited" if published else "ours"
        yield Entry("Certificates", (Bullets(tuple(items)),), aside if ours else "")
    yield from known_facts([("Training", join_and(education.providers))])


def tiers(reader: SectionContext) -> Iterator[Block]:
    if reader.role.tiers:
        yield Heading("Career ladder", years_source(reader.role))
        yield ladder(reader.role)


def years_source(role: Role) -> Inline:
    """Where the years of tiers are from."""
    published, ours = _by_whom(role.sources, [tier.source for tier in role.tiers])
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
        text: tuple[Inline, ...] = (tier.essence, *map(quiet, tier.changes.split("\n\n")))
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
    yield from prose(world.intro)
    for region in world.regions:
        places = join_and(region.places)
        yield Entry(region.name, prose(region.text), "" if places == region.name else places)
    yield from prose(world.closing)


def market(reader: SectionContext) -> Iterator[Block]:
    if not (market := reader.role.market):
        return
    yield Heading("The job market today")
    told = (
        ("Challenges", market.challenges),
        ("Where jobs come from", market.growth),
        ("Trends", market.trends),
    )
    yield from entries((title, text) for title, text in told if text)


def balance(reader: SectionContext) -> Iterator[Block]:
    if worklife := reader.role.worklife:
        source = cite_source(reader.role.sources[worklife.source], worklife.kind)
        state = f"balance {worklife.balance}, stress {worklife.stress}"
        yield Heading("Balance and stress", cited(state, source))
        yield from prose(worklife.text)


def cases(reader: SectionContext) -> Iterator[Block]:
    if not reader.role.cases:
        return
    yield Heading("Typical situations", "illustrative")
    for case in reader.role.cases:
        figures = _figure_facts(case.figures, reader.role)
        takeaway = Paragraph(("Takeaway: ", case.takeaway))
        yield Entry(case.title, (*prose(case.text), *figures, takeaway))


def entry_cost(reader: SectionContext) -> Iterator[Block]:
    if not (cost := reader.role.entry_cost):
        return
    yield Heading("Cost of entry")
    yield from prose(cost.text)
    yield from _figure_facts(cost.figures, reader.role)


def _figure_facts(figures: Sequence[Figure], role: Role) -> Iterator[Block]:
    return known_facts(
        (sentence(figure.label or "").rstrip("."), cited_figure(figure, role.sources))
        for figure in figures
    )


def ai_tools(reader: SectionContext) -> Iterator[Block]:
    if dated := reader.role.ai_tools:
        yield Heading("AI and tools", f"as of {dated.date}")
        yield from prose(dated.text)


def related(role: Role) -> tuple[Inline, ...]:
    """The roles that a guide names, each with why."""
    return tuple((strong(near.title), f": {near.why}" if near.why else "") for near in role.related)
