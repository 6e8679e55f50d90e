"""Where the program starts, as `careercli` and as `python -m careercli`."""

# Built in: in the time that `signal` takes to load, a Ctrl-C would end in a traceback.
import _signal as signal  # type: ignore[import-not-found]

_HEARD = signal.getsignal(signal.SIGINT) is signal.default_int_handler
if _HEARD:  # Ctrl-C while the program is still being loaded ends it without a traceback
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import gc  # noqa: E402
import sys  # noqa: E402


def entry() -> None:
    """Runs the program. Without the collector: a command's life is too short for garbage.

    Nor at its end, where Python would go through every object there is: what is frozen is left to
    the system.
    """
    gc.disable()
    from careercli.cli.main import main
    from careercli.errors import ExitCode

    try:
        if _HEARD:  # from here on drafts are removed and terminals restored first
            sys.unraisablehook = _interrupted
            signal.signal(signal.SIGINT, signal.default_int_handler)
        code = main()
        if _HEARD:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    gc.freeze()
    sys.exit(code)


def _interrupted(problem: "sys.UnraisableHookArgs") -> None:
    """Ends the program on a Ctrl-C that came in a callback of Python's, which would drop it."""
    if problem.exc_type is KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.raise_signal(signal.SIGINT)
    sys.__unraisablehook__(problem)


if __name__ == "__main__":
    entry()
