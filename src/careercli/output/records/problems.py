"""`problems` as JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careercli.errors import Problem

if TYPE_CHECKING:
    from careercli.files.guide_schema import CheckedGuide


def check_data(
    checked: Sequence[CheckedGuide], warnings: Mapping[Path, Sequence[Problem]]
) -> dict[str, Any]:
    """`guide check` as JSON."""
    return {
        "files": [
            {
                "file": str(one.path),
                "sound": not one.problems,
                "problems": [problem._asdict() for problem in one.problems],
                "warnings": [problem._asdict() for problem in warnings[one.path]],
            }
            for one in checked
        ]
    }
