"""What a command costs, as a ratio to T in the same run.

    python benchmarks/startup.py [ROUNDS]

T is `python -c 'import typer, rich.console, rich.table'`. Commands run in turn, in an order that
is reversed every other round; each round gives one ratio, the table shows their medians. On a
terminal means in a pseudo-terminal of 80 x 24 with --no-pager. Memory is the peak resident set
of the process. Peers are measured where they are on the PATH.
"""

import fcntl
import os
import pty
import shutil
import statistics
import struct
import sys
import tempfile
import termios
import threading
from pathlib import Path

PYTHON = sys.executable
CAREERCLI = str(Path(PYTHON).with_name("careercli"))
T = [PYTHON, "-c", "import typer, rich.console, rich.table"]
ROLE = "product-coordinator"
COMPLETE = {
    "_CAREERCLI_COMPLETE": "complete_bash",
    "COMP_WORDS": "careercli show pro",
    "COMP_CWORD": "2",
}
LIMITS = {"show": 1.50, "salary": 1.35, "list": 1.35, "gap": 1.30, "gaps": 1.40, "help": 1.75}
COMMANDS = {
    "show": ["show", ROLE],
    "salary": ["salary", "--level", "senior"],
    "list": ["list"],
    "gap": ["skills", ROLE, "--gap"],
    "gaps": ["skills", "--gap"],
    "help": ["--help"],
}
BUNDLED = str(Path(__file__).parents[1] / "src" / "careercli" / "bundled.db")
PEERS = (
    ["pipx", "list"], ["sqlite-utils", "tables", BUNDLED], ["http", "--version"],
    ["tldr", "--version"], ["poetry", "about"],
)  # fmt: skip


class Case:
    """A command, how it is run, and its ratios to T so far."""

    def __init__(
        self, name: str, command: list[str], limit: float | None = None, *,
        terminal: bool = False, environment: dict[str, str] | None = None,
    ) -> None:  # fmt: skip
        self.name, self.command, self.limit, self.terminal = name, command, limit, terminal
        self.environment = {**os.environ, **(environment or {})}
        self.seconds: list[float] = []
        self.ratios: list[float] = []
        self.memory = 0

    def run(self) -> None:
        """Runs the command once: CPU seconds by wait4, peak memory."""
        if self.terminal:
            outside, inside = pty.openpty()
            fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        else:
            outside, inside = os.pipe()
        reader = threading.Thread(target=_drain, args=(outside,))
        child = os.posix_spawn(
            self.command[0], self.command, self.environment,
            file_actions=[(os.POSIX_SPAWN_DUP2, inside, 1), (os.POSIX_SPAWN_CLOSE, outside)],
        )  # fmt: skip
        os.close(inside)
        reader.start()
        _, status, usage = os.wait4(child, 0)
        reader.join()
        if status:
            raise SystemExit(f"{self.name} failed: {self.command}")
        self.seconds.append(usage.ru_utime + usage.ru_stime)
        self.memory = max(self.memory, usage.ru_maxrss)


def _drain(descriptor: int) -> None:
    try:
        while os.read(descriptor, 65536):
            pass
    except OSError:  # a terminal whose other side is gone
        pass
    os.close(descriptor)


def cases() -> list[Case]:
    """T first, then ours, then peers."""
    found = [Case("T", T)]
    for name, words in COMMANDS.items():
        pager = [] if name == "help" else ["--no-pager"]
        found.append(
            Case(
                f"{' '.join(words)}, terminal",
                [CAREERCLI, *words, *pager],
                LIMITS[name],
                terminal=True,
            )
        )
        piped = 0.95 if name.startswith("gap") else 0.90
        found.append(Case(f"{' '.join(words)}, pipe", [CAREERCLI, *words], piped))
        if name != "help":
            found.append(
                Case(f"{' '.join(words)}, json", [CAREERCLI, *words, "--format", "json"], piped)
            )
    found.append(Case("completion of a role", [CAREERCLI], 0.90, environment=COMPLETE))
    peers = [(shutil.which(peer[0]), peer) for peer in PEERS]
    return found + [
        Case(" ".join(peer), [program, *peer[1:]]) for program, peer in peers if program
    ]


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["CAREERCLI_HOME"] = home
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else our own source is compiled each time
        profile = "schema = 1\n[marks]\njira.level = 3\nexcel.level = 2\nfacilitation.level = 2\n"
        Path(home, "profile.toml").write_text(profile)
        measure(cases(), rounds)


def measure(everything: list[Case], rounds: int) -> None:
    """Runs the cases in turn, the first of which is T, and prints the table."""
    for case in everything:
        case.run()  # warm: byte code and file cache
    for number in range(rounds):
        for case in everything if number % 2 == 0 else reversed(everything):
            case.run()
        unit = everything[0].seconds[-1]
        for case in everything:
            case.ratios.append(case.seconds[-1] / unit)
    unit_ms = 1000 * min(everything[0].seconds)
    print(f"{rounds} rounds; T = {unit_ms:.0f} ms CPU at best; Python {sys.version.split()[0]}\n")
    print("| command | x T | limit | MB |\n|---|---:|---:|---:|")
    for case in everything:
        limit = f"{case.limit:.2f}" if case.limit else ""
        ratio = statistics.median(case.ratios)
        print(f"| {case.name} | {ratio:.2f} | {limit} | {case.memory / 1024:.0f} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
