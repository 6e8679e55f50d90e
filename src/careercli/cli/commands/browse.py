import os
import sys

import typer

from careercli.cli import options
from careercli.errors import CareerError, UsageError
from careercli.output.stdout import is_interactive

app = options.App()

FRAMES = "240"
"""Frames a second at most, drawn only where something changed. What a key finds is there with the
second frame, for which nobody should wait the 33 ms that Textual's own 60 make.
"""


@app.add("""
careercli browse  every role, on a full screen; ? shows the keys
careercli browse --family trades --sort pay  only some of them
""")
@options.filters
def browse(listing: "options.Listing", profile: options.ProfileOption = None) -> None:
    """Explore roles on a full screen: search, read, rate your skills."""
    kind = os.environ.get("TERM")
    if sys.stdout.isatty() and kind in ("dumb", "unknown"):
        raise UsageError(
            f"browse can't draw on a terminal that is \u201c{kind}\u201d by $TERM.",
            hint="`careercli list` and `careercli show ROLE` can.",
        )
    if not (is_interactive() and sys.stdout.isatty()):
        raise UsageError(
            "browse needs a terminal.", hint="`careercli show ROLE` also works through a pipe."
        )
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    try:
        from careercli.browse.app import Explorer
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "textual":
            raise
        raise CareerError(
            "browse needs Textual: install careercli[browse] (README, Browse)."
        ) from None
    import gc

    from careercli.browse.session import Session

    explorer = Explorer(Session(profile, listing))
    gc.enable()  # the other commands are over before there is garbage
    explorer.run()
    if explorer.failure:
        failed = type(explorer.failure).__name__
        words = " ".join(str(explorer.failure).split())[:200]
        raise CareerError(f"browse stopped at an error of its own: {failed}: {words}")
    raise typer.Exit(explorer.return_code or 0)
