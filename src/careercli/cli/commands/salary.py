from typing import Annotated, cast

import typer

from careercli.cli import options
from careercli.core.pay import PAY_LEVELS
from careercli.model.basics import PayLevel
from careercli.output.stdout import Result

app = options.App()


def parse_level(typed: str) -> PayLevel:
    """entry, mid, senior, lead or top; junior is entry. Raises UsageError."""
    from careercli.app.filters import parse_choice

    return cast("PayLevel", parse_choice("--level", typed, PAY_LEVELS))


def complete_level(incomplete: str) -> list[str]:
    return options.starting(incomplete, PAY_LEVELS)


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
        typer.Option(
            "--level",
            "-l",
            metavar="LEVEL",
            parser=parse_level,
            autocompletion=complete_level,
            help="Use this level: entry, mid, senior, lead, or top for the top 10 %.",
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
