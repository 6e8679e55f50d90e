"""Arguments and options that several commands share, and the way help looks."""

import inspect
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from careercli.cli.help import Group
from careercli.model.basics import Seniority
from careercli.output.stdout import OutputFormat, Result, emit

if TYPE_CHECKING:
    from careercli.core.pay import PayLevel


def complete_role(incomplete: str) -> list[str]:
    from careercli.app.stores import store_as_it_is

    roles = store.slugs() if (store := store_as_it_is()) else []
    return [slug for slug, _ in roles if slug.startswith(incomplete.casefold())]


def complete_section(incomplete: str) -> list[str]:
    from careercli.output.screens.sections import SECTIONS

    return [section.name for section in SECTIONS if section.name.startswith(incomplete)]


def complete_skill(incomplete: str) -> list[str]:
    from careercli.app.stores import store_as_it_is

    skills = store.skill_ids() if (store := store_as_it_is()) else []
    return [skill for skill in skills if skill.startswith(incomplete.casefold())]


def complete_family(incomplete: str) -> list[str]:
    from careercli.app.stores import store_as_it_is

    families = store.families() if (store := store_as_it_is()) else {}
    return [name for name in families if name.startswith(incomplete.casefold())]


def complete_order(incomplete: str) -> list[str]:
    from careercli.app.filters import ORDERS

    return [order for order in ORDERS if order.startswith(incomplete.casefold())]


def complete_education(incomplete: str) -> list[str]:
    from careercli.app.filters import EDUCATION, MINE

    return [one for one in (*EDUCATION, MINE) if one.startswith(incomplete.casefold())]


RoleArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="ROLE", autocompletion=complete_role, help="A slug or title, or the start of one."
    ),
]
OptionalRoleArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ROLE]", autocompletion=complete_role, help="A slug or title, or the start of one."
    ),
]
FormatOption = Annotated[
    OutputFormat | None,
    typer.Option(
        "--format",
        "-f",
        case_sensitive=False,
        show_default=False,
        help="table, md, html, json or csv; by default table on a terminal, md in a pipe.",
    ),
]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Don't use a pager.")]
ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        "-p",
        metavar="NAME|FILE",
        show_default=False,
        help="Use this profile instead of your own (also CAREERCLI_PROFILE).",
    ),
]


def parse_level(typed: str) -> Seniority:
    """entry, mid, senior or lead; junior is entry. Raises UsageError."""
    from careercli.app.filters import parse_choice
    from careercli.model.basics import SENIORITIES

    return cast("Seniority", parse_choice("--level", typed, SENIORITIES))


def complete_level(incomplete: str) -> list[str]:
    from careercli.model.basics import SENIORITIES

    return [seniority for seniority in SENIORITIES if seniority.startswith(incomplete.casefold())]


LevelOption = Annotated[
    Seniority | None,
    typer.Option(
        "--level",
        "-l",
        metavar="LEVEL",
        parser=parse_level,
        autocompletion=complete_level,
        show_default=False,
        help="entry, mid, senior or lead.",
    ),
]


def parse_pay_level(typed: str) -> "PayLevel":
    """As `parse_level`, or top. Raises UsageError."""
    from careercli.app.filters import parse_choice
    from careercli.core.pay import PAY_LEVELS

    return cast("PayLevel", parse_choice("--level", typed, PAY_LEVELS))


def complete_pay_level(incomplete: str) -> list[str]:
    from careercli.core.pay import PAY_LEVELS

    return [level for level in PAY_LEVELS if level.startswith(incomplete.casefold())]


def complete_held(incomplete: str) -> list[str]:
    from careercli.app.stores import open_store

    begun = incomplete.casefold()
    held = (hit.id for hit in open_store().find_credentials(incomplete))
    return [*complete_skill(incomplete), *(one for one in held if one.startswith(begun))]


WithOption = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="SKILL[=1-4]",
        autocompletion=complete_held,
        show_default=False,
        help="Answer as if you had this skill or credential (repeatable).",
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|-",
        show_default=False,
        help="Write to this file; .md, .html, .json or .csv sets the format.",
    ),
]
ColumnsOption = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="A,B",
        show_default=False,
        help="Only these columns of tables and CSV, such as pay,growth.",
    ),
]
ForceOption = Annotated[
    bool,
    typer.Option("--force", help="Let -o replace a file that careercli didn't write."),
]


def answers(command: Callable[..., Result | None]) -> Callable[..., None]:
    """A command whose answer is written where --output and in the form that --format say.

    The command itself returns its answer, or nothing if it wrote all there is.
    """

    def run(
        *args: Any,
        form: OutputFormat | None,
        output: str | None,
        force: bool,
        columns: str | None,
        no_pager: bool,
        **options: Any,
    ) -> None:
        if result := command(*args, **options):
            if columns:
                from careercli.output.columns import with_columns

                result = with_columns(result, columns, form)
            write(result, form, output, force=force, pager=not no_pager)

    return _with_parameters(run, command, OUTPUT_PARAMETERS)


def write(
    result: Result,
    form: OutputFormat | None,
    output: str | None,
    *,
    force: bool,
    pager: bool,
) -> None:
    """Writes an answer where --output, and in the form that --format say."""
    if output is None and not force and form is not OutputFormat.HTML:
        emit(result, form, pager=pager)
        return
    from careercli.output.documents import deliver

    deliver(result, form, output, force=force, pager=pager)


