"""careercli on a terminal: in this process where that is enough, else on a pseudo-terminal."""

import io
import os
import select
import struct
import subprocess
import sys
from collections.abc import Sequence

import pytest

from careercli.cli.main import main
from tests.support.running import Screen


class Stream(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def drawn(
    monkeypatch: pytest.MonkeyPatch, *arguments: str, width: int = 80, height: int = 500
) -> Screen:
    """What a person sees of a run in this process. Nothing can be typed, and there is no pager."""
    out = io.BytesIO()
    with monkeypatch.context() as patch:
        patch.setenv("COLUMNS", str(width))
        patch.setenv("LINES", str(height))
        patch.setattr(sys, "stdout", Stream(out, encoding="utf-8", newline=""))
        patch.setattr(sys, "stderr", sys.stdout)
        patch.setattr(sys, "stdin", io.StringIO())
        code = main(list(arguments))
        sys.stdout.flush()
        raw = out.getvalue().replace(b"\n", b"\r\n")
    return Screen(raw, code, width, height)


def pseudo_terminal(width: int, height: int) -> tuple[int, int]:
    """The descriptors of both ends: the one that we hold, and the one that a program gets."""
    import fcntl
    import pty
    import termios

    outside, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
    return outside, inside


def seen(
    *arguments: str,
    width: int = 80,
    height: int = 500,
    typed: Sequence[str] = (),
    **environment: str,
) -> Screen:
    """What a person sees of a run in a process of its own."""
    outside, inside = pseudo_terminal(width, height)
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
    return Screen(bytes(raw), process.wait(60), width, height)
