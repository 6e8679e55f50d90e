from careercli.cli import options
from careercli.output.stdout import Result

app = options.App()


@app.add("""
careercli doctor  what to put in a bug report
""")
@options.answers
def doctor() -> Result:
    """Show where your data is, and check stores, terminal and profiles."""
    from careercli.app.doctor import doctor_answer

    return doctor_answer()
