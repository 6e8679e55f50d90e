"""Screens of one page: every key, and two roles side by side."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer

from careercli.browse.session import Session
from careercli.browse.sheet import Sheet
from careercli.output.page import Commands, Heading, Page, Paragraph

PAGE: Page = (
    Commands(
        (
            ("/", "search as you type: a title, a skill, any word"),
            ("↑ ↓", "the next role, in the search too; scrolls a guide"),
            ("Enter", "read the role, or choose; Esc goes back"),
            ("← →", "the next tab"),
            ("Tab Space", "the other half of the screen"),
            ("f", "filters: guides only, remote, interests, family"),
            ("c", "mark a role; on another one, compare the two"),
            ("d", "dark or light"),
            ("q", "quit; Ctrl-C too"),
        )
    ),
    Heading("Skills, Software"),
    Commands(
        (
            ("Space", "the next level: ? → 1 → 2 → 3 → 4 → none → ?"),
            ("1 2 3 4 0", "basic, working, advanced, expert; none"),
            ("0 to 7", "an occupation's skills, on O*NET's own scale"),
            ("Backspace", "not rated any more"),
            ("l", "at another career level: entry, mid, senior, lead"),
        )
    ),
    Paragraph(
        "Each answer is in your profile at once; `careercli profile log` has what changed. "
        "A click chooses a role, a tab, a skill or a key."
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


class Compare(ModalScreen[None]):
    """Pay on one scale, the facts in two columns, and which skills are shared."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,c,q", "app.pop_screen", "Back", key_display="Esc"),
    ]

    def __init__(self, session: Session, keys: tuple[str, str]) -> None:
        super().__init__()
        self._page = session.beside(keys)

    def compose(self) -> ComposeResult:
        yield Sheet(self._page, id="beside")
        yield Footer()
