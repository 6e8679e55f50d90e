from typing import Annotated

import typer

from careercli.cli import options
from careercli.cli.help import Command

app = options.app()


@app.command(
    cls=Command,
    epilog="""
careercli interests  thirty questions, one key each
careercli interests SAE  your letters, strongest first
careercli interests 13 16 24 24 19 20  scores of O*NET's Interest Profiler
""",
)
def interests(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LETTERS|SCORES]", help="Letters, names of types, or six scores."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="Show this many roles.")] = 12,
    form: options.FormatOption = None,
    no_pager: options.NoPager = False,
    profile: options.ProfileOption = None,
) -> None:
    """Find the roles that suit your interests."""
    from careercli.app.interests import InterestsQuery, interests_answer
    from careercli.output.stdout import emit

    answer = interests_answer(InterestsQuery(words or (), profile, limit))
    emit(answer, form, pager=not no_pager)
