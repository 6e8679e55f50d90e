"""Advertisements: years and degrees that are asked for, and those that are something else."""

from pathlib import Path

import pytest

from tests.support.running import Run


def screen(run: Run, tmp_path: Path, text: str) -> str:
    path = tmp_path / "ad.txt"
    path.write_text(f"{text}\nExcel, SQL\n")
    return run("match", str(path)).out


@pytest.mark.parametrize(
    "line",
    [
        "We have been in business 25 years.",
        "Family owned for 40 years",
        "Growing plumbing company with 30 years of experience seeks helper",
        "Over 20 years of combined experience",
        "401k after 2 years",
        "School paid (4 yrs, Tues night).",
        "School paid (4 yrs, Tues night), no experience needed",
        "A raise at 1 year",
        "Classroom training 4 yrs paid by us",
        "2 year contract",
        "10 year veteran team",
    ],
)
def test_years_of_other_things_are_no_experience(run: Run, tmp_path: Path, line: str) -> None:
    out = screen(run, tmp_path, f"Helper\n{line}")
    assert "of experience" not in out
    assert "Not mentioned: degree, license or certificate" in out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("5 or more years of experience required", "5 years of experience"),
        ("3 or more years experience", "3 years of experience"),
        ("five to seven years of experience", "5 years of experience"),
        ("Requirements: Class A CDL, 12 months OTR, clean MVR", "12 months of experience"),
        ("Line cook - 2 yrs", "2 years of experience"),
        ("1 yr med surg.", "1 year of experience"),
        ("4+ years as data analyst", "4 years of experience"),
        ("We need 3 years of welding", "3 years of experience"),
        ("Vocational training or 3 years welding", "3 years of experience"),
        ("5 years contract administration experience", "5 years of experience"),
        ("4 years program management", "4 years of experience"),
    ],
)
def test_years_that_are_asked_for_are_told(run: Run, tmp_path: Path, line: str, told: str) -> None:
    out = screen(run, tmp_path, f"Helper\n{line}")
    assert f"\u2610 {told}" in out.replace("or ", "")
    assert f"Not in your profile: {told}" in out or told in out.partition("In short")[2]


def test_years_that_begin_at_none_are_met(run: Run, tmp_path: Path) -> None:
    out = screen(run, tmp_path, "Coordinator\n0-2 years experience; recent grads welcome!")
    assert "\u2611 0 to 2 years of experience" in out
    assert "You have every year that it requires." in out


@pytest.mark.parametrize(
    "words",
    ["No Experience Needed!", "no experience required", "No exp.", "no experience? we train"],
)
def test_no_experience_is_told_and_bare_years_are_none(
    run: Run, tmp_path: Path, words: str
) -> None:
    out = screen(run, tmp_path, f"Apprentice ({words})\n4 yrs, Tues night")
    assert "Doesn't ask for: experience" in out
    assert "of experience" not in out
    assert "years" not in out.partition("Not mentioned")[2].partition("\n")[0]


def test_experience_of_one_kind_that_is_not_needed_leaves_the_other(
    run: Run, tmp_path: Path
) -> None:
    out = screen(run, tmp_path, "Manager\n3+ years in analytics\nNo PM experience necessary!")
    assert "\u2610 3 years of experience" in out
    assert "Doesn't ask for" not in out


@pytest.mark.parametrize(
    ("line", "denied"),
    [
        ("Not required: a master's degree.", "a graduate degree"),
        ("Masters degree not required.", "a graduate degree"),
        ("You don't need a bachelor's degree.", "a bachelor's degree"),
        ("No diploma required.", "a high school diploma"),
        ("No degree or diploma needed", "a degree"),
        ("A degree is not required", "a degree"),
    ],
)
def test_a_degree_that_is_not_asked_for_is_said_so(
    run: Run, tmp_path: Path, line: str, denied: str
) -> None:
    run("profile", "set", "education=none")
    out = screen(run, tmp_path, f"Helper\n{line}\nForklift license required")
    assert f"Doesn't ask for: {denied}" in out
    assert "You don't have" not in out


def test_a_degree_that_is_asked_for_beside_one_that_is_not(run: Run, tmp_path: Path) -> None:
    line = "Masters degree not required. Bachelors in accounting required. CPA a plus."
    out = screen(run, tmp_path, f"Accountant\n{line}")
    assert "\u2610 a bachelor's degree" in out
    assert "Doesn't ask for: a graduate degree\n" in out


