"""One module a command: reads what was typed, asks the core, hands the answer to the output.

A module here is imported when its command is used, so it imports what is light at the top and
the rest inside the function.
"""
