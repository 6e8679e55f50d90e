"""A role in a line, worded once, when it is stored."""

from careercli.core.figures import citation, figure_words
from careercli.core.role_filters import projected_growth, typical_pay
from careercli.model.basics import Figure, RoleRow, RoleSummary


def summarize(row: RoleRow) -> RoleSummary:
    """A role in a line: its typical pay and projected growth, with their provenance in words."""
    pay, growth = typical_pay(row), projected_growth(row)
    of_onet = next((row.sources[name] for name in row.sources if name.startswith("onet")), None)
    return RoleSummary(
        row.key,
        row.slug,
        row.title,
        row.family or "",
        row.remote or "",
        row.interests,
        pay.value if pay else None,
        figure_words(pay) if pay else "",
        growth.value if growth else None,
        figure_words(growth) if growth else "",
        _cited(row, pay),
        _cited(row, growth),
        citation(of_onet, None) if of_onet and row.key.startswith("soc:") else "",
        row.origin,
        row.name,
    )


def _cited(row: RoleRow, figure: Figure | None) -> str:
    if figure is None:
        return ""
    return citation(row.sources[figure.source], figure.kind, date=figure.date, note=figure.note)
