"""The survey's pay beside what an advertisement pays: whose it is, and of which place."""

import re
from collections.abc import Sequence

from careercli.app.places import named_area
from careercli.core.match import BesideSurvey
from careercli.core.pay import PERCENTILES, percentiles_of
from careercli.core.reading.advertisement_places import cities, places
from careercli.core.title_words import OTHER_MEANINGS
from careercli.errors import CareerError
from careercli.model.basics import (
    HOURS_A_YEAR,
    Pay,
    PayPoint,
    RoleRow,
    code_of,
    is_occupation,
)
from careercli.model.datasets import Area
from careercli.store.reader import Store
from careercli.text import normalize_name


def survey_beside(store: Store, key: str, text: str, own_place: str) -> BesideSurvey | None:
    """The survey's percentiles of a role: in the place that a text names, else in the person's own,
    else of the country. None if the survey has none.

    own_place: the profile's; it isn't where somebody works who may work anywhere
    """
    (row,) = store.rows([key])
    occupation = store.get(key).occupation if is_occupation(key) else None
    code = code_of(key) or (row.nearest.code if row.nearest else "")
    title, area = _area(store, text)
    is_own = False
    if not area and own_place and not _ANYWHERE.search(text):
        title, area = _own_area(store, own_place)
        is_own = bool(area)
    series: Pay | None = None
    if area and code:
        paid = store.area_pay((occupation.survey if occupation else "") or code[:7], area)
        series = _by_year(paid[0].pay, title) if paid and paid[0].pay else None
    is_own = is_own and series is not None
    series = series or _by_year(percentiles_of(row) or row.hourly, "U.S.")
    group = (occupation.counted_in if occupation else "") or _broader(row)
    return BesideSurvey(series, group, in_own_place=is_own) if series else None


_ANYWHERE = re.compile(r"\b(?:remote|work from home|anywhere in the (?:us|u\.s\.))", re.IGNORECASE)


def _own_area(store: Store, place: str) -> tuple[str, str]:
    """Title and code of the profile's place; empty if it isn't known."""
    try:
        area = named_area(store, place)
    except CareerError:
        return "", ""
    return area.title, area.code


def _broader(row: RoleRow) -> str:
    """The larger group whose pay a guide has, if it has no pay of its own in the survey."""
    nearest = row.nearest
    return nearest.title if nearest and nearest.match == "broader" else ""


def _by_year(series: Pay | None, place: str) -> Pay | None:
    if series is None:
        return None
    hours = HOURS_A_YEAR if series.unit == "USD/hour" else 1
    points: dict[PayPoint, float] = {
        name: hours * series.points[name] for name in PERCENTILES if name in series.points
    }
    return series._replace(points=points, place=place, unit="USD/year") if points else None


def _area(store: Store, text: str) -> tuple[str, str]:
    """Title and code of the area that a text names; empty without one."""
    beginning = text[:3000]
    known = store.areas()
    if ", " not in beginning:
        return _city_alone(known, beginning)
    states = {area.state: area for area in known if area.is_state}
    for state, area in states.items():
        beginning = beginning.replace(f", {area.title}", f", {state}")
    candidates = list(places(beginning))[:6]
    titles = {area: normalize_name(area.title).split() for area in known}
    for city, state in candidates:
        tokens = [*normalize_name(city).split(), state.casefold()]
        for area, words in titles.items():
            if state in states and all(token in words for token in tokens):
                return area.title, area.code
    for _, state in candidates:
        is_place = state.lower() not in OTHER_MEANINGS or f", {state}" in beginning
        if state in states and is_place:  # "Req ID" is no place
            return states[state].title, states[state].code
    return _city_alone(known, beginning)


def _city_alone(known: Sequence[Area], text: str) -> tuple[str, str]:
    """Title and code of the only area with a city that the first lines name without its state."""
    for city in cities(text):
        named = [area for area in known if city in area.title.partition(",")[0].split("-")]
        if len(named) == 1 and not named[0].is_state:
            return named[0].title, named[0].code
    return "", ""
