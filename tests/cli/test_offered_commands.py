"""Commands that are offered to somebody who named a profile are for that profile."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from careercli.cli.main import _program
from careercli.output.offered_commands import OF_A_PROFILE
from tests.support.running import Run


def with_the_option(command: Any, name: str = "") -> list[str]:
    """The commands of a program that take --profile, as they are typed."""
    found = [name] if any("-p" in option.opts for option in command.params) else []
    for sub in getattr(command, "commands", ()):
        found += with_the_option(command.commands.get(sub), f"{name} {sub}".strip())
    return found


def test_every_command_that_takes_a_profile_is_known() -> None:
    assert set(OF_A_PROFILE) == set(with_the_option(_program()))


@pytest.mark.parametrize("command", ["moves", "plan", "path", "skills --gap", "profile"])
def test_what_is_offered_names_the_profile(run: Run, tmp_path: Path, command: str) -> None:
    client = str(tmp_path / "ana silva.toml")
    run("profile", "set", "job=roofers", "target=electrician", "-p", client)
    named = f"-p {shlex.quote(client)}"
    answer = run(*command.split(), "-p", client).out
    offered = [line for line in answer.splitlines() if line.startswith("- `careercli ")]
    assert offered
    assert all(line.count(named) == 1 for line in offered)
    assert named not in run(*command.split()).out


def test_a_hint_names_it_too(run: Run, tmp_path: Path) -> None:
    client = str(tmp_path / 'a"b.toml')
    failed = run("plan", "-p", client, "-f", "json")
    error = json.loads(failed.err.splitlines()[-1])["error"]
    assert f"careercli profile set -p {shlex.quote(client)} target=ROLE" in error["hint"]
