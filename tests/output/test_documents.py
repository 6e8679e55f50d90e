"""Guides as files: the same words in every form, written whole, and nothing that runs."""

import json
import os
import re
from pathlib import Path

import pytest

from tests.support.pages import assert_harmless, read
from tests.support.running import Run

ROLE = "product-coordinator"


@pytest.fixture
def exported(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "role.html"
    assert run("show", ROLE, "-o", str(path)).code == 0
    return path


def words(text: str) -> list[str]:
    """The words, without what Markdown writes around them."""
    return re.findall(r"[^\W_]+", text)


def test_the_ending_decides(run: Run, tmp_path: Path) -> None:
    for ending, start in (("md", "# Product Coordinator"), ("html", "<!doctype"), ("JSON", "{\n")):
        path = tmp_path / f"role.{ending}"
        result = run("show", ROLE, "-o", str(path))
        assert (result.code, result.out) == (0, "")
        assert str(path) in result.err
        assert path.read_text(encoding="utf-8").startswith(start)


def test_a_format_that_is_named_goes_before_the_ending(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "role.txt"
    assert run("show", ROLE, "-o", str(path), "--format", "md").code == 0
    assert path.read_text(encoding="utf-8").startswith("# Product Coordinator")


@pytest.mark.parametrize("name", ["role.pdf", "role", "role.docx"])
def test_any_other_ending_is_not_understood(run: Run, tmp_path: Path, name: str) -> None:
    result = run("show", ROLE, "-o", str(tmp_path / name))
    assert result.code == 2
    assert ".md, .html, .json" in result.err
    assert not (tmp_path / name).exists()


def test_without_a_file_it_goes_to_stdout(run: Run) -> None:
    assert run("show", ROLE).out.startswith("# Product Coordinator")
    assert run("show", ROLE, "--format", "html").out.startswith("<!doctype html>")


def test_a_file_is_what_show_says_but_for_the_names_of_parts(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "role.md"
    run("show", ROLE, "-o", str(path))
    shown = run("show", ROLE).out.splitlines()
    kept = [line for line in shown if not line.startswith("- Parts:")]
    assert path.read_text(encoding="utf-8").splitlines()[: len(kept)] == kept


def test_html_has_the_words_of_the_terminal(run: Run, exported: Path) -> None:
    html = " ".join(words(read(exported).text))
    for line in run("show", ROLE).out.splitlines():
        if not line.startswith(("#", "|")) and re.match(r"[A-Z]", line):
            assert " ".join(words(line)) in html


def test_several_roles_are_one_file(run: Run, tmp_path: Path) -> None:
    roles = ("electrician", "registered nurse")
    html = run("show", *roles, "--format", "html").out
    page = assert_harmless(html)
    assert [attributes["id"] for tag, attributes in page.elements if tag == "article"] == [
        "p1-0",
        "p2-0",
    ]
    assert page.links[:2] == ["#p1-0", "#p2-0"]
    data = json.loads(run("show", *roles, "--format", "json").out)
    assert [role["slug"] for role in data["roles"]] == ["electrician", "registered-nurse"]
    assert run("show", *roles).out.count("\n# Registered Nurse\n") == 1


def test_a_role_that_is_not_there_writes_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "roles.html"
    assert run("show", ROLE, "florist of mars", "-o", str(path)).code == 2
    assert not path.exists()


def test_nothing_in_it_runs_and_every_footnote_leads_back(exported: Path) -> None:
    markup = exported.read_text(encoding="utf-8")
    page = assert_harmless(markup)
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in markup
    notes = [link for link in page.links if link.startswith("#n")]
    backs = [link for link in page.links if link.startswith("#r")]
    assert {note[2:] for note in notes} == {back[2:] for back in backs}
    outside = [one for one in page.elements if one[1].get("href", "").startswith("http")]
    assert outside
    assert {attributes["rel"] for _, attributes in outside} == {"noopener noreferrer"}


def test_charts_say_their_amounts(exported: Path) -> None:
    page = read(exported)
    assert "range: $50,000–80,000, on a scale from 50,000 to 80,000" in page.titles
    assert any(title.startswith("Product Coordinator: 2–5 years") for title in page.titles)
    levels = [tag for tag, attributes in page.elements if attributes.get("class") == "bars"]
    assert len(levels) > 60
    assert all(
        attributes["scope"] in ("row", "col") for tag, attributes in page.elements if tag == "th"
    )


def test_a_file_that_is_there_is_replaced_with_its_permissions(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "role.md"
    assert run("show", ROLE, "-o", str(path)).code == 0
    path.chmod(0o640)
    assert run("show", ROLE, "-o", str(path)).code == 0
    assert path.read_text(encoding="utf-8").startswith("# Product Coordinator")
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_file_of_another_kind_is_not_replaced(run: Run, tmp_path: Path) -> None:
    profile = tmp_path / "me.toml"
    profile.write_text("schema = 1\n", encoding="utf-8")
    result = run("report", "-o", str(profile), "--format", "md")
    assert result.code == 1
    assert "Not overwriting" in result.err
    assert profile.read_text(encoding="utf-8") == "schema = 1\n"


def test_a_role_named_twice_stands_there_once(run: Run) -> None:
    twice = run("show", "electrician", "Electrician", "--format", "json").out
    assert twice == run("show", "electrician", "--format", "json").out


def test_a_new_file_is_as_readable_as_any(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()
    path = tmp_path / "role.md"
    run("show", ROLE, "-o", str(path))
    assert path.stat().st_mode == other.stat().st_mode


def test_the_target_of_a_link_is_replaced(run: Run, tmp_path: Path) -> None:
    target, link = tmp_path / "target.md", tmp_path / "link.md"
    link.symlink_to(target)
    assert run("show", ROLE, "-o", str(link)).code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("# Product Coordinator")


def test_what_is_no_file_is_left_alone(run: Run, tmp_path: Path) -> None:
    folder, pipe, nowhere = tmp_path / "a.html", tmp_path / "b.html", tmp_path / "no" / "c.html"
    folder.mkdir()
    os.mkfifo(pipe)
    for path, reason in ((folder, "folder"), (pipe, "regular file"), (nowhere, "No such file")):
        result = run("show", ROLE, "-o", str(path))
        assert result.code == 1
        assert reason in result.err
    assert list(folder.iterdir()) == []


def test_a_guide_in_a_file_is_exported_before_it_is_added(run: Run, tmp_path: Path) -> None:
    guide = tmp_path / "florist.toml"
    guide.write_text(
        'schema = 1\nslug = "florist"\ntitle = "Florist"\nsummary = "Binds flowers."\n'
        '[sources.own]\npublisher = "Us"\ntitle = "Judgement"\nkind = "editorial"\n',
        encoding="utf-8",
    )
    assert "Binds flowers." in run("show", str(guide), "--format", "html").out


def test_a_csv_is_replaced_only_by_force_and_why_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "roles.csv"
    assert run("list", "-o", str(path), "-n", "3").code == 0
    with path.open("a", encoding="utf-8") as file:
        file.write("mine,1\r\n")
    again = run("list", "-o", str(path), "-n", "2")
    assert again.code == 1
    assert "a CSV file doesn't say whether careercli wrote it" in again.err
    assert "mine" in path.read_text(encoding="utf-8")
    assert run("list", "-o", str(path), "-n", "2", "--force").code == 0
