"""What comes first, what is met, and what lies between, in moves, paths and plans."""

import re

import pytest

from tests.support.answers import answer_with_notes as answer
from tests.support.answers import person
from tests.support.running import Run


def said(run: Run, *arguments: str) -> str:
    result = run(*arguments)
    assert result.code == 0, result.err
    return result.out


def codes(run: Run, *arguments: str) -> list[str]:
    return [one["occupation"]["code"] for one in answer(run, "moves", *arguments)["moves"]]


def in_this_order(page: str, *words: str) -> bool:
    places = [page.find(word) for word in words]
    return -1 not in places and places == sorted(places)


# -- the level of a degree -------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["plan", "path"])
@pytest.mark.parametrize("goal", ["25-2058", "15-1254", "29-1292", "17-2141"])
def test_nobody_with_a_degree_studies_for_another(run: Run, command: str, goal: str) -> None:
    person(run, "25-2012", "years=8", "education=bachelor")
    page = said(run, command, goal)
    assert "another" not in page
    assert "years of study" not in page


def test_who_teaches_has_a_route_to_the_special_education_license(run: Run) -> None:
    person(run, "25-2012", "years=8", "education=bachelor")
    route = "alternative route to a special education license"
    assert f"| High school special ed | {route} | " in said(run, "moves")
    assert f"1. Study: {route}" in said(run, "plan", "25-2058")


def test_a_higher_degree_is_enough_where_the_field_does_not_bind(run: Run) -> None:
    person(run, "43-9061", "years=3", "education=bachelor")
    assert "Study: associate's degree ✓" in said(run, "plan", "43-4161")
    assert "- Study: program in this field" in said(run, "plan", "17-3023")


def test_a_timed_program_keeps_its_time(run: Run) -> None:
    person(run, "43-9061", "years=3", "education=bachelor")
    assert ", 3 years after high school" in said(run, "plan", "29-1292")


def test_what_is_asked_for_and_had_is_named(run: Run) -> None:
    person(run, "27-1024", "years=8", "education=bachelor")
    assert "| Industrial designer | bachelor's degree ✓ |" in said(run, "moves", "--all")
    assert "- Study: bachelor's degree ✓" in said(run, "plan", "27-1014")


def test_a_license_stands_for_the_degree_that_it_may_end_in(run: Run) -> None:
    person(run, "29-2061", "years=4", "education=certificate")
    page = said(run, "moves", "--with", "rn-license")
    assert "| Registered Nurse | Registered nurse license ✓ |" in page
    plan = said(run, "plan", "29-1141", "--with", "rn-license")
    assert "bachelor's degree is typical; your license is enough" in plan
    assert "4 years of study" in said(run, "plan", "11-9111", "--with", "rn-license")


# -- what comes first ------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["plan", "path"])
@pytest.mark.parametrize(
    ("goal", "turn"),
    [
        ("53-3032", ["Get: DOT medical card", "Get: Commercial driver's license, class A"]),
        (
            "53-3051",
            [
                "Get: DOT medical card",
                "Get: Commercial driver's license, class B",
                "Get: Passenger (P)",
                "Get: School bus (S)",
            ],
        ),
        (
            "53-2012",
            [
                "Get: FAA medical certificate",
                "Get: Instrument rating",
                "Get: Commercial pilot certificate",
            ],
        ),
        ("29-2043", ["Get: Emergency medical technician", "Get: Paramedic"]),
    ],
)
def test_what_a_credential_stands_on_comes_before_it(
    run: Run, command: str, goal: str, turn: list[str]
) -> None:
    person(run, "53-7065", "years=3", "education=high-school")
    assert in_this_order(said(run, command, goal), *turn)


def test_the_last_certificate_comes_last(run: Run) -> None:
    page = said(run, "plan", "53-2011")
    turn = ("Get: Commercial pilot", "Get: Airline transport pilot", "Get: Aircraft type rating")
    assert in_this_order(page, *turn)


def test_the_program_that_builds_on_a_license_comes_first(run: Run) -> None:
    person(run, "29-2061", "years=4", "education=certificate")
    page = said(run, "plan", "29-1141")
    assert in_this_order(page, "1. Study: LPN-to-RN program", "- Or: bachelor's degree", "2. Get:")


# -- each thing once -------------------------------------------------------------------------------


