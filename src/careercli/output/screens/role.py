"""A role on the screen: what it is in twenty lines, then the whole guide in sections."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from careercli.core.figures import figure_words, signed_percent, usd
from careercli.core.pay import on_basis
from careercli.errors import UnknownNameError
from careercli.model.basics import SENIORITIES, Figure
from careercli.model.role import Branch, Role, Tier
from careercli.output.footnotes import Footnotes
from careercli.output.page import (
    Block,
    Bullets,
    Entry,
    Facts,
    Heading,
    Inline,
    Page,
    Paragraph,
    Rung,
    Scale,
    ScaleRow,
    Span,
    Timeline,
    Title,
    data,
    quiet,
    strong,
)
from careercli.output.screens.pay import basis_words, pay_blocks
from careercli.output.screens.section import Labels, Section, SectionContext
from careercli.output.screens.skills import requirement_table, short_label
from careercli.output.screens.wording import (
    join_and,
    money_range,
    paragraphs,
    sentence,
    skill_line,
    years_words,
)

OPEN_YEARS = 4
"""How far a rung without an end is drawn, at least."""


def role_page(
    role: Role, labels: Labels, family: str, names: list[str], *, listing: bool = True
) -> Page:
    """`show ROLE`: the glance and every section, or the sections asked for.

    `listing`: whether the glance lists the sections by the names that are typed.
    """
    reader = SectionContext(role, labels, Footnotes(role.sources))
    facts = [] if names else list(glance_of(reader))
    blocks: list[Block] = []
    there = []
    for section in sections(role):
        if names and section.name not in names:
            continue
        if written := list(section.write(reader)):
            there.append(section.name)
            blocks += written
    if names:
        return (Title(role.title, family), *blocks, *reader.footnotes.notes())
    if there and listing:
        facts.append(("Sections", ", ".join(there)))
    title = Title(role.title, family, role.summary)
    glance = (Facts(tuple(facts)),) if facts else ()
    return (title, *glance, *blocks, *reader.footnotes.notes())


def part_page(role: Role, labels: Labels, names: Sequence[str], *, glanced: bool) -> Page:
    """Some sections by themselves, under a title that stands already; `glanced` first."""
    reader = SectionContext(role, labels, Footnotes(role.sources))
    blocks: list[Block] = []
    if glanced:
        blocks.append(Paragraph(role.summary))
        if facts := tuple(glance_of(reader)):
            blocks.append(Facts(facts))
    for section in sections(role):
        if section.name in names:
            blocks += section.write(reader)
    return (*blocks, *reader.footnotes.notes())


def section_names(role: Role, labels: Labels) -> list[str]:
    """The sections that a role has, in order."""
    reader = SectionContext(role, labels, Footnotes(role.sources))
    return [section.name for section in sections(role) if next(section.write(reader), None)]


def sections(role: Role) -> tuple[Section, ...]:
    """Every section that a role of its kind can have: a guide, or an occupation."""
    if role.occupation is None:
        return SECTIONS
    from careercli.output.screens import occupation

    return occupation.SECTIONS


def glance_of(reader: SectionContext, labels: Collection[str] = ()) -> Iterator[tuple[str, Inline]]:
    """What stands alone above the sections, of a guide or an occupation; or some of it."""
    facts = GLANCE
    if reader.role.occupation:
        from careercli.output.screens import occupation

        facts = occupation.GLANCE
    for label, write in facts.items():
        if (not labels or label in labels) and (words := write(reader)):
            yield label, words


def _demand_words(reader: SectionContext) -> Inline:
    if not (demand := reader.role.demand):
        return ""
    mark = reader.footnotes.cite(demand.source, demand.kind)
    return (data(demand.level), f", on a scale from low to very high {mark}")


def _ladder_words(reader: SectionContext) -> Inline:
    return " → ".join(_short_tier(tier) for tier in reader.role.tiers)


def _remote_words(reader: SectionContext) -> Inline:
    setting = reader.role.setting
    if not (setting and setting.remote):
        return ""
    return (data(setting.remote), f"; {setting.remote_note}" if setting.remote_note else "")


def _balance_words(reader: SectionContext) -> Inline:
    if not (worklife := reader.role.worklife):
        return ""
    mark = reader.footnotes.cite(worklife.source, worklife.kind)
    return f"{worklife.balance}; stress {worklife.stress} {mark}"


def _must_words(reader: SectionContext) -> Inline:
    musts = [one for one in reader.role.requirements if one.need == "must"][:5]
    return "; ".join(short_label(one, reader.labels) for one in musts)


def _pay_words(reader: SectionContext) -> Inline:
    """The role's own estimate, else its nearest occupation's survey median."""
    role, footnotes = reader.role, reader.footnotes
    words: list[str | Span] = []
    if series := on_basis(role.pay, "levels"):
        points = series.points
        mark = footnotes.cite(series.source, series.kind, date=series.date, note=series.note)
        amounts = [amount for name, amount in points.items() if name != "median"]
        if amounts:
            low, high = min(amounts), max(amounts)
            words.append(data(money_range(low, high) if low < high else usd(low)))
        if "median" in points:
            words += [", middle " if amounts else "", data(usd(points["median"]))]
        return (*words, f" a year, {series.place}, {basis_words(series)} {mark}")
    nearest = role.nearest
    if nearest and nearest.pay and (figure := nearest.pay.figure("p50")):
        whose = f" a year, survey median of {nearest.title} ({nearest.match}) "
        return (data(usd(figure.value)), whose, footnotes.figure(figure))
    return ""


def _short_tier(tier: Tier) -> str:
    years = years_words(tier.years).replace(" years", " y")
    return f"{tier.title} ({years})" if years else tier.title


def _outlook_words(reader: SectionContext) -> Inline:
    role, footnotes = reader.role, reader.footnotes
    words: list[str | Span] = []
    if role.outlook and role.outlook.growth:
        growth = role.outlook.growth
        whose = "claimed" if growth.kind == "published-claim" else "growth"
        words += [data(signed_percent(growth.value)), f" {whose} {footnotes.figure(growth)}; "]
    nearest = role.nearest
    if nearest and nearest.growth and nearest.all_growth:
        mark = footnotes.figure(nearest.growth)
        change, average = (
            signed_percent(one.value) for one in (nearest.growth, nearest.all_growth)
        )
        return (*words, f"nearest occupation {change}, all {average} {mark}")
    return (*words[:-1], str(words[-1]).rstrip("; ")) if words else ""


def _pay(reader: SectionContext) -> Iterator[Block]:
    if reader.role.pay or (reader.role.nearest and reader.role.nearest.pay):
        yield from pay_blocks(reader.role, reader.footnotes)


def _outlook(reader: SectionContext) -> Iterator[Block]:
    role, footnotes = reader.role, reader.footnotes
    outlook, nearest = role.outlook, role.nearest
    if not outlook and not (nearest and nearest.growth):
        return
    yield Heading("Outlook")
    for text in paragraphs(outlook.text if outlook else None):
        yield Paragraph(text)
    facts: list[tuple[str, Inline]] = []
    if outlook and outlook.growth:
        growth = outlook.growth
        word = f", in the publisher's word \u201c{outlook.wording}\u201d" if outlook.wording else ""
        facts.append(
            ("Growth", (data(signed_percent(growth.value)), f"{word} {footnotes.figure(growth)}"))
        )
    if nearest and nearest.growth and nearest.all_growth:
        mark = footnotes.figure(nearest.growth)
        facts.append(
            (
                nearest.title,
                (
                    data(signed_percent(nearest.growth.value)),
                    f" projected{_period(role, nearest.growth)}, {nearest.match} {mark}",
                ),
            )
        )
        facts.append(
            ("All occupations", (data(signed_percent(nearest.all_growth.value)), f" {mark}"))
        )
        if nearest.openings:
            facts.append(("Openings a year", (data(figure_words(nearest.openings)), f" {mark}")))
        if nearest.education:
            facts.append(("Typical entry", f"{nearest.education} {mark}"))
    if facts:
        yield Facts(tuple(facts))


def _period(role: Role, growth: Figure) -> str:
    """The years that a projection covers, as its source's title has them."""
    found = re.search(r"20\d\d[-\u2013]\d\d", role.sources[growth.source].title)
    return f" {found[0]}".replace("-", "\u2013") if found else ""


