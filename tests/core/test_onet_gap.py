"""The gap to an occupation on O*NET's own scale: its sum and its properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.core.gap import ONET_UNIT, next_skills, onet_gap
from careercli.model.occupation import Rating
from careercli.model.skills import SkillRating


@st.composite
def ratings(draw: st.DrawFn) -> list[Rating]:
    """Skills as O*NET rates them: two decimals, some without a level."""
    hundredths = st.integers(0, 700)
    levels = st.one_of(st.none(), hundredths.map(lambda level: level / 100))
    return [
        Rating(f"2.A.1.{letter}", letter, draw(st.integers(100, 500)) / 100, draw(levels))
        for letter in "abcdefgh"[: draw(st.integers(0, 8))]
    ]


held = st.dictionaries(
    st.sampled_from([f"2.A.1.{letter}" for letter in "abcdefgh"]),
    st.integers(0, 7).map(SkillRating),
)


@given(ratings(), held)
def test_the_terms_add_up_within_bounds(
    asked: list[Rating], levels: dict[str, SkillRating]
) -> None:
    found = onet_gap(asked, levels)
    assert len(found.terms) + len(found.left_out) == len(asked)
    assert found.points == sum(term.points for term in found.terms)
    for term in found.terms:
        assert term.ask.rating
        assert term.ask.full == pytest.approx(ONET_UNIT * (term.ask.rating.value - 1) / 4)
        exact = term.ask.full * min((term.level or 0) / term.ask.expected, 1)
        assert exact - 1 < term.points <= exact + 1e-6
    if found.readiness is not None:
        assert 0 <= found.readiness <= (found.ceiling or 0) <= 100
        assert (found.readiness == 100) == all(term.state == "met" for term in found.terms)


@given(ratings(), held, st.sampled_from("abcdefgh"))
def test_raising_a_level_never_lowers_readiness(
    asked: list[Rating], levels: dict[str, SkillRating], letter: str
) -> None:
    skill = f"2.A.1.{letter}"
    before = onet_gap(asked, levels)
    higher = min(7, ((levels[skill].level if skill in levels else 0) or 0) + 1)
    after = onet_gap(asked, {**levels, skill: SkillRating(higher)})
    assert after.points >= before.points
    assert (after.readiness or 0) >= (before.readiness or 0)


@given(ratings(), held)
def test_the_next_levels_add_what_they_say(
    asked: list[Rating], levels: dict[str, SkillRating]
) -> None:
    found = onet_gap(asked, levels)
    for step in next_skills(found):
        raised = {**levels, step.term.skill: SkillRating((step.term.level or 0) + 1)}
        assert onet_gap(asked, raised).points - found.points == step.gain


def test_an_example_worked_out_by_hand() -> None:
    asked = [
        Rating("a", "Programming", 4.0, 4.12),  # S = 3/4; 7,500 x 3/4.12 = 5,461.2
        Rating("b", "Writing", 3.0, 2.5),  # S = 1/2; met
        Rating("c", "Speaking", 2.0, 3.0),  # S = 1/4; not rated
        Rating("d", "Science", 1.0, 1.0),  # of no importance
        Rating("e", "Repairing", 1.5),  # not relevant
        Rating("f", "Installation", 1.5, 0.0),  # no level
    ]
    held_levels = {"a": 3, "b": 3, "d": 7, "x": 7}
    found = onet_gap(asked, {skill: SkillRating(level) for skill, level in held_levels.items()})
    assert [(term.points, term.ask.full) for term in found.terms] == [
        (5_461, 7_500),
        (5_000, 5_000),
        (0, 2_500),
    ]
    assert [one.id for one in found.left_out] == ["d", "e", "f"]
    assert (found.rated, found.readiness, found.ceiling) == (2, 69, 86)  # 10,461 of 15,000


def test_nothing_rated_is_no_number() -> None:
    asked = [Rating("a", "Programming", 4.0, 4.12)]
    assert onet_gap(asked, {"b": SkillRating(3)}).readiness is None
    assert onet_gap(asked, {"a": SkillRating(0)}).readiness == 0
    assert onet_gap([], {"a": SkillRating(3)}).readiness is None
