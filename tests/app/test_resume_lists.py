"""What stands beside a name in a résumé: endorsements, issuers, brackets, levels, schools."""

from pathlib import Path

import pytest

from tests.app.test_resume_doubts import read
from tests.support.running import Run


def skills(run: Run, tmp_path: Path, text: str) -> set[str]:
    return {one["skill"] for one in read(run, tmp_path, f"Jo Doe\nToledo\n{text}")["proposals"]}


@pytest.mark.parametrize(
    ("line", "endorsed"),
    [
        ("CDL CLASS A w/ Hazmat + Tanker + Doubles. Clean MVR", {"hazmat", "tank", "doubles"}),
        ("CDL A with H, N, T endorsements", {"hazmat", "tank", "doubles"}),
        ("Class A CDL, X endorsement, TWIC", {"hazmat", "tank"}),
        ("CDL A hazmat tanker doubles TWIC", {"hazmat", "tank", "doubles"}),
        ("CDL-A\nEndorsements: H, N", {"hazmat", "tank"}),
        ("CDL-B, passenger and school bus endorsements", {"passenger", "school-bus"}),
        ("Hazmat, tanker & doubles/triples endorsements", {"hazmat", "tank", "doubles"}),
    ],
)
def test_endorsements_stand_in_a_list_beside_the_license(
    run: Run, tmp_path: Path, line: str, endorsed: set[str]
) -> None:
    found = read(run, tmp_path, f"Jo Doe\nToledo\n{line}")
    held = found["sure"] - {"cdl-a", "cdl-b", "twic"}
    assert held == {f"cdl-{name}" for name in endorsed}
    assert not {"hazardous-materials-handling", "tanker-driving"} & {
        one["skill"] for one in found["proposals"]
    }


@pytest.mark.parametrize(
    "line",
    [
        "CDL-A, hazmat handling, tanker driving, flatbed",
        "CDL-A passenger van driver",
        "CDL-A, N. 5th Street; CDL A & T Trucking",
        "CDL-A, no hazmat",
        "Fire: HAZMAT, tanker operations, CDL-A",
    ],
)
def test_what_only_looks_like_an_endorsement_is_none(run: Run, tmp_path: Path, line: str) -> None:
    assert read(run, tmp_path, f"Jo Doe\nToledo\n{line}")["sure"] == {"cdl-a"}


@pytest.mark.parametrize(
    ("line", "has", "lacks"),
    [
        ("Python (pandas, numpy, matplotlib), git", {"python", "pandas", "numpy"}, set()),
        ("BLS (AHA), HIPAA, QuickBooks", {"hipaa"}, {"aha"}),
        ("Tools: Jira, Confluence, AHA", {"jira", "aha"}, set()),
        ("Therapy: CBT, DBT, EMDR", {"emdr"}, {"dbt"}),
        ("QuickBooks, filing, AP/AR", {"accounts-payable", "accounts-receivable"}, set()),
        ("accounts payable and receivable", {"accounts-payable", "accounts-receivable"}, set()),
        ("fork lift, pallet jack, RF scanner", {"forklift-operation"}, set()),
        ("Languages: Spanish (native), English good", {"spanish", "english-language"}, set()),
        ("I speak good English", {"english-language"}, set()),
        ("skills: RF scanner, basic spanish", {"spanish"}, set()),
        ("languages: spanish, english", {"spanish", "english-language"}, set()),
        ("washed, polish, waxed cars\nQuickBooks", {"quickbooks"}, {"polish"}),
        ("Cooked Chinese, Thai and Mexican food\nExcel", {"excel"}, {"chinese", "thai"}),
        ("Basic computer: Excel a little, Omnitracs", {"excel"}, set()),
        ("B.A. Communications, Toledo 2010\nQuickBooks", {"quickbooks"}, {"communication"}),
        ("B.A. English, UT Austin 2010\nQuickBooks", {"quickbooks"}, {"english-language"}),
        (
            "dock worker, FedEx Memphis hub 2006-2012, shipping & receiving",
            {"shipping-and-receiving"},
            {"fedex-and-ups-shipping"},
        ),
    ],
)
def test_a_name_in_a_list_is_read_with_what_is_beside_it(
    run: Run, tmp_path: Path, line: str, has: set[str], lacks: set[str]
) -> None:
    found = skills(run, tmp_path, line)
    assert (has <= found, lacks & found) == (True, set())


def test_a_card_may_stand_behind_brackets(run: Run, tmp_path: Path) -> None:
    line = "power industrial truck (reach truck, PIT) certified"
    assert read(run, tmp_path, f"Jo Doe\nToledo\n{line}")["sure"] == {"forklift-card"}


def test_a_field_of_study_is_no_title(run: Run, tmp_path: Path) -> None:
    found = read(run, tmp_path, "Jo Doe\nToledo\nB.S. Accounting, Univ. of Toledo 2010")
    assert [one["key"] for one in found["facts"]] == ["education"]


def test_a_task_may_follow_its_bullet_at_once(run: Run, tmp_path: Path) -> None:
    text = "Jo Doe\nQuickBooks\n*train new drivers (mentor 11 students)"
    assert read(run, tmp_path, text)["unknown"] == {"train new drivers (mentor 11 students)"}
