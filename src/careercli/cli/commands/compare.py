from typing import Annotated

import typer

from careercli.cli import options
from careercli.output.stdout import Result

app = options.App()


@app.add("""
careercli compare product-coordinator project-coordinator
careercli compare electrician 29-1141 "data analyst"
""")
@options.answers
def compare(
    roles: Annotated[
        list[str],
        typer.Argument(
            metavar="ROLE ROLE…", autocompletion=options.complete_role, help="Two to five roles."
        ),
    ],
    area: options.AreaOption = None,
    profile: options.ProfileOption = None,
) -> Result:
    """Compare roles side by side: pay, outlook, tiers, day, skills."""
    from careercli.app.compare import compare_answer

    joined = options.joined(roles, ("or", "and", "vs", "vs.", "versus"))
    return compare_answer(joined, area, profile)
