"""Moves and paths through the program, with imported occupations and without."""

import json
import re
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.app.open_stores import open_store
from careercli.output.screens.wording import format_past_threshold
from tests.support import official
from tests.support.running import Run, See


def answer(run: Run, *arguments: str) -> Any:
    result = run(*arguments, "--format", "json")
    assert result.code == 0, result.err
    return json.loads(result.out)


def test_moves_are_grouped_by_pay_and_say_what_they_take(run: Run) -> None:
    found = answer(run, "moves", "53-3033")
    groups = [one["group"] for one in found["moves"]]
    assert groups == sorted(groups, key=("more", "same").index)
    for one in found["moves"]:
        ratio = one["verdicts"]["pay"]["number"]
        assert (ratio > 1.1) == (one["group"] == "more")
    truck = next(one for one in found["moves"] if one["occupation"]["code"] == "53-3032.00")
    assert truck["takes"].startswith("CDL-A")
    assert truck["verdicts"]["preparation"]["state"] == "fail"
    assert not truck["passes"]
    strengths = [one["strength"] for one in found["moves"] if one["group"] == "more"]
    assert strengths == sorted(strengths, reverse=True)
    assert {one["group"] for one in found["aside"]} >= {"less"}


def test_a_credential_that_is_held_counts(run: Run) -> None:
    run("profile", "set", "job=53-3033")
    assert run("profile", "set", "credential=cdl-a", "credential=dot-medical-card").code == 0
    truck = next(
        one for one in answer(run, "moves")["moves"] if one["occupation"]["code"] == "53-3032.00"
    )
    held = {one["id"]: one["held"] for one in truck["credentials"]}
    assert held["cdl-a"]
    assert not held["cdl-hazmat"]


def test_nothing_passes_with_an_unmet_or_unknown_credential(run: Run) -> None:
    for start in ("53-3033", "29-1141", "25-2031", "47-2111", "15-1253", "product-coordinator"):
        for one in answer(run, "moves", start, "--limit", "99")["moves"]:
            asked = [part for part in one["credentials"] if part["asked_for"] != "sometimes"]
            unknown = [part for part in one["entry"]["parts"] if part["state"] == "unknown"]
            if unknown or not all(part["held"] for part in asked):
                assert not one["passes"]


def test_pays_less_has_its_own_question(run: Run) -> None:
    found = answer(run, "moves", "53-3033", "--pays", "less")["moves"]
    assert found
    assert {one["group"] for one in found} == {"less"}


def test_a_family_is_left_out(run: Run) -> None:
    found = answer(run, "moves", "29-1141", "--avoid", "healthcare pract", "--limit", "30")
    assert found["moves"]
    assert not [one for one in found["moves"] if one["occupation"]["code"].startswith("29-")]
    result = run("moves", "29-1141", "--avoid", "moonkeeping")
    assert result.code == 2
    assert "There is no family" in result.err


def test_a_role_without_ratings_goes_by_its_family_and_says_so(run: Run) -> None:
    found = answer(run, "moves", "55-3016")
    assert found["unrated"]
    assert found["moves"][0]["occupation"]["code"].startswith("33-")
    assert "NET doesn't rate" in run("moves", "55-3016").out


def test_few_near_roles_are_widened_in_a_named_way(run: Run) -> None:
    found = answer(run, "moves", "29-1141")
    assert found["widened"]
    assert "up to a quarter less" in run("moves", "29-1141").out


def test_interests_decide_without_a_job(run: Run) -> None:
    run("interests", "RIA")
    found = answer(run, "moves")
    assert found["from"] is None
    assert found["ranked_by"][0] == "interests"
    titles = [one["to"]["title"] for one in found["moves"]]
    assert titles != sorted(titles)
    assert any("Engineer" in title for title in titles)


def test_why_names_what_is_missing_and_where_rules_come_from(run: Run) -> None:
    out = run("moves", "product-coordinator", "--limit", "2", "--why").out
    assert "to learn or raise" in out
    assert "Mapping Career Causeways" in out
    assert "standard deviations" in out


def test_without_a_role_or_a_skill_there_is_no_start(run: Run) -> None:
    result = run("moves")
    assert result.code == 2
    assert "profile set job=ROLE" in result.err


