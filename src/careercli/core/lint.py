"""The weak spots of a guide that is sound otherwise, as warnings."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from careercli.errors import Problem
from careercli.text import normalize_name

WHOLE = (
    "other_titles family soc demand outlook functions responsibilities setting tech_stack"
    " tech_skills soft_skills requirements skill_map education tiers day worklife pros cons"
    " mistakes advice cases related faq"
).split()
"""Parts that a guide worth reading has."""

THIN: Mapping[str, int] = {
    "responsibilities": 6,
    "tech_stack": 5,
    "soft_skills": 4,
    "requirements": 12,
    "tiers": 2,
    "day": 2,
    "pros": 3,
    "cons": 3,
    "mistakes": 3,
    "advice": 3,
    "faq": 3,
    "functions": 2,
}
"""Fewer entries than this are thin."""

PLACEHOLDER = re.compile(
    r"\b(?:todo|tbd|fixme|xxx+|lorem|ipsum|placeholder|replace me|your text|foo)\b|<[a-z ]+>",
    re.IGNORECASE,
)
ALIKE = 0.6
"""Share of three-word runs in common at which two sentences are near-copies."""
SENTENCE_WORDS = 5
NOT_PROSE = frozenset(
    "sources note soc certificates credentials providers fields places title name other_titles"
    " industries skills any_of slug".split()
)
FIGURE = re.compile(
    r"[$€£]\s?\d"
    r"|\b\d[\d,.]*(?:\s?%|(?: \w+)? (?:percent|dollars|hours?|days?|weeks?|months?|years?"
    r"|credits?|states|countries|million|billion)\b)",
    re.IGNORECASE,
)
"""A sum of money, a share, a length of time or a count, in figures."""
ILLUSTRATIVE = frozenset({"day", "cases"})
"""Parts whose figures are a story's, not facts."""
TEMPLATE_LADDER = [(0, 2), (2, 5), (5, 8), (8, None)]
TRANSFERABLE = 4
"""Requirements that ask for a personal skill: with fewer, no other job leads to this one."""
OPENING_WORDS = 5
OPENING_GUIDES = 4
"""Guides that may have an opening of five words in common."""


def lint(
    guide: Mapping[str, Any],
    skills: Mapping[str, str],
    roles: Mapping[str, str],
    named: Iterable[tuple[str, str]],
) -> Iterator[Problem]:
    """One guide's weaknesses.

    skills: id -> kind of every skill of the vocabulary
    roles: slug -> title of every guide
    named: key paths with the skill ids that stand there
    """
    yield from placeholders(guide)
    yield from _parts(guide)
    yield from unknown_names(guide, skills, roles, named)
    yield from _figures(guide)
    yield from _ladder(guide)
    yield from _certificates(guide)
    yield from _transferable(guide, skills)
    yield from _unlinked(guide, roles)


def _figures(guide: Mapping[str, Any]) -> Iterator[Problem]:
    covered = [part for source in guide["sources"].values() for part in source.get("covers", ())]
    for part, content in guide.items():
        has_source = isinstance(content, Mapping) and "source" in content
        if part == "sources" or part in ILLUSTRATIVE or has_source:
            continue
        for where, text in texts(content, part):
            if (found := FIGURE.search(text)) and not any(map(where.startswith, covered)):
                hint = "Name this part in `covers` of the source that has it."
                yield Problem(where, "has a figure without a source", found.group(), hint)


def _ladder(guide: Mapping[str, Any]) -> Iterator[Problem]:
    tiers, published = guide.get("tiers", ()), set()
    for index, tier in enumerate(tiers):
        if "source" in tier:
            published.add(guide["sources"][tier["source"]]["kind"] != "editorial")
        elif "years" in tier:
            hint = "Say where the years are from, or that they are editorial."
            yield Problem(f"tiers[{index}].source", "is missing", tier["title"], hint)
    years = [tier.get("years", {}) for tier in tiers]
    if published != {True} and [(y.get("start"), y.get("end")) for y in years] == TEMPLATE_LADDER:
        rule, hint = "is the ladder of every job", "When does one really rise in this job?"
        yield Problem("tiers", rule, "0\u20132, 2\u20135, 5\u20138, 8+", hint)


