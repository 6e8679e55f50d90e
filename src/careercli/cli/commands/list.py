from typing import TYPE_CHECKING

from careercli.cli import options
from careercli.cli.help import Command
from careercli.output.stdout import Result

if TYPE_CHECKING:
    from careercli.app.filters import Listing

app = options.app()


@app.command(
    "list",
    cls=Command,
    epilog="""
careercli list --sort pay --min-growth 5  growing roles, best paid first
careercli list --study biology --education bachelor  what a degree in it leads to
careercli list --family "healthcare support"  occupations of a family
careercli list --format csv  for a spreadsheet
""",
)
@options.answers
@options.filters
def list_roles(listing: "Listing", profile: options.ProfileOption = None) -> Result:
    """List roles with pay and outlook."""
    from careercli.app.search import list_answer

    return list_answer(listing, profile)
