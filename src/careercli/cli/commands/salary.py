from typing import Annotated

import typer

from careercli.cli import options
from careercli.cli.help import Command
from careercli.core.pay import PayLevel
from careercli.output.stdout import Result

app = options.app()


def complete_area(incomplete: str) -> list[str]:
    from careercli.app.stores import open_store

    begun = incomplete.casefold()
    names = ("all", *(area.title for area in open_store().areas()))
    return [name for name in names if name.casefold().startswith(begun)]


@app.command(
    cls=Command,
    epilog="""
careercli salary product-coordinator  one role, drawn on one scale
careercli salary --level senior  all roles at one level, best paid first
careercli salary barber --area pittsburgh --area tx  in a city and a state
""",
)
@options.answers
def salary(
    role: options.OptionalRoleArgument = None,
    level: Annotated[
        PayLevel | None,
        typer.Option(
            "--level",
            "-l",
            case_sensitive=False,
            show_default=False,
            help="entry, mid, senior, lead, or top for the top 10 %.",
        ),
    ] = None,
    area: Annotated[
        list[str] | None,
        typer.Option(
            "--area",
            "-a",
            metavar="NAME|all",
            autocompletion=complete_area,
            show_default=False,
            help="A state, territory or metropolitan area; all for every state (repeatable).",
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Include official occupations.")
    ] = False,
) -> Result:
    """Show what a role pays, or rank roles by pay."""
    from careercli.app.lookup import resolve_role
    from careercli.app.stores import open_store
    from careercli.core.pay import by_level, by_percentile, survey_median
    from careercli.core.role_filters import highest_first
    from careercli.errors import UsageError
    from careercli.output.screens import pay
    from careercli.output.stdout import Record

    if area and level:
        raise UsageError(
            "--level does not go with --area.",
            hint="The survey's pay in an area is of everyone in an occupation, at no level.",
        )
    store = open_store()
    if area:
        from careercli.app.salary import area_answer

        answer = area_answer(store, role, area)
    elif role:
        found = resolve_role(store, role)

        def role_record() -> Record:
            from careercli.output.records.pay import ROLE_LEVEL_PAY, ROLE_PAY, PayView

            return Record(ROLE_LEVEL_PAY if level else ROLE_PAY, PayView(found, level))

        answer = Result("salary", lambda: pay.role_pay(found, level), role_record)
    elif level:
        rows = store.rows(occupations=everything)

        def ranking_record() -> Record:
            from careercli.output.records.lists import RoleList
            from careercli.output.records.pay import RANKING, RankingView

            return Record(RANKING, RankingView(RoleList(lambda: rows), level))

        answer = Result(
            "salary",
            lambda: pay.all_pay(
                by_level(rows, level), by_percentile(rows, level), level, everything=everything
            ),
            ranking_record,
        )
    else:
        rows = highest_first(store.rows(occupations=everything), survey_median)

        def pay_record() -> Record:
            from careercli.output.records.lists import RoleList
            from careercli.output.records.pay import ALL_PAY

            return Record(ALL_PAY, RoleList(lambda: rows))

        answer = Result("salary", lambda: pay.pay_table(rows, everything=everything), pay_record)
    return answer
