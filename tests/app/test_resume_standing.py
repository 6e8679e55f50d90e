"""What a résumé says isn't held, finished or denied, and which job in it is the present one."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from careercli.core.reading.not_held import not_held
from careercli.files.profile import today
from tests.support.running import Run


def read(run: Run, tmp_path: Path, text: str) -> dict[str, Any]:
    path = tmp_path / "resume.txt"
    path.write_text(f"Jane Doe\n{text}\nExcel\n")
    data: dict[str, Any] = json.loads(run("import", str(path), "--format", "json").out)
    data["held"] = {one["id"] for one in data["credentials"]}
    data["apart"] = {one["skill"]: one["standing"] for one in data["not_claimed"]}
    data["told"] = {one["key"]: one["value"] for one in data["facts"]}
    return data


@pytest.mark.parametrize(
    ("line", "credential", "standing"),
    [
        ("Working on my CDL permit", "cdl-a", "learning"),
        ("RN license in progress", "rn-license", "learning"),
        ("Studying for the CPA exam", "cpa", "learning"),
        ("PMP (pending)", "pmp", "learning"),
        ("CWI class taken 2024, exam scheduled May 2027", "cwi", "learning"),
        ("Forklift certified (expired Jan 2024)", "forklift-card", "lapsed"),
        ("ServSafe class taken, exam not passed", "servsafe", "lapsed"),
        ("RN license, expires 2024-01", "rn-license", "lapsed"),
        ("Lost my CDL in 2019", "cdl-a", "lapsed"),
        ("CPR and BLS certifications lapsed", "cpr", "lapsed"),
        ("CDL-A driver, 2015-2019\nCDL expired 2020", "cdl-a", "lapsed"),
        ("BLS (exp. 2022)", "bls", "lapsed"),
        ("CDL-A, expires 2021", "cdl-a", "lapsed"),
    ],
)
def test_a_credential_that_is_lost_or_not_yet_got_is_not_held(
    run: Run, tmp_path: Path, line: str, credential: str, standing: str
) -> None:
    data = read(run, tmp_path, line)
    assert credential not in data["held"]
    assert data["apart"][credential] == standing


@pytest.mark.parametrize(
    ("line", "credential"),
    [
        ("OSHA 30 expired 2020, renewed 2024", "osha-30"),
        ("CDL-A, no lost-time accidents", "cdl-a"),
        ("Working on my CDL, OSHA 10", "osha-10"),
        ("RN license, BLS expired 2025", "rn-license"),
        ("RN license, Mercy Hospital until 2019", "rn-license"),
        ("CDL-A, expires 2021\nCDL-A renewed, exp. 06/2099", "cdl-a"),
        ("BLS certified, valid through 2099", "bls"),
    ],
)
def test_what_is_said_of_another_or_is_over_takes_nothing_away(
    run: Run, tmp_path: Path, line: str, credential: str
) -> None:
    assert credential in read(run, tmp_path, line)["held"]


@pytest.mark.parametrize(
    ("line", "education"),
    [
        ("Associate degree in criminal justice (42 hours done, not finished)", None),
        ("Bachelor of Science, Tulsa University, 2 years, no degree", None),
        ("Associate degree not finished; HS diploma 2009", "high-school"),
        ("Some college, no degree", "high-school"),
        ("Bachelor of Arts, Ohio State University\nJunior, GPA 3.4", None),
        ("Bachelor of Arts, Ohio State University\nColumbus, OH, May 2099", None),
        ("Bachelor of Arts, Ohio State University\nIn progress", None),
    ],
)
def test_a_degree_that_is_not_finished_is_none(
    run: Run, tmp_path: Path, line: str, education: str | None
) -> None:
    assert read(run, tmp_path, line)["told"].get("education") == education


@pytest.mark.parametrize(
    "line",
    [
        "Bachelor of Arts, Ohio State University\nBLS, exp 2099",
        "Bachelor of Arts, Ohio State University\nForklift card 2099",
        "Bachelor of Arts, Ohio State University\nCDL-A, renewed to 2099",
        "Bachelor of Arts, Ohio State University\nStudent government vice president",
        "Bachelor of Arts, Ohio State University, student body president",
        "Bachelor of Arts, Ohio State University\nSenior Care certificate",
        "Bachelor of Arts, Ohio State University\nCoursework: algebra, statistics",
        "Bachelor of Arts, Ohio State University\nSenior accountant, Xavier University, 2015-now",
        "Senior custodian, Lincoln High School, 2015-now\nBachelor of Arts, Ohio State University",
    ],
)
def test_what_else_a_line_near_a_degree_says_takes_nothing_from_it(
    run: Run, tmp_path: Path, line: str
) -> None:
    assert read(run, tmp_path, line)["told"].get("education") == "bachelor"


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Food handler card, ServSafe exam not passed\ngrill, some English", {"grill"}),
        ("Java: not used\nPython, SQL", {"python", "sql"}),
        ("I have no Salesforce\nJira, SQL", {"jira", "sql"}),
    ],
)
def test_a_denial_ends_with_its_line(
    run: Run, tmp_path: Path, text: str, claimed: set[str]
) -> None:
    assert claimed <= {one["skill"] for one in read(run, tmp_path, text)["proposals"]}


def test_a_denial_that_a_line_breaks_goes_on(run: Run, tmp_path: Path) -> None:
    data = read(run, tmp_path, "I have no experience with\nsalesforce or Jira at all.")
    assert not {"salesforce", "jira"} & {one["skill"] for one in data["proposals"]}


@pytest.mark.parametrize(
    ("text", "role", "years"),
    [
        (
            "Correctional officer, Jail, Pecos, 2015-2026 (GEO), sergeant since 2021\nteacher",
            "correctional-officers-and-jailers",
            11,
        ),
        ("Medical Assistant - Family Practice, 2019 to 2026: vitals", "medical-assistant", 7),
        ("Barber, 2010-2014\nElectrician – IBEW – 2015–2026", "electrician", 11),
        ("Electrician 2015-2026\nAttended a college 2 years, no degree", "electrician", 11),
        ("Mercy Hospital, Tulsa   2018 - 2026\nRegistered Nurse", "registered-nurse", 8),
        ("Electrician, 12 yrs\nElectrician, IBEW, 2018-2026", "electrician", 12),
        ("Barber, 2001-14\nRegistered Nurse, Mercy, 2015-24", "registered-nurse", 9),
        ("English Teacher, East High School — Aug 2015–2026", "secondary-teacher", 11),
        ("Electrician, IBEW, 2020 - 2099", "electrician", int(today()[:4]) - 2020),
        ("68W Combat Medic, US Army (Jan 2018 - Mar 2026)", "emergency-medical-technicians", 8),
        ("Target, Cashier 8/2021 - 5/2026", "cashier", 5),
    ],
)
def test_the_present_job_is_that_of_the_newest_dates(
    run: Run, tmp_path: Path, text: str, role: str, years: int
) -> None:
    told = read(run, tmp_path, text)["told"]
    assert (told["current.role"], told["current.years"]) == (role, years)


@pytest.mark.parametrize(
    ("text", "claimed", "apart"),
    [
        (
            "English teacher looking to transition into UX writing or tech writing.\nSkills: Jira",
            {"jira"},
            {"ux-writing": "wished", "technical-writing": "wished"},
        ),
        (
            "Ana hates math. Interested in welding. Afraid of public speaking.\nSkills: Jira",
            {"jira"},
            {"math": "denied", "welding": "learning", "public-speaking": "denied"},
        ),
        (
            "OBJECTIVE: Seeking a position where I can learn Salesforce.\nSkills: Jira",
            {"jira"},
            {"salesforce": "wished"},
        ),
        ("Wants barber or HVAC.\nSkills: Jira", {"jira"}, {"hvac": "wished"}),
        ("Retail manager moving into UX design.\nFigma.", {"figma"}, {"ux-design": "wished"}),
        (
            "To obtain a position in bookkeeping where I can use QuickBooks.",
            {"quickbooks"},
            {"bookkeeping": "wished"},
        ),
        ("Helped customers seeking loans, cash handling, Salesforce.", {"cash-handling"}, {}),
    ],
)
def test_what_is_wished_for_or_hated_is_not_claimed(
    run: Run, tmp_path: Path, text: str, claimed: set[str], apart: dict[str, str]
) -> None:
    path = tmp_path / "r.txt"
    path.write_text(text)
    data = json.loads(run("import", str(path), "--format", "json").out)
    assert claimed <= {one["skill"] for one in data["proposals"]}
    told = {one["skill"]: one["standing"] for one in data["not_claimed"]}
    assert apart.items() <= told.items()
    assert not apart.keys() & {one["skill"] for one in data["proposals"]}


def test_years_are_those_of_the_noun_they_stand_with(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text("10 years of classroom experience with Jira; 4 years of Python")
    data = json.loads(run("import", str(path), "--format", "json").out)
    assert {one["skill"]: one["years"] for one in data["proposals"]} == {"jira": None, "python": 4}


@pytest.mark.parametrize(
    "line",
    [
        "Tutored students who struggle with math in Excel",
        "Trained a model that finds hate speech in Python and Excel",
        "Target: Sales Associate, 2021 - present. Excel",
    ],
)
def test_what_others_dislike_and_an_employer_called_target_deny_nothing(
    run: Run, tmp_path: Path, line: str
) -> None:
    assert not read(run, tmp_path, line)["apart"]


FOOD_SUPERVISOR = "first-line-supervisors-of-food-preparation-and-serving-workers"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Shift Lead, Dollar General, 2019-2026", "retail-salesperson"),
        (
            "Shift Lead\nFamily Dollar, 2022-present\nCashier, Kroger, 2018-2022",
            "retail-salesperson",
        ),
        ("Shift Supervisor, Walmart, 2019-2026", "store-manager"),
        ("Shift Lead, Starbucks, 2019-2026", FOOD_SUPERVISOR),
        ("Crew Leader, Chipotle, 2019-2026", FOOD_SUPERVISOR),
        ("Shift Lead, Acme Plastics, 2019-2026", None),
        ("Shift Lead, Acme Plastics, 2019-2026\nDriver, Kroger, 2015-2018", None),
        ("Driver, Starbucks, 2015-2018\nShift Lead, Walmart, 2019-2026", "retail-salesperson"),
        ("Dollar General\nShift Lead, Jan 2019 - 2026", "retail-salesperson"),
        ("Cashier Lead, Corner Foods, 2019-2026", "cashier"),
        ("Kitchen Lead, Acme, 2019-2026", FOOD_SUPERVISOR),
    ],
)
def test_a_lead_supervises_and_is_no_manager(
    run: Run, tmp_path: Path, text: str, role: str | None
) -> None:
    told = read(run, tmp_path, text)["told"]
    assert told.get("current.role") == role


@pytest.mark.parametrize(
    "text",
    [
        "Electrician, IBEW, 2012-2016",
        "EXPERIENCE\nElectrician\nIBEW, 2012-2016",
        "Electrician, IBEW, 2012-2016\nBarber, 2005-2011",
    ],
)
def test_a_job_that_ended_long_ago_is_not_the_present_one(
    run: Run, tmp_path: Path, text: str
) -> None:
    data = read(run, tmp_path, text)
    assert not data["told"].keys() & {"current.role", "current.years"}
    (note,) = data["notes"]
    assert re.fullmatch(
        r"The newest job with dates \(line \d\) ended in 2016, so it isn't your present role\.",
        note,
    )


@pytest.mark.parametrize(
    "text",
    [
        f"Electrician, IBEW, 2012-{int(today()[:4]) - 3}",
        "Electrician\nIBEW, 2012-2016",
        "EXPERIENCE\nElectrician, IBEW (since 2018)\nBarber, 2010-2014",
    ],
)
def test_a_job_that_ended_lately_or_that_the_header_names_is_the_present_one(
    run: Run, tmp_path: Path, text: str
) -> None:
    data = read(run, tmp_path, text)
    assert data["told"]["current.role"] == "electrician"
    assert not data["notes"]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (" exam 3 of 4 parts passed", "learning"),
        (" exam passed, three of the four sections", "learning"),
        (" exam 4 of 4 parts passed", None),
        (" exam passed", None),
    ],
)
def test_an_exam_that_is_passed_in_part_is_no_license(after: str, told: str | None) -> None:
    assert not_held("", after) == told


def test_no_trouble_with_a_license_is_no_lack_of_it(run: Run, tmp_path: Path) -> None:
    assert read(run, tmp_path, "no drivers license issues")["held"] == {"driver-license"}
    assert read(run, tmp_path, "no drivers license")["held"] == set()


def test_what_somebody_wants_to_learn_is_said_behind_it_too(run: Run, tmp_path: Path) -> None:
    found = read(run, tmp_path, "Phlebotomy - interested in learning\nQuickBooks, basic French")
    assert found["apart"]["phlebotomy"] == "learning"
    levels = {one["skill"]: one["level"] for one in found["proposals"]}
    assert (levels["quickbooks"], levels["french-language"]) == (None, 1)


@pytest.mark.parametrize(
    ("line", "skill", "standing"),
    [
        ("Nurse, RN, going to train new nurses", "rn-license", None),
        ("Welding, willing to train apprentices", "welding", None),
        ("Forklift, eager to take shifts", "forklift-operation", None),
        ("CDL A, wanted for my clean record", "cdl-a", None),
        ("Forklift, willing to train", "forklift-operation", "learning"),
        ("CPA, planning to take the exam", "cpa", "learning"),
        ("Welding, want to take a class", "welding", "learning"),
    ],
)
def test_who_trains_others_is_not_learning(
    run: Run, tmp_path: Path, line: str, skill: str, standing: str | None
) -> None:
    found = read(run, tmp_path, f"Jo Doe\nSkills: QuickBooks\n{line}")
    assert found["apart"].get(skill) == standing
