from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli import options
from careercli.cli.help import Command
from careercli.output.stdout import Result

if TYPE_CHECKING:
    from careercli.app.filters import Listing

app = options.app()


@app.command(
    cls=Command,
    epilog="""
careercli search grade school teacher  by what people call it
careercli search kubernetes  by a tool
careercli search nurse --min-pay 80k  what passes a filter
""",
)
@options.answers
@options.filters
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...")],
    listing: "Listing",
    profile: options.ProfileOption = None,
) -> Result:
    """Search roles by title, skill, tool or keyword."""
    from careercli.app.search import search_answer

    return search_answer(words, listing, profile)
