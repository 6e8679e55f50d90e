"""What words without a command mean: the name of a role, a wish or a question."""

from collections.abc import Sequence
from itertools import takewhile

from careercli.app.open_stores import open_store
from careercli.app.places import is_role
from careercli.app.role_questions import OPENINGS
from careercli.core.search_wishes import parse_question


def command_meant(typed: Sequence[str], *, is_like_a_command: bool) -> str:
    """`show` for the name of a role, `search` for a question or a wish; else `show`, or nothing
    if the first word is like a command's name.

    typed: the words, with options behind them
    """
    words = [*takewhile(lambda word: not word.startswith("-"), typed)]
    store = open_store()
    if is_role(store, words):
        return "show"
    if is_like_a_command and words[0].casefold() not in OPENINGS:
        return ""
    text = " ".join(words)
    asked = parse_question(text, lambda name: is_role(store, [name])) if len(words) > 1 else None
    is_question = asked and (words[0].casefold() in OPENINGS or asked.wishes or asked.said)
    return "search" if is_question else "show"
