"""The command line: what is typed, and how help looks."""
