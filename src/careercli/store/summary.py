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


def with_occupation(guide: RoleSummary, official: RoleSummary, match: str) -> RoleSummary:
    """A guide in a line with the figures of its occupation, marked `~` if that isn't the job.

    As `typical_pay` and `projected_growth` choose: the guide's own pay first, unless the
    occupation is exactly the job; the official projection before the publisher's.
    """
    about = "" if match == "exact" else "~"
    if official.pay is not None and (match == "exact" or guide.pay is None):
        words, note = about + official.pay_words, official.pay_note
        guide = guide._replace(pay=official.pay, pay_words=words, pay_note=note)
    if official.growth is not None:
        words, note = about + official.growth_words, official.growth_note
        guide = guide._replace(growth=official.growth, growth_words=words, growth_note=note)
    return guide._replace(interests=guide.interests or official.interests)


def _cited(row: RoleRow, figure: Figure | None) -> str:
    if figure is None:
        return ""
    return citation(row.sources[figure.source], figure.kind, date=figure.date, note=figure.note)
