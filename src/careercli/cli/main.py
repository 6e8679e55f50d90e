"""The program: its commands, and what becomes of errors."""

import os
import sys
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer

from careercli import __version__
from careercli.cli.help import GLOBAL, LEADING, Group
from careercli.errors import (
    CareerError,
    ClosedPipeError,
    DataError,
    ExitCode,
    UnknownNameError,
    UsageError,
)
from careercli.output.stdout import (
    JSON_SCHEMA,
    NAMED_PROFILE,
    Record,
    Result,
    as_offered,
    emit,
    say_err,
    write,
)
from careercli.output.stdout import as_json as json_text
from careercli.text import close_words, collapse_spaces

PANELS = {
    "Read a role": {
        "show": "Show what a role is, pays and asks for; in a pipe, the full guide.",
        "salary": "Show what a role pays, nationally or in a place, or rank roles by pay.",
        "tiers": "Show a role's career ladder.",
        "skills": "List the skills a role needs; with --gap, compare them with yours.",
        "day": "Show a typical working day.",
    },
    "Find a role": {
        "list": "List roles with pay and outlook.",
        "search": "Search roles by title, skill, tool or keyword.",
        "compare": "Compare roles side by side: pay, outlook, tiers, day, skills.",
        "browse": "Explore roles on a full screen: search, read, rate your skills.",
    },
    "You": {
        "start": "Answer four questions about you and see which roles are near.",
        "interests": "Answer thirty questions and find the roles that suit you.",
        "import": "Add what a résumé (PDF, Word, text and more) says to your profile.",
        "plan": "Show what to get and what to learn for a role, in order.",
        "match": "Show what a job advertisement asks for that you lack.",
        "report": "Write one page about you or a client: target, gap, skills, moves.",
        "profile": "Show or change your profile: job, target, skills, credentials.",
    },
    "Move": {
        "moves": "Find roles near yours, grouped by pay, and see what each takes.",
        "path": "Find the way from one role to another, and what each step takes.",
    },
    "Data": {
        "guide": "Write, check, add or remove your own guides; by itself, list them.",
        "sources": "Show where figures come from and how new they are; add newer ones.",
    },
    "Help": {
        "help": "Explain a command, or one of the topics levels, sources, formats and methods.",
        "doctor": "Show where your data is, and check stores, terminal and profiles.",
        "completion": "Print the script that completes commands, roles and skills in a shell.",
    },
}
"""The panels of the help, with what each command does, as its own help says it: the help is the
first thing that anybody types, and should not have to import every command."""
COMMANDS = [name for commands in PANELS.values() for name in commands]
MEANT = {
    "learn": "plan",
    "courses": "plan",
    "gap": "skills --gap",
    **dict.fromkeys(("resume", "r\u00e9sum\u00e9", "cv"), "import"),
    **dict.fromkeys(("quiz", "riasec"), "interests"),
    **dict.fromkeys(("jobs", "roles", "careers", "occupations"), "list"),
    **dict.fromkeys(("ad", "ads", "apply"), "match"),
}
"""Words that are typed for a command -> the one that answers."""
MODULES = {"import": "import_"}
"""The modules of commands whose name cannot be a module's."""


class LazyCommands(dict[str, Any]):
    """Command name -> command; imports careercli.cli.commands.NAME when it is first looked up."""

    def get(self, name: str, default: Any = None) -> Any:
        if name in self and self[name] is None:
            module = import_module(f"careercli.cli.commands.{MODULES.get(name, name)}")
            self[name] = typer.main.get_command(module.app)
        return super().get(name, default)


