"""Imported occupations: how they come in, and how every command answers for them."""

import hashlib
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from careercli.app.open_stores import open_store
from careercli.official import store as official_store
from tests.support import official
from tests.support.answers import answer, survey, table
from tests.support.running import ROOT, Run, See, Spawn, database

NURSE = "nurse-practitioners"
EDITION_GROWTH = 40.1
"""The projected growth of nurse practitioners in the official edition, in percent."""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """One small download of each source."""
    place = tmp_path / "downloads"
    place.mkdir()
    states = [
        official.WAGE_HEADER,
        *(
            official.wage(
                "29-1171",
                "Nurse Practitioners",
                (0, median, median, median, median, median),
                area=area,
            )
            for area, median in (
                (("06", "California", "2"), 137_690),
                (("48", "Texas", "2"), 87_250),
                (("01", "Alabama", "2"), 70_000),
            )
        ),
        official.wage("29-1171", "Nurse Practitioners", ("*",) * 6, area=("02", "Alaska", "2")),
    ]
    return {
        "onet": official.onet_zip(place / "db_30_3_text.zip", official.onet_30_3()),
        "oews": official.wages_2024(place / "national_M2024_dl.xlsx"),
        "projections": official.projections_2024(place / "occupation.xlsx"),
        "states": official.workbook(place / "state_M2024_dl.xlsx", {"state": states}),
    }


@pytest.fixture
def imported(occupations: None) -> None:
    """O*NET, the survey and the projections, as small files."""


def added(run: Run) -> list[str]:
    """The names of the data sets that did not come with careercli."""
    return [source["name"] for source in answer(run, "sources")["sources"] if source["imported"]]


# -- importing -----------------------------------------------------------------------------------


def test_an_import_says_what_it_read(run: Run, files: dict[str, Path]) -> None:
    result = run("sources", "add", "--yes", "--kind=onet", str(files["onet"]))
    assert "Occupation Data.txt" in result.err.splitlines()
    for part in ("O\\*NET 30.3 Database", "on 6 occupations", "CC BY 4.0", "Attribution"):
        assert part in result.out
    (source,) = [one for one in answer(run, "sources")["sources"] if one["imported"]]
    assert (source["release"], source["date"], source["id"]) == ("30.3", "2026-05", "onet-30-3")


def test_imports_in_any_order_give_the_same(run: Run, files: dict[str, Path]) -> None:
    def roles() -> list[Any]:
        with database(Path(os.environ["CAREERCLI_HOME"]) / "official.db") as db:
            return sorted(db.execute("SELECT key, record FROM role"))

    for name in ("onet", "oews", "projections"):
        run("import", name, "--yes", str(files[name]))
    first = roles()
    for name in ("projections", "oews", "onet", "onet"):
        run("import", name, "--yes", str(files[name]))
    assert roles() == first


@pytest.mark.usefixtures("survey_alone")
def test_without_a_newer_onet_the_editions_occupations_have_the_new_figures(run: Run) -> None:
    data = answer(run, "show", "29-1171")
    series = survey(data["role"])
    assert (series["points"]["p50"], series["source"]) == (93_600, "oews-2024")
    assert "onet-30-3" in data["sources"]


def test_shares_that_round_to_nothing_are_no_chart(run: Run, draw: See, tmp_path: Path) -> None:
    tables = official.onet_30_3()
    tables["Education"] = [
        line.replace("\t40.00", "\t0.20").replace("\t60.00", "\t0.30")
        for line in tables["Education"]
    ]
    run("sources", "add", "--yes", "--kind=onet", str(official.folder(tmp_path / "onet", tables)))
    screen = draw("show", NURSE)
    assert screen.code == 0
    assert "is required, in %" not in screen.text


@pytest.mark.usefixtures("imported")
def test_a_source_can_be_taken_out_again(run: Run) -> None:
    assert run("sources", "remove", "projections").code == 0
    assert added(run) == ["onet", "oews"]
    growth = answer(run, "show", NURSE)["role"]["outlook"]["growth"]
    assert growth["value"] == EDITION_GROWTH
    result = run("sources", "remove", "projections")
    assert (result.code, result.out) == (2, "")
    assert "oews" in result.err


