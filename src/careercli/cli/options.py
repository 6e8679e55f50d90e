"""Arguments and options that several commands share, and the way help looks."""

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.models import CommandFunctionType

from careercli.cli.help import Command, Group
from careercli.model.basics import SENIORITIES, Seniority
from careercli.output.stdout import NAMED_PROFILE, OutputFormat, Result, emit

if TYPE_CHECKING:
    from careercli.app.filters import Listing as Listing
    from careercli.store.reader import Store


class App(typer.Typer):
    """A Typer application of this program's kind."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(cls=Group, rich_markup_mode=None, add_completion=False, **settings)

    def add(
        self, examples: str = "", **settings: Any
    ) -> Callable[[CommandFunctionType], CommandFunctionType]:
        """Adds a command under its function's name, with examples for its help."""

        def added(function: CommandFunctionType) -> CommandFunctionType:
            name = function.__name__.rstrip("_")
            return self.command(name, cls=Command, epilog=examples, **settings)(function)

        return added

    def callback(self, **settings: Any) -> Callable[[CommandFunctionType], CommandFunctionType]:
        return super().callback(cls=Group, **settings)


def starting(incomplete: str, names: Iterable[str]) -> list[str]:
    """The names that a word may be the beginning of."""
    begun = incomplete.casefold()
    return [name for name in names if name.casefold().startswith(begun)]


def _completer(names: Callable[["Store"], Iterable[str]]) -> Callable[[str], list[str]]:
    """What completes a word by names out of the stores, as those are."""

    def complete(incomplete: str) -> list[str]:
        from careercli.app.open_stores import store_as_it_is

        store = store_as_it_is()
        return starting(incomplete, names(store)) if store else []

    return complete


complete_role = _completer(lambda store: (slug for slug, _ in store.slugs()))
complete_skill = _completer(lambda store: store.skill_ids())
complete_family = _completer(lambda store: store.families())
complete_area = _completer(lambda store: (area.title for area in store.areas()))


def complete_order(incomplete: str) -> list[str]:
    from careercli.app.filters import ORDERS

    return starting(incomplete, ORDERS)


def complete_education(incomplete: str) -> list[str]:
    from careercli.app.filters import MINE
    from careercli.core.entry import OWN_EDUCATION

    return starting(incomplete, (*OWN_EDUCATION, MINE))


def complete_held(incomplete: str) -> list[str]:
    begun = _completer(
        lambda store: (hit.id for hit in store.find_credentials(incomplete, begun=True))
    )
    return [*complete_skill(incomplete), *begun(incomplete)]


def _remembered(profile: str | None) -> str | None:
    """The profile that is named; the commands that are offered name it too."""
    NAMED_PROFILE.set(profile or "")
    return profile


def level(levels: Sequence[str], words: str) -> Any:
    """--level, one of these; junior is entry."""

    def parse(typed: str) -> str:
        from careercli.app.filters import parse_choice

        return parse_choice("--level", typed, levels)

    def complete(incomplete: str) -> list[str]:
        return starting(incomplete, levels)

    return typer.Option(
        "--level", "-l", metavar="LEVEL", parser=parse, autocompletion=complete, help=words
    )


def parse_yearly(typed: str) -> float:
    """Pay such as 80000, 80k or 29/h in dollars a year. Raises UsageError."""
    from careercli.core.pay import parse_pay, yearly

    return yearly(parse_pay(typed))


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
        help="Print table, md, html, json or csv; by default, table on a terminal, md in a pipe.",
    ),
]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Don't use a pager.")]
ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        "-p",
        metavar="NAME|FILE",
        callback=_remembered,
        help="Use this profile instead of your own (also CAREERCLI_PROFILE).",
    ),
]
LevelOption = Annotated[
    Seniority | None, level(SENIORITIES, "Use this level: entry, mid, senior or lead.")
]
WithOption = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="SKILL[=1-4]",
        autocompletion=complete_held,
        help="Answer as if you had this skill or credential (repeatable).",
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|-",
        help="Write to this file; .md, .html, .json or .csv sets the format.",
    ),
]
ColumnsOption = Annotated[
    str | None,
    typer.Option("--columns", metavar="A,B", help="Show only these columns, such as pay,growth."),
]
ForceOption = Annotated[
    bool, typer.Option("--force", help="Let -o replace a file that careercli didn't write.")
]
AvoidOption = Annotated[
    list[str] | None,
    typer.Option("--avoid", metavar="FAMILY", help="Leave out a family of roles (repeatable)."),
]
AreaOption = Annotated[
    str | None,
    typer.Option(
        "--area",
        "-a",
        metavar="PLACE",
        autocompletion=complete_area,
        help="Use pay and jobs of a state or city, or of the country (us); by default, your place.",
    ),
]


