"""What files may not be: too deep, too large in a number, or read in more than linear time."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from careercli.core.name_terms import Term
from careercli.core.reading.skill_mentions import mentions, unrecognized
from careercli.errors import DataError
from careercli.files.html_scan import MAX_OPEN
from careercli.files.html_text import html_words
from careercli.files.profile import MAX_PROFILE_BYTES
from careercli.files.text_input import clean_text
from tests.support.running import Run

HUGE = f"0x{'f' * 6000}"
DIGITS = "9" * 6000


@pytest.fixture
def path(home: Path) -> Path:
    home.mkdir()
    return home / "profile.toml"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f"[marks.jira]\nlevel = {HUGE}\n", "marks.jira.level"),
        (f'[current]\nrole = "x"\npay = {DIGITS}\n', "line 3"),
        (f"[a]\nb = [{HUGE}]\n", "a.b[0]"),
        (f"deep = {'[' * 300}{']' * 300}\n", "deep[0]"),
        (f"[notes]\n{'.'.join(['a'] * 5000)} = 1\n", "line 2"),
        (".".join(['"a b"'] * 40) + " = 1\n", "line 1"),
    ],
    ids=["hex", "digits", "unknown key", "brackets", "dotted", "quoted"],
)
def test_a_profile_beyond_bounds_is_told_with_its_place(
    run: Run, path: Path, text: str, where: str
) -> None:
    path.write_text(text, encoding="utf-8")
    for command in (["profile"], ["skills", "electrician", "--gap"], ["profile", "set", "jira=2"]):
        result = run(*command)
        assert result.code == 1
        assert f"  {where}" in result.err
    assert path.read_text(encoding="utf-8") == text


def test_one_such_file_leaves_the_coachs_table(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(f"[marks.jira]\nlevel = {HUGE}\n", encoding="utf-8")
    (tmp_path / "b.toml").write_text('target = { role = "electrician" }\n', encoding="utf-8")
    result = run("report", "--clients", str(tmp_path))
    assert result.code == 0
    assert "2 profiles" in result.out
    assert "electrician" in result.out.casefold()


def test_dots_in_words_are_no_keys(run: Run, path: Path) -> None:
    path.write_text(f'name = "{"a." * 500}"\n# {"b." * 500}\n', encoding="utf-8")
    assert run("profile").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["moves", "electrician", "--limit", "9" * 20],
        ["profile", "interests", *(["9" * 5000] * 6)],
        ["report", "-o", "~nosuch-user/x.md"],
        ["report", "--clients", "~nosuch-user"],
        ["profile", "--profile", "~nosuch-user/x.toml"],
    ],
    ids=lambda arguments: " ".join(arguments)[:40],
)
def test_what_cannot_be_asked_is_a_usage_error(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).code == 2


def test_json_that_is_nested_deeply_is_told(run: Run, tmp_path: Path) -> None:
    deep = tmp_path / "deep.json"
    deep.write_text(f'{{"meta": {"[" * 300}{"]" * 300}}}', encoding="utf-8")
    result = run("import", str(deep), "--yes")
    assert (result.code, result.out) == (1, "")
    assert "nested" in result.err


def test_a_resume_too_large_for_a_profile_is_told_before_it_is_written(
    run: Run, path: Path, tmp_path: Path
) -> None:
    resume = tmp_path / "resume.json"
    about = "\x7f" * (MAX_PROFILE_BYTES // 6)
    resume.write_text(json.dumps({"skills": [{"name": "SQL"}], "x": about}, ensure_ascii=False))
    result = run("import", str(resume), "--yes")
    assert result.code == 1
    assert "at most 200,000 characters" in result.err
    assert not path.exists()


# -- pages -----------------------------------------------------------------------------------------


def test_a_marked_section_is_no_text(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><body><![ x ]>We use Jira daily.</body></html>", encoding="utf-8")
    assert "Jira" in run("match", str(page)).out


@pytest.mark.parametrize("tag", ["<b>", "<div>", "<ul><li>", "<li><dd>", "<table><tr><td>"])
def test_pages_with_too_many_open_elements_are_refused(tag: str) -> None:
    with pytest.raises(DataError, match=f"{MAX_OPEN} open elements"):
        html_words(f"<html><body>{tag * (MAX_OPEN + 1)}", "page.html")


@pytest.mark.parametrize(
    "part",
    [
        "<p>Jira",
        "<ul><li>Jira<li>SQL</ul>",
        "<table><tr><td>Jira<td>SQL<tr><th>x</table>",
        "<svg><title>Icon</title><path d='M 1'/><g><path/></g></svg>Jira",
        "<script>'<div>'</script><!-- <div> --><a title='<div>'>Jira</a>",
        "<br><img src=x><input>Jira",
    ],
)
def test_pages_that_close_what_they_open_may_be_long(part: str) -> None:
    words = html_words(f"<html><body>{part * 1000}", "page.html")
    assert words.count("Jira") == 1000
    assert "div" not in words
    assert "Icon" not in words


@pytest.mark.parametrize("part", ["<!--", "</", "<?"])
def test_tags_that_never_end_are_read_once(part: str) -> None:
    assert html_words(f"<html><body>Jira{part * 1_000_000}", "page.html").strip() == "Jira"


def test_attributes_without_end_are_refused() -> None:
    with pytest.raises(DataError, match="500 attributes"):
        html_words(f"<html><body>Jira{'<a ' * 1_000_000}", "page.html")


@pytest.mark.parametrize("part", ["9", "a-", "a.", "a@", "a.b@", "www.", "x.com/"])
def test_addresses_are_looked_for_once(part: str) -> None:
    clean_text("x " + part * (400_000 // len(part)))  # quadratic, this takes ten minutes


@pytest.mark.parametrize(
    "address", ["ana@example.com", "example.com/jobs/1", "https://a.org/b", "www.example.org"]
)
def test_addresses_are_taken_out(address: str) -> None:
    assert clean_text(f"Write to {address} today") == "Write to   today"


def test_runs_of_names_are_read_once() -> None:
    names = {
        "jira": Term("jira", "tool", "name", "Jira"),
        "python": Term("python", "tool", "name", "Python"),
        "r": Term("r-language", "tool", "everyday", "R"),
    }
    text = f"{'Alpha Beta Gamma, ' * 5_000}Jira {'R, ' * 30_000}Python"
    found = mentions(text, lambda keys: {key: names[key] for key in keys if key in names})
    assert [one.words for one in found[:2]] == ["Jira", "R"]
    assert len(found) == 30_001
    assert unrecognized(text, found)[0] == "Alpha Beta Gamma"


LONG_LISTS = (
    *("R, ", "not , ", "no experience with ", "no Excel, not SQL, ", "Excel or SQL or ", "a.b."),
    *("skills: a: b: Excel: SQL: ", "SQL is a plus, Excel ", "5 years ", "$20 - ", "a & b / c - "),
    *("install and repair pumps, ", "Spanish, French and ", "must not ", "Zorg Blip "),
)
"""Words of which each once took a time that grew faster than the text, or is like one that did."""


@pytest.mark.parametrize("command", ["match", "import"])
def test_long_lists_are_read_once(run: Run, tmp_path: Path, command: str) -> None:
    path = tmp_path / "long.txt"
    parts = [unit * (12_000 // len(unit)) for unit in LONG_LISTS]
    path.write_text("\n\n".join(["Welder", *parts]), encoding="utf-8")
    result = run(command, str(path))  # quadratic, this takes an hour
    assert result.code == 0
    assert "Excel" in result.out


def test_more_text_than_anybody_reads_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("SQL and Excel. " * 70_000, encoding="utf-8")
    result = run("match", str(path))
    assert (result.code, result.out) == (1, "")
    assert "at most 200,000 characters" in result.err


def test_markup_in_a_guide_is_looked_for_once(
    run: Run, tmp_path: Path, guide_with: Callable[[str], Path]
) -> None:
    path = guide_with("[link=" * 150_000)
    assert run("guide", "check", str(path)).code == 0
    assert run("guide", "check", str(guide_with("[link=x]y[/link]"))).code == 1


@pytest.fixture
def guide_with(tmp_path: Path) -> Callable[[str], Path]:
    from tests.support.profiles import write

    def guide(summary: str) -> Path:
        own = {"publisher": "Us", "title": "Judgement", "kind": "editorial"}
        return write(
            tmp_path / "florist.toml",
            slug="florist",
            title="Florist",
            summary=summary,
            sources={"own": own},
        )

    return guide


# -- the history ---------------------------------------------------------------------------------


def test_a_damaged_history_is_told_by_whatever_reads_the_profile(run: Run, path: Path) -> None:
    run("profile", "set", "jira=3")
    path.write_text(path.read_text(encoding="utf-8")[:-3], encoding="utf-8")
    assert run("skills", "electrician", "--gap").code == 1


def test_the_history_survives_what_does_not_read_it(run: Run, path: Path) -> None:
    for level in (1, 2, 3):
        run("profile", "set", f"jira={level}", "--evidence", f'"{level}" \\ x')
    assert run("skills", "electrician", "--gap").code == 0
    changes = json.loads(run("profile", "log", "--format", "json").out)["changes"]
    assert [change.get("after") for change in changes] == [1, 2, 3]


@pytest.mark.parametrize(
    "text",
    [
        'name = """\n[history]\nchanges = [\n]\n"""\n',
        '[history]\nnote = 1\n\n[[history.changes]]\nskill = "jira"\n',
        '[history]\nchanges = [\n    { skill = "jira", after = 3 },\n]\n[marks.sql]\nlevel = 2\n',
    ],
    ids=["in words", "with another key", "before others"],
)
def test_a_history_written_by_hand_is_read_whole(run: Run, path: Path, text: str) -> None:
    import tomllib

    path.write_text(f"schema = 1\n{text}", encoding="utf-8")
    before = tomllib.loads(path.read_text(encoding="utf-8"))
    assert run("profile", "set", "excel=3").code == 0
    after = tomllib.loads(path.read_text(encoding="utf-8"))
    changes = before.get("history", {}).get("changes", [])
    assert after["history"]["changes"][:-1] == changes
    assert {**before, "history": 0, "marks": 0} == {**after, "history": 0, "marks": 0}
    assert before.get("marks", {}).items() <= after["marks"].items()
