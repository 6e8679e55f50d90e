"""How alike two occupations are, by what O*NET says of each.

A composite of five facets, as O*NET's own related occupations are built from what people do, what
they know and what they are called (National Center for O*NET Development, Related Occupations,
2022), here with skills and interests beside them. Each facet is a cosine; text facets are cosines
of TF-IDF vectors, of which the square root is taken, because most are near zero. Each facet is
standardized over all pairs (mean 0, standard deviation 1), and the composite is their sum over
the square root of their number (Stouffer's way of combining standard scores): a facet that one of
the two lacks leaves its weight to the others, without making what is left louder.
`benchmarks/related.py` checks it against expert-reviewed pairs.
"""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import fsum, log, sqrt
from operator import mul
from statistics import fmean
from typing import NamedTuple

from careercli.model.move_inputs import LIKENESS_UNIT, UNKNOWN_LIKENESS

FACETS = ("knowledge", "skills", "interests", "tasks", "titles")
RATED = ("knowledge", "skills", "interests")
FEWEST = 2
"""Facets that two occupations must share: by titles alone, residual groups are like each other."""
COMMON = 0.5
"""A word that more than this share of the occupations has tells nothing."""
TITLE_WEIGHT = 3
"""An occupation's own title counts as this many of its other titles."""

Vector = Mapping[str, float]


class OccupationText(NamedTuple):
    """What likeness reads of an occupation.

    code: its O*NET-SOC code
    ratings: facet -> O*NET element -> value, on whatever scale that facet has
    text: facet -> its text
    """

    code: str
    ratings: Mapping[str, Vector]
    text: Mapping[str, str]


class Likeness(NamedTuple):
    """How alike one occupation is to each occupation, itself included.

    code: its O*NET-SOC code
    lacks: the facets that it has nothing of
    row: the composite with each occupation, in their order, in hundredths; UNKNOWN if none
    """

    code: str
    lacks: tuple[str, ...]
    row: "array[int]"


def likenesses(occupations: Sequence[OccupationText]) -> list[Likeness]:
    """The composite of every pair."""
    size = len(occupations)
    total = [array("d", bytes(8 * (index + 1))) for index in range(size)]
    facets = [0] * size  # a bit for each that the occupation has
    for bit, facet in enumerate(FACETS):
        vectors = (
            _rated([occupation.ratings.get(facet, {}) for occupation in occupations])
            if facet in RATED
            else _weighted([_words(occupation.text.get(facet, "")) for occupation in occupations])
        )
        there = [index for index, vector in enumerate(vectors) if vector]
        for index in there:
            facets[index] |= 1 << bit
        measure: Callable[..., list[array[float]]] = _dense if facet in RATED else _sparse
        _add(measure([vectors[index] for index in there]), there, total)
    rows = [array("h", bytes(2 * size)) for _ in range(size)]
    for one, (row, mine) in enumerate(zip(total, facets, strict=True)):
        for other, (value, theirs) in enumerate(zip(row, facets, strict=False)):
            shared = (mine & theirs).bit_count()
            known = shared >= FEWEST
            stored = round(LIKENESS_UNIT * value / sqrt(shared)) if known else UNKNOWN_LIKENESS
            rows[one][other] = rows[other][one] = stored
    return [
        Likeness(
            one.code, tuple(name for bit, name in enumerate(FACETS) if not has >> bit & 1), row
        )
        for one, has, row in zip(occupations, facets, rows, strict=True)
    ]


def _add(cosines: "list[array[float]]", there: Sequence[int], total: "list[array[float]]") -> None:
    """Adds a facet's cosines, standardized over its pairs; row i holds those with 0 to i."""
    pairs = [value for row in cosines for value in row[:-1]]
    if not pairs:
        return
    mean, deviation = fmean(pairs), _deviation(pairs) or 1.0
    for row, occupation in zip(cosines, there, strict=True):
        sums = total[occupation]
        for value, other in zip(row, there, strict=False):
            sums[other] += (value - mean) / deviation


def _deviation(values: Sequence[float]) -> float:
    """The standard deviation; `statistics.pstdev` is exact, and takes seconds for a million."""
    mean = fmean(values)
    return sqrt(fsum((value - mean) ** 2 for value in values) / len(values))


def _rated(ratings: Sequence[Vector]) -> list[list[float]]:
    """Ratings as unit vectors, each element standardized over the occupations that have them."""
    elements = sorted({element for rated in ratings for element in rated})
    rows = [[rated.get(element, 0.0) for element in elements] if rated else [] for rated in ratings]
    columns = list(zip(*filter(None, rows), strict=True))
    means = [fmean(column) for column in columns]
    deviations = [_deviation(column) or 1.0 for column in columns]
    return [
        _unit([(v - m) / d for v, m, d in zip(row, means, deviations, strict=True)]) if row else []
        for row in rows
    ]


def _unit(values: list[float]) -> list[float]:
    length = sqrt(sum(map(mul, values, values)))
    return [value / length for value in values] if length else []


def _dense(vectors: Sequence[list[float]]) -> "list[array[float]]":
    return [
        array("d", [sum(map(mul, vector, other)) for other in vectors[: index + 1]])
        for index, vector in enumerate(vectors)
    ]


def _words(text: str) -> Counter[str]:
    return Counter(_stem(word) for word in re.findall("[a-z]{2,}", text.casefold()))


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word


ENDINGS = (
    "ization", "ations", "ation", "ments", "ment", "ings", "ing", "ers", "ors", "er", "or",
    "ies", "ed", "es", "s", "y", "e",
)  # fmt: skip


def _weighted(texts: Sequence[Counter[str]]) -> list[dict[str, float]]:
    """TF-IDF unit vectors, (1 + ln tf) ln(N/df); words in only one text or in most texts count for
    nothing."""
    found = Counter(word for text in texts for word in text)
    most = COMMON * len(texts)
    rarity = {word: log(len(texts) / n) for word, n in found.items() if 1 < n <= most}
    vectors = []
    for text in texts:
        vector = {word: (1 + log(n)) * rarity[word] for word, n in text.items() if word in rarity}
        length = sqrt(sum(value * value for value in vector.values()))
        vectors.append({word: value / length for word, value in vector.items()})
    return vectors


def _sparse(vectors: Sequence[Vector]) -> "list[array[float]]":
    """Square roots of the cosines, through the words that texts share."""
    having: dict[str, list[tuple[int, float]]] = {}
    rows = []
    for index, vector in enumerate(vectors):
        row = array("d", bytes(8 * (index + 1)))
        for word, value in vector.items():
            postings = having.setdefault(word, [])
            postings.append((index, value))
            for other, weight in postings:
                row[other] += value * weight
        rows.append(array("d", map(sqrt, row)))
    return rows
