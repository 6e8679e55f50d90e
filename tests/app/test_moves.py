"""Moves and paths: four verdicts that stand for themselves, by published rules."""

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.core.moves import (
    MOVE_TYPES,
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
from careercli.output.screens.wording import format_past_threshold
from tests.support import official
from tests.support.running import Run, See

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
    here = role("here", pay={"survey": 90_000}, counted="29-1141")
    there = role("there", pay={"survey": 90_000}, counted="29-1141")
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


# -- on the screen -----------------------------------------------------------------------------


def answer(run: Run, *arguments: str) -> Any:
    result = run(*arguments, "--format", "json")
    assert result.code == 0, result.err
    return json.loads(result.out)


def test_moves_need_no_import_and_name_their_thresholds(run: Run) -> None:
    found = answer(run, "moves", "product-coordinator")
    usual = found["calibrations"]["guide"]
    assert usual["threshold"] == pytest.approx(usual["mean"] - usual["deviation"])
    assert usual["roles"] >= 20
    for one in found["moves"]:
        thresholds = {name: verdict["threshold"] for name, verdict in one["verdicts"].items()}
        assert thresholds == {
            "skills": usual["threshold"],
            "preparation": 1,
            "pay": 0.75,
            "outlook": 0.0,
        }
        assert one["verdicts"]["preparation"]["state"] != "pass"  # its own education is not known
        assert one["kind"] is None or one["kind"] in MOVE_TYPES
    alike = [one["likeness"] for one in found["moves"]]
    assert alike == sorted(alike, reverse=True)


def test_a_move_is_not_its_way_back(run: Run) -> None:
    def skills(here: str, there: str) -> float:
        found = answer(run, "moves", here, "--limit", "99")["moves"]
        (one,) = (one for one in found if one["to"]["slug"] == there)
        return float(one["verdicts"]["skills"]["number"])

    assert skills("scrum-master", "qa-engineer") != skills("qa-engineer", "scrum-master")


def test_moves_are_narrowed(run: Run) -> None:
    everything = answer(run, "moves", "financial-analyst", "--limit", "99")
    passing = answer(run, "moves", "financial-analyst", "--limit", "99", "--passing")
    assert [one["to"] for one in passing["moves"]] == [
        one["to"] for one in everything["moves"] if one["passes"]
    ]
    some = answer(run, "moves", "product-coordinator", "--kind", "advancement")
    assert {one["kind"] for one in some["moves"]} == {"advancement"}


def test_why_names_what_is_missing_and_where_rules_come_from(run: Run) -> None:
    out = run("moves", "product-coordinator", "--limit", "1", "--why").out
    assert "to learn or raise" in out
    assert "Mapping Career Causeways" in out
    assert "standard deviations" in out


def test_without_a_role_or_a_skill_there_is_no_start(run: Run) -> None:
    result = run("moves")
    assert result.code == 2
    assert "profile current ROLE" in result.err


def test_own_skills_stand_on_top_of_the_present_role(run: Run) -> None:
    run("profile", "current", "product-coordinator", "--level", "mid")
    before = answer(run, "moves", "--limit", "99")
    run("profile", "set", "sql=4", "python=4", "statistics=4", "tableau=4", "excel=4")
    after = answer(run, "moves", "--limit", "99")

    def to_analyst(found: Any) -> float:
        (one,) = (one for one in found["moves"] if one["to"]["slug"] == "data-analyst")
        return float(one["verdicts"]["skills"]["number"])

    assert to_analyst(after) > to_analyst(before)
    assert after["own_skills"]


def test_skills_alone_are_a_start_without_a_likeness(run: Run) -> None:
    run("profile", "set", "sql=3", "excel=3", "python=2")
    found = answer(run, "moves")
    assert found["from"] is None
    assert {one["likeness"] for one in found["moves"]} == {None}
    assert {one["verdicts"]["pay"]["state"] for one in found["moves"]} == {"unknown"}


def test_one_skill_more_opens_what_the_best_skills_promise(run: Run) -> None:
    best = answer(run, "moves", "technical-writer", "--best-skill")["skills"][0]
    with_it = answer(run, "moves", "technical-writer", "--with", best["label"])
    assert best["opens"]
    assert [one["to"]["slug"] for one in with_it["opens"]] == best["opens"]
    assert all(one["passes"] for one in with_it["opens"])
    assert with_it["mean_gain"] == pytest.approx(best["mean_gain"])


def test_with_one_skill_more_a_number_is_no_more_than_its_ceiling(run: Run) -> None:
    found = answer(run, "moves", "technical-writer", "--with", "excel")
    assert found["opens"]
    for one in found["opens"]:
        assert one["skills_ceiling"] >= one["verdicts"]["skills"]["number"]


def test_a_present_role_that_is_not_here_is_told(run: Run) -> None:
    run("profile", "current", "barista")
    assert "barista, is no role here" in run("moves").err
    run("profile", "set", "sql=3")
    result = run("moves")
    assert result.code == 0
    assert "barista, is no role here" in result.err


def test_the_reasons_need_no_present_role(run: Run, draw: See) -> None:
    run("profile", "set", "sql=3")
    screen = draw("moves", "--why", "--no-pager")
    assert screen.code == 0
    assert "Moves from your skills" in screen.text


@given(st.floats(0, 2), st.sampled_from([(0.75, 1.10), (0.1858,), (1.0, 0.7895)]))
def test_no_number_looks_on_the_wrong_side_of_a_threshold(
    number: float, thresholds: tuple[float, ...]
) -> None:
    shown = float(format_past_threshold(number, thresholds, 2))
    assert abs(shown - number) <= 0.005
    for one in thresholds:
        if abs(number - one) > 1e-5:
            assert (shown >= one) == (number >= one)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--with", "no such skill"],
        ["--with", "sql=none"],
        ["--with", "sql", "--why"],
        ["--best-skill", "--passing"],
        ["--with", "sql=9"],
        ["--with", "sql", "--best-skill"],
        ["--kind", "sideways"],
        ["--limit", "0"],
    ],
    ids=" ".join,
)
def test_a_question_that_is_not_understood_says_so(run: Run, arguments: list[str]) -> None:
    result = run("moves", "product-coordinator", *arguments)
    assert result.code == 2
    assert result.err.startswith("careercli: ")


