"""How much of U.S. employment has a portrait, and how much known credentials.

    python benchmarks/portraits.py

By SOC major group: employees that the shipped wage survey counts, in percent of the group's
detailed occupations. Credentials are known if the portrait says what is always or usually asked
for, or that nothing is. An occupation that O*NET divides counts by the part with its own title
(`.00`), or if there is none by all of its parts alike; one that the survey blends, by all of those
in it alike.
"""

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any

from careercli.files.portrait_schema import read_portraits
from careercli.official.roles import MAJOR_GROUPS

DATA = Path(__file__).parents[1] / "data"
BLENDS = {
    "21-1018": ("21-1011", "21-1014"),
    "25-9045": ("25-9042", "25-9043", "25-9049"),
}
"""Survey's code -> the occupations that it counts in one, where the code doesn't say so."""


def main() -> None:
    written = read_portraits(DATA)
    totals: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for code, jobs in employment().items():
        portraits = portraits_of(code, written.portraits)
        known = sum("credentials" in one for one in portraits) / len(portraits or " ")
        for group in (code[:2], "all"):
            for index, share in enumerate((1.0, float(bool(portraits)), known)):
                totals[group][index] += jobs * share
    print("| major group | thousand jobs | with a portrait | credentials known |")
    print("|---|---:|---:|---:|")
    for group, title in ({**MAJOR_GROUPS, "all": "all"}).items():
        total, portrait, known = totals[group]
        if total:
            print(
                f"| {title} | {total / 1000:,.0f} | {portrait / total:.1%} | {known / total:.1%} |"
            )
    missing = sum("credentials" not in one for one in written.portraits.values())
    print(
        f"\n{len(written.portraits)} portraits, {missing} of them without known credentials;",
        end=" ",
    )
    told = written.credentials.values()
    print(
        f"{len(told)} credentials, {sum('time' in one for one in told)} with a time and"
        f" {sum('fee' in one for one in told)} with a fee"
    )


def employment() -> dict[str, int]:
    """Detailed code -> employees in the country."""
    with (DATA / "official" / "oews" / "national.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: int(row["employment"])
            for row in csv.DictReader(file)
            if row["employment"] and not row["code"].endswith("0000")
        }


def portraits_of(code: str, portraits: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The portraits of what the survey counts under a code."""
    found: list[dict[str, Any]] = []
    for part in BLENDS.get(code, (code,)):
        inside = {one: portraits[one] for one in portraits if one.startswith(part)}
        if not inside and part.endswith("0"):
            inside = {one: portraits[one] for one in portraits if one.startswith(part[:-1])}
        found += [one for key, one in inside.items() if key.endswith(".00")] or inside.values()
    return found


if __name__ == "__main__":
    main()
