"""How numbers and small things are worded, the same on every screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from careercli.core.figures import usd

if TYPE_CHECKING:
    from careercli.model.role import SkillLine, Years

NOT_PUBLISHED = "not published"

POINT_WORDS = {
    "low": "low",
    "high": "high",
    "median": "median",
    "entry": "entry",
    "mid": "mid",
    "senior": "senior",
    "lead": "lead",
    "top": "top 10 %",
    "p10": "10th percentile",
    "p25": "25th percentile",
    "p50": "50th percentile (median)",
    "p75": "75th percentile",
    "p90": "90th percentile",
    "mean": "mean",
}


def money_range(low: float, high: float) -> str:
    return f"{usd(low)}–{high:,.0f}"


def years_words(years: Years | None) -> str:
    """0–2 years, 8+ years."""
    if years is None:
        return ""
    if years.end is None:
        return f"{years.start}+ years"
    return f"{years.start}–{years.end} years"


def sentence(text: str) -> str:
    """With a capital letter and a full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}." if text else ""


def join_and(words: Sequence[str], last: str = "and") -> str:
    """One, two and three."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def skill_line(line: SkillLine, labels: Mapping[str, str]) -> str:
    """A line of a list of skills, in its own words or by the skills' labels."""
    words = line.text or join_and([labels[skill] for skill in line.skills], "or")
    return f"{words} ({line.note})" if line.note else words


def paragraphs(prose: str | None) -> list[str]:
    """Prose as paragraphs."""
    return prose.split("\n\n") if prose else []


def pluralize(number: int, word: str) -> str:
    """1 role, 2 roles."""
    return f"{number:,} {word}{'s' * (number != 1)}"


def format_past_threshold(number: float, thresholds: Sequence[float], digits: int) -> str:
    """A number with as many digits as it takes not to look on the wrong side of a threshold."""
    for more in range(digits, digits + 4):
        shown = f"{number:.{more}f}"
        if all((float(shown) >= one) == (number >= one) for one in thresholds):
            break
    return shown
