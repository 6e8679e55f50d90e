"""How much of what a guide asks for somebody brings who does another guide's job.

    python benchmarks/guides.py [FOLDER...]

Of each pair of guides in a folder (data/roles, if none is given): the coverage by weight of what
the one asks for at the middle level, held by somebody who does the other as its guide asks there
(`careercli.core.moves.coverage`). Related pairs are those of a guide's related roles, in both
directions; far pairs are unrelated ones of two families. Coverage is directed, so each pair of
roles counts twice.
"""

import sys
import tomllib
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path
from statistics import median
from typing import Any

from careercli.core.moves import coverage, requirement_demands, skills_of
from careercli.model.basics import Seniority
from careercli.model.skills import Requirement

LEVEL: Seniority = "mid"


def main(folders: list[str]) -> None:
    for folder in folders:
        guides = {
            file.stem: tomllib.loads(file.read_text(encoding="utf-8"))
            for file in sorted(Path(folder).glob("*.toml"))
        }
        related = related_pairs(guides)
        table = coverages(guides)
        apart = [pair for pair in table if pair not in related]
        far = [(a, b) for a, b in apart if guides[a]["family"] != guides[b]["family"]]
        print(f"{folder}, {len(guides)} guides, level {LEVEL}\n")
        print("| pairs | count | median | least | 90 of 100 | at 0.00 | at least 0.40 |")
        print("|---|---:|---:|---:|---:|---:|---:|")
        for name, pairs in (("related", related), ("unrelated", apart), ("far", far)):
            print(row(name, [table[pair] for pair in pairs]))


def related_pairs(guides: dict[str, dict[str, Any]]) -> set[tuple[str, str]]:
    pairs = set()
    for slug, guide in guides.items():
        for other in guide["related"]:
            if other.get("slug") in guides:
                pairs |= {(slug, other["slug"]), (other["slug"], slug)}
    return pairs


def coverages(guides: dict[str, dict[str, Any]]) -> dict[tuple[str, str], float]:
    demands = {
        slug: requirement_demands(
            [
                Requirement(tuple(one["any_of"]), one["need"], one["expected"])
                for one in guide["requirements"]
            ],
            LEVEL,
        )
        for slug, guide in guides.items()
    }
    held = {slug: skills_of(one) for slug, one in demands.items()}
    return {
        (a, b): coverage(demands[b], held[a], known=True).low for a, b in permutations(guides, 2)
    }


def row(name: str, values: Iterable[float]) -> str:
    ordered = sorted(values)
    most = ordered[len(ordered) * 9 // 10]
    zeros, enough = sum(one < 0.005 for one in ordered), sum(one >= 0.4 for one in ordered)
    return (
        f"| {name} | {len(ordered)} | {median(ordered):.2f} | {ordered[0]:.2f} | {most:.2f}"
        f" | {zeros} | {enough} |"
    )


if __name__ == "__main__":
    main(sys.argv[1:] or [str(Path(__file__).parents[1] / "data" / "roles")])
