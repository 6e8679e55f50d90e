"""A page on a part of the screen: the lines that a terminal gets, in the theme's colors."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from careercli.output.page import Inline, Page, Span, spans
from careercli.output.render.terminal import lines
from careercli.text import strip_control

STYLES = {"": "", "strong": "bold", "quiet": "$quiet", "data": "$accent"}
LONGEST = 400
"""Characters of one line that any screen could need: what is cut is told with an ellipsis."""


def content(inline: Inline) -> Content:
    """Words on one line. They are never read as markup, and nothing in them steers a terminal."""
    pieces = ((_short(strip_control(part.text)), STYLES[part.style]) for part in spans(inline))
    return Content.assemble(*pieces)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


class Sheet(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws a page for the width that there is, and scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", show=False),
        Binding("down,j", "scroll_down", show=False),
        Binding("pageup,b", "page_up", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("home,g", "scroll_home", show=False),
        Binding("end,G", "scroll_end", show=False),
    ]

    def __init__(self, page: Page = (), *, id: str | None = None) -> None:  # noqa: A002  # Textual's
        super().__init__(id=id)
        self._page = page
        self._lines: list[tuple[Span, ...]] = []

    def show(self, page: Page) -> None:
        """Draws another page, from its top."""
        self._page = page
        self._draw()
        self.scroll_home(animate=False)

    def on_resize(self, _: Resize) -> None:
        self._draw()

    def _draw(self) -> None:
        width = self.scrollable_content_region.width
        if width:
            self._lines = lines(self._page, width)
            self.virtual_size = Size(width, len(self._lines))
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width, row = self.scrollable_content_region.width, self.scroll_offset.y + y
        if row >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        strips = Visual.to_strips(self, content(self._lines[row]), width, 1, self.visual_style)
        return strips[0] if strips else Strip.blank(width, self.rich_style)
