from typing import Annotated

import typer

from careercli.cli import options
from careercli.cli.help import Command

app = options.app()


@app.command(
    cls=Command,
    epilog="""
careercli search grade school teacher  by what people call it
careercli search kubernetes  by a tool
""",
)
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...")],
    form: options.FormatOption = None,
    no_pager: options.NoPager = False,
) -> None:
    """Search roles by title, skill, tool or keyword."""
    from careercli.app.search import emit_search

    emit_search(words, form, pager=not no_pager)
