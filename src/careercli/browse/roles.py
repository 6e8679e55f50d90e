"""The left half: search as you type, and the roles that are found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from careercli.app.filters import RoleFilter
from careercli.browse.session import EVERYTHING, Session
from careercli.browse.sheet import content
from careercli.browse.tabs import TabList
from careercli.model.basics import RoleSummary, is_occupation
from careercli.output.page import quiet
from careercli.output.screens.wording import pluralize
from careercli.text import strip_control

LONGEST_QUERY = 200
_HEADING = content(quiet("Occupations"))


class Search(Input):
    """The words; up and down go through what they find."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("escape", "leave", "Clear"),
        Binding("enter", "leave_to_list", "To the list"),
    ]

    @dataclass
    class Moved(Message):
        """Another role is wanted, of those that the words so far find."""

        by: int

    def validate_value(self, value: str) -> str:
        """What is pasted steers no terminal either."""
        return strip_control(value)

    async def on_key(self, event: Key) -> None:
        """Obeys keys in the order in which they came.

        Textual's own way has a key that is no letter go round by the app, where the letters that
        follow it in a burst overtake it; and what is typed after leaving comes here still.
        """
        if self.screen.focused is not self:
            self.app.post_message(Key(event.key, event.character))
        elif event.is_printable:
            return
        else:
            active = self.screen.active_bindings.get(event.key)
            if active is None or active.node is not self:
                return
            await self.app.run_action(active.binding.action, self)
        event.stop()
        event.prevent_default()

    def action_step(self, by: int) -> None:
        self.post_message(self.Moved(by))

    def action_leave(self) -> None:
        """Empties the field; when it is empty, leaves it."""
        if self.value:
            self.value = ""
        else:
            self.action_leave_to_list()

    def action_leave_to_list(self) -> None:
        self.screen.set_focus(self.screen.query_one("#roles", OptionList))


class Roles(Vertical):
    """The roles that fit the words and the filters."""

    @dataclass
    class Chosen(Message):
        """A role was reached; `entered` if somebody wants to read it.

        key: empty if nothing is found
        """

        key: str
        entered: bool

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.wanted: RoleFilter = EVERYTHING
        self._options = {key: Option(content(name), id=key) for key, name in session.names.items()}

    def compose(self) -> ComposeResult:
        yield Search(placeholder="/ to search", compact=True, max_length=LONGEST_QUERY, id="search")
        yield Static(id="count", markup=False)
        yield TabList(id="roles", markup=False, compact=True)

    def on_mount(self) -> None:
        self.fill(self._session.first())
        self.query_one("#roles").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.fill()

    def on_search_moved(self, event: Search.Moved) -> None:
        event.stop()
        roles = self.query_one("#roles", OptionList)
        roles.action_cursor_down() if event.by > 0 else roles.action_cursor_up()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._choose(entered=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose(entered=True)

    def _choose(self, *, entered: bool) -> None:
        """Tells which role the cursor is on now: the list may be another than when it moved."""
        here = self.query_one("#roles", OptionList).highlighted_option
        self.post_message(self.Chosen((here.id or "") if here else "", entered=entered))

    def narrow(self, wanted: RoleFilter) -> None:
        """Takes other filters, and keeps the role that is chosen if it is still there."""
        roles = self.query_one("#roles", OptionList)
        here = roles.highlighted_option
        self.wanted = wanted
        self.fill(here.id or "" if here else "")

    def fill(self, key: str = "") -> None:
        """Finds the roles, and goes to the one with the key, else to the first."""
        words = self.query_one(Search).value
        found = self._session.find(words, self.wanted)
        options = [self._options[brief.key] for brief in found]
        if not words.strip():
            guides = sum(not is_occupation(brief.key) for brief in found)
            if 0 < guides < len(found):
                options.insert(guides, Option(_HEADING, disabled=True))
        roles = self.query_one("#roles", OptionList)
        roles.set_options(options)
        ids = [option.id for option in options]
        roles.highlighted = ids.index(key) if key in ids else 0 if ids else None
        if not ids:
            self._choose(entered=False)
        self.query_one("#count", Static).update(content(quiet(self._count(found))), layout=False)

    def _count(self, found: Sequence[RoleSummary]) -> str:
        wanted = self.wanted
        words = (
            pluralize(len(found), "role") if found else "Nothing found",
            "" if wanted.occupations else "guides",
            "remote" if wanted.remote else "",
            wanted.interest,
            self._session.families[wanted.family] if wanted.family else "",
        )
        return ", ".join(filter(None, words))
