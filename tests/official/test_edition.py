"""The official edition that ships: all of its areas, and figures as the publishers' files have."""

import csv
import json
import random
from pathlib import Path
from typing import Any

import pytest

from careercli.app.open_stores import open_store
from careercli.errors import DataError
from careercli.files import locations
from careercli.official import oews, projections
from careercli.official.build import everyday_names
from careercli.official.files import members
from careercli.store.schema import AREA_PAY
from careercli.store.wages import WageRow
from tests.support import official
from tests.support.answers import answer
from tests.support.rows import drain
from tests.support.running import ROOT, Run, database

SURVEY = ROOT / "tests" / "data" / "survey-may-2025.csv"
"""Rows out of the survey's own files: pay in both units and in one, `#`, all occupations together,
a state, a metropolitan and a nonmetropolitan area."""


def shipped() -> dict[tuple[int, int], WageRow]:
    with database(locations.edition_store()) as db:
        rows = map(WageRow._make, db.execute(AREA_PAY.select()))
        return {(row.code, row.area): row for row in rows}


def test_every_area_is_there() -> None:
    kinds = [area.kind for area in open_store().areas()]
    metros = kinds.count("metropolitan") + kinds.count("nonmetropolitan")
    assert (metros, kinds.count("state") + kinds.count("territory")) == (528, 54)
    assert len(kinds) == 528 + 54


def test_the_survey_is_as_its_files_have_it() -> None:
    with members(SURVEY, "") as found:
        rows, _ = drain(oews.read(str(SURVEY), found, "", lambda _: None))
    read = [row for table, row in rows if table is AREA_PAY]
    known = shipped()
    assert len(read) == len(SURVEY.read_text().splitlines()) - 1
    assert [known[row[0], row[1]] for row in read] == read


def test_a_file_of_the_same_release_changes_no_figure(run: Run) -> None:
    def pay(role: str, area: str) -> list[Any]:
        (found,) = answer(run, "salary", role, "--area", area)["roles"]
        return [(series["unit"], series["points"]) for series in found["areas"][0]["pay"]]

    questions = (("barber", "Austin"), ("registered nurse", "TX"), ("carpenter", "Northwest Alab"))
    before = [pay(*question) for question in questions]
    assert run("sources", "add", "--yes", "--kind=oews", str(SURVEY)).code == 0
    assert [pay(*question) for question in questions] == before


def test_the_projections_are_as_their_workbook_has_them(tmp_path: Path) -> None:
    header = (
        *("2024 National Employment Matrix title", "2024 National Employment Matrix code"),
        *("Occupation type", "Employment change, percent, 2024\u201334", "Percent self employed"),
        *(
            "Occupational openings, 2024\u201334 annual average",
            "Typical education needed for entry",
        ),
        *("Work experience in a related occupation", "Typical on-the-job training"),
    )
    barbers = ("Barbers", "39-5011", "Line item", 4.1, 75.6, 8.4)
    separations = (
        *("2024 National Employment Matrix title", "2024 National Employment Matrix code"),
        *("Occupation type", "Labor force exit rate", "Occupational transfer rate"),
        "Total occupational separations rate",
    )
    path = official.workbook(
        tmp_path / "occupation.xlsx",
        {
            "Table 1.2": [header, (*barbers, "Postsecondary nondegree award", "None", "None")],
            "Table 1.10": [separations, ("Barbers", "39-5011", "Line item", 3.7, 6.7, 10.4)],
        },
    )
    with members(path, "") as found:
        (barber,) = projections.read(str(path), found, "", lambda _: None).parts.values()
    role = open_store().get("soc:39-5011.00")
    assert role.occupation is not None
    assert role.outlook is not None
    figures = {
        "growth": role.outlook.growth,
        **{
            name: getattr(role.occupation, name)
            for name in ("self_employed", "exit_rate", "transfer_rate", "separation_rate")
        },
        "openings": role.occupation.openings,
    }
    assert {name: figure and figure.value for name, figure in figures.items()} == {
        name: barber[name] for name in figures
    }
    assert barber["education"] == role.occupation.entry


