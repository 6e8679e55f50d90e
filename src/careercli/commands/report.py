from typing import Annotated

import typer

from careercli.commands import options

app = options.app()


@app.command(
    cls=options.Command,
    epilog="""
careercli report  you and your target, on one page
careercli report --profile ana -o ana.html  a client's, to mail or print
careercli report --clients ~/clients  a line for each client, without their names
""",
)
def report(
    role: options.SomeRoleWords = None,
    level: options.LevelOption = None,
    clients: Annotated[
        str | None,
        typer.Option(
            "--clients",
            metavar="FOLDER",
            show_default=False,
            help="Every profile (*.toml) in a folder, each against its own target, or ROLE.",
        ),
    ] = None,
    names: Annotated[
        bool, typer.Option("--names", help="With --clients: the files' names, not numbers.")
    ] = False,
    output: options.OutputOption = None,
    form: options.FormOption = None,
    no_pager: options.NoPager = False,
    profile: options.ProfileOption = None,
) -> None:
    """You on one page: target, gap, next skills, moves.

    With --clients, a coach's table: a profile that cannot be read is listed as such, with the
    reason on stderr, and the rest is answered. A file named by -o is replaced.
    """
    from careercli.commands import reports
    from careercli.errors import UsageError
    from careercli.output import give
    from careercli.saving import document_of, form_of, save

    if clients is None and names:
        raise UsageError("--names belongs to --clients.", hint="Add --clients FOLDER.")
    if clients is not None and profile:
        raise UsageError("--clients reads every profile of its folder.", hint="Leave --profile.")
    file_form = form_of(output, form) if output else None
    if clients is None:
        answer = reports.report_answer(role, level, profile)
    else:
        answer = reports.clients_answer(clients, role, level, names=names)
    if output and file_form:
        save(document_of(answer), output, file_form)
    else:
        give(answer, form, pager=not no_pager)
