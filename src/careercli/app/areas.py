"""The states and areas that a name means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercli.app.filters import begins_words
from careercli.errors import UnknownNameError, UsageError
from careercli.model.occupation import Area
from careercli.output.stdout import say_err
from careercli.store.reader import Store
from careercli.text import normalize_name

ALL_AREAS = "all"
STATE_DIGITS = 2
"""Digits of the code of a state or territory."""
ZIP_DIGITS = 5
"""Digits of a ZIP code, and of the code of a metropolitan area."""


def named_area(store: Store, name: str) -> Area:
    """The one area that a name means. Raises UnknownNameError; UsageError for all of them."""
    if normalize_name(name) == ALL_AREAS:
        raise UsageError(
            "One place is needed here, not all of them.", hint="Give a state or a city, or us."
        )
    (area,) = named_areas(store.areas(), name)
    return area


def named_areas(known: Sequence[Area], name: str) -> list[Area]:
    """The areas meant by a name: every state, the one of that name, else the one that begins so.

    A state also answers to its abbreviation, and an area to its code and to the beginnings of
    words of its title, with its state's name in place of the abbreviation too.
    """
    folded = normalize_name(name)
    if not folded:
        raise UsageError("--area needs a name.", hint="Give a state or a city, e.g. --area texas.")
    if coded := [area for area in known if area.code == name.strip()]:
        if len(coded[0].code) == ZIP_DIGITS:
            say_err(f"{name.strip()} is taken for the code of {coded[0].title}, not a ZIP code.")
        return coded
    if folded == ALL_AREAS:
        return states(known)
    titles = {area: normalize_name(area.title) for area in known}
    fits = [
        area
        for area, title in titles.items()
        if title == folded or (len(area.code) == STATE_DIGITS and area.state.casefold() == folded)
    ]
    fits = fits or [area for area, title in titles.items() if title.startswith(folded)]
    tokens = _with_abbreviation(folded, states(known)).split()
    fits = fits or [area for area, title in titles.items() if begins_words(tokens, title.split())]
    if len(fits) == 1:
        return fits
    if fits:
        message = f"\u201c{name}\u201d fits {len(fits)} areas."
        candidates = [area.title for area in fits[:12]]
        raise UnknownNameError(message, candidates, hint="Use one of these.", ambiguous=True)
    from difflib import get_close_matches

    called = {title.split()[0]: area.title for area, title in titles.items()}
    called |= {title: area.title for area, title in titles.items()}
    close = get_close_matches(folded, called, n=4, cutoff=0.7)
    near = list(dict.fromkeys(called[words] for words in close))
    hint = "Type the nearest larger city or the state, such as tulsa or oklahoma."
    if re.fullmatch(r"\d{5}(-\d{4})?", name.strip()):
        hint = "Type the city or the state, such as tulsa or oklahoma, not the ZIP code."
    raise UnknownNameError(f"There is no area \u201c{name}\u201d.", near, hint=hint)


def states(known: Sequence[Area]) -> list[Area]:
    """The states and territories among areas."""
    return [area for area in known if len(area.code) == STATE_DIGITS]


def _with_abbreviation(folded: str, states: Sequence[Area]) -> str:
    """A name that ends with a state's, with that state's abbreviation there."""
    for state in states:
        if folded.endswith(f" {normalize_name(state.title)}"):
            return folded.removesuffix(normalize_name(state.title)) + state.state.casefold()
    return folded
