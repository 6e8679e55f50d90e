"""README and the help say what the program does."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from careercli.cli import COMMANDS
from tests.conftest import Run

ROOT = Path(__file__).parents[1]


@pytest.fixture
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("readme", ROOT / "scripts" / "readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_first_block_is_the_two_lines(script: ModuleType) -> None:
    block = re.search(r"```sh\n(.*?)```", script.README.read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    first, second = block[1].splitlines()
    assert first.endswith("careercli show product-coordinator")
    assert second.endswith("pytest")


def test_the_output_shown_is_the_output_had(script: ModuleType) -> None:
    text = script.README.read_text(encoding="utf-8")
    assert script.updated(text) == text, "run scripts/readme.py"


def test_every_command_stands_in_the_readme(run: Run) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if not re.search(rf"\b{name}\b", text)] == []
