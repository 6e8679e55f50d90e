"""What importing O*NET costs, against the sqlite3 shell's raw .import of the same files.

    python benchmarks/onet_import.py db_30_3_text.zip [ROUNDS]

CPU seconds of whole processes, in turn; the table shows medians. The shell keeps every table of
the release as it stands, without names, search or roles. Similarity, a step of its own, is timed
apart and taken off. Needs the sqlite3 shell.
"""

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from contextlib import closing
from pathlib import Path

from careercli.official.move_inputs import relate


def measured(command: list[str], **settings: object) -> tuple[float, int]:
    """CPU seconds of a process, and its peak memory in KB."""
    child = subprocess.Popen(command, stdout=-3, stderr=-3, **settings)  # type: ignore[call-overload]
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def likeness(store: Path) -> float:
    """CPU seconds that likeness takes of an import, measured in this process."""
    with closing(sqlite3.connect(store)) as db:
        db.execute("DELETE FROM likeness")
        db.execute("DELETE FROM likeness_scores")
        start = time.process_time()
        relate(db, lambda _: None)
        return time.process_time() - start


def main(release: str, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        home, raw = Path(place, "home"), Path(place, "raw")
        with zipfile.ZipFile(release) as archive:
            for info in archive.infolist():
                if info.filename.endswith(".txt") and "Read Me" not in info.filename:
                    raw.mkdir(exist_ok=True)
                    (raw / Path(info.filename).name).write_bytes(archive.read(info))
        script = Path(place, "raw.sql")
        imports = [f'.import "{table}" "{table.stem}"' for table in sorted(raw.iterdir())]
        script.write_text("\n".join([".mode tabs", *imports]))
        os.environ["CAREERCLI_HOME"] = str(home)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        ours = [sys.executable, "-m", "careercli", "sources", "add", str(Path(release).resolve())]
        shell: list[float] = []
        mine: list[float] = []
        memory = 0
        for number in range(rounds + 1):
            target = Path(place, f"raw{number}.db")
            first, _ = measured(["sqlite3", str(target), f".read {script}"])
            target.unlink()
            second, peak = measured(ours)
            if number:  # the first round warms the file cache
                shell.append(first)
                mine.append(second)
                memory = max(memory, peak)
        size = (home / "official.db").stat().st_size / 1e6
        alike = statistics.median(likeness(home / "official.db") for _ in range(3))
    ratio = statistics.median((b - alike) / a for a, b in zip(shell, mine, strict=True))
    print("| | CPU s | |\n|---|---:|---|")
    print(f"| sqlite3 .import | {statistics.median(shell):.2f} | |")
    print(f"| careercli sources add | {statistics.median(mine) - alike:.2f} | {ratio:.2f} x |")
    print(f"| likeness | {alike:.2f} | {alike / statistics.median(shell):.2f} x |")
    print(f"\nMemory {memory / 1024:.0f} MB; database {size:.1f} MB; {rounds} rounds.")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 7)
