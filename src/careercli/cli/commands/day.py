from careercli.cli import options
from careercli.output.stdout import Record, Result

app = options.App()


@app.add("""
careercli day product-coordinator  a timetable
""")
@options.answers
def day(role: options.RoleArgument) -> Result:
    """Show a typical working day."""
    from careercli.app.lookup import resolve_role
    from careercli.app.open_stores import open_store
    from careercli.output.records.role import DAY, RoleView
    from careercli.output.screens.day import day_page

    found = resolve_role(open_store(), role)
    return Result("day", lambda: day_page(found), lambda: Record(DAY, RoleView(found, {}, "")))
