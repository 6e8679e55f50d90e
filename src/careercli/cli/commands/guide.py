from pathlib import Path
from typing import Annotated

import typer

from careercli.cli import options
from careercli.errors import ExitCode
from careercli.output.stdout import Result, emit_json

app = options.App(invoke_without_command=True)


@app.callback(
    epilog="""
careercli guide new florist  a commented skeleton to fill in
careercli guide check florist.toml  every problem in a file at once
careercli guide add florist.toml  every command knows it then
"""
)
@options.answers
def guide(ctx: typer.Context) -> Result | None:
    """Write, check, add or remove your own guides; by itself, list them."""
    if ctx.invoked_subcommand is not None:
        return None
    from careercli.app.guides import guides_answer

    return guides_answer()


@app.add("""
careercli guide check my-role.toml  every problem in a file at once
careercli guide check --strict data/roles/*.toml  warnings count as problems
""")
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE...]", help="Guides in TOML; your own if you give none."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Treat warnings as problems.")] = False,
    against: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE.xlsx", help="Compare figures with this survey or projections workbook."
        ),
    ] = None,
    form: options.FormatOption = None,
) -> None:
    """Check guides for problems and weak spots.

    Problems make a guide unusable; warnings (missing or thin parts, placeholders, sentences that
    two guides share, skills that aren't in the vocabulary, links to no role) don't.
    """
    from careercli.app.guides import check_files

    if not check_files(files or [], form, against or [], strict=strict):
        raise typer.Exit(ExitCode.FAILED)


@app.add("""
careercli guide new florist  write florist.toml here
""")
def new(slug: Annotated[str, typer.Argument(metavar="SLUG")]) -> None:
    """Create a commented template of a guide."""
    from careercli.app.guides import write_skeleton

    write_skeleton(slug)


@app.add("""
careercli guide add florist.toml  one guide
careercli guide add our-ladder/  every guide in a folder
""")
def add(files: Annotated[list[Path], typer.Argument(metavar="FILE|FOLDER...")]) -> None:
    """Add guides of your own. A guide with a bundled guide's slug replaces it."""
    from careercli.app.guides import add_guides

    add_guides(files)


@app.add("""
careercli guide remove florist
""")
def remove(slug: Annotated[str, typer.Argument(metavar="SLUG")]) -> None:
    """Remove a guide that you added."""
    from careercli.app.guides import remove_guide

    remove_guide(slug)


@app.add("""
careercli guide schema > guide.schema.json  for an editor that reads JSON Schema
""")
def schema() -> None:
    """Print the format of a guide as JSON Schema."""
    from careercli.files.guide_schema import guide_schema

    emit_json(guide_schema())
