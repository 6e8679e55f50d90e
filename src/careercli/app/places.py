"""The place whose pay and jobs are shown, and the states and areas that a name means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from careercli.app.open_stores import open_store
from careercli.errors import CareerError, UnknownNameError, UsageError
from careercli.files import locations
from careercli.output.stdout import say_err
from careercli.store.reader import Store
from careercli.text import begins_words, close_words, normalize_name

if TYPE_CHECKING:
    from careercli.model.datasets import Area, AreaPay
    from careercli.model.role import Role

COUNTRY = frozenset({"us", "usa", "u s", "u s a", "united states", "country"})
"""What the whole country is called."""
NATION = "99"
"""Its code among areas."""
ALL_AREAS = "all"
ZIP_DIGITS = 5
"""Digits of a ZIP code, and of the code of a metropolitan area."""


def open_store_in(area: str | None, profile_name: str | None = None) -> Store:
    """Every store there is, with the pay and jobs of a place. Raises UnknownNameError.

    area: a name; None for the place of the profile, or the country without one
    """
    store = open_store()
    name = area or _own_place(profile_name)
    if name and normalize_name(name) not in COUNTRY:
        try:
            store.settle(named_area(store, name))
        except UnknownNameError as error:
            if area:
                raise
            say_err(f"{error.message} It is your profile's place; pay is of the U.S.")
    return store


def named_area(store: Store, name: str) -> Area:
    """The one area that a name means. Raises UnknownNameError; UsageError for all of them."""
    if normalize_name(name) == ALL_AREAS:
        raise UsageError("Give one place here, not all.", hint="Give a state, a city or us.")
    (area,) = named_areas(store.areas(), name)
    return area


def named_areas(known: Sequence[Area], name: str) -> list[Area]:
    """The areas meant by a name: every state, the one of that name, else the one that begins so.

    A state also answers to its abbreviation, and an area to its code and to the beginnings of
    words of its title, with its state's name in place of the abbreviation too, and a metropolitan
    area to what people call it.
    """
    from careercli.core.area_nicknames import is_called, spelled_as_titles

    folded = spelled_as_titles(normalize_name(name))
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
        if title == folded or (area.is_state and area.state.casefold() == folded)
    ]
    if fits and (city := next((a for a in known if is_called(a.code, titles[a], folded)), None)):
        first, _, _ = city.title.partition("-")
        say_err(f"\u201c{name.strip()}\u201d is taken for {fits[0].title}, not {first}.")
    tokens = _with_abbreviation(known, folded)
    short = " ".join(tokens)
    fits = fits or [area for area, title in titles.items() if is_called(area.code, title, short)]
    fits = fits or [area for area, title in titles.items() if title.startswith(folded)]
    fits = fits or [area for area, title in titles.items() if begins_words(tokens, title.split())]
    if len(fits) == 1:
        return fits
    if fits:
        message = f"\u201c{name}\u201d matches {len(fits)} areas."
        candidates = [area.title for area in fits[:12]]
        raise UnknownNameError(message, candidates, hint="Use one of these.", ambiguous=True)
    raise _unknown_area(known, name)


def _with_abbreviation(known: Sequence[Area], folded: str) -> list[str]:
    """The words of a folded name; a state at its end has its abbreviation."""
    for state in _longest_first(known):
        title = normalize_name(state.title)
        if folded.endswith(f" {title}"):
            return [*folded.removesuffix(title).split(), state.state.casefold()]
    return folded.split()


def _unknown_area(known: Sequence[Area], name: str) -> UnknownNameError:
    """The error for a name that no area has, with areas of similar names; if the words name a
    state, also with its areas outside cities."""
    folded = normalize_name(name)
    titles = {area: normalize_name(area.title) for area in known}
    called = {title.split()[0]: area.title for area, title in titles.items()}
    called |= {title: area.title for area, title in titles.items()}
    close = close_words(folded, called, count=4, cutoff=0.7)
    near = list(dict.fromkeys(called[words] for words in close))
    hint = "Type the nearest larger city or the state, such as tulsa or oklahoma."
    if state := _state_in(name, known):
        there = [area for area in known if area.state == state.state and area != state]
        rural = [area.title for area in there if area.kind == "nonmetropolitan"]
        cities = {area.title for area in there} - {*rural}
        near = [*(title for title in near if title in cities), *rural]
        if rural:
            hint = f"Outside cities pay is published for nonmetropolitan areas. {hint}"
    if re.fullmatch(r"\d{5}(-\d{4})?", name.strip()):
        hint = "Type the city or the state, such as tulsa or oklahoma, not the ZIP code."
    return UnknownNameError(f"There is no area \u201c{name}\u201d.", near, hint=hint)


def _state_in(name: str, known: Sequence[Area]) -> Area | None:
    """The state that words name, or end with the abbreviation of, as in "Alpine, TX"."""
    folded, last = normalize_name(name), re.search(_ABBREVIATION, name.strip())
    for state in _longest_first(known):
        if f" {normalize_name(state.title)} " in f" {folded} ":
            return state
    abbreviated = last[0].strip(", ").upper() if last else ""
    return next((state for state in states(known) if state.state == abbreviated), None)


_ABBREVIATION = r", ?[A-Za-z]{2}$| [A-Z]{2}$"


def _longest_first(known: Sequence[Area]) -> list[Area]:
    """The states, West Virginia before Virginia."""
    return sorted(states(known), key=lambda state: -len(state.title))


def states(known: Sequence[Area]) -> list[Area]:
    """The states and territories among areas."""
    return [area for area in known if area.is_state]


def place_of(store: Store) -> str:
    """The name of the place that was chosen; empty for the country."""
    return store.place.title if store.place else ""


def wider_than_place(store: Store) -> str:
    """The options for more than the place that was chosen; empty for the country."""
    if not store.place:
        return ""
    state = [] if store.place.is_state else [f"-a {store.place.state.casefold()}"]
    return " or ".join([*state, "-a us"])


def say_unpublished(store: Store, role: Role) -> None:
    """Says why the survey has no pay of a role in the place that was chosen, if it hasn't."""
    if not store.place:
        return
    from careercli.core.pay import survey_of

    if survey_of(role) is not None:
        return
    title = role.name or role.title
    there, country = (area_pay_of(store, role, code) for code in (store.place.code, NATION))
    if not (country and country.pay):
        say_err(f"The survey publishes no pay for {title} in any place.")
        return
    why = "isn't in this release: none or too few were counted there"
    if there:
        counted = f"{there.employment.value:,.0f} jobs were" if there.employment else "some were"
        why = f"is suppressed: {counted} counted there, but no wage is released"
    say_err(
        f"The survey's pay for {title} in {store.place.title} {why}. --area us shows the country's."
    )


