"""Two roles side by side: what `compare` says of them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Footer

from careercli.browse.session import Session
from careercli.browse.sheet import Sheet


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