def test_a_lesser_license_is_not_asked_for_beside_the_one_that_covers_it(run: Run) -> None:
    for command in ("plan", "path"):
        person(run, "53-7065", "years=3", "education=high-school")
        assert "class B" not in said(run, command, "53-3032")


def test_the_school_of_a_license_is_not_a_step_beside_it(run: Run) -> None:
    page = said(run, "plan", "53-3032")
    assert "Study: " not in page
    assert re.search("2. Get: Commercial driver's license, class A .CDL-A., 3 to 6 months", page)


# -- what lies between -----------------------------------------------------------------------------


def stones(run: Run, goal: str) -> list[str]:
    found = answer(run, "path", goal)
    return [one["occupation"]["code"] for one in found["steps"]][:-1]


def test_who_has_a_trade_serves_for_no_unrelated_one_on_the_way(run: Run) -> None:
    person(run, "51-4121", "years=9", "education=high-school")
    page = said(run, "path", "47-4011")
    assert "by way of Plumber" in page
    assert "Electrician" not in page


def test_a_practical_nurse_leads_nurses_by_way_of_nursing(run: Run) -> None:
    person(run, "29-2061", "years=4", "education=certificate")
    assert stones(run, "11-9111") == ["29-1141.00"]


@pytest.mark.parametrize(
    ("job", "goal", "between"),
    [
        ("25-2031", "11-3121", "13-1071.00"),  # its way in names the specialists
        ("53-3032", "11-3021", "15-1232.00"),
        ("33-3051", "29-2035", "29-2034.00"),
    ],
)
def test_work_on_the_way_gives_the_years_that_are_asked_for(
    run: Run, job: str, goal: str, between: str
) -> None:
    person(run, job, "years=12", "education=bachelor")
    assert stones(run, goal) == [between]


def test_supervising_other_work_is_no_way_into_an_unrelated_goal(run: Run) -> None:
    person(run, "43-9061", "years=6", "education=bachelor")
    assert "Office supervisor" not in said(run, "path", "47-4011")
    person(run, "41-2011", "years=6", "education=high-school")
    assert "Store Manager" not in said(run, "path", "35-1011")


def test_years_in_arts_and_sports_are_no_trade(run: Run) -> None:
    for job, goal in (("27-1012", "27-2012.04"), ("27-2021", "27-3041")):
        person(run, job, "years=12", "education=bachelor")
        parts = answer(run, "path", goal)["steps"][-1]["entry"]["parts"]
        (years,) = (part for part in parts if part["kind"] == "experience")
        assert years["state"] == "obtainable"


def test_what_another_page_calls_similar_is_none_of_ours_in_another_group(run: Run) -> None:
    person(run, "25-2012", "years=8", "education=bachelor")
    found = codes(run, "--all")
    assert not [code for code in found if code.startswith("27-204")]


@pytest.mark.parametrize("job", ["kitchen lead", "line cook"])
def test_years_in_the_kitchen_lead_to_chef(run: Run, job: str) -> None:
    person(run, job, "years=6", "education=high-school")
    assert "| Chef | 5+ years of experience ✓ |" in said(run, "moves")
    assert stones(run, "35-1011") == []
    person(run, job, "years=2")
    assert "| Chef | 5+ years of experience |" in said(run, "moves")


def test_who_serves_comes_to_chef_by_way_of_the_line(run: Run) -> None:
    person(run, "35-3031", "years=6", "education=high-school")
    assert stones(run, "35-1011") in (["35-2014.00"], ["35-1012.00"])


# -- what a name is taken for ----------------------------------------------------------------------


def test_of_two_classes_of_a_license_the_one_taken_is_said(run: Run) -> None:
    told = run("profile", "set", "credential=cdl").err
    assert "“cdl” is taken for Commercial driver's license, class A (CDL-A)" in told
    assert "credential=cdl-b is Commercial driver's license, class B (CDL-B)" in told
    for named in ("cdl-a", "class A CDL", "cdl-b", "cna"):
        assert "is taken for" not in run("profile", "set", f"credential={named}").err


def test_a_part_of_an_occupation_has_its_credential_and_no_figures(run: Run) -> None:
    told = run("plan", "welding inspector").err
    assert "Quality inspector. It is counted there and has no figures of its own" in told
    assert "Certified Welding Inspector (CWI): careercli show cwi." in told
    assert "Certified Welding Inspector (CWI)" in said(run, "plan", "51-4121")
    for typed in ("cdl driver", "line cook"):
        assert "its credential" not in run("plan", typed).err