class LazyGroup(Group):
    """The root group: knows its commands' names, and what they do, without importing them."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = LazyCommands(dict.fromkeys(COMMANDS))

    def panels(self, ctx: Any) -> Mapping[str, Mapping[str, str]]:  # noqa: ARG002
        return PANELS

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is named; what is no command is a role to show, or a question."""
        if meant := MEANT.get(args[0].casefold()) if len(args) == 1 else None:
            message = f"There is no command \u201c{args[0]}\u201d."
            raise UsageError(message, hint=f"Did you mean careercli {meant}?")
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from careercli.app.bare_words import command_meant

            is_like = bool(close_words(args[0], COMMANDS, count=1, cutoff=COMMAND_LIKE))
            if meant := command_meant(args, is_like_a_command=is_like):
                args = [meant, *args]
        return super().resolve_command(ctx, args)


COMMAND_LIKE = 0.7
"""How alike a word is to a command's name, from 0 to 1, that it is taken for that mistyped."""


app = typer.Typer(
    cls=LazyGroup,
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
)


def _version(wanted: bool) -> None:
    if wanted:
        write(f"careercli {__version__}\n")
        raise typer.Exit


@app.callback()
def root(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001  # the callback does it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """A career explorer for the terminal."""
    if ctx.invoked_subcommand is None:
        from careercli.output.records.welcome import WELCOME
        from careercli.output.screens.welcome import PAGE, QUESTIONS

        emit(Result("welcome", lambda: PAGE, lambda: Record(WELCOME, QUESTIONS)))


def main(arguments: list[str] | None = None, *, mended: int = 0) -> int:
    """Runs the program and returns its exit code; see `careercli.errors.ExitCode`.

    mended: how many damaged stores were mended for it, each of which stopped a run before
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    NAMED_PROFILE.set("")
    try:
        _open_streams()
        if COMPLETE in os.environ:
            from typer._completion_classes import completion_init

            completion_init()
        arguments = todays(arguments)
        code = _program().main(args=arguments, prog_name="careercli", standalone_mode=False)
        return code if isinstance(code, int) else ExitCode.OK
    except ClosedPipeError:
        return ExitCode.CLOSED_PIPE
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except CareerError as error:
        told: CareerError | None = error
    except OSError as error:  # a folder that may not be entered, a name too long, a full disk
        where = f"{error.filename}: " if error.filename else ""
        told = CareerError(f"{where}{error.strerror or error}.")
    except Exception as error:
        told = _explained(error, arguments, mended)
    if told is None:
        return main(arguments, mended=mended + 1)
    _report(told, as_json=_wants_json(arguments))
    return told.code


@cache
def _program() -> Any:
    """The root group, with the commands that have been looked up in it."""
    return typer.main.get_command(app)


def todays(arguments: list[str]) -> list[str]:
    """A command line with global options behind the command, and in today's spelling.

    The commands that README of 0.1 shows still work, each with one line on stderr.
    """
    first: list[str] = []
    while arguments and arguments[0].partition("=")[0] in LEADING:
        name, equals, _ = arguments[0].partition("=")
        count = 1 if equals else 1 + LEADING[name]
        first += arguments[:count]
        arguments = arguments[count:]
    if not arguments:
        return first
    if arguments[0] in ("-h", "--help", "--version"):
        return arguments[:1]
    if (former := " ".join(arguments[:2])) in FORMER or (former := arguments[0]) in FORMER:
        from careercli.cli.former import spelt_today

        arguments = spelt_today(former, arguments[len(former.split()) :])
    return [arguments[0], *first, *arguments[1:]]


COMPLETE = "_CAREERCLI_COMPLETE"
"""What a shell sets that asks how a word goes on; see `careercli completion`."""
FORMER = (
    *("export", "import onet", "import oews", "import projections", "profile target"),
    *("profile current", "profile interests", "profile import", "profile export"),
)
"""Commands of 0.1 that are spelt otherwise now; see `careercli.cli.former`."""


STORES = 4
"""How many stores there are, each of which may be damaged."""
TYPES = {"float": "a number", "integer": "a whole number"}
"""Types of Typer's errors, and what people call their values."""


def _usage(error: Any) -> UsageError:
    """Typer's own usage error in this program's form."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "careercli"
    message = error.format_message()
    for type_, means in TYPES.items():
        message = message.replace(f"is not a valid {type_}.", f"isn't {means}.")
    hint = f"`{path} --help` shows how it is used."
    if message.startswith("Missing argument") and context and context.command.epilog:
        example, _, _ = context.command.epilog.strip().split("\n")[0].partition("  ")
        hint = f"For example, {example}. {hint}"
    return UsageError(message, hint=hint)


def _explained(error: Exception, arguments: list[str], mended: int) -> CareerError | None:
    """What is told of an error that is no message; None if the command is to run again.

    It runs again if a store was damaged and is mended now, and nothing was written or read that a
    second run would write or miss.
    """
    if hasattr(error, "format_message"):
        return _usage(error)
    if mended < STORES and COMPLETE not in os.environ:
        from careercli.app.open_stores import mend_stores
        from careercli.files.atomic import changed_folders

        repeatable = not changed_folders and "-" not in arguments
        try:
            if mend_stores():
                stopped = CareerError("It stopped at a damaged store.", hint="Run it again.")
                return None if repeatable else stopped
        except CareerError as failure:
            return failure
    from careercli.store.open import damage

    told = damage(error)
    if told is None and os.environ.get("CAREERCLI_DEBUG") == "1":
        raise error
    return told or _unexpected(error)


def _unexpected(error: Exception) -> CareerError:
    """What is told of an error that nothing else expects: a defect of careercli."""
    from careercli.files.atomic import changed_folders

    what = f"{type(error).__name__}: {error}".removesuffix(": ")
    changed = ", ".join(dict.fromkeys(map(str, changed_folders)))
    return CareerError(
        f"This is a defect in careercli. It stopped at {collapse_spaces(what[:200])}",
        hint=f"{f'Before that it wrote to {changed}.' if changed else 'Nothing was changed.'} "
        "Please report it on the repository's Issues tab, with your command and what it prints "
        "with CAREERCLI_DEBUG=1.",
    )


def _wants_json(arguments: list[str]) -> bool:
    """Whether the options ask for JSON, in a command line that may be wrong in other places."""
    form = ""
    valued = _valued_options(arguments)
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if argument == "--":
            break
        if argument in ("--format", "-f"):
            form = next(rest, "")
        elif name == "--format" and equals:
            form = value
        elif argument.startswith("-f"):
            form = argument.removeprefix("-f")
        elif argument in valued:
            next(rest, None)
    return form.casefold() == "json"


def _valued_options(arguments: list[str]) -> set[str]:
    """The options that take the next argument as their value, in the command that is named."""
    command: Any = _program()
    for argument in arguments:
        if argument in getattr(command, "commands", ()):
            try:
                command = command.commands.get(argument)
            except Exception:  # the command itself is what is broken
                break
    options = (param for param in command.params if not getattr(param, "is_flag", True))
    own = (flag for option in options for flag in option.opts)
    return {*own, *(flag for flag, values in GLOBAL.items() if values)}


def _report(error: CareerError, *, as_json: bool) -> None:
    """Writes to stderr what was wrong, where, and what to do; nothing where words are completed."""
    if COMPLETE in os.environ:
        return
    if as_json:
        envelope = {"kind": error.kind, "message": error.message, "hint": as_offered(error.hint)}
        say_err(json_text({"schema": JSON_SCHEMA, "error": envelope | error.details()}), end="")
        return
    lines = [f"careercli: {error.message}"]
    if isinstance(error, DataError):
        from careercli.output.screens.guides import problem_lines

        lines = list(problem_lines(error.path, error.problems))
    if isinstance(error, UnknownNameError) and error.candidates:
        lines.append("Which one?" if error.ambiguous else "Did you mean:")
        lines += [f"  {candidate}" for candidate in error.names or error.candidates]
    if error.hint:
        lines.append(error.hint)
    say_err("\n".join(lines))


def _open_streams() -> None:
    """Opens nothing where a stream was closed by the caller, as `>&-` does.

    An answer in another encoding is one that is not understood, and no error.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
