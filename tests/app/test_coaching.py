"""Moves, paths and plans against what a career coach would say, a rule at a time."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.running import Run


def answer(run: Run, *arguments: str) -> Any:
    result = run(*arguments, "--format", "json")
    assert result.code == 0, result.err
    return json.loads(result.out)


def person(run: Run, job: str, *more: str) -> None:
    assert run("profile", "set", f"job={job}", *more).code == 0


def move_to(run: Run, code: str) -> Any:
    found = answer(run, "moves", "--limit", "99")
    return next(one for one in found["moves"] if one["occupation"]["code"] == code)


def aside(run: Run, group: str) -> set[str]:
    found = answer(run, "moves")["aside"]
    return {one["slug"] for one in found if one["group"] == group}


def texts(run: Run, *arguments: str) -> str:
    result = run(*arguments)
    assert result.code == 0, result.err
    return " ".join(result.out.split())


# -- what one has ----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["29-2055.00", "29-9093.00", "29-2072.00"])
def test_a_certificate_of_other_work_is_not_had(run: Run, code: str) -> None:
    person(run, "31-9092", "years=4", "education=certificate")
    there = move_to(run, code)
    assert there["takes"] == "certificate program"
    assert there["entry"]["state"] != "have"
    assert not there["passes"]


def test_years_behind_the_bar_are_not_years_on_the_line(run: Run) -> None:
    person(run, "35-3011", "years=7", "education=high-school")
    codes = {one["occupation"]["code"] for one in answer(run, "moves", "--all")["moves"]}
    assert "35-1012.00" in codes
    assert "35-1011.00" not in codes
    found = answer(run, "path", "35-1011")
    assert not found["direct"]


def test_a_guide_that_names_other_work_makes_no_years_in_it(run: Run) -> None:
    person(run, "secondary-teacher", "years=12", "education=graduate")
    assert move_to(run, "27-3042.00")["takes"] == "under 5 years of experience"
    found = answer(run, "path", "technical-writer")
    assert found["direct"]
    assert "12 count" not in texts(run, "path", "technical-writer")


def test_years_in_a_trade_count_for_its_inspector_and_its_foreman(run: Run) -> None:
    person(run, "47-2031", "years=15", "education=high-school")
    for goal in ("47-4011", "47-1011"):
        parts = answer(run, "path", goal)["steps"][0]["entry"]["parts"]
        (experience,) = (part for part in parts if part["kind"] == "experience")
        assert experience["state"] == "have"


def test_an_associates_degree_is_of_its_own_field(run: Run) -> None:
    person(run, "15-1232", "years=3", "education=associate")
    assert move_to(run, "17-3023.00")["takes"] == "program in this field"
    assert move_to(run, "15-1231.00")["entry"]["parts"][0]["state"] == "have"


def test_the_present_job_shows_its_credentials(run: Run) -> None:
    person(run, "53-3052", "years=12", "education=high-school")
    held = {one["id"]: one["held"] for one in answer(run, "path", "53-3032")["credentials"]}
    assert held["dot-medical-card"]
    assert not held["cdl-a"]
    assert "through your present job" in texts(run, "path", "53-3032")


def test_an_apprenticeship_without_a_credential_of_its_own_is_served(run: Run) -> None:
    person(run, "35-2014", "years=4", "education=high-school")
    assert "Serve: apprenticeship" in texts(run, "path", "47-2031")


def test_a_credential_that_the_profile_denies_is_not_held(run: Run, home: Path) -> None:
    person(run, "53-3052", "years=12", "education=high-school")
    profile = home / "profile.toml"
    profile.write_text(f"{profile.read_text()}\n[credentials.dot-medical-card]\nheld = false\n")
    held = {one["id"]: one["held"] for one in answer(run, "path", "53-3032")["credentials"]}
    assert not held["dot-medical-card"]
    assert "Get: DOT medical card" in texts(run, "path", "53-3032")


@pytest.mark.parametrize(
    ("job", "codes"),
    [
        ("35-2014", {"47-2141.00", "51-2092.00"}),
        ("41-1011", {"49-1011.00", "33-1012.00"}),
        ("25-2031", {"11-9111.00", "27-2012.00", "15-1211.01"}),
        ("53-3032", {"53-5021.00"}),
        ("11-9051", {"49-1011.00", "33-1012.00"}),
        ("23-2011", {"11-9141.00", "33-3021.00"}),
    ],
)
def test_other_work_is_no_move(run: Run, job: str, codes: set[str]) -> None:
    """Neither what nothing relates, nor what wants years in work that one hasn't done."""
    person(run, job, "years=9", "education=bachelor")
    found = {one["occupation"]["code"] for one in answer(run, "moves", "--all")["moves"]}
    assert found
    assert not found & codes


