"""What a thousand guides cost: `show`, `list` and a search, beside the bundled forty.

    python benchmarks/thousand.py [ROUNDS]

Makes a thousand guides out of the bundled ones (other slugs and titles), adds them as a user would
and measures as benchmarks/startup.py does; the search is timed inside one process, beside the
store's own query.
"""

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from startup import CAREERCLI, Case, T, measure

ROOT = Path(__file__).parents[1]
COUNT = 1000
QUERY = "product owner backlog"
COMMANDS = {
    "show": ["show", "product-coordinator", "--no-pager"],
    "list": ["list", "--no-pager"],
    "search": ["search", *QUERY.split(), "--no-pager"],
}


def make(folder: Path) -> None:
    """Writes COUNT guides: copies of the bundled ones under other names."""
    originals = sorted((ROOT / "data" / "roles").glob("*.toml"))
    for number in range(COUNT):
        text = originals[number % len(originals)].read_text(encoding="utf-8")
        old = originals[number % len(originals)].stem
        text = text.replace(f'slug = "{old}"', f'slug = "copy-{number}"', 1)
        text = text.replace('\ntitle = "', f'\ntitle = "Copy {number} of ', 1)
        (folder / f"copy-{number}.toml").write_text(text, encoding="utf-8")


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as home:
        guides = Path(home) / "made"
        guides.mkdir()
        make(guides)
        few = {"CAREERCLI_HOME": str(Path(home) / "few")}
        many = {"CAREERCLI_HOME": str(Path(home) / "many")}
        subprocess.run(
            [CAREERCLI, "guide", "add", str(guides)],
            env={**os.environ, **many}, check=True, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        cases = [Case("T", T)]
        for name, words in COMMANDS.items():
            for size, home_of in (("43", few), (f"{COUNT + 43:,}", many)):
                command, title = [CAREERCLI, *words], f"{name}, {size} guides"
                cases.append(Case(title, command, terminal=True, environment=home_of))
        measure(cases, rounds)
        os.environ.update(many)
        search(Path(home) / "many" / "user.db")


def search(path: Path) -> None:
    """The search beside the store's own two queries, in one process."""
    from careercli.app.open_stores import open_store

    store = open_store()
    ours, own = [], []
    sql = "SELECT rowid FROM {0} WHERE {0} MATCH ? ORDER BY bm25({0}) LIMIT 200"
    words = " OR ".join(QUERY.split())
    with sqlite3.connect(path) as database:
        for _ in range(15):
            start = time.perf_counter()
            store.search(QUERY)
            middle = time.perf_counter()
            for table in ("title", "body"):
                database.execute(sql.format(table), (words,)).fetchall()
            ours.append(1000 * (middle - start))
            own.append(1000 * (time.perf_counter() - middle))
    print(f"\nsearch: {statistics.median(ours):.1f} ms, of which SQLite's queries alone "
          f"{statistics.median(own):.1f} ms")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
