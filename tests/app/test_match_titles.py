"""Whose job an advertisement is for: what is wanted goes before who wants it."""

import json
from pathlib import Path
from typing import Any

import pytest

from careercli.output.screens.pay import between_words
from tests.app.test_match import matched
from tests.support.running import Run


def read(run: Run, tmp_path: Path, text: str) -> dict[str, Any]:
    path = tmp_path / "a.txt"
    path.write_text(text)
    return matched(run, path)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Acadian Ambulance is hiring PARAMEDICS in San Antonio!!!\nACLS, BLS", "paramedics"),
        ("Golden Gate Nursing Home - now hiring COOKS in Oakland, CA\nServSafe", "cook"),
        ("Director of Recruiting\nExcel", "human-resources-managers"),
        ("Happy Smiles Dental is looking for a Receptionist\nMicrosoft Word", "receptionist"),
        ("Bright Horizons Childcare seeks experienced Cook\nFood safety", "cook"),
        ("St. Mary Hospital is hiring a Medical Assistant\nEKG", "medical-assistant"),
        ("St. Louis Public Schools seeks a Custodian\nFloor care", "janitor"),
        ("Houston Police Department is hiring an Accountant\nGAAP, Excel", "accountant"),
        ("We are hiring a Medical Assistant\nPhlebotomy, EKG", "medical-assistant"),
        ("We are looking for a Welder to join our team\nBlueprint reading", "welder"),
        ("We are hiring a Medical Assistant.\nYou will do phlebotomy.", "medical-assistant"),
        ("Cooks - we are hiring in Oakland!\nFood safety", "cook"),
        ("Mt. Hood Roofing - Roofers & Laborers needed!!\nOSHA 10", "roofers"),
        ("We need experienced CDL-A drivers for regional routes\nHome weekly", "truck-driver"),
        ("Security Officers - hiring in Baltimore, MD\nGuard card", "security-guard"),
        ("Receptionist - Happy Smiles Dental\nMicrosoft Word", "receptionist"),
    ],
)
def test_what_is_wanted_goes_before_who_wants_it(
    run: Run, tmp_path: Path, text: str, role: str
) -> None:
    assert read(run, tmp_path, text)["nearest_roles"][0]["slug"] == role


def test_pay_is_not_compared_with_that_of_a_role_that_only_an_employer_is_called_like(
    run: Run, tmp_path: Path
) -> None:
    text = "Acadian Ambulance\nSan Antonio, TX\nBLS required. Pay: $23 - $29 per hour"
    found = read(run, tmp_path, text)
    assert (found["nearest_roles"], found["pay"]["survey"]) == ([], None)


