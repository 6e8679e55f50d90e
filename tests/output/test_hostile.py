"""Hostile guides, profiles and imports come through every file form harmless."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from careercli.output.page import Cite, Column, Paragraph, Table, Title
from careercli.output.render.html import html
from careercli.output.render.terminal import terminal
from tests.support import official
from tests.support.homes import made_home
from tests.support.hostile import MARKUP, ONE_WORD, hostile_guide
from tests.support.pages import assert_harmless
from tests.support.profiles import marks, write
from tests.support.running import Run

STEERING = "\x1b[31mred\x1b]8;;http://evil.example\x07 \u202egpj.exe\u202c \u2066x\u2069 \x9b2J"
FORMS = ("md", "html", "json")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return hostile_guide(tmp_path)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


def assert_plain(form: str, out: str) -> None:
    """What is written holds no markup of its own making and no character that steers."""
    if form == "html":
        assert_harmless(out)
    elif form == "json":
        json.loads(out)
    else:
        for line in out.splitlines():
            bare = line.replace("\\<", "").replace("\\[", "")
            assert "<script" not in bare
            assert "[a](" not in bare
    assert not any(sign in out for sign in "\x1b\x07\x9b\u202e\u202c\u2066\u2069")


@pytest.mark.parametrize("form", FORMS)
def test_markup_in_every_sentence_of_a_guide(run: Run, guide: Path, form: str) -> None:
    result = run("show", str(guide), "--format", form)
    assert result.code == 0, result.err
    assert_plain(form, result.out)


def test_markup_is_shown_as_it_stands(run: Run, guide: Path) -> None:
    page = assert_harmless(run("show", str(guide), "--format", "html").out)
    sentence = " ".join(MARKUP.split())
    assert page.text.replace("\u00a0", " ").count(sentence) > 100
    given = json.loads(run("show", str(guide), "--format", "json").out)
    assert sum(sentence in text for text in texts(given)) > 100


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example"])
def test_the_door_refuses_addresses_that_are_not_of_the_web(
    run: Run, tmp_path: Path, address: str
) -> None:
    own = {"publisher": "Us", "title": "Judgement", "kind": "editorial", "url": address}
    path = write(
        tmp_path / "florist.toml",
        slug="florist",
        title="Florist",
        summary="Binds flowers.",
        sources={"own": own},
    )
    assert run("show", str(path), "--format", "html").code == 1


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://www.bls.gov/oes/?a=1&b=%22", True),
        ("HTTP://bls.gov", True),
        ("javascript:alert(1)", False),
        ("https:javascript", False),
        ("https://bls.gov@evil.example/", False),
        ("https://bls.gov/ onclick=alert(1)", False),
        (" https://bls.gov", False),
        ('https://bls.gov/"><script>', True),
    ],
)
def test_only_addresses_of_the_web_become_links(address: str, is_link: bool) -> None:
    page = (Title("Page"), Paragraph(("Said ", Cite("Somebody.", address))))
    found = assert_harmless(html([page]).replace("HTTP:", "http:"))
    assert [link for link in found.links if not link.startswith("#")] == (
        [address.replace("HTTP:", "http:")] if is_link else []
    )
    assert is_link or address.strip() in found.text


@pytest.mark.parametrize("sign", ["\x1b[2J", "\u202e", "[bold red]"])
def test_the_door_refuses_what_steers(run: Run, tmp_path: Path, sign: str) -> None:
    own = {"publisher": "Us", "title": "Judgement", "kind": "editorial"}
    path = write(
        tmp_path / "florist.toml",
        slug="florist",
        title=f"Florist {sign}",
        summary="Binds flowers.",
        sources={"own": own},
    )
    result = run("show", str(path), "--format", "html")
    assert (result.code, result.out) == (1, "")
    assert "\x1b" not in result.err


@pytest.mark.parametrize("form", FORMS)
def test_a_word_without_end(run: Run, tmp_path: Path, form: str) -> None:
    own = {"publisher": "Us", "title": "Judgement", "kind": "editorial"}
    path = write(
        tmp_path / "florist.toml",
        slug="florist",
        title="Florist",
        summary=ONE_WORD,
        sources={"own": own},
    )
    result = run("show", str(path), "--format", form)
    assert result.code == 0
    assert ONE_WORD in result.out
    assert_plain(form, result.out)


@pytest.fixture
def person(tmp_path: Path) -> Path:
    """A profile with hostile text wherever one may stand."""
    evil = f"{MARKUP} {STEERING}"
    skills = marks(jira=2, written_communication=1, documentation="none")
    for entry in skills.values():
        entry["evidence"] = evil
    return write(
        tmp_path / "clients" / "<b>evil.toml",
        target={"role": "product-coordinator", "level": "entry"},
        current={"role": evil + ONE_WORD},
        interests=evil,
        marks=skills | {evil: {"level": 2}},
        note=ONE_WORD,
    )


@pytest.mark.parametrize("form", [*FORMS, "table"])
def test_a_hostile_profile_in_a_report(run: Run, person: Path, form: str) -> None:
    path = person.with_suffix(".html")
    chosen = ("-o", str(path)) if form == "html" else ("--format", form)
    result = run("report", "--profile", str(person), *chosen)
    assert result.code == 0, result.err
    if form == "html":
        result = result._replace(out=path.read_text(encoding="utf-8"))
    if form != "table":
        assert_plain(form, result.out)
    assert not any(sign in result.out + result.err for sign in "\x1b\x07\x9b\u202e\u2066")


@pytest.mark.parametrize("form", ["md", "csv", "json", "table"])
def test_hostile_profiles_among_the_clients(run: Run, person: Path, form: str) -> None:
    write(person.with_name("=cmd|x.toml"), target={"role": f"{MARKUP} {STEERING}"})
    write(person.with_name("z.toml"), marks={STEERING: {"level": "nine"}})
    result = run("report", "--clients", str(person.parent), "--names", "--format", form)
    assert result.code == 0
    assert "evil" in result.out
    assert not any(sign in result.out + result.err for sign in "\x1b\x07\x9b\u202e\u2066")
    if form == "csv":
        assert "\r\n'=cmd|x," in result.out


@pytest.mark.parametrize("sign", ["=", "＝", "＋", "－", "＠", " ｜"])
def test_no_cell_of_csv_is_a_formula(sign: str) -> None:
    from careercli.output.stdout import as_csv

    assert as_csv([[f"{sign}cmd"]]).startswith("'")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://me:secret@bls.gov/a.zip?token=secret#secret", "https://bls.gov/a.zip"),
        ("https://bls.gov?token=secret", "https://bls.gov"),
        ("/home/ana/what?.zip", "/home/ana/what?.zip"),
    ],
)
def test_an_address_is_shown_without_secrets(address: str, shown: str) -> None:
    from careercli.text import without_secrets

    assert without_secrets(address) == shown


@pytest.fixture(scope="module")
def evil_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with occupations whose words would steer whatever shows them."""
    folder = tmp_path_factory.mktemp("evil")
    evil = f"{MARKUP} \u202egpj.exe\u202c \x1b[31mred\x07".replace("\t", " ")
    tables = {
        name: [line.replace("Nurse Practitioners", f"Nurse Practitioners {evil}") for line in lines]
        for name, lines in official.onet_30_3().items()
    }
    tables["Occupation Data"] = [
        line.replace("Assess patient", f"{evil} {ONE_WORD}") for line in tables["Occupation Data"]
    ]
    for name in ("Work Styles", "Knowledge", "Career Interest Types", "Job Zone Reference"):
        tables[name] = [
            line.replace("Psychology", evil).replace("Humility", evil).replace("Years.", evil)
            for line in tables[name]
        ]
    path = official.onet_zip(folder / "db.zip", tables)
    return made_home(folder / "home", ["sources", "add", "--yes", "--kind=onet", str(path)])


