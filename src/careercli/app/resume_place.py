"""The area of the wage survey in which the writer of a résumé lives."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from careercli.app.places import states, whole_place
from careercli.core.title_words import STATE_NAMES
from careercli.errors import UnknownNameError
from careercli.files.resume_education import SuggestedFact
from careercli.files.resume_places import STATE_CODES, NamedPlace, places_in_heading
from careercli.files.text_input import TextDocument
from careercli.store.reader import Store
from careercli.text import normalize_name


def place_fact(store: Store, reading: TextDocument) -> SuggestedFact | None:
    """The place that the top of a résumé names, as the area whose pay is known: the town's, else
    the state; None without one."""
    named = _located(reading.data) if reading.data else places_in_heading(reading.text)
    for place in named:
        if area := _area(store, place):
            return SuggestedFact("place", area, place.where, place.words)
    return None


def _located(resume: Mapping[str, Any]) -> Iterator[NamedPlace]:
    """The place of a JSON Resume."""
    basics = resume.get("basics")
    location = basics.get("location") if isinstance(basics, dict) else None
    if not isinstance(location, dict):
        return
    city, region, country = (
        value if isinstance(value := location.get(key), str) else ""
        for key in ("city", "region", "countryCode")
    )
    state = STATE_CODES.get(normalize_name(region), normalize_name(region))
    if state in STATE_NAMES and country.upper() in ("", "US", "USA"):
        words = ", ".join(part for part in (city, region) if part)
        yield NamedPlace("basics.location", words, city, state, is_sure=True)


MOST_WORDS = 3
"""Words of the name of a town, at most."""


def _area(store: Store, place: NamedPlace) -> str:
    """The title of the town's area, else of the state if the words are sure to be a place."""
    words = place.city.split()
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        town = " ".join(words[-count:])
        for name in (town, f"{town} city", f"urban {town}"):  # Boise City, Urban Honolulu
            with suppress(UnknownNameError):
                if area := whole_place(store, f"{name} {place.state}"):
                    return area
    if not place.is_sure:
        return ""
    known = (state.title for state in states(store.areas()) if state.state.lower() == place.state)
    return next(known, "")
