from typing import Annotated

import typer

from careercli.cli import options
from careercli.output.stdout import Result

app = options.App()


@app.add(
    """
careercli interests  thirty questions, one key each
careercli interests SAE  your letters, strongest first
careercli interests 13 16 24 24 19 20  scores of O*NET's Interest Profiler
""",
    context_settings={"ignore_unknown_options": True},
)
@options.answers
@options.filters
def interests(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LETTERS|SCORES]", help="Letters, names of types, or six scores."),
    ] = None,
    *,
    listing: "options.Listing",
    again: Annotated[
        bool, typer.Option("--again", help="Ask even if your profile has interests.")
    ] = False,
    profile: options.ProfileOption = None,
) -> Result:
    """Answer thirty questions and find the roles that suit you."""
    from careercli.app.interests import interests_answer

    return interests_answer(words or (), profile, listing, again=again)
