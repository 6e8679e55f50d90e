"""Moves and paths through the program, with imported occupations and without."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.app.stores import open_store
from careercli.core.moves import (
    MOVE_TYPES,
)
from careercli.output.screens.wording import format_past_threshold
from tests.support import official
from tests.support.running import Run, See


def answer(run: Run, *arguments: str) -> Any:
    result = run(*arguments, "--format", "json")
    assert result.code == 0, result.err
    return json.loads(result.out)


def test_moves_need_no_import_and_name_their_thresholds(run: Run) -> None:
    found = answer(run, "moves", "product-coordinator")
    usual = found["calibrations"]["guide"]
    assert usual["threshold"] == pytest.approx(usual["mean"] - usual["deviation"])
    assert usual["roles"] >= 20
    for one in found["moves"]:
        thresholds = {name: verdict["threshold"] for name, verdict in one["verdicts"].items()}
        assert thresholds == {
            "skills": usual["threshold"],
            "preparation": 1,
            "pay": 0.75,
            "outlook": 0.0,
        }
        assert one["verdicts"]["preparation"]["state"] != "pass"  # its own education is not known
        assert one["kind"] is None or one["kind"] in MOVE_TYPES
    alike = [one["likeness"] for one in found["moves"]]
    assert alike == sorted(alike, reverse=True)


def test_a_move_is_not_its_way_back(run: Run) -> None:
    def skills(here: str, there: str) -> float:
        found = answer(run, "moves", here, "--limit", "99")["moves"]
        (one,) = (one for one in found if one["to"]["slug"] == there)
        return float(one["verdicts"]["skills"]["number"])

    assert skills("scrum-master", "qa-engineer") != skills("qa-engineer", "scrum-master")


def test_moves_are_narrowed(run: Run) -> None:
    everything = answer(run, "moves", "financial-analyst", "--limit", "99")
    passing = answer(run, "moves", "financial-analyst", "--limit", "99", "--passing")
    assert [one["to"] for one in passing["moves"]] == [
        one["to"] for one in everything["moves"] if one["passes"]
    ]
    some = answer(run, "moves", "product-coordinator", "--kind", "advancement")
    assert {one["kind"] for one in some["moves"]} == {"advancement"}


def test_why_names_what_is_missing_and_where_rules_come_from(run: Run) -> None:
    out = run("moves", "product-coordinator", "--limit", "1", "--why").out
    assert "to learn or raise" in out
    assert "Mapping Career Causeways" in out
    assert "standard deviations" in out


def test_without_a_role_or_a_skill_there_is_no_start(run: Run) -> None:
    result = run("moves")
    assert result.code == 2
    assert "profile set job=ROLE" in result.err


def test_own_skills_stand_on_top_of_the_present_role(run: Run) -> None:
    run("profile", "current", "product-coordinator", "--level", "mid")
    before = answer(run, "moves", "--limit", "99")
    run("profile", "set", "sql=4", "python=4", "statistics=4", "tableau=4", "excel=4")
    after = answer(run, "moves", "--limit", "99")

    def to_analyst(found: Any) -> float:
        (one,) = (one for one in found["moves"] if one["to"]["slug"] == "data-analyst")
        return float(one["verdicts"]["skills"]["number"])

    assert to_analyst(after) > to_analyst(before)
    assert after["uses_profile"]


def test_skills_alone_are_a_start_without_a_likeness(run: Run) -> None:
    run("profile", "set", "sql=3", "excel=3", "python=2")
    found = answer(run, "moves")
    assert found["from"] is None
    assert {one["likeness"] for one in found["moves"]} == {None}
    assert {one["verdicts"]["pay"]["state"] for one in found["moves"]} == {"unknown"}


def test_one_skill_more_opens_what_the_best_skills_promise(run: Run) -> None:
    best = answer(run, "moves", "technical-writer", "--best-skill")["skills"][0]
    with_it = answer(run, "moves", "technical-writer", "--with", best["label"])
    assert best["opens"]
    assert [one["to"]["slug"] for one in with_it["opens"]] == best["opens"]
    assert all(one["passes"] for one in with_it["opens"])
    assert with_it["mean_gain"] == pytest.approx(best["mean_gain"])


def test_with_one_skill_more_a_number_is_no_more_than_its_ceiling(run: Run) -> None:
    found = answer(run, "moves", "technical-writer", "--with", "excel")
    assert found["opens"]
    for one in found["opens"]:
        assert one["skills_ceiling"] >= one["verdicts"]["skills"]["number"]


def test_a_present_role_that_is_not_here_is_told(run: Run) -> None:
    run("profile", "current", "moon keeper")
    assert "moon keeper, is no role here" in run("moves").err
    run("profile", "set", "sql=3")
    result = run("moves")
    assert result.code == 0
    assert "moon keeper, is no role here" in result.err


def test_the_reasons_need_no_present_role(run: Run, draw: See) -> None:
    run("profile", "set", "sql=3")
    screen = draw("moves", "--why", "--no-pager")
    assert screen.code == 0
    assert "Moves from your skills" in screen.text


@given(st.floats(0, 2), st.sampled_from([(0.75, 1.10), (0.1858,), (1.0, 0.7895)]))
def test_no_number_looks_on_the_wrong_side_of_a_threshold(
    number: float, thresholds: tuple[float, ...]
) -> None:
    shown = float(format_past_threshold(number, thresholds, 2))
    assert abs(shown - number) <= 0.005
    for one in thresholds:
        if abs(number - one) > 1e-5:
            assert (shown >= one) == (number >= one)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--with", "no such skill"],
        ["--with", "sql=none"],
        ["--with", "sql", "--why"],
        ["--best-skill", "--passing"],
        ["--with", "sql=9"],
        ["--with", "sql", "--best-skill"],
        ["--kind", "sideways"],
        ["--limit", "0"],
    ],
    ids=" ".join,
)
def test_a_question_that_is_not_understood_says_so(run: Run, arguments: list[str]) -> None:
    result = run("moves", "product-coordinator", *arguments)
    assert result.code == 2
    assert result.err.startswith("careercli: ")


def test_moves_fit_a_small_screen(draw: See) -> None:
    for width in (40, 80):
        screen = draw("moves", "product-coordinator", "--no-pager", width=width)
        assert max(map(len, screen.lines)) <= width
        assert "Product Owner" in screen.text


def test_a_path_says_what_to_learn_what_it_pays_and_why_not_directly(run: Run) -> None:
    found = answer(run, "path", "technical-writer", "data-scientist")
    assert not found["direct"]
    assert found["verdicts"]["skills"]["state"] == "fail"
    assert 2 <= len(found["steps"]) <= 3
    for step in found["steps"]:
        assert {step["verdicts"][name]["state"] for name in ("skills", "preparation", "pay")} == {
            "pass"
        }
        assert step["learn"]
    out = run("path", "technical-writer", "data-scientist").out
    assert "Why not directly" in out
    assert "To learn or raise" in out


def test_a_path_to_where_one_is_is_refused(run: Run) -> None:
    assert run("path", "data-analyst", "data analyst").code == 2


# -- with imported occupations -----------------------------------------------------------------


@pytest.fixture
def imported(run: Run, tmp_path: Any) -> None:
    source = official.onet_zip(tmp_path / "db_30_3_text.zip", official.onet_30_3())
    assert run("sources", "add", "--kind=onet", str(source)).code == 0
    assert (
        run("sources", "add", "--kind=oews", str(official.wages_2024(tmp_path / "oews.xlsx"))).code
        == 0
    )


def verdicts(found: Any) -> dict[str, Any]:
    return {one["to"]["key"]: one["verdicts"] for one in found["moves"]}


def test_a_guide_that_is_exactly_an_occupation_answers_for_it(run: Run) -> None:
    everything = ("--all", "--limit", "5")
    by_code = answer(run, "moves", "29-1141", *everything)
    assert verdicts(by_code) == verdicts(answer(run, "moves", "registered-nurse", *everything))
    keys = [move["to"]["key"] for move in answer(run, "moves", "29-1171", "--limit", "40")["moves"]]
    assert "guide:registered-nurse" in keys
    assert "soc:29-1141.00" not in keys


@pytest.mark.usefixtures("occupations")
def test_from_an_occupation_moves_are_to_occupations(run: Run) -> None:
    found = answer(run, "moves", "29-1171", "--limit", "40")
    keys = {move["to"]["key"] for move in found["moves"]}
    exact = open_store().exact_guides.values()
    assert keys
    assert all(key.startswith("soc:") or key in exact for key in keys)


@pytest.mark.usefixtures("imported")
def test_a_skill_of_onets_is_added_at_a_level_of_its_own_scale(run: Run) -> None:
    def gain(skill: str) -> float:
        return float(answer(run, "moves", "29-1171", "--with", skill)["mean_gain"])

    assert 0 < gain("Programming=1") < gain("programming=4") < gain("2.B.3.e")
    assert run("moves", "29-1171", "--with", "Programming=8").code == 2


@pytest.mark.usefixtures("imported")
def test_an_occupation_and_its_exact_guide_are_one_place(run: Run) -> None:
    for ends in (("29-1141", "registered-nurse"), ("registered-nurse", "29-1141")):
        result = run("path", *ends)
        assert result.code == 2
        assert "the same role" in result.err


@pytest.mark.usefixtures("imported")
def test_where_nothing_is_shared_a_path_cannot_be_told(run: Run) -> None:
    found = answer(run, "path", "product-coordinator", "13-1082")
    assert found["steps"] is None
    assert found["verdicts"]["skills"]["state"] == "unknown"
    out = run("path", "product-coordinator", "13-1082").out
    assert "not known" in out
    assert "no way" not in out


@pytest.mark.usefixtures("imported")
def test_what_is_onets_has_its_attribution(run: Run) -> None:
    for question in (
        ["moves", "29-1171"],
        ["moves", "29-1171", "--best-skill"],
        ["path", "29-1171", "15-1251"],
        ["compare", "29-1171", "electrician"],
    ):
        assert "CC BY 4.0" in run(*question).out


@pytest.mark.usefixtures("imported")
def test_own_levels_stand_on_top_of_an_occupation(run: Run) -> None:
    run("profile", "current", "29-1171")
    before = answer(run, "moves", "--limit", "99")["moves"]
    run("profile", "set", "2.B.3.e=7")  # programming, of which nurses need none
    after = answer(run, "moves", "--limit", "99")["moves"]

    def to_developer(found: list[Any]) -> float:
        (one,) = (one for one in found if one["to"]["key"] == "soc:15-1251.00")
        return float(one["verdicts"]["skills"]["number"])

    assert to_developer(after) > to_developer(before)


@pytest.mark.usefixtures("imported")
def test_a_later_import_keeps_the_likeness(run: Run, tmp_path: Any) -> None:
    before = [one["likeness"] for one in answer(run, "moves", "15-1251")["moves"]]
    assert any(before)
    path = official.projections_2024(tmp_path / "projections.xlsx")
    assert run("sources", "add", "--kind=projections", str(path)).code == 0
    after = [one["likeness"] for one in answer(run, "moves", "15-1251")["moves"]]
    assert before == after