def survey_code(role: Role) -> str:
    """The code by which the survey counts a role; empty if it doesn't."""
    code = role.soc.code if role.soc else ""
    return (role.occupation.survey or code) if role.occupation else code


def area_pay_of(store: Store, role: Role, area: str) -> AreaPay | None:
    """The survey's figures of a role in the area with a code; None if it doesn't count it there."""
    code = survey_code(role)
    return next(iter(store.area_pay(code, area)), None) if code else None


PLACE_WORDS = 3
"""Words that a place behind a role may have, such as `salt lake city`."""
JOINING = ("in", "near", "around", "at")
"""Words between a role and its place."""
JOBS = ("jobs", "job", "careers", "career", "work", "hiring", "openings", "positions")
"""Words before the place of a search for work."""
NEAR_ME = (
    r"(?:^|\s+)(?:near(?:by| (?:me|here|home|my (?:home|house)))|around (?:me|here)"
    r"|close (?:by|to (?:me|here|home))|in my (?:area|city|town|state|neighborhood))\W*$"
)
"""Where somebody is, at the end of a question."""


def role_and_place(
    store: Store, words: Sequence[str], profile_name: str | None = None
) -> tuple[list[str], str]:
    """A role and the place behind it, as in `nurse ohio`; no place if all of it is a role, or if
    a name of a role has all the words, as in `developer mobile`. A word of such names is no mere
    beginning of a place: `clean cars` has nothing of Carson City.

    The place is then said on stderr, with the option that names it. "Near me" is the profile's.
    """
    said = " ".join(words).split()
    if here := re.search(NEAR_ME, " ".join(said), re.IGNORECASE):
        return " ".join(said)[: here.start()].split(), _near_me(here.group(), profile_name)
    if len(said) > 1 and not is_role(store, said) and not store.finder.is_in_a_name(said):
        if _place(store, " ".join(said), of_a_role=False):
            return list(words), ""
        for count in range(1, min(PLACE_WORDS, len(said) - 1) + 1):
            role, typed = _before(said[:-count]), " ".join(said[-count:])
            is_word = len("".join(role)) > len("a")
            if (
                is_word
                and not typed.isdecimal()
                and said[-count].casefold() not in ("a", "an")
                and is_role(store, role)
                and (whole_place(store, typed) or not store.finder.is_in_a_name([typed]))
                and (place := _place(store, typed, of_a_role=True))
            ):
                _say_taken(typed, place)
                return role, place
    return list(words), ""


def whole_area(
    store: Store, words: Sequence[str], area: str | None
) -> tuple[Sequence[str], str | None]:
    """A role and the place of --area, if the place has several words and no quotes around them:
    `machinist -a kansas city` has "machinist city" for a role, and one word of the place."""
    if not area or len(words) < 2 or is_role(store, words):
        return words, area
    for count in range(1, min(PLACE_WORDS, len(words))):
        for role, more in ((words[:-count], words[-count:]), (words[count:], words[:count])):
            name = " ".join([area, *more])
            if is_role(store, role) and (place := _place(store, name, of_a_role=False)):
                _say_taken(name, place)
                return role, name
    return words, area