def joined(words: Sequence[str], joints: Sequence[str]) -> Sequence[str]:
    """Names without the words that join them: of `line cook to chef`, "line cook" and "chef"."""
    if not any(word.casefold() in joints for word in words):
        return words
    names: list[list[str]] = [[]]
    for word in words:
        if word.casefold() in joints:
            names.append([])
        else:
            names[-1].append(word)
    return [" ".join(name) for name in names if name]


def answers(command: Callable[..., Result | None]) -> Callable[..., None]:
    """A command whose answer is written where --output and in the form that --format say.

    The command itself returns its answer, or nothing if it wrote all there is.
    """

    def run(
        *args: Any,
        form: FormatOption = None,
        output: OutputOption = None,
        force: ForceOption = False,
        columns: ColumnsOption = None,
        no_pager: NoPager = False,
        **options: Any,
    ) -> None:
        if result := command(*args, **options):
            if columns is not None:
                from careercli.output.columns import with_columns

                result = with_columns(result, columns, form)
            write(result, form, output, force=force, pager=not no_pager)

    return _with_parameters(run, command, inspect.signature(run).parameters)


def write(
    result: Result, form: OutputFormat | None, output: str | None, *, force: bool, pager: bool
) -> None:
    """Writes an answer where --output, and in the form that --format say."""
    if output is None and not force and form is not OutputFormat.HTML:
        emit(result, form, pager=pager)
        return
    from careercli.output.documents import deliver

    deliver(result, form, output, force=force, pager=pager)


def _listing(
    *,
    family: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            autocompletion=complete_family,
            help="Show only roles of this family, such as trades.",
        ),
    ] = None,
    skill: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            autocompletion=complete_skill,
            help="Show only roles that name this skill (repeatable).",
        ),
    ] = None,
    study: Annotated[
        str | None,
        typer.Option(
            metavar="FIELD", help="Show only roles that this field of study commonly prepares for."
        ),
    ] = None,
    interest: Annotated[
        str | None,
        typer.Option(metavar="LETTERS", help="Show only roles with these RIASEC letters."),
    ] = None,
    education: Annotated[
        str | None,
        typer.Option(
            metavar="LEVEL",
            autocompletion=complete_education,
            help="Show only roles that typically take no more at entry: none, high-school,"
            " certificate, associate, bachelor, graduate, or mine.",
        ),
    ] = None,
    min_pay: Annotated[
        float | None,
        typer.Option(
            metavar="PAY",
            parser=parse_yearly,
            help="Show only roles with at least this median pay: 80000, 80k or 29/h.",
        ),
    ] = None,
    min_growth: Annotated[
        float | None,
        typer.Option(
            metavar="PERCENT", help="Show only roles projected to grow at least this much."
        ),
    ] = None,
    remote: Annotated[
        bool, typer.Option("--remote", help="Show only roles that can be done remotely.")
    ] = False,
    sort: Annotated[
        str | None,
        typer.Option(
            metavar="ORDER",
            autocompletion=complete_order,
            help="Sort by name, pay, growth, fit (interests), ready (skills) or alike (your job).",
        ),
    ] = None,
    area: AreaOption = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", "-n", min=1, max=100_000, help="Show at most this many."),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            help="Show occupations as well as guides; in moves, show every role that is near.",
        ),
    ] = False,
) -> "Listing":
    """The filters, and the order, of every command that lists roles."""
    from careercli.app.filters import ORDERS, Listing, RoleFilter, parse_choice

    roles = RoleFilter(
        family=family,
        min_pay=min_pay,
        min_growth=min_growth,
        skills=tuple(skill or ()),
        interest=interest,
        remote=remote,
        occupations=everything,
        education=education,
        study=study,
    )
    order = parse_choice("--sort", sort, ORDERS) if sort else None
    return Listing(roles, order, limit, area)


def filters(command: Callable[..., Result | None]) -> Callable[..., Result | None]:
    """A command that lists roles: the filters and the order reach it as `listing`.

    One that has an area of its own keeps that.
    """
    own = inspect.signature(command).parameters
    added = inspect.signature(_listing).parameters
    parameters = {name: added[name] for name in added if name not in own}

    def run(*args: Any, **options: Any) -> Result | None:
        listing = _listing(**{name: options.pop(name) for name in parameters})
        return command(*args, listing=listing, **options)

    return _with_parameters(run, command, parameters)


def _with_parameters(
    run: Callable[..., Any], command: Callable[..., Any], more: Mapping[str, inspect.Parameter]
) -> Callable[..., Any]:
    """`run` under the name of a command, with that one's parameters and more of its own.

    The command's `listing` is left out: `run` fills it in.
    """
    own = inspect.signature(command).parameters
    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [
        *(own[name].replace(kind=keyword) for name in own if name != "listing"),
        *(parameter for parameter in more.values() if parameter.kind is keyword),
    ]
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return run
