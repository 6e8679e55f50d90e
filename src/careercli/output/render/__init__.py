"""How pages look: `terminal` is the only room that imports Rich, `markdown` imports nothing."""
