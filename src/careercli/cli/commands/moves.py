from typing import Annotated

import typer

from careercli.cli import options
from careercli.cli.help import Command
from careercli.model.move_inputs import Pays
from careercli.output.stdout import Result

app = options.app()


@app.command(
    cls=Command,
    epilog="""
careercli moves electrician  where the role leads
careercli moves  from your present job, with what you have
careercli moves registered-nurse --why  with every sum and source
careercli moves delivery-driver --pays less  only what pays less
careercli moves --with sql  what one more skill would open
""",
)
@options.answers
def moves(
    role: options.OptionalRoleArgument = None,
    level: options.LevelOption = None,
    pays: Annotated[
        Pays | None,
        typer.Option(
            case_sensitive=False,
            show_default=False,
            help="Show only what pays more, about the same or less.",
        ),
    ] = None,
    avoid: Annotated[
        list[str] | None,
        typer.Option(
            "--avoid",
            metavar="FAMILY",
            show_default=False,
            help="Leave out a family of roles; may be given again.",
        ),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="Show at most this many.")] = 12,
    skill: Annotated[
        str | None,
        typer.Option(
            "--with",
            metavar="SKILL",
            autocompletion=options.complete_skill,
            show_default=False,
            help="Show the moves that one more skill would open.",
        ),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Explain each move.")] = False,
    profile: options.ProfileOption = None,
) -> Result:
    """Find roles near yours: what pays more, about the same or less, and what each takes.

    Starts from ROLE, or from your present job with your own education, credentials and skills.
    Without a job your interests and skills decide.
    """
    from careercli.app.moves import MovesQuery, moves_answer, with_answer

    wanted = MovesQuery(role, level, profile, pays, avoid or [], limit, why)
    return with_answer(wanted, skill) if skill else moves_answer(wanted)
