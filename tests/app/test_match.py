"""Advertisements: what they name is found, what only looks like it is not."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.support.running import Run

ADVERT = """Product Coordinator (remote)
We use Jira and Confluence; Java would be nice, JavaScript is not needed.
You will go above and beyond, excel under pressure, and have the last word on release notes.
Languages: Python, Go, R or SQL. Experience with MS Excel, Slack, and stakeholder management.
R&D background welcome. Familiarity with Frobnicator 9000 a plus.
"""


def matched(run: Run, path: Path) -> dict[str, Any]:
    result = run("match", str(path), "--format", "json")
    assert (result.code, result.err) == (0, "")
    data: dict[str, Any] = json.loads(result.out)
    return data


@pytest.fixture
def advert(tmp_path: Path) -> Path:
    path = tmp_path / "advert.txt"
    path.write_text(ADVERT)
    return path


def test_named_skills_are_found_and_lookalikes_are_not(run: Run, advert: Path) -> None:
    found = {one["id"] for one in matched(run, advert)["skills"]}
    assert {
        "jira",
        "confluence",
        "java",
        "python",
        "golang",
        "r-language",
        "sql",
        "excel",
        "slack",
        "stakeholder-management",
    } <= found
    assert not found & {"word", "c", "react", "javascript"}


def test_bare_letters_and_words_are_not_languages(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A go-go attitude in R&D. Go fast. Grade C or better. We use Jira.")
    assert [one["id"] for one in matched(run, path)["skills"]] == ["jira"]


def test_it_says_what_you_have_and_what_was_not_recognised(run: Run, advert: Path) -> None:
    run("profile", "set", "jira=3", "sql=none", "confluence")
    data = matched(run, advert)
    standing = {one["id"]: one["status"] for one in data["skills"]}
    assert (standing["jira"], standing["sql"], standing["confluence"], standing["java"]) == (
        "have",
        "none",
        "claimed",
        "unrated",
    )
    assert any("Frobnicator" in words for words in data["unrecognized"])
    assert data["nearest_roles"][0]["slug"] == "product-coordinator"
    assert "Asks for" in run("match", str(advert)).out
    assert run("match", str(advert), "--format", "csv").out.startswith("skill,label,written")


def test_finding_nothing_is_no_success(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Lighthouse wanted. Must like the sea.")
    result = run("match", str(path))
    assert (result.code, result.out) == (1, "")
    assert "Nothing that careercli knows was found" in result.err


def test_html_is_read_by_its_visible_words(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<!doctype html><html><head><title>Salesforce</title><script>var Kubernetes</script></head>"
        "<body><p>Know <b>Jira</b> &amp; <i>C++</i></p><style>.Docker{}</style></body></html>"
    )
    assert {one["id"] for one in matched(run, path)["skills"]} == {"jira", "cpp"}


def test_an_address_in_a_sentence_does_not_hide_the_sentence(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "advert.json"
    text = {"url": "https://sql.example", "text": "We need Python. Apply at https://x.example"}
    path.write_text(json.dumps(text))
    skills = json.loads(run("match", str(path), "--format", "json").out)["skills"]
    assert [one["id"] for one in skills] == ["python"]


def test_json_resumes_job_schema(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "job.json"
    job = {"title": "Analyst", "skills": [{"name": "Databases", "keywords": ["SQL", "Tableau"]}]}
    path.write_text(json.dumps(job))
    assert {"sql", "tableau"} <= {one["id"] for one in matched(run, path)["skills"]}


BAD = [
    ("a.json", b"{", "is not JSON"),
    ("a.json", b"{\n", "is not JSON"),
    ("a.json", b"[" * 100_000, "nested"),
    ("a.txt", b"\x7fELF\0\0\0", "is not text"),
]


@pytest.mark.parametrize(("name", "raw", "rule"), BAD)
@pytest.mark.parametrize("command", [["match"], ["import", "--yes"]], ids=" ".join)
def test_what_cannot_be_read_is_said(
    run: Run, tmp_path: Path, home: Path, command: list[str], name: str, raw: bytes, rule: str
) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    result = run(*command, str(path))
    assert (result.code, result.out) == (1, "")
    assert rule in result.err
    assert not home.exists()


def test_neither_a_fifo_nor_200_megabytes_are_read(run: Run, tmp_path: Path) -> None:
    fifo, huge = tmp_path / "f.json", tmp_path / "h.json"
    os.mkfifo(fifo)
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    for path, rule in ((fifo, "not a regular file"), (huge, "200,000,000 bytes")):
        for command in (["match"], ["import"]):
            result = run(*command, str(path))
            assert result.code == 1
            assert rule in result.err


def test_windows_and_utf16_text(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for raw in ("Knows Jira – well".encode("cp1252"), "Knows Jira".encode("utf-16")):
        path.write_bytes(raw)
        assert [one["id"] for one in matched(run, path)["skills"]] == ["jira"]


def test_markdown_may_begin_with_a_bracket(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("[Remote] Developer with [Jira](https://example.org)")
    assert [one["id"] for one in matched(run, path)["skills"]] == ["jira"]


def test_a_head_that_is_not_closed_and_a_menu_are_not_the_advertisement(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><head><title>SQL</title><body><nav>Java jobs</nav><p>Jira and Excel")
    assert {one["id"] for one in matched(run, path)["skills"]} == {"jira", "excel"}


def test_a_long_text_of_traps_is_read_in_time(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("R foo Python bar with Frobnic tool. " * 5_000)
    assert [one["id"] for one in matched(run, path)["skills"]] == ["python"]


def test_what_is_only_a_plus_is_told_apart_by_the_words_behind_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Bookkeeper\nRequirements:\n- QuickBooks\n- Certified Bookkeeper (CB) a plus\n"
        "- Excel preferred\n- Excel in all you do\n"
    )
    data = matched(run, path)
    standing = {one["id"]: one["standing"] for one in [*data["skills"], *data["credentials"]]}
    assert standing["quickbooks"] == "must"
    assert (standing["excel"], standing["certified-bookkeeper"]) == ("nice", "nice")


COOK = """Sous Chef - Houston, TX
Pay: $1,450 weekly average, $0.62 per mile when you drive.
Requirements:
- 3+ years line cook experience
- IV certification required
- Must be 23 years or older
- No more than 2 moving violations in 3 years
- Welds must pass X-ray
- Supervise STNAs
- High school diploma or GED preferred
- E-Verify
- Bilingual, some Vietnamese a plus
"""


def test_what_else_is_required_is_said_in_its_own_words(run: Run, tmp_path: Path) -> None:
    run("profile", "set", "job=cook", "years=6", "education=high-school")
    path = tmp_path / "a.txt"
    path.write_text(COOK)
    data = matched(run, path)
    required = {
        one["kind"]: (one["what"], one["met"], one["wished"]) for one in data["requirements"]
    }
    assert required["license"] == ("IV certification", "not known", False)
    assert required["years"] == ("3 years of experience", "met", False)
    assert required["degree"] == ("a high school diploma", "met", True)
    assert required["age"][0] == "being 23 or older"
    assert {"record", "weld test", "authorization"} <= required.keys()
    assert data["credentials"] == []
    skills = {
        one["id"]: (one["standing"], one["status"], one["from_job"]) for one in data["skills"]
    }
    assert skills["cooking"] == ("must", "have", True)
    assert skills["vietnamese-language"][0] == "nice"
    assert not skills.keys() & {"moving", "radiography", "e-verify"}
    pay = data["pay"]
    assert (pay["low"], pay["unit"], pay["by_mile"]) == (1450, "USD/week", "$0.62 per mile")
    out = run("match", str(path)).out
    assert "Not in your profile: IV certification." in out
    assert "a high school diploma \u2713" in out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Associate degree OR 5 years of cooking experience",
            ("degree or years", "an associate degree or 5 years of experience", "met", False),
        ),
        (
            "20 years of cooking experience or a bachelor's degree",
            ("degree or years", "20 years of experience or a bachelor's degree", "not met", False),
        ),
        (
            "Bachelor's degree or equivalent work experience",
            ("degree", "a bachelor's degree or the equivalent", "not known", False),
        ),
        (
            "Bachelor's degree or equivalent experience preferred",
            ("degree", "a bachelor's degree or the equivalent", "not known", True),
        ),
        (
            "Bachelor's degree in business or related field, 3 years of cooking experience",
            ("degree", "a bachelor's degree", "not met", False),
        ),
        ("High school diploma or equivalent", ("degree", "a high school diploma", "met", False)),
        (
            "BS in Statistics, Economics or similar field or 3+ yrs of cooking experience",
            ("degree or years", "a bachelor's degree or 3 years of experience", "met", False),
        ),
        ("At least two (2) years cooking", ("years", "2 years of experience", "met", False)),
        ("21+ yrs of age", ("age", "being 21 or older", "not known", False)),
    ],
)
def test_what_can_stand_in_for_a_degree_is_told(
    run: Run, tmp_path: Path, line: str, told: tuple[object, ...]
) -> None:
    run("profile", "set", "job=cook", "years=6", "education=high-school")
    path = tmp_path / "a.txt"
    path.write_text(f"Cook\nRequirements:\n- {line}\n- Grill\n")
    one = matched(run, path)["requirements"][0]
    assert (one["kind"], one["what"], one["met"], one["wished"]) == told


def test_a_title_is_not_what_it_pays_or_wishes(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "NOW HIRING CDL A DRIVERS *** HOME WEEKENDS ***\n.58-.65 cpm, avg $1450/wk\n"
        "Hazmat a plus\n6 months verifiable OTR. No more than 3 MV in 3 yrs. Gas card provided.\n"
    )
    data = matched(run, path)
    assert data["nearest_roles"][0]["slug"] == "truck-driver"
    years = [one["what"] for one in data["requirements"] if one["kind"] == "years"]
    assert years == ["6 months of experience"]
    assert not [one for one in data["requirements"] if one["kind"] == "license"]


def test_a_line_of_wishes_is_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Office clerk\nRequirements:\n- Excel\nDesirable: AA degree; notary; Spanish\n- Typing\n"
    )
    data = matched(run, path)
    wished = {one["kind"]: one["wished"] for one in data["requirements"]}
    assert wished == {"degree": True}
    standing = {one["id"]: one["standing"] for one in (*data["skills"], *data["credentials"])}
    assert {name for name, told in standing.items() if told == "nice"} == {"spanish", "notary"}


@pytest.mark.parametrize(
    "line",
    ["Process building permits", "Sell a gift card", "No boat license needed", "A valid license"],
)
def test_not_every_license_is_asked_for(run: Run, tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Office clerk\n- We use Jira\n- {line}\n")
    assert matched(run, path)["requirements"] == []


@pytest.mark.parametrize(
    ("words", "unit", "low"),
    [
        ("$180 per day", "USD/day", 180),
        ("Weekly pay: $900-1,000", "USD/week", 900),
        ("68 cpm", "USD/mile", 0.68),
        ("$1,000 a week, later $25/hour", "USD/hour", 25),
        ("$500 weekly bonus. $21 an hour", "USD/hour", 21),
    ],
)
def test_pay_by_the_day_the_week_and_the_mile(
    run: Run, tmp_path: Path, words: str, unit: str, low: float
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Truck driver\n{words}\nMust know Jira.\n")
    pay = matched(run, path)["pay"]
    assert (pay["unit"], pay["low"]) == (unit, low)
    assert run("match", str(path)).code == 0


def test_a_line_that_tells_pay_begins_no_section(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Welder\nTulsa, OK\nPay: $25/hr\n- MIG welding\n")
    data = matched(run, path)
    assert "mig-welding" in {skill["id"] for skill in data["skills"]}
    assert data["pay"]["low"] == 25