def _demand(reader: SectionContext) -> Iterator[Block]:
    if demand := reader.role.demand:
        mark = reader.footnotes.cite(demand.source, demand.kind)
        yield Heading("Demand", f"{demand.level}, on a scale from low to very high {mark}")
        for text in paragraphs(demand.why):
            yield Paragraph(text)


def _functions(reader: SectionContext) -> Iterator[Block]:
    if reader.role.functions:
        yield Heading("What the role is for")
        for theme in reader.role.functions:
            yield Entry(theme.title, tuple(Paragraph(text) for text in paragraphs(theme.text)))


def _listed(title: str, part: str, mark: str = "•") -> Callable[[SectionContext], Iterator[Block]]:
    def write(reader: SectionContext) -> Iterator[Block]:
        if items := getattr(reader.role, part):
            yield Heading(title)
            yield Bullets(items, mark)

    return write


def _skill_lines(title: str, part: str) -> Callable[[SectionContext], Iterator[Block]]:
    def write(reader: SectionContext) -> Iterator[Block]:
        if lines := getattr(reader.role, part):
            yield Heading(title)
            yield Bullets(tuple(skill_line(line, reader.labels) for line in lines))

    return write


def _setting(reader: SectionContext) -> Iterator[Block]:
    if setting := reader.role.setting:
        yield Heading("Work setting", setting.remote or "")
        for text in paragraphs(setting.text):
            yield Paragraph(text)
        if setting.remote_note:
            yield Paragraph(sentence(setting.remote_note))


