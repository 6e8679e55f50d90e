"""The wage survey (OEWS) of any year and any area, as workbook, zip or CSV.

Takes detailed occupations over all industries. `*` and `**` are not published, and are left
out; `#` is at least the year's top code, and is kept as that. Neither is ever 0.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from careercli.errors import DataError, Problem
from careercli.model.occupation import Dataset
from careercli.official import onet
from careercli.official.dataset import OccupationRecord, ParsedDataset, ReportProgress
from careercli.official.files import Member, data_of
from careercli.official.tables import Table, folded, is_workbook, number, sheets, text_table

NAME = "oews"
NEWEST = "2025"
"""The year that is downloaded where none is named."""
WANTED = (
    "Download the national, state or metropolitan file from "
    "https://www.bls.gov/oes/tables.htm with a browser, then: careercli import oews FILE"
)
BY_HAND = f"The site refuses scripts. {WANTED}"
LICENCE = "public domain"
GROUPS = {
    "oews": "national",
    "oews-states": "states and territories",
    "oews-metros": "metropolitan areas",
}
TYPES = {
    "1": "oews",
    "2": "oews-states",
    "3": "oews-states",
    "4": "oews-metros",
    "6": "oews-metros",
}
"""AREA_TYPE -> the data set it belongs to."""

COMBINED = {
    "13-1020": ("13-1021", "13-1022", "13-1023"),
    "13-2020": ("13-2022", "13-2023"),
    "21-1018": ("21-1011", "21-1014"),
    "25-2052": ("25-2055", "25-2056"),
    "25-9045": ("25-9042", "25-9043", "25-9049"),
    "29-2010": ("29-2011", "29-2012"),
    "31-1120": ("31-1121", "31-1122"),
    "39-7010": ("39-7011", "39-7012"),
    "47-4090": ("47-4091", "47-4099"),
    "51-2028": ("51-2022", "51-2023"),
    "51-2090": ("51-2092", "51-2099"),
    "53-1047": ("53-1042", "53-1043", "53-1044", "53-1049"),
}
"""Occupations that the survey and the projections publish together -> what they are made of."""

POINTS = {"pct10": "p10", "pct25": "p25", "median": "p50", "pct75": "p75", "pct90": "p90"} | {
    "mean": "mean"
}
TOP_CODES = {2022: (115.0, 239_200.0), 0: (100.0, 208_000.0)}
"""From a year on: the hourly and yearly wage at which `#` begins; a workbook's own note wins."""
FIRST_OF_SOC_2018 = 2019
TOLD = 5_000
"""Rows between two words about progress; all metropolitan areas have 150,000."""
CODE = re.compile(r"\d\d-\d{4}")
NATIONAL = ("", "99", "us", "u.s.")


def address(release: str) -> str:
    """Where a year's national survey is downloaded."""
    return f"https://www.bls.gov/oes/special-requests/oesm{(release or NEWEST)[-2:]}nat.zip"


def read(
    place: str, found: Sequence[Member], wanted_release: str, tell: ReportProgress
) -> list[ParsedDataset]:
    """The data sets in the files: national, states, metropolitan areas. Raises DataError."""
    gathered: dict[str, list[OccupationRecord]] = {}
    years: dict[str, str] = {}
    seen = []
    for member in found:
        if not member.name.casefold().endswith((".xlsx", ".csv", ".txt")):
            continue
        raw = data_of(member, BY_HAND)
        tables = _tables(member.name, raw)
        seen.append(member.name)
        for table, notes in tables:
            tell(member.name)
            named = re.search(r"20[12]\d", f"{notes} {member.name}") or _short_year(member.name)
            year = wanted_release or (named[0] if named else "")
            top = _top_codes(notes, year)
            for name, part in _parts(table, top):
                parts = gathered.setdefault(name, [])
                parts.append(part)
                if len(parts) % TOLD == 0:
                    tell(f"{member.name}: {len(parts):,} rows")
                if years.setdefault(name, year) != year:
                    found_years = f"{years[name]} and {year}"
                    problem = Problem("", "must be of one year", found_years, "Import one by one.")
                    raise DataError(place, [problem])
    if not gathered:
        rule = "has no table of wages by occupation"
        hint = onet.elsewhere(found) or WANTED
        problem = Problem("OCC_CODE, A_MEDIAN", rule, ", ".join(seen[:6]), hint)
        raise DataError(place, [problem])
    return [_reading(name, parts, years[name], place) for name, parts in gathered.items()]


