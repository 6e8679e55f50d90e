"""Arguments and options that several commands share, and the way help looks."""

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup

from careercli.model import Level
from careercli.output import Form

if TYPE_CHECKING:
    from careercli.page import Page

EXAMPLES = {
    "Read a role": "careercli show product-coordinator",
    "Find a role": "careercli search grade school teacher",
    "You": "careercli skills --gap",
    "Move": "careercli moves product-coordinator",
    "Data": "careercli guide check my-role.toml",
}


def complete_role(incomplete: str) -> list[str]:
    from careercli.store import Store

    return [slug for slug, _ in Store().slugs() if slug.startswith(incomplete.casefold())]


def complete_section(incomplete: str) -> list[str]:
    from careercli.views.role import SECTIONS

    return [section.name for section in SECTIONS if section.name.startswith(incomplete)]


def complete_skill(incomplete: str) -> list[str]:
    from careercli.store import Store

    return [skill for skill in Store().skill_ids() if skill.startswith(incomplete.casefold())]


RoleWords = Annotated[
    list[str],
    typer.Argument(
        metavar="ROLE", autocompletion=complete_role, help="Slug, title, or how either begins."
    ),
]
SomeRoleWords = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ROLE]", autocompletion=complete_role, help="Slug, title, or how either begins."
    ),
]
FormOption = Annotated[
    Form | None,
    typer.Option(
        "--format",
        "-f",
        case_sensitive=False,
        show_default=False,
        help="table on a terminal, md through a pipe; or json, csv.",
    ),
]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Print at once, without a pager.")]
ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        "-p",
        metavar="NAME|FILE",
        show_default=False,
        help="Another profile than your own (also CAREERCLI_PROFILE).",
    ),
]


LevelOption = Annotated[
    Level | None,
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
        help="A file ending in .md, .html or .json, in place of standard output.",
    ),
]


GLOBAL = {"--format": 1, "-f": 1, "--profile": 1, "-p": 1, "--no-pager": 0}
"""Options that are taken after any command, with how many values each has."""


class Command(TyperCommand):
    """A command whose help is a page like any other, and which takes every global option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = {flag for param in self.params for flag in param.opts}
        kept: list[str] = []
        rest = iter(args)
        for arg in rest:
            flag, equals, _ = arg.partition("=")
            if arg == "--":
                kept += [arg, *rest]
            elif flag in GLOBAL and flag not in own:
                if GLOBAL[flag] and not equals:
                    next(rest, None)
            else:
                kept.append(arg)
        return super().parse_args(ctx, kept)

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        _show_help(self, ctx)


class Group(TyperGroup):
    """A group whose help is a page like any other.

    summaries: command -> panel and what it does, where that is known without importing it
    """

    summaries: ClassVar[Mapping[str, tuple[str, str]]] = {}

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        _show_help(self, ctx)


def app(**settings: Any) -> typer.Typer:
    """A Typer application of this program's kind."""
    return typer.Typer(cls=Group, rich_markup_mode=None, add_completion=False, **settings)


def _show_help(command: Any, ctx: Any) -> None:
    """Writes the help as any answer is written, and ends the program."""
    from careercli.output import Answer, give

    page = help_page(command, ctx)
    give(Answer("help", {}, lambda: page), pager=False)
    raise typer.Exit


def help_page(command: Any, ctx: Any) -> "Page":
    """A command's help: what it does, how it is typed, its options and examples."""
    from careercli.page import Block, Commands, Heading, Paragraph, Title

    usage = " ".join([ctx.command_path, *command.collect_usage_pieces(ctx)])
    what, *more = (command.help or "").strip().split("\n\n")
    blocks: list[Block] = [Title(" ".join(what.split())), Commands(((usage, ""),))]
    blocks += [Paragraph(" ".join(text.split())) for text in more]
    rows = [param.get_help_record(ctx) for param in command.get_params(ctx)]
    options = tuple((first, second) for first, second in filter(None, rows))
    if isinstance(command, Group):
        panels: dict[str, list[tuple[str, str]]] = {}
        for name in command.list_commands(ctx):
            if name in command.summaries:
                title, summary = command.summaries[name]
            else:
                inner: Any = command.get_command(ctx, name)
                title, summary = "Commands", inner.get_short_help_str(90)
            panels.setdefault(title, []).append((name, summary))
        for title, commands in panels.items():
            blocks += [Heading(title, EXAMPLES.get(title, "")), Commands(tuple(commands))]
    if options:
        blocks += [Heading("Options"), Commands(options)]
    if command.epilog:
        examples = [line.strip().partition("  ") for line in command.epilog.strip().splitlines()]
        blocks += [
            Heading("Examples"),
            Commands(tuple((one, what.strip()) for one, _, what in examples)),
        ]
    return tuple(blocks)


def interactive() -> bool:
    """Whether somebody is there to answer a question."""
    return sys.stdin.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
