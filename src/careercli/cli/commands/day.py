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
    from careercli.output.records.role import day_data, day_rows
    from careercli.output.screens.day import day_page
    from careercli.output.stdout import Result, emit

    found = resolve_role(open_store(), role)
    answer = Result("day", day_data(found), lambda: day_page(found), lambda: day_rows(found))
    emit(answer, form, pager=not no_pager)
