"""A role on the screen: the first screen, the whole of it, some parts, or in tabs."""

from collections.abc import Collection, Sequence
from itertools import chain

from careercli.errors import UnknownNameError
from careercli.model.role import Role
from careercli.output.page import Block, Page, Paragraph, Title
from careercli.output.screens.blocks import joined, known_facts
from careercli.output.screens.first import ROWS, fact_rows, first_screen, head, lead_of
from careercli.output.screens.guide import ladder, years_source
from careercli.output.screens.occupation import preparation_page
from careercli.output.screens.section_context import SectionContext
from careercli.output.screens.sections import ALL, SECTIONS, part_called
from careercli.output.screens.wording import shown_name


def role_screen(reader: SectionContext, family: str) -> Page:
    """`show ROLE` on a terminal: what stands alone, and the names of the main parts."""
    present = section_names(reader)
    main = [section.name for section in SECTIONS if section.main and section.name in present]
    return first_screen(reader, family, main)


def role_page(
    reader: SectionContext, family: str, names: Collection[str] = (), *, listing: bool = True
) -> Page:
    """A role whole: what stands first, then every part; or the parts asked for.

    `listing`: whether the parts are listed by the names that are typed.
    """
    if names:
        is_whole = {section.name for section in SECTIONS if not section.alone} <= set(names)
        lead = lead_of(reader.role) if is_whole else ""
        return (Title(shown_name(reader.role), family, lead), *_parts(reader, names))
    present = [section for section in SECTIONS if not section.alone]
    written = {section.name: tuple(section.write(reader)) for section in present}
    facts = list(fact_rows(reader, ROWS))
    if listing and (there := [name for name, blocks in written.items() if blocks]):
        facts.append(("Parts", ", ".join(there)))
    return (head(reader, family), *known_facts(facts), *chain.from_iterable(written.values()))


def _parts(reader: SectionContext, names: Collection[str]) -> list[Block]:
    return [
        block for section in SECTIONS if section.name in names for block in section.write(reader)
    ]


def section_names(reader: SectionContext) -> list[str]:
    """The parts that a role has, in order."""
    return [section.name for section in SECTIONS if next(section.write(reader), None)]


def tiers_page(role: Role) -> Page:
    """`tiers ROLE`."""
    if role.bare_occupation:
        return preparation_page(role, role.bare_occupation)
    order = "its tiers, the lowest first"
    if not role.tiers:
        return (Title(role.title, order), Paragraph("This role's tiers aren't described."))
    aside = joined("; ", filter(None, (order, years_source(role))))
    return (Title(role.title, aside), ladder(role))


def wanted_sections(reader: SectionContext, typed: Sequence[str]) -> list[str]:
    """The parts asked for; `all` is every one. Raises UnknownNameError for one it doesn't have."""
    known = section_names(reader)
    names: list[str] = []
    for name in typed:
        folded = part_called(name)
        fits = [folded] if folded in known else [part for part in known if part.startswith(folded)]
        if folded == ALL:
            fits = [section.name for section in SECTIONS if not section.alone]
        elif len(fits) != 1:
            raise UnknownNameError(
                f"{shown_name(reader.role)} has no part \u201c{name}\u201d.",
                fits,
                hint=f"Its parts are {', '.join(known)}, or all.",
            )
        names += fits
    return names


ABOUT = "About"
SKILLS, SOFTWARE = "Skills", "Software"
GUIDE = {
    ABOUT: ("day-to-day", "functions", "responsibilities", "tasks", "setting", "industries",
            "untold", "pros", "cons", "interests", "ai", "related", "titles", "sources"),
    "Pay": ("pay", "pay-talk", "outlook", "change", "demand", "market", "world"),
    "Career": ("tiers", "way-in", "credentials", "preparation", "education", "path", "hiring",
               "entry-cost"),
    "Day": ("day", "week", "balance", "body-risk", "cases"),
    SKILLS: ("skills",),
    "Tools": ("tools", "ai-tools", "software", "tech-skills", "soft-skills", "skill-map",
              "knowledge", "work-styles"),
    "Advice": ("mistakes", "advice", "portfolio", "faq"),
}  # fmt: skip
OCCUPATION = {
    ABOUT: ("day-to-day", "setting", "untold", "tasks", "interests", "ai", "related", "titles",
            "sources"),
    "Pay": ("pay", "outlook", "change"),
    "Way in": ("way-in", "credentials", "preparation", "education"),
    SKILLS: ("skills",),
    "Ratings": ("knowledge", "work-styles"),
    SOFTWARE: ("software",),
}  # fmt: skip


def tabs_of(reader: SectionContext) -> list[str]:
    """The tabs of a role: those of which it has anything."""
    there = set(section_names(reader))
    tabs = OCCUPATION if reader.role.bare_occupation else GUIDE
    return [tab for tab, names in tabs.items() if tab == ABOUT or there.intersection(names)]


def tab_page(reader: SectionContext, tab: str) -> Page:
    """What stands on a tab, under a title that stands already; on the first, also the lead."""
    names = (OCCUPATION if reader.role.bare_occupation else GUIDE)[tab]
    parts_of_tab = _parts(reader, names)
    if tab != ABOUT:
        return tuple(parts_of_tab)
    lead = Paragraph(lead_of(reader.role))
    return (lead, *known_facts(fact_rows(reader, ROWS)), *parts_of_tab)
