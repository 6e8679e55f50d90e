from typing import Annotated

import typer

from careercli.cli import options
from careercli.output.stdout import Result

app = options.App()


@app.add("""
careercli search grade school teacher  by what people call it
careercli search kubernetes  by a tool
careercli search nurse --min-pay 80k  what passes a filter
careercli search how do i become a barber  the command that answers a question
""")
@options.answers
@options.filters
def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...", help="A job, skill, program or field, in your own words."
        ),
    ],
    listing: "options.Listing",
    profile: options.ProfileOption = None,
) -> Result:
    """Search roles by title, skill, tool or keyword."""
    from careercli.app.search import search_answer

    return search_answer(words, listing, profile)
