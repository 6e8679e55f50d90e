"""Makes data/official/ again from the survey's and the projections' workbooks and O*NET.

    python scripts/official_figures.py national_M2025_dl.xlsx occupation_2024-34.xlsx \\
        db_30_3_text.zip

Takes the occupations that guides name, and all occupations together.
"""

import csv
import hashlib
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tomli_w

from careercli.core.similarity import likenesses
from careercli.official import onet
from careercli.official.files import members
from careercli.official.likeness import occupation_text
from careercli.official.workbook import Workbook

ROOT = Path(__file__).parents[1]
WAGES = {
    "title": "OCC_TITLE",
    "p10": "A_PCT10",
    "p25": "A_PCT25",
    "p50": "A_MEDIAN",
    "p75": "A_PCT75",
    "p90": "A_PCT90",
    "mean": "A_MEAN",
    "employment": "TOT_EMP",
}
ALL_OCCUPATIONS = "00-0000"
SUPPRESSED = ("*", "**", "#")


def sheet(path: Path, title: str = "") -> Iterator[list[str]]:
    """The rows of a sheet, or of the first."""
    with zipfile.ZipFile(path) as archive:
        book = Workbook(archive)
        yield from book.rows(title or book.sheets[0])


def wages(path: Path, codes: set[str]) -> Iterator[dict[str, Any]]:
    """Rows of the wage survey; a suppressed figure (`*`, `**`, `#`) is left empty."""
    rows = sheet(path)
    header = [cell.upper() for cell in next(rows)]
    for cells in rows:
        row = dict(zip(header, [*cells, *[""] * (len(header) - len(cells))], strict=True))
        if row["OCC_CODE"] in codes and row["O_GROUP"] in ("detailed", "total"):
            figures = {name: row[column] for name, column in WAGES.items()}
            yield {"code": row["OCC_CODE"]} | {
                name: "" if value in SUPPRESSED else value for name, value in figures.items()
            }


def projections(path: Path, codes: set[str]) -> Iterator[dict[str, Any]]:
    """Line items of Table 1.2, and the line for all occupations."""
    rows = sheet(path, "Table 1.2")
    next(rows)
    header = next(rows)

    def column(*words: str) -> int:
        (index,) = (i for i, name in enumerate(header) if all(word in name for word in words))
        return index

    title, code, kind = 0, 1, column("Occupation type")
    growth, openings = column("change, percent"), column("openings")
    education = column("education needed")
    for cells in rows:
        if (
            len(cells) > kind
            and cells[code] in codes
            and (cells[kind] == "Line item" or cells[code] == ALL_OCCUPATIONS)
        ):
            yield {
                "code": cells[code],
                "title": str(cells[title]).strip(),
                "growth": cells[growth],
                "openings": round(float(str(cells[openings])) * 1000),
                "education": str(cells[education]).replace("—", ""),
            }


def release(path: Path) -> dict[str, dict[str, Any]]:
    """What O*NET says of each occupation, by O*NET-SOC code."""
    with members(path, "") as found:
        (reading,) = onet.read(str(path), found, "", lambda _: None)
    return {part.code: part.whole for part in reading.parts}


def occupations(found: dict[str, dict[str, Any]], codes: set[str]) -> Iterator[dict[str, Any]]:
    """Interest high-points as RIASEC letters, strongest first, and job zones."""
    for code in codes:
        if whole := found.get(f"{code}.00"):
            occupation = whole["occupation"]
            yield {
                "code": code,
                "interests": occupation.get("high_points", ""),
                "zone": occupation.get("zone", {}).get("number", ""),
            }


def likeness(found: dict[str, dict[str, Any]], codes: set[str]) -> Iterator[dict[str, Any]]:
    """How alike the occupations are that guides name, among all; see `core.similarity`."""
    every = likenesses([occupation_text(code, whole) for code, whole in sorted(found.items())])
    place = {one.code[:7]: at for at, one in enumerate(every) if one.code.endswith(".00")}
    for code in codes & place.keys():
        one = every[place[code]]
        alike = {other: one.row[place[other]] for other in sorted(codes & place.keys())}
        yield {"code": code, "lacks": " ".join(one.lacks)} | alike


def write(path: Path, rows: Iterator[dict[str, Any]]) -> set[str]:
    kept = sorted(rows, key=lambda row: str(row["code"]))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, kept[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
    return {row["code"] for row in kept}


def main(wage_book: str, projection_book: str, database: str) -> None:
    guides = [tomllib.loads(path.read_text()) for path in (ROOT / "data/roles").glob("*.toml")]
    codes = {guide["soc"]["code"] for guide in guides if "soc" in guide} | {ALL_OCCUPATIONS}
    official = ROOT / "data" / "official"
    official.mkdir(exist_ok=True)
    found = write(official / "wages.csv", wages(Path(wage_book), codes))
    found &= write(official / "projections.csv", projections(Path(projection_book), codes))
    every = release(Path(database))
    write(official / "occupations.csv", occupations(every, codes))
    write(official / "likeness.csv", likeness(every, codes))
    publisher = "U.S. Bureau of Labor Statistics"
    sources = {
        "oews": {
            "publisher": publisher,
            "title": "Occupational Employment and Wage Statistics, May 2025, national",
            "kind": "survey",
            "url": "https://www.bls.gov/oes/",
            "date": "2025-05",
            "note": "gross straight-time pay of employees: with commissions, tips and production "
            "bonuses; without overtime, severance and other bonuses; not the self-employed",
            "sha256": hashlib.sha256(Path(wage_book).read_bytes()).hexdigest(),
        },
        "projections": {
            "publisher": publisher,
            "title": "Employment Projections 2024-34, Table 1.2",
            "kind": "projection",
            "url": "https://www.bls.gov/emp/",
            "date": "2024",
            "note": "change in employment over ten years, 2024 to 2034",
            "sha256": hashlib.sha256(Path(projection_book).read_bytes()).hexdigest(),
        },
    }
    sources["onet"] = {
        "publisher": "U.S. Department of Labor, Employment and Training Administration",
        "title": "O*NET 30.3 Database",
        "kind": "official-fact",
        "url": "https://www.onetcenter.org/database.html",
        "date": "2026-05",
        "note": "used under the CC BY 4.0 license; O*NET is a trademark of USDOL/ETA",
        "sha256": hashlib.sha256(Path(database).read_bytes()).hexdigest(),
    }
    (official / "sources.toml").write_text(tomli_w.dumps(sources))
    if missing := codes - found:
        print("not in both workbooks:", ", ".join(sorted(missing)))


if __name__ == "__main__":
    main(*sys.argv[1:])