def test_a_step_up_in_ones_own_work_comes_before_other_work(run: Run) -> None:
    person(run, "47-2031", "years=9", "education=high-school")
    codes = [one["occupation"]["code"] for one in answer(run, "moves")["moves"]]
    assert codes.index("47-4011.00") < codes.index("49-9051.00")


# -- what it takes ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("job", "code", "takes"),
    [
        ("33-9032", "33-3051.00", "Police academy"),
        ("47-2031", "47-4011.00", "Building inspector license"),
        ("53-3033", "53-3032.00", "CDL-A"),
        ("31-9092", "29-1292.00", "associate's degree and license"),
        ("53-3033", "49-3031.00", "a year or more on the job"),
    ],
)
def test_the_most_important_thing_is_told(run: Run, job: str, code: str, takes: str) -> None:
    person(run, job, "years=9", "education=high-school")
    assert move_to(run, code)["takes"].startswith(takes)


# -- years of study --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("education", "goal", "study"),
    [
        ("associate", "25-2021", "bachelor's degree, about 2 years"),
        ("high-school", "25-2021", "bachelor's degree, about 4 years"),
        ("associate", "23-1011", "professional or doctoral degree, about 5 years"),
        ("high-school", "23-1011", "professional or doctoral degree, about 7 years"),
    ],
)
def test_study_is_what_is_still_to_do(run: Run, education: str, goal: str, study: str) -> None:
    person(run, "25-2011", f"education={education}")
    assert f"Study: {study}" in texts(run, "path", goal)


def test_a_license_that_takes_longer_than_its_degree_says_how_long(run: Run) -> None:
    person(run, "41-2011", "education=high-school")
    assert "associate's degree, about 3 years of study" in texts(run, "path", "29-1292")
    run("profile", "set", "education=associate")
    assert "about 3 years" not in texts(run, "path", "29-1292").partition("Way in")[0]


@pytest.mark.parametrize(
    ("goal", "degree"), [("25-1194", "bachelor's degree"), ("17-3029.01", "associate's degree")]
)
def test_a_degree_that_most_do_without_heads_no_path(run: Run, goal: str, degree: str) -> None:
    person(run, "51-4121", "years=8", "education=high-school")
    headline = answer(run, "path", goal)["in_short"]
    assert headline.endswith(f"; {degree} is typical, but most require less")
    assert f"Typical: {degree}, about" in texts(run, "path", goal)


def test_a_way_without_the_experience_asked_for_is_not_called_direct(run: Run) -> None:
    person(run, "secondary-teacher", "years=12", "education=bachelor")
    found = answer(run, "path", "11-1011")
    assert found["open"]
    assert found["in_short"] == "not directly: it takes 5+ years of experience"


def test_a_degree_that_a_license_ends_heads_its_path(run: Run) -> None:
    person(run, "41-2011", "education=high-school")
    assert "most require less" not in answer(run, "path", "29-1141")["in_short"]


def test_the_time_of_a_study_is_said_once(run: Run) -> None:
    person(run, "23-2011", "education=associate")
    out = texts(run, "path", "23-1011")
    assert "Admission to a state bar, after that study" in out
    assert "7 years" not in out


def test_no_year_is_invented_for_a_certificate(run: Run) -> None:
    person(run, "53-3033", "education=high-school")
    out = texts(run, "path", "53-3032")
    assert "Study" not in out
    assert "3 to 6 months" in out


def test_a_single_unit_is_singular(run: Run) -> None:
    assert "up to 1 year" in texts(run, "show", "emt")
    assert "1 years" not in texts(run, "show", "emt")


# -- ways ------------------------------------------------------------------------------------------


def test_the_headline_names_the_years_that_are_asked_for(run: Run) -> None:
    person(run, "53-3032", "years=3", "education=high-school")
    assert "under 5 years of experience" in answer(run, "path", "53-7021")["in_short"]


def test_a_trade_leads_to_management_through_its_foreman(run: Run) -> None:
    person(run, "47-2031", "years=15", "education=high-school")
    found = answer(run, "path", "11-9021")
    assert [one["occupation"]["code"] for one in found["steps"]] == ["47-1011.00", "11-9021.00"]
    assert found["in_short"].endswith("or directly with bachelor's degree")
    assert "55 % of those asked by O\\*NET say that less is required" in texts(
        run, "path", "11-9021"
    )


