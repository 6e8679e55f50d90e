from typing import Annotated

import typer

from careercli.commands import options

app = options.app()


@app.command(
    "list",
    cls=options.Command,
    rich_help_panel=options.PANELS["find"],
    epilog="""
careercli list  every role
careercli list --all  with every occupation that was imported
careercli list --format csv  for a spreadsheet
""",
)
def list_roles(
    everything: Annotated[
        bool, typer.Option("--all", help="With imported occupations, not guides alone.")
    ] = False,
    form: options.FormOption = None,
    no_pager: options.NoPager = False,
) -> None:
    """Every role there is, with pay and outlook."""
    from careercli.output import Answer, give
    from careercli.store import Store
    from careercli.views.data import row_data
    from careercli.views.lists import list_page, list_rows

    store = Store()
    rows = store.rows(occupations=everything)
    answer = Answer(
        "list",
        {"roles": [row_data(row) for row in rows]},
        lambda: list_page(rows, store.families()),
        lambda: list_rows(rows),
    )
    give(answer, form, pager=not no_pager)
