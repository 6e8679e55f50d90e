"""The help screen: every key."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer

from careercli.browse.sheet import Sheet
from careercli.page import Commands, Heading, Page, Paragraph

PAGE: Page = (
    Heading("Roles"),
    Commands(
        (
            ("/", "search as you type: a title, a skill, any word"),
            ("↑ ↓", "the role before, the next one; in the search too"),
            ("Enter", "read the role; in the search, back to the list"),
            ("f", "filters: guides only, remote, interests, family"),
            ("c", "mark a role; on another one, compare the two"),
        )
    ),
    Heading("Guide"),
    Commands(
        (
            ("← →", "the tab before, the next one"),
            ("↑ ↓ PgUp PgDn", "scroll; Home and End go to the ends"),
            ("Esc", "back to the list"),
            ("Tab", "the other half of the screen"),
        )
    ),
    Heading("Skills, Software"),
    Commands(
        (
            ("Space", "the next level: ? → 1 → 2 → 3 → 4 → none → ?"),
            ("1 2 3 4", "basic, working, advanced, expert"),
            ("0", "none: you have never done it"),
            ("Backspace", "not rated any more"),
            ("l", "another career level: entry, mid, senior, lead"),
        )
    ),
    Paragraph(
        "Each answer is written to your profile at once, as `careercli profile set` does; "
        "`careercli profile log` has what changed."
    ),
    Heading("Everywhere"),
    Commands(
        (
            ("d", "dark or light"),
            ("?", "this help"),
            ("q", "quit; Ctrl-C too"),
            ("mouse", "click on a role, a tab, a skill, a key below"),
        )
    ),
)


class Help(ModalScreen[None]):
    """The keys, over what was there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q", "app.pop_screen", "Back", key_display="Esc"),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Sheet(PAGE)
        yield Footer()