def test_a_stone_gives_the_experience_that_is_asked_for(run: Run) -> None:
    found = answer(run, "path", "customer-support-specialist", "marketing-manager")
    assert found["steps"][0]["occupation"]["code"] == "41-3091.00"
    studies = [
        part
        for step in found["steps"]
        for part in step["entry"]["parts"]
        if part["kind"] == "education" and part["state"] == "obtainable"
    ]
    assert len(studies) == 1


def test_no_detour_that_costs_pay_stands_beside_a_direct_way(run: Run) -> None:
    person(run, "23-2011", "education=associate")
    found = answer(run, "path", "13-1041")
    assert found["direct"]
    assert "23-6012.00" not in json.dumps(found["alternatives"])


@pytest.mark.parametrize(
    ("job", "education", "goal"),
    [
        ("31-9092", "certificate", "registered-nurse"),
        ("25-2011", "associate", "elementary-teacher"),
        ("43-3071", "high-school", "loan-officers"),
    ],
)
def test_degree_goals_are_named_among_moves(run: Run, job: str, education: str, goal: str) -> None:
    person(run, job, "years=6", f"education={education}")
    assert goal in aside(run, "school")
    assert "With a degree or longer study" in run("moves").out


def test_what_to_learn_is_named_never_scored(run: Run) -> None:
    person(run, "43-3071", "years=3", "education=high-school")
    for goal in ("13-2072", "restaurant-manager", "elementary-teacher"):
        out = texts(run, "path", goal)
        assert ("Learn: " in out) == (goal != "13-2072")
        assert "Programming" not in out
        assert "0.0 to" not in out


def test_time_to_a_goal_is_summed_where_each_part_has_a_source(run: Run) -> None:
    total = answer(run, "path", "53-3033", "electrician")["time_to_goal"]
    assert (total["least_months"], total["most_months"]) == (48, 60)
    assert total["sources"] == ["ooh:electricians"]
    assert answer(run, "path", "53-3033", "11-9021")["time_to_goal"] is None


# -- plans -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("goal", ["53-1043", "53-3032", "registered-nurse", "33-3051"])
def test_a_plan_and_a_path_ask_for_the_same(run: Run, goal: str) -> None:
    person(run, "53-3052", "years=12", "education=high-school")
    (step,), plan = answer(run, "path", goal)["steps"], answer(run, "plan", goal)
    there = {
        (part["name"], part["state"])
        for part in step["entry"]["parts"]
        if part["kind"] in ("credential", "apprenticeship")
    }
    here = {
        (one["id"] or "", one["state"])
        for one in plan["steps"]
        if one["kind"] in ("credential", "apprenticeship")
    }
    assert here == there


def test_a_plan_names_unrated_skills_in_a_line(run: Run) -> None:
    person(run, "31-9095", "years=4", "education=certificate")
    out = run("plan", "registered-nurse").out
    assert "not rated by you yet" in out
    assert "| 1 |" not in out


def test_what_opens_most_is_learned_by_name(run: Run) -> None:
    out = run("plan", "product-coordinator", "--sort", "opens").out
    ranked = [line for line in out.splitlines() if " roles |" in line]
    assert ranked
    assert not [line for line in ranked if "Cross-functional coordination" in line]


# -- pay and place ---------------------------------------------------------------------------------


def test_moves_use_the_pay_of_the_place_and_say_what_is_not_published(run: Run) -> None:
    person(run, "53-3052", "years=12", "education=high-school")
    country = {one["to"]["key"]: one["pay_figure"] for one in answer(run, "moves")["moves"]}
    run("profile", "set", "place=Cleveland, OH")
    local = {one["to"]["key"]: one["pay_figure"] for one in answer(run, "moves")["moves"]}
    both = country.keys() & local.keys()
    assert both
    assert all(country[key]["value"] != local[key]["value"] for key in both)
    assert "No pay published in Cleveland, OH" in run("moves").out


def test_pay_that_is_higher_in_one_place_alone_is_no_step_up(run: Run) -> None:
    person(run, "35-3011", "years=7", "education=high-school", "place=Nevada")
    titles = {one["to"]["key"] for one in answer(run, "moves")["moves"]}
    assert "soc:35-3023.00" not in titles
    assert "soc:35-9031.00" not in titles


def test_if_ones_own_pay_is_unknown_the_others_is_told(run: Run) -> None:
    person(run, "55-3016", "years=6", "education=high-school")
    out = run("moves").out
    assert "Pay not known" not in out
    assert "Your own pay isn't known" in out


# -- bad input -------------------------------------------------------------------------------------


@pytest.mark.parametrize("years", ["-1", "61", "abc"])
def test_years_out_of_range_are_refused(run: Run, years: str) -> None:
    result = run("profile", "set", "job=47-2111", f"years={years}")
    assert result.code == 2
    assert f"found “{years}”" in result.err
    assert "For example, years=6" in result.err


