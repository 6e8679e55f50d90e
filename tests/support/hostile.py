"""Markup and control characters in every place of a guide."""

import tomllib
from pathlib import Path
from typing import Any, get_args

from careercli.model import basics
from tests.support.profiles import write
from tests.support.running import ROOT

MARKUP = (
    "<script>alert(1)</script><img src=x onerror=alert(1)> </title></style><!-- \"' &amp; "
    "[a](javascript:alert(1)) javascript:alert(1) {{ 7*7 }} {% raw %} `x` | data:text/html,x ¹ ⁹⁹"
)


ONE_WORD = "w" * 100_000


CHOICES = {
    word
    for choice in (basics.Grade, basics.Balance, basics.Remote, basics.FigureKind)
    for word in get_args(choice)
}


def hostile(value: Any) -> Any:
    """The same with markup in every sentence."""
    if isinstance(value, dict):
        return {key: hostile(part) for key, part in value.items()}
    if isinstance(value, list):
        return [hostile(part) for part in value]
    if isinstance(value, str) and " " in value and value not in CHOICES:
        return f"{value} {MARKUP}"
    return value


def hostile_guide(folder: Path) -> Path:
    """A guide with every part, and markup in each of its sentences."""
    tables = tomllib.loads((ROOT / "data/roles/product-coordinator.toml").read_text("utf-8"))
    return write(folder / "hostile.toml", **hostile(tables))
