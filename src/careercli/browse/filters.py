"""Which roles the list has."""

from typing import Any, ClassVar, NamedTuple

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
    """A line: what it says, and the condition that Space sets or takes back; none in a heading.

    part: the field of the filter
    value: what that is, or a letter in it, if the condition is set
    """

    words: str
    part: str = ""
    value: str | bool = ""


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
            Choice("Guides only", "occupations", value=False),
            Choice("Remote-friendly only", "remote", value=True),
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
        self._narrow(EVERYTHING)

    def _narrow(self, wanted: RoleFilter) -> None:
        self._roles.narrow(wanted)
        choices = self.query_one("#choices", OptionList)
        for index, choice in enumerate(self._choices):
            choices.replace_option_prompt_at_index(index, self._line(choice))

    def _line(self, choice: Choice) -> Content:
        if not choice.part:
            return content(strong(choice.words))
        check = Check("met" if _is_set(self._roles.wanted, choice) else "unrated")
        return content((check, choice.words))


def _is_set(wanted: RoleFilter, choice: Choice) -> bool:
    if choice.part == "interest":
        return str(choice.value) in (wanted.interest or "")
    return bool(getattr(wanted, choice.part) == choice.value)


def _toggled(wanted: RoleFilter, choice: Choice) -> RoleFilter:
    is_set = _is_set(wanted, choice)
    value: Any = getattr(EVERYTHING, choice.part) if is_set else choice.value
    if choice.part == "interest":
        others = (wanted.interest or "").replace(str(choice.value), "")
        value = (others if is_set else f"{others}{choice.value}") or None
    return wanted._replace(**{choice.part: value})