@pytest.fixture
def evil_import(home: Path, evil_home: Path) -> None:
    shutil.copytree(evil_home, home)


@pytest.mark.usefixtures("evil_import")
@pytest.mark.parametrize("form", FORMS)
def test_a_hostile_import(run: Run, form: str) -> None:
    result = run("show", official.NURSE, "--format", form)
    assert result.code == 0, result.err
    assert_plain(form, result.out)
    assert "alert" in result.out


@pytest.mark.usefixtures("evil_import")
@pytest.mark.parametrize("form", ["md", "json", "csv", "table"])
@pytest.mark.parametrize(
    "question",
    [
        ["moves", official.NURSE, "--why"],
        ["path", official.NURSE, official.DEVELOPER],
        ["compare", official.NURSE, "electrician"],
        ["list", "--all"],
    ],
    ids=" ".join,
)
def test_a_hostile_import_beside_other_roles(run: Run, question: list[str], form: str) -> None:
    result = run(*question, "--format", form)
    assert result.code == 0, result.err
    if form in ("md", "json"):
        assert_plain(form, result.out)
    assert not any(sign in result.out for sign in "\x1b\x07\x9b\u202e\u202c\u2066\u2069")
    short = {
        (name, form) for name in ("moves", "path", "list", "compare") for form in ("md", "table")
    }
    without_titles = {("moves", "csv"), ("path", "csv"), *short}
    assert "alert" in result.out or (question[0], form) in without_titles


@pytest.mark.parametrize("form", ["table", "md"])
def test_words_with_a_line_end_make_no_line_of_the_screen(run: Run, form: str) -> None:
    run("profile", "set", "sql=2", "--evidence", "queries\nReadiness\t100 %")
    assert "queries Readiness 100 %" in run("profile", "--format", form).out


def test_a_title_of_a_column_steers_no_terminal() -> None:
    page = (Table((Column("Role"), Column(f"{STEERING}\nnext")), (("Pay", "$1"),)),)
    assert_plain("table", terminal(page, 80, color=False))
