"""Questions one after the other, as `profile rate` asks them."""

from collections.abc import Callable

from careercli.output.stdout import read_answer

ORIGIN = "rate"


QUIT, BACK, SKIP = "q", "b", ""


def ask_in_turn(count: int, ask: Callable[[int], str]) -> None:
    """Asks questions by their places until all are answered, or one answer is QUIT."""
    index = 0
    while index < count:
        answer = ask(index)
        if answer == QUIT:
            return
        index = max(index - 1, 0) if answer == BACK else index + 1


def read_rating(prompt: str) -> str:
    """An answer: QUIT, BACK and SKIP for all that means so; QUIT at the end too."""
    line = read_answer(prompt)
    if line is None or line.casefold() in (QUIT, "quit"):
        return QUIT
    return BACK if line.casefold() in (BACK, "back") else line
