"""Which roles the list has."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, OptionList
from textual.widgets.option_list import Option

from careercli.app.filters import RoleFilter
from careercli.browse.roles import Roles
from careercli.browse.session import EVERYTHING, Session
from careercli.browse.sheet import content
from careercli.core.interests import INTEREST_NAMES
from careercli.output.page import Check, strong


class Choice(NamedTuple):
    """A line: what it says, and the condition that Space sets or takes back; None in a heading."""

    words: str
    part: str = ""
    value: str = ""


class Filters(ModalScreen[None]):
    """Conditions that the list behind follows at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Choose"),
        Binding("x", "reset", "All roles"),
        Binding("escape,f,q", "app.pop_screen", "Done", key_display="Esc"),
    ]

    def __init__(self, session: Session, roles: Roles) -> None:
        super().__init__()
        self._roles = roles
        self._choices = [
            Choice("Guides only", "occupations"),
            Choice("Remote-friendly only", "remote"),
            Choice("Interests"),
            *(
                Choice(f"{letter} {name}", "interest", letter)
                for letter, name in INTEREST_NAMES.items()
            ),
            Choice("Family"),
            *(Choice(title, "family", family) for family, title in session.families.items()),
        ]

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield OptionList(id="choices", markup=False, compact=True)
        yield Footer()

    def on_mount(self) -> None:
        choices = self.query_one("#choices", OptionList)
        choices.set_options(
            Option(self._line(choice), disabled=not choice.part) for choice in self._choices
        )
        choices.action_first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Sets the condition that is highlighted, or takes it back."""
        index = self.query_one("#choices", OptionList).highlighted
        if index is not None:
            self._narrow(_toggled(self._roles.wanted, self._choices[index]))

    def action_reset(self) -> None:
        """Takes every condition back."""
        self._narrow(EVERYTHING)

    def _narrow(self, wanted: RoleFilter) -> None:
        self._roles.narrow(wanted)
        choices = self.query_one("#choices", OptionList)
        for index, one in enumerate(self._choices):
            choices.replace_option_prompt_at_index(index, self._line(one))

    def _line(self, one: Choice) -> Content:
        if not one.part:
            return content(strong(one.words))
        return content((Check("met" if _is_set(self._roles.wanted, one) else "unrated"), one.words))


def _is_set(wanted: RoleFilter, one: Choice) -> bool:
    if one.part == "occupations":
        return not wanted.occupations
    if one.part == "interest":
        return one.value in (wanted.interest or "")
    if one.part == "family":
        return one.value == wanted.family
    return wanted.remote


def _toggled(wanted: RoleFilter, one: Choice) -> RoleFilter:
    there = _is_set(wanted, one)
    if one.part == "occupations":
        return wanted._replace(occupations=there)
    if one.part == "interest":
        letters = (wanted.interest or "").replace(one.value, "") + ("" if there else one.value)
        return wanted._replace(interest=letters or None)
    if one.part == "family":
        return wanted._replace(family=None if there else one.value)
    return wanted._replace(remote=not there)
