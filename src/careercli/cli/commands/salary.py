from typing import Annotated, cast

import typer

from careercli.cli import options
from careercli.core.pay import PAY_LEVELS
from careercli.errors import UnknownNameError, UsageError
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
    from careercli.app.filters import Listing
    from careercli.app.salary import area_alone, ranking_answer, role_answer
    from careercli.core.pay import parse_pay

    if role and listing != Listing():
        raise UsageError(
            "Filters and orders are for many roles, and you named one.",
            hint="Leave out the role, or the filter.",
        )
    if area and level:
        raise UsageError(
            "--level can't be combined with --area.",
            hint="The survey's pay in an area is of everyone in an occupation, at every level.",
        )
    if pay and not role:
        raise UsageError("--pay needs a role.", hint="Name the role whose pay it is.")
    if at_us_prices and not area:
        raise UsageError("--at-us-prices needs --area.", hint="Name the places: -a texas.")
    if role:
        yours = parse_pay(pay) if pay else None
        try:
            return role_answer(role, area or (), level, yours, profile, at_us_prices=at_us_prices)
        except UnknownNameError:
            place = "" if area or level or pay else area_alone(role)
            if not place:
                raise
            area = [place]
    if at_us_prices or len(area or ()) > 1:
        raise UsageError(
            "Places are compared for a role.", hint="For example, careercli salary barber -a texas."
        )
    return ranking_answer(level, listing._replace(area=area[0] if area else None), profile)
