"""The rules of a guide that a declaration of its shape can't say: order, sums, references."""

from collections.abc import Iterator
from functools import reduce
from itertools import pairwise
from typing import Any

from careercli.errors import Problem
from careercli.model import basics, role
from careercli.text import escape_lines, excerpt

LEVEL_ORDER: tuple[basics.PayPoint, ...] = ("low", "entry", "mid", "senior", "lead", "high")
PERCENTILE_ORDER: tuple[basics.PayPoint, ...] = ("p10", "p25", "p50", "p75", "p90")
ON_BASIS: dict[str, frozenset[str]] = {
    "levels": frozenset({*LEVEL_ORDER, "median", "top"}),
    "percentiles": frozenset({*PERCENTILE_ORDER, "mean"}),
}


def guide_problems(guide: dict[str, Any]) -> Iterator[Problem]:
    """What breaks a rule in the data of a guide whose shape is sound."""
    yield from _references(guide)
    for index, series in enumerate(guide.get("pay", ())):
        yield from _pay_rules(f"pay[{index}]", series)
    yield from _figure_rules(guide)
    yield from _tier_rules(guide)
    yield from _day_rules(guide.get("day", ()))
    yield from _requirement_rules(guide.get("requirements", ()))
    for part in ("tech_stack", "tech_skills", "soft_skills"):
        yield from _line_rules(part, guide.get(part, ()))
    for branch, content in guide.get("skill_map", {}).items():
        yield from _line_rules(f"skill_map.{branch}.skills", content["skills"])
    yield from _cover_rules(guide)
    yield from _certificate_rules(guide.get("education", {}).get("certificates", ()))
    for index, related in enumerate(guide.get("related", ())):
        if related.get("slug") == guide["slug"]:
            yield Problem(f"related[{index}].slug", "must be another role", guide["slug"])


def _references(guide: dict[str, Any]) -> Iterator[Problem]:
    for where, part in walk(guide):
        source = part.get("source") if isinstance(part, dict) else None
        if isinstance(source, str) and source not in guide["sources"]:
            hint = f"There are: {', '.join(guide['sources']) or 'none yet'}."
            place = key_path((*where, "source"))
            yield Problem(place, "must be an id in [sources]", shown(source), hint)