@pytest.mark.parametrize("title", ["electrician apprentice", "apprentice electrician"])
def test_an_apprentice_has_neither_the_license_nor_the_pay_of_the_trade(
    run: Run, title: str
) -> None:
    told = run("profile", "set", f"job={title}", "years=1").err
    assert "taken for Electrician, whose pay isn't that of its apprentices" in told
    page = said(run, "plan", "47-2111")
    assert in_this_order(page, "1. Get: Electrical apprenticeship", "2. Get: Journeyman")
    assert "Your own pay isn't known" in said(run, "moves")
    person(run, "electrician", "years=9", "job.level=mid")
    assert "Hold: Journeyman electrician license ✓" in said(run, "plan", "47-2111")


def test_an_apprentice_of_work_without_an_apprenticeship_is_taken_as_before(run: Run) -> None:
    assert "whose pay" not in run("moves", "barber apprentice").err
    assert "taken for Sheet metal worker" in run("moves", "sheet metal apprentice").err


# -- what a coach wouldn't say ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("job", "more", "absurd"),
    [
        ("31-1131", "education=certificate", "39-4031.00"),  # an aide and the funeral director
        ("25-2022", "education=bachelor", "27-2042.00"),
        ("25-2022", "education=bachelor", "27-2041.00"),
    ],
)
def test_schooling_or_a_license_seldom_asked_for_links_nothing_unlike(
    run: Run, job: str, more: str, absurd: str
) -> None:
    person(run, job, "years=6", more)
    shown = answer(run, "moves")
    assert absurd not in {one["occupation"]["code"] for one in shown["moves"]}


def test_pay_that_cannot_be_compared_is_no_first_answer(run: Run) -> None:
    person(run, "registered-nurse", "years=8", "education=associate")
    page = said(run, "moves")
    assert "| Near |" not in page
    assert "| Health Services Manager | bachelor's degree |" in page


# -- one answer on every screen --------------------------------------------------------------------


def test_a_credential_of_the_present_job_is_the_same_everywhere(run: Run) -> None:
    person(run, "25-2012", "years=9", "education=bachelor")
    told = "Teaching license ✓ from your present job"
    assert told in said(run, "path", "25-9031")
    assert told in said(run, "plan", "25-9031")
    row = "☑ Teaching license | from your present job"
    assert row in said(run, "skills", "25-9031", "--gap")
    assert row in said(run, "report", "25-9031")


def test_who_begins_in_a_trade_has_not_its_license_yet(run: Run) -> None:
    row = "☑ Journeyman electrician license | from your present job"
    person(run, "electrician", "level=entry")
    assert row not in said(run, "skills", "electrician", "--gap")
    person(run, "electrician", "level=mid")
    assert row in said(run, "skills", "electrician", "--gap")


def test_years_that_are_had_go_before_training_on_the_job(run: Run) -> None:
    person(run, "35-2014", "years=7", "education=high-school", "credential=servsafe")
    shown = answer(run, "moves", "--limit", "99")["moves"]
    takes = next(one["takes"] for one in shown if one["occupation"]["code"] == "11-9051.00")
    assert takes.startswith("under 5 years of experience ✓")
    assert "on the job" not in takes
    assert "under 5 years in related work ✓" in said(run, "path", "11-9051")


def test_who_teaches_a_trade_is_asked_for_the_cards_of_the_own_trade(run: Run) -> None:
    person(run, "welder", "years=8", "education=high-school", "credential=welder-certification")
    for page in (said(run, "plan", "25-1194"), said(run, "path", "25-1194")):
        assert "Some employers ask for: Welder certification ✓" in page
        assert "ASE" not in page
    for page in (said(run, "skills", "25-1194", "--gap"), said(run, "report", "25-1194")):
        assert "Welder certification" in page
        assert "Cosmetologist" not in page
    run("profile", "unset", "welder-certification")
    person(run, "43-9061", "years=8")
    assert "Some employers ask for" not in said(run, "plan", "25-1194")


def test_the_way_into_a_larger_group_is_not_told_of_a_part_of_it(run: Run) -> None:
    person(run, "25-2012", "years=9", "education=bachelor")
    for command in ("path", "plan", "report"):
        page = " ".join(said(run, command, "customer-success-manager").split())
        assert "pest control" not in page
        assert "Bachelor's degree, subject open" in page


