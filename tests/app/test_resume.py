"""Résumés: what they name is found, shown first, and kept."""

import json
import os
from pathlib import Path

import pytest

from careercli.files.profile import read
from tests.support.running import Run

RESUME = {
    "basics": {"name": "Ana", "x-private": {"keep": [1, None]}},
    "skills": [
        {"name": "MS Excel", "level": "Advanced", "keywords": ["Sass, Less", "SQL"]},
        {"name": "Jira", "level": "Jedi"},
        {"name": "Juggling", "level": "Master"},
    ],
    "work": [{"company": "Old field names", "highlights": ["Ran the Salesforce roll-out"]}],
    "projects": [{"name": "Site", "keywords": ["HTML"]}],
    "certificates": [{"name": "Certified ScrumMaster"}],
}


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    path = tmp_path / "resume.json"
    path.write_text(json.dumps(RESUME))
    return path


def test_import_shows_before_it_writes(run: Run, home: Path, resume: Path) -> None:
    result = run("import", str(resume), "--format", "json")
    assert result.code == 0
    assert "--yes adds them" in result.err
    assert not home.exists()
    proposals = {one["skill"]: one for one in json.loads(result.out)["proposals"]}
    assert (proposals["excel"]["level"], proposals["excel"]["where"]) == (3, "skills[0].name")
    assert (proposals["jira"]["level"], proposals["jira"]["said"]) == (None, "Jedi")
    assert proposals["sql"]["level"] is None  # a keyword does not inherit its skill's level
    assert proposals["salesforce"]["where"] == "work[0].highlights[0]"
    assert proposals["salesforce"]["evidence"] == "Ran the Salesforce roll-out"
    assert proposals["html"]["where"] == "projects[0].keywords[0]"
    unknown = json.loads(result.out)["unrecognized"]
    assert {"where": "skills[2].name", "text": "Juggling"} in unknown


def test_import_keeps_what_you_rated_yourself(run: Run, home: Path, resume: Path) -> None:
    run("profile", "set", "excel=1")
    run("import", str(resume), "--yes")
    entries = read(home / "profile.toml").entries
    assert entries["excel"]["level"] == 1
    assert entries["sql"] == {
        "level": "claimed",
        "date": entries["sql"]["date"],
        "from": "resume.json skills[0].keywords[1]",
    }


def test_export_keeps_what_it_does_not_know(run: Run, resume: Path) -> None:
    run("import", str(resume), "--yes")
    run("profile", "set", "jira=2", "tableau=4", "html=none")
    out = json.loads(run("profile", "-f", "jsonresume").out)
    assert out["basics"] == RESUME["basics"]
    assert out["work"] == RESUME["work"]
    skills = {one["name"]: one.get("level") for one in out["skills"]}
    assert skills["MS Excel"] == "Advanced"
    assert skills["Jira"] == "Working"
    assert skills["Tableau"] == "Expert"
    assert skills["Juggling"] == "Master"


def test_a_round_trip_keeps_levels(run: Run, tmp_path: Path, home: Path) -> None:
    run("profile", "set", "jira=1", "excel=2", "sql=3", "tableau=4", "figma")
    exported = tmp_path / "out.json"
    exported.write_text(run("profile", "-f", "jsonresume").out)
    run("import", str(exported), "--yes", "--profile", "copy")
    first = read(home / "profile.toml").ratings
    second = read(home / "profiles" / "copy.toml").ratings
    assert {k: v.level for k, v in first.items()} == {k: v.level for k, v in second.items()}


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ([], "Nothing that careercli knows"),
        ({"skills": {}}, "Nothing that careercli knows"),
        ({"skills": [3]}, "skills[0] must be an object, is 3"),
        ({"skills": [{"name": 3}]}, "skills[0].name is a number"),
        ({"work": [{"highlights": [1]}]}, "work[0].highlights[0] must be text"),
        ({"projects": [{"description": [1]}]}, "projects[0].description must be text"),
        ({"certificates": [{"name": 1}]}, "certificates[0].name is a number"),
        ({"basics": float("nan")}, "NaN isn't allowed in JSON"),
        ({"basics": float("inf")}, "Infinity isn't allowed in JSON"),
    ],
)
def test_a_resume_with_nothing_to_read_is_told_why(
    run: Run, tmp_path: Path, data: object, where: str
) -> None:
    path = tmp_path / "r.json"
    path.write_text(json.dumps(data))
    result = run("import", str(path), "--yes")
    assert (result.code, result.out) == (1, "")
    assert where in result.err


