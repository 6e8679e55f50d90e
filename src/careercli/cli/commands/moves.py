from typing import Annotated

import typer

from careercli.cli import options
from careercli.cli.help import Command
from careercli.core.moves import MOVE_TYPES, MoveType

app = options.app()


def complete_kind(incomplete: str) -> list[str]:
    return [kind for kind in MOVE_TYPES if kind.startswith(incomplete.casefold())]


@app.command(
    cls=Command,
    epilog="""
careercli moves product-coordinator  where it leads
careercli moves --passing  from your present role, what passes every test
careercli moves registered-nurse --all --why  among all occupations, with the reasons
careercli moves --with sql  what one more skill would open
careercli moves --best-skill  which skill opens most
""",
)
def moves(
    role: options.OptionalRoleArgument = None,
    level: options.LevelOption = None,
    kind: Annotated[
        MoveType | None,
        typer.Option(
            case_sensitive=False,
            autocompletion=complete_kind,
            show_default=False,
            help="advancement, lateral advancement, similar or lateral transition.",
        ),
    ] = None,
    passing: Annotated[bool, typer.Option("--passing", help="Only what passes all four.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Guides and imported occupations.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 12,
    skill: Annotated[
        str | None,
        typer.Option(
            "--with",
            metavar="SKILL",
            autocompletion=options.complete_skill,
            show_default=False,
            help="The moves that one more skill would open.",
        ),
    ] = None,
    best_skill: Annotated[
        bool, typer.Option("--best-skill", help="Skills by the moves that each would open.")
    ] = False,
    why: Annotated[bool, typer.Option("--why", help="The reasons, move by move.")] = False,
    form: options.FormatOption = None,
    no_pager: options.NoPager = False,
    profile: options.ProfileOption = None,
) -> None:
    """Where you could go from here, by skills, preparation, pay and outlook.

    From a role, or else from your present role with your own skills. The four tests stand for
    themselves: what is unknown is never a pass.
    """
    from careercli.app.moves import MovesQuery, best_skill_answer, moves_answer, with_answer
    from careercli.errors import UsageError
    from careercli.output.stdout import emit

    if skill and best_skill:
        raise UsageError("--with and --best-skill are two questions.", hint="Ask one at a time.")
    wanted = MovesQuery(role, level, profile, kind, passing, everything, limit, why)
    if best_skill:
        answer = best_skill_answer(wanted)
    elif skill:
        answer = with_answer(wanted, skill)
    else:
        answer = moves_answer(wanted)
    emit(answer, form, pager=not no_pager)
