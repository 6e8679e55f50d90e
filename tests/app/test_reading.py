"""Files of kinds that other readers got wrong, each with its right reading."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.support.running import Run

READING = Path(__file__).parents[1] / "data" / "reading"


def answer(run: Run, *words: str) -> dict[str, Any]:
    result = run(*words, "--format", "json")
    assert result.code == 0, result.err
    data: dict[str, Any] = json.loads(result.out)
    return data


def ids(items: list[dict[str, Any]], key: str = "id") -> set[str]:
    return {str(one[key]) for one in items}


ASKED = {
    "ad.mhtml": "sql tableau power-bi stakeholder-management",
    "allspace.html": (
        "power-bi google-analytics project-management written-communication time-management "
        "stakeholder-management"
    ),
    "boilerplate.txt": "sql",
    "company.txt": "crm-systems pipeline-management contract-negotiation",
    "epic.txt": "epic oracle-health meditech",
    "gh.json": "sql power-bi tableau",
    "lever.json": "sql power-bi r-language tableau excel",
    "nav.html": "picking packing forklift-operation inventory-management",
    "nbsp.html": (
        "power-bi data-visualization project-management problem-solving nodejs "
        "stakeholder-management"
    ),
    "negate.txt": "cpp python math",
    "pdfpaste.txt": (
        "financial-modeling workflow-automation stakeholder-management project-management "
        "data-visualization power-bi ab-testing problem-solving sql python"
    ),
    "visa.txt": "sql excel statistics tableau spanish",
    "wrap.html": "project-management stakeholder-management data-visualization power-bi",
    "wrap.txt": "project-management stakeholder-management data-visualization power-bi",
    "zh.txt": "php mysql git linux excel sql",
}


@pytest.mark.parametrize("name", ASKED)
def test_an_advertisement_asks_for_what_it_says_and_no_more(run: Run, name: str) -> None:
    data = answer(run, "match", str(READING / name))
    asked = ids(data["skills"])
    assert asked - {"statistical-analysis"} == set(ASKED[name].split()) - {"statistics"}


def test_false_friends_are_no_skills(run: Run) -> None:
    data = answer(run, "match", str(READING / "false-friends.txt"))
    assert ids(data["skills"]) == {"aws"}
    assert ids(data["credentials"]) == {"security-clearance"}
    assert run("match", str(READING / "hands-on.txt")).code == 1


def test_what_is_denied_or_not_about_the_job_is_told_apart(run: Run) -> None:
    data = answer(run, "match", str(READING / "negate.txt"))
    assert {"java", "ui-design", "ux-design", "database-administration"} <= ids(data["denied"])
    data = answer(run, "match", str(READING / "company.txt"))
    reasons = {one["id"]: one["reason"] for one in data["set_aside"]}
    assert (reasons["tableau"], reasons["communication"]) == ("company", "equal")


def test_requirements_pay_years_and_role(run: Run) -> None:
    data = answer(run, "match", str(READING / "visa.txt"))
    kinds = {one["kind"] for one in data["requirements"]}
    assert {"citizenship", "sponsorship", "lifting", "degree", "years"} <= kinds
    assert {"security-clearance", "driver-license"} <= ids(data["credentials"])
    years = {one["id"]: one["years"] for one in data["skills"]}
    assert (years["tableau"], years["sql"]) == (2, None)
    pay = data["pay"]
    assert (pay["low"], pay["high"], pay["unit"]) == (85_000, 110_000, "USD/year")
    assert data["nearest_roles"][0]["slug"] == "data-analyst"


CLAIMED = {
    "chef.json": "menu-planning food-safety kitchen-management food-costing haccp knife-skills",
    "electrician.json": "conduit-bending blueprint-reading lockout-tagout motor-controls",
    "truck.json": "load-securement navigation electronic-logging-devices hours-of-service",
    "cv.rtf": "python sql tableau stakeholder-management excel",
    "fresh.json": "html javascript python jira",
    "rxresume.json": "python sql tableau power-bi django flask",
    "keywords_string.json": "python sql jira",
    "skills_strings.json": "python sql jira",
    "level_int.json": "python sql jira excel git",
    "nulls.json": "python sql tableau",
    "Skills.csv": "python sql r-language golang microsoft-word microsoft-teams spanish",
    "Positions.csv": "jira tableau",
    "Basic_LinkedInDataExport.zip": "python spanish project-management jira tableau",
    "jr_ok.json": (
        "python pandas numpy sql git github r-language c golang aws amazon-s3 amazon-ec2 html css "
        "microsoft-office microsoft-word excel powerpoint react angular nodejs postgresql "
        "english-language tableau power-bi"
    ),
    "resume_qual.json": (
        "asana tableau jira confluence sql figma kubernetes docker terraform "
        "stakeholder-management quickbooks mailchimp spanish python nodejs express java aws "
        "amazon-s3 aws-lambda microsoft-office excel project-management scrum kanban"
    ),
}


@pytest.mark.parametrize("name", CLAIMED)
def test_a_resume_is_read_whole(run: Run, name: str) -> None:
    data = answer(run, "profile", "import", str(READING / name))
    assert set(CLAIMED[name].split()) <= ids(data["proposals"], "skill")


def test_credentials_of_a_resume(run: Run) -> None:
    data = answer(run, "profile", "import", str(READING / "truck.json"))
    assert {"cdl-a", "cdl-tank"} <= ids(data["credentials"])
    data = answer(run, "profile", "import", str(READING / "electrician.json"))
    assert {"osha-30", "cdl-a"} <= ids(data["credentials"])
    assert not ids(data["proposals"], "skill") & {"uptodate", "workplace-safety"}


def test_levels_and_years_are_read_and_odd_fields_are_named(run: Run) -> None:
    data = answer(run, "profile", "import", str(READING / "resume_qual.json"))
    told = {one["skill"]: (one["level"], one["years"]) for one in data["proposals"]}
    assert (told["sql"], told["excel"][0], told["spanish"][0]) == ((None, 5), 3, 4)
    data = answer(run, "profile", "import", str(READING / "level_int.json"))
    assert any("skills[0].level" in note for note in data["notes"])
    data = answer(run, "profile", "import", str(READING / "Skills.csv"))
    assert "Underwater Welding" in ids(data["unrecognized"], "text")
    data = answer(run, "profile", "import", str(READING / "fresh.json"))
    assert any("read as text" in note for note in data["notes"])


def test_denied_and_learning_are_never_claimed(run: Run) -> None:
    data = answer(run, "profile", "import", str(READING / "resume_deny.md"))
    names = {"python", "sql", "java", "salesforce", "hubspot", "docker", "kubernetes", "jira"}
    names |= {"asana", "trello", "terraform", "golang", "rust", "tableau", "power-bi"}
    assert not ids(data["proposals"], "skill") & names
    standing = {one["skill"]: one["standing"] for one in data["not_claimed"]}
    assert (standing["sql"], standing["terraform"], standing["tableau"]) == (
        "denied",
        "learning",
        "others",
    )


RESUME = """Dana Price, welder, Tulsa. 6 years.
Skills: MIG welding, grinding, blueprint reading, Excel, frobnication
AWS D1.1 (expires 2099-05). High school diploma.
"""


def test_numbers_leave_proposals_out(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text(RESUME)
    shown = answer(run, "profile", "import", str(path))
    numbers = {one["skill"]: one["number"] for one in shown["proposals"]}
    facts = {one["key"]: one["value"] for one in shown["facts"]}
    assert facts["current.years"] == 6
    assert facts["education"] == "high-school"
    assert str(facts["current.role"]).startswith("weld")
    (card,) = shown["credentials"]
    assert (card["id"], card["until"]) == ("welding-cert", "2099-05")
    left = str(numbers["excel"])
    assert run("profile", "import", str(path), "--yes", "--except", left).code == 0
    kept = answer(run, "profile")
    assert "mig-welding" in kept["marks"]
    assert "excel" not in kept["marks"]
    assert kept["credentials"]["welding-cert"]["until"] == "2099-05"
    wrong = run("profile", "import", str(path), "--yes", "--except", "99")
    assert (wrong.code, "There is no proposal 99" in wrong.err) == (2, True)


def test_several_advertisements_and_a_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ads"
    folder.mkdir()
    (folder / "a.txt").write_text("Data analyst\nWe need SQL and Tableau.")
    (folder / "b.txt").write_text("Data analyst\nWe need SQL; Excel is a plus.")
    (folder / "c.bin").write_bytes(b"\0\1")
    run("profile", "set", "excel=3")
    result = run("match", str(folder), "--format", "json")
    data = json.loads(result.out)
    wanted = [(one["id"], one["advertisements"]) for one in data["wanted"]]
    assert wanted[0] == ("sql", 2)
    assert ("tableau", 1) in wanted
    assert "excel" not in dict(wanted)
    assert "Skipped 1 file in" in result.err


# -- bad input ----------------------------------------------------------------------------------


def pdf(*pages: str) -> bytes:
    """A PDF file, each page with a line of text, or with none."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode())
    for number, text in enumerate(pages):
        content = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET" if text else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents {4 + 2 * number} 0 R"
            " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
            " >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream".encode())
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R >>"
    return bytes(out) + f"trailer\n{trailer}\nstartxref\n{start}\n%%EOF".encode()


