from typing import Annotated, Literal

import typer

from careercli.cli import options
from careercli.cli.help import Command

app = options.app()

Order = Literal["title", "pay", "growth", "readiness"]


def complete_family(incomplete: str) -> list[str]:
    from careercli.app.stores import open_store

    return [name for name in open_store().families() if name.startswith(incomplete.casefold())]


@app.command(
    "list",
    cls=Command,
    epilog="""
careercli list --sort pay --min-growth 5  growing roles, best paid first
careercli list --skill sql --remote  remote roles that use SQL
careercli list --family "healthcare support"  occupations of a family
careercli list --format csv  for a spreadsheet
""",
)
def list_roles(
    family: Annotated[
        str | None,
        typer.Option(
            autocompletion=complete_family, show_default=False, help="A role family, e.g. data."
        ),
    ] = None,
    min_pay: Annotated[
        float | None,
        typer.Option(show_default=False, help="Lowest median pay, in U.S. dollars a year."),
    ] = None,
    min_growth: Annotated[
        float | None, typer.Option(show_default=False, help="Lowest projected growth, in percent.")
    ] = None,
    skill: Annotated[
        list[str] | None,
        typer.Option(
            autocompletion=options.complete_skill,
            show_default=False,
            help="A skill the role names (repeatable).",
        ),
    ] = None,
    interest: Annotated[
        str | None,
        typer.Option(metavar="LETTERS", show_default=False, help="RIASEC letters, e.g. SE."),
    ] = None,
    remote: Annotated[
        bool, typer.Option("--remote", help="Show only remote-friendly or fully remote roles.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Include official occupations.")
    ] = False,
    sort: Annotated[Order, typer.Option(help="Sort by title, pay, growth or readiness.")] = "title",
    form: options.FormatOption = None,
    no_pager: options.NoPager = False,
    profile: options.ProfileOption = None,
) -> None:
    """List roles with pay and outlook."""
    from careercli.app.search import RoleFilter, emit_list

    wanted = RoleFilter(
        family, min_pay, min_growth, tuple(skill or ()), interest, remote, everything
    )
    emit_list(wanted, sort, profile, form, pager=not no_pager)
