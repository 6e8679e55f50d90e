"""How numbers and small things are worded, the same on every screen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from careercli.core.figures import usd
from careercli.text import in_a_row, join_and, normalize_name

if TYPE_CHECKING:
    from careercli.core.gap import RoleGap
    from careercli.core.moves import MoveRole
    from careercli.model.basics import RoleRow, RoleSummary
    from careercli.model.role import Role, SkillLine, Years

ROUGH = "~ not quite this job, or error above 10 %"
FROM_JOB = "from your present job"
"""What is had because whoever works in the present job has it; the profile doesn't say so."""
Labels = Mapping[str, str]
"""Id of a skill or credential -> what it is called."""
PERIOD = r"20\d\d[-\u2013](?:20)?(\d\d)"


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


def is_leftover(title: str) -> bool:
    """Whether an occupation is what is left of a group, by its official title."""
    return title.endswith(", All Other")


def leftover_words(name: str) -> str:
    """What such an occupation is."""
    counted = "jobs that official data counts nowhere else"
    return f"{name} is a leftover group: {counted}, so pay and ways in differ widely."


def counted_words(part: str, whole: str) -> str:
    """What the figures of a title are that is only a part of an occupation."""
    figures = "pay, jobs and training are those of the whole occupation"
    return f"{part} is counted in {whole} and has no figures of its own: {figures}."


def alternatives(skills: Sequence[str], labels: Labels) -> str:
    """Skills that can stand in for each other, by their labels."""
    return join_and([labels[skill] for skill in skills], "or")


def skill_line(line: SkillLine, labels: Labels) -> str:
    """A line of a list of skills, in its own words or by the skills' labels."""
    words = line.text or alternatives(line.skills, labels)
    return f"{words} ({line.note})" if line.note else words


def first_of(names: Sequence[str], most: int) -> str:
    """The first names, at most so many, and how many more there are."""
    more = len(names) - most
    first = in_a_row(names[:most])
    comma = ";" if ";" in first else ""
    return first + (f"{comma} and {more} more" if more > 0 else "")


def period_end(title: str) -> str:
    """The last year of the period in a title, such as 2034 of 2024–34; empty if it has none."""
    period = re.search(PERIOD, title)
    return f"20{period[1]}" if period else ""


def names_in_table(roles: Iterable[Role | RoleGap | RoleRow | RoleSummary]) -> dict[str, str]:
    """Key -> short name, or title if there is none or two of the roles would be called the same."""
    named = {role.key: role for role in roles}
    shared = Counter((role.name or role.title).casefold() for role in named.values())
    return {
        key: role.name if role.name and shared[role.name.casefold()] == 1 else role.title
        for key, role in named.items()
    }


def shown_name(role: Role) -> str:
    """What a role is called on a screen: its short name, else its title."""
    return role.name or role.title


def typed_name(role: Role | RoleRow | RoleSummary | MoveRole) -> str:
    """What a person types for a role: its short name, else its slug, as one word."""
    return "-".join(normalize_name(role.name).split()) or role.slug


def pluralize(number: int, word: str) -> str:
    """1 role, 2 roles."""
    return f"{number:,} {word}{'s' * (number != 1)}"


def ordinal(number: int) -> str:
    """1st, 2nd, 11th."""
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def one_in(percent: float) -> str:
    """A percentage as a share in words: 1 in 10."""
    return f"1 in {max(1, round(100 / percent))}"


TENTHS = "one two three four five six seven eight nine".split()
SHARES = (
    ("half", 0.5),
    ("one in three", 1 / 3),
    ("two in three", 2 / 3),
    ("one in four", 1 / 4),
    ("three in four", 3 / 4),
    *((f"{tenths} in ten", part / 10) for part, tenths in enumerate(TENTHS, start=1)),
)


def share_words(share: float) -> str:
    """A share from 0 to 1 in words: half, two in three, four in ten."""
    for words, amount in SHARES:
        if abs(share - amount) <= 0.03:
            return words
    return min(SHARES, key=lambda known: abs(share - known[1]))[0]


def format_past_threshold(number: float, thresholds: Sequence[float], digits: int) -> str:
    """A number with as many digits as it takes not to look on the wrong side of a threshold."""
    for more in range(digits, digits + 4):
        shown = f"{number:.{more}f}"
        if all((float(shown) >= threshold) == (number >= threshold) for threshold in thresholds):
            break
    return shown