def test_an_area_has_pay_by_the_year_and_by_the_hour_with_its_errors() -> None:
    (paid,) = open_store().area_pay("29-1141", "48")
    assert (paid.area, paid.code) == ("Texas", "48")
    assert paid.pay is not None
    assert paid.hourly is not None
    assert (paid.pay.points["p50"], paid.hourly.points["p50"]) == (95_970, 46.14)
    assert (paid.employment_error, paid.mean_error) == (1.1, 0.3)
    assert (paid.jobs_per_1000, paid.location_quotient) == (19.287, 0.89)


def test_what_else_is_official_is_read_by_code() -> None:
    store = open_store()
    texas, rural = store.price_parity("48"), store.price_parity("0100001")
    assert texas is not None
    assert rural is not None
    assert (texas.year, rural.code, rural.prices) == (2023, "01999", 83.231)
    exposures = {(one.rater, one.measure): one for one in store.exposures("11-1011.00")}
    assert exposures["human", "beta"].value == 0.35
    assert exposures["dv", "beta"].value == 0.46
    assert exposures["", "applicability"].of == 785
    assert 1 <= exposures["", "applicability"].rank <= 785
    assert "51.3801" in {program.code for program in store.programs("29-1141")}
    assert any("29-1141" in codes for codes in store.fields_of_study().values())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("roofer", "soc:47-2181.00"),
        ("locksmith", "soc:49-9094.00"),
        ("barista", "soc:35-3023.01"),
        ("29-1141", "guide:registered-nurse"),
        ("registered nurses", "guide:registered-nurse"),
        ("29-1171", "soc:29-1171.00"),
    ],
)
def test_what_a_name_or_a_code_opens(name: str, key: str) -> None:
    assert open_store().resolve(name) == key


def test_a_guide_that_is_an_occupation_is_shown_once(run: Run) -> None:
    keys: list[Any] = [role["key"] for role in answer(run, "list", "--all")["roles"]]
    assert "guide:registered-nurse" in keys
    assert "soc:29-1141.00" not in keys
    assert len(keys) == len(set(keys))
    role = answer(run, "show", "registered-nurse")["role"]
    assert role["occupation"]["ratings"]["knowledge"]["rows"]
    assert "Parts: day-to-day, pay" in run("show", "registered-nurse").out
    assert "## Knowledge" in run("show", "registered-nurse", "-s", "knowledge").out


def test_each_source_says_where_it_is_from(run: Run) -> None:
    sources = answer(run, "sources")["sources"]
    assert {source["name"] for source in sources} >= {"onet", "oews-metros", "programs"}
    assert all(len(source["sha256"]) == 64 and source["license"] for source in sources)
    assert run("sources", "remove", "oews").code == 2


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("99-9999.00,unicorn keeper", "must be of an occupation in names.csv"),
        ("39-5011.00,Hair cutter", "must not be listed twice"),
    ],
)
def test_an_everyday_name_is_of_one_occupation_that_there_is(
    tmp_path: Path, line: str, told: str
) -> None:
    file = tmp_path / "everyday.csv"
    file.write_text(f"code,name\n39-5011.00,hair cutter\n{line}\n", encoding="utf-8")
    with pytest.raises(DataError, match=told):
        everyday_names(file, {"39-5011.00"})


def test_what_people_say_in_speech_opens_the_occupation(run: Run) -> None:
    with (ROOT / "data" / "everyday.csv").open(encoding="utf-8", newline="") as file:
        names = [(row["name"], row["code"]) for row in csv.DictReader(file)]
    exact = open_store(user=False).exact_guides
    for name, code in random.Random(5).sample(names, 25):
        shown = run("show", name, "pay", "--format", "json")
        key = json.loads(shown.out)["role"]["key"]
        assert key == exact.get(f"soc:{code}", f"soc:{code}"), name
