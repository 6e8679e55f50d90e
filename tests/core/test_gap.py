"""Readiness: its sum and its properties."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from careercli.core.gap import UNIT, WEIGHT, Gap, all_one_level, gap, level_for, next_skills
from careercli.model.basics import NEEDS, SENIORITIES, Seniority
from careercli.model.basics import Proficiency as MarkLevel
from careercli.model.skills import Requirement, SkillRating

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
        assert term.ask.need
        assert term.ask.full == UNIT * WEIGHT[term.ask.need]
        exact = term.ask.full * min(term.level or 0, term.ask.expected) / term.ask.expected
        assert term.points == exact
    if found.readiness is not None:
        assert found.readiness == 100 * sum(term.points for term in found.terms) // found.full
        assert 0 <= found.readiness <= (found.ceiling or 0) <= 100
        assert (found.readiness == 100) == all(term.state == "met" for term in found.terms)


@given(requirements(), marks, career_levels, st.sampled_from(SKILLS))
def test_raising_a_rating_never_lowers_readiness(
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
        if term.claimed:  # had, at a level that isn't known
            continue
        raised = {**held, term.skill: SkillRating(min(4, (term.level or 0) + 1))}
        gains[term.skill] = gap(asked, level, raised, {}).points - found.points
    needs = {term.skill: NEEDS.index(term.ask.need or "must") for term in found.terms}
    best = sorted((needs[skill], -gain) for skill, gain in gains.items() if gain)
    steps = next_skills(found)
    assert [(needs[step.term.skill], -step.gain) for step in steps][:3] == best[:3]
    assert all(gains[step.term.skill] == step.gain for step in steps)
    if len(best) > 3:
        assert len(steps) == sum(rank <= best[2] for rank in best)


@given(requirements(), marks, career_levels)
def test_each_requirement_stands_in_one_state(
    asked: list[Requirement], held: dict[str, SkillRating], level: Seniority
) -> None:
    for term in gap(asked, level, held, {}).terms:
        rated = {s: m.level for s, m in held.items() if s in term.ask.any_of}
        best = max((one or 0 for one in rated.values()), default=0)
        if best >= term.ask.expected:
            assert term.state == "met"
        elif best:
            assert term.state == "below"
        else:
            all_none = all(rated.get(s) == 0 for s in term.ask.any_of)
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