def test_moves_fit_a_small_screen(draw: See) -> None:
    for width in (40, 80):
        screen = draw("moves", "product-coordinator", "--no-pager", width=width)
        assert max(map(len, screen.lines)) <= width
        assert "Product Owner" in screen.text


def test_a_path_says_what_to_learn_what_it_pays_and_why_not_directly(run: Run) -> None:
    found = answer(run, "path", "technical-writer", "data-scientist")
    assert not found["directly"]
    assert found["direct"]["skills"]["state"] == "fail"
    assert 2 <= len(found["steps"]) <= 3
    for step in found["steps"]:
        assert {step["verdicts"][name]["state"] for name in ("skills", "preparation", "pay")} == {
            "pass"
        }
        assert step["learn"]
    out = run("path", "technical-writer", "data-scientist").out
    assert "Why not directly" in out
    assert "To learn or raise" in out


def test_a_path_to_where_one_is_is_refused(run: Run) -> None:
    assert run("path", "data-analyst", "data analyst").code == 2


# -- with imported occupations -----------------------------------------------------------------


@pytest.fixture
def imported(run: Run, tmp_path: Any) -> None:
    source = official.onet_zip(tmp_path / "db_30_3_text.zip", official.onet_30_3())
    assert run("import", "onet", str(source)).code == 0
    assert run("import", "oews", str(official.wages_2024(tmp_path / "oews.xlsx"))).code == 0


def verdicts(found: Any) -> dict[str, Any]:
    return {one["to"]["key"]: one["verdicts"] for one in found["moves"]}


