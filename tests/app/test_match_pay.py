"""What an advertisement pays, in the ways in which employers write it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.running import Run


def read(run: Run, tmp_path: Path, text: str) -> dict[str, Any]:
    path = tmp_path / "ad.txt"
    path.write_text(f"{text}\nExcel\n")
    data: dict[str, Any] = json.loads(run("match", str(path), "--format", "json").out)
    return data


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("60k-68k DOE", 60_000, 68_000, "year"),
        ("52-58k", 52_000, 58_000, "year"),
        ("$70-80,000", 70_000, 80_000, "year"),
        ("Salary: 60,000 - 68,000", 60_000, 68_000, "year"),
        ("USD 60,000 - 68,000", 60_000, 68_000, "year"),
        ("Earn 80k your first year", 80_000, 80_000, "year"),
        ("70k/yr", 70_000, 70_000, "year"),
        ("60K", 60_000, 60_000, "year"),
        ("Pay: 18.50/hr", 18.5, 18.5, "hour"),
        ("18 - 22 an hour", 18, 22, "hour"),
        ("Up to 30/hr", 30, 30, "hour"),
        ("Pay: 18 to 20", 18, 20, "hour"),
        ("hourly: 19.75 - 23.10", 19.75, 23.1, "hour"),
        ("$18.50hr-$20hr", 18.5, 20, "hour"),
        ("25 bucks an hour", 25, 25, "hour"),
        ("1200 a week", 1_200, 1_200, "week"),
    ],
)
def test_pay_is_read_as_people_write_it(
    run: Run, tmp_path: Path, words: str, low: float, high: float, unit: str
) -> None:
    pay = read(run, tmp_path, f"Office Manager\n{words}")["pay"]
    assert (pay["low"], pay["high"], pay["unit"]) == (low, high, f"USD/{unit}")


@pytest.mark.parametrize(
    "words",
    [
        "Serving 60k customers",
        "\u00a326\u201329k",
        "\u20ac 26k-29k",
        "26k-29k EUR",
        "401k match",
        "40-50 hrs/wk",
        "5,000 - 10,000 sq ft",
        "Budget of 500k",
        "portfolio of 50k-60k accounts",
        "Must pick 120/hr",
        "Call volume 10k-15k a year",
        "$50 per visit",
        "$20/walk",
        "$120/house",
        "Lift 50-60 lb 20 times an hour",
    ],
)
def test_other_numbers_are_no_pay(run: Run, tmp_path: Path, words: str) -> None:
    assert read(run, tmp_path, f"Office Manager\n{words}")["pay"] is None


@pytest.mark.parametrize(
    "line", ["Line Cook  $15-17/hr", "Line Cook $15-17/hr + tips", "Line Cook 15-17/hr DOE"]
)
def test_a_title_with_its_pay_is_a_title(run: Run, tmp_path: Path, line: str) -> None:
    data = read(run, tmp_path, line)
    assert (data["title"], data["nearest_roles"][0]["slug"]) == ("Line Cook", "cook")


@pytest.mark.parametrize(
    "words",
    [
        "Pay: $25/DOE",
        "Pay: $18 / tips",
        "Pay: $25/full time",
        "Pay: $60,000 / commission",
        "$18 a great job",
    ],
)
def test_what_stands_behind_an_amount_is_a_piece_only_if_it_is_one(
    run: Run, tmp_path: Path, words: str
) -> None:
    assert read(run, tmp_path, f"Truck Driver\n{words}\nCDL A")["pay"]
    assert read(run, tmp_path, "Truck Driver\n$25 a load\nCDL A")["pay"] is None
