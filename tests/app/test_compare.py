"""Roles beside each other: nothing is lost, and they stand in the order of the names."""

import json
import re
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.core.compare import shared_skills
from tests.support.running import Run, See

THREE = ("electrician", "registered-nurse", "data-analyst")
sets = st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), min_size=2, max_size=5)


@given(sets)
def test_every_skill_stands_in_one_group_of_just_the_roles_that_have_it(
    roles: list[list[str]],
) -> None:
    found = shared_skills(roles)
    placed = [skill for one in found for skill in one.skills]
    assert sorted(placed) == sorted(set().union(*roles))
    for one in found:
        for skill in one.skills:
            assert one.roles == tuple(at for at, some in enumerate(roles) if skill in some)
    assert [len(one.roles) for one in found] == sorted(
        (len(one.roles) for one in found), reverse=True
    )


@pytest.mark.parametrize("names", list(permutations(THREE)))
def test_roles_stand_in_the_order_of_the_names(run: Run, names: tuple[str, ...]) -> None:
    answer = json.loads(run("compare", *names, "--format", "json").out)
    assert tuple(role["slug"] for role in answer["roles"]) == names
    assert f"path {names[0]} {names[1]}" in run("compare", *names[:2]).out


def test_shared_and_own_skills_are_told_apart(run: Run) -> None:
    found = json.loads(
        run("compare", "product-coordinator", "project-coordinator", "--format", "json").out
    )
    groups = {tuple(one["roles"]): {s["id"] for s in one["skills"]} for one in found["skills"]}
    assert "competitive-analysis" in groups["product-coordinator",]
    assert "written-communication" in groups["product-coordinator", "project-coordinator"]
    assert [role["slug"] for role in found["roles"]] == [
        "product-coordinator",
        "project-coordinator",
    ]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_cell_is_lost_however_narrow_it_is(draw: See, width: int) -> None:
    five = (*THREE, "product-manager", "ux-designer")
    screen = draw("compare", *five, "--no-pager", width=width, height=900)
    assert max(map(len, screen.lines)) <= width
    words = " ".join(screen.text.split())
    for tier in ("New Graduate", "Journeyman", "Junior Data"):
        assert tier in words
    assert screen.text.count("Electrician") >= 3


@pytest.mark.parametrize("names", [THREE[:1], (THREE[0], THREE[0]), (*THREE, *"abc")])
def test_two_to_five_different_roles_are_compared(run: Run, names: tuple[str, ...]) -> None:
    result = run("compare", *names)
    assert result.code == 2
    assert result.out == ""


def test_pay_of_a_broader_occupation_says_whose_it_is(run: Run) -> None:
    out = run("compare", "product-coordinator", "registered-nurse").out
    whose = "Product Coordinator: the survey's figure of “Project Management Specialists”"
    assert f"{whose}, 13-1082. A broader group than this job: context, not its pay." in out
    assert "Registered Nurse: the survey's" not in out  # it is that occupation


@pytest.mark.usefixtures("occupations")
def test_guides_and_occupations_mix(run: Run) -> None:
    out = run("compare", "29-1171", "recruiter", "15-1251").out
    assert "Nurse practitioner, Recruiter and Computer programmer" in out
    assert "not published" in out  # the developers' pay
    assert "$93,600" in out


@pytest.mark.usefixtures("occupations")
def test_education_and_job_zone_each_cite_their_own_source(run: Run) -> None:
    out = run("compare", "29-1171", "15-1251").out
    found = re.search(r"Bachelor's degree (\S); job zone \d (\S)", out)
    assert found
    assert re.search(rf"^{found[1]} Projection: ", out, re.MULTILINE)
    assert re.search(rf"^{found[2]} Official fact: .*O\\\*NET", out, re.MULTILINE)


@pytest.mark.usefixtures("survey_alone")
def test_pay_that_is_published_as_so_much_or_more_says_so(run: Run) -> None:
    assert "239,200 or more" in run("compare", "29-1171", "11-1011").out


def test_lists_in_two_vocabularies_are_not_compared(run: Run) -> None:
    page = run("compare", "cook", "35-1011").out
    assert "these lists can't be compared" in page
    assert "Only Cook" not in page


def _groups(page: str) -> dict[str, str]:
    """The heading of each group of skills, and the skills."""
    return dict(re.findall(r"^### (.+) \(\d+\)\n\n(.+)$", page, re.MULTILINE))


def test_what_two_guides_share_stays_beside_an_occupation(run: Run) -> None:
    alone = _groups(run("compare", "electrician", "plumber").out)
    page = run("compare", "electrician", "plumber", "35-1011").out
    beside = _groups(page)
    assert beside["Electrician and Plumber"] == alone["Both"]
    assert beside["Only Plumber"] == alone["Only Plumber"]
    assert "among Electrician and Plumber, without Chef." in page
    assert "Only Chef" not in page


def test_skills_of_occupations_are_called_as_official_data_call_them(run: Run) -> None:
    alone = _groups(run("compare", "25-2022", "25-1194").out)
    assert "Instructing, Learning Strategies, Speaking" in alone["Both"]
    page = run("compare", "elementary-teacher", "cook", "25-2022", "25-1194").out
    beside = _groups(page)
    assert beside["Middle school teacher and Trade school instructor"] == alone["Both"]
    assert "Classroom instruction" in beside["Only Elementary Teacher"]
    found = json.loads(run("compare", "25-2022", "25-1194", "-f", "json").out)["skills"]
    labels = {skill["id"]: skill["label"] for group in found for skill in group["skills"]}
    assert labels["classroom-instruction"] == "Instructing"
