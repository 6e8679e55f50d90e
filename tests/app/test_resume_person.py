"""What a résumé says of the person: where they live, which license decides, what isn't held."""

import json
from pathlib import Path

import pytest

from tests.app.test_resume_doubts import read
from tests.app.test_resume_titles import told
from tests.support.running import Run


def place_in(run: Run, tmp_path: Path, text: str) -> object:
    """The place that is proposed; None without one."""
    facts = {one["key"]: one["value"] for one in read(run, tmp_path, text)["facts"]}
    return facts.get("place")


@pytest.mark.parametrize(
    ("lines", "area"),
    [
        ("1234 Main St, Tulsa, OK 74103 | (918) 555-0100 | joan@mail.com", "Tulsa, OK"),
        ("12 Oak Ln Apt 4 Dayton OH", "Dayton-Kettering-Beavercreek, OH"),
        ("joan@mail.com          Memphis, TN", "Memphis, TN-MS-AR"),
        ("Nail technician\nSan Jose CA\n408-555-0100", "San Jose-Sunnyvale-Santa Clara, CA"),
        ("portland oregon", "Portland-Vancouver-Hillsboro, OR-WA"),
        ("columbus, oh", "Columbus, OH"),
        ("Boise, Idaho", "Boise City, ID"),
        ("Address: Jackson, MISSISSIPPI", "Jackson, MS"),
        ("Electrician | Phoenix, AZ", "Phoenix-Mesa-Chandler, AZ"),
        ("Security guard, Toledo, OH", "Toledo, OH"),
        ("Chillicothe, Ohio", "Ohio"),
        ("Groveport OH 43125", "Ohio"),
        ("West Virginia", "West Virginia"),
        ("Washington, DC 20001", "Washington-Arlington-Alexandria, DC-VA-MD-WV"),
        ("Medical assistant, MA", None),
        ("Registered nurse at Mercy Hospital, Tulsa, OK", None),
        ("Cook, Chili's, Dallas, TX", None),
        ("Willing to relocate to Denver, CO", None),
        ("Seeking a position in Denver, CO", None),
        ("Licensed in Ohio", None),
        ("Cook, Diner, Dallas, TX 2015 - present", None),
        ("Experience\nSunrise Manor, Tulsa, OK\nCook", None),
        ("Sunrise Manor, Tulsa, OK\nCook\n2015 - present", None),
        ("University of Texas", None),
    ],
)
def test_the_place_in_the_heading_is_that_of_the_pay(
    run: Run, tmp_path: Path, lines: str, area: str | None
) -> None:
    assert place_in(run, tmp_path, f"Joan Wills\n{lines}\n\nSkills: QuickBooks, payroll") == area


@pytest.mark.parametrize("name", ["Denise Carter, MA", "Madison Jackson, MS", "Georgia Brown"])
def test_a_name_and_its_letters_are_no_place(run: Run, tmp_path: Path, name: str) -> None:
    assert place_in(run, tmp_path, f"{name}\nSkills: QuickBooks, payroll") is None


@pytest.mark.parametrize(
    ("location", "area"),
    [
        ({"city": "Tulsa", "region": "Oklahoma", "countryCode": "US"}, "Tulsa, OK"),
        ({"city": "Chillicothe", "region": "OH"}, "Ohio"),
        ({"city": "Perth", "region": "WA", "countryCode": "AU"}, None),
        ({"city": 7}, None),
    ],
)
def test_a_json_resume_has_its_place_in_its_location(
    run: Run, tmp_path: Path, location: object, area: str | None
) -> None:
    resume = {"basics": {"location": location}, "skills": [{"name": "QuickBooks"}]}
    assert place_in(run, tmp_path, json.dumps(resume)) == area


