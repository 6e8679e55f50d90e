"""Writes the table of the profile's keys into docs/profile.md; a test fails when it is stale.

python scripts/profile_keys.py
"""

import re
from pathlib import Path

from careercli.files.profile_schema import FIELDS

PAGE = Path(__file__).parents[1] / "docs" / "profile.md"
TABLE = re.compile(r"(?<=<!-- keys -->\n).*(?=<!-- end of keys -->)", re.DOTALL)


def updated(text: str) -> str:
    """The page with a row for each key that the program declares."""
    return TABLE.sub(lambda _: keys(), text)


def keys() -> str:
    rows = [
        f"| `{field.path}` | {field.kind.words}{', required' if field.required else ''} "
        f"| {field.meaning} | `{field.example}` |"
        for field in FIELDS
    ]
    return "\n".join(["| Key | Value | Meaning | Example |", "|---|---|---|---|", *rows, ""])


if __name__ == "__main__":
    PAGE.write_text(updated(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
