"""Which title in a résumé is that of the present or last job, and whose years are its years."""

from pathlib import Path

import pytest

from tests.app.test_resume_doubts import read
from tests.app.test_resume_standing import FOOD_SUPERVISOR
from tests.support.running import Run


def told(run: Run, tmp_path: Path, text: str) -> tuple[object, object]:
    """The present role and the years in it that are proposed; None for what isn't."""
    facts = {one["key"]: one["value"] for one in read(run, tmp_path, text)["facts"]}
    return facts.get("current.role"), facts.get("current.years")


@pytest.mark.parametrize(
    ("text", "role", "years"),
    [
        (
            "I was a machinist at X 31 years. Mills, lathes, CMM, GD&T, saw\nbefore that farm work",
            "machinist",
            31,
        ),
        ("I was a welder at Ford 20 years.\nbefore that farm work", "welder", 20),
        ("Welder at Ford 20 years. Farm work before that", "welder", 20),
        ("I am a nurse at Mercy, 5 years", "registered-nurse", 5),
        (
            "I am a line cook at X, before that a cashier for 3 years. I have 5 years as a cook.",
            "cook",
            5,
        ),
        ("Farm work now\nI was a machinist 31 years", "farmworker", None),
        ("Retired. Previously: cook at a diner, 10 years", None, None),
    ],
)
def test_a_sentence_tells_the_job_and_an_earlier_one_is_not_it(
    run: Run, tmp_path: Path, text: str, role: str | None, years: int | None
) -> None:
    assert told(run, tmp_path, f"Jo Doe\n{text}\nSkills: QuickBooks") == (role, years)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("OTR driver -- Swift   2019-2026", "truck-driver"),
        ("Security officer Allied Universal 2019- 2026", "security-guard"),
        ("amazon order picker/packer FTW1 2 yrs", "stockers-and-order-fillers"),
        ("Kroger cashier 2010-2026", "cashier"),
        ("Receptionist / Front Desk, Dr. Lo DDS, 2010-2026", "receptionist"),
    ],
)
def test_a_title_stands_beside_an_employer_without_a_comma(
    run: Run, tmp_path: Path, line: str, role: str
) -> None:
    assert told(run, tmp_path, f"Jo Doe\n{line}\nSkills: QuickBooks")[0] == role


@pytest.mark.parametrize(
    "lines",
    [
        "Kitchen Lead / Line Cook - Mi Tierra Cafe\nMarch 2019 - Present",
        "Kitchen Lead / Line Cook - Mi Tierra Cafe, 2019 - Present",
    ],
)
def test_of_two_titles_with_a_slash_the_first_is_the_job(
    run: Run, tmp_path: Path, lines: str
) -> None:
    assert told(run, tmp_path, f"Jo Doe\n{lines}")[0] == FOOD_SUPERVISOR


def test_a_job_may_last_to_a_short_present(run: Run, tmp_path: Path) -> None:
    line = "Security officer Allied Universal 2019- pres. Before that: dental assistant 6 yrs"
    role, years = told(run, tmp_path, f"Jo Doe\n{line}")
    assert (role, isinstance(years, int) and years >= 7) == ("security-guard", True)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Shift manager, McDonald's 2020-2026", FOOD_SUPERVISOR),
        ("Shift manager McDonalds 2020-2026", FOOD_SUPERVISOR),
        ("Manager, Wendy's 2020-2026", "restaurant-manager"),
        ("Store manager, McDonald's 2020-2026", "restaurant-manager"),
        ("Assistant Manager, Walgreens, 2018-2026", "store-manager"),
        ("Team member, Target, 2018-2026", "retail-salesperson"),
        ("Office manager, Wells Fargo 2018-2026", "office-manager"),
    ],
)
def test_a_known_employer_says_what_a_general_title_is(
    run: Run, tmp_path: Path, line: str, role: str
) -> None:
    assert told(run, tmp_path, f"Jo Doe\n{line}\nSkills: QuickBooks")[0] == role


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "Certified nursing assistant, over 50 yrs\n\nEXPERIENCE\nCNA, Elm, 2020 - 2026",
            50,
        ),
        (
            "Certified Nursing Assistant with 2 yrs\n\nEXPERIENCE\nCNA, Elm, 2020 - 2026",
            6,
        ),
        ("50 years of office experience\n\nEXPERIENCE\nCNA, Elm, 2020 - 2026", 6),
        ("Cashier, 50 years\n\nEXPERIENCE\nCNA, Elm, 2020 - 2026", 6),
        ("CNA, Elm, 2022 - 2026\nNurse aide, Oak, 2020 - 2022", 6),
        ("Truck driver, Elm, 2022 - 2026\nBus driver, Oak, 2020 - 2022", 4),
    ],
)
def test_the_years_are_those_of_every_title_of_the_job(
    run: Run, tmp_path: Path, text: str, years: int
) -> None:
    assert told(run, tmp_path, f"Jo Doe\n{text}\nSkills: QuickBooks")[1] == years


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Structural Welder 1st Class   2018 - 2026", "welder"),
        ("Welder First Class, Bayou Marine, 2018 - 2026", "welder"),
        ("Bayou Marine\nJourneyman Welder, 2018 - 2026", "welder"),
        ("Class A Machinist, Bayou Marine, 2018 - 2026", "machinist"),
        ("Bayou Marine\nMachinist Level 3\n2018 - 2026", "machinist"),
        ("Bayou Marine\nWelder II\n2018 - 2026", "welder"),
        ("Lead Welder, Bayou Marine, 2018 - 2026", "welder"),
        ("Master Electrician, Bayou Marine, 2018 - 2026", "electrician"),
        ("Class A CDL Driver, Werner, 2018 - 2026", "truck-driver"),
        ("Engine Company 4, 2018 - 2026", None),
    ],
)
def test_a_rank_in_a_trade_is_not_what_the_job_is(
    run: Run, tmp_path: Path, line: str, role: str | None
) -> None:
    assert told(run, tmp_path, f"Jo Doe\n{line}\nSkills: QuickBooks")[0] == role


def test_a_title_that_is_not_known_is_told(run: Run, tmp_path: Path) -> None:
    text = "Jo Doe\nSkills: QuickBooks\nJunior Wizard, Hogwarts 2015-2026"
    assert read(run, tmp_path, text)["unknown"] == {"Junior Wizard, Hogwarts"}


def test_a_title_and_an_employer_are_no_skills_that_are_not_known(run: Run, tmp_path: Path) -> None:
    text = "Jo Doe\nOTR driver, Werner, 2012-2026   reefer, flatbed, chain wizardry"
    assert read(run, tmp_path, text)["unknown"] == {"chain wizardry"}


def test_an_employer_without_a_title_is_no_title(run: Run, tmp_path: Path) -> None:
    assert told(run, tmp_path, "Jo Doe\n3, McDonald's 2020-2026\nQuickBooks") == (None, None)


def test_title_employer_and_dates_may_have_a_line_each(run: Run, tmp_path: Path) -> None:
    text = "Jo Doe\n\nExperience\n\nManager\nChipotle Mexican Grill\n2019 - Present"
    assert told(run, tmp_path, text)[0] == "restaurant-manager"
