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
    best_skills,
    coverage,
    judge_move,
    skills_of,
    start_from_role,
    unlocked_moves,
    with_skill,
    within_families,
)
from careercli.core.paths import nearest_route
from careercli.model.move_inputs import Calibration

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
    return MoveRole(key, key, key, asks={"guide": asks} if asks else {}, counted=counted, **said)


def start(here: MoveRole, *, known: bool = True, own_pay: float | None = None) -> Start:
    begin = start_from_role(here, "mid")._replace(own_pay=own_pay)
    return begin if known else begin._replace(known=frozenset())


def person(**held: int) -> Start:
    return Start(None, {"guide": held}, frozenset(), "mid", own=True)


# -- boundaries --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pay", "state", "same_family", "kind"),
    [
        (74_999, "fail", True, ""),
        (75_000, "pass", True, "similar"),
        (75_000, "pass", False, "lateral transition"),
        (109_999, "pass", True, "similar"),
        (110_000, "pass", True, "advancement"),
        (110_000, "pass", False, "lateral advancement"),
    ],
)
def test_pay_is_kept_from_three_quarters_and_steps_up_from_eleven_tenths(
    pay: float, state: str, same_family: bool, kind: str
) -> None:
    here = role("here", family="data", pay={"mid": 100_000})
    there = role("there", family="data" if same_family else "design", pay={"mid": pay})
    found = judge_move(start(here), there, USUAL, None)
    assert (found.pay.state, found.kind) == (state, kind)


@pytest.mark.parametrize(
    ("here", "there", "state"),
    [
        ("Bachelor's degree", "Doctoral or professional degree", "unknown"),
        ("No formal educational credential", "Postsecondary nondegree award", "unknown"),
        ("Bachelor's degree", "Bachelor's degree", "pass"),
        ("Master's degree", "Associate's degree", "pass"),
        ("No formal educational credential", "High school diploma or equivalent", "pass"),
        ("", "Doctoral or professional degree", "unknown"),
        ("Bachelor's degree", "", "unknown"),
        ("", "", "unknown"),
    ],
)
def test_a_credential_that_one_may_not_have_is_no_pass(here: str, there: str, state: str) -> None:
    to = role("there", zone=4, entry=there)
    found = judge_move(start(role("here", zone=4, entry=here)), to, USUAL, None)
    assert found.preparation.state == state
    assert found.credential == (there if state == "unknown" and here and there else "")
    far = judge_move(start(role("here", zone=2, entry=here)), to, USUAL, None)
    assert far.preparation.state == "fail"


@pytest.mark.parametrize(("zone", "state"), [(1, "fail"), (2, "pass"), (4, "pass"), (5, "fail")])
def test_job_zones_may_be_one_apart(zone: int, state: str) -> None:
    school = "High school diploma or equivalent"
    here, there = role("here", zone=3, entry=school), role("there", zone=zone, entry=school)
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
    assert found.kind == ""


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
    ("pay", "open_here", "open_there", "state", "kind"),
    [
        (120_000, False, True, "pass", "advancement"),
        (80_000, False, True, "pass", ""),  # at least the same, perhaps a step up
        (70_000, False, True, "unknown", ""),
        (70_000, True, False, "fail", ""),
        (120_000, True, False, "unknown", ""),
        (120_000, True, True, "unknown", ""),
    ],
)
def test_of_pay_that_is_so_much_or_more_only_one_side_is_certain(
    pay: float, open_here: bool, open_there: bool, state: str, kind: str
) -> None:
    open_ended = frozenset({"mid"})
    here = role("here", family="one", pay={"mid": 100_000})
    there = role("there", family="one", pay={"mid": pay})
    begin = start(here._replace(at_least=open_ended) if open_here else here)
    end = there._replace(at_least=open_ended) if open_there else there
    found = judge_move(begin, end, USUAL, None)
    assert (found.pay.state, found.kind) == (state, kind)


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
        family=draw(st.sampled_from(["one", "two"])),
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


@given(st.lists(standings(), max_size=8), standings())
def test_the_best_skills_open_what_each_one_opens(found: list[MoveRole], here: MoveRole) -> None:
    now = start(here)
    moves = [judge_move(now, one, USUAL, None) for one in found]
    for best in best_skills(now, moves, USUAL):
        again = unlocked_moves(now, best.skill, best.vocabulary, moves, USUAL)
        assert again == best
        assert all(one.passes for one in best.moves)
        assert all(
            any(one.to is before.to and not before.passes for before in moves) for one in best.moves
        )


# -- paths -------------------------------------------------------------------------------------


def ladder(*asked: str) -> list[MoveRole]:
    """Roles that each ask for one skill of the one before and one of their own."""
    same = {"pay": {"mid": 50_000}, "zone": 3, "entry": "High school diploma or equivalent"}
    return [
        role(f"r{at}", asks=tuple(SkillDemand((one,), 1, 2) for one in skills), **same)
        for at, skills in enumerate(asked)
    ]


def found_way(roles: list[MoveRole]) -> list[str] | None:
    here, goal, *between = roles[0], roles[-1], *roles[1:-1]
    way = nearest_route(
        start(here), goal, between, lambda one, to: judge_move(one, to, USUAL, None)
    )
    return [step.move.to.key for step in way.steps] if way else None


def test_a_way_takes_the_fewest_stepping_stones() -> None:
    assert found_way(ladder("ab", "ab")) == ["r1"]
    assert found_way(ladder("ab", "bc", "cd")) == ["r1", "r2"]
    assert found_way(ladder("ab", "bc", "cd", "de")) == ["r1", "r2", "r3"]
    assert found_way(ladder("ab", "bc", "cd", "de", "ef")) is None


def test_what_was_learnt_on_one_step_counts_on_the_next() -> None:
    assert found_way(ladder("ab", "bc", "acde")) == ["r1", "r2"]
    assert found_way([*ladder("bc", "bc"), *ladder("x", "x", "acde")[2:]]) is None


def test_where_no_way_passes_all_the_failing_test_is_named() -> None:
    here, there = ladder("ab", "ab")
    way = nearest_route(
        start(here), there._replace(pay={"mid": 20_000}), [],
        lambda one, to: judge_move(one, to, USUAL, None),
    )  # fmt: skip
    assert way
    assert way.without == "pay"


def test_no_work_on_the_way_stands_in_for_a_credential() -> None:
    here, *between, there = ladder("ab", "ab", "ab")
    school, degree = "High school diploma or equivalent", "Bachelor's degree"
    way = nearest_route(
        start(here._replace(entry=school)),
        there._replace(entry=degree),
        [one._replace(entry=school) for one in between],
        lambda one, to: judge_move(one, to, USUAL, None),
    )
    assert way
    assert way.without == "credential"
    assert [step.move.credential for step in way.steps] == [degree]