def test_pdf_and_word_are_read(run: Run, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    path = tmp_path / "r.pdf"
    path.write_bytes(pdf("Skills: Python, SQL, Tableau"))
    data = answer(run, "profile", "import", str(path))
    assert {"python", "sql", "tableau"} <= ids(data["proposals"], "skill")
    document = docx.Document()
    document.add_heading("Skills")
    document.add_paragraph("Python, SQL")
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "Power BI"
    document.save(str(tmp_path / "r.docx"))
    data = answer(run, "profile", "import", str(tmp_path / "r.docx"))
    assert {"python", "sql", "power-bi"} <= ids(data["proposals"], "skill")


def encrypted() -> bytes:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("Python")))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 40_000_000)
    return out.getvalue()


BAD = [
    ("a.txt", lambda: b"", "is empty"),
    ("a.pdf", lambda: pdf(""), "has no text in it, only images"),
    ("a.pdf", encrypted, "is encrypted"),
    ("a.pdf", lambda: b"%PDF-1.7 junk", "PDF file"),
    ("a.docx", bomb, "when it is unpacked"),
    ("a.docx", lambda: b"PK\x03\x04junk", "is a damaged zip file"),
    ("a.html", lambda: (READING / "spa.html").read_bytes(), "is a page without its text"),
    ("a.txt", lambda: b"x" * 50_000_000, "50,000,000 bytes"),
]


