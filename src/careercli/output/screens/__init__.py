"""What each screen says: data in, a page out. Knows no store, no Typer, no Rich."""