def test_own_skills_stand_on_top_of_the_present_role(run: Run) -> None:
    run("profile", "set", "job=product-coordinator", "level=mid")
    before = answer(run, "moves", "--limit", "99")
    run("profile", "set", "sql=4", "python=4", "statistics=4", "tableau=4", "excel=4")
    after = answer(run, "moves", "--limit", "99")

    def to_owner(found: Any) -> float:
        (one,) = (one for one in found["moves"] if one["to"]["slug"] == "product-owner")
        return float(one["verdicts"]["skills"]["number"])

    assert to_owner(after) >= to_owner(before)
    assert after["uses_profile"]


def test_skills_alone_are_a_start_without_a_likeness(run: Run) -> None:
    run("profile", "set", "sql=3", "excel=3", "python=2")
    found = answer(run, "moves")
    assert found["from"] is None
    assert {one["likeness"] for one in found["moves"]} == {None}
    assert {one["verdicts"]["pay"]["state"] for one in found["moves"]} == {"unknown"}


def test_with_one_skill_more_a_number_is_no_more_than_its_ceiling(run: Run) -> None:
    found = answer(run, "moves", "technical-writer", "--with", "excel")
    for one in found["opens"]:
        assert one["skills_ceiling"] >= one["verdicts"]["skills"]["number"]


def test_a_present_role_that_is_not_here_is_told(run: Run) -> None:
    run("profile", "set", "job=moon keeper")
    assert "moon keeper, isn't a role here" in run("moves").err
    run("profile", "set", "sql=3")
    result = run("moves")
    assert result.code == 0
    assert "moon keeper, isn't a role here" in result.err


def test_a_skill_that_is_rated_none_is_nothing_to_start_from(run: Run) -> None:
    run("profile", "set", "math=none", "job=student")
    result = run("moves")
    assert result.code == 2
    assert "no skills and no interests" in result.err
    assert "isn't a role" not in result.err
    run("profile", "set", "interests=RSI")
    page = run("moves").out
    assert "Suits you" in page
    assert "alike" not in page
    assert "nearest" not in page
    assert "from your interests" in run("report").out


def test_a_student_starts_from_school_and_other_words_are_told_once(run: Run) -> None:
    run("profile", "set", "job=high school student", "education=high-school")
    found = answer(run, "path", "barber")
    assert (found["from"], found["to"]["slug"]) == (None, "barbers")
    assert "School to Barber" in run("path", "barber").out
    run("profile", "set", "job=moon keeper", "sql=2")
    result = run("path", "barber")
    assert result.code == 2
    assert "your job, moon keeper, isn't a role here." in result.err
    assert "so only your skills count" not in result.err


@pytest.mark.parametrize("said", ["laid off", "high school senior", "in the army"])
def test_a_situation_is_never_taken_for_a_role(run: Run, said: str) -> None:
    result = run("moves", said)
    assert result.code == 2
    assert f"“{said}” isn't a job" in result.err


def test_the_reasons_need_no_present_role(run: Run, draw: See) -> None:
    run("profile", "set", "sql=3")
    screen = draw("moves", "--why", "--no-pager")
    assert screen.code == 0
    assert "What uses your skills" in screen.text


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
        ["--with", "sql=9"],
        ["--pays", "sideways"],
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


def test_a_path_names_the_credentials_and_the_way_in(run: Run) -> None:
    found = answer(run, "path", "53-3033", "electrician")
    assert found["direct"]
    (step,) = found["steps"]
    assert "apprentice" in step["way_in"]
    named = {one["id"]: one for one in found["credentials"]}
    assert named["electrician-license"]["time"] == "4 to 5 years"
    assert named["electrician-license"]["source"] == "ooh:electricians"
    assert found["ranked_by"]
    out = run("path", "53-3033", "electrician").out
    assert "directly, with" in out


def test_other_work_lies_between_where_experience_is_asked_for(run: Run) -> None:
    found = answer(run, "path", "33-3051", "15-1212")
    assert not found["direct"]
    stone, goal = (one["occupation"]["code"] for one in found["steps"])
    assert stone.startswith("15-")
    assert goal == "15-1212.00"
    away = answer(run, "path", "33-3051", "15-1212", "--avoid", "computer")
    assert not away["steps"][0]["occupation"]["code"].startswith("15-") or away["open"]


