"""What a person sees of an interrupt, of a defect, and of a user without a home folder."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.running import Run

DEFECT = """
import sys
from careercli.app import open_stores
from careercli.cli import main
def broken(**_): raise ZeroDivisionError("3 / 0")
open_stores.open_store = broken
sys.exit(main.main(["list"]))
"""


def python(code: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_defect_is_one_message_without_a_traceback() -> None:
    result = python(DEFECT)
    assert (result.returncode, result.stdout) == (1, "")
    assert "ZeroDivisionError: 3 / 0" in result.stderr
    assert "Nothing was changed." in result.stderr
    assert "Traceback" not in result.stderr


def test_the_traceback_is_there_for_who_asks() -> None:
    assert "Traceback" in python(DEFECT, CAREERCLI_DEBUG="1").stderr


def test_after_a_change_it_does_not_say_that_nothing_was_changed(tmp_path: Path) -> None:
    written = f"""
from pathlib import Path
from careercli.files.atomic import write_atomic
write_atomic(Path({str(tmp_path / "x")!r}), "x")
"""
    told = python(written + DEFECT).stderr
    assert "Nothing was changed" not in told
    assert str(tmp_path) in told


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("module", ["careercli.cli.main", "careercli.errors", "careercli"])
def test_an_interrupt_while_the_program_is_loaded_is_quiet(module: str) -> None:
    code = f"""
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
class Interrupt:
    def find_spec(self, name, *_):
        if name == {module!r}:
            sys.meta_path.remove(self)
            if name != "careercli":
                os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupt())
sys.argv = ["careercli", "list"]
from careercli.__main__ import entry
entry()
"""
    result = python(code)
    assert "Traceback" not in result.stderr
    if module != "careercli":
        assert result.returncode in (-signal.SIGINT, 130)


@pytest.mark.skipif(os.name != "posix", reason="user ids")
def test_a_user_without_a_home_is_told_what_to_set(tmp_path: Path) -> None:
    code = """
import os, sys
from careercli.cli.main import main
import platformdirs
os.environ.pop("HOME", None), os.environ.pop("CAREERCLI_HOME", None)
os.environ.pop("XDG_DATA_HOME", None)
os.getuid = lambda: 54321
sys.exit(main(["profile", "set", "jira=3"]))
"""
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert result.returncode == 1
    assert "CAREERCLI_HOME" in result.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="user ids")
@pytest.mark.parametrize("command", [["show", "electrician"], ["list"], ["doctor"]])
def test_a_user_without_a_home_is_answered(command: list[str]) -> None:
    code = f"""
import os, sys
from careercli.cli.main import main
for name in ("HOME", "CAREERCLI_HOME", "XDG_DATA_HOME"):
    os.environ.pop(name, None)
os.getuid = lambda: 54321
sys.exit(main({command!r}))
"""
    result = python(code)
    assert (result.returncode, result.stderr) == (0, "")


def test_guide_new_replaces_no_link(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "florist.toml").symlink_to(tmp_path / "elsewhere.toml")
    assert run("guide", "new", "florist").code == 1
    assert [one.name for one in tmp_path.iterdir() if one.name != "home"] == ["florist.toml"]


def test_stderr_that_nobody_reads_does_not_end_in_a_traceback() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "careercli", "show", "no such role"],
            stderr=full, stdout=subprocess.DEVNULL, timeout=60, check=False,
        )  # fmt: skip
    assert run.returncode == 2


def test_a_strangers_file_is_replaced_only_by_force(run: Run, tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("# Mine\n", encoding="utf-8")
    result = run("report", "electrician", "-o", str(readme))
    assert result.code == 1
    assert "--force" in result.err
    assert readme.read_text(encoding="utf-8") == "# Mine\n"
    assert run("report", "electrician", "-o", str(readme), "--force").code == 0
    for form in ("md", "html", "json"):
        path = tmp_path / f"ours.{form}"
        for _ in range(2):
            assert run("report", "electrician", "-o", str(path)).code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="limits of processes")
def test_guide_new_on_a_full_disk_leaves_no_file(tmp_path: Path) -> None:
    code = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from careercli.cli.main import main
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
sys.exit(main(["guide", "new", "florist"]))
"""
    result = subprocess.run(
        [sys.executable, "-B", "-c", code],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert result.returncode == 1
    assert not list(tmp_path.iterdir())
