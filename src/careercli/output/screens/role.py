"""A role on the screen: the first screen, the whole of it, or some parts."""

from collections.abc import Collection, Sequence

from careercli.errors import UnknownNameError
from careercli.model.role import Role
from careercli.output.page import Block, Facts, Inline, Page, Paragraph, Title, parts
from careercli.output.screens.first import ROWS, fact_rows, first_screen, head, lead_of
from careercli.output.screens.section import SectionContext
from careercli.output.screens.sections import ALL, SECTIONS


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
        title = Title(reader.role.name or reader.role.title, family)
        return (title, *_parts(reader, names))
    present = [section for section in SECTIONS if not section.alone]
    written = {section.name: tuple(section.write(reader)) for section in present}
    facts = list(fact_rows(reader, ROWS))
    if listing and (there := [name for name, blocks in written.items() if blocks]):
        facts.append(("Parts", ", ".join(there)))
    blocks: list[Block] = [head(reader, family)]
    if facts:
        blocks.append(Facts(tuple(facts)))
    for part in written.values():
        blocks += part
    return tuple(blocks)


def part_page(reader: SectionContext, names: Collection[str], *, glanced: bool) -> Page:
    """Some parts by themselves, under a title that stands already; what stands first before."""
    blocks: list[Block] = []
    if glanced:
        blocks.append(Paragraph(lead_of(reader.role)))
        if facts := tuple(fact_rows(reader, ROWS)):
            blocks.append(Facts(facts))
    return (*blocks, *_parts(reader, names))


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
        from careercli.output.screens.occupation import preparation_page

        return preparation_page(role, role.bare_occupation)
    from careercli.output.screens.guide import ladder, years_source

    order: Inline = "its tiers, the lowest first"
    if not role.tiers:
        return (Title(role.title, order), Paragraph("This role's tiers aren't described."))
    if source := years_source(role):
        order = (*parts(order), "; ", *parts(source))
    return (Title(role.title, order), ladder(role))


def wanted_sections(reader: SectionContext, typed: Sequence[str]) -> list[str]:
    """The parts asked for; `all` is every one. Raises UnknownNameError for one it doesn't have."""
    known = section_names(reader)
    names: list[str] = []
    for name in typed:
        folded = name.casefold().strip().replace(" ", "-")
        fits = [folded] if folded in known else [part for part in known if part.startswith(folded)]
        if folded == ALL:
            fits = [section.name for section in SECTIONS if not section.alone]
        elif len(fits) != 1:
            raise UnknownNameError(
                f"{reader.role.name or reader.role.title} has no part \u201c{name}\u201d.",
                fits,
                hint=f"Its parts are {', '.join(known)}, or all.",
            )
        names += fits
    return names
