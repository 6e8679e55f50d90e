"""The study that leads to occupations: data/schooling.csv, a row a program."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from careercli.core.entry import EDUCATION
from careercli.errors import Problem

DEGREES = dict(zip(("associate", "bachelor", "master", "doctoral"), EDUCATION[4:], strict=True))
"""What a row calls a degree -> the words of the projections."""
NUMBERS = ("college", "least", "most", "after_least", "after_most")


def read_schooling(
    rows: Iterable[Mapping[str, str]], codes: Collection[str], pages: Collection[str]
) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    """O*NET-SOC code -> the study that leads there, and every problem found.

    codes: of every occupation; a row's code of six digits stands for all of its specialties
    """
    schooling: dict[str, dict[str, Any]] = {}
    problems: list[Problem] = []
    for number, row in enumerate(rows, start=2):
        found = list(_problems(f"line {number}", row, pages))
        for named in row["codes"].split():
            meant = [code for code in codes if code == named or code[:7] == named]
            if not meant or not schooling.keys().isdisjoint(meant):
                rule = "must be occupations in names.csv, each once"
                found.append(Problem(f"line {number}.codes", rule, named))
            if not found:
                schooling |= dict.fromkeys(meant, _study(row))
        problems += found
    return schooling, problems


def _problems(where: str, row: Mapping[str, str], pages: Collection[str]) -> Iterator[Problem]:
    if row["page"] and row["page"] not in pages:
        yield Problem(f"{where}.page", "must be a page in handbook.csv, or empty", row["page"])
    if row["degree"] not in DEGREES:
        rule = f"must be {', '.join(DEGREES)}"
        yield Problem(f"{where}.degree", rule, row["degree"])
    for part in NUMBERS:
        if row[part] and not row[part].isdigit():
            yield Problem(f"{where}.{part}", "must be whole years, or empty", row[part])
    if bool(row["after_least"]) != bool(row["after_most"]):
        yield Problem(f"{where}.after_most", "must be there with after_least", row["after_most"])


def _study(row: Mapping[str, str]) -> dict[str, Any]:
    years = {part: int(row[part]) for part in NUMBERS if row[part]}
    texts = {part: row[part] for part in ("first", "page") if row[part]}
    return {"degree": DEGREES[row["degree"]], **years, **texts}
