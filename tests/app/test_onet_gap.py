"""The gap on O*NET's own scale: its sum, its properties, the dialogue, and what is kept."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.core.onet_gap import UNIT, next_onet_skills, onet_gap
from careercli.model.occupation import Rating
from tests.support import official
from tests.support.answers import answer, table
from tests.support.running import Run, See, database

DEVELOPER = "software-developers"


@st.composite
def ratings(draw: st.DrawFn) -> list[Rating]:
    """Skills as O*NET rates them: two decimals, some without a level."""
    hundredths = st.integers(0, 700)
    levels = st.one_of(st.none(), hundredths.map(lambda level: level / 100))
    return [
        Rating(f"2.A.1.{letter}", letter, draw(st.integers(100, 500)) / 100, draw(levels))
        for letter in "abcdefgh"[: draw(st.integers(0, 8))]
    ]


held = st.dictionaries(
    st.sampled_from([f"2.A.1.{letter}" for letter in "abcdefgh"]), st.integers(0, 7)
)


@given(ratings(), held)
def test_the_terms_add_up_within_bounds(asked: list[Rating], levels: dict[str, int]) -> None:
    found = onet_gap(asked, levels)
    assert len(found.terms) + len(found.left_out) == len(asked)
    assert found.points == sum(term.points for term in found.terms)
    for term in found.terms:
        assert term.full == pytest.approx(UNIT * (term.rating.value - 1) / 4)
        exact = term.full * min((term.level or 0) / term.needed, 1)
        assert exact - 1 < term.points <= exact + 1e-6
    if found.readiness is not None:
        assert 0 <= found.readiness <= (found.ceiling or 0) <= 100
        assert (found.readiness == 100) == all(term.state == "met" for term in found.terms)


@given(ratings(), held, st.sampled_from("abcdefgh"))
def test_raising_a_level_never_lowers_readiness(
    asked: list[Rating], levels: dict[str, int], letter: str
) -> None:
    skill = f"2.A.1.{letter}"
    before = onet_gap(asked, levels)
    after = onet_gap(asked, {**levels, skill: min(7, levels.get(skill, 0) + 1)})
    assert after.points >= before.points
    assert (after.readiness or 0) >= (before.readiness or 0)


@given(ratings(), held)
def test_the_next_levels_add_what_they_say(asked: list[Rating], levels: dict[str, int]) -> None:
    found = onet_gap(asked, levels)
    for step in next_onet_skills(found):
        raised = {**levels, step.term.rating.id: (step.term.level or 0) + 1}
        assert onet_gap(asked, raised).points - found.points == step.gain


def test_an_example_worked_out_by_hand() -> None:
    asked = [
        Rating("a", "Programming", 4.0, 4.12),  # S = 3/4; 7,500 x 3/4.12 = 5,461.2
        Rating("b", "Writing", 3.0, 2.5),  # S = 1/2; met
        Rating("c", "Speaking", 2.0, 3.0),  # S = 1/4; not rated
        Rating("d", "Science", 1.0, 1.0),  # of no importance
        Rating("e", "Repairing", 1.5),  # not relevant
        Rating("f", "Installation", 1.5, 0.0),  # no level
    ]
    found = onet_gap(asked, {"a": 3, "b": 3, "d": 7, "x": 7})
    assert [(term.points, term.full) for term in found.terms] == [
        (5_461, 7_500),
        (5_000, 5_000),
        (0, 2_500),
    ]
    assert [one.id for one in found.left_out] == ["d", "e", "f"]
    assert (found.rated, found.readiness, found.ceiling) == (2, 69, 86)  # 10,461 of 15,000


def test_nothing_rated_is_no_number() -> None:
    asked = [Rating("a", "Programming", 4.0, 4.12)]
    assert onet_gap(asked, {"b": 3}).readiness is None
    assert onet_gap(asked, {"a": 0}).readiness == 0
    assert onet_gap([], {"a": 3}).readiness is None


# -- through the program ---------------------------------------------------------------------------


@pytest.fixture
def imported(run: Run, tmp_path: Path) -> None:
    path = official.onet_zip(tmp_path / "onet.zip", official.onet_30_3())
    assert run("import", "onet", str(path)).code == 0


def kept(home: Path) -> dict[str, int]:
    levels = tomllib.loads((home / "profile.toml").read_text()).get("onet_levels", {})
    return {element: entry["level"] for element, entry in levels.items()}


@pytest.mark.usefixtures("imported")
def test_without_a_level_there_is_no_percentage_and_a_way_on(run: Run) -> None:
    result = run("skills", DEVELOPER, "--gap")
    assert "so there is no percentage" in result.out
    assert f"careercli profile rate {DEVELOPER}" in result.out
    assert "careercli profile set 2.B.3.e=4" in result.out
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
    assert "not by career level" in out
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
    onet = answer(run, "skills", "29-1141", "--gap")["onet"]
    flags = {term["name"]: term["uncertain"] for term in onet["terms"]}
    assert flags == {"Social Perceptiveness": False, "Critical Thinking": True}
    assert onet["left_out"] == ["2.A.1.f"]
    out = run("skills", "29-1141", "--gap").out
    assert "| ☑ Critical Thinking | 4 | 4.00 | 4.00 | 2.A.2.a | imprecise |" in out
    assert "by O\\*NET: Science." in out


@pytest.mark.usefixtures("imported")
def test_a_target_that_is_an_occupation_needs_no_name(run: Run) -> None:
    assert run("profile", "target", "15-1252").code == 0
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
        "Please type 0 to 7, Enter, b or q.",
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
    assert "Every skill of Software Developers is rated." in run("profile", "rate", DEVELOPER).err


@pytest.mark.usefixtures("imported")
def test_an_occupation_without_ratings_says_so(run: Run) -> None:
    result = run("profile", "rate", "13-1082")
    assert result.code == 0
    assert "O*NET has no skill ratings for Project Management Specialists." in result.err
    assert "careercli skills project-management-specialists --gap" in result.err


def test_a_release_without_examples_of_levels_is_rated_too(run: Run, tmp_path: Path) -> None:
    tables = official.onet_30_3()
    del tables["Level Scale Anchors"]
    path = official.onet_zip(tmp_path / "onet.zip", tables)
    assert "what levels of skills look like" in run("import", "onet", str(path)).out
    err = run("profile", "rate", DEVELOPER, stdin="5\nq\n").err
    assert "What the levels look like was not in the files that were imported." in err
    assert "Readiness 54 %" in err


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


def test_before_any_import_its_skills_are_unknown(run: Run) -> None:
    result = run("profile", "set", "2.B.3.e=4")
    assert result.code == 2
    assert "careercli import onet" in result.err


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
    resume.write_text(run("profile", "export").out)
    assert set(json.loads(resume.read_text())["meta"]["careercli"]["onet_levels"]) == {
        *("2.A.2.a", "2.B.3.e"),
    }
    for name, source in (("ana", resume), ("ben", home / "profile.toml")):
        chosen = ("--profile", name)
        run("profile", "set", "2.B.3.e=7", *chosen)
        result = run("profile", "import", str(source), "--yes", *chosen)
        assert "| Critical Thinking 2.A.2.a | 0 |" in result.out
        assert "2 added" in result.err
        there = answer(run, "profile", *chosen)
        assert {one: entry["level"] for one, entry in there["onet_levels"].items()} == {
            "2.A.2.a": 0,
            "2.B.3.e": 7,  # rated already, so it stays
        }
        assert there["marks"]["jira"]["level"] == 3
    run("profile", "unset", "2.A.2.a", "2.B.3.e", "--profile", "ana")
    assert "onet_levels" not in run("profile", "export", "--profile", "ana").out


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


def test_a_resume_with_wrong_levels_is_refused(run: Run, tmp_path: Path) -> None:
    resume = tmp_path / "resume.json"
    resume.write_text('{"meta": {"careercli": {"onet_levels": {"2.A.2.a": {"level": 9}}}}}')
    result = run("profile", "import", str(resume), "--yes")
    assert result.code == 1
    assert "meta.careercli.onet_levels.2.A.2.a.level" in result.err


@pytest.mark.usefixtures("imported")
def test_a_store_without_the_newest_tables_keeps_its_data(run: Run, home: Path) -> None:
    with database(home / "official.db") as db:
        db.execute("PRAGMA user_version = 0")
        db.execute("DROP TABLE element")
    assert answer(run, "skills", DEVELOPER, "--gap")["onet"]["requirements_total"] == 2