def test_years_in_a_trade_count_for_teaching_it(run: Run) -> None:
    run("profile", "set", "job=welder", "years=11", "education=high-school")
    for goal in ("25-1194", "25-2032"):
        page = run("path", goal).out
        assert "directly" in page
        assert "in the trade that you teach ✓ your 11 count" in page
        assert "CDL-A" not in page  # the card of another trade
    untrained = run("path", "retail-salesperson", "25-1194").out
    assert "directly" in untrained
    assert "years in the trade that one teaches" in untrained


def test_a_bridge_from_the_license_that_is_held_is_named(run: Run) -> None:
    run("profile", "set", "job=licensed-practical-nurse", "education=certificate")
    run("profile", "set", "target=registered-nurse")
    for command in ("path", "plan", "report"):
        assert "LPN-to-RN program" in run(command).out
    found = answer(run, "moves")["moves"]
    nurse = next(one for one in found if one["occupation"]["code"] == "29-1141.00")
    assert nurse == found[0]
    assert (nurse["group"], nurse["entry"]["bridge"]) == ("more", "LPN-to-RN program")
    own, _, other = run("path", "cook", "registered-nurse").out.partition("Other ways")
    assert "LPN-to-RN" not in own
    assert "then LPN-to-RN program, which builds on that" in " ".join(other.split())


@pytest.mark.parametrize("education", ["certificate", None])
def test_a_license_stands_with_its_own_time_before_the_degree(
    run: Run, education: str | None
) -> None:
    if education:
        run("profile", "set", f"education={education}")
    first, study, last = (
        line for line in run("plan", "29-1171").out.splitlines() if re.match(r"\d\. ", line)
    )
    assert first.startswith("1. Get: Registered nurse")
    assert study.startswith("2. Study: master's degree")
    assert last.startswith("3. Get: Nurse pract")
    assert "2 to 4 years of study" in first
    assert "other programs" not in study


def test_less_schooling_is_not_quoted_where_a_license_takes_it(run: Run) -> None:
    run("profile", "set", "education=high-school")
    assert "say that less" not in run("plan", "29-2056").out
    assert "say that less" in run("plan", "29-1141").out


def test_years_that_the_handbook_names_count(run: Run) -> None:
    run("profile", "set", "job=cook", "years=6", "education=none")
    page = run("path", "35-1011").out
    assert "directly" in page
    assert "✓ your 6 count" in page
    assert "high school diploma or GED" in page


def test_warehouse_years_lead_to_logistics(run: Run) -> None:
    for goal in ("11-3071", "11-3071.04"):
        assert "by way of Warehouse supervisor" in run("path", "forklift-operator", goal).out


def test_what_is_left_of_a_group_is_named_so(run: Run) -> None:
    for command in ("show", "plan", "path"):
        run("profile", "set", "job=cook")
        assert "is a leftover group" in run(command, "11-9199").out


def test_a_path_starts_from_the_profile(run: Run) -> None:
    run("profile", "set", "job=31-1131")
    found = answer(run, "path", "registered-nurse")
    assert found["from"]["slug"] == "nursing-assistant"
    assert run("path", "a", "b", "c").code == 2


def test_a_path_to_where_one_is_is_refused(run: Run) -> None:
    assert run("path", "data-analyst", "data analyst").code == 2


# -- with imported occupations -----------------------------------------------------------------


def verdicts(found: Any) -> dict[str, Any]:
    return {one["to"]["key"]: one["verdicts"] for one in found["moves"]}


def test_a_guide_that_is_exactly_an_occupation_answers_for_it(run: Run) -> None:
    everything = ("--limit", "5")
    by_code = answer(run, "moves", "29-1141", *everything)
    assert verdicts(by_code) == verdicts(answer(run, "moves", "registered-nurse", *everything))
    slugs = [one["slug"] for one in answer(run, "moves", "29-1171")["aside"]]
    assert "registered-nurse" in slugs
    assert "registered-nurses" not in slugs


@pytest.mark.usefixtures("occupations")
def test_from_an_occupation_moves_are_to_occupations(run: Run) -> None:
    found = answer(run, "moves", "29-1171", "--limit", "40")
    keys = {move["to"]["key"] for move in found["moves"]}
    exact = open_store().exact_guides.values()
    assert keys
    assert all(key.startswith("soc:") or key in exact for key in keys)


