"""Advertisements as employers write them: terse, with short forms and marks of their own."""

from pathlib import Path

import pytest

from tests.app.test_match import matched
from tests.app.test_match_titles import read
from tests.support.running import Run


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("RN Case Mgr - Hospice\nTerritory: Lorain/Medina Co. OH\nwound care", "registered-nurse"),
        ("Maint Tech\nExcel", "maintenance-technician"),
        ("Admin Asst\nExcel", "administrative-assistant"),
        ("911 Dispatcher\nExcel", "public-safety-telecommunicators"),
    ],
)
def test_a_title_in_short_forms_is_read(run: Run, tmp_path: Path, text: str, role: str) -> None:
    assert read(run, tmp_path, text)["nearest_roles"][0]["slug"] == role


def test_what_only_shares_a_letter_with_a_title_is_not_near(run: Run, tmp_path: Path) -> None:
    near = {role["slug"] for role in read(run, tmp_path, "AP Specialist\nExcel")["nearest_roles"]}
    assert not {"landscape-architects", "secondary-teacher"} & near


@pytest.mark.parametrize(
    ("line", "kind", "wished"),
    [
        ("1 yr LTC exp pref but new grads welcome", "years", True),
        ("1-2 yrs acute care - CHPN a plus", "years", False),
        ("walkie rider exp. 6 mos. req'd", "years", False),
        ("Assoc deg in acctg pref", "degree", True),
        ("HS dipl. or equiv", "degree", False),
        ("21+ w/ AZ DL", "age", False),
        ("pass drug scrn + bkgd", "drug", False),
        ("pass drug scrn + bkgd", "background", False),
        ("Every other wkend", "weekends", False),
        ("on-call 1:5", "on call", False),
        ("Medical gas endorsement pref.", "license", True),
        ("Med admin cert (MAP) or willing to get it in time", "license", False),
        ("cherry picker (6 mo min)", "years", False),
        ("BA + 2 yrs", "degree", False),
        ("credit & bg check", "credit", False),
        ("clean DMV", "record", False),
        ("No exp nec, will train!", "no experience", False),
    ],
)
def test_terse_lines_are_read(run: Run, tmp_path: Path, line: str, kind: str, wished: bool) -> None:
    data = read(run, tmp_path, f"Nurse\nBLS\n{line}\n")
    assert {one["kind"]: one["wished"] for one in data["requirements"]}[kind] is wished


def test_a_plus_may_be_a_sign(run: Run, tmp_path: Path) -> None:
    data = read(run, tmp_path, "Clerk\nSpanish/Russian bilingual a +\nExcel a huge +\n")
    assert {one["id"]: one["standing"] for one in data["skills"]} == {
        "spanish": "nice",
        "russian-language": "nice",
        "excel": "nice",
    }


def test_a_school_year_makes_no_resume(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Teacher Aide 2026-27 SY\nPay: $19-24/hr\nCPR\n")
    assert run("match", str(path)).err == ""


def test_of_taxes_nobody_is_to_sell(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Bookkeeper\n1099s, W-9s, sales/use tax\n")
    assert {one["id"] for one in matched(run, path)["skills"]} == {
        "bookkeeping",
        "1099-filing",
        "sales-tax",
    }


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Phlebotomist\nReq ID: 8 | Loc: Tampa\nEKG", "hair-styling"),
        ("Bank teller\nExcel\nrefer customers to MLO", "mlo-license"),
        ("Bank teller\nExcel\ncredit & bg check", "academic-records"),
        ("Caregiver\nADLs\nCPR/FA provided", "cpr"),
        ("Paralegal\nWestlaw\ncalendaring per CCP, ABA", "ccp"),
    ],
)
def test_what_is_not_asked_for_is_not_asked_for(
    run: Run, tmp_path: Path, text: str, wrong: str
) -> None:
    data = read(run, tmp_path, text)
    assert wrong not in {one["id"] for one in (*data["skills"], *data["credentials"])}


def test_a_number_of_the_advertisement_is_no_place(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Phlebotomist\nReq ID: 88213, Shift: days\nEKG\n$18.75 - $26.10\n")
    assert "Idaho" not in run("match", str(path)).out


@pytest.mark.parametrize(
    "text", ["Litigation Paralegal -PI- 3+ yrs\nWestlaw", "Approx 10/1 - 12/19\nParalegal\nWestlaw"]
)
def test_a_dash_without_blanks_ends_a_title_and_days_are_none(
    run: Run, tmp_path: Path, text: str
) -> None:
    assert read(run, tmp_path, text)["nearest_roles"][0]["slug"] == "paralegal"
