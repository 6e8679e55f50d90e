import sys
from typing import Annotated

import typer

from careercli.cli import options
from careercli.cli.help import Command, Group

app = options.app()

Place = Annotated[
    str | None,
    typer.Argument(
        metavar="[FILE|FOLDER|URL]",
        show_default=False,
        help="A download, packed or unpacked. If you give none, the newest is downloaded.",
    ),
]
Release = Annotated[
    str,
    typer.Option(
        "--release",
        metavar="NAME",
        show_default=False,
        help="The release to download, or the release of the files if they don't name it.",
    ),
]


@app.callback(cls=Group)
def imports() -> None:
    """Import another release of official U.S. data."""


@app.command(
    cls=Command,
    epilog="""
careercli import onet  download the newest release and import it
careercli import onet db_30_3_text.zip  a release that you have
""",
)
def onet(
    place: Place = None,
    release: Release = "",
    yes: Annotated[
        bool,
        typer.Option("--yes", "-y", help="Import it even if most tables are missing."),
    ] = False,
    form: options.FormatOption = None,
) -> None:
    """Import O*NET: every occupation's tasks, skills, software, titles and preparation."""
    _import("onet", place, release, form, partial=yes)


@app.command(
    cls=Command,
    epilog="""
careercli import oews oesm25nat.zip  the wage survey for the country
careercli import oews oesm25st.zip  and state by state
""",
)
def oews(place: Place = None, release: Release = "", form: options.FormatOption = None) -> None:
    """Import the wage survey (OEWS): pay by occupation, in the country, states or metro areas."""
    _import("oews", place, release, form)


@app.command(
    cls=Command,
    epilog="""
careercli import projections occupation.xlsx  growth and openings by occupation
""",
)
def projections(
    place: Place = None, release: Release = "", form: options.FormatOption = None
) -> None:
    """Import the Employment Projections: growth, openings and typical education by occupation."""
    _import("projections", place, release, form)


def _import(
    name: str,
    place: str | None,
    release: str,
    form: options.FormatOption,
    *,
    partial: bool = False,
) -> None:
    from careercli.app.stores import open_store
    from careercli.official.store import import_data
    from careercli.output.records.sources import IMPORTED
    from careercli.output.screens.sources import imported_page
    from careercli.output.stdout import Record, Result, emit

    progress = ProgressLine()
    found = import_data(name, place, release, progress.tell, partial=partial)
    progress.end()
    answer = Result(
        "import",
        lambda: imported_page(found, open_store().datasets()),
        lambda: Record(IMPORTED, found),
    )
    emit(answer, form, pager=False)


class ProgressLine:
    """The progress of a command: one changing line on a terminal, a line for each step in a log."""

    def __init__(self) -> None:
        self._changing = sys.stderr.isatty()
        self._last = ""

    def tell(self, text: str) -> None:
        from careercli.output.stdout import say_err

        if self._changing:
            say_err(f"{text[:79]:79}", end="\r")
        elif text.partition(":")[0] != self._last:  # only the beginning of a download
            self._last = text.partition(":")[0]
            say_err(text)

    def end(self) -> None:
        from careercli.output.stdout import say_err

        if self._changing:
            say_err(" " * 79, end="\r")