@pytest.mark.usefixtures("survey_alone")
def test_classifications_that_differ_are_not_joined(run: Run, files: dict[str, Path]) -> None:
    old = official.folder(files["onet"].parent / "old", official.onet_20_1())
    assert "SOC 2010" in run("sources", "add", "--yes", "--kind=onet", str(old)).out
    assert answer(run, "show", "29-1171")["role"].get("pay") == []
    assert "not joined to onet (SOC 2010)" in run("sources").out
    assert (
        "not joined to onet"
        in run("sources", "add", "--yes", "--kind=projections", str(files["projections"])).out
    )


def test_wages_of_an_older_classification_leave_guides_their_figures(
    run: Run, tmp_path: Path
) -> None:
    header = ("OCC_CODE", "OCC_TITLE", "OCC_GROUP", "TOT_EMP", "A_MEAN", "A_MEDIAN")
    old = ("29-1141", "Registered Nurses", "detailed", 1, 73_550, 70_000)
    path = official.workbook(tmp_path / "national_M2017_dl.xlsx", {"national_dl": [header, old]})
    before = answer(run, "salary", "registered-nurse"), answer(run, "list")["roles"]
    assert run("sources", "add", "--yes", str(path)).code == 0
    assert (answer(run, "salary", "registered-nurse"), answer(run, "list")["roles"]) == before
    assert "roles keep the figures that came with careercli" in run("sources").out
    told = run("show", "help desk technician").err
    assert "“help desk technician” is taken for IT Support Specialist" in told


def test_an_added_file_is_known_by_its_digest(run: Run, tmp_path: Path) -> None:
    path = official.onet_zip(tmp_path / "onet.zip", official.onet_30_3())
    assert run("sources", "add", "--yes", str(path)).code == 0
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert f"SHA-256: {digest}" in run("sources").out


def test_occupations_are_counted_as_their_file_holds_them(run: Run) -> None:
    sources = {one["name"]: one for one in answer(run, "sources")["sources"]}
    survey = (ROOT / "data/official/oews/national.csv").read_text().splitlines()
    assert sources["oews"]["rows"] == len(survey) - 1
    assert sources["oews"]["occupations"] == len(survey) - 2  # all together are none
    assert sources["onet"]["occupations"] == 1016


@pytest.mark.usefixtures("onet_alone")
def test_a_bad_file_leaves_what_was_there(run: Run, files: dict[str, Path], home: Path) -> None:
    before = (home / "official.db").read_bytes()
    page = files["onet"].with_name("oesm24nat.zip")
    page.write_text("<!DOCTYPE html><html>Access Denied</html>")
    result = run("sources", "add", "--yes", "--kind=oews", str(page))
    assert (result.code, result.out) == (1, "")
    assert "web page" in result.err
    assert "careercli sources add FILE" in result.err
    assert (home / "official.db").read_bytes() == before


