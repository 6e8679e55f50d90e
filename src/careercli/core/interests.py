"""RIASEC interests: letters, or the six scores of the O*NET Interest Profiler."""

from collections.abc import Sequence

from careercli.errors import UsageError

INTEREST_LETTERS = "RIASEC"
INTEREST_NAMES = {
    "R": "Realistic",
    "I": "Investigative",
    "A": "Artistic",
    "S": "Social",
    "E": "Enterprising",
    "C": "Conventional",
}
MAX_SCORE = 40
"""The highest score of the Interest Profiler: 10 questions of 0 to 4 points a letter."""


def parse_interests(words: Sequence[str]) -> str:
    """RIASEC letters, strongest first, from letters or six scores in the order R I A S E C.

    Scores give the three highest, ties in the order of RIASEC. Raises UsageError.
    """
    text = "".join(words).upper()
    if text and set(text) <= set(INTEREST_LETTERS) and len(set(text)) == len(text):
        return text
    numbers = [word for part in words for word in part.replace(",", " ").split()]
    if len(numbers) == 1 and len(numbers[0]) == 12:  # as in My Next Move's print link
        numbers = [numbers[0][index : index + 2] for index in range(0, 12, 2)]
    if len(numbers) == 6 and all(map(_is_score, numbers)):
        ranked = sorted(
            zip(INTEREST_LETTERS, map(int, numbers), strict=True), key=lambda pair: -pair[1]
        )
        return "".join(letter for letter, _ in ranked[:3])
    raise UsageError(
        f"Interests are letters of RIASEC or six scores; found \u201c{' '.join(words)}\u201d.",
        hint="Such as SAE, or 13 16 24 24 19 20 (each 0 to 40, in the order R I A S E C).",
    )


def _is_score(text: str) -> bool:
    return text.isdecimal() and len(text) <= len(str(MAX_SCORE)) and int(text) <= MAX_SCORE
