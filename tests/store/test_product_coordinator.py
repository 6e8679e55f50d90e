"""The Product Coordinator guide: whole, honest, and in our own words."""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = tomllib.loads((ROOT / "data/roles/product-coordinator.toml").read_text(encoding="utf-8"))
RUNS = frozenset((ROOT / "tests/data/reference-runs.txt").read_text().split())
"""Hashes of every run of eight words in the publisher's guide; its text is not kept here."""


@pytest.mark.parametrize(
    ("part", "count"),
    [
        ("responsibilities", 15),
        ("tech_stack", 20),
        ("tech_skills", 20),
        ("soft_skills", 15),
        ("day", 3),
        ("pros", 6),
        ("mistakes", 8),
        ("advice", 8),
        ("faq", 8),
    ],
)
def test_its_lists_are_not_as_long_as_the_publishers(part: str, count: int) -> None:
    assert 0 < len(GUIDE[part]) != count


def test_the_skill_map_is_not_five_five_and_seven() -> None:
    counts = [
        len(GUIDE["skill_map"][b]["skills"])
        for b in ("foundation", "specialization", "professional")
    ]
    assert all(counts)
    assert counts != [5, 5, 7]


@pytest.mark.parametrize(("part", "count"), [("tech_skills", 42), ("soft_skills", 25)])
def test_its_lists_name_every_skill_that_the_publisher_names(part: str, count: int) -> None:
    assert len({skill for line in GUIDE[part] for skill in line["skills"]}) == count


def test_its_tools_are_the_22_named() -> None:
    tools = [skill for line in GUIDE["tech_stack"] for skill in line["skills"]]
    assert len(set(tools)) == len(tools) == 22


def test_the_published_pay_carries_over() -> None:
    (series,) = GUIDE["pay"]
    assert series["points"] == {
        "low": 50000,
        "high": 80000,
        "median": 65000,
        "entry": 54500,
        "mid": 65000,
        "senior": 75500,
        "top": 80000,
    }
    assert GUIDE["sources"][series["source"]]["kind"] == "published-estimate"


def test_the_growth_is_the_publishers_claim() -> None:
    growth = GUIDE["outlook"]["growth"]
    assert (growth["value"], growth["kind"]) == (8, "published-claim")


def test_the_cases_carry_their_figures() -> None:
    figures = [[figure["value"] for figure in case.get("figures", ())] for case in GUIDE["cases"]]
    assert sorted(figures) == [[], [-30], [-20, 15]]


def test_the_ladder_has_the_published_years() -> None:
    years = [
        (tier["level"], tier["years"]["start"], tier["years"].get("end")) for tier in GUIDE["tiers"]
    ]
    assert years == [("entry", 0, 2), ("mid", 2, 5), ("senior", 5, 8), ("lead", 8, None)]


def test_no_run_of_eight_words_is_the_publishers() -> None:
    shared = [run for text in strings(GUIDE) for run in runs(text) if digest(run) in RUNS]
    assert shared == []


def strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for inner in part.values():
            yield from strings(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from strings(inner)


def runs(text: str) -> Iterator[str]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    for start in range(len(words) - 7):
        yield " ".join(words[start : start + 8])


def digest(run: str) -> str:
    return hashlib.sha256(run.encode()).hexdigest()[:12]
