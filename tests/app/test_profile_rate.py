"""Rating a role's skills one by one."""

from pathlib import Path

import pytest

from careercli.files.profile import read
from tests.support.running import Run, See

ROLE = "product-coordinator"


@pytest.fixture
def path(home: Path) -> Path:
    return home / "profile.toml"


def test_rating_through_a_pipe_and_taking_it_up_again(run: Run, path: Path) -> None:
    first = run("profile", "rate", ROLE, stdin="3\n2 asana\n\n0\n")
    assert first.code == 0
    held = {skill: mark.level for skill, mark in read(path).ratings.items()}
    assert held["cross-functional-coordination"] == 3
    assert held["asana"] == 2
    assert "written-communication" not in held
    assert "1 basic" in first.err
    again = run("profile", "rate", ROLE, stdin="q\n")
    assert "Cross-functional" not in again.err
    assert "Written communication" in again.err


def test_rating_asks_which_tool_and_goes_back(run: Run, path: Path) -> None:
    run("profile", "rate", ROLE, stdin="nonsense\n1\n2\n9\nTrello\nb\nb\n4\nq\n")
    held = {skill: mark.level for skill, mark in read(path).ratings.items()}
    assert (held["trello"], held["cross-functional-coordination"]) == (2, 4)


def test_rating_without_a_role_needs_a_target(run: Run) -> None:
    assert run("profile", "rate").code == 2
    run("profile", "target", ROLE, "--level", "entry")
    assert "level entry" in run("profile", "rate", stdin="q\n").err


def test_rating_in_a_terminal(see: See, home: Path) -> None:
    screen = see("profile", "rate", ROLE, typed=["3\n", "q\n"])
    assert screen.code == 0
    assert "Readiness" in screen.text
    assert read(home / "profile.toml").ratings["cross-functional-coordination"].level == 3