OUTPUT_PARAMETERS: Mapping[str, tuple[Any, Any]] = {
    "form": (FormatOption, None),
    "output": (OutputOption, None),
    "force": (ForceOption, False),
    "columns": (ColumnsOption, None),
    "no_pager": (NoPager, False),
}


def complete_area(incomplete: str) -> list[str]:
    from careercli.app.stores import open_store

    begun = incomplete.casefold()
    names = (area.title for area in open_store().areas())
    return [name for name in names if name.casefold().startswith(begun)]


AreaOption = Annotated[
    str | None,
    typer.Option(
        "--area",
        "-a",
        metavar="PLACE",
        autocompletion=complete_area,
        show_default=False,
        help="Pay and jobs of a state or city; by default of your profile's place. us: all.",
    ),
]
FILTER_PARAMETERS: Mapping[str, tuple[Any, Any]] = {
    "family": (
        Annotated[
            str | None,
            typer.Option(
                metavar="NAME",
                autocompletion=complete_family,
                show_default=False,
                help="Only roles of this family, such as trades.",
            ),
        ],
        None,
    ),
    "skill": (
        Annotated[
            list[str] | None,
            typer.Option(
                metavar="NAME",
                autocompletion=complete_skill,
                show_default=False,
                help="Only roles that name this skill (repeatable).",
            ),
        ],
        None,
    ),
    "study": (
        Annotated[
            str | None,
            typer.Option(
                metavar="FIELD",
                show_default=False,
                help="Only roles that this field of study commonly prepares for.",
            ),
        ],
        None,
    ),
    "interest": (
        Annotated[
            str | None,
            typer.Option(metavar="LETTERS", show_default=False, help="RIASEC letters, e.g. SE."),
        ],
        None,
    ),
    "education": (
        Annotated[
            str | None,
            typer.Option(
                metavar="LEVEL",
                autocompletion=complete_education,
                show_default=False,
                help="The most that is typical at entry: none, high-school, certificate,"
                " associate, bachelor, graduate, or mine.",
            ),
        ],
        None,
    ),
    "min_pay": (
        Annotated[
            str | None,
            typer.Option(
                metavar="PAY", show_default=False, help="Lowest median pay: 80000, 80k or 29/h."
            ),
        ],
        None,
    ),
    "min_growth": (
        Annotated[
            float | None,
            typer.Option(
                metavar="PERCENT", show_default=False, help="Lowest projected growth, in percent."
            ),
        ],
        None,
    ),
    "remote": (
        Annotated[bool, typer.Option("--remote", help="Only roles that can be done remotely.")],
        False,
    ),
    "sort": (
        Annotated[
            str | None,
            typer.Option(
                metavar="ORDER",
                autocompletion=complete_order,
                show_default=False,
                help="name, pay, growth, fit (interests), ready (skills) or alike (to your job).",
            ),
        ],
        None,
    ),
    "area": (AreaOption, None),
    "limit": (
        Annotated[
            int | None,
            typer.Option(
                "--limit",
                "-n",
                min=1,
                max=100_000,
                show_default=False,
                help="Show at most this many.",
            ),
        ],
        None,
    ),
    "everything": (
        Annotated[
            bool,
            typer.Option(
                "--all",
                help="Leave nothing out: occupations as well as guides, every role near in moves.",
            ),
        ],
        False,
    ),
}
"""The filters, and the order, of every command that lists roles."""


def filters(command: Callable[..., Result | None]) -> Callable[..., Result | None]:
    """A command that lists roles: the filters and the order reach it as `listing`.

    One that has an area of its own keeps that.
    """
    own = inspect.signature(command).parameters
    parameters = {name: one for name, one in FILTER_PARAMETERS.items() if name not in own}

    def run(*args: Any, **options: Any) -> Result | None:
        from careercli.app.filters import ORDERS, Listing, RoleFilter, parse_choice
        from careercli.core.pay import parse_pay, yearly

        given = {name: options.pop(name) for name in parameters}
        roles = RoleFilter(
            family=given["family"],
            min_pay=yearly(parse_pay(given["min_pay"])) if given["min_pay"] else None,
            min_growth=given["min_growth"],
            skills=tuple(given["skill"] or ()),
            interest=given["interest"],
            remote=given["remote"],
            occupations=given["everything"],
            education=given["education"],
            study=given["study"],
        )
        order = parse_choice("--sort", given["sort"], ORDERS) if given["sort"] else None
        listing = Listing(roles, order, given["limit"], given.get("area"))
        return command(*args, listing=listing, **options)

    return _with_parameters(run, command, parameters, without="listing")


def _with_parameters(
    run: Callable[..., Any],
    command: Callable[..., Any],
    more: Mapping[str, tuple[Any, Any]],
    *,
    without: str = "",
) -> Callable[..., Any]:
    """`run` under the name of a command, with that one's parameters and more of its own.

    without: a parameter that `run` fills in
    """
    own = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for parameter in inspect.signature(command).parameters.values()
        if parameter.name != without
    ]
    added = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in more.items()
    ]
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in (*own, *added)}
    run.__signature__ = inspect.Signature([*own, *added])  # type: ignore[attr-defined]
    return run


def app(**settings: Any) -> typer.Typer:
    """A Typer application of this program's kind."""
    return typer.Typer(cls=Group, rich_markup_mode=None, add_completion=False, **settings)
