"""Small official files, made for the tests in every layout that the real ones have had."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from string import ascii_uppercase
from typing import Any
from xml.sax.saxutils import escape, quoteattr

Tables = dict[str, list[str]]
LETTERS = [*ascii_uppercase, *(f"A{letter}" for letter in ascii_uppercase)]
"""Names of the first columns of a sheet."""
DEVELOPER, NURSE, MANAGER = "15-1251.00", "29-1171.00", "13-1082.00"
RATED = (
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error\t"
    "Lower CI Bound\tUpper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source"
)
STYLED = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\tDomain Source"
SCHOOLED = (
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tCategory\tData Value\tN\tStandard Error\t"
    "Lower CI Bound\tUpper CI Bound\tRecommend Suppress\tDate\tDomain Source"
)
SOFTWARE = "O*NET-SOC Code\tWorkplace Example\tElement ID\tElement Name\tHot Technology\tIn Demand"
CATEGORIES = "Element ID\tElement Name\tScale ID\tCategory\tCategory Description"


def rated(
    code: str, element: str, name: str, value: str, level: str = "", **marks: str
) -> list[str]:
    """The two rows of a skill: importance, and level."""
    suppress, irrelevant = marks.get("suppress", "N"), marks.get("irrelevant", "N")
    low = marks.get("low", "N")
    rows = [
        f"{code}\t{element}\t{name}\tIM\t{value}\t8\t0.1\t3.9\t4.4\t{low}\tn/a\t08/2023\tAnalyst"
    ]
    if level:
        rows.append(
            f"{code}\t{element}\t{name}\tLV\t{level}\t8\t0.1\t3.9\t4.4\t{suppress}\t{irrelevant}\t"
            "08/2023\tAnalyst"
        )
    return rows


ESSENTIAL = [
    *rated(DEVELOPER, "2.A.2.a", "Critical Thinking", "3.88", "4.12"),
    *rated(NURSE, "2.A.2.a", "Critical Thinking", "4.00", "4.00", suppress="Y"),
    *rated(NURSE, "2.A.1.f", "Science", "3.00", "0.00", irrelevant="Y"),
]
TRANSFERABLE = [
    *rated(DEVELOPER, "2.B.3.e", "Programming", "4.50", "4.75"),
    *rated(NURSE, "2.B.1.a", "Social Perceptiveness", "4.12", "4.38"),
]
INTERESTS = [
    STYLED,
    *(
        f"{NURSE}\t1.B.1.{letter}\t{name}\t{scale}\t{value}\t02/2026\tMachine Learning/Expert"
        for letter, name, scale, value in (
            ("a", "Realistic", "OI", "3.50"),
            ("b", "Investigative", "OI", "4.70"),
            ("c", "Artistic", "OI", "1.26"),
            ("d", "Social", "OI", "5.60"),
            ("e", "Enterprising", "OI", "2.40"),
            ("f", "Conventional", "OI", "4.80"),
            ("g", "First Interest High-Point", "IH", "4.00"),
            ("h", "Second Interest High-Point", "IH", "6.00"),
            ("i", "Third Interest High-Point", "IH", "0.00"),
        )
    ),
]
SCHOOLING = [
    f"{NURSE}\t2.D.1\tRequired Level of Education\tRL\t5\t40.00\t28\t1\t1\t1\tN\t2023\tIncumbent",
    f"{NURSE}\t2.D.1\tRequired Level of Education\tRL\t6\t60.00\t28\t1\t1\t1\tN\t2023\tIncumbent",
    f"{NURSE}\t2.D.4.a\tJob-Related Training\tRL\tn/a\t3.00\t28\t1\t1\t1\tN\t2023\tIncumbent",
]
DEGREES = [
    "2.D.1\tRequired Level of Education\tRL\t5\tAssociate's Degree (or other 2-year degree)",
    "2.D.1\tRequired Level of Education\tRL\t6\tBachelor's Degree",
]
EXPERIENCE = [
    f"{NURSE}\t3.A.1\tRelated Work Experience\tRW\t1\t25.00\t28\t1\t1\t1\tN\t2023\tIncumbent",
    f"{NURSE}\t3.A.1\tRelated Work Experience\tRW\t3\t75.00\t28\t1\t1\t1\tN\t2023\tIncumbent",
]
TIMES = [
    "3.A.1\tRelated Work Experience\tRW\t1\tNone",
    "3.A.1\tRelated Work Experience\tRW\t3\tOver 1 month, up to and including 3 months",
]
ZONES = [
    "Job Zone\tName\tExperience\tEducation\tJob Training\tExamples\tSVP Range",
    "2\tJob Zone 1-2: Very Little to Some Preparation Needed\tLittle.\tNone.\tDays.\tAll\t(< 6)",
    "4\tJob Zone Four: Considerable Preparation Needed\tYears.\tMost.\tNo.\tAll\t(7.0 to < 8.0)",
]


def onet_30_3() -> Tables:
    """O*NET as from 30.3 on: renamed and split tables."""
    return {
        "Occupation Data": [
            "O*NET-SOC Code\tTitle\tDescription",
            "11-1011.03\tChief Sustainability Officers\tOversee a sustainability strategy.",
            f"{MANAGER}\tProject Management Specialists\tCoordinate the schedule of a project.",
            "13-1021.00\tBuyers and Purchasing Agents, Farm Products\tPurchase farm products.",
            f"{DEVELOPER}\tComputer Programmers\tDevelop applications.",
            f"{NURSE}\tNurse Practitioners\tAssess patient health problems.",
            "55-1011.00\tAir Crew Officers\tPerform and direct in-flight duties.",
        ],
        "Job Titles": [
            "O*NET-SOC Code\tJob Title\tShort Title\tSource(s)",
            f"{DEVELOPER}\tApplication Developer\tn/a\t08",
            f"{DEVELOPER}\tWidget Wrangler\tn/a\t08",
            f"{MANAGER}\tWidget Wrangler\tn/a\t08",
            f"{NURSE}\tOncology Registered Nurse (Oncology RN)\tOncology RN\t08",
        ],
        "Sample of Reported Titles": [
            "O*NET-SOC Code\tReported Job Title\tShown in My Next Move",
            f"{DEVELOPER}\tSoftware Engineer II\tY",
        ],
        "Task Statements": [
            "O*NET-SOC Code\tTask ID\tTask\tTask Type\tIncumbents Responding\tDate\tSource",
            f"{DEVELOPER}\t1\tSupervise work.\tSupplemental\t95\t08/2023\tIncumbent",
            f'{DEVELOPER}\t2\tConduct "head counts" of defects.\tCore\t95\t08/2023\tIncumbent',
            f"{MANAGER}\t3\tPlan the work.\tn/a\tn/a\t08/2023\tAnalyst",
        ],
        "Software Skills": [
            SOFTWARE,
            f"{DEVELOPER}\tAbacus Reports\t2.E.1.a\tReporting software\tN\tN",
            f"{DEVELOPER}\tGit\t2.E.1.b\tVersion control\tY\tN",
            f"{DEVELOPER}\tJira\t2.E.1.c\tContent workflow software\tY\tY",
        ],
        "Essential Skills": [RATED, *ESSENTIAL],
        "Transferable Skills": [RATED, *TRANSFERABLE],
        "Level Scale Anchors": [
            "Element ID\tElement Name\tScale ID\tAnchor Value\tAnchor Description",
            "2.A.2.a\tCritical Thinking\tLV\t4\tEvaluate customer complaints",
            "2.A.2.a\tCritical Thinking\tLV\t2\tJudge an excuse for being late",
            "2.C.4.e\tPsychology\tLV\t2\tMonitor children on a playground",
        ],
        "Knowledge": [RATED, *rated(NURSE, "2.C.4.e", "Psychology", "4.60", "6.1", low="Y")],
        "Work Styles": [
            STYLED,
            f"{NURSE}\t1.D.2.a\tAttention to Detail\tDR\t1.00\t12/2025\tAI/Expert",
            f"{NURSE}\t1.D.2.a\tAttention to Detail\tWI\t2.95\t12/2025\tAI/Expert",
            f"{NURSE}\t1.D.2.b\tHumility\tDR\t0.00\t12/2025\tAI/Expert",
            f"{NURSE}\t1.D.2.b\tHumility\tWI\t-1.20\t12/2025\tAI/Expert",
        ],
        "Career Interest Types": INTERESTS,
        "Education": [SCHOOLED, *SCHOOLING],
        "Education Categories": [CATEGORIES, *DEGREES],
        "Training and Experience": [SCHOOLED, *EXPERIENCE],
        "Training and Experience Categories": [CATEGORIES, *TIMES],
        "Job Zones": [
            "O*NET-SOC Code\tJob Zone\tDate\tDomain Source",
            f"{NURSE}\t4\t08/2023\tAnalyst",
            f"{DEVELOPER}\t4\t08/2023\tAnalyst",
        ],
        "Job Zone Reference": ZONES,
        "Related Occupations": [
            "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex",
            f"{NURSE}\t{DEVELOPER}\tSupplemental\t11",
            f"{NURSE}\t{MANAGER}\tPrimary-Short\t1",
            f"{NURSE}\t99-9999.00\tPrimary-Short\t2",
        ],
        "Read Me": ["O*NET 30.3 Database", "May 2026 Release", "----------------"],
    }


def onet_30_1() -> Tables:
    """O*NET 30.1 and 30.2: the old names, with the new scale of work styles."""
    tables = onet_30_3()
    tables["Read Me"] = ["O*NET 30.1 Database", "December 2025 Release"]
    tables["Skills"] = [RATED, *ESSENTIAL, *TRANSFERABLE]
    titles = tables.pop("Job Titles")
    tables["Alternate Titles"] = [titles[0].replace("Job Title", "Alternate Title"), *titles[1:]]
    tables["Technology Skills"] = [
        "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand",
        *tables.pop("Software Skills")[1:],
    ]
    tables["Interests"] = tables.pop("Career Interest Types")
    joined = "Education, Training, and Experience"
    tables[joined] = tables.pop("Education") + EXPERIENCE
    tables[f"{joined} Categories"] = tables.pop("Education Categories") + TIMES
    del tables["Training and Experience"], tables["Training and Experience Categories"]
    del tables["Essential Skills"], tables["Transferable Skills"]
    return tables


def onet_29_0() -> Tables:
    """O*NET to 30.0: work styles as importance, no column for what is in demand."""
    tables = onet_30_1()
    tables["Read Me"] = ["O*NET 29.0 Database", "August 2024 Release"]
    tables["Work Styles"] = [
        RATED.replace("\tNot Relevant", ""),
        f"{NURSE}\t1.C.5.b\tAttention to Detail\tIM\t4.70\t20\t0.1\t4\t5\tN\t08/2023\tIncumbent",
    ]
    tables["Technology Skills"] = [line.rpartition("\t")[0] for line in tables["Technology Skills"]]
    tables["Job Zone Reference"] = [
        *ZONES,
        "1\tJob Zone One: Little or No Preparation Needed\tNone.\tNone.\tDays.\tWaiters\t(< 4.0)",
    ]
    return tables


def onet_20_1() -> Tables:
    """O*NET to 25.0: the occupations of SOC 2010."""
    tables = {name: list(lines) for name, lines in onet_29_0().items()}
    tables["Read Me"] = ["O*NET 20.1 Database", "October 2015 Release"]
    return {
        name: [line.replace(DEVELOPER, "15-1132.00") for line in lines]
        for name, lines in tables.items()
    }


def text(lines: Sequence[str], newline: str = "\r\n") -> bytes:
    return (newline.join(lines) + newline).encode()


def comma_separated(lines: Sequence[str]) -> bytes:
    """As the CSV edition has it, with a byte-order mark."""
    out = io.StringIO()
    csv.writer(out).writerows(line.split("\t") for line in lines)
    return out.getvalue().encode("utf-8-sig")


def folder(place: Path, tables: Mapping[str, Sequence[str]], newline: str = "\r\n") -> Path:
    """A release unpacked."""
    place.mkdir(parents=True, exist_ok=True)
    for name, lines in tables.items():
        (place / f"{name}.txt").write_bytes(text(lines, newline))
    return place


def csv_folder(place: Path, tables: Mapping[str, Sequence[str]]) -> Path:
    """The CSV edition unpacked."""
    place.mkdir(parents=True, exist_ok=True)
    for name, lines in tables.items():
        if name != "Read Me":
            snake = name.lower().replace(",", "").replace(" ", "_")
            (place / f"{snake}.csv").write_bytes(comma_separated(lines))
    return place


def zipped(path: Path, members: Mapping[str, bytes]) -> Path:
    """A zip archive with the members under the names given, the same bytes everywhere."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, raw in members.items():
            archive.writestr(zipfile.ZipInfo(name), raw)
    return path


