"""What careercli works out: roles and ratings in, data out. Knows no store, no Typer, no Rich."""
