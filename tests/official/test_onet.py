"""O*NET in every layout: each quirk of the real files, in a small one."""

from pathlib import Path
from typing import Any

import pytest

from careercli.errors import DataError
from careercli.official import onet
from careercli.official.dataset import ParsedDataset
from careercli.official.files import members
from tests.support import official
from tests.support.official import DEVELOPER, MANAGER, NURSE

LAYOUTS = {
    "30.3": official.onet_30_3,
    "30.1": official.onet_30_1,
    "29.0": official.onet_29_0,
}


def read(path: Path, release: str = "") -> ParsedDataset:
    with members(path, onet.BY_HAND) as found:
        return onet.read(str(path), found, release, lambda _: None, partial=True)


def occupation(reading: ParsedDataset, code: str) -> dict[str, Any]:
    found: dict[str, Any] = reading.parts[code]["occupation"]
    return found


@pytest.mark.parametrize("release", LAYOUTS)
def test_every_layout_gives_the_same_occupation(tmp_path: Path, release: str) -> None:
    reading = read(official.onet_zip(tmp_path / "onet.zip", LAYOUTS[release]()))
    assert (reading.dataset.release, reading.dataset.soc) == (release, "2018")
    developer = occupation(reading, DEVELOPER)
    assert [one["id"] for one in developer["ratings"]["skills"]["rows"]] == ["2.B.3.e", "2.A.2.a"]
    assert developer["ratings"]["skills"]["rows"][0]["level"] == 4.75
    assert developer["software"][0]["name"] in ("Jira", "Git")
    assert developer["zone"]["name"].startswith("Job Zone Four")
    nurse = occupation(reading, NURSE)
    assert nurse["high_points"] == "SC"
    assert [one["letter"] for one in nurse["interests"]] == ["S", "C", "I", "R", "E", "A"]
    assert nurse["education"] == [
        {"name": "Associate's Degree", "percent": 40.0},
        {"name": "Bachelor's Degree", "percent": 60.0},
    ]
    assert "Oncology RN" in reading.parts[NURSE]["short"]


def test_release_and_date_are_those_of_the_read_me(tmp_path: Path) -> None:
    dataset = read(official.folder(tmp_path / "db_99_9_text", official.onet_30_3())).dataset
    assert (dataset.title, dataset.date) == ("O*NET 30.3 Database", "2026-05")
    assert "CC BY 4.0" in dataset.attribution


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_may_end_either_way(tmp_path: Path, newline: str) -> None:
    reading = read(official.folder(tmp_path / "a", official.onet_30_3(), newline))
    assert reading.parts[NURSE]["summary"] == "Assess patient health problems."


def test_the_csv_edition_is_the_same_data(tmp_path: Path) -> None:
    shipped = read(official.folder(tmp_path / "text", official.onet_30_3()))
    edition = read(official.csv_folder(tmp_path / "csv", official.onet_30_3()), "31.0")
    assert edition.parts == shipped.parts
    assert edition.dataset.release == "31.0"


def test_quotation_marks_are_kept_as_they_were_shipped_or_saved_again(tmp_path: Path) -> None:
    tables = official.onet_30_3()
    task = 'Conduct "head counts" of defects.'
    assert task in str(occupation(read(official.folder(tmp_path / "a", tables)), DEVELOPER))
    saved = task.replace('"', '""')
    tables["Task Statements"] = [
        line.replace(task, f'"{saved}"') for line in tables["Task Statements"]
    ]
    tables["Occupation Data"] = [
        "\t".join(f'"{cell}"' for cell in line.split("\t")) for line in tables["Occupation Data"]
    ]
    again = occupation(read(official.folder(tmp_path / "b", tables)), DEVELOPER)
    assert task in [one["text"] for one in again["tasks"]]


def test_n_a_is_nothing_and_core_comes_first(tmp_path: Path) -> None:
    reading = read(official.folder(tmp_path, official.onet_30_3()))
    assert [one.get("rank") for one in occupation(reading, DEVELOPER)["tasks"]] == [
        "core",
        "supplemental",
    ]
    assert occupation(reading, MANAGER)["tasks"] == [{"text": "Plan the work."}]
    assert "n/a" not in str(reading.parts)


