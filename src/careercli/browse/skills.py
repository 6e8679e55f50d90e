"""The checklist: Space cycles a level, and the readiness moves."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from careercli.app.skill_ratings import level_sentences
from careercli.browse.session import Session, explain
from careercli.browse.sheet import content
from careercli.browse.tabs import TabList
from careercli.errors import CareerError
from careercli.files.profile_schema import MAX_ONET_LEVEL
from careercli.model.basics import PROFICIENCIES, Seniority
from careercli.model.role import Role
from careercli.output.page import Check, Paragraph, Span, parts, plain, quiet, spans, strong
from careercli.output.render.terminal import lines
from careercli.output.screens.checklist import Checklist, ChecklistLine

YOU, NEEDED = 10, 6
"""The columns on the right, in cells."""
WIDEST = 72
"""Cells of a line: further apart, the eye loses which level is whose."""


class Skills(Vertical):
    """A role's skills at a level, or an occupation's software, to be rated."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "cycle", "Rate"),
        *(Binding(str(level), f"rate({level})", show=False) for level in range(MAX_ONET_LEVEL + 1)),
        Binding("backspace,delete", "forget", show=False),
        Binding("l", "level", "Level"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._role: Role | None = None
        self._tab = ""
        self._level: Seniority = "mid"
        self._list = Checklist("", ())

    def compose(self) -> ComposeResult:
        yield Static(id="result", markup=False)
        yield TabList(id="checklist", markup=False)
        yield Static(id="sentence", markup=False)

    def show(self, role: Role, tab: str) -> None:
        """Another role, at the level that the profile aims at."""
        self._session.read_profile()
        self._role, self._tab, self._level = role, tab, self._session.level(role)
        self._draw()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Official data have no career levels."""
        return action != "level" or (self._role is not None and self._role.bare_occupation is None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click."""
        event.stop()
        self.action_cycle()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._explain()

    def on_resize(self) -> None:
        here = self.query_one("#checklist", OptionList).highlighted
        self._draw()
        if here is not None:
            self.query_one("#checklist", OptionList).highlighted = here

    # -- keys ----------------------------------------------------------------------------

    def action_cycle(self) -> None:
        """The next level of the skill that is highlighted: after the highest none, then unrated."""
        if line := self._highlighted():
            cycle = (None, *range(1, line.top + 1), 0)
            level = self._session.level_of(line)
            self._rate(line, cycle[(cycle.index(level) + 1) % len(cycle)])

    def action_rate(self, level: int) -> None:
        """A level of the skill that is highlighted; 0 for none."""
        line = self._highlighted()
        if line and level <= line.top:
            self._rate(line, level)

    def action_forget(self) -> None:
        if line := self._highlighted():
            self._rate(line, None)

    def action_level(self) -> None:
        """The next career level at which the role asks for skills."""
        levels = self._session.levels(self._role) if self._role else []
        if len(levels) > 1:
            self._level = levels[(levels.index(self._level) + 1) % len(levels)]
            self._draw()

    # -- drawing -------------------------------------------------------------------------

    def _rate(self, line: ChecklistLine, level: int | None) -> None:
        try:
            self._session.rate(line, level)
        except (CareerError, OSError) as error:
            self.notify(explain(error), severity="error", markup=False)
        self._draw(anew=False)

    def _highlighted(self) -> ChecklistLine | None:
        index = self.query_one("#checklist", OptionList).highlighted
        if index is None or index >= len(self._list.lines):
            return None
        return self._list.lines[index]

    def _draw(self, *, anew: bool = True) -> None:
        """The list from its top, or the same lines as the ratings are now."""
        if not self._role:
            return
        self._list = self._session.checklist(self._role, self._level, self._tab)
        checklist = self.query_one("#checklist", OptionList)
        shown = self._list.lines
        if anew:
            below = lines((Paragraph(""), *self._list.below), self._width())
            options = [Option(self._line(line), disabled=not line.skill) for line in shown]
            checklist.set_options([*options, *(Option(content(plain(line))) for line in below)])
            rated = (index for index, line in enumerate(shown) if line.skill)
            checklist.highlighted = next(rated, None)
        else:
            for index, line in enumerate(shown):
                checklist.replace_option_prompt_at_index(index, self._line(line))
        at = () if self._role.bare_occupation else (quiet(f"  level {self._level}"),)
        self.query_one("#result", Static).update(content((*spans(self._list.result), *at)))
        self._explain()

    def _explain(self) -> None:
        """What the level that is rated means, else the one that is needed."""
        line = self._highlighted()
        if line is None:
            self.query_one("#sentence", Static).update(layout=False)
            return
        rating = self._session.level_of(line)
        level = (line.expected or 1) if rating is None else rating
        name = plain(
            tuple(part for part in parts(line.words) if not isinstance(part, Check))
        ).strip()
        needed = line.needed if line.top == MAX_ONET_LEVEL else _named(line, line.expected)
        words = [strong(name), quiet(f"  needs {needed}\n" if line.expected else "\n")]
        if level:
            sentences = level_sentences(self._session.store, line.skill)
            reached = [known for known in sentences if known <= level]
            if known := max(reached, default=min(sentences, default=0)):
                words += [Span(f"{_named(line, known)}: "), quiet(sentences[known])]
        else:
            words.append(quiet("None: you have never done it."))
        self.query_one("#sentence", Static).update(content(tuple(words)), layout=False)

    def _width(self) -> int:
        return self.query_one("#checklist", OptionList).scrollable_content_region.width

    def _line(self, line: ChecklistLine) -> Content:
        """A line in columns: words that are too long end with an ellipsis."""
        width = min(self._width(), WIDEST)
        asked = any(other.needed for other in self._list.lines)
        columns = YOU + 2 + (NEEDED + 2 if asked else 0)
        left = content(line.words).truncate(max(width - columns, 8), ellipsis=True, pad=True)
        right = f"  {line.you:<{YOU}}" + (f"  {line.needed:>{NEEDED}}" if columns > YOU + 2 else "")
        return left + content(Span(right, "quiet" if not line.skill else ""))


def _named(line: ChecklistLine, level: int) -> str:
    """`2 working`; O*NET's levels have no words of their own."""
    word = "" if line.top == MAX_ONET_LEVEL else PROFICIENCIES.get(level, "")
    return f"{level} {word}".strip()
