"""Which data set a download belongs to, for one that was given to another source's import."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from careercli.errors import DataError
from careercli.official.files import Member, members
from careercli.official.tables import folded, is_workbook, named_rows

TEXTS = (".csv", ".txt", ".tsv")
LOOKED_AT = 10
"""Files of a download, sheets of a workbook, and rows of a table."""
ONET = "an O*NET database"
SURVEY = "the wage survey (OEWS)"
PROJECTIONS = "the Employment Projections"
KINDS = {ONET: "onet", SURVEY: "oews", PROJECTIONS: "projections"}
"""A data set that can be added -> its name in `sources`."""
COLUMNS = (
    ("AI exposure (GPTs are GPTs)", {"dvratingbeta"}),
    ("AI applicability (Microsoft)", {"aiapplicabilityscore"}),
    ("regional price parities", {"geofips", "geoname"}),
    ("the crosswalk of fields of study (CIP to SOC)", {"cip2020code", "soc2018code"}),
    ("ESCO", {"concepturi", "preferredlabel"}),
    (SURVEY, {"occcode", "occtitle"}),
    (PROJECTIONS, {"occupationtitle", "occupationcode", "typicalentryleveleducation"}),
    (PROJECTIONS, {"occupationtype", "typicaleducationneededforentry"}),
    (ONET, {"onetsoccode"}),
)
"""A data set and columns that it has and none below it has."""
SQL_WORDS = (b"content_model_reference", b"occupation_data", b"o*net")
"""What the beginning of O*NET's SQL edition has."""


def recognized(found: Sequence[Member]) -> tuple[str, DataError | None]:
    """Which data set a download is; empty if the beginnings of its first files don't show it.

    And why the first file that couldn't be looked at is damaged or refused.
    """
    refused: DataError | None = None
    for member in islice(found, LOOKED_AT):
        try:
            if name := next(filter(None, _data_sets(member)), ""):
                return name, refused
        except DataError as error:
            refused = refused or error
    return "", refused


def elsewhere(found: Sequence[Member], wanted: str) -> str:
    """What to do with a download that isn't the data set `wanted`; empty if it isn't recognized."""
    name, _ = recognized(found)
    if name in ("", wanted):
        return ""
    todo = "careercli sources add FILE" if name in KINDS else "careercli doesn't read it."
    return f"This is {name}: {todo}"


def kind_of(path: Path) -> str:
    """Which of the data sets that can be added a download is: onet, oews or projections.

    Raises DataError with what it is, why it can't be read, or that it isn't known.
    """
    with members(path, HINT) as found:
        name, refused = recognized(found)
        if name in KINDS:
            return KINDS[name]
        if refused and not name:
            raise refused
        names = ", ".join(member.name for member in islice(found, LOOKED_AT))
    what = f"is {name}, which careercli doesn't read" if name else "isn't a data set known here"
    raise DataError.of(str(path), "", what, names, HINT)


HINT = "O*NET, the wage survey (OEWS) and the Employment Projections can be added."


def _data_sets(member: Member) -> Iterator[str]:
    """The data set that has the columns in each of a file's first rows; empty if none has."""
    name = member.name.casefold()
    if name.endswith(".sql"):
        head = member.head().lower()
        yield ONET if any(word in head for word in SQL_WORDS) else ""
    elif name.endswith(TEXTS) or is_workbook(member):
        with named_rows(member) as tables:
            for table in islice(tables, LOOKED_AT):
                yield from map(_data_set, islice(table.rows(), LOOKED_AT))


def _data_set(row: Iterable[str]) -> str:
    columns = {folded(cell) for cell in row}
    return next((name for name, needed in COLUMNS if needed <= columns), "")