def test_a_skill_of_onets_is_added_at_a_level_of_its_own_scale(run: Run) -> None:
    def gain(skill: str) -> float:
        return float(answer(run, "moves", "29-1171", "--with", skill)["mean_gain"])

    assert 0 < gain("Programming=1") <= gain("2.B.3.e")
    assert run("moves", "29-1171", "--with", "Programming=8").code == 2


@pytest.mark.usefixtures("onet_alone")
def test_an_occupation_and_its_exact_guide_are_one_place(run: Run) -> None:
    for ends in (("29-1141", "registered-nurse"), ("registered-nurse", "29-1141")):
        result = run("path", *ends)
        assert result.code == 2
        assert "the same role" in result.err


@pytest.mark.usefixtures("occupations")
def test_what_is_onets_has_its_attribution(run: Run) -> None:
    for question in (
        ["moves", "29-1171"],
        ["compare", "29-1171", "electrician"],
    ):
        assert "CC BY 4.0" in run(*question).out


def test_own_levels_stand_on_top_of_an_occupation(run: Run) -> None:
    run("profile", "set", "job=29-1171")
    before = answer(run, "moves")["moves"][0]["verdicts"]["skills"]["number"]
    run("profile", "set", "2.A.1.b=0", "2.A.1.a=0", "2.B.1.a=0")
    assert answer(run, "moves")["moves"][0]["verdicts"]["skills"]["number"] < before


@pytest.mark.usefixtures("occupations")
def test_a_later_import_keeps_the_likeness(run: Run, tmp_path: Any) -> None:
    before = open_store().likeness("15-1251.00")
    assert any(before.values())
    path = official.projections_2024(tmp_path / "projections.xlsx")
    assert run("sources", "add", "--yes", "--kind=projections", str(path)).code == 0
    assert open_store().likeness("15-1251.00") == before


def test_a_diploma_comes_before_whatever_school_takes_one(run: Run) -> None:
    run("profile", "set", "job=home-health-aide", "education=none")
    goals = ("licensed-practical-nurse", "31-2021", "medical-assistant", "registered-nurse")
    for goal, command in product(goals, ("path", "plan")):
        lines = [line for line in run(command, goal).out.splitlines() if line[:2] in ("- ", "1.")]
        assert lines[0][2:].strip().startswith("Study: high school diploma or GED"), (command, goal)
    assert "GED, then LPN" in run("moves").out.replace(
        "Licensed practical or vocational nurse license", "LPN"
    )
    for goal, command in product(("truck-driver", "barber", "39-5092"), ("path", "plan")):
        assert "GED" not in run(command, goal).out, (command, goal)  # many work there without
    run("profile", "set", "education=high-school")
    assert "GED" not in run("path", "licensed-practical-nurse").out + run("moves").out


def test_training_for_another_license_that_is_held_counts(run: Run) -> None:
    run("profile", "set", "job=hairdresser")
    for goal, command in product(("39-5011", "39-5092", "39-5094"), ("path", "plan")):
        page = run(command, goal).out
        assert "Yours may count" in page
        assert "Occupational Outlook Handbook" in page
    assert "cosmetology training" in run("path", "39-5011").out
    assert "barber training" in run("path", "39-5011", "hairdresser").out
    assert "Yours may count" not in run("path", "cook", "39-5011").out


def test_a_certificate_of_one_trade_is_not_that_of_another(run: Run) -> None:
    run("profile", "set", "job=medical-assistant", "education=certificate")
    for goal in ("31-9091", "29-2055"):
        assert "certificate program in this work" in run("path", goal).out
    firefighter = run("path", "33-2011", "33-2021").out  # the Handbook names it as the way there
    assert "certificate program" not in firefighter


def test_no_pay_in_the_place_is_said_with_where_there_is(run: Run) -> None:
    run("profile", "set", "job=33-3012", "place=Odessa, TX")
    page = run("moves").out
    assert "no pay of Correctional officer in Odessa, TX; -a tx or -a us may have it" in page
    run("profile", "set", "pay=56100")
    page = run("moves").out
    assert "your own $56,100" in page
    assert "no pay of these in Odessa, TX; -a tx or -a us may have it" in page
    assert "-a us" not in run("report", "-o", "-", "-f", "md").out.partition("## Moves")[2]
    assert "no pay" not in run("moves", "-a", "us").out
