"""How a figure and its source are worded, wherever they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, get_args

from careercli.model.basics import Figure, FigureKind, Source
from careercli.text import join_and

if TYPE_CHECKING:
    from careercli.model.portrait import CredentialFigure


def usd(amount: float) -> str:
    """A yearly amount: $54,500."""
    return f"${amount:,.0f}"


def pay_words(amount: float, unit: str) -> str:
    """$54,500 a year, $29.05 an hour, without the words."""
    return usd(amount) if unit == "USD/year" else f"${amount:,.2f}"


def signed_percent(value: float) -> str:
    """A change: +5.6 %; none has no sign."""
    return "0 %" if not value else f"{value:+g} %".replace("-", "−")


def figure_words(figure: Figure) -> str:
    """A figure with its unit."""
    if figure.unit in ("USD/year", "USD/hour"):
        return pay_words(figure.value, figure.unit) + (" or more" if figure.at_least else "")
    if figure.unit == "percent":
        return signed_percent(figure.value)
    if figure.unit == "USD":
        return usd(figure.value)
    if figure.unit in ("hours", "weeks", "months", "years"):
        return f"{figure.value:,g} {figure.unit}"
    return f"{figure.value:,.0f}"


KIND_WORDS: dict[FigureKind, str] = {
    kind: kind.capitalize().replace("-", " ") for kind in get_args(FigureKind)
} | {"published-claim": "Publisher's claim"}


def citation(
    source: Source, kind: FigureKind | None, *, date: str | None = None, note: str | None = None
) -> str:
    """A source in a sentence: kind, publisher, title, date, and what limits it."""
    when = date or source.date
    parts = [source.publisher, source.title, when or "undated"]
    authored = (kind or source.kind) == source.kind == "editorial" and source.publisher != US
    if kind == "editorial" and not authored:
        parts = [source.title]
    limits = ". ".join(
        f"{text[:1].upper()}{text[1:].rstrip('.')}" for text in (note, source.note) if text
    )
    what = AUTHORED if authored else KIND_WORDS[kind or source.kind]
    words = f"{what}: {', '.join(parts)}."
    return f"{words} {limits}." if limits else words


US, AUTHORED = "careercli", "Author's judgment"
"""Whose editorial judgment is ours, and what that of the author of another guide is called."""


def is_authored(cited: str) -> bool:
    """Whether a citation, as `citation` words it, is of the judgment of a guide's author."""
    return cited.startswith(f"{AUTHORED}: ")


def is_editorial(cited: str) -> bool:
    """Whether a citation, as `citation` words it, is of our own judgment."""
    return cited.startswith(f"{KIND_WORDS['editorial']}: ")


def source_line(citations: Iterable[str]) -> str:
    """The sources of citations in one line: BLS May 2025 and 2024–34, O*NET 30.3."""
    editions: dict[str, list[str]] = {}
    for cited in citations:
        publisher, edition = _briefly(cited)
        known = editions.setdefault(publisher, [])
        if edition and edition not in known:
            known.append(edition)
    return ", ".join(
        " ".join([publisher, *([join_and(known)] if known else [])])
        for publisher, known in editions.items()
    )


def _briefly(cited: str) -> tuple[str, str]:
    """Publisher and edition of a source, as briefly as they are still known by."""
    for marks, publisher, edition in _BRIEFLY:
        if found := re.search(marks, cited):
            return publisher, found.expand(edition)
    publisher = re.sub(r"^[^:]+: ", "", cited).split(", ")[0].rstrip(".")
    dated = re.search(r", (\d{4})(-\d\d){0,2}\.", cited)
    return re.sub(_HOST, r"\1", publisher), dated[1] if dated else ""


_HOST = r"^https?://(?:www\.)?([^/]+).*"
_BRIEFLY = (
    (r"Wage Statistics, ([A-Z][a-z]+ \d{4})", "BLS", r"\1"),
    (r"Employment Projections (\d{4})[-–](\d\d)", "BLS", r"\1–\2"),
    (r"Occupational Outlook Handbook", "BLS", "Handbook"),
    (r"O\*NET (\d+(?:\.\d+)?)", "O*NET", r"\1"),
    (r"Regional price parities.*?, (\d{4}), ", "BEA prices", r"\1"),
    (r"(?:GPTs are GPTs|Working with AI).*?, (\d{4})", "AI studies", r"\1"),
)
"""What a citation is known by: a pattern, the publisher, and the edition."""


def amount_words(figure: CredentialFigure) -> str:
    """A figure of a credential in words: 2 to 4 years, up to $60, at least 1,000 hours."""
    if figure.expires is False:
        return "does not expire"
    dollars = figure.unit == "USD"

    def words(amount: float) -> str:
        return f"${amount:,g}" if dollars else f"{amount:,g}"

    if figure.value is not None:
        amount = words(figure.value)
    elif figure.start is not None and figure.end is not None:
        amount = f"{words(figure.start)} to {words(figure.end)}"
    elif figure.start is not None:
        amount = f"at least {words(figure.start)}"
    else:
        amount = f"up to {words(figure.end or 0)}"
    if dollars:
        return amount
    unit = figure.unit or ""
    is_one = 1 in (figure.value, None if figure.start else figure.end)
    return f"{amount} {unit.removesuffix('s') if is_one else unit}"
