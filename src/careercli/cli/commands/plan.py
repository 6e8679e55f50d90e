from careercli.cli import options
from careercli.cli.help import Command

app = options.app()


@app.command(
    cls=Command,
    epilog="""
careercli plan  towards your target
careercli plan product-coordinator --level senior  towards another
""",
)
def plan(
    role: options.OptionalRoleArgument = None,
    level: options.LevelOption = None,
    form: options.FormatOption = None,
    no_pager: options.NoPager = False,
    profile: options.ProfileOption = None,
) -> None:
    """Put the skills you are missing in an order to learn them."""
    from careercli.app.gap import plan_answer
    from careercli.output.stdout import emit

    emit(plan_answer(role, level, profile), form, pager=not no_pager)
