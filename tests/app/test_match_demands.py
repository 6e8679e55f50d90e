"""Advertisements: conditions, cards, physical demands, and what one of two is enough for."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.running import Run


def matched(run: Run, tmp_path: Path, text: str) -> dict[str, Any]:
    path = tmp_path / "ad.txt"
    path.write_text(f"Nurse\n{text}\nExcel, SQL\n")
    data: dict[str, Any] = json.loads(run("match", str(path), "--format", "json").out)
    data["told"] = {one["kind"]: one["what"] for one in data["requirements"]}
    data["named"] = {one["id"]: one for one in (*data["skills"], *data["credentials"])}
    return data


@pytest.mark.parametrize(
    "line",
    [
        "Clean driving record for 3 years.",
        "No misdemeanor in 5 years.",
        "Clean MVR for 3 years",
        "Must be free of convictions for 7 years",
        "Driver's license held and licensed for 2 years",
        "3 years of a clean record",
        "2 years accident-free",
    ],
)
def test_years_of_a_clean_record_are_no_experience(run: Run, tmp_path: Path, line: str) -> None:
    assert "years" not in matched(run, tmp_path, line)["told"]


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("Clean MVR for 3 years; 1+ year oilfield experience", "1 year of experience"),
        ("Clean MVR for 3 years and 2 years of experience", "2 years of experience"),
        ("RN license with 2 years of experience", "2 years of experience"),
        ("2 years' experience with a clean record", "2 years of experience"),
        ("2 years licensed experience", "2 years of experience"),
    ],
)
def test_years_of_work_beside_them_are(run: Run, tmp_path: Path, line: str, years: str) -> None:
    assert matched(run, tmp_path, line)["told"]["years"] == years


@pytest.mark.parametrize(
    ("line", "kind", "what"),
    [
        ("Carry 50# up a flight of stairs", "lifting", "lifting 50 lb"),
        ("Help lift and transfer patients up to 50 pounds", "lifting", "lifting 50 pounds"),
        ("Occasionally lift a 25 lb box of files", "lifting", "lifting 25 lb"),
        ("Pass a physical agility test", "physical", "a physical test"),
        ("Credit check required", "credit", "a credit check"),
        ("Able to stand 10 hrs", "standing", "standing for long"),
        ("84 hours a week, 14 days on / 7 off", "rotation", "14 days on / 7 off"),
        ("Graduate of an accredited MA program", "program", "an accredited program"),
    ],
)
def test_what_only_a_person_can_judge_is_told(
    run: Run, tmp_path: Path, line: str, kind: str, what: str
) -> None:
    data = matched(run, tmp_path, line)
    assert data["told"][kind] == what
    assert not {"patient-transfers", "academic-records"} & data["named"].keys()
    assert {skill["id"] for skill in data["skills"]} == {"excel", "sql"}


def test_no_degree_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ad.txt"
    path.write_text("Cook\nNo degree needed\n2 years of experience\n")
    out = run("match", str(path)).out
    assert "Doesn't ask for: a degree" in out
    assert "degree" not in out.partition("Not mentioned")[2].partition("\n")[0]


def test_cards_of_names_that_are_not_known_are_licenses(run: Run, tmp_path: Path) -> None:
    line = "H2S Alive and SafeLand (PEC) cards required; we pay for the renewal"
    found = matched(run, tmp_path, line)["requirements"]
    assert [one["what"] for one in found] == ["H2S Alive card", "SafeLand card"]
    assert {one["kind"] for one in found} == {"license"}
    assert not matched(run, tmp_path, "Must accept credit cards")["requirements"]


def test_the_time_to_get_a_card_is_told(run: Run, tmp_path: Path) -> None:
    line = "Texas Food Handler card required within 30 days"
    assert matched(run, tmp_path, line)["named"]["food-handler-card"]["within"] == "within 30 days"
    assert "within 30 days" in run("match", str(tmp_path / "ad.txt")).out


@pytest.mark.parametrize(
    ("line", "wished"),
    [
        ("Certified Bookkeeper (AIPB) or QuickBooks ProAdvisor a plus.", "certified-bookkeeper"),
        ("Bilingual English/Spanish strongly preferred", "spanish"),
        ("Spanish strongly preferred", "spanish"),
        ("TWIC and HAZWOPER cards a plus", "twic"),
    ],
)
def test_a_wish_behind_a_list_covers_all_of_it(
    run: Run, tmp_path: Path, line: str, wished: str
) -> None:
    named = matched(run, tmp_path, line)["named"]
    assert named[wished]["standing"] == "nice"


@pytest.mark.parametrize(
    "line", ["LPN or RN license required.", "Must have an LPN license or a valid RN license"]
)
def test_one_of_two_licenses_is_enough(run: Run, tmp_path: Path, line: str) -> None:
    named = matched(run, tmp_path, line)["named"]
    assert named["lpn-license"]["one_of"] == named["rn-license"]["one_of"] == 1
    path = str(tmp_path / "ad.txt")
    either = "either Licensed practical or vocational nurse (LPN/LVN) license or Registered nurse"
    assert either in run("match", path).out
    run("profile", "set", "lpn-license")
    out = run("match", path).out
    assert "☑ Licensed practical or vocational nurse (LPN/LVN) license or Registered nurse" in out
    assert "You have every license that it requires." in out
    assert "Registered nurse" not in run("match", path, path).out


def test_a_name_in_brackets_is_a_part_of_the_name(run: Run, tmp_path: Path) -> None:
    data = matched(run, tmp_path, "Must hold current CMA (AAMA), RMA (AMT) or CCMA")
    assert data["named"]["medical-assistant-cert"]["written"] == "CMA (AAMA)"
    assert "CMA" not in data["unrecognized"]


def test_short_forms_with_a_stroke(run: Run, tmp_path: Path) -> None:
    named = matched(run, tmp_path, "A/P and A/R")["named"]
    assert {"accounts-payable", "accounts-receivable"} <= named.keys()
    assert "accounts-receivable" not in matched(run, tmp_path, "Used a R package")["named"]


def test_what_is_paid_for_is_asked_for(run: Run, tmp_path: Path) -> None:
    data = matched(run, tmp_path, "BLS required; we pay for the renewal\nNotary public commission")
    assert {"bls", "notary"} <= {one["id"].split("-")[0] for one in data["credentials"]}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Forklift certification, or willing to train", "forklift-card"),
        ("CNA license or willing to train.", "cna"),
        ("Phlebotomy or we will train the right person", "phlebotomy"),
        ("MIG welding (will train)", "mig-welding"),
        ("OSHA 10 required but able to train.", "osha-10"),
        ("CPR preferred, on-the-job training provided.", "cpr"),
        ("Spanish or willing to learn", "spanish"),
    ],
)
def test_what_is_trained_is_not_required(run: Run, tmp_path: Path, line: str, name: str) -> None:
    data = matched(run, tmp_path, line)
    assert data["named"][name]["standing"] == "nice"
    assert data["named"]["excel"]["standing"] == "must"


@pytest.mark.parametrize(
    ("line", "wished"),
    [
        ("2 years of experience or willing to train.", True),
        ("1 year of experience; will train on our software", False),
        ("2 years of experience training apprentices", False),
    ],
)
def test_years_that_training_replaces_are_not_required(
    run: Run, tmp_path: Path, line: str, wished: bool
) -> None:
    (years,) = (
        one for one in matched(run, tmp_path, line)["requirements"] if one["kind"] == "years"
    )
    assert years["wished"] is wished


def test_training_others_is_a_duty_and_lifts_nothing(run: Run, tmp_path: Path) -> None:
    named = matched(run, tmp_path, "MIG welding, will train new hires on TIG welding")["named"]
    assert (named["mig-welding"]["standing"], named["tig-welding"]["standing"]) == ("must", "must")


@pytest.mark.parametrize(
    ("line", "level", "marks"),
    [
        ("Must be bilingual (English/Spanish)", 3, "\u25d0"),
        ("Fluent in Spanish", 3, "\u25d0"),
        ("Spanish speaking a must", 2, "\u25d0"),
        ("Spanish required", None, "\u2611"),
    ],
)
def test_who_is_to_be_bilingual_is_to_work_in_the_language(
    run: Run, tmp_path: Path, line: str, level: int | None, marks: str
) -> None:
    run("profile", "set", "spanish=1")
    assert matched(run, tmp_path, line)["named"]["spanish"]["asked_level"] == level
    assert f"{marks} Spanish" in run("match", str(tmp_path / "ad.txt")).out


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("2 years of MDS 3.0 experience in a home.", "2 years of MDS 3.0 experience in a home"),
        ("1 yr forklift ", "1 yr forklift"),
    ],
)
def test_a_quote_is_whole(run: Run, tmp_path: Path, line: str, words: str) -> None:
    asked = matched(run, tmp_path, line)["requirements"]
    assert [one["written"] for one in asked if one["kind"] == "years"] == [words]


def test_of_a_folder_only_files_that_may_be_advertisements_are_read(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "ads"
    folder.mkdir()
    (folder / "one.txt").write_text("Clerk\nExcel\n")
    (folder / "two.MD").write_text("Clerk\nSQL\n")
    (folder / "hosts").write_text("Excel\n")
    (folder / "some.conf").write_text("Excel\n")
    result = run("match", str(folder))
    assert "one.txt (Office clerk), two.MD (Office clerk)" in result.out
    assert result.err.startswith(f"Skipped 2 files in {folder}: not .txt,")
    assert "hosts" not in result.out + result.err
    (folder / "one.txt").unlink()
    (folder / "two.MD").unlink()
    assert f"There is no advertisement in {folder}." in run("match", str(folder)).err
    assert "Microsoft Excel" in run("match", str(folder / "hosts")).out
