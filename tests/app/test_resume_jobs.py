"""Whose job a résumé tells of: title, employer and dates in lines of their own, schools, wishes."""

from pathlib import Path

import pytest

from tests.app.test_resume_doubts import read
from tests.app.test_resume_titles import told
from tests.support.running import Run

NEXT = "expected 2099"


@pytest.mark.parametrize(
    "lines",
    [
        "Acme Fabricators\nWelder\n2018 - present",
        "Acme Fabricators\nWelder\nToledo, OH\nMarch 2018 - Present",
        "Welder\nAcme Fabricators\nToledo, OH\n2018 - present",
        "Acme Fabricators, 2018 - present\nWelder",
        "2018 - present\nAcme Fabricators\nWelder",
        "Welder   Jan 2018 - Present\nAcme Fabricators, Toledo, OH",
        "Acme Fabricators (family business)   Welder   2018-present",
    ],
)
def test_title_employer_and_dates_stand_in_any_order(run: Run, tmp_path: Path, lines: str) -> None:
    role, years = told(run, tmp_path, f"Jo Doe\n\nExperience\n\n{lines}\n- MIG, QuickBooks")
    assert (role, isinstance(years, int) and years >= 8) == ("welder", True)


@pytest.mark.parametrize(
    "lines",
    [
        "DHL Supply Chain\nPicker\n2020 - present",
        "DHL Supply Chain, Groveport OH\nPicker   03/2020 - present",
        "Picker   Jan 2020 - Present\nDHL Supply Chain, Groveport, OH",
        "DHL Supply Chain\nPicker",
        "Picker at DHL Supply Chain",
        "Drove for DHL Supply Chain, 3 years",
        "Salesforce Tower - security officer 2016-2025",
        "Salesforce\nReceptionist\n2016-2025",
        "Amazon Web Services data center, security guard, 2021-present",
        "Bell Plumbing Inc   Office Manager    2009-present",
        "FedEx Ground\nPackage Handler 2017-2025",
    ],
)
def test_the_name_of_an_employer_is_no_skill(run: Run, tmp_path: Path, lines: str) -> None:
    data = read(run, tmp_path, f"Jo Doe\n\nWork history\n\n{lines}\n\nSkills: QuickBooks, payroll")
    claimed = {one["skill"] for one in data["proposals"]}
    assert not claimed & {"supply-chain-management", "salesforce", "aws", "plumbing"}
    assert {"quickbooks", "payroll"} <= claimed
    assert not [one for one in data["proposals"] if one["written"] in ("FedEx", "Supply Chain")]


def test_an_employer_without_dates_and_heading_is_no_skill(run: Run, tmp_path: Path) -> None:
    text = "Jo Doe\n\nDHL Supply Chain\nPicker\n\nEpic / receptionist / 2015-2019\nQuickBooks"
    claimed = {one["skill"] for one in read(run, tmp_path, text)["proposals"]}
    assert not claimed & {"supply-chain-management", "epic"}


@pytest.mark.parametrize(
    ("lines", "skills"),
    [
        ("\nAccounting clerk\nQuickBooks and Excel\nPayroll processing", {"quickbooks", "excel"}),
        ("Cook, 2015-2020\nFood safety and inventory", {"food-safety"}),
        ("Warehouse Worker 2015-2020\nForklift driving daily", {"forklift-operation"}),
    ],
)
def test_what_was_done_below_a_title_is_no_employer(
    run: Run, tmp_path: Path, lines: str, skills: set[str]
) -> None:
    text = f"Jane Doe\n\nEXPERIENCE\n{lines}"
    claimed = {one["skill"] for one in read(run, tmp_path, text)["proposals"]}
    assert skills <= claimed


def test_a_school_may_be_called_as_a_title_ends(run: Run, tmp_path: Path) -> None:
    text = "Jane Doe\nCashier, Target, 2021-2023\nExcel\nB.S. Biology, Ivy Tech, 2020-2025"
    facts = {one["key"]: one["value"] for one in read(run, tmp_path, text)["facts"]}
    assert (facts["current.role"], facts["education"]) == ("cashier", "bachelor")


def test_an_employer_may_be_called_as_a_title_ends(run: Run, tmp_path: Path) -> None:
    text = "Jane Doe\nEXPERIENCE\nSalesforce & Associates\nReceptionist\n2018-now\nExcel"
    claimed = {one["skill"] for one in read(run, tmp_path, text)["proposals"]}
    assert "salesforce" not in claimed


def test_what_was_done_at_an_employer_is_a_skill(run: Run, tmp_path: Path) -> None:
    text = "Jo Doe\nBarber, 2012-2025\nExcel\n\nWelder, Acme, QuickBooks, 2010-2012"
    claimed = {one["skill"] for one in read(run, tmp_path, text)["proposals"]}
    assert {"excel", "quickbooks"} <= claimed


