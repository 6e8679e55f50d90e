"""What an advertisement requires besides skills, and where it is."""

import re
from collections.abc import Callable, Sequence

from careercli.core.judged_conditions import CONDITIONS
from careercli.core.cues import lowered
from careercli.core.degrees_asked import DEGREES, degrees_asked
from careercli.core.requirement import Requirement, hit_words, shortened
from careercli.core.sentences import ELSEWHERE, Sentence
from careercli.core.statements import Statement
from careercli.core.unnamed_credentials import unnamed_credentials
from careercli.core.years_asked import years_asked


def requirements(
    sentences: Sequence[Sentence],
    told: Sequence[Statement],
    education: str,
    years_in: Callable[[str], float | None],
) -> list[Requirement]:
    """What sentences require; each kind once, degrees the lowest that is enough.

    told: the skills and credentials that are known by name
    education: of the person; empty if the profile doesn't say it
    years_in: the person's years in the work that a clause asks for; None if they aren't known
    """
    found: dict[str, Requirement] = {}
    for sentence in sentences:
        if sentence.part in ELSEWHERE:
            continue
        text = " ".join(sentence.text.split()).lstrip("-•* ")
        for clause in text.split(";"):
            degree = degrees_asked(clause, sentence, education)
            for asked in _in_one(clause, [*degree, *years_asked(clause, sentence, years_in)]):
                known = found.get(asked.kind)
                harder = asked.met == "not met" and not asked.wished
                if known is None or harder or (known.wished and not asked.wished):
                    found[asked.kind] = asked
        lower = lowered(text)
        for kind, (label, cue) in CONDITIONS.items():
            if hit := cue.search(lower):
                amount = next(filter(None, hit.groupdict().values()), "")
                found.setdefault(
                    kind,
                    Requirement(
                        kind,
                        label.format(amount.replace("#", " lb")).strip(),
                        hit_words(text, hit),
                        "not known",
                    ),
                )
    return [*found.values(), *unnamed_credentials(sentences, told)]


_OR = re.compile(r"\bor (?:(?!and\b|plus\b|with\b|in\b|field\b)[\w'’]+ ){0,3}$", re.IGNORECASE)


def _in_one(clause: str, asked: list[Requirement]) -> list[Requirement]:
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
        return asked
    labels = [way.label.removeprefix("or ") for way in joined]
    first, last = joined[0], joined[-1]
    words = shortened(clause[starts[first] : starts[last] + len(last.words)])
    met = min(way.met for way in joined)  # the best of them, by their spelling
    is_wished = any(way.wished for way in joined)
    label = f"{'or ' * first.label.startswith('or ')}{' or '.join(labels)}"
    both = Requirement("degree or years", label, words, met, is_wished)
    return [both, *(other for other in asked if other not in joined)]


_WAYS = ("degree", "program", "years")


def judged_spans(text: str) -> list[tuple[int, int]]:
    """Where a text states requirements that are no skills, from and to: "background check"."""
    lower = lowered(text)
    cues = (cue for _, cue in (*CONDITIONS.values(), *DEGREES.values()))
    return [hit.span() for cue in cues for hit in cue.finditer(lower)]
