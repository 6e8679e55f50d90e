from typing import Annotated

import typer

from careercli.cli import options
from careercli.model.move_inputs import PlanSort
from careercli.output.stdout import Result

app = options.App()


@app.add("""
careercli plan  toward your target
careercli plan registered-nurse  the license, the school and the exam
careercli plan product-coordinator --level senior --hours 6  with weeks if hours are known
careercli plan registered-nurse --with bls  as if you had that card
""")
@options.answers
def plan(
    role: options.OptionalRoleArgument = None,
    level: options.LevelOption = None,
    sort: Annotated[
        PlanSort,
        typer.Option(
            case_sensitive=False,
            help="Learn first what is needed most, is quickest, or is asked for by most roles.",
        ),
    ] = "need",
    hours: Annotated[
        float | None, typer.Option(min=0.5, max=168, metavar="N", help="Learn for N hours a week.")
    ] = None,
    held: options.WithOption = None,
    profile: options.ProfileOption = None,
) -> Result:
    """Show what to get and what to learn for a role, in order."""
    from careercli.app.plan import plan_answer

    return plan_answer(role, level, profile, sort, hours, held)
