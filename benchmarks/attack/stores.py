"""Guides and stores: kills, readers beside writers, full disks, files that can't be read, bytes
that flipped. What was acknowledged is there, and a broken part stops nothing else."""

import os
import random
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from benchmarks.attack.crashes import KILLED
from benchmarks.attack.inputs import GUIDE
from benchmarks.attack.running import Outcome, Tally, run

SURVEY = (
    "OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,A_MEAN,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90\n"
    "47-2111,Electricians,detailed,{employed},67810,39430,48820,62350,81730,106030\n"
)
FULL_DISK = (
    "import signal, sys\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    "from careercli.cli.main import main\nsys.exit(main(sys.argv[1:]))"
)
UNPRIVILEGED = (
    "import ctypes, sys\nfrom careercli.cli.main import main\n"
    "ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)())\n"
    "sys.exit(main(sys.argv[1:]))"
)
"""Gives up what lets root read every file."""
KILLED_LATER = (
    "import os, sys, threading\nfrom careercli.cli.main import main\n"
    "timer = threading.Timer(float(sys.argv.pop(1)), os.kill, [os.getpid(), 9])\n"
    "timer.daemon = True\ntimer.start()\nsys.exit(main(sys.argv[1:]))"
)
COMMANDS = (
    ["show", "electrician"], ["list"], ["list", "--all"], ["sources"], ["salary", "electrician"],
    ["moves", "electrician"], ["search", "binds flowers"], ["show", "florist-0"], ["profile"],
    ["skills", "electrician"], ["doctor"],
)  # fmt: skip


def _home() -> Path:
    return Path(os.environ["CAREERCLI_HOME"])


def _guide(folder: Path, number: int) -> Path:
    path = folder / f"florist-{number}.toml"
    path.write_text(GUIDE.replace('"florist"', f'"florist-{number}"'), encoding="utf-8")
    return path


def _expect_one(tally: Tally, slug: str, how: str) -> bool:
    """Folder and store say the same of a guide; whether it is there."""
    there = (_home() / "guides" / f"{slug}.toml").exists()
    shown = f'"slug": "{slug}"' in run(tally, ["show", slug, "--format", "json"]).out
    if there != shown:
        tally.wrong("lost", f"{slug} is {'only' if there else 'not'} in the folder after {how}")
    return there


