"""Build hook: compiles data/ into the stores that ship in the package (also for `-e`)."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileStore(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from careercli.official.build import compile_shipped

        compile_shipped(root / "data")