@pytest.mark.parametrize("meta", ["x", {"careercli": "x"}, {"careercli": [1]}])
def test_what_another_tool_left_does_no_harm(run: Run, tmp_path: Path, meta: object) -> None:
    path = tmp_path / "r.json"
    path.write_text(json.dumps({"meta": meta, "basics": "\ud800", "skills": [{"name": "SQL"}]}))
    assert run("import", str(path), "--yes").code == 0
    assert '"\\ud800"' in run("profile", "-f", "jsonresume").out


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("[" * 100_000, "resume: must be an object"),
        ('{"meta": {"careercli": {"onet_levels": 5}}}', "resume: meta.careercli.onet_levels"),
        ("no JSON", "resume: must be an object"),
    ],
)
def test_a_resume_that_was_broken_by_hand_is_told_by_the_export_alone(
    run: Run, home: Path, text: str, where: str
) -> None:
    home.mkdir()
    (home / "profile.toml").write_text(f"resume = '{text}'\n[marks.sql]\nlevel = 2\n")
    assert run("profile").code == 0
    result = run("profile", "-f", "jsonresume")
    assert (result.code, result.out) == (1, "")
    assert where in result.err


def test_a_profile_to_import_has_to_be_there(run: Run, tmp_path: Path) -> None:
    result = run("import", str(tmp_path / "no.toml"), "--yes")
    assert (result.code, result.out) == (1, "")
    assert "is not there" in result.err


