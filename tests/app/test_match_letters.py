"""Names that mean one thing in some work and another elsewhere, and letters that aren't known."""

import csv
from pathlib import Path

import pytest

from tests.app.test_match import matched
from tests.support.running import Run

DATA = Path(__file__).parents[2] / "data"


def read(run: Run, tmp_path: Path, text: str) -> tuple[dict[str, str], dict[str, bool], list[str]]:
    """Standing of what is known, whether licenses of unknown names are wished, and other names."""
    path = tmp_path / "a.txt"
    path.write_text(text)
    data = matched(run, path)
    named = {one["id"]: one["standing"] for one in (*data["skills"], *data["credentials"])}
    unknown = {one["what"]: one["wished"] for one in data["requirements"]}
    return named, unknown, data["unrecognized"]


@pytest.mark.parametrize(
    ("text", "wrong", "told"),
    [
        ("Pipe Inspector\nCWI, API 570", "api-development", "API 570"),
        ("Biller\nKnowledge of CMS regulations, ICD-10", "content-management-systems", "CMS"),
        ("Photo Retoucher\nLightroom\nphoto toning", "hair-color-formulation", "toning"),
        ("Truck Driver\nCDL A\n10 year lookback on DUI", "lookback", "lookback"),
        ("Nurse\nIV starts, HR, RR", "human-resources", "HR"),
        ("Property Manager\nYardi, Excel\nHas a CPM", "cpm", "CPM"),
        ("Swine Farm Worker\nfarrowing, AI", "artificial-intelligence", "AI"),
        ("Tower Tech\nOSHA 10\n4G/5G, LTE", "position-welding", "4G"),
    ],
)
def test_a_short_form_counts_only_in_the_work_in_which_it_means_that(
    run: Run, tmp_path: Path, text: str, wrong: str, told: str
) -> None:
    named, _, others = read(run, tmp_path, text)
    assert wrong not in named
    assert told in others


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Backend Engineer\nAPI design, SQL", "api-development"),
        ("Journalist\nCMS (WordPress)", "content-management-systems"),
        ("Office clerk\nCMS regulations\ncontent management systems", "content-management-systems"),
        ("Dental Assistant\nCDA required", "dental-assistant-cert"),
        ("Preschool Teacher\nCDA required", "cda"),
        ("Restaurant Manager\nTexas CFM required", "servsafe"),
        ("School Bus Driver\nCDL required", "cdl-b"),
        ("Truck Driver\nCDL required", "cdl-a"),
        ("911 Dispatcher\nCAD experience", "emergency-dispatch"),
        ("Automotive Technician\nASE a plus", "ase"),
    ],
)
def test_in_its_own_work_it_is_what_it_means_there(
    run: Run, tmp_path: Path, text: str, right: str
) -> None:
    assert right in read(run, tmp_path, text)[0]


