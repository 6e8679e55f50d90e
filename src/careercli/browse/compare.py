"""Two roles side by side: what stands at the top of each."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from careercli.browse.session import Session
from careercli.browse.sheet import Sheet, content
from careercli.page import strong
from careercli.views.tabs import ABOUT, tab_page


class Compare(ModalScreen[None]):
    """The glances of two roles; under each other where there is no room beside."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,c,q", "app.pop_screen", "Back", key_display="Esc"),
        Binding("tab", "app.focus_next", "Other side", show=False),
    ]

    def __init__(self, session: Session, keys: tuple[str, str]) -> None:
        super().__init__()
        self._pages = []
        for key in keys:
            role, labels = session.role(key)
            self._pages.append((role.title, tab_page(role, labels, ABOUT)))

    def compose(self) -> ComposeResult:
        with Container(id="sides"):
            for title, page in self._pages:
                with Vertical(classes="side"):
                    yield Static(content(strong(title)), classes="name", markup=False)
                    yield Sheet(page)
        yield Footer()
