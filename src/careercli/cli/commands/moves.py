from typing import Annotated

import typer

from careercli.cli import options
from careercli.model.move_inputs import Pays
from careercli.output.stdout import Result

app = options.App()


@app.add("""
careercli moves electrician  where the role leads
careercli moves  from your present job, with what you have
careercli moves registered-nurse --why  with every sum and source
careercli moves delivery-driver --pays less  only what pays less
careercli moves --with sql  what one more skill would open
careercli moves janitor --with cdl-b --education none  as if you had a license
""")
@options.answers
@options.filters
def moves(
    role: options.OptionalRoleArgument = None,
    level: options.LevelOption = None,
    pays: Annotated[
        Pays | None,
        typer.Option(
            case_sensitive=False, help="Show only what pays more, about the same or less."
        ),
    ] = None,
    avoid: options.AvoidOption = None,
    held: options.WithOption = None,
    why: Annotated[bool, typer.Option("--why", help="Explain each move.")] = False,
    *,
    listing: "options.Listing",
    profile: options.ProfileOption = None,
) -> Result:
    """Find roles near yours, grouped by pay, and see what each takes.

    Moves start from ROLE, or from your present job with your own education, credentials and skills.
    If you have no job, your interests and skills decide.
    """
    from careercli.app.moves import moves_answer

    return moves_answer(role, level, profile, listing, pays, avoid or (), held or (), why=why)
