"""The tables of a store, each declared once, and the number of their format.

CREATE, INSERT and SELECT are made from the declarations, so that a column has one name, in one
place, whoever writes or reads it.
"""

import zlib
from typing import NamedTuple

from careercli.store.wages import WageRow


class Table(NamedTuple):
    """A table of a store.

    name: its name
    columns: name -> SQL type, with the constraints of that column
    options: what CREATE TABLE says after the columns
    rules: constraints of more than one column
    indexes: the columns of each index, named after the table and its first column
    """

    name: str
    columns: dict[str, str]
    rules: str = ""
    options: str = ""
    indexes: tuple[str, ...] = ()

    def create(self) -> str:
        """The statements that make the table and its indexes."""
        lines = [f"{column} {kind}".rstrip() for column, kind in self.columns.items()]
        lines += [self.rules] if self.rules else []
        table = f"CREATE TABLE {self.name} ({', '.join(lines)}) {self.options}".rstrip()
        return "; ".join((table, *map(self.create_index, self.indexes)))

    def create_index(self, columns: str) -> str:
        """The statement that makes the index of these columns."""
        return f"CREATE INDEX {self.index_name(columns)} ON {self.name} ({columns})"

    def index_name(self, columns: str) -> str:
        return f"{self.name}_{columns.partition(',')[0]}"

    def insert(self, *, leave_out: str = "", replace: bool = False) -> str:
        """The statement that stores a row: a value for each column, but for one left out.

        With `replace`, a row of the same key gives way.
        """
        columns = [column for column in self.columns if column != leave_out]
        marks = ", ".join("?" * len(columns))
        verb = "REPLACE" if replace else "INSERT"
        return f"{verb} INTO {self.name} ({', '.join(columns)}) VALUES ({marks})"

    def select(self) -> str:
        """The beginning of a query for every column, in the order of the declaration."""
        return f"SELECT {', '.join(self.columns)} FROM {self.name}"  # noqa: S608


class FullText(NamedTuple):
    """A full-text index.

    content: the table whose rows it indexes, by their `id`; "" if it keeps the text itself
    """

    name: str
    columns: tuple[str, ...]
    content: str = ""

    def create(self) -> str:
        source = f", content = '{self.content}', content_rowid = 'id'" if self.content else ""
        columns = ", ".join(self.columns)
        options = f"{source}, tokenize = 'porter unicode61'"
        return f"CREATE VIRTUAL TABLE {self.name} USING fts5 ({columns}{options})"

    def insert(self) -> str:
        """The statement that indexes a row: its id, then a text for each column."""
        marks = ", ".join("?" * len(self.columns))
        columns = ", ".join(self.columns)
        return f"INSERT INTO {self.name} (rowid, {columns}) VALUES (?, {marks})"  # noqa: S608


# -- roles ---------------------------------------------------------------------------------------

ROLE = Table(
    "role",
    {
        "id": "INTEGER PRIMARY KEY",
        "key": "TEXT UNIQUE",
        "slug": "TEXT",
        "title": "TEXT",
        "name": "TEXT",  # of an occupation: short and singular, ours
        "soc_code": "TEXT",  # six digits
        "match": "TEXT",  # how near the occupation with that code is
        "summary": "TEXT",  # this, list_row, requirements, figures and record are JSON
        "list_row": "TEXT",
        "list_sources": "INTEGER",  # of that row, in shared_text
        "requirements": "TEXT",
        "figures": "TEXT",  # of an occupation: what guides near it show
        "record": "TEXT",
    },
    indexes=("soc_code", "slug, key, title", "key, match, soc_code"),
)
NAME = Table(
    "name",
    {"id": "INTEGER PRIMARY KEY", "folded": "TEXT", "kind": "TEXT", "display": "TEXT"}
    | {"key": "TEXT"},
    indexes=("folded",),
)
ROLE_NAME_FTS = FullText("role_name_fts", ("folded",), content="name")
ROLE_TEXT = FullText("role_text", ("skills", "text", "titles"))
ROLE_SKILL = Table(
    "role_skill", {"skill": "TEXT", "key": "TEXT"}, "PRIMARY KEY (skill, key)", "WITHOUT ROWID"
)
SOFTWARE = Table(
    "software",
    # roles: keys of the occupations that use it, each with a `!` if it is in demand there
    {"folded": "TEXT PRIMARY KEY", "name": "TEXT", "roles": "TEXT"},
)
SHARED_TEXT = Table("shared_text", {"id": "INTEGER PRIMARY KEY", "text": "TEXT UNIQUE"})
"""What many roles say alike: a footnote of a list, or the sources of a row as JSON."""
FAMILY = Table("family", {"id": "TEXT PRIMARY KEY", "title": "TEXT"})

