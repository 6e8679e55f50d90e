"""The row of tabs above a role, and what it is gone along from."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList

from careercli.browse.sheet import Sheet

KEYS: list[BindingType] = [
    Binding("left", "app.tab(-1)", show=False),
    Binding("right", "app.tab(1)", "Tabs", key_display="← →"),
]


GAP = "  "


class TabBar(Widget):
    """Names on one or two lines; a click chooses one, `step` goes along them."""

    names: reactive[tuple[str, ...]] = reactive(())
    active: reactive[str] = reactive("")

    @dataclass
    class Chosen(Message):
        """Another tab was chosen."""

        name: str

    def render(self) -> Content:
        pieces: list[tuple[str, str]] = []
        for row in self._rows():
            pieces += [("\n", "")] if pieces else []
            for name in row:
                style = "bold underline $accent" if name == self.active else "$quiet"
                pieces += [(name, style), (GAP, "")]
        return Content.assemble(*pieces)

    def _rows(self) -> list[list[str]]:
        """The names on as few lines as they fit on."""
        rows: list[list[str]] = [[]]
        for name in self.names:
            if rows[-1] and len(GAP.join([*rows[-1], name])) > self.size.width:
                rows.append([])
            rows[-1].append(name)
        return rows

    def step(self, by: int) -> None:
        """Chooses the tab that is `by` further on, and goes round at the ends."""
        if self.names:
            here = self.names.index(self.active) if self.active in self.names else 0
            self._choose(self.names[(here + by) % len(self.names)])

    def on_click(self, event: Click) -> None:
        end = 0
        for name in self._rows()[event.y] if event.y < len(self._rows()) else ():
            start, end = end, end + len(name) + len(GAP)
            if start <= event.x < end:
                self._choose(name)

    def _choose(self, name: str) -> None:
        self.active = name
        self.post_message(self.Chosen(name))


class TabSheet(Sheet):
    """A page on a tab."""

    BINDINGS: ClassVar[list[BindingType]] = KEYS


class TabList(OptionList):
    """A list beside the tabs, or on one."""

    BINDINGS: ClassVar[list[BindingType]] = KEYS
