from typing import Annotated

import typer

from careercli.commands import options

app = options.app()


@app.command(
    cls=options.Command,
    epilog="""
careercli skills product-coordinator  what the job needs, level by level
careercli skills --gap  how far you are from your target
careercli skills product-coordinator --gap --level senior --why  with the sum
""",
)
def skills(
    role: options.SomeRoleWords = None,
    gap: Annotated[bool, typer.Option("--gap", "-g", help="Against your own levels.")] = False,
    why: Annotated[bool, typer.Option("--why", help="With --gap: the sum, term by term.")] = False,
    level: options.LevelOption = None,
    tier: Annotated[
        str | None,
        typer.Option("--tier", metavar="TITLE", show_default=False, help="A rung by its title."),
    ] = None,
    form: options.FormOption = None,
    no_pager: options.NoPager = False,
    profile: options.ProfileOption = None,
) -> None:
    """The skills a job needs; with --gap, how far you are from it."""
    from careercli.commands import gaps
    from careercli.errors import UsageError
    from careercli.output import give

    if why and not gap:
        raise UsageError("--why explains --gap.", hint="Add --gap.")
    if gap:
        answer = gaps.gap_answer(role, level, tier, profile, why=why)
    else:
        answer = gaps.skills_answer(role, level, tier, profile)
    give(answer, form, pager=not no_pager)
