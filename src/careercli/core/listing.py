"""Which roles, and in which order."""

from collections.abc import Callable, Iterable

from careercli.core.pay import median
from careercli.model import Figure, Row

REMOTE = frozenset({"remote-friendly", "fully remote"})


def typical_pay(row: Row) -> Figure | None:
    """The role's own median, else the survey's median of its nearest occupation."""
    survey = row.nearest.pay if row.nearest else None
    return median(row.pay) or median([survey] if survey else [])


def projected_growth(row: Row) -> Figure | None:
    """The official projection of its nearest occupation, else the publisher's figure.

    The projection comes first because it has one source, period and method for all roles.
    """
    return (row.nearest.growth if row.nearest else None) or row.growth


def at_least(figure_of: Callable[[Row], Figure | None], amount: float) -> Callable[[Row], bool]:
    """Whether a row's figure reaches an amount; one that is not known does not."""

    def reaches(row: Row) -> bool:
        figure = figure_of(row)
        return figure is not None and figure.value >= amount

    return reaches


def interested(letters: str) -> Callable[[Row], bool]:
    """Whether all letters are among a row's interest high-points."""

    def fits(row: Row) -> bool:
        code = row.interests or (row.nearest.interests if row.nearest else None)
        return code is not None and set(letters) <= set(code)

    return fits


def highest_first(rows: Iterable[Row], figure_of: Callable[[Row], Figure | None]) -> list[Row]:
    """Rows by a figure, the highest first; unknown ones last."""

    def order(row: Row) -> tuple[bool, float, str]:
        figure = figure_of(row)
        return figure is None, -(figure.value if figure else 0), row.title.casefold()

    return sorted(rows, key=order)
