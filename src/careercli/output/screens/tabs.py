"""A role in tabs: the sections of `show`, for a screen that shows some of them at a time."""

from collections.abc import Mapping

from careercli.model.role import Role
from careercli.output.page import Page
from careercli.output.screens.role import part_page, section_names

ABOUT = "About"
SKILLS, SOFTWARE = "Skills", "Software"
GUIDE = {
    ABOUT: ("functions", "responsibilities", "setting", "industries", "pros", "cons", "related",
            "titles"),
    "Pay": ("pay", "pay-talk", "outlook", "demand", "market", "world"),
    "Ladder": ("tiers", "education", "path", "hiring", "entry-cost"),
    "Day": ("day", "week", "balance", "body-risk", "cases"),
    SKILLS: ("skills",),
    "Tools": ("tools", "ai-tools", "tech-skills", "soft-skills", "skill-map"),
    "Advice": ("mistakes", "advice", "portfolio", "faq"),
}  # fmt: skip
OCCUPATION = {
    ABOUT: ("day-to-day", "setting", "untold", "tasks", "interests", "related", "titles"),
    "Pay": ("pay", "outlook"),
    "Way in": ("way-in", "credentials", "preparation", "education"),
    SKILLS: ("skills",),
    "Ratings": ("knowledge", "work-styles"),
    SOFTWARE: ("software",),
}


def tabs_of(role: Role, labels: Mapping[str, str]) -> list[str]:
    """The tabs of a role: those of which it has anything."""
    there = set(section_names(role, labels))
    tabs = OCCUPATION if role.bare_occupation else GUIDE
    return [tab for tab, names in tabs.items() if tab == ABOUT or there.intersection(names)]


def tab_page(role: Role, labels: Mapping[str, str], tab: str) -> Page:
    """What stands on a tab, with the footnotes of that alone."""
    names = (OCCUPATION if role.bare_occupation else GUIDE)[tab]
    return part_page(role, labels, names, glanced=tab == ABOUT)
