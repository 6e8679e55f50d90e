"""Arguments and options that several commands share, and the way help looks."""

from typing import Annotated, Any

import typer

from careercli.cli.help import Group
from careercli.model.basics import Seniority
from careercli.output.stdout import OutputFormat


def complete_role(incomplete: str) -> list[str]:
    from careercli.app.stores import open_store

    return [slug for slug, _ in open_store().slugs() if slug.startswith(incomplete.casefold())]


def complete_section(incomplete: str) -> list[str]:
    from careercli.output.screens.sections import SECTIONS

    return [section.name for section in SECTIONS if section.name.startswith(incomplete)]


def complete_skill(incomplete: str) -> list[str]:
    from careercli.app.stores import open_store

    return [skill for skill in open_store().skill_ids() if skill.startswith(incomplete.casefold())]


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
        help="table, md, json or csv; by default table on a terminal and md in a pipe.",
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


LevelOption = Annotated[
    Seniority | None,
    typer.Option(
        "--level",
        "-l",
        case_sensitive=False,
        show_default=False,
        help="entry, mid, senior or lead.",
    ),
]


OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        show_default=False,
        help="Write to this file; .md, .html or .json sets the format.",
    ),
]


ForceOption = Annotated[
    bool,
    typer.Option("--force", help="Let -o replace a file that careercli didn't write."),
]


def app(**settings: Any) -> typer.Typer:
    """A Typer application of this program's kind."""
    return typer.Typer(cls=Group, rich_markup_mode=None, add_completion=False, **settings)
