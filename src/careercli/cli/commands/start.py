from typing import Annotated

import typer

from careercli.cli import options
from careercli.output.stdout import Result

app = options.App()


@app.add("""
careercli start  four questions; Enter skips, b goes back, q leaves
careercli start --answers answers.toml  the same without asking
""")
@options.answers
def start(
    answers: Annotated[
        str | None,
        typer.Option(
            "--answers",
            metavar="FILE",
            help="Take the answers from a TOML file: schema = 1, job, place, have, target.",
        ),
    ] = None,
    profile: options.ProfileOption = None,
) -> Result | None:
    """Answer four questions about you and see which roles are near.

    Each answer (job, place, licenses, goal) brings one fact right away. To answer later what you
    left out, start again.
    """
    from careercli.app.start import start_answer

    return start_answer(answers, profile)
