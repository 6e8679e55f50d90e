"""How many modules, functions and changes of module a question takes.

    python benchmarks/switches.py

A profiler notes each call of a function of careercli; a switch is a call from another module than
the last call was in. What runs while modules are imported is not counted.
"""

import io
import os
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from types import FrameType
from typing import Any

QUESTIONS = (
    ["skills", "product-coordinator", "--gap"],
    ["search", "charge nurse"],
    ["salary", "product-coordinator", "--level", "senior"],
)


def count(arguments: list[str]) -> tuple[int, int, int]:
    """Modules entered, functions called, and switches of module, to answer a command."""
    main = _main()
    calls: list[tuple[str, str]] = []

    def note(frame: FrameType, event: str, _: Any) -> None:
        module = frame.f_globals.get("__name__", "")
        if event == "call" and module.startswith("careercli") and frame.f_code.co_name != "<module>":
            calls.append((module, frame.f_code.co_qualname))

    with redirect_stdout(io.TextIOWrapper(io.BytesIO())), redirect_stderr(io.StringIO()):
        main(arguments)  # imports, once
        sys.setprofile(note)
        main(arguments)
        sys.setprofile(None)
    modules = [module for module, _ in calls]
    switches = sum(here != there for here, there in zip(modules, modules[1:], strict=False))
    return len(set(modules)), len(set(calls)), switches


def _main() -> Any:
    try:
        from careercli.cli.main import main
    except ImportError:  # before the rooms
        from careercli.cli import main
    return main


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["CAREERCLI_HOME"] = home
        print("| question | modules | functions | switches |\n|---|---:|---:|---:|")
        for question in QUESTIONS:
            print(f"| `{' '.join(question)}` | {' | '.join(map(str, count(question)))} |")
