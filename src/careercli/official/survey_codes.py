"""The survey's codes: those that stand for several occupations, and those a spreadsheet changed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from careercli.model.basics import major_group
from careercli.official.tables import folded

ALL = "00-0000"
"""The code of all occupations together."""
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
} | {
    "11-2030": ("11-2032", "11-2033"),
    "11-3010": ("11-3012", "11-3013"),
    "11-9198": ("11-9072", "11-9179", "11-9199"),
    "13-1198": ("13-1082", "13-1199"),
    "13-2098": ("13-2051", "13-2054", "13-2099"),
    "15-1245": ("15-1242", "15-1243"),
    "15-1256": ("15-1252", "15-1253"),
    "15-1257": ("15-1254", "15-1255"),
    "15-2098": ("15-2051", "15-2099"),
    "17-3098": ("17-3028", "17-3029"),
    "19-3031": ("19-3033", "19-3034"),
    "19-4010": ("19-4012", "19-4013"),
    "19-4045": ("19-4043", "19-4044"),
    "25-3097": ("25-3041", "25-3099"),
    "27-2090": ("27-2091", "27-2099"),
    "27-4098": ("27-4015", "27-4099"),
    "29-1228": (
        *("29-1212", "29-1213", "29-1214", "29-1217", "29-1222", "29-1224", "29-1229", "29-1241"),
    ),
    "29-1248": ("29-1242", "29-1243", "29-1249"),
    "29-1298": ("29-1291", "29-1299"),
    "29-2040": ("29-2042", "29-2043"),
    "29-2098": ("29-2036", "29-2072", "29-2099"),
    "29-9098": ("29-9021", "29-9093", "29-9099"),
    "33-1090": ("33-1091", "33-1099"),
    "33-9098": ("33-9094", "33-9099"),
    "39-1098": ("39-1014", "39-1022"),
    "39-9098": ("39-4012", "39-9099"),
    "47-5097": ("47-5023", "47-5032"),
    "47-5098": ("47-5049", "47-5099"),
    "53-3058": ("53-3051", "53-3053", "53-3054"),
    "53-6098": ("53-6032", "53-6099"),
}
"""Occupations that the survey publishes together -> what they are made of.

The first twelve are published so to this day, and by the projections too; the others only for May
2019 and 2020, while the survey changed over to the classification of 2018.
"""

CODE = re.compile(r"\d\d-\d{4}")
UNDASHED = re.compile(r"(?:=\")?(\d\d)[-. \u2010-\u2015\u2212]?(\d{4})(?:\.0)?\"?")
"""A code whose hyphen was lost or replaced."""
MONTH = "11"
"""The one major group that a spreadsheet takes for a month: 11-2021 becomes Nov-21."""
DATES = (
    re.compile(r"(?i)(?:1[-. ])?(?:nov\w*|11)[-./ ]+(?P<year>\d\d|\d{4})"),
    re.compile(r"(?P<year>\d{4})-11-0?1(?:[ T]00:00(?::00)?)?"),
    re.compile(r"(?:11[/.]0?1|0?1[/.]11)[/.](?P<year>\d\d|\d{4})"),
)
SERIAL = re.compile(r"(\d{5,7})(?:\.0)?")
FIRST_DAYS = (date(1899, 12, 30), date(1904, 1, 1))
"""The days from which workbooks count the days of a date."""
LAST_SERIAL = 2_950_000
"""A day in the year 9976; the last year of a code of that group is 9199."""
MAJOR_GROUPS = frozenset(f"{group}" for group in range(11, 56, 2))


def restored(cell: str, title: str, codes: Mapping[str, str]) -> str:
    """The code that a spreadsheet changed; empty if that isn't certain.

    codes: folded title -> code, of titles that one code alone has
    """
    by_title = codes.get(folded(title), "")
    if undashed := UNDASHED.fullmatch(cell):
        code = "-".join(undashed.groups())
        if major_group(code) in (*MAJOR_GROUPS, "00") and by_title in ("", code):
            return code
    if by_title.startswith(MONTH) and any(by_title.endswith(year) for year in _years(cell)):
        return by_title
    return ""


def restored_note(count: int) -> str:
    """That codes were restored."""
    return (
        f"A spreadsheet had changed {count:,} codes; they were restored, and agree with the titles."
    )


def is_like_code(cell: str) -> bool:
    """Whether a cell has a code, or what a spreadsheet may have made of one."""
    undashed = UNDASHED.fullmatch(cell)
    return bool(undashed and undashed[1] in (*MAJOR_GROUPS, "00")) or any(_years(cell))


def codes_by_title(titles: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Folded title -> code, of titles with their codes; one that two codes have is left out."""
    codes: dict[str, set[str]] = {}
    for title, code in titles:
        codes.setdefault(folded(title), set()).add(code)
    return {title: own.pop() for title, own in codes.items() if len(own) == 1}


def _years(cell: str) -> Iterator[str]:
    """The years that a cell names with November, or the first day of it."""
    for pattern in DATES:
        if match := pattern.fullmatch(cell):
            yield match["year"]
    if (serial := SERIAL.fullmatch(cell)) and int(serial[1]) <= LAST_SERIAL:
        for first_day in FIRST_DAYS:
            day = first_day + timedelta(int(serial[1]))
            if (day.month, day.day) == (int(MONTH), 1):
                yield f"{day.year}"
