"""`careercli browse`: from a key to its result, and the CPU of the first screen.

Takes the official files to add (O*NET first), so that the list is as long as it gets:

    python benchmarks/browse.py db_30_3_text.zip oesm25nat.zip occupation.xlsx
"""

import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path

import pyte

from careercli.browse.session import Session

CAREERCLI = str(Path(sys.executable).parent / "careercli")
QUERIES = ("product coordinator", "electrician", "nurse who works at night", "xqztoy", "sql")


class Terminal:
    """`careercli browse` in a terminal of 80 x 24, with its screen read."""

    def __init__(self) -> None:
        self.outside, inside = pty.openpty()
        ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            [CAREERCLI, "browse"],
            stdin=inside, stdout=inside, stderr=inside, start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color"},
        )  # fmt: skip
        os.close(inside)
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)

    def begins(self, row: int, words: str) -> bool:
        """Whether a line of the screen begins with the words."""
        line = self.screen.buffer[row]
        return all(line[column].data == letter for column, letter in enumerate(words))

    def wait(self, drawn: Callable[[], bool], seconds: float = 30) -> float:
        """Milliseconds until there is what makes the screen as it should be."""
        start = came = time.perf_counter()
        while not drawn():
            if not select.select([self.outside], [], [], seconds)[0]:
                raise TimeoutError("\n".join(self.screen.display))
            piece = os.read(self.outside, 65536)
            came = time.perf_counter()  # what pyte takes to read it is not the explorer's
            self._stream.feed(piece)
        return 1000 * (came - start)

    def read(self, seconds: float) -> None:
        """Reads what is drawn until nothing is for some seconds."""
        while select.select([self.outside], [], [], seconds)[0]:
            self._stream.feed(os.read(self.outside, 65536))

    def press(self, keys: str) -> None:
        os.write(self.outside, keys.encode())

    def end(self) -> float:
        """Ends the program; returns its seconds of CPU, user and system."""
        self.process.kill()
        _, _, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = 0
        os.close(self.outside)
        return usage.ru_utime + usage.ru_stime


def first_screen() -> tuple[float, float]:
    """Seconds of CPU and of the clock until the footer is drawn."""
    start = time.perf_counter()
    terminal = Terminal()
    terminal.wait(lambda: "Quit" in terminal.screen.display[-1])
    clock = time.perf_counter() - start
    return terminal.end(), clock


def keys(session: Session) -> list[float]:
    """Milliseconds from each key of the queries until what it finds is on the screen."""
    terminal = Terminal()
    terminal.wait(lambda: "Quit" in terminal.screen.display[-1])
    terminal.read(1)
    terminal.press("/")
    took = []
    for query in QUERIES:
        for end in range(1, len(query) + 1):
            terminal.read(0.2)
            found = session.find(query[:end])
            count = f" {len(found):,} role" if found else " Nothing found"
            first = found[0].title[:20] if found else ""

            def drawn(count: str = count, first: str = first) -> bool:
                return terminal.begins(1, count) and terminal.begins(2, f" {first}")

            there = drawn()
            terminal.press(query[end - 1])
            if not there:
                took.append(terminal.wait(drawn))
        terminal.press("\x1b")
        terminal.read(0.5)
    terminal.end()
    return took


def main(files: list[str]) -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as home:
        os.environ["CAREERCLI_HOME"] = home
        for file in files:
            subprocess.run([CAREERCLI, "sources", "add", file], check=True, capture_output=True)
        first_screen()  # byte code
        runs = [first_screen() for _ in range(7)]
        session = Session()
        print(f"{len(session.summaries):,} roles")
        took = keys(session)
    cpu, clock = (statistics.median(values) for values in zip(*runs, strict=True))
    print(f"| first screen, CPU | {cpu:.2f} s |\n| first screen, clock | {clock:.2f} s |")
    p95 = statistics.quantiles(took, n=20)[-1]
    print(f"| key to result, median of {len(took)} | {statistics.median(took):.1f} ms |")
    print(f"| key to result, 95th percentile | {p95:.1f} ms |")
    print(f"| key to result, worst | {max(took):.1f} ms |")


if __name__ == "__main__":
    main(sys.argv[1:])
