from careercli.commands import options

app = options.app()


@app.command(
    cls=options.Command,
    epilog="""
careercli plan  towards your target
careercli plan product-coordinator --level senior  towards another
""",
)
def plan(
    role: options.SomeRoleWords = None,
    level: options.LevelOption = None,
    form: options.FormOption = None,
    no_pager: options.NoPager = False,
    profile: options.ProfileOption = None,
) -> None:
    """What to learn, in order: what builds on what, then what matters most."""
    from careercli.commands.gaps import plan_answer
    from careercli.output import give

    give(plan_answer(role, level, profile), form, pager=not no_pager)
