"""The explorer itself: two halves, the keys, light and dark, and how it ends."""

import contextlib
import signal
from collections.abc import Iterator
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.theme import Theme
from textual.timer import Timer
from textual.widgets import Input, OptionList, Static

from careercli.browse.guide import Guide
from careercli.browse.roles import Roles
from careercli.browse.session import Session
from careercli.browse.sheet import content
from careercli.browse.tabs import TabBar
from careercli.errors import ExitCode

DARK = Theme(
    "dark",
    primary="#5cc8d7",
    accent="#5cc8d7",
    foreground="#d9dee3",
    background="#12161a",
    surface="#12161a",
    panel="#1d242a",
    warning="#e0b050",
    error="#e08080",
    variables={"quiet": "#93a0ab", "footer-key-foreground": "#5cc8d7"},
)
LIGHT = Theme(
    "light",
    primary="#006d7d",
    accent="#006d7d",
    foreground="#1f262c",
    background="#fcfcfa",
    surface="#fcfcfa",
    panel="#e9edef",
    warning="#8a6100",
    error="#a83232",
    dark=False,
    variables={"quiet": "#5a666f", "footer-key-foreground": "#006d7d"},
)
IDLE = 0.3
"""Seconds after which what the first screen does not need is made ready."""
SETTLED = 0.08
"""Seconds without another key after which the role under the cursor is drawn."""
NARROW = 70
"""Columns below which the two halves take turns: one alone has the room that it needs."""
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

    def __init__(self) -> None:
        super().__init__()
        self._drawn: list[Binding] = []

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_updated)

    def compose(self) -> ComposeResult:
        self._drawn = list(self._fitting(self._shown()))
        for binding in self._drawn:
            yield KeyHint(binding.key, self.app.get_key_display(binding), binding.description)

    def on_resize(self) -> None:
        self._update()

    def _bindings_updated(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self._update()

    def _update(self) -> None:
        if self._drawn != list(self._fitting(self._shown())):
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


class Explorer(App[None]):
    """`careercli browse`.

    failure: the exception that ended it, for the command to tell once the terminal is restored
    """

    TITLE = "careercli"
    CSS_PATH = "explorer.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # Textual's
        (0, "-narrow"),
        (NARROW, "-small"),
        (100, "-wide"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        # before the next key of a burst, as lines bring them, is given to what has the focus
        Binding("slash", "search", "Search", key_display="/", priority=True),
        Binding("space", "read", "Open", key_display="space"),
        Binding("f", "filters", "Filter"),
        Binding("c", "compare", "Compare"),
        Binding("d", "shade", "Shade"),
        Binding("question_mark", "help", "Help", key_display="?"),
        Binding("q", "quit", "Quit"),
        Binding("escape", "to_list", show=False),
        Binding("tab,shift+tab", "other_half", show=False, priority=True),
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.failure: Exception | None = None
        self.animation_level = "none"
        for theme in (DARK, LIGHT):  # before the style sheet is read with another's colors
            self.register_theme(theme)
        self.theme = DARK.name
        self._key = ""
        self._marked = ""
        self._settling: Timer | None = None
        self._columns = NARROW

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Roles(self.session)
            yield Guide(self.session)
        yield Keys()

    def on_resize(self, event: Resize) -> None:
        self._columns = event.size.width
        self._arrange(reading=self.query_one(Guide).has_focus_within)

    def _arrange(self, *, reading: bool) -> None:
        """Shows both halves, or, in a narrow terminal, the one that has the keys."""
        is_narrow = self._columns < NARROW
        self.query_one(Guide).display = reading or not is_narrow
        self.query_one(Roles).display = not (reading and is_narrow)

    def on_mount(self) -> None:
        self._obey_signals()
        self.set_timer(IDLE, self.session.warm)
        if self.session.problem:
            self.notify(self.session.problem, severity="warning", markup=False, timeout=15)

    def on_roles_chosen(self, event: Roles.Chosen) -> None:
        """Shows the first role and one that is entered at once, others when keys have settled."""
        at_once = event.entered or not self._key
        self._key = event.key
        if self._settling:
            self._settling.stop()
        if at_once:
            self._show()
        else:
            self._settling = self.set_timer(SETTLED, self._show)
        if event.entered and self._key:
            self.action_read()

    def _show(self) -> None:
        """Shows what was chosen, unless the screen is being taken down by then."""
        self._settling = None
        for guide in self.query(Guide):
            if guide.is_attached:
                guide.show(self._key)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colors that no theme of Textual's has."""
        return DARK.variables

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """No key for the search where that is typed in, and for neither half behind a screen."""
        is_behind = len(self.screen_stack) > 1
        if action == "other_half":
            return not is_behind
        return not (action == "search" and (is_behind or isinstance(self.focused, Input)))

    # -- keys ----------------------------------------------------------------------------

    def action_search(self) -> None:
        self._arrange(reading=False)
        self.screen.set_focus(self.query_one("#search", Input))

    def action_to_list(self) -> None:
        self._arrange(reading=False)
        self.query_one("#roles", OptionList).focus()

    def action_read(self) -> None:
        """To the open tab, from the list."""
        self._arrange(reading=True)
        self.query_one(Guide).enter()

    def action_other_half(self) -> None:
        """From the list or the search to the open tab, and back to the list."""
        if self.query_one(Guide).has_focus_within:
            self.action_to_list()
        else:
            self.action_read()

    def action_tab(self, by: int) -> None:
        if not self.query_one(Guide).display:
            self.action_read()
        self.query_one(TabBar).step(by)

    def action_filters(self) -> None:
        from careercli.browse.filters import Filters

        self.push_screen(Filters(self.session, self.query_one(Roles)))

    def action_compare(self) -> None:
        """Marks the role, or compares it with the one that is marked."""
        if not self._key:
            return
        self.clear_notifications()
        if self._marked in ("", self._key):
            self._marked = "" if self._marked else self._key
            title = content(self.session.names[self._key]).plain
            then = "is marked: go to another role in the list and press c to compare"
            words = then if self._marked else "is not marked any more"
            self.notify(f"{title} {words}.", markup=False)
            return
        from careercli.browse.pages import Compare

        self.push_screen(Compare(self.session, (self._marked, self._key)))
        self._marked = ""

    def action_shade(self) -> None:
        """Light instead of dark, and back."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_help(self) -> None:
        from careercli.browse.pages import Help

        self.push_screen(Help())

    def action_interrupt(self) -> None:
        self.exit(return_code=ExitCode.INTERRUPTED)

    # -- the end -------------------------------------------------------------------------

    def _obey_signals(self) -> None:
        """Restores the terminal before a signal ends the program."""
        import asyncio

        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"):
            number = getattr(signal, name, None)
            with contextlib.suppress(NotImplementedError, RuntimeError, TypeError):
                loop.add_signal_handler(number, self.exit, None, 128 + number)  # type: ignore[arg-type,operator]

    def _handle_exception(self, error: Exception) -> None:
        """Keeps the error and ends; Textual would print a traceback on the user's terminal."""
        self.failure = self.failure or error
        self.exit(return_code=ExitCode.FAILED)
