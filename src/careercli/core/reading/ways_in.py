"""Two ways into the work of an advertisement, of which one is enough."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from careercli.core.reading.degrees_asked import (
    EQUIVALENT,
    NamedDegree,
    degree_met,
    degrees_named,
    label_of,
    rank_of,
)
from careercli.core.reading.requirement import Met, Requirement, shortened
from careercli.core.reading.sentences import Sentence
from careercli.core.reading.years_asked import Years, YearsIn, years_in_clause

_OR = re.compile(
    r"(?<!\d )(?<!\d, )\bor (?:(?!and\b|plus\b|with\b|in\b|field\b)[\w'’]+ ){0,3}$", re.IGNORECASE
)
_BESIDE_OR = re.compile(r"\bor\b", re.IGNORECASE)
_WAYS = ("degree", "program", "years")


def as_one(clause: str, asked: Sequence[Requirement]) -> list[Requirement]:
    """What a clause requires, with a degree, a program and years as one if any one is enough."""
    starts = {way: clause.find(way.words.rstrip("…")) for way in asked if way.kind in _WAYS}
    ways = sorted(starts, key=lambda way: starts[way])
    joined: list[Requirement] = []
    for way in ways:
        if joined and not _OR.search(clause[starts[joined[-1]] : starts[way]]):
            if len(joined) > 1:
                break
            joined = []
        joined.append(way)
    if len(joined) < 2:
        return list(asked)
    labels = [way.label.removeprefix("or ").removesuffix(EQUIVALENT) for way in joined]
    first, last = joined[0], joined[-1]
    words = shortened(clause[starts[first] : starts[last] + len(last.words)])
    met = min((way.met for way in joined), key=_WORST.index)
    is_wished = any(way.wished for way in joined)
    is_part = met == "not known" and any(way.is_part for way in joined)
    label = f"{'or ' * first.label.startswith('or ')}{' or '.join(labels)}"
    both = Requirement("degree or years", label, words, met, is_wished, is_part=is_part)
    return [both, *(other for other in asked if other not in joined)]


def by_degree(
    clause: str, sentence: Sentence, education: str, years_in: YearsIn
) -> Requirement | None:
    """A degree with its years, or a lower one with more: "BS w/ 0-1 yr OR Associates w/ 2-4"; None
    if a clause has no such ways."""
    degrees, _ = degrees_named(clause)
    if len(degrees) < 2:
        return None
    years = list(years_in_clause(clause, sentence))
    ways = _alone_or_paired(clause, degrees, years) or _paired(degrees, years)
    edges = [sorted((*degree[:2], *of_it[:2])) for degree, of_it in ways]
    for before, after in pairwise(edges):
        if before[-1] > after[0] or not _BESIDE_OR.search(clause, before[-1], after[0]):
            return None
    if len(ways) < 2:
        return None
    told = [f"{label_of(degree.level)}{_with(of_it)}" for degree, of_it in ways]
    states: list[tuple[Met, bool]] = []
    lower = clause.lower()
    for degree, of_it in ways:
        have = 0.0 if not of_it.least else years_in(lower[of_it.end :], ())
        enough: Met = "not known" if have is None else "met" if have >= of_it.least else "not met"
        has, is_part = degree_met(clause, degree, education)
        states.append((max(has, enough, key=_WORST.index), is_part and enough == "met"))
    words = shortened(clause[edges[0][0] : edges[-1][-1]])
    best, is_part = min(states, key=lambda state: (_WORST.index(state[0]), not state[1]))
    is_part = is_part and best == "not known"
    is_wished, label = sentence.part == "nice", ", or ".join(told)
    return Requirement("degree or years", label, words, best, is_wished, is_part=is_part)


def _alone_or_paired(
    clause: str, degrees: Sequence[NamedDegree], years: Sequence[Years]
) -> list[tuple[NamedDegree, Years]]:
    """A degree that is enough alone, and a lower one with years: "Master's degree or bachelor's
    with 2 years". Not of "Master's or bachelor's degree with 2 years", where both share the noun.
    """
    if len(degrees) != 2 or len(years) != 1:
        return []
    (first, second), (needed,) = degrees, years
    told = clause[first.start : second.start].lower()
    is_whole = " degree" in told or " in " in told
    if not is_whole or rank_of(first) <= rank_of(second) or needed.start < second.end:
        return []
    alone = Years(first.end, first.end, 0, "", is_sure=True)
    return [(first, alone), (second, needed)]


def _paired(
    degrees: Sequence[NamedDegree], years: Sequence[Years]
) -> list[tuple[NamedDegree, Years]]:
    """Each number of years with the lowest of the degrees in front of it, or behind it if years
    come first; nothing if one stands without the other."""
    if not years:
        return []
    bounds = [of_it.start for of_it in years]
    is_behind = years[0].start < degrees[0].start
    groups: list[list[NamedDegree]] = [[] for _ in years]
    for degree in degrees:
        place = bisect_left(bounds, degree.start) - is_behind
        if place == len(years):
            return []
        groups[place].append(degree)
    if not all(groups):
        return []
    return [(min(group, key=rank_of), of_it) for group, of_it in zip(groups, years, strict=True)]


_WORST = ("met", "not known", "not met")


def _with(years: Years) -> str:
    return f" with {years.label} of experience" if years.least else ""


_BETWEEN = re.compile(r"(?:[^,;]|, )*?\bor\b[^,;]*")


def stands_in_for(clause: str, way: Requirement, proofs: Sequence[tuple[str, str]]) -> Requirement:
    """One of two ways with the credential that it can stand in for, if that stands beside it.

    proofs: the words of credentials in the clause, and their ids or labels
    """
    if not way.label.startswith("or "):
        return way
    start = clause.find(way.words.rstrip("…"))
    end = start + len(way.words)
    for words, name in proofs:
        place = clause.find(words)
        if place < 0:
            continue
        if start <= place < end:  # the words of years go on to the end of their clause
            between = clause[start:place]
        else:
            between = clause[min(end, place + len(words)) : max(start, place)]
        if _BETWEEN.fullmatch(between):
            return way._replace(instead_of=name)
    return way