@pytest.mark.usefixtures("onet_alone")
def test_a_disk_that_is_full_leaves_what_was_there(
    run: Run, files: dict[str, Path], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (home / "official.db").read_bytes()

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(official_store, "add_roles", full)
    result = run("sources", "add", "--yes", "--kind=oews", str(files["oews"]))
    assert result.code == 1
    assert "disk is full" in result.err
    assert (home / "official.db").read_bytes() == before
    assert not list(home.glob("*.tmp"))


@pytest.mark.parametrize("moment", ["store_rows", "add_roles", "sync_folder"])
@pytest.mark.usefixtures("onet_alone")
def test_an_import_that_is_killed_leaves_a_whole_store(
    run: Run, files: dict[str, Path], home: Path, moment: str
) -> None:
    code = (
        "import os, signal, sys\nfrom careercli.official import store\n"
        "def die(*_): os.kill(os.getpid(), signal.SIGKILL)\n"
        f"store.{moment} = die\n"
        f"store.import_data('oews', {str(files['oews'])!r}, '', print, partial=True)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    names = added(run)
    assert names == ["onet", "oews"] if moment == "sync_folder" else names == ["onet"]
    assert run("sources", "add", "--yes", "--kind=oews", str(files["oews"])).code == 0
    assert not list(home.glob("*.tmp"))


def test_two_imports_at_once_are_both_there(
    run: Run, files: dict[str, Path], tmp_path: Path
) -> None:
    commands = [
        [sys.executable, "-m", "careercli", "import", name, "-y", str(files[name])]
        for name in ("onet", "oews", "projections")
    ]
    running = [subprocess.Popen(one, stdout=-3, stderr=-3, cwd=tmp_path) for one in commands]
    assert [one.wait(60) for one in running] == [0, 0, 0]
    assert len(added(run)) == 3


def test_a_damaged_store_is_told_and_imported_over(
    run: Run, files: dict[str, Path], home: Path
) -> None:
    home.mkdir()
    (home / "official.db").write_bytes(b"no database" * 500)
    result = run("list")
    assert result.code == 0  # what ships answers
    (line,) = result.err.splitlines()
    assert "the data that you added are left out" in line
    assert "damaged" in line
    raw = (home / "official.db").read_bytes()
    assert (
        "it is kept as official.db.damaged-"
        in run("sources", "add", "--yes", "--kind=onet", str(files["onet"])).err
    )
    assert run("list").code == 0
    (aside,) = home.glob("official.db.damaged-*")
    assert aside.read_bytes() == raw


@pytest.mark.parametrize("text", [b'"ratings"', b'"letter"', b'{"code"', b'"title"'])
@pytest.mark.usefixtures("onet_alone")
def test_a_byte_that_changed_in_a_store_is_damage_and_told(
    run: Run,
    files: dict[str, Path],
    home: Path,
    spawn: Callable[..., "subprocess.CompletedProcess[str]"],
    text: bytes,
) -> None:
    raw = (home / "official.db").read_bytes()
    assert text in raw
    (home / "official.db").write_bytes(raw.replace(text, text[:-2] + b"\xff" + text[-1:]))
    shown = spawn("show", NURSE)
    assert shown.returncode == 0, shown.stderr
    assert "defect" not in shown.stderr
    assert "official.db is damaged" in shown.stderr


@pytest.mark.usefixtures("onet_alone")
def test_a_store_that_another_program_holds_is_not_taken_for_damaged(
    run: Run, files: dict[str, Path], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(official_store, "READING_SECONDS", 0.1)
    before = (home / "official.db").read_bytes()
    with database(home / "official.db") as holder:
        holder.execute("BEGIN EXCLUSIVE")
        result = run("sources", "add", "--yes", "--kind=oews", str(files["oews"]))
        removed = run("sources", "remove", "onet")
        holder.execute("ROLLBACK")
    for tried in (result, removed):
        assert (tried.code, tried.out) == (1, "")
        assert "official.db cannot be read: database is locked" in tried.err
    assert (home / "official.db").read_bytes() == before
    assert not list(home.glob("*damaged*"))


def test_a_store_that_cannot_be_opened_is_not_taken_for_damaged(
    run: Run, files: dict[str, Path], home: Path
) -> None:
    (home / "official.db").mkdir(parents=True)
    shown, added_one = (
        run("show", "electrician"),
        run("sources", "add", "--yes", str(files["onet"])),
    )
    assert shown.code == 0
    assert (added_one.code, added_one.out) == (1, "")
    for result in (shown, added_one, run("sources", "remove", "onet")):
        assert "official.db cannot be read: " in result.err
        assert "damaged" not in result.err
    assert [one.name for one in home.iterdir() if one.suffix != ".lock"] == ["official.db"]


@pytest.mark.usefixtures("onet_alone")
def test_a_sound_store_on_a_full_disk_is_not_taken_for_damaged(
    run: Run, files: dict[str, Path], home: Path, tmp_path: Path
) -> None:
    before = (home / "official.db").read_bytes()
    code = (
        "import resource, sys; from careercli.cli.main import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)\n"
        "sys.exit(main(sys.argv[2:]))"
    )
    for room in range(4096, len(before) // 2, len(before) // 8):
        result = subprocess.run(
            [sys.executable, "-c", code, str(room), "import", "oews", "-y", str(files["oews"])],
            capture_output=True,
            encoding="utf-8",
            check=False,
            cwd=tmp_path,
        )
        assert (result.returncode, result.stdout) == (1, "")
        assert "could not be written" in result.stderr
        assert "damaged" not in result.stderr
        assert (home / "official.db").read_bytes() == before


@pytest.mark.usefixtures("onet_alone")
def test_a_store_of_another_version_is_made_again(
    run: Run, files: dict[str, Path], home: Path
) -> None:
    run("sources", "add", "--yes", "--kind=oews", str(files["oews"]))
    with database(home / "official.db") as db:
        db.execute("PRAGMA user_version = 0")
        db.execute("DROP TABLE role")
        db.execute("DROP TABLE likeness")
        db.execute("ALTER TABLE element RENAME COLUMN record TO other")
    run("list")  # on a slow machine it says that data are being prepared
    assert answer(run, "show", NURSE)["role"]["pay"]
    assert added(run) == ["onet", "oews"]


@pytest.mark.usefixtures("onet_alone")
def test_a_store_of_another_version_that_cannot_be_read_is_left_as_it_is(
    run: Run, files: dict[str, Path], home: Path
) -> None:
    with database(home / "official.db") as db:
        db.execute("PRAGMA user_version = 0")
        db.execute("ALTER TABLE import_record RENAME COLUMN record TO other")
    before = (home / "official.db").read_bytes()
    result = run("list")
    assert result.code == 0
    assert "isn't a store that this careercli can read: no such column" in result.err
    assert (home / "official.db").read_bytes() == before
    assert (
        "Rename the file" in run("sources", "add", "--yes", "--kind=oews", str(files["oews"])).err
    )
    assert (home / "official.db").read_bytes() == before
    (home / "official.db").rename(home / "mine.db")
    assert run("sources", "add", "--yes", "--kind=onet", str(files["onet"])).code == 0
    assert added(run) == ["onet"]


def test_progress_is_one_line_on_a_terminal(see: See, files: dict[str, Path]) -> None:
    screen = see("import", "onet", "-y", str(files["onet"]), width=100)
    assert screen.code == 0
    assert b"Job Zones.txt" in screen.raw
    assert "Job Zones.txt" not in screen.text


@pytest.mark.parametrize("name", ["onet", "oews", "projections"])
@pytest.mark.parametrize("file", ["nothing.zip", "nothing"])
def test_nothing_to_import_is_an_error(run: Run, tmp_path: Path, name: str, file: str) -> None:
    result = run("import", name, "--yes", str(tmp_path / file))
    assert (result.code, result.out) == (1, "")
    assert "doesn't exist" in result.err


@pytest.mark.parametrize("name", ["oews", "projections"])
def test_onets_files_are_known_where_another_source_was_to_read_them(
    run: Run, files: dict[str, Path], name: str
) -> None:
    result = run("import", name, "--yes", str(files["onet"]))
    assert result.code == 1
    assert "This is an O*NET database: careercli sources add FILE" in result.err
    assert "refuses scripts" not in result.err


def test_a_file_without_the_table_wanted_is_not_blamed_on_its_site(
    run: Run, files: dict[str, Path]
) -> None:
    result = run("sources", "add", "--yes", "--kind=oews", str(files["projections"]))
    assert result.code == 1
    assert "refuses scripts" not in result.err
    command = "careercli sources add FILE"
    assert f"This is the Employment Projections: {command}" in result.err


def test_a_survey_of_the_changeover_counts_occupations_under_another_code(
    run: Run, files: dict[str, Path]
) -> None:
    rows = [
        official.WAGE_HEADER,
        official.wage(
            "13-1198", "Project and Business Specialists", (0, 1, 2, 110_140, 200_000, 300_000)
        ),
    ]
    path = official.workbook(files["oews"].with_name("national_M2020_dl.xlsx"), {"a": rows})
    for name, file in (("onet", files["onet"]), ("oews", path)):
        assert run("import", name, "--yes", str(file)).code == 0
    role = answer(run, "show", "13-1082")["role"]
    assert role["pay"][0]["points"]["p50"] == 110_140
    assert role["occupation"]["counted_in"] == "13-1198 Project and Business Specialists"


# -- names -----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize(
    "name",
    [
        *("29-1171", "29-1171.00", NURSE, "Nurse Practitioners", "nurse practitioners"),
        *("Oncology RN", "oncology registered nurse", "Oncology Registered Nurse (Oncology RN)"),
    ],
)
def test_an_occupation_answers_to_its_names(run: Run, name: str) -> None:
    found = run("salary", name, "--format", "json")
    assert json.loads(found.out)["role"]["key"] == "soc:29-1171.00"


@pytest.mark.usefixtures("imported")
def test_a_guide_goes_first_and_hides_nothing(run: Run) -> None:
    assert answer(run, "salary", "Project Manager")["role"]["key"] == "guide:project-manager"
    assert answer(run, "salary", "13-1082")["role"]["key"] == "soc:13-1082.00"


@pytest.mark.usefixtures("imported")
def test_search_finds_occupations_and_guides_first_among_equals(run: Run) -> None:
    keys = [hit["key"] for hit in answer(run, "search", "registered nurse")["hits"]]
    assert keys[0] == "guide:registered-nurse"
    (hit, *_) = answer(run, "search", "widget wranglers")["hits"]
    assert (hit["where"], hit["words"]) == ("other title", "Widget Wrangler")
    assert "in-flight" not in str(answer(run, "search", "farm products")["hits"][0])


@pytest.mark.usefixtures("imported")
def test_a_title_of_several_occupations_is_asked_back(run: Run, see: See) -> None:
    result = run("show", "Widget Wrangler")
    assert (result.code, result.out) == (2, "")
    assert "project-management-specialists" in result.err
    screen = see("show", "Widget Wrangler", "--no-pager", typed=["x\n", "computer programmer\n"])
    assert screen.code == 0
    assert "Which one? A number or a name" in screen.text
    assert "Computer Programmers" in screen.text
    assert see("show", "Widget Wrangler", typed=["q\n"]).code == 2


def test_what_most_who_go_by_a_name_do_is_opened_and_the_others_are_named(run: Run) -> None:
    result = run("show", "realtor")
    assert result.code == 0
    assert result.out.startswith("# Real estate agent")
    assert "Also called so: Real estate broker." in result.err
    assert run("show", "vet").code == 2  # no job has most of those who go by it
    assert run("show", "Home Health and Personal Care Aides").code == 0  # counted together


@pytest.mark.usefixtures("imported")
def test_a_code_of_parts_alone_names_them(run: Run) -> None:
    assert answer(run, "salary", "11-1011")["role"]["key"] == "soc:11-1011.03"
    result = run("show", "99-9999")
    assert "search for the title" in result.err
    assert result.code == 2


# -- screens ---------------------------------------------------------------------------------------


@pytest.mark.usefixtures("imported")
def test_an_occupation_has_the_sections_that_official_data_have(run: Run) -> None:
    out = run("show", NURSE).out
    assert "Parts: day-to-day, pay, outlook, " in out
    for words in (
        "skills, knowledge, work-styles, interests, way-in, credentials, preparation, education",
        "Pay: $93,600 a year: the median of ",
        "10th $66,030, 25th $78,610, median $93,600, 75th $107,960, 90th $135,320",
        "Outlook: +4.9 % by 2034 (all jobs +3.1 %), 189,100 openings a year",
        "Suits: with people, orderly (Holland SC)",
        "Job zone: **4, considerable preparation needed**",
        "importance from 1 to 5",
        "impact from −3 to 3",
        "O\\*NET recommends not to rely on it",
        "| Bachelor's Degree | 60 % |",
        "Used under the CC BY 4.0 license",
    ):
        assert words in out


@pytest.mark.usefixtures("imported")
def test_software_tells_hot_from_in_demand(run: Run) -> None:
    out = run("show", "computer-programmers").out
    assert "- In demand: Jira\n- Hot: Git\n- Also: Abacus Reports" in out
    assert out.index("head counts") < out.index("Supervise work")


@pytest.mark.usefixtures("imported")
def test_bars_begin_at_the_middle_of_a_scale_that_has_one(draw: See) -> None:
    lines = draw("show", NURSE, "--section", "work-styles").lines
    (over,) = [line for line in lines if "Attention" in line]
    (under,) = [line for line in lines if "Humility" in line]
    assert " ├" in over
    assert over.index("├") == under.index("┤")
    assert under.index("●") < under.index("┤")


@pytest.mark.usefixtures("imported")
def test_what_the_projections_say_has_their_mark(run: Run) -> None:
    out = run("show", NURSE, "--section", "outlook").out
    assert "- Typical entry: Bachelor's degree ¹" in out
    assert "Projection: U.S. Bureau of Labor Statistics" in out


@pytest.mark.usefixtures("imported")
def test_only_the_kinds_of_software_that_are_there_are_explained(run: Run) -> None:
    out = run("show", "computer-programmers", "--section", "software").out
    assert "In demand: often named in postings for this occupation." in out
    assert "Hot: often named in postings for any occupation." in out


@pytest.mark.usefixtures("imported")
def test_absent_parts_are_absent_and_absent_ratings_are_said(run: Run) -> None:
    out = run("show", "13-1082").out
    assert "O\\*NET has no skill ratings for this occupation." in out
    bare = run("show", "air-crew-officers").out
    assert "Parts" not in bare
    assert "skill ratings" not in bare


@pytest.mark.usefixtures("imported")
def test_a_part_of_a_combined_group_has_its_figures_and_says_so(run: Run) -> None:
    role = answer(run, "show", "13-1021")["role"]
    assert role["pay"][0]["points"]["p50"] == 75_650
    assert role["occupation"]["counted_in"] == "13-1020 Buyers and purchasing agents"
    assert "Counted in: 13-1020" in run("show", "13-1021").out
    assert "239,200 or more" in run("salary", "11-1011.03").out
    points = {row["point"]: row["at_least"] for row in table(run, "salary", "11-1011.03")}
    assert (points["p90"], points["p10"]) == ("yes", "no")


@pytest.mark.usefixtures("imported")
def test_hourly_pay_is_shown_by_the_hour(run: Run) -> None:
    out = run("salary", "actors").out
    assert re.search(r"an hour \| .*\| \$29.05 \|", out)
    assert "No yearly pay is published" in out
    assert "a year" not in out.partition("## ")[0]
    hourly = answer(run, "salary", "actors")["role"]["pay"][0]
    assert hourly["unit"] == "USD/hour"
    amounts = {row["point"]: row for row in table(run, "salary", "actors")}
    assert (amounts["p50"]["usd_an_hour"], amounts["p50"]["usd_a_year"]) == ("29.05", "")
    assert (amounts["p50"]["soc"], amounts["p50"]["soc_match"]) == ("27-2011", "exact")


@pytest.mark.usefixtures("imported")
def test_a_plan_for_an_occupation_points_to_its_gap(run: Run) -> None:
    out = run("plan", "29-1171").out
    assert "careercli skills nurse-practitioner --gap" in out
    assert "not described" not in out


@pytest.mark.usefixtures("imported")
def test_what_the_survey_alone_knows_is_not_onets(run: Run) -> None:
    assert "O\\*NET" not in run("show", "27-2011").out


@pytest.mark.usefixtures("imported")
def test_preparation_stands_where_a_guide_has_a_ladder(run: Run) -> None:
    out = run("tiers", NURSE).out
    assert "4, considerable preparation needed" in out
    assert "Typical entry: Bachelor's degree" in out
    data = answer(run, "tiers", NURSE)
    assert (data["role"]["tiers"], data["role"]["occupation"]["zone"]["number"]) == ([], 4)


@pytest.mark.usefixtures("imported")
def test_skills_are_ratings_on_their_scale(run: Run) -> None:
    data = answer(run, "skills", NURSE)
    assert data["role"]["occupation"]["ratings"]["skills"]["scale"] == "importance"
    rows = [row for row in table(run, "skills", NURSE) if row["kind"] == "skills"]
    assert (rows[0]["name"], rows[0]["importance"], rows[0]["level"]) == (
        "Social Perceptiveness",
        "4.12",
        "4.38",
    )


@pytest.mark.usefixtures("imported")
def test_list_shows_guides_and_on_request_everything(run: Run) -> None:
    assert not [one for one in answer(run, "list")["roles"] if one["key"].startswith("soc:")]
    rows = {one["slug"]: one for one in table(run, "list", "--all")}
    assert rows[NURSE]["survey_median_usd"] == "93600"
    assert (rows[NURSE]["soc"], rows[NURSE]["soc_match"]) == ("29-1171", "exact")
    (listed,) = [one for one in answer(run, "list", "--all")["roles"] if one["slug"] == NURSE]
    assert rows[NURSE]["interests"] == listed["occupation"]["high_points"] != ""
    assert "Used under the CC BY 4.0 license" in run("list", "--all").out
    assert "O\\*NET" not in run("list").out


@pytest.mark.usefixtures("onet_alone")
def test_a_guide_shows_the_figures_of_the_data_set_that_was_added(run: Run, tmp_path: Path) -> None:
    def shown() -> list[tuple[float, str]]:
        row = {one["slug"]: one for one in answer(run, "list")["roles"]}["electrician"]
        both = [survey(role) for role in (answer(run, "show", "electrician")["role"], row)]
        return [(series["points"]["p50"], series["source"]) for series in both]

    before = shown()
    paid = official.wage("47-2111", "Electricians", (1, 2, 3, 61_234, 61_235, 61_236))
    rows = [official.WAGE_HEADER, paid]
    book = official.workbook(tmp_path / "national_M2026_dl.xlsx", {"a": rows})
    assert run("sources", "add", "--yes", "--kind=oews", str(book)).code == 0
    assert shown() == [(61_234, "oews-2026")] * 2
    assert "$61,234" in run("list").out
    assert "is back" in run("sources", "remove", "oews").err
    assert shown() == before


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize("form", ["table", "md", "json"])
@pytest.mark.parametrize("command", ["show", "salary", "skills", "tiers"])
def test_every_screen_of_an_occupation_names_its_source(run: Run, command: str, form: str) -> None:
    result = run(command, "computer-programmers", "--format", form)
    assert result.code == 0
    if command != "salary":
        assert ("O*NET 30.3" if form == "table" else "CC BY 4.0") in result.out


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize("width", [40, 80, 120])
def test_an_occupation_fits_any_width(draw: See, width: int) -> None:
    screen = draw("show", NURSE, width=width)
    assert screen.code == 0
    assert "Nurse Practitioners" in screen.text


# -- areas -----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("imported")
def test_pay_by_area_is_sorted_with_the_country_through_it(
    run: Run, files: dict[str, Path]
) -> None:
    run("sources", "add", "--yes", "--kind=oews", str(files["states"]))
    assert added(run) == ["onet", "oews", "oews-states", "projections"]
    (role,) = answer(run, "salary", NURSE, "--area", "all")["roles"]
    states = ("California", "Texas", "Alabama", "Alaska")
    shown = [one["area"] for one in role["areas"] if one["area"] in states]
    assert shown == ["California", "Texas", "Alabama", "Alaska"]
    assert survey(role)["points"]["p50"] == 93_600
    assert survey(role)["place"] == "US"
    out = run("salary", NURSE, "--area", "calif", "-a", "TEXAS", "--format", "table").out
    assert "●" in out
    assert re.search(r"U\.S\. +\$93,600", out)
    assert "Alabama" not in out
    rows = table(run, "salary", NURSE, "--area", "California")
    assert [(row["area"], row["p50_usd_a_year"]) for row in rows] == [
        ("US", "93600"),
        ("California", "137690"),
    ]
    assert "| Alaska | – | suppressed |" in run("salary", NURSE, "--area", "Alaska").out
    out = run("salary", "55-1011", "--area", "all").out
    assert "isn't in this release of the wage survey" in out


@pytest.mark.usefixtures("imported")
def test_a_code_finds_its_occupation_and_the_guides_beside_it(run: Run) -> None:
    hits = answer(run, "search", "13-1082")["hits"]
    assert (hits[0]["slug"], hits[0]["where"]) == ("project-management-specialists", "code")
    assert ("product-owner", "nearest occupation") in [(hit["slug"], hit["where"]) for hit in hits]


@pytest.mark.usefixtures("imported")
def test_several_roles_in_several_areas(run: Run, files: dict[str, Path]) -> None:
    run("import", "oews", str(files["states"]))
    roles = answer(run, "salary", NURSE, "computer-programmers", "-a", "Texas")["roles"]
    assert [one["slug"] for one in roles] == [NURSE, "computer-programmers"]


def test_an_unknown_area_names_the_nearest(run: Run) -> None:
    result = run("salary", "registered-nurse", "--area", "Californa")
    assert (result.code, result.out) == (2, "")
    assert "California" in result.err
    refused = run("salary", NURSE, "--level", "senior", "--area", "Texas")
    assert (refused.code, refused.out) == (2, "")
    assert "--level can't be combined with --area" in refused.err


@pytest.mark.usefixtures("onet_alone")
def test_completion_knows_occupations(spawn: Spawn) -> None:
    words = "careercli show air"
    done = spawn(_CAREERCLI_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD="2")
    assert "air-crew-officers" in done.stdout.split()


@pytest.mark.usefixtures("onet_alone")
def test_reading_an_occupation_imports_nothing_heavy() -> None:
    from tests.support.imports import HEAVY, RICH, imported

    for command in (["show", NURSE], ["skills", NURSE], ["tiers", NURSE], ["sources"]):
        modules = imported(*command, "--format", "json")
        assert not modules & (
            HEAVY | RICH | {"careercli.official.workbook", "careercli.official.store"}
        )


@pytest.mark.usefixtures("onet_alone")
def test_the_store_stays_open_while_it_is_replaced(run: Run, files: dict[str, Path]) -> None:
    store = open_store()
    before = store.get("soc:29-1171.00").pay
    run("sources", "add", "--yes", "--kind=oews", str(files["oews"]))
    assert store.get("soc:29-1171.00").pay == before