# -- what we write of occupations ------------------------------------------------------------------

PORTRAIT = Table(
    "portrait",
    {"code": "TEXT PRIMARY KEY", "record": "TEXT"}
    | {"credentials_known": "INTEGER"},  # whether it is known which are asked for
    options="WITHOUT ROWID",
)
PORTRAIT_TEXT = FullText("portrait_text", ("code", "text"))
CREDENTIAL = Table(
    "credential",
    {"id": "TEXT PRIMARY KEY", "label": "TEXT", "kind": "TEXT"}
    | {"bridges": "TEXT", "record": "TEXT"}  # JSON; the first is a part of the second
    | {"groups": "INTEGER"}  # of how many major groups occupations always or usually ask for it
    | {"scoped": "INTEGER"}  # whether it is issued for a part of the work
    | {"degree": "TEXT"},  # the highest that its own schooling ends in
    options="WITHOUT ROWID",
)
CREDENTIAL_NAME = Table(
    "credential_name",
    {"folded": "TEXT PRIMARY KEY", "id": "TEXT"},
    options="WITHOUT ROWID",
)
ASKED = Table(
    "asked",
    {"code": "TEXT", "id": "TEXT", "level": "INTEGER", "editorial": "INTEGER"},
    "PRIMARY KEY (code, id)",
    "WITHOUT ROWID",
    ("id",),
)
SIMILAR = Table("similar", {"code": "TEXT PRIMARY KEY", "similar": "TEXT"}, options="WITHOUT ROWID")
LEADS_TO = Table("leads_to", {"code": "TEXT PRIMARY KEY", "goals": "TEXT"}, options="WITHOUT ROWID")
"""Occupations for which work in one is the experience, by the Handbook."""
ORIGIN = Table("origin", {"goal": "TEXT", "work": "TEXT", "first": "INTEGER"})
"""The work from which people come into an occupation, by its way in: the beginning of a code."""
SCHOOLING = Table(
    "schooling",
    {"code": "TEXT PRIMARY KEY", "degree": "TEXT", "record": "TEXT"},
    options="WITHOUT ROWID",
)
"""The study that leads to an occupation."""
HANDBOOK_PAGE = Table(
    "handbook_page", {"page": "TEXT PRIMARY KEY", "title": "TEXT"}, options="WITHOUT ROWID"
)

# -- vocabulary ----------------------------------------------------------------------------------

RATING_SCALE = Table("rating_scale", {"kind": "TEXT PRIMARY KEY", "sentences": "TEXT"})
SKILL = Table(
    "skill",
    {"id": "TEXT PRIMARY KEY", "label": "TEXT", "kind": "TEXT", "near": "TEXT", "record": "TEXT"},
)
SKILL_NAME = Table(
    "skill_name",
    {"folded": "TEXT PRIMARY KEY", "id": "TEXT", "display": "TEXT", "kind": "TEXT"},
    options="WITHOUT ROWID",
)

TERM = Table(
    "term",
    {"folded": "TEXT PRIMARY KEY", "id": "TEXT", "kind": "TEXT", "sort": "TEXT"}
    | {"written": "TEXT"},
    options="WITHOUT ROWID",
)
MEANING = Table("meaning", {"name": "TEXT", "work": "TEXT", "id": "TEXT"})
"""A name that means a skill or credential only in some work: the beginning of a code of that."""

# -- official data: what each data set says, which a store holds by data set ----------------------

