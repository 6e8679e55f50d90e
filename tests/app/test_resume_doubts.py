"""Letters and cards in a résumé that aren't a license of the person's, or may be none."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.running import Run


def read(run: Run, tmp_path: Path, text: str) -> dict[str, Any]:
    """What `import` proposes of a résumé as it stands, and what it leaves in doubt."""
    path = tmp_path / "resume.txt"
    path.write_text(text)
    data: dict[str, Any] = json.loads(run("import", str(path), "--format", "json").out)
    data["sure"] = {one["id"] for one in data["credentials"] if not one["short_form"]}
    data["doubt"] = {one["id"] for one in data["credentials"] if one["short_form"]}
    data["unknown"] = {one["text"] for one in data["unrecognized"]}
    return data


@pytest.mark.parametrize(
    ("line", "credential"),
    [
        ("CDL permit, clean MVR", "cdl-a"),
        ("Class A CDL instruction permit", "cdl-a"),
        ("Studied for CPA exam", "cpa"),
        ("CPA candidate", "cpa"),
        ("CPA exam in May", "cpa"),
        ("Passed 2 of 4 parts of the CPA exam", "cpa"),
        ("NCLEX-RN scheduled", "rn-license"),
    ],
)
def test_what_leads_to_a_license_is_not_the_license(
    run: Run, tmp_path: Path, line: str, credential: str
) -> None:
    found = read(run, tmp_path, f"Jane Doe\nToledo\n{line}\nSkills: QuickBooks")
    assert credential not in found["sure"] | found["doubt"]
    assert {one["skill"]: one["standing"] for one in found["not_claimed"]} == {
        credential: "learning"
    }


def test_a_permit_that_is_itself_a_credential_is_held(run: Run, tmp_path: Path) -> None:
    found = read(run, tmp_path, "Jane Doe\nFood handlers permit, armed guard permit")
    assert found["sure"] == {"food-handler-card", "armed-guard-permit"}


@pytest.mark.parametrize(
    ("text", "credential"),
    [
        ("PTA president, Lincoln Elementary", "pta-license"),
        ("Jane Doe\nVolunteer: PTA treasurer 2015-2019", "pta-license"),
        ("Jane Doe\nCDL school graduate 2024", "cdl-a"),
        ("Jane Doe\nToledo\nReceptionist, CPA firm, certified notary, 2010-2015", "cpa"),
    ],
)
def test_letters_that_only_say_of_which_kind_the_next_word_is_are_asked(
    run: Run, tmp_path: Path, text: str, credential: str
) -> None:
    found = read(run, tmp_path, text)
    assert (credential in found["sure"], credential in found["doubt"]) == (False, True)
    run("import", str(tmp_path / "resume.txt"), "--yes")
    assert credential not in run("profile", "--format", "json").out


@pytest.mark.parametrize(
    "line",
    [
        "Receptionist, Dr. Lo DDS, 2010-2015",
        "Bookkeeper, Smith & Jones CPAs, 2010-2015",
        "Front desk, office of six CPAs, 2010-2015",
    ],
)
def test_letters_of_other_people_are_theirs(run: Run, tmp_path: Path, line: str) -> None:
    found = read(run, tmp_path, f"Jane Doe\nToledo\n{line}\nSkills: QuickBooks")
    standings = [one["standing"] for one in found["not_claimed"]]
    assert (found["credentials"], standings) == ([], ["others"])


def test_a_doctor_has_the_letters_behind_her_own_name(run: Run, tmp_path: Path) -> None:
    assert read(run, tmp_path, "Dr. Ann Lo, DDS\nToledo")["sure"] == {"dds-license"}


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Jane Doe, PE\nCivil engineer at ODOT 2010-present", True),
        ("Jane Doe, P.E.\nCivil engineer at ODOT 2010-present", True),
        ("Jane Doe\nProfessional Engineer (PE), Ohio #12345", True),
        ("Jane Doe, PE\nToledo", False),
    ],
)
def test_letters_behind_the_name_are_those_that_the_job_asks_for(
    run: Run, tmp_path: Path, text: str, *, sure: bool
) -> None:
    found = read(run, tmp_path, text)
    assert (found["sure"], found["doubt"]) == ((PE, set()) if sure else (set(), PE))


PE = {"pe-license"}


def test_physical_education_is_no_license(run: Run, tmp_path: Path) -> None:
    found = read(run, tmp_path, "Jane Doe\nPE teacher, Lincoln Elementary 2010-2026\nSkills: Excel")
    assert found["credentials"] == []


def test_a_journeymans_card_is_of_the_trade_of_the_job(run: Run, tmp_path: Path) -> None:
    electrician = read(run, tmp_path, "Jane Doe\nElectrician, 2010-now\njourneyman card")
    assert "electrician-license" in electrician["sure"]
    machinist = read(run, tmp_path, "Jane Doe\nMachinist, 2010-now\njourneyman card")
    assert (machinist["credentials"], machinist["unknown"]) == ([], {"journeyman card"})


def test_a_card_that_is_not_known_is_told(run: Run, tmp_path: Path) -> None:
    text = "Jane Doe\nGraduated Benjamin Logan HS 1986. journeymans card, underwater basket license"
    assert read(run, tmp_path, text)["unknown"] == {"journeymans card", "underwater basket license"}