def onet_zip(path: Path, tables: Mapping[str, Sequence[str]]) -> Path:
    return zipped(path, {f"db/{name}.txt": text(lines) for name, lines in tables.items()})


SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def workbook(path: Path, sheets: Mapping[str, Iterable[Sequence[Any]]]) -> Path:
    """An XLSX workbook."""
    return packed_workbook(path, {title: sheet_xml(rows) for title, rows in sheets.items()})


def packed_workbook(path: Path, sheets: Mapping[str, bytes], strings: bytes = b"") -> Path:
    """An XLSX workbook of sheets in XML, and perhaps shared strings."""
    named = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{number}" r:id="rId{number}"/>'
        for number, title in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{number}" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>'.encode(),
        "xl/workbook.xml": (
            f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}"><sheets>{named}</sheets>'
            "</workbook>"
        ).encode(),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>'
        ).encode(),
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": xml for n, xml in enumerate(sheets.values(), 1)}
    return zipped(path, parts | ({"xl/sharedStrings.xml": strings} if strings else {}))


def sheet_xml(rows: Iterable[Sequence[Any]]) -> bytes:
    """A sheet: texts in the cells themselves, numbers as numbers, None left out."""
    lines = (
        f'<row r="{number}">{"".join(cells_xml(cells, number))}</row>'
        for number, cells in enumerate(rows, 1)
    )
    return sheet_of("".join(lines))


