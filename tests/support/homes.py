"""Data folders that many tests begin with: made once, then copied."""

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from careercli.cli.main import main
from careercli.files.lock import locked


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that is made by the first process of the tests that needs it, for all of them."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder, draft = base / name, base / f"{name}.draft"
    with locked(base / f"{name}.lock", seconds=120, busy=f"{name} is being made."):
        if not folder.exists():
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir()
            make(draft)
            draft.rename(folder)
    return folder


def made_home(folder: Path, *commands: Sequence[str]) -> Path:
    """The folder, as some commands leave it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAREERCLI_HOME", str(folder))
        for command in commands:
            assert main(list(command)) == 0
    return folder