@pytest.mark.parametrize("years", ["-3", "99"])
def test_years_out_of_range_in_a_file_are_told(run: Run, home: Path, years: str) -> None:
    text = f'schema = 1\n[current]\nrole = "electrician"\nyears = {years}\n'
    home.mkdir()
    (home / "profile.toml").write_text(text)
    for command in (["moves"], ["path", "11-9021"], ["plan", "11-9021"]):
        result = run(*command)
        assert result.code != 0
        assert "from 0 to 60" in result.err
        assert f"found {years}" in result.err


def test_an_expired_credential_is_said_not_refused(run: Run) -> None:
    person(run, "53-3033", "years=5", "education=high-school")
    result = run("profile", "set", "credential=cdl-a:2020-01")
    assert result.code == 0
    assert "expired 2020-01" in result.err
    assert "Expired, so to be renewed first: CDL-A (2020-01)" in run("moves").out
    for command in ("path", "plan"):
        out = texts(run, command, "truck-driver")
        assert "Renew: Commercial driver's license, class A" in out
        assert "yours expired 2020-01" in out


def test_an_unknown_word_lists_the_nearest(run: Run) -> None:
    result = run("profile", "set", "education=batchelor")
    assert "Did you mean bachelor?" in result.err
    assert "forklift-card" in run("profile", "set", "credential=forklyft").err


def test_reasons_name_shares_of_schooling_and_how_many_leave(run: Run) -> None:
    out = texts(run, "moves", "electrician", "--why")
    assert "say that less is required" in out
    assert "leave it each year" in out


def test_a_greater_license_stands_for_the_lesser(run: Run) -> None:
    run("profile", "set", "job=truck-driver")
    out = run("path", "bus-drivers-transit-and-intercity").out
    assert "Hold: Commercial driver's license, class B (CDL-B) \u2713" in out
    assert "Get: Passenger (P) endorsement" in out
    run("profile", "set", "cdl-b=none")
    assert "Get: Commercial driver's license, class B" in (
        run("path", "bus-drivers-transit-and-intercity").out
    )


# -- without a job ---------------------------------------------------------------------------------


def test_a_graduate_without_a_job_is_sent_where_one_may_begin(run: Run) -> None:
    run("profile", "set", "education=bachelor", "interests=IS")
    moves = answer(run, "moves")["moves"]
    codes = [one["occupation"]["code"] for one in moves]
    assert "29-1141.00" in codes
    assert not {"29-1141.02", "25-1071.00", "31-1121.00"} & set(codes)
    assert all("doctoral" not in one["takes"] for one in moves)


def test_whose_education_is_not_known_is_told_of_degree_and_license(run: Run) -> None:
    run("profile", "set", "interests=SIA")
    takes = {one["to"]["slug"]: one["takes"] for one in answer(run, "moves")["moves"]}
    assert takes["elementary-teacher"] == "bachelor's degree and license"
    assert takes["marriage-and-family-therapists"] == "master's degree and license"


def test_a_path_without_a_job_names_the_plan(run: Run) -> None:
    run("profile", "set", "education=bachelor", "interests=IS")
    refused = run("path", "29-1031")
    assert refused.code == 2
    assert "careercli plan dietitians-and-nutritionists" in refused.err


def test_a_degree_of_another_field_meets_the_level_and_leaves_the_program(run: Run) -> None:
    person(run, "27-1024", "years=8", "education=bachelor")
    takes = {
        one["occupation"]["code"]: one["takes"] for one in answer(run, "moves", "--all")["moves"]
    }
    assert takes["15-1252.00"] == "program in this field"
    studied = "Study: program in this field. You already have the level, bachelor's degree"
    page = texts(run, "path", "15-1252")
    assert studied in page
    assert "years of study" not in page


@pytest.mark.parametrize("command", ["path", "plan"])
def test_the_field_of_another_degree_is_named(run: Run, command: str) -> None:
    person(run, "elementary-teacher", "years=8", "education=bachelor")
    page = texts(run, command, "product-designer")
    assert re.search("program in this field, such as Graphic Design .. You already have", page)
    assert "Crosswalk of fields of study (CIP 2020)" in page


def test_a_service_is_no_part_of_a_job(run: Run) -> None:
    person(run, "army logistics specialist", "years=8", "education=high-school")
    assert answer(run, "path", "11-3071")["steps"][0]["entry"]["state"] == "have"


def test_names_with_commas_of_their_own_are_told_apart(run: Run) -> None:
    person(run, "secondary-teacher", "education=graduate")
    out = texts(run, "moves")
    assert "Elementary Teacher; Middle school teacher; CTE teacher, high school; " in out
