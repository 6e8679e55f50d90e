"""Ways: credentials before detours, and stones that a person would step on."""

from typing import Any

from careercli.core.entry import Kinship
from careercli.core.moves import MoveRole, judge_move, start_from_role
from careercli.core.paths import Stone, needs_stone, paid_ways, stones
from careercli.model.portrait import AskedId, AskedIds

SCHOOL = "High school diploma or equivalent"


def role(key: str, pay: float = 50_000, **said: Any) -> MoveRole:
    said = {"zone": 3, "entry": SCHOOL, "experience": "None", "asked": AskedIds((), True), **said}
    return MoveRole(key, key, key, pay={"survey": pay}, counted=key, **said)


HERE = role("police", 76_000)
GOAL = role("analyst", 129_000, entry="Bachelor's degree", experience="Less than 5 years")


def stone(to: MoveRole, *, to_goal: int = 300, gives: bool = True) -> Stone:
    first = judge_move(start_from_role(HERE, "mid"), to, {}, 100)
    last = judge_move(start_from_role(to, "mid"), GOAL, {}, to_goal, Kinship(experience=True))
    return Stone(first, last, to_goal, 100, gives=gives)


def names(*candidates: Stone) -> list[str]:
    direct = judge_move(start_from_role(HERE, "mid"), GOAL, {}, 50)
    return [one.first.to.key for one in stones(direct, candidates, 50)]


def test_a_license_and_a_degree_need_no_detour() -> None:
    nurse = role("nurse", entry="Bachelor's degree", zone=5,
                 asked=AskedIds((AskedId("rn-license", "always", "license"),), True))  # fmt: skip
    direct = judge_move(start_from_role(HERE, "mid"), nurse, {}, None)
    assert not needs_stone(direct, related=False)


def test_experience_in_other_work_needs_one() -> None:
    direct = judge_move(start_from_role(HERE, "mid"), GOAL, {}, None)
    assert needs_stone(direct, related=False)
    assert not needs_stone(direct, related=True)


def test_a_stone_is_nearer_and_costs_at_most_a_quarter() -> None:
    assert names(stone(role("support", 60_000))) == ["support"]
    assert names(stone(role("support", 56_999))) == []
    assert names(stone(role("support", 60_000), to_goal=50)) == []


def test_nobody_steps_down_to_the_goal() -> None:
    assert names(stone(role("boss", 141_899))) == ["boss"]
    assert names(stone(role("boss", 141_901))) == []


def test_a_stone_asks_for_no_more_than_the_goal() -> None:
    assert names(stone(role("researcher", 90_000, entry="Master's degree"))) == []
    assert names(stone(role("manager", 90_000, experience="5 years or more"))) == []


def test_a_stone_with_less_school_goes_before_one_with_the_goals() -> None:
    study = stone(role("administrator", 90_000, entry="Bachelor's degree"))
    assert names(study, stone(role("support", 60_000))) == ["support"]
    assert names(study) == ["administrator"]


def test_only_work_that_gives_the_experience_lies_between() -> None:
    assert names(stone(role("clerk", 60_000), gives=False)) == []


def test_work_beside_a_long_study_has_to_count_toward_the_goal() -> None:
    nurse = role("nurse", 98_000, entry="Bachelor's degree")
    direct = judge_move(start_from_role(HERE, "mid"), nurse, {}, None)
    practical = stone(role("practical nurse", 70_000), gives=True)._replace(credited=True)
    assert paid_ways(direct, [stone(role("pharmacy aide", 70_000)), practical]) == [practical]