def sheet_of(rows: str) -> bytes:
    return (
        f'<?xml version="1.0"?><worksheet xmlns="{SPREADSHEET}"><sheetData>{rows}</sheetData>'
        "</worksheet>"
    ).encode()


def cells_xml(cells: Sequence[Any], number: int) -> Iterator[str]:
    for place, cell in enumerate(cells):
        name = f"{LETTERS[place]}{number}"
        if isinstance(cell, int | float):
            yield f'<c r="{name}"><v>{cell}</v></c>'
        elif cell is not None:
            yield f'<c r="{name}" t="inlineStr"><is><t>{escape(str(cell))}</t></is></c>'


WAGE_HEADER = (
    *("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP"),
    *("OWN_CODE", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "H_MEAN", "A_MEAN"),
    *("H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90"),
    *("A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90", "ANNUAL", "HOURLY"),
)


def wage(
    code: str,
    title: str,
    yearly: Sequence[Any],
    hourly: Sequence[Any] = ("*",) * 6,
    group: str = "detailed",
    jobs: Any = 1000,
    area: tuple[str, str, str] = ("99", "U.S.", "1"),
) -> tuple[Any, ...]:
    """A row of the survey; pay as mean, then the five percentiles."""
    return (
        *(*area, "US", "000000", "Cross-industry", "cross-industry", "1235"),
        *(code, title, group, jobs, hourly[0], yearly[0], *hourly[1:], *yearly[1:], "", ""),
    )


