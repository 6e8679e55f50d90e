from typing import Annotated

import typer

from careercli.commands import options

app = options.app()


@app.command(
    cls=options.Command,
    epilog="""
careercli search grade school teacher  by what people call it
careercli search kubernetes  by a tool
""",
)
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...")],
    form: options.FormOption = None,
    no_pager: options.NoPager = False,
) -> None:
    """Which job do they mean? By any title, skill, tool or word."""
    from careercli.commands.finding import searched

    searched(words, form, pager=not no_pager)