ORDERS = [
    order
    for count in range(1, 4)
    for order in permutations(("onet", "oews", "projections"), count)
    if "onet" in order  # nothing else has the nurse of these files by her code
]


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_a_guide_has_its_occupations_verdicts_whatever_was_imported(
    run: Run, tmp_path: Path, order: tuple[str, ...]
) -> None:
    files = {
        "onet": official.onet_zip(tmp_path / "db_30_3_text.zip", official.onet_30_3()),
        "oews": official.wages_2024(tmp_path / "oews.xlsx"),
        "projections": official.projections_2024(tmp_path / "projections.xlsx"),
    }
    for name in order:
        assert run("import", name, str(files[name])).code == 0
    guide, occupation = "registered-nurse", "29-1141"
    everything = ("--all", "--limit", "99")
    from_guide = verdicts(answer(run, "moves", guide, *everything))
    assert verdicts(answer(run, "moves", occupation, *everything)) == from_guide
    for start in ("electrician", "accountant", "15-1252"):
        to = verdicts(answer(run, "moves", start, *everything))
        assert to["guide:registered-nurse"] == to["soc:29-1141.00"]


@pytest.mark.usefixtures("imported")
def test_from_an_occupation_moves_are_to_occupations(run: Run) -> None:
    found = answer(run, "moves", "29-1141")
    assert found["moves"]
    assert all(one["to"]["key"].startswith("soc:") for one in found["moves"])
    everything = answer(run, "moves", "29-1141", "--all", "--limit", "99")
    assert "registered-nurse" not in [one["to"]["slug"] for one in everything["moves"]]
    from_guide = answer(run, "moves", "registered-nurse", "--all", "--limit", "99")
    assert verdicts(everything) == verdicts(from_guide)


@pytest.mark.usefixtures("imported")
def test_a_skill_of_onets_is_added_at_a_level_of_its_own_scale(run: Run) -> None:
    def gain(skill: str) -> float:
        return float(answer(run, "moves", "29-1141", "--with", skill)["mean_gain"])

    assert 0 < gain("Programming=1") < gain("programming=4") < gain("2.B.3.e")
    assert run("moves", "29-1141", "--with", "Programming=8").code == 2


@pytest.mark.usefixtures("imported")
def test_an_occupation_and_its_exact_guide_are_one_place(run: Run) -> None:
    for ends in (("29-1141", "registered-nurse"), ("registered-nurse", "29-1141")):
        result = run("path", *ends)
        assert result.code == 2
        assert "the same role" in result.err


@pytest.mark.usefixtures("imported")
def test_where_nothing_is_shared_a_path_cannot_be_told(run: Run) -> None:
    found = answer(run, "path", "product-coordinator", "13-1082")
    assert found["steps"] is None
    assert found["direct"]["skills"]["state"] == "unknown"
    out = run("path", "product-coordinator", "13-1082").out
    assert "not known" in out
    assert "no way" not in out


@pytest.mark.usefixtures("imported")
def test_what_is_onets_has_its_attribution(run: Run) -> None:
    for question in (
        ["moves", "29-1141"],
        ["moves", "29-1141", "--best-skill"],
        ["path", "29-1141", "15-1252"],
        ["compare", "29-1141", "electrician"],
    ):
        assert "CC BY 4.0" in run(*question).out


@pytest.mark.usefixtures("imported")
def test_own_levels_stand_on_top_of_an_occupation(run: Run) -> None:
    run("profile", "current", "29-1141")
    before = answer(run, "moves", "--limit", "99")["moves"]
    run("profile", "set", "2.B.3.e=7")  # programming, of which nurses need none
    after = answer(run, "moves", "--limit", "99")["moves"]

    def to_developer(found: list[Any]) -> float:
        (one,) = (one for one in found if one["to"]["key"] == "soc:15-1252.00")
        return float(one["verdicts"]["skills"]["number"])

    assert to_developer(after) > to_developer(before)


@pytest.mark.usefixtures("imported")
def test_a_later_import_keeps_the_likeness(run: Run, tmp_path: Any) -> None:
    before = [one["likeness"] for one in answer(run, "moves", "15-1252")["moves"]]
    assert any(before)
    path = official.projections_2024(tmp_path / "projections.xlsx")
    assert run("import", "projections", str(path)).code == 0
    after = [one["likeness"] for one in answer(run, "moves", "15-1252")["moves"]]
    assert before == after
