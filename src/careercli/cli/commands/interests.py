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
    context_settings={"ignore_unknown_options": True},
    epilog="""
careercli interests  thirty questions, one key each
careercli interests SAE  your letters, strongest first
careercli interests 13 16 24 24 19 20  scores of O*NET's Interest Profiler
""",
)
@options.answers
@options.filters
def interests(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LETTERS|SCORES]", help="Letters, names of types, or six scores."),
    ] = None,
    *,
    listing: "Listing",
    profile: options.ProfileOption = None,
) -> Result:
    """Find the roles that suit your interests; asks thirty questions."""
    from careercli.app.interests import interests_answer

    return interests_answer(words or (), profile, listing)