def test_not_required_but_preferred_is_a_wish(run: Run, tmp_path: Path) -> None:
    out = screen(run, tmp_path, "Clerk\nBachelor's degree not required but preferred")
    assert "Nice: a bachelor's degree" in out
    assert "Doesn't ask for" not in out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("BS Accounting, 2-4 yrs exp", "a bachelor's degree"),
        ("B.S. in Biology", "a bachelor's degree"),
        ("Degree in finance required", "a degree"),
        (
            "BS Biology w/ 0-1 yr exp OR Associates w/ 2-4 yrs",
            "a bachelor's degree, or an associate degree with 2 years of experience",
        ),
        (
            "Bachelor's degree and 2 years of experience or a Master's degree with 1 year",
            (
                "a bachelor's degree with 2 years of experience, "
                "or a graduate degree with 1 year of experience"
            ),
        ),
        (
            "MS or PhD in Statistics with 3+ years of experience, or BS with 6+ years.",
            (
                "a graduate degree with 3 years of experience, "
                "or a bachelor's degree with 6 years of experience"
            ),
        ),
        ("2 years exp or culinary degree", "2 years of experience or a degree"),
    ],
)
def test_degrees_by_their_letters_and_with_their_years(
    run: Run, tmp_path: Path, line: str, told: str
) -> None:
    out = screen(run, tmp_path, f"Technician\n{line}")
    assert f"\u2610 {told} " in out
    assert "degree" not in out.partition("Not mentioned")[2].partition("\n")[0]


def test_either_way_in_is_enough(run: Run, tmp_path: Path) -> None:
    line = "BS w/ 0-1 yr exp OR Associates w/ 2-4 yrs"
    run("profile", "set", "education=bachelor")
    assert "\u2611 a bachelor's degree, or" in screen(run, tmp_path, f"Lab Technician\n{line}")
    run("profile", "set", "education=high-school")
    assert "You don't have either a bachelor's degree, or" in screen(
        run, tmp_path, f"Lab Technician\n{line}"
    )


def test_a_wish_behind_another_item_is_not_that_of_the_years(run: Run, tmp_path: Path) -> None:
    line = "5 years service experience, EPA 608 Universal, NATE a plus, clean driving record"
    out = screen(run, tmp_path, f"HVAC Technician\n{line}")
    assert "\u2610 5 years of experience" in out
    assert "- Nice: NATE\n" in out
    line = "Bachelor's degree required, master's preferred"
    assert "\u2610 a bachelor's degree" in screen(run, tmp_path, f"Analyst\n{line}")
    line = "3 years of experience in retail, sales, or hospitality preferred"
    nice = screen(run, tmp_path, f"Clerk\n{line}").partition("Nice: ")[2].partition("\n")[0]
    assert "3 years of experience" in nice


def test_years_or_a_license_and_either_is_enough(run: Run, tmp_path: Path) -> None:
    run("profile", "set", "job=machinist", "years=31", "education=high-school")
    out = screen(run, tmp_path, "Machinist\nHS/GED. 5 yrs machining exp or journeyman card")
    assert "\u2611 or 5 years of experience" in out
    assert "You have every license, diploma and year that it requires." in out
    run("profile", "set", "years=2")
    out = screen(run, tmp_path, "Machinist\nHS/GED. 5 yrs machining exp or journeyman card")
    assert "5 years of experience may stand in for it." in out


@pytest.mark.parametrize(
    "line",
    [
        "2+ yrs dispatching or OTR driving exp",
        "Class A CDL min 3 yrs verifiable exp required",
        "3 years of driving",
    ],
)
def test_years_count_in_any_of_the_work_that_is_enough(run: Run, tmp_path: Path, line: str) -> None:
    run("profile", "set", "job=truck driver", "years=15", "cdl-a")
    out = screen(run, tmp_path, f"Dispatcher\n{line}")
    assert "years of experience | met |" in out
    run("profile", "set", "job=cook")
    assert "\u2610" in screen(run, tmp_path, f"Dispatcher\n{line}").partition("Requires")[2]


def test_years_of_analysis_are_an_analysts(run: Run, tmp_path: Path) -> None:
    run("profile", "set", "job=data analyst", "years=5")
    line = "3+ years in analytics, data science, or product"
    assert "\u2611 3 years of experience" in screen(run, tmp_path, f"Product Manager\n{line}")


def test_years_or_to_be_licensed_and_either_is_enough(run: Run, tmp_path: Path) -> None:
    out = screen(run, tmp_path, "Plumber\n- 4 years experience or be a licensed journeyman plumber")
    assert "4 years of experience may stand in for it" in out


def test_a_degree_alone_or_a_lower_one_with_years(run: Run, tmp_path: Path) -> None:
    line = "Master's degree or bachelor's with 2 years experience"
    out = screen(run, tmp_path, f"Helper\n\nRequirements:\n- {line}")
    label = "a graduate degree, or a bachelor's degree with 2 years of experience"
    assert f"\u2610 {label} |" in out
    assert "may stand in" not in out


def test_degrees_that_share_their_noun_share_their_years(run: Run, tmp_path: Path) -> None:
    line = "Master's or bachelor's degree with 2 years experience"
    out = screen(run, tmp_path, f"Helper\n\nRequirements:\n- {line}")
    assert "\u2610 2 years of experience" in out


def test_or_between_numbers_makes_no_two_ways(run: Run, tmp_path: Path) -> None:
    line = "Ph.D., MS, or BS with 0, 2, or 5 years of experience respectively"
    out = screen(run, tmp_path, f"Helper\n\nRequirements:\n- {line}")
    assert "degree or 5 years" not in out