def test_a_file_whose_name_is_no_text_is_imported(run: Run, tmp_path: Path, home: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.json")
    path.write_text('{"skills": [{"name": "SQL"}]}')
    assert run("import", str(path), "--yes").code == 0
    assert read(home / "profile.toml").entries["sql"]["from"] == "\ufffd.json skills[0].name"


def test_a_resume_in_words(run: Run, tmp_path: Path, home: Path) -> None:
    path = tmp_path / "resume.md"
    path.write_text("# Ana\n\nI know Jira.\n\n- \x1b[31m Tableau\x1b[0m dashboards\n")
    result = run("import", str(path), "--yes")
    assert "\x1b" not in result.out
    entries = read(home / "profile.toml").entries
    assert entries["jira"]["from"] == "resume.md line 3"
    assert entries["tableau"]["level"] == "claimed"


def test_marks_of_another_profile_are_shown_first_and_never_beat_your_own(
    run: Run, tmp_path: Path, home: Path
) -> None:
    other = tmp_path / "other.toml"
    other.write_text("[marks.jira]\nlevel = 4\n[marks.sql]\nlevel = 1\n[marks.figma]\nlevel = 2\n")
    run("profile", "set", "jira=2", "sql")
    shown = run("import", str(other))
    assert "--yes adds them" in shown.err
    assert "figma" not in read(home / "profile.toml").ratings
    run("import", str(other), "--yes")
    marks = read(home / "profile.toml").ratings
    assert (marks["jira"].level, marks["sql"].level, marks["figma"].level) == (2, 1, 2)


def test_what_a_resume_denies_is_not_claimed(run: Run, tmp_path: Path, home: Path) -> None:
    path = tmp_path / "resume.txt"
    path.write_text("No experience with Salesforce. I know Jira.\nI am learning Figma\n")
    assert "Salesforce |" not in run("import", str(path)).out
    run("import", str(path), "--yes")
    assert set(read(home / "profile.toml").ratings) == {"jira"}


@pytest.mark.parametrize(
    "line",
    [
        "Built machine learning models in Tableau",
        "Deep learning with Tableau",
        "Not only a writer but an expert of Tableau",
        "E-learning and no-code tools such as Tableau",
    ],
)
def test_what_only_sounds_like_a_denial_is_none(
    run: Run, tmp_path: Path, home: Path, line: str
) -> None:
    path = tmp_path / "resume.txt"
    path.write_text(f"{line}\n")
    run("import", str(path), "--yes")
    assert "tableau" in read(home / "profile.toml").ratings


def test_a_skill_marked_none_leaves_the_exported_resume(run: Run, resume: Path) -> None:
    run("import", str(resume), "--yes")
    run("profile", "set", "excel=none")
    names = [one["name"] for one in json.loads(run("profile", "-f", "jsonresume").out)["skills"]]
    assert "MS Excel" not in names


SOLDIER = """Sgt John Doe
Killeen, TX

EXPERIENCE
Motor Transport Operator (88M) with 6 years, US Army
- Operated M915 tractor-trailers, HEMTT, PLS and LMTV
- Trained 14 drivers as Master Driver; no CDL-A, learning Spanish

EDUCATION
High school diploma 2019
"""


def test_a_short_form_alone_is_asked_about(run: Run, tmp_path: Path, home: Path) -> None:
    path = tmp_path / "soldier.txt"
    path.write_text(SOLDIER)
    result = run("import", str(path), "--yes")
    assert "held?" in result.out
    assert "PLS alone may mean something else" in result.err
    assert "denied: Commercial driver's license, class A" in result.out
    written = (home / "profile.toml").read_text()
    assert "pls-license" not in written
    assert 'education = "high-school"' in written


@pytest.mark.parametrize("line", ["Jane Doe, PLS", "PLS, licensed in Ohio", "PLS expires 2028-05"])
def test_words_beside_a_short_form_say_what_it_is(
    run: Run, tmp_path: Path, home: Path, line: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{line}\nExcel\n")
    run("import", str(path), "--yes")
    assert "pls-license" in (home / "profile.toml").read_text()


MANAGER = """Dana Smith

EXPERIENCE
Store Manager, Bed Bath & Beyond, 2015-2019
- Full P&L, Excel
Store Manager, Big Lots, 2018-2023 (store closed)
Assistant Manager, Target, 2011-2015
"""


def test_years_are_summed_from_dates_and_employers_are_no_skills(
    run: Run, tmp_path: Path, home: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(MANAGER)
    data = json.loads(run("import", str(path), "--format", "json").out)
    assert {one["skill"] for one in data["proposals"]} == {"store-management", "p-and-l", "excel"}
    assert [(one["key"], one["value"]) for one in data["facts"]] == [
        ("current.role", "store-manager"),
        ("current.years", 8),
    ]
    run("import", str(path), "--yes", "--profile", str(tmp_path / "dana.toml"))
    out = run("report", "operations-manager", "--profile", str(tmp_path / "dana.toml")).out
    assert "Claimed, level not known: 1: Microsoft Excel" in out
    steps = out[out.index("## Next skills") : out.index("## The order")]
    assert "Excel" not in steps
    numbers = {one["key"]: one["number"] for one in data["facts"]}
    result = run("import", str(path), "--yes", "--except", str(numbers["current.role"]))
    assert "store-manager" not in result.err
    assert "careercli profile set job=ROLE" in result.err


@pytest.mark.parametrize(
    "school", ["high-school", "certificate", "associate", "bachelor", "graduate"]
)
def test_a_resume_has_the_job_the_education_and_the_name_of_a_profile(
    run: Run, tmp_path: Path, school: str
) -> None:
    run("profile", "set", "job=data-analyst", "years=5", f"education={school}", "name=Omar Haddad")
    exported = tmp_path / "out.json"
    exported.write_text(run("profile", "-f", "jsonresume").out)
    resume = json.loads(exported.read_text())
    assert resume["basics"]["name"] == "Omar Haddad"
    assert resume["work"] == [{"position": "Data Analyst", "summary": "5 years in this job"}]
    read = json.loads(run("import", str(exported), "-f", "json", "--profile", "copy").out)
    facts = {one["key"]: one["value"] for one in read["facts"]}
    assert facts == {"current.role": "data-analyst", "current.years": 5, "education": school}


def test_what_a_resume_says_of_itself_stays_beside_the_profile(run: Run, resume: Path) -> None:
    run("import", str(resume), "--yes")
    run("profile", "set", "job=cook", "years=5", "name=Omar Haddad")
    out = json.loads(run("profile", "-f", "jsonresume").out)
    assert (out["basics"], out["work"]) == (RESUME["basics"], RESUME["work"])
