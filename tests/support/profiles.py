"""Profiles, written as a person would."""

from pathlib import Path
from typing import Any

import tomli_w


def write(path: Path, **tables: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(tomli_w.dumps({"schema": 1, **tables}), encoding="utf-8")
    return path


def marks(**levels: int | str) -> dict[str, dict[str, Any]]:
    return {skill.replace("_", "-"): {"level": level} for skill, level in levels.items()}
