"""How a figure and its source are worded, wherever they are shown."""

from __future__ import annotations

from careercli.model.basics import Figure, FigureKind, Source


def usd(amount: float) -> str:
    """A yearly amount: $54,500."""
    return f"${amount:,.0f}"


def pay_words(amount: float, unit: str) -> str:
    """$54,500 a year, $29.05 an hour, without the words."""
    return usd(amount) if unit == "USD/year" else f"${amount:,.2f}"


def signed_percent(value: float) -> str:
    """A change: +5.6 %."""
    return f"{value:+g} %".replace("-", "−")


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
    "survey": "Survey",
    "projection": "Projection",
    "published-estimate": "Published estimate",
    "published-claim": "Publisher's claim",
    "official-fact": "Official fact",
    "editorial": "Editorial",
}


def citation(
    source: Source, kind: FigureKind | None, *, date: str | None = None, note: str | None = None
) -> str:
    """A source in a sentence: kind, publisher, title, date, and what limits it."""
    when = date or source.date
    parts = [source.publisher, source.title, when or "undated"]
    if kind == "editorial":
        parts = [source.title]
    limits = ". ".join(_capitalized(text.rstrip(".")) for text in (note, source.note) if text)
    words = f"{KIND_WORDS[kind or source.kind]}: {', '.join(parts)}."
    return f"{words} {limits}." if limits else words


def _capitalized(text: str) -> str:
    """With a capital letter."""
    return f"{text[:1].upper()}{text[1:]}"
