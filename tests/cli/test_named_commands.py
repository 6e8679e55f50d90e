"""Every command line that careercli names in its source, its answers and its pages exists."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import typer

from careercli.cli.help import LEADING
from careercli.cli.main import app

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("tests/golden/*/*.txt")]
WRONG_ON_PURPOSE = ("CHANGELOG.md", "former.py")
"""Files that name commands as they were; the goldens of errors have commands that don't exist."""
NAMED = re.compile(r"(?:`|\$ |^|[:(] ?|or |, )careercli ([a-z][^`\n\\|>;]*)", re.MULTILINE)
"""A command line: at the beginning of a line, behind a prompt, or in backticks."""
OPTION = re.compile(r"--[a-z][a-z-]*|-[a-z]")
NO_COMMANDS = ("barber", "didn't", "doesn't", "instead", "names", "reads")
"""Words behind the name in a sentence, and a role that is shown without a command."""


def _literals(path: Path) -> Iterator[str]:
    """The texts in a module, docstrings and names in f-strings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "" for part in node.values)
            yield "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _named() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "src").rglob("*.py")):
        if path.name not in WRONG_ON_PURPOSE:
            for text in _literals(path):
                yield from ((str(path.name), line) for line in NAMED.findall(text))
    for path in PAGES:
        if path.name not in WRONG_ON_PURPOSE and not _is_wrong_on_purpose(path):
            text = path.read_text(encoding="utf-8")
            yield from ((str(path.name), line) for line in NAMED.findall(text))


def _is_wrong_on_purpose(path: Path) -> bool:
    return path.parent.name == "errors" or "former" in path.name


@cache
def _program() -> Any:
    return typer.main.get_command(app)


def _problem(line: str) -> str:
    """What is wrong with a command line, as far as names go; empty if nothing is."""
    words = [word.rstrip(".,:)\u201d") for word in line.split("  ")[0].split()]
    command = _program()
    if words[0] not in command.commands:
        return "" if words[0] in NO_COMMANDS else f"there is no command {words[0]}"
    name = ""
    for word in words:
        inner = getattr(command, "commands", None)
        if inner is None or not word.isalpha() or word.isupper():
            break
        if word not in inner:
            return f"{name} has no command {word}"
        command, name = inner.get(word), word
    own = {flag for param in command.params for flag in param.opts} | {"--help", "-h"}
    flags = [word.partition("=")[0] for word in words]
    given = {flag for flag in flags if OPTION.fullmatch(flag)}
    unknown = given - own - LEADING.keys()
    return f"{name} has no {', '.join(sorted(unknown))}" if unknown else ""


def test_every_command_line_names_commands_and_options_that_exist() -> None:
    named = {(where, line.strip()) for where, line in _named() if line.strip()}
    assert len(named) > 500
    problems = {(where, line): _problem(line) for where, line in named}
    wrong = [f"{where}: {line}: {why}" for (where, line), why in problems.items() if why]
    assert not wrong, "\n".join(sorted(wrong))
