from typing import Annotated

import typer

from careercli.cli import options
from careercli.cli.help import Command
from careercli.core.moves import MOVE_TYPES, MoveType
from careercli.output.stdout import Result

app = options.app()


def complete_kind(incomplete: str) -> list[str]:
    return [kind for kind in MOVE_TYPES if kind.startswith(incomplete.casefold())]


@app.command(
    cls=Command,
    epilog="""
careercli moves product-coordinator  where the role leads
careercli moves --passing  from your current role, only what passes every test
careercli moves registered-nurse --all --why  among all occupations, explained
careercli moves --with sql  what one more skill would open
careercli moves --best-skill  which skill opens most
""",
)
@options.answers
def moves(
    role: options.OptionalRoleArgument = None,
    level: options.LevelOption = None,
    kind: Annotated[
        MoveType | None,
        typer.Option(
            case_sensitive=False,
            autocompletion=complete_kind,
            show_default=False,
            help="Show only this kind of move.",
        ),
    ] = None,
    passing: Annotated[
        bool, typer.Option("--passing", help="Show only moves that pass all four tests.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Include every official occupation.")
    ] = False,
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
    best_skill: Annotated[
        bool, typer.Option("--best-skill", help="Rank skills by how many moves each would open.")
    ] = False,
    why: Annotated[bool, typer.Option("--why", help="Explain each move.")] = False,
    profile: options.ProfileOption = None,
) -> Result:
    """Find roles you could move to, by skills, preparation, pay and outlook.

    Starts from ROLE, or from your current role with your own skills. Each of the four tests is
    judged by itself, and an unknown result never counts as a pass.
    """
    from careercli.app.moves import MovesQuery, best_skill_answer, moves_answer, with_answer
    from careercli.errors import UsageError

    if skill and best_skill:
        raise UsageError("--with and --best-skill are two questions.", hint="Ask one at a time.")
    wanted = MovesQuery(role, level, profile, kind, passing, everything, limit, why)
    if best_skill:
        return best_skill_answer(wanted)
    return with_answer(wanted, skill) if skill else moves_answer(wanted)
