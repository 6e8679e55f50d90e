"""Words in a text that tell something, looked for in lower case and compiled when they're needed.

Ignoring case costs a pattern twice the time, to compile and to search; so texts are lowered once.
"""

import re
from collections.abc import Iterator
from functools import cached_property


class Cue:
    """A pattern for text in lower case.

    hints: every text that it matches has one of these words in it, so that others are told at
        once; without any, each text is searched
    """

    def __init__(self, pattern: str, hints: str = "") -> None:
        self._pattern = pattern
        self._hints = hints.split()

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern)

    def _may_be_in(self, text: str) -> bool:
        for hint in self._hints:  # any() takes twice the time
            if hint in text:
                return True
        return not self._hints

    def search(self, text: str) -> re.Match[str] | None:
        """The first place that it matches."""
        return self._compiled.search(text) if self._may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place that it matches."""
        return self._compiled.finditer(text) if self._may_be_in(text) else iter(())


def lowered(text: str) -> str:
    """A text in lower case, each letter in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
