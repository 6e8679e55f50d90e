"""Which room may know which: the table of docs/architecture.md, held by reading the imports."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "careercli"

SHAPES = {"model", "parts", "traits"}
MAY_KNOW: dict[str, set[str]] = {
    "__init__": set(),
    "__main__": {"cli"},
    "_hatch": {"compile", "hatchling"},
    "browse": {"textual", "commands", "core", "views", "store", "profile", "page", "render"}
    | {"locations", "errors", "text"}
    | SHAPES,
    "build": set(),
    "cli": {"typer", "commands", "views", "store", "output", "errors"},
    "combine": {
        "sqlite3",
        "filelock",
        "importing",
        "relating",
        "store",
        "storing",
        "build",
        "locations",
        "errors",
        "text",
        "writing",
    }
    | SHAPES,
    "commands": {
        "typer",
        "filelock",
        "browse",
        "core",
        "views",
        "store",
        "profile",
        "output",
        "page",
        "errors",
    }
    | {"door", "compile", "combine", "importing", "reading", "resume", "skeleton", "locations"}
    | {"build", "saving", "text"}
    | SHAPES,
    "compile": {"sqlite3", "door", "official", "store", "storing", "build", "toml", "locations"}
    | {"errors"}
    | SHAPES,
    "core": {"errors", "text"} | SHAPES,
    "door": {"pydantic", "pydantic_core", "toml", "errors", "text"} | SHAPES,
    "errors": set(),
    "importing": {"openpyxl", "defusedxml", "errors", "text"} | SHAPES,
    "locations": {"platformdirs"},
    "model": set(),
    "official": set(),
    "output": {"page", "render", "errors", "text"},
    "page": set(),
    "parts": {"model"},
    "profile": {"tomli_w", "filelock", "core", "toml", "writing", "locations", "errors", "text"}
    | SHAPES,
    "provenance": {"page"} | SHAPES,
    "reading": {"toml", "errors", "text"},
    "relating": {"sqlite3", "core", "importing"} | SHAPES,
    "render": {"rich", "jinja2", "page", "text"},
    "resume": {"core", "profile", "reading", "errors", "text"} | SHAPES,
    "saving": {"output", "page", "render", "writing", "errors"},
    "skeleton": set(),
    "store": {"sqlite3", "compile", "combine", "build", "locations", "errors", "text"} | SHAPES,
    "storing": {"sqlite3", "store", "build", "views", "text"} | SHAPES,
    "text": set(),
    "toml": {"errors", "text"},
    "traits": set(),
    "writing": set(),
    "views": {"core", "page", "provenance", "build", "profile", "resume", "door", "errors", "text"}
    | SHAPES,
}
LIBRARIES = {
    "typer", "rich", "sqlite3", "pydantic", "pydantic_core", "tomli_w", "filelock", "platformdirs",
    "openpyxl", "defusedxml", "jinja2", "hatchling", "textual",
}  # fmt: skip


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def known(path: Path) -> set[str]:
    """The rooms and libraries that a module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "careercli":
            names |= {f"careercli.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    rooms = {name.split(".")[1] for name in names if name.startswith("careercli.")}
    return rooms & MAY_KNOW.keys() | {name.split(".")[0] for name in names} & LIBRARIES


MODULES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_room_knows_only_what_it_may(path: Path) -> None:
    room = room_of(path)
    assert known(path) - {room} <= MAY_KNOW[room]


def test_every_room_stands_in_the_table_and_in_the_page() -> None:
    rooms = {room_of(path) for path in SOURCE.rglob("*.py")}
    assert rooms == set(MAY_KNOW)
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    private = {room for room in rooms if room.startswith("_")}
    assert [
        room for room in sorted(rooms - private) if f"`{room}`" not in page.replace("/`", "`")
    ] == []


def test_each_library_has_the_rooms_that_it_is_there_for() -> None:
    using = {library: set[str]() for library in LIBRARIES}
    for path in SOURCE.rglob("*.py"):
        for library in known(path) & LIBRARIES:
            using[library].add(room_of(path))
    assert using["rich"] == {"render"}
    assert using["jinja2"] == {"render"}
    assert using["textual"] == {"browse"}
    assert using["pydantic"] == {"door"}
    assert using["sqlite3"] == {"store", "storing", "compile", "combine", "relating"}
    assert using["typer"] == {"cli", "commands"}
