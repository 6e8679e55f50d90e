"""What commands cost with every occupation imported, as benchmarks/startup.py measures.

python benchmarks/occupations.py ONET OEWS PROJECTIONS [ROUNDS]
"""

import os
import subprocess
import sys
import tempfile

from startup import CAREERCLI, COMPLETE, Case, T, measure

COMMANDS = {
    "show 15-1252": 1.45,
    "salary 15-1252": 1.45,
    "search welder": 1.45,
    "list --all": 1.50,
    "moves 15-1252": 1.50,
    "moves product-coordinator": None,
    "path 15-1252 29-1141": None,
    "compare 15-1252 29-1141": None,
}
"""Command -> its limit on a terminal."""


def main(files: list[str], rounds: int) -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["CAREERCLI_HOME"] = home
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        for file in files:
            subprocess.run([CAREERCLI, "sources", "add", file], check=True, capture_output=True)
        everything = [Case("T", T)]
        for words, limit in COMMANDS.items():
            command = [CAREERCLI, *words.split()]
            drawn = [*command, "--no-pager"]
            everything.append(Case(f"{words}, terminal", drawn, limit, terminal=True))
            json = [*command, "--format", "json"]
            everything.append(Case(f"{words}, json", json, 0.95 if "show" in words else None))
        everything.append(Case("completion of a role", [CAREERCLI], 0.95, environment=COMPLETE))
        measure(everything, rounds)


if __name__ == "__main__":
    main(sys.argv[1:4], int(sys.argv[4]) if len(sys.argv) > 4 else 11)
