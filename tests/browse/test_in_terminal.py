"""The explorer in a real terminal: that it is drawn, and what it leaves behind, however it ends."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

from tests.support.guides import KEEPER
from tests.support.running import Run, database
from tests.support.terminal import pseudo_terminal

ALTERNATE, MOUSE, PASTE, CURSOR = b"\x1b[?1049", b"\x1b[?1000", b"\x1b[?2004", b"\x1b[?25"
SECONDS = 20
SOON = 0.02
"""Seconds in which what a program has written can be read."""


class Terminal:
    """A terminal with careercli in it, and a shell's view of how it was left."""

    def __init__(self, width: int, height: int) -> None:
        self.outside, self.inside = pseudo_terminal(width, height)
        self.before = _modes(self.inside)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "careercli", "browse"],
            stdin=self.inside,
            stdout=self.inside,
            stderr=self.inside,
            env={**os.environ, "TERM": "xterm-256color"},
            start_new_session=True,
        )
        self.raw = b""
        self._screen = pyte.Screen(width, height)
        self._drawn = ""
        self._stream = pyte.ByteStream(self._screen)

    @property
    def screen(self) -> str:
        if self._screen.dirty:
            self._drawn = "\n".join(line.rstrip() for line in self._screen.display)
            self._screen.dirty.clear()
        return self._drawn

    def until(self, done: Callable[[], bool]) -> None:
        """Reads until something is so."""
        end = time.monotonic() + SECONDS
        while not done():
            assert time.monotonic() < end, self.screen
            if select.select([self.outside], [], [], SOON)[0]:
                piece = os.read(self.outside, 65536)
                self.raw += piece
                self._stream.feed(piece)

    def shows(self, words: str) -> None:
        """Waits until the words are on the screen."""
        self.until(lambda: words in self.screen)

    def press(self, keys: str) -> None:
        os.write(self.outside, keys.encode())

    def end(self) -> int:
        """Waits for the end; reads what is left, and returns the exit code."""
        self.until(lambda: self.process.poll() is not None)
        while select.select([self.outside], [], [], SOON)[0]:
            self.raw += os.read(self.outside, 65536)
        return self.process.returncode

    def is_clean(self) -> bool:
        """Whether every mode that was set is taken back, and typing is as before."""
        for mode in (ALTERNATE, MOUSE, PASTE):
            if self.raw.count(mode + b"h") > self.raw.count(mode + b"l"):
                return False
        shown = self.raw.rfind(CURSOR + b"h") > self.raw.rfind(CURSOR + b"l")
        return shown and _modes(self.inside) == self.before

    @property
    def after(self) -> str:
        """What stands on the terminal once the explorer is gone."""
        return self.raw.rpartition(ALTERNATE + b"l")[2].decode()


def _modes(terminal: int) -> int:
    """The local modes of a terminal: echo, whole lines, signals."""
    import termios

    modes: int = termios.tcgetattr(terminal)[3]
    return modes


@pytest.fixture
def terminals() -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def terminal(width: int = 80, height: int = 24) -> Terminal:
        opened.append(Terminal(width, height))
        opened[-1].shows("Quit")
        return opened[-1]

    yield terminal
    for one in opened:
        one.process.kill()
        one.process.wait()
        os.close(one.outside)
        os.close(one.inside)


Terminals = Callable[..., Terminal]


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
def test_it_is_drawn_and_answers_keys(terminals: Terminals, width: int, height: int) -> None:
    terminal = terminals(width, height)
    terminal.press("/nurse")
    terminal.shows("Registered Nurse  Health")
    terminal.press("\r")
    terminal.until(lambda: "To the list" not in terminal.screen)
    terminal.press("\x1b[C")
    terminal.shows("10th  ")
    terminal.press("?")
    terminal.shows("search as you type")
    terminal.press("\x1b")
    terminal.until(lambda: "search as you type" not in terminal.screen)
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.is_clean()


def test_ctrl_c_ends_it_wherever_it_is(terminals: Terminals) -> None:
    opened = []
    for keys in ("", "/nurse", "?", "f"):
        terminal = terminals()
        terminal.press(keys)
        if keys in ("?", "f"):
            terminal.shows("Esc")
        terminal.press("\x03")
        opened.append(terminal)
    for terminal in opened:
        assert terminal.end() == 130
        assert terminal.is_clean()


def test_ctrl_z_suspends_it_with_a_clean_terminal(terminals: Terminals) -> None:
    terminal = terminals()
    terminal.press("\x1a")
    pid, status = os.waitpid(terminal.process.pid, os.WUNTRACED)
    assert pid == terminal.process.pid
    assert os.WIFSTOPPED(status)
    while select.select([terminal.outside], [], [], SOON)[0]:
        terminal.raw += os.read(terminal.outside, 65536)
    for mode in (ALTERNATE, MOUSE, PASTE):
        assert terminal.raw.rfind(mode + b"l") > terminal.raw.rfind(mode + b"h")
    assert _modes(terminal.inside) == terminal.before
    terminal.process.send_signal(signal.SIGCONT)
    terminal.press("q")
    assert terminal.end() == 0


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"])
def test_a_signal_leaves_the_terminal_clean(terminals: Terminals, name: str) -> None:
    number = getattr(signal, name)
    terminal = terminals()
    terminal.process.send_signal(number)
    assert terminal.end() == 128 + number
    assert terminal.is_clean()
    assert "Traceback" not in terminal.after


def test_an_exception_leaves_the_terminal_clean_and_is_told_briefly(
    run: Run, home: Path, terminals: Terminals
) -> None:
    assert run("guide", "add", str(KEEPER)).code == 0
    with database(home / "user.db") as store:
        store.execute("UPDATE role SET record = '{'")
    store.close()
    terminal = terminals()
    terminal.press("/lighthouse")
    assert terminal.end() == 1
    assert terminal.is_clean()
    told = terminal.after.split("\x1b[?")[-1].partition("careercli: ")[2]
    assert told.startswith("browse stopped at an error of its own: JSONDecodeError: Expecting")
    assert "Traceback" not in terminal.after
    assert terminal.after.count("\n") <= 2  # a line, which the terminal's width may break
