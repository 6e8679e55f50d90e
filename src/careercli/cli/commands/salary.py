from typing import Annotated

import typer

from careercli.cli import options
from careercli.core.pay import PAY_LEVELS
from careercli.model.basics import PayLevel
from careercli.output.stdout import Result

app = options.App()


@app.add("""
careercli salary product-coordinator  one role, drawn on one scale
careercli salary --level senior  all roles at one level, best paid first
careercli salary --family healthcare --education associate  the best paid of some roles
careercli salary barber --area pittsburgh --area tx  in a city and a state
careercli salary welder --area texas --pay 29/h  how an offer compares
""")
@options.answers
@options.filters
def salary(
    role: options.OptionalRoleArgument = None,
    level: Annotated[
        PayLevel | None,
        options.level(
            PAY_LEVELS, "Use this level: entry, mid, senior, lead, or top for the top 10 %."
        ),
    ] = None,
    area: Annotated[
        list[str] | None,
        typer.Option(
            "--area",
            "-a",
            metavar="NAME|all",
            autocompletion=options.complete_area,
            help="Show pay in a state or city (repeatable), every state (all) or the country (us).",
        ),
    ] = None,
    pay: Annotated[
        str | None,
        typer.Option(
            "--pay", metavar="AMOUNT", help="Compare this pay with the figures: 61000, 61k or 29/h."
        ),
    ] = None,
    at_us_prices: Annotated[
        bool, typer.Option("--at-us-prices", help="Divide pay in areas by their price index.")
    ] = False,
    *,
    listing: "options.Listing",
    profile: options.ProfileOption = None,
) -> Result:
    """Show what a role pays, nationally or in a place, or rank roles by pay."""
    from careercli.app.salary import Asked, salary_answer

    asked = Asked(tuple(role or ()), tuple(area or ()), level, pay, at_us_prices, listing)
    return salary_answer(asked, profile)
