from typing import Annotated

import typer

from careercli.cli import options
from careercli.errors import UsageError
from careercli.output.stdout import Result

app = options.App()


@app.add("""
careercli skills product-coordinator  what the job needs, level by level
careercli skills --gap  how far you are from your target
careercli skills product-coordinator --gap --level senior --why  with the sum
careercli skills --gap --with sql=3  as if you had it
""")
@options.answers
def skills(
    role: options.OptionalRoleArgument = None,
    gap: Annotated[
        bool, typer.Option("--gap", "-g", help="Compare them with your own ratings.")
    ] = False,
    why: Annotated[
        bool, typer.Option("--why", help="With --gap, show how the number adds up.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="With --gap and no target, include official occupations.")
    ] = False,
    level: options.LevelOption = None,
    tier: Annotated[
        str | None, typer.Option("--tier", metavar="TITLE", help="Use the tier with this title.")
    ] = None,
    held: options.WithOption = None,
    profile: options.ProfileOption = None,
) -> Result:
    """List the skills a role needs; with --gap, compare them with yours."""
    from careercli.app import gap as gap_answers

    if why and not gap:
        raise UsageError("--why needs --gap.", hint="Add --gap.")
    if everything and (role or not gap):
        raise UsageError("--all needs --gap and no role.", hint="careercli skills --gap --all")
    if held and not gap:
        raise UsageError("--with needs --gap.", hint="Add --gap.")
    if gap:
        return gap_answers.gap_answer(
            role, level, tier, held, profile, why=why, everything=everything
        )
    return gap_answers.skills_answer(role, level, tier, profile)
