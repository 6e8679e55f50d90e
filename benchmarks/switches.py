"""How many modules and functions answer a question, and how often the code changes module.

    python benchmarks/switches.py

Each question runs in a process of its own, as on a terminal, with a target and three ratings in
the profile. A profiler notes each call of a function of careercli; a switch is a call from another
module than the call before it. The body of a class runs when its module is loaded: it is no call.
"""

import inspect
import io
import os
import subprocess
import sys
import tempfile
from itertools import pairwise
from types import FrameType
from typing import Any

PROFILE = ["profile", "set", "target=product-coordinator", "jira=3", "sql=2"]
QUESTIONS = (
    ["skills", "--gap"],
    ["search", "charge nurse"],
    ["salary", "product-coordinator", "--level", "senior"],
)


class Terminal(io.TextIOWrapper):
    """Says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def count(arguments: list[str]) -> tuple[int, int, int]:
    """Modules entered, functions called, and switches of module, to answer a command."""
    from careercli.cli.main import main

    calls: list[tuple[str, str]] = []

    def note(frame: FrameType, event: str, _: Any) -> None:
        module = frame.f_globals.get("__name__", "")
        code = frame.f_code
        is_function = event == "call" and code.co_flags & inspect.CO_OPTIMIZED
        if is_function and module.startswith("careercli."):
            calls.append((module, code.co_qualname))

    sys.stdout = Terminal(io.BytesIO(), encoding="utf-8")
    sys.setprofile(note)
    main(arguments)
    sys.setprofile(None)
    sys.stdout = sys.__stdout__
    switches = sum(here[0] != there[0] for here, there in pairwise(calls))
    return len({module for module, _ in calls}), len(set(calls)), switches


if __name__ == "__main__":
    if arguments := sys.argv[1:]:
        print(" | ".join(map(str, count(arguments))))
        sys.exit()
    print("| question | modules | functions | switches |\n|---|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as home:
        settings = {**os.environ, "CAREERCLI_HOME": home, "COLUMNS": "80", "PAGER": "cat"}
        careercli = [sys.executable, "-m", "careercli", *PROFILE]
        subprocess.run(careercli, env=settings, check=True, capture_output=True)
        for question in QUESTIONS:
            asked = [sys.executable, __file__, *question]
            answer = subprocess.run(asked, env=settings, check=True, capture_output=True, text=True)
            print(f"| `{' '.join(question)}` | {answer.stdout.strip()} |")
