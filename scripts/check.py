"""Runs every check, in the order of what they cost, and ends with pytest's own summary.

python scripts/check.py
"""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("codespell",),
    ("lint-imports", "--no-cache"),
    ("mypy",),
)


def main() -> int:
    os.chdir(ROOT)
    scripts = Path(sysconfig.get_path("scripts"))
    for tool, *arguments in CHECKS:
        print("$", tool, *arguments, flush=True)
        if code := subprocess.run([scripts / tool, *arguments], check=False).returncode:
            return code
    return subprocess.run([sys.executable, "-m", "pytest"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
