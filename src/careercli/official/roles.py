"""Occupations as roles, joined out of what O*NET, the wage survey and the projections say."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from careercli.core.name_scores import singular
from careercli.model.basics import major_group
from careercli.model.codec import build, to_json_data
from careercli.model.datasets import JOINED, Dataset
from careercli.official.move_inputs import put_trait
from careercli.official.survey_codes import ALL, COMBINED
from careercli.store.schema import AREA_PAY, FAMILY
from careercli.store.wages import NATION, WageRow, code_id
from careercli.store.writer import index, names_of, put_role
from careercli.text import normalize_name

Data = dict[str, Any]
Holders = Callable[[str], Sequence[sqlite3.Connection]]
"""A data set's name -> the stores that hold it, of those that are joined, best first."""

UNNAMED: Data = {"name": "", "everyday": ()}
PART_OF = {part: whole for whole, parts in COMBINED.items() for part in parts}
PREPARATION = {"education": "entry", "experience": "experience", "training": "training"}
"""What the projections say of it -> the part of an occupation that holds it."""
RATES = ("self_employed", "exit_rate", "transfer_rate", "separation_rate")

MAJOR_GROUPS = {
    "11": "Management",
    "13": "Business and financial operations",
    "15": "Computer and mathematical",
    "17": "Architecture and engineering",
    "19": "Life, physical, and social science",
    "21": "Community and social service",
    "23": "Legal",
    "25": "Educational instruction and library",
    "27": "Arts, design, entertainment, sports, and media",
    "29": "Healthcare practitioners and technical",
    "31": "Healthcare support",
    "33": "Protective service",
    "35": "Food preparation and serving",
    "37": "Building and grounds cleaning and maintenance",
    "39": "Personal care and service",
    "41": "Sales and related",
    "43": "Office and administrative support",
    "45": "Farming, fishing, and forestry",
    "47": "Construction and extraction",
    "49": "Installation, maintenance, and repair",
    "51": "Production",
    "53": "Transportation and material moving",
    "55": "Military specific",
}
"""The major groups of the Standard Occupational Classification: the families of occupations."""


class _Inputs:
    """What the data sets say, by code.

    Only those of one classification are joined: of one that a user added of another
    classification, the edition's.
    """

    def __init__(self, holders: Holders) -> None:
        self._stores: dict[str, sqlite3.Connection] = {}
        self.positions: dict[str, int] = {}
        self.sets: dict[str, Dataset] = {}
        for name in JOINED:
            for store in holders(name):
                dataset = _dataset(store, name)
                leading = next(iter(self.sets.values()), dataset)
                if dataset.soc == leading.soc:
                    self.sets[name], self._stores[name] = dataset, store
                    break
        sql = f"{AREA_PAY.select()} WHERE area = ?"
        paid = self._stores["oews"].execute(sql, (NATION,)) if "oews" in self.sets else ()
        national = {row.code: row for row in map(WageRow._make, paid)}
        self.wages = {
            code: {"title": record["title"], "row": national[code_id(code)]}
            for code, record in self.records("oews")
            if code != ALL
        }
        self.projections = dict(self.records("projections"))

    def records(self, name: str) -> Iterator[tuple[str, Data]]:
        """Code and record of every occupation in a data set, if it is one of those joined."""
        if name in self.sets:
            sql = "SELECT code, record FROM import_record WHERE dataset = ?"
            for code, record in self._stores[name].execute(sql, (name,)):
                yield code, json.loads(record)


def _dataset(store: sqlite3.Connection, name: str) -> Dataset:
    ((record,),) = store.execute("SELECT record FROM dataset WHERE name = ?", (name,))
    return build(Dataset, json.loads(record))


def own_names(
    short: Iterable[tuple[str, str]], everyday: Iterable[tuple[str, str]]
) -> dict[str, Data]:
    """What records of occupations say of our own names, by O*NET-SOC code.

    short: code and the name that lists show; everyday: code and what people say in speech, of
        codes that have a short name
    """
    names: dict[str, Data] = {code: {"name": name, "everyday": []} for code, name in short}
    for code, name in everyday:
        names[code]["everyday"].append(name)
    return names


def add_roles(db: sqlite3.Connection, holders: Holders, names: Mapping[str, Data]) -> None:
    """Makes the occupations of the data sets into roles."""
    official = _Inputs(holders)
    taken: set[str] = set()
    covered: set[str] = set()
    db.executemany(
        FAMILY.insert(), ((f"soc-{group}", title) for group, title in MAJOR_GROUPS.items())
    )
    for code, record in official.records("onet"):
        six = code[:7]
        covered |= {six, PART_OF.get(six, "")}
        _add_occupation(db, official, code, record | names.get(code, UNNAMED), taken)
    bare = {**official.projections, **official.wages}
    for six, published in bare.items():
        if six not in covered and six != ALL:
            code = f"{six}.00"
            record = {"title": published["title"], "summary": "", "occupation": {"code": code}}
            _add_occupation(db, official, code, record | names.get(code, UNNAMED), taken)
    index(db)


