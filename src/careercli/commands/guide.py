from pathlib import Path
from typing import Annotated

import typer

from careercli.commands import options

app = options.app()


@app.callback(cls=options.Group, rich_help_panel=options.PANELS["data"])
def guide() -> None:
    """Guides of your own: check one, see the format."""


@app.command(
    cls=options.Command,
    epilog="""
careercli guide check my-role.toml  every problem of a file in one go
""",
)
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="TOML guides.")],
    form: options.FormOption = None,
) -> None:
    """Whether guide files are sound: each problem with its place, the rule and a hint."""
    from careercli.door import check_file
    from careercli.errors import ExitCode
    from careercli.output import Answer, give, narrate
    from careercli.views.problems import check_data, check_page, problem_lines

    checked = [check_file(path) for path in files]
    unsound = [one for one in checked if one.problems]
    answer = Answer("guide check", check_data(checked), lambda: check_page(checked))
    if form or not unsound:
        give(answer, form, pager=False)
    if unsound:
        if form is None:
            narrate(
                "\n".join(line for one in unsound for line in problem_lines(one.path, one.problems))
            )
        raise typer.Exit(ExitCode.FAILED)


@app.command(
    cls=options.Command,
    epilog="""
careercli guide schema > guide.schema.json  for an editor that knows JSON Schema
""",
)
def schema() -> None:
    """The format of a guide, as JSON Schema."""
    from careercli.door import guide_schema
    from careercli.output import give_json

    give_json(guide_schema())