def killed_guides(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """A kill before each operation of `guide add`, of `guide remove`, and of a store made again."""
    del seed
    for turn in range(max(1, times // 4)):
        path, slug = _guide(folder, turn), f"florist-{turn}"
        for command in (["guide", "add", str(path)], ["guide", "remove", slug], ["list"]):
            for place in range(200):
                if command == ["list"]:
                    _home().mkdir(exist_ok=True)
                    (_home() / "guides").mkdir(exist_ok=True)
                    shutil.copy(path, _home() / "guides")
                    (_home() / "user.db").unlink(missing_ok=True)
                elif command[1] == "remove":
                    run(tally, ["guide", "add", str(path)])
                outcome = run(tally, [str(place), *command], code=KILLED)
                _expect_one(tally, slug, f"a kill of {command[:2]} at operation {place}")
                if outcome.code == 0:
                    break


def killed_additions(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """Kills of `sources add` at each operation and at random: the old data answer, or the new."""
    rng = random.Random(seed)
    for number in range(2):
        path = folder / f"national_M202{number + 4}_dl.csv"
        path.write_text(SURVEY.format(employed=700_000 + number), encoding="utf-8")
        command = ["sources", "add", "--yes", str(path)]
        for place in range(200):
            outcome = run(tally, [str(place), *command], code=KILLED)
            _expect_sound(tally, f"a kill at operation {place}")
            if outcome.code == 0:
                break
        for _ in range(4 * times):
            run(tally, [str(rng.uniform(0.2, 2.5)), *command], code=KILLED_LATER)
            _expect_sound(tally, "a kill at random")


def _expect_sound(tally: Tally, how: str) -> None:
    shown = run(tally, ["salary", "electrician", "--format", "json"])
    if shown.code or "left out" in shown.err:
        tally.wrong("lost", f"{how}: {shown.err[:200]}")


def guides_at_once(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """Writers of guides at once, with a reader beside each; none of the acknowledged is hidden."""
    del seed
    for count in (2, 8, 32) if times > 1 else (2, 8):
        shutil.rmtree(_home(), ignore_errors=True)
        commands: list[list[str]] = []
        for number in range(count):
            commands += [["guide", "add", str(_guide(folder, number))], ["list"]]
        with ThreadPoolExecutor(2 * count) as pool:
            outcomes = list(pool.map(lambda command: run(tally, command), commands))
        for number in range(count):
            if outcomes[2 * number].code == 0:
                slug = f"florist-{number}"
                if not _expect_one(tally, slug, f"{count} writers"):
                    tally.wrong("lost", f"{slug} was acknowledged beside {count} writers")


def full_disks(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """Disks that take only so many bytes of a file: a guide is added whole or not at all."""
    del seed
    path = _guide(folder, 0)
    survey = folder / "national_M2024_dl.csv"
    survey.write_text(SURVEY.format(employed=700_000), encoding="utf-8")
    run(tally, ["sources", "add", "--yes", str(survey)])
    before = (_home() / "official.db").read_bytes()
    steps = 6 * times
    for step in range(steps):
        size = step * 300_000 // steps
        outcome = run(tally, ["guide", "add", str(path)], file_size=size, code=FULL_DISK)
        there = _expect_one(tally, "florist-0", f"a disk for {size} bytes")
        if there != (outcome.code == 0):
            tally.wrong("false statements", f"exit {outcome.code} at {size} bytes, there: {there}")
        if there:
            run(tally, ["guide", "remove", "florist-0"])
        size = step * len(before) // steps
        failed = run(
            tally, ["sources", "add", "--yes", str(survey)], file_size=size, code=FULL_DISK
        )
        if failed.code and (_home() / "official.db").read_bytes() != before:
            tally.wrong("lost", f"official.db changed on a disk for {size} bytes")
        before = (_home() / "official.db").read_bytes()
    if left := [*_home().glob("**/.*.draft"), *_home().glob("*.tmp")]:
        tally.wrong("lost", f"drafts are left: {left}")


def broken_stores(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """Bytes flipped, files cut, locked, of other formats, not files: `show electrician` answers."""
    rng = random.Random(seed)
    survey = folder / "national_M2024_dl.csv"
    survey.write_text(SURVEY.format(employed=700_000), encoding="utf-8")
    run(tally, ["sources", "add", "--yes", str(survey)])
    run(tally, ["guide", "add", str(_guide(folder, 0))])
    sound = folder / "sound"
    shutil.copytree(_home(), sound)
    for number in range(60 * times):
        shutil.rmtree(_home())
        shutil.copytree(sound, _home())
        store = _home() / rng.choice(("user.db", "official.db"))
        way = _break(rng, store)
        outcome = run(tally, rng.choice(COMMANDS))
        _expect_answer(tally, outcome, f"try {number}: {store.name} {way}")
        with closing(sqlite3.connect(sound / store.name)) as held:
            held.execute("BEGIN EXCLUSIVE")
            if number % 20 == 0:
                _expect_answer(tally, run(tally, ["show", "electrician"]), "a store that is held")


def _break(rng: random.Random, store: Path) -> str:
    raw = bytearray(store.read_bytes())
    way = rng.choice(("flipped", "flipped", "flipped", "json", "cut", "format", "folder", "empty"))
    if way == "flipped":
        for _ in range(rng.choice((1, 1, 10, 1000))):
            raw[rng.randrange(100, len(raw))] ^= 1 << rng.randrange(8)
    elif way == "json":
        places = [place for place in range(len(raw)) if raw[place : place + 2] == b'{"']
        raw[rng.choice(places) + rng.randrange(40)] = rng.choice(b'"{}[],:0a\xff')
    elif way == "cut":
        del raw[rng.randrange(len(raw)) :]
    elif way == "format":
        raw[60:64] = rng.randbytes(4)
    elif way == "empty":
        raw.clear()
    if way == "folder":
        store.unlink()
        store.mkdir()
    else:
        store.write_bytes(raw)
    return way


def _expect_answer(tally: Tally, outcome: Outcome, how: str) -> None:
    """An exit code of 0, or of 2 where a guide of one's own isn't known any more."""
    if outcome.code not in (0, 2) or (outcome.code == 2 and "florist" not in outcome.err):
        tally.wrong("lost", f"{how}: exit {outcome.code}: {outcome.err[:300]}")


def unreadable(tally: Tally, folder: Path, times: int, seed: int) -> None:
    """Files and folders that another user may not read or write: `show electrician` answers."""
    del times, seed
    run(tally, ["guide", "add", str(_guide(folder, 0))])
    for path, mode in (
        *((_home() / name, 0) for name in ("user.db", "guides", "guides/florist-0.toml")),
        (_home(), 0),
        (_home(), 0o555),
    ):
        for part in (_home(), *_home().rglob("*")):
            part.chmod(0o755 if part.is_dir() else 0o644)
        path.chmod(mode)
        for command in (["show", "electrician"], ["list"]):
            outcome = run(tally, command, code=UNPRIVILEGED)
            _expect_answer(tally, outcome, f"{path.name} with mode {mode:o}")
        path.chmod(0o755)
