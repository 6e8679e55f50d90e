from typing import Annotated

import typer

from careercli.commands import options

app = options.app(invoke_without_command=True)


@app.callback(
    cls=options.Group,
    epilog="""
careercli sources  every imported data set, with its licence
careercli sources remove oews  take one out
""",
)
def sources(ctx: typer.Context, form: options.FormOption = None) -> None:
    """What was imported: release, date, rows, licence, attribution."""
    if ctx.invoked_subcommand is not None:
        return
    from careercli.output import Answer, give
    from careercli.store import Store
    from careercli.views.sources import sources_data, sources_page, sources_rows

    found = Store().datasets()
    answer = Answer(
        "sources", sources_data(found), lambda: sources_page(found), lambda: sources_rows(found)
    )
    give(answer, form)


@app.command(cls=options.Command)
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As `careercli sources` names it.")],
) -> None:
    """Take a data set out; the others stay."""
    from careercli import combine
    from careercli.errors import UnknownNameError
    from careercli.output import narrate
    from careercli.store import Store

    names = [one.name for one in Store().datasets()]
    if name not in names:
        raise UnknownNameError(f"There is no imported data set \u201c{name}\u201d.", names)
    combine.rebuild(lambda _: None, without=name)
    narrate(f"{name} is removed.")
