"""Readiness: its sum, its properties, and what the screen says of it."""

import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.core.gap import (
    UNIT,
    WEIGHT,
    Gap,
    SkillRating,
    all_one_level,
    gap,
    level_for,
    next_skills,
)
from careercli.model.basics import NEEDS, SENIORITIES, Requirement, Seniority
from careercli.model.basics import Proficiency as MarkLevel
from tests.support.running import Run

SKILLS = [f"s{number}" for number in range(12)]
mark_levels: st.SearchStrategy[MarkLevel] = st.sampled_from(get_args(MarkLevel))


@st.composite
def requirements(draw: st.DrawFn) -> list[Requirement]:
    """Requirements over distinct skills, some of them with alternatives."""
    left = draw(st.permutations(SKILLS))
    found = []
    while left:
        count = draw(st.integers(1, 3))
        some, left = tuple(left[:count]), left[count:]
        expected = {level: draw(mark_levels) for level in SENIORITIES if draw(st.booleans())}
        found.append(Requirement(some, draw(st.sampled_from(NEEDS)), expected))
    return found


marks = st.dictionaries(
    st.sampled_from(SKILLS), st.one_of(st.none(), st.integers(0, 4)).map(SkillRating), max_size=12
)
career_levels = st.sampled_from(SENIORITIES)


@given(requirements(), marks, career_levels)
def test_the_terms_add_up_to_the_number(
    asked: list[Requirement], held: dict[str, SkillRating], level: Seniority
) -> None:
    found = gap(asked, level, held, {})
    for term in found.terms:
        assert term.full == UNIT * WEIGHT[term.requirement.need]
        exact = term.full * min(term.level, term.expected) / term.expected
        assert term.points == exact
    if found.readiness is not None:
        assert found.readiness == 100 * sum(term.points for term in found.terms) // found.full
        assert 0 <= found.readiness <= (found.ceiling or 0) <= 100
        assert (found.readiness == 100) == all(term.state == "met" for term in found.terms)


@given(requirements(), marks, career_levels, st.sampled_from(SKILLS))
def test_raising_a_mark_never_lowers_readiness(
    asked: list[Requirement], held: dict[str, SkillRating], level: Seniority, skill: str
) -> None:
    before = gap(asked, level, held, {})
    higher = min(4, ((held[skill].level if skill in held else 0) or 0) + 1)
    after = gap(asked, level, {**held, skill: SkillRating(higher)}, {})
    assert after.points >= before.points


@given(requirements(), marks, career_levels)
def test_the_next_steps_are_those_that_trying_every_skill_finds(
    asked: list[Requirement], held: dict[str, SkillRating], level: Seniority
) -> None:
    found = gap(asked, level, held, {})
    gains = {}
    for term in found.terms:
        raised = {**held, term.skill: SkillRating(min(4, term.level + 1))}
        gains[term.skill] = gap(asked, level, raised, {}).points - found.points
    best = sorted((gain for gain in gains.values() if gain), reverse=True)
    steps = next_skills(found)
    assert [step.gain for step in steps][:3] == best[:3]
    assert all(gains[step.term.skill] == step.gain for step in steps)
    if len(best) > 3:
        assert len(steps) == sum(gain >= best[2] for gain in best)


@given(requirements(), marks, career_levels)
def test_each_requirement_stands_in_one_state(
    asked: list[Requirement], held: dict[str, SkillRating], level: Seniority
) -> None:
    for term in gap(asked, level, held, {}).terms:
        rated = {s: m.level for s, m in held.items() if s in term.requirement.any_of}
        best = max((one or 0 for one in rated.values()), default=0)
        if best >= term.expected:
            assert term.state == "met"
        elif best:
            assert term.state == "below"
        else:
            all_none = all(rated.get(s) == 0 for s in term.requirement.any_of)
            assert term.state == ("missing" if all_none else "unrated")


def test_a_near_skill_is_shown_and_never_counted() -> None:
    asked = [Requirement(("asana",), "must", {"mid": 2})]
    (term,) = gap(asked, "mid", {"trello": SkillRating(4)}, {"asana": ["trello"]}).terms
    assert (term.state, term.points, term.adjacent) == ("unrated", 0, ("trello",))


def test_evidence_does_not_change_readiness() -> None:
    asked = [Requirement(("sql",), "must", {"mid": 2})]
    bare, shown = (
        gap(asked, "mid", {"sql": SkillRating(2, text)}, {}) for text in ("", "wrote it")
    )
    assert bare.readiness == shown.readiness == 100


def test_nothing_rated_is_no_number() -> None:
    asked = [Requirement(("sql",), "must", {"mid": 2})]
    assert gap(asked, "mid", {}, {}).readiness is None
    assert gap(asked, "mid", {"sql": SkillRating(None)}, {}).readiness is None
    assert Gap("mid", ()).readiness is None


def test_a_level_that_a_role_does_not_have_falls_to_the_nearest() -> None:
    assert level_for("senior", {"entry", "mid"}) == "mid"
    assert level_for("entry", {"senior", "lead"}) == "senior"
    assert level_for("lead", set()) is None


def test_flat_profiles_are_noticed() -> None:
    assert all_one_level({f"s{n}": SkillRating(3) for n in range(6)})
    assert not all_one_level({f"s{n}": SkillRating(1 + n % 2) for n in range(6)})
    assert not all_one_level({f"s{n}": SkillRating(3) for n in range(5)})


# -- at the edge of the program ------------------------------------------------------------------

ROLE = "product-coordinator"


@pytest.mark.parametrize("form", ["md", "json", "csv", "table"])
def test_with_nothing_rated_there_is_no_percentage(run: Run, form: str) -> None:
    result = run("skills", "--gap", "--format", form)
    assert (result.code, result.err) == (0, "")
    assert "%" not in result.out
    if form in ("md", "table"):
        assert "Nothing rated yet" in result.out
        assert result.out.count("careercli profile ") == 2


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
    assert "no estimate" in out
    assert "not rated yet" in out


def test_a_plan_of_one_who_is_there_is_empty(run: Run) -> None:
    needs = json.loads(run("skills", ROLE, "--format", "json").out)["role"]["requirements"]
    run("profile", "set", *(f"{one['any_of'][0]}=4" for one in needs))
    assert "Nothing is missing" in run("plan", ROLE).out
    assert "Readiness 100 %" in run("skills", ROLE, "--gap").out
    assert "one level" in run("skills", ROLE, "--gap").out  # everything at 4: a gentle warning
