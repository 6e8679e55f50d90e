from careercli.cli import options
from careercli.output.stdout import Record, Result

app = options.App()


@app.add("""
careercli tiers product-coordinator  each tier with its years and pay
""")
@options.answers
def tiers(role: options.RoleArgument) -> Result:
    """Show a role's career ladder."""
    from careercli.app.lookup import resolve_role
    from careercli.app.open_stores import open_store
    from careercli.output.records.role import TIERS, RoleView
    from careercli.output.screens.role import tiers_page

    found = resolve_role(open_store(), role)
    return Result(
        "tiers", lambda: tiers_page(found), lambda: Record(TIERS, RoleView(found, {}, ""))
    )
