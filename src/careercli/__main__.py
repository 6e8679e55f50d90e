"""Where the program starts, as `careercli` and as `python -m careercli`."""

import gc
import sys


def entry() -> None:
    """Runs the program. Without the collector: a command's life is too short for garbage."""
    gc.disable()
    from careercli.cli.main import main

    sys.exit(main())


if __name__ == "__main__":
    entry()