@pytest.mark.parametrize(("name", "raw", "rule"), BAD)
@pytest.mark.parametrize("command", [["match"], ["profile", "import", "--yes"]], ids=" ".join)
def test_a_file_that_cannot_be_read_is_said(
    run: Run, tmp_path: Path, home: Path, command: list[str], name: str, raw: Any, rule: str
) -> None:
    path = tmp_path / name
    path.write_bytes(raw())
    result = run(*command, str(path))
    assert (result.code, result.out) == (1, "")
    assert rule in result.err
    assert "Traceback" not in result.err
    assert not home.exists()


@pytest.mark.parametrize("command", [["match"], ["profile", "import"]], ids=" ".join)
def test_an_address_or_text_in_place_of_a_file(run: Run, command: list[str]) -> None:
    result = run(*command, "https://example.org/jobs?id=1")
    assert result.code == 1
    assert "https://example.org/jobs?id=1 is an address, not a file." in result.err
    result = run(*command, "We need a welder with MIG and TIG")
    assert result.code == 1
    assert "is text, not a file" in result.err
    assert "| careercli match -" in result.err


def test_schema_org_and_cookie_notices(run: Run, tmp_path: Path) -> None:
    posting = {"@type": "JobPosting", "title": "Analyst", "description": "<p>Know <b>SQL</b></p>"}
    path = tmp_path / "a.html"
    path.write_text(
        f'<html><body><script type="application/ld+json">{json.dumps(posting)}</script>'
        "<p>Similar: Java jobs</p></body></html>"
    )
    assert ids(answer(run, "match", str(path))["skills"]) == {"sql"}
    links = "".join(f"<a href='/{name}'>{name} jobs</a>" for name in ("Java", "Ruby", "PHP"))
    path.write_text(
        f"<html><body><div>{links}</div><div><h1>Analyst</h1><p>Know Python and SQL for reports"
        " of sales in every region, and write them up.</p></div>"
        "<div>We use cookies and Google Analytics.</div></body></html>"
    )
    assert ids(answer(run, "match", str(path))["skills"]) & {"java", "php", "google-analytics"} == (
        set()
    )


