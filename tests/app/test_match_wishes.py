"""Advertisements: how far a wish, a set-aside and a title go, and what the person brings."""

from pathlib import Path

import pytest

from tests.support.running import Result, Run


def shown(run: Run, tmp_path: Path, text: str) -> Result:
    path = tmp_path / "ad.txt"
    path.write_text(text)
    return run("match", str(path))


@pytest.mark.parametrize(
    ("line", "wished"),
    [
        ("Nice to haves: MBA, Figma, Jira", ["a graduate degree", "Figma", "Jira"]),
        ("Pluses: Figma", ["Figma"]),
        ("Bonus skills - Figma", ["Figma"]),
        ("Preferred: load boards, CDL", ["Load boards", "(CDL-A)"]),
        ("Spanish / English bilingual a BIG plus", ["Spanish", "English"]),
        ("Dentrix exp a plus", ["Dentrix"]),
    ],
)
def test_what_is_only_wished_is_not_asked_for(
    run: Run, tmp_path: Path, line: str, wished: list[str]
) -> None:
    out = shown(run, tmp_path, f"Clerk\nMust know Excel and SQL.\n{line}\n").out
    nice = out.partition("Nice: ")[2].partition("\n")[0]
    assert all(name in nice for name in wished)
    assert "\u2610 Figma" not in out
    assert "Not recognized" not in out


def test_what_is_only_wished_is_required_by_none(run: Run, tmp_path: Path) -> None:
    shown(run, tmp_path, "Dental Assistant\nCPR. Dentrix exp a plus\n")
    path = str(tmp_path / "ad.txt")
    assert "| Dentrix | 2 of 2 | 0 |" in run("match", path, path).out


def test_a_benefit_in_the_next_line_sets_nothing_aside(run: Run, tmp_path: Path) -> None:
    line = "BSN preferred. RN license in TX or compact. 1 yr med surg. BLS within 30 days of hire"
    out = shown(run, tmp_path, f"Registered Nurse\n{line}\nSign on bonus $10,000!! nights\n").out
    assert "Set aside" not in out
    assert "there is time to get Basic Life Support (BLS) within 30 days" in out


def test_what_is_not_asked_for_is_not_how_to_apply(run: Run, tmp_path: Path) -> None:
    out = shown(run, tmp_path, "Analyst\nSQL and Excel. We don't ask for Python.\n").out
    assert "Doesn't ask for: Python" in out
    assert "Set aside" not in out
    out = shown(run, tmp_path, "Cook\nMust know food safety. Stop by and ask for Rick.\n").out
    assert "Rick" not in out.partition("Cook")[2]


def test_what_a_degree_may_be_in_is_no_skill(run: Run, tmp_path: Path) -> None:
    line = "BS Biology, Microbiology or related w/ 2 yrs exp. LIMS."
    out = shown(run, tmp_path, f"Laboratory Technician\n{line}\n").out
    assert "\u2610 Biology" not in out
    assert "Biology, Microbiology: what a degree may be in" in out


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Associate Product Manager, Data Platform (Remote US)", "Product Manager"),
        ("Assistant Product Manager", "Product Manager"),
        ("Associate Attorney", "Lawyer"),
        ("Associate Software Engineer", "Software Engineer"),
        ("Assistant Cook", "Other cook"),
    ],
)
def test_an_associate_does_the_work_that_is_named(
    run: Run, tmp_path: Path, title: str, role: str
) -> None:
    assert f"read as: {role} " in shown(run, tmp_path, f"{title}\nSQL, Excel\n").out


def test_the_tip_is_not_to_rate_what_need_not_be_had(run: Run, tmp_path: Path) -> None:
    run("profile", "set", "python=3")
    out = shown(run, tmp_path, "Data Engineer\nStrong in Python or Scala, and SQL\n").out
    assert "profile set scala" not in out
    assert "profile set sql=3" in out


@pytest.mark.parametrize("line", ["req: 18+, HS diploma", "Must know Excel. 21+"])
def test_an_age_as_an_item_is_told(run: Run, tmp_path: Path, line: str) -> None:
    assert "Yours to judge: being" in shown(run, tmp_path, f"Clerk\nSQL, Excel\n{line}\n").out
    assert "being" not in shown(run, tmp_path, "Clerk\nSQL, Excel\nA team of 18+ people\n").out


def test_what_one_brings_along_is_told(run: Run, tmp_path: Path) -> None:
    line = "valid AZ DL + reliable transport, own hand tools"
    out = shown(run, tmp_path, f"Helper\n{line}\n").out
    assert "\u2610 Driver's license" in out
    assert "Yours to judge: reliable transportation, your own tools" in out
    assert "Driver's license" not in shown(run, tmp_path, "Engineer\nPython for DL models\n").out


def test_a_journeyman_card_is_that_of_the_trade(run: Run, tmp_path: Path) -> None:
    line = "Journeyman card required. Blueprint reading."
    assert "Journeyman plumber license" in shown(run, tmp_path, f"Plumber\n{line}\n").out
    assert "Journeyman electrician license" in shown(run, tmp_path, f"Electrician\n{line}\n").out
    out = shown(run, tmp_path, f"Machinist\n{line}\n").out
    assert "electrician" not in out
    assert "| \u2610 Journeyman card |  | careercli doesn't know it |" in out


