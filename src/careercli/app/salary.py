"""What `salary ROLE --area` answers."""

from collections.abc import Sequence

from careercli.app.lookup import resolve_role
from careercli.core.pay import by_area
from careercli.errors import UnknownNameError, UsageError
from careercli.model.occupation import AreaPay
from careercli.model.role import Role
from careercli.output.records.pay import AREA_PAY, AreasView
from careercli.output.screens.pay import area_page
from careercli.output.stdout import Result
from careercli.store.reader import Store
from careercli.text import normalize_name

ALL_AREAS = "all"


def area_answer(store: Store, words: Sequence[str] | None, areas: Sequence[str]) -> Result:
    """Survey pay of one role, or of several, in the areas named, or in all of them."""
    if not words:
        raise UsageError("--area needs a role.", hint="Name the role whose pay it is.")
    known = store.areas()
    if not known:
        raise UsageError(
            "No areas were imported.",
            hint="Download the survey's state or metropolitan file from "
            "https://www.bls.gov/oes/tables.htm, then: careercli import oews FILE",
        )
    wanted = {name for area in areas for name in _named(known, area)}
    found = [(role, _pay(store, role, wanted)) for role in _roles(store, words)]
    sources = {one.id: one.source for one in store.datasets() if one.source}
    return Result(
        "salary",
        lambda: area_page(found, sources),
        AREA_PAY,
        AreasView(found, sources),
    )


def _roles(store: Store, words: Sequence[str]) -> list[Role]:
    """One role out of all the words, else one out of each."""
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


def _pay(store: Store, role: Role, wanted: set[str]) -> list[AreaPay]:
    code = role.soc.code if role.soc else ""
    if role.occupation:
        code = role.occupation.survey or code
    there = {one.area: one for one in store.area_pay(code) if one.area in wanted}
    return by_area(there.get(area) or AreaPay(area) for area in wanted)


def _named(known: Sequence[str], name: str) -> list[str]:
    """The areas meant by a name: all, the one of that name, else the one that begins so."""
    folded = normalize_name(name)
    if folded == ALL_AREAS:
        return list(known)
    fits = [one for one in known if normalize_name(one) == folded]
    fits = fits or [one for one in known if normalize_name(one).startswith(folded)]
    fits = fits or [one for one in known if f" {folded} " in f" {normalize_name(one)} "]
    if len(fits) == 1:
        return fits
    if fits:
        raise UnknownNameError(
            f"\u201c{name}\u201d fits {len(fits)} areas.", fits[:12], hint="Give one of these."
        )
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=4, cutoff=0.6)
    hint = f"{len(known)} areas were imported; --area all shows every one."
    raise UnknownNameError(f"There is no area \u201c{name}\u201d.", near, hint=hint)