def roles(run: Run, tmp_path: Path, text: str) -> dict[str, Any]:
    path = tmp_path / "resume.txt"
    path.write_text(text, encoding="utf-8")
    data = answer(run, "import", str(path))
    return {fact["key"]: fact["value"] for fact in data["facts"]}


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Jerome Banks, security officer, Atlanta", "security-guard"),
        ("Aisha Rahman\nFront desk agent, Chicago", "hotel-motel-and-resort-desk-clerks"),
        ("Chloe Martin\nBarista and shift supervisor, Portland", "baristas"),
        ("Naomi Feldman, LMSW\nChild and family social worker", "child-family-and-school-social"),
        ("Ben Ortiz, high school senior, El Paso", ""),
        ("Wei Zhang\nAnalyst", ""),
    ],
)
def test_the_present_title_gives_the_role(run: Run, tmp_path: Path, header: str, role: str) -> None:
    found = roles(run, tmp_path, f"{header}\n\nSkills\nExcel, SQL, Slack\n")
    assert str(found.get("current.role", "")).startswith(role)
    assert bool(role) == ("current.role" in found)


def test_years_are_read_from_the_present_job(run: Run, tmp_path: Path) -> None:
    text = "Jo Hill\nWelder\n\nSkills\nMIG welding\n\nWork\n2017-now Welder, Plains Steel\n"
    assert roles(run, tmp_path, text)["current.years"] >= 9


ASKS = {
    "Accounts payable and receivable, project and product management.": (
        "accounts-payable accounts-receivable project-management product-management"
    ),
    "Requirements: SQL. No travel assignments or agencies please.": "sql",
    "You have a certificate of an ABA-approved program and know Westlaw.": "westlaw",
    "You supervise patient care assistants. You use Epic.": "epic",
    "BLS, wound care. Korean.": "wound-care korean-language",
}


@pytest.mark.parametrize("text", ASKS)
def test_names_are_told_from_what_only_looks_like_them(run: Run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "ad.txt"
    path.write_text(f"Office Clerk\n\n{text}\n", encoding="utf-8")
    assert ids(answer(run, "match", str(path))["skills"]) == set(ASKS[text].split())


def test_a_wish_in_parentheses_is_for_what_is_in_them(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ad.txt"
    text = "Helper\n\nFood handler card (ServSafe Manager a plus). Clio or iManage helpful.\n"
    path.write_text(text, encoding="utf-8")
    data = answer(run, "match", str(path))
    asked = {one["id"]: one["standing"] for one in (*data["skills"], *data["credentials"])}
    assert asked == {"food-handler-card": "must", "servsafe": "nice", "clio": "nice"}


def test_each_odd_field_is_named_once_and_the_rest_is_read(run: Run, tmp_path: Path) -> None:
    resume = {
        "basics": {"label": "Welder", "summary": None},
        "skills": [
            {"name": "SQL", "level": 3},
            {"name": "Excel", "keywords": "pivot tables"},
            None,
        ],
        "work": {"position": "Welder"},
        "languages": "Spanish",
    }
    path = tmp_path / "resume.json"
    path.write_text(json.dumps(resume), encoding="utf-8")
    data = answer(run, "import", str(path))
    assert {one["skill"] for one in data["proposals"]} >= {"sql", "excel", "spanish"}
    assert len(data["notes"]) == len(set(data["notes"]))
    assert any(note.startswith("work is an object") for note in data["notes"])
