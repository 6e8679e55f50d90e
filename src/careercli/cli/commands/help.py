from typing import Annotated, Any

import typer

from careercli.cli import options
from careercli.cli.help import show_help
from careercli.errors import UnknownNameError
from careercli.output.stdout import Record, Result

app = options.App()

TOPICS = ("levels", "sources", "formats", "methods")


def complete_subject(incomplete: str) -> list[str]:
    from careercli.cli.main import COMMANDS

    return options.starting(incomplete, (*COMMANDS, *TOPICS))


@app.add("""
careercli help moves  a command's help
careercli help levels  what the levels of skills and jobs are
careercli help formats  files, JSON, exit codes
""")
@options.answers
def help_(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[COMMAND|TOPIC]",
            autocompletion=complete_subject,
            help="A command, or levels, sources, formats or methods.",
        ),
    ] = None,
) -> Result | None:
    """Explain a command, or one of the topics levels, sources, formats and methods."""
    from careercli.output.records.welcome import HELP
    from careercli.output.screens.topics import TOPICS as PAGES

    root: Any = ctx.find_root().command
    asked = words or []
    if len(asked) == 1 and asked[0] in PAGES:
        topic = asked[0]

        def record() -> Record:
            from careercli.output.render.markdown import markdown

            return Record(HELP, (topic, markdown(PAGES[topic])))

        return Result("help", lambda: PAGES[topic], record)
    command, path = root, "careercli"
    for word in asked:
        inner = getattr(command, "commands", {}).get(word)
        if inner is None:
            raise UnknownNameError(
                f"There is no help on \u201c{' '.join(asked)}\u201d.",
                [],
                hint=f"Commands are listed by `careercli --help`; topics are {', '.join(PAGES)}.",
            )
        command, path = inner, f"{path} {word}"
    show_help(command, command.make_context(path, [], resilient_parsing=True))
    return None
