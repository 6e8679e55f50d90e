"""Advertisements: what proves that something they ask for is had, and what doesn't."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.running import Run


def matched(run: Run, tmp_path: Path, text: str) -> tuple[str, dict[str, Any]]:
    """The screen of an advertisement, and each thing that it asks for by its id or kind."""
    path = tmp_path / "ad.txt"
    path.write_text(text)
    found = json.loads(run("match", str(path), "--format", "json").out)
    named = {one["id"]: one for one in (*found["skills"], *found["credentials"])}
    named |= {one["kind"]: one for one in found["requirements"]}
    return run("match", str(path)).out, named


PROGRAM = "Graduate of an accredited practical nursing program"


@pytest.mark.parametrize(
    ("held", "line", "met"),
    [
        ("bls", PROGRAM, "not known"),
        ("cna", PROGRAM, "not known"),
        ("lpn-license", PROGRAM, "met"),
        ("lpn-license", "Graduate of an accredited dental hygiene program", "not known"),
        ("lpn-license", "Graduate of an accredited program", "met"),
        ("bls", "Graduate of an accredited program", "not known"),
    ],
)
def test_only_a_license_of_its_trade_proves_a_program(
    run: Run, tmp_path: Path, held: str, line: str, met: str
) -> None:
    run("profile", "set", held)
    text = f"LPN - Pediatric Clinic\nRequired:\n- LPN license\n- BLS\n- CNA\n- {line}\n"
    assert matched(run, tmp_path, text)[1]["program"]["met"] == met


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Fluent English required, some Spanish", 1),
        ("Fluent English required, Spanish a plus", None),
        ("Fluent in English, Spanish and French required", 3),
        ("Bilingual, English and Spanish required", 3),
        ("Must speak English and Spanish, fluent in both", 3),
    ],
)
def test_fluency_is_that_of_the_language_it_stands_beside(
    run: Run, tmp_path: Path, line: str, level: int | None
) -> None:
    _, named = matched(run, tmp_path, f"Customer service rep\n{line}\n")
    assert named["spanish"]["asked_level"] == level


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("CPR certification required", "held"),
        ("CPR / BLS", "held"),
        ("First aid certification required", "unknown"),
    ],
)
def test_a_card_that_is_more_answers_a_lesser_one(
    run: Run, tmp_path: Path, line: str, state: str
) -> None:
    run("profile", "set", "bls")
    out, named = matched(run, tmp_path, f"Nursing assistant\nRequirements:\n- {line}\n")
    assert named["cpr"]["state"] == state
    assert ("through Basic Life Support (BLS)" in out) == (state == "held")


@pytest.mark.parametrize(
    ("line", "met"),
    [
        ("BS in Computer Science or equivalent experience", "not known"),
        ("Bachelor's degree in Education, HR or a related field", "not known"),
        ("BSN required", "not known"),
        ("BS Biology", "not known"),
        ("Bachelor's degree required", "met"),
        ("Bachelor's degree in any field", "met"),
        ("Bachelor's degree and experience in sales", "met"),
    ],
)
def test_a_degree_in_a_field_is_met_by_its_level_alone(
    run: Run, tmp_path: Path, line: str, met: str
) -> None:
    run("profile", "set", "education=bachelor")
    out, named = matched(run, tmp_path, f"Analyst\nRequirements:\n- {line}\n")
    assert named["degree"]["met"] == met
    is_part = met == "not known"
    assert ("| level met |" in out) == is_part
    assert ("In short: Yours to judge: whether your degree is in the field." in out) == is_part


def test_what_is_asked_for_behind_a_denial_is_not_denied(run: Run, tmp_path: Path) -> None:
    text = "Truck driver\n* Clean MVR, no DUI, pass DOT physical and drug screen\n"
    out, named = matched(run, tmp_path, text)
    assert named["dot-medical-card"]["standing"] == "must"
    assert "Doesn't ask for" not in out


@pytest.mark.parametrize(
    "line", ["Culinary degree a plus but not required", "Culinary degree preferred"]
)
def test_a_degree_of_any_name_is_a_wish(run: Run, tmp_path: Path, line: str) -> None:
    out, _ = matched(run, tmp_path, f"Sous chef\nRequirements:\n- ServSafe\n- {line}\n")
    assert "- Nice: a degree\n" in out
    assert "degree" not in out.partition("Not mentioned")[2]


@pytest.mark.parametrize(
    "line",
    [
        "CWI or ability to obtain within 6 months",
        "CWI or able to obtain CWI within 6 months",
        "Ability to obtain a CWI certification within 6 months of hire",
        "Within 6 months of hire, obtain a CWI certification",
    ],
)
@pytest.mark.parametrize("title", ["Weld Inspector", "Welding Inspector (CWI) - Day Shift"])
def test_the_time_to_get_a_license_is_told_in_any_order(
    run: Run, tmp_path: Path, title: str, line: str
) -> None:
    out, named = matched(run, tmp_path, f"{title}\nRequirements:\n- {line}\n")
    assert named["cwi"]["within"] == "within 6 months"
    assert "There is time to get Certified Welding Inspector (CWI) within 6 months" in out


def test_a_time_of_a_clean_record_is_none_to_get_a_license(run: Run, tmp_path: Path) -> None:
    _, named = matched(run, tmp_path, "Truck driver\nCDL A, no violations within 5 years\n")
    assert named["cdl-a"]["within"] is None


@pytest.mark.parametrize(
    ("line", "is_card"),
    [
        ("Inspect finished welds to AWS D1.1 and customer specs", False),
        ("Recover refrigerant per EPA 608", False),
        ("Certified to AWS D1.1", True),
        ("AWS D1.1", True),
    ],
)
def test_the_code_that_work_follows_is_no_card(
    run: Run, tmp_path: Path, line: str, *, is_card: bool
) -> None:
    _, named = matched(run, tmp_path, f"Shop hand\nRequirements:\n- Excel\n- {line}\n")
    assert bool({"welding-cert", "epa-608"} & named.keys()) == is_card


def test_the_name_of_an_employer_asks_for_nothing(run: Run, tmp_path: Path) -> None:
    text = "Office clerk\nGulf Welding & Repair, Mobile, AL\nRequirements:\n- Excel\n"
    _, named = matched(run, tmp_path, text)
    assert {"excel"} == named.keys()
    text = (
        "Nurse Manager, Medical-Surgical Unit\nWork with our subcontractor\nRequirements:\n- Excel"
    )
    _, named = matched(run, tmp_path, text)
    assert not {"perioperative-care", "construction-management"} & named.keys()


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        ("Training Coordinator", "Training specialist"),
        ("Safety Coordinator", "Safety specialist"),
        ("Training Manager", "Training manager"),
        ("Wellness Coordinator", "Wellness coordinator"),
    ],
)
def test_a_coordinator_is_not_read_as_the_manager(
    run: Run, tmp_path: Path, title: str, read_as: str
) -> None:
    out, _ = matched(run, tmp_path, f"{title}\nRequirements:\n- Excel\n")
    assert f"read as: {read_as} (" in out


def test_a_wish_of_a_name_that_is_not_known_is_told(run: Run, tmp_path: Path) -> None:
    text = (
        "Weld Inspector\nRequirements:\n- CWI\n\nPreferred\n- MT/PT Level II\n- NAVSEA experience\n"
    )
    assert "- Nice: MT/PT Level II and NAVSEA experience\n" in matched(run, tmp_path, text)[0]
    text = "Weld Inspector\nCWI required. EOE/M/F/Vet\nPreferred: NAVSEA experience, SQL\n"
    assert "- Nice: SQL and NAVSEA experience\n" in matched(run, tmp_path, text)[0]
    text = "Weld Inspector\nRequirements:\n- CWI\n- MT/PT Level II preferred\n"
    assert "- Nice: MT/PT Level II\n" in matched(run, tmp_path, text)[0]


def test_how_much_of_it_is_had_is_told_first(run: Run, tmp_path: Path) -> None:
    text = "Clerk\nRequirements:\n- Excel or SQL\n- Python\n- CDL A\n- BLS\n- High school diploma\n"
    run("profile", "set", "sql=3", "python=none", "bls", "education=high-school")
    told = "Of 5 things that it asks for: 3 had, 1 not had, 1 not in your profile."
    assert told in matched(run, tmp_path, text)[0]
    assert "Of 1 thing" not in matched(run, tmp_path, "Clerk\nExcel\n")[0]


def test_a_wish_of_one_of_two_names_is_not_cut(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nurse\nXQA or XQT preferred\nExcel")
    assert "r XQT" not in run("match", str(path)).out
    assert "Nice: XQT" in run("match", str(path)).out
