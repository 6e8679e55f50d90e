"""Every test has a home of its own; the store is compiled once, from this tree's data."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Sequence
from pathlib import Path

import pyte
import pytest

from careercli.cli.main import main
from careercli.store.compile import compile_bundled
from tests.support.running import ROOT, Result, Run, Screen, See

DECIDING = (
    "CAREERCLI_PROFILE COLUMNS LINES FORCE_COLOR NO_COLOR COLORTERM PAGER "
    "PYTHONIOENCODING PYTHONUNBUFFERED PYTHONUTF8"
).split()
"""Variables by which a screen, or the bytes of it, would differ from machine to machine."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="Write the golden files anew.")


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        compile_bundled(ROOT / "data", ROOT / "src" / "careercli" / "bundled.db")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder, and an environment that decides nothing."""
    folder = tmp_path / "home"
    monkeypatch.setenv("CAREERCLI_HOME", str(folder))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in DECIDING:
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs careercli in this process, as through pipes."""

    def run(*arguments: str, stdin: str = "") -> Result:
        import io

        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        code = main(list(arguments))
        out, err = capsysbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return run


@pytest.fixture
def spawn(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs careercli as a process of its own."""

    def spawn(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "careercli", *arguments],
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
            cwd=tmp_path,
            env={**os.environ, **environment},
        )

    return spawn


@pytest.fixture
def see() -> See:
    """Runs careercli in a terminal of a size, and reads the screen."""

    def see(
        *arguments: str,
        width: int = 80,
        height: int = 500,
        typed: Sequence[str] = (),
        **environment: str,
    ) -> Screen:
        outside, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        process = subprocess.Popen(
            [sys.executable, "-m", "careercli", *arguments],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env={**os.environ, **environment},
            start_new_session=True,
        )
        os.close(inside)
        for line in typed:
            os.write(outside, line.encode())
        raw = bytearray()
        while select.select([outside], [], [], 60)[0]:
            try:
                piece = os.read(outside, 65536)
            except OSError:  # Linux says EIO when the other side is gone
                break
            if not piece:
                break
            raw += piece
        os.close(outside)
        screen = pyte.Screen(width, height)
        pyte.ByteStream(screen).feed(bytes(raw))
        return Screen([line.rstrip() for line in screen.display], bytes(raw), process.wait(60))

    return see
