"""Kills, writers at once, full disks, failing locks, signals and streams: the profile survives."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.attack.running import Tally, run

SKILLS = ("jira", "sql", "excel", "python", "git", "facilitation", "documentation", "swift")
LEVELS = (1, 2, 3, 4)

KILLED = """
import os, sys
from careercli.cli.main import main
count = int(sys.argv.pop(1))
watched = {"open", "os.rename", "os.remove", "os.chmod", "os.mkdir", "os.link"}
home = os.environ["CAREERCLI_HOME"]
def hook(event, arguments):
    global count
    if event in watched and arguments and str(arguments[0]).startswith(home):
        count -= 1
        if count < 0:
            os.kill(os.getpid(), 9)
sys.addaudithook(hook)
sys.exit(main(sys.argv[1:]))
"""


def _profile() -> Path:
    return Path(os.environ["CAREERCLI_HOME"]) / "profile.toml"


def _marks(tally: Tally) -> dict[str, int]:
    """The ratings on the disk; a profile that cannot be read is lost."""
    if not _profile().exists():
        return {}
    try:
        tables = tomllib.loads(_profile().read_text(encoding="utf-8"))
    except ValueError as error:
        tally.wrong("lost", f"the profile is damaged: {error}")
        return {}
    return {skill: mark["level"] for skill, mark in tables.get("marks", {}).items()}


def _expect(tally: Tally, known: dict[str, int], tried: dict[str, int], how: str) -> None:
    """The profile has what was acknowledged, and of what was tried the old or the new."""
    now = _marks(tally)
    for skill, level in known.items():
        if now.get(skill) not in (level, tried.get(skill, level)):
            tally.wrong("lost", f"{skill}={level} is {now.get(skill)} after {how}")


def kills_at_operations(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """A kill before each operation on a file of the data folder, until one run needs no more."""
    del folder, seed
    known: dict[str, int] = {}
    for turn in range(times):
        for place in range(60):
            skill, level = SKILLS[(place + turn) % len(SKILLS)], LEVELS[(place + turn) % 4]
            arguments = [str(place), "profile", "set", f"{skill}={level}"]
            outcome = run(tally, arguments, code=KILLED)
            _expect(tally, known, {skill: level}, f"a kill at operation {place}")
            known = _marks(tally)
            if outcome.code == 0:
                if known.get(skill) != level:
                    tally.wrong("lost", f"{skill}={level} was acknowledged")
                break


def kills_at_random(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """Kills at any moment of a run."""
    del folder
    rng = random.Random(seed)
    known: dict[str, int] = {}
    for _ in range(30 * times):
        skill, level = rng.choice(SKILLS), rng.choice(LEVELS)
        command = [sys.executable, "-m", "careercli", "profile", "set", f"{skill}={level}"]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        tally.tried()
        try:
            code = process.wait(rng.uniform(0.05, 0.8))
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        _expect(tally, known, {skill: level}, "a kill")
        known = _marks(tally)
        if code == 0 and known.get(skill) != level:
            tally.wrong("lost", f"{skill}={level} was acknowledged")


def writers(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """Two, eight and 32 writers at once; each adds a change of its own to the history."""
    del folder, seed
    for _ in range(max(1, times // 4)):
        for count in (2, 8, 32) if times > 1 else (2, 8):
            _profile().unlink(missing_ok=True)
            with ThreadPoolExecutor(count) as pool:
                commands = [
                    ["profile", "set", f"{SKILLS[n % 8]}=3", "--evidence", f"writer {n}"]
                    for n in range(count)
                ]
                outcomes = list(pool.map(lambda command: run(tally, command), commands))
            done = sum(outcome.code == 0 for outcome in outcomes)
            log = _profile().read_text(encoding="utf-8").count("skill = ")
            if log < done:
                tally.wrong("lost", f"{done} acknowledged changes, {log} in the history")


def full_disks(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """Disks that take only so many bytes of a file."""
    del seed
    run(tally, ["profile", "set", "jira=3", "--evidence", "x" * 3000])
    before = _profile().read_bytes()
    for size in range(0, 4000, 4000 // (8 * times)):
        code = (
            "import signal, sys\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            "from careercli.cli.main import main\nsys.exit(main(sys.argv[1:]))"
        )
        outcome = run(tally, ["profile", "set", "sql=2"], file_size=size, code=code)
        if outcome.code == 0 and "sql" not in _marks(tally):
            tally.wrong("lost", f"sql=2 was acknowledged on a disk for {size} bytes")
        if outcome.code and _profile().read_bytes() != before:
            tally.wrong("false statements", f"failed and changed the profile at {size} bytes")
        before = _profile().read_bytes()
        report = folder / "report.md"
        outcome = run(tally, ["report", "-o", str(report)], file_size=size, code=code)
        if outcome.code and report.exists():
            tally.wrong("false statements", f"{report} is there after a failure")
        report.unlink(missing_ok=True)
    if left := [*_profile().parent.glob(".*.????????"), *folder.glob(".*.????????")]:
        tally.wrong("lost", f"drafts are left: {left}")


SHIM = "#include <errno.h>\nint flock(int fd, int how) { errno = %d; return -1; }\n"


def failing_locks(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """File systems without locks: a library in C whose flock fails stands in for them."""
    del seed
    for name in ("ENOSYS", "ENOLCK", "EOPNOTSUPP"):
        source, shim = folder / f"{name}.c", folder / f"{name}.so"
        source.write_text(SHIM % getattr(errno, name), encoding="utf-8")
        subprocess.run(["cc", "-shared", "-fPIC", "-o", shim, source], check=True)
        for turn in range(times):
            _profile().unlink(missing_ok=True)
            with ThreadPoolExecutor(4) as pool:
                outcomes = list(
                    pool.map(
                        lambda skill, shim=shim, turn=turn: run(
                            tally,
                            ["profile", "set", f"{skill}={turn % 4 + 1}"],
                            environment={"LD_PRELOAD": str(shim)},
                        ),
                        SKILLS[:4],
                    )
                )
            if any(outcome.code == 0 for outcome in outcomes):
                done = {s for s, one in zip(SKILLS, outcomes, strict=False) if one.code == 0}
                if lost := done - _marks(tally).keys():
                    tally.wrong("lost", f"{name}: {sorted(lost)}")
            if any("Warning:" in outcome.err for outcome in outcomes):
                tally.wrong("false statements", f"{name}: a warning of Python's")


def signals(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """Ctrl-C at any moment from the first line of careercli on: quiet, and nothing is lost."""
    del folder
    rng = random.Random(seed)
    for _ in range(20 * times):
        process = subprocess.Popen(
            [sys.executable, "-X", "importtime", "-m", "careercli", "profile", "set", "jira=3"],
            stderr=subprocess.PIPE,
            text=True,
        )
        tally.tried()
        assert process.stderr
        told = ""
        for line in process.stderr:  # Python's own start is over with this import
            told += line
            if line.rstrip().endswith("| careercli"):
                break
        time.sleep(rng.uniform(0, 0.4))
        process.send_signal(signal.SIGINT)
        told += process.communicate()[1]
        if "Traceback" in told:
            tally.wrong("tracebacks", told[-300:])
        if process.returncode not in (0, 130, -signal.SIGINT):
            tally.wrong("false statements", f"exit code {process.returncode}")
        _marks(tally)


def streams(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """Streams that are closed, full, or whose reader goes away."""
    del folder, seed
    commands = ("list", "show electrician", "profile", "show nothing-of-it", "list --format json")
    for _ in range(times):
        for command in commands:
            for redirection in (">&-", "2>&-", "<&-", ">/dev/full", "2>/dev/full", "| head -c 1"):
                tally.tried()
                result = subprocess.run(
                    ["sh", "-c", f'"{sys.executable}" -m careercli {command} {redirection}'],
                    capture_output=True, text=True, timeout=60, check=False,
                )  # fmt: skip
                if "Traceback" in result.stderr or "Exception ignored" in result.stderr:
                    tally.wrong("tracebacks", f"{command} {redirection}: {result.stderr[-300:]}")
