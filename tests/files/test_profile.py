"""The profile: one file that is the user's, written whole or not at all."""

import json
import os
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careercli.files.profile import Profile, ProfileRole, change, read
from tests.support.running import Run

ROLE = "product-coordinator"


@pytest.fixture
def path(home: Path) -> Path:
    return home / "profile.toml"


def test_a_profile_is_readable_toml(run: Run, path: Path) -> None:
    run("profile", "target", ROLE, "--level", "senior")
    run("profile", "set", "MS Excel=3", "--evidence", "pivot tables for the 2025 launch")
    text = path.read_text()
    assert text.startswith(
        "# careercli profile. It is yours to edit; unknown keys are kept, comments"
    )
    tables = tomllib.loads(text)
    assert tables["schema"] == 1
    assert tables["target"] == {"role": ROLE, "level": "senior"}
    mark = tables["marks"]["excel"]
    assert (mark["level"], mark["from"], mark["evidence"]) == (
        3,
        "set",
        "pivot tables for the 2025 launch",
    )
    assert [one.get("skill") for one in tables["history"]["changes"]] == [None, "excel"]


@pytest.mark.parametrize(
    ("words", "level"),
    [("jira=1", 1), ("Jira = expert", 4), ("JIRA=none", "none"), ("jira", "claimed")],
)
def test_levels_are_numbers_or_words(run: Run, path: Path, words: str, level: object) -> None:
    assert run("profile", "set", words).code == 0
    assert read(path).entries["jira"]["level"] == level


@pytest.mark.parametrize("level", ["0", "5", "-1", "2.5", "good", "", "٣"])
def test_any_other_level_is_refused_and_nothing_written(run: Run, path: Path, level: str) -> None:
    result = run("profile", "set", "sql=3", f"jira={level}")
    assert (result.code, result.out) == (2, "")
    assert "1 to 4 or none" in result.err
    assert not path.exists()


@pytest.mark.parametrize("name", ["jyrrha", "exzel", "\x1b]0;owned\x07", "x" * 3000, "="])
def test_an_unknown_skill_is_never_guessed(run: Run, path: Path, name: str) -> None:
    result = run("profile", "set", f"{name}=2")
    assert (result.code, result.out) == (2, "")
    assert "\x1b" not in result.err
    assert not path.exists()


def test_a_typo_gets_the_nearest_names(run: Run) -> None:
    assert "Jira" in run("profile", "set", "jyrrha=2").err


def test_skill_and_target_can_be_forgotten(run: Run, path: Path) -> None:
    run("profile", "target", ROLE)
    run("profile", "set", "jira=2")
    assert run("profile", "unset", "jira", "target").code == 0
    person = read(path)
    assert (person.entries, person.target) == ({}, None)
    assert run("profile", "unset", "jyrrha").code == 2


def test_the_log_says_what_changed(run: Run) -> None:
    run("profile", "set", "jira=2")
    run("profile", "set", "jira=3")
    (latest, first) = json.loads(run("profile", "log", "--format", "json").out)["changes"][::-1]
    assert (latest["before"], latest["after"], first["after"]) == (2, 3, 2)
    assert "Jira" in run("profile", "log").out
    assert run("profile", "log", "--format", "csv").out.count("\n") == 3


def test_interests_that_did_not_change_are_not_logged(run: Run) -> None:
    for command in (["interests", "SAE"], ["interests", "SAE"], ["unset", "interests"]) * 2:
        assert run("profile", *command).code == 0
    rows = run("profile", "log", "--format", "csv").out.splitlines()[1:]
    changes = [",".join(row.split(",")[1:]) for row in rows]
    assert changes == ["interests,,SAE", "interests,SAE,"] * 2


def test_interests_from_letters_scores_or_the_print_link(run: Run, path: Path) -> None:
    for words in (["asi"], ["13", "16", "24", "24", "19", "20"], ["131624241920"]):
        assert run("profile", "interests", *words).code == 0
    assert read(path).interests == "ASC"
    assert run("profile", "interests", "XYZ").code == 2
    assert run("profile", "interests", "41", "0", "0", "0", "0", "0").code == 2


