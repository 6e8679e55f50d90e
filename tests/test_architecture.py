"""Which room may know which: docs/architecture.md, held by reading the imports."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "careercli"

MAY_NOT = {
    "core": {
        "typer",
        "rich",
        "sqlite3",
        "pydantic",
        "careercli.store",
        "careercli.output",
        "careercli.commands",
        "careercli.views",
        "careercli.render",
        "careercli.profile",
    },
    "views": {
        "typer",
        "rich",
        "sqlite3",
        "pydantic",
        "careercli.store",
        "careercli.output",
        "careercli.commands",
        "careercli.render",
    },
    "render": {
        "typer",
        "sqlite3",
        "pydantic",
        "careercli.store",
        "careercli.commands",
        "careercli.core",
        "careercli.views",
        "careercli.profile",
    },
    "commands": {"rich", "sqlite3", "pydantic"},
    "importing": {
        "typer",
        "rich",
        "sqlite3",
        "pydantic",
        "careercli.store",
        "careercli.combine",
        "careercli.output",
        "careercli.commands",
        "careercli.views",
        "careercli.render",
        "careercli.core",
        "careercli.profile",
    },
}


@pytest.mark.parametrize("room", MAY_NOT)
def test_a_room_knows_only_what_it_may(room: str) -> None:
    for path in (SOURCE / room).glob("*.py"):
        for name in imports(path):
            assert not any(name == one or name.startswith(f"{one}.") for one in MAY_NOT[room]), (
                path,
                name,
            )


def test_only_those_that_make_and_read_stores_know_sqlite() -> None:
    knowing = {path.name for path in SOURCE.rglob("*.py") if "sqlite3" in imports(path)}
    assert knowing == {"store.py", "storing.py", "compile.py", "combine.py"}


def test_only_imports_know_workbooks_and_the_network() -> None:
    heavy = {"openpyxl", "defusedxml", "zipfile", "urllib.request"}
    knowing = {path.parent.name for path in SOURCE.rglob("*.py") if imports(path) & heavy}
    assert knowing == {"importing"}


def test_only_the_door_knows_pydantic() -> None:
    knowing = {
        path.name
        for path in SOURCE.rglob("*.py")
        if any(n.startswith("pydantic") for n in imports(path))
    }
    assert knowing == {"door.py"}


def test_only_the_terminal_knows_rich() -> None:
    knowing = {
        path.name
        for path in SOURCE.rglob("*.py")
        if any(n.split(".")[0] == "rich" for n in imports(path))
    }
    assert knowing == {"terminal.py"}


def imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names
