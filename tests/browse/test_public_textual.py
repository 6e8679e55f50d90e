"""The explorer uses what Textual documents; what it can't do without is listed here."""

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import careercli.browse

PRIVATE = {
    "Explorer._handle_exception": (
        "the only place that learns of an exception in a handler: without it the user's terminal "
        "gets Textual's traceback and `browse` can't say in a line what went wrong"
    ),
}
"""A private name of Textual's that the explorer overrides or uses -> why."""
NAMED_TUPLES = {"_replace", "_asdict", "_fields"}

FILES = sorted(Path(careercli.browse.__file__).parent.glob("[a-z]*.py"))


def test_no_module_of_textual_that_is_private_is_imported() -> None:
    imported = [
        name for path in FILES for name in _imports(path) if re.match(r"textual\b.*\._", name)
    ]
    assert imported == []


def test_no_private_attribute_of_another_object_is_used() -> None:
    used = [
        f"{path.name}: {ast.unparse(node)}"
        for path in FILES
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and node.attr not in NAMED_TUPLES
        and ast.unparse(node.value) not in ("self", "super()")
    ]
    assert used == []


def test_private_names_of_textuals_classes_are_those_in_the_list() -> None:
    """Also finds a name of ours that happens to be one of Textual's, which would replace it."""
    assert {name for path in FILES for name in _overridden(path)} == set(PRIVATE)


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _overridden(path: Path) -> Iterator[str]:
    """Private names that a class in a file shares with a class of Textual's that it extends."""
    module = import_module(f"careercli.browse.{path.stem}")
    for node in ast.walk(_tree(path)):
        if not isinstance(node, ast.ClassDef):
            continue
        ours = {
            part.name if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) else part.attr
            for part in ast.walk(node)
            if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)
            or (isinstance(part, ast.Attribute) and ast.unparse(part.value) in ("self", "super()"))
        }
        theirs = _textuals(getattr(module, node.name, object))
        yield from (f"{node.name}.{name}" for name in ours & theirs if re.match("_[^_]", name))


def _textuals(cls: type) -> set[str]:
    """Every name that Textual's classes above a class define, or give to themselves."""
    bases = [base for base in cls.__mro__ if base.__module__.startswith("textual")]
    names = {name for base in bases for name in vars(base)}
    return names.union(*(_given(base.__module__) for base in bases))


@cache
def _given(module: str) -> set[str]:
    return set(re.findall(r"self\.(_\w+)", inspect.getsource(import_module(module))))