def test_work_on_the_way_has_its_pay_and_what_is_left_from_there(run: Run) -> None:
    person(run, "31-1131", "years=3", "education=high-school")
    other = " ".join(said(run, "path", "registered-nurse").partition("Other ways")[2].split())
    assert re.search(r"by way of Licensed Practical Nurse \(\$[\d,]+ \S+ \+\d+ %\), with", other)
    assert "license (1 year); then LPN-to-RN program" in other


def test_a_plan_offers_a_path_only_from_somewhere(run: Run) -> None:
    run("profile", "set", "excel=3")
    assert "careercli path" not in said(run, "plan", "25-1194")
    person(run, "welder")
    assert "careercli path trade-school-instructor" in said(run, "plan", "25-1194")
    assert "careercli path" not in said(run, "plan", "welder")


def test_one_thing_to_have_is_no_numbered_list(run: Run) -> None:
    person(run, "welder", "years=8", "education=high-school")
    assert "1." not in said(run, "plan", "25-1194").partition("To have")[2].partition("68 %")[0]
    person(run, "31-1131", "years=3", "education=high-school")
    assert in_this_order(said(run, "plan", "registered-nurse"), "1. Study", "2. Get")


def test_a_role_has_one_name_in_profile_list_and_report(run: Run) -> None:
    person(run, "25-2012", "target=51-9061")
    for page in (said(run, "profile"), said(run, "report"), said(run, "profile", "list")):
        assert "Quality inspector" in page
        assert "Inspectors, Testers" not in page
        assert "Except Special Education" not in page


# -- a title that is only a part of an occupation --------------------------------------------------

COUNTED = "Welding inspector is counted in Quality inspector and has no figures of its own"


def test_a_goal_that_is_a_part_of_an_occupation_keeps_its_name_on_every_screen(run: Run) -> None:
    person(run, "welder", "years=8", "education=high-school", "target=welding inspector")
    for command in ("plan", "path", "report", "moves"):
        assert COUNTED in " ".join(said(run, command).split())
    assert "all of Quality inspector" in said(run, "path")
    assert "Welding inspector, counted in Quality inspector" in said(run, "profile")
    assert "| your own | Welding inspector |" in said(run, "profile", "list")
    for command in ("plan", "path"):
        for typed in ("welding inspector", "welding-inspector"):
            assert COUNTED in said(run, command, typed)
        assert "Welding inspector" not in said(run, command, "quality-inspector")


def test_the_certificate_of_such_a_goal_comes_first(run: Run) -> None:
    person(run, "welder", "years=8", "education=high-school", "target=welding inspector")
    plan = said(run, "plan")
    assert "Nothing is asked for" not in plan
    assert "gauges" not in plan
    assert in_this_order(plan, "To have", "- Get: Certified Welding Inspector (CWI)", "Training")
    assert "☐ Certified Welding Inspector (CWI) | not known | usually" in said(run, "report")
    run("profile", "set", "credential=cwi")
    assert "Hold: Certified Welding Inspector (CWI) ✓" in said(run, "plan")


def test_another_goal_forgets_what_the_last_was_called(run: Run) -> None:
    person(run, "welder", "target=welding inspector")
    for goal in ("quality inspector", "machinist"):
        assert run("profile", "set", f"target={goal}").code == 0
        assert "Welding inspector" not in said(run, "plan")


@pytest.mark.parametrize("title", ["certified paralegal", "survey technician", "nurse aide"])
def test_another_name_of_the_whole_is_no_part_of_it(run: Run, title: str) -> None:
    result = run("plan", title)
    assert "counted" not in result.out + result.err


def test_who_leaves_a_line_of_work_is_shown_where_else_to_look(run: Run) -> None:
    person(run, "35-2014", "years=7", "education=high-school")
    out = said(run, "moves", "--avoid", "food")
    assert "careercli interests" in out
    listed = re.search(r"careercli (list --education mine --min-pay \d+ --sort pay)", out)
    assert listed
    assert run(*listed[1].split()).code == 0
    assert "careercli interests" not in said(run, "moves")


def test_a_way_from_an_apprenticeship_tells_no_journeymans_pay(run: Run) -> None:
    run("profile", "set", "job=electrician apprentice")
    assert "now Electrician (apprentice's pay not known)" in run("path", "47-1011").out