def _industries(reader: SectionContext) -> Iterator[Block]:
    if reader.role.industries:
        yield Heading("Who employs them")
        yield Paragraph(sentence(join_and(reader.role.industries)))


def _skills(reader: SectionContext) -> Iterator[Block]:
    if reader.role.requirements:
        yield Heading("Skills needed", "editorial; 1 basic, 2 working, 3 advanced, 4 expert")
        yield from requirement_table(reader.role.requirements, reader.labels, list(SENIORITIES))


def _skill_map(reader: SectionContext) -> Iterator[Block]:
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


def _education(reader: SectionContext) -> Iterator[Block]:
    education = reader.role.education
    if not education or not (education.text or education.required or education.fields):
        return
    yield Heading("Education", education.usual or "")
    for text in (*paragraphs(education.text), *paragraphs(education.required)):
        yield Paragraph(text)
    if education.fields:
        yield Facts((("Fields of study", join_and(education.fields)),))
    if education.certificates:
        items = []
        for certificate in education.certificates:
            short = f" ({certificate.short})" if certificate.short else ""
            issuer = f", {certificate.issuer}" if certificate.issuer else ""
            note = f": {certificate.note}" if certificate.note else ""
            items.append((strong(f"{certificate.name}{short}"), f"{issuer}{note}"))
        yield Entry("Certificates", (Bullets(tuple(items)),))
    if education.providers:
        yield Facts((("Training", join_and(education.providers)),))


def _path(reader: SectionContext) -> Iterator[Block]:
    if reader.role.education and reader.role.education.path:
        yield Heading("The way in")
        for text in paragraphs(reader.role.education.path):
            yield Paragraph(text)


def _tiers(reader: SectionContext) -> Iterator[Block]:
    if reader.role.tiers:
        yield Heading("Ladder")
        yield ladder(reader.role, reader.footnotes)


def ladder(role: Role, footnotes: Footnotes) -> Timeline:
    """The rungs, with the pay published for each one's level."""
    series = on_basis(role.pay, "levels")
    rungs = []
    for tier in role.tiers:
        aside: list[Inline] = [quiet(tier.level or "")]
        if series and tier.level:
            figure: Figure | None = series.figure(tier.level)
            if figure:
                aside += [" ", data(usd(figure.value)), f" {footnotes.figure(figure)}"]
            else:
                aside.append(quiet(", pay not published"))
        text: list[Inline] = [tier.essence, *(quiet(one) for one in paragraphs(tier.changes))]
        rungs.append(Rung(years_words(tier.years), tier.title, tuple(aside), tuple(text)))  # type: ignore[arg-type]
    return Timeline(tuple(rungs), _years_chart(role.tiers))


def _years_chart(tiers: Sequence[Tier]) -> Scale | None:
    """The rungs' years on one scale; an open end runs to the end of it."""
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


def _world(reader: SectionContext) -> Iterator[Block]:
    if not (world := reader.role.world):
        return
    yield Heading("Around the world")
    for text in paragraphs(world.intro):
        yield Paragraph(text)
    for region in world.regions:
        blocks = tuple(Paragraph(text) for text in paragraphs(region.text))
        yield Entry(region.name, blocks, join_and(region.places))
    for text in paragraphs(world.closing):
        yield Paragraph(text)


def _market(reader: SectionContext) -> Iterator[Block]:
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


def _day(reader: SectionContext) -> Iterator[Block]:
    if reader.role.day:
        from careercli.output.screens.day import timetable

        yield Heading("A day")
        yield timetable(reader.role.day)


