from careercli.commands import options

app = options.app()


@app.command(
    cls=options.Command,
    epilog="""
careercli day product-coordinator  a timetable
""",
)
def day(
    role: options.RoleWords, form: options.FormOption = None, no_pager: options.NoPager = False
) -> None:
    """What a working day looks like."""
    from careercli.commands.roles import the_role
    from careercli.output import Answer, give
    from careercli.store import Store
    from careercli.views.data import day_data, day_rows
    from careercli.views.day import day_page

    found = the_role(Store(), role)
    answer = Answer("day", day_data(found), lambda: day_page(found), lambda: day_rows(found))
    give(answer, form, pager=not no_pager)
