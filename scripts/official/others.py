"""Price parities, exposure to AI, and the crosswalk of fields of study."""

from collections.abc import Iterator
from pathlib import Path

from official.files import Original, write

ALL_ITEMS = "RPPs: All items"
STATES_YEAR, METROS_YEAR = "2023", "2024"
RATINGS = tuple(
    f"{rater}_rating_{share}" for rater in ("human", "dv") for share in ("alpha", "beta", "gamma")
)
NATION = "00000"
NO_OCCUPATION, NO_PROGRAM = "99-9999", "99.9999"

Index = tuple[str, str, str, str]
"""Code of an area, its title, year, and the index with the United States = 100."""


def make_prices(states: Original, metros: Original, portions: Original, target: Path) -> None:
    """Writes the index of all items of states, metropolitan areas and nonmetropolitan portions."""
    found = [
        *(_state(index) for index in _all_items(states, STATES_YEAR) if index[0] != NATION),
        *(index for index in _all_items(metros, METROS_YEAR) if not index[0].startswith("00")),
        *(index for index in _all_items(portions, METROS_YEAR) if index[0].endswith("999")),
    ]
    write(target / "prices.csv", ("area", "title", "year", "index"), sorted(found))


def _state(index: Index) -> Index:
    return (index[0][:2], *index[1:])


def _all_items(original: Original, year: str) -> Iterator[Index]:
    for record in original.records():
        if (record["Description"] or "").strip() == ALL_ITEMS:
            index = record[year].strip()
            if float(index):  # a state without a nonmetropolitan portion has 0 or none
                yield record["GeoFIPS"], record["GeoName"].strip(" *"), year, index


def make_exposure(gpts: Original, microsoft: Original, target: Path) -> None:
    """Writes both studies, each by the codes that it uses."""
    rated = (
        (record["O*NET-SOC Code"], *(record[rating] for rating in RATINGS))
        for record in gpts.records()
    )
    names = [rating.replace("_rating", "") for rating in RATINGS]
    write(target / "gpts_are_gpts.csv", ("code", *names), sorted(rated))
    scores = (
        (record["SOC Code"], record["ai_applicability_score"]) for record in microsoft.records()
    )
    write(target / "microsoft.csv", ("code", "applicability"), sorted(scores))


def make_programs(crosswalk: Original, target: Path) -> None:
    """Writes each field of study with the occupations for which it commonly prepares."""
    found: dict[tuple[str, str], set[str]] = {}
    for record in crosswalk.records():
        program = record["CIP2020Code"], record["CIP2020Title"]
        if program[0] != NO_PROGRAM:
            found.setdefault(program, set()).add(record["SOC2018Code"])
    rows = (
        (*program, " ".join(sorted(codes - {NO_OCCUPATION})))
        for program, codes in sorted(found.items())
    )
    write(target / "programs.csv", ("code", "title", "occupations"), rows)
