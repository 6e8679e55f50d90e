from careercli.cli import options
from careercli.output.stdout import Result

app = options.App()


@app.add("""
careercli list --sort pay --min-growth 5  growing roles, best paid first
careercli list --study biology --education bachelor  what a degree in it leads to
careercli list --family "healthcare support"  occupations of a family
careercli list --format csv  for a spreadsheet
""")
@options.answers
@options.filters
def list_(listing: "options.Listing", profile: options.ProfileOption = None) -> Result:
    """List roles with pay and outlook."""
    from careercli.app.search import list_answer

    return list_answer(listing, profile)
