from typing import Annotated

import typer

from careercli.cli import options
from careercli.errors import UsageError
from careercli.output.stdout import Result

app = options.App()


@app.add("""
careercli report  your own page
careercli report --profile ana -o ana.html  a client's page, to mail or print
careercli report --clients ~/clients  a line for each client, without their names
""")
@options.answers
def report(
    role: options.OptionalRoleArgument = None,
    level: options.LevelOption = None,
    clients: Annotated[
        str | None,
        typer.Option(
            "--clients",
            metavar="FOLDER",
            help="Report on every profile (*.toml) in a folder, against its own target or ROLE.",
        ),
    ] = None,
    names: Annotated[
        bool, typer.Option("--names", help="With --clients, show file names instead of numbers.")
    ] = False,
    area: options.AreaOption = None,
    profile: options.ProfileOption = None,
) -> Result:
    """Write one page about you or a client: target, gap, skills, moves.

    With --clients, print a coach's table of every profile in a folder. A profile that cannot be
    read is listed as such, with the reason on stderr. -o makes a file that only you can read.
    """
    from careercli.app import report

    if clients is None and names:
        raise UsageError("--names needs --clients.", hint="Add --clients FOLDER.")
    if clients is not None and profile:
        raise UsageError("--clients reads every profile in a folder.", hint="Leave out --profile.")
    if clients and clients.startswith("-"):
        raise UsageError(
            f"--clients needs a folder; found {clients}.", hint="Type careercli report --clients ."
        )
    if clients is None:
        return report.report_answer(role, level, profile, area)
    return report.clients_answer(clients, role, level, names=names)