DATASET = Table("dataset", {"name": "TEXT PRIMARY KEY", "record": "TEXT"})
IMPORT_RECORD = Table("import_record", {"dataset": "TEXT", "code": "TEXT", "record": "TEXT"})
ELEMENT = Table("element", {"dataset": "TEXT", "id": "TEXT", "record": "TEXT"})
AREA = Table(
    "area",
    {"dataset": "TEXT", "id": "INTEGER PRIMARY KEY", "code": "TEXT", "title": "TEXT"}
    | {"kind": "TEXT", "state": "TEXT"},
)
AREA_PAY = Table(
    "area_pay",
    dict.fromkeys(WageRow._fields, "INTEGER"),
    "PRIMARY KEY (code, area)",
    "WITHOUT ROWID",
    ("area, code",),
)
PRICE = Table(
    "price",
    {"dataset": "TEXT", "area": "TEXT PRIMARY KEY", "title": "TEXT"}
    | {"year": "INTEGER", "value": "REAL"},
)
EXPOSURE = Table(
    "exposure",
    {"dataset": "TEXT", "code": "TEXT", "rater": "TEXT", "measure": "TEXT", "value": "REAL"}
    | {"rank": "INTEGER", "total": "INTEGER", "tied": "INTEGER"},
    indexes=("code",),
)
PROGRAM = Table("program", {"dataset": "TEXT", "code": "TEXT PRIMARY KEY", "title": "TEXT"})
PROGRAM_OCCUPATION = Table(
    "program_occupation",
    {"dataset": "TEXT", "program": "TEXT", "code": "TEXT"},
    indexes=("code", "program"),
)
# worked out of O*NET alone, and kept with it: if another way is found, change DERIVED_VERSION
LIKENESS = Table(
    "likeness",
    {"dataset": "TEXT", "position": "INTEGER PRIMARY KEY", "code": "TEXT UNIQUE"}
    | {"missing_facets": "TEXT"},
)
LIKENESS_SCORES = Table(
    "likeness_scores",
    {"dataset": "TEXT", "position": "INTEGER PRIMARY KEY", "scores": "BLOB"},
)
CALIBRATION = Table(
    "calibration",
    {"dataset": "TEXT", "name": "TEXT", "mean": "REAL", "deviation": "REAL"}
    | {"roles": "INTEGER", "pairs": "INTEGER"},
)

# -- official data: what is joined out of several data sets, with the roles ------------------------

TRAIT = Table(
    "trait",
    {
        "code": "TEXT PRIMARY KEY",
        "zone": "INTEGER",
        "pay": "REAL",
        "at_least": "INTEGER",
        "counted": "TEXT",
        "growth": "REAL",
        "entry": "TEXT",
        "no_diploma": "REAL",
        "experience": "TEXT",
        "training": "TEXT",
        "employment": "REAL",
        "related": "TEXT",  # codes, each behind the digit of its tier
        "levels": "BLOB",
    },
)
INTEREST_PROFILE = Table(
    # scores: O*NET's six interests in the order R I A S E C, in hundredths
    "interest_profile",
    {"code": "TEXT PRIMARY KEY", "scores": "BLOB"},
    options="WITHOUT ROWID",
)
RATED_SKILL = Table(
    "rated_skill", {"position": "INTEGER PRIMARY KEY", "id": "TEXT", "name": "TEXT"}
)
OCCUPATION_NAME = Table("occupation_name", {"code": "TEXT PRIMARY KEY", "name": "TEXT"})
EVERYDAY_NAME = Table("everyday_name", {"code": "TEXT", "name": "TEXT"})

# -- of the store itself ---------------------------------------------------------------------------

CONTENT = Table("content", {"name": "TEXT PRIMARY KEY", "checksum": "INTEGER"})

SOURCE_TABLES = (
    *(DATASET, IMPORT_RECORD, ELEMENT, AREA, AREA_PAY, PRICE, EXPOSURE, PROGRAM),
    *(PROGRAM_OCCUPATION, LIKENESS, LIKENESS_SCORES, CALIBRATION),
)
TABLES: tuple[Table | FullText, ...] = (
    *(ROLE, NAME, ROLE_NAME_FTS, ROLE_TEXT, ROLE_SKILL, SOFTWARE, SHARED_TEXT, FAMILY),
    *(PORTRAIT, PORTRAIT_TEXT, CREDENTIAL, CREDENTIAL_NAME, ASKED, SIMILAR, LEADS_TO, ORIGIN),
    *(SCHOOLING, HANDBOOK_PAGE),
    *(
        RATING_SCALE,
        SKILL,
        SKILL_NAME,
        TERM,
        MEANING,
        *SOURCE_TABLES,
        TRAIT,
        INTEREST_PROFILE,
        RATED_SKILL,
    ),
    *(OCCUPATION_NAME, EVERYDAY_NAME, CONTENT),
)
DERIVED_VERSION = 9
"""The way in which likeness, calibration, summaries of roles and checksums are worked out."""
SCHEMA = ";\n".join(table.create() for table in TABLES)
FORMAT = zlib.crc32(f"{SCHEMA} {DERIVED_VERSION}".encode()) & 0x7FFFFFFF
"""Which tables a store has; a store of another format is made again or refused."""
