"""O*NET's skills through the program: rated, compared, kept."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.support import official
from tests.support.answers import answer, table
from tests.support.running import Run, See, database

DEVELOPER = "computer-programmers"


@pytest.fixture
def imported(onet_alone: None) -> None:
    """O*NET, as small files."""


def kept(home: Path) -> dict[str, int]:
    levels = tomllib.loads((home / "profile.toml").read_text()).get("onet_levels", {})
    return {element: entry["level"] for element, entry in levels.items()}


@pytest.mark.usefixtures("imported")
def test_without_a_level_there_is_no_percentage_and_a_way_on(run: Run) -> None:
    result = run("skills", DEVELOPER, "--gap")
    assert "so there is no percentage" in result.out
    assert "careercli profile rate computer-programmer" in result.out
    assert "--gap --why" in result.out
    onet = answer(run, "skills", DEVELOPER, "--gap")["onet"]
    assert (onet["readiness_percent"], onet["rated"], onet["requirements_total"]) == (None, 0, 2)


@pytest.mark.usefixtures("imported")
def test_readiness_with_what_it_rests_on_and_why(run: Run) -> None:
    assert run("profile", "set", "2.B.3.e=3").err == (
        "Programming: 3 on O*NET's scale from 0 to 7\n"
    )
    out = run("skills", DEVELOPER, "--gap", "--why").out
    # 10,000 x 3.5/4 x 3/4.75 = 5,526 of 8,750; Critical Thinking 10,000 x 2.88/4 = 7,200
    assert "Readiness 34 % (1 of 2 rated; up to 79 % if the rest are met)" in out
    assert "| Programming | 0.8750 × 3/4.75 | 5,526 | of 8,750 |" in out
    assert "5,526 / 15,950 = 34.65 %, shown as 34 %" in out
    assert "not by seniority" in out
    onet = answer(run, "skills", DEVELOPER, "--gap")["onet"]
    assert (onet["points"], onet["full"], onet["readiness_percent"]) == (5_526, 15_950, 34)
    (row,) = [one for one in table(run, "skills", DEVELOPER, "--gap") if one["skill"] == "2.B.3.e"]
    assert (row["onet_level"], row["onet_needed"], row["points"], row["state"]) == (
        *("3", "4.75", "5526"),
        "below",
    )


@pytest.mark.usefixtures("imported")
def test_what_is_imprecise_is_flagged_and_what_is_not_relevant_left_out(run: Run) -> None:
    run("profile", "set", "2.A.2.a=4")
    onet = answer(run, "skills", "29-1171", "--gap")["onet"]
    flags = {term["name"]: term["uncertain"] for term in onet["terms"]}
    assert flags == {"Social Perceptiveness": False, "Critical Thinking": True}
    assert onet["left_out"] == ["2.A.1.f"]
    out = run("skills", "29-1171", "--gap").out
    assert "| ☑ Critical Thinking | 4 | 4.00 | 4.00 | 2.A.2.a | imprecise |" in out
    assert "not relevant or not important: Science." in out


@pytest.mark.usefixtures("imported")
def test_a_target_that_is_an_occupation_needs_no_name(run: Run) -> None:
    assert run("profile", "target", "15-1251").code == 0
    assert run("profile", "rate", stdin="7\n7\n").code == 0
    assert "Readiness 100 % (all 2 rated)" in run("skills", "--gap").out


@pytest.mark.usefixtures("imported")
def test_rating_asks_with_the_levels_in_words(run: Run, home: Path) -> None:
    result = run("profile", "rate", DEVELOPER, stdin="9\n4\nb\n5\n\n")
    assert result.code == 0
    asked = result.err.index("\nProgramming\n"), result.err.index("\nCritical Thinking\n")
    assert asked == tuple(sorted(asked))  # the most important first
    for words in (
        "2 of O*NET's 2 skills to rate",
        "1 of 2 · importance 4.50 of 5 · needs level 4.75",
        "  2  Judge an excuse for being late\n  4  Evaluate customer complaints\n",
        "Type 0–7, Enter to skip, b to go back, q to quit.",
        "Readiness 54 % (1 of 2 rated; up to 100 % if the rest are met).",
    ):
        assert words in result.err
    assert kept(home) == {"2.B.3.e": 5}
    again = run("profile", "rate", DEVELOPER, stdin="q\n")
    assert "1 of O*NET's 2 skills to rate" in again.err
    assert "marks" not in tomllib.loads((home / "profile.toml").read_text())


@pytest.mark.usefixtures("imported")
def test_each_answer_is_kept_when_the_rest_never_comes(run: Run, home: Path) -> None:
    run("profile", "rate", DEVELOPER, stdin="0\n")
    assert kept(home) == {"2.B.3.e": 0}
    assert "Readiness 0 %" in run("skills", DEVELOPER, "--gap").out
    run("profile", "rate", DEVELOPER, stdin="6\n")
    assert "Every skill of Computer programmer is rated." in run("profile", "rate", DEVELOPER).err


@pytest.mark.usefixtures("imported")
def test_an_occupation_without_ratings_says_so(run: Run) -> None:
    result = run("profile", "rate", "13-1082")
    assert result.code == 0
    assert "O*NET has no skill ratings for Project manager." in result.err
    assert "careercli skills project-management-specialists --gap" in result.err


def test_a_release_without_examples_of_levels_is_rated_too(run: Run, tmp_path: Path) -> None:
    tables = official.onet_30_3()
    del tables["Level Scale Anchors"]
    path = official.onet_zip(tmp_path / "onet.zip", tables)
    assert (
        "what levels of skills look like"
        in run("sources", "add", "--yes", "--kind=onet", str(path)).out
    )
    err = run("profile", "rate", DEVELOPER, stdin="5\nq\n").err
    assert "The data don't say what the levels look like." in err
    assert "Readiness 54 %" in err


def test_what_ships_shows_levels_by_occupations_that_need_them(run: Run) -> None:
    err = run("profile", "rate", "quality-inspector", stdin="3\nq\n").err
    assert "Beside a level stand occupations that O*NET rates so." in err
    first, *_ = err.partition("Quality Control Analysis")[2].split("\n\n")
    levels = dict(re.findall(r"^  (\d)  (.+)$", first, re.MULTILINE))
    assert (levels["0"], levels["4"]) == ("Cashier", "Electrician")


@pytest.mark.usefixtures("imported")
def test_rating_on_a_terminal(see: See, home: Path) -> None:
    screen = see("profile", "rate", DEVELOPER, typed=["5\n", "q\n"])
    assert screen.code == 0
    assert "Evaluate customer complaints" in screen.text
    assert kept(home) == {"2.B.3.e": 5}


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("2.B.3.e=8", "0 to 7"),
        ("2.B.3.e=none", "0 to 7"),
        ("2.B.3.e", "0 to 7"),
        ("2.B.9.z=4", "no skill 2.B.9.z"),
    ],
)
def test_a_wrong_level_changes_nothing(run: Run, home: Path, word: str, said: str) -> None:
    result = run("profile", "set", "jira=2", word)
    assert result.code == 2
    assert said in result.err
    assert not (home / "profile.toml").exists()


@pytest.mark.usefixtures("imported")
def test_levels_are_shown_logged_and_forgotten(run: Run, home: Path) -> None:
    run("profile", "set", "2.b.3.e=4", "--evidence", "a compiler")
    run("profile", "set", "2.B.3.e=5")
    page = run("profile").out
    assert "O\\*NET's skills (on its own scale from 0 to 7)" in page
    assert "| Programming 2.B.3.e | 5 | a compiler |" in page
    levels = answer(run, "profile")["onet_levels"]
    assert (levels["2.B.3.e"]["name"], levels["2.B.3.e"]["level"]) == ("Programming", 5)
    (row,) = table(run, "profile")
    assert (row["skill"], row["label"], row["onet_level"]) == ("2.B.3.e", "Programming", "5")
    assert "| Programming 2.B.3.e | 4 | 5 |" in run("profile", "log").out
    assert "forgotten" in run("profile", "unset", "2.B.3.E").err
    assert kept(home) == {}
    assert "was not in the profile" in run("profile", "unset", "2.B.3.e").err
    assert run("sources", "remove", "onet").code == 0
    assert "| Programming 2.B.3.e | 5 | – |" in run("profile", "log").out


@pytest.mark.usefixtures("imported")
def test_levels_go_from_profile_to_profile(run: Run, home: Path, tmp_path: Path) -> None:
    run("profile", "set", "2.B.3.e=4", "2.A.2.a=0", "jira=3")
    resume = tmp_path / "resume.json"
    resume.write_text(run("profile", "-f", "jsonresume").out)
    assert set(json.loads(resume.read_text())["meta"]["careercli"]["onet_levels"]) == {
        *("2.A.2.a", "2.B.3.e"),
    }
    for name, source in (("ana", resume), ("ben", home / "profile.toml")):
        chosen = ("--profile", name)
        run("profile", "set", "2.B.3.e=7", *chosen)
        result = run("import", str(source), "--yes", *chosen)
        assert "Critical Thinking 2.A.2.a | 0 of 7 |" in result.out
        assert "2 added" in result.err
        there = answer(run, "profile", *chosen)
        assert {one: entry["level"] for one, entry in there["onet_levels"].items()} == {
            "2.A.2.a": 0,
            "2.B.3.e": 7,  # rated already, so it stays
        }
        assert there["marks"]["jira"]["level"] == 3
    run("profile", "unset", "2.A.2.a", "2.B.3.e", "--profile", "ana")
    assert "onet_levels" not in run("profile", "-f", "jsonresume", "--profile", "ana").out


@pytest.mark.parametrize(
    "levels",
    ['"2.A.2.a" = 4', '"2.A.2.a" = { level = 8 }', '"2.A.2.a" = { level = true }', "x = {}"],
)
def test_a_profile_with_wrong_levels_is_refused(run: Run, home: Path, levels: str) -> None:
    home.mkdir()
    (home / "profile.toml").write_text(f"schema = 1\n[onet_levels]\n{levels}\n")
    result = run("profile")
    assert result.code == 1
    assert "onet_levels" in result.err
    assert "whole number from 0 to 7" in result.err or "must be a table" in result.err


def test_wrong_levels_of_a_resume_are_not_taken(run: Run, tmp_path: Path, home: Path) -> None:
    resume = tmp_path / "resume.json"
    resume.write_text('{"meta": {"careercli": {"onet_levels": {"2.A.2.a": {"level": 9}}}}}')
    result = run("import", str(resume), "--yes")
    assert result.code == 1
    assert not (home / "profile.toml").exists()


@pytest.mark.usefixtures("imported")
def test_a_store_without_the_newest_tables_keeps_its_data(run: Run, home: Path) -> None:
    with database(home / "official.db") as db:
        db.execute("PRAGMA user_version = 0")
        db.execute("DROP TABLE element")
    run("list")
    assert answer(run, "skills", DEVELOPER, "--gap")["onet"]["requirements_total"] == 2