@pytest.mark.parametrize("absent", ["", "n/a"])
def test_nothing_may_be_written_in_two_ways(tmp_path: Path, absent: str) -> None:
    shipped = official.onet_30_3()
    tables = {
        name: [
            "\t".join(absent if cell == "n/a" else cell for cell in line.split("\t"))
            for line in lines
        ]
        for name, lines in shipped.items()
    }
    tables["Content Model Reference"] = [
        "Element ID\tElement Name\tDescription",
        "4.A.2.a.4.i.3\tJudge performance.\t",
    ]
    again = read(official.folder(tmp_path / "again", tables))
    assert again.parts == read(official.folder(tmp_path / "shipped", shipped)).parts


def test_errors_and_intervals_of_any_precision_are_not_read(tmp_path: Path) -> None:
    shipped = official.onet_30_3()
    tables = {
        name: [line.replace("\t0.1\t3.9\t4.4\t", "\t0.1234\tn/a\tn/a\t") for line in lines]
        for name, lines in shipped.items()
    }
    assert tables != shipped
    again = read(official.folder(tmp_path / "again", tables))
    assert again.parts == read(official.folder(tmp_path / "shipped", shipped)).parts


def test_columns_are_found_by_name_wherever_they_stand(tmp_path: Path) -> None:
    shipped = official.onet_30_3()
    tables = dict(shipped)
    for name in ("Essential Skills", "Job Titles", "Education"):
        rows = [line.split("\t") for line in shipped[name]]
        header, *body = [[row[0], "Any", *reversed(row[1:])] for row in rows]
        header[1] = "Title"
        tables[name] = ["\t".join(row) for row in (header, *body)]
    again = read(official.folder(tmp_path / "again", tables))
    assert again.parts == read(official.folder(tmp_path / "shipped", shipped)).parts


def test_the_workbook_edition_is_refused_with_what_to_download(tmp_path: Path) -> None:
    rows = [("O*NET-SOC Code", "Title", "Description"), (NURSE, "Nurse Practitioners", "Assess.")]
    book = official.workbook(tmp_path / "Occupation Data.xlsx", {"Occupation Data": rows})
    raw = book.read_bytes()
    path = official.zipped(tmp_path / "db_30_3_excel.zip", {"Occupation Data.xlsx": raw})
    with pytest.raises(DataError, match=r"the Excel edition.*as text or CSV"):
        read(path)


@pytest.mark.parametrize(
    ("release", "zone", "name"),
    [
        ("30.3", "2", "Job Zone 1-2: Very Little to Some Preparation Needed"),
        ("29.0", "1", "Job Zone One: Little or No Preparation Needed"),
        ("29.0", "5", "Job Zone 5"),  # of which the reference says nothing
    ],
)
def test_job_zones_have_the_names_of_their_release(
    tmp_path: Path, release: str, zone: str, name: str
) -> None:
    tables = LAYOUTS[release]()
    tables["Job Zones"] = [*tables["Job Zones"], f"{MANAGER}\t{zone}\t08/2023\tAnalyst"]
    found = occupation(read(official.folder(tmp_path, tables)), MANAGER)["zone"]
    assert (found["number"], found["name"]) == (int(zone), name)


def test_importance_and_level_are_never_mixed(tmp_path: Path) -> None:
    nurse = occupation(read(official.folder(tmp_path, official.onet_30_3())), NURSE)
    skills = {one["name"]: one for one in nurse["ratings"]["skills"]["rows"]}
    assert skills["Social Perceptiveness"]["value"] == 4.12
    thinking = skills["Critical Thinking"]
    assert (thinking["level"], thinking["level_uncertain"]) == (4.0, True)  # suppressed
    assert "uncertain" not in thinking
    assert "level" not in skills["Science"]  # not relevant
    assert nurse["ratings"]["knowledge"]["rows"][0]["uncertain"] is True


