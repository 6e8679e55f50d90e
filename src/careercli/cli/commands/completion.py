from typing import Annotated

import typer

from careercli.cli import options
from careercli.output.stdout import write

app = options.App()

SHELLS = ("bash", "zsh", "fish")


def complete_shell(incomplete: str) -> list[str]:
    return [shell for shell in SHELLS if shell.startswith(incomplete)]


@app.add("""
careercli completion bash >> ~/.bashrc  roles, parts, skills and options complete with Tab
careercli completion zsh > ~/.zfunc/_careercli
careercli completion fish > ~/.config/fish/completions/careercli.fish
""")
def completion(
    shell: Annotated[
        str,
        typer.Argument(
            metavar="bash|zsh|fish", autocompletion=complete_shell, help="The shell you use."
        ),
    ],
) -> None:
    """Print the script that completes commands, roles and skills in a shell."""
    from typer._completion_shared import get_completion_script

    from careercli.app.filters import parse_choice

    chosen = parse_choice("The shell", shell, SHELLS)
    write(
        get_completion_script(
            prog_name="careercli", complete_var="_CAREERCLI_COMPLETE", shell=chosen
        )
        + "\n"
    )
