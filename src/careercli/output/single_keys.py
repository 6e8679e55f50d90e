"""Single keys from a terminal, without Enter."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def single_keys() -> Iterator[Callable[[], str]]:
    """What reads one key at a time; empty at the end of input. Ctrl-C interrupts as ever.

    The terminal is read key by key for as long as this lasts, so that none is lost in between.
    """
    if sys.platform == "win32":
        import msvcrt

        yield msvcrt.getwch
        return
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal, termios.TCSADRAIN)
    try:
        yield lambda: os.read(terminal, 1).decode("ascii", "replace").replace("\x04", "")
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)
