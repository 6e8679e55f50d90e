"""What careercli works out: roles and marks in, data out. Knows no store, no Typer, no Rich."""
