"""Attacks careercli and counts what it lost, hung on, or told falsely; every column should be 0.

python -m benchmarks.attack [--quick] [--seed N] [NAME...]

Names are those of the table's rows; all without any. Each command runs as a process of its own,
with limits on CPU, memory and file size, in a data folder of its own.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.attack import crashes, inputs, stores
from benchmarks.attack.running import COLUMNS, Attack, Tally

ATTACKS: dict[str, Attack] = {
    "kills at each file operation": crashes.kills_at_operations,
    "kills at random": crashes.kills_at_random,
    "writers at once": crashes.writers,
    "full disks": crashes.full_disks,
    "guides: kills": stores.killed_guides,
    "guides: readers and writers": stores.guides_at_once,
    "added data: kills": stores.killed_additions,
    "guides and data: full disks": stores.full_disks,
    "stores: broken": stores.broken_stores,
    "stores: not readable": stores.unreadable,
    "locks that fail": crashes.failing_locks,
    "signals": crashes.signals,
    "streams": crashes.streams,
    "inputs in process": inputs.in_process,
    "inputs as commands": inputs.as_commands,
    "arguments and environment": inputs.arguments,
}
QUICK = 25
"""The full run has this many times the tries of the quick one."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a few minutes instead of thirty")
    parser.add_argument("--seed", type=int, default=14)
    parser.add_argument("names", nargs="*", metavar="NAME")
    wanted = parser.parse_args()
    print(f"| {'attack':30} | {' | '.join(COLUMNS)} |")
    print(f"|{'-' * 32}|{'|'.join('-' * (len(column) + 1) + ':' for column in COLUMNS)}|")
    failed = False
    for name, attack in ATTACKS.items():
        if wanted.names and name not in wanted.names:
            continue
        tally = Tally(name)
        with tempfile.TemporaryDirectory(prefix="careercli-attack-") as folder:
            os.environ["CAREERCLI_HOME"] = str(Path(folder) / "home")
            attack(tally, Path(folder), 1 if wanted.quick else QUICK, wanted.seed)
        row = (str(count).rjust(len(column)) for column, count in zip(COLUMNS, tally, strict=True))
        print(f"| {name:30} | {' | '.join(row)} |", flush=True)
        failed = failed or tally.failed
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
