"""The wage survey: national, states and territories, metropolitan and nonmetropolitan areas."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from careercli.model.basics import HOURS_A_YEAR
from careercli.official.workbook import Workbook
from official.files import Original, write

PAY = ("MEAN", "PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90")
HEADER = (
    "area", "code", "employment", "employment_rse", "jobs_per_1000", "location_quotient",
    "mean", "mean_rse", "p10", "p25", "p50", "p75", "p90", "unit", "hourly",
)  # fmt: skip
CENTS = {0: "s", 1: "u", -1: "d"}
"""Cents between published hourly pay and annual pay / 2080 -> its letter in `hourly`."""
KINDS = {"2": "state", "3": "territory", "4": "metropolitan", "6": "nonmetropolitan"}
KEPT = ("detailed", "total")
UNKNOWN = ("*", "#")
PLACES = {"EMP_PRSE": 1, "MEAN_PRSE": 1} | {f"H_{point}": 2 for point in PAY}
"""Decimals that the survey publishes, which its workbook's numbers do not keep."""

Record = dict[str, str]


def make(national: Original, states: Original, metros: Original, target: Path) -> None:
    """Writes the survey's files. Raises ValueError where a figure could not be told again."""
    occupations: dict[str, str] = {}
    areas: dict[str, tuple[str, ...]] = {}

    def lines(records: Iterator[Record]) -> Iterator[tuple[Record, list[str]]]:
        for record in records:
            if record["O_GROUP"] not in KEPT:
                continue
            # The national workbook comes first: flat files shorten long titles.
            occupations.setdefault(record["OCC_CODE"], record["OCC_TITLE"])
            if kind := KINDS.get(record["AREA_TYPE"]):
                area = (record["AREA"], record["AREA_TITLE"], kind, record["PRIM_STATE"])
                if areas.setdefault(area[0], area) != area:
                    raise ValueError(f"{area} is also {areas[area[0]]}")
            yield record, row(record)

    national_rows = sorted(cells for _, cells in lines(_national(national)))
    write(target / "national.csv", HEADER, national_rows)
    by_file: dict[str, list[str]] = {}
    for original, member in ((states, "state_M2025_dl.csv"), (metros, "MSA_M2025_dl.csv")):
        for record, cells in lines(original.records(member)):
            is_metro = original is metros
            file = f"metros/{record['PRIM_STATE']}.csv.bz2" if is_metro else "states.csv.bz2"
            by_file.setdefault(file, []).append(",".join(cells))
    for file, texts in by_file.items():
        texts.sort()
        write(target / file, HEADER, (text.split(",") for text in texts))
    write(target / "occupations.csv", ("code", "title"), sorted(occupations.items()))
    write(target / "areas.csv", ("code", "title", "kind", "state"), sorted(areas.values()))


def _national(original: Original) -> Iterator[Record]:
    with zipfile.ZipFile(original.path) as book:
        sheet = Workbook(book).rows("national_M2025_dl")
        header = [cell.upper() for cell in next(sheet)]
        for cells in sheet:
            cells += [""] * (len(header) - len(cells))
            record = dict(zip(header, cells, strict=True))
            for column, places in PLACES.items():
                if record[column] not in (*UNKNOWN, "**", ""):
                    record[column] = _exact(record[column], places)
            yield record


def row(record: Record) -> list[str]:
    """The cells of an occupation in an area, as HEADER names them.

    Pay is by the year; by the hour, and `unit` hour, where only that is published. `unit` is year
    where pay by the hour is not published. `hourly` has a letter for the mean and each percentile
    that is published by the hour too: s where it is annual pay / 2080 rounded to the cent, u one
    cent above, d one cent below; it is empty where all are the same.
    """
    annual = [record[f"A_{point}"].replace(",", "") for point in PAY]
    hourly = [record[f"H_{point}"].replace(",", "") for point in PAY]
    unit, letters = "", ""
    if record["HOURLY"] == "TRUE":
        _must(record, annual == ["*"] * len(PAY))
        unit, annual = "hour", hourly
    elif record["ANNUAL"] == "TRUE":
        _must(record, hourly == ["*"] * len(PAY))
        unit = "year"
    else:
        letters = "".join(map(_letter, annual, hourly))
        letters = letters if letters.strip("s") else ""
    mean, *percentiles = annual
    return [
        record["AREA"], record["OCC_CODE"], record["TOT_EMP"].replace(",", ""),
        record["EMP_PRSE"], record["JOBS_1000"], record["LOC_QUOTIENT"],
        mean, record["MEAN_PRSE"], *percentiles, unit, letters,
    ]  # fmt: skip


def _letter(annual: str, hourly: str) -> str:
    if annual in UNKNOWN:
        if annual != hourly:
            raise ValueError(f"{annual} a year, but {hourly} an hour")
        return "s"
    cents = round(float(hourly) * 100)
    return CENTS[cents - (200 * int(annual) + HOURS_A_YEAR) // (2 * HOURS_A_YEAR)]


def _exact(number: str, places: int) -> str:
    text = f"{float(number):.{places}f}"
    if float(text) != float(number):
        raise ValueError(f"{number} has more than {places} decimals")
    return text


def _must(record: Record, holds: bool) -> None:
    if not holds:
        raise ValueError(f"{record['AREA']} {record['OCC_CODE']}: pay in both units")
