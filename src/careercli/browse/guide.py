"""The right half: a role in tabs."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from careercli.browse.session import Session
from careercli.browse.sheet import Sheet, content
from careercli.browse.skills import Skills
from careercli.browse.tabs import TabBar, TabSheet
from careercli.output.page import quiet, strong
from careercli.output.screens.role import ABOUT, SKILLS, SOFTWARE, tab_page, tabs_of
from careercli.output.screens.section_context import SectionContext


class Guide(Vertical):
    """The role that is chosen on the left."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: SectionContext | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield TabBar()
        yield TabSheet()
        yield Skills(self._session)

    def show(self, key: str) -> None:
        """Another role, on the tab that was open if it has that; nothing without a key."""
        if not key:
            self._empty()
            return
        self._shown = self._session.role_context(key)
        role = self._shown.role
        family = self._session.store.family(role.family)
        title = content((strong(role.name or role.title), quiet(f"  {family}")))
        self.query_one("#title", Static).update(title, layout=False)
        bar = self.query_one(TabBar)
        bar.names = tuple(tabs_of(self._shown))
        bar.active = bar.active if bar.active in bar.names else ABOUT
        self._open(bar.active)

    def _empty(self) -> None:
        self._shown = None
        self.query_one("#title", Static).update(layout=False)
        self.query_one(TabBar).names = ()
        self.query_one(Skills).display = False
        sheet = self.query_one(Sheet)
        sheet.display = True
        sheet.show(())

    def on_tab_bar_chosen(self, event: TabBar.Chosen) -> None:
        event.stop()
        had_focus = self.has_focus_within
        self._open(event.name)
        if had_focus:
            self.enter()

    def enter(self) -> None:
        """Gives the keys to what is open, if a role is."""
        if self._shown is None:
            return
        checklist = self.query_one("#checklist", OptionList)
        (checklist if self.query_one(Skills).display else self.query_one(Sheet)).focus()

    def _open(self, tab: str) -> None:
        if self._shown is None:
            return
        sheet, skills = self.query_one(Sheet), self.query_one(Skills)
        skills.display = tab in (SKILLS, SOFTWARE)
        sheet.display = not skills.display
        if skills.display:
            skills.show(self._shown.role, tab)
        else:
            sheet.show(tab_page(self._shown, tab))
