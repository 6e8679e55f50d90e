"""The JSON and CSV forms of every answer."""