def query_and_place(store: Store, query: str, profile_name: str | None = None) -> tuple[str, str]:
    """A search and the place behind it, whatever the words before it are: `welding jobs in dallas`.

    Without a role before it, a place has such a word as "in" or "jobs" before it, or is a state, or
    stands alone and no role, program or field of study has its name. Nothing is left of it then.
    """
    role, place = role_and_place(store, [query], profile_name)
    if place:
        return " ".join(role), place
    said = query.split()
    for count in range(min(PLACE_WORDS, len(said)), 0, -1):
        before, typed = said[:-count], " ".join(said[-count:])
        if said[-count].casefold() in JOINING or typed.isdecimal():
            continue
        is_joined = len(before) > 0 and before[-1].casefold() in (*JOINING, *JOBS)
        is_meant = is_joined or _is_only_a_place(store, typed, is_alone=not before)
        if is_meant and (place := whole_place(store, typed)):
            _say_taken(typed, place)
            return " ".join(_before(before)), place
    return query, ""


def _is_only_a_place(store: Store, typed: str, *, is_alone: bool) -> bool:
    """Whether words at the end of a search can be nothing but a place: a state, or, if it is all
    that is searched for, what no name of a role, program or field of study has."""
    folded = normalize_name(typed)
    if folded in (normalize_name(state.title) for state in states(store.areas())):
        return True
    from careercli.core.title_words import OTHER_MEANINGS

    if not is_alone or not folded or folded in OTHER_MEANINGS or store.finder.is_in_a_name([typed]):
        return False
    return not (store.finder.is_program(typed) or store.is_field_of_study(typed))


def whole_place(store: Store, name: str) -> str:
    """The area that words name; empty if they are only a part of a city's name, or its code.

    Raises UnknownNameError if they name several.
    """
    words = normalize_name(name).split()
    words = words[1:] if words[:1] == ["the"] and len(words) > 1 else words
    if " ".join(words) in COUNTRY:
        return " ".join(words)
    if not words or any(word.isdecimal() for word in words):
        return ""
    from careercli.core.area_nicknames import is_called, spelled_as_titles

    known = store.areas()
    spelled = _with_abbreviation(known, spelled_as_titles(" ".join(words)))

    def is_whole(area: Area) -> bool:
        title, state = normalize_name(area.title), area.state.casefold()
        cities, _, states = area.title.partition(",")
        first = [normalize_name(city) for city in re.split("[-/]", cities)]
        first += [city.removesuffix(" city") for city in first]
        named = {title, state, *first, *accumulate(first, "{} {}".format)}
        in_state = len(spelled) > 1 and spelled[-1] in normalize_name(states).split()
        place = " ".join(spelled[:-1] if in_state else spelled)
        return place in named or is_called(area.code, title, " ".join(spelled))

    return named_area(store, " ".join(words)).title if any(map(is_whole, known)) else ""


def _before(words: list[str]) -> list[str]:
    """Words before a place, without those that join them to it."""
    words = words[:-1] if len(words) > 1 and words[-1].casefold() in JOINING else words
    return [*words[:-1], words[-1].rstrip(",")] if words else []


def _say_taken(typed: str, place: str) -> None:
    say_err(f"\u201c{typed}\u201d is taken for --area \u201c{place}\u201d.")


def without_near_me(words: Sequence[str]) -> list[str]:
    """Words beside --area, which says where."""
    return re.sub(NEAR_ME, "", " ".join(words), flags=re.IGNORECASE).split() or [*words]


def _near_me(typed: str, profile_name: str | None) -> str:
    """The place of the profile, or the country without one, which is said."""
    if place := _own_place(profile_name):
        _say_taken(typed.strip(), place)
        return place
    say_err(
        f"\u201c{typed.strip()}\u201d: your profile has no place, so pay is of the U.S."
        " careercli profile set place=CITY sets one."
    )
    return "us"


def place_alone(store: Store, words: Sequence[str]) -> str:
    """The area that words name all together; empty if they are a role, or no one area."""
    name = " ".join(words)
    if not name.strip() or is_role(store, words):
        return ""
    return _place(store, name, of_a_role=False)


def _place(store: Store, name: str, *, of_a_role: bool) -> str:
    """The area of a name; empty without one. Raises UnknownNameError for several, behind a role."""
    if normalize_name(name) in (ALL_AREAS, *COUNTRY):
        return name
    try:
        return named_area(store, name).title
    except UnknownNameError as error:
        if error.ambiguous and of_a_role:
            raise
        return ""


def is_role(store: Store, words: Sequence[str]) -> bool:
    """Whether a role is called so, or several are."""
    try:
        store.meaning(" ".join(words))
    except UnknownNameError as error:
        return error.ambiguous
    return True


def _own_place(profile_name: str | None) -> str:
    try:
        path = locations.profile_file(profile_name)
        if not path.exists():
            return ""
        from careercli.files.profile import read_existing

        return str(read_existing(path).tables.get("place") or "")
    except (CareerError, OSError):
        return ""  # commands that need the profile say what is wrong with it
