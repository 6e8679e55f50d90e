"""The line of keys at the foot."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

ALWAYS = ("help", "quit")
"""Actions whose keys are there in the narrowest terminal: the one tells of all the others."""


class Keys(Footer):
    """As many keys as there is room for, the first of them before the others."""

    def __init__(self) -> None:
        super().__init__(compact=True)

    def compose(self) -> ComposeResult:
        yield from self._fitting(list(super().compose()))

    def on_resize(self) -> None:
        self.refresh(recompose=True)

    def _fitting(self, keys: list[Widget]) -> Iterator[Widget]:
        room = self.app.size.width + 1  # no gap after the last
        room -= sum(_cells(key) for key in keys if _stays(key))
        for key in keys:
            if not _stays(key):
                room -= _cells(key)
            if _stays(key) or room >= 0:
                yield key


def _stays(key: Widget) -> bool:
    return isinstance(key, FooterKey) and key.action in ALWAYS


def _cells(key: Widget) -> int:
    """The width of a key and its words, with the gap after them."""
    return len(f"{key.key_display} {key.description} ") if isinstance(key, FooterKey) else 0
