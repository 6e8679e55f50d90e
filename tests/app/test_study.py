"""How long the study for a role takes, by whom, and for whom: what a person sees."""

import json

import pytest

from tests.app.test_coaching import answer, texts
from tests.support.running import Run

PROGRAMS = [
    (
        "29-1215",
        "",
        "about 8 years of study after high school: a bachelor's degree, then",
    ),
    ("29-1215", "bachelor", "a program of 4 years after a bachelor's degree"),
    ("29-1122", "", "about 6 to 7 years of study after high school"),
    ("29-1122", "bachelor", "a program of 2 to 3 years after a bachelor's degree"),
    ("29-1122", "associate", "about 4 to 5 years of study: a bachelor's degree, then"),
    ("29-1071", "bachelor", "a program of at least 2 years after a bachelor's degree"),
    ("29-1051", "", "at least 5 years of study after high school: at least 2 years of college"),
    ("29-1051", "graduate", "a program of 3 to 4 years after at least 2 years of college"),
    ("17-1011", "", "bachelor's degree, about 5 years of study after high school"),
]


def with_education(run: Run, education: str) -> None:
    if education:
        assert run("profile", "set", f"education={education}").code == 0


@pytest.mark.parametrize(("goal", "education", "told"), PROGRAMS)
def test_a_program_takes_the_years_that_the_handbook_states(
    run: Run, goal: str, education: str, told: str
) -> None:
    with_education(run, education)
    assert told in texts(run, "plan", goal)
    assert "other programs" not in texts(run, "plan", goal)


@pytest.mark.parametrize("goal", ["medical-scientist", "25-1042", "29-1021", "29-1151"])
def test_a_doctorate_without_a_stated_length_has_none(run: Run, goal: str) -> None:
    with_education(run, "bachelor")
    told = texts(run, "plan", goal)
    assert "degree, after a bachelor's degree. No source here says how long the doctorate" in told
    steps = answer(run, "plan", goal)["steps"]
    (study,) = (step for step in steps if step["kind"] == "education")
    assert study["school_years"] is None


def test_a_residency_and_what_comes_before_a_program_are_said(run: Run) -> None:
    assert "Training: internship or residency, 3 to 9 years" in texts(run, "plan", "29-1215")
    assert "Before that study: a year of critical care as a registered nurse" in texts(
        run, "plan", "29-1151"
    )


def test_another_program_for_a_license_says_from_which_start(run: Run) -> None:
    told = texts(run, "plan", "registered-nurse")
    assert "other programs for the license take 2 to 4 years after high school" in told


@pytest.mark.parametrize("education", ["bachelor", "graduate"])
def test_a_degree_that_is_had_is_not_studied_again_for_a_teaching_license(
    run: Run, education: str
) -> None:
    with_education(run, education)
    told = texts(run, "plan", "secondary-teacher")
    assert "Study: alternative route to a teaching license, for those who hold a bach" in told
    assert "years of study" not in told


@pytest.mark.parametrize("code", ["29-1141.02", "29-1141.04", "29-1031.00", "29-1129.01"])
def test_a_filter_by_education_passes_no_role_whose_study_ends_higher(run: Run, code: str) -> None:
    def listed(education: str) -> set[str]:
        found = json.loads(
            run("list", "--all", "--education", education, "--limit", "2000", "-f", "json").out
        )
        return {role["slug"] for role in found["roles"]}

    slug = answer(run, "plan", code)["role"]["slug"]
    assert slug in listed("graduate") - listed("bachelor")
