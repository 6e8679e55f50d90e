from careercli.commands import options

app = options.app()


@app.command(
    cls=options.Command,
    epilog="""
careercli tiers product-coordinator  the ladder, rung by rung
""",
)
def tiers(
    role: options.RoleWords, form: options.FormOption = None, no_pager: options.NoPager = False
) -> None:
    """How people rise in a job."""
    from careercli.commands.roles import the_role
    from careercli.output import Answer, give
    from careercli.store import Store
    from careercli.views.data import tier_data, tier_rows
    from careercli.views.role import tiers_page

    found = the_role(Store(), role)
    answer = Answer("tiers", tier_data(found), lambda: tiers_page(found), lambda: tier_rows(found))
    give(answer, form, pager=not no_pager)
