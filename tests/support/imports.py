"""What a command imports."""

import json
import os
import subprocess
import sys

HEAVY = {
    "pydantic",
    "pydantic_core",
    "tomli_w",
    "importlib.metadata",
    "asyncio",
    "urllib.request",
    "hypothesis",
    "rich.console",
    "rich.markdown",
    "rich.traceback",
    "rich.table",
    "rich.text",
    "pygments",
    "typer.rich_utils",
    "tempfile",
    "jinja2",
    "careercli.files.guide_schema",
    "careercli.store.compile",
    "careercli.output.render.terminal",
    "textual",
    "careercli.browse",
}


RICH = {"rich"}


def imported(*arguments: str, **environment: str) -> set[str]:
    code = (
        "import sys, json\nfrom careercli.cli.main import main\n"
        f"main({list(arguments)!r})\nprint(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, **environment},
    )
    return set(json.loads(run.stderr.splitlines()[-1]))
