"""The work that people are known to go to from their own, in moves and in paths alike."""

import csv
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.support.answers import answer_with_notes as answer
from tests.support.answers import person
from tests.support.running import Run

DATA = Path(__file__).parents[2] / "data"


def said(run: Run, *arguments: str) -> str:
    result = run(*arguments)
    assert result.code == 0, result.err
    return " ".join(result.out.split())


def codes(run: Run, *arguments: str) -> list[str]:
    return [one["occupation"]["code"] for one in answer(run, "moves", *arguments)["moves"]]


@pytest.fixture
def trucker(run: Run) -> Run:
    more = ("place=memphis", "credential=cdl-a", "education=high-school", "years=15", "pay=68k")
    person(run, "truck-driver", *more)
    return run


def test_a_driver_is_shown_the_desk_the_shop_and_the_crew_though_none_pays_more(
    trucker: Run,
) -> None:
    out = said(trucker, "moves")
    for name in ("Dispatcher", "Driver supervisor", "Diesel mechanic", "Trade school instructor"):
        assert f"| {name} |" in out
    assert "Heavy equipment mechanic" in out


@pytest.mark.parametrize(
    ("job", "there"),
    [
        ("51-9161", ["51-1011.00", "51-9061.00", "25-1194.00"]),
        ("47-2031", ["47-1011.00", "47-4011.00", "25-1194.00"]),
        ("33-3051", ["33-1012.00"]),
        ("43-6014", ["43-1011.00", "43-6011.00"]),
        ("53-3033", ["53-1043.00", "43-5032.00"]),
        ("29-2042", ["29-2043.00"]),
    ],
)
def test_who_supervises_checks_sends_out_or_teaches_the_work_is_listed(
    run: Run, job: str, there: list[str]
) -> None:
    person(run, job, "years=20", "education=high-school")
    assert set(there) <= set(codes(run))


@pytest.mark.parametrize(
    ("job", "not_there"),
    [("bookkeeper", "25-1194.00"), ("47-2061", "47-4011.00"), ("47-2061", "11-9021.00")],
)
def test_office_work_is_not_taught_as_a_trade_and_a_laborer_has_none(
    run: Run, job: str, not_there: str
) -> None:
    person(run, job, "years=12", "education=high-school")
    assert not_there not in codes(run, "--limit", "12")


def test_a_plan_asks_for_the_years_that_a_path_asks_for(trucker: Run) -> None:
    out = said(trucker, "plan", "11-3071")
    assert "Nothing is asked for at entry" not in out
    assert "5+ years in related work" in out


def test_years_stand_in_for_a_degree_that_most_do_not_ask_for(run: Run) -> None:
    person(run, "51-9161", "years=31", "education=high-school")
    assert "your years, or bachelor's degree" in said(run, "moves")
    assert "most require less" in said(run, "path", "25-1194")


def test_no_degree_stands_aside_for_years_that_are_not_had(run: Run) -> None:
    aside = [one for one in answer(run, "moves", "51-9161")["aside"] if one["group"] == "school"]
    assert "career-technical-education-teachers-postsecondary" in [one["slug"] for one in aside]


def test_what_follows_few_roles_is_named_as_it_is(run: Run) -> None:
    found = answer(run, "moves", "29-1141")
    assert found["widened"]
    groups = {one["group"] for one in found["moves"]}
    out = said(run, "moves", "29-1141")
    assert ("up to a quarter less" in out) == ("less" in groups)
    assert ("up to two years of study" in out) == ("school" in groups)


@pytest.mark.parametrize(
    ("goal", "way", "not_way"),
    [
        ("53-4011", "by way of Train conductor", "✓ your 15 count"),
        ("11-3071", "by way of Driver supervisor", "directly"),
        ("53-7073", "under 5 years of experience", "directly"),
    ],
)
def test_years_count_where_the_work_leads(trucker: Run, goal: str, way: str, not_way: str) -> None:
    out = said(trucker, "path", goal)
    assert way in out
    assert not_way not in out


@pytest.mark.parametrize("goal", ["executive-assistant", "office-manager", "43-1011"])
def test_years_at_one_desk_count_at_the_next(run: Run, goal: str) -> None:
    person(run, "43-6014", "years=11", "education=high-school")
    assert "under 5 years in related work ✓ your 11 count" in said(run, "path", goal)


def test_the_office_next_door_is_what_one_has(run: Run) -> None:
    person(run, "43-6014", "years=11", "education=high-school")
    assert "| Executive Assistant | under 5 years of experience ✓ |" in said(run, "moves")


def test_a_list_says_what_experience_a_certificate_comes_with(run: Run) -> None:
    out = said(run, "moves", "truck-driver", "--area", "us")
    assert "Crane operator certification; under 5 years of experience" in out
    path = said(run, "path", "truck-driver", "53-7021", "--area", "us")
    assert "under 5 years of experience" in path


@pytest.mark.parametrize("job", ["43-6014", "bookkeeper", "warehouse-associate"])
def test_no_role_stands_twice_under_two_titles(run: Run, job: str) -> None:
    found = answer(run, "moves", job, "--all")
    every = [one["to"]["title"].casefold() for one in found["moves"]]
    assert len(every) == len(set(every))
    out = said(run, "moves", job).casefold()
    assert out.count("hr specialist") <= 1
    assert out.count("accountant") <= 1
    assert out.count("warehouse worker") <= 1


