"""What the eye sees in a résumé: a soldier's job, years over several employers, schools, tasks."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.app.test_resume_standing import read
from tests.support.running import Run


def test_a_military_code_is_the_job_that_its_title_may_not_name(run: Run, tmp_path: Path) -> None:
    told = read(run, tmp_path, "68W Combat Medic Specialist, U.S. Army, 2019-present")["told"]
    assert told["current.role"] == "emergency-medical-technicians"


def test_years_count_in_jobs_of_the_same_kind(run: Run, tmp_path: Path) -> None:
    jobs = (
        "1996-2009 U.S. Steel, maintenance welder\n"
        "2009-2018 Kinder Piping - pipe welder/fitter\n"
        "2018-now Allegheny Fab Inc - Lead Welder"
    )
    told = read(run, tmp_path, jobs)["told"]
    assert (told["current.role"], told["current.years"] >= 30) == ("welder", True)


def test_years_at_something_else_are_not_those_of_the_present_job(run: Run, tmp_path: Path) -> None:
    jobs = "Electrician apprentice, IBEW Local 26\n- 2 years retail experience at Home Depot"
    assert "current.years" not in read(run, tmp_path, jobs)["told"]


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("10 years of office experience", None),
        ("10 years of bookkeeping experience", 10),
        ("10 years of experience", 10),
    ],
)
def test_stated_years_are_of_the_work_that_they_name(
    run: Run, tmp_path: Path, line: str, years: int | None
) -> None:
    assert read(run, tmp_path, f"Bookkeeper\n{line}")["told"].get("current.years") == years


def test_of_two_jobs_in_a_line_the_newest_counts(run: Run, tmp_path: Path) -> None:
    now = "own chair at Salon Sol, 2024-now"
    told = read(run, tmp_path, f"Cosmetologist\nGreat Clips 2001-2019, stylist; {now}")["told"]
    assert told["current.years"] < 18


@pytest.mark.parametrize(
    ("line", "education"),
    [
        ("HS grad Steel Valley '92", "high-school"),
        ("Banneker High School, diploma 2014", "high-school"),
        ("Education: Riverside HS, El Paso 2018", "high-school"),
        ("Lincoln HS 2012", "high-school"),
        ("Lincoln HS junior", None),
        ("No high school diploma", None),
        ("Diploma, Edison High School 2008", "high-school"),
        ("Edison High School - class of 2008", "high-school"),
        ("Math teacher, Edison High School 2008", None),
        ("High school in Honduras", "high-school"),
        ("Practical nursing diploma, Buckeye Hills Career Center 2003", "certificate"),
        ("Welding certificate, Mahoning Career & Technical Center 2015", "certificate"),
        ("Gulf Coast Community College, Welding certificate, 2016", "certificate"),
        ("Practical nursing diploma, Elm Technical College, 2016", "certificate"),
        ("Elm Technical College - HVAC diploma program (in progress, 2026-2099)", None),
        ("Welder, Gulf Coast Community College, 2016-2018", None),
        ("Counselor, Riverside Career Center 2003-2009", None),
        ("Janitor, East High School, Denver 2014-2018", None),
        ("Custodian at Lincoln HS, 2010-2015", None),
    ],
)
def test_a_high_school_by_its_short_form(
    run: Run, tmp_path: Path, line: str, education: str | None
) -> None:
    assert read(run, tmp_path, line)["told"].get("education") == education


def test_what_is_denied_in_brackets_ends_with_them(run: Run, tmp_path: Path) -> None:
    found = read(run, tmp_path, "Some classes (no degree) CPR card (exp. 2024)\nSkills: CPR")
    assert (found["held"], found["apart"].get("cpr")) == (set(), "lapsed")


def unknown(data: dict[str, Any]) -> set[str]:
    return {one["text"] for one in data["unrecognized"]}


def test_a_task_in_which_nothing_is_known_is_told(run: Run, tmp_path: Path) -> None:
    found = read(run, tmp_path, "- Maintained MEDPROS records\n- Kept the books in QuickBooks")
    assert unknown(found) == {"Maintained MEDPROS records"}


def test_an_end_that_may_be_of_one_of_several_credentials_is_told(run: Run, tmp_path: Path) -> None:
    found = read(run, tmp_path, "- NREMT-EMT, BLS, ACLS; expires 03/2028")
    assert "expires 03/2028" in unknown(found)


def test_a_skill_is_shown_where_it_is_called_by_its_name(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text("Jane Doe\n- Trained new cashiers\nSkills: cash handling\n")
    (skill,) = json.loads(run("import", str(path), "--format", "json").out)["proposals"]
    assert (skill["written"], skill["where"]) == ("cash handling", "line 3")
