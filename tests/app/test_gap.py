"""The gap and the plan: what the program says of readiness."""

import json
from pathlib import Path

import pytest

from tests.support.running import Run

ROLE = "product-coordinator"


@pytest.mark.parametrize("form", ["md", "json", "csv", "table"])
def test_with_nothing_rated_there_is_no_percentage(run: Run, form: str) -> None:
    result = run("skills", "--gap", "--format", form)
    assert (result.code, result.err) == (0, "")
    assert "%" not in result.out
    if form in ("md", "table"):
        assert "No skill of yours is known yet" in result.out
        assert "careercli profile set job=ROLE" in result.out


def test_a_role_with_nothing_rated_shows_what_it_needs_and_how_to_start(run: Run) -> None:
    out = run("skills", ROLE, "--gap").out
    assert "Nothing rated yet" in out
    assert f"careercli profile rate {ROLE}" in out
    assert "Written communication" in out


def test_the_printed_sum_is_the_printed_number(run: Run) -> None:
    run("profile", "set", "jira=2", "facilitation=1", "written communication=4", "sql=none")
    data = json.loads(run("skills", ROLE, "--gap", "--format", "json").out)
    assert sum(term["points"] for term in data["terms"]) == data["points"]
    assert data["readiness_percent"] == 100 * data["points"] // data["full"]
    why = run("skills", ROLE, "--gap", "--why").out
    points, full = data["points"], data["full"]
    assert f"{points} / {full} = {100 * points / full:.2f} %" in why
    assert f"Readiness {data['readiness_percent']} %" in why


def test_the_target_is_the_default(run: Run) -> None:
    run("profile", "target", "product coordinator", "--level", "senior")
    run("profile", "set", "jira=3")
    data = json.loads(run("skills", "--gap", "--format", "json").out)
    assert (data["role"]["slug"], data["level"]) == (ROLE, "senior")
    named = json.loads(run("skills", "product-coord", "--gap", "--format", "json").out)
    assert named["level"] == "senior"
    other = json.loads(run("skills", "--gap", "--level", "entry", "--format", "json").out)
    assert other["level"] == "entry"


def test_without_a_target_every_role_nearest_first(run: Run) -> None:
    run("profile", "set", "jira=3", "scrum=3")
    roles = json.loads(run("skills", "--gap", "--format", "json").out)["roles"]
    shares = [role["points"] / role["full"] for role in roles]
    assert len(roles) > 40
    assert shares == sorted(shares, reverse=True)
    assert any(role["readiness_percent"] is None for role in roles)


def test_beside_skills_stand_pay_education_and_certificates(run: Run) -> None:
    run("profile", "set", "jira=3")
    run("profile", "current", "project coordinator", "--level", "mid", "--pay", "52000")
    out = run("skills", ROLE, "--gap", "--level", "senior").out
    for part in (
        "Senior Product Coordinator, 5–8 years",
        "CSM",
        "$75,500",
        "your present $52,000 is 69 %",
    ):
        assert part in out


def test_a_tool_that_is_near_is_named_as_adjacent(run: Run) -> None:
    run("profile", "set", "clickup=3", "excel=2")
    assert "adjacent: ClickUp" in run("skills", ROLE, "--gap").out


# -- plan ------------------------------------------------------------------------------------------


def test_a_plan_needs_a_role(run: Run) -> None:
    result = run("plan")
    assert (result.code, result.out) == (2, "")
    assert "careercli plan ROLE" in result.err


def test_a_plan_puts_foundations_first_and_invents_no_hours(run: Run) -> None:
    run("profile", "set", "jira=1", "agile=none", "scrum=none", "kanban=none")
    data = json.loads(run("plan", ROLE, "--format", "json").out)
    order = [step["skill"] for step in data["steps"]]
    for step in data["steps"]:
        assert all(order.index(below) < order.index(step["skill"]) for below in step["after"])
    assert data["steps_without_hours"] == sum(step["hours"] is None for step in data["steps"])
    assert data["sourced_hours"] == sum(s["hours"]["value"] for s in data["steps"] if s["hours"])
    out = run("plan", ROLE).out
    assert "No source states how long" in out
    assert "not rated by you yet" in out


def test_a_plan_of_one_who_is_there_is_empty(run: Run) -> None:
    needs = json.loads(run("skills", ROLE, "--format", "json").out)["role"]["requirements"]
    run("profile", "set", *(f"{one['any_of'][0]}=4" for one in needs))
    assert "Nothing is missing" in run("plan", ROLE).out
    assert "Readiness 100 %" in run("skills", ROLE, "--gap").out
    assert "one level" in run("skills", ROLE, "--gap").out  # everything at 4: a gentle warning


@pytest.mark.parametrize(("years", "level"), [(0, "entry"), (1, "mid"), (30, "mid")])
def test_years_in_the_job_reach_the_middle_level_at_most(run: Run, years: int, level: str) -> None:
    run("profile", "set", "job=forklift-operator", f"years={years}")
    ask = ("skills", "warehouse-associate", "--gap", "--format", "json")
    by_years = json.loads(run(*ask).out)
    run("profile", "set", f"job.level={level}")
    by_level = json.loads(run(*ask).out)
    assert by_years["job_percent"] == by_level["job_percent"] > 0


def test_what_a_present_job_finds_nice_is_not_counted_as_had(run: Run) -> None:
    run("profile", "set", "job=cook", "target=restaurant-manager")
    terms = json.loads(run("skills", "--gap", "-f", "json").out)["terms"]
    counted = {term["counted"] for term in terms if term["from_job"]}
    assert "food-safety" in counted
    assert "spanish" not in counted


def test_what_a_resume_claims_never_counts_less_than_the_job(run: Run, tmp_path: Path) -> None:
    run("profile", "set", "job=cook", "years=7")
    alone = json.loads(run("skills", "cook", "--gap", "--format", "json").out)
    (tmp_path / "a.txt").write_text("Skills: cooking, knife skills, food safety")
    assert run("import", str(tmp_path / "a.txt"), "--yes").code == 0
    claimed = json.loads(run("skills", "cook", "--gap", "--format", "json").out)
    assert '"claimed"' in run("profile", "--format", "json").out
    assert claimed["readiness_percent"] == alone["readiness_percent"]


def test_nobody_is_told_to_learn_a_trait_because_of_the_job(run: Run) -> None:
    run("profile", "set", "job=nursing assistant", "years=3", "phlebotomy=1")
    steps = json.loads(run("plan", "lpn", "--format", "json").out)["steps"]
    told = {step["skill"] for step in steps if step["from"]}
    assert "clinical-documentation" in told
    assert told.isdisjoint({"integrity", "compassion", "attention-to-detail"})
