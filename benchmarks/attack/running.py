"""One run of careercli under limits, and what is counted of it."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

COLUMNS = ("tries", "lost", "tracebacks", "hangs", "over 500 MB", "false statements")
HANG = 10
"""Seconds of CPU after which a run counts as hung."""
MEMORY = 500_000_000
"""Bytes of resident memory."""
FALSE = ("This is a defect in careercli",)
"""Words that no attack should bring about; a row that knows what is true adds its own."""


class Tally:
    """Counts of one attack. What is wrong is printed as it is found, on stderr."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._counts = dict.fromkeys(COLUMNS, 0)

    def __iter__(self) -> Iterator[int]:
        return iter(self._counts.values())

    @property
    def failed(self) -> bool:
        return any(count for column, count in self._counts.items() if column != "tries")

    def tried(self) -> None:
        self._counts["tries"] += 1

    def wrong(self, column: str, how: str) -> None:
        self._counts[column] += 1
        print(f"{self.name}: {column}: {how}", file=sys.stderr, flush=True)


Attack = Callable[[Tally, Path, int, int], None]
"""An attack: its tally, a folder, how many times the quick run's tries, and the random seed."""


class Outcome(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


def run(
    tally: Tally,
    arguments: Sequence[str],
    *,
    stdin: bytes = b"",
    file_size: int | None = None,
    environment: dict[str, str] | None = None,
    code: str = "",
) -> Outcome:
    """Runs careercli, or Python `code` instead of it, to its end, and counts what went wrong."""
    tally.tried()

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (2 * HANG, 2 * HANG))
        if file_size is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

    command = ["-c", code] if code else ["-m", "careercli"]
    with tempfile_pair() as (out, err):
        process = subprocess.Popen(
            [sys.executable, "-B", *command, *arguments],
            stdin=subprocess.PIPE, stdout=out, stderr=err, preexec_fn=limit,
            env={**os.environ, **(environment or {})},
        )  # fmt: skip
        assert process.stdin
        try:
            process.stdin.write(stdin)
            process.stdin.close()
        except BrokenPipeError:
            pass
        usage = _wait(process)
        out.seek(0), err.seek(0)
        outcome = Outcome(
            process.returncode,
            out.read().decode(errors="replace"),
            err.read().decode(errors="replace"),
        )
    what = " ".join(arguments)[:200]
    if usage is None or usage.ru_utime + usage.ru_stime > HANG:
        tally.wrong("hangs", what)
    elif usage.ru_maxrss * 1024 > MEMORY:
        tally.wrong("over 500 MB", f"{usage.ru_maxrss * 1024:,} {what}")
    if "Traceback (most recent" in outcome.err:
        tally.wrong("tracebacks", f"{what}: {outcome.err[-300:]}")
    if any(words in outcome.err for words in FALSE):
        tally.wrong("false statements", f"{what}: {outcome.err[:300]}")
    return outcome


def tempfile_pair():  # two open files, closed at the end
    from contextlib import ExitStack, contextmanager
    from tempfile import TemporaryFile

    @contextmanager
    def pair():
        with ExitStack() as opened:
            yield opened.enter_context(TemporaryFile()), opened.enter_context(TemporaryFile())

    return pair()


def _wait(process: "subprocess.Popen[bytes]") -> resource.struct_rusage | None:
    """What the process used; None if it had to be killed after five times the limit."""
    deadline = time.monotonic() + 5 * HANG
    while time.monotonic() < deadline:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return usage
        time.sleep(0.005)
    process.kill()
    process.wait()
    return None
