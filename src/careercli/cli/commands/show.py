from typing import Annotated

import typer

from careercli.cli import options
from careercli.output.stdout import Result

app = options.App()


def complete_section(incomplete: str) -> list[str]:
    from careercli.output.screens.sections import SECTIONS

    return [section.name for section in SECTIONS if section.name.startswith(incomplete)]


@app.add("""
careercli show product-coordinator  the main things, on one screen
careercli show barber pay  one part; all is the full guide
careercli show electrician "registered nurse" -o roles.html  several, to mail or print
careercli show ./my-role.toml  a guide of your own, before you add it
careercli show cdl-a  a license or certificate, and the jobs that ask for it
""")
@options.answers
def show(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="ROLE... [PART...]",
            autocompletion=options.complete_role,
            help="A slug, a code or a title, or the start of one; then the parts to show.",
        ),
    ],
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            "-s",
            metavar="PART",
            autocompletion=complete_section,
            help="Show this part (repeatable); naming it last does the same.",
        ),
    ] = None,
    area: options.AreaOption = None,
    profile: options.ProfileOption = None,
) -> Result:
    """Show what a role is, pays and asks for; in a pipe, the full guide."""
    from careercli.app.show import show_answer

    return show_answer(words, section or (), area, profile)
