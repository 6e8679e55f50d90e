"""Pictures of the explorer, beside those that are kept in tests/browse/snapshots.

After a change that is meant, make them again and look at each before it is committed:

    CAREERCLI_PICTURES=write python -m pytest tests/browse/test_pictures.py -n 0
"""

import os
import re
from pathlib import Path

import pytest

from tests.support.exploring import Visit, visit

SNAPSHOTS = Path(__file__).with_name("snapshots")
PICTURES = {
    "pay-80x24-dark": ((80, 24), ["right"]),
    "day-120x40-light": ((120, 40), ["d", "right", "right", "right"]),
    "skills-80x24-dark": ((80, 24), ["right"] * 4 + ["enter", "2", "down", "down", "1"]),
    "help-80x24-light": ((80, 24), ["d", "question_mark"]),
}


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.usefixtures("keeper")
def test_it_looks_as_it_did(tmp_path: Path, name: str) -> None:
    size, keys = PICTURES[name]
    drawn: list[str] = []

    async def script(at: Visit) -> None:
        await at.search("lighthouse")
        await at.press(*keys)
        drawn.append(_picture(at))

    visit(script, size=size)
    kept = SNAPSHOTS / f"{name}.svg"
    if os.environ.get("CAREERCLI_PICTURES") == "write":
        kept.write_text(drawn[0], encoding="utf-8")
    if drawn[0] != (kept.read_text(encoding="utf-8") if kept.exists() else ""):
        found = tmp_path / kept.name
        found.write_text(drawn[0], encoding="utf-8")
        pytest.fail(f"{found} is not {kept}")


def _picture(at: Visit) -> str:
    """The screen as SVG, without the id that Rich gives to each, and without fonts to fetch."""
    picture = at.app.export_screenshot()
    picture = re.sub(r"terminal-\d+", "terminal", picture)
    return re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