def test_each_meaning_is_in_work_that_there_is() -> None:
    with (DATA / "meanings.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (DATA / "names.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    for row in rows:
        for work in row["work"].split():
            assert any(code.startswith(work) for code in codes), (row["name"], work)


@pytest.mark.parametrize(
    ("line", "unknown"),
    [
        ("XQM certified", {"XQM": False}),
        ("BLS, XQM and ZVPT required", {"XQM": False, "ZVPT": False}),
        ("Must obtain XQM within 90 days of hire", {"XQM": False}),
        ("XQM preferred - we pay for the exam", {"XQM": True}),
        ("XQM, ZVPT or QQA cert", {"XQM, ZVPT or QQA cert": False}),
        ("X-ray cert required", {"X-ray cert": False}),
        (
            "Zed Handler or Quality Awareness permit",
            {"Zed Handler or Quality Awareness permit": False},
        ),
        ("BLS or XQM required", {"or XQM": False}),
        ("MUST HAVE OWN TRANSPORTATION REQUIRED", {"reliable transportation": False}),
        ("The XQM team pays weekly", {}),
        ("Forklift cert a plus", {}),
    ],
)
def test_letters_that_are_asked_for_as_a_license_is_are_said_to_be_unknown(
    run: Run, tmp_path: Path, line: str, unknown: dict[str, bool]
) -> None:
    assert (
        read(run, tmp_path, f"Dental Assistant\nRequirements:\n- Excel\n- {line}\n")[1] == unknown
    )


@pytest.mark.parametrize(
    "line", ["CDA or ECE degree a plus", "CDA / Staff Credential a plus", "CDA a plus"]
)
def test_a_wish_covers_what_is_not_known_beside_a_name(run: Run, tmp_path: Path, line: str) -> None:
    assert read(run, tmp_path, f"Preschool Teacher\n- {line}\n")[0]["cda"] == "nice"


@pytest.mark.parametrize(
    ("line", "standing"),
    [
        ("CDL A required, paid training, home daily", "must"),
        ("CDL A license, 401k, PTO", "must"),
        ("CDL A - we pay for your renewal", "must"),
        ("We pay for your CDL A", None),
    ],
)
def test_what_an_item_asks_for_is_no_offer_of_another(
    run: Run, tmp_path: Path, line: str, standing: str | None
) -> None:
    assert read(run, tmp_path, f"Truck Driver\nOSHA 10\n{line}\n")[0].get("cdl-a") == standing


@pytest.mark.parametrize(
    ("line", "license_", "unknown"),
    [
        ("PEL endorsed in School Counselor", "teaching-license", "endorsement in School Counselor"),
        (
            "teaching license with an endorsement in physics",
            "teaching-license",
            "endorsement in physics",
        ),
        (
            "Teaching certificate in mathematics 7-12",
            "teaching-license",
            "Teaching certificate in mathematics 7-12",
        ),
        (
            "Teaching license with Bilingual or ESL endorsement",
            "teaching-license",
            "Bilingual or ESL endorsement",
        ),
    ],
)
def test_a_license_alone_is_not_its_endorsement(
    run: Run, tmp_path: Path, line: str, license_: str, unknown: str
) -> None:
    run("profile", "set", "teaching-license")
    named, others, _ = read(run, tmp_path, f"School Counselor\nRequirements:\n- {line}\n")
    assert license_ in named
    assert list(others) == [unknown]
    out = run("match", str(tmp_path / "a.txt")).out
    assert f"\u2610 {unknown}" in out
    assert "You have every" not in out


def test_endorsements_that_are_known_are_those(run: Run, tmp_path: Path) -> None:
    text = "Teacher\nteaching license with endorsement in special education\nHazmat endorsed\n"
    named, others, _ = read(run, tmp_path, text)
    assert {"special-education-license", "cdl-hazmat"} <= named.keys()
    assert others == {}


@pytest.mark.parametrize(
    "text",
    [
        "CDL-A TRAINEE / paid CDL school / you do NOT need a CDL",
        "School Bus Driver\nPaid CDL training!",
        "Truck Driver\nWe pay for your CDL training.",
        "Truck Driver - CDL A\nNo CDL needed",
        "Delivery Driver\nEarn your CDL while you work",
    ],
)
def test_what_people_are_trained_for_is_not_required(run: Run, tmp_path: Path, text: str) -> None:
    named = read(run, tmp_path, f"{text}\nMust be 21+\nclean driving record\n")[0]
    assert not {"cdl-a", "cdl-b"} & named.keys()


@pytest.mark.parametrize(
    "line",
    [
        "CDL A school graduates welcome",
        "Don't apply without a CDL A",
        "CDL A training required",
        "No CDL B needed; CDL A required",
    ],
)
def test_a_license_that_must_be_there_is_required(run: Run, tmp_path: Path, line: str) -> None:
    assert read(run, tmp_path, f"Truck Driver\n{line}\n")[0]["cdl-a"] == "must"


@pytest.mark.parametrize(
    ("line", "others"),
    [
        ("FDA, CMS and OIG licensed facility.", ["FDA", "CMS", "OIG"]),
        ("Our ICU or PACU needed. USA FIRST LLC is licensed.", ["ICU", "PACU"]),
        ("ASAP needed.", ["ASAP"]),
        ("SEC, FASB, IRS required", ["SEC", "FASB", "IRS"]),
    ],
)
def test_letters_beside_no_license_are_none(
    run: Run, tmp_path: Path, line: str, others: list[str]
) -> None:
    _, licenses, unknown = read(run, tmp_path, f"Clerk\nAkron\nRequirements:\n- Python\n- {line}\n")
    assert licenses == {}
    assert set(others) <= {word for words in unknown for word in words.split()}


@pytest.mark.parametrize(
    "line",
    [
        "Teaching license in good standing required",
        "Teaching license in the state of Ohio",
        "Teaching certificate for grades K-6",
        "Teaching license, endorsed for distribution",
    ],
)
def test_what_every_license_may_be_is_no_other_license(run: Run, tmp_path: Path, line: str) -> None:
    named, others, _ = read(run, tmp_path, f"Teacher\nRequirements:\n- {line}\n")
    assert (list(named), others) == (["teaching-license"], {})


def test_the_article_of_a_wish_is_no_class(run: Run, tmp_path: Path) -> None:
    assert read(run, tmp_path, "Truck Driver\nCDL a plus\n")[0]["cdl-a"] == "nice"