def test_a_place_is_added_shown_and_undone_like_the_rest(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text("Joan Wills\nTulsa, OK\nBookkeeper, Hicks, 2015 - present\nHigh school diploma")
    assert "Place: Tulsa, OK" in run("import", str(path), "--yes").out
    assert json.loads(run("profile", "-f", "json").out)["place"] == "Tulsa, OK"
    assert "Tulsa" in run("moves", "-n", "3").out + run("salary", "bookkeeper").out
    log = run("profile", "log").out
    assert ("place" in log, "education" in log) == (True, True)
    run("profile", "set", "place=ohio")
    assert "Place" not in run("import", str(path), "--yes").out
    run("profile", "unset", "place")
    assert json.loads(run("profile", "-f", "json").out).get("place") is None


@pytest.mark.parametrize(
    ("lines", "role"),
    [
        ("Sunrise Manor\nCharge Nurse (LPN)\n2019 - present", "licensed-practical-nurse"),
        ("Ohio LPN license\nCharge nurse at Sunrise Manor 2019-2025", "licensed-practical-nurse"),
        ("Charge Nurse, Mercy Hospital 2019-2025\nLicenses: RN, BLS", "registered-nurse"),
        ("Charge Nurse, Mercy Hospital 2019-2025\nRN license, LPN license", "registered-nurse"),
        ("Charge Nurse, Mercy Hospital 2019-2025", "registered-nurse"),
        ("Physical therapist, 2019-2025\nMassage therapist license", "physical-therapist"),
    ],
)
def test_a_stated_license_decides_between_roles(
    run: Run, tmp_path: Path, lines: str, role: str
) -> None:
    found = str(told(run, tmp_path, f"Denise Carter\n{lines}")[0])
    assert found.startswith(role)


@pytest.mark.parametrize(
    "line",
    [
        "88M Motor Transport Operator, US Army, 2016 - 2025",
        "Truck driver, U.S. Army 2016-2025",
        "US Army\nTruck Driver\n2016 - 2025",
    ],
)
def test_a_job_in_the_armed_forces_proves_no_civilian_license(
    run: Run, tmp_path: Path, line: str
) -> None:
    path = tmp_path / "r.txt"
    path.write_text(f"Dale Price\n{line}\nPayroll, QuickBooks")
    assert "not held" in run("import", str(path), "--yes").out
    held = json.loads(run("profile", "-f", "json").out)["credentials"]
    assert held["cdl-a"]["held"] is False


@pytest.mark.parametrize(("name", "denied"), [("US Army", True), ("Werner", False)])
def test_a_job_in_the_armed_forces_of_a_json_resume(
    run: Run, tmp_path: Path, name: str, *, denied: bool
) -> None:
    resume = {"work": [{"position": "Truck driver", "name": name}], "skills": [{"name": "Excel"}]}
    held = [one["held"] for one in read(run, tmp_path, json.dumps(resume))["credentials"]]
    assert (False in held) == denied


@pytest.mark.parametrize(
    "lines",
    [
        "88M Motor Transport Operator, US Army, 2016 - 2025\nCDL-A, DOT medical card",
        "Truck driver, Werner, 2016 - 2025\nUS Army, 2010-2016",
        "Truck driver, Old Navy, 2016 - 2025",
        "68W Combat Medic, US Army, 2016 - 2025",
        "Electrician, 24V Controls, Acme Electric, 2018 - 2025",
        "Truck driver, 53F Trailers, Werner, 2016 - 2025",
        "10K Runner and truck driver, Werner, 2016 - 2025",
        "Lawyer, US Army JAG, 2016 - 2025",
        "Air traffic controller, US Navy, 2016 - 2025",
        "Truck driver, US Army Garrison Bavaria, civilian employee, 2016 - 2025",
    ],
)
def test_what_is_stated_or_takes_a_license_in_service_too_is_not_denied(
    run: Run, tmp_path: Path, lines: str
) -> None:
    data = read(run, tmp_path, f"Dale Price\n{lines}\nPayroll, QuickBooks")
    assert all(one["held"] for one in data["credentials"])


@pytest.mark.parametrize(
    ("line", "language", "level"),
    [
        ("Spanish native, little english", "english", 1),
        ("English: a little", "english", 1),
        ("speak a little bit of English", "english", 1),
        ("vietnamese (fluent) some spanish in the kitchen", "spanish", 1),
        ("vietnamese (fluent) some spanish in the kitchen", "vietnamese", 3),
        ("Some Spanish, fluent Korean", "korean", 3),
        ("Speak Vietnamese, little english, some Spanish", "vietnamese", None),
    ],
)
def test_a_language_that_is_spoken_a_little(
    run: Run, tmp_path: Path, line: str, language: str, level: int | None
) -> None:
    proposals = read(run, tmp_path, f"Jo Doe\n\n{line}")["proposals"]
    levels = {one["label"]: one["level"] for one in proposals}
    assert levels[language.capitalize()] == level


def test_some_food_is_no_language(run: Run, tmp_path: Path) -> None:
    data = read(
        run, tmp_path, "Jo Doe\nQuickBooks\nMade some French pastry and little Italian cakes"
    )
    assert {one["skill"] for one in data["proposals"]} & {"french", "italian"} == set()


def test_years_of_something_else_are_not_those_before(run: Run, tmp_path: Path) -> None:
    text = "Zoe Martin\nSkills: QuickBooks, customer service, 2 years of Spanish"
    years = {one["skill"]: one["years"] for one in read(run, tmp_path, text)["proposals"]}
    assert (years["customer-service"], years["spanish"]) == (None, 2)


@pytest.mark.parametrize("line", ["Ohio DL, own car", "OH DL", "New York DL"])
def test_a_state_before_letters_says_that_they_are_a_license(
    run: Run, tmp_path: Path, line: str
) -> None:
    assert "driver-license" in read(run, tmp_path, f"Jo Doe\nToledo\n{line}\nQuickBooks")["sure"]


@pytest.mark.parametrize(
    ("line", "credential"),
    [
        ("Nurse, LVN license Texas", "rn-license"),
        ("Assist LPN with wound care", "lpn-license"),
        ("CCRN - planning to test in May", "ccrn"),
        ("CNA wanted", "cna"),
        ("Pharmacy technician (desired position)", "pharmacy-technician"),
        ("Aspiring CNA", "cna"),
        ("Flight instructor at Delta Air, helped out", "flight-instructor"),
        ("Ana Vu, DDS office manager", "dental-license"),
    ],
)
def test_a_title_a_wish_or_another_license_is_no_license(
    run: Run, tmp_path: Path, line: str, credential: str
) -> None:
    data = read(run, tmp_path, f"Jo Doe\nToledo\n{line}\nQuickBooks")
    assert credential not in data["sure"]


def test_clinical_tasks_by_their_everyday_names(run: Run, tmp_path: Path) -> None:
    text = (
        "Carla Diaz\nSkills: insulin administration, G tubes, colostomy bags, accuchecks, TED hose"
    )
    found = {one["skill"] for one in read(run, tmp_path, text)["proposals"]}
    assert found == {
        *("injections", "enteral-feeding", "ostomy-care", "blood-glucose-monitoring"),
        "dressing-assistance",
    }


def test_print_and_digital_ads_are_no_printing(run: Run, tmp_path: Path) -> None:
    data = read(run, tmp_path, "Jo Doe\nQuickBooks\n- Sold print and digital ads")
    assert "printing-press-operation" not in {one["skill"] for one in data["proposals"]}


def test_a_first_job_that_is_looked_for_is_no_skill(run: Run, tmp_path: Path) -> None:
    line = "Looking for my first job, maybe Publix bagger or lifeguard"
    data = read(run, tmp_path, f"Trevor Banks\n{line}\n- QuickBooks")
    assert {one["skill"] for one in data["proposals"]} == {"quickbooks"}


def test_tables_that_wish_or_end_in_years_to_come_claim_nothing(run: Run, tmp_path: Path) -> None:
    resume = {
        "basics": {"label": "Aspiring electrician"},
        "education": [{"studyType": "High School Diploma", "endDate": "2099-06"}],
        "skills": [{"name": "QuickBooks"}],
    }
    assert read(run, tmp_path, json.dumps(resume))["facts"] == []


def test_an_apprentice_begins(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text("Jo Smith\nApprentice electrician, IBEW Local 3, 2023 - present\nExcel")
    run("import", str(path), "--yes")
    current = json.loads(run("profile", "-f", "json").out)["current"]
    assert current["level"] == "entry"
    held = run("plan", "electrician").out
    assert "Journeyman electrician license ✓" not in held
