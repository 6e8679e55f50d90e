"""README and the help say what the program does."""

import re
from pathlib import Path

import pytest

from careercli.cli.main import COMMANDS, PANELS
from tests.support.running import Run
from tests.support.scripts import script

ROOT = Path(__file__).parents[1]


README = script("readme")
PICTURES = script("pictures")


def test_the_first_block_is_the_two_lines() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```sh\n(.*?)```", text, re.DOTALL)
    assert block is not None
    first, second = block[1].splitlines()
    assert first.endswith("careercli show product-coordinator")
    assert second.endswith("scripts/check.py")


@pytest.mark.parametrize("page", README.PAGES, ids=lambda page: page.name)
def test_the_output_shown_is_the_output_had(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert README.updated(text) == text, "run scripts/readme.py"


@pytest.mark.parametrize("name", PICTURES.PICTURES)
def test_a_picture_shows_what_is_drawn_now(name: str) -> None:
    picture = (PICTURES.FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert PICTURES.words(picture) == PICTURES.words(PICTURES.drawn(name)), (
        "run scripts/pictures.py"
    )
    assert "http" not in picture.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_the_explorers_picture_shows_what_it_draws_now() -> None:
    picture = (PICTURES.FOLDER / "browse.svg").read_text(encoding="utf-8")
    assert PICTURES.words(picture) == PICTURES.words(PICTURES.explored()), "run scripts/pictures.py"


def test_the_manual_is_made_from_the_commands() -> None:
    manual = script("manpage")
    assert manual.PAGE.read_text(encoding="utf-8") == manual.manpage(), "run scripts/manpage.py"
    for name in ("profile", "sources"):
        assert f".SS careercli {name} [OPTIONS] COMMAND" in manual.manpage()


def test_the_json_page_is_made_from_the_declarations() -> None:
    page = script("json_docs")
    assert page.PAGE.read_text(encoding="utf-8") == page.page(), "run scripts/json_docs.py"


def test_every_key_of_an_answer_in_json_is_declared() -> None:
    page = script("json_docs")
    declared = {key.path for answer in page.answers() for key in page.keys(answer.keys, whole=True)}
    lines = (ROOT / "tests" / "golden" / "json_keys.txt").read_text(encoding="utf-8").splitlines()
    found = set()
    for line in lines:
        place, colon, keys = line.strip().partition(": ")
        if colon and line.startswith("    "):
            place = "" if place == "(answer)" else re.sub(r"\[\]|\.\*", "", place) + "."
            found |= {place + key.rstrip("?") for key in keys.split()}
    assert len(found) > 300
    undeclared = {key for key in found - declared if key.partition(".")[0] != "error"}
    assert undeclared == {"schema", "command"}


def test_every_command_has_an_answer_in_json() -> None:
    typed = {answer.typed.split()[0] for answer in script("json_docs").answers()}
    answering_elsewhere = {"browse", "help", "completion", "start"}  # start ends in another's
    assert {*COMMANDS} - answering_elsewhere <= typed


def test_every_key_of_the_profile_is_in_its_page() -> None:
    keys = script("profile_keys")
    text = keys.PAGE.read_text(encoding="utf-8")
    assert text.count("| `marks.*.level` |") == 1
    assert keys.updated(text) == text, "run scripts/profile_keys.py"


def test_pages_link_to_what_is_there() -> None:
    for page in README.PAGES:
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == [], page.name


def test_the_help_says_of_each_command_what_its_own_help_says(run: Run) -> None:
    for panel, commands in PANELS.items():
        assert panel in run("--help").out
        for name, summary in commands.items():
            assert run(name, "--help").out.splitlines()[0] == f"# {summary}"


def test_every_command_stands_in_the_readme(run: Run) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if not re.search(rf"\b{name}\b", text)] == []
