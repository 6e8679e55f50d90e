from careercli.cli import options
from careercli.cli.help import Command

app = options.app()


@app.command(
    cls=Command,
    epilog="""
careercli day product-coordinator  a timetable
""",
)
def day(
    role: options.RoleArgument, form: options.FormatOption = None, no_pager: options.NoPager = False
) -> None:
    """Show a typical working day."""
    from careercli.app.lookup import resolve_role
    from careercli.app.stores import open_store
    from careercli.output.records.role import DAY, RoleView
    from careercli.output.screens.day import day_page
    from careercli.output.stdout import Record, Result, emit

    found = resolve_role(open_store(), role)
    emit(
        Result("day", lambda: day_page(found), lambda: Record(DAY, RoleView(found, {}, ""))),
        form,
        pager=not no_pager,
    )
