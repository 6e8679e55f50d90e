"""Puts real output under the commands in README.md and docs/; a test fails where it is stale.

    python scripts/readme.py

A fenced `console` block holds commands, `$ careercli ...`, and what they print on a terminal of
80 columns, without color. The commands of one page share one home, in the order they stand.
Long output is cut after LINES lines, with `…`.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINES = 26
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def updated(text: str) -> str:
    """A page with the output that its commands have now."""
    with tempfile.TemporaryDirectory() as home:

        def block(found: re.Match[str]) -> str:
            commands = [line for line in found[1].splitlines() if line.startswith("$ ")]
            return "```console\n" + "".join(shown(command, home) for command in commands) + "```"

        return BLOCK.sub(block, text)


def shown(command: str, home: str) -> str:
    """A command and its output."""
    drawn = command[2:]
    if "profile" not in drawn:
        drawn += " --format table"
    environment = {**os.environ, "CAREERCLI_HOME": home, "COLUMNS": "80", "NO_COLOR": "1"}
    python = f'"{sys.executable}" -m careercli'
    run = subprocess.run(
        drawn.replace("careercli", python, 1),
        shell=True, env=environment, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    lines = (run.stdout + run.stderr).splitlines()
    cut = [*lines[:LINES], "…"] if len(lines) > LINES else lines
    return "\n".join([command, *cut, ""])


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(updated(page.read_text(encoding="utf-8")), encoding="utf-8")
