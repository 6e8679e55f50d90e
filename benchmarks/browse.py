"""`careercli browse`: from a key to its result, and the CPU of the first screen.

Takes the official files to import (O*NET first), so that the list is as long as it gets:

    python benchmarks/browse.py db_30_3_text.zip oesm25nat.zip occupation.xlsx
"""

import asyncio
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
from fcntl import ioctl
from pathlib import Path

CAREERCLI = str(Path(sys.executable).parent / "careercli")
QUERIES = ("product coordinator", "electrician", "nurse who works at night", "xqztoy", "sql")
KINDS = ("onet", "oews", "projections")


async def keys() -> list[float]:
    """Milliseconds from each key of the queries until its list is on the screen."""
    from careercli.browse.app import Explorer
    from careercli.browse.roles import Roles
    from careercli.browse.session import Session

    session = Session()
    print(f"{len(session.briefs):,} roles")
    app = Explorer(session)
    took = []
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.5)
        roles = app.query_one(Roles)
        search = app.query_one("#search")
        for query in QUERIES:
            search.value = ""
            await pilot.pause(0.3)
            for end in range(1, len(query) + 1):
                start = time.perf_counter()
                with app.batch_update(), search.prevent(type(search).Changed):
                    search.value = query[:end]
                    roles.fill()
                app.screen._update_layout = True
                app.screen._on_timer_update()
                took.append(1000 * (time.perf_counter() - start))
                await pilot.pause(0.12)
    return took


def first_screen() -> tuple[float, float]:
    """Seconds of CPU, user and system, and of the clock, until the footer is drawn."""
    outside, inside = pty.openpty()
    ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    start = time.perf_counter()
    process = subprocess.Popen(
        [CAREERCLI, "browse"],
        stdin=inside, stdout=inside, stderr=inside, start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color"},
    )  # fmt: skip
    os.close(inside)
    seen = b""
    while b"Quit" not in seen and select.select([outside], [], [], 30)[0]:
        seen += os.read(outside, 65536)
    clock = time.perf_counter() - start
    process.kill()
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    os.close(outside)
    return usage.ru_utime + usage.ru_stime, clock


def main(files: list[str]) -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as home:
        os.environ["CAREERCLI_HOME"] = home
        for kind, file in zip(KINDS, files, strict=False):
            subprocess.run([CAREERCLI, "import", kind, file], check=True, capture_output=True)
        first_screen()  # byte code
        runs = [first_screen() for _ in range(7)]
        took = asyncio.run(keys())
    cpu, clock = (statistics.median(values) for values in zip(*runs, strict=True))
    print(f"| first screen, CPU | {cpu:.2f} s |\n| first screen, clock | {clock:.2f} s |")
    p95 = statistics.quantiles(took, n=20)[-1]
    print(f"| key to result, median of {len(took)} | {statistics.median(took):.1f} ms |")
    print(f"| key to result, 95th percentile | {p95:.1f} ms |")
    print(f"| key to result, worst | {max(took):.1f} ms |")


if __name__ == "__main__":
    main(sys.argv[1:])
