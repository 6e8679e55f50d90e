"""How a move is worded, cell by cell: the same in a table, in reasons and on a path."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercli.core.figures import figure_words, signed_percent, usd
from careercli.core.moves import Calibrations, Move, MoveRole, Start
from careercli.core.neighbors import Group, Neighbor
from careercli.core.pay import pay_figure
from careercli.model.basics import RoleRow, Source
from careercli.model.move_inputs import Preparation
from careercli.model.portrait import Credential
from careercli.output.footnotes import cite
from careercli.output.page import Approx, Inline, Part, Style, cited, data
from careercli.output.screens.blocks import shown_figure
from careercli.output.screens.entry_cell import cell_words
from careercli.text import join_and

SIGNS = {"pass": "✓", "fail": "✗", "unknown": "?"}


class MovesView(NamedTuple):
    """Moves, and what is needed to say them.

    neighbors: the roles shown, group by group
    aside: roles of the other groups, in order: apprenticeship, school, twin, less, unpaid
    rows: key -> role, with the provenance of its figures
    labels: skill or element id -> name
    credentials: id -> credential, of all that the roles shown ask for
    ways: key -> the usual way in, in our words, of the roles shown
    usual: vocabulary -> what coverage of its skills is usual within a family
    of: how many roles are near
    lacks: O*NET-SOC code -> facets of likeness that the occupation has nothing of
    onet: the source of job zones, ratings and likeness
    interests: the letters that decide, without a present role
    widened: groups of which some are shown because few near roles pay as much
    place: whose pay it is; empty for the country
    needs: O*NET-SOC code -> what the occupation asks for by O*NET's survey, for the reasons
    wider: the options for more than the place; empty for the country
    cut: how many roles of the groups shown have no row
    elsewhere: the command that lists roles which aren't near, if few near ones are left
    goal: whose figures the goal's are, if that is only a part of a role
    farther: the command that lists all roles that pass the filters; empty without filters
    """

    start: Start
    neighbors: Sequence[Neighbor]
    aside: Mapping[Group, Sequence[Neighbor]]
    rows: Mapping[str, RoleRow]
    labels: Mapping[str, str]
    credentials: Mapping[str, Credential]
    ways: Mapping[str, str]
    usual: Calibrations
    of: int
    lacks: Mapping[str, tuple[str, ...]]
    onet: Source
    interests: str = ""
    widened: frozenset[Group] = frozenset()
    place: str = ""
    needs: Mapping[str, Preparation] = {}  # never changed
    wider: str = ""
    cut: int = 0
    farther: str = ""
    chosen_order: bool = False
    goal: str = ""
    elsewhere: str = ""

    @property
    def moves(self) -> list[Move]:
        return [neighbor.move for neighbor in self.neighbors]

    @property
    def rated(self) -> bool:
        """Whether any skill is had."""
        return any(level for levels in self.start.held.values() for level in levels.values())

    @property
    def unrated(self) -> bool:
        """Whether O*NET doesn't rate the present role."""
        return self.start.role is not None and not self.start.role.asks


def takes_words(neighbor: Neighbor, credentials: Mapping[str, Credential]) -> str:
    """What a role takes, in a cell; years stand in for a degree that most don't ask for."""
    takes = cell_words(neighbor.move.entry, credentials)
    return f"your years, or {takes}" if neighbor.near.by_years else takes


def start_words(view: MovesView) -> str:
    """`from Product Coordinator, level mid`."""
    role = view.start.role
    if role is None:
        by = ["interests"] if view.interests else []
        return f"from your {join_and([*by, 'skills'] if view.rated or not by else by)}"
    return f"from {role.short}" + ("" if role.is_occupation else f", level {view.start.level}")


def growth_cell(role: MoveRole, row: RoleRow, style: Style = "") -> Inline:
    """The projected change of a role's jobs; empty if it isn't known."""
    figure = row.projected_growth
    if figure is None:
        return ""
    near = figure.kind == "projection" and borrows_figures(role)
    change = amount(signed_percent(figure.value), near=near, style=style)
    return cited(change, cite(figure, row.sources))


def pay_cell(role: MoveRole, row: RoleRow, basis: str) -> Inline:
    """A role's pay on a basis, by the survey without one; empty if it isn't known."""
    figure = pay_figure(row, basis := basis or "survey")
    if figure is None:
        return ""
    near = basis == "survey" and borrows_figures(role)
    return cited(shown_figure(figure, near=near), cite(figure, row.sources))


def pay_change(move: Move) -> str:
    """Its pay against the present one, in whole percent; empty if that isn't known."""
    ratio = move.pay.number
    return "" if ratio is None else signed_percent(round(100 * (ratio - 1)))


def amount(words: str, *, near: bool, style: Style = "") -> Part:
    """A figure; `near` if it is not exactly of the job."""
    if near:
        return Approx(words, style)
    return data(words) if style == "data" else words


def borrows_figures(role: MoveRole) -> bool:
    """Whether figures are of a nearest occupation or a group that is not exactly the job."""
    if role.is_occupation:
        apart = role.counted not in ("", role.code.removesuffix(".00"))
        return apart or role.match == "broader"
    return borrows_zone(role)


def borrows_zone(role: MoveRole) -> bool:
    """Whether the job zone is of a nearest occupation that is not exactly the job."""
    return not role.is_occupation and role.match not in ("exact", "")


def start_pay(view: MovesView, basis: str) -> tuple[Part, ...]:
    """What the present pay is, and of what kind."""
    where = f" in {view.place}" if view.place else ""
    kind = f"survey medians{where}" if basis == "survey" else f"level {basis}"
    if view.start.own_pay:
        return (f"your own {usd(view.start.own_pay)} ({kind})",)
    here = view.start.role
    if here is None or (figure := pay_figure(view.rows[here.key], basis)) is None:
        return (kind,)
    near = figure.rough or (basis == "survey" and borrows_figures(here))
    source = cite(figure, view.rows[here.key].sources)
    return (amount(figure_words(figure), near=near), source, f" ({kind})")
