from typing import Annotated

import typer

from careercli.cli import options
from careercli.errors import UsageError
from careercli.output.stdout import Result

app = options.App()


@app.add("""
careercli path delivery-driver electrician  what lies between, and what it takes
careercli path registered-nurse  from your present job, with what you have
careercli path police-officer security-analyst --avoid protective  not in that family
""")
@options.answers
def path(
    roles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[[FROM] TO]",
            autocompletion=options.complete_role,
            help="The roles to start from and to reach; by default, your job and your target.",
        ),
    ] = None,
    level: options.LevelOption = None,
    avoid: options.AvoidOption = None,
    area: options.AreaOption = None,
    profile: options.ProfileOption = None,
) -> Result:
    """Find the way from one role to another, and what each step takes.

    A degree, a license or an apprenticeship is a step of its own. Other work comes between only if
    the goal asks for experience that yours doesn't give.
    """
    from careercli.app.path import path_answer

    named = options.joined(roles or [], ("to",))
    if len(named) > 2:
        raise UsageError("Name one role, or two.", hint="Put a title of several words in quotes.")
    begin = named[0] if len(named) == 2 else None
    return path_answer(begin, named[-1] if named else None, level, profile, avoid, area)
