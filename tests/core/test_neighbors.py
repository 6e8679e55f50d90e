"""Which group a role near stands in, by rules that a coach could say."""

from typing import Any

import pytest

from careercli.core.entry import Kinship
from careercli.core.moves import MoveRole, SkillDemand, judge_move, start_from_role
from careercli.core.neighbors import Group, Link, Nearness, group_of, strength
from careercli.model.portrait import AskedId, AskedIds

ASKS: Any = {"onet": lambda: (SkillDemand(("x",), 1, 100),)}
LICENSE = AskedId("teaching-license", "usually", "license")


def role(code: str, pay: float | None = 50_000, **said: Any) -> MoveRole:
    said = {
        "zone": 3,
        "entry": "Bachelor's degree",
        "experience": "None",
        "asked": AskedIds((), True),
        **said,
    }
    paid = {} if pay is None else {"survey": pay}
    return MoveRole(f"soc:{code}", code, code, code, "exact", pay=paid, counted=code, asks=ASKS,
                    **said)  # fmt: skip


def group(
    here: MoveRole,
    there: MoveRole,
    *links: Link,
    likeness: int = 500,
    strong: float = 3.0,
    tier: int = 0,
    counts: bool = True,
) -> Group | None:
    move = judge_move(start_from_role(here, "mid"), there, {}, likeness, Kinship(bool(links)))
    return group_of(here, move, Nearness(links, tier, strong, counts))


HERE = role("25-2031.00")


@pytest.mark.parametrize(
    ("pay", "found"),
    [(55_001, "more"), (55_000, "same"), (45_000, "same"), (44_999, "less"), (None, "unpaid")],
)
def test_pay_groups_with_a_tenth_to_either_side(pay: float | None, found: str) -> None:
    assert group(HERE, role("13-1111.00", pay, zone=4), "related") == found


def test_for_the_same_pay_a_move_has_to_lead_on() -> None:
    assert group(HERE, role("13-1111.00"), "related") is None
    assert group(HERE, role("13-1111.00", zone=4), "related") == "same"
    shrinking = HERE._replace(growth=-2.0)
    assert group(shrinking, role("13-1111.00", growth=5.0), "related") == "same"
    assert group(HERE, role("13-1111.00", zone=4), strong=2.0) is None


def test_long_study_is_never_an_easy_step() -> None:
    school = HERE._replace(entry="High school diploma or equivalent")
    assert group(school, role("17-2071.00", 90_000), "related") == "school"
    assert group(school, role("17-2071.00", 90_000)) is None
    assert group(school, role("25-9031.00", 90_000, entry="Master's degree"), "related") is None
    master = role("25-9031.00", 60_000, entry="Master's degree")
    assert group(HERE, master, "related") == "school"
    assert group(HERE, master) is None
    doctor = role("29-1215.00", 200_000, entry="Doctoral or professional degree")
    assert group(HERE, doctor, "related") is None


def test_years_in_other_work_are_out_of_reach() -> None:
    chief = role("11-1011.00", 200_000, experience="5 years or more")
    assert group(HERE, chief, "similar", counts=False) is None
    assert group(HERE, chief, "related", likeness=200, tier=2, counts=False) is None
    assert group(HERE, chief, "related", likeness=400, tier=2, counts=False) == "more"
    assert group(HERE, chief, "related", likeness=200, tier=1, counts=False) == "more"
    assert group(HERE, chief, "similar") == "more"


def test_a_supervisor_has_done_the_work() -> None:
    supervisor = role("49-1011.00", 200_000, experience="Less than 5 years")
    assert group(HERE, supervisor, "related", tier=2, counts=False) is None
    assert group(HERE, supervisor, "ladder", counts=False) == "more"


def test_what_nothing_relates_has_to_be_alike() -> None:
    assert group(HERE, role("27-3031.00", 80_000), likeness=299) is None
    assert group(HERE, role("27-3031.00", 80_000), likeness=300) == "more"
    assert group(HERE, role("27-3031.00", 80_000), "related", likeness=299, tier=3) is None
    assert group(HERE, role("25-2021.01", 80_000), likeness=500) is None
    assert group(HERE, role("25-2021.00", 80_000), likeness=100) == "more"


def test_jobs_that_go_are_not_offered() -> None:
    assert group(HERE, role("43-2011.00", 60_000, growth=-20.0), "related") is None
    assert group(HERE, role("43-2011.00", 60_000, growth=-19.9), "related") == "more"


def test_the_same_work_elsewhere_is_told_apart() -> None:
    assert group(HERE, role("25-2022.00"), "related", likeness=690) == "twin"
    assert group(HERE, role("25-2022.00"), "license", likeness=100) == "twin"
    assert group(HERE, role("25-2022.00", 60_000), "related", likeness=690) == "more"
    assert group(HERE, HERE._replace(key="soc:25-2031.01"), "related") == "twin"


def test_an_apprenticeship_stands_apart() -> None:
    here = HERE._replace(entry="High school diploma or equivalent")
    there = role("47-2111.00", 70_000, entry=here.entry, training="Apprenticeship")
    assert group(here, there, "similar") == "apprenticeship"


def test_size_and_likeness_weigh_the_same() -> None:
    def sized(likeness: float, jobs: float) -> float:
        return strength(likeness, (), 0, jobs)

    assert sized(3.0, 100_000) > sized(3.0, 10_000)
    assert sized(3.0, 100_000) > sized(2.0, 100_000)
    assert strength(3.0, ("related",), 1, None) > strength(3.0, ("related",), 3, None)