def _certificates(guide: Mapping[str, Any]) -> Iterator[Problem]:
    for index, certificate in enumerate(guide.get("education", {}).get("certificates", ())):
        for key, hint in (
            ("issuer", "Say who awards it."),
            ("source", "Say where what is told of it is from, or that it is editorial."),
        ):
            if key not in certificate:
                where = f"education.certificates[{index}].{key}"
                yield Problem(where, "is missing", certificate["name"], hint)


def _transferable(guide: Mapping[str, Any], skills: Mapping[str, str]) -> Iterator[Problem]:
    requirements = guide.get("requirements", ())
    soft = sum(
        any(skills.get(skill) == "soft" for skill in requirement["any_of"])
        for requirement in requirements
    )
    if requirements and soft < TRANSFERABLE:
        rule = f"must ask for personal skills at least {TRANSFERABLE} times"
        hint = "For example, communication and problem solving, which other jobs share."
        yield Problem("requirements", rule, str(soft), hint)


def _unlinked(guide: Mapping[str, Any], roles: Mapping[str, str]) -> Iterator[Problem]:
    slugs = {normalize_name(title): slug for slug, title in roles.items()}
    for index, related in enumerate(guide.get("related", ())):
        slug = slugs.get(normalize_name(related["title"]))
        if slug and "slug" not in related:
            hint = f"Link it: slug = {slug}."
            yield Problem(f"related[{index}].slug", "is missing", related["title"], hint)


def openings(guides: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Problem]]:
    """Openings that more than four guides have, with the name of each guide after the fourth.

    The title at the beginning of a summary counts as one word that all guides have.
    """
    seen: dict[str, dict[str, str]] = defaultdict(dict)
    for name, guide in guides.items():
        for where, text in texts(guide):
            for paragraph in text.split("\n\n"):
                if opening := _opening(paragraph, guide["title"]):
                    seen[opening].setdefault(name, where)
    for opening, places in seen.items():
        for name, where in list(places.items())[OPENING_GUIDES:]:
            rule = f"begins as {OPENING_GUIDES} other guides do"
            yield name, Problem(where, rule, opening, "Begin it in another way.")


def _opening(paragraph: str, title: str) -> str:
    words = normalize_name(paragraph).split()
    named = normalize_name(title).split()
    for start in (0, 1):
        if words[start : start + len(named)] == named and (start == 0 or words[0] in ("a", "an")):
            return "A TITLE"
    return " ".join(words[:OPENING_WORDS]) if len(words) > OPENING_WORDS else ""


def unknown_names(
    guide: Mapping[str, Any],
    skills: Collection[str],
    roles: Collection[str],
    named: Iterable[tuple[str, str]],
) -> Iterator[Problem]:
    """Skills that are not in the vocabulary, and related roles that are not here."""
    for where, skill in named:
        if skill not in skills:
            hint = "It is shown by its id, and no résumé or other role shares it."
            yield Problem(where, "is not in the vocabulary", skill, hint)
    for index, related in enumerate(guide.get("related", ())):
        slug = related.get("slug")
        if slug and slug not in roles:
            where = f"related[{index}].slug"
            yield Problem(where, "isn't a role here", slug, "It is shown unlinked.")


def placeholders(guide: Mapping[str, Any]) -> Iterator[Problem]:
    """Words that wait for somebody to write the sentence."""
    for where, text in texts(guide):
        if found := PLACEHOLDER.search(text):
            hint = "Write it, or cut it: guide add refuses it."
            yield Problem(where, "must not be a placeholder", found.group(), hint)


