"""One writer at a time, with a file system's locks and without."""

import errno
import os
import subprocess
import sys
import sysconfig
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from careercli.app import open_stores, user_store
from careercli.files import profile
from careercli.files.atomic import DRAFT_SECONDS
from careercli.files.lock import LockTimeoutError, locked
from careercli.official import store
from tests.support.running import Run

SHIM = """
#define _GNU_SOURCE
#include <errno.h>
int flock(int fd, int operation) { errno = %d; return -1; }
"""


@pytest.fixture(params=["ENOSYS", "ENOLCK", "EOPNOTSUPP"])
def lockless(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The environment of a process on a file system without locks."""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    source, shim = tmp_path / "shim.c", tmp_path / "shim.so"
    source.write_text(SHIM % getattr(errno, request.param), encoding="utf-8")
    try:
        subprocess.run([compiler, "-shared", "-fPIC", "-o", shim, source], check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no C compiler")
    return {**os.environ, "LD_PRELOAD": str(shim)}


SOON = """
import sys
from careercli.cli.main import main
from careercli.files import profile
profile.LOCK_SECONDS = 0.2
sys.exit(main(sys.argv[1:]))
"""
"""The program, with less patience."""


def careercli(
    environment: dict[str, str], *arguments: str, program: Sequence[str] = ("-m", "careercli")
) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, *program, *arguments],
        env=environment,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_without_locks_no_mark_is_lost(lockless: dict[str, str], home: Path) -> None:
    skills = ("jira", "sql", "excel", "python")
    runs = [careercli(lockless, "profile", "set", f"{skill}=3") for skill in skills]
    told = [run.communicate(timeout=60)[1] for run in runs]
    assert [run.returncode for run in runs] == [0] * len(runs)
    assert all(text.count("has no file locks") == 1 for text in told)
    assert "Warning" not in "".join(told)
    written = (home / "profile.toml").read_text(encoding="utf-8")
    assert all(f"[marks.{skill}]" in written for skill in skills)
    assert not list(home.glob("*.held"))


@pytest.mark.parametrize("lockless", ["ENOLCK"], indirect=True)
def test_a_lock_left_behind_is_told_with_its_owner(lockless: dict[str, str], home: Path) -> None:
    home.mkdir()
    held = home / ".profile.toml.lock.held"
    held.write_text("process 1 on elsewhere", encoding="utf-8")
    os.utime(held, (time.time() - 600, time.time() - 600))
    run = careercli(lockless, "profile", "set", "jira=3", program=("-c", SOON))
    told = run.communicate(timeout=60)[1]
    assert run.returncode == 1
    assert "10 minutes ago by process 1 on elsewhere" in told
    assert str(held) in told
    assert held.exists()


def test_a_lock_is_waited_for_as_long_as_is_promised() -> None:
    waits = (profile.LOCK_SECONDS, user_store.LOCK_SECONDS, open_stores.LOCK_SECONDS, store.WAIT)
    assert waits == (10, 30, 120, 120)
    assert store.READING_SECONDS == 5


def test_a_lock_that_is_held_is_waited_for_and_told(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with (
        locked(lock, seconds=0, busy=""),
        pytest.raises(LockTimeoutError),
        locked(lock, seconds=0, busy=""),
    ):
        pass
    with locked(lock, seconds=0, busy=""):
        pass


def test_drafts_of_killed_writes_are_removed_when_old(run: Run, home: Path) -> None:
    run("profile", "set", "jira=3")
    old, new, other = (home / f".{name}" for name in (
        "profile.toml.abcd1234", "profile.toml.efgh5678", "profile.toml.note"
    ))  # fmt: skip
    for draft in (old, new, other):
        draft.write_text("draft", encoding="utf-8")
    for draft in (old, other):
        os.utime(draft, (0, time.time() - DRAFT_SECONDS - 60))
    run("profile", "set", "jira=2")
    assert not old.exists()
    assert new.exists()
    assert other.exists()


@pytest.mark.skipif(os.name != "posix", reason="permissions")
def test_folders_of_profiles_and_reports_of_people_are_private(
    run: Run, home: Path, tmp_path: Path
) -> None:
    (home / "profiles").mkdir(parents=True, mode=0o755)
    run("profile", "target", "electrician", "--profile", "ana")
    assert (home / "profiles").stat().st_mode & 0o777 == 0o700
    report, guide = tmp_path / "ana.html", tmp_path / "role.html"
    assert run("report", "--profile", "ana", "-o", str(report)).code == 0
    report.chmod(0o644)
    assert run("report", "--profile", "ana", "-o", str(report)).code == 0
    assert run("show", "electrician", "-o", str(guide)).code == 0
    assert report.stat().st_mode & 0o777 == 0o600
    assert guide.stat().st_mode & 0o077


@pytest.mark.skipif(os.name != "posix", reason="permissions")
def test_the_first_profile_makes_a_private_folder(run: Run, home: Path) -> None:
    run("profile", "target", "electrician")
    assert home.stat().st_mode & 0o777 == 0o700