def _reading(name: str, parts: list[OccupationRecord], year: str, place: str) -> ParsedDataset:
    areas = {part.area for part in parts} - {""}
    scope = f"{len(areas)} {GROUPS[name]}" if areas else GROUPS[name]
    notes = () if year else ("The files do not say of which year they are; --release YEAR does.",)
    when = f", May {year}" if year else ""
    dataset = Dataset(
        name=name,
        title=f"Occupational Employment and Wage Statistics{when}, {scope}",
        release=year,
        date=f"{year}-05" if year else "",
        rows=len(parts),
        occupations=len({part.code for part in parts}),
        file=place,
        imported="",
        licence=LICENCE,
        attribution="U.S. Bureau of Labor Statistics",
        notes=notes,
        soc="2010" if year.isdecimal() and int(year) < FIRST_OF_SOC_2018 else "2018",
    )
    return ParsedDataset(dataset, parts)


def _tables(file: str, raw: bytes) -> Iterator[tuple[Table, str]]:
    """The tables of wages in a file, each with the notes that stand in the same workbook."""
    if not is_workbook(raw):
        table = text_table(file, raw)
        if _is_wages(table):
            yield table, ""
        return
    notes = [
        str(row[0])
        for sheet in sheets(file, raw)
        if "description" in sheet.title.casefold()
        for row in sheet.rows
        if row and row[0]
    ]
    for sheet in sheets(file, raw):
        header = next(sheet.rows, ())
        columns = {folded(cell): place for place, cell in enumerate(header) if cell}
        table = Table(file, columns, sheet.rows)
        if _is_wages(table):
            yield table, "\n".join(notes)


def _is_wages(table: Table) -> bool:
    return {"occcode", "amedian"} <= table.columns.keys()


def _short_year(name: str) -> re.Match[str] | None:
    """The year in names such as oesm24nat: its last two digits, as four."""
    found = re.search(r"oesm(\d\d)", name.casefold())
    return re.search(r"\d{4}", f"20{found[1]}") if found else None


def _top_codes(notes: str, year: str) -> dict[str, float]:
    """`h` and `a` -> the wage at which `#` begins; empty where that is not known."""
    said = re.search(r"#\s*=.*?\$([\d.,]+) per hour or \$([\d.,]+) per year", notes)
    if said:
        return {
            unit: float(amount.replace(",", "").rstrip("."))
            for unit, amount in zip("ha", said.groups(), strict=True)
        }
    if not year.isdecimal():
        return {}
    hour, annual = next(codes for first, codes in TOP_CODES.items() if int(year) >= first)
    return {"h": hour, "a": annual}


def _parts(table: Table, top: dict[str, float]) -> Iterator[tuple[str, OccupationRecord]]:
    """Each detailed occupation of each area, with the name of its data set."""
    group = "ogroup" if "ogroup" in table.columns else "occgroup"
    area = next((name for name in ("areatitle", "areaname", "state") if name in table.columns), "")
    columns = (
        "occcode",
        "occtitle",
        group,
        "totemp",
        "area",
        area,
        "areatype",
        "igroup",
        "owncode",
    )
    wages = [f"{unit}{column}" for unit in "ah" for column in POINTS]
    for cells in table.select(*columns, *wages):
        code, title, level, employment, place, place_title, kind, industry, owner = cells[:9]
        code = str(code or "").strip()
        if not CODE.fullmatch(code) or not _is_detailed(code, level):
            continue
        if industry and folded(industry) != "crossindustry":
            continue
        if owner and str(owner).split(".")[0] not in ("1235", ""):
            continue
        national = str(place or place_title or "").casefold() in NATIONAL
        name = "oews" if national else TYPES.get(str(kind).split(".")[0], "oews-states")
        if not kind and area == "areaname":
            name = "oews-metros"
        whole: dict[str, Any] = {"title": str(title).strip()}
        if jobs := number(employment):
            whole["employment"] = jobs
        whole |= _pay(cells[9:], top)
        yield (
            name,
            OccupationRecord(code, whole, "" if national else str(place_title or place).strip()),
        )


def _is_detailed(code: str, level: object) -> bool:
    """Whether a row is of a detailed occupation; seven codes stand twice, as broad and detailed."""
    if level:
        return str(level).strip().casefold() == "detailed"
    return not code.endswith("0") or code in COMBINED


def _pay(cells: Sequence[object], top: dict[str, float]) -> dict[str, Any]:
    """Yearly percentiles, else hourly ones, where any are published."""
    count = len(POINTS)
    for unit, some in (("a", cells[:count]), ("h", cells[count:])):
        points, at_least = {}, []
        for point, cell in zip(POINTS.values(), some, strict=True):
            if str(cell).strip() == "#":
                if unit in top:
                    points[point] = top[unit]
                    at_least.append(point)
            elif amount := number(cell):
                points[point] = amount
        if points:
            found: dict[str, Any] = {"points": points}
            if at_least:
                found["at_least"] = at_least
            return {"pay" if unit == "a" else "hourly": found}
    return {}