@pytest.mark.parametrize(
    "lines",
    [
        f"Junior, Lincoln High School, {NEXT}; clubs, babysitting",
        f"EDUCATION\nLincoln High School, Columbus, OH\nJunior, {NEXT}\nGPA 3.4",
        "Lincoln High School, Columbus, OH\nClass of 2099\nGPA 3.4",
        "Lincoln High School 2023-2099",
        "Lincoln High School\n2023 - present\nStudent\nBabysitting",
        f"High School Diploma {NEXT}, Roosevelt HS\n10th grade",
        "Senior at Kennedy High School, Class of 2099",
        "I am a high school senior.\nLincoln High School, Columbus",
        "Student, University of Michigan (class of 2099)\nMajor: Nursing (BSN)",
        "Nursing student, Miami Dade College\nB.S. Nursing",
    ],
)
def test_who_is_still_at_school_has_no_diploma_and_no_job_there(
    run: Run, tmp_path: Path, lines: str
) -> None:
    facts = read(run, tmp_path, f"Madison Reyes\n{lines}\nSkills: QuickBooks")["facts"]
    assert facts == []


def test_a_student_has_the_job_beside_school(run: Run, tmp_path: Path) -> None:
    text = f"Ana Lee\nSenior at Kennedy High School, {NEXT}\nBarista, Starbucks, 2025 - present"
    assert told(run, tmp_path, text)[0] == "baristas"
    text = "Ana Lee\nLincoln High School, 2014\nCashier, Kroger, 2015 - present"
    facts = {one["key"]: one["value"] for one in read(run, tmp_path, text)["facts"]}
    assert (facts["education"], facts["current.role"]) == ("high-school", "cashier")


def test_a_school_where_somebody_works_is_no_diploma(run: Run, tmp_path: Path) -> None:
    text = "Ana Lee\nExperience\nLincoln High School\nCustodian\n2015 - present"
    assert [one["key"] for one in read(run, tmp_path, text)["facts"]] == [
        "current.role",
        "current.years",
    ]


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        ("Phlebotomist - interested in training", None),
        ("Phlebotomist (desired position)", None),
        ("Pharmacy technician wanted", None),
        ("Seeking a position as a pharmacy technician", None),
        ("Retired Navy - looking for work as a security guard", None),
        ("Objective: electrician", None),
        ("Career Objective\nElectrician", None),
        ("Aspiring electrician", None),
        ("Future registered nurse", None),
        ("Target position: electrician", None),
        ("Open to work as an electrician", None),
        ("Cashier seeking a position as a pharmacy technician", "cashier"),
        ("Cashier, interested in accounting", "cashier"),
        ("Looking for work as a dental assistant\nExperience\nServer at Applebee's", "server"),
    ],
)
def test_what_somebody_wishes_to_be_is_not_the_present_role(
    run: Run, tmp_path: Path, lines: str, role: str | None
) -> None:
    assert told(run, tmp_path, f"Nia Ford\n{lines}\nSkills: QuickBooks")[0] == role


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        (
            "Name: Brittany Cole\nCurrent job: Dental assistant at Aspen since 2021",
            "dental-assistant",
        ),
        ("Job title: Welder", "welder"),
        ("3rd year apprentice electrician, IBEW Local 3", "electrician"),
        ("Work\nChick-fil-A Team Member\n2025 - present\nBabysitter\n2024 - present", "fast-food"),
        ("Machinist\nErie, PA\n30 yrs. GE Transportation 1996-2025. lathes", "machinist"),
        ("Executive Assistant to SVP of Technology  02/2014 - 08/2025\nChase", "executive-ass"),
        ("School bus driver\nFirst Student Inc\nBus Driver\n2018 - present", "bus-drivers-school"),
        ("Boeing: Aircraft assembler 2015-2019, aircraft mechanic 2020-present", "aircraft-mech"),
        ("Contemporary Resort - Room attendant - 2019 to 2026", "maids-and-house"),
    ],
)
def test_a_title_behind_a_label_an_employer_or_a_year(
    run: Run, tmp_path: Path, lines: str, role: str
) -> None:
    found = str(told(run, tmp_path, f"Jo Doe\n{lines}\n\nSkills: QuickBooks, payroll")[0])
    assert found.startswith(role)


def test_a_name_is_no_skill(run: Run, tmp_path: Path) -> None:
    data = read(run, tmp_path, "Olivia Grant\nSkills: QuickBooks, payroll")
    assert {one["skill"] for one in data["proposals"]} == {"quickbooks", "payroll"}


def test_what_is_said_in_the_next_line_of_a_sentence_counts(run: Run, tmp_path: Path) -> None:
    data = read(
        run, tmp_path, "Jo Doe\nToledo\nI do home care and have my STNA but it\nlapsed in 2021."
    )
    assert "cna" not in data["sure"] | data["doubt"]


def test_decks_and_a_plc_are_of_the_trade_that_they_stand_in(run: Run, tmp_path: Path) -> None:
    lines = (
        "Framing, decks, kitchens, drywall\nSkills: guided reading, classroom management, PLC lead"
    )
    claimed = {one["skill"] for one in read(run, tmp_path, f"Jo Doe\n{lines}")["proposals"]}
    assert not claimed & {"presentation-design", "plc-programming"}
