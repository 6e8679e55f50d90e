"""A terminal screen ends in one line of legend, one of sources, and at most three commands."""

import re
from pathlib import Path

import pytest

from careercli.output.page import MAX_COMMANDS
from tests.golden.cases import CASES, COLOR, TABLE, Case
from tests.golden.running import transcript

SCREENS = [case for case in CASES if TABLE in case.forms and "help" not in case.name]
QUIET_LINE = re.compile(r"  ␛\[2m(?! )[^␛]*␛\[0m")
COMMAND = re.compile(r"  careercli [a-z]")
WELCOME = 5
"""Questions of the welcome, whose answer its commands are."""


@pytest.mark.parametrize("case", SCREENS, ids=[f"{one.scene.name}-{one.name}" for one in SCREENS])
def test_a_screen_ends_in_one_legend_line_and_three_commands(
    case: Case, stage: Path, tmp_path: Path
) -> None:
    written = transcript(case, COLOR, stage, tmp_path / "here")
    screen = written.partition("\n--- ")[0].strip("\n")
    end = screen.split("\n\n")[-1].split("\n")
    assert len([line for line in end if QUIET_LINE.fullmatch(line)]) <= 2
    commands = [line for line in screen.split("\n") if COMMAND.match(line)]
    assert len(commands) <= (WELCOME if case.name == "welcome" else MAX_COMMANDS)