def test_a_profile_by_name_and_by_file(run: Run, home: Path, tmp_path: Path) -> None:
    run("profile", "set", "jira=2", "--profile", "ana")
    run("profile", "set", "jira=3", "--profile", str(tmp_path / "ben.toml"))
    assert read(home / "profiles" / "ana.toml").ratings["jira"].level == 2
    assert read(tmp_path / "ben.toml").ratings["jira"].level == 3
    assert not (home / "profile.toml").exists()


def test_the_environment_names_a_profile(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERCLI_PROFILE", "ana")
    run("profile", "set", "jira=2")
    assert (home / "profiles" / "ana.toml").exists()


def test_what_it_does_not_know_survives(run: Run, path: Path) -> None:
    path.parent.mkdir()
    path.write_text(
        'schema = 1\nhobby = "chess"\n[marks.jira]\nlevel = 2\nnote = "mine"\n'
        '[coach]\nname = "Ada"\n'
    )
    run("profile", "set", "jira=3")
    tables = tomllib.loads(path.read_text())
    assert (tables["hobby"], tables["coach"]["name"]) == ("chess", "Ada")
    assert tables["marks"]["jira"]["note"] == "mine"


WHOLE = """\
schema = 1
name = "Ana Diaz"
place = "Ohio"
education = "associate"
hours = 6.5
interests = "SAE"
mood = "good"

[current]
role = "electrician"
level = "mid"
years = 3
pay = 58000

[target]
role = "product-coordinator"
level = "senior"

[credentials.cdl-a]
until = "2028-05"
state = "OH"

[credentials.first-aid]
until = 2027-01-31

[credentials.notary]

[marks.jira]
level = 2
date = 2026-03-14

[[goals]]
text = "Pass the exam"
by = "2026-09"
done = "2026-08-30"
date = "2026-03-14"

[[notes]]
text = "Talked to Sam"
date = "2026-03-14"
private = true
with = "Sam"
"""


def test_every_key_of_the_schema_is_read_and_kept(run: Run, path: Path) -> None:
    path.parent.mkdir()
    path.write_text(WHOLE)
    assert run("profile", "set", "sql=3").code == 0
    before, after = tomllib.loads(WHOLE), tomllib.loads(path.read_text())
    assert after["marks"].pop("sql")["level"] == 3
    assert after.pop("history")
    assert after == before
    top = [line.split(" ")[0] for line in path.read_text().splitlines()[1:8]]
    assert top == "mood schema name place education hours interests".split()


def test_years_belong_to_the_present_role(run: Run, path: Path) -> None:
    path.parent.mkdir()
    path.write_text(WHOLE)
    run("profile", "current", "electrician", "--pay", "60000")
    kept = {"role": "electrician", "level": "mid", "pay": 60000, "years": 3}
    assert read(path).tables["current"] == kept
    run("profile", "current", "product-coordinator")
    assert read(path).tables["current"] == {"role": "product-coordinator"}


def test_each_place_is_told_once_with_an_example(run: Run, path: Path) -> None:
    path.parent.mkdir()
    path.write_text('marks = 3\n[current]\nlevel = "boss"\n')
    assert run("profile").err.splitlines() == [
        f"careercli: {path} has 2 problems",
        "  current.level: must be one of entry, mid, senior, lead (found 'boss')",
        '    For example, level = "mid"',
        "  marks: must be a table (found 3)",
        "    With keys such as level = 3",
    ]


def test_a_skill_that_is_not_in_the_vocabulary_keeps_its_mark(run: Run, path: Path) -> None:
    path.parent.mkdir()
    path.write_text("[marks.basket-weaving]\nlevel = 4\n")
    run("profile", "set", "jira=3")
    assert read(path).ratings["basket-weaving"].level == 4
    assert "Basket weaving" in run("profile").out


# -- what a file may not do ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("schema = 2\n", "newer careercli"),
        ("schema = true\n", "whole number"),
        ("[marks.jira]\nlevel = 9\n", "marks.jira.level"),
        ("[marks]\njira = 3\n", "marks.jira: must be a table"),
        ("marks = 3\n", "marks: must be a table"),
        ("[target]\nrole = 3\n", "target.role"),
        ('[target]\nrole = "x"\nlevel = "boss"\n', "target.level"),
        ("target = 1\n", "target: must be a table"),
        ('[current]\nrole = "x"\npay = -1\n', "current.pay"),
        ("[marks.jira]\nlevel = 2\nevidence = 7\n", "marks.jira.evidence"),
        ("history = 3\n", "history: must be a table"),
        ("[history]\nchanges = 3\n", "history.changes: must be a list"),
        ("interests = 3\n", "interests"),
        ("name = 3\n", "name: must be text (found 3)"),
        ("place = []\n", "place: must be text"),
        ('education = "phd"\n', "education: must be one of none, high-school"),
        ("hours = 200\n", "hours: must be a number of hours from 0 to 168 (found 200)"),
        ("hours = true\n", "hours: must be a number"),
        ("[current]\nyears = -1\n", "current.years: must be a number of years"),
        ("[current]\nyears = nan\n", "current.years: must be a number of years"),
        ('credentials = ["cdl-a"]\n', "credentials: must be a table"),
        ('[credentials]\ncdl-a = "2028-05"\n', "credentials.cdl-a: must be a table"),
        ('[credentials.cdl-a]\nuntil = "soon"\n', "credentials.cdl-a.until: must be a date"),
        ('[credentials.cdl-a]\nuntil = "2028-13"\n', "credentials.cdl-a.until: must be a date"),
        ("[marks.jira]\nlevel = 2\nfrom = 1\n", "marks.jira.from: must be text"),
        ("[marks.jira]\n", "marks.jira.level: must be 1, 2, 3, 4"),
        ('notes = "call Sam"\n', "notes: must be a list of tables"),
        ("notes = [3]\n", "notes[1]: must be a table"),
        ('[[notes]]\ntext = "a"\n[[notes]]\ndate = "2026-01-01"\n', "notes[2].text: must be text"),
        ('[[notes]]\ntext = "a"\nprivate = "yes"\n', "notes[1].private: must be true or false"),
        ('[[goals]]\ntext = "a"\nby = "May"\n', "goals[1].by: must be a date"),
    ],
)
def test_a_file_that_breaks_the_rules_is_untouched(
    run: Run, path: Path, text: str, rule: str
) -> None:
    path.parent.mkdir()
    path.write_text(text)
    for command in (["skills", "--gap"], ["profile", "set", "jira=2"]):
        result = run(*command)
        assert (result.code, result.out) == (1, "")
        assert rule in result.err
    assert path.read_text() == text


