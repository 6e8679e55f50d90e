import sys
from typing import Annotated

import typer

from careercli.cli import options
from careercli.errors import UnknownNameError
from careercli.output.stdout import Record, Result, say_err

app = options.App(invoke_without_command=True)


@app.callback(
    epilog="""
careercli sources  every data set, with its license
careercli sources add oesm25st.zip  another release, recognized by its content
careercli sources remove oews  go back to the shipped one
"""
)
@options.answers
def sources(ctx: typer.Context) -> Result | None:
    """Show where figures come from and how new they are; add newer ones."""
    if ctx.invoked_subcommand is not None:
        return None
    from careercli.app.open_stores import open_store
    from careercli.output.records.sources import DATASETS
    from careercli.output.screens.sources import sources_page

    found = open_store().datasets()
    return Result("sources", lambda: sources_page(found), lambda: Record(DATASETS, found))


Release = Annotated[
    str,
    typer.Option(
        "--release",
        metavar="NAME",
        help="Name the release of the files if they don't, or the one to download.",
    ),
]
Partial = Annotated[
    bool, typer.Option("--yes", "-y", help="Add it even if much of what it replaces is missing.")
]


@app.add("""
careercli sources add db_30_3_text.zip  O*NET, with its task texts
careercli sources add oesm25nat.zip oesm25st.zip  the wage survey, of the country and the states
careercli sources add occupation.xlsx  the Employment Projections
""")
@options.answers
def add(
    places: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|FOLDER|URL...", help="Downloads, packed or unpacked, of any year."
        ),
    ],
    release: Release = "",
    yes: Partial = False,
    kind: Annotated[str, typer.Option("--kind", hidden=True)] = "",
) -> Result:
    """Add another release of official U.S. data; it replaces that data set.

    Files are recognized by their content: O*NET, the wage survey (OEWS), the Employment
    Projections.
    """
    return _added([(kind, place) for place in places], release, partial=yes)


@app.add("""
careercli sources update  everything that may be downloaded by a script
careercli sources update onet --release 30.3  a release of one of them
""")
@options.answers
def update(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME...]", help="onet, oews or projections; onet if you give none."
        ),
    ] = None,
    release: Release = "",
    yes: Partial = False,
) -> Result:
    """Download the newest release and add it.

    If a site refuses scripts, the error says what to download in a browser instead.
    """
    from careercli.model.datasets import JOINED

    chosen = [name.partition("-")[0] for name in names or ["onet"]]
    for name in chosen:
        if name not in JOINED:
            raise UnknownNameError(f"\u201c{name}\u201d can't be downloaded.", JOINED)
    return _added([(name, None) for name in chosen], release, partial=yes)


def _added(given: list[tuple[str, str | None]], release: str, *, partial: bool) -> Result:
    from careercli.app.open_stores import open_store
    from careercli.official.store import import_data
    from careercli.output.records.sources import ADDED
    from careercli.output.screens.sources import imported_page

    progress = ProgressLine()
    found = []
    for name, place in given:
        found += import_data(name, place, release, progress.tell, partial=partial)
        progress.end()
    return Result(
        "sources add",
        lambda: imported_page(found, open_store().datasets()),
        lambda: Record(ADDED, found),
    )


@app.add()
def remove(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The name that `careercli sources` shows.")
    ],
) -> None:
    """Remove a data set and keep the others."""
    from careercli.app.open_stores import open_store
    from careercli.official.store import remove as remove_data

    datasets = open_store(needed="official").datasets()
    added = [dataset.name for dataset in datasets if dataset.imported]
    if name not in added:
        shipped = name in (dataset.name for dataset in datasets)
        hint = "That one comes with careercli and stays." if shipped else ""
        message = f"You added no data set \u201c{name}\u201d."
        raise UnknownNameError(message, added, hint=hint)
    remove_data(name)
    say_err(f"{name} is removed; the one that comes with careercli is back.")


class ProgressLine:
    """The progress of a command: one changing line on a terminal, a line for each step in a log."""

    def __init__(self) -> None:
        self._changing = sys.stderr.isatty()
        self._last = ""

    def tell(self, text: str) -> None:
        if self._changing:
            say_err(f"{text[:79]:79}", end="\r")
        elif text.partition(":")[0] != self._last:  # only the beginning of a download
            self._last = text.partition(":")[0]
            say_err(text)

    def end(self) -> None:
        if self._changing:
            say_err(" " * 79, end="\r")