def _parts(guide: Mapping[str, Any]) -> Iterator[Problem]:
    wide = guide.get("soc", {}).get("match") == "broader"
    for part in WHOLE:
        if not guide.get(part) and not (part == "demand" and wide):
            yield Problem(part, "isn't there yet", "", "A reader will look for it.")
    for part, least in THIN.items():
        count = len(guide.get(part) or ())
        if 0 < count < least:
            hint = "Add what matters, or leave the part out."
            yield Problem(part, f"is thin: fewer than {least}", str(count), hint)


def repeated(guides: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, Problem]]:
    """Sentences that stand in two guides, and near-copies, with the name of the later guide."""
    first: dict[str, tuple[str, str]] = {}
    by_run: dict[tuple[str, ...], list[int]] = defaultdict(list)
    seen: list[tuple[str, str, frozenset[tuple[str, ...]]]] = []
    for name, where, sentence in _sentences(guides):
        words = tuple(re.findall(r"\w+", sentence.casefold()))
        if len(words) < SENTENCE_WORDS:
            continue
        other, place = first.setdefault(" ".join(words), (name, where))
        if other != name:
            rule, hint = "stands in another guide too", f"It is {place} of {other}."
            yield name, Problem(where, rule, sentence, hint)
            continue
        runs = frozenset(zip(words, words[1:], words[2:], strict=False))
        for index in {index for run in runs for index in by_run[run]}:
            other, place, theirs = seen[index]
            if other != name and len(runs & theirs) / len(runs | theirs) >= ALIKE:
                rule = "is nearly a sentence of another guide"
                yield name, Problem(where, rule, sentence, f"{other}, {place}")
                break
        for run in runs:
            by_run[run].append(len(seen))
        seen.append((name, f"{where}: {sentence}", runs))


def _sentences(guides: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """Each sentence of each guide, with the guide's name and its key path."""
    for name, guide in guides.items():
        for where, text in texts(guide):
            for piece in re.split(r"(?<=[.!?])\s+|\n\n", text):
                if sentence := piece.strip():
                    yield name, where, sentence


def texts(part: Any, where: str = "") -> Iterator[tuple[str, str]]:
    """Every piece of prose in a guide, with its key path; names and notes are not prose."""
    if isinstance(part, str):
        yield where, part
    elif isinstance(part, Mapping):
        for key, inner in part.items():
            if key not in NOT_PROSE:
                yield from texts(inner, f"{where}.{key}" if where else str(key))
    elif isinstance(part, list):
        for index, inner in enumerate(part):
            yield from texts(inner, f"{where}[{index}]")


FIGURES = ("employment", "growth", "openings")


def differences(
    nearest: Mapping[str, Any] | None, own: Mapping[str, float], there: Mapping[str, Any], what: str
) -> Iterator[Problem]:
    """Where figures differ from what a workbook says of an occupation.

    `nearest` are the official figures that the guide is shown with, `own` the survey percentiles
    that the guide itself holds, `there` what the workbook has, `what` its name. A figure that one
    side has and the other suppresses is a difference too.
    """
    wages: Mapping[str, float] = there.get("pay", {}).get("points", {})
    if "pay" in there or "employment" in there:
        compiled = (nearest or {}).get("pay", {}).get("points", {})
        for point in sorted(wages.keys() | compiled.keys()):
            ours, theirs = compiled.get(point), wages.get(point)
            yield from _compared(f"nearest.pay.{point}", ours, theirs, what)
        for point, amount in own.items():
            yield from _compared(f"pay.points.{point}", amount, wages.get(point), what)
    for name in FIGURES:
        if name in there:
            figure = (nearest or {}).get(name)
            value = figure["value"] if figure else None
            yield from _compared(f"nearest.{name}", value, there[name], what)
    if "education" in there:
        education = (nearest or {}).get("education")
        yield from _compared("nearest.education", education, there["education"], what)


def _compared(where: str, ours: object, theirs: object, what: str) -> Iterator[Problem]:
    if (ours or None) != (theirs or None):
        found = "not published" if ours is None else str(ours)
        hint = f"{what} has {'nothing' if theirs is None else theirs}."
        yield Problem(where, "must be the workbook's figure", found, hint)
