"""What a command may import: start-up is part of the product, and names need no clock."""

from functools import cache

import pytest

from tests.support import imports
from tests.support.imports import HEAVY, RICH

imported = cache(imports.imported)
"""What a command imports beside the edition alone, which is the same however often it is asked."""
ROLE = "product-coordinator"
READING = [
    ["show", ROLE],
    ["list"],
    ["salary", ROLE],
    ["salary", "--level", "senior"],
    ["tiers", ROLE],
    ["skills", ROLE],
    ["day", ROLE],
]
SEARCH = {
    "careercli.store.search",
    "careercli.store.query_words",
    "careercli.core.name_scores",
    "careercli.core.title_words",
    "careercli.core.word_forms",
}
MOVES = [["moves", ROLE], ["path", ROLE, "product-manager"]]
PROFILE = [["skills", "--gap"], ["skills", ROLE, "--gap"], ["profile"], ["report", ROLE]]


@pytest.mark.parametrize("command", READING, ids=" ".join)
@pytest.mark.parametrize("form", ["md", "json"])
def test_reading_through_a_pipe_imports_neither_rich_nor_toml(
    command: list[str], form: str
) -> None:
    modules = imported(*command, "--format", form)
    assert not modules & (HEAVY | RICH | {"tomllib"} if command[0] != "skills" else HEAVY | RICH)


@pytest.mark.parametrize("command", PROFILE, ids=" ".join)
def test_reading_a_profile_imports_neither_pydantic_nor_the_writer(command: list[str]) -> None:
    assert not imported(*command, "--format", "json") & (HEAVY | RICH)


@pytest.mark.parametrize("form", ["md", "json"])
def test_only_html_imports_the_template_engine(form: str) -> None:
    assert not imported("show", ROLE, "--format", form) & (HEAVY | RICH | {"tomllib"})


@pytest.mark.parametrize("command", [*READING, *PROFILE], ids=" ".join)
def test_drawing_imports_only_the_lean_part_of_rich(command: list[str]) -> None:
    modules = imported(*command, "--format", "table")
    assert not modules & HEAVY - {"careercli.output.render.terminal"}


@pytest.mark.parametrize("command", MOVES, ids=" ".join)
def test_moves_read_no_whole_role(command: list[str]) -> None:
    modules = imported(*command, "--format", "json")
    assert not modules & (
        HEAVY
        | RICH
        | {"careercli.model.role", "careercli.model.occupation", "careercli.core.likeness"}
    )


def test_help_and_completion_import_little() -> None:
    modules = imported("--help")
    assert not modules & (HEAVY | RICH)
    assert not [name for name in modules if name.startswith("careercli.cli.commands.")]
    assert not imported("show", "--help") & (HEAVY | RICH)


def test_a_command_imports_no_other_command() -> None:
    modules = imported("list", "--format", "json")
    commands = {
        name.removeprefix("careercli.cli.commands.")
        for name in modules
        if "careercli.cli.commands." in name
    }
    assert commands == {"list"}


@pytest.mark.parametrize("command", [*READING, *PROFILE], ids=" ".join)
def test_reading_a_role_by_its_name_loads_no_search(command: list[str]) -> None:
    assert not imported(*command, "--format", "json") & SEARCH