NURSE_PAY = (98_430, 66_030, 78_610, 93_600, 107_960, 135_320)
WAGES = [
    WAGE_HEADER,
    wage(
        "00-0000",
        "All Occupations",
        (67_920, 29_990, 36_730, 49_500, 78_810, 125_720),
        group="total",
    ),
    wage("29-1171", "Nurse Practitioners", NURSE_PAY, jobs=3_282_010),
    wage("11-1011", "Chief Executives", (262_930, 73_710, 126_080, 206_420, "#", "#")),
    wage("13-1020", "Buyers and Purchasing Agents", (1, 1, 1, 1, 1, 1), group="broad"),
    wage(
        "13-1020", "Buyers and Purchasing Agents", (81_720, 46_460, 58_670, 75_650, 99_190, 127_520)
    ),
    wage("27-2011", "Actors", ("*",) * 6, (58.29, 16.5, 20.34, 29.05, 97.95, 143.68), jobs="**"),
    wage("15-1251", "Computer Programmers", ("*",) * 6),
]
FIELDS = [
    ("May 2024 OEWS Estimates",),
    ("#  = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year ",),
]


def wages_2024(path: Path) -> Path:
    """A national workbook as the survey publishes it, with sheets that hold no wages."""
    return workbook(
        path,
        {
            "national_M2024_dl": WAGES,
            "Field Descriptions": FIELDS,
            "UpdateTime": [("Mar 2021",)],
            "Filler": [],
        },
    )


NONE = ("\u2014",) * 3


def projections_2024(path: Path) -> Path:
    """The table of the 2024–34 cycle, with a title, footnotes, and another table before it."""
    return workbook(
        path,
        {
            "Index": [("Table 1.2", "Occupational projections")],
            "Table 1.1": [("Title", "Code", "Employment, 2024"), ("Total", "00-0000", 1.0)],
            "Table 1.2": [
                ("Table 1.2 Occupational projections, 2024\u20132034 (Employment in thousands)",),
                (
                    "2024 National Employment Matrix title",
                    "2024 National Employment Matrix code",
                    "Occupation type",
                    "Employment, 2024",
                    "Employment change, numeric, 2024\u201334",
                    "Employment change, percent, 2024\u201334",
                    "Occupational openings, 2024\u201334 annual average",
                    "Median annual wage, dollars, 2024[1]",
                    "Typical education needed for entry",
                    "Work experience in a related occupation",
                    "Typical on-the-job training needed to attain competency in the occupation",
                ),
                ("Total, all occupations", "00-0000", "Summary", 1, 1, 3.1, 18863.3, 1, *NONE),
                ("  Healthcare", "29-0000", "Summary", 1, 1, 9.9, 1.0, 1, *NONE),
                (
                    *("      Nurse practitioners", "29-1171", "Line item", 1, 1, 4.9, 189.1),
                    *(">=$239,200", "Bachelor's degree", "None", "\u2014"),
                ),
                (
                    *(
                        "      Buyers and purchasing agents",
                        "13-1020",
                        "Line item",
                        1,
                        1,
                        5.8,
                        52.2,
                    ),
                    *(1, "Bachelor's degree", "None", "None"),
                ),
                ("Footnotes:",),
                ("[1] Data are from the survey.",),
            ],
        },
    )
