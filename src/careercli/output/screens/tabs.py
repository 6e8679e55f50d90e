"""A role in tabs: the parts of `show`, for a screen that shows some of them at a time."""

from careercli.output.page import Page
from careercli.output.screens.role import part_page, section_names
from careercli.output.screens.section import SectionContext

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
    """What stands on a tab, with the sources of that alone."""
    names = (OCCUPATION if reader.role.bare_occupation else GUIDE)[tab]
    return part_page(reader, names, glanced=tab == ABOUT)