def test_the_present_job_brings_its_licenses_as_in_path(run: Run, tmp_path: Path) -> None:
    run("profile", "set", "job=truck driver", "years=15", "clean-driving-record")
    text = "Instructor\nClass A CDL, current DOT med card, valid driver's license, clean MVR.\n"
    out = shown(run, tmp_path, text).out
    assert "DOT medical card | held |" in out
    assert "through your present job" in out
    assert "\u2611 Driver's license | held" in out
    assert "\u2611 a clean driving record | met" in out
    assert "Yours to judge" not in out
    assert "You have every license that it requires." in out
    run("profile", "set", "dot-medical-card=none")
    assert "You don't have DOT medical card" in shown(run, tmp_path, text).out


def test_pay_is_not_judged_by_a_group_of_managers(run: Run, tmp_path: Path) -> None:
    text = "Clinical Research Coordinator I, New Brunswick, NJ\nSalary $58,000 - $67,000\nREDCap\n"
    out = shown(run, tmp_path, text).out
    assert (
        "In the survey: not compared: counted among Natural sciences managers, whose median" in out
    )
    assert "10th percentile" not in out
    assert "This one" not in out
    first = run("show", "clinical research coordinator").out
    assert "the median of Natural sciences managers, its larger group" in first


def test_pay_stands_beside_that_of_the_own_place(run: Run, tmp_path: Path) -> None:
    run("profile", "set", "place=phoenix")
    out = shown(run, tmp_path, "DENTAL ASSISTANT\nBusy office Glendale. $18-$21. CPR.\n").out
    assert "Phoenix-Mesa-Chandler, AZ, your place; the median is" in out
    out = shown(run, tmp_path, "DENTAL ASSISTANT (remote)\nScheduling. $18-$21. CPR.\n").out
    assert "U.S.; the median is" in out
    out = shown(run, tmp_path, "DENTAL ASSISTANT\nTulsa, OK. $18-$21. CPR.\n").out
    assert "Tulsa, OK; the median is" in out


RESUME = """Rosa Hernandez
Line Cook - Denny's / 2021-present. grill, fryer, inventory, food handlers card
Housekeeping, Motel 6, 2016-18
Skills: cash register, Word
"""


def test_a_resume_is_said_to_look_like_one(run: Run, tmp_path: Path) -> None:
    assert "ad.txt looks like a r\u00e9sum\u00e9. careercli import reads one." in (
        shown(run, tmp_path, RESUME).err
    )
    text = "Line Cook\nWe need you for the season 2025-2026. Grill and fryer required.\n"
    assert shown(run, tmp_path, text).err == ""


@pytest.mark.parametrize(
    ("line", "required", "nice"),
    [
        ("ADN required, BSN preferred", "an associate degree", "a bachelor's degree"),
        ("ADN required, BS preferred", "an associate degree", "a bachelor's degree"),
        ("BSN preferred, ADN required", "an associate degree", "a bachelor's degree"),
        ("BS required. Master's degree preferred", "a bachelor's degree", "a graduate degree"),
        ("Associate degree or bachelor's degree preferred", "", "an associate degree"),
    ],
)
def test_a_higher_degree_that_is_preferred_stands_beside_the_required_one(
    run: Run, tmp_path: Path, line: str, required: str, nice: str
) -> None:
    out = shown(run, tmp_path, f"Nurse\n\nRequirements:\n- {line}\n- Excel\n").out
    assert f"- Nice: {nice}\n" in out
    assert (f"\u2610 {required} |" in out) is bool(required)


def test_a_lower_degree_that_is_preferred_elsewhere_is_left_out(run: Run, tmp_path: Path) -> None:
    out = shown(run, tmp_path, "Clerk\nBachelor's degree required.\nAssociate preferred.\n").out
    assert "Nice" not in out


@pytest.mark.parametrize("line", ["PMP (preferred)", "PMP preferred", "Spanish a plus"])
def test_a_line_that_names_what_is_preferred_is_no_heading(
    run: Run, tmp_path: Path, line: str
) -> None:
    text = f"Clerk\n\nRequirements:\n{line}\n5+ years managing projects\nBachelor's degree\n"
    out = shown(run, tmp_path, text).out
    assert "\u2610 5 years of experience" in out
    assert "\u2610 a bachelor's degree" in out
    assert "- Nice: " in out


@pytest.mark.parametrize("heading", ["Preferred skills", "Skills preferred", "Nice to have"])
def test_a_heading_of_wishes_needs_no_mark(run: Run, tmp_path: Path, heading: str) -> None:
    out = shown(run, tmp_path, f"Clerk\n\nExcel\n\n{heading}\nFigma\nBachelor's degree\n").out
    assert "Figma" in out.partition("Nice: ")[2].partition("\n")[0]
    assert "\u2610 a bachelor's degree" not in out


def test_a_license_of_the_state_is_a_license(run: Run, tmp_path: Path) -> None:
    text = "Counselor\nRequirements:\n- Degree from an accredited program and state license\n"
    out = shown(run, tmp_path, text).out
    assert "\u2610 state license" in out
    assert "license or certificate" not in out


@pytest.mark.parametrize("wish", ["is a bonus", "is an asset", "optional", "highly desirable"])
def test_a_degree_is_wished_in_as_many_words_as_a_skill(
    run: Run, tmp_path: Path, wish: str
) -> None:
    out = shown(run, tmp_path, f"Clerk\n\nRequirements:\n- Bachelor's degree {wish}\n- Excel\n").out
    assert "- Nice: a bachelor's degree\n" in out
