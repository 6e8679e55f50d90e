"""The way help looks, and options that any command takes."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from careercli.output.page import Page


EXAMPLES = {
    "Read a role": "careercli show product-coordinator",
    "Find a role": "careercli search grade school teacher",
    "You": "careercli start",
    "Move": "careercli moves product-coordinator",
    "Data": "careercli guide check my-role.toml",
    "Help": "careercli help levels",
}


GLOBAL = {"--format": 1, "-f": 1, "--profile": 1, "-p": 1, "--no-pager": 0}
"""Options that are taken after any command, with how many values each has."""
VALUED = ("--output", "-o", "--area", "-a", "--level", "-l", "--with", "--columns")
LEADING = {**GLOBAL, **dict.fromkeys(VALUED, 1), **dict.fromkeys(("--force", "--why", "-y"), 0)}
"""Options that mean the same in each command that has them, so they may go before it, too."""


class Command(TyperCommand):
    """A command whose help is a page like any other, and which takes every global option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = {flag for param in self.params for flag in param.opts}
        self._refuse_repeated(args)
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

    def _refuse_repeated(self, args: list[str]) -> None:
        """Raises UsageError for an option that takes one value, and was given two."""
        valued = {
            flag: param.name
            for param in self.params
            for flag in param.opts
            if flag.startswith("-") and not (param.multiple or getattr(param, "is_flag", False))
        }
        given: dict[str | None, str] = {}
        rest = iter(args)
        for arg in rest:
            flag, equals, value = arg.partition("=")
            if arg == "--":
                return
            if flag in valued:
                value = value if equals else next(rest, "")
                first = given.setdefault(valued[flag], value)
                if first != value:
                    from careercli.errors import UsageError

                    message = f"{flag} has two values, \u201c{first}\u201d and \u201c{value}\u201d."
                    raise UsageError(message, hint="Give one of them.")

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        show_help(self, ctx)


class Group(TyperGroup):
    """A group whose help is a page like any other."""

    def panels(self, ctx: Any) -> Mapping[str, Mapping[str, str]]:
        """The commands by the headings under which the help has them, with what each does."""
        commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        return {"Commands": {name: _paragraphs(command)[0] for name, command in commands.items()}}

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        show_help(self, ctx)


def show_help(command: Any, ctx: Any) -> None:
    """Writes the help as any answer is written, and ends the program."""
    from careercli.output.stdout import Record, Result, emit, write

    page = help_page(command, ctx)
    if sys.stdout.isatty():
        from careercli.output.records.welcome import HELP

        emit(Result("help", lambda: page, lambda: Record(HELP, None)), pager=False)
    else:
        from careercli.output.render.markdown import markdown, without_escapes

        write(without_escapes(markdown(page)))
    raise typer.Exit


def help_page(command: Any, ctx: Any) -> "Page":
    """A command's help: what it does, how it is typed, its options and examples."""
    from careercli.output.page import Block, Commands, Heading, Paragraph, Title

    usage = " ".join([ctx.command_path, *command.collect_usage_pieces(ctx)])
    what, *more = _paragraphs(command)
    blocks: list[Block] = [Title(what), Commands(((usage, ""),)), *map(Paragraph, more)]
    rows = [param.get_help_record(ctx) for param in command.get_params(ctx)]
    options = tuple(filter(None, rows))
    if isinstance(command, Group):
        for title, commands in command.panels(ctx).items():
            blocks += [Heading(title, EXAMPLES.get(title, "")), Commands(tuple(commands.items()))]
    blocks += [Heading("Options"), Commands(options)]
    if command.epilog:
        examples = [line.strip().partition("  ") for line in command.epilog.strip().splitlines()]
        rows = [(typed, what.strip()) for typed, _, what in examples]
        blocks += [Heading("Examples"), Commands(tuple(rows))]
    return tuple(blocks)


def _paragraphs(command: Any) -> list[str]:
    return [" ".join(text.split()) for text in (command.help or "").strip().split("\n\n")]