def walk(value: Any, where: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every part of nested tables and lists, with its path."""
    yield where, value
    if isinstance(value, dict):
        for key, part in value.items():
            yield from walk(part, (*where, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from walk(part, (*where, index))


def _pay_rules(where: str, series: dict[str, Any]) -> Iterator[Problem]:
    points: dict[str, float] = series["points"]
    basis = series["basis"]
    if not points:
        yield Problem(f"{where}.points", "must hold an amount", "{}", "Write { mid = 50000 }.")
    for name in points:
        if name not in ON_BASIS[basis]:
            hint = (
                "Percentiles are not seniority; use the other basis for it, in a series of its own."
            )
            rule = f"is not a point on the basis `{basis}`"
            yield Problem(f"{where}.points.{name}", rule, f"{points[name]:,.0f}", hint)
    whole = LEVEL_ORDER if basis == "levels" else PERCENTILE_ORDER
    for order in (("low", "median", "high"), ("mid", "top"), whole):
        present = [name for name in order if name in points]
        for lower, upper in pairwise(present):
            if points[lower] > points[upper]:
                rule = f"must not be less than `{lower}`"
                found = f"{points[upper]:,.0f} after {points[lower]:,.0f}"
                hint = "Are the two the wrong way round?"
                yield Problem(f"{where}.points.{upper}", rule, found, hint)


def _figure_rules(guide: dict[str, Any]) -> Iterator[Problem]:
    for where, part in walk(guide):
        percent = isinstance(part, dict) and part.get("unit") == "percent"
        if percent and not -100 <= part["value"] <= 100:
            rule = "must be between -100 and 100 percent"
            yield Problem(key_path((*where, "value")), rule, f"{part['value']:g}")


def _tier_rules(guide: dict[str, Any]) -> Iterator[Problem]:
    highest = 0
    for index, tier in enumerate(guide.get("tiers", ())):
        years = tier.get("years", {})
        if years.get("end") is not None and years["end"] <= years["start"]:
            found = f"{years['start']} to {years['end']}"
            yield Problem(f"tiers[{index}].years.end", "must be more than `start`", found)
        if level := tier.get("level"):
            rank = basics.SENIORITIES.index(level)
            if rank < highest:
                rule = "must not fall below the tier before it"
                hint = "List the tiers from the lowest up."
                yield Problem(f"tiers[{index}].level", rule, shown(level), hint)
            highest = max(highest, rank)


def _day_rules(blocks: Any) -> Iterator[Problem]:
    begin = last_start = last_end = 0
    for index, block in enumerate(blocks):
        start = role.minutes_of(block["start"])
        if index == 0:
            begin = last_start = last_end = start
        start += -((start - last_start) // role.DAY_MINUTES) * role.DAY_MINUTES
        if start < last_end:
            rule = "must not be before the block above it ends"
            found = f"{block['start']}, while day[{index - 1}] ends {blocks[index - 1]['end']}"
            yield Problem(f"day[{index}].start", rule, found)
        last_start = start
        last_end = start + role.minutes_between(block["start"], block["end"])
        if last_end - begin > role.DAY_MINUTES:
            rule = "must be within 24 hours of the day's beginning"
            yield Problem(f"day[{index}].end", rule, block["end"], "Are the blocks in order?")
            return


def _requirement_rules(requirements: Any) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, requirement in enumerate(requirements):
        where = f"requirements[{index}]"
        if not requirement["any_of"]:
            yield Problem(f"{where}.any_of", "must name a skill", "[]")
        if not requirement["expected"]:
            hint = "For example { mid = 2, senior = 3 }."
            yield Problem(f"{where}.expected", "must name a level", "{}", hint)
        for skill in requirement["any_of"]:
            if skill in seen:
                hint = f"It stands in requirements[{seen[skill]}] already."
                yield Problem(f"{where}.any_of", "must not name a skill twice", shown(skill), hint)
            seen.setdefault(skill, index)
        expected = requirement["expected"]
        levels = [expected[level] for level in basics.SENIORITIES if level in expected]
        if levels != sorted(levels):
            found = ", ".join(map(str, levels))
            yield Problem(f"{where}.expected", "must not fall as the level rises", found)


def _cover_rules(guide: dict[str, Any]) -> Iterator[Problem]:
    parts = {key_path(where) for where, _ in walk(guide)}
    for name, source in guide["sources"].items():
        for part in source.get("covers", ()):
            if part not in parts:
                rule = "must be a part of this guide"
                yield Problem(f"sources.{name}.covers", rule, shown(part))


def _certificate_rules(certificates: Any) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, certificate in enumerate(certificates):
        where = f"education.certificates[{index}]"
        credential = certificate.get("credential")
        if credential in seen:
            yield Problem(f"{where}.credential", "must not be listed twice", shown(credential))
        if "asked" in certificate and credential is None:
            rule = "must be left out without `credential`"
            yield Problem(f"{where}.asked", rule, shown(certificate["asked"]))
        if credential:
            seen.add(credential)


def _line_rules(where: str, lines: Any) -> Iterator[Problem]:
    seen: set[tuple[str, ...]] = set()
    for index, line in enumerate(lines):
        skills = tuple(line["skills"])
        if not skills:
            yield Problem(f"{where}[{index}].skills", "must name a skill", "[]")
        if len(set(skills)) < len(skills) or (not line.get("text") and skills in seen):
            found = ", ".join(skills)
            yield Problem(f"{where}[{index}].skills", "must not name a skill twice", found)
        seen.add(skills)


def key_path(parts: Any) -> str:
    """`("pay", 0, "points")` as `pay[0].points`."""
    return reduce(_inner_path, parts, "")


def _inner_path(path: str, part: Any) -> str:
    if isinstance(part, int):
        return f"{path}[{part}]"
    name = escape_lines(str(part))
    return f"{path}.{name}" if path else name


def shown(value: object) -> str:
    """What was found, on a line of a message."""
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    return excerpt(f'"{value}"' if isinstance(value, str) else repr(value))
