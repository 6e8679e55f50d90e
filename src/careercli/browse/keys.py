"""The line of keys at the foot."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

ALWAYS = ("help", "quit")
"""Actions whose keys are shown in the narrowest terminal: help lists all the others."""


class KeyHint(Static):
    """A key and what it does; a click presses it."""

    def __init__(self, key: str, display: str, description: str) -> None:
        super().__init__(
            Content.assemble((display, "bold $footer-key-foreground"), f" {description}")
        )
        self._pressed_key = key

    def on_mouse_down(self) -> None:
        self.app.simulate_key(self._pressed_key)


class Keys(Horizontal):
    """As many keys as there is room for, the first of them before the others."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_updated)

    def compose(self) -> ComposeResult:
        for binding in self._fitting(self._shown()):
            yield KeyHint(binding.key, self.app.get_key_display(binding), binding.description)

    def on_resize(self) -> None:
        self.refresh(recompose=True)

    def _bindings_updated(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh(recompose=True)

    def _shown(self) -> list[Binding]:
        """The bindings that may be shown, each action once."""
        shown: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show:
                shown.setdefault(active.binding.action, active.binding)
        return list(shown.values())

    def _fitting(self, bindings: list[Binding]) -> Iterator[Binding]:
        room = self.app.size.width + 1  # no gap after the last
        room -= sum(self._cells(binding) for binding in bindings if binding.action in ALWAYS)
        for binding in bindings:
            if binding.action in ALWAYS:
                yield binding
                continue
            room -= self._cells(binding)
            if room >= 0:
                yield binding

    def _cells(self, binding: Binding) -> int:
        """The width of a key and its words, with the gap after them."""
        return len(f"{self.app.get_key_display(binding)} {binding.description} ")
