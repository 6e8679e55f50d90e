"""The place that pay and jobs are of: the one asked for, else the profile's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from careercli.app.stores import open_store
from careercli.errors import CareerError, UnknownNameError
from careercli.files import locations
from careercli.output.stdout import say_err
from careercli.store.reader import Store
from careercli.text import normalize_name

if TYPE_CHECKING:
    from careercli.model.role import Role

COUNTRY = frozenset({"us", "usa", "u s", "u s a", "united states", "country"})
"""What the whole country is called."""
NATION = "99"
"""Its code among areas."""


def open_store_in(area: str | None, profile_name: str | None = None) -> Store:
    """Every store there is, with the pay and jobs of a place. Raises UnknownNameError.

    area: a name; None for the place of the profile, or the country without one
    """
    store = open_store()
    name = area or _own_place(profile_name)
    if name and normalize_name(name) not in COUNTRY:
        from careercli.app.areas import named_area

        try:
            store.settle(named_area(store, name))
        except UnknownNameError as error:
            if area:
                raise
            say_err(f"{error.message} That is the place of your profile; pay is of the U.S.")
    return store


def place_of(store: Store) -> str:
    """The name of the place that was chosen; empty for the country."""
    return store.place.title if store.place else ""


def say_unpublished(store: Store, role: Role, title: str) -> None:
    """Says why the survey has no pay of a role in the place that was chosen."""
    if not store.place:
        return
    code = survey_code(role)
    there = next(iter(store.area_pay(code, store.place.code)), None) if code else None
    country = next(iter(store.area_pay(code, NATION)), None) if code else None
    if not (country and country.pay):
        say_err(f"The survey publishes no pay of {title}, in any place.")
        return
    why = "isn't in this release: none or too few were counted there"
    if there:
        counted = f"{there.employment.value:,.0f} jobs were" if there.employment else "some were"
        why = f"is suppressed: {counted} counted there, but no wage is released"
    say_err(f"The survey's pay of {title} in {store.place.title} {why}. --area us: the country's.")


def survey_code(role: Role) -> str:
    """The code by which the survey counts a role; empty if it doesn't."""
    code = role.soc.code if role.soc else ""
    return (role.occupation.survey or code) if role.occupation else code


PLACE_WORDS = 3
"""Words that a place behind a role may have, such as `salt lake city`."""


def role_and_place(store: Store, words: Sequence[str]) -> tuple[list[str], str]:
    """A role and the place behind it, as in `nurse ohio`; no place if all of it is a role, or if
    a name of a role has all the words, as in `developer mobile`.

    The place is then said on stderr, with the option that names it.
    """
    said = " ".join(words).split()
    if len(said) > 1 and not is_role(store, said) and not store.finder.is_in_a_name(said):
        for count in range(1, min(PLACE_WORDS, len(said) - 1) + 1):
            role, typed = said[:-count], " ".join(said[-count:])
            if role[-1].casefold() == "in" and len(role) > 1:
                role = role[:-1]
            role = [*role[:-1], role[-1].rstrip(",")]
            place = _place(store, typed, of_a_role=is_role(store, role))
            if place and is_role(store, role):
                say_err(f"\u201c{typed}\u201d is taken for --area \u201c{place}\u201d.")
                return role, place
    return list(words), ""


def _place(store: Store, name: str, *, of_a_role: bool) -> str:
    """The area of a name; empty without one. Raises UnknownNameError for several, behind a role."""
    from careercli.app.areas import ALL_AREAS, named_area

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