@pytest.mark.parametrize("raw", [b"not toml at all\n", b"a = \xff\n", b"[" * 5000, b"\0\0\0"])
def test_a_file_that_is_not_toml_is_untouched_and_every_command_says_where(
    run: Run, path: Path, raw: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(raw)
    for command in (["skills", "--gap"], ["profile", "set", "jira=2"], ["profile", "unset", "sql"]):
        result = run(*command)
        assert (result.code, result.out) == (1, "")
        assert str(path) in result.err
    assert [(one.name, one.read_bytes()) for one in path.parent.glob("profile*")] == [
        ("profile.toml", raw)
    ]


def test_a_fifo_a_folder_and_a_huge_file_are_refused(run: Run, path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    assert "not a regular file" in run("skills", "--gap").err
    path.unlink()
    path.mkdir()
    assert run("profile", "set", "jira=2").code == 1
    path.rmdir()
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert "200,000,000 bytes" in run("skills", "--gap").err


def test_a_loop_of_links_is_told(run: Run, tmp_path: Path) -> None:
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    for command in (["profile"], ["profile", "set", "jira=2"]):
        result = run(*command, "--profile", str(loop))
        assert (result.code, result.out) == (1, "")
        assert "is not there" in result.err


def test_pay_that_is_no_number_is_not_kept(run: Run, path: Path) -> None:
    result = run("profile", "current", ROLE, "--pay", "nan")
    assert (result.code, result.out) == (2, "")
    assert not path.exists()


def test_a_number_that_is_none_has_no_json_form(run: Run, path: Path) -> None:
    path.parent.mkdir()
    path.write_text('[history]\nchanges = [{at = "2025-03-01", what = "pay", after = nan}]\n')
    result = run("profile", "log", "--format", "json")
    assert (result.code, result.out) == (1, "")
    assert "no JSON form" in result.err


def test_an_answer_in_another_encoding_is_not_understood(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "careercli", "profile", "rate", "product-coordinator"],
        input=b"\xff\nq\n",
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
    )
    assert done.returncode == 0
    assert b"Enter to skip, b to go back" in done.stderr


def test_a_links_target_is_replaced(run: Run, path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    real = tmp_path / "real.toml"
    real.write_text("schema = 1\n")
    path.symlink_to(real)
    run("profile", "set", "jira=2")
    assert path.is_symlink()
    assert read(real).ratings["jira"].level == 2


def test_it_is_private(run: Run, path: Path) -> None:
    run("profile", "set", "jira=2")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_disk_that_cannot_be_written_leaves_the_old_file(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("profile", "set", "jira=2")
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run("profile", "set", "jira=3")
    assert result.code == 1
    assert "No space left on device" in result.err
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir() if "lock" not in one.name] == ["profile.toml"]


def test_a_folder_that_is_no_folder_is_a_clear_error(run: Run, home: Path) -> None:
    home.write_text("in the way")
    result = run("profile", "set", "jira=2")
    assert (result.code, result.out) == (1, "")
    assert "cannot be written" in result.err


# -- two at once, and kills ----------------------------------------------------------------------

WRITER = """
import sys
from pathlib import Path
from careercli.files.profile import change
path, name = Path(sys.argv[1]), sys.argv[2]
for number in range(int(sys.argv[3])):
    print(number, flush=True)
    change(path, lambda p: p.rate(f"{name}-{number}", 1 + number % 4, origin="test"))
"""


def test_two_terminals_at_once_lose_no_mark(path: Path) -> None:
    def write(name: str) -> None:
        subprocess.run(
            [sys.executable, "-c", WRITER, str(path), name, "15"], check=True, timeout=60
        )

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, ("a", "b", "c")))
    assert len(read(path).ratings) == 45


