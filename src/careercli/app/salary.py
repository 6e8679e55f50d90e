"""What `salary` answers of roles in order, of areas, and of prices there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from careercli.app.filters import Listing, chosen, listing_options, most_first, person_reader
from careercli.app.lookup import resolve_role, several_roles, told_level
from careercli.app.open_stores import open_store
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
    whole_area,
    without_near_me,
)
from careercli.core.pay import (
    TypedPay,
    by_area,
    by_level,
    by_percentile,
    parse_pay,
    survey_median,
)
from careercli.errors import CareerError, UnknownNameError, UsageError
from careercli.model.basics import PayLevel
from careercli.output.stdout import Record, Result, say_err
from careercli.store.reader import Store
from careercli.text import normalize_name

if TYPE_CHECKING:
    from careercli.files.profile import Profile
    from careercli.model.basics import RoleRow
    from careercli.model.datasets import Area, AreaPay
    from careercli.model.role import Role


class Asked(NamedTuple):
    """What `salary` is asked: the words for a role, and options.

    listing: filters and an order, which are for many roles; its area isn't read
    """

    role: tuple[str, ...]
    areas: tuple[str, ...]
    level: PayLevel | None
    pay: str | None
    at_us_prices: bool
    listing: Listing

    def command(self) -> str:
        """The command that asks this."""
        from shlex import quote

        options = [f"--area {quote(area)}" for area in self.areas]
        options += [f"--level {self.level}"] if self.level else []
        options += [f"--pay {quote(self.pay)}"] if self.pay else []
        options += ["--at-us-prices"] if self.at_us_prices and self.areas else []
        options += [] if self.role else [listing_options(self.listing)]
        return " ".join(filter(None, ["careercli salary", *map(quote, self.role), *options]))


def salary_answer(asked: Asked, profile_name: str | None) -> Result:
    """`salary`. Words that name a place and no role are its --area. Raises UsageError for options
    that don't go together, with whole commands that do."""
    if len(asked.areas) == 1:
        role, area = whole_area(open_store(), asked.role, asked.areas[0])
        asked = asked._replace(role=tuple(role), areas=(area,) if area else ())
    if asked.role and not _refusal(asked):
        try:
            return role_answer(asked, profile_name)
        except UnknownNameError:
            if not place_alone(open_store(), asked.role):
                raise
    if asked.role and (place := place_alone(open_store(), asked.role)):
        typed = " ".join(asked.role)
        say_err(f"\u201c{typed}\u201d is taken for --area \u201c{place}\u201d.")
        asked = asked._replace(role=(), areas=(typed, *asked.areas))
    if refusal := _refusal(asked):
        raise refusal
    area = asked.areas[0] if asked.areas else None
    return ranking_answer(asked.level, asked.listing._replace(area=area), profile_name)


def _refusal(asked: Asked) -> UsageError | None:
    """The error for what has no answer; None if it has one."""
    of_a_role = asked if asked.role else asked._replace(role=("ROLE",))
    if asked.role and asked.listing != Listing():
        return UsageError(
            "Filters and orders are for many roles, and you named one.",
            hint="Leave out the role, or the filter.",
        )
    if asked.level and asked.areas:
        return _level_in_a_place(asked)
    if asked.pay and not asked.role:
        return UsageError(
            "--pay needs a role.",
            hint=f"Name the role whose pay it is: {of_a_role.command()}",
        )
    if asked.at_us_prices and not asked.areas:
        placed = of_a_role._replace(areas=("texas",))
        return UsageError(
            "--at-us-prices needs --area.", hint=f"Name the places: {placed.command()}"
        )
    if not asked.role and (asked.at_us_prices or len(asked.areas) > 1):
        return UsageError(
            "Places are compared for a role.", hint=f"Name the role: {of_a_role.command()}"
        )
    return None


def _level_in_a_place(asked: Asked) -> UsageError:
    """The error for a level in a place, with the command without the one and without the other."""
    alone = ("pay", "at_us_prices") if not asked.role else ()
    needs_role = any(getattr(asked, option) for option in alone) or len(asked.areas) > 1
    whole = asked._replace(role=("ROLE",)) if needs_role else asked
    return UsageError(
        "--level can't be combined with --area: pay in a place is of people at every level.",
        hint=f"Type {whole._replace(areas=()).command()} or {whole._replace(level=None).command()}",
    )


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
        levels, percentiles = (
            ranked(rows, level)[: wanted.limit] for ranked in (by_level, by_percentile)
        )
        page = partial(screen.all_pay, levels, percentiles, level, everything=everything)
        return Result("salary", page, record)
    rows, place = rows[: wanted.limit], place_of(store)
    page = partial(screen.pay_table, rows, everything=everything, by_pay=by_pay, place=place)
    return Result("salary", page, record)


def role_answer(asked: Asked, profile_name: str | None) -> Result:
    """`salary ROLE`: its pay in the areas named, else in the profile's place or the country.

    A typed level is the country's, where the profile has a place, because pay in a place has none;
    beside a place in the words it raises UsageError.
    """
    words: Sequence[str] = asked.role
    areas, level = asked.areas, asked.level
    pay = parse_pay(asked.pay) if asked.pay else None
    if areas:
        words = without_near_me(words)
    else:
        words, place = role_and_place(open_store(), words, profile_name)
        areas = (place,) if place else ()
        if place and level:
            raise _level_in_a_place(asked._replace(role=tuple(words), areas=areas))
    places = [area for area in areas if normalize_name(area) not in COUNTRY]
    if not places and several_roles(open_store(), words) and not level:
        here = place_of(open_store_in(None, profile_name)) if not areas else ""
        places = [here] if here else []
        return _area_answer(open_store(), words, places, pay, at_us_prices=asked.at_us_prices)
    if places:
        return _area_answer(open_store(), words, places, pay, at_us_prices=asked.at_us_prices)

    from careercli.output.screens import pay as screen

    store = open_store() if level or areas else open_store_in(None, profile_name)
    role = resolve_role(store, words)
    level = level or told_level(store, " ".join(words), role.key)
    if level and store.place:
        store = open_store()
        role = store.get(role.key)
    say_unpublished(store, role)

    def record() -> Record:
        from careercli.output.records.pay import ROLE_LEVEL_PAY, ROLE_PAY

        return Record.of(ROLE_LEVEL_PAY if level else ROLE_PAY, role=role, level=level)

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
        rows = list(store.rows_in_order(brief.key for brief in briefs).values())
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
    if several := several_roles(store, words):
        return [store.get(key) for key in several]
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
