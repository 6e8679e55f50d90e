"""How many of O*NET's expert-reviewed related occupations likeness finds.

    python benchmarks/related.py db_30_3_text.zip

For each occupation that O*NET rates: the share of its ten primary related occupations among the
ten most similar, and of all twenty among the first twenty; the table shows means. Similarity never
reads the related occupations. For orientation also one facet alone, and the raw cosine of the 35
skill ratings, which is what most tools use.
"""

import sys
import time
from collections.abc import Sequence
from math import sqrt
from operator import mul
from pathlib import Path

from careercli.core import likeness
from careercli.core.likeness import FACETS, OccupationText
from careercli.core.neighbors import ALIKE, LIKENESS_FLOOR, SAME_WORK, VERY_ALIKE
from careercli.model.move_inputs import LIKENESS_UNIT
from careercli.official import onet
from careercli.official.files import members
from careercli.official.move_inputs import occupation_text

PRIMARY, ALL = 10, 20


def main(release: str) -> None:
    with members(Path(release), "") as found:
        parts = onet.read(release, found, "", lambda _: None, partial=True).parts
    every = [occupation_text(code, part) for code, part in parts.items()]
    described = {code: part["occupation"] for code, part in parts.items()}
    codes = [code for code, told in described.items() if "knowledge" in told.get("ratings", {})]
    experts = {code: described[code].get("related", []) for code in codes}
    start = time.process_time()
    whole = _rows(every)
    spent = time.process_time() - start
    print(f"{len(codes)} occupations; all {len(every)} in {spent:.1f} s of CPU\n")
    print("| | primary in 10 | all in 20 |\n|---|---:|---:|")
    _tell("composite", codes, whole, experts)
    _tell_floors(codes, whole, experts)
    print()
    likeness.FEWEST = 1
    for facet in FACETS:
        _tell(f"{facet} alone", codes, _rows([_only(one, facet) for one in every]), experts)
    _tell("cosine of skill ratings", codes, _raw_cosines(every), experts)


def _tell_floors(
    codes: Sequence[str],
    alike: dict[str, dict[str, float]],
    experts: dict[str, list[dict[str, object]]],
) -> None:
    """The likeness that shares of the related pairs reach: the floors of moves."""
    known = set(codes)
    print()
    for share, tiers, name in FLOORS:
        pairs = sorted(
            alike[code][str(one["code"])] / LIKENESS_UNIT
            for code in codes
            for one in experts[code]
            if one["tier"] in tiers and one["code"] in known
        )
        reached = pairs[round((1 - share) * (len(pairs) - 1))]
        print(f"{share:.0%} of {len(pairs)} pairs reach {reached:.2f}: {name}")


PRIMARY_TIERS, ALL_TIERS = (1, 2), (1, 2, 3)
FLOORS = (
    (0.95, ALL_TIERS, f"listed from {LIKENESS_FLOOR:g} on"),
    (0.90, PRIMARY_TIERS, f"two dots from {ALIKE:g} on"),
    (0.50, PRIMARY_TIERS, f"three dots from {VERY_ALIKE:g} on"),
    (0.10, PRIMARY_TIERS, f"the same work from {SAME_WORK:g} on"),
)
"""Shares of related pairs, of which tiers, and what the likeness that they reach is a floor of."""


def _rows(every: Sequence[OccupationText]) -> dict[str, dict[str, float]]:
    codes = [one.code for one in every]
    found = likeness.likenesses(every)
    return {one.code: dict(zip(codes, one.row, strict=True)) for one in found}


def _only(one: OccupationText, facet: str) -> OccupationText:
    ratings = {name: part for name, part in one.ratings.items() if name == facet}
    return OccupationText(
        one.code, ratings, {n: part for n, part in one.text.items() if n == facet}
    )


def _raw_cosines(every: Sequence[OccupationText]) -> dict[str, dict[str, float]]:
    rated = {one.code: one.ratings["skills"] for one in every if one.ratings.get("skills")}
    elements = sorted({element for ratings in rated.values() for element in ratings})
    rows = {code: [found.get(one, 0.0) for one in elements] for code, found in rated.items()}
    length = {code: sqrt(sum(map(mul, row, row))) for code, row in rows.items()}
    return {
        one: {
            other: sum(map(mul, rows[one], row)) / length[one] / length[other]
            for other, row in rows.items()
        }
        for one in rows
    }


def _tell(
    name: str,
    codes: Sequence[str],
    alike: dict[str, dict[str, float]],
    experts: dict[str, list[dict[str, object]]],
) -> None:
    shares: dict[int, list[float]] = {PRIMARY: [], ALL: []}
    known = set(codes)
    for code in codes:
        ranked = sorted(known - {code}, key=lambda other: (-alike[code].get(other, -1e9), other))
        for count, tiers in ((PRIMARY, (1, 2)), (ALL, (1, 2, 3))):
            right = {one["code"] for one in experts[code] if one["tier"] in tiers} & known
            if right:
                shares[count].append(len(right & set(ranked[:count])) / len(right))
    means = [sum(some) / len(some) for some in shares.values()]
    print(f"| {name} | {means[0]:.3f} | {means[1]:.3f} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