def test_knowledge_that_does_not_say_whether_to_rely_on_it(tmp_path: Path) -> None:
    tables = official.onet_30_3()
    tables["Knowledge"] = [
        official.RATED,
        *official.rated(NURSE, "2.C.4.e", "Psychology", "4.60", "6.1", low="n/a", suppress="n/a"),
    ]
    (row,) = occupation(read(official.folder(tmp_path, tables)), NURSE)["ratings"]["knowledge"][
        "rows"
    ]
    assert row == {"id": "2.C.4.e", "name": "Psychology", "value": 4.6, "level": 6.1}


def test_tables_that_nothing_shows_do_no_harm(tmp_path: Path) -> None:
    tables = official.onet_30_3()
    for name in ("Abilities", "Work Activities"):
        tables[name] = [
            official.RATED,
            *official.rated(NURSE, "1.A.1.a.1", "Comprehension", "4", "4"),
        ]
    tables["Work Context"] = [
        official.SCHOOLED.replace("Recommend", "Not Relevant\tRecommend"),
        f"{NURSE}\t4.C.1.a.2.l\tE-Mail\tCXP\t5\t40.00\t28\t1\t1\t1\tN\tn/a\t2023\tIncumbent",
    ]
    tables["Specific Interest Areas"] = official.INTERESTS
    tables["Task Ratings"] = ["O*NET-SOC Code\tTask ID\tScale ID\tCategory\tData Value"]
    full = read(official.folder(tmp_path / "full", tables))
    sample = read(official.folder(tmp_path / "sample", official.onet_30_3()))
    assert full.parts == sample.parts
    assert full.dataset.notes == sample.dataset.notes


def test_skills_keep_what_their_levels_look_like(tmp_path: Path) -> None:
    reading = read(official.folder(tmp_path / "a", official.onet_30_3()))
    skills = {one.id: one for one in reading.elements}
    assert set(skills) == {"2.A.1.f", "2.A.2.a", "2.B.1.a", "2.B.3.e"}  # of knowledge none
    thinking = skills["2.A.2.a"]
    assert thinking.name == "Critical Thinking"
    assert thinking.anchors == (
        (2, "Judge an excuse for being late"),
        (4, "Evaluate customer complaints"),
    )
    tables = official.onet_30_3()
    del tables["Level Scale Anchors"]
    without = read(official.folder(tmp_path / "b", tables))
    assert without.dataset.notes[0] == (
        "Not in these files, so not shown: what levels of skills look like."
    )
    assert {one.id for one in without.elements} == set(skills)


def test_work_styles_changed_their_scale_at_30_1(tmp_path: Path) -> None:
    new = occupation(read(official.folder(tmp_path / "new", official.onet_30_1())), NURSE)
    old = occupation(read(official.folder(tmp_path / "old", official.onet_29_0())), NURSE)
    impact, importance = new["ratings"]["styles"], old["ratings"]["styles"]
    assert (impact["scale"], impact["low"], impact["high"]) == ("impact", -3.0, 3.0)
    assert [one["value"] for one in impact["rows"]] == [2.95, -1.2]
    assert (importance["scale"], importance["rows"][0]["value"]) == ("importance", 4.7)


def test_old_releases_do_not_say_what_is_in_demand(tmp_path: Path) -> None:
    old = occupation(read(official.folder(tmp_path, official.onet_29_0())), DEVELOPER)
    assert not any(one.get("in_demand") for one in old["software"])
    assert [one["name"] for one in old["software"] if one.get("hot")] == ["Git", "Jira"]


def test_occupations_without_ratings_are_told(tmp_path: Path) -> None:
    reading = read(official.folder(tmp_path, official.onet_30_3()))
    assert "ratings" not in occupation(reading, MANAGER)
    assert occupation(reading, "55-1011.00") == {"code": "55-1011.00"}
    (note,) = reading.dataset.notes
    assert note == "Without skill ratings in this release: 1 occupations with tasks."


def test_a_missing_table_is_told_with_what_is_not_shown(tmp_path: Path) -> None:
    tables = official.onet_30_3()
    del tables["Work Styles"], tables["Transferable Skills"]
    (first, *_) = read(official.folder(tmp_path, tables)).dataset.notes
    assert first == "Not in these files, so not shown: transferable skills, work styles."


