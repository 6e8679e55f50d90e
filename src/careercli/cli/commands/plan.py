from careercli.cli import options
from careercli.cli.help import Command
from careercli.output.stdout import Result

app = options.app()


@app.command(
    cls=Command,
    epilog="""
careercli plan  towards your target
careercli plan product-coordinator --level senior  towards another
""",
)
@options.answers
def plan(
    role: options.OptionalRoleArgument = None,
    level: options.LevelOption = None,
    profile: options.ProfileOption = None,
) -> Result:
    """Put the skills you are missing in an order to learn them."""
    from careercli.app.gap import plan_answer

    return plan_answer(role, level, profile)