def _add_occupation(
    db: sqlite3.Connection, official: _Inputs, code: str, record: Data, taken: set[str]
) -> None:
    title = record["title"]
    slug = normalize_name(title).replace(" ", "-")
    slug = re.sub(r"[^a-z0-9-]", "", slug)
    if slug in taken or not slug:
        slug = f"{slug}-{code.replace('.', '-')}".strip("-")
    taken.add(slug)
    role: Data = {
        "slug": slug,
        "title": title,
        "name": record["name"],
        "summary": record["summary"],
        "key": f"soc:{code}",
        "other_titles": record.get("titles", []),
        "family": f"soc-{major_group(code)}",
        "soc": {"code": code[:7], "match": "exact" if code.endswith(".00") else "broader"},
    }
    occupation = dict(record["occupation"])
    cited = ["onet"] if "titles" in record else []  # else it is known from the survey alone
    if counted := _counted_as(code, official.wages):
        cited.append("oews")
        _add_wages(role, occupation, official.wages[counted], counted, official.sets["oews"].id)
    if counted := _counted_as(code, official.projections):
        cited.append("projections")
        source = official.sets["projections"].id
        _add_projection(role, occupation, official.projections[counted], counted, source)
        if (everyone := official.projections.get(ALL, {}).get("growth")) is not None:
            occupation["all_growth"] = _figure(everyone, "percent", source, "projection", "")
    role["sources"] = {
        official.sets[name].id: to_json_data(official.sets[name].source) for name in cited
    }
    role["occupation"] = occupation
    software = occupation.get("software", ())
    programs = [program["name"] for program in software]
    hot = [program["name"] for program in software if program.get("hot")]
    tasks = (task["text"] for task in occupation.get("tasks", ()))
    text = [role["summary"], *tasks, record.get("words", "")]
    names = list(_names(role, record))
    group, _, group_title = occupation.get("counted_in", "").partition(" ")
    if group and code.endswith(".00"):  # what the survey calls the occupations it counts together
        names.append(("other title", group_title))
    put_role(db, role, names, ", ".join(hot or programs), " ".join(text))
    put_trait(db, role, official.positions)


def _add_wages(role: Data, occupation: Data, wages: Data, counted: str, source: str) -> None:
    note = _part_note(role, occupation, counted, wages["title"])
    row: WageRow = wages["row"]
    occupation["survey"] = counted
    if row.by_year:
        role["pay"] = [_series(row, "USD/year", source, note)]
    if row.by_hour:
        occupation["hourly"] = _series(row, "USD/hour", source, note)
    if row.employment:
        occupation["employment"] = _figure(float(row.employment), "jobs", source, "survey", note)


def _add_projection(
    role: Data, occupation: Data, projected: Data, counted: str, source: str
) -> None:
    note = _part_note(role, occupation, counted, projected["title"])
    if "growth" in projected:
        growth = _figure(projected["growth"], "percent", source, "projection", note)
        role["outlook"] = {"growth": growth}
    if "openings" in projected:
        openings = _figure(projected["openings"], "openings/year", source, "projection", note)
        occupation["openings"] = openings
    for name, part in PREPARATION.items():
        if name in projected:
            occupation[part] = projected[name]
    for name in RATES:
        if name in projected:
            occupation[name] = _figure(projected[name], "percent", source, "projection", note)


def _counted_as(code: str, parts: Mapping[str, Data]) -> str:
    """The six-digit code under which the occupation is published; empty if it is not."""
    six = code[:7]
    if six in parts:
        return six
    return PART_OF[six] if PART_OF.get(six) in parts else ""


def _part_note(role: Data, occupation: Data, counted: str, title: str) -> str:
    """That a figure is of more than the occupation, if it is."""
    if role["key"] == f"soc:{counted}.00":
        return ""
    occupation["counted_in"] = f"{counted} {title}"
    return "published for the larger group in which this occupation is counted"


def _series(row: WageRow, unit: str, source: str, note: str) -> Data:
    points = row.by_year if unit == "USD/year" else row.by_hour
    series: Data = {"basis": "percentiles", "source": source, "kind": "survey", "unit": unit}
    series["points"] = points
    if row.at_least:
        series["at_least"] = list(row.open_points)
    return series | ({"note": note, "rough": True} if note else {})


def _figure(value: float, unit: str, source: str, kind: str, note: str) -> Data:
    figure = {"value": value, "unit": unit, "source": source, "kind": kind}
    return figure | ({"note": note, "rough": True} if note else {})


def _names(role: Data, record: Data) -> Iterator[tuple[str, str]]:
    """Each name of an occupation, with its kind.

    Of a title with its short form, such as "Help Desk Tech (Help Desk Technician)", both are names
    too, as is the singular of its own.
    """
    titles, short = record.get("titles", []), record.get("short", [])
    reported = frozenset(titles[: record.get("reported", 0)])
    names: dict[str, str] = {}
    for kind, name in names_of(role):
        names.setdefault(name, kind)
    names.pop(role["slug"])
    for name in record["everyday"]:
        names.setdefault(name, "everyday name")
    for title in titles:
        kind = "reported title" if title in reported else "other title"
        form, opened, rest = title.rpartition(" (")
        forms = [form] if opened and title.endswith(")") else []
        if form in short or rest.rstrip(")") in short:
            forms.append(rest.rstrip(")"))
        for name in (title, *forms):
            if names.get(name, "other title") == "other title":
                names[name] = kind
    for name in (*short, singular(role["title"])):
        names.setdefault(name, "other title")
    yield "slug", role["slug"]
    for name, kind in names.items():
        yield kind, name
