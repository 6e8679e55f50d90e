"""What the names in a résumé mean in the work of its writer, and whose they are."""

from pathlib import Path

import pytest

from tests.app.test_resume_doubts import read
from tests.support.running import Run

WELDER = "Welder, Gulf Tank, 2018 - 2026"
AIDE = "Nursing assistant, Magnolia Manor, 2018 - 2026"
NURSE = "Registered nurse, Mercy Hospital, 2018 - 2026"
TEACHER = "Kindergarten teacher, Maple Run Elementary, 2018 - 2026"
COOK = "Line cook, El Fogon, 2018 - 2026"


def claimed(run: Run, tmp_path: Path, *lines: str) -> set[str]:
    """The skills that a résumé of these lines claims."""
    text = "\n".join(("Jo Doe", "", "EXPERIENCE", *lines, "- QuickBooks"))
    return {one["skill"] for one in read(run, tmp_path, text)["proposals"]}


@pytest.mark.parametrize(
    ("job", "line", "skill", "is_claimed"),
    [
        (WELDER, "- repair rejected X-ray and UT shots", "radiography", False),
        (AIDE, "- X-ray assistance", "radiography", True),
        (AIDE, "- EKGs and phlebotomy", "ecg-interpretation", False),
        (AIDE, "- EKGs and phlebotomy", "twelve-lead-ekg", True),
        (NURSE, "- EKGs and phlebotomy", "ecg-interpretation", True),
        (AIDE, "- Foley care", "catheterization", False),
        (AIDE, "- Foley care", "continence-care", True),
        (NURSE, "- Foley care", "catheterization", True),
        (TEACHER, "- Write IEP progress notes", "clinical-documentation", False),
        (AIDE, "- Write progress notes", "clinical-documentation", True),
    ],
)
def test_a_name_means_what_it_does_in_the_present_work(
    run: Run, tmp_path: Path, job: str, line: str, skill: str, *, is_claimed: bool
) -> None:
    assert (skill in claimed(run, tmp_path, job, line)) == is_claimed


def test_a_field_of_nursing_is_of_nurses(run: Run, tmp_path: Path) -> None:
    line = "- 28 bed med surg floor"
    assert "med-surg-nursing" not in claimed(run, tmp_path, AIDE, line)
    assert "med-surg-nursing" in claimed(run, tmp_path, NURSE, line)
    assert "med-surg-nursing" in claimed(run, tmp_path, AIDE, line, "- LPN license")


@pytest.mark.parametrize(
    ("line", "skill", "is_claimed"),
    [
        ("- Reported changes to charge nurse, helped out", "charge-nursing", False),
        ("- checked welds before turning over to QA", "quality-assurance", False),
        ("- Transferred calls to customer service", "customer-service", False),
        ("- Passed invoices to the accounts payable", "accounts-payable", False),
        ("- QA of welds", "quality-assurance", True),
        ("- Handled calls, contributed to customer service", "customer-service", True),
        ("- Promoted from host to inventory control", "inventory-management", True),
    ],
)
def test_who_gets_what_one_has_done_does_the_rest(
    run: Run, tmp_path: Path, line: str, skill: str, *, is_claimed: bool
) -> None:
    assert (skill in claimed(run, tmp_path, WELDER, line)) == is_claimed


def test_what_is_new_is_no_news_and_a_number_is_between(run: Run, tmp_path: Path) -> None:
    found = claimed(run, tmp_path, COOK, "- write prep lists, train new guys")
    assert "journalism" not in found
    for line in ("- Trained 6 new hires", "- trained two new employees"):
        assert "training-delivery" in claimed(run, tmp_path, COOK, line), line


def test_who_will_sit_for_an_exam_is_learning(run: Run, tmp_path: Path) -> None:
    text = f"Jo Doe\nIn a program, will sit for the NCLEX-PN\n{AIDE}\nQuickBooks"
    apart = {one["skill"]: one["standing"] for one in read(run, tmp_path, text)["not_claimed"]}
    assert apart["lpn-license"] == "learning"


@pytest.mark.parametrize(
    ("job", "line", "license_"),
    [
        (TEACHER, "Ohio 5-Year Professional License, Early Childhood", "teaching-license"),
        (NURSE, "Georgia active license", "rn-license"),
        (COOK, "Ohio Professional License", None),
        (TEACHER, "Ohio Professional License (expired)", None),
        (TEACHER, "Pursuing Ohio Professional License", None),
        (TEACHER, "Ohio Fishing License", None),
    ],
)
def test_a_license_of_a_state_is_that_of_the_present_job(
    run: Run, tmp_path: Path, job: str, line: str, license_: str | None
) -> None:
    found = read(run, tmp_path, f"Jo Doe\nEXPERIENCE\n{job}\nLICENSES\n{line}\nQuickBooks")
    assert found["sure"] == ({license_} if license_ else set())


def test_claims_of_one_line_are_told_together(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "resume.txt"
    path.write_text(f"Jo Doe\n{WELDER}\n- Did payroll and forklift driving\n- QuickBooks")
    run("import", str(path), "--yes")
    told = [line for line in run("profile").out.splitlines() if "Did payroll" in line]
    assert len(told) == 1
    assert ("Payroll" in told[0], "Forklift" in told[0]) == (True, True)