@pytest.mark.parametrize("job", ["registered-nurse", "executive-assistant", "29-1126"])
def test_work_that_pays_less_is_listed_only_if_no_study_is_still_to_be_had(
    run: Run, job: str
) -> None:
    for one in answer(run, "moves", job)["moves"]:
        if one["group"] == "less":
            parts = one["entry"]["parts"]
            studies = [part["state"] for part in parts if part["kind"] == "education"]
            assert studies in ([], ["have"]), one["to"]["title"]


def test_a_nurse_is_shown_the_degree_that_pays_before_work_that_pays_less(run: Run) -> None:
    out = said(run, "moves", "registered-nurse")
    assert "| Nurse practitioner | master's degree and license |" in out
    assert "| Dietitian |" not in out
    assert "| Epidemiologist |" not in out


@pytest.mark.parametrize(
    ("job", "guide", "occupation"),
    [
        ("accountant", "Financial Analyst", "13-2051.00"),
        ("secretary", "Office Manager", "43-1011.00"),
    ],
)
def test_of_a_guide_and_its_bare_occupation_the_guide_is_listed_in_the_better_place(
    run: Run, job: str, guide: str, occupation: str
) -> None:
    moves = answer(run, "moves", job)["moves"]
    assert guide in [one["to"]["title"] for one in moves]
    assert occupation not in [one["to"]["slug"] for one in moves]
    for group in ("more", "same"):
        orders = [one["strength"] for one in moves if one["group"] == group]
        assert orders == sorted(orders, reverse=True)


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_way_in_that_names_work_has_words_for_it() -> None:
    known = {row["code"] for row in rows("names.csv")}
    portraits: dict[str, Any] = {}
    for path in (DATA / "portraits").glob("*.toml"):
        portraits |= tomllib.loads(path.read_text(encoding="utf-8"))
    for row in rows("origins.csv"):
        code = row["code"] if "." in row["code"] else f"{row['code']}.00"
        assert portraits[code]["way_in"], code
        assert row["first"] in ("", "yes")
        for work in row["work"].split():
            assert any(one.startswith(work) for one in known), (code, work)


# -- what a list, a path and a report say ----------------------------------------------------------


def test_a_license_for_other_grades_is_to_be_added(run: Run) -> None:
    assert "| Secondary Teacher | Teaching license for these grades" in said(
        run, "moves", "elementary-teacher"
    )
    path = said(run, "path", "elementary-teacher", "secondary-teacher")
    assert "Add: Teaching license for these grades and subject" in path
    assert "from your present job" not in path
    assert "Study: bachelor's degree ✓" in path


def test_a_license_of_the_same_work_is_had(run: Run) -> None:
    person(run, "secondary-teacher", "education=bachelor")
    assert "Hold: Teaching license ✓" in said(run, "plan", "secondary-teacher")


def test_a_report_says_what_the_target_pays_beside_today(run: Run) -> None:
    person(run, "administrative-assistant", "place=ohio", "target=medical-secretary")
    out = said(run, "report")
    assert "Today: Administrative Assistant, $46,230" in out
    assert "in Ohio: 4 % less than today" in out


def test_a_report_says_ones_own_pay_once(run: Run) -> None:
    person(run, "truck-driver", "pay=68k", "target=registered-nurse")
    out = said(run, "report")
    assert out.count("$68,000") == 1
    assert "% more than today" in out


def test_no_job_is_no_dead_end(run: Run) -> None:
    assert run("profile", "set", "education=bachelor").code == 0
    hint = " ".join(run("moves").err.split())
    assert "careercli interests asks" in hint
    assert "careercli list --education mine" in hint
    assert run("list", "--education", "mine").code == 0


def test_a_list_says_what_orders_it(run: Run) -> None:
    assert "Nearest first, by a sum of likeness" in said(
        run, "moves", "truck-driver", "--pays", "less"
    )
    assert "Nearest first" not in said(run, "moves", "truck-driver", "--sort", "pay")


def test_an_abbreviation_is_written_out_below_the_list(run: Run) -> None:
    out = said(run, "moves", "truck-driver", "--all")
    assert "| SIDA |" in out
    assert "SIDA: Airport security badge" in out


def test_of_two_roles_the_way_begins_at_the_present_job(run: Run) -> None:
    assert "`careercli path cook welder`" in said(run, "compare", "cook", "welder")
    person(run, "bookkeeper")
    assert "`careercli path cook`: the way from your job to Cook" in said(
        run, "compare", "cook", "welder"
    )


def test_what_only_the_way_in_says_is_said_to_be_there(run: Run) -> None:
    out = said(run, "path", "bookkeeper", "product-manager")
    assert "directly; only its way in says what it takes" in out
    assert "what it takes isn't known" not in out
    assert "(~$166,790" in out


def test_one_more_skill_says_what_is_open(run: Run) -> None:
    out = said(run, "moves", "data-analyst", "--with", "terraform")
    assert "Terraform opens no near role that isn't open to you already." in out
    assert "is what keeps three quarters of your pay" in out
    assert "test" not in out
