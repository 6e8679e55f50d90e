"""The official figures that guides stand beside: data/official/*.csv.

Taken from the survey's and the projections' workbooks by scripts/official_figures.py, and kept
with the workbooks' SHA-256, so that anyone can make them again.
"""

import csv
import tomllib  # noqa: TID253  # build time only
from pathlib import Path
from typing import Any

PERCENTILES = ("p10", "p25", "p50", "p75", "p90", "mean")
ALL_OCCUPATIONS = "00-0000"


class BundledFigures:
    """Survey pay and projections by SOC code.

    `sources` has their provenance by id: `oews`, `projections` and `onet`.
    """

    def __init__(self, folder: Path) -> None:
        self.sources: dict[str, dict[str, Any]] = {}
        if (file := folder / "sources.toml").exists():
            tables = tomllib.loads(file.read_text(encoding="utf-8"))
            self.sources = {
                name: {key: part for key, part in table.items() if key != "sha256"}
                for name, table in tables.items()
            }
        self._wages = _by_code(folder / "wages.csv")
        self._projections = _by_code(folder / "projections.csv")
        self._occupations = _by_code(folder / "occupations.csv")
        self._likeness = _by_code(folder / "likeness.csv")
        self.codes = sorted(self._wages.keys() | self._projections.keys())

    def nearest(self, code: str, match: str) -> dict[str, Any] | None:
        """What is known of an occupation; None where neither workbook has it.

        A figure that a workbook suppresses is left out, never 0.
        """
        wages, projection = self._wages.get(code, {}), self._projections.get(code, {})
        if not wages and not projection:
            return None
        nearest: dict[str, Any] = {
            "code": code,
            "title": wages.get("title") or projection["title"],
            "match": match,
        }
        points = {name: float(wages[name]) for name in PERCENTILES if wages.get(name)}
        if points:
            nearest["pay"] = {
                "basis": "percentiles",
                "points": points,
                "source": "oews",
                "kind": "survey",
            }
        if wages.get("employment"):
            nearest["employment"] = self._figure(wages["employment"], "jobs", "oews")
        if projection:
            everyone = self._projections[ALL_OCCUPATIONS]
            nearest["growth"] = self._figure(projection["growth"], "percent", "projections")
            nearest["all_growth"] = self._figure(everyone["growth"], "percent", "projections")
            openings = self._figure(projection["openings"], "openings/year", "projections")
            nearest["openings"] = openings
            nearest["education"] = projection["education"]
        if interests := self._occupations.get(code, {}).get("interests"):
            nearest["interests"] = interests
        return nearest

    def zones(self) -> dict[str, int]:
        """SOC code -> O*NET job zone."""
        return {code: int(row["zone"]) for code, row in self._occupations.items() if row["zone"]}

    def likeness(self) -> dict[str, tuple[str, list[int]]]:
        """SOC code -> facets that it lacks, and how like it each of these codes is, in order.

        In hundredths, as in `core.similarity`, worked out among all occupations of O*NET.
        """
        return {
            code: (row["lacks"], [int(row[other]) for other in self._likeness])
            for code, row in self._likeness.items()
        }

    def _figure(self, value: str, unit: str, source: str) -> dict[str, Any]:
        kind = self.sources[source]["kind"]
        return {"value": float(value), "unit": unit, "source": source, "kind": kind}


def _by_code(path: Path) -> dict[str, dict[str, str]]:
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}
