from typing import Annotated

import typer

from careercli.cli import options
from careercli.cli.help import Command, Group

app = options.app(invoke_without_command=True)


@app.callback(
    cls=Group,
    epilog="""
careercli sources  every data set, with its license
careercli sources remove oews  take one out
""",
)
def sources(ctx: typer.Context, form: options.FormatOption = None) -> None:
    """List the data sets: release, date, license, attribution."""
    if ctx.invoked_subcommand is not None:
        return
    from careercli.app.stores import open_store
    from careercli.output.records.sources import DATASETS
    from careercli.output.screens.sources import sources_page
    from careercli.output.stdout import Record, Result, emit

    found = open_store().datasets()
    emit(Result("sources", lambda: sources_page(found), lambda: Record(DATASETS, found)), form)


@app.command(cls=Command)
def remove(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The name that `careercli sources` shows.")
    ],
) -> None:
    """Remove a data set and keep the others."""
    from careercli.app.stores import open_store
    from careercli.errors import UnknownNameError
    from careercli.official import store as official_store
    from careercli.output.stdout import say_err

    datasets = open_store().datasets()
    added = [dataset.name for dataset in datasets if dataset.imported]
    if name not in added:
        shipped = name in (dataset.name for dataset in datasets)
        hint = "That one comes with careercli and stays." if shipped else ""
        message = f"You added no data set \u201c{name}\u201d."
        raise UnknownNameError(message, added, hint=hint)
    official_store.remove(name, lambda _: None)
    say_err(f"{name} is removed; the one that comes with careercli is back.")
