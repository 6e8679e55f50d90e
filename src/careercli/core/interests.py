"""RIASEC interests: thirty questions, letters, six scores, and how a role's interests follow."""

from collections.abc import Mapping, Sequence
from math import sqrt
from operator import mul

from careercli.errors import UsageError

INTEREST_LETTERS = "RIASEC"
INTEREST_NAMES = dict(
    zip(
        INTEREST_LETTERS,
        "Realistic Investigative Artistic Social Enterprising Conventional".split(),
        strict=True,
    )
)
_WORDS = ("hands-on", "investigating", "creative", "with people", "persuading", "orderly")
INTEREST_WORDS = dict(zip(INTEREST_LETTERS, _WORDS, strict=True))
"""What work of each kind is like, in our words."""
MAX_SCORE = 40
"""The highest score of O*NET's Interest Profiler: 10 questions of 0 to 4 points a letter."""
SCORES = 6

Scores = tuple[float, ...]
"""Six scores in the order R I A S E C, on any scale: only their pattern counts."""


def parse_scores(words: Sequence[str]) -> Scores:
    """Six scores from letters, names or scores, as they are typed.

    Letters or names, strongest first, count 6, 5, 4 and so on, letters that are not there 0: an
    order says no more than that. Raises UsageError.
    """
    text = " ".join(words)
    if letters := typed_letters(words):
        return tuple(
            float(SCORES - letters.index(letter)) if letter in letters else 0.0
            for letter in INTEREST_LETTERS
        )
    numbers = text.replace(",", " ").split()
    if len(numbers) == 1 and len(numbers[0]) == 12:  # as in My Next Move's print link
        numbers = [numbers[0][index : index + 2] for index in range(0, 12, 2)]
    if len(numbers) == SCORES:
        for name, number in zip(INTEREST_NAMES.values(), numbers, strict=True):
            if not (number.isdecimal() and len(number) <= 2 and int(number) <= MAX_SCORE):
                raise UsageError(
                    f"The score of {name} is \u201c{number}\u201d; scores are from 0 to 40.",
                    hint="Give six, in the order R I A S E C: 13 16 24 24 19 20.",
                )
        return tuple(map(float, numbers))
    raise UsageError(
        "Interests are letters of RIASEC, names of its types or six scores; found"
        f" \u201c{text}\u201d.",
        hint="For example, SAE, \u201csocial artistic\u201d, or 13 16 24 24 19 20"
        " (each 0 to 40, in the order R I A S E C).",
    )


def typed_letters(words: Sequence[str]) -> str:
    """The letters that were typed, or of the types that were named; empty if neither."""
    text = "".join(words).upper()
    if not set(text) <= set(INTEREST_LETTERS):
        names = [word.upper() for part in words for word in part.replace(",", " ").split()]
        known = {name.upper(): letter for letter, name in INTEREST_NAMES.items()}
        text = "".join(known.get(name, "?") for name in names)
    return text if text and "?" not in text and len(set(text)) == len(text) else ""


def parse_interests(words: Sequence[str]) -> str:
    """RIASEC letters, strongest first, from letters, names or six scores. Raises UsageError."""
    return typed_letters(words) or strongest(parse_scores(words))


def stored_scores(text: str) -> Scores | None:
    """The six scores of interests as a profile holds them; None if it holds none."""
    try:
        return parse_scores([text]) if text else None
    except UsageError:
        return None


def strongest(scores: Scores) -> str:
    """The letters of the three highest scores; ties are in the order of RIASEC."""
    ranked = sorted(zip(INTEREST_LETTERS, scores, strict=True), key=lambda pair: -pair[1])
    return "".join(letter for letter, _ in ranked[:3])


def stored_text(scores: Scores) -> str:
    """Six scores as a profile holds them."""
    return " ".join(f"{score:g}" for score in scores)


def correlations(scores: Scores, profiles: Mapping[str, Scores]) -> dict[str, float]:
    """How well each role's six interests follow six scores: Pearson's r, from -1 to 1.

    O*NET links a person's Interest Profiler scores to occupations in the same way: Rounds et al.,
    "Linking Client Assessment Profiles to O*NET Occupational Profiles within the O*NET Interest
    Profiler Short Form" (National Center for O*NET Development, 2010).
    A role whose six interests are equal has no r and is left out; so is everything if the six
    scores are equal.
    """
    mean = sum(scores) / len(scores)
    deviations = [score - mean for score in scores]
    length = sqrt(sum(deviation * deviation for deviation in deviations))
    if not length:
        return {}
    mine = [deviation / length for deviation in deviations]
    found = {}
    for key, profile in profiles.items():
        spread = sum(map(mul, profile, profile)) - sum(profile) ** 2 / len(profile)
        if spread > FLAT:
            found[key] = sum(map(mul, mine, profile)) / sqrt(spread)
    return found


FLAT = 1e-9
"""The sum of squared deviations of six equal interests, but for what rounding leaves."""


ANSWERS = ("not at all", "not much", "don't mind", "like it", "very much")
"""What 1 to 5 stand for; they score 0 to 4."""
HINT_AFTER = 12
"""Answers after which a first hint is given: two of each type."""

_ACTIVITIES = {
    "R": (
        "Take a bicycle apart and put it back together",
        "Drive a loaded truck across three states",
        "Weld a broken gate",
        "Grow vegetables on an acre of ground",
        "Find out why a machine stopped, and get it running",
    ),
    "I": (
        "Work out from blood samples what makes a patient ill",
        "Count birds for a year and look for a pattern",
        "Find the mistake in a long calculation",
        "Design an experiment that could prove you wrong",
        "Reconstruct a crime from what was left behind",
    ),
    "A": (
        "Write a story that strangers will read",
        "Play in a band every weekend",
        "Choose colors, light and furniture for a restaurant",
        "Draw the pictures for a children's book",
        "Act a part on a stage",
    ),
    "S": (
        "Teach a child to read",
        "Help a family through a hard decision",
        "Coach somebody through exercises after an injury",
        "Run a group for teenagers who are new in town",
        "Listen to a neighbor's trouble for an hour",
    ),
    "E": (
        "Talk a doubtful customer into the better model",
        "Open a shop with your own money",
        "Lead a crew that has to finish by Friday",
        "Bargain over the price of a house",
        "Run for office in your town",
    ),
    "C": (
        "Keep a company's books to the cent",
        "File a thousand records so that each is found in seconds",
        "Check forms for the box that somebody left empty",
        "Plan a month of shifts for forty people",
        "Count a warehouse's stock and order before it runs out",
    ),
}
QUESTIONS = tuple(question for turn in zip(*_ACTIVITIES.values(), strict=True) for question in turn)
"""Activities, five of each of Holland's types in turn: R I A S E C R I … They are ours, and no
validated test."""


def scored(answers: Sequence[int]) -> Scores:
    """Six scores, 0 to 20 when all is answered, from answers of 1 to 5 in the order asked."""
    kinds = len(INTEREST_LETTERS)
    return tuple(float(sum(answer - 1 for answer in answers[kind::kinds])) for kind in range(kinds))