def test_a_city_without_its_state_is_a_place(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Metro EMS is hiring Paramedics in San Antonio!\nACLS. $23 - $29 per hour")
    page = run("match", str(path)).out
    assert "San Antonio-New Braunfels, TX" in page
    assert "Not recognized" not in page


@pytest.mark.parametrize(
    ("offer", "low", "high"),
    [
        ("$75k - $92k + per diem", 75_000, 92_000),
        ("$45k - $50k + bonus", 45_000, 50_000),
        ("Base $60,000 plus bonus of $10,000", 60_000, 60_000),
        ("$80k with bonuses", 80_000, 80_000),
    ],
)
def test_what_is_paid_besides_does_not_hide_the_pay(
    run: Run, tmp_path: Path, offer: str, low: int, high: int
) -> None:
    pay = read(run, tmp_path, f"Truck Driver\nCDL-A required\n{offer}")["pay"]
    assert (pay["low"], pay["high"]) == (low, high)


@pytest.mark.parametrize(
    "offer", ["$10,000+ sign-on bonus", "$50 per diem", "Bonus of $15,000 - $20,000"]
)
def test_a_bonus_is_no_pay(run: Run, tmp_path: Path, offer: str) -> None:
    assert read(run, tmp_path, f"Truck Driver\nCDL-A required\n{offer}")["pay"] is None


@pytest.mark.parametrize(
    ("way", "label"),
    [
        (
            "Graduate of accredited MA program OR 1 yr exp",
            "an accredited program or 1 year of experience",
        ),
        (
            "1 year of experience or graduate of an accredited program",
            "1 year of experience or an accredited program",
        ),
    ],
)
def test_one_of_two_ways_is_enough(run: Run, tmp_path: Path, way: str, label: str) -> None:
    found = read(run, tmp_path, f"Medical Assistant\nRequirements:\n- {way}\n- BLS")
    assert [one["what"] for one in found["requirements"]] == [label]


def test_a_certification_with_its_other_name_in_brackets_is_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ad.txt"
    path.write_text("Medical Assistant\nRequired:\n- Current BLS (CPR) certification")
    out = run("match", str(path)).out
    assert "Basic Life Support" in out
    assert "CPR and first aid card" not in out


def test_what_may_come_after_hiring_is_not_lacking(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Medical Assistant\nMust have:\n- BLS\n- CMA or RMA (or obtain w/in 6 months)")
    short = next(line for line in run("match", str(path)).out.splitlines() if "In short" in line)
    assert "Not in your profile: Basic Life Support" in short
    assert "time to get" in short


@pytest.mark.parametrize(
    ("way", "short"),
    [
        ("Journeyman license or 4 years experience", "4 years of experience may stand in for it"),
        ("TWIC or associate's degree", "an associate degree may stand in for it"),
        (
            "Bachelor's degree in Political Science or paralegal certificate",
            "a bachelor's degree may stand in for it",
        ),
    ],
)
def test_what_stands_in_for_a_credential_is_not_lacking_too(
    run: Run, tmp_path: Path, way: str, short: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Electrician\nRequirements:\n- {way}\n")
    assert short in " ".join(run("match", str(path)).out.split())


def test_years_beside_a_wish_are_asked_for(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Veterinary Technician\nCVT preferred or 2 years of experience.\n")
    assert "Not in your profile: 2 years of experience" in run("match", str(path)).out


def test_the_time_to_get_a_credential_is_no_experience(run: Run, tmp_path: Path) -> None:
    text = "Pharmacy Tech\nPTCB certification or obtain w/in 1 year."
    found = read(run, tmp_path, text)
    assert (found["requirements"], found["credentials"][0]["within"]) == ([], "within 1 year")


def test_the_time_for_one_credential_is_not_that_of_another(run: Run, tmp_path: Path) -> None:
    text = "Nurse\nRequirements:\nBLS required, ACLS within 30 days of hire"
    within = {one["id"]: one["within"] for one in read(run, tmp_path, text)["credentials"]}
    assert within == {"bls": None, "acls": "within 30 days"}


def test_a_wish_behind_brackets_is_one(run: Run, tmp_path: Path) -> None:
    text = "Inspector\nMust have AWS CWI. NDT Level II (PT, MT, UT) a plus."
    found = read(run, tmp_path, text)["credentials"]
    assert {one["standing"] for one in found if "nondestructive" in one["label"].lower()} == {
        "nice"
    }


def test_a_field_of_study_is_no_skill(run: Run, tmp_path: Path) -> None:
    text = (
        "Technical Writer\nYou have:\n- Markdown\n"
        "- Bachelor's degree in English, Communications, or related field OR equivalent experience"
    )
    found = read(run, tmp_path, text)
    assert {one["id"] for one in found["skills"]} == {"technical-writing", "markdown"}
    assert found["requirements"][0]["what"] == "a bachelor's degree or the equivalent"


def test_years_in_work_that_may_be_yours_are_yours_to_judge(run: Run, tmp_path: Path) -> None:
    run("profile", "set", "job=welder", "years=8")
    path = tmp_path / "a.txt"
    path.write_text("Quality Inspector\nMust have AWS CWI. 5+ yrs in structural steel fab.")
    words = " ".join(run("match", str(path)).out.split())
    assert "5 years of experience (you have 8 years in your present job, Welder)" in words


def test_years_in_work_far_from_yours_are_not(run: Run, tmp_path: Path) -> None:
    run("profile", "set", "job=welder", "years=8")
    path = tmp_path / "a.txt"
    path.write_text("Technical Writer\nMust have Markdown. 3+ years of editorial work.")
    assert "Not in your profile: 3 years of experience" in run("match", str(path)).out


def test_a_percentile_beside_the_median_is_called_one() -> None:
    assert between_words("p10", "p50") == "between the 10th percentile and the median"
    assert between_words("p10", "p25", " percentile") == "between the 10th and the 25th percentile"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Sunrise Cuts\nMust have a cosmetology license", ["Hairdresser"]),
        ("Acme Logistics, Dayton OH\nCDL-A required", ["Truck Driver", "Power line worker"]),
        (
            "Acme Logistics, Dayton OH\nCDL-A or willing to train",
            ["Truck Driver", "Power line worker"],
        ),
        ("Baker & Sons\nReal estate license required", ["Real estate agent"]),
        ("Acme\nCPR required", []),
        ("Welder\nAcme Logistics\nCDL-A required", []),
    ],
)
def test_a_license_alone_asks_which_job_it_is(
    run: Run, tmp_path: Path, text: str, asked: list[str]
) -> None:
    path = tmp_path / "ad.txt"
    path.write_text(text)
    data = json.loads(run("match", str(path), "--format", "json").out)
    assert [one["title"] for one in data["may_be"]] == asked
    page = run("match", str(path)).out
    assert ("Is it " in page) == bool(asked)
    if asked:
        assert f"Is it {' or '.join(asked)}? " in page
        assert f"`careercli show {data['may_be'][0]['slug']}`: if it is that" in page
        assert data["nearest_roles"] == []


@pytest.mark.parametrize(
    "words",
    [
        "under RN direction",
        "Under the supervision of an RN",
        "under registered nurse supervision",
        "under the RN's guidance",
    ],
)
def test_whoever_directs_the_work_is_somebody_else(run: Run, tmp_path: Path, words: str) -> None:
    found = read(run, tmp_path, f"Hospice LPN\nProvides care {words}.\nOhio LPN license")
    assert [one["id"] for one in found["credentials"]] == ["lpn-license"]


def test_a_license_that_is_held_proves_its_program(run: Run, tmp_path: Path) -> None:
    text = "Hospice LPN\n- Graduate of an accredited LPN program\n- Ohio LPN license"
    assert read(run, tmp_path, text)["requirements"][0]["met"] == "not known"
    run("profile", "set", "lpn-license")
    assert read(run, tmp_path, text)["requirements"][0]["met"] == "met"


def test_a_nurses_years_are_not_a_coders(run: Run, tmp_path: Path) -> None:
    run("profile", "set", "job=licensed-practical-nurse", "years=17")
    coder = "Medical Coder\n2+ yrs of coding experience - ICD-10-CM, CPT"
    nurse = "Hospice LPN\n1 year clinical experience"
    assert read(run, tmp_path, coder)["requirements"][0]["met"] == "not known"
    assert read(run, tmp_path, nurse)["requirements"][0]["met"] == "met"


def test_what_is_earned_on_the_job_is_not_required(run: Run, tmp_path: Path) -> None:
    text = "HVAC Apprentice\nEarn your EPA 608 while you work.\nMust have: driver's license"
    found = read(run, tmp_path, text)
    assert [one["id"] for one in found["credentials"]] == ["driver-license"]


@pytest.mark.parametrize(
    ("line", "standing"),
    [
        ("Medical training: medical assistant or paramedic training preferred.", "nice"),
        ("Paramedic license required", "must"),
    ],
)
def test_training_that_is_preferred_is_no_license_that_is_required(
    run: Run, tmp_path: Path, line: str, standing: str
) -> None:
    found = read(run, tmp_path, f"Phlebotomist\n{line}")
    assert [one["standing"] for one in found["credentials"]] == [standing]


@pytest.mark.parametrize("words", ["RN supervises.", "RNs may be considered for another role"])
def test_whoever_else_is_named_holds_their_own_license(
    run: Run, tmp_path: Path, words: str
) -> None:
    found = read(run, tmp_path, f"Licensed Practical Nurse\n- LPN license\n- {words}")
    assert [one["id"] for one in found["credentials"]] == ["lpn-license"]


def test_what_is_denied_or_looked_back_on_is_nothing_to_judge(run: Run, tmp_path: Path) -> None:
    lines = "- 7 yr lookback\n- No drug screen\n- No nights, no weekends\n- HS diploma"
    found = read(run, tmp_path, f"Forklift Operator\nRequirements\n{lines}")
    assert [one["kind"] for one in found["requirements"]] == ["degree"]
    tested = read(run, tmp_path, "Electrician\nRequirements\n- pass substance abuse test")
    assert [one["kind"] for one in tested["requirements"]] == ["drug"]
    assert "substance-abuse-counseling" not in [one["skill"] for one in tested["skills"]]


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("Warehouse Associate/Forklift", ["warehouse-associate"]),
        ("Server / Bartender", ["server", "bartender"]),
        ("Custodian/Groundskeeper", ["janitor", "landscaper"]),
        ("RN/LPN - Night Shift", ["registered-nurse", "licensed-practical-nurse"]),
        ("Shipping/Receiving Clerk", ["shipping-clerk"]),
        ("HVAC Install Helper / Apprentice", ["helpers-installation-maintenance-and-repair"]),
    ],
)
def test_each_side_of_a_title_is_a_role(
    run: Run, tmp_path: Path, title: str, roles: list[str]
) -> None:
    data = read(run, tmp_path, f"{title}\nExcel, SQL\n")
    assert data["title"] == title.removesuffix(" - Night Shift")
    found = [role["slug"] for role in data["nearest_roles"][: len(roles)]]
    assert all(slug.startswith(begun) for slug, begun in zip(found, roles, strict=True)), found


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Shift supervisor: nights", "Shift supervisor"),
        ("Department manager: grocery", "Department manager"),
        ("Type: RN", "RN"),
    ],
)
def test_a_title_before_a_colon_is_no_label(
    run: Run, tmp_path: Path, line: str, title: str
) -> None:
    path = tmp_path / "ad.txt"
    path.write_text(f"{line}\nBLS\n")
    assert f"(\u201c{title}\u201d)" in run("match", str(path)).out
