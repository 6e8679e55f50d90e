"""Moves and paths: verdicts by published rules."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.core.moves import (
    Calibrations,
    MoveRole,
    SkillDemand,
    Start,
    coverage,
    judge_move,
    skills_of,
    start_from_role,
    with_skill,
    within_families,
)
from careercli.model.move_inputs import Calibration
from careercli.model.portrait import AskedId, AskedIds

X, Y, Z = ("x",), ("y",), ("z",)
ROLES: dict[str, tuple[SkillDemand, ...]] = {
    "A": (SkillDemand(X, 3, 4),),
    "B": (SkillDemand(X, 3, 2),),
    "C": (SkillDemand(X, 3, 4), SkillDemand(Y, 3, 4)),
    "D": (SkillDemand(Y, 3, 2),),
    "E": (SkillDemand(X, 1, 4), SkillDemand(Y, 3, 4)),
    "F": (SkillDemand(Z, 2, 3),),
    "G": (SkillDemand(X, 3, 4), SkillDemand(Y, 2, 4), SkillDemand(Z, 1, 4)),
    "H": (SkillDemand(("x", "y"), 3, 4),),
    "I": (SkillDemand(X, 3, 1), SkillDemand(Z, 1, 1)),
    "J": (),
}
BY_HAND = {  # to -> from A, B, C, D, E, F, G, H, I, J
    "A": (1, 1 / 2, 1, 0, 1, 0, 1, 1, 1 / 4, 0),
    "B": (1, 1, 1, 0, 1, 0, 1, 1, 1 / 2, 0),
    "C": (1 / 2, 1 / 4, 1, 1 / 4, 1, 0, 1, 1, 1 / 8, 0),
    "D": (0, 0, 1, 1, 1, 0, 1, 1, 0, 0),
    "E": (1 / 4, 1 / 8, 1, 3 / 8, 1, 0, 1, 1, 1 / 16, 0),
    "F": (0, 0, 0, 0, 0, 1, 1, 0, 1 / 3, 0),
    "G": (1 / 2, 1 / 4, 5 / 6, 1 / 6, 5 / 6, 1 / 8, 1, 5 / 6, 1 / 6, 0),
    "H": (1, 1 / 2, 1, 1 / 2, 1, 0, 1, 1, 1 / 4, 0),
    "I": (3 / 4, 3 / 4, 3 / 4, 0, 3 / 4, 1 / 4, 1, 3 / 4, 1, 0),
    "J": (0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
}
USUAL: Calibrations = {"guide": Calibration(0.5, 0.1, 20, 100)}


@pytest.mark.parametrize("there", BY_HAND)
def test_the_coverage_of_ten_small_roles_is_as_worked_out_by_hand(there: str) -> None:
    found = [coverage(ROLES[there], skills_of(ROLES[here]), known=True).low for here in ROLES]
    assert found == pytest.approx(BY_HAND[there])


def role(key: str, **said: Any) -> MoveRole:
    asks = said.pop("asks", ())
    counted = said.pop("counted", key)
    return MoveRole(
        key, key, key, asks={"guide": lambda: asks} if asks else {}, counted=counted, **said
    )


def start(here: MoveRole, *, known: bool = True, own_pay: float | None = None) -> Start:
    begin = start_from_role(here, "mid")._replace(own_pay=own_pay)
    return begin if known else begin._replace(known=frozenset())


def person(**held: int) -> Start:
    return Start(None, {"guide": held}, frozenset(), "mid", own=True)


# -- boundaries --------------------------------------------------------------------------------


@pytest.mark.parametrize(("pay", "state"), [(74_999, "fail"), (75_000, "pass")])
def test_pay_is_kept_from_three_quarters(pay: float, state: str) -> None:
    here, there = role("here", pay={"mid": 100_000}), role("there", pay={"mid": pay})
    assert judge_move(start(here), there, USUAL, None).pay.state == state


SCHOOL = {
    "entry": "High school diploma or equivalent",
    "experience": "None",
    "asked": AskedIds((), True),
}


@pytest.mark.parametrize(
    ("asks", "state"),
    [
        ({}, "pass"),
        ({"entry": "Bachelor's degree"}, "fail"),
        ({"asked": AskedIds((AskedId("cdl-a", "usually", "license"),), True)}, "fail"),
        ({"asked": AskedIds((AskedId("cdl-a", "sometimes", "license"),), True)}, "pass"),
        ({"asked": AskedIds()}, "unknown"),
        ({"entry": ""}, "unknown"),
        ({"experience": "Less than 5 years"}, "fail"),
    ],
)
def test_what_is_not_had_or_not_known_is_no_pass(asks: dict[str, Any], state: str) -> None:
    here, to = role("here", zone=3, **SCHOOL), role("there", zone=3, **{**SCHOOL, **asks})
    found = judge_move(start(here), to, USUAL, None)
    assert found.preparation.state == state


@pytest.mark.parametrize(("zone", "state"), [(1, "fail"), (2, "pass"), (4, "pass"), (5, "fail")])
def test_job_zones_may_be_one_apart(zone: int, state: str) -> None:
    here, there = role("here", zone=3, **SCHOOL), role("there", zone=zone, **SCHOOL)
    found = judge_move(start(here), there, USUAL, None)
    assert found.preparation.state == state


@pytest.mark.parametrize(("growth", "state"), [(-0.1, "fail"), (0.0, "pass"), (3.0, "pass")])
def test_jobs_may_not_shrink(growth: float, state: str) -> None:
    there = role("there", growth=growth)
    assert judge_move(start(role("here")), there, USUAL, None).outlook.state == state


def test_what_is_not_known_is_no_pass() -> None:
    found = judge_move(start(role("here")), role("there"), {}, None)
    assert {one.state for one in found.verdicts.values()} == {"unknown"}
    assert not found.passes


def test_pay_of_different_kinds_is_not_compared() -> None:
    here, there = role("here", pay={"mid": 50_000}), role("there", pay={"survey": 90_000})
    assert judge_move(start(here), there, USUAL, None).pay.state == "unknown"
    both = here._replace(pay={"mid": 50_000, "survey": 60_000})
    found = judge_move(start(both), there, USUAL, None)
    assert (found.pay.number, found.basis) == (1.5, "survey")


def test_roles_that_the_survey_counts_as_one_have_no_step_between_them() -> None:
    here = role("here", pay={"survey": 90_000}, counted="29-1171")
    there = role("there", pay={"survey": 90_000}, counted="29-1171")
    assert judge_move(start(here), there, USUAL, None).pay.state == "unknown"
    assert judge_move(start(here, own_pay=60_000), there, USUAL, None).pay.number == 1.5


@pytest.mark.parametrize(
    ("pay", "open_here", "open_there", "state"),
    [
        (120_000, False, True, "pass"),
        (80_000, False, True, "pass"),
        (70_000, False, True, "unknown"),
        (70_000, True, False, "fail"),
        (120_000, True, False, "unknown"),
        (120_000, True, True, "unknown"),
    ],
)
def test_of_pay_that_is_so_much_or_more_only_one_side_is_certain(
    pay: float, open_here: bool, open_there: bool, state: str
) -> None:
    open_ended = frozenset({"mid"})
    here, there = role("here", pay={"mid": 100_000}), role("there", pay={"mid": pay})
    begin = start(here._replace(at_least=open_ended) if open_here else here)
    end = there._replace(at_least=open_ended) if open_there else there
    assert judge_move(begin, end, USUAL, None).pay.state == state


def test_other_words_for_the_same_work_are_no_gap() -> None:
    here = role("a")._replace(
        asks={"guide": lambda: ROLES["A"], "onet": lambda: (SkillDemand(("2.A",), 3, 300),)}
    )
    there = role("b")._replace(
        asks={"guide": lambda: ROLES["F"], "onet": lambda: (SkillDemand(("2.A",), 2, 250),)}
    )
    found = judge_move(start(here), there, USUAL, None)
    assert (found.vocabulary, found.skills.number) == ("onet", 1.0)


def test_ones_own_pay_goes_before_the_roles() -> None:
    here, there = role("here", pay={"mid": 50_000}), role("there", pay={"mid": 60_000})
    assert judge_move(start(here, own_pay=80_000), there, USUAL, None).pay.number == 0.75


def test_a_person_who_has_not_rated_a_skill_may_have_it() -> None:
    there = role("there", asks=(SkillDemand(X, 1, 2), SkillDemand(Y, 1, 2)))
    unrated = judge_move(person(x=1), there, USUAL, None)
    assert (unrated.skills.state, unrated.skills.number, unrated.ceiling) == ("unknown", 0.25, 0.75)
    without = judge_move(person(x=1, y=0), there, USUAL, None)
    assert (without.skills.state, without.ceiling) == ("fail", 0.25)


def test_below_twenty_roles_there_is_no_threshold() -> None:
    few = within_families([("data", ROLES[name]) for name in "ABC"] * 6)
    assert (few.roles, few.threshold) == (18, None)
    enough = within_families([("data", ROLES[name]) for name in "ABC"] * 7)
    assert enough.roles == 21
    assert enough.threshold == pytest.approx(enough.mean - enough.deviation)


def test_the_calibration_is_of_pairs_within_families() -> None:
    found = within_families([("one", ROLES["A"]), ("one", ROLES["B"]), ("two", ROLES["C"])])
    assert (found.mean, found.deviation) == (0.75, 0.25)
    assert (found.roles, found.pairs) == (2, 2)


# -- properties --------------------------------------------------------------------------------

SKILLS = "abcdef"
asks = st.lists(
    st.builds(
        SkillDemand,
        st.lists(st.sampled_from(SKILLS), min_size=1, max_size=2, unique=True).map(tuple),
        st.integers(1, 3),
        st.integers(1, 4),
    ),
    max_size=6,
).map(tuple)
holdings = st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 4))
amounts = st.one_of(st.none(), st.integers(20_000, 200_000))


@st.composite
def standings(draw: st.DrawFn) -> MoveRole:
    name = draw(st.text("abcdefgh", min_size=1, max_size=4))
    pay = draw(amounts)
    return role(
        name,
        asks=draw(asks),
        zone=draw(st.one_of(st.none(), st.integers(1, 5))),
        growth=draw(st.one_of(st.none(), st.floats(-20, 40))),
        pay={"mid": pay} if pay else {},
    )


@given(asks, holdings, st.booleans())
def test_coverage_is_a_share_and_knowing_less_never_raises_it(
    wanted: tuple[SkillDemand, ...], held: dict[str, int], known: bool
) -> None:
    found = coverage(wanted, held, known=known)
    assert 0 <= found.low <= found.high <= 1 + 1e-9
    if known:
        assert found.low == found.high
    assert coverage(wanted, skills_of(wanted), known=True).low == pytest.approx(float(bool(wanted)))


@given(asks, holdings)
def test_the_terms_of_a_coverage_add_up(
    wanted: tuple[SkillDemand, ...], held: dict[str, int]
) -> None:
    whole = sum(one.weight for one in wanted)
    terms = [one.weight * coverage([one], held, known=True).low for one in wanted]
    assert whole * coverage(wanted, held, known=True).low == pytest.approx(sum(terms))


@given(standings(), standings(), st.sampled_from(SKILLS), st.booleans(), st.integers(1, 4))
def test_one_skill_more_never_closes_a_move(
    here: MoveRole, there: MoveRole, skill: str, known: bool, level: int
) -> None:
    now = start(here, known=known)
    before, after = (
        judge_move(one, there, USUAL, None) for one in (now, with_skill(now, skill, "guide", level))
    )
    assert (after.skills.number or 0) >= (before.skills.number or 0)
    assert (after.ceiling or 0) >= (after.skills.number or 0)
    if before.skills.state == "pass":
        assert after.skills.state == "pass"
    if before.passes:
        assert after.passes
