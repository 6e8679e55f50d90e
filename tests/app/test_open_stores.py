"""A broken part does not stop the whole; guides, their folder and their store are one."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from careercli.files.lock import locked
from careercli.store.schema import FORMAT
from tests.support.guides import FLORIST
from tests.support.official import DEVELOPER
from tests.support.running import Run, Spawn, database

FULL_DISK = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from careercli.cli.main import main
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def florist(home: Path, run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "florist.toml"
    path.write_text(FLORIST)
    assert run("guide", "add", str(path)).code == 0
    return path


def flip(store: Path, text: bytes, new: bytes) -> None:
    """Changes bytes of a text inside a store, wherever it stands."""
    raw = store.read_bytes()
    assert text in raw
    assert len(text) == len(new)
    store.write_bytes(raw.replace(text, new))


def damaged(path: Path) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[:4096] + b"\xaa" * (len(raw) - 4096))


def of_another_program(path: Path) -> None:
    with database(path) as db:
        db.execute("PRAGMA user_version = 1")
        db.execute("DROP TABLE import_record")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def no_database(path: Path) -> None:
    path.write_bytes(b"no database at all, but long enough to be looked at" * 100)


def flipped(path: Path) -> None:
    flip(path, b'"publisher"', b'"pvblisher"')


def with_a_broken_name(path: Path) -> None:
    """What SQLite says of it can't be decoded."""
    flip(path, b"import_recordimport_record", b"impor\xd2_recordimport_record")
    flip(path, b"CREATE TABLE import_record", b"CREATE TABEL import_record")


BREAKING = [with_a_broken_name, damaged, of_another_program, a_folder, a_pipe, no_database, flipped]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes in the file system")
@pytest.mark.usefixtures("occupations")
@pytest.mark.parametrize("breaking", BREAKING)
def test_a_broken_official_store_is_left_out_with_a_warning(
    home: Path, spawn: Spawn, breaking: Callable[[Path], None]
) -> None:
    breaking(home / "official.db")
    for command in (["show", "electrician"], ["list", "--all"], ["sources"]):
        result = spawn(*command)
        assert result.returncode == 0, result.stderr
        if breaking is flipped and command != ["sources"]:
            continue  # which don't read that byte
        (warning,) = result.stderr.splitlines()
        assert "the data that you added are left out" in warning
        assert "official.db" in warning
    assert spawn("profile").returncode == 0
    removed = spawn("sources", "remove", "oews")
    assert removed.returncode == 1
    assert "You added no" not in removed.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes in the file system")
@pytest.mark.usefixtures("florist")
@pytest.mark.parametrize("breaking", BREAKING)
def test_a_broken_store_of_guides_is_made_again_or_left_out(
    home: Path, spawn: Spawn, breaking: Callable[[Path], None]
) -> None:
    breaking(home / "user.db")
    result = spawn("show", "electrician")
    assert (result.returncode, "Electrician" in result.stdout) == (0, True)
    said = [line for line in result.stderr.splitlines() if "being prepared" not in line]
    assert len(said) <= 1  # on a slow machine a line before it says what takes its time
    shown = spawn("show", "florist")
    if breaking in (a_folder, a_pipe):
        assert "your guides are left out" in shown.stderr
    else:
        assert "Arranges flowers" in shown.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="limits of processes")