def test_other_files_and_other_cases_do_no_harm(tmp_path: Path) -> None:
    tables = official.onet_30_3()
    tables["All_Occupations"] = ["anything"]
    tables["Work Context1"] = ["O*NET-SOC Code"]
    tables["software skills"] = tables.pop("Software Skills")
    place = official.folder(tmp_path, tables)
    (place / "picture.png").write_bytes(b"\x89PNG")
    assert len(occupation(read(place), DEVELOPER)["software"]) == 3


def test_soc_2010_is_known_by_release_or_by_codes(tmp_path: Path) -> None:
    tables = official.onet_20_1()
    told = read(official.folder(tmp_path / "a", tables)).dataset
    assert told.soc == "2010"
    assert "SOC 2010" in told.notes[-1]
    del tables["Read Me"]
    assert read(official.folder(tmp_path / "b", tables)).dataset.soc == "2010"


def test_related_occupations_keep_their_tiers(tmp_path: Path) -> None:
    nurse = occupation(read(official.folder(tmp_path, official.onet_30_3())), NURSE)
    assert [(one["code"], one["tier"]) for one in nurse["related"]] == [
        (MANAGER, 1),
        (DEVELOPER, 3),
    ]


@pytest.mark.parametrize(
    ("table", "line", "rule"),
    [
        ("Essential Skills", f"{NURSE}\t2.A.1.a\tReading\tIM", "fewer columns"),
        ("Essential Skills", f"{NURSE}\t2.A.1.a\tReading\tIM\tmuch\t8\t\t\t\tN\tN", "a number"),
        ("Occupation Data", "29-1171.00", "fewer columns"),
    ],
)
def test_a_line_cut_short_is_refused_with_its_place(
    tmp_path: Path, table: str, line: str, rule: str
) -> None:
    tables = official.onet_30_3()
    tables[table] = [*tables[table], line]
    with pytest.raises(DataError) as caught:
        read(official.folder(tmp_path, tables))
    (problem,) = caught.value.problems
    assert rule in problem.rule
    assert problem.where == f"line {len(tables[table])}"


def test_files_without_occupations_are_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello\n")
    with pytest.raises(DataError, match="no table of occupations"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("Essential Skills", "\tIM\t3.88", "\tIM\tnan"),
        ("Essential Skills", "\tLV\t4.12", "\tLV\t900000"),
        ("Career Interest Types", "\tIH\t4.00", "\tIH\t9.00"),
        ("Career Interest Types", "\tIH\t4.00", "\tIH\t-2.00"),
        ("Job Zones", "\t4\t", "\tinf\t"),
    ],
)
def test_a_number_that_no_scale_has_is_refused_with_its_place(
    tmp_path: Path, name: str, before: str, after: str
) -> None:
    tables = official.onet_30_3()
    tables[name] = [line.replace(before, after) for line in tables[name]]
    with pytest.raises(DataError, match="must hold a number from") as caught:
        read(official.folder(tmp_path, tables))
    assert caught.value.problems[0].where.startswith("line ")


def test_a_type_of_task_that_is_new_is_no_rank(tmp_path: Path) -> None:
    tables = official.onet_30_3()
    tables["Task Statements"] = [
        line.replace("\tCore\t", "\tEmerging\t") for line in tables["Task Statements"]
    ]
    tasks = occupation(read(official.folder(tmp_path, tables)), DEVELOPER)["tasks"]
    assert [task.get("rank") for task in tasks] == ["supplemental", None]


def test_levels_without_any_importance_are_no_ratings(tmp_path: Path) -> None:
    tables = official.onet_30_3()
    for name in ("Essential Skills", "Transferable Skills"):
        tables[name] = [
            line
            for line in tables[name]
            if not line.startswith(f"{DEVELOPER}\t") or "\tLV\t" in line
        ]
    assert "ratings" not in occupation(read(official.folder(tmp_path, tables)), DEVELOPER)
