"""A role in a line, worded once, when it is stored."""

from careercli.core.figures import citation, figure_words
from careercli.core.pay import estimate, survey_median
from careercli.core.role_filters import projected_growth
from careercli.model.basics import Figure, RoleRow, RoleSummary


def summarize(row: RoleRow) -> RoleSummary:
    """A role in a line: its pay and projected growth, with their provenance in words."""
    pay, growth, estimated = survey_median(row), projected_growth(row), estimate(row)
    shown = pay or (row.hourly.figure("p50") if row.hourly else None)
    of_onet = next((row.sources[name] for name in row.sources if name.startswith("onet")), None)
    return RoleSummary(
        row.key,
        row.slug,
        row.title,
        row.family or "",
        row.remote or "",
        row.interests,
        pay.value if pay else None,
        _pay_words(shown),
        growth.value if growth else None,
        figure_words(growth) if growth else "",
        figure_words(estimated) if estimated else "",
        _cited(row, shown),
        _cited(row, growth),
        _cited(row, estimated),
        citation(of_onet, None) if of_onet and row.key.startswith("soc:") else "",
        row.origin,
        row.name,
    )


def _pay_words(pay: Figure | None) -> str:
    if pay is None:
        return ""
    return figure_words(pay) + (" an hour" if pay.unit == "USD/hour" else "")


def _cited(row: RoleRow, figure: Figure | None) -> str:
    if figure is None:
        return ""
    return citation(row.sources[figure.source], figure.kind, date=figure.date, note=figure.note)