@pytest.mark.parametrize("store", ["user.db", "official.db"])
@pytest.mark.usefixtures("occupations", "florist_beside")
def test_a_store_that_cannot_be_made_again_is_left_out(home: Path, store: str) -> None:
    with database(home / store) as db:
        db.execute("PRAGMA user_version = 1")
    before = (home / store).read_bytes()
    result = subprocess.run(
        [sys.executable, "-B", "-c", FULL_DISK, "show", "electrician"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert result.returncode == 0
    assert "Electrician" in result.stdout
    assert len(result.stderr.splitlines()) == 1
    assert "left out" in result.stderr
    assert (home / store).read_bytes() == before


@pytest.fixture
def florist_beside(occupations: None, florist: Path) -> None:
    """A guide in the home that has official data."""


@pytest.mark.usefixtures("occupations")
def test_what_was_worked_out_is_made_again_from_the_data_sets(home: Path, spawn: Spawn) -> None:
    before = spawn("show", DEVELOPER)
    with database(home / "official.db") as db:
        db.execute("UPDATE role SET record = substr(record, 2)")
    result = spawn("show", DEVELOPER)
    assert (result.returncode, result.stdout) == (0, before.stdout)
    assert "official.db was damaged" in result.stderr
    assert "made again" in result.stderr
    assert spawn("show", DEVELOPER).stderr == before.stderr


@pytest.mark.usefixtures("occupations", "florist_beside")
def test_two_damaged_stores_are_mended_one_after_the_other(home: Path, spawn: Spawn) -> None:
    for name in ("user.db", "official.db"):
        with database(home / name) as db:
            db.execute("UPDATE role SET record = substr(record, 2)")
    result = spawn("compare", "florist", DEVELOPER)
    assert result.returncode == 0, result.stderr
    told = [line for line in result.stderr.splitlines() if "made again" in line]
    assert ["user.db" in line for line in told] == [True, False]
    assert ["official.db" in line for line in told] == [False, True]


@pytest.mark.usefixtures("occupations")
def test_a_changed_data_set_is_not_taken_over_by_the_next(
    home: Path, spawn: Spawn, imported_home: Path
) -> None:
    flip(home / "official.db", b'"publisher"', b'"pvblisher"')
    result = spawn("sources", "add", "--yes", str(imported_home.parent / "occupation.xlsx"))
    assert result.returncode == 0
    assert "is damaged: it is kept as" in result.stderr
    assert list(home.glob("official.db.damaged-*"))
    assert spawn("show", "electrician").stderr == ""


def test_a_flipped_byte_is_seen_by_doctor(home: Path, spawn: Spawn, florist: Path) -> None:
    assert "isn't what was written" not in spawn("doctor").stdout
    flip(home / "user.db", b"40000", b"90000")
    assert "isn't what was written" in spawn("doctor").stdout


@pytest.mark.usefixtures("florist")
def test_completion_makes_nothing_again(home: Path, spawn: Spawn) -> None:
    with database(home / "user.db") as db:
        db.execute("PRAGMA user_version = 1")
    before = (home / "user.db").read_bytes()
    result = spawn(
        _CAREERCLI_COMPLETE="complete_bash", COMP_WORDS="careercli show elec", COMP_CWORD="2"
    )
    assert "electrician" in result.stdout
    assert result.stderr == ""
    assert (home / "user.db").read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="kills")
@pytest.mark.parametrize("command", ["add", "remove"])
def test_a_kill_at_any_step_leaves_folder_and_store_one(
    home: Path, run: Run, tmp_path: Path, command: str
) -> None:
    """A kill before each rename and removal; what `show` knows is what `guide remove` knows."""
    code = """
import os, signal, sys
from careercli.cli.main import main
left = int(sys.argv.pop(1))
def hook(event, arguments):
    global left
    if event in ("os.rename", "os.remove") and "draft" not in os.path.basename(str(arguments[-2])):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    elif event == "os.rename":
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
sys.exit(main(sys.argv[1:]))
"""
    source = tmp_path / "florist.toml"
    source.write_text(FLORIST)
    ends = []
    for step in range(8):
        shutil.rmtree(home, ignore_errors=True)
        if command == "remove":
            assert run("guide", "add", str(source)).code == 0
        given = str(source) if command == "add" else "florist"
        killed = subprocess.run(
            [sys.executable, "-c", code, str(step), "guide", command, given],
            capture_output=True, timeout=60, check=False,
        )  # fmt: skip
        ends.append(killed.returncode)
        known = "Arranges flowers" in run("show", "florist").out
        assert known == (home / "guides" / "florist.toml").exists()
        assert run("guide", "remove", "florist").code == (0 if known else 2)
        if killed.returncode == 0:
            break
    assert ends[-1] == 0
    assert -signal.SIGKILL in ends


def test_a_guide_that_changed_in_the_folder_is_read_anew(
    home: Path, run: Run, florist: Path
) -> None:
    path = home / "guides" / "florist.toml"
    path.write_text(FLORIST.replace("Arranges flowers", "Binds nice wreaths"))
    assert "Binds nice wreaths" in run("show", "florist").out
    path.unlink()
    assert run("guide", "remove", "florist").code == 2
    assert "Binds nice wreaths" not in run("show", "florist").out


def test_a_guide_that_no_longer_passes_is_named(home: Path, spawn: Spawn, florist: Path) -> None:
    (home / "guides" / "florist.toml").write_text(FLORIST.replace("40000", '"a lot"'))
    (home / "guides" / "other.toml").write_text(FLORIST)
    for told in (spawn("list").stderr, spawn("guide").stderr):
        assert "florist.toml is left out: pay[0].points.mid" in told
        assert "other.toml is left out: slug: must be the file's name" in told
    assert spawn("list").stderr == ""
    checked = spawn("guide", "check")
    assert checked.returncode == 1
    assert "pay[0].points.mid" in checked.stderr
    assert spawn("guide", "remove", "florist").returncode == 0


def test_readers_and_writers_of_guides_at_once_hide_none(
    home: Path, spawn: Spawn, tmp_path: Path
) -> None:
    from concurrent.futures import ThreadPoolExecutor

    commands = []
    for number in range(6):
        path = tmp_path / f"florist-{number}.toml"
        path.write_text(FLORIST.replace('"florist"', f'"florist-{number}"'))
        commands += [("guide", "add", str(path)), ("list",)]
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda command: spawn(*command), commands))
    assert [result.returncode for result in results] == [0] * len(commands)
    listed = spawn("list", "--format", "csv").stdout
    assert [f"florist-{number}," in listed for number in range(6)] == [True] * 6


@pytest.mark.usefixtures("occupations")
def test_a_store_is_made_again_once_and_who_waits_is_told(home: Path) -> None:
    with database(home / "official.db") as db:
        db.execute("PRAGMA user_version = 1")
    with locked(home / "official.lock", seconds=0, busy=""):
        readers = [
            subprocess.Popen(
                [sys.executable, "-m", "careercli", "show", DEVELOPER],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )
            for _ in range(3)
        ]  # fmt: skip
        for reader in readers:
            assert reader.stderr
            assert "being prepared" in reader.stderr.readline()
        store = home / "official.db"
        with database(store) as db:  # as the first of them leaves it, when it is done
            db.execute(f"PRAGMA user_version = {FORMAT}")
        before = store.stat()
    for reader in readers:
        reader.communicate()
        assert reader.returncode == 0
    assert store.stat().st_ino == before.st_ino


@pytest.mark.usefixtures("keeper")
@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("plan electrician", "Electrical apprenticeship"),
        ("skills electrician --gap", "OSHA 10-hour card"),
        ("report electrician", "NABCEP"),
        ("list --family health", "Registered Nurse"),
    ],
)
def test_a_guide_of_ones_own_without_an_occupation_hides_nothing(
    run: Run, command: str, told: str
) -> None:
    answer = run(*command.split())
    assert answer.code == 0, answer.err
    assert told in answer.out