def _balance(reader: SectionContext) -> Iterator[Block]:
    if worklife := reader.role.worklife:
        mark = reader.footnotes.cite(worklife.source, worklife.kind)
        yield Heading(
            "Balance and stress", f"balance {worklife.balance}, stress {worklife.stress} {mark}"
        )
        for text in paragraphs(worklife.text):
            yield Paragraph(text)


def _cases(reader: SectionContext) -> Iterator[Block]:
    if not reader.role.cases:
        return
    yield Heading("Typical situations", "illustrative")
    for case in reader.role.cases:
        blocks: list[Paragraph | Bullets | Facts] = [
            Paragraph(text) for text in paragraphs(case.text)
        ]
        if case.figures:
            blocks.append(
                Facts(
                    tuple(
                        (
                            sentence(figure.label or "").rstrip("."),
                            (data(figure_words(figure)), f" {reader.footnotes.figure(figure)}"),
                        )
                        for figure in case.figures
                    )
                )
            )
        blocks.append(Paragraph(("Takeaway: ", case.takeaway)))
        yield Entry(case.title, tuple(blocks))


def _portfolio(reader: SectionContext) -> Iterator[Block]:
    if reader.role.portfolio:
        yield Heading("Portfolio")
        for text in paragraphs(reader.role.portfolio):
            yield Paragraph(text)


def _related(reader: SectionContext) -> Iterator[Block]:
    if reader.role.related:
        yield Heading("Related roles")
        yield Bullets(
            tuple(
                (strong(one.title), f": {one.why}" if one.why else "")
                for one in reader.role.related
            )
        )


def _faq(reader: SectionContext) -> Iterator[Block]:
    if reader.role.faq:
        yield Heading("Questions people ask")
        for one in reader.role.faq:
            yield Entry(one.question, tuple(Paragraph(text) for text in paragraphs(one.answer)))


def _other_titles(reader: SectionContext) -> Iterator[Block]:
    if reader.role.other_titles:
        yield Heading("Also called")
        yield Paragraph(sentence(join_and(reader.role.other_titles)))


GLANCE: Mapping[str, Callable[[SectionContext], Inline]] = {
    "Pay": _pay_words,
    "Outlook": _outlook_words,
    "Demand": _demand_words,
    "Ladder": _ladder_words,
    "Remote": _remote_words,
    "Balance": _balance_words,
    "Must have": _must_words,
}
SECTIONS = (
    Section("pay", _pay),
    Section("outlook", _outlook),
    Section("demand", _demand),
    Section("functions", _functions),
    Section("responsibilities", _listed("Responsibilities", "responsibilities")),
    Section("day", _day),
    Section("setting", _setting),
    Section("industries", _industries),
    Section("tiers", _tiers),
    Section("skills", _skills),
    Section("tools", _skill_lines("Tools", "tech_stack")),
    Section("tech-skills", _skill_lines("Technical skills", "tech_skills")),
    Section("soft-skills", _skill_lines("Personal skills", "soft_skills")),
    Section("skill-map", _skill_map),
    Section("education", _education),
    Section("path", _path),
    Section("pros", _listed("What people like", "pros", "+")),
    Section("cons", _listed("What people do not like", "cons", "−")),
    Section("balance", _balance),
    Section("mistakes", _listed("Beginners' mistakes", "mistakes")),
    Section("advice", _listed("Advice", "advice")),
    Section("cases", _cases),
    Section("portfolio", _portfolio),
    Section("market", _market),
    Section("world", _world),
    Section("related", _related),
    Section("titles", _other_titles),
    Section("faq", _faq),
)


def tiers_page(role: Role) -> Page:
    """`tiers ROLE`."""
    if role.occupation:
        from careercli.output.screens.occupation import preparation_page

        return preparation_page(role, role.occupation)
    title = Title(role.title, "the ladder, from the lowest rung up")
    if not role.tiers:
        return (title, Paragraph("This role's ladder is not described."))
    footnotes = Footnotes(role.sources)
    return (title, ladder(role, footnotes), *footnotes.notes())


def wanted_sections(role: Role, labels: Labels, typed: list[str]) -> list[str]:
    """The sections asked for; raises UnknownNameError where the role has no such one."""
    known = section_names(role, labels) if typed else []
    names = []
    for name in typed:
        folded = name.casefold().strip().replace(" ", "-")
        fits = [folded] if folded in known else [one for one in known if one.startswith(folded)]
        if len(fits) != 1:
            raise UnknownNameError(
                f"{role.title} has no section \u201c{name}\u201d.",
                fits or known,
                hint="Use one of these, or leave --section out for all.",
            )
        names += fits
    return names
