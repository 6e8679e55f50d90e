from typing import Annotated

import typer

from careercli.cli import options
from careercli.cli.help import Command
from careercli.output.stdout import Result

app = options.app()


@app.command(
    cls=Command,
    epilog="""
careercli path product-coordinator product-manager
careercli path "customer support" data-analyst --level entry
""",
)
@options.answers
def path(
    start: Annotated[
        str,
        typer.Argument(metavar="FROM", autocompletion=options.complete_role, help="A role."),
    ],
    goal: Annotated[
        str, typer.Argument(metavar="TO", autocompletion=options.complete_role, help="A role.")
    ],
    level: options.LevelOption = None,
) -> Result:
    """Find a route between two roles, with up to two roles in between.

    With what to learn and the pay at each step, and why not directly.
    """
    from careercli.app.path import path_answer

    return path_answer(start, goal, level)
