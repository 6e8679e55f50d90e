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
    """Answer four questions and see what is near: job, place, licenses, goal.

    Each answer brings one fact right away. What you leave out can be answered later: start again.
    """
    from careercli.app.start import start_answer

    return start_answer(answers, profile)
