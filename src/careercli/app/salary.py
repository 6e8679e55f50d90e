"""What `salary` answers of roles in order, of areas, and of prices there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from careercli.app.filters import Listing, chosen, most_first, person_reader
from careercli.app.lookup import resolve_role, told_level
from careercli.app.places import (
    COUNTRY,
    NATION,
    area_pay_of,
    named_areas,
    open_store_in,
    place_alone,
    place_of,
    role_and_place,
    say_unpublished,
    survey_code,
)
from careercli.app.stores import open_store
from careercli.core.pay import (
    TypedPay,
    by_area,
    by_level,
    by_percentile,
    survey_median,
)
from careercli.errors import CareerError, UnknownNameError
from careercli.model.basics import PayLevel
from careercli.output.stdout import Record, Result, say_err
from careercli.store.reader import Store
from careercli.text import normalize_name

if TYPE_CHECKING:
    from careercli.files.profile import Profile
    from careercli.model.basics import RoleRow
    from careercli.model.datasets import Area, AreaPay
    from careercli.model.role import Role


def area_alone(words: Sequence[str]) -> str:
    """The area that the words name instead of a role, which is said; empty if they don't."""
    if place := place_alone(open_store(), words):
        say_err(f"\u201c{' '.join(words)}\u201d is taken for --area \u201c{place}\u201d.")
    return place


def ranking_answer(level: PayLevel | None, wanted: Listing, profile_name: str | None) -> Result:
    """`salary` without a role: roles by the survey's median, or at a level.

    Raises CareerError if no role passes the filters.
    """
    from careercli.output.screens import pay as screen

    person = person_reader(profile_name)
    store = open_store() if level else open_store_in(wanted.area, profile_name)
    by_pay = wanted.order in (None, "pay")
    rows = _listed(store, wanted, person, by_pay=by_pay and not level)
    everything = wanted.roles.occupations or wanted.roles.has_conditions

    def record() -> Record:
        from careercli.output.records import lists, pay

        listed = lists.RoleList.of(rows, {})
        if level:
            return Record(pay.RANKING, pay.RankingView(listed, level, wanted.limit))
        return Record(pay.ALL_PAY, listed)

    if level:
        at = level
        levels, percentiles = (
            ranked(rows, at)[: wanted.limit] for ranked in (by_level, by_percentile)
        )
        return Result(
            "salary",
            lambda: screen.all_pay(levels, percentiles, at, everything=everything),
            record,
        )
    rows = rows[: wanted.limit]
    place = place_of(store)
    return Result(
        "salary",
        lambda: screen.pay_table(rows, everything=everything, by_pay=by_pay, place=place),
        record,
    )


def role_answer(
    words: Sequence[str],
    areas: Sequence[str],
    level: PayLevel | None,
    pay: TypedPay | None,
    profile_name: str | None,
    *,
    at_us_prices: bool = False,
) -> Result:
    """`salary ROLE`: its pay in the areas named, else in the profile's place or the country.

    level: one to say more about; a place's survey pay has none, so it is the country's then
    pay: a person's, to say between which percentiles it stands
    at_us_prices: whether pay is divided by each area's price index
    """
    if not areas:
        words, place = role_and_place(open_store(), words)
        areas = [place] if place else ()
    places = [area for area in areas if normalize_name(area) not in COUNTRY]
    if places:
        return _area_answer(open_store(), words, places, pay, at_us_prices=at_us_prices)

    from careercli.output.screens import pay as screen

    store = open_store() if level or areas else open_store_in(None, profile_name)
    role = resolve_role(store, words)
    level = level or told_level(store, " ".join(words), role.key)
    if level and store.place:
        store = open_store()
        role = store.get(role.key)
    say_unpublished(store, role)

    def record() -> Record:
        from careercli.output.records.pay import ROLE_LEVEL_PAY, ROLE_PAY, PayView

        return Record(ROLE_LEVEL_PAY if level else ROLE_PAY, PayView(role, level))

    return Result(
        "salary", lambda: screen.role_pay(role, level, pay, place=place_of(store)), record
    )


def _listed(
    store: Store, wanted: Listing, person: Callable[[], Profile], *, by_pay: bool
) -> list[RoleRow]:
    """The rows of the roles that pass, in the order asked for, else by pay if that is meant."""
    if not (wanted.roles.has_conditions or wanted.roles.occupations or wanted.order):
        rows = store.rows()
    else:
        briefs = chosen(store, wanted, person)
        place = {brief.key: index for index, brief in enumerate(briefs)}
        rows = sorted(store.rows(place.keys()), key=lambda row: place[row.key])
    if not by_pay:
        return rows
    return most_first(rows, lambda row: (median := survey_median(row)) and median.value)


def _area_answer(
    store: Store,
    words: Sequence[str],
    areas: Sequence[str],
    pay: TypedPay | None,
    *,
    at_us_prices: bool,
) -> Result:
    """Survey pay of one role, or of several, in the areas named, or in all of them."""
    from careercli.output.records.pay import AREA_PAY
    from careercli.output.screens.areas import AreasView, area_page

    known = store.areas()
    wanted = list(dict.fromkeys(area for name in areas for area in named_areas(known, name)))
    roles = _roles(store, words)
    prices = {area.code: index for area in wanted if (index := store.price_parity(area.code))}
    if at_us_prices and not prices:
        names = ", ".join(area.title for area in wanted)
        raise CareerError(f"There is no price index for {names}.", hint="Leave out --at-us-prices.")
    sources = {dataset.id: dataset.source for dataset in store.datasets() if dataset.source}
    view = AreasView(
        [(role, _pay(store, role, wanted)) for role in roles],
        {role.key: area_pay_of(store, role, NATION) for role in roles},
        sources,
        prices,
        at_us_prices,
        pay,
    )

    return Result("salary", lambda: area_page(view), lambda: Record(AREA_PAY, view))


def _roles(store: Store, words: Sequence[str]) -> list[Role]:
    """The role that all the words name together, else the role that each word names."""
    try:
        return [resolve_role(store, words)]
    except UnknownNameError:
        try:
            keys = [store.resolve(word) for word in words]
        except UnknownNameError:
            keys = []
        if len(keys) < 2:
            raise
        return [store.get(key) for key in keys]


def _pay(store: Store, role: Role, areas: Sequence[Area]) -> list[AreaPay]:
    """Pay in areas; one is asked for by itself, which is quicker than all."""
    from careercli.model.datasets import AreaPay

    code, only = survey_code(role), areas[0].code if len(areas) == 1 else ""
    published = {paid.code: paid for paid in store.area_pay(code, only)} if code else {}
    return by_area(published.get(area.code) or AreaPay(area.title) for area in areas)