def test_a_kill_at_any_moment_leaves_the_old_or_the_new_file(path: Path) -> None:
    for round_number in range(8):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), f"r{round_number}", "400"],
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        for _ in range(1 + 2 * round_number):  # it says a line before each change
            process.stdout.readline()
        process.kill()
        process.wait()
        process.stdout.close()
        marks = read(path).ratings
        mine = sorted(
            int(skill.split("-")[1]) for skill in marks if skill.startswith(f"r{round_number}-")
        )
        assert mine == list(range(len(mine)))  # nothing lost in between, nothing torn
    change(path, lambda p: p.rate("after", 1, origin="test"))  # no lock is left behind


names = st.text("abc-", min_size=1, max_size=4)
edits = st.one_of(
    st.tuples(
        st.just("mark"),
        names,
        st.sampled_from((1, 2, 3, 4, "none", "claimed")),
        st.text(max_size=8),
    ),
    st.tuples(st.just("unmark"), names),
    st.tuples(st.just("aim"), st.sampled_from(("target", "current")), names),
)


@given(st.lists(edits, max_size=8))
@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_what_is_written_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, ...]]
) -> None:
    path = tmp_path_factory.mktemp("p") / "profile.toml"
    model = Profile(path, {"schema": 1})
    for step in steps:
        change(path, lambda person, step=step: _apply(person, step))  # type: ignore[misc]
        _apply(model, step)
    person = read(path)
    assert person.ratings == model.ratings
    assert (person.target, person.current) == (model.target, model.current)
    assert len(person.history) == len(model.history)


def _apply(person: Profile, step: tuple[str, ...]) -> None:
    if step[0] == "mark":
        person.rate(step[1], step[2], origin="test", evidence=step[3] or None)
    elif step[0] == "unmark":
        person.forget("marks", step[1])
    else:
        person.set_role(step[1], ProfileRole(step[2]))


def test_the_log_of_a_clock_that_went_backwards_is_still_a_log(run: Run, path: Path) -> None:
    path.parent.mkdir()
    path.write_text(
        '[history]\nchanges = [{at = "2099-01-01T00:00:00+00:00", skill = "jira", after = 1}]\n'
    )
    run("profile", "set", "jira=2")
    assert len(read(path).history) == 2
