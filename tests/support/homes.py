"""Data folders that many tests begin with: made once, then copied."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from careercli.cli.main import main


def made_home(folder: Path, *commands: Sequence[str]) -> Path:
    """The folder, as some commands leave it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAREERCLI_HOME", str(folder))
        for command in commands:
            assert main(list(command)) == 0
    return folder
