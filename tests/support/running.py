"""careercli run in this process, as a process, and on a terminal."""

import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

import pyte

ROOT = Path(__file__).parents[2]


@contextmanager
def database(path: Path) -> Iterator[sqlite3.Connection]:
    """A store, opened to change it or to look into it."""
    with closing(sqlite3.connect(path)) as db, db:
        yield db


class Result(NamedTuple):
    """What a run left behind."""

    code: int
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str, stdin: str = "") -> Result: ...


class Screen:
    """What a person sees at the end, line by line, and the bytes that drew it."""

    def __init__(self, raw: bytes, code: int, width: int, height: int) -> None:
        self.raw = raw
        self.code = code
        self._size = width, height

    @cached_property
    def lines(self) -> list[str]:
        screen = pyte.Screen(*self._size)
        pyte.ByteStream(screen).feed(self.raw)
        height = screen.lines
        screen.lines = max(screen.buffer, default=-1) + 1  # no cell of those below was drawn
        drawn = [line.rstrip() for line in screen.display]
        return drawn + [""] * (height - len(drawn))

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


class See(Protocol):
    def __call__(
        self,
        *arguments: str,
        width: int = 80,
        height: int = 500,
        typed: Sequence[str] = (),
        **environment: str,
    ) -> Screen: ...


Spawn = Callable[..., subprocess.CompletedProcess[str]]
