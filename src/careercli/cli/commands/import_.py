from typing import Annotated

import typer

from careercli.cli import options
from careercli.errors import UsageError

app = options.App()


@app.add("""
careercli import resume.json  show what would be added, and ask
careercli import resume.md --yes  add it without asking
""")
def import_(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...|-", help="A résumé or another profile.")
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask before adding.")] = False,
    leave_out: Annotated[
        str, typer.Option("--except", metavar="NUMBERS", help="Leave proposals out: 2,5 or 3-6.")
    ] = "",
    form: options.FormatOption = None,
    no_pager: options.NoPager = False,
    profile: options.ProfileOption = None,
) -> None:
    """Add what a résumé (PDF, Word, text and more) says to your profile.

    Skills that the résumé only names are added as claimed, with the place they were read from.
    Your own ratings stay.
    """
    from careercli.app.resume import import_file

    if leave_out and len(files) > 1:
        raise UsageError(
            "--except takes the numbers of one file's proposals.", hint="Import one file at a time."
        )
    for file in files:
        import_file(file, form, profile, yes=yes, pager=not no_pager, leave_out=leave_out)
