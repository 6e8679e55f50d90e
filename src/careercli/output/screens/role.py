"""A role on the screen: what it is in twenty lines, then the whole guide in sections."""

from collections.abc import Sequence

from careercli.errors import UnknownNameError
from careercli.model.role import Role
from careercli.output.page import Block, Facts, Inline, Page, Paragraph, Title, parts
from careercli.output.screens import guide
from careercli.output.screens.glance import glance_of
from careercli.output.screens.section import Labels, Section, SectionContext


def role_page(
    role: Role, labels: Labels, family: str, names: list[str], *, listing: bool = True
) -> Page:
    """`show ROLE`: the glance and every section, or the sections asked for.

    `listing`: whether the glance lists the sections by the names that are typed.
    """
    reader = SectionContext(role, labels)
    facts = [] if names else list(glance_of(reader))
    blocks: list[Block] = []
    present = []
    for section in sections(role):
        if names and section.name not in names:
            continue
        if written := list(section.write(reader)):
            present.append(section.name)
            blocks += written
    if names:
        return (Title(role.title, family), *blocks)
    if present and listing:
        facts.append(("Sections", ", ".join(present)))
    title = Title(role.title, family, lead_of(role))
    glance = (Facts(tuple(facts)),) if facts else ()
    return (title, *glance, *blocks)


def lead_of(role: Role) -> str:
    """What a role is: of an occupation, in the words of its portrait if it has one."""
    occupation = role.bare_occupation
    portrait = occupation.portrait if occupation else None
    return (portrait.what if portrait else "") or role.summary


def part_page(role: Role, labels: Labels, names: Sequence[str], *, glanced: bool) -> Page:
    """Some sections by themselves, under a title that stands already; `glanced` first."""
    reader = SectionContext(role, labels)
    blocks: list[Block] = []
    if glanced:
        blocks.append(Paragraph(lead_of(role)))
        if facts := tuple(glance_of(reader)):
            blocks.append(Facts(facts))
    for section in sections(role):
        if section.name in names:
            blocks += section.write(reader)
    return tuple(blocks)


def section_names(role: Role, labels: Labels) -> list[str]:
    """The sections that a role has, in order."""
    reader = SectionContext(role, labels)
    return [section.name for section in sections(role) if next(section.write(reader), None)]


def sections(role: Role) -> tuple[Section, ...]:
    """Every section that a role of its kind can have: a guide, an occupation, or both in one."""
    if role.occupation is None:
        return guide.SECTIONS
    from careercli.output.screens import occupation

    if role.bare_occupation:
        return occupation.SECTIONS
    return (*guide.SECTIONS[:BEFORE_LAST], occupation.IN_GUIDE, *guide.SECTIONS[BEFORE_LAST:])


BEFORE_LAST = -3
"""An occupation's section comes before the last ones of a guide's: related, titles, faq."""


def tiers_page(role: Role) -> Page:
    """`tiers ROLE`."""
    if role.bare_occupation:
        from careercli.output.screens.occupation import preparation_page

        return preparation_page(role, role.bare_occupation)
    order: Inline = "the ladder, from the lowest rung up"
    if not role.tiers:
        return (Title(role.title, order), Paragraph("This role's ladder is not described."))
    if source := guide.years_source(role):
        order = (*parts(order), "; ", *parts(source))
    return (Title(role.title, order), guide.ladder(role))


def wanted_sections(role: Role, labels: Labels, typed: list[str]) -> list[str]:
    """The sections asked for. Raises UnknownNameError if the role doesn't have one of them."""
    known = section_names(role, labels) if typed else []
    names = []
    for name in typed:
        folded = name.casefold().strip().replace(" ", "-")
        fits = [folded]
        if folded not in known:
            fits = [section for section in known if section.startswith(folded)]
        if len(fits) != 1:
            raise UnknownNameError(
                f"{role.title} has no section \u201c{name}\u201d.",
                fits or known,
                hint="Use one of these, or leave --section out for all.",
            )
        names += fits
    return names
